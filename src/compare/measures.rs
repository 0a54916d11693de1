//! Numbers that count one thing: whether two of them do, as learnt from dossiers.
//!
//! A figure is compared by its own surroundings, as the clauses around it may share hardly a word: what it counts, how
//! often its article counts that, what stands beside it, and how far the two values lie apart.

use super::TOLLS;
use super::facts::Fact;
use super::lexis::{Lexis, Term};
use super::matter::{bin, both, names, predicate};
use super::relate::Two;
use super::surroundings::Surroundings;
use crate::claims::Quantity;
use crate::english::English;
use crate::linear::Additive;
use crate::text::ArticleIx;
use std::collections::{BTreeMap, BTreeSet};

/// A key that more figures share finds no pair.
const CROWD: usize = 64;

/// The traits, in the order of [`Measures::traits`]; the weights name them.
pub(super) const TRAITS: [&str; 10] =
    ["ratio", "size", "scarce", "deed", "ground", "names", "party", "rare", "given", "unit and scarce"];

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    People,
    Money,
    Share,
    Thing(Term),
}

/// The figures of a dossier, each as a fact that holds it alone.
#[derive(Debug)]
pub(super) struct Measures {
    one: Additive,
    /// The different figures of a kind that an article gives, as bits.
    given: BTreeMap<(ArticleIx, Kind), BTreeSet<u64>>,
}

/// The facts that hold one figure each, made from those that hold several and from `loose` ones.
pub(super) fn figures(lexis: &Lexis<'_>, facts: &[Fact], loose: Vec<Fact>) -> Vec<Fact> {
    let mut met: BTreeSet<(ArticleIx, u32)> = BTreeSet::new();
    let mut out = Vec::new();
    for f in facts.iter().chain(&loose).filter(|f| f.aim.is_none()) {
        for (q, &unit) in f.quantities.iter().zip(&f.units) {
            if met.insert((f.article, q.span.start)) {
                // "ended with 17 arrests": the noun tells what was done.
                let predicate = if is_toll(lexis, unit) { unit } else { f.predicate };
                out.push(Fact { quantities: vec![q.clone()], units: vec![unit], predicate, ..f.clone() });
            }
        }
    }
    out
}

/// Places of pairs of figures (first before second) that may count one thing, among the facts from `from` on.
pub(super) fn pairs(lexis: &Lexis<'_>, facts: &[Fact], from: usize) -> Vec<(usize, usize)> {
    let mut postings: BTreeMap<(Kind, u64), Vec<u32>> = BTreeMap::new();
    let keys = |f: &Fact| -> Option<(Kind, Vec<u64>)> {
        let kind = kind(lexis, f)?;
        let mut keys: Vec<u64> = f.terms.iter().map(|&t| lexis.key(t)).collect();
        keys.extend(f.terms.iter().chain([&f.predicate]).flat_map(|&t| lexis.other_keys(t)));
        keys.extend([lexis.key(f.predicate), 0]);
        keys.sort_unstable();
        keys.dedup();
        Some((kind, keys))
    };
    let own: Vec<Option<(Kind, Vec<u64>)>> = facts[from..].iter().map(keys).collect();
    for (i, (kind, keys)) in own.iter().enumerate().filter_map(|(i, k)| Some((i, k.as_ref()?))) {
        keys.iter().for_each(|&k| postings.entry((*kind, k)).or_default().push(i as u32));
    }
    let mut out = BTreeSet::new();
    for list in postings.values().filter(|l| l.len() <= CROWD) {
        for (i, &b) in list.iter().enumerate() {
            let (x, y) = (|a: u32| &facts[from + a as usize], &facts[from + b as usize]);
            out.extend(
                list[..i]
                    .iter()
                    .filter(|&&a| x(a).article != y.article)
                    .map(|&a| (from + a as usize, from + b as usize)),
            );
        }
    }
    out.into_iter().collect()
}

fn kind(lexis: &Lexis<'_>, f: &Fact) -> Option<Kind> {
    let (q, &unit) = (f.quantities.first()?, f.units.first()?);
    let code = q.unit.len() == 3 && q.unit.bytes().all(|c| c.is_ascii_uppercase());
    Some(match q.unit.as_str() {
        "%" => Kind::Share,
        _ if code => Kind::Money,
        _ if lexis.person(unit) || lexis.anybody(unit) || is_toll(lexis, unit) => Kind::People,
        _ => Kind::Thing(unit),
    })
}

/// Nouns that count people: "58 deaths", "17 arrests".
fn is_toll(lexis: &Lexis<'_>, unit: Term) -> bool {
    !lexis.person(unit) && TOLLS.iter().any(|k| lexis.means(unit, k))
}

/// True if two figures count things of one kind, and those by the wider word are no fewer: of "people" there are as many
/// as of "soldiers", or more.
pub(super) fn one_kind(lexis: &Lexis<'_>, x: &Fact, y: &Fact) -> bool {
    let wide = |f: &Fact| lexis.anybody(f.units[0]) || is_toll(lexis, f.units[0]);
    let (p, q) = (x.quantities[0].value, y.quantities[0].value);
    kind(lexis, x) == kind(lexis, y)
        && match (kind(lexis, x), wide(x), wide(y)) {
            (Some(Kind::People), true, false) => p >= q,
            (Some(Kind::People), false, true) => q >= p,
            (Some(Kind::Money), ..) => x.units[0] == y.units[0],
            (kind, ..) => kind.is_some(),
        }
}

impl Measures {
    /// Counts the figures among the facts from `from` on.
    pub(super) fn new(english: &English, lexis: &Lexis<'_>, facts: &[Fact], from: usize) -> Self {
        let mut given: BTreeMap<(ArticleIx, Kind), BTreeSet<u64>> = BTreeMap::new();
        for f in &facts[from..] {
            if let Some(kind) = kind(lexis, f) {
                given.entry((f.article, kind)).or_default().insert(f.quantities[0].value.to_bits());
            }
        }
        Self { one: Additive::read(english.compare.matter, "figure ", &TRAITS), given }
    }

    /// How surely two figures count one thing, 0 to 1.
    pub(super) fn probability(&self, bins: &[u8]) -> f32 {
        self.one.probability(bins)
    }

    /// The traits of two figures, places `a` and `b` of the dossier.
    pub(super) fn traits(&self, two: Two<'_>, around: &Surroundings, a: usize, b: usize) -> [u8; TRAITS.len()] {
        let (x, y, like, lexis) = (two.x, two.y, two.like, two.lexis());
        let (p, q) = (&x.quantities[0], &y.quantities[0]);
        let figures = |f: &Fact| kind(lexis, x).and_then(|k| self.given.get(&(f.article, k)));
        let many = |f: &Fact| figures(f).map_or(1, BTreeSet::len);
        // What the other gives as well is set beside that.
        let known =
            |f: &Fact, other: &Fact| figures(other).is_some_and(|v| v.contains(&f.quantities[0].value.to_bits()));
        let scarce = bin(many(x).max(many(y)) as f32, &[2.0, 3.0, 5.0, 8.0]);
        let ratio = ratio(p, q);
        [
            ratio,
            bin(p.value.min(q.value) as f32, &[2.0, 5.0, 20.0, 100.0, 1000.0]),
            scarce,
            predicate(two),
            bin(like.ground, &[0.3, 0.5, 0.7, 0.99]),
            names(lexis, around.names(a), around.names(b)),
            bin(like.party, &[0.2, 0.45, 0.7, 0.9]),
            around.ties(x, y).rare.min(3),
            if ratio == 0 { 3 } else { both(known(x, y), known(y, x)) },
            unit(lexis, x, y) * 5 + scarce,
        ]
    }
}

/// How alike two values are: equal, and then ever less.
fn ratio(p: &Quantity, q: &Quantity) -> u8 {
    let (low, high) = (p.value.min(q.value), p.value.max(q.value));
    match low / high.max(1e-9) {
        r if r > 0.9999 => 0,
        r => 6 - bin(r as f32, &[0.1, 0.25, 0.5, 0.75, 0.9]),
    }
}

/// What two figures of one kind count.
fn unit(lexis: &Lexis<'_>, x: &Fact, y: &Fact) -> u8 {
    let (u, v) = (x.units[0], y.units[0]);
    match (kind(lexis, x), u == v) {
        (Some(Kind::People), same) => {
            match (lexis.anybody(u) || is_toll(lexis, u), lexis.anybody(v) || is_toll(lexis, v)) {
                (true, true) => 0,
                _ if same => 1,
                (false, false) => 2,
                _ => 3,
            }
        }
        (Some(Kind::Money), true) => 4,
        (Some(Kind::Money), false) => 5,
        (Some(Kind::Share), _) => 6,
        _ => 7,
    }
}

#[cfg(feature = "train")]
impl Measures {
    /// The pair as an example to learn from.
    pub(super) fn example(&self, two: Two<'_>, around: &Surroundings, pair: [usize; 2]) -> super::Example {
        let (x, y) = (two.x, two.y);
        let at = [x, y].map(|f| f.quantities[0].span);
        super::Example {
            articles: [x.article, y.article],
            keys: at,
            at,
            bins: self.traits(two, around, pair[0], pair[1]).to_vec(),
            equal: x.quantities[0].value == y.quantities[0].value,
            found: None,
        }
    }
}
