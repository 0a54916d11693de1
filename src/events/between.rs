//! Clauses and words that no event dates, placed between the dated ones told before and after them.

use super::ArticleTimes;
use crate::dates::{Date, DayRange};
use crate::english::English;
use crate::english::time_steps;
use crate::english::times::Reading;
use crate::tags::Upos;
use crate::text::{Arrange, ArticleIx, BlockKind, Gather, TimexIx, TokenIx};
use crate::times::{Anchor, Basis, Timex};
use std::collections::BTreeMap;
use std::ops::Range;

/// How far behind its connective the event of a clause may stand, in tokens.
const REACH: usize = 8;
/// A date known no better than this many days places nothing.
const VAGUE: i32 = 31;

/// The days around which a story is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Story {
    /// What is earlier is background.
    pub(super) since: Date,
    /// The first day that several articles tell of.
    pub(super) begin: Option<Date>,
}

/// Adds to an article's expressions those that have a place only in its story: "as the rebels advanced", "by then".
///
/// A paragraph that begins with "the army had shelled the town" goes back: what it tells lies between the beginning of the
/// story and what was told before it.
///
/// ok: `A [2020-06-29 strike] began at Norrail on 29 June. On Friday the minister resigned. Norrail had ruled out talks [=2020-06-29/2020-07-10 initially]. On Sunday the trains ran. / The [2020-06-29 strike] at Norrail began on 29 June.`
///
/// So are lengths of time counted from what no account dates; `open` are their places among the expressions.
///
/// ok: `A [2020-06-29 strike] began at Norrail on 29 June. The ministry called talks within [=2020-06-29/2020-07-10 days] of losing Corby. On Friday the minister resigned. / The [2020-06-29 strike] at Norrail began on 29 June.`
pub(super) fn between(
    english: &English,
    article: &ArticleTimes<'_>,
    a: usize,
    story: Story,
    open: &[usize],
    timexes: &mut Vec<Timex>,
) {
    let parse = &article.parse;
    let mut taken = vec![false; parse.len()];
    for t in timexes.iter() {
        taken[t.tokens.clone()].fill(true);
    }
    // What is dated well enough, by place.
    let mut dated: Vec<(usize, Date, Date, usize)> = (timexes.iter().enumerate())
        .filter_map(|(i, t)| {
            // "Now" is when the article was written, no place in its story.
            let range = t.range.as_ref().filter(|_| t.meaning.reading != Reading::Vague)?;
            let (first, last) = (range.earliest?, range.latest?);
            // Nor is the day of a picture.
            let caption = t
                .tokens
                .clone()
                .next()
                .is_some_and(|t| parse.tokens.sentence_of(TokenIx::new(t)).kind == BlockKind::Caption);
            let good = (last - first).get_days() <= VAGUE && first >= story.since && !caption;
            good.then_some((t.tokens.start, first, last, i))
        })
        .collect();
    dated.arrange();
    let begin = dated.iter().map(|d| d.1).chain(story.begin).min();
    let at: BTreeMap<usize, usize> = open.iter().map(|&i| (timexes[i].tokens.start, i)).into_map();
    let mut found = Vec::new();
    let mut back = None;
    for sentence in parse.sentences() {
        // Up to the end of the paragraph, or to the next day told.
        let goes_on = back.is_some_and(|block| block == sentence.block);
        let told = |t: &(usize, Date, Date, usize)| sentence.tokens.contains(&t.0);
        let here = dated.partition_point(|d| d.0 < sentence.tokens.start);
        let new_day = dated.get(here).is_some_and(told);
        back =
            (!new_day && (goes_on || goes_back(english, article, sentence.tokens.clone()))).then_some(sentence.block);
        for t in sentence.tokens.clone() {
            let count = at.get(&t).copied();
            // "Three days after it fell" is counted from it already.
            let free = |s: &Range<usize>| !taken[s.start.saturating_sub(1)..s.end].contains(&true);
            let said = || said(english, article, t, sentence.tokens.end).filter(free);
            let Some(tokens) = count.map(|i| timexes[i].tokens.clone()).or_else(said) else { continue };
            let next = dated.partition_point(|d| d.0 < t);
            let Some((&(_, first, _, before), &(_, _, last, after))) =
                next.checked_sub(1).and_then(|p| dated.get(p)).zip(dated.get(next))
            else {
                continue;
            };
            let (first, last) = begin.filter(|_| back.is_some()).map_or((first, last), |begin| (begin, first));
            if first > last {
                continue;
            }
            taken[tokens.clone()].fill(true);
            let range = DayRange::between(first, last);
            let words = |i: usize| timexes[i].span.of(parse.text);
            let step = match back {
                Some(_) => time_steps::going_back(words(before), &range.edtf),
                None => time_steps::between(words(before), words(after), &range.edtf),
            };
            let mut new = Timex::event_anchored(parse.span_of(tokens.clone()), tokens, "between");
            new.value = String::from("XXXX-XX-XX");
            let timex = count.map_or(&mut new, |i| &mut timexes[i]);
            timex.steps.push(step);
            timex.anchor = Anchor::Timex(ArticleIx::new(a), TimexIx::new(before));
            timex.basis = Basis::Assumed;
            timex.range = Some(range);
            found.extend(count.is_none().then_some(new));
        }
    }
    timexes.extend(found);
}

/// The tokens of a clause or word at `t` that points to a time of the story.
fn said(english: &English, article: &ArticleTimes<'_>, t: usize, end: usize) -> Option<Range<usize>> {
    let (parse, words) = (&article.parse, &english.events);
    let goes_on = |phrase: &&&[&str]| {
        phrase.iter().enumerate().all(|(i, w)| t + i < end && parse.form(t + i).eq_ignore_ascii_case(w))
    };
    if let Some(phrase) = words.story_words.iter().find(goes_on) {
        return Some(t..t + phrase.len());
    }
    if !parse.says(t, &words.clause_openers) {
        return None;
    }
    let mark = |i: usize| matches!(parse.form(i), "," | ";" | ":" | "—" | "–" | "“" | "”" | "\"" | "(");
    // "as soon as", "as well as", "as an attack": no clause; a clause has its subject first.
    let subject = t + 1 < end && (parse.upos(t + 1).is_nominal() || parse.says(t + 1, &words.definite));
    if !subject {
        return None;
    }
    let stop = (t + 1..end.min(t + REACH)).find(|&i| mark(i)).unwrap_or(end.min(t + REACH));
    let first = article.events.partition_point(|e| e.trigger <= t + 1);
    let event = article.events.get(first).filter(|e| !e.noun && e.actual() && e.trigger < stop).map(|e| e.trigger);
    Some(t..event.or_else(|| moves(english, article, t + 1..stop))? + 1)
}

/// A verb of moving that passes for an adjective or noun: "as its fighters advanced south".
///
/// ok: `The siege began on Monday. The mayor fled [=2020-07-13/2020-07-14 as the rebels advanced] north. On Tuesday they took the town. / The siege of the town began on Monday.`
/// no: `The siege began on Monday. The mayor fled [=- as the wounded] leader of the town. On Tuesday they took the town. / The siege of the town began on Monday.`
fn moves(english: &English, article: &ArticleTimes<'_>, tokens: Range<usize>) -> Option<usize> {
    let parse = &article.parse;
    let past = |form: &str| form.ends_with("ed") || english.events.moving_pasts.binary_search(&form).is_ok();
    let onward = |t: usize| parse.says(t, &english.events.onward);
    let mut inner = tokens.start + 1..tokens.end.saturating_sub(1);
    inner.find(|&t| {
        past(&parse.form(t).to_lowercase())
            && parse.upos(t - 1).is_nominal()
            && parse.upos(t) != Upos::Propn
            && onward(t + 1)
    })
}

/// True for a sentence whose first verb tells, in the past perfect, what had happened before.
fn goes_back(english: &English, article: &ArticleTimes<'_>, mut sentence: Range<usize>) -> bool {
    let parse = &article.parse;
    let Some(verb) = sentence.find(|&t| matches!(parse.upos(t), Upos::Verb | Upos::Aux)) else { return false };
    let behind = sentence.take(2).find(|&t| !matches!(parse.upos(t), Upos::Adv | Upos::Part));
    parse.says(verb, &english.events.had) && behind.is_some_and(|t| parse.upos(t) == Upos::Verb)
}
