//! English word tables of the stage `entities`: what mentions, coreference and unions need to know of words.

use super::lines::Lines;
use super::people::Gender;
use super::reasons::Reasons;

/// What a common noun can refer to (`lexicon/nouns.tsv`); several may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Noun {
    /// A person by office, trade or part played ("minister", "witness").
    pub person: bool,
    /// A relative or friend ("brother").
    pub kin: bool,
    /// People without a name ("people", "source").
    pub anonymous: bool,
    /// A group that acts as one, most often an armed or political one ("rebels", "army").
    pub group: bool,
    /// An organisation.
    pub organisation: bool,
    /// An organisation that publishes news.
    pub media: bool,
    /// A body that governs.
    pub state: bool,
    /// A country.
    pub country: bool,
    /// A city or town.
    pub town: bool,
    /// A part of a country.
    pub region: bool,
    /// A building or site.
    pub facility: bool,
    /// The gender the word tells.
    pub gender: Option<Gender>,
}

/// A personal pronoun of the third person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pronoun {
    /// he, she
    One(Gender),
    /// it
    Thing,
    /// they
    Many,
}

/// Words that the stage needs; look up lower case.
#[derive(Debug)]
pub struct EntitiesWords {
    /// Why mentions are taken for one.
    pub why: Reasons,
    /// The lemma of the seat of a country's government.
    pub capital: &'static str,
    /// The plain form of what [`Self::servant_of`] takes off.
    pub servant: &'static str,
    nouns: Lines,
    pub(super) familiar: Lines,
}

impl Default for EntitiesWords {
    fn default() -> Self {
        Self {
            why: Reasons::default(),
            capital: "capital",
            servant: "abd",
            nouns: Lines(include_str!("lexicon/nouns.tsv")),
            familiar: Lines(include_str!("lexicon/familiar.tsv")),
        }
    }
}

impl EntitiesWords {
    /// What a noun, by its lemma, can refer to.
    pub fn noun(&self, lemma: &str) -> Option<Noun> {
        let v = self.nouns.get(lemma)?;
        Some(Noun {
            person: v.contains('p'),
            kin: v.contains('k'),
            anonymous: v.contains('a'),
            group: v.contains('g'),
            organisation: v.contains('o'),
            media: v.contains('w'),
            state: v.contains('s'),
            country: v.contains('c'),
            town: v.contains('t'),
            region: v.contains('r'),
            facility: v.contains('f'),
            gender: if v.contains('F') {
                Some(Gender::Female)
            } else if v.contains('M') {
                Some(Gender::Male)
            } else {
                None
            },
        })
    }

    /// The third person's pronouns, possessives and reflexives with them.
    pub fn pronoun(&self, word: &str) -> Option<Pronoun> {
        Some(match word {
            "he" | "him" | "his" | "himself" => Pronoun::One(Gender::Male),
            "she" | "her" | "hers" | "herself" => Pronoun::One(Gender::Female),
            "it" | "its" | "itself" => Pronoun::Thing,
            "they" | "them" | "their" | "theirs" | "themselves" => Pronoun::Many,
            _ => return None,
        })
    }

    /// Before a place, never before a people.
    pub fn is_in_place(&self, word: &str) -> bool {
        matches!(word, "in" | "at" | "near" | "for" | "to" | "from")
    }

    /// The preposition before a place that is never before a person alone.
    pub fn is_plain_in(&self, word: &str) -> bool {
        word == "in"
    }

    /// Owns parties and armies as no one else does ("People's Party").
    pub fn is_people(&self, word: &str) -> bool {
        word == "people"
    }

    /// Between commas it brings the short name of what stands before ("the Security Service, the SBU, said").
    pub fn brings_short_name(&self, word: &str) -> bool {
        matches!(word, "the" | "or")
    }

    /// A reflexive pronoun: it means the subject of its own clause.
    pub fn is_reflexive(&self, word: &str) -> bool {
        word.ends_with("self") || word.ends_with("selves")
    }

    /// Left out when initials are taken.
    pub fn is_filler(&self, word: &str) -> bool {
        matches!(
            word,
            "of" | "the" | "and" | "for" | "in" | "on" | "to" | "a" | "an" | "&" | "de" | "et" | "la" | "du" | "des"
        )
    }

    /// After "at" it bounds the figure that follows ("at least 40 people").
    pub fn is_bound_adverb(&self, word: &str) -> bool {
        matches!(word, "least" | "most")
    }

    /// Points back to what was named or is known.
    pub fn is_definite(&self, word: &str) -> bool {
        matches!(word, "the" | "this" | "that" | "these" | "those" | "both" | "such")
    }

    /// Brings something new.
    pub fn is_indefinite(&self, word: &str) -> bool {
        matches!(
            word,
            "a" | "an"
                | "some"
                | "several"
                | "many"
                | "few"
                | "two"
                | "three"
                | "four"
                | "five"
                | "other"
                | "another"
                | "one"
        )
    }

    /// Prepositions that tell when or how something happened rather than who someone is.
    pub fn is_circumstance(&self, word: &str) -> bool {
        matches!(
            word,
            "on" | "after"
                | "before"
                | "during"
                | "since"
                | "until"
                | "till"
                | "while"
                | "as"
                | "amid"
                | "despite"
                | "over"
        )
    }

    /// Before a country's name it makes a part of the country.
    pub fn is_direction(&self, word: &str) -> bool {
        matches!(
            word,
            "northern"
                | "southern"
                | "eastern"
                | "western"
                | "central"
                | "northeastern"
                | "northwestern"
                | "southeastern"
                | "southwestern"
        )
    }

    /// Joins a body to what it is of ("Bank of Ghana").
    pub fn is_of(&self, word: &str) -> bool {
        word == "of"
    }

    /// "and"
    pub fn is_and(&self, word: &str) -> bool {
        matches!(word, "and" | "&")
    }

    /// "according to" and its like, as two words.
    pub fn is_according_to(&self, first: &str, second: &str) -> bool {
        first == "according" && second == "to" || first == "reported" && second == "by"
    }

    /// Brings a clause on what stands before.
    pub fn is_relative(&self, word: &str) -> bool {
        matches!(word, "who" | "which" | "whose")
    }

    /// Goes before the last of a list.
    pub fn ends_list(&self, word: &str) -> bool {
        matches!(word, "and" | "or")
    }

    /// Points back to what is known, whatever its number.
    pub fn is_plain_article(&self, word: &str) -> bool {
        word == "the"
    }

    /// The article left out of a name in running text.
    pub fn is_article(&self, word: &str) -> bool {
        matches!(word, "the" | "a" | "an")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables() {
        let words = EntitiesWords::default();
        assert!(words.noun("witness").unwrap().person);
        assert_eq!(words.noun("queen").unwrap().gender, Some(Gender::Female));
        assert!(words.noun("newspaper").unwrap().media && words.noun("rebel").unwrap().group);
        assert!(words.noun("earthquake").is_none() && words.noun("").is_none());
    }
}
