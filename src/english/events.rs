//! English word tables of the stage `events`, from `lexicon/events.tsv`.

use super::event_kinds::table;
pub use super::event_kinds::{Aspect, EventWord, Link, Order, Tie};
use super::list::list;
use super::moods::MoodWords;

/// Words that the stage needs; lists are sorted.
#[derive(Debug)]
pub struct EventsWords {
    words: Vec<(String, EventWord)>,
    /// First words of those that are two ("stepped" of "stepped down"), sorted.
    paired: Vec<String>,
    /// One word for each kind.
    kinds: Vec<EventWord>,
    /// Before a verb or noun: it was planned, feared, denied, asked or only possible.
    pub unreal: Vec<&'static str>,
    /// Words that deny.
    pub negative: Vec<&'static str>,
    /// After a length of time: what follows is the event it is counted from.
    pub links: &'static [(&'static [&'static str], Link)],
    /// Before a length of time: not longer than.
    pub within: Vec<&'static str>,
    /// Before an expression: how it bounds its event.
    pub ties: &'static [(&'static str, Tie)],
    /// Words around the two ends of a stretch: "between … and …", "from … until …".
    pub stretches: &'static [(&'static str, &'static [&'static str])],
    /// Before a further time of what was told with one: "and again in 1984".
    pub again: Vec<&'static str>,
    /// Between a noun and its time: "the fire of 2 July".
    pub of: &'static str,
    /// Between the last two of several times: "in 1980 and 1984".
    pub and: &'static str,
    /// "the highest since 1989": what compares with all since then is not of that time.
    pub rare: Vec<&'static str>,
    /// Opens a clause that tells what happened at the time just told: "in 1979, when …".
    pub then: &'static str,
    /// Behind a date and an article: the clause behind it was then too ("the day he won").
    pub periods: Vec<&'static str>,
    /// Auxiliaries behind a subject that is several.
    pub of_many: Vec<&'static str>,
    /// Before a verb: its plain form.
    pub infinitive: &'static str,
    /// Lemmas of words whose infinitive happened: "forced him to resign", "managed to flee"; sorted.
    pub implicative: Vec<&'static str>,
    /// Nouns that say of what follows that it is not a fact yet ("plans to", "a threat of"); sorted.
    pub unreal_nouns: Vec<&'static str>,
    /// Behind such a noun: what it is of.
    pub noun_links: Vec<&'static str>,
    /// Two words after which a deed is asked for or feared: "called for", "warned of".
    pub unreal_pairs: &'static [(&'static str, &'static str)],
    /// Marks of the genitive, as tokens.
    pub genitives: Vec<&'static str>,
    /// Of a length of time that lasts up to the event or to publication.
    pub lasting: Vec<&'static str>,
    /// Auxiliaries of the past perfect.
    pub had: Vec<&'static str>,
    /// Articles that make a noun a known one.
    pub definite: Vec<&'static str>,
    /// Connectives that place one clause by another.
    pub connectives: &'static [(&'static str, Link)],
    /// Connectives that put two events in order.
    pub orders: &'static [(&'static [&'static str], Order)],
    /// Words that say whether an event happened.
    pub mood: MoodWords,
    /// Before a time with which a figure is compared; true if before any, false if only before one that is counted back.
    pub compared: &'static [(&'static str, bool)],
    /// Lemma of the plain verb of happening.
    pub happen: &'static str,
    /// Lemmas of verbs that move an event from one day to another, sorted.
    pub moved: Vec<&'static str>,
    /// Before the day from which it is moved.
    pub moved_from: Vec<&'static str>,
    /// Before the day to which it is moved.
    pub moved_to: Vec<&'static str>,
    /// Forms of verbs that say no more of their subject than that it happened, sorted.
    pub happens: Vec<&'static str>,
    /// Two words that say the same.
    pub takes_place: &'static [(&'static str, &'static str)],
    /// Before a noun with a time of its own: what hangs on the phrase happened then too ("killed in Friday's raid").
    pub during: Vec<&'static str>,
    /// Lemmas of verbs that tell at once what their subject did, sorted.
    pub effects: Vec<&'static str>,
    /// Lemmas of verbs whose object happens as they say, sorted.
    pub holds: Vec<&'static str>,
    /// Lemmas of verbs of saying and comparing, which are told themselves, not what happened; sorted.
    pub speech: Vec<&'static str>,
    /// Before a noun: another event than the one spoken of; sorted.
    pub another: Vec<&'static str>,
    /// Before a noun: what a deed is about, not when it was ("an inquiry into the crash"); sorted.
    pub concerning: Vec<&'static str>,
    /// Before what somebody has had already: why a deed was, not when ("died of her injuries"); sorted.
    pub causes: Vec<&'static str>,
    /// Behind a number: how many there were, no event.
    pub tallies: Vec<&'static str>,
    /// In the clause of a verb: one of several such deeds; sorted.
    pub series: Vec<&'static str>,
    /// Conjunctions that open a clause of time, sorted.
    pub clause_openers: Vec<&'static str>,
    /// Two words before a duty that passes for a verb: "returned to work".
    pub goes_to: Vec<&'static str>,
    /// Such duties.
    pub duties: Vec<&'static str>,
    /// Those of them whose clause tells what happened at once.
    pub at_once: Vec<&'static str>,
    /// Words that point to a time of the story without naming one.
    pub story_words: &'static [&'static [&'static str]],
    /// Words for the way on which something moves, sorted.
    pub onward: Vec<&'static str>,
    /// Irregular past forms of verbs of moving that may pass for nouns, sorted.
    pub moving_pasts: Vec<&'static str>,
    /// Nouns and the verbs of other stems that tell of the same; true if only of those who vote.
    pub akin: &'static [(&'static str, &'static str, bool)],
    /// Lemmas for those who vote.
    pub voters: &'static str,
    /// Kind of what opens: "the trial opened".
    pub opening: u16,
    /// A word for beginning.
    pub begins: &'static str,
    /// Lemmas of verbs that say of such nouns no more than that they were given: "read the verdict".
    pub gives: [Vec<&'static str>; 2],
    /// Words for votes of the people, sorted.
    pub polls: Vec<&'static str>,
    /// A vote of any kind.
    pub vote: &'static str,
    /// Those who vote in an election.
    pub people: Vec<&'static str>,
    /// Before a length of time: on some day of it ("in the week before the vote").
    pub spread: Vec<&'static str>,
    /// Behind the connective of a count: what was told last ("three days after that").
    pub points_back: Vec<&'static str>,
    /// Verb forms with which a thing comes out: "after the report appeared".
    pub comes_out: Vec<&'static str>,
    /// Lemmas of verbs that bring a thing out.
    pub brings_out: Vec<&'static str>,
    /// Ends of nouns and of the verbs that they come from.
    pub nouns_of_verbs: &'static [(&'static str, &'static str)],
    /// Words that open a clause inside another.
    pub openers: Vec<&'static str>,
}

impl Default for EventsWords {
    fn default() -> Self {
        let (words, kinds) = table(include_str!("lexicon/events.tsv"));
        let first = |w: &(String, EventWord)| Some(w.0.split_once('_')?.0.to_owned());
        let mut paired: Vec<String> = words.iter().filter_map(first).collect();
        paired.dedup();
        let opening = words.iter().find(|w| w.0 == "opened").map_or(0, |w| w.1.class);
        Self {
            opening,
            begins: "began",
            words,
            paired,
            kinds,
            unreal: list(
                "attempted averted avoid avoids believe can could demand demanded demanding deter due expect \
                 expected expects fear feared fearing fears foiled hope hoped hopes hoping if imminent impending \
                 intend intended intends likely may might must plan planned planning plans possible potential \
                 prevent prevented proposed scheduled seek seeking seeks shall should slated so-called stop \
                 threaten threatened threatens unless upcoming urge urged urges vow vowed vows want wanted wants \
                 whether will wish wished wishes would would-be",
            ),
            negative: list("cannot didn't didn’t n't neither never no nor not n’t without"),
            links: &[
                (&["before"], Link::Before),
                (&["prior", "to"], Link::Before),
                (&["ahead", "of"], Link::Before),
                (&["after"], Link::After),
                (&["following"], Link::After),
                (&["into"], Link::After),
                (&["of"], Link::Within),
            ],
            within: list("in within"),
            ties: &[
                ("after", Tie::After),
                ("before", Tie::By),
                ("by", Tie::By),
                ("following", Tie::After),
                ("since", Tie::Since),
                ("till", Tie::By),
                ("until", Tie::By),
            ],
            stretches: &[("between", &["and"]), ("from", &["-", "through", "till", "to", "until", "–"])],
            again: list("again also later once then"),
            of: "of",
            and: "and",
            rare: list("best biggest first highest largest last lowest most only time worst"),
            then: "when",
            of_many: list("are have were"),
            periods: list("day month night week year"),
            infinitive: "to",
            implicative: list(
                "begin bring cause come compel continue drive force go happen help lead manage oblige persuade \
                 prompt prove push return rise spur start succeed",
            ),
            unreal_nouns: list(
                "attempt bid call demand effort fear hope offer option plan plans possibility proposal prospect \
                 risk threat warning",
            ),
            noun_links: list("for of that to"),
            unreal_pairs: &[
                ("call", "for"),
                ("called", "for"),
                ("calling", "for"),
                ("calls", "for"),
                ("failed", "to"),
                ("falsely", "reported"),
                ("far", "from"),
                ("going", "to"),
                ("instead", "of"),
                ("prepare", "for"),
                ("preparing", "for"),
                ("pressed", "for"),
                ("pressing", "for"),
                ("pushed", "for"),
                ("ready", "to"),
                ("refused", "to"),
                ("ruled", "out"),
                ("warned", "of"),
                ("warning", "of"),
                ("warns", "of"),
                ("way", "for"),
                ("wrongly", "reported"),
            ],
            genitives: list("'s ’s ‘s ' ’"),
            lasting: list("for lasted"),
            had: list("had"),
            definite: list("her his its that the their these this"),
            connectives: &[
                ("after", Link::After),
                ("before", Link::Before),
                ("since", Link::After),
                ("when", Link::Within),
            ],
            orders: &[
                (&["after"], Order::After),
                (&["as", "soon", "as"], Order::After),
                (&["before"], Order::Before),
                (&["by", "the", "time"], Order::Before),
                (&["following"], Order::After),
                (&["once"], Order::After),
                (&["since"], Order::After),
                (&["until"], Order::Before),
                (&["when"], Order::When),
            ],
            mood: MoodWords::default(),
            compared: &[("from", false), ("than", true), ("with", false)],
            happen: "happen",
            moved: list("adjourn bring defer delay extend move postpone push put reschedule shift"),
            moved_from: list("from"),
            moved_to: list("for till to until"),
            happens: list(
                "came comes erupted erupts happened happens hit hits occurred occurs shakes shook strikes struck unfolded",
            ),
            takes_place: &[
                ("broke", "out"),
                ("came", "about"),
                ("go", "ahead"),
                ("got", "underway"),
                ("take", "place"),
                ("took", "effect"),
                ("took", "hold"),
                ("took", "place"),
                ("went", "ahead"),
            ],
            during: list("at during in on"),
            effects: list(
                "bury claim cripple damage destroy devastate displace disrupt engulf flatten force ground halt \
                 hit hurt injure kill leave level paralyse paralyze rip rock shake shatter strand strike tear \
                 topple trap uproot wound",
            ),
            holds: list(
                "attend begin carry complete conduct file hold host launch lodge lose make mount open reach sign stage start \
                 suffer win",
            ),
            speech: list("add argue comment compare explain quote say state stress tell write"),
            another: list(
                "another bigger deadlier earlier first fourth larger last next other previous second separate \
                 similar smaller third weaker worse",
            ),
            concerning: list("about against concerning into on over regarding to"),
            causes: list("from of"),
            tallies: list("ballots vote votes"),
            series: list(
                "again also another annual annually daily further monthly next once quarterly regular regularly \
                 repeatedly second third twice weekly",
            ),
            clause_openers: list("after as before once until when while"),
            goes_to: list("back go goes going gone return returned returning returns went"),
            duties: list("sleep work"),
            at_once: list("as when while"),
            story_words: &[
                &["at", "that", "point"],
                &["at", "that", "time"],
                &["by", "then"],
                &["in", "response"],
                &["initially"],
                &["since", "then"],
                &["until", "then"],
            ],
            onward: list(
                "across ahead away back down downhill east eastward eastwards forward inland north northward \
                 northwards onward out overnight south southward southwards through toward towards up west \
                 westward westwards",
            ),
            moving_pasts: list("bore broke drove fell fought rode rose sank swept wound"),
            akin: &[
                ("vote ballot", "adopt approve back choose pass reject", true),
                ("talk meeting summit negotiation", "meet negotiate", false),
                ("transfer signing", "sign sell buy", false),
                ("ruling", "rule", false),
                ("strike walkout stoppage", "strike walk", false),
            ],
            voters: "assembly board cabinet chamber committee congress council deputy house lawmaker legislator \
                     legislature member mp parliament senate senator shareholder voter",
            polls: list("by-election elect election poll re-elect reelect referendum runoff"),
            vote: "vote",
            people: list("citizen country people voter"),
            gives: [
                list("announce deliver give hand issue pass pronounce read return"),
                list("acquittal conviction judgment ruling sentence verdict"),
            ],
            spread: list("during in over throughout within"),
            points_back: list("that this"),
            comes_out: list("appeared began came emerged opened published released started"),
            brings_out: list("begin issue launch open present publish release start unveil"),
            nouns_of_verbs: &[
                ("", ""),
                ("ation", "e"),
                ("ation", ""),
                ("ion", "e"),
                ("ion", ""),
                ("ment", ""),
                ("al", "e"),
                ("al", ""),
                ("ing", "e"),
                ("ing", ""),
            ],
            openers: list("that which who"),
        }
    }
}

impl EventsWords {
    /// What a word in lower case says of an event, if it names one.
    pub fn word(&self, form: &str) -> Option<EventWord> {
        let at = self.words.binary_search_by(|(w, _)| w.as_str().cmp(form)).ok()?;
        Some(self.words[at].1)
    }

    /// As [`Self::word`], for a word and the one behind it, which may make it one of another kind ("stepped down").
    pub fn pair(&self, form: &str, next: &str) -> Option<EventWord> {
        let two = self.opens_pair(form).then(|| self.both(form, next)).flatten();
        two.or_else(|| self.word(form))
    }

    /// True for a word that can be the first of two ("found … guilty").
    pub fn opens_pair(&self, form: &str) -> bool {
        self.paired.binary_search_by(|w| w.as_str().cmp(form)).is_ok()
    }

    /// True for "read" of a "verdict".
    pub fn gives(&self, verb: &str, noun: &str) -> bool {
        self.gives[0].contains(&verb) && self.gives[1].contains(&noun)
    }

    /// Verbs of which a noun can tell: "search", "inspection".
    pub fn verbs_of(&self, noun: &str) -> impl Iterator<Item = String> {
        let verb = |(from, to): &(&str, &str)| Some(noun.strip_suffix(from)?.to_owned() + to);
        self.nouns_of_verbs.iter().filter_map(verb)
    }

    /// What two words together say of an event.
    pub fn both(&self, form: &str, next: &str) -> Option<EventWord> {
        self.word(&format!("{form}_{next}"))
    }

    /// What the plain form of a verb can be of which this can be the regular past.
    pub fn bases<'a>(&self, form: &'a str) -> Option<[&'a str; 2]> {
        let stem = form.strip_suffix("ed")?;
        Some([stem, &form[..stem.len() + 1]])
    }

    /// True for the plural of a noun.
    pub fn is_plural(&self, form: &str, lemma: &str) -> bool {
        form.ends_with('s') && !form.ends_with("ss") && form.to_lowercase() != lemma
    }

    /// True for a form that is a noun's plural or, in a headline, a verb's present ("crashes").
    pub fn headline_verb(&self, form: &str, lemma: &str) -> bool {
        let class = |w: &str| self.word(&w.to_lowercase()).map(|w| (w.class, w.noun));
        form.ends_with('s')
            && class(form).is_some_and(|(_, noun)| noun)
            && class(form).map(|w| w.0) == class(lemma).map(|w| w.0)
    }

    /// What all words of a kind have in common.
    pub fn kind(&self, class: u16) -> Option<EventWord> {
        self.kinds.get(class as usize).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_kind() {
        let words = EventsWords::default();
        let class = |w: &str| words.word(w).map(|e| e.class);
        for (a, b, same) in [
            ("fled", "departure", true),
            ("leaves", "left", true),
            ("earthquake", "quake", true),
            ("arrested", "arrest", true),
            ("election", "voted", true),
            ("clashes", "battle", true),
            ("injuries", "wounded", true),
            ("earthquake", "election", false),
        ] {
            assert!(class(a).is_some() && class(b).is_some(), "{a} {b}");
            assert_eq!(class(a) == class(b), same, "{a} {b}");
        }
        assert_eq!(words.word("table").map(|e| e.class), None);
    }
}
