//! Numbers that count one thing: whether two of them do, as learnt from dossiers.
//!
//! A figure is compared by its own surroundings, as the clauses around it may share hardly a word: what it counts, how
//! often its article counts that, what stands beside it, and how far the two values lie apart.

use super::TOLLS;
use super::additive::Additive;
use super::calendar::Cycle;
use super::facts::Fact;
use super::lexis::{Lexis, Term};
use super::matter::{bin, both, names, predicate, slot, source, time, with_bond};
use super::relate::Two;
use super::rules::compatible;
use super::surroundings::Surroundings;
use crate::claims::{Bound, Quantity, SlotName};
use crate::english::English;
use crate::english::compare_say::is_code;
use crate::text::{ArticleIx, Span, sort_unique, word_hash};
use std::collections::BTreeSet;

/// A key that more figures share finds no pair.
const CROWD: usize = 64;

/// The traits, in the order of [`Measures::traits`]; the weights name them.
pub(super) const TRAITS: [&str; 41] = [
    "ratio",
    "size",
    "scarce",
    "deed",
    "ground",
    "names",
    "party",
    "rare",
    "given",
    "unit and scarce",
    "toll",
    "unit",
    "context",
    "sentence",
    "same words",
    "beside",
    "rank",
    "other rank",
    "place",
    "time",
    "polarity",
    "source",
    "depth",
    "lead",
    "bound",
    "words",
    "context and scarce",
    "hugged",
    "agent",
    "patient",
    "setting",
    "bond persons",
    "bond bodies",
    "bond places",
    "bond names",
    "bond named",
    "bond words",
    "bond rank",
    "bond days",
    "bond figures",
    "bond capitals",
];

/// Words before and after a figure that tell what it is of.
const BEFORE: usize = 2;
const AFTER: usize = 3;
/// So many of them in both are as many as tell anything.
const MOST_BESIDE: usize = 5;
/// Likeness of words from which they count like things ("provinces", "governorates").
const LIKE_THINGS: f32 = 0.55;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    People,
    Money,
    Share,
    /// A time of day.
    Hour,
    /// A day, a month or a weekday.
    Calendar(Cycle),
    /// A length, a span of time and so on, by dimension.
    Scale(u8),
    /// Nobody says of what.
    Any,
    /// A thing, by the number that words for like things share.
    Thing(u64),
}

/// The figures of a dossier, each as a fact that holds it alone.
#[derive(Debug)]
pub(super) struct Measures {
    one: Additive,
    /// The different figures that articles give, each with its kind, as bits, sorted.
    given: Vec<(ArticleIx, Kind, u64)>,
    /// Where the figures begin among the facts, and per figure the words beside it.
    from: usize,
    beside: Vec<Vec<u64>>,
}

/// The facts that hold one figure each, made from those that hold several and from `loose` ones.
pub(super) fn figures(lexis: &Lexis<'_>, facts: &[Fact], loose: Vec<Fact>) -> Vec<Fact> {
    let mut met: BTreeSet<(ArticleIx, u32, Term)> = BTreeSet::new();
    let mut out = Vec::new();
    for f in facts.iter().chain(&loose).filter(|f| f.aim.is_none()) {
        for (q, &unit) in f.quantities.iter().zip(&f.units) {
            if met.insert((f.article, q.span.start, unit)) {
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
    let mut postings: Vec<(Kind, u64, usize)> = Vec::new();
    for (i, f) in facts.iter().enumerate().skip(from) {
        let Some(kind) = kind(lexis, f) else { continue };
        let terms = f.terms.iter().chain([&f.predicate]).copied();
        let mut keys: Vec<u64> = terms.clone().map(|t| lexis.key(t)).chain([0]).collect();
        keys.extend(terms.flat_map(|t| lexis.other_keys(t)));
        keys.sort_unstable();
        keys.dedup();
        // What nobody says the kind of may be of any.
        if matches!(kind, Kind::People | Kind::Money | Kind::Thing(_)) {
            postings.extend(keys.iter().filter(|&&k| k != 0).map(|&k| (Kind::Any, k, i)));
        }
        postings.extend(keys.into_iter().map(|k| (kind, k, i)));
    }
    postings.sort_unstable();
    let mut out = Vec::new();
    for list in postings.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|l| l.len() <= CROWD) {
        for (i, b) in list.iter().enumerate() {
            let fits = |a: &(Kind, u64, usize)| (b.0 == Kind::Any) == (is_bare(&facts[a.2]) != is_bare(&facts[b.2]));
            let others = list[..i].iter().filter(|a| facts[a.2].article != facts[b.2].article && fits(a));
            out.extend(others.map(|a| (a.2, b.2)));
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// True for a figure of which nothing says what it counts.
fn is_bare(f: &Fact) -> bool {
    f.quantities[0].unit.is_empty()
}

fn kind(lexis: &Lexis<'_>, f: &Fact) -> Option<Kind> {
    let (q, &unit) = (f.quantities.first()?, f.units.first()?);
    Some(match q.unit.as_str() {
        "" => Kind::Any,
        "%" => Kind::Share,
        code if is_code(code) => Kind::Money,
        _ if lexis.person(unit) || lexis.anybody(unit) || is_toll(lexis, unit) => Kind::People,
        unit if lexis.hour(unit) => Kind::Hour,
        // A letter or two count nothing: "p.m." read amiss.
        unit if unit.len() < 3 => return None,
        unit => match (lexis.cycle(unit), lexis.scale(unit)) {
            (Some(cycle), _) => Kind::Calendar(cycle),
            (_, Some((dimension, _))) => Kind::Scale(dimension),
            _ => Kind::Thing(lexis.key(f.units[0])),
        },
    })
}

/// The value of a figure in the base of its dimension.
fn value(lexis: &Lexis<'_>, q: &Quantity) -> f64 {
    lexis.scale(&q.unit).map_or(q.value, |(_, factor)| q.value * factor)
}

/// Two figures in one unit; what had to be reckoned over is so about.
pub(super) fn in_one_unit(lexis: &Lexis<'_>, p: &Quantity, q: &Quantity) -> (Quantity, Quantity) {
    let over = |x: &Quantity| {
        let bound = if x.bound == Bound::Exact { Bound::About } else { x.bound };
        Quantity { value: value(lexis, x), bound, ..x.clone() }
    };
    if p.unit == q.unit { (p.clone(), q.clone()) } else { (over(p), over(q)) }
}

/// Nouns that count people: "58 deaths", "17 arrests".
pub(super) fn is_toll(lexis: &Lexis<'_>, unit: Term) -> bool {
    !lexis.person(unit) && TOLLS.iter().any(|k| lexis.means(unit, k))
}

/// True if two figures count things of one kind, and those by the wider word are no fewer: of "people" there are as many
/// as of "soldiers", or more.
pub(super) fn one_kind(lexis: &Lexis<'_>, x: &Fact, y: &Fact) -> bool {
    let wide = |f: &Fact| lexis.anybody(f.units[0]) || is_toll(lexis, f.units[0]);
    let (p, q) = (x.quantities[0].value, y.quantities[0].value);
    (is_bare(x) || is_bare(y) || kind(lexis, x) == kind(lexis, y))
        && match (kind(lexis, x), wide(x), wide(y)) {
            (Some(Kind::People), true, false) => p >= q,
            (Some(Kind::People), false, true) => q >= p,
            (Some(Kind::Money), ..) => x.units[0] == y.units[0],
            (Some(Kind::Thing(_)), ..) => lexis.like(x.units[0], y.units[0]) >= LIKE_THINGS,
            (kind, ..) => kind.is_some(),
        }
}

impl Measures {
    /// Counts the figures among the facts from `from` on.
    pub(super) fn new(english: &English, lexis: &Lexis<'_>, texts: &[&str], facts: &[Fact], from: usize) -> Self {
        let figure = |f: &Fact| Some((f.article, kind(lexis, f)?, value(lexis, &f.quantities[0]).to_bits()));
        let mut given: Vec<(ArticleIx, Kind, u64)> = facts[from..].iter().filter_map(figure).collect();
        sort_unique(&mut given);
        let words = |f: &Fact| beside(texts[f.article.ix()], f.quantities[0].span);
        let beside = facts[from..].iter().map(words).collect();
        Self { one: Additive::read(english.compare.matter, "figure ", &TRAITS), given, from, beside }
    }

    /// How many of the words beside one figure stand beside the other.
    fn hugged(&self, a: usize, b: usize) -> u8 {
        let [p, q] = [a, b].map(|i| &self.beside[i - self.from]);
        p.iter().filter(|w| q.contains(w)).count().min(MOST_BESIDE) as u8
    }

    /// How surely two figures count one thing, 0 to 1.
    pub(super) fn probability(&self, bins: &[u8]) -> f32 {
        self.one.probability(bins)
    }

    /// The traits of two figures, places `a` and `b` of the dossier.
    pub(super) fn traits(&self, two: Two<'_>, around: &Surroundings, a: usize, b: usize) -> [u8; TRAITS.len()] {
        let (x, y, like, lexis) = (two.x, two.y, two.like, two.lexis());
        let (p, q) = (&x.quantities[0], &y.quantities[0]);
        // Figures of this kind that an article gives.
        let figures = |f: &Fact| -> &[(ArticleIx, Kind, u64)] {
            let Some(kind) = kind(lexis, x) else { return &[] };
            let rest = &self.given[self.given.partition_point(|g| (g.0, g.1) < (f.article, kind))..];
            &rest[..rest.partition_point(|g| (g.0, g.1) == (f.article, kind))]
        };
        let many = |f: &Fact| figures(f).len().max(1);
        // What the other gives as well is set beside that.
        let known = |f: &Fact, other: &Fact| {
            let own = value(lexis, &f.quantities[0]).to_bits();
            figures(other).iter().any(|g| g.2 == own)
        };
        let scarce = bin(many(x).max(many(y)) as f32, &[2.0, 3.0, 5.0, 8.0]);
        let ratio = match kind(lexis, x) {
            Some(Kind::Hour) => bin(minutes_apart(lexis, p, q), &HOURS),
            Some(Kind::Calendar(cycle)) => bin(cycle.apart(p.value, q.value), &DAYS),
            _ => ratio(value(lexis, p), value(lexis, q)),
        };
        let ties = around.ties(x, y);
        let rank = around.rank(ties, x, y);
        let unit = unit(lexis, x, y);
        let context = bin(around.alike_alone(a, b), &[0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95]);
        let own = [
            ratio,
            bin(p.value.min(q.value) as f32, &[2.0, 5.0, 20.0, 100.0, 1000.0]),
            scarce,
            predicate(two),
            bin(like.ground, &[0.3, 0.5, 0.7, 0.99]),
            names(lexis, around.names(a), around.names(b)),
            bin(like.party, &[0.2, 0.45, 0.7, 0.9]),
            ties.rare.min(3),
            if ratio == 0 { 3 } else { both(known(x, y), known(y, x)) },
            unit * 5 + scarce,
            tolls(lexis, x, y),
            unit,
            context,
            bin(ties.alike, &[0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95]),
            bin(ties.same, &[0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8]),
            bin(ties.beside, &[0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8]),
            bin(rank[0], &[0.4, 0.6, 0.8, 0.999]),
            bin(rank[1], &[0.6, 0.8, 0.999]),
            slot(two, SlotName::Place),
            time(x, y),
            u8::from(x.negative != y.negative),
            source(x, y),
            bin((around.depth(x) - around.depth(y)).abs(), &[0.1, 0.25, 0.5]),
            both(x.sentence < 3, y.sentence < 3),
            bound(p, q),
            bin(like.words, &[0.08, 0.16, 0.25, 0.35, 0.5, 0.7, 0.85]),
            context * 5 + scarce,
            self.hugged(a, b),
            slot(two, SlotName::Agent),
            slot(two, SlotName::Patient),
            two.scene.settings.stand(two),
        ];
        with_bond(two, &own)
    }
}

/// The words beside a figure, in any form of writing: the two before, those it counts, the three after.
fn beside(text: &str, figure: Span) -> Vec<u64> {
    let before = text.get(..figure.start as usize).unwrap_or("");
    let before = &before[before.rfind('\n').map_or(0, |i| i + 1)..];
    let after = text.get(figure.end as usize..).unwrap_or("");
    let after = after.lines().next().unwrap_or("").split_whitespace().take(AFTER);
    let own = figure.of(text).split_whitespace().skip(1);
    let all = before.split_whitespace().rev().take(BEFORE).chain(own).chain(after);
    all.filter(|w| w.contains(char::is_alphanumeric)).map(word_hash).collect()
}

/// What befell those who are counted: nothing told, by one, of one kind by both, of two kinds.
fn tolls(lexis: &Lexis<'_>, x: &Fact, y: &Fact) -> u8 {
    let of = |f: &Fact| {
        let told = |t: Term| TOLLS.iter().position(|k| lexis.side_of(t, k).is_some());
        told(f.units[0]).or_else(|| told(f.predicate))
    };
    match (of(x), of(y)) {
        (None, None) => 0,
        (Some(p), Some(q)) => 3 - u8::from(p == q),
        _ => 1,
    }
}

/// How the two are bounded: whether both are exact, and whether both can hold.
fn bound(p: &Quantity, q: &Quantity) -> u8 {
    let exact = both(p.bound == Bound::Exact, q.bound == Bound::Exact);
    exact * 2 + u8::from(compatible(p, q))
}

/// Steps by which times of day lie apart, in minutes; the first is a rounding.
const HOURS: [f32; 6] = [ROUNDED, 60.0, 120.0, 240.0, 480.0, 690.0];
/// Steps by which days lie apart.
const DAYS: [f32; 5] = [0.5, 1.5, 3.5, 8.0, 32.0];
/// Minutes of half a day.
pub(super) const HALF_A_DAY: f32 = 720.0;
/// Minutes by which accounts round a time of day.
pub(super) const ROUNDED: f32 = 20.0;

/// Minutes between two times of day, the shorter way round; where one leaves open which half of the day, as near as may be.
pub(super) fn minutes_apart(lexis: &Lexis<'_>, p: &Quantity, q: &Quantity) -> f32 {
    let open = lexis.either_half(&p.unit) || lexis.either_half(&q.unit);
    let round = if open { HALF_A_DAY } else { 2.0 * HALF_A_DAY };
    let apart = (p.value - q.value).abs() as f32 % round;
    apart.min(round - apart)
}

/// Minutes between two times of day that may lack their "p.m.", or lie either side of midnight.
pub(super) fn between_clocks(m: u32, n: u32) -> f32 {
    let apart = m.abs_diff(n) as f32 % HALF_A_DAY;
    apart.min(HALF_A_DAY - apart)
}

/// How alike two values are: equal, and then ever less.
fn ratio(p: f64, q: f64) -> u8 {
    let (low, high) = (p.min(q), p.max(q));
    match low / high.max(1e-9) {
        r if r > 0.9999 => 0,
        r => 6 - bin(r as f32, &[0.1, 0.25, 0.5, 0.75, 0.9]),
    }
}

/// What two figures of one kind count.
fn unit(lexis: &Lexis<'_>, x: &Fact, y: &Fact) -> u8 {
    let (u, v) = (x.units[0], y.units[0]);
    if is_bare(x) || is_bare(y) {
        return 17;
    }
    match (kind(lexis, x), u == v) {
        (Some(Kind::People), same) => {
            match (lexis.anybody(u) || is_toll(lexis, u), lexis.anybody(v) || is_toll(lexis, v)) {
                (true, true) => 0,
                _ if same => 1,
                (false, false) => 2 + u8::from(lexis.like(u, v) >= 0.7),
                _ => 4,
            }
        }
        (Some(Kind::Money), same) => 6 - u8::from(same),
        (Some(Kind::Share), _) => 7,
        (Some(Kind::Scale(_)), same) => 9 - u8::from(same),
        (Some(Kind::Hour), _) => 13,
        (Some(Kind::Calendar(cycle)), _) => 14 + cycle as u8,
        (_, true) => 10,
        _ => 11 + u8::from(lexis.like(u, v) >= 0.7),
    }
}

#[cfg(feature = "train")]
impl Measures {
    /// The pair as an example to learn from.
    pub(super) fn example(two: Two<'_>, bins: &[u8]) -> super::Example {
        let (x, y) = (two.x, two.y);
        let at = [x, y].map(|f| f.quantities[0].span);
        super::Example {
            articles: [x.article, y.article],
            keys: at,
            at,
            bins: bins.to_vec(),
            equal: bins[0] == 0,
            found: None,
        }
    }
}
