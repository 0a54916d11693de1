//! Words by which a place is told to stand for its government.

use super::entities::EntitiesWords;

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

    /// Verbs that tell nothing of who does them: everyone does in every story.
    pub fn is_everyday_verb(&self, lemma: &str) -> bool {
        matches!(
            lemma,
            "be" | "have" | "do" | "make" | "take" | "get" | "go" | "come" | "give" | "see" | "use" | "want" | "know"
                | "think" | "look" | "work" | "try" | "leave" | "put" | "keep" | "let" | "begin" | "start" | "seem"
                | "help" | "show" | "hear" | "play" | "run" | "move" | "live" | "believe" | "hold" | "bring" | "happen"
                | "provide" | "sit" | "stand" | "lose" | "pay" | "meet" | "include" | "continue" | "set" | "lead"
                | "speak" | "allow" | "spend" | "open" | "walk" | "remember" | "love" | "consider" | "appear" | "wait"
                | "stay" | "remain" | "turn" | "expect" | "become" | "feel" | "find" | "ask" | "need" | "call" | "talk"
                | "plan" | "decide" | "agree" | "name" | "identify" | "follow" | "face" | "receive" | "like" | "return"
                | "warn" | "admit" | "deny" | "respond" | "reply" | "hope" | "accord" | "send" | "hit" | "support"
        )
    }

    /// What one suffers who "dies".
    pub fn death_of(&self, lemma: &str) -> Option<&'static str> {
        matches!(lemma, "die" | "perish" | "drown").then_some("kill")
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
    fn acts_are_sorted() {
        assert!(ACTS_OF_STATE.is_sorted());
    }
}
