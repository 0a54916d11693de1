//! Words for the part that a person plays: offices, relatives, one of many, and what people do.

use super::entities::EntitiesWords;

/// What an adjective tells of who holds an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tenure {
    /// Held it once ("former").
    Past,
    /// Has just been put out of it ("ousted"): who holds it in what was told.
    Lost,
    /// Comes after whoever held it ("new").
    Next,
}

impl EntitiesWords {
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

    /// What an adjective before an office tells of its holder.
    pub fn tenure(&self, word: &str) -> Option<Tenure> {
        Some(match word {
            "former" | "ex" | "late" | "previous" | "then" | "erstwhile" | "onetime" | "one-time" | "retired" => {
                Tenure::Past
            }
            "ousted" | "deposed" | "toppled" | "overthrown" | "fallen" | "outgoing" | "exiled" => Tenure::Lost,
            "new" | "incoming" | "acting" | "interim" | "future" | "next" | "elect" => Tenure::Next,
            _ => return None,
        })
    }

    /// When a word for who goes before or after the holder of an office says that the office is held.
    pub fn succession(&self, lemma: &str) -> Option<Tenure> {
        match lemma {
            "successor" | "replacement" => Some(Tenure::Next),
            "predecessor" => Some(Tenure::Past),
            _ => None,
        }
    }

    /// The relation that a word for one relative tells; words for one relation share it.
    pub fn kinship(&self, lemma: &str) -> Option<&'static str> {
        Some(match lemma {
            "mother" | "mum" | "mom" | "mummy" | "mommy" => "mother",
            "father" | "dad" | "daddy" => "father",
            "wife" | "widow" => "wife",
            "husband" | "widower" => "husband",
            "son" => "son",
            "daughter" => "daughter",
            "brother" => "brother",
            "sister" => "sister",
            "grandmother" | "grandma" | "granny" => "grandmother",
            "grandfather" | "grandpa" => "grandfather",
            "uncle" => "uncle",
            "aunt" => "aunt",
            "nephew" => "nephew",
            "niece" => "niece",
            "fiance" | "boyfriend" => "boyfriend",
            "fiancee" | "girlfriend" => "girlfriend",
            "stepfather" => "stepfather",
            "stepmother" => "stepmother",
            "stepson" => "stepson",
            "stepdaughter" => "stepdaughter",
            _ => return None,
        })
    }

    /// What "of" ties to the name of a place that is governed ("the city of Hama").
    pub fn is_governed(&self, word: &str) -> bool {
        matches!(
            word,
            "city" | "town" | "village" | "hamlet" | "province" | "governorate" | "district" | "municipality"
        )
    }

    /// Who belongs to a body: the initials before it name that body ("FO members").
    pub fn belongs_to_a_body(&self, word: &str) -> bool {
        matches!(
            word,
            "member" | "leader" | "supporter" | "fighter" | "lawmaker" | "activist" | "delegate" | "loyalist"
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

    /// Verbs that tell nothing of who does them: everyone does in every story.
    pub fn is_everyday_verb(&self, lemma: &str) -> bool {
        matches!(
            lemma,
            "be" | "have"
                | "do"
                | "make"
                | "take"
                | "get"
                | "go"
                | "come"
                | "give"
                | "see"
                | "use"
                | "want"
                | "know"
                | "think"
                | "look"
                | "work"
                | "try"
                | "leave"
                | "put"
                | "keep"
                | "let"
                | "begin"
                | "start"
                | "seem"
                | "help"
                | "show"
                | "hear"
                | "play"
                | "run"
                | "move"
                | "live"
                | "believe"
                | "hold"
                | "bring"
                | "happen"
                | "provide"
                | "sit"
                | "stand"
                | "lose"
                | "pay"
                | "meet"
                | "include"
                | "continue"
                | "set"
                | "lead"
                | "speak"
                | "allow"
                | "spend"
                | "open"
                | "walk"
                | "remember"
                | "love"
                | "consider"
                | "appear"
                | "wait"
                | "stay"
                | "remain"
                | "turn"
                | "expect"
                | "become"
                | "feel"
                | "find"
                | "ask"
                | "need"
                | "call"
                | "talk"
                | "plan"
                | "decide"
                | "agree"
                | "name"
                | "identify"
                | "follow"
                | "face"
                | "receive"
                | "like"
                | "return"
                | "warn"
                | "admit"
                | "deny"
                | "respond"
                | "reply"
                | "hope"
                | "accord"
                | "send"
                | "hit"
                | "support"
        )
    }

    /// What one suffers who "dies".
    pub fn death_of(&self, lemma: &str) -> Option<&'static str> {
        matches!(lemma, "die" | "perish" | "drown").then_some("kill")
    }
}
