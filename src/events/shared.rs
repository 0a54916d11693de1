//! What the time of one event of a sentence tells of another.

use super::Event;
use super::find::SUBJECT;
use super::links::breaks;
use crate::english::events::{EventsWords, Tie};
use crate::syntax::{Deprel, Parse};
use crate::tags::{Feats, Upos};
use crate::text::back;
use crate::tokens::Sentence;

/// How far behind its verb an object may stand, in tokens.
const OBJECT: usize = 6;

/// "The army seized power on Monday and detained the leader": two verbs of one clause have one time; "a quake struck on
/// Monday, killing two": what it did at once too.
///
/// ok: `A bomb [2020-07-13 exploded] in Arda on Monday, [2020-07-13 killing] two people.`
pub(super) fn joined(words: &EventsWords, parse: &Parse<'_>, events: &mut [Event], sentence: &Sentence) {
    let first = events.partition_point(|e| e.trigger < sentence.tokens.start);
    for k in first + 1..events.len() {
        let (at, noun) = (events[k].trigger, events[k].noun);
        if noun || events[k].time.is_some() || at == sentence.tokens.start {
            continue;
        }
        let effect = parse.feats(at).has(Feats::ING)
            && parse.form(at - 1) == ","
            && words.effects.binary_search(&events[k].lemma.as_str()).is_ok();
        if parse.upos(at - 1) != Upos::Cconj && !effect {
            if events[k].class.is_some() {
                at_once(words, parse, events, k, first);
            }
            continue;
        }
        let Some(f) = back(first..k, &|f| !events[f].noun || effect) else { continue };
        let apart = (events[f].trigger + 1..at - 1).any(|t| breaks(parse.form(t)));
        if events[f].time.is_some() && !apart && (!effect || events[f].tie == Tie::On) {
            let Event { time, tie, until, .. } = events[f];
            (events[k].time, events[k].tie, events[k].until) = (time, tie, until);
        }
    }
}

/// "Was arrested on 16 June as he returned from a holiday": both were then.
///
/// ok: `He was [2020-07-06 arrested] on 6 July, as he [2020-07-06 returned] from a holiday.`
/// ok: `The tower [2020-07-13 collapsed] on Monday, when a crane [2020-07-13 plunged] into it.`
/// no: `He was [2020-07-06 arrested] on 6 July, as well as [../2020-07-15 charged] with fraud.`
fn at_once(words: &EventsWords, parse: &Parse<'_>, events: &mut [Event], k: usize, first: usize) {
    let at = events[k].trigger;
    let start = parse.sentence_tokens(at).start.max(at.saturating_sub(SUBJECT));
    let opener = (start..at).rev().take_while(|&t| !breaks(parse.form(t))).find(|&t| parse.says(t, &words.at_once));
    let Some(opener) = opener else { return };
    let opens = |t: usize| parse.upos(t).is_nominal() || matches!(parse.upos(t), Upos::Pron | Upos::Det | Upos::Adj);
    let subject = opener + 1 < at && opens(opener + 1);
    let lone = !events[..k].iter().rev().take_while(|e| e.trigger > opener).any(|e| !e.noun);
    let Some(f) = back(first..k, &|f| !events[f].noun && events[f].trigger < opener) else { return };
    if subject && lone && events[f].tie == Tie::On && events[f].until.is_none() {
        events[k].time = events[f].time;
    }
}

/// "The blast killed six on Tuesday", "she won the vote on Sunday": a verb's time is that of the event it is about.
///
/// ok: `Pilots began a [2020-07-05 strike] on 5 July. / The week before the [2020-07-05 strike] began, talks collapsed.`
pub(super) fn share(words: &EventsWords, parse: &Parse<'_>, events: &mut [Event], k: usize) {
    let (verb, lemma) = (events[k].trigger, events[k].lemma.clone());
    if events[k].noun {
        return;
    }
    let plain = |a: usize, b: usize| !(a + 1..b).any(|t| breaks(parse.form(t)));
    let told_by = |list: &[&str]| list.binary_search(&lemma.as_str()).is_ok();
    let subject = (0..k).next_back().filter(|&n| events[n].trigger + SUBJECT > verb && plain(events[n].trigger, verb));
    let object = Some(k + 1).filter(|&n| n < events.len() && events[n].trigger < verb + OBJECT);
    let object = object.filter(|&n| plain(verb, events[n].trigger));
    // "The vote was held on Sunday."
    let passive = parse.feats(verb).has(Feats::PASSIVE) || parse.child(verb, Deprel::AuxPass).is_some();
    // "Those shot after the putsch were buried": of what befell them it tells, not of the putsch.
    let befell = parse.child(verb, Deprel::AuxPass).is_some();
    let happened = told_by(&words.effects) && !befell || passive && told_by(&words.holds);
    let about = [subject.filter(|_| happened), object.filter(|_| told_by(&words.holds))];
    for n in about.into_iter().flatten() {
        if events[n].noun && events[n].carrier.is_none() && events[n].time.is_none() {
            let Event { time, tie, until, .. } = events[k];
            (events[n].time, events[n].tie, events[n].until) = (time, tie, until);
        }
    }
}
