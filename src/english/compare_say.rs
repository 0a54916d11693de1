//! Questions and reasons in English: what a card of the comparison says.

/// A clause in the words of an article, for asking about it.
#[derive(Clone, Debug, Default)]
pub struct Clause {
    /// Who does it; empty if untold.
    pub who: String,
    /// The verb's lemma, with its particle.
    pub verb: String,
    /// The verb as written.
    pub form: String,
    /// To whom it is done, or what.
    pub what: String,
    /// All that follows the verb.
    pub rest: String,
    /// The clause is passive: `what` is its subject.
    pub passive: bool,
    /// An infinitive: what is meant to be done.
    pub meant: bool,
    /// Its subject is more than one.
    pub many: bool,
    /// It is denied.
    pub negative: bool,
    /// Its first auxiliary, as written; empty without one.
    pub aux: String,
    /// The clause as written, for want of a verb.
    pub words: String,
    /// What it says before and after the figure that is asked for; between the verb and the time that is.
    pub figure: Option<(String, String)>,
}

impl Clause {
    /// True for a verb told in the past, which can follow "Who" as it stands.
    fn is_past(&self) -> bool {
        let form = self.form.as_str();
        form.ends_with("ed") || form != self.verb && !form.ends_with("ing") && !form.ends_with('s')
    }

    fn was(&self) -> &'static str {
        if self.many { "were" } else { "was" }
    }

    /// "X sign the deal", "the deal was signed": what follows a question word and "did".
    fn asked(&self, before: &str, capital_was: bool, rest: Option<String>) -> Option<String> {
        if self.verb.is_empty() || self.meant {
            return None;
        }
        // "When" and its like ask for a part of what follows the verb, and not of what is denied.
        let whole = before.is_empty();
        if self.negative && !whole {
            return None;
        }
        // "The bank will open": what is to come is asked as such.
        let modal = Some(self.aux.to_lowercase()).filter(|aux| MODALS.contains(&aux.as_str()));
        let first = |word: &str| if capital_was { capital(word) } else { word.to_owned() };
        if self.passive && !self.what.is_empty() {
            let rest = spaced(rest.as_deref().unwrap_or(if whole { &self.rest } else { "" }));
            let (was, be) = modal.as_ref().map_or((self.was(), ""), |aux| (aux.as_str(), "be "));
            return Some(format!("{before}{} {} {be}{}{rest}?", first(was), self.what, self.form));
        }
        if self.who.is_empty() {
            return None;
        }
        let did = first(modal.as_deref().unwrap_or("did"));
        let rest = rest.as_deref().unwrap_or(if whole && !self.rest.is_empty() { &self.rest } else { &self.what });
        let rest = spaced(rest);
        Some(format!("{before}{did} {} {}{rest}?", self.who, self.verb))
    }

    fn quoted(&self) -> String {
        format!("“{}”", self.words)
    }
}

/// The words with a blank before them, if there are any.
fn spaced(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(" {words}") }
}

fn capital(s: &str) -> String {
    let mut chars = s.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// True for a currency's ISO 4217 code.
pub fn is_code(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|c| c.is_ascii_uppercase())
}

/// Units of time: their count is a length.
const LENGTHS: [&str; 8] = ["second", "minute", "hour", "day", "week", "month", "year", "season"];

/// Verbs whose object is a sum of money whatever else is told.
const PAYING: [&str; 16] = [
    "pay", "cost", "earn", "lose", "spend", "raise", "offer", "owe", "borrow", "lend", "donate", "pledge", "invest",
    "save", "win", "receive",
];

/// Auxiliaries of what is to come or may be.
const MODALS: [&str; 7] = ["will", "would", "may", "might", "could", "can", "should"];

fn plural(unit: &str) -> String {
    match unit {
        "person" | "people" => "people".to_owned(),
        "human" | "german" | "roman" | "norman" | "shaman" | "talisman" | "ottoman" | "caiman" => format!("{unit}s"),
        _ if unit.ends_with("man") => format!("{}men", unit.strip_suffix("man").unwrap_or(unit)),
        "child" => "children".to_owned(),
        "foot" | "ft" => "feet".to_owned(),
        "sheep" | "aircraft" | "deer" | "fish" | "personnel" => unit.to_owned(),
        "wolf" | "life" | "wife" | "knife" | "half" | "calf" | "thief" | "leaf" => {
            format!("{}ves", unit.trim_end_matches('e').trim_end_matches('f'))
        }
        _ if unit.ends_with('s') || unit.ends_with("sh") || unit.ends_with("ch") || unit.ends_with('x') => {
            format!("{unit}es")
        }
        _ if unit.ends_with('y') && !unit.ends_with("ay") && !unit.ends_with("ey") => {
            format!("{}ies", unit.trim_end_matches('y'))
        }
        _ => format!("{unit}s"),
    }
}

/// Did it happen, or is it so?
pub fn did(c: &Clause) -> String {
    c.asked("", true, None).unwrap_or_else(|| format!("Is it so: {}?", c.quoted()))
}

/// What two accounts agree on: what both say, in the words of one where it makes no question.
pub fn both_say(c: &Clause) -> String {
    c.asked("", true, None).unwrap_or_else(|| c.quoted())
}

/// How many? `kind` names the kind of happening where people are counted, and is empty elsewhere.
pub fn how_many(unit: &str, kind: &str, c: &Clause) -> String {
    let done = match kind {
        "death" => Some("died"),
        "injury" => Some("were hurt"),
        "missing" => Some("are missing"),
        "arrest" => Some("were arrested"),
        "rescue" => Some("were rescued"),
        "release" => Some("were freed"),
        "evacuate" => Some("left their homes"),
        _ => None,
    };
    match done {
        Some(done) if matches!(unit, "" | "person" | "people") => return format!("How many {done}?"),
        Some(done) => return format!("How many {} {done}?", plural(unit)),
        None if unit == "magnitude" => return "How strong was the earthquake?".to_owned(),
        None => {}
    }
    let open = Clause { what: String::new(), passive: false, ..c.clone() };
    let (before, alone) = match unit {
        "%" => ("What share ".to_owned(), "Share in percent".to_owned()),
        u if is_code(u) => ("How much money ".to_owned(), "Sum of money".to_owned()),
        u if LENGTHS.contains(&u) => ("How long ".to_owned(), format!("Number of {}", plural(u))),
        "" | "person" | "people" => ("How many people ".to_owned(), "Number of people".to_owned()),
        u => (format!("How many {} ", plural(u)), format!("Number of {}", plural(u))),
    };
    let short = open.who.split(' ').count() <= 4 && !open.who.contains(|c: char| c.is_ascii_digit());
    // The counted are the ones who did it: "How many workers joined the strike?"
    let counted = open.who.contains(|c: char| c.is_ascii_digit()) || open.who.contains(unit);
    if counted && before.starts_with("How many") && !c.form.is_empty() && c.is_past() && !unit.is_empty() && !c.passive
    {
        return format!("{before}{}{}?", c.form, spaced(if c.what.is_empty() { &c.rest } else { &c.what }));
    }
    match open.asked(&before, false, None) {
        Some(q)
            if short
                && !counted
                && !c.passive
                && c.what.contains(unit)
                    | (LENGTHS.contains(&unit) && c.what.is_empty())
                    | (is_code(unit) && PAYING.contains(&c.verb.as_str())) =>
        {
            q
        }
        _ => match &c.figure {
            // "The bishop had kept files on how many priests?"
            Some((first, after)) => {
                let how = match unit {
                    u if is_code(u) => "how much".to_owned(),
                    "%" => "how many percent".to_owned(),
                    _ => before.trim_end().to_lowercase(),
                };
                format!("{}?", capital(format!("{first} {how} {after}").trim()))
            }
            None => format!("{alone}: {}", c.quoted()),
        },
    }
}

/// When?
pub fn when(c: &Clause) -> String {
    let rest = c.figure.as_ref().map(|f| f.0.clone());
    c.asked("When ", false, rest).unwrap_or_else(|| format!("When was it: {}?", c.quoted()))
}

/// For how long, or until when?
pub fn how_long(c: &Clause) -> String {
    let rest = c.figure.as_ref().map(|f| f.0.clone());
    c.asked("How long ", false, rest).unwrap_or_else(|| format!("How long was it: {}?", c.quoted()))
}

/// Where?
pub fn place_of(c: &Clause) -> String {
    c.asked("Where ", false, None).unwrap_or_else(|| format!("Where was it: {}?", c.quoted()))
}

/// Who did it?
pub fn who(c: &Clause) -> String {
    match (c.passive, c.what.is_empty(), c.is_past()) {
        (false, false, true) => format!("Who {} {}?", c.form, c.what),
        (true, false, _) => format!("Who is said to have {} {}?", c.form, c.what),
        _ => format!("Who did it: {}?", c.quoted()),
    }
}

/// What for?
pub fn what_for(c: &Clause) -> String {
    c.asked("Why ", false, None).unwrap_or_else(|| format!("What was the reason for this: {}?", c.quoted()))
}

/// To what end? `deed` is what was done, in the words of an article.
pub fn to_what_end(deed: &str) -> String {
    format!("What was it for: “{deed}”?")
}

/// How sure is it?
pub fn how_sure(c: &Clause) -> String {
    format!("How sure is this: {}?", c.quoted())
}

/// Whose words are they?
pub fn who_says(words: &str) -> String {
    format!("Who says this: “{words}”?")
}

/// Of what age?
pub fn how_old(who: &str) -> String {
    format!("How old is {who}?")
}

/// Somebody by his role.
pub fn the(role: &str) -> String {
    format!("the {role}")
}

/// Of one's own will? `kind` is the kind of what he did, where the verb does not tell it ("offered his resignation").
pub fn freely(who: &str, verb: &str, kind: &str) -> String {
    let verb = match (verb, kind) {
        (_, "resign") => "resign",
        ("", _) => "go",
        _ => verb,
    };
    format!("Did {who} {verb} freely?")
}

/// What advice?
pub fn urged(who: &str, whom: &str) -> String {
    format!("What did {who} urge {whom} to do?")
}

/// What did one body do in the matter?
pub fn which_part(who: &str) -> String {
    format!("What part did {who} play?")
}

/// Which figure?
pub fn which_figure(words: &str) -> String {
    format!("Which figure is it: “{words}”?")
}

/// Who, in versions of one sentence?
pub fn who_is_meant(words: &str) -> String {
    format!("Who is meant: “{words}”?")
}

/// Who met? `some` are those whom both accounts name.
pub fn who_met(some: &[String]) -> String {
    match some {
        [] => "Who took part in the talks?".to_owned(),
        [one] => format!("Who talked with {one}?"),
        [first, .., last] => format!("Who took part in the talks with {first} and {last}?"),
    }
}

/// What were the exact words?
pub fn which_words(who: &str) -> String {
    format!("What exactly did {who} say?")
}

/// Two counts of one thing.
pub fn quantity(a: &str, b: &str) -> String {
    format!("One account has “{a}”, another “{b}”.")
}

/// Two hours that are told of two deeds.
pub fn two_times(a: &str, b: &str) -> String {
    format!("One account has “{a}”, another “{b}”; they may time two steps.")
}

/// Two counts of two days, the earlier first, each with its day if that is known.
pub fn later_quantity(a: (&str, String), b: (&str, String)) -> String {
    format!("One account has “{}”{}, another “{}”{}.", a.0, a.1, b.0, b.1)
}

/// The day of a moment in EDTF, as it stands behind what is dated by it; nothing for a longer stretch.
pub fn day(edtf: &str) -> String {
    let part = |from, to| edtf.get(from..to)?.parse::<usize>().ok();
    let month = part(5, 7).and_then(|m| super::compare::months().nth(m.checked_sub(1)?));
    match (month, part(8, 10)) {
        (Some(month), Some(day)) if !edtf.contains('/') => format!(" ({day} {})", capital(month)),
        _ => String::new(),
    }
}

/// The same affirmed and denied.
pub fn polarity(yes: &str, no: &str) -> String {
    format!("One account affirms it (“{yes}”), another denies it (“{no}”).")
}

/// Words that exclude each other.
pub fn opposite(a: &str, b: &str) -> String {
    format!("“{a}” and “{b}” say the opposite of the same.")
}

/// Two dates for one happening.
pub fn time(a: &str, b: &str) -> String {
    format!("One account dates it “{a}”, another “{b}”.")
}

/// Two doers.
pub fn agent(a: &str, b: &str) -> String {
    format!("One account names “{a}”, another “{b}” as the one who did it.")
}

/// Two places.
pub fn place(a: &str, b: &str) -> String {
    format!("One account has it at “{a}”, another at “{b}”.")
}

/// Two aims.
pub fn purpose(a: &str, b: &str) -> String {
    format!("One account gives the aim as “{a}”, another as “{b}”.")
}

/// Two reasons.
pub fn cause(a: &str, b: &str) -> String {
    format!("One account gives as the reason “{a}”, another “{b}”.")
}

/// Certain and not.
pub fn modality(sure: &str, unsure: &str) -> String {
    format!("“{sure}” is put as certain, “{unsure}” is not.")
}

/// Two things told of one.
pub fn outcome(a: &str, b: &str) -> String {
    format!("One account has “{a}”, another “{b}”.")
}

/// One speaker, two wordings.
pub fn quotation(who: &str) -> String {
    format!("The accounts quote {who} in different words.")
}

/// One speaker, in quotation marks and not.
pub fn paraphrase(who: &str) -> String {
    format!("What one account quotes from {who}, another puts in its own words.")
}

/// Of oneself, or under others' hands.
pub fn agency(own: &str, made: &str) -> String {
    format!("“{own}” tells of a free act, “{made}” of what others did.")
}

/// One article, two sources.
pub fn source(a: Option<&str>, b: Option<&str>) -> String {
    let who = |s: Option<&str>| s.map_or("in the article's own voice".to_owned(), |s| format!("as the words of “{s}”"));
    format!("The same article tells it once {}, once {}.", who(a), who(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clause(who: &str, verb: &str, form: &str, what: &str, passive: bool) -> Clause {
        let own = |s: &str| s.to_owned();
        Clause { who: own(who), verb: own(verb), form: own(form), what: own(what), passive, ..Clause::default() }
    }

    #[test]
    fn questions_read_as_english() {
        let act = clause("the mayor", "close", "closed", "the bridge", false);
        let done = clause("", "close", "closed", "the bridge", true);
        let none = Clause { words: "of a sudden end".to_owned(), ..Clause::default() };
        for (asked, want) in [
            (did(&act), "Did the mayor close the bridge?"),
            (did(&done), "Was the bridge closed?"),
            (did(&none), "Is it so: “of a sudden end”?"),
            (when(&act), "When did the mayor close the bridge?"),
            (when(&done), "When was the bridge closed?"),
            (
                when(&Clause {
                    figure: Some(("through the village".to_owned(), String::new())),
                    ..clause("the blast", "rip", "ripped", "", false)
                }),
                "When did the blast rip through the village?",
            ),
            (who(&act), "Who closed the bridge?"),
            (when(&Clause { aux: "will".to_owned(), ..act.clone() }), "When will the mayor close the bridge?"),
            (did(&Clause { aux: "would".to_owned(), ..done.clone() }), "Would the bridge be closed?"),
            (
                when(&Clause { negative: true, words: "will not close before May".to_owned(), ..act.clone() }),
                "When was it: “will not close before May”?",
            ),
            (how_many("serviceman", "death", &act), "How many servicemen died?"),
            (freely("Ilse Brandt", "offer", "resign"), "Did Ilse Brandt resign freely?"),
            (what_for(&act), "Why did the mayor close the bridge?"),
            (
                did(&Clause { rest: "the bridge to all lorries".to_owned(), ..act.clone() }),
                "Did the mayor close the bridge to all lorries?",
            ),
            (
                both_say(&Clause { meant: true, words: "to close the bridge".to_owned(), ..act.clone() }),
                "“to close the bridge”",
            ),
            (how_many("person", "death", &act), "How many died?"),
            (how_many("sailor", "rescue", &act), "How many sailors were rescued?"),
            (how_many("magnitude", "", &act), "How strong was the earthquake?"),
            (how_many("week", "", &none), "Number of weeks: “of a sudden end”"),
            (
                later_quantity(("nine", day("XXXX-06-03")), ("14", day("2027-06-05T11:40:00"))),
                "One account has “nine” (3 June), another “14” (5 June).",
            ),
            (
                later_quantity(("nine", day("2027")), ("14", day("2027-06-05/2027-06-25"))),
                "One account has “nine”, another “14”.",
            ),
            (how_many("EUR", "", &clause("the fund", "pay", "paid", "", false)), "How much money did the fund pay?"),
            (how_many("week", "", &clause("the strike", "last", "lasted", "", false)), "How long did the strike last?"),
        ] {
            assert_eq!(asked, want);
        }
    }
}
