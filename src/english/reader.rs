//! English word tables of the article reader, from `lexicon/reader.tsv`, `lexicon/html.tsv` and `lexicon/languages.tsv`.

use super::list::head;

/// How a furniture cue must stand in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It is the whole line.
    Is,
    /// The line begins with it.
    Starts,
    /// The line has it somewhere.
    Has,
}

/// A phrase that gives page furniture away.
#[derive(Clone, Copy, Debug)]
pub struct Furniture {
    /// What sort of furniture, in words for the reader.
    pub why: &'static str,
    /// How the phrase must stand.
    pub how: How,
    /// True if it counts between paragraphs too, not only before and after the body.
    pub anywhere: bool,
    /// The phrase in lower case.
    pub phrase: &'static str,
}

/// Words that the stage needs; every list is in lower case.
#[derive(Debug)]
pub struct ReaderWords {
    /// Furniture cues.
    pub furniture: Vec<Furniture>,
    /// Openings of a line that says when the article came out.
    pub stamps: Vec<&'static str>,
    /// Openings of a line that says when it was changed.
    pub updates: Vec<&'static str>,
    /// Endings of a line that counts from the moment it was read.
    pub relative: Vec<&'static str>,
    /// Openings of a line that says where on the site it stands.
    pub sections: Vec<&'static str>,
    /// Openings of the authors' line.
    pub bylines: Vec<&'static str>,
    /// What an author is, after the name.
    pub roles: Vec<&'static str>,
    /// Lower-case words inside an authors' line.
    pub joints: Vec<&'static str>,
    /// Words of a picture's credit.
    pub credits: Vec<&'static str>,
    /// Openings of a caption.
    pub credit_heads: Vec<&'static str>,
    /// What agencies put before a caption.
    pub wire_slugs: Vec<&'static str>,
    /// Verbs after an outlet's own name in its headline.
    pub reveals: Vec<&'static str>,
    /// What a source does to the outlet that interviews it.
    pub told: Vec<&'static str>,
    /// What stands after an outlet's own name when it passes a story on.
    pub reports_via: Vec<&'static str>,
    /// Company forms.
    pub legal: Vec<&'static str>,
    /// Words at which the holder's name ends in a copyright line.
    pub rights: Vec<&'static str>,
    /// Openings of a line that names the outlet.
    pub outlet_cues: Vec<&'static str>,
    /// Words before a place.
    pub before_places: Vec<&'static str>,
    /// Signs and words that open a copyright line.
    pub rights_signs: Vec<&'static str>,
    /// Openings of an authors' line that open much else.
    pub weak_bylines: Vec<&'static str>,
    /// Openings of a caption that tell what the picture shows, not who made it.
    pub caption_heads: Vec<&'static str>,
    /// Words for a picture inside a credit.
    pub picture_words: Vec<&'static str>,
    /// Sellers of pictures.
    pub picture_banks: Vec<&'static str>,
    /// Endings of a day's number.
    pub ordinals: Vec<&'static str>,
    /// Halves of the day on a clock; true after noon.
    pub half_days: Vec<(&'static str, bool)>,
    /// Between a day and its month.
    pub of: &'static str,
    /// Between a date and its time.
    pub at: &'static str,
    /// Before a name.
    pub article: &'static str,
    /// Lines around a forwarded message.
    pub mail_lines: Vec<&'static str>,
    /// What mailers put before a subject.
    pub subject_prefixes: Vec<&'static str>,
    /// Words as the British and most of the world spell them.
    pub british: Vec<&'static str>,
    /// Words as Americans spell them.
    pub american: Vec<&'static str>,
    /// Function words per language: BCP 47 tag, word; sorted by word.
    languages: Vec<(&'static str, &'static str)>,
    /// Their words' first letters.
    language_heads: Vec<u64>,
    /// Parts of a web page that are no article: why, the name makers give them.
    pub page_parts: Vec<(&'static str, &'static str)>,
    /// Names of parts that hold an article's words.
    pub page_bodies: Vec<&'static str>,
    /// Names of parts that hold a picture's words.
    pub page_captions: Vec<&'static str>,
    /// Names of parts that name the authors.
    pub page_bylines: Vec<&'static str>,
    /// Names of parts that hold the date.
    pub page_stamps: Vec<&'static str>,
    agencies: Vec<(&'static str, &'static str)>,
    mail: Vec<(&'static str, &'static str)>,
    outlets: Vec<(&'static str, &'static str)>,
    outlet_words: Vec<&'static str>,
    language_names: Vec<(&'static str, &'static str)>,
    months: Vec<(&'static str, &'static str)>,
    zones: Vec<(&'static str, &'static str)>,
    weekdays: Vec<&'static str>,
    places: Vec<&'static str>,
}

const READER: &str = include_str!("lexicon/reader.tsv");
const HTML: &str = include_str!("lexicon/html.tsv");
const LANGUAGES: &str = include_str!("lexicon/languages.tsv");

/// The rows of several lists, each with the name of its list: a file is cut into them once.
struct Rows(Vec<(&'static str, &'static str)>);

impl Rows {
    fn of(file: &'static str) -> Self {
        Self(file.lines().filter_map(|line| line.split_once('\t')).collect())
    }

    fn list(&self, name: &'static str) -> impl Iterator<Item = &'static str> {
        self.0.iter().filter(move |row| row.0 == name).map(|row| row.1)
    }

    fn words(&self, name: &'static str) -> Vec<&'static str> {
        let mut all: Vec<_> = self.list(name).collect();
        all.sort_unstable();
        all
    }

    /// Words that stand many to a row.
    fn spelt(&self, name: &'static str) -> Vec<&'static str> {
        let mut all: Vec<_> = self.list(name).flat_map(|row| row.split(' ')).collect();
        all.sort_unstable();
        all
    }

    fn pairs(&self, name: &'static str) -> Vec<(&'static str, &'static str)> {
        let mut all: Vec<_> = self.list(name).filter_map(|row| row.split_once('\t')).collect();
        all.sort_unstable();
        all
    }
}

fn value(table: &[(&'static str, &'static str)], word: &str) -> Option<&'static str> {
    table.binary_search_by_key(&word, |&(form, _)| form).ok().map(|i| table[i].1)
}

impl Default for ReaderWords {
    fn default() -> Self {
        let furniture = |row: &'static str| {
            let mut fields = row.split('\t');
            let why = fields.next()?;
            let how = match fields.next()? {
                "is" => How::Is,
                "starts" => How::Starts,
                _ => How::Has,
            };
            let anywhere = fields.next()? == "any";
            Some(Furniture { why, how, anywhere, phrase: fields.next()? })
        };
        let mut languages: Vec<_> = (LANGUAGES.lines())
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('\t'))
            .flat_map(|(tag, words)| words.split(' ').map(move |word| (tag, word)))
            .collect();
        languages.sort_unstable_by_key(|&(tag, word)| (word, tag));
        languages.dedup();
        let (lists, page) = (Rows::of(READER), Rows::of(HTML));
        Self {
            furniture: lists.list("furniture").filter_map(furniture).collect(),
            stamps: lists.words("stamp"),
            updates: lists.words("update"),
            relative: lists.words("relative"),
            sections: lists.words("section"),
            bylines: lists.words("byline"),
            roles: lists.words("role"),
            joints: lists.words("joint"),
            credits: lists.words("credit"),
            credit_heads: lists.words("credit_head"),
            wire_slugs: lists.words("wire_slug"),
            reveals: lists.words("reveal"),
            told: lists.words("told"),
            reports_via: lists.words("reports_via"),
            legal: lists.words("legal"),
            rights: lists.words("rights"),
            outlet_cues: lists.words("outlet_cue"),
            before_places: lists.spelt("before_place"),
            rights_signs: lists.words("rights_sign"),
            weak_bylines: lists.words("weak_byline"),
            caption_heads: lists.words("caption_head"),
            picture_words: lists.words("picture_word"),
            picture_banks: lists.words("picture_bank"),
            ordinals: lists.spelt("ordinal"),
            half_days: lists.pairs("half_day").into_iter().map(|(form, half)| (form, half == "pm")).collect(),
            of: "of",
            at: "at",
            article: "the",
            mail_lines: lists.words("mail_line"),
            subject_prefixes: lists.words("subject_prefix"),
            british: lists.spelt("british"),
            american: lists.spelt("american"),
            language_heads: languages.iter().map(|l| head(l.1)).collect(),
            languages,
            page_parts: page.list("drop").filter_map(|row| row.split_once('\t')).collect(),
            page_bodies: page.list("body").collect(),
            page_captions: page.list("caption").collect(),
            page_bylines: page.list("byline").collect(),
            page_stamps: page.list("stamp").collect(),
            agencies: lists.pairs("agency"),
            mail: lists.pairs("mail"),
            outlets: lists.pairs("outlet"),
            outlet_words: lists.spelt("outlet_word"),
            language_names: lists.pairs("language"),
            months: lists.pairs("month"),
            zones: lists.pairs("zone"),
            weekdays: lists.words("weekday"),
            places: lists.spelt("place"),
        }
    }
}

impl ReaderWords {
    /// The number of a month's name or abbreviation (without its point).
    pub fn month(&self, word: &str) -> Option<i8> {
        value(&self.months, word)?.parse().ok()
    }

    /// True for an opening that a maker's name follows: "photo by".
    pub fn ends_in_by(&self, head: &str) -> bool {
        head.ends_with(" by")
    }

    /// True for a weekday's name or abbreviation.
    pub fn is_weekday(&self, word: &str) -> bool {
        self.weekdays.binary_search(&word).is_ok()
    }

    /// Minutes east of Greenwich of a time zone's abbreviation; `Some(None)` if the zone is known but not its offset.
    pub fn zone(&self, word: &str) -> Option<Option<i16>> {
        Some(value(&self.zones, word)?.parse().ok())
    }

    /// The usual name of a news agency.
    pub fn agency(&self, form: &str) -> Option<&'static str> {
        value(&self.agencies, form)
    }

    /// The usual name of a news organisation that is widely known.
    pub fn outlet(&self, form: &str) -> Option<&'static str> {
        value(&self.outlets, form.strip_prefix("the ").unwrap_or(form)).or_else(|| self.agency(form))
    }

    /// True for a word that names of news organisations are made with ("Gazette").
    pub fn is_outlet_word(&self, word: &str) -> bool {
        self.outlet_words.binary_search(&word).is_ok()
    }

    /// Tags of the languages that have a function word; it may have capitals of ASCII.
    pub fn languages_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        let head = head(word);
        let from = self.language_heads.partition_point(|&h| h < head);
        let alike = self.languages[from..].iter().zip(&self.language_heads[from..]).take_while(move |l| *l.1 == head);
        alike.filter(move |l| l.0.1.eq_ignore_ascii_case(word)).map(|l| l.0.0)
    }

    /// English name of a language's tag.
    pub fn language(&self, tag: &str) -> Option<&'static str> {
        value(&self.language_names, tag)
    }

    /// What a field above an article holds: `from`, `to`, `date`, `subject`; of front matter `author`, `outlet`, `about`.
    pub fn mail_field(&self, name: &str) -> Option<&'static str> {
        value(&self.mail, name)
    }

    /// True for a city that stands alone in datelines; words joined by hyphens.
    pub fn is_dateline_place(&self, name: &str) -> bool {
        self.places.binary_search(&name).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_whole() {
        let w = ReaderWords::default();
        let listed = READER.lines().filter(|l| l.starts_with("furniture\t")).count();
        assert_eq!(w.furniture.len(), listed);
        assert!(READER.lines().all(|l| l.starts_with('#') || l.contains('\t')), "every row has a tab");
        assert_eq!((w.month("sept"), w.month("monday")), (Some(9), None));
        assert_eq!((w.zone("gmt"), w.zone("et"), w.zone("foo")), (Some(Some(0)), Some(None), None));
        assert_eq!(w.agency("ap"), Some("Associated Press"));
        assert!(w.is_dateline_place("new-york") && !w.is_dateline_place("gazette"));
    }
}
