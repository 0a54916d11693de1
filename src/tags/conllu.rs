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
}
