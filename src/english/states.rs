//! Words by which a place is told to stand for its government.

use super::entities::EntitiesWords;

impl EntitiesWords {
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
