//! From parsed sentences to event mentions.

use super::{Event, Told, accuse, links, mood};
use crate::english::English;
use crate::english::events::{Aspect, EventWord, EventsWords, Tie};
use crate::entities::{EntityType, Mention, MentionKind, Mentions};
use crate::syntax::{Deprel, Parse};
use crate::tags::{Feats, Similarity, Upos};
use crate::text::{Arrange, BlockKind, MentionIx, SentenceIx, Span, back};
use crate::times::Timex;
use crate::tokens::Sentence;
use std::ops::Range;

/// How far before its verb a subject may stand, in tokens.
pub(super) const SUBJECT: usize = 12;

/// A verb's second word stands no further behind it, in tokens.
const OBJECT: usize = 6;

/// The events of an article in text order.
pub fn find(english: &English, parse: &Parse<'_>, mentions: &Mentions, timexes: &[Timex]) -> Vec<Event> {
    let words = &english.events;
    let mut events = Vec::new();
    let (mut next_mention, mut next_timex) = (0, 0);
    for (s, sentence) in parse.sentences().iter().enumerate() {
        let first = events.len();
        let in_sentence = |from: &mut usize, at: &dyn Fn(usize) -> Option<Range<usize>>| {
            let start = *from;
            while at(*from).is_some_and(|t| t.start < sentence.tokens.end) {
                *from += 1;
            }
            start..*from
        };
        let here = in_sentence(&mut next_mention, &|i| mentions.mentions.get(i).map(|m| m.tokens.clone()));
        let times = in_sentence(&mut next_timex, &|i| timexes.get(i).map(|t| t.tokens.clone()));
        if sentence.kind != BlockKind::Dateline {
            let named = |t: usize| {
                let name = |m: &&Mention| m.kind == MentionKind::Name && m.label != EntityType::Event;
                parse.upos(t) == Upos::Propn
                    && mentions.mentions[here.clone()].iter().filter(name).any(|m| m.tokens.contains(&t))
                    || timexes[times.clone()].iter().any(|x| x.tokens.contains(&t))
            };
            triggers(english, parse, s, sentence, named, &mut events);
        }
        let mine = &mut events[first..];
        // "June", taken for a person.
        let timed = |m: usize| {
            let m = &mentions.mentions[m].tokens;
            timexes[times.clone()].iter().any(|x| x.tokens.start <= m.start && m.end <= x.tokens.end)
        };
        participants(parse, mentions, here.clone(), &timed, mine);
        let again = links::link(words, parse, sentence, timexes, times, mine);
        if !again.is_empty() {
            events.extend(again);
            events[first..].arrange_by_key(|e| e.trigger);
        }
        accuse::accuse(words, parse, mentions, here, sentence, &mut events[first..]);
    }
    events
}

/// A token in lower case, looked up, with a second word that makes it another verb, perhaps behind its object.
///
/// ok: `A jury [2020-07-13 found] Paul Rehn guilty on Monday. / Rehn was [2020-07-13 convicted] on Monday.`
/// ok: `A jury [2020-07-13 found] former mayor Paul Rehn guilty on Monday. / Rehn was [2020-07-13 convicted] on Monday.`
/// ok: `A guard [2020-07-13 shot] two men dead on Monday.` `He was [2020-07-13 found] not guilty on Monday.`
fn known(words: &EventsWords, parse: &Parse<'_>, t: usize) -> Option<EventWord> {
    let first = parse.form(t).to_lowercase();
    if words.opens_pair(&first) {
        let object = |u: Upos| {
            u.is_nominal() || matches!(u, Upos::Pron | Upos::Det | Upos::Adj | Upos::Num | Upos::Part | Upos::Punct)
        };
        let part = |i: usize| object(parse.upos(i)) && !links::breaks(parse.form(i));
        for i in t + 1..parse.sentence_tokens(t).end.min(t + OBJECT) {
            let both = words.both(&first, &parse.form(i).to_lowercase());
            if both.is_some() {
                return both;
            }
            if !part(i) {
                break;
            }
        }
    }
    let next = mood::next_word(parse, t);
    words.pair(&parse.form(t).to_lowercase(), &next)
}

/// The words of a sentence that name events; none that are part of a name or of a time expression.
///
/// ok: `Drivers [2020-07-13 returned] to work on Monday.`
/// ok: `The [2020-07-13 ceasefire] took effect at midnight on Monday.` `The [2020-07-13 talks] began on Monday.`
/// no: `The [- talks] were to begin on Monday.`
/// ok: `The [2020-07-06 trial] of Ivo Brand opened on 6 July. / Ana Holm [2020-07-13 quit] a week after the [2020-07-06 trial] began.`
/// ok: `Deputies [2020-07-13 approved] the budget by 61 votes to 40 on Monday.`
/// ok: `The club [2020-07-13 signed] striker Jens Holm on Monday from Brann.` `The firm [2020-07-13 sacked] manager Ida Rask on Monday for theft.`
/// ok: `The [2020-07-04 race], which began on 4 July, [2020-07-12 ended] on Sunday.`
/// ok: `Rebels [2020-07-13 fired] rockets at the town of Ezra on Monday.`
/// no: `He came first in the [- Tour] of Arda on Monday.`
/// ok: `Rebels [2020-07-13 attacked] Corby Falls on Monday.` `Protesters [2020-03-01/2020-03-31 rallied] in March.`
fn triggers(
    english: &English,
    parse: &Parse<'_>,
    s: usize,
    sentence: &Sentence,
    named: impl Fn(usize) -> bool,
    events: &mut Vec<Event>,
) {
    let words = &english.events;
    let first = events.len();
    // In "Plane crashes off the coast" a form in -s may pass for a plural.
    let last = sentence.tokens.end.saturating_sub(1);
    let verbs = sentence.tokens.clone().filter(|&t| matches!(parse.upos(t), Upos::Verb | Upos::Aux)).count();
    let verbless = s == 0 && parse.upos(last) != Upos::Punct && verbs == 0;
    // "Rebels fired rockets": a sentence without a verb has one that passes for an adjective.
    let fallen = !verbless && verbs == 0;
    for t in sentence.tokens.clone() {
        let word = known(words, parse, t);
        // "The trial opened": it began.
        let opened = |w: &EventWord| !w.noun && w.class == words.opening && parse.child(t, Deprel::Obj).is_none();
        let of_event =
            || events[first..].last().is_some_and(|e| e.noun && e.carrier.is_none() && t < e.trigger + SUBJECT);
        let word = if word.as_ref().is_some_and(opened) && of_event() { words.word(words.begins) } else { word };
        let upos = parse.upos(t);
        let tagged = upos != Upos::X;
        // After an article a word is a noun, whatever the tagger took it for.
        let ruled = t > sentence.tokens.start && parse.upos(t - 1) == Upos::Det && word.is_some_and(|w| w.noun);
        let told = verbless && t > sentence.tokens.start && words.headline_verb(parse.form(t), parse.lemma(t));
        let past = upos == Upos::Adj && t > sentence.tokens.start && parse.upos(t - 1).is_nominal();
        let base = words.bases(parse.form(t)).filter(|_| fallen && past);
        let told = told || base.is_some();
        let verb = (upos == Upos::Verb || told) && !ruled;
        let takes = match word {
            Some(w) if w.aspect != Aspect::Event => {
                // "The attack began": the beginning is the attack's own.
                // In "the fifth since the dispute began" it is of another noun.
                let other = |e: &usize| {
                    let subject = parse.children(t).find(|&c| c < t && parse.deprel(c) == Deprel::Nsubj);
                    subject.is_some_and(|s| s > events[*e].trigger && parse.upos(s).is_nominal())
                };
                let noun = back(first..events.len(), &|e| events[e].noun).filter(|e| !other(e));
                // "The race, which began on 4 July, ended on Sunday": two.
                let noun = noun.filter(|&e| events[e].carrier.is_none());
                if let Some(e) = noun {
                    events[e].aspect = w.aspect;
                    events[e].carrier = Some(t);
                    // "The talks are to start": they have not.
                    if verb && mood::told(words, parse, sentence.tokens.start, t) == Told::Unreal {
                        events[e].told = Told::Unreal;
                    }
                }
                noun.is_none() && (!tagged || verb || the_start(words, parse, t))
            }
            // "the offensive" without a noun behind it is one, though the tagger may take it for an adjective.
            Some(w) if w.noun && upos == Upos::Adj => {
                let next = (t + 1..sentence.tokens.end).next();
                next.is_none_or(|n| {
                    !(parse.upos(n).is_nominal() || parse.upos(n) == Upos::Adj)
                        || known(words, parse, n).is_some_and(|w| !w.noun)
                })
            }
            Some(w) if w.noun => !tagged || verb || upos.is_nominal(),
            // "the attacking forces" are told of, not the attack; but "the club signed striker Ivo Maas".
            Some(_) if parse.deprel(t) == Deprel::Amod && !told => {
                let behind = t > sentence.tokens.start && parse.upos(t - 1).is_nominal();
                verb && behind && verbs == 1 && !parse.feats(t).has(Feats::ING)
            }
            // A form that can only be a verb's is one, whatever the tagger took it for.
            // "Denied the charges", "a bomb exploded": things, no events.
            Some(_) if upos == Upos::Noun && t > sentence.tokens.start && parse.upos(t - 1) == Upos::Det => false,
            Some(_) => !matches!(upos, Upos::Adp | Upos::Adv | Upos::Det | Upos::Propn | Upos::Pron | Upos::Num),
            None => verb,
        };
        // "The Tour of Arda": a name, though no list has it.
        let title = word.is_some_and(|w| w.noun)
            && upos.is_nominal()
            && sentence.kind != BlockKind::Headline
            && t > sentence.tokens.start
            && parse.form(t).starts_with(char::is_uppercase)
            && words.definite.contains(&parse.form(t - 1));
        // "Went back to work": no verb, whatever the tagger took it for.
        let back = parse.says(t, &words.duties) && t >= sentence.tokens.start + 2 && parse.says(t - 2, &words.goes_to);
        // "By 61 votes to 40".
        let tally = t > sentence.tokens.start && parse.upos(t - 1) == Upos::Num && parse.says(t, &words.tallies);
        if !takes
            || back
            || title
            || tally
            || named(t)
            || parse.form(t).len() < 3
            || parse.deprel(t) == Deprel::Case
            || qualifies(english, parse, t)
        {
            continue;
        }
        let similarity = Similarity::shared(english);
        let known_word = |w: &&str| similarity.word(w).is_some();
        let base = base.and_then(|all| all.into_iter().find(known_word));
        let lemma = base.unwrap_or(parse.lemma(t)).to_lowercase();
        let form = parse.form(t).to_lowercase();
        let may_be_verb = verb || word.is_some_and(|w| !w.noun);
        let clause = clause(parse, sentence, t);
        let next = if t + 1 < sentence.tokens.end { parse.form(t + 1).to_lowercase() } else { String::new() };
        let happens = words.happens.binary_search(&form.as_str()).is_ok()
            || words.takes_place.binary_search(&(form.as_str(), next.as_str())).is_ok();
        let object = |e: &Event| e.noun && words.gives(&lemma, &e.lemma) && parse.child(t, Deprel::AuxPass).is_some();
        let happens = happens || events[first..].last().is_some_and(object);
        if may_be_verb && happens && carries(parse, &mut events[first..], t) {
            continue;
        }
        events.push(Event {
            trigger: t,
            span: parse.span(t),
            clause: parse.span_of(clause.clone()),
            sentence: SentenceIx::new(s),
            lemma,
            class: word.map(|w| w.class),
            noun: !verb && word.is_some_and(|w| w.noun || w.aspect == Aspect::Begins && the_start(words, parse, t)),
            aspect: word.map_or(Aspect::Event, |w| w.aspect),
            carrier: None,
            participants: Vec::new(),
            told: mood::told(words, parse, clause.start, t),
            time: None,
            tie: Tie::On,
            until: None,
            clock: None,
            counted: None,
        });
        given(words, parse, events, first);
    }
    ends(words, parse, &mut events[first..]);
}

/// "The fire service", "crash victims": a noun that only says which body or persons are told of.
///
/// ok: `The strike leader, Ivo Brand, [2020-07-13 fled] on Monday.` `A murder [2020-07-13 trial] began on Monday.`
/// no: `The [- fire] service left the town on Monday.` `The [- crash] victims were buried on Monday.` `The [- election] commission resigned on Monday.`
fn qualifies(english: &English, parse: &Parse<'_>, t: usize) -> bool {
    let compound = parse.upos(t).is_nominal() && parse.deprel(t) == Deprel::Compound;
    let Some(head) = parse.head(t).filter(|&h| compound && t < h) else { return false };
    let sentence = parse.sentence_tokens(t);
    // "Two days before the vote rebels fled".
    let before = back(sentence.start..t, &|i| !matches!(parse.upos(i), Upos::Det | Upos::Adj));
    if before.is_some_and(|i| english.events.connectives.iter().any(|(w, _)| parse.says(i, &[w]))) {
        return false;
    }
    let last = (t + 1..sentence.end).take_while(|&i| parse.upos(i) == Upos::Noun).last().filter(|&i| head <= i);
    let of = last.and_then(|i| english.entities.noun(&parse.lemma(i).to_lowercase()));
    of.is_some_and(|n| n.person || n.kin || n.anonymous || n.group || n.organisation || n.state)
}

/// "Eight days after the start": of what, the story tells.
fn the_start(words: &EventsWords, parse: &Parse<'_>, t: usize) -> bool {
    let begins = words.word(&parse.form(t).to_lowercase()).is_some_and(|w| w.aspect == Aspect::Begins);
    let known = parse.word_before(t).is_some_and(|w| words.definite.contains(&w.as_str()));
    begins && known && parse.upos(t) == Upos::Noun && mood::next_word(parse, t) != words.of
}

/// "The deal ended the strike": what ends is what the verb is done to, not what does it.
///
/// ok: `A [2020-07-01 strike] at the port began on 1 July. A deal ended the strike on Monday.`
fn ends(words: &EventsWords, parse: &Parse<'_>, events: &mut [Event]) {
    for n in 0..events.len() {
        let object = parse.head(events[n].trigger).filter(|_| parse.deprel(events[n].trigger) == Deprel::Obj);
        let Some(verb) = object.filter(|_| events[n].noun && events[n].carrier.is_none()) else { continue };
        let aspect = known(words, parse, verb).map_or(Aspect::Event, |w| w.aspect);
        if let Some(f) = events[..n].iter().position(|e| e.carrier == Some(verb) && aspect == Aspect::Ends) {
            (events[f].carrier, events[f].aspect) = (None, Aspect::Event);
            (events[n].carrier, events[n].aspect) = (Some(verb), aspect);
        }
    }
}

/// "Read the verdict at noon": a verb that says no more than that its object was given tells of that, and is no event of its own.
///
/// ok: `The foreman read the [2020-07-13 verdict] in Arda on Monday.` `The [2020-07-13 verdict] was read in Arda on Monday.`
/// no: `The foreman [- read] the verdict on Monday.` `The judge [- passed] sentence on Monday.` `The court will deliver its [- verdict] on Friday.`
fn given(words: &EventsWords, parse: &Parse<'_>, events: &mut Vec<Event>, first: usize) {
    let [.., verb, noun] = &events[first..] else { return };
    let at = verb.trigger;
    let small = |t: usize| {
        parse.upos(t).is_nominal()
            || matches!(parse.upos(t), Upos::Det | Upos::Adj | Upos::Num | Upos::Part | Upos::Pron)
            || t == at + 1
    };
    let plain = noun.noun && !verb.noun && noun.carrier.is_none() && noun.trigger <= at + OBJECT;
    if plain && words.gives(&verb.lemma, &noun.lemma) && (at + 1..noun.trigger).all(small) {
        let told = verb.told;
        events.remove(events.len() - 2);
        if let Some(noun) = events.last_mut() {
            noun.carrier = Some(at);
            noun.told = if noun.told == Told::Fact { told } else { noun.told };
        }
    }
}

/// "The quake struck at dawn": the verb tells of its subject, and is no event of its own.
fn carries(parse: &Parse<'_>, events: &mut [Event], verb: usize) -> bool {
    let Some(noun) = events.last_mut().filter(|e| e.noun && e.carrier.is_none() && e.trigger + SUBJECT > verb) else {
        return false;
    };
    let between = noun.trigger + 1..verb;
    if between.clone().any(|t| links::breaks(parse.form(t))) || noun.trigger == verb {
        return false;
    }
    noun.carrier = Some(verb);
    true
}

/// The stretch between marks that holds a token.
fn clause(parse: &Parse<'_>, sentence: &Sentence, t: usize) -> Range<usize> {
    let mark = |i: usize| matches!(parse.form(i), "," | ";" | ":" | "—" | "–" | "(" | ")" | "“" | "”" | "\"");
    let start = back(sentence.tokens.start..t, &mark).map_or(sentence.tokens.start, |i| i + 1);
    let end = (t + 1..sentence.tokens.end).find(|&i| mark(i)).unwrap_or(sentence.tokens.end);
    start..end
}

/// Who takes part: the names of the event's clause, else of its sentence.
fn participants(
    parse: &Parse<'_>,
    mentions: &Mentions,
    here: Range<usize>,
    timed: &dyn Fn(usize) -> bool,
    events: &mut [Event],
) {
    for event in events {
        let inside = |span: Span| {
            let inside = here.clone().filter(|&m| span.contains(mentions.mentions[m].span) && !timed(m));
            inside.map(MentionIx::new).collect::<Vec<_>>()
        };
        event.participants = inside(event.clause);
        if event.participants.is_empty() && !event.noun {
            let sentence = parse.sentences()[event.sentence.ix()].span;
            // The subject of a verb without one of its own stands before it.
            event.participants = inside(sentence)
                .into_iter()
                .rev()
                .filter(|m| mentions.mentions[m.ix()].tokens.end <= event.trigger)
                .take(1)
                .collect();
        }
    }
}
