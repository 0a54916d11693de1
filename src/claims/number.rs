//! The values of numbers, in figures and in words.

use super::Bound;
use crate::english::{ClaimsWords, decimal};
use crate::syntax::Parse;
use crate::tags::Upos;
use std::ops::Range;

/// A number as written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    pub(super) value: f64,
    /// Its tokens, with the article or "several" that a word like "hundred" needs.
    pub(super) tokens: Range<usize>,
    /// "dozens", "several hundred": so many at least; "a dozen": about so many.
    pub(super) vague: Option<Bound>,
}

impl Number {
    /// The bound that the words before it give ("more than a dozen"), or its own.
    pub(super) fn bounded(&self, told: Bound) -> Bound {
        self.vague.filter(|_| told == Bound::Exact || self.vague == Some(Bound::AtLeast)).unwrap_or(told)
    }
}

/// What a word for a round number is multiplied by where nothing says how many: "hundreds", "several hundred".
const SOME: f64 = 2.0;

/// Three figures that go on with those before them: "12\u{a0}500", "5 000"; behind a blank that may break a line, noughts only.
fn group(parse: &Parse<'_>, next: usize, end: usize) -> Option<f64> {
    if next >= end {
        return None;
    }
    let form = parse.form(next);
    let gap = parse.text.get(parse.span(next - 1).end as usize..parse.span(next).start as usize)?;
    let blank = matches!(gap, "\u{a0}" | "\u{202f}") || gap == " " && form == "000";
    if blank && form.len() == 3 && form.bytes().all(|b| b.is_ascii_digit()) { decimal(form) } else { None }
}

/// The number that begins at token `t` of a sentence that ends at `end`.
pub(super) fn number(words: &ClaimsWords, parse: &Parse<'_>, t: usize, end: usize) -> Option<Number> {
    let scale = |i: usize| if i < end { words.multipliers.get(parse.form(i)) } else { None };
    let many = |i: usize| scale(i).filter(|_| parse.form(i).ends_with('s'));
    if let Some(m) = many(t) {
        // "tens of thousands"
        let of = t + 1 < end && words.of.has(parse.form(t + 1));
        let more = if of { many(t + 2) } else { None };
        let value = SOME * m * more.unwrap_or(1.0);
        return Some(Number { value, tokens: t..t + 1 + 2 * usize::from(more.is_some()), vague: Some(Bound::AtLeast) });
    }
    if let Some((part, next, vague)) = opener(words, parse, t, end) {
        let m = scale(next)?;
        return Some(Number { value: part * m, tokens: t..next + 1, vague });
    }
    if scale(t).is_some() {
        return None;
    }
    let (mut value, mut next) = (written(words, parse.form(t))?, t + 1);
    let small = |i: usize| if i < end { words.numbers.get(parse.form(i)).filter(|n| *n < 100.0) } else { None };
    // "ninety-seven" in three tokens
    let ones = |value: f64, next: usize| {
        let tens = (20.0..=90.0).contains(&value) && value % 10.0 == 0.0;
        let joined = tens && next + 1 < end && parse.form(next) == "-";
        small(next + 1).filter(|n| joined && (1.0..10.0).contains(n))
    };
    if let Some(n) = ones(value, next) {
        (value, next) = (value + n, next + 2);
    }
    let short = parse.form(t).len() <= 3 && value.fract() == 0.0;
    while let Some(thousands) = group(parse, next, end).filter(|_| short) {
        (value, next) = (value * 1000.0 + thousands, next + 1);
    }
    // What the larger scales have made complete: "two million" of "two million three hundred and fifty thousand".
    let mut whole = 0.0;
    let worded = words.numbers.get(parse.form(t)).is_some();
    while next < end {
        // "$2.6-million"
        let dashed = parse.form(next) == "-" && next + 1 < end && parse.form(next + 1).len() > 2;
        next += usize::from(dashed && scale(next + 1).is_some());
        if let Some(m) = scale(next).filter(|_| abbreviates(parse, t, next)) {
            (whole, value) = match (m < 1000.0, value > 0.0) {
                (true, _) => (whole, value * m),
                (false, true) => (whole + value * m, 0.0),
                (false, false) => (whole * m, 0.0),
            };
            next += 1;
            continue;
        }
        // "five hundred and twelve", "three thousand five hundred": figures never go on so.
        let and = usize::from(words.and.has(parse.form(next)));
        let goes_on = worded && next > t + 1 && scale(next - 1).is_some_and(|m| m >= 100.0);
        let Some(n) = small(next + and).filter(|_| goes_on) else { break };
        next += and + 1;
        value += n;
        if let Some(ones) = ones(n, next) {
            (value, next) = (value + ones, next + 2);
        }
    }
    value += whole;
    // "a year and a half" is the time stage's; "two and a half million" is a number.
    if let Some(m) = half(words, parse, next, end).and_then(|after| Some((scale(after)?, after))) {
        (value, next) = ((value + 0.5) * m.0, m.1 + 1);
    }
    Some(Number { value, tokens: t..next, vague: None })
}

/// What stands before a word for a round number: "a hundred", "half a million", "several dozen", "a couple of hundred";
/// its value, the token after it, and its bound, if it is vague.
fn opener(words: &ClaimsWords, parse: &Parse<'_>, t: usize, end: usize) -> Option<(f64, usize, Option<Bound>)> {
    let scale = |i: usize| i < end && words.multipliers.get(parse.form(i)).is_some();
    let form = |i: usize| if i < end { parse.form(i) } else { "" };
    let article = |i: usize| i < end && parse.upos(i) == Upos::Det;
    let first = usize::from(article(t));
    if words.several.has(form(t + first)) {
        let of = usize::from(words.of.has(form(t + first + 1)));
        let next = t + first + 1 + of;
        return scale(next).then_some((SOME, next, Some(Bound::AtLeast)));
    }
    if words.halves.has(form(t)) {
        let next = t + 1 + usize::from(article(t + 1));
        return scale(next).then_some((0.5, next, None));
    }
    // "A dozen people" may be eleven.
    (article(t) && scale(t + 1)).then_some((1.0, t + 1, Some(Bound::About)))
}

/// The token after "and a half".
fn half(words: &ClaimsWords, parse: &Parse<'_>, t: usize, end: usize) -> Option<usize> {
    let is = t + 2 < end
        && words.and.has(parse.form(t))
        && parse.upos(t + 1) == Upos::Det
        && words.halves.has(parse.form(t + 2));
    is.then_some(t + 3)
}

/// True unless a letter that may be a measure ("30 m") stands for a round number only behind a sign of money or before
/// what is counted ("£5m", "3.5m people").
fn abbreviates(parse: &Parse<'_>, number: usize, scale: usize) -> bool {
    let letter = parse.form(scale).chars().count() == 1;
    let counted = scale + 1 < parse.len() && parse.upos(scale + 1) == Upos::Noun;
    let money = |t: usize| parse.form(t).ends_with(|c: char| !c.is_alphanumeric() && c != ',' && c != '(');
    !letter || counted || number > 0 && parse.sentence_tokens(number).contains(&(number - 1)) && money(number - 1)
}

/// The value of one token: digits with separators, a fraction of one sign, a sign or letters of money before them, or a
/// number word.
pub(super) fn written(words: &ClaimsWords, form: &str) -> Option<f64> {
    if let Some(v) = words.numbers.get(form) {
        return Some(v);
    }
    let digits = &form[words.money_before(form).map_or(0, |(len, _)| len)..];
    let digits = digits.trim_end_matches('%');
    let (digits, part) = match digits.char_indices().last() {
        Some((at, '½')) => (&digits[..at], 0.5),
        Some((at, '¼')) => (&digits[..at], 0.25),
        Some((at, '¾')) => (&digits[..at], 0.75),
        _ => (digits, 0.0),
    };
    if digits.is_empty() && part > 0.0 {
        return Some(part);
    }
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || !digits.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if !digits.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.') {
        return None;
    }
    // A long run of digits without separators is a name, not a count.
    if digits.len() > 7 && !digits.contains([',', '.']) {
        return None;
    }
    let plain: String = digits.chars().filter(|&c| c != ',').collect();
    decimal(&plain).map(|n| n + part)
}
