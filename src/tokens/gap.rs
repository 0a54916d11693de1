//! Sentence ends without a mark: lines of mail, headings and captions that a text's line ends no longer part.
//!
//! An averaged perceptron over what stands on both sides of a gap between two words (Collins 2002; that sentence ends
//! can be told from such features: Reynar and Ratnaparkhi 1997). Only gaps before a capital, a figure or a sign are
//! judged, so that prose costs little.

use crate::english::English;
use crate::linear::{MAX_CLASSES, Model, Scores, mix};
use crate::text::Span;
use std::sync::OnceLock;

/// A gap between two words at which a sentence may end.
pub(super) struct Gap<'a> {
    text: &'a str,
    tokens: &'a [Span],
    /// Where the sentence begins.
    from: usize,
    /// The token after the gap.
    next: usize,
}

/// How far a gap looks back and ahead, in tokens.
const FAR: usize = 12;

impl<'a> Gap<'a> {
    /// The gap before `next`, if a sentence can begin there.
    pub(super) fn new(text: &'a str, tokens: &'a [Span], from: usize, next: usize) -> Option<Self> {
        let (before, after) = (tokens.get(next.checked_sub(1)?)?, tokens.get(next)?);
        let opens = |c: char| {
            c.is_uppercase()
                || c.is_ascii_digit()
                || matches!(c, '-' | '*' | '<' | '•' | '·' | '[' | '(' | '_' | '=' | '$')
        };
        if before.end >= after.start || !after.of(text).starts_with(opens) {
            return None;
        }
        // "M. K. Stalin", "K. Rao": initials that begin a name.
        let initial = |t: usize| {
            let word = tokens[t].of(text);
            word.strip_suffix('.').is_some_and(|w| w.chars().count() == 1 && w.starts_with(char::is_uppercase))
        };
        if initial(next - 1) && (next - 1 == from || initial(next - 2)) {
            return None;
        }
        // What a long sentence announces after a colon is part of it.
        let announced = before.of(text) == ":" && next - from > FAR / 2;
        (!announced).then_some(Self { text, tokens, from, next })
    }

    /// The byte at which the sentence would end.
    #[cfg(feature = "train")]
    pub(super) fn end(&self) -> u32 {
        self.tokens[self.next - 1].end
    }

    fn at(&self, shift: isize) -> &'a str {
        self.next.checked_add_signed(shift).and_then(|i| self.tokens.get(i)).map_or("", |s| s.of(self.text))
    }

    /// Writes the gap's features into `out`.
    pub(super) fn features(&self, out: &mut Vec<u32>) {
        let [b, a, n, m, k] = [-2, -1, 0, 1, 2].map(|d| self.at(d));
        let [fb, fa, fn_, fm] = [b, a, n, m].map(form);
        let [sb, sa, sn, sm, sk] = [b, a, n, m, k].map(shape);
        let length = (self.next - self.from).min(FAR) as u32;
        let first = self.tokens[self.from].of(self.text);
        let ends_line = |c: char| matches!(c, '.' | '!' | '?');
        let ahead = self.tokens[self.next..].iter().take(2 * FAR);
        let to_mark = ahead.clone().position(|s| s.of(self.text).ends_with(ends_line)).map_or(31, |n| n as u32 / 4);
        let names = |shapes: &mut dyn Iterator<Item = &Span>| {
            shapes.take(FAR).take_while(|s| shape(s.of(self.text)) & 1 != 0).count().min(5) as u32
        };
        let back = names(&mut self.tokens[self.from..self.next].iter().rev());
        let on = names(&mut self.tokens[self.next..].iter());
        let after_names = self.at(on as isize);
        let left = length << 4 | u32::from(back == (self.next - self.from).min(5) as u32);
        out.clear();
        out.extend([
            mix(1, 0),
            mix(2, fa),
            mix(3, fn_),
            mix(4, fb),
            mix(5, fm),
            mix(mix(6, fa), fn_),
            mix(mix(7, fa), sn),
            mix(mix(8, sa), fn_),
            mix(mix(9, sa), sn),
            mix(mix(10, mix(sb, sa)), mix(sn, sm)),
            mix(mix(11, sa), mix(sn, left)),
            mix(mix(12, left), sn),
            mix(mix(13, form(first)), sn),
            mix(mix(14, shape(first)), left),
            mix(mix(15, back), on),
            mix(mix(16, back << 3 | on), sa),
            mix(mix(17, form(after_names)), on),
            mix(mix(18, shape(after_names)), on << 3 | back),
            mix(mix(19, to_mark), sn),
            mix(mix(20, to_mark), mix(sa, sn)),
            mix(mix(21, fn_), fm),
            mix(mix(22, fb), fa),
            mix(mix(23, mix(sn, sm)), sk),
            mix(mix(24, tail(a)), sn),
            mix(mix(25, tail(n)), sa),
            mix(mix(26, fn_), left),
            mix(mix(27, fa), left),
        ]);
    }
}

/// The hash of a word in lower case, figures as 0.
fn form(word: &str) -> u32 {
    let plain = |b: u8| if b.is_ascii_digit() { b'0' } else { b.to_ascii_lowercase() };
    word.bytes().take(24).fold(word.len() as u32, |h, b| mix(h, plain(b).into()))
}

/// The hash of a word's last three bytes in lower case.
fn tail(word: &str) -> u32 {
    word.bytes().rev().take(3).fold(0, |h, b| h << 8 | u32::from(b.to_ascii_lowercase()))
}

/// Bits: 1 begins with a capital, 2 another capital, 4 a small letter, 8 a digit, 16 a slash, 32 a colon, 64 a full
/// stop, 128 the sign of an address; the first character of what is no word, shifted.
fn shape(word: &str) -> u32 {
    let mut bits = 0;
    for (i, c) in word.chars().enumerate().take(24) {
        bits |= match c {
            '0'..='9' => 8,
            '/' => 16,
            ':' => 32,
            '.' => 64,
            '@' => 128,
            c if c.is_uppercase() => 1 + u32::from(i > 0),
            c if c.is_alphabetic() => 4,
            c if i == 0 => (c as u32) << 8,
            _ => 0,
        };
    }
    bits
}

/// What is learnt of gaps.
#[derive(Debug)]
pub(super) struct Splitter {
    model: Model,
}

impl Splitter {
    /// The one that ships, laid out at first use.
    pub(super) fn shared(english: &English) -> &'static Self {
        static SPLITTER: OnceLock<Splitter> = OnceLock::new();
        SPLITTER.get_or_init(|| Self { model: Model::from_bytes(english.tokens.splitter) })
    }

    /// Does a sentence end at the gap?
    pub(super) fn parts(&self, gap: &Gap<'_>) -> bool {
        let mut features = Vec::with_capacity(32);
        gap.features(&mut features);
        let mut scores: Scores = [0; MAX_CLASSES];
        self.model.score(&features, &mut scores);
        scores[1] > scores[0]
    }
}
