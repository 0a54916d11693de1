//! Cutting chunks between white space at punctuation.

use super::markup::markup;
use super::word::{self, is_apostrophe, is_word_char};
use crate::english::tokens::TokensWords;
use crate::text::{Span, words_in};

/// Faces made of punctuation.
const FACES: [&str; 24] = [
    ":-)", ":-(", ";-)", ":-D", ":'(", ":)", ":(", ";)", ":D", ":P", ":p", ";P", ":O", ":/", "(:", "=)", "=(", "=D",
    "<3", "^_^", "->", "<-", "=>", "-->",
];

/// Cuts one block; tokens go to `out` in text order.
pub(super) struct Chunker<'a> {
    words: &'a TokensWords,
    text: &'a str,
    /// End of the block.
    end: usize,
    out: &'a mut Vec<Span>,
    /// Inside of emphasis.
    strong: bool,
}

impl<'a> Chunker<'a> {
    /// A cutter for the block that ends at `end`, a character border.
    pub(super) fn new(words: &'a TokensWords, text: &'a str, end: usize, out: &'a mut Vec<Span>) -> Self {
        Self { words, text, end, out, strong: false }
    }

    /// Cuts from `start` to the block's end.
    pub(super) fn run(&mut self, start: usize) {
        for word in words_in(&self.text[start..self.end]) {
            self.chunk(start + word.start, start + word.end);
        }
    }

    fn push(&mut self, start: usize, end: usize) {
        self.out.push(Span::new(start, end));
    }

    /// One chunk without white space.
    fn chunk(&mut self, start: usize, end: usize) {
        let mut at = start;
        // An address may stand in brackets or quotes, or after a scheme; looked for at two places, so that a chunk is
        // searched a bounded number of times.
        let mut address_sought = false;
        let mut scheme = scheme(&self.text[start..end]).map(|n| start + n);
        while at < end {
            let rest = &self.text[at..end];
            let Some(c) = rest.chars().next() else { break };
            let marked = if c.is_ascii_punctuation() { markup(self.text, at, self.end, &mut self.strong) } else { 0 };
            if marked > 0 {
                at += marked;
            } else if is_word_char(c) {
                if !address_sought || scheme.is_some_and(|s| s <= at) {
                    address_sought = true;
                    scheme = scheme.filter(|&s| s > at);
                    // No address and no file is without one of these.
                    let signed = rest.bytes().any(|b| matches!(b, b'.' | b':' | b'@'));
                    let found = || address(rest).or_else(|| file(self.words, rest));
                    if let Some(n) = signed.then(found).flatten() {
                        self.push(at, at + n);
                        at += n;
                        continue;
                    }
                }
                at = self.word(at, end);
            } else {
                let n = self.mark(rest, c, at == start);
                self.push(at, at + n);
                at += n;
            }
        }
    }

    /// A word from `at` on, cut where it holds several tokens; returns where it ends.
    fn word(&mut self, at: usize, end: usize) -> usize {
        let n = word::extent(self.words, &self.text[at..end]);
        let form = &self.text[at..at + n];
        if let Some(first) = self.fused(form, at, at + n) {
            self.push(at, at + first);
            self.push(at + first, at + n);
        } else if form.bytes().all(|b| b.is_ascii_alphabetic()) {
            // Neither an apostrophe nor a unit.
            self.push(at, at + n);
        } else {
            let unit = word::unit(self.words, form);
            let mut cuts = [n; 3];
            let stems = word::clitics(self.words, form, &mut cuts);
            let mut from = at;
            for cut in unit.into_iter().chain(stems.iter().copied()).chain([n]) {
                if at + cut > from {
                    self.push(from, at + cut);
                    from = at + cut;
                }
            }
        }
        let stop = at + n;
        let after = &self.text[stop..self.end];
        if after.starts_with('.') && word::takes_stop(self.words, form, &after[1..]) {
            if let Some(last) = self.out.last_mut() {
                last.end += 1;
            }
            return stop + 1;
        }
        if after.starts_with('$') && form.len() <= 3 && form.bytes().all(|b| b.is_ascii_uppercase()) {
            if let Some(last) = self.out.last_mut() {
                last.end += 1;
            }
            return stop + 1;
        }
        stop
    }

    /// Where a word between `start` and `end` is cut if it is two words written as one.
    fn fused(&self, form: &str, start: usize, end: usize) -> Option<usize> {
        let after = &self.text[end..self.end];
        if let Some(first) = self.words.fused.get(form) {
            // "Im Jong-seok" and "Jony Ive" are names.
            let name = form.len() <= 3 && form.starts_with(char::is_uppercase) && {
                let before = self.out.last().is_some_and(|t| t.of(self.text).starts_with(char::is_alphanumeric));
                before || !after.trim_start().starts_with(char::is_lowercase)
            };
            return (!name && !after.starts_with(['-', '/', '.'])
                || after.strip_prefix('.').is_some_and(|a| !a.starts_with(char::is_alphanumeric)))
            .then_some(first);
        }
        let first = self.words.half_fused.get(form)?;
        debug_assert_eq!(start + form.len(), end);
        let next = after.strip_prefix(' ')?.split(char::is_whitespace).next()?;
        self.words.after_fused.has(next).then_some(first)
    }

    /// Length of the token at a character that begins no word.
    fn mark(&self, rest: &str, c: char, first: bool) -> usize {
        let one = c.len_utf8();
        let next = rest[one..].chars().next();
        match c {
            '!' | '?' => {
                let n = run(rest, |x| x == '!' || x == '?');
                n + usize::from(run(&rest[n..], |x| x == '.') == 1)
            }
            '.' => match run(rest, |x| x == '.') {
                1 if matches!(next, Some('!' | '?')) => 1 + run(&rest[1..], |x| x == '!' || x == '?'),
                1 if (first || next.is_some_and(|n| n.is_ascii_digit())) && next.is_some_and(char::is_alphanumeric) => {
                    1 + word::extent(self.words, &rest[1..])
                }
                n => n,
            },
            '#' | '@' if next.is_some_and(char::is_alphabetic) => {
                one + run(&rest[one..], |x| x.is_alphanumeric() || x == '_')
            }
            '+' if first && next.is_some_and(|n| n.is_ascii_digit()) => 1 + word::extent(self.words, &rest[1..]),
            '(' if rest.starts_with("(:") => face(rest).unwrap_or(one),
            '-' | '*' | '=' | '_' | '~' | '#' | '`' | '+' | '|' | '\\' | '<' | '>' | '…' | '–' | '—' => {
                face(rest).unwrap_or_else(|| run(rest, |x| x == c))
            }
            _ if is_apostrophe(c) => self.apostrophe(rest, c, first),
            ':' | ';' | '^' => face(rest).unwrap_or(one),
            // Emoji in a row are one, flags and families among them.
            _ if is_emoji(c) => run(rest, |x| is_emoji(x) || joins(x)),
            _ => one + run(&rest[one..], joins),
        }
    }

    /// Length of the token at an apostrophe: a clitic torn off, a clipped word, a year, or a quote mark.
    fn apostrophe(&self, rest: &str, c: char, first: bool) -> usize {
        let one = c.len_utf8();
        let n = run(&rest[one..], char::is_alphanumeric);
        let tail = &rest[one..one + n];
        let torn = c != '‘' && self.words.clitics.has(tail) && first;
        let year = (2..=3).contains(&n) && tail.as_bytes()[..2].iter().all(u8::is_ascii_digit);
        if first && (torn || self.words.clipped.has(tail) || year) {
            one + n
        } else if rest[one..].starts_with(if c == '‘' { '’' } else { c }) && !matches!(c, '`' | 'ʼ') {
            2 * one
        } else {
            one
        }
    }
}

/// True for pictures and the letters that flags are made of.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}')
}

/// True for the joiners and selectors that a symbol keeps.
fn joins(c: char) -> bool {
    matches!(c, '\u{200d}' | '\u{fe0e}' | '\u{fe0f}')
}

/// Bytes at the start of `s` whose characters satisfy `keep`.
fn run(s: &str, keep: impl Fn(char) -> bool) -> usize {
    s.find(|c| !keep(c)).unwrap_or(s.len())
}

/// True for a face as a token of its own.
pub(super) fn is_face(form: &str) -> bool {
    FACES.contains(&form)
}

/// Length of a face at the start, if one stands there alone.
fn face(s: &str) -> Option<usize> {
    let n = FACES.iter().find(|f| s.starts_with(**f))?.len();
    let alone = !s[n..].starts_with(|c: char| c.is_alphanumeric());
    alone.then_some(n)
}

/// Where the first scheme of a web address begins in a chunk, unless at its start.
fn scheme(chunk: &str) -> Option<usize> {
    let at = chunk.find(':').and_then(|_| chunk.find("://"))?;
    let letters = chunk[..at].bytes().rev().take_while(u8::is_ascii_lowercase).count();
    (letters > 2 && letters < at).then_some(at - letters)
}

/// Length of a file's name with hyphens or signs in it, or of a newsgroup, that begins here and ends the chunk.
fn file(words: &TokensWords, chunk: &str) -> Option<usize> {
    let n = run(chunk, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '#' | '%' | '&' | '!' | '+'));
    let name = chunk[..n].trim_end_matches(['.', '!', '-']);
    let (stem, ending) = name.rsplit_once('.')?;
    let ends = !chunk[n..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
    let plain = !ending.bytes().any(|b| b.is_ascii_uppercase()) || !ending.bytes().any(|b| b.is_ascii_lowercase());
    let file = words.files.has(ending) && plain && stem.contains(['-', '#', '%']);
    let parts = || name.split('.').all(|p| p.len() > 1 && p.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
    (ends && (file || stem.contains('.') && parts())).then_some(name.len())
}

/// Length of a web or mail address that begins here and reaches to the end of the chunk.
fn address(chunk: &str) -> Option<usize> {
    let web = chunk.starts_with("http://")
        || chunk.starts_with("https://")
        || chunk.starts_with("ftp://")
        || chunk.starts_with("mailto:")
        || chunk.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("www."));
    let mail = || {
        let (name, host) = chunk.split_once('@')?;
        let fits = |s: &str| s.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '%'));
        let host = &host[..run(host, |c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'))];
        (!name.is_empty() && fits(name) && host.starts_with(char::is_alphanumeric))
            .then_some(name.len() + 1 + host.len())
    };
    let n = if web { run(chunk, |c| !matches!(c, '>' | '<' | '"' | '”' | '“')) } else { mail()? };
    let inside = chunk[..n].trim_end_matches(['.', ',', ';', ':', '!', '?', '"', '\'', '’', ']', '}', '-']);
    // A closing bracket belongs to the address only if it was opened in it.
    let inside = if inside.contains('(') { inside } else { inside.trim_end_matches([')', '.', ',']) };
    (inside.len() > 4).then_some(inside.len())
}
