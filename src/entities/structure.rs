//! The words of a name that tell one bearer from another.

use super::spelling::letters;
use crate::english::EntitiesWords;
use crate::text::fold;

/// A name taken apart, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NameParts {
    /// The telling words in order: no honorifics, particles, suffixes.
    pub words: Vec<String>,
    /// The same words as letters whose sounds can be compared.
    pub letters: Vec<Vec<u8>>,
    /// The formal form of the first word, if it is a familiar given name ("william" of "Bill").
    pub given: String,
    /// "jr", "iii".
    pub suffix: Option<String>,
    /// The particles that were left out.
    pub particles: Vec<String>,
    /// True if a title goes before it that goes with given names alone ("King Hussein").
    pub crowned: bool,
    /// A particle in front that is a given name too ("Ben Obi", "Ben Ali").
    pub lead: Option<String>,
}

/// No name has more telling words; the rest of a longer one is left out.
const MOST_WORDS: usize = 12;

impl NameParts {
    /// Takes a person's name apart as written.
    pub(super) fn person(words: &EntitiesWords, name: &str) -> Self {
        let lower = name.to_lowercase();
        let mut out = Self::default();
        let all: Vec<(&str, String)> = pieces(&lower).map(|p| (p, fold(p))).take(MOST_WORDS * 2).collect();
        for (i, (raw, w)) in all.iter().enumerate() {
            let w = w.as_str();
            let bare = w.trim_matches(['.', '"', '“', '”', '(', ')']);
            let last = i + 1 == all.len();
            if bare.is_empty() || (i == 0 && !last && words.honorific(w).is_some()) {
                out.crowned |= words.is_crowned(w);
                continue;
            }
            if !last && !out.words.is_empty() && words.is_of(bare) {
                // "Lawrence of Arabia" is called Lawrence, never Arabia.
                let place: Vec<&str> = all[i..].iter().map(|(_, w)| w.as_str()).collect();
                out.words.push(place.join(" "));
                out.letters.push(letters(&place.concat()));
                break;
            }
            if i > 0 && last && words.is_suffix(w) {
                out.suffix = Some(bare.trim_start_matches('.').to_owned());
            } else if !last && words.is_particle(bare) && !(i == 0 && bare.len() == 1) {
                if i == 0 && words.is_given_particle(bare) {
                    out.lead = Some(bare.to_owned());
                }
                out.particles.push(bare.to_owned());
                continue;
            } else if out.words.len() < MOST_WORDS {
                let bare = match words.servant_of(bare) {
                    Some("") if !last => words.servant,
                    Some(rest) if !rest.is_empty() => {
                        out.letters.push(letters(words.servant));
                        out.words.push(words.servant.to_owned());
                        rest
                    }
                    _ => bare,
                };
                out.letters.push(if bare == w { letters(raw) } else { letters(bare) });
                out.words.push(bare.to_owned());
            }
        }
        out.given = out.words.first().map_or(String::new(), |w| words.formal(w).to_owned());
        out
    }

    /// The family name in Western order.
    pub(super) fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// The given name in Western order.
    pub(super) fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }
}

/// Words, with hyphenated ones and joined initials apart ("J.K." is two).
fn pieces(lower: &str) -> impl Iterator<Item = &str> {
    let between = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2013}' | ',');
    lower.split(between).filter(|w| !w.is_empty()).flat_map(|w| {
        let initials = w.len() > 2 && w.split('.').all(|p| p.chars().count() <= 1);
        if initials { w.split('.').collect::<Vec<_>>() } else { vec![w] }
    })
}

/// An initial against a name, or two equal names.
pub(super) fn word_fits(a: &str, b: &str) -> bool {
    let initial = |x: &str, y: &str| x.chars().count() == 1 && y.starts_with(x);
    a == b || initial(a, b) || initial(b, a)
}

/// True if a shorter form of a person's name can stand for a longer one: the family name, the given name, some of the
/// names in order with the family name among them, or all but the second of two family names ("Gabriel García").
pub(super) fn is_short_for(short: &NameParts, long: &NameParts) -> bool {
    if short.words.is_empty() || short.words.len() > long.words.len() {
        return false;
    }
    if short.suffix.is_some() && short.suffix != long.suffix {
        return false;
    }
    if short.lead.as_ref().is_some_and(|l| !long.particles.contains(l)) {
        return false;
    }
    if let [only] = short.words.as_slice() {
        let family = only == long.last() && (!short.crowned || long.crowned);
        return only.chars().count() > 1 && (family || only == long.first());
    }
    let mut rest = long.words.iter().enumerate();
    let fits = |i: usize, w: &str, j: usize, l: &str| word_fits(w, l) || i + j == 0 && short.given == long.given;
    let in_order = short.words.iter().enumerate().all(|(i, w)| rest.any(|(j, l)| fits(i, w, j, l)));
    let last_left_out = short.words.len() > 1 && short.words[..] == long.words[..long.words.len() - 1];
    in_order && (short.last() == long.last() || short.words.len() == long.words.len() || last_left_out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taking_apart() {
        let words = EntitiesWords::default();
        for (name, telling, suffix) in [
            ("Dr. María del Carmen Ruiz", "maria carmen ruiz", None),
            ("Mahmoud al-Zahar", "mahmoud zahar", None),
            ("Abd el-Fattah El Sisi", "abd fattah sisi", None),
            ("Robert F. Kennedy Jr.", "robert f kennedy", Some("jr")),
            ("J.K. Rowling", "j k rowling", None),
            ("Ursula von der Leyen", "ursula leyen", None),
            ("Lawrence of Arabia", "lawrence of arabia", None),
            ("Lula", "lula", None),
            ("", "", None),
        ] {
            let parts = NameParts::person(&words, name);
            assert_eq!((parts.words.join(" ").as_str(), parts.suffix.as_deref()), (telling, suffix), "{name}");
        }
    }

    #[test]
    fn short_forms() {
        let words = EntitiesWords::default();
        for (short, long, fits) in [
            ("Rousseff", "Dilma Rousseff", true),
            ("Dilma", "Dilma Rousseff", true),
            ("D. Rousseff", "Dilma Rousseff", true),
            ("Cristina Kirchner", "Cristina Fernández de Kirchner", true),
            ("El-Sisi", "Abdel Fattah al-Sisi", true),
            ("Bill Clinton", "William Jefferson Clinton", true),
            ("Gabriel García", "Gabriel García Márquez", true),
            ("Néstor Kirchner", "Cristina Fernández de Kirchner", false),
            ("Fernández", "Cristina Fernández de Kirchner", false),
            ("Bush Jr.", "George Bush", false),
            ("King Hussein", "Saddam Hussein", false),
            ("King Hussein", "Hussein bin Talal", true),
            ("Lawrence", "Lawrence of Arabia", true),
            ("Arabia", "Lawrence of Arabia", false),
            ("Ben Ali", "Zine El Abidine Ben Ali", true),
            ("Ben Adeyemi", "Tunde Adeyemi", false),
            ("", "George Bush", false),
        ] {
            let (a, b) = (NameParts::person(&words, short), NameParts::person(&words, long));
            assert_eq!(is_short_for(&a, &b), fits, "{short} / {long}");
        }
    }
}
