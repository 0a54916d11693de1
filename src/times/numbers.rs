//! Numbers, years and days of the month, in figures and in words.

use super::atoms::Atom;
use super::lexicon::{Classes, Lexicon};
use super::meaning::Amount;

/// No number has a larger power.
const LARGEST: u64 = 99;

/// The classes of words that numbers are made of.
#[derive(Debug)]
pub(super) struct Numbers {
    card: Classes,
    tens: Classes,
    scale: Classes,
    ordinal: Classes,
    suffix: Classes,
    hyphen: u16,
    comma: u16,
    caret: u16,
    e: u16,
    dot: u16,
    slash: u16,
    apostrophe: u16,
    and: u16,
    half: u16,
}

fn joined(atoms: &[Atom], i: usize) -> Option<&Atom> {
    atoms.get(i).filter(|a| a.joined)
}

impl Numbers {
    pub(super) fn new(lexicon: &mut Lexicon) -> Self {
        Self {
            card: lexicon.class_set("CARD"),
            tens: lexicon.class_set("TENS"),
            scale: lexicon.class_set("SCALE"),
            ordinal: lexicon.class_set("ORD"),
            suffix: lexicon.class_set("SUFFIX"),
            hyphen: lexicon.intern("-"),
            comma: lexicon.intern(","),
            caret: lexicon.intern("^"),
            e: lexicon.intern("e"),
            dot: lexicon.intern("."),
            slash: lexicon.intern("/"),
            apostrophe: lexicon.intern("'"),
            and: lexicon.intern("and"),
            half: lexicon.intern("½"),
        }
    }

    /// Classes that a number in words can begin with.
    pub(super) fn openers(&self) -> Classes {
        self.card | self.tens
    }

    /// Classes that an ordinal in words can begin with.
    pub(super) fn ordinal_openers(&self) -> Classes {
        self.ordinal | self.tens
    }

    /// The word that opens a year cut to two figures.
    pub(super) fn year_mark(&self) -> u16 {
        self.apostrophe
    }

    fn value(&self, lexicon: &Lexicon, atom: &Atom, class: Classes) -> Option<u64> {
        (atom.classes & class != 0).then(|| lexicon.value(atom.word, class)).flatten().map(|v| v as u64)
    }

    /// Below a hundred, in words: "seven", "twenty-five".
    fn small(&self, lexicon: &Lexicon, atoms: &[Atom], i: usize) -> Option<(usize, u64)> {
        let first = atoms.get(i)?;
        if let Some(n) = self.value(lexicon, first, self.card) {
            return Some((i + 1, n));
        }
        let tens = self.value(lexicon, first, self.tens)?;
        let mut next = i + 1;
        if joined(atoms, next).is_some_and(|a| a.word == self.hyphen) {
            next += 1;
        }
        let ones = atoms.get(next).and_then(|a| self.value(lexicon, a, self.card)).filter(|n| *n < 10);
        Some(ones.map_or((i + 1, tens), |n| (next + 1, tens + n)))
    }

    /// A number: "1,200", "2.5", "2 1/2", "twenty-five", "two hundred", "3 million".
    pub(super) fn number(&self, lexicon: &Lexicon, atoms: &[Atom], i: usize) -> Option<(usize, Amount)> {
        let first = atoms.get(i)?;
        let (mut at, mut n);
        if first.digits > 0 {
            n = first.number as f32;
            at = i + 1;
            while joined(atoms, at).is_some_and(|a| a.word == self.comma)
                && joined(atoms, at + 1).is_some_and(|a| a.digits == 3)
            {
                n = n * 1000.0 + atoms[at + 1].number as f32;
                at += 2;
            }
            if joined(atoms, at).is_some_and(|a| a.word == self.dot)
                && let Some(part) = joined(atoms, at + 1).filter(|a| (1..=3).contains(&a.digits))
            {
                n += part.number as f32 / 10f32.powi(part.digits as i32);
                at += 2;
            }
            // "10^30", "1e30"
            if let Some(mark) = atoms.get(at).filter(|a| a.word == self.caret || a.word == self.e && a.joined)
                && let Some(power) = atoms.get(at + 1).filter(|a| a.digits > 0)
            {
                let (base, first) = if mark.word == self.e { (10.0, n) } else { (n, 1.0) };
                n = (0..power.number.min(LARGEST)).fold(first, |n, _| n * base);
                at += 2;
            }
            if joined(atoms, at).is_some_and(|a| a.word == self.half) {
                n += 0.5;
                at += 1;
            } else {
                let dash = usize::from(atoms.get(at).is_some_and(|a| a.word == self.hyphen));
                if let Some((end, part)) = self.fraction(atoms, at + dash) {
                    n += part;
                    at = end;
                } else if let Some((end, part)) = self.fraction(atoms, i) {
                    n = part;
                    at = end;
                }
            }
        } else {
            let (end, small) = self.small(lexicon, atoms, i)?;
            n = small as f32;
            at = end;
        }
        while let Some(scale) = atoms.get(at).and_then(|a| self.value(lexicon, a, self.scale)) {
            n *= scale as f32;
            at += 1;
            let and = usize::from(atoms.get(at).is_some_and(|a| a.word == self.and));
            if let Some((end, rest)) = self.small(lexicon, atoms, at + and) {
                let thousand = atoms.get(end).and_then(|a| self.value(lexicon, a, self.scale));
                if thousand.is_none() && rest < scale {
                    n += rest as f32;
                    at = end;
                }
            }
        }
        Some((at, Amount::exact(n)))
    }

    fn fraction(&self, atoms: &[Atom], i: usize) -> Option<(usize, f32)> {
        let top = atoms.get(i).filter(|a| a.digits == 1)?;
        joined(atoms, i + 1).filter(|a| a.word == self.slash)?;
        let bottom = joined(atoms, i + 2).filter(|a| a.digits == 1 && a.number > top.number)?;
        Some((i + 3, top.number as f32 / bottom.number as f32))
    }

    /// A year: "1998", "'98" (short), "nineteen ninety-six", "two thousand and five".
    pub(super) fn year(&self, lexicon: &Lexicon, atoms: &[Atom], i: usize) -> Option<(usize, i32, bool)> {
        let first = atoms.get(i)?;
        if first.digits == 4 && (1000..=2199).contains(&first.number) {
            return Some((i + 1, first.number as i32, false));
        }
        if first.word == self.apostrophe {
            let two = joined(atoms, i + 1).filter(|a| a.digits == 2)?;
            return Some((i + 2, two.number as i32, true));
        }
        let high = self.value(lexicon, first, self.card | self.tens)?;
        let next = atoms.get(i + 1)?;
        if (13..=20).contains(&high) {
            let hundred = usize::from(self.value(lexicon, next, self.scale) == Some(100));
            let (end, low) = self.small(lexicon, atoms, i + 1 + hundred)?;
            return (low >= 10).then_some((end, (high * 100 + low) as i32, false));
        }
        if high == 2 && self.value(lexicon, next, self.scale) == Some(1000) {
            let and = usize::from(atoms.get(i + 2).is_some_and(|a| a.word == self.and));
            return Some(match self.small(lexicon, atoms, i + 2 + and) {
                Some((end, n)) => (end, 2000 + n as i32, false),
                None => (i + 2, 2000, false),
            });
        }
        None
    }

    /// An ordinal: "3rd", "third", "twenty-first".
    pub(super) fn ordinal(&self, lexicon: &Lexicon, atoms: &[Atom], i: usize) -> Option<(usize, i32)> {
        let first = atoms.get(i)?;
        if first.digits > 0 {
            joined(atoms, i + 1).filter(|a| a.classes & self.suffix != 0)?;
            return Some((i + 2, first.number.min(99_999) as i32));
        }
        if let Some(n) = self.value(lexicon, first, self.ordinal) {
            return Some((i + 1, n as i32));
        }
        let tens = self.value(lexicon, first, self.tens)?;
        let dash = usize::from(joined(atoms, i + 1).is_some_and(|a| a.word == self.hyphen));
        let ones = atoms.get(i + 1 + dash).and_then(|a| self.value(lexicon, a, self.ordinal)).filter(|n| *n < 10)?;
        Some((i + 2 + dash, (tens + ones) as i32))
    }

    /// A day of the month, 1 to 31, as figures or as an ordinal.
    pub(super) fn day(&self, lexicon: &Lexicon, atoms: &[Atom], i: usize) -> Option<(usize, i32)> {
        let plain = |a: &Atom| ((1..=31).contains(&a.number) && a.digits <= 2).then_some((i + 1, a.number as i32));
        self.ordinal(lexicon, atoms, i)
            .filter(|(_, n)| (1..=31).contains(n))
            .or_else(|| atoms.get(i).filter(|a| a.digits > 0).and_then(plain))
    }
}
