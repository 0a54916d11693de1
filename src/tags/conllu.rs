//! Features as treebanks write them.

use super::Feats;

/// Features that one name tells by itself.
const NAMED: [(Feats, &str); 15] = [
    (Feats::DEFINITE, "Definite=Def"),
    (Feats::COMPARATIVE, "Degree=Cmp"),
    (Feats::SUPERLATIVE, "Degree=Sup"),
    (Feats::IMPERATIVE, "Mood=Imp"),
    (Feats::PLURAL, "Number=Plur"),
    (Feats::SINGULAR, "Number=Sing"),
    (Feats::FIRST_PERSON, "Person=1"),
    (Feats::SECOND_PERSON, "Person=2"),
    (Feats::THIRD_PERSON, "Person=3"),
    (Feats::POSSESSIVE, "Poss=Yes"),
    (Feats::INTERROGATIVE, "PronType=Int"),
    (Feats::RELATIVE, "PronType=Rel"),
    (Feats::FINITE, "VerbForm=Fin"),
    (Feats::INFINITIVE, "VerbForm=Inf"),
    (Feats::PASSIVE, "Voice=Pass"),
];

/// Features that several names tell together, or more than one in turn; each with one way to write it.
const WRITTEN: [(Feats, &str); 5] = [
    (Feats::NEGATIVE, "Polarity=Neg"),
    (Feats::PAST, "Tense=Past"),
    (Feats::PRESENT, "Tense=Pres"),
    (Feats::PAST_PARTICIPLE, "Tense=Past|VerbForm=Part"),
    (Feats::ING, "VerbForm=Ger"),
];

impl Feats {
    /// From the sixth column of CoNLL-U.
    pub fn from_conllu(feats: &str) -> Feats {
        let has = |f: &str| feats.split('|').any(|x| x == f);
        let (finite, part) = (has("VerbForm=Fin"), has("VerbForm=Part"));
        let together = [
            (finite && has("Tense=Past"), Feats::PAST),
            (finite && has("Tense=Pres"), Feats::PRESENT),
            (part && has("Tense=Past"), Feats::PAST_PARTICIPLE),
            (part && has("Tense=Pres") || has("VerbForm=Ger"), Feats::ING),
            (has("Polarity=Neg") || has("PronType=Neg"), Feats::NEGATIVE),
        ];
        let named = NAMED.into_iter().map(|(feat, name)| (has(name), feat));
        named.chain(together).filter(|f| f.0).fold(Feats::default(), |all, f| all.with(f.1))
    }

    /// As the sixth column of CoNLL-U has them, in the order of the alphabet, `_` for none; [`Feats::from_conllu`] reads back
    /// the same.
    pub fn conllu(self) -> String {
        let all = NAMED.iter().chain(&WRITTEN).filter(|w| self.has(w.0));
        let mut written: Vec<&str> = all.map(|w| w.1).collect();
        written.sort_unstable();
        if written.is_empty() { "_".to_owned() } else { written.join("|") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_and_read_back() {
        let one_each = NAMED.iter().chain(&WRITTEN).map(|w| w.0);
        let finite = |f: Feats| if [Feats::PAST, Feats::PRESENT].contains(&f) { f.with(Feats::FINITE) } else { f };
        for feats in one_each.map(finite).chain([Feats::default(), Feats::PLURAL.with(Feats::THIRD_PERSON)]) {
            assert_eq!(Feats::from_conllu(&feats.conllu()), feats, "{}", feats.conllu());
        }
    }
}
