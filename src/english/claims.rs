//! English word tables of the stage `claims`: who reports, how sure, how many.

use super::claim_kinds::{Nominal, NominalKind, NumberBound, Reports, SlotCue, Sureness, Turn};
use super::decimal;
use super::list::{self, WordList, WordTable};

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
    /// Those of them before who is spoken to.
    pub hearers: WordList,
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
            hearers: list("hearers"),
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
            slots: table("slots", SlotCue::read),
            efforts: list("efforts"),
            aims: list("aims"),
            nominals: nominals(),
            support: list("support"),
            phrases: table("phrases", SlotCue::read),
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
    /// True if the verb tells what goes behind it as somebody's saying or belief, whose is not told: "is said to have
    /// fled", "appears to have fled".
    pub fn hearsay(&self, lemma: &str, passive: bool) -> bool {
        self.reports.get(lemma).is_some_and(|r| {
            let held = r.any(Reports::SAYS.or(Reports::HOLDS)) && !r.any(Reports::FACTIVE.or(Reports::EXPECTED));
            r.any(Reports::SEEMS) || passive && held
        })
    }

    /// True for a verb that by itself denies what it governs: refuse, fail, decline.
    pub fn denies(&self, lemma: &str) -> bool {
        self.turns.get(lemma).is_some_and(|turn| turn.denies)
    }

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
    use super::super::Effect;
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
