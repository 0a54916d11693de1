//! English word tables of the stage `claims`: who reports, how sure, how many.

use super::list::{WordList, WordTable};

/// What a reporting word takes as its content, a set of the constants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reports(u16);

impl Reports {
    /// A clause or a quotation said by somebody.
    pub const SAYS: Reports = Reports(1);
    /// A clause held true by somebody.
    pub const HOLDS: Reports = Reports(1 << 1);
    /// An act that somebody means to do.
    pub const MEANS: Reports = Reports(1 << 2);
    /// An act that somebody bids another do.
    pub const BIDS: Reports = Reports(1 << 3);
    /// A thing that somebody judges.
    pub const JUDGES: Reports = Reports(1 << 4);
    /// A clause that evidence shows.
    pub const SHOWS: Reports = Reports(1 << 5);
    /// Its content is denied.
    pub const DENIES: Reports = Reports(1 << 6);
    /// Its content is asked.
    pub const ASKS: Reports = Reports(1 << 7);
    /// A noun that reports.
    pub const NOUN: Reports = Reports(1 << 8);
    /// Nobody is named who finds it so.
    pub const SEEMS: Reports = Reports(1 << 9);
    /// Its passive tells what is expected.
    pub const EXPECTED: Reports = Reports(1 << 10);

    /// The judgement is spoken, so the sentence is its author's claim.
    pub const SPOKEN: Reports = Reports(1 << 11);
    /// The content is taken as true by the one who tells it.
    pub const FACTIVE: Reports = Reports(1 << 12);

    /// True if any of `other` is in the set.
    pub fn any(self, other: Reports) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets.
    pub const fn or(self, other: Reports) -> Reports {
        Reports(self.0 | other.0)
    }

    fn letter(c: char) -> Reports {
        match c {
            's' => Self::SAYS,
            't' => Self::HOLDS,
            'w' => Self::MEANS,
            'a' => Self::BIDS,
            'o' => Self::JUDGES,
            'e' => Self::SHOWS,
            'd' => Self::DENIES,
            'q' => Self::ASKS,
            'n' => Self::NOUN,
            'm' => Self::SEEMS,
            'x' => Self::EXPECTED,
            'v' => Self::SPOKEN,
            'f' => Self::FACTIVE,
            _ => Self::default(),
        }
    }
}

/// How a word turns the proposition under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It did not happen, and the clause says so ("failed to").
    Fails,
    /// It is kept from happening ("prevented it").
    Prevents,
    /// It is meant, not done.
    Plans,
}

/// How sure a word makes its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// It may be so.
    Possible,
    /// It is likely so.
    Probable,
    /// It is meant to be.
    Planned,
}

/// How words before a number bound it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberBound {
    /// Close to it.
    About,
    /// It or more.
    AtLeast,
    /// It or less.
    AtMost,
}

/// Words that the stage needs.
#[derive(Debug)]
pub struct ClaimsWords {
    /// Lemmas that report.
    pub reports: WordTable<Reports>,
    /// Adjectives that take a clause as what their subject holds ("confident that").
    pub attitudes: WordList,
    /// Marks that begin a content clause and are no part of it.
    pub complementizers: WordList,
    /// The preposition that names a source, its words in order.
    pub according: &'static [&'static str],
    /// The mark of "as X put it".
    pub as_mark: WordList,
    /// Verbs of "as X put it" beside the reporting ones.
    pub puts: WordList,
    /// Prepositions that name the author of a reporting noun.
    pub by: WordList,
    /// Nouns for written things that speak.
    pub documents: WordList,
    /// Nouns for persons and bodies without a name.
    pub anonymous: WordList,
    /// Prepositions before what is spoken of ("accused of", "called for").
    pub about: WordList,
    /// Outlets without a name.
    pub media: WordList,
    /// Pronouns of the third person that can be a source.
    pub pronouns: WordList,
    /// Definite determiners.
    pub definite: WordList,
    /// Words that negate their head.
    pub negators: WordList,
    /// After a negator these make it no denial ("not only", "no choice but").
    pub unnegators: WordList,
    /// Lemmas that negate or plan what hangs on them.
    pub turns: WordTable<Turn>,
    /// Adverb before an adjective with an infinitive: it is not done ("too early to").
    pub too: WordList,
    /// Auxiliaries, adverbs and adjectives of sureness.
    pub sureness: WordTable<Sureness>,
    /// Words that hedge.
    pub hedges: WordList,
    /// Number words with their values.
    pub numbers: WordTable<f64>,
    /// Words that multiply the number before them.
    pub multipliers: WordTable<f64>,
    /// Phrases before (or after) a number, longest first.
    pub bounds: &'static [(&'static [&'static str], NumberBound)],
    /// Signs and words for shares.
    pub percent: WordList,
    /// Signs and words for money, with ISO 4217 codes.
    pub money: WordTable<&'static str>,
    /// Determiners and adjectives passed over between a number and what it counts.
    pub between: WordList,
    /// Infinitive mark.
    pub to: WordList,
    /// Prepositions and marks by the slot they open.
    pub slots: WordTable<SlotCue>,
    /// Nouns of intent ("in an effort to").
    pub efforts: WordList,
    /// Verbs whose infinitive is an aim ("aimed to stop").
    pub aims: WordList,
}

/// The slot that a preposition or mark opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotCue {
    /// Where.
    Place,
    /// By what means.
    Means,
    /// Why.
    Cause,
    /// What for.
    Purpose,
    /// To whom.
    Recipient,
    /// With whom.
    Company,
}

impl Default for ClaimsWords {
    fn default() -> Self {
        use {NumberBound as B, SlotCue as S, Sureness as M, Turn as T};
        Self {
            reports: WordTable::read(include_str!("lexicon/reporting.tsv"), |line| {
                let (word, letters) = line.split_once('\t').unwrap_or((line, ""));
                (word, letters.chars().fold(Reports::default(), |set, c| set.or(Reports::letter(c))))
            }),
            attitudes: list("attitudes"),
            complementizers: list("complementizers"),
            according: &["according", "to"],
            as_mark: list("as_mark"),
            puts: list("puts"),
            by: list("by"),
            documents: list("documents"),
            anonymous: list("anonymous"),
            about: list("about"),
            media: list("media"),
            pronouns: list("pronouns"),
            definite: list("definite"),
            negators: list("negators"),
            unnegators: list("unnegators"),
            turns: table("turns", |v| match v {
                "plans" => T::Plans,
                "fails" => T::Fails,
                _ => T::Prevents,
            }),
            too: list("too"),
            sureness: table("sureness", |v| match v {
                "possible" => M::Possible,
                "probable" => M::Probable,
                _ => M::Planned,
            }),
            hedges: list("hedges"),
            numbers: table("numbers", number),
            multipliers: table("multipliers", number),
            bounds: &[
                (&["at", "least"], B::AtLeast),
                (&["no", "fewer", "than"], B::AtLeast),
                (&["no", "less", "than"], B::AtLeast),
                (&["not", "less", "than"], B::AtLeast),
                (&["no", "more", "than"], B::AtMost),
                (&["not", "more", "than"], B::AtMost),
                (&["more", "than"], B::AtLeast),
                (&["greater", "than"], B::AtLeast),
                (&["as", "many", "as"], B::AtMost),
                (&["as", "much", "as"], B::AtMost),
                (&["fewer", "than"], B::AtMost),
                (&["less", "than"], B::AtMost),
                (&["up", "to"], B::AtMost),
                (&["at", "most"], B::AtMost),
                (&["close", "to"], B::About),
                (&["or", "so"], B::About),
                (&["or", "more"], B::AtLeast),
                (&["or", "less"], B::AtMost),
                (&["over"], B::AtLeast),
                (&["above"], B::AtLeast),
                (&["exceeding"], B::AtLeast),
                (&["minimum"], B::AtLeast),
                (&["under"], B::AtMost),
                (&["below"], B::AtMost),
                (&["maximum"], B::AtMost),
                (&["about"], B::About),
                (&["around"], B::About),
                (&["nearly"], B::About),
                (&["almost"], B::About),
                (&["approximately"], B::About),
                (&["roughly"], B::About),
                (&["some"], B::About),
                (&["circa"], B::About),
                (&["estimated"], B::About),
            ],
            percent: list("percent"),
            money: table("money", |code| code),
            between: list("between"),
            to: list("to"),
            slots: table("slots", |v| match v {
                "place" => S::Place,
                "means" => S::Means,
                "cause" => S::Cause,
                "purpose" => S::Purpose,
                "recipient" => S::Recipient,
                _ => S::Company,
            }),
            efforts: list("efforts"),
            aims: list("aims"),
        }
    }
}

/// The lines of one section of the lexicon file.
fn section(name: &str) -> &'static str {
    const FILE: &str = include_str!("lexicon/claims.txt");
    let head = format!("[{name}]\n");
    let from = FILE.find(&head).map_or(FILE.len(), |at| at + head.len());
    let rest = &FILE[from..];
    &rest[..rest.find("\n[").unwrap_or(rest.len())]
}

fn list(name: &str) -> WordList {
    WordList::of_lines(section(name))
}

fn table<V: Copy>(name: &str, value: impl Fn(&'static str) -> V) -> WordTable<V> {
    WordTable::read(section(name), |line| {
        let (word, v) = line.split_once('\t').unwrap_or((line, ""));
        (word, value(v))
    })
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_there() {
        let words = ClaimsWords::default();
        for (list, word) in [
            (&words.complementizers, "that"),
            (&words.negators, "Never"),
            (&words.aims, "aim"),
            (&words.percent, "%"),
            (&words.to, "to"),
        ] {
            assert!(list.has(word), "{word}");
        }
        assert_eq!(words.numbers.get("forty-two"), Some(42.0));
        assert_eq!(words.money.get("€"), Some("EUR"));
        assert!(words.reports.get("warn").is_some_and(|r| r.any(Reports::SAYS) && r.any(Reports::BIDS)));
        assert!(words.reports.get("walk").is_none());
        assert_eq!(words.turns.get("refuse"), Some(Turn::Fails));
    }
}
