//! How surely two facts are about one matter: traits of the pair, weighed as learnt from dossiers.

use super::additive::{Additive, UNKNOWN_BIN};
use super::facts::{Fact, Filler};
use super::lexis::{Lexis, Term};
use super::likeness::alike;
use super::relate::{Scene, Two};
use super::surroundings::Surroundings;
use crate::claims::{Modality, SlotName};
use crate::english::English;

/// The traits, in the order of [`traits`]; the weights name them.
pub(super) const TRAITS: [&str; 59] = [
    "predicate",
    "agent",
    "patient",
    "crossed",
    "party",
    "rest",
    "words",
    "ground",
    "place",
    "time",
    "name",
    "word",
    "number",
    "polarity",
    "modality",
    "quoted",
    "source",
    "nominal",
    "infinitive",
    "light",
    "long",
    "headline",
    "pronoun",
    "depth",
    "lead",
    "direction",
    "sentence",
    "sentence words",
    "sentence name",
    "beside",
    "rank",
    "other rank",
    "aim",
    "event",
    "inside",
    "predicate and party",
    "predicate and words",
    "direction and name",
    "sentence figures",
    "sentence denies",
    "opposites",
    "denied",
    "agent and patient",
    "predicate and polarity",
    "number and ground",
    "opposites and ground",
    "sentence count",
    "sentence rare",
    "figures and words",
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

/// The bins of a pair.
pub(super) type Bins = [u8; TRAITS.len()];

/// What is learnt of pairs, with what stands around the facts.
#[derive(Debug)]
pub(super) struct Matter<'a> {
    around: &'a Surroundings,
    one: Additive,
    apart: Additive,
    differ: Additive,
}

impl<'a> Matter<'a> {
    /// Reads the weights.
    pub(super) fn new(english: &English, around: &'a Surroundings) -> Self {
        let read = |what| Additive::read(english.compare.matter, what, &TRAITS);
        Self { around, one: read("matter "), apart: read("apart "), differ: read("differ ") }
    }

    /// Two facts, places `a` and `b` of the dossier, measured.
    pub(super) fn two<'t>(&self, scene: Scene<'t>, a: usize, b: usize, x: &'t Fact, y: &'t Fact) -> Two<'t> {
        let two = Two::new(scene, x, y);
        let traits = traits(two, self.around, a, b);
        Two {
            matter: self.one.probability(&traits),
            apart: self.apart.probability(&traits),
            differ: self.differ.probability(&traits),
            ..two
        }
    }

    /// The pair as an example to learn from.
    #[cfg(feature = "train")]
    pub(super) fn example(
        &self,
        scene: Scene<'_>,
        articles: &[super::ArticleClaims<'_>],
        facts: &[Fact],
        pair: [usize; 2],
        found: Option<super::Relation>,
    ) -> super::Example {
        let [x, y] = pair.map(|p| &facts[p]);
        let two = self.two(scene, pair[0], pair[1], x, y);
        super::Example {
            articles: [x.article, y.article],
            keys: [x.key, y.key],
            at: [x, y].map(|f| articles[f.article.ix()].parse.span(f.at)),
            bins: traits(two, self.around, pair[0], pair[1]).to_vec(),
            equal: false,
            found,
        }
    }
}

/// The bin of a number: how many of the steps it reaches.
pub(super) fn bin(x: f32, steps: &[f32]) -> u8 {
    steps.iter().filter(|&&s| x >= s).count() as u8
}

/// Neither, one, or both.
pub(super) fn both(a: bool, b: bool) -> u8 {
    u8::from(a) + u8::from(b)
}

/// Steps of a likeness from 0 to 1.
const LIKE: [f32; 4] = [0.2, 0.45, 0.7, 0.9];

/// The traits of two facts, places `a` and `b` of the dossier.
pub(super) fn traits(two: Two<'_>, around: &Surroundings, a: usize, b: usize) -> Bins {
    let (x, y, like, lexis) = (two.x, two.y, two.like, two.lexis());
    let predicate = predicate(two);
    let party = bin(like.party, &LIKE);
    let words = bin(like.words, &[0.08, 0.16, 0.25, 0.35, 0.5, 0.7, 0.85]);
    let direction = around.alike_alone(a, b);
    let names = names(lexis, around.names(a), around.names(b));
    let ties = around.ties(x, y);
    let (agent, patient) = (slot(two, SlotName::Agent), slot(two, SlotName::Patient));
    let ground = bin(like.ground, &[0.3, 0.5, 0.7, 0.99]);
    let number = number(two);
    let polarity = u8::from(x.negative != y.negative) + 2 * u8::from(x.negative && y.negative);
    let opposites = lexis.any_opposite(&x.terms, &y.terms);
    let rank = around.rank(ties, x, y);
    let pronoun = |f: &Fact| f.filler(SlotName::Agent).is_some_and(|a| a.pronoun);
    let steps = [0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8];
    let own = [
        predicate,
        agent,
        patient,
        bin(crossed(two), &LIKE),
        party,
        like.rest.map_or(0, |r| 1 + bin(r, &[0.1, 0.25, 0.4, 0.55, 0.75])),
        words,
        ground,
        slot(two, SlotName::Place),
        time(x, y),
        names,
        bin(lexis.common(&x.terms, &y.terms, |t| !lexis.named(t)).1, &[0.01, 0.8, 1.1, 1.4]),
        number,
        polarity,
        modality(x, y),
        both(x.quoted, y.quoted),
        source(x, y),
        both(x.nominal, y.nominal),
        both(x.infinitive, y.infinitive),
        both(x.light, y.light),
        both(x.long, y.long),
        both(x.display, y.display),
        both(pronoun(x), pronoun(y)),
        bin((around.depth(x) - around.depth(y)).abs(), &[0.1, 0.25, 0.5]),
        both(x.sentence < 3, y.sentence < 3),
        bin(direction, &[0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95]),
        bin(ties.alike, &[0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95]),
        bin(ties.same, &steps),
        bin(ties.name, &[0.01, 0.7, 1.0, 1.3]),
        bin(ties.beside, &steps),
        bin(rank[0], &[0.4, 0.6, 0.8, 0.999]),
        bin(rank[1], &[0.6, 0.8, 0.999]),
        both(x.aim.is_some(), y.aim.is_some()),
        around.one_event(a, b).map_or(0, |one| 1 + u8::from(one)),
        u8::from(two.inside),
        predicate * 5 + party,
        predicate * 8 + words,
        bin(direction, &[0.25, 0.5, 0.7]) * 8 + names,
        ties.figures,
        ties.denies,
        u8::from(opposites),
        both(x.denied, y.denied),
        agent * 7 + patient,
        predicate * 3 + polarity,
        number * 5 + ground,
        u8::from(opposites) * 5 + ground,
        ties.count.min(6),
        ties.rare.min(3),
        ties.figures * 8 + words,
    ];
    with_bond(two, &own)
}

/// The traits of a pair with those of the articles it stands in.
pub(super) fn with_bond<const N: usize>(two: Two<'_>, own: &[u8]) -> [u8; N] {
    let bond = two.scene.kinship.bond(two.x.article, two.y.article).map(|b| b.bins);
    let mut all = [UNKNOWN_BIN; N];
    all.iter_mut().zip(own.iter().chain(bond.iter().flatten())).for_each(|(to, from)| *to = *from);
    all
}

/// How the predicates stand.
pub(super) fn predicate(two: Two<'_>) -> u8 {
    let (p, q, lexis) = (two.x.predicate, two.y.predicate, two.lexis());
    let like = two.like.predicate;
    match () {
        () if p == q => 7,
        () if lexis.opposite(p, q) => 6,
        () if lexis.synonymous(p, q) => 5,
        () if lexis.same_kind(p, q) => 4,
        () => bin(like, &[0.01, 0.55, 0.65]),
    }
}

/// How the fillers of a slot stand: neither has one, one, and how alike they are.
pub(super) fn slot(two: Two<'_>, name: SlotName) -> u8 {
    match (two.x.filler(name), two.y.filler(name)) {
        (None, None) => 0,
        (Some(p), Some(q)) => 2 + bin(alike(two.lexis(), p, q), &LIKE),
        _ => 1,
    }
}

/// How alike the agent of either is to the patient of the other.
fn crossed(two: Two<'_>) -> f32 {
    let of = |p: Option<&Filler>, q: Option<&Filler>| p.zip(q).map_or(0.0, |(p, q)| alike(two.lexis(), p, q));
    let (x, y) = (two.x, two.y);
    of(x.filler(SlotName::Agent), y.filler(SlotName::Patient))
        .max(of(x.filler(SlotName::Patient), y.filler(SlotName::Agent)))
}

/// Days that both give.
pub(super) fn time(x: &Fact, y: &Fact) -> u8 {
    match (x.times.is_empty(), y.times.is_empty()) {
        (true, true) => 0,
        (false, false) if x.times.iter().any(|(_, p)| y.times.iter().any(|(_, q)| p.meets(q))) => 3,
        (false, false) => 2,
        _ => 1,
    }
}

/// Whom and what both name, and how rarely that is named.
pub(super) fn names(lexis: &Lexis<'_>, a: &[Term], b: &[Term]) -> u8 {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => 0,
        (false, false) => {
            let most = lexis.common(a, b, |_| true).1;
            if most > 0.0 { 3 + bin(most, &[0.7, 1.0, 1.3]) } else { 2 }
        }
        _ => 1,
    }
}

/// Numbers that both give: of what, and whether the same.
fn number(two: Two<'_>) -> u8 {
    let (x, y, lexis) = (two.x, two.y, two.lexis());
    if x.quantities.is_empty() || y.quantities.is_empty() {
        return both(!x.quantities.is_empty(), !y.quantities.is_empty());
    }
    let mut best = 2;
    for (p, &u) in x.quantities.iter().zip(&x.units) {
        for (q, &v) in y.quantities.iter().zip(&y.units) {
            let people = lexis.person(u) && lexis.person(v);
            if u == v || people || lexis.like(u, v) >= 0.85 {
                best = best.max(if (p.value - q.value).abs() < 1e-9 { 4 } else { 3 });
            }
        }
    }
    best
}

/// Whether both are told as done, or one, or neither.
fn modality(x: &Fact, y: &Fact) -> u8 {
    let rank = |f: &Fact| match f.modality {
        Modality::Certain => 0,
        Modality::Planned => 1,
        Modality::Probable | Modality::Possible => 2,
        Modality::Asked => 3,
    };
    let (p, q): (u8, u8) = (rank(x), rank(y));
    p.min(q) * 4 + p.max(q)
}

/// Who says so: the outlets, one outlet, one source, two.
pub(super) fn source(x: &Fact, y: &Fact) -> u8 {
    match (&x.source, &y.source) {
        (None, None) => 0,
        (Some(p), Some(q)) => {
            if p == q || x.speaker.is_some() && x.speaker == y.speaker {
                3
            } else {
                2
            }
        }
        _ => 1,
    }
}
