//! What the parts of a name are: titles, particles, suffixes, legal forms, familiar forms.

use super::entities::EntitiesWords;
use super::people::Gender;

impl EntitiesWords {
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

    /// A title before given names alone.
    pub fn is_crowned(&self, word: &str) -> bool {
        matches!(word, "king" | "queen" | "prince" | "princess" | "emperor" | "empress" | "pope" | "sultan" | "emir")
    }

    /// A particle that is also a given name.
    pub fn is_given_particle(&self, word: &str) -> bool {
        matches!(word, "ben" | "van" | "mac" | "le" | "do" | "san" | "santa")
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

    /// True if one is the woman's form of the other, a man's name ("Roberta" of "Robert", "Maria" of "Mario",
    /// "Orlova" of "Orlov").
    pub fn are_his_and_hers(&self, a: &str, b: &str) -> bool {
        let (hers, his) = if a.ends_with('a') { (a, b) } else { (b, a) };
        let Some(stem) = hers.strip_suffix('a').filter(|s| s.len() > 2) else { return false };
        let bare = stem.bytes().last().is_some_and(|c| c.is_ascii_lowercase() && !b"aeiouyh".contains(&c));
        bare && his.strip_suffix('o').unwrap_or(his) == stem
    }

    /// The one spelling that news of both sides of the ocean, and short and full writings, share: a word inside a name
    /// of several; `last` if no other follows. `None` for most words.
    pub fn one_spelling(&self, word: &str, last: bool) -> Option<&'static str> {
        Some(match word {
            "centre" => "center",
            "theatre" => "theater",
            "defence" => "defense",
            "labour" => "labor",
            "organisation" => "organization",
            "programme" => "program",
            "harbour" => "harbor",
            "mt" | "mt." => "mount",
            "ft" | "ft." => "fort",
            "dept" | "dept." => "department",
            "univ" | "univ." => "university",
            "intl" | "intl." => "international",
            "natl" | "natl." => "national",
            "govt" | "govt." => "government",
            "st" | "st." if !last => "saint",
            "st" | "st." => "street",
            "ave" | "ave." => "avenue",
            "rd" | "rd." => "road",
            "blvd" | "blvd." => "boulevard",
            "&" => "and",
            _ => return None,
        })
    }

    /// True for what can be one syllable of a Korean or Chinese given name in Latin letters ("hyun", "wen", "yeol").
    pub fn is_syllable(&self, word: &str) -> bool {
        const STARTS: [&str; 38] = [
            "hs", "kw", "gw", "ts", "tz", "zh", "ch", "sh", "kk", "tt", "pp", "ss", "jj", "hw", "hy", "b", "p", "m",
            "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y", "w", "v", "u", "",
        ];
        const VOWELS: [&str; 46] = [
            "yeo", "eou", "yae", "iao", "uai", "iou", "ieh", "ueh", "uo", "ua", "ui", "uh", "ue", "ae", "eo", "eu",
            "oe", "oi", "ou", "oo", "oh", "ow", "wa", "we", "wi", "wo", "ya", "ye", "yi", "yo", "yu", "ai", "ay", "ao",
            "au", "ei", "ee", "eh", "ia", "ie", "iu", "a", "e", "i", "o", "u",
        ];
        const ENDS: [&str; 10] = ["ng", "n", "m", "k", "l", "p", "r", "t", "h", ""];
        let ends = |rest: &str| VOWELS.iter().any(|v| rest.strip_prefix(v).is_some_and(|r| ENDS.contains(&r)));
        word.len() > 1 && word.len() < 7 && STARTS.iter().any(|s| word.strip_prefix(s).is_some_and(ends))
    }

    /// A short English word that goes behind a hyphen ("Hamas-run").
    pub fn is_hyphen_tail(&self, word: &str) -> bool {
        matches!(
            word,
            "run"
                | "hit"
                | "man"
                | "men"
                | "in"
                | "on"
                | "up"
                | "out"
                | "to"
                | "pay"
                | "way"
                | "win"
                | "won"
                | "set"
                | "lit"
                | "cut"
                | "ban"
                | "by"
                | "of"
                | "at"
                | "an"
                | "a"
                | "the"
                | "no"
                | "so"
                | "go"
                | "or"
                | "if"
                | "it"
                | "is"
                | "he"
                | "she"
                | "we"
                | "look"
                | "paul"
                | "sea"
                | "see"
                | "air"
                | "war"
                | "fan"
                | "gap"
                | "map"
                | "tax"
                | "law"
                | "led"
                | "top"
                | "off"
                | "too"
        )
    }

    /// A day that news sets beside a name ("in Quito on Friday", "Quito Friday"); a name ends before it.
    pub fn is_weekday(&self, word: &str) -> bool {
        matches!(word, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
    }

    /// A weekday, or a short or plain name of a month.
    pub fn is_day_or_month(&self, word: &str) -> bool {
        self.is_weekday(word)
            || matches!(
                word.trim_end_matches('.'),
                "jan"
                    | "feb"
                    | "mar"
                    | "apr"
                    | "jun"
                    | "jul"
                    | "aug"
                    | "sep"
                    | "sept"
                    | "oct"
                    | "nov"
                    | "dec"
                    | "january"
                    | "february"
                    | "march"
                    | "july"
                    | "september"
                    | "october"
                    | "november"
                    | "december"
            )
    }

    /// A month whose name is also a person's.
    pub fn is_month_and_name(&self, word: &str) -> bool {
        matches!(word, "april" | "may" | "june" | "august")
    }

    /// Prepositions that stand before a month and seldom before a person.
    pub fn is_before_month(&self, word: &str) -> bool {
        matches!(word, "in" | "by" | "since" | "until" | "till" | "during")
    }

    /// Before a weekday it makes a name of the day ("Good Friday").
    pub fn is_named_day(&self, word: &str) -> bool {
        matches!(
            word,
            "good"
                | "black"
                | "bloody"
                | "ash"
                | "palm"
                | "easter"
                | "super"
                | "cyber"
                | "holy"
                | "maundy"
                | "shrove"
                | "giving"
                | "whit"
                | "red"
                | "blue"
                | "the"
        )
    }

    /// A legal form at the end of a company's name.
    pub fn is_legal_form(&self, word: &str) -> bool {
        self.is_short_legal_form(word)
            || matches!(
                word.trim_end_matches('.'),
                "lp" | "l.p"
                    | "sa"
                    | "s.a"
                    | "se"
                    | "holdings"
                    | "holding"
                    | "corporation"
                    | "limited"
                    | "incorporated"
                    | "ab"
                    | "spa"
                    | "s.p.a"
                    | "kk"
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
                | "s.a"
                | "s.p.a"
                | "l.p"
                | "jsc"
        )
    }

    /// The formal given name behind a familiar one ("Bill", "Kate"); spellings of one given name share it.
    pub fn formal<'a>(&self, given: &'a str) -> &'a str {
        self.familiar.get(given).unwrap_or(given)
    }
}
