//! English word tables of the stage `entities`: what mentions, coreference and unions need to know of words.

use super::lines::Lines;
use super::people::Gender;

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

    /// Words for those who fight or oppose a government without being one: two of them in one story mean one camp
    /// unless a name sets them apart.
    pub fn is_insurgent(&self, lemma: &str) -> bool {
        matches!(
            lemma,
            "rebel"
                | "insurgent"
                | "militant"
                | "faction"
                | "fighter"
                | "guerrilla"
                | "guerilla"
                | "opposition"
                | "insurgency"
                | "rebellion"
                | "attacker"
                | "gunman"
                | "separatist"
                | "jihadist"
                | "extremist"
                | "terrorist"
        )
    }

    /// Collectives that are many without a plural.
    pub fn is_collective(&self, lemma: &str) -> bool {
        matches!(lemma, "opposition" | "insurgency" | "rebellion")
    }

    /// Tells one side's fighters from the others' ("other rebels", "their fighters").
    pub fn is_set_apart(&self, word: &str) -> bool {
        matches!(
            word,
            "other"
                | "another"
                | "second"
                | "third"
                | "rival"
                | "its"
                | "their"
                | "his"
                | "her"
                | "our"
                | "no"
                | "foreign"
        )
    }

    /// Of whom a story has many: two articles that speak of "an official" need not mean one.
    pub fn is_many_of_a_kind(&self, word: &str) -> bool {
        matches!(
            word,
            "official"
                | "source"
                | "witness"
                | "resident"
                | "expert"
                | "analyst"
                | "spokesperson"
                | "diplomat"
                | "adviser"
                | "reporter"
                | "journalist"
                | "person"
                | "people"
                | "man"
                | "woman"
                | "boy"
                | "girl"
                | "child"
                | "neighbour"
                | "neighbor"
                | "friend"
                | "colleague"
                | "lawyer"
                | "member"
                | "supporter"
                | "critic"
                | "observer"
                | "leader"
                | "head of state"
                | "insider"
                | "visitor"
                | "customer"
                | "partner"
                | "writer"
                | "author"
                | "researcher"
                | "scientist"
                | "ally"
                | "minister"
                | "soldier"
                | "fighter"
                | "student"
                | "voter"
                | "protester"
                | "teacher"
                | "group"
                | "team"
                | "force"
                | "troop"
                | "house"
                | "home"
                | "building"
        )
    }

    /// Tells of a person no more than age and gender.
    pub fn is_plain_person(&self, word: &str) -> bool {
        matches!(word, "man" | "woman" | "boy" | "girl")
    }

    /// Verbs of reporting, by lemma.
    pub fn is_reporting(&self, lemma: &str) -> bool {
        matches!(
            lemma,
            "say"
                | "report"
                | "state"
                | "write"
                | "note"
                | "add"
                | "quote"
                | "cite"
                | "tell"
                | "reveal"
                | "publish"
                | "claim"
                | "uncover"
                | "learn"
                | "announce"
                | "describe"
                | "call"
                | "suggest"
                | "argue"
                | "disclose"
                | "confirm"
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

    /// Bodies of which a country has one.
    pub fn is_one_per_country(&self, lemma: &str) -> bool {
        matches!(
            lemma,
            "army"
                | "military"
                | "navy"
                | "government"
                | "parliament"
                | "cabinet"
                | "presidency"
                | "monarchy"
                | "regime"
                | "state"
        )
    }

    /// Bodies that an article names once and then calls by their kind ("the company").
    pub fn is_called_by_kind(&self, lemma: &str) -> bool {
        matches!(
            lemma,
            "company"
                | "firm"
                | "corporation"
                | "conglomerate"
                | "manufacturer"
                | "carmaker"
                | "automaker"
                | "airline"
                | "retailer"
                | "bank"
                | "lender"
                | "insurer"
                | "operator"
                | "developer"
                | "startup"
                | "broadcaster"
                | "charity"
                | "group"
                | "club"
                | "organisation"
                | "organization"
                | "agency"
                | "party"
                | "think-tank"
                | "foundation"
                | "institute"
                | "movement"
                | "alliance"
                | "bloc"
                | "regulator"
                | "watchdog"
                | "university"
                | "union"
        )
    }

    /// A family or a rule that is called by someone's name ("the Kennedy family", "the Mubarak regime").
    pub fn is_house(&self, word: &str) -> bool {
        matches!(
            word,
            "family"
                | "dynasty"
                | "clan"
                | "brothers"
                | "sisters"
                | "regime"
                | "administration"
                | "government"
                | "campaign"
        )
    }

    /// Names for one family, whoever of it is meant.
    pub fn is_kindred(&self, word: &str) -> bool {
        matches!(word, "family" | "dynasty" | "clan")
    }

    /// An armed service, of which a country has one ("the Kenyan army").
    pub fn is_service(&self, word: &str) -> bool {
        matches!(word, "army" | "navy" | "Army" | "Navy")
    }

    /// The same as two words.
    pub fn is_service_pair(&self, first: &str, second: &str) -> bool {
        matches!((first, second), ("air", "force") | ("Air", "Force") | ("coast", "guard") | ("Coast", "Guard"))
    }

    /// "the Spanish civil war"
    pub fn is_war_pair(&self, first: &str, second: &str) -> bool {
        matches!((first, second), ("civil", "war") | ("Civil", "War"))
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

    /// A body of soldiers that bears a number.
    pub fn is_unit(&self, word: &str) -> bool {
        matches!(
            word,
            "division"
                | "divisions"
                | "brigade"
                | "brigades"
                | "regiment"
                | "regiments"
                | "battalion"
                | "battalions"
                | "corps"
                | "fleet"
                | "squadron"
        )
    }

    /// "5th"
    pub fn is_ordinal_figure(&self, word: &str) -> bool {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th") && digits.bytes().all(|b| b.is_ascii_digit())
    }

    /// Joins a body to what it is of ("Bank of Ghana").
    pub fn is_of(&self, word: &str) -> bool {
        word == "of"
    }

    /// "and"
    pub fn is_and(&self, word: &str) -> bool {
        matches!(word, "and" | "&")
    }

    /// Followed by a number it names a law ("Resolution 1701").
    pub fn is_numbered_law(&self, word: &str) -> bool {
        matches!(word, "resolution" | "directive" | "decree" | "regulation")
    }

    /// "according to" and its like, as two words.
    pub fn is_according_to(&self, first: &str, second: &str) -> bool {
        first == "according" && second == "to" || first == "reported" && second == "by"
    }

    /// Makes a plain "forces" or "groups" a camp of its own.
    pub fn is_insurgent_modifier(&self, word: &str) -> bool {
        matches!(
            word,
            "rebel"
                | "insurgent"
                | "opposition"
                | "armed"
                | "attacking"
                | "guerrilla"
                | "separatist"
                | "anti-government"
                | "jihadist"
                | "militant"
        )
    }

    /// Nouns that carry such a modifier ("opposition forces", "armed groups").
    pub fn is_force(&self, lemma: &str) -> bool {
        matches!(lemma, "force" | "group" | "faction" | "fighter" | "troop" | "movement" | "alliance" | "coalition")
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
