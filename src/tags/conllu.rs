//! Features as treebanks write them.

use super::Feats;

impl Feats {
    /// From the sixth column of CoNLL-U.
    pub fn from_conllu(feats: &str) -> Feats {
        let has = |f: &str| feats.split('|').any(|x| x == f);
        let (finite, part) = (has("VerbForm=Fin"), has("VerbForm=Part"));
        [
            (has("Number=Plur"), Feats::PLURAL),
            (has("Number=Sing"), Feats::SINGULAR),
            (finite && has("Tense=Past"), Feats::PAST),
            (finite && has("Tense=Pres"), Feats::PRESENT),
            (finite, Feats::FINITE),
            (has("VerbForm=Inf"), Feats::INFINITIVE),
            (part && has("Tense=Past"), Feats::PAST_PARTICIPLE),
            (part && has("Tense=Pres") || has("VerbForm=Ger"), Feats::ING),
            (has("Voice=Pass"), Feats::PASSIVE),
            (has("Mood=Imp"), Feats::IMPERATIVE),
            (has("Degree=Cmp"), Feats::COMPARATIVE),
            (has("Degree=Sup"), Feats::SUPERLATIVE),
            (has("Person=1"), Feats::FIRST_PERSON),
            (has("Person=2"), Feats::SECOND_PERSON),
            (has("Person=3"), Feats::THIRD_PERSON),
            (has("Poss=Yes"), Feats::POSSESSIVE),
            (has("Definite=Def"), Feats::DEFINITE),
            (has("Polarity=Neg") || has("PronType=Neg"), Feats::NEGATIVE),
            (has("PronType=Rel"), Feats::RELATIVE),
            (has("PronType=Int"), Feats::INTERROGATIVE),
        ]
        .into_iter()
        .filter(|f| f.0)
        .fold(Feats::default(), |all, f| all.with(f.1))
    }

    /// As the sixth column of CoNLL-U has them, `_` for none; [`Feats::from_conllu`] reads back the same.
    pub fn conllu(self) -> String {
        let written: Vec<&str> = WRITTEN.iter().filter(|w| self.has(w.0)).map(|w| w.1).collect();
        if written.is_empty() { "_".to_owned() } else { written.join("|") }
    }
}

/// In the order of the treebanks, which is the alphabet's; of two that share a name the one that says more comes first.
const WRITTEN: [(Feats, &str); 20] = [
    (Feats::DEFINITE, "Definite=Def"),
    (Feats::COMPARATIVE, "Degree=Cmp"),
    (Feats::SUPERLATIVE, "Degree=Sup"),
    (Feats::IMPERATIVE, "Mood=Imp"),
    (Feats::PLURAL, "Number=Plur"),
    (Feats::SINGULAR, "Number=Sing"),
    (Feats::FIRST_PERSON, "Person=1"),
    (Feats::SECOND_PERSON, "Person=2"),
    (Feats::THIRD_PERSON, "Person=3"),
    (Feats::NEGATIVE, "Polarity=Neg"),
    (Feats::POSSESSIVE, "Poss=Yes"),
    (Feats::INTERROGATIVE, "PronType=Int"),
    (Feats::RELATIVE, "PronType=Rel"),
    (Feats::PAST, "Tense=Past"),
    (Feats::PRESENT, "Tense=Pres"),
    (Feats::FINITE, "VerbForm=Fin"),
    (Feats::INFINITIVE, "VerbForm=Inf"),
    (Feats::PAST_PARTICIPLE, "Tense=Past|VerbForm=Part"),
    (Feats::ING, "VerbForm=Ger"),
    (Feats::PASSIVE, "Voice=Pass"),
];
