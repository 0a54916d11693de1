//! What one figure tells: all of something or a part, done or meant, a measure, one side of a score.

use crate::claims::{Bound, Modality, Quantity};
use crate::compare::facts::{Fact, is_infinitive};
use crate::compare::measures::is_toll;
use crate::compare::relate::Two;
use crate::tags::Upos;

/// Up to this, numbers are told of everything.
const SMALL: f64 = 3.0;
/// Words after a number in which the time is looked for until which was counted.
const FAR: usize = 14;

/// True if the verb that a figure hangs on is an infinitive, or tells a plan where that counts.
pub(super) fn meant(two: Two<'_>, f: &Fact, q: &Quantity, plans: bool) -> bool {
    let p = &two.scene.articles[f.article.ix()].parse;
    let at = p.token_from(q.span.start);
    let up = std::iter::successors((at < p.len()).then_some(at), |&t| p.head(t)).take(8);
    let verb = up.into_iter().find(|&t| p.upos(t) == Upos::Verb);
    verb.is_some_and(|v| is_infinitive(p, v) || plans && v == f.at && f.modality == Modality::Planned)
}

/// True if a number counts all of what it counts: neither a part ("the last two", "three of the seven", "one more") nor
/// one side of a score ("20-13").
pub(super) fn whole(two: Two<'_>, f: &Fact, q: &Quantity) -> bool {
    let (lexis, text) = (two.lexis(), two.scene.texts[f.article.ix()]);
    let (before, after) =
        (text.get(..q.span.start as usize).unwrap_or(""), text.get(q.span.end as usize..).unwrap_or(""));
    let own = q.span.of(text);
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let before_words = before.rsplit(['\n', '.', ';']).next().unwrap_or("").split_whitespace().rev().take(2);
    let after_words = after.split(['\n', '.', ',', ';']).next().unwrap_or("").split_whitespace().take(1);
    // "More than 300" is no part.
    let number = |w: &&str| w.starts_with(|c: char| c.is_ascii_digit()) || lexis.number(w).is_some();
    let own = own.split_whitespace().skip_while(|w| q.bound != Bound::Exact && !number(w));
    let mut words = before_words.chain(own).chain(after_words).map(bare);
    !score(two, f, q) && !words.any(|w| lexis.portion(&w))
}

/// True if a number counts some people of more: "seven of the missing".
pub(super) fn part(two: Two<'_>, f: &Fact, q: &Quantity) -> bool {
    let (lexis, text) = (two.lexis(), two.scene.texts[f.article.ix()]);
    let people = |u| lexis.person(u) || is_toll(lexis, u);
    let people = f.quantities.iter().zip(&f.units).any(|(p, &u)| p.span == q.span && people(u));
    people && q.span.of(text).split_whitespace().any(|w| lexis.of(w))
}

/// True if a number is one side of a score ("20-13"), one end of a range ("between 10 and 20"), stands on a clock, or tells how
/// far something lies from something else.
pub(super) fn score(two: Two<'_>, f: &Fact, q: &Quantity) -> bool {
    let (lexis, text) = (two.lexis(), two.scene.texts[f.article.ix()]);
    let (before, own) = (text.get(..q.span.start as usize).unwrap_or(""), q.span.of(text));
    let dash = |c: char| matches!(c, '-' | '–');
    let tail = before.trim_end();
    let score =
        tail.ends_with(dash) && tail.trim_end_matches(|c| dash(c) || c == ' ').ends_with(|c: char| c.is_ascii_digit());
    let digits = own.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let other = digits.strip_prefix(dash).unwrap_or("").trim_start_matches(|c: char| dash(c) || c == ' ');
    let scored = other.starts_with(|c: char| c.is_ascii_digit());
    // "between $140 and $150 million": a figure may have a sign before it and a word behind.
    let digit =
        |w: &str| w.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| c.is_ascii_digit());
    let mut back = before.split_whitespace().rev();
    let to = back.next().is_some_and(|w| lexis.through(w)) && back.take(2).any(digit);
    let mut ahead = text.get(q.span.end as usize..).unwrap_or("").split_whitespace();
    let behind = ahead.next().unwrap_or("");
    let from = lexis.through(behind) && ahead.next().is_some_and(digit);
    // "two days before the vote", "five days after it": how far from something, not how long.
    let offset = lexis.scale(&q.unit).is_some() && lexis.offset(behind);
    score || scored || to || from || offset || lexis.scored(&q.unit) || lexis.clock(&q.unit)
}

/// "a 260-pound man": a measure of somebody or something is compared where both accounts name whose.
pub(super) fn measure(two: Two<'_>, f: &Fact, q: &Quantity) -> bool {
    let text = two.scene.texts[f.article.ix()];
    let own = q.span.of(text).trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let after = if own.is_empty() { text.get(q.span.end as usize..).unwrap_or("") } else { own };
    after.trim_start().strip_prefix(['-', '‑', '–']).is_some_and(|w| w.trim_start().starts_with(char::is_alphabetic))
}

/// What was counted by a time is at least so many.
pub(super) fn so_far(two: Two<'_>, f: &Fact, q: &Quantity) -> Quantity {
    let text = two.scene.texts[f.article.ix()];
    let after = text.get(q.span.end as usize..).unwrap_or("").split(['.', '\n']).next().unwrap_or("");
    let words: Vec<String> = (after.split_whitespace().take(FAR)).map(|w| w.trim_matches(',').to_lowercase()).collect();
    let open = q.bound == Bound::Exact && words.windows(2).any(|w| two.lexis().until(&w[0], &w[1]));
    Quantity { bound: if open { Bound::AtLeast } else { q.bound }, ..q.clone() }
}

/// True if the other's sentence gives the same figure as well: as what was, what was planned, a part.
pub(super) fn given(two: Two<'_>, q: &Quantity, of: &Fact, other: &Fact) -> bool {
    let digits = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>();
    let words = q.span.of(two.scene.texts[of.article.ix()]);
    let own = digits(words);
    let said = other.said.of(two.scene.texts[other.article.ix()]);
    let figures = said.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').map(digits);
    // "Four of its 22 wagons", "Four wagons": what is told in words is sought in words; small numbers are told of everything.
    let mut spelt = said.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).peekable();
    let mut worded = || {
        while let Some(w) = spelt.next() {
            let part = spelt.peek().is_some_and(|n| two.lexis().of(n));
            if two.lexis().number(w) == Some(q.value) && (q.value > SMALL || part) {
                return true;
            }
        }
        false
    };
    if own.is_empty() { worded() } else { figures.into_iter().any(|n| n == own) }
}
