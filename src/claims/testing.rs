//! Claims of made-up texts, and the rules' examples, right (`ok:`) and wrong (`no:`), from different kinds of events and
//! regions.

use super::{Claim, Modality, Polarity, Proposition, find};
use crate::english::English;
use crate::entities;
use crate::syntax::{self, Parse};
use crate::tags;
use crate::text::{Block, BlockKind, Span};
use crate::times;
use crate::tokens;

/// The text and its claims; each line is a paragraph.
pub(super) fn claims_of(text: &str) -> (String, Vec<Claim>) {
    let english = English::shared();
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        blocks.push(Block { span: Span::new(at, at + line.len()), kind: BlockKind::Body });
        at += line.len() + 1;
    }
    let tokens = tokens::tokenize(english, text, &blocks);
    let tags = tags::tag(english, text, &tokens);
    let tree = syntax::parse(english, text, &tokens, &tags);
    let timexes = times::find(english, text, &tokens, &tags);
    let parse = Parse { text, tokens: &tokens, tags: &tags, tree: &tree };
    let labels = entities::names(english, &parse);
    let mentions = entities::mentions(english, &parse, labels);
    (text.to_owned(), find(english, &parse, &mentions, &timexes))
}

/// A proposition in one line: `arrest - planned; patient=the mayor; time=on Monday`.
fn line(text: &str, x: &Proposition) -> String {
    let sign = if x.polarity == Polarity::Negative { " -" } else { "" };
    let sure = match x.modality {
        Modality::Certain => String::new(),
        m => format!(" {m:?}").to_lowercase(),
    };
    let slot = |s: &super::Slot| format!("; {}={}", format!("{:?}", s.name).to_lowercase(), s.span.of(text));
    let slots: String = x.slots.iter().map(slot).collect();
    format!("{}{sign}{sure}{slots}", x.lemma)
}

fn lines(text: &str, claims: &[Claim]) -> Vec<String> {
    let mut all: Vec<String> = claims.iter().flat_map(|c| &c.propositions).map(|x| line(text, x)).collect();
    all.sort();
    all.dedup();
    all
}

/// Each line: `ok: TEXT => PARTS` where one proposition begins with the first part and has all others, parts set apart
/// by `; `; or `no: TEXT => PARTS` where none is so.
fn check(table: &str) {
    let mut wrong = Vec::new();
    for row in table.lines().map(str::trim).filter(|r| !r.is_empty()) {
        let (right, rest) = match row.split_once(": ") {
            Some(("ok", rest)) => (true, rest),
            Some(("no", rest)) => (false, rest),
            _ => panic!("no example: {row}"),
        };
        let (text, parts) = rest.split_once(" => ").expect("an example says what to expect");
        let (_, claims) = claims_of(text);
        let got = lines(text, &claims);
        let fits = |l: &String| {
            let of: Vec<&str> = l.split("; ").collect();
            let mut wanted = parts.split("; ");
            wanted.next() == of.first().copied() && wanted.all(|w| of.contains(&w))
        };
        if got.iter().any(fits) != right {
            wrong.push(format!("{row}\n    {}", got.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn voices() {
    check(
        "ok: Police arrested the mayor on Monday. => arrest; agent=Police; patient=the mayor
         ok: The mayor was arrested by police. => arrest; agent=police; patient=The mayor
         no: The mayor was arrested by police. => arrest; agent=The mayor
         ok: In Chile 12 miners were killed when the shaft collapsed. => kill; patient=12 miners; quantity=12; time=when the shaft collapsed
         ok: They voted for a bill approved by the senate. => approve; agent=the senate; patient=a bill
         ok: The suspect was detained and charged. => charge; patient=The suspect
         no: The suspect was detained and charged. => charge; agent=The suspect
         ok: The minister met the rebels and signed a treaty. => sign; agent=The minister; patient=a treaty",
    );
}

#[test]
fn subjects_from_afar() {
    check(
        "ok: The president promised to free the prisoners. => free planned; agent=The president; patient=the prisoners
         ok: Rescuers found a boy who survived the quake. => survive; agent=a boy; patient=the quake
         ok: The hurricane struck the island on Friday, killing nine people. => kill; patient=nine people; quantity=nine",
    );
}

#[test]
fn aims_causes_means() {
    check(
        "ok: The central bank has raised interest rates to curb inflation. => raise; agent=The central bank; purpose=curb inflation
         ok: The envoy travelled to Nairobi in an effort to end the fighting. => travel; purpose=end the fighting
         ok: Officials closed the road in order to protect drivers. => close; purpose=protect drivers
         ok: Trains were cancelled because of the snow. => cancel; patient=Trains; cause=the snow
         ok: The bridge had collapsed after heavy rain. => collapse; agent=The bridge; cause=heavy rain
         ok: The gang entered the museum using a ladder. => enter; means=a ladder",
    );
}

#[test]
fn nouns_of_happenings() {
    check(
        "ok: The attack on the convoy by militants shocked the country. => attack; agent=militants; patient=the convoy
         ok: The death of 12 people prompted an inquiry. => die; agent=12 people
         ok: The minister's resignation surprised the party. => resign; agent=The minister
         no: The arrest of the editor drew protests. => arrest; agent=the editor
         ok: The army launched an attack on the rebels. => attack; agent=The army; patient=the rebels
         ok: There were clashes between the army and the rebels. => clash; agent=the army and the rebels
         no: The committee met twice. => meet; patient=twice",
    );
}

#[test]
fn what_is_entailed() {
    check(
        "ok: The government failed to pass the budget. => pass -; agent=The government; patient=the budget
         ok: The crew managed to land the plane. => land; agent=The crew; patient=the plane
         ok: The champion refused to sign the contract. => sign -; agent=The champion
         ok: Doctors did not manage to save the girl. => save -; patient=the girl
         ok: The captain did not forget to lock the door. => lock; agent=The captain
         ok: The minister knew that the bridge was unsafe. => unsafe; agent=the bridge
         ok: The minister did not know that the bridge was unsafe. => unsafe; agent=the bridge
         ok: A judge jailed the killer with no chance of parole. => jail; agent=A judge
         ok: Police did not say why the pilot was dismissed. => dismiss; patient=the pilot
         no: Police did not say that the pilot was dismissed. => dismiss; patient=the pilot
         ok: The company plans to cut 300 jobs. => cut planned; patient=300 jobs; quantity=300
         no: The company plans to cut 300 jobs. => cut; patient=300 jobs
         ok: The volcano may erupt again. => erupt possible; agent=The volcano
         ok: The minister is said to have sold the land. => sell probable
         ok: The bridge appears to have been blown up. => blow up possible
         no: The clerk was told to sell the land. => sell probable
         no: The judge was known to have sold the land. => sell probable",
    );
}
