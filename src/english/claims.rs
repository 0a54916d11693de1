//! English word tables of the stage `claims`: who reports, how sure, how many.

use super::decimal;
use super::list::{self, WordList, WordTable};

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

/// What a word says of the proposition under it (Nairn, Condoravdi and Karttunen 2006).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It is so.
    Holds,
    /// It is not so.
    Fails,
    /// It is left open.
    Open,
}

/// How a word turns the proposition under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Where the word is affirmed.
    pub affirmed: Effect,
    /// Where the word is denied.
    pub negated: Effect,
    /// The word by itself denies ("refused").
    pub denies: bool,
    /// It keeps a thing named by a noun from being ("prevented the attack").
    pub things: bool,
    /// What it leaves open is meant to be.
    pub plans: bool,
}

impl Turn {
    fn read(letters: &str) -> Turn {
        let effect = |c: Option<char>| match c {
            Some('+') => Effect::Holds,
            Some('-') => Effect::Fails,
            _ => Effect::Open,
        };
        let mut signs = letters.chars();
        let (affirmed, negated) = (effect(signs.next()), effect(signs.next()));
        let has = |flag: char| letters.contains(flag);
        Turn { affirmed, negated, denies: has('d'), things: has('n'), plans: has('p') }
    }
}

/// A noun of a happening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nominal {
    /// The verb that tells the same.
    pub verb: &'static str,
    /// Who the noun's "of" names.
    pub kind: NominalKind,
}

/// Whom "of" and "between" name beside a noun of a happening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NominalKind {
    /// The one that something is done to; a genitive names the doer ("X's invasion of Y").
    Transitive,
    /// The one that something is done to; so does a genitive ("Y's arrest").
    Passive,
    /// The doer.
    Intransitive,
    /// All who take part.
    Reciprocal,
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
    /// Pronouns that are never a subject.
    pub objects: WordList,
    /// Relative pronouns of persons.
    pub personal: WordList,
    /// Verbs of saying that name the hearer and never stand before their subject ("told").
    pub tellers: WordList,
    /// Definite determiners.
    pub definite: WordList,
    /// Words that negate their head.
    pub negators: WordList,
    /// After a negator these make it no denial ("not only", "no choice but").
    pub unnegators: WordList,
    /// Before what goes along with something: its "no" is its own.
    pub with: WordList,
    /// Lemmas that negate or plan what hangs on them.
    pub turns: WordTable<Turn>,
    /// Adverb before an adjective with an infinitive: it is not done ("too early to").
    pub too: WordList,
    /// Auxiliaries, adverbs and adjectives of sureness.
    pub sureness: WordTable<Sureness>,
    /// Conjunctions that carry a denial on ("not hurt or killed").
    pub ors: WordList,
    /// Words that hedge.
    pub hedges: WordList,
    /// Number words with their values.
    pub numbers: WordTable<f64>,
    /// Words that tell how many times ("hit twice").
    pub repeats: WordTable<f64>,
    /// What they count.
    pub repeated: &'static str,
    /// Before an age.
    pub aged: WordList,
    /// "half" of "half a million".
    pub halves: WordList,
    /// Words for a few of what follows ("several hundred").
    pub several: WordList,
    /// The conjunction inside numbers ("a hundred and twelve").
    pub and: WordList,
    /// Words that multiply the number before them.
    pub multipliers: WordTable<f64>,
    /// Phrases before (or after) a number, longest first.
    pub bounds: &'static [(&'static [&'static str], NumberBound)],
    /// Signs and words for shares.
    pub percent: WordList,
    /// A share in two words.
    pub percent_phrase: &'static [&'static str],
    /// Words for money behind a number, with ISO 4217 codes.
    pub money: WordTable<&'static str>,
    /// Signs and letters for money before a number, with ISO 4217 codes.
    pub money_signs: WordTable<&'static str>,
    /// Measures under all their spellings and short forms, with the one that stands for them.
    pub measures: WordTable<&'static str>,
    /// Before a measure of length ("square", "cubic").
    pub powers: WordList,
    /// Behind a measure of length, what makes it one of speed.
    pub speeds: &'static [&'static [&'static str]],
    /// What a speed's unit ends with.
    pub an_hour: &'static str,
    /// Nouns that say of what a number further on is the count: what they count, or "-" where that stands behind "of".
    pub counts: WordTable<&'static str>,
    /// What has befallen those who are counted ("12 dead", "97 wounded").
    pub befallen: WordList,
    /// The mark of the genitive.
    pub genitive: WordList,
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
    /// Nouns of happenings.
    pub nominals: WordTable<Nominal>,
    /// Verbs that only carry such a noun ("launched an attack").
    pub support: WordList,
    /// Nouns that make a preposition with their neighbours ("in response to").
    pub phrases: WordTable<SlotCue>,
    /// Nouns whose infinitive is what they consist in ("a plan to").
    pub contents: WordList,
    /// The preposition of what a noun is the happening of.
    pub of: WordList,
    /// The preposition of a passive's doer.
    pub agents: WordList,
    /// Prepositions of what a happening is aimed at ("attack on").
    pub targets: WordList,
    /// Prepositions that open a place only before the name or noun of one.
    pub loose: WordList,
    /// Nouns of places.
    pub places: WordList,
    /// Verbs whose bare participle in a headline is a passive.
    pub victims: WordList,
    /// Verbs and adjectives of which a bare number counts people ("killing 12").
    pub tolls: WordList,
    /// The same where it is the subject of their passive ("seven were taken to hospital").
    pub carried: WordList,
    /// What such a number counts.
    pub bare: &'static str,
    /// Every verb that the tables name.
    verbs: WordList,
    /// Marks of a condition.
    pub conditionals: WordList,
    /// Marks of a clause that tells when.
    pub moments: WordList,
    /// Marks of an indirect question.
    pub askers: WordList,
    /// Words before a clause whose content is taken as given.
    pub given: WordList,
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
        use {NumberBound as B, Sureness as M};
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
            objects: list("objects"),
            personal: list("personal"),
            tellers: list("tellers"),
            definite: list("definite"),
            negators: list("negators"),
            unnegators: list("unnegators"),
            with: WordList::of_lines("with"),
            turns: table("turns", Turn::read),
            too: list("too"),
            sureness: table("sureness", |v| match v {
                "possible" => M::Possible,
                "probable" => M::Probable,
                _ => M::Planned,
            }),
            ors: WordList::of_lines("nor\nor"),
            hedges: list("hedges"),
            numbers: table("numbers", number),
            repeats: WordTable::of_entries(vec![("thrice", 3.0), ("twice", 2.0)]),
            aged: WordList::of_lines("age\naged"),
            repeated: "time",
            halves: list("halves"),
            several: list("several"),
            and: list("and"),
            multipliers: table("multipliers", number),
            bounds: &[
                (&["at", "least"], B::AtLeast),
                (&["no", "fewer", "than"], B::AtLeast),
                (&["no", "less", "than"], B::AtLeast),
                (&["not", "less", "than"], B::AtLeast),
                (&["no", "more", "than"], B::AtMost),
                (&["not", "exceed"], B::AtMost),
                (&["in", "excess", "of"], B::AtLeast),
                (&["upwards", "of"], B::AtLeast),
                (&["upward", "of"], B::AtLeast),
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
                (&["exceeded"], B::AtLeast),
                (&["exceeds"], B::AtLeast),
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
            percent_phrase: &["per", "cent"],
            money: table("money", |code| code),
            money_signs: table("money_signs", |code| code),
            measures: table("measures", |unit| unit),
            powers: list("powers"),
            speeds: &[&["an", "hour"], &["per", "hour"], &["a", "hour"]],
            an_hour: " an hour",
            counts: table("counts", |unit| unit),
            befallen: list("befallen"),
            genitive: list("genitive"),
            between: list("between"),
            to: list("to"),
            slots: table("slots", slot),
            efforts: list("efforts"),
            aims: list("aims"),
            nominals: nominals(),
            support: list("support"),
            phrases: table("phrases", slot),
            contents: list("contents"),
            of: list("of"),
            agents: list("agents"),
            targets: list("targets"),
            loose: list("loose"),
            places: list("places"),
            victims: list("victims"),
            tolls: list("tolls"),
            carried: list("carried"),
            bare: "people",
            verbs: verbs(),
            conditionals: list("conditionals"),
            moments: list("moments"),
            askers: list("askers"),
            given: list("given"),
        }
    }
}

fn slot(word: &str) -> SlotCue {
    match word {
        "place" => SlotCue::Place,
        "means" => SlotCue::Means,
        "cause" => SlotCue::Cause,
        "purpose" => SlotCue::Purpose,
        "recipient" => SlotCue::Recipient,
        _ => SlotCue::Company,
    }
}

/// Nouns of happenings; their lines hold several nouns of one verb.
fn nominals() -> WordTable<Nominal> {
    let lines = include_str!("lexicon/nominals.tsv").lines().filter(|l| !l.starts_with('#'));
    let entry = |line: &'static str| {
        let mut fields = line.split('\t');
        let (verb, kind, nouns) = (fields.next()?, fields.next()?, fields.next()?);
        let kind = match kind {
            "t" => NominalKind::Transitive,
            "p" => NominalKind::Passive,
            "i" => NominalKind::Intransitive,
            _ => NominalKind::Reciprocal,
        };
        Some(nouns.split(' ').map(move |noun| (noun, Nominal { verb, kind })))
    };
    WordTable::of_entries(lines.filter_map(entry).flatten().collect())
}

impl ClaimsWords {
    /// The sign or letters of money that a form begins with, right before a digit: their length in bytes, and the code.
    pub fn money_before(&self, form: &str) -> Option<(usize, &'static str)> {
        let len = form.find(|c: char| c.is_ascii_digit()).filter(|&len| len > 0)?;
        let letters = &form[..len];
        let code = self.money_signs.get(letters)?;
        // "R950", not "r950"
        (!letters.chars().all(char::is_lowercase)).then_some((len, code))
    }

    /// The verb whose regular past participle a word is, among the verbs that the tables name.
    pub fn verb_of_participle(&self, form: &str) -> Option<String> {
        let stem = form.to_ascii_lowercase();
        let stem = stem.strip_suffix("ed")?;
        let double = stem.as_bytes().windows(2).next_back().is_some_and(|w| w[0] == w[1]);
        let y = stem.strip_suffix('i').map(|s| format!("{s}y"));
        let single = double.then(|| stem[..stem.len() - 1].to_owned());
        let known = |v: &String| self.verbs.has(v);
        [Some(stem.to_owned()), Some(format!("{stem}e")), y, single].into_iter().flatten().find(known)
    }
}

/// Every verb that the tables name.
fn verbs() -> WordList {
    let nominals = include_str!("lexicon/nominals.tsv").lines().filter_map(|l| l.split_once('\t'));
    let reporting = include_str!("lexicon/reporting.tsv").lines().filter_map(|l| l.split_once('\t'));
    let own = [section("victims"), section("turns")].into_iter().flat_map(str::lines);
    let own = own.filter(|l| !l.starts_with('#')).map(|l| l.split_once('\t').map_or(l, |(word, _)| word));
    let nouns_only = |letters: &str| letters.chars().all(|c| c == 'n');
    let reporting = reporting.filter(|(_, letters)| !nouns_only(letters)).map(|(word, _)| word);
    WordList::of_entries(nominals.map(|(word, _)| word).chain(reporting).chain(own).map(|word| (word, ())).collect())
}

/// The lines of one section of the lexicon file.
fn section(name: &str) -> &'static str {
    list::section(include_str!("lexicon/claims.txt"), name)
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
    decimal(text).unwrap_or(0.0)
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
        assert_eq!(words.money_signs.get("€"), Some("EUR"));
        assert_eq!(words.money_before("R950"), Some((1, "ZAR")));
        assert!(words.reports.get("warn").is_some_and(|r| r.any(Reports::SAYS) && r.any(Reports::BIDS)));
        assert!(words.reports.get("walk").is_none());
        assert!(words.turns.get("refuse").is_some_and(|t| t.denies && t.affirmed == Effect::Fails));
        for (form, verb) in [
            ("detained", Some("detain")),
            ("charged", Some("charge")),
            ("planned", Some("plan")),
            ("denied", Some("deny")),
            ("red", None),
            ("sacred", None),
        ] {
            assert_eq!(words.verb_of_participle(form).as_deref(), verb, "{form}");
        }
        assert_eq!(words.nominals.get("incursion").map(|n| n.verb), Some("invade"));
    }
}
