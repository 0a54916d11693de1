//! The tag set of Universal Dependencies v2.

use super::Cluster;

/// Universal part of speech.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    #[default]
    X,
}

impl Upos {
    /// All, in the order of their numbers.
    pub const ALL: [Upos; 17] = {
        use Upos::*;
        [Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb, X]
    };

    /// As written in CoNLL-U.
    pub fn name(self) -> &'static str {
        [
            "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
            "SCONJ", "SYM", "VERB", "X",
        ][self as usize]
    }

    /// A noun or a proper noun.
    pub fn is_nominal(self) -> bool {
        matches!(self, Upos::Noun | Upos::Propn)
    }
}

/// The morphological features that later stages ask for, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Feats(pub u32);

#[allow(missing_docs)]
impl Feats {
    pub const PLURAL: Feats = Feats(1 << 0);
    pub const SINGULAR: Feats = Feats(1 << 1);
    /// `Tense=Past` on a finite verb or auxiliary.
    pub const PAST: Feats = Feats(1 << 2);
    /// `Tense=Pres` on a finite verb or auxiliary.
    pub const PRESENT: Feats = Feats(1 << 3);
    /// `VerbForm=Fin`.
    pub const FINITE: Feats = Feats(1 << 4);
    /// `VerbForm=Inf`.
    pub const INFINITIVE: Feats = Feats(1 << 5);
    /// `VerbForm=Part`, past.
    pub const PAST_PARTICIPLE: Feats = Feats(1 << 6);
    /// `VerbForm=Part` present or `VerbForm=Ger`.
    pub const ING: Feats = Feats(1 << 7);
    /// `Voice=Pass`.
    pub const PASSIVE: Feats = Feats(1 << 8);
    /// `Mood=Imp`.
    pub const IMPERATIVE: Feats = Feats(1 << 9);
    pub const COMPARATIVE: Feats = Feats(1 << 10);
    pub const SUPERLATIVE: Feats = Feats(1 << 11);
    pub const FIRST_PERSON: Feats = Feats(1 << 12);
    pub const SECOND_PERSON: Feats = Feats(1 << 13);
    pub const THIRD_PERSON: Feats = Feats(1 << 14);
    /// `Poss=Yes`.
    pub const POSSESSIVE: Feats = Feats(1 << 15);
    /// `Definite=Def`.
    pub const DEFINITE: Feats = Feats(1 << 16);
    /// `Polarity=Neg` or `PronType=Neg`.
    pub const NEGATIVE: Feats = Feats(1 << 17);
    /// `PronType=Rel`.
    pub const RELATIVE: Feats = Feats(1 << 18);
    /// `PronType=Int`.
    pub const INTERROGATIVE: Feats = Feats(1 << 19);

    /// True if every bit of `other` is set.
    pub fn has(self, other: Feats) -> bool {
        self.0 & other.0 == other.0
    }

    /// With the bits of `other` set.
    pub const fn with(self, other: Feats) -> Feats {
        Feats(self.0 | other.0)
    }
}

/// One entry per token of the article.
#[derive(Clone, Debug, Default)]
pub struct Tags {
    /// Part of speech.
    pub upos: Vec<Upos>,
    /// Features.
    pub feats: Vec<Feats>,
    /// Lemma, lower case but for proper nouns.
    pub lemma: Vec<Box<str>>,
    /// Word cluster.
    pub cluster: Vec<Cluster>,
}
