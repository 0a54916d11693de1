//! Parts of person names (`lexicon/people.tsv`, `lexicon/given.tsv`).

use super::lines::Lines;

/// Whom a given name usually names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// Women.
    Female,
    /// Men.
    Male,
}

/// Name parts, looked up folded.
#[derive(Clone, Copy, Debug)]
pub struct People {
    parts: Lines,
    given: Lines,
}

impl Default for People {
    fn default() -> Self {
        Self { parts: Lines(include_str!("lexicon/people.tsv")), given: Lines(include_str!("lexicon/given.tsv")) }
    }
}

impl People {
    /// True for a common part of person names, given or family.
    pub fn has(self, folded: &str) -> bool {
        self.parts.has(folded) || self.given.has(folded)
    }

    /// True for a common given name.
    pub fn is_given(self, folded: &str) -> bool {
        self.given.has(folded)
    }

    /// The gender a given name tells, if it tells one.
    pub fn gender(self, folded: &str) -> Option<Gender> {
        match self.given.get(folded)? {
            "f" => Some(Gender::Female),
            "m" => Some(Gender::Male),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        let people = People::default();
        for (name, gender) in [
            ("fatima", Some(Gender::Female)),
            ("juan", Some(Gender::Male)),
            ("taylor", None),
            ("gonzalez", None),
            ("ivanov", None),
        ] {
            assert!(people.has(name), "{name}");
            assert_eq!(people.gender(name), gender, "{name}");
        }
        for no in ["", "the", "minister", "ministry", "tuesday"] {
            assert!(!people.has(no), "{no}");
        }
    }
}
