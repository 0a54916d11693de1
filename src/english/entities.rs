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
    familiar: Lines,
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

    /// Written before a person's name and no part of it, with the gender it tells.
    pub fn honorific(&self, word: &str) -> Option<Option<Gender>> {
        Some(match word.trim_end_matches('.') {
            "mr" | "sir" | "lord" | "senor" | "herr" | "monsieur" | "sheikh" | "shaikh" | "emir" | "haji" | "hajj"
            | "mullah" | "father" | "brother" | "king" | "prince" | "baron" | "count" => Some(Gender::Male),
            "mrs" | "ms" | "miss" | "dame" | "lady" | "senora" | "frau" | "madame" | "sister" | "queen"
            | "princess" | "baroness" | "mme" => Some(Gender::Female),
            "dr" | "doctor" | "prof" | "professor" | "rev" | "reverend" | "hon" | "st" | "gen" | "col" | "lt"
            | "maj" | "capt" | "sgt" | "cpl" | "cmdr" | "adm" | "sen" | "rep" | "gov" | "pres" | "judge"
            | "justice" | "president" | "minister" | "senator" | "general" | "colonel" | "captain" | "major"
            | "imam" | "rabbi" | "ayatollah" | "pope" | "saint" => None,
            _ => return None,
        })
    }

    /// A small word inside a family name ("al", "van"); it may be left out or joined by a hyphen.
    pub fn is_particle(&self, word: &str) -> bool {
        matches!(
            word,
            "al" | "el"
                | "ul"
                | "as"
                | "ash"
                | "ad"
                | "an"
                | "ar"
                | "at"
                | "az"
                | "bin"
                | "ibn"
                | "ben"
                | "bint"
                | "abu"
                | "abou"
                | "umm"
                | "de"
                | "del"
                | "della"
                | "di"
                | "da"
                | "das"
                | "do"
                | "dos"
                | "du"
                | "des"
                | "la"
                | "le"
                | "las"
                | "los"
                | "van"
                | "von"
                | "der"
                | "den"
                | "ter"
                | "ten"
                | "zu"
                | "af"
                | "av"
                | "y"
                | "e"
                | "bar"
                | "mac"
                | "mc"
                | "st"
                | "san"
                | "santa"
                | "oglu"
                | "pour"
                | "i"
                | "ould"
                | "ait"
                | "o"
        )
    }

    /// Arabic articles in all the spellings news uses: they never tell two names apart.
    pub fn is_article_particle(&self, word: &str) -> bool {
        matches!(word, "al" | "el" | "ul" | "as" | "ash" | "ad" | "an" | "ar" | "at" | "az" | "es" | "er")
    }

    /// What follows "Abd al-" in the many ways it is written ("Abdulrahman" gives "rahman", "Abdel" nothing).
    pub fn servant_of<'a>(&self, word: &'a str) -> Option<&'a str> {
        ["abdel", "abdul", "abdal", "abdoul", "abdol", "abdur"]
            .iter()
            .find_map(|p| word.strip_prefix(p))
            .filter(|rest| rest.is_empty() || rest.len() > 3)
    }

    /// Follows a family name ("Jr.", "III").
    pub fn is_suffix(&self, word: &str) -> bool {
        matches!(
            word.trim_end_matches('.'),
            "jr" | "sr"
                | "ii"
                | "iii"
                | "iv"
                | "v"
                | "vi"
                | "vii"
                | "viii"
                | "xiv"
                | "xvi"
                | "junior"
                | "senior"
                | "filho"
                | "neto"
                | "esq"
                | "phd"
                | "md"
        )
    }

    /// A legal form at the end of a company's name.
    pub fn is_legal_form(&self, word: &str) -> bool {
        matches!(
            word.trim_end_matches('.'),
            "inc"
                | "corp"
                | "co"
                | "ltd"
                | "llc"
                | "plc"
                | "lp"
                | "l.p"
                | "ag"
                | "sa"
                | "s.a"
                | "gmbh"
                | "nv"
                | "bv"
                | "se"
                | "group"
                | "holdings"
                | "holding"
                | "company"
                | "corporation"
                | "limited"
                | "incorporated"
                | "oyj"
                | "asa"
                | "ab"
                | "spa"
                | "s.p.a"
                | "kk"
                | "pty"
                | "pjsc"
                | "jsc"
        )
    }

    /// A legal form that stands in no other name's end, as "group" and "company" do.
    pub fn is_short_legal_form(&self, word: &str) -> bool {
        matches!(
            word.trim_end_matches('.'),
            "inc"
                | "corp"
                | "co"
                | "ltd"
                | "llc"
                | "plc"
                | "ag"
                | "gmbh"
                | "nv"
                | "bv"
                | "oyj"
                | "asa"
                | "pty"
                | "pjsc"
                | "jsc"
        )
    }

    /// The formal given name behind a familiar one ("Bill", "Kate"); spellings of one given name share it.
    pub fn formal<'a>(&self, given: &'a str) -> &'a str {
        self.familiar.get(given).unwrap_or(given)
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

    /// Offices that one person of a country holds at a time are told apart by this word; words of one office share it.
    pub fn office(&self, lemma: &str) -> Option<&'static str> {
        Some(match lemma {
            "president" | "ruler" | "dictator" | "strongman" | "autocrat" | "leader" => "head of state",
            "premier" | "prime minister" | "chancellor" => "head of government",
            "king" | "queen" | "monarch" | "emir" | "sultan" | "emperor" => "monarch",
            "spokesman" | "spokeswoman" | "spokesperson" => "spokesperson",
            "adviser" | "advisor" | "aide" | "consultant" => "adviser",
            "attorney" | "lawyer" | "counsel" => "lawyer",
            "gunman" | "shooter" | "attacker" | "assailant" | "suspect" | "defendant" | "accused" => "suspect",
            "robber" | "thief" | "burglar" | "raider" | "crook" | "looter" => "robber",
            "pirate" | "brigand" | "bandit" => "pirate",
            "hijacker" | "kidnapper" | "abductor" | "captor" => "kidnapper",
            "employee" | "worker" | "staffer" => "worker",
            "teenager" | "teen" | "youngster" | "youth" => "teenager",
            "inmate" | "prisoner" | "convict" | "detainee" => "prisoner",
            "migrant" | "refugee" | "immigrant" => "migrant",
            "driver" | "motorist" => "driver",
            "mountaineer" | "climber" => "climber",
            "murderer" | "killer" | "slayer" => "killer",
            "policeman" | "policewoman" | "cop" | "officer" => "police officer",
            "foreign minister" | "secretary of state" => "foreign minister",
            "defense minister" | "defence minister" | "defense secretary" | "defence secretary" => "defence minister",
            "chief executive" | "ceo" => "chief executive",
            _ => return None,
        })
    }

    /// Verbs whose subject speaks, decides or acts as a government does; a capital in that place stands for it.
    pub fn is_act_of_state(&self, lemma: &str) -> bool {
        ACTS_OF_STATE.binary_search(&lemma).is_ok()
    }

    /// Verbs whose object is a government when it is a capital ("warned Damascus").
    pub fn is_addressed_to_state(&self, lemma: &str) -> bool {
        matches!(
            lemma,
            "warn"
                | "tell"
                | "inform"
                | "alert"
                | "urge"
                | "ask"
                | "accuse"
                | "blame"
                | "support"
                | "back"
                | "pressure"
                | "persuade"
                | "press"
                | "assure"
                | "notify"
                | "criticize"
                | "criticise"
                | "condemn"
                | "sanction"
                | "advise"
                | "convince"
                | "help"
                | "oppose"
                | "defy"
                | "anger"
                | "provoke"
                | "reassure"
                | "lobby"
                | "threaten"
                | "thank"
        )
    }

    /// What a government has or does ("Moscow's decision").
    pub fn is_possession_of_state(&self, lemma: &str) -> bool {
        matches!(
            lemma,
            "decision"
                | "policy"
                | "position"
                | "stance"
                | "intelligence"
                | "support"
                | "backing"
                | "effort"
                | "word"
                | "claim"
                | "ally"
                | "government"
                | "ambassador"
                | "envoy"
                | "interest"
                | "influence"
                | "role"
                | "response"
                | "demand"
                | "warning"
                | "intention"
                | "plan"
                | "ambition"
                | "military"
                | "army"
                | "troop"
                | "force"
                | "approval"
                | "refusal"
                | "offer"
                | "proposal"
                | "strategy"
                | "goal"
                | "aim"
                | "concern"
                | "announcement"
                | "statement"
                | "foe"
                | "enemy"
                | "rival"
                | "sovereignty"
                | "relation"
                | "tie"
                | "presence"
                | "involvement"
                | "intervention"
                | "invasion"
        )
    }

    /// Prepositions before a government rather than a place when it is a capital.
    pub fn is_towards_state(&self, word: &str) -> bool {
        matches!(word, "against" | "with" | "by" | "between" | "for" | "like" | "via")
    }

    /// Told with a government that a mention stands for ("Russian government").
    pub fn government_of(&self, adjective: &str) -> String {
        format!("{adjective} government")
    }

    /// The article left out of a name in running text.
    pub fn is_article(&self, word: &str) -> bool {
        matches!(word, "the" | "a" | "an")
    }
}

/// Sorted.
const ACTS_OF_STATE: [&str; 104] = [
    "abandon",
    "accept",
    "accuse",
    "acknowledge",
    "act",
    "add",
    "adopt",
    "agree",
    "aim",
    "allege",
    "announce",
    "approve",
    "argue",
    "ask",
    "attempt",
    "back",
    "ban",
    "believe",
    "blame",
    "block",
    "call",
    "caution",
    "cease",
    "claim",
    "concede",
    "conclude",
    "condemn",
    "confirm",
    "consider",
    "control",
    "criticise",
    "criticize",
    "decide",
    "declare",
    "decline",
    "deem",
    "demand",
    "denounce",
    "deny",
    "deploy",
    "dispatch",
    "dispute",
    "emphasise",
    "emphasize",
    "encourage",
    "expect",
    "expel",
    "fear",
    "fund",
    "have",
    "help",
    "hint",
    "hope",
    "impose",
    "inform",
    "insist",
    "intend",
    "keep",
    "know",
    "launch",
    "maintain",
    "move",
    "negotiate",
    "offer",
    "oppose",
    "order",
    "persuade",
    "plan",
    "pledge",
    "prepare",
    "press",
    "promise",
    "propose",
    "provide",
    "push",
    "put",
    "recall",
    "recognise",
    "recognize",
    "refuse",
    "reject",
    "reply",
    "respond",
    "retaliate",
    "say",
    "see",
    "seek",
    "send",
    "sign",
    "signal",
    "stop",
    "stress",
    "strive",
    "supply",
    "support",
    "suspect",
    "suspend",
    "threaten",
    "try",
    "urge",
    "view",
    "vow",
    "want",
    "warn",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables() {
        assert!(ACTS_OF_STATE.is_sorted());
        let words = EntitiesWords::default();
        assert!(words.noun("witness").unwrap().person);
        assert_eq!(words.noun("queen").unwrap().gender, Some(Gender::Female));
        assert!(words.noun("newspaper").unwrap().media && words.noun("rebel").unwrap().group);
        assert!(words.noun("earthquake").is_none() && words.noun("").is_none());
    }
}
