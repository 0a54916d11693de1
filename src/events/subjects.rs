//! Who or what an event is told of, as a stretch of its article's words.

use super::whom::{agrees, own_clause};
use super::{ArticleTimes, Event, links};
use crate::english::events::EventsWords;
use crate::syntax::Deprel;
use crate::tags::{Feats, Upos};
use crate::text::back;
use crate::times::Timex;
use std::ops::Range;

/// A clause of more tokens is not looked over for what it describes.
const RELATIVE: usize = 16;
/// A subject of more tokens is cut where its first clause begins.
const SUBJECT: usize = 12;

/// "Three days after the surgery Lind flew home": where the words begin that are not of what is counted from.
pub(super) fn behind_anchor(
    english: &EventsWords,
    article: &ArticleTimes<'_>,
    event: &Event,
    clause: &Range<usize>,
) -> Option<usize> {
    let parse = &article.parse;
    let timex = article.timexes.get(event.time?.ix())?;
    let (e, ..) = links::anchor(english, parse, article.events, timex)?;
    let next = article.events[e].trigger + 1;
    let opens = next < event.trigger && matches!(parse.upos(next), Upos::Propn | Upos::Pron | Upos::Det);
    (opens && timex.tokens.start >= clause.start).then_some(next)
}

/// Who or what does it: the verb's subject, that of the verb it hangs on, or the noun that its clause describes.
pub(super) fn subject(
    english: &EventsWords,
    article: &ArticleTimes<'_>,
    verb: usize,
    from: usize,
    clause: &Range<usize>,
) -> Option<Range<usize>> {
    let parse = &article.parse;
    let good = |mut range: Range<usize>| {
        while !range.is_empty() && matches!(parse.upos(range.start), Upos::Part | Upos::Adp) {
            range.start += 1;
        }
        Some(untimed(article, range)).filter(|r| !r.is_empty() && !relative(article, r.start))
    };
    // "John Marsh, who fled": who that is stands before it, whatever the tree made of it.
    let who = from.checked_sub(1).filter(|&t| t >= clause.start && relative(article, t));
    if let Some(mut last) = who.and_then(|t| t.checked_sub(1)) {
        let start = parse.sentence_tokens(verb).start;
        last -= usize::from(parse.form(last) == "," && last > start);
        if last >= start && parse.upos(last).is_nominal() && !timed(article, &(last..last + 1)) {
            return Some(caused(english, article, run(article, last, start), start));
        }
    }
    // All that stands before the verb, if it is of one piece and no more than a subject.
    let nominal = |t: usize| {
        parse.upos(t).is_nominal()
            || matches!(
                parse.upos(t),
                Upos::Det | Upos::Adj | Upos::Num | Upos::Part | Upos::Adp | Upos::Cconj | Upos::Pron
            )
    };
    let small = |t: usize| matches!(parse.upos(t), Upos::Cconj | Upos::Sconj | Upos::Adv | Upos::Adp | Upos::Part);
    // "The day he won the stage".
    let pronoun = from.checked_sub(1).filter(|&t| t > clause.start && parse.upos(t) == Upos::Pron);
    if let Some(t) = pronoun.filter(|&t| parse.upos(t - 1).is_nominal() && parse.deprel(t) == Deprel::Nsubj) {
        return Some(t..t + 1);
    }
    let whole = clause.start..from;
    if !whole.is_empty()
        && whole.len() <= SUBJECT
        && whole.clone().all(nominal)
        && !small(whole.start)
        && !timed(article, &whole)
    {
        return good(whole);
    }
    let own = from.checked_sub(1).filter(|&t| t >= clause.start && parse.upos(t).is_nominal());
    let beside = own.is_some_and(|t| !timed(article, &(t..t + 1)));
    // "An engineer held in the Sahel was freed": what stands right before the verb belongs to a preposition.
    let adposition = |r: &Range<usize>| {
        let before = r.start.checked_sub(1).filter(|&t| t >= clause.start && parse.upos(t) == Upos::Adp);
        before.is_some_and(|t| !parse.says(t, &english.clause_openers))
    };
    let inner = own.is_some_and(|t| adposition(&run(article, t, clause.start)) || !agrees(english, article, t));
    let near = |t: usize, start: usize| {
        if inner { stretch(article, start, from) } else { good(run(article, t, start)) }
    };
    // "He resigned after the bridge collapsed": a noun before the connective is not what collapsed.
    let opened = own_clause(english, article, from, clause.start);
    if beside
        && opened > clause.start
        && let Some(who) = own.and_then(|t| near(t, opened + 1))
    {
        return Some(who);
    }
    if inner && let Some(who) = stretch(article, clause.start, from) {
        return Some(who);
    }
    if let Some(who) = before_relative(article, from, clause.start) {
        return Some(who);
    }
    let mut at = verb;
    for _ in 0..3 {
        let found = parse.children(at).find(|&c| matches!(parse.deprel(c), Deprel::Nsubj | Deprel::NsubjPass));
        let found = found.filter(|&n| n < from && (n >= opened || !beside)).map(|n| phrase(article, n, &(0..from)));
        if let Some(who) = found.clone().filter(|r| !adposition(r)).and_then(good) {
            return Some(who);
        }
        match (parse.deprel(at), parse.head(at)) {
            (Deprel::Acl | Deprel::AclRelcl, Some(h)) if h < from => return good(phrase(article, h, &(0..from))),
            (Deprel::Conj | Deprel::Xcomp, Some(h)) if h < at => at = h,
            // "After the party won the vote": what stands right before the verb is its own.
            (Deprel::Advcl, Some(h)) if found.is_none() && !beside => at = h,
            _ => break,
        }
    }
    own.filter(|_| beside && !inner).and_then(|t| good(run(article, t, clause.start)))
}

/// All from the beginning of a clause to its verb, if that can be its subject: "an engineer held for 15 months in the
/// Sahel", but for a time at its head.
fn stretch(article: &ArticleTimes<'_>, start: usize, from: usize) -> Option<Range<usize>> {
    let parse = &article.parse;
    let mut start = start;
    let next = article.timexes.partition_point(|t| t.tokens.start < start);
    let at_head = |t: &&Timex| t.tokens.start == start + usize::from(parse.upos(start) == Upos::Adp);
    let head = article.timexes.get(next).filter(at_head);
    if let Some(time) = head {
        start = time.tokens.end;
        start += usize::from(start < from && parse.form(start) == ",");
    }
    // Before "was freed" another verb only describes.
    let passive = parse.upos(from) == Upos::Aux;
    let part = |t: usize| match parse.upos(t) {
        Upos::Verb => t > start && (passive || parse.feats(t).has(Feats::ING)),
        Upos::Aux | Upos::Sconj | Upos::Punct | Upos::Cconj => false,
        _ => !relative(article, t),
    };
    let first = start < from && !matches!(parse.upos(start), Upos::Adp | Upos::Adv | Upos::Part);
    (first && from - start <= SUBJECT && (start..from).all(part))
        .then(|| untimed(article, start..from))
        .filter(|who| !who.is_empty())
}

/// "The crash near the bridge, which killed two": a happening kills, not the bridge.
fn caused(english: &EventsWords, article: &ArticleTimes<'_>, who: Range<usize>, start: usize) -> Range<usize> {
    let parse = &article.parse;
    let link = who.start.checked_sub(1).filter(|&t| t > start && parse.upos(t) == Upos::Adp);
    let happening = link.filter(|&t| english.word(&parse.form(t - 1).to_lowercase()).is_some_and(|w| w.noun));
    happening.map_or(who.clone(), |t| run(article, t - 1, start).start..who.end)
}

/// "The government, which took office in May, resigned": what stands before the clause in between.
fn before_relative(article: &ArticleTimes<'_>, from: usize, start: usize) -> Option<Range<usize>> {
    let parse = &article.parse;
    let first = parse.sentence_tokens(start).start;
    let comma = |t: &usize| parse.form(*t) == ",";
    let closes = start.checked_sub(1).filter(|t| from == start && *t > first && comma(t))?;
    let opens = (first + 1..closes).rev().take(RELATIVE).find(comma).filter(|&t| relative(article, t + 1))?;
    let last = opens - 1;
    (parse.upos(last).is_nominal() && !timed(article, &(last..opens))).then(|| run(article, last, first))
}

/// The words of one noun phrase up to token `last`.
pub(super) fn run(article: &ArticleTimes<'_>, last: usize, start: usize) -> Range<usize> {
    let parse = &article.parse;
    let part = |t: &usize| {
        let upos = parse.upos(*t);
        upos.is_nominal() || matches!(upos, Upos::Det | Upos::Adj | Upos::Num) || parse.deprel(*t) == Deprel::NmodPoss
    };
    let first = (start..last).rev().take_while(part).last().unwrap_or(last);
    first..last + 1
}

/// A phrase without the time at its end: "the ministry on Sunday".
pub(super) fn untimed(article: &ArticleTimes<'_>, tokens: Range<usize>) -> Range<usize> {
    let next = article.timexes.partition_point(|t| t.tokens.end <= tokens.start);
    match article.timexes.get(next) {
        // "The 1998 team" keeps its year.
        Some(t) if t.tokens.start < tokens.end && t.tokens.end >= tokens.end => {
            let end = t.tokens.start.max(tokens.start);
            let small = end > tokens.start && article.parse.upos(end - 1) == Upos::Adp;
            tokens.start..end - usize::from(small)
        }
        _ => tokens,
    }
}

/// True if a time expression stands in these tokens.
pub(super) fn timed(article: &ArticleTimes<'_>, tokens: &Range<usize>) -> bool {
    let next = article.timexes.partition_point(|t| t.tokens.end <= tokens.start);
    article.timexes.get(next).is_some_and(|t| t.tokens.start < tokens.end)
}

/// "which", "who".
pub(super) fn relative(article: &ArticleTimes<'_>, t: usize) -> bool {
    let subject = matches!(article.parse.deprel(t), Deprel::Nsubj | Deprel::NsubjPass);
    article.parse.feats(t).has(Feats::RELATIVE) || subject && article.parse.upos(t) == Upos::Sconj
}

/// A noun with what stands before it and short phrases behind it, inside `limit`.
pub(super) fn phrase(article: &ArticleTimes<'_>, noun: usize, limit: &Range<usize>) -> Range<usize> {
    let parse = &article.parse;
    let all = parse.subtree(noun);
    let start = all.start.max(limit.start).max(parse.sentence_tokens(noun).start).min(noun);
    let mark = |t: usize| parse.upos(t) == Upos::Punct && !matches!(parse.form(t), "-" | "." | "'" | "’");
    let start = back(start..noun, &|t| mark(t) || parse.upos(t) == Upos::Adp).map_or(start, |t| t + 1);
    let mut end = all.end.min(limit.end).max(noun + 1);
    for child in parse.children(noun) {
        let clause = matches!(parse.deprel(child), Deprel::Acl | Deprel::AclRelcl | Deprel::Appos | Deprel::Parataxis);
        if child > noun && (clause || end - start > SUBJECT) {
            end = end.min(parse.subtree(child).start.max(noun + 1));
        }
    }
    let end = (noun + 1..end).find(|&t| mark(t)).unwrap_or(end);
    start..end
}
