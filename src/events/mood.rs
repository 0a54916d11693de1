//! Whether an event is told as a fact, as what somebody is charged with, or as planned, feared, denied, asked for or
//! only possible.

use super::event::Told;
use super::links::breaks;
use crate::english::events::EventsWords;
use crate::syntax::{Deprel, Parse};
use crate::tags::{Feats, Upos};
use crate::text::back;

/// How many tokens before a word can make it unreal.
const MOOD: usize = 4;
/// So many words may stand beside a subject, between commas.
const ASIDE: usize = 7;
/// How far before it the verb may stand that denies a clause or charges somebody with it, in tokens.
const SCOPE: usize = 24;
/// How many clauses deep a denied clause may stand.
const DEEP: usize = 4;
/// How far behind a noun the verb may stand that says that it happened, in tokens.
const CARRIED: usize = 8;

/// True if a sorted list has a word.
pub(super) fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// The word after a token, in lower case; nothing behind the last.
pub(super) fn next_word(parse: &Parse<'_>, t: usize) -> String {
    if t + 1 < parse.len() { parse.form(t + 1).to_lowercase() } else { String::new() }
}

/// How an event is told.
pub(super) fn told(words: &EventsWords, parse: &Parse<'_>, clause: usize, t: usize) -> Told {
    let unreal = said_unreal(words, parse, clause, t)
        || aimed_at(words, parse, t)
        || is_plan(words, parse, t)
        || is_asked(words, parse, t)
        || of_picture(words, parse, t)
        || nobody(words, parse, t)
        || never(words, parse, t);
    if unreal { Told::Unreal } else { outer(words, parse, t) }
}

/// A question, or what would have followed "had the dam burst".
///
/// ok: `The bridge [2020-07-13 collapsed] on Monday. Who is to blame?` `He had been [2020-07-13 arrested] on Monday.`
/// no: `Did the minister [- resign] on Monday?` `Had the dam [- collapsed] on Monday, the town would have drowned.`
fn is_asked(words: &EventsWords, parse: &Parse<'_>, t: usize) -> bool {
    let sentence = parse.sentence_tokens(t);
    let asked = sentence.clone().rev().take(2).any(|i| parse.form(i) == words.mood.question);
    let first = parse.form(sentence.start).to_lowercase();
    let inverted = words.had.contains(&first.as_str())
        && sentence.start + 1 < t
        && !matches!(parse.upos(sentence.start + 1), Upos::Verb | Upos::Adv)
        && !(sentence.start..t).any(|i| breaks(parse.form(i)));
    asked || inverted
}

/// What a sentence says of the picture that it goes with: who gave it out, when it was taken, what it shows.
///
/// ok: `In this picture released on Tuesday, rebels [2020-07-13 stormed] the palace on Monday.`
/// ok: `Police [2020-07-13 released] the video on Monday.` `The court [2020-07-13 released] a photo on Monday.`
/// ok: `The photo [2020-07-13 released] on Monday led to protests.` `The video was [2020-07-13 published] on Monday.`
/// no: `This handout photo [- distributed] by the navy on Tuesday shows the wreck.` `In this image [- taken] on Monday, a woman votes.`
/// no: `A photo [- released] by the court on Monday [- shows] the judge.` `Satellite images [- taken] on Monday show the crater.`
fn of_picture(words: &EventsWords, parse: &Parse<'_>, t: usize) -> bool {
    let mood = &words.mood;
    let lemma = |i: usize| parse.lemma(i).to_lowercase();
    let (shows, made) = (has(&mood.shows, &lemma(t)), has(&mood.displays, &lemma(t)));
    if !shows && !made {
        return false;
    }
    let start = parse.sentence_tokens(t).start;
    let picture = |&i: &usize| parse.upos(i).is_nominal() && has(&mood.pictures, &lemma(i));
    let Some(noun) = (start.max(t.saturating_sub(SCOPE))..t).rev().find(picture) else { return false };
    let verb = |i: usize| matches!(parse.upos(i), Upos::Verb | Upos::Aux);
    // "A photo released by the court shows": what stands between is said of the photo too.
    if shows && !(noun + 1..t).any(|i| verb(i) && !has(&mood.displays, &lemma(i))) {
        return true;
    }
    // "The photo released on Monday" is one that the story tells of.
    let part = |&i: &usize| parse.upos(i).is_nominal() || matches!(parse.upos(i), Upos::Adj | Upos::Num);
    let first = (start..noun).rev().take_while(part).last().unwrap_or(noun);
    let before = first.checked_sub(1).filter(|&b| b >= start).map_or(String::new(), |b| parse.form(b).to_lowercase());
    let known = words.definite.contains(&before.as_str()) && !mood.here.contains(&before.as_str());
    made && !known && !(noun + 1..t).any(|i| verb(i) || parse.upos(i).is_nominal())
}

/// Its subject is nobody.
///
/// ok: `A guard was [2020-07-13 killed] on Monday.`
/// no: `None of the men was [- killed] on Monday.` `Nobody on the ship was [- hurt] on Monday.`
/// no: `No bridge [- collapsed] on Monday.` `There [- was] no explosion on Monday.`
fn nobody(words: &EventsWords, parse: &Parse<'_>, t: usize) -> bool {
    let subject = parse.children(t).find(|&c| matches!(parse.deprel(c), Deprel::Nsubj | Deprel::NsubjPass));
    let none = |i: usize| parse.says(i, &words.mood.nobodies);
    let there = || parse.children(t).any(|c| parse.deprel(c) == Deprel::Expl);
    subject.filter(|&s| s < t || there()).is_some_and(|s| none(s) || parse.children(s).any(|c| c < s && none(c)))
}

/// "The attack never happened".
///
/// ok: `The [2020-07-13 attack] on Monday happened at dawn.`
/// no: `The army's [- attack] on Monday never happened.` `The [- vote] never took place on Monday.`
/// no: `The [- concert] of 13 July did not take place.` `The [- march] on Monday did not go ahead.`
fn never(words: &EventsWords, parse: &Parse<'_>, t: usize) -> bool {
    let end = parse.sentence_tokens(t).end.min(t + CARRIED);
    let form = |i: usize| parse.form(i).to_lowercase();
    let places =
        |v: usize| v + 1 < end && words.takes_place.binary_search(&(form(v).as_str(), form(v + 1).as_str())).is_ok();
    let mut verbs = (t + 1..end).filter(|&i| parse.upos(i) == Upos::Verb);
    let verb = verbs.next().filter(|&v| parse.says(v, &words.happens) || parse.lemma(v) == words.happen || places(v));
    let negative = |i: usize| parse.says(i, &words.negative);
    parse.upos(t).is_nominal() && verb.is_some_and(|v| (t + 1..v).any(negative))
}

/// What the verb, noun or adjective of another clause makes of it.
///
/// ok: `The minister denied the report and [2020-07-13 resigned] on Monday.`
/// ok: `The man accused of fraud [2020-07-13 fled] on Monday.` `The clerk suspected of theft [2020-07-13 resigned] on Monday.` `A suspect was [2020-07-13 shot] on Monday.`
/// ok: `It is true that the bridge [2020-07-13 collapsed] on Monday.` `Police said that he [2020-07-13 fled] on Monday.`
/// ok: `The rebels claimed their men had [?2020-07-14 downed] a drone on Tuesday.` `The flood claimed nine lives and [2020-07-13 destroyed] a dam on Monday.`
/// no: `Officials denied that the bridge had [- collapsed] on Monday.` `The mayor denied [- resigning] on Monday.`
/// no: `It is not true that the bridge [- collapsed] on Monday.` `There is no evidence that troops [- attacked] the town on Monday.`
/// ok: `Fans complained to the club on Tuesday that police [?2020-07-12 beat] them on Sunday.` `The mayor [2020-07-13 complained] about noise on Monday.`
/// ok: `They allege that an engineer, Tom Vaile, [?2020-07-09 forged] a report on 9 July.`
/// ok: `His lawyers claim that he was dismissed at a [?2020-07-12 meeting] on 12 July.`
/// ok: `Residents accused soldiers of [?2020-07-14 beating] villagers on Tuesday.`
/// ok: `He was arrested on Monday and is accused of having [?2020-07-02 bribed] two inspectors on 2 July.`
/// ok: `Ann Lee is suspected of having [?2020-07-14 fled] on Tuesday.` `The man accused of having set the fire [2020-07-13 fled] on Monday.`
/// no: `Reports that the general [- fled] on Monday are false.` `He was acquitted of [- killing] two men in June.`
fn outer(words: &EventsWords, parse: &Parse<'_>, t: usize) -> Told {
    let mood = &words.mood;
    if denied_above(words, parse, t) {
        return Told::Unreal;
    }
    let sentence = parse.sentence_tokens(t);
    let form = |i: usize| parse.form(i).to_lowercase();
    let verb = |i: usize| parse.upos(i) == Upos::Verb;
    // Headlines have "denies" taken for a noun; a noun has an article or a describing word before it.
    let may_be_verb = |i: usize| {
        verb(i) || i > sentence.start && !matches!(parse.upos(i - 1), Upos::Det | Upos::Adj | Upos::Num | Upos::Adp)
    };
    let negated = |i: usize| {
        let from = i.saturating_sub(MOOD).max(sentence.start);
        (from..i).any(|b| parse.says(b, &words.negative))
    };
    let near = t.saturating_sub(MOOD).max(sentence.start)..t;
    if near.rev().take_while(|&i| !breaks(parse.form(i)) && !verb(i)).any(|i| parse.says(i, &mood.alleged)) {
        return Told::Alleged;
    }
    // What stands between the word looked at and the event.
    let (mut that, mut verbs, mut link) = (None, 0, false);
    // "Allege that an engineer, Tom Vaile, forged a report": what stands beside a subject parts nothing.
    let part = |i: usize| parse.upos(i).is_nominal() || matches!(parse.upos(i), Upos::Det | Upos::Adj | Upos::Num);
    let comma = |i: usize| i > sentence.start && parse.form(i) == ",";
    let beside = t.checked_sub(1).filter(|&i| comma(i)).and_then(|i| {
        let open = back(sentence.start.max(i.saturating_sub(ASIDE))..i, &|o| !part(o))?;
        (comma(open) && open + 1 < i).then_some(open)
    });
    let from = beside.unwrap_or(t);
    for i in (t.saturating_sub(SCOPE).max(sentence.start)..from).rev() {
        let here = form(i);
        if breaks(&here) || mood.contrasts.contains(&here.as_str()) || words.openers[1..].contains(&here.as_str()) {
            break;
        }
        let lemma = parse.lemma(i).to_lowercase();
        let opens = that == Some(i + 1);
        // "The man accused of fraud fled": what he is accused of stands behind "of", whatever else the tree hangs on it.
        let linked = parse.says(i + 1, &mood.deed_links);
        let content = || !linked && told_by(parse, t, i);
        let clause = that.is_some() || verbs == 0 && parse.says(i + 1, &mood.subjects) || content();
        let deed = deed(words, parse, i, t, verbs);
        if has(&mood.deniers, &here) && may_be_verb(i) && (clause || deed) {
            return Told::Unreal;
        }
        if has(&mood.acquitters, &here) && link && deed {
            return Told::Unreal;
        }
        let charges = verb(i) || may_be_verb(i) && !has(&mood.rumours, &lemma);
        if has(&mood.allegers, &here) && charges && (clause || link && deed) {
            return Told::Alleged;
        }
        if has(&mood.guesses, &here)
            && verbs == 0
            && i + 2 < t
            && form(i + 1) == words.infinitive
            && form(i + 2) == mood.have
        {
            return Told::Alleged;
        }
        if has(&mood.rumours, &lemma) && opens && !verb(i) {
            let behind = (t + 1..sentence.end).any(|b| parse.says(b, &mood.falsities));
            let before = (sentence.start..i).any(|b| parse.says(b, &mood.deniers) || parse.says(b, &mood.dismissers));
            return if behind || before { Told::Unreal } else { Told::Alleged };
        }
        let open = has(&mood.proofs, &lemma) || has(&mood.truths, &here);
        if opens && (open && negated(i) || has(&mood.falsities, &here)) {
            return Told::Unreal;
        }
        that = if here == mood.that { Some(i) } else { that };
        verbs += usize::from(verb(i));
        link |= mood.deed_links.contains(&here.as_str());
    }
    Told::Fact
}

/// True for what the clause under `verb` tells, a few steps down: "claim that he was forced out at a meeting".
fn told_by(parse: &Parse<'_>, t: usize, verb: usize) -> bool {
    let up = std::iter::successors(Some(t), |&at| parse.head(at)).take(DEEP);
    up.into_iter().any(|at| parse.head(at) == Some(verb) && parse.deprel(at) == Deprel::Ccomp)
}

/// A clause that the tree hangs on a denial, however much stands between.
pub(super) fn denied_above(words: &EventsWords, parse: &Parse<'_>, t: usize) -> bool {
    let mut at = t;
    for _ in 0..DEEP {
        let Some(above) = parse.head(at).filter(|_| matches!(parse.deprel(at), Deprel::Ccomp | Deprel::Xcomp)) else {
            return false;
        };
        if above < t && parse.upos(above) == Upos::Verb && has(&words.mood.deniers, &parse.form(above).to_lowercase()) {
            return true;
        }
        at = above;
    }
    false
}

/// True for what a charge or denial at `i` is of: the first verb behind it if that is a gerund, or one joined to it; a noun
/// that is not known already ("accused of murder", not "accused of the attack").
fn deed(words: &EventsWords, parse: &Parse<'_>, i: usize, t: usize, verbs: usize) -> bool {
    let gerund = parse.feats(t).has(Feats::ING) && !parse.upos(t).is_nominal();
    let joined = parse.upos(t - 1) == Upos::Cconj;
    // "accused of having robbed a bank"
    let small = |&&b: &&usize| matches!(parse.upos(b), Upos::Adv | Upos::Aux) && parse.form(b) != words.mood.having;
    let back: Vec<usize> = (i + 1..t).rev().take(MOOD).collect();
    let having = back.iter().find(|b| !small(b)).filter(|&&b| parse.form(b) == words.mood.having);
    if let Some(&having) = having.filter(|_| parse.upos(t) == Upos::Verb) {
        return verbs == usize::from(parse.upos(having) == Upos::Verb);
    }
    if gerund {
        return verbs == 0 && !joined || verbs == 1 && joined;
    }
    let known = |b: usize| parse.says(b, &words.definite) || parse.says(b, &words.genitives);
    verbs == 0 && parse.upos(t).is_nominal() && !(i + 1..t).any(known)
}

/// Words right before it in its own clause.
///
/// ok: `The ferry [2020-07-13 sank] on Monday.` `Guards [?2020-07-14 killed] two men on Tuesday, police said.`
/// ok: `The peace plan [2020-07-13 collapsed] on Monday.` `The feared gang leader was [2020-07-14 arrested] on Tuesday.`
/// no: `The army will [- attack] on Friday.` `No one was [- killed] on Monday.` `The bank did not [- collapse] on Monday.`
/// no: `Police feared a [- bombing] on Monday.` `The union called for a [- strike] on Monday.`
/// no: `There were plans for an [- attack] on Monday.` `He was nearly [- killed] on Monday.`
/// ok: `Nearly 50 people were [2020-07-13 killed] on Monday.`
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
        // "was nearly killed", not "nearly 50 were killed".
        if i + 1 == t && words.mood.missed.contains(&here.as_str()) && parse.upos(t) == Upos::Verb {
            return true;
        }
        let pair = words.unreal_pairs.binary_search(&(here.as_str(), next.as_str())).is_ok();
        if unreal || pair || words.negative.contains(&here.as_str()) {
            return true;
        }
    }
    false
}

/// An infinitive is what someone has in mind, unless its verb says that it came about, or a superlative that it did.
///
/// ok: `The video forced the minister to [2020-07-13 resign] on Monday.` `The storm began to [2020-07-14 damage] homes on Tuesday.`
/// ok: `She became the first woman to [2020-07-13 win] on Monday.`
/// ok: `The crew had to be [2020-07-13 rescued] on Monday.`
/// no: `The firm hopes to [- acquire] its rival on Monday.` `The court asked him to [- testify] on Tuesday.`
/// no: `He was to be [- sentenced] on Monday.` `A new mayor is due to be [>2020-07-20 sworn] in on 20 July.` `The leaders were to have [- met] on Monday.`
fn aimed_at(words: &EventsWords, parse: &Parse<'_>, t: usize) -> bool {
    let infinitive = |&i: &usize| parse.form(i).eq_ignore_ascii_case(words.infinitive);
    let small = |i: &usize| parse.says(*i, &words.mood.be_or_have);
    let first = (parse.sentence_tokens(t).start..t).rev().take_while(small).last();
    if let Some(to) = first.and_then(|f| f.checked_sub(1)).filter(infinitive) {
        // "was to have met", "is due to be sworn in"
        let plan = |w: &str| words.mood.be.contains(&w) || words.mood.plans.contains(&w);
        return parse.word_before(to).is_some_and(|w| plan(&w));
    }
    let Some(to) = t.checked_sub(1).filter(infinitive) else {
        return false;
    };
    if !parse.feats(t).has(Feats::INFINITIVE) {
        return false;
    }
    let start = parse.sentence_tokens(t).start;
    let rare = |i: usize| parse.feats(i).has(Feats::SUPERLATIVE) || parse.says(i, &words.rare);
    if (to.saturating_sub(MOOD).max(start)..to).any(rare) {
        return false;
    }
    // The verb that it hangs on, else the nearest before it.
    let verb = |h: &usize| *h < to && matches!(parse.upos(*h), Upos::Verb | Upos::Adj);
    let above = parse.head(t).filter(verb).or_else(|| (start..to).rev().find(verb));
    above.is_none_or(|h| words.implicative.binary_search(&parse.lemma(h)).is_err())
}

/// A verb of planning tells of a plan, not of what happened when; neither does the noun of what it plans.
///
/// ok: `A strike that was planned for Friday was [2020-07-13 cancelled] on Monday.`
/// ok: `The [2020-07-13 vote] on Monday was calm.`
/// no: `A strike was [- planned] for Friday.` `The talks are [- scheduled] for Monday.`
/// ok: `The [2020-07-13 strike] that began on Monday was called off.` `The [2020-07-13 vote] on Monday was won by the mayor.`
/// no: `The [- vote] of 13 July was cancelled.` `Monday's [- concert] was called off.`
/// no: `The [- summit] is planned for Monday.` `An [- election] is scheduled for Sunday.` `A [- vote] is expected on Friday.`
fn is_plan(words: &EventsWords, parse: &Parse<'_>, t: usize) -> bool {
    let plans = |v: usize| parse.says(v, &words.unreal);
    if parse.upos(t) == Upos::Verb {
        return parse.deprel(t) != Deprel::Amod && plans(t);
    }
    let subject = matches!(parse.deprel(t), Deprel::Nsubj | Deprel::NsubjPass);
    let Some(verb) = parse.head(t).filter(|&v| subject && v > t) else { return false };
    // "The vote of Friday was cancelled", but not "the strike that began on Friday was called off".
    let next = next_word(parse, verb);
    let lemma = parse.lemma(verb);
    let off = has(&words.mood.calls_off, lemma) || words.mood.calls_off_pairs.contains(&(lemma, next.as_str()));
    let off = off && parse.child(verb, Deprel::AuxPass).is_some();
    plans(verb)
        || off && !(t + 1..verb).any(|i| parse.upos(i) == Upos::Verb && !has(&words.mood.appoints, parse.lemma(i)))
}
