//! One person or place, two spellings?

use super::names_alike::{acronym, initials, place_key};
use super::spelling::alike;
use super::structure::{NameParts, word_fits};
use crate::english::{English, Reasons};
use crate::text::fold;

/// Whether two written names can be one name, how surely, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct SameName {
    /// The verdict: `score` is at least one half.
    pub same: bool,
    /// 0 to 1.
    pub score: f64,
    /// In words.
    pub why: String,
}

impl SameName {
    fn new(score: f64, why: &str) -> Self {
        // Two digits are all the costs can bear.
        let score = (score * 100.0).round() / 100.0;
        Self { same: score >= 0.5, score, why: why.to_owned() }
    }
}

/// Two single words below this likeness are two names.
const SURE_ALONE: f64 = 0.7;

/// No more of a name is read than this many bytes.
const LONGEST: usize = 200;

/// Compares two names as written.
pub fn same_name(english: &English, a: &str, b: &str) -> SameName {
    let (a, b) = (shorten(a.trim()), shorten(b.trim()));
    if a.is_empty() || b.is_empty() {
        return SameName::new(0.0, english.entities.why.is_empty);
    }
    if a == b {
        return SameName::new(1.0, english.entities.why.same_spelling);
    }
    let (fa, fb) = (fold(a), fold(b));
    if fa == fb {
        return SameName::new(1.0, english.entities.why.same_but_marks);
    }
    if let (Some(x), Some(y)) = (place_key(english, &fa), place_key(english, &fb)) {
        return match x == y {
            true => SameName::new(0.98, english.entities.why.one_place),
            false => SameName::new(0.02, english.entities.why.two_places),
        };
    }
    for (short, long) in [(a, &fb), (b, &fa)] {
        if acronym(short).is_some_and(|s| initials(english, long).contains(&s)) {
            return SameName::new(0.85, english.entities.why.initials_of_other);
        }
    }
    let (pa, pb) = (NameParts::person(&english.entities, a), NameParts::person(&english.entities, b));
    compare(english, &pa, &pb)
}

fn shorten(s: &str) -> &str {
    let mut end = s.len().min(LONGEST);
    while !s.is_char_boundary(end) {
        end -= 1;
    }
    &s[..end]
}

/// Compares names taken apart.
pub(super) fn compare(english: &English, a: &NameParts, b: &NameParts) -> SameName {
    if a.suffix.is_some() && b.suffix.is_some() && a.suffix != b.suffix {
        return SameName::new(0.1, english.entities.why.other_suffix);
    }
    if a.given != b.given && other_gender(english, a, b) {
        return SameName::new(0.2, english.entities.why.other_gender);
    }
    if a.words == b.words {
        return match a.suffix == b.suffix {
            true => SameName::new(0.98, english.entities.why.same_but_particles),
            false => SameName::new(0.7, english.entities.why.same_but_suffix),
        };
    }
    let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
    if short.words.is_empty() {
        return SameName::new(0.0, english.entities.why.no_telling_word);
    }
    let in_order = aligned(english, short, long, false);
    // Of three words and more, what turns one name into the other does not turn the other into it.
    let either = || {
        let there = aligned(english, short, long, true);
        let both = short.words.len() == long.words.len() && short.words.len() > 2;
        let back = both.then(|| aligned(english, long, short, true));
        back.filter(|b| b.score > there.score).unwrap_or(there)
    };
    let may_turn = turns(english, a) && turns(english, b);
    let turned = may_turn.then(either).filter(|t| t.score > in_order.score + 0.05);
    let swapped = turned.is_some();
    let best = turned.unwrap_or(in_order);
    // Written as one word or as two ("Abdul Rahman", "Abdulrahman"; "Tse-tung", "Zedong").
    let initials = |n: &NameParts| n.words.iter().filter(|w| w.chars().count() == 1).count();
    let (few, more) = (initials(short), initials(long));
    if short.words.len() == long.words.len() {
        // A single word tells less than a full name: it must fit better.
        let scale = if short.words.len() == 1 && best.score < SURE_ALONE { 0.6 } else { 1.0 };
        return best.verdict(&english.entities.why, scale, swapped);
    }
    if few + more == 0 {
        let joined = joined(english, short, long);
        if joined > 0.5 && joined > best.score {
            return SameName::new(joined, english.entities.why.joined_words);
        }
    } else if few > 0 && few < more && short.words.len() > 2 {
        return SameName::new(0.3, english.entities.why.other_initials);
    }
    if short.words.len() == 1 {
        let only = f64::from(word_alike(english, (short, 0), (long, long.words.len() - 1)));
        let given = f64::from(word_alike(english, (short, 0), (long, 0))) * 0.8;
        return SameName::new(
            only.max(given) * 0.6,
            if only >= given { english.entities.why.family_name } else { english.entities.why.given_name },
        );
    }
    best.verdict(&english.entities.why, 0.9, swapped)
}

/// True if a name may be written with its family name first: it sounds of East Asia, or not both its ends are given
/// names ("Thomas James" and "James Thomas" are two).
pub(super) fn turns(english: &English, name: &NameParts) -> bool {
    if name.words.len() < 2 || name.words.iter().any(|w| w.chars().count() < 2) {
        return false;
    }
    let given = |w: &str| english.people.is_given(w);
    let syllables = name.words.iter().filter(|w| english.entities.is_syllable(w)).count();
    syllables > 1 || !(given(name.first()) && given(name.last()))
}

/// True if the given names of two full names are a man's and a woman's ("Mario", "Maria"). A family name is one name
/// whatever its ending.
fn other_gender(english: &English, a: &NameParts, b: &NameParts) -> bool {
    if a.words.len().min(b.words.len()) < 2 {
        return false;
    }
    let (x, y) = (a.first(), b.first());
    let (gender, other) = (english.people.gender(x), english.people.gender(y));
    let given = english.people.is_given(x) || english.people.is_given(y);
    gender.is_some() && other.is_some() && gender != other || given && english.entities.are_his_and_hers(x, y)
}

/// The best likeness when two neighbouring words of the longer name are read as one.
fn joined(english: &English, short: &NameParts, long: &NameParts) -> f64 {
    if short.words.len() + 1 != long.words.len() {
        return 0.0;
    }
    let read = |k: usize| {
        let mut one = long.clone();
        let (word, letters) = (one.words.remove(k + 1), one.letters.remove(k + 1));
        one.words[k].push_str(&word);
        one.letters[k].extend(letters);
        aligned(english, short, &one, false).score
    };
    (0..long.words.len() - 1).map(read).fold(0.0, f64::max)
}

/// How the words of one name lie on those of another.
struct Aligned {
    score: f64,
    initial: bool,
    respelt: bool,
    /// The pair that fits least.
    worst: (String, String),
}

impl Aligned {
    fn verdict(self, why: &Reasons, scale: f64, swapped: bool) -> SameName {
        let score = self.score * scale;
        if score < 0.5 {
            return SameName::new(score, &why.differ(&self.worst.0, &self.worst.1));
        }
        let mut told: Vec<&str> = Vec::new();
        if self.respelt {
            told.push(why.same_sounds);
        }
        if self.initial {
            told.push(why.initial_for_name);
        }
        if swapped {
            told.push(why.order_turned);
        }
        if scale < 1.0 {
            told.push(why.name_left_out);
        }
        SameName::new(score, &told.join("; "))
    }
}

/// The short name's words on the long one's, first on first and last on last; `turned`: the last word comes first.
fn aligned(english: &English, short: &NameParts, long: &NameParts, turned: bool) -> Aligned {
    let mut words: Vec<usize> = (0..short.words.len()).collect();
    if turned {
        words.rotate_left(1);
    }
    let mut out = Aligned { score: 1.0, initial: false, respelt: false, worst: Default::default() };
    let (n, extra) = (words.len(), long.words.len() - short.words.len());
    let mut at = 0;
    for (i, &w) in words.iter().enumerate() {
        // The last word lies on the last; each other one on the best of those that leave enough for the rest.
        let from = if i + 1 == n { long.words.len() - 1 } else { at };
        let upto = if i + 1 == n { long.words.len() } else { (i + extra + 1).min(long.words.len() - 1).max(from + 1) };
        let mut best = (-1.0f32, from);
        for k in from..upto {
            let p = word_alike(english, (short, w), (long, k));
            if p > best.0 {
                best = (p, k);
            }
        }
        let (word, other) = (&short.words[w], &long.words[best.1]);
        at = best.1 + 1;
        out.respelt |= word != other && best.0 < 0.995;
        out.initial |= word != other && word_fits(word, other);
        if f64::from(best.0) < out.score {
            out.score = f64::from(best.0);
            out.worst = (word.clone(), other.clone());
        }
    }
    out
}

/// Two words of names by their places: equal, an initial, or spellings of one name.
pub(super) fn word_alike(english: &English, a: (&NameParts, usize), b: (&NameParts, usize)) -> f32 {
    let (x, y) = (&a.0.words[a.1], &b.0.words[b.1]);
    if x == y {
        return 1.0;
    }
    if word_fits(x, y) {
        return 0.75;
    }
    if a.1 + b.1 == 0 && a.0.words.len().min(b.0.words.len()) > 1 && a.0.given == b.0.given {
        return 0.9;
    }
    if x.chars().count() < 2 || y.chars().count() < 2 {
        return 0.0;
    }
    alike(&english.spelling, &a.0.letters[a.1], &b.0.letters[b.1])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, same: bool) {
        let english = English::shared();
        let (there, back) = (same_name(english, a, b), same_name(english, b, a));
        assert_eq!(there.same, same, "{a} / {b}: {there:?}");
        assert_eq!(there.score, back.score, "{a} / {b} turned round");
        assert!((0.0..=1.0).contains(&there.score) && (!same || there.score >= 0.5) && !there.why.is_empty());
    }

    #[test]
    fn one_name() {
        for (a, b) in [
            ("Muammar Gaddafi", "Moammar Qaddafi"),
            ("Volodymyr Zelensky", "Vladimir Zelenskiy"),
            ("Yevgeny Prigozhin", "Evgeny Prigozhin"),
            ("Alexei Navalny", "Aleksey Nawalnyj"),
            ("Mohamed Morsi", "Mohammed Mursi"),
            ("Abdel Fattah el-Sisi", "Abd al-Fattah al-Sisi"),
            ("Abdul Rahman", "Abdulrahman"),
            ("Mahmud Ahmadinedschad", "Mahmoud Ahmadinejad"),
            ("Binyamin Netanyahu", "Benjamin Netanyahu"),
            ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
            ("Xi Jinping", "Jinping Xi"),
            ("Xi Jin Ping", "Jin Ping Xi"),
            ("Ban Ki-moon", "Ban Ki Moon"),
            ("Dr. Ursula von der Leyen", "Ursula von der Leyen"),
            ("J. Mensah", "John Mensah"),
            ("Bill Clinton", "William Clinton"),
            ("Mensah", "John Mensah"),
            ("Hezbollah", "Hizbullah"),
            ("Kiev", "Kyiv"),
            ("Burma", "Myanmar"),
            ("OAS", "Organization of American States"),
            ("Tu\u{308}rkiye", "T\u{fc}rkiye"),
        ] {
            check(a, b, true);
        }
    }

    #[test]
    fn two_names() {
        for (a, b) in [
            ("Raúl Castro", "Fidel Castro"),
            ("Bill Clinton", "Hillary Clinton"),
            ("Robert Kennedy Jr.", "Robert Kennedy Sr."),
            ("George W. Bush", "George H.W. Bush"),
            ("Ali Khamenei", "Ruhollah Khomeini"),
            ("Truman", "Trump"),
            ("Hassan", "Hussein"),
            ("Austria", "Australia"),
            ("Niger", "Nigeria"),
            ("Iran", "Iraq"),
            ("North Korea", "South Korea"),
            ("BBC", "Bank of America"),
            ("Thomas James", "James Thomas"),
            ("Ali Hassan", "Hassan Ali"),
            ("Mario Silva", "Maria Silva"),
            ("Aleksandr Petrov", "Aleksandra Petrova"),
            ("Robert Fico", "Roberta Fico"),
            ("Jan Kowalski", "Jana Kowalska"),
            ("", "Mensah"),
            ("", ""),
        ] {
            check(a, b, false);
        }
    }

    #[test]
    fn any_length_is_bounded() {
        let long = "Na’mé-".repeat(500);
        check(&long, &format!("{long}x"), true);
        check(&long, "ошибка 名前 \u{0}", false);
    }
}
