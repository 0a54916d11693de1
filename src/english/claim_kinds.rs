//! What a word of the stage `claims` does to what is told: who says it, whether it holds, how sure, how many.

/// What a reporting word takes as its content, a set of the constants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reports(u16);

impl Reports {
    /// A clause or a quotation said by somebody.
    pub const SAYS: Reports = Reports(1);
    /// A clause held true by somebody.
    pub const HOLDS: Reports = Reports(1 << 1);
    /// An act that somebody means to do.
    pub const MEANS: Reports = Reports(1 << 2);
    /// An act that somebody bids another do.
    pub const BIDS: Reports = Reports(1 << 3);
    /// A thing that somebody judges.
    pub const JUDGES: Reports = Reports(1 << 4);
    /// A clause that evidence shows.
    pub const SHOWS: Reports = Reports(1 << 5);
    /// Its content is denied.
    pub const DENIES: Reports = Reports(1 << 6);
    /// Its content is asked.
    pub const ASKS: Reports = Reports(1 << 7);
    /// A noun that reports.
    pub const NOUN: Reports = Reports(1 << 8);
    /// Nobody is named who finds it so.
    pub const SEEMS: Reports = Reports(1 << 9);
    /// Its passive tells what is expected.
    pub const EXPECTED: Reports = Reports(1 << 10);

    /// The judgement is spoken, so the sentence is its author's claim.
    pub const SPOKEN: Reports = Reports(1 << 11);
    /// The content is taken as true by the one who tells it.
    pub const FACTIVE: Reports = Reports(1 << 12);

    /// Who stands behind "to" or "for" hears it, and is not what it is about ("spoke to reporters").
    pub const HEARD: Reports = Reports(1 << 13);

    /// True if any of `other` is in the set.
    pub fn any(self, other: Reports) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets.
    pub const fn or(self, other: Reports) -> Reports {
        Reports(self.0 | other.0)
    }

    pub(super) fn letter(c: char) -> Reports {
        match c {
            's' => Self::SAYS,
            't' => Self::HOLDS,
            'w' => Self::MEANS,
            'a' => Self::BIDS,
            'o' => Self::JUDGES,
            'e' => Self::SHOWS,
            'd' => Self::DENIES,
            'q' => Self::ASKS,
            'n' => Self::NOUN,
            'm' => Self::SEEMS,
            'x' => Self::EXPECTED,
            'v' => Self::SPOKEN,
            'f' => Self::FACTIVE,
            'h' => Self::HEARD,
            _ => Self::default(),
        }
    }
}

/// What a word says of the proposition under it (Nairn, Condoravdi and Karttunen 2006).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It is so.
    Holds,
    /// It is not so.
    Fails,
    /// It is left open.
    Open,
}

/// How a word turns the proposition under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Where the word is affirmed.
    pub affirmed: Effect,
    /// Where the word is denied.
    pub negated: Effect,
    /// The word by itself denies ("refused").
    pub denies: bool,
    /// It keeps a thing named by a noun from being ("prevented the attack").
    pub things: bool,
    /// What it leaves open is meant to be.
    pub plans: bool,
}

impl Turn {
    pub(super) fn read(letters: &str) -> Turn {
        let effect = |c: Option<char>| match c {
            Some('+') => Effect::Holds,
            Some('-') => Effect::Fails,
            _ => Effect::Open,
        };
        let mut signs = letters.chars();
        let (affirmed, negated) = (effect(signs.next()), effect(signs.next()));
        let has = |flag: char| letters.contains(flag);
        Turn { affirmed, negated, denies: has('d'), things: has('n'), plans: has('p') }
    }
}

/// A noun of a happening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nominal {
    /// The verb that tells the same.
    pub verb: &'static str,
    /// Who the noun's "of" names.
    pub kind: NominalKind,
}

/// Whom "of" and "between" name beside a noun of a happening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NominalKind {
    /// The one that something is done to; a genitive names the doer ("X's invasion of Y").
    Transitive,
    /// The one that something is done to; so does a genitive ("Y's arrest").
    Passive,
    /// The doer.
    Intransitive,
    /// All who take part.
    Reciprocal,
}

/// How sure a word makes its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// It may be so.
    Possible,
    /// It is likely so.
    Probable,
    /// It is meant to be.
    Planned,
}

/// How words before a number bound it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberBound {
    /// Close to it.
    About,
    /// It or more.
    AtLeast,
    /// It or less.
    AtMost,
}

/// The slot that a preposition or mark opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotCue {
    /// Where.
    Place,
    /// By what means.
    Means,
    /// Why.
    Cause,
    /// What for.
    Purpose,
    /// To whom.
    Recipient,
    /// With whom.
    Company,
}

impl SlotCue {
    pub(super) fn read(word: &str) -> Self {
        match word {
            "place" => Self::Place,
            "means" => Self::Means,
            "cause" => Self::Cause,
            "purpose" => Self::Purpose,
            "recipient" => Self::Recipient,
            _ => Self::Company,
        }
    }
}
