//! Clauses and words that no event dates, placed between the dated ones told before and after them.

use super::ArticleTimes;
use crate::dates::{Date, DayRange};
use crate::english::English;
use crate::english::time_steps;
use crate::english::times::Reading;
use crate::text::{ArticleIx, TimexIx};
use crate::times::{Anchor, Basis, Timex};
use std::ops::Range;

/// How far behind its connective the event of a clause may stand, in tokens.
const REACH: usize = 8;
/// A date known no better than this many days places nothing.
const VAGUE: i32 = 31;

/// Adds to an article's expressions those that have a place only in its story: "as the rebels advanced", "by then".
pub(super) fn between(english: &English, article: &ArticleTimes<'_>, a: usize, since: Date, timexes: &mut Vec<Timex>) {
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
            let good = (last - first).get_days() <= VAGUE && first >= since;
            good.then_some((t.tokens.start, first, last, i))
        })
        .collect();
    dated.sort_unstable();
    let mut found = Vec::new();
    for sentence in parse.sentences() {
        for t in sentence.tokens.clone() {
            if taken[t] {
                continue;
            }
            let Some(tokens) = said(english, article, t, sentence.tokens.end) else { continue };
            if taken[tokens.clone()].contains(&true) {
                continue;
            }
            let next = dated.partition_point(|d| d.0 < t);
            let Some((&(_, first, _, before), &(_, _, last, after))) =
                next.checked_sub(1).and_then(|p| dated.get(p)).zip(dated.get(next))
            else {
                continue;
            };
            if first > last {
                continue;
            }
            taken[tokens.clone()].fill(true);
            let range = DayRange::between(first, last);
            let mut timex = Timex::event_anchored(parse.span_of(tokens.clone()), tokens, "between");
            let words = |i: usize| timexes[i].span.of(parse.text);
            timex.steps = vec![time_steps::between(words(before), words(after), &range.edtf)];
            timex.value = String::from("XXXX-XX-XX");
            timex.anchor = Anchor::Timex(ArticleIx::new(a), TimexIx::new(before));
            timex.basis = Basis::Assumed;
            timex.range = Some(range);
            found.push(timex);
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
    let form = parse.form(t).to_lowercase();
    words.clause_openers.binary_search(&form.as_str()).ok()?;
    let first = article.events.partition_point(|e| e.trigger <= t + 1);
    let event = article.events.get(first).filter(|e| !e.noun && e.actual() && e.trigger < end.min(t + REACH))?;
    let mark = |i: usize| matches!(parse.form(i), "," | ";" | ":" | "—" | "–" | "“" | "”" | "\"" | "(");
    // "as soon as", "as well as", "as an attack": no clause; a clause has its subject first.
    let subject = parse.upos(t + 1).is_nominal() || words.definite.contains(&parse.form(t + 1).to_lowercase().as_str());
    (subject && !(t + 1..event.trigger).any(mark)).then_some(t..event.trigger + 1)
}
