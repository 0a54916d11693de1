//! A sentence as rules see it: runs of letters, runs of digits, single marks.

use super::lexicon::{Classes, DIGIT_CLASSES, Lexicon};
use crate::text::Span;

/// One atom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    pub(super) span: Span,
    /// Number in the lexicon, 0 if unknown.
    pub(super) word: u16,
    pub(super) classes: Classes,
    /// No white space before it.
    pub(super) joined: bool,
    /// The digits' value, `u64::MAX` if there are too many; 0 for other atoms.
    pub(super) number: u64,
    /// How many digits.
    pub(super) digits: u8,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Space,
    Letter,
    Digit,
    Mark,
}

fn kind(c: char) -> Kind {
    if c.is_ascii() {
        match c {
            'a'..='z' | 'A'..='Z' => Kind::Letter,
            '0'..='9' => Kind::Digit,
            _ if c.is_ascii_whitespace() || c == '\u{b}' => Kind::Space,
            _ => Kind::Mark,
        }
    } else if c.is_whitespace() {
        Kind::Space
    } else if c.is_alphabetic() {
        Kind::Letter
    } else {
        Kind::Mark
    }
}

/// What several characters stand for: all dashes are one, all apostrophes are one.
fn mark(c: char) -> char {
    match c {
        '‘' | '’' | 'ʼ' | '`' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' => '-',
        '“' | '”' => '"',
        _ => c,
    }
}

/// Appends the atoms of `span` of `text`.
pub(super) fn atoms(lexicon: &Lexicon, text: &str, span: Span, out: &mut Vec<Atom>) {
    let words = span.of(text);
    let capital = lexicon.class_set("CAPITAL");
    let is_mark = lexicon.class_set("MARK");
    let unknown = lexicon.class_set("UNKNOWN");
    let mut chars = words.char_indices().peekable();
    let mut joined = false;
    while let Some((start, c)) = chars.next() {
        let what = kind(c);
        if what == Kind::Space {
            joined = false;
            continue;
        }
        let mut end = start + c.len_utf8();
        if what != Kind::Mark {
            while let Some(&(at, next)) = chars.peek() {
                if kind(next) != what {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
        }
        let form = &words[start..end];
        let base = span.start as usize;
        let mut atom =
            Atom { span: Span::new(base + start, base + end), word: 0, classes: 0, joined, number: 0, digits: 0 };
        match what {
            Kind::Digit => {
                atom.number = form.parse().unwrap_or(u64::MAX);
                atom.digits = form.len().min(255) as u8;
                atom.word = lexicon.number(form);
                atom.classes = digit_classes(lexicon, atom.number, form.len());
            }
            Kind::Mark => {
                let mut buffer = [0; 4];
                atom.word = lexicon.number(mark(c).encode_utf8(&mut buffer));
                atom.classes = is_mark;
            }
            _ => {
                atom.word = lower(lexicon, form);
                let known = &lexicon.words[atom.word as usize];
                atom.classes = if atom.word == 0 { unknown } else { known.classes };
                if c.is_uppercase() {
                    atom.classes |= known.capital | capital;
                }
            }
        }
        out.push(atom);
        joined = true;
    }
}

/// The number of a word in any case, without allocating.
fn lower(lexicon: &Lexicon, form: &str) -> u16 {
    let mut buffer = [0u8; 16];
    let Some(room) = buffer.get_mut(..form.len()) else { return 0 };
    room.copy_from_slice(form.as_bytes());
    room.make_ascii_lowercase();
    std::str::from_utf8(room).map_or(0, |word| lexicon.number(word))
}

fn digit_classes(lexicon: &Lexicon, n: u64, digits: usize) -> Classes {
    let fits = [
        digits == 1,
        digits == 2,
        digits == 3,
        digits == 4,
        digits > 4,
        digits <= 2 && (1..=31).contains(&n),
        digits <= 2 && (1..=12).contains(&n),
        digits <= 2 && n <= 24,
        digits == 2 && n < 60,
        digits == 4 && (1000..=2199).contains(&n),
        digits == 2 && n.is_multiple_of(10) && n > 0,
    ];
    // The digit classes are the lexicon's first.
    debug_assert_eq!(lexicon.class_set(DIGIT_CLASSES[0]), 1);
    fits.iter().enumerate().fold(0, |set, (bit, fits)| set | (*fits as Classes) << bit)
}
