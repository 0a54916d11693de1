//! How far a word reaches, and where it is cut again.

use crate::english::tokens::{Stop, TokensWords};
use crate::text::char_from;

/// A character that words are made of: letters, digits, and marks that modify them.
pub(super) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

/// Combining marks of the common scripts, soft hyphen and zero-width joiners.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
        | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}')
}

/// An apostrophe, or a mark that stands for one by mistake.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | '\u{2bb}' | '＇')
}

/// Length of the word at the start of `s`; `s` begins with a word character.
pub(super) fn extent(words: &TokensWords, s: &str) -> usize {
    if let Some(n) = dashed_number(s) {
        return n;
    }
    let mut at = 0;
    // Start of the stretch since the last connector.
    let mut part = 0;
    loop {
        at = word_end(s, at);
        let Some(c) = s[at..].chars().next() else { return at };
        let after = at + c.len_utf8();
        let Some(next) = s[after..].chars().next().filter(|&n| is_word_char(n)) else { return at };
        let left = &s[part..at];
        let before = left.bytes().next_back().unwrap_or(b' ');
        let digits = before.is_ascii_digit() && next.is_ascii_digit();
        let right = || &s[after..word_end(s, after)];
        let joins = match c {
            '.' => digits || dotted(words, &s[..at], left, right()),
            ',' => digits && digit_run(&s[after..]) >= 2,
            ':' => digits,
            '/' => digits || (chars(left) == 1 && chars(right()) == 1),
            '-' => words.prefixes.has(left) || (part > 0 && s[..part].ends_with('-') && digits),
            '–' => false,
            '&' => chars(left) <= 3 && chars(right()) <= 3 && !digits,
            '_' | '*' => true,
            '@' => false,
            _ => is_apostrophe(c),
        };
        if !joins {
            return at;
        }
        part = after;
        at = after;
    }
}

/// Where the stretch of word characters at `from` ends.
fn word_end(s: &str, from: usize) -> usize {
    let mut at = from;
    // Most characters are ASCII, and cheaper to judge as such.
    while let Some(c) = char_from(s, at) {
        if !(c.is_ascii_alphanumeric() || !c.is_ascii() && is_word_char(c)) {
            break;
        }
        at += c.len_utf8();
    }
    at
}

fn chars(s: &str) -> usize {
    s.chars().take(4).count()
}

fn digit_run(s: &str) -> usize {
    s.bytes().take_while(u8::is_ascii_digit).count()
}

/// Telephone numbers and dates: three or more groups of digits, or three digits and four.
fn dashed_number(s: &str) -> Option<usize> {
    // No telephone number is longer than the bound; it keeps a line of digits and hyphens linear.
    let n = s.bytes().take(32).take_while(|b| b.is_ascii_digit() || *b == b'-').count();
    let groups = s[..n].split('-');
    let sound = s[..n].len() > 4 && groups.clone().all(|g| !g.is_empty());
    let phone = sound && (groups.clone().count() > 2 || groups.map(str::len).eq([3, 4]));
    (phone && !s[n..].starts_with(is_word_char)).then_some(n)
}

/// Does a full stop inside a word hold it together? `whole` is all before it, `left` the part before it.
fn dotted(words: &TokensWords, whole: &str, left: &str, right: &str) -> bool {
    if chars(left) == 1 && !left.starts_with(|c: char| c.is_ascii_digit()) {
        // U.S, a.m, J.K: letters that stand alone on both sides; or a dotted word such as the degree.
        return chars(right) == 1 || whole.len() > 1 && chars(right) <= 3 || words.domains.has(right);
    }
    words.domains.has(right)
        && !(chars(right) == 2 && right.starts_with(char::is_uppercase) && words.starters.has(right))
        || words.dotted.has(whole)
}

/// Where a number ends and its unit begins ("10km").
pub(super) fn unit(words: &TokensWords, form: &str) -> Option<usize> {
    let n = form.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b':')).count();
    let number = n > 0 && form.as_bytes()[n - 1].is_ascii_digit();
    (number && words.units.has(&form[n..])).then_some(n)
}

/// The places at which clitics begin, in `cuts` from left to right; at most two are cut off.
pub(super) fn clitics<'c>(words: &TokensWords, form: &str, cuts: &'c mut [usize; 3]) -> &'c [usize] {
    let mut end = form.len();
    let mut free = 2;
    while free > 0 {
        let Some((at, c)) = form[..end].char_indices().rev().take(4).find(|&(_, c)| is_apostrophe(c)) else { break };
        let tail = &form[at + c.len_utf8()..end];
        let stem = &form[..at];
        let negation = words.negation.as_bytes();
        let cut = if words.clitics.has(tail) && !is_decade(stem) {
            at
        } else if tail.len() == 1
            && tail.as_bytes()[0].eq_ignore_ascii_case(&negation[1])
            && stem.len() > 1
            && stem.as_bytes()[at - 1].eq_ignore_ascii_case(&negation[0])
        {
            at - 1
        } else {
            break;
        };
        if cut == 0 {
            break;
        }
        free -= 1;
        cuts[free] = cut;
        end = cut;
    }
    &cuts[free..2]
}

/// The 1990's: a plural, no clitic.
fn is_decade(stem: &str) -> bool {
    stem.ends_with('0') && stem.bytes().all(|b| b.is_ascii_digit())
}

/// Does a word take the full stop after it as its own? `after` is what follows the stop in the block.
pub(super) fn takes_stop(words: &TokensWords, form: &str, after: &str) -> bool {
    let last = form.rsplit(['-', '\'', '’']).next().unwrap_or(form);
    let mut next = after.chars();
    let first = next.next();
    if first == Some('.') {
        return false;
    }
    let gap = first.is_none_or(char::is_whitespace);
    let follows = if gap { after.trim_start().chars().next() } else { first };
    if last.contains('.') {
        let single = |p: &str| chars(p) == 1 && p.starts_with(char::is_alphabetic);
        return last.split('.').all(single) || words.dotted.has(last.rsplit_once('.').map_or(last, |p| p.0));
    }
    let listed = words.abbreviations.get(last);
    let mut letters = last.chars();
    if let (Some(c), None, true) =
        (letters.next(), letters.next(), listed.is_none() || !last.starts_with(char::is_lowercase))
    {
        // An initial; the pronoun and the letter at the block's end are not.
        let pronoun = words.starters.has(last) && c != 'A';
        return c.is_uppercase() && follows.is_some_and(char::is_alphanumeric) && !pronoun;
    }
    match listed {
        Some(Stop::Title) => follows.is_some(),
        Some(Stop::End) => true,
        // "and so on": before a capital or at the end, the stop is the sentence's.
        Some(Stop::Open) => follows.is_some_and(|c| !c.is_uppercase()),
        Some(Stop::Number) => follows.is_some_and(|c| c.is_ascii_digit()),
        Some(Stop::Dated) => {
            let dated = || {
                let next = after.trim_start();
                let next = &next[..next.find(|c: char| !c.is_alphabetic()).unwrap_or(next.len())];
                words.abbreviations.get(next) == Some(Stop::Dated)
            };
            last.starts_with(char::is_uppercase)
                && follows.is_some_and(|c| !c.is_uppercase() && !matches!(c, '"' | '“' | '‘') || dated())
        }
        None => false,
    }
}
