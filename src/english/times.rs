//! English of the stage `times`: words with their classes, rules as data, step sentences.

use super::time_rules;

/// What a rule's match means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A point or period of the calendar, however told.
    Point,
    /// A length of time.
    Span,
    /// A time that comes again and again.
    Repeat,
    /// Past, present or future at large.
    Vague,
    /// A false friend: looks like time, is none.
    Nothing,
}

/// One rule. Its pattern is a sequence of items over *atoms* (runs of letters, runs of digits, single marks):
///
/// * `word`, `CLASS`, `word|CLASS`: one atom of that word or class; a class with a value fills its slot;
/// * `NUM`, `YEAR`, `DAY`, `ORDINAL`: numbers in figures or words, several atoms long;
/// * `~item`: no white space before it; `item?`, `( … )`, `( … | … )?`: as usual;
/// * `<a|b`, `<!a|b`: the atom before the match is (is not) one of these; `>a|b`, `>!a|b`: the atom after;
/// * `=slot:value`: fills a slot; `$NAME`: a macro.
///
/// The longest match from the leftmost atom wins, then the earlier rule. In the examples the expression stands
/// in braces, `=>` gives its TIMEX3 value; the text is taken to be published on Wednesday 15 July 2020.
#[derive(Clone, Copy, Debug)]
pub struct TimeRule {
    /// Short name, shown with each result.
    pub name: &'static str,
    /// What a match means.
    pub reading: Reading,
    /// The pattern.
    pub pattern: &'static str,
    /// Texts in which it fires.
    #[cfg(test)]
    pub ok: &'static [&'static str],
    /// Texts in which it does not.
    #[cfg(test)]
    pub no: &'static [&'static str],
}

/// Words and rules of time.
#[derive(Debug)]
pub struct TimesWords {
    /// Tab-separated: a word, then its classes.
    pub words: &'static str,
    /// Names and texts of macros; a later one may use an earlier one.
    pub macros: &'static [(&'static str, &'static str)],
    /// Rules by subject.
    pub rules: [&'static [TimeRule]; 6],
    /// Before the end of something that goes on.
    pub up_to: &'static [&'static str],
    /// Before the year from which something goes on.
    pub since: &'static [&'static str],
    /// Before a place between a clock time and its day: "at 2 p.m. in the bay on Monday".
    pub places: &'static [&'static str],
    /// Participles with which something begins: "mourning starting on Friday".
    pub starting: &'static [&'static str],
    /// Past forms of verbs that declare what is to begin.
    pub declares: &'static [&'static str],
    /// Before the day on which what is declared begins.
    pub onward: &'static [&'static str],
    /// Before the day by which something is asked.
    pub deadlines: &'static [&'static str],
    /// Forms of verbs of asking, with which such a day lies ahead.
    pub asks: &'static [&'static str],
    /// Forms of verbs that leave somebody so long: "given until Sunday".
    pub gives: &'static [&'static str],
    /// Auxiliaries of what is to come, or would.
    pub modals: &'static [&'static str],
    /// Forms of verbs that tell in the present what is to begin or end.
    pub starts: &'static [&'static str],
    /// Before the day to which something is put off.
    pub put_to: &'static [&'static str],
    /// Words of putting off, with which such a day lies ahead.
    pub put_off: &'static [&'static str],
    /// Before a day or a month, and seldom before a person alone.
    pub before_day: &'static [&'static str],
    /// Between the two ends of a stretch or two dates of one year: "from April to October 2027".
    pub joints: &'static [&'static str],
    /// Before what a figure is compared with: "from a month earlier".
    pub compared: &'static [&'static str],
    /// Before the day for which something is set.
    pub set_to: &'static [&'static str],
    /// Words of setting, with which such a day lies ahead.
    pub set: &'static [&'static str],
    /// Past forms of verbs whose object is still to come: "threatened a strike in January".
    pub threats: &'static [&'static str],
    /// Verbs in the present that tell what a picture or a report shows, whenever that was.
    pub shows: &'static [&'static str],
    /// Words that open a condition.
    pub conditions: &'static [&'static str],
    /// Words of prices and measures, sorted.
    pub priced: &'static [&'static str],
    /// The auxiliary of the past perfect.
    pub had: &'static [&'static str],
    /// The perfect in "was to have met".
    pub have: &'static str,
}

impl Default for TimesWords {
    fn default() -> Self {
        Self {
            words: include_str!("lexicon/time-words.tsv"),
            macros: time_rules::MACROS,
            rules: [
                time_rules::FRIENDS,
                time_rules::CALENDAR,
                time_rules::RELATIVE,
                time_rules::CLOCK,
                time_rules::SPANS,
                time_rules::VAGUE,
            ],
            up_to: &["through", "till", "until"],
            since: &["since"],
            places: &[
                "across", "along", "around", "at", "behind", "below", "beside", "by", "in", "inside", "near", "off",
                "on", "opposite", "outside", "over", "under",
            ],
            starting: &["beginning", "commencing", "effective", "starting"],
            declares: &[
                "announced",
                "approved",
                "banned",
                "called",
                "cancelled",
                "closed",
                "declared",
                "declares",
                "decreed",
                "granted",
                "imposed",
                "imposes",
                "introduced",
                "ordered",
                "orders",
                "suspended",
            ],
            onward: &["from"],
            deadlines: &["before", "by"],
            asks: &[
                "advised",
                "agreed",
                "asked",
                "demanded",
                "demands",
                "directed",
                "instructed",
                "invited",
                "obliged",
                "ordered",
                "orders",
                "pledged",
                "promised",
                "required",
                "summoned",
                "threatened",
                "told",
                "urged",
                "vowed",
                "warned",
            ],
            gives: &["gave", "give", "given", "gives", "giving"],
            modals: &["could", "may", "might", "must", "should", "will", "would"],
            starts: &[
                "begin",
                "begins",
                "closes",
                "concludes",
                "ends",
                "expires",
                "opens",
                "reopen",
                "reopens",
                "resume",
                "resumes",
                "start",
                "starts",
                "take",
                "takes",
            ],
            put_to: &["for", "till", "to", "until"],
            put_off: &[
                "adjourned",
                "back",
                "deferred",
                "delayed",
                "extended",
                "moved",
                "off",
                "postponed",
                "rescheduled",
                "suspended",
            ],
            before_day: &[
                "by", "during", "early", "in", "last", "late", "next", "on", "since", "this", "till", "until",
            ],
            joints: &["to", "through", "till", "until", "and", "or", "-", "–"],
            compared: &["from", "than", "with", "to"],
            set_to: &["for"],
            set: &[
                "announced",
                "arranged",
                "called",
                "convened",
                "declared",
                "fixed",
                "ordered",
                "planned",
                "scheduled",
                "set",
                "slated",
            ],
            shows: &[
                "capture", "captures", "depict", "depicts", "reveal", "reveals", "show", "shows", "suggest", "suggests",
            ],
            threats: &["pledged", "promised", "proposed", "threatened", "vowed"],
            conditions: &["if", "unless"],
            priced: &[
                "$",
                "%",
                "average",
                "averaged",
                "bond",
                "bonds",
                "cent",
                "cents",
                "crowns",
                "dollar",
                "dollars",
                "euro",
                "euros",
                "fixed",
                "francs",
                "gold",
                "index",
                "inflation",
                "litre",
                "litres",
                "magnitude",
                "measured",
                "metres",
                "notes",
                "odds",
                "oil",
                "peaked",
                "pence",
                "percent",
                "pesos",
                "points",
                "polled",
                "pound",
                "pounds",
                "price",
                "priced",
                "prices",
                "rate",
                "rates",
                "record",
                "richter",
                "rubles",
                "rupees",
                "scale",
                "seconds",
                "settled",
                "share",
                "shares",
                "sold",
                "stock",
                "stocks",
                "traded",
                "trading",
                "yen",
                "yield",
                "yuan",
                "£",
                "€",
            ],
            had: &["had"],
            have: "have",
        }
    }
}
