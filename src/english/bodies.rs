//! What kinds of bodies words name: armed sides, services, units, houses, companies.

use super::entities::EntitiesWords;

impl EntitiesWords {
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
                | "team"
                | "squad"
                | "franchise"
                | "studio"
                | "network"
                | "hospital"
                | "school"
                | "college"
                | "council"
                | "commission"
                | "committee"
                | "ministry"
                | "department"
                | "tribunal"
                | "chain"
                | "giant"
        )
    }

    /// Ends the name of a firm and of no person, as written ("Tata Steel", "Vela Air").
    pub fn is_firm_word(&self, word: &str) -> bool {
        matches!(
            word,
            "Group"
                | "Steel"
                | "Air"
                | "Airlines"
                | "Airways"
                | "Foods"
                | "Motors"
                | "Energy"
                | "Oil"
                | "Gas"
                | "Petroleum"
                | "Industries"
                | "Technologies"
                | "Electronics"
                | "Pharmaceuticals"
                | "Pharma"
                | "Telecom"
                | "Media"
                | "Metals"
                | "Mining"
                | "Resources"
                | "Partners"
                | "Holdings"
                | "Bancorp"
                | "Insurance"
                | "Logistics"
                | "Shipping"
                | "Chemicals"
                | "Semiconductor"
                | "Semiconductors"
                | "Software"
                | "Systems"
                | "Aerospace"
                | "Pictures"
                | "Entertainment"
        )
    }

    /// A family or a rule that is called by someone's name ("the Kennedy family", "the Mubarak regime").
    pub fn is_house(&self, word: &str) -> bool {
        self.is_kindred(word) || matches!(word, "regime" | "administration" | "government" | "campaign")
    }

    /// Names for one family, whoever of it is meant.
    pub fn is_kindred(&self, word: &str) -> bool {
        matches!(word, "family" | "dynasty" | "clan" | "brothers" | "sisters")
    }

    /// The same as two words.
    pub fn is_service_pair(&self, first: &str, second: &str) -> bool {
        matches!((first, second), ("air", "force") | ("Air", "Force") | ("coast", "guard") | ("Coast", "Guard"))
    }

    /// An armed service, of which a country has one ("the Kenyan army").
    pub fn is_service(&self, word: &str) -> bool {
        matches!(word, "army" | "navy" | "Army" | "Navy")
    }

    /// "the Spanish civil war"
    pub fn is_war_pair(&self, first: &str, second: &str) -> bool {
        matches!((first, second), ("civil", "war") | ("Civil", "War"))
    }

    /// What is named by its year and its country ("the 2019 Nigerian presidential election").
    pub fn is_vote(&self, word: &str) -> bool {
        matches!(
            word,
            "election"
                | "elections"
                | "by-election"
                | "primary"
                | "primaries"
                | "referendum"
                | "caucus"
                | "caucuses"
                | "runoff"
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

    /// Followed by a number it names a law ("Resolution 1701").
    pub fn is_numbered_law(&self, word: &str) -> bool {
        matches!(word, "resolution" | "directive" | "decree" | "regulation")
    }
}
