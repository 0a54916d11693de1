//! Countries, cities and peoples (`lexicon/places.tsv`, `lexicon/countries.tsv`; see the folder's README for the sources).

use super::lines::Lines;

/// What a place name can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// A country.
    Country,
    /// The capital of a country.
    Capital,
    /// The people of a country, or its adjective.
    Demonym,
    /// A seat that stands for a government ("the Kremlin").
    Seat,
    /// A city.
    City,
    /// A state of a federation.
    State,
    /// A region that is or was governed as one.
    Region,
    /// Another part of the world: a sea, a continent, a range.
    Area,
    /// A canal, a bridge.
    Structure,
    /// A people or creed without a state of that name.
    People,
    /// A union of states.
    Organisation,
}

/// One sense of a place name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it is.
    pub kind: PlaceKind,
    /// ISO 3166 code of the country it is or lies in; empty if none.
    pub country: &'static str,
    /// Other names of one place share this; empty if only its own name does. For a seat: what it stands for.
    pub same_as: &'static str,
}

/// The gazetteer.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    names: Lines,
    countries: Lines,
}

impl Default for Places {
    fn default() -> Self {
        Self {
            names: Lines(include_str!("lexicon/places.tsv")),
            countries: Lines(include_str!("lexicon/countries.tsv")),
        }
    }
}

impl Places {
    /// The senses of a folded name, the likeliest first.
    pub fn senses(self, folded: &str) -> impl Iterator<Item = Place> {
        self.names.get(folded).into_iter().flat_map(|v| v.split(';')).filter_map(sense)
    }

    /// The first sense of a folded name.
    pub fn get(self, folded: &str) -> Option<Place> {
        self.senses(folded).next()
    }

    /// A country's English name.
    pub fn country(self, code: &str) -> Option<&'static str> {
        self.countries.get(code)?.split('\t').next()
    }

    /// The adjective of a country ("Syrian").
    pub fn adjective(self, code: &str) -> Option<&'static str> {
        self.countries.get(code)?.split('\t').nth(1)?.split(',').next().filter(|a| !a.is_empty())
    }

    /// The capital of a country.
    pub fn capital(self, code: &str) -> Option<&'static str> {
        self.countries.get(code)?.split('\t').nth(2).filter(|a| !a.is_empty())
    }
}

fn sense(value: &'static str) -> Option<Place> {
    use PlaceKind::*;
    let (head, same_as) = value.split_once(':').unwrap_or((value, ""));
    let kind = match head.as_bytes().first()? {
        b'C' => Country,
        b'K' => Capital,
        b'D' => Demonym,
        b'M' => Seat,
        b'P' => City,
        b'S' => State,
        b'G' => Region,
        b'L' => Area,
        b'F' => Structure,
        b'N' => People,
        b'O' => Organisation,
        _ => return None,
    };
    Some(Place { kind, country: &head[1..], same_as })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn senses() {
        let places = Places::default();
        for (name, kind, country) in [
            ("turkiye", PlaceKind::Country, "TR"),
            ("turkey", PlaceKind::Country, "TR"),
            ("u.s.", PlaceKind::Country, "US"),
            ("nairobi", PlaceKind::Capital, "KE"),
            ("kenyan", PlaceKind::Demonym, "KE"),
            ("kenyans", PlaceKind::Demonym, "KE"),
            ("white house", PlaceKind::Seat, "US"),
            ("mombasa", PlaceKind::City, "KE"),
            ("texas", PlaceKind::State, "US"),
            ("red sea", PlaceKind::Area, ""),
            ("kurds", PlaceKind::People, ""),
        ] {
            let found = places.get(name).unwrap_or_else(|| panic!("{name}"));
            assert_eq!((found.kind, found.country), (kind, country), "{name}");
        }
        for no in ["", "monday", "minister", "smith"] {
            assert_eq!(places.get(no), None, "{no}");
        }
        assert_eq!(places.senses("georgia").count(), 2);
        assert_eq!(places.country("KE"), Some("Kenya"));
        assert_eq!(places.adjective("KE"), Some("Kenyan"));
        assert_eq!(places.capital("KE"), Some("Nairobi"));
    }
}
