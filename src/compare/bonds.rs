//! How surely two articles tell of one happening: whom, where and when both name, weighed as learnt from dossiers that
//! mix two happenings of one kind.

use super::ArticleClaims;
use super::additive::Additive;
use super::lineage::Texts;
use crate::dates::DayRange;
use crate::english::English;
use crate::entities::{Entities, EntityType, MentionKind};
use crate::tags::Upos;
use crate::text::{EntityIx, hash, sort_unique};

/// The traits of two articles, in the order of [`Bonds::traits`]; the weights name them.
pub(super) const TRAITS: [&str; 10] =
    ["persons", "bodies", "places", "names", "named", "words", "rank", "days", "figures", "capitals"];

/// What tells whether two articles are of one happening.
#[derive(Clone, Copy, Debug)]
pub struct Bond {
    /// The bins of its traits.
    pub bins: [u8; TRAITS.len()],
    /// Logarithm of the odds.
    pub odds: f64,
}

/// Fewest different words by which an article is judged.
const WORDS: usize = 24;
/// A stretch of publication longer than this many days tells no day.
const WEEK: i32 = 7;
/// Days of a year, round which days without a year are counted.
const YEAR: i32 = 365;

/// What an article names, each list sorted.
#[derive(Debug, Default)]
struct Said {
    names: Vec<EntityIx>,
    /// Nouns, verbs and adjectives; words of names; numbers of two digits and more, but years.
    words: Vec<u64>,
    capitals: Vec<u64>,
    figures: Vec<u64>,
    published: Option<Day>,
}

/// When an article came out.
#[derive(Clone, Copy, Debug)]
struct Day {
    /// Days from the beginning of its year.
    of_year: i32,
    year: Option<i32>,
}

/// Some articles of a dossier as they stand to each other.
#[derive(Debug)]
pub(super) struct Bonds<'a> {
    entities: &'a Entities,
    said: Vec<Said>,
    /// Per article: the largest share of names that it has in common with another.
    best: Vec<f32>,
    one: Additive,
}

impl<'a> Bonds<'a> {
    /// Reads the articles at `places`.
    pub(super) fn new(
        english: &English,
        articles: &[ArticleClaims<'_>],
        texts: &Texts,
        entities: &'a Entities,
        places: &[usize],
    ) -> Self {
        let said: Vec<Said> = places.iter().map(|&a| said(&articles[a], texts, entities, a)).collect();
        let mut best = vec![0f32; said.len()];
        for i in 0..said.len() {
            for j in 0..i {
                let share = share(&said[i].names, &said[j].names);
                best[i] = best[i].max(share);
                best[j] = best[j].max(share);
            }
        }
        Self { entities, said, best, one: Additive::read(english.compare.matter, "happening ", &TRAITS) }
    }

    /// Logarithm of the odds that two of them tell of one happening; of few words nothing is known.
    pub(super) fn odds(&self, i: usize, j: usize) -> f64 {
        self.bond(i, j).map_or(0.0, |b| b.odds)
    }

    /// What ties two of them, if both say enough to be judged.
    pub(super) fn bond(&self, i: usize, j: usize) -> Option<Bond> {
        let bins = self.known(i, j).then(|| self.traits(i, j))?;
        let p = f64::from(self.one.probability(&bins)).clamp(1e-4, 1.0 - 1e-4);
        Some(Bond { bins, odds: (p / (1.0 - p)).ln() })
    }

    /// True if both say enough to be judged.
    fn known(&self, i: usize, j: usize) -> bool {
        self.said[i].words.len().min(self.said[j].words.len()) >= WORDS
    }

    /// The traits of two of them.
    fn traits(&self, i: usize, j: usize) -> [u8; TRAITS.len()] {
        let (x, y) = (&self.said[i], &self.said[j]);
        let (mut persons, mut bodies, mut places) = (0, 0, 0);
        for e in x.names.iter().filter(|e| y.names.binary_search(e).is_ok()) {
            use EntityType::*;
            match self.entities.entities.get(e.ix()).map(|e| e.kind) {
                Some(Person) => persons += 1,
                Some(Org | Product | Event) => bodies += 1,
                Some(Gpe | Loc | Fac) => places += 1,
                _ => {}
            }
        }
        let names = share(&x.names, &y.names);
        let best = self.best[i].max(self.best[j]);
        let rank = if best > 0.0 { names / best } else { 1.0 };
        let both = |a: &[u64], b: &[u64]| a.iter().filter(|w| b.binary_search(w).is_ok()).count();
        [
            persons.min(3),
            bodies.min(2),
            places.min(3),
            bin(names, &[0.05, 0.1, 0.2, 0.3, 0.45, 0.6]),
            bin(x.names.len().min(y.names.len()) as f32, &[2.0, 4.0, 7.0, 12.0]),
            bin(share(&x.words, &y.words), &[0.15, 0.2, 0.25, 0.3, 0.35, 0.45]),
            bin(rank, &[0.3, 0.6, 0.8, 0.999]),
            days(x.published, y.published),
            bin(both(&x.figures, &y.figures) as f32, &[1.0, 2.0, 3.0, 5.0]),
            bin(share(&x.capitals, &y.capitals), &[0.05, 0.1, 0.2, 0.3, 0.45]),
        ]
    }
}

fn bin(x: f32, steps: &[f32]) -> u8 {
    super::matter::bin(x, steps)
}

/// How much of the shorter of two sorted lists the longer holds.
fn share<T: Ord>(a: &[T], b: &[T]) -> f32 {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let both = short.iter().filter(|x| long.binary_search(x).is_ok()).count();
    both as f32 / short.len().max(1) as f32
}

/// How far apart two came out: unknown, within days, weeks, months, more. Where a year is unknown, it may be any.
fn days(x: Option<Day>, y: Option<Day>) -> u8 {
    let Some((x, y)) = x.zip(y) else { return 0 };
    let years = x.year.zip(y.year).map(|(a, b)| a - b);
    let gap = (x.of_year - y.of_year + years.unwrap_or(0) * YEAR).abs();
    let gap = if years.is_none() { gap.min(YEAR - gap) } else { gap };
    1 + bin(gap as f32, &[4.0, 11.0, 46.0])
}

/// The day of publication, of the year at least.
fn day(published: &DayRange) -> Option<Day> {
    if let (Some(first), Some(last)) = (published.earliest, published.latest) {
        let near = (last - first).get_days() <= WEEK;
        return near.then(|| Day { of_year: i32::from(first.day_of_year()), year: Some(i32::from(first.year())) });
    }
    // "XXXX-06-03"
    let mut parts = published.edtf.strip_prefix("XXXX-")?.split('-').map(|p| p.get(..2)?.parse::<i32>().ok());
    let (month, day) = (parts.next()??, parts.next()??);
    Some(Day { of_year: (month - 1) * 30 + month / 2 + day, year: None })
}

fn said(article: &ArticleClaims<'_>, texts: &Texts, entities: &Entities, a: usize) -> Said {
    let of = entities.of.get(a).map_or(&[][..], Vec::as_slice);
    let named = article.mentions.mentions.iter().zip(of).filter(|(m, _)| m.kind == MentionKind::Name);
    let mut said = Said { names: named.filter_map(|(_, e)| *e).collect(), ..Said::default() };
    for &(_, t) in &texts.words[a] {
        let lower = |word: &str| hash(word.chars().flat_map(char::to_lowercase));
        match article.parse.upos(t) {
            Upos::Propn => said.capitals.push(lower(article.parse.form(t))),
            Upos::Noun | Upos::Verb | Upos::Adj => said.words.push(lower(article.parse.lemma(t))),
            Upos::Num => {
                let form = article.parse.form(t);
                let digits: String = form.chars().filter(char::is_ascii_digit).collect();
                let year = form.len() == 4 && (form.starts_with("19") || form.starts_with("20"));
                if digits.len() > 1 && !year {
                    said.figures.push(hash(digits.chars()));
                }
            }
            _ => {}
        }
    }
    sort_unique(&mut said.names);
    for list in [&mut said.words, &mut said.capitals, &mut said.figures] {
        sort_unique(list);
    }
    said.published = day(&article.article.published.range);
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_with_and_without_a_year() {
        // 0 unknown, 1 days, 2 a week, 3 weeks, 4 months
        for (a, b, want) in [
            ("2031-05-12", "2031-05-14", 1),
            ("2031-05-12", "2030-05-12", 4),
            ("XXXX-05-12", "2030-05-14", 1),
            ("XXXX-12-30", "XXXX-01-02", 1),
            ("XXXX-05-12", "XXXX-05-20", 2),
            ("XXXX-05-12", "XXXX-06-20", 3),
            ("", "2031-05-12", 0),
            ("2031", "2031-05-12", 0),
            ("XXXX-99-x", "2031-05-12", 0),
        ] {
            let of = |s: &str| day(&DayRange::parse(s).unwrap_or(DayRange { edtf: s.into(), ..DayRange::default() }));
            assert_eq!(days(of(a), of(b)), want, "{a} {b}");
        }
    }
}
