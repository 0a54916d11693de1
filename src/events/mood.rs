//! Whether an event is told as a fact, or as planned, feared, denied, asked for or only possible.

use crate::english::events::EventsWords;
use crate::syntax::{Deprel, Parse};
use crate::tags::{Feats, Upos};

/// How many tokens before a word can make it unreal.
const MOOD: usize = 4;

/// True for an event that is told as a fact.
pub(super) fn actual(words: &EventsWords, parse: &Parse<'_>, clause: usize, t: usize) -> bool {
    !(said_unreal(words, parse, clause, t) || aimed_at(words, parse, t) || is_plan(words, parse, t))
}

/// Words right before it in its own clause.
///
/// ok: `The ferry [2020-07-13 sank] on Monday.` `Guards [2020-07-14 killed] two men on Tuesday, police said.`
/// ok: `The peace plan [2020-07-13 collapsed] on Monday.` `The feared gang leader was [2020-07-14 arrested] on Tuesday.`
/// no: `The army will [- attack] on Friday.` `No one was [- killed] on Monday.` `The bank did not [- collapse] on Monday.`
/// no: `Police feared a [- bombing] on Monday.` `The union called for a [- strike] on Monday.`
/// no: `There were plans for an [- attack] on Monday.`
fn said_unreal(words: &EventsWords, parse: &Parse<'_>, clause: usize, t: usize) -> bool {
    let form = |i: usize| parse.form(i).to_lowercase();
    let mut past = false;
    for i in (clause.max(t.saturating_sub(MOOD))..t).rev() {
        let here = form(i);
        // What stands before "after the fire", "who fled" is said of another clause.
        if words.clause_openers.binary_search(&here.as_str()).is_ok() || words.openers[1..].contains(&here.as_str()) {
            return false;
        }
        // "A strike planned for Friday was cancelled": the verb of the clause stands between.
        if past && parse.upos(i) == Upos::Verb {
            return false;
        }
        past |= parse.upos(i) == Upos::Aux && parse.feats(i).has(Feats::PAST);
        let next = form(i + 1);
        let noun = words.unreal_nouns.binary_search(&here.as_str()).is_ok() && parse.upos(i) != Upos::Verb;
        let unreal = if noun {
            i + 1 < t && words.noun_links.contains(&next.as_str())
        } else {
            // "the feared leader was arrested": said of the leader.
            let of_noun = parse.upos(i) == Upos::Adj && i + 1 < t && parse.upos(t) == Upos::Verb;
            words.unreal.binary_search(&here.as_str()).is_ok() && !of_noun
        };
        let pair = words.unreal_pairs.binary_search(&(here.as_str(), next.as_str())).is_ok();
        if unreal || pair || words.negative.contains(&here.as_str()) {
            return true;
        }
    }
    false
}

/// An infinitive is what someone has in mind, unless its verb says that it came about, or a superlative that it did.
///
/// ok: `The video forced the minister to [2020-07-13 resign] on Monday.` `The storm began to [2020-07-14 flood] homes on Tuesday.`
/// ok: `She became the first woman to [2020-07-13 win] on Monday.`
/// no: `The firm hopes to [- acquire] its rival on Monday.` `The court asked him to [- testify] on Tuesday.`
fn aimed_at(words: &EventsWords, parse: &Parse<'_>, t: usize) -> bool {
    let Some(to) = t.checked_sub(1).filter(|&i| parse.form(i).eq_ignore_ascii_case(words.infinitive)) else {
        return false;
    };
    if !parse.feats(t).has(Feats::INFINITIVE) {
        return false;
    }
    let start = parse.sentence_tokens(t).start;
    let rare = |i: usize| {
        parse.feats(i).has(Feats::SUPERLATIVE)
            || words.rare.binary_search(&parse.form(i).to_lowercase().as_str()).is_ok()
    };
    if (to.saturating_sub(MOOD).max(start)..to).any(rare) {
        return false;
    }
    // The verb that it hangs on, else the nearest before it.
    let verb = |h: &usize| *h < to && matches!(parse.upos(*h), Upos::Verb | Upos::Adj);
    let above = parse.head(t).filter(verb).or_else(|| (start..to).rev().find(verb));
    above.is_none_or(|h| words.implicative.binary_search(&parse.lemma(h)).is_err())
}

/// A verb of planning tells of a plan, not of what happened when.
///
/// ok: `A strike that was planned for Friday was [2020-07-13 cancelled] on Monday.`
/// no: `A strike was [- planned] for Friday.` `The talks are [- scheduled] for Monday.`
fn is_plan(words: &EventsWords, parse: &Parse<'_>, t: usize) -> bool {
    let form = parse.form(t).to_lowercase();
    parse.upos(t) == Upos::Verb && parse.deprel(t) != Deprel::Amod && words.unreal.binary_search(&form.as_str()).is_ok()
}
