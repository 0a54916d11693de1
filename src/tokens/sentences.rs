//! Grouping a block's tokens into sentences.

use super::chunk::is_face;
use super::gap::Gap;
use super::word::is_apostrophe;
use crate::english::tokens::{Stop, TokensWords};
use crate::text::Span;

/// A clock time that so few words stand before opens its sentence ("at around 7 p.m. Johnson spoke").
const OPENING: usize = 5;
/// The name of a zone is no longer ("Eastern Standard Time").
const ZONE: usize = 3;

/// Pushes the place after each sentence's last token; the last is the number of tokens. `parted` judges the gaps at
/// which no mark stands.
pub(super) fn boundaries(
    words: &TokensWords,
    text: &str,
    tokens: &[Span],
    mut parted: impl FnMut(&Gap<'_>) -> bool,
    out: &mut Vec<usize>,
) {
    let form = |i: usize| tokens[i].of(text);
    let mut i = 0;
    let mut from = 0;
    while i < tokens.len() {
        let Some(end) = terminator(words, form(i)) else {
            i += 1;
            let mut judged = || Gap::new(text, tokens, from, i).is_some_and(|gap| parted(&gap));
            if i < tokens.len() && (ruled_off(words, text, tokens, i) || judged()) {
                out.push(i);
                from = i;
            }
            continue;
        };
        let mut next = i + 1;
        // Closing quotes and brackets stay with the sentence they close.
        let mut quoted = false;
        while next < tokens.len() && (closes(text, tokens, next) || trails(form(i), form(next))) {
            quoted |= is_quote(form(next));
            next += 1;
        }
        // So do the numbers of footnotes in square brackets.
        let footnote = |n: usize| {
            n + 2 < tokens.len()
                && (form(n), form(n + 2)) == ("[", "]")
                && form(n + 1).len() <= 3
                && form(n + 1).bytes().all(|b| b.is_ascii_digit())
        };
        while footnote(next) {
            next += 3;
        }
        // "2." before its line is no sentence.
        let counts = |f: &str| f.len() <= 2 && f.bytes().all(|b| b.is_ascii_digit());
        let number = i == from + 1 && form(i) == "." && counts(form(from));
        let at = At { first: from, last: i, next };
        if next < tokens.len() && !number && parts(words, text, tokens, end, at, quoted) {
            out.push(next);
            from = next;
        }
        i = next;
    }
    if from < tokens.len() {
        out.push(tokens.len());
    }
}

/// What stands at a possible end.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Stop,
    Dots,
    Mark,
    Abbreviation,
}

fn terminator(words: &TokensWords, form: &str) -> Option<End> {
    let last = form.bytes().next_back()?;
    match form {
        "." | "。" => Some(End::Stop),
        "…" => Some(End::Dots),
        _ if last == b'.' && form.bytes().all(|b| b == b'.') => Some(End::Dots),
        _ if form.bytes().all(|b| matches!(b, b'!' | b'?' | b'.')) => Some(End::Mark),
        _ if last == b'.' => match words.abbreviations.get(&form[..form.len() - 1]) {
            Some(Stop::End) => Some(End::Abbreviation),
            Some(_) => None,
            // U.S., a.m.; a single initial never ends a sentence.
            None => (form.len() > 2).then_some(End::Abbreviation),
        },
        _ => None,
    }
}

/// True if a sign that is no full stop parts what stands before `next`: a line of stars, a face before a capital, an
/// address before another, a stamp ("08/15/2000 06:23 PM") before a word.
fn ruled_off(words: &TokensWords, text: &str, tokens: &[Span], next: usize) -> bool {
    let back = |n: usize| next.checked_sub(n).map_or("", |i| tokens[i].of(text));
    let (last, after) = (back(1), tokens[next].of(text));
    let capital = || after.starts_with(char::is_uppercase);
    let address = |form: &str| form.contains("://");
    let digits =
        |form: &str, mark: u8| form.bytes().any(|b| b == mark) && form.bytes().all(|b| b == mark || b.is_ascii_digit());
    match last.bytes().next() {
        Some(b @ (b'*' | b'=' | b'_' | b'~')) => last.len() > 2 && last.bytes().all(|x| x == b),
        Some(b':' | b';' | b'^') => last.len() > 1 && capital() && is_face(last),
        Some(b'a' | b'p' | b'A' | b'P') if words.noon.has(last) => {
            after.starts_with(char::is_alphabetic) && capital() && digits(back(2), b':') && digits(back(3), b'/')
        }
        _ => last.bytes().any(|b| b == b':') && address(last) && address(after),
    }
}

fn is_quote(form: &str) -> bool {
    matches!(form, "\"" | "”" | "“" | "''" | "»" | "„") || form.chars().all(is_apostrophe)
}

/// A face after a sentence is part of it; so are further dots of an ellipsis written with blanks.
fn trails(end: &str, form: &str) -> bool {
    is_face(form) && !form.ends_with(['>', '-']) || end == "." && form == "."
}

/// A closing quote or bracket: joined to what stands before it.
fn closes(text: &str, tokens: &[Span], i: usize) -> bool {
    let form = tokens[i].of(text);
    let touches = tokens[i - 1].end == tokens[i].start;
    match form {
        ")" | "]" | "}" | "”" | "»" | "’" => true,
        "\"" | "''" | "'" => touches || i + 1 == tokens.len(),
        _ => false,
    }
}

/// The first token of a sentence, its terminator, and what follows that and what closed.
#[derive(Clone, Copy)]
struct At {
    first: usize,
    last: usize,
    next: usize,
}

/// Does a sentence end there?
fn parts(words: &TokensWords, text: &str, tokens: &[Span], end: End, at: At, quoted: bool) -> bool {
    let form = |i: usize| tokens[i].of(text);
    let At { last: i, next, .. } = at;
    let mut first = next;
    // An opening quote or bracket before the word that decides.
    while first < tokens.len() && first < next + 3 && !form(first).starts_with(char::is_alphanumeric) {
        first += 1;
    }
    let opened = first > next;
    let Some(word) = tokens.get(first).map(|s| s.of(text)) else { return end != End::Abbreviation };
    let lower = word.starts_with(char::is_lowercase);
    let capital = word.starts_with(char::is_uppercase);
    if tokens[next - 1].end == tokens[next].start && end != End::Mark && !opened {
        // Nothing between the stop and the next word: a slip only before a capital.
        return capital && end == End::Stop;
    }
    match end {
        End::Abbreviation => {
            capital
                && (words.starters.has(word)
                    || opened && !quoted && is_quote(form(next))
                    || after_clock(words, text, tokens, at))
        }
        _ if quoted && !opened => !(lower || end == End::Mark && said_next(words, text, tokens, first)),
        End::Stop => !lower || i == 0 || !clipped(form(i - 1)),
        End::Dots => !lower && (capital || opened) || word.contains("://"),
        End::Mark => !lower || !quoted,
    }
}

/// "Two jets attacked at 9.45 a.m. Rockets fell": what follows a clock time is neither its day nor its zone, and more than the
/// clock time stands before it.
fn after_clock(words: &TokensWords, text: &str, tokens: &[Span], At { first, last, next }: At) -> bool {
    let form = |i: usize| tokens[i].of(text);
    let clock = last >= first + OPENING
        && words.noon.has(form(last))
        && form(last - 1).bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b':'));
    let name = form(next).chars().skip(1).any(char::is_lowercase);
    let zone = (next..tokens.len().min(next + ZONE)).any(|i| words.of_clock.has(form(i)));
    clock && name && !zone
}

/// A short word without a vowel before the stop may be an abbreviation that no list has.
fn clipped(form: &str) -> bool {
    form.len() <= 4 && form.chars().all(|c| c.is_alphabetic() && !"aeiouyAEIOUY".contains(c))
}

/// "... ?" Smith asked: a name of at most four words, then a verb of saying.
fn said_next(words: &TokensWords, text: &str, tokens: &[Span], first: usize) -> bool {
    let rest = tokens[first..].iter().take(5).map(|s| s.of(text));
    let mut after = rest.skip_while(|w| w.starts_with(char::is_uppercase));
    after.next().is_some_and(|w| words.saying.has(w))
}
