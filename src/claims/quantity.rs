//! Numbers with what they count and how they bound it.

use super::{Bound, Quantity};
use crate::english::{ClaimsWords, NumberBound, decimal};
use crate::syntax::{Deprel, Parse};
use crate::tags::Upos;
use crate::times::{Timex, TimexKind};
use std::ops::Range;

/// The numbers of an article in text order; years, days and clock times are left to the time expressions.
pub(super) fn quantities(words: &ClaimsWords, parse: &Parse<'_>, timexes: &[Timex]) -> Vec<(usize, Quantity)> {
    let mut out = Vec::new();
    let mut times = timexes.iter().filter(|t| t.kind != TimexKind::Duration).peekable();
    for s in parse.sentences() {
        let mut t = s.tokens.start;
        while t < s.tokens.end {
            while times.peek().is_some_and(|x| x.tokens.end <= t) {
                times.next();
            }
            if times.peek().is_some_and(|x| x.tokens.contains(&t)) {
                t += 1;
                continue;
            }
            match number(words, parse, t, s.tokens.end) {
                Some((value, end)) => {
                    if let Some(q) = finish(words, parse, s.tokens.clone(), t..end, value) {
                        out.push((t, q));
                    }
                    t = end;
                }
                None => t += 1,
            }
        }
    }
    out
}

/// The number that begins at token `t` and the token after it.
fn number(words: &ClaimsWords, parse: &Parse<'_>, t: usize, end: usize) -> Option<(f64, usize)> {
    let form = parse.form(t);
    let (mut value, mut next) = match words.multipliers.get(form) {
        // "hundreds" alone count; "thousand" alone needs a number before it, or an article.
        Some(m) if form.ends_with('s') => return Some((2.0 * m, t + 1)),
        Some(m) if t > 0 && parse.upos(t - 1) == Upos::Det => {
            // "half a million"
            let half = t > 1 && parse.form(t - 2).eq_ignore_ascii_case(words.half);
            (if half { 0.5 * m } else { m }, t + 1)
        }
        Some(_) => return None,
        None => (written(words, form)?, t + 1),
    };
    // "ninety-seven" in three tokens
    if next + 1 < end && parse.form(next) == "-" && (20.0..=90.0).contains(&value) && value % 10.0 == 0.0 {
        let ones = words.numbers.get(parse.form(next + 1)).filter(|n| (1.0..10.0).contains(n));
        if let Some(ones) = ones {
            value += ones;
            next += 2;
        }
    }
    while next < end {
        let Some(m) = words.multipliers.get(parse.form(next)) else { break };
        value *= m;
        next += 1;
    }
    Some((value, next))
}

/// The value of one token: digits with separators, a share sign or money sign aside, or a number word.
fn written(words: &ClaimsWords, form: &str) -> Option<f64> {
    if let Some(v) = words.numbers.get(form) {
        return Some(v);
    }
    let digits = form.trim_start_matches(|c: char| !c.is_ascii_digit() && c.len_utf8() > 1 || c == '$');
    let digits = digits.trim_end_matches('%');
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
    decimal(&plain)
}

fn finish(
    words: &ClaimsWords,
    parse: &Parse<'_>,
    sentence: Range<usize>,
    number: Range<usize>,
    value: f64,
) -> Option<Quantity> {
    let (mut start, mut end) = (number.start, number.end);
    let form = |t: usize| if sentence.contains(&t) { parse.form(t) } else { "" };
    let mut unit = None;
    if parse.form(start).ends_with('%') {
        unit = Some("%".to_owned());
    } else if words.percent.has(form(end)) {
        unit = Some("%".to_owned());
        end += 1;
        // "percentage points"
        if end < sentence.end && parse.upos(end) == Upos::Noun && parse.lemma(end) != parse.form(number.start) {
            let point = parse.tree.head[number.start].is_some_and(|h| h.ix() == end);
            end += usize::from(point);
        }
    } else if let Some(code) = words.money.get(form(start.wrapping_sub(1))) {
        unit = Some(code.to_owned());
        start -= 1;
    } else if let Some(code) =
        words.money.get(parse.form(start).trim_end_matches(|c: char| !c.is_alphabetic() && c != '$'))
    {
        unit = Some(code.to_owned());
    } else if let Some(code) = parse.form(start).chars().next().and_then(|c| {
        let mut one = [0; 4];
        words.money.get(c.encode_utf8(&mut one))
    }) {
        unit = Some(code.to_owned());
    } else if let Some(code) = words.money.get(form(end)) {
        unit = Some(code.to_owned());
        end += 1;
    }
    // "a 59-year-old woman", in one token or in several
    let hyphen = |t: usize| form(t) == "-" || form(t).starts_with('-');
    if unit.is_none() && hyphen(end) && (end + 1..end + 4).any(hyphen) {
        return None;
    }
    let unit = match unit {
        Some(unit) => unit,
        None => match counted(words, parse, &sentence, number.start, end) {
            Some(counted) => {
                end = end.max(counted + 1);
                parse.lemma(counted).to_lowercase()
            }
            // "killing 12", "Two survive": nobody else is counted so.
            None => Some(words.bare).filter(|_| stands_alone(words, parse, number.clone()))?.to_owned(),
        },
    };
    let several = words.multipliers.get(parse.form(number.start)).is_some() && parse.form(number.start).ends_with('s');
    let (bound, start) = bound(words, parse, &sentence, start, number.end);
    // "dozens": two dozen at least.
    let bound = if several { Bound::AtLeast } else { bound };
    let span = parse.span(start).cover(parse.span(end - 1));
    Some(Quantity { span, value, unit, bound })
}

/// A number that is itself the subject or object of a verb of a toll.
fn stands_alone(words: &ClaimsWords, parse: &Parse<'_>, number: Range<usize>) -> bool {
    let last = number.end - 1;
    let verb = parse.head(last).filter(|&h| !number.contains(&h)).or(parse.head(number.start));
    let party = |t: usize| matches!(parse.deprel(t), Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj);
    let toll = verb.is_some_and(|v| words.tolls.has(parse.lemma(v)));
    // "left 65 dead"
    let after = number.end < parse.len()
        && parse.sentence_tokens(last).contains(&number.end)
        && words.tolls.has(parse.lemma(number.end))
        && parse.upos(number.end) != Upos::Noun;
    toll && (party(last) || party(number.start)) || after
}

/// The noun that a number counts: its head, else the next noun with only modifiers between.
fn counted(words: &ClaimsWords, parse: &Parse<'_>, sentence: &Range<usize>, t: usize, end: usize) -> Option<usize> {
    if parse.deprel(t) == Deprel::Nummod
        && let Some(h) = parse.head(t).filter(|&h| h >= end && h < end + 6 && parse.upos(h) == Upos::Noun)
    {
        return Some(h);
    }
    let mut best = None;
    for n in end..sentence.end.min(end + 4) {
        match parse.upos(n) {
            Upos::Noun => best = Some(n),
            Upos::Adj | Upos::Propn if best.is_none() => {}
            Upos::Det | Upos::Adp if best.is_none() && words.between.has(parse.form(n)) => {}
            _ => break,
        }
    }
    best
}

/// How the words around a number bound it, and where the phrase begins.
fn bound(words: &ClaimsWords, parse: &Parse<'_>, sentence: &Range<usize>, start: usize, end: usize) -> (Bound, usize) {
    let is = |from: usize, phrase: &[&str]| {
        phrase.iter().enumerate().all(|(i, w)| from + i < sentence.end && parse.form(from + i).eq_ignore_ascii_case(w))
    };
    for (phrase, kind) in words.bounds {
        let kind = match kind {
            NumberBound::About => Bound::About,
            NumberBound::AtLeast => Bound::AtLeast,
            NumberBound::AtMost => Bound::AtMost,
        };
        if start >= sentence.start + phrase.len() && is(start - phrase.len(), phrase) {
            return (kind, start - phrase.len());
        }
        if phrase.len() == 2 && is(end, phrase) {
            return (kind, start);
        }
    }
    (Bound::Exact, start)
}
