//! How two facts about one matter stand to each other, and why.

use super::facts::{Fact, Filler};
use super::lexis::{Lexis, Term};
use super::{DiffersIn, Relation, SlotKind};
use crate::claims::{Bound, Modality, Quantity, SlotName};
use crate::dates::DayRange;
use crate::english::say;
use crate::text::Span;

/// Most words of a phrase shown as decisive.
const PHRASE: usize = 14;

/// Two facts set side by side.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// Places of the facts.
    pub(super) a: usize,
    pub(super) b: usize,
    /// How alike they are, 0 to 1.
    pub(super) score: f32,
    pub(super) relation: Relation,
    pub(super) differs_in: Option<DiffersIn>,
    /// Decisive words where they are not the facts' own keys.
    pub(super) keys: Option<(Span, Span)>,
    /// The question that the pair answers.
    pub(super) question: Option<String>,
}

/// What the relation step may ask.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'a> {
    pub(super) lexis: &'a Lexis<'a>,
    /// The words of a span in an article.
    pub(super) texts: &'a [&'a str],
    /// Per article: when it came out.
    pub(super) published: &'a [DayRange],
    /// Names of entities.
    pub(super) names: &'a [String],
}

/// Telling matches that likeness must rest on to count in full.
const FEW: f32 = 2.0;
/// Likeness from which two facts are about one matter.
const SAME_MATTER: f32 = 0.42;
/// The same where the predicates are opposites.
const OPPOSED_MATTER: f32 = 0.32;
/// Likeness from which one text has the other's words.
const COPIED: f32 = 0.9;
/// Likeness from which, with nothing that differs, they say the same.
const SAME_SAYING: f32 = 0.56;

/// How alike two facts are: their words, their predicates and who takes part.
pub(super) fn likeness(lexis: &Lexis<'_>, a: &Fact, b: &Fact) -> f32 {
    let (words, weight) = lexis.matched(&a.terms, &b.terms);
    let ground = (weight / (FEW * lexis.unit())).min(1.0);
    let predicate = lexis.like(a.predicate, b.predicate);
    let (mut met, mut asked) = (0.0, 0.0);
    for name in [SlotName::Agent, SlotName::Patient] {
        if let (Some(x), Some(y)) = (a.filler(name), b.filler(name)) {
            asked += 1.0;
            met += alike(lexis, x, y);
        }
    }
    let parts = if asked > 0.0 { met / asked } else { words };
    (0.6 * words + 0.2 * predicate + 0.2 * parts) * ground
}

/// How alike two fillers are.
fn alike(lexis: &Lexis<'_>, x: &Filler, y: &Filler) -> f32 {
    // "Russia" and "Russia's intelligence service": a body and a part of it act as one.
    let part = |x: &Filler, y: &Filler| if x.body && y.terms.binary_search(&x.term).is_ok() { 0.75 } else { 0.0 };
    lexis.like(x.term, y.term).max(lexis.overlap(&x.terms, &y.terms)).max(part(x, y)).max(part(y, x))
}

/// The relation of two facts, if they are about one matter.
pub(super) fn relate(scene: Scene<'_>, a: usize, b: usize, x: &Fact, y: &Fact) -> Option<Pair> {
    let lexis = scene.lexis;
    let score = likeness(lexis, x, y);
    let inside = x.article == y.article;
    let text = |f: &Fact, s: Span| s.of(scene.texts[f.article.ix()]).to_owned();
    let pair = |relation, slot, why: String, keys, question| Pair {
        a,
        b,
        score,
        relation,
        differs_in: Some(DiffersIn { slot, why }),
        keys,
        question: Some(question),
    };
    let predicate = lexis.like(x.predicate, y.predicate);
    let same_deed = predicate >= 0.8 && !lexis.opposite(x.predicate, y.predicate);
    let topic = |f: &Fact| text(f, f.key);

    let counted = score >= 0.3 || predicate >= 0.8 && !inside;
    if predicate >= 0.5
        && counted
        && let Some((p, q)) = clash(x, y)
    {
        let later = lies_after(scene, x, y);
        let relation = if later { Relation::Differ } else { Relation::Conflict };
        let why = say::quantity(&p.unit, &text(x, p.span), &text(y, q.span));
        let keys = Some((around(scene, x, p.span), around(scene, y, q.span)));
        return Some(pair(relation, SlotKind::Quantity, why, keys, say::how_many(&p.unit)));
    }
    if let Some(found) = aims(scene, x, y) {
        let (p, q, likely) = found;
        if likely < 0.4 && (score >= 0.3 || inside) {
            let (p, q) = (first_words(scene, x, p), first_words(scene, y, q));
            let why = say::purpose(&text(x, p), &text(y, q));
            let relation = if inside && score >= SAME_MATTER { Relation::Conflict } else { Relation::Differ };
            return Some(pair(relation, SlotKind::Purpose, why, Some((p, q)), say::what_for(&topic(x))));
        }
    }
    let party = shares_party(lexis, x, y);
    let certain =
        |f: &Fact| !matches!(f.modality, Modality::Asked | Modality::Possible | Modality::Planned) && !f.infinitive;
    // "refused to go" tells that he did not go, though "to go" alone tells nothing.
    let told = |f: &Fact| certain(f) || f.negative && f.infinitive;
    let opposed = lexis.opposite(x.predicate, y.predicate);
    // The same words, taken over: only a number or a negation in them can differ.
    let copied = score >= COPIED || text(x, x.key) == text(y, y.key);
    // Opposites said of one party need less that is shared: what they say is the same matter by itself.
    let enough =
        if party >= 0.7 && (opposed || same_deed && x.negative != y.negative) { OPPOSED_MATTER } else { SAME_MATTER };
    if score < enough {
        return None;
    }
    if same_deed
        && !x.light
        && x.negative != y.negative
        && party >= 0.5
        && told(x)
        && told(y)
        && text(x, x.key) != text(y, y.key)
    {
        let (yes, no) = if x.negative { (y, x) } else { (x, y) };
        let why = say::polarity(&text(yes, yes.key), &text(no, no.key));
        return Some(pair(Relation::Conflict, SlotKind::Polarity, why, None, say::did(&topic(yes))));
    }
    if opposed && x.negative == y.negative && party >= 0.7 && certain(x) && certain(y) && !copied {
        let why = say::opposite(&text(x, x.key), &text(y, y.key));
        return Some(pair(Relation::Conflict, SlotKind::Outcome, why, None, say::did(&topic(x))));
    }
    if inside {
        return None;
    }
    if same_deed
        && party >= 0.5
        && let Some((p, q)) = dates(x, y)
    {
        let why = say::time(&text(x, p), &text(y, q));
        let keys = Some((around(scene, x, p), around(scene, y, q)));
        let relation = if score >= SAME_SAYING { Relation::Conflict } else { Relation::Differ };
        return Some(pair(relation, SlotKind::Time, why, keys, say::when(&topic(x))));
    }
    if let (Some(who), true) = (x.speaker.filter(|&e| Some(e) == y.speaker), score >= 0.5 && x.long && y.long)
        && (x.quoted != y.quoted || x.quoted && text(x, x.key) != text(y, y.key) && score < 0.95)
    {
        let who = &scene.names[who.ix()];
        let why = if x.quoted == y.quoted { say::quotation(who) } else { say::paraphrase(who) };
        return Some(pair(Relation::Differ, SlotKind::Quotation, why, None, say::which_words(who)));
    }
    if copied {
        return Some(Pair { a, b, score, relation: Relation::Agree, differs_in: None, keys: None, question: None });
    }
    if same_deed && party >= 0.5 && score >= SAME_MATTER {
        if let Some((slot, p, q)) = other_party(lexis, x, y) {
            let (p, q) = (text(x, p), text(y, q));
            let (kind, why, question) = match slot {
                SlotName::Agent => (SlotKind::Agent, say::agent(&p, &q), say::who(&topic(x))),
                SlotName::Place => (SlotKind::Place, say::place(&p, &q), say::place_of(&topic(x))),
                _ => (SlotKind::Patient, say::patient(&p, &q), say::did(&topic(x))),
            };
            return Some(pair(Relation::Differ, kind, why, None, question));
        }
        if let Some((p, q)) = outcomes(lexis, x, y) {
            let (p, q) = (first_words(scene, x, p), first_words(scene, y, q));
            let why = say::outcome(&text(x, p), &text(y, q));
            return Some(pair(Relation::Differ, SlotKind::Outcome, why, None, say::did(&topic(x))));
        }
        let open = |f: &Fact| matches!(f.modality, Modality::Possible | Modality::Probable) && !f.infinitive;
        if open(x) && certain(y) || open(y) && certain(x) {
            let (sure, unsure) = if certain(x) { (x, y) } else { (y, x) };
            let why = say::modality(&text(sure, sure.key), &text(unsure, unsure.key));
            return Some(pair(Relation::Differ, SlotKind::Modality, why, None, say::how_sure(&topic(sure))));
        }
    }
    if let Some((p, q)) = opposites(lexis, x, y)
        && party >= 0.7
        && score >= SAME_MATTER
        && certain(x)
        && certain(y)
    {
        let why = say::opposite(p, q);
        return Some(pair(Relation::Differ, SlotKind::Outcome, why, None, say::did(&topic(x))));
    }
    let alike = score >= SAME_SAYING || score >= SAME_MATTER && same_deed && party >= 0.7;
    if alike && x.negative == y.negative && !opposed {
        return Some(Pair { a, b, score, relation: Relation::Agree, differs_in: None, keys: None, question: None });
    }
    None
}

/// The best match among agents and patients, each with the same slot of the other or, for passives and nominal
/// subjects, with the other slot.
fn shares_party(lexis: &Lexis<'_>, x: &Fact, y: &Fact) -> f32 {
    let parties = |f: &Fact| -> Vec<usize> {
        (0..f.fillers.len()).filter(|&i| matches!(f.fillers[i].name, SlotName::Agent | SlotName::Patient)).collect()
    };
    let mut best = 0f32;
    for i in parties(x) {
        for j in parties(y) {
            let (p, q) = (&x.fillers[i], &y.fillers[j]);
            let same_slot = if p.name == q.name { 1.0 } else { 0.8 };
            best = best.max(alike(lexis, p, q) * same_slot);
        }
    }
    best
}

/// A party or place that differs, both being named, where all else that both name is the same.
fn other_party(lexis: &Lexis<'_>, x: &Fact, y: &Fact) -> Option<(SlotName, Span, Span)> {
    let mut other = None;
    let mut same = 0;
    for name in [SlotName::Agent, SlotName::Patient, SlotName::Place] {
        let (Some(p), Some(q)) = (x.filler(name), y.filler(name)) else { continue };
        if alike(lexis, p, q) >= 0.5 {
            same += 1;
        } else if p.named && q.named && !x.infinitive && !y.infinitive {
            if other.is_some() {
                return None;
            }
            other = Some((name, p.span, q.span));
        }
    }
    other.filter(|_| same > 0)
}

/// Two words of the facts that are opposites of one kind.
fn opposites<'l>(lexis: &'l Lexis<'_>, x: &Fact, y: &Fact) -> Option<(&'l str, &'l str)> {
    let own = |t: &Term, other: &Fact| !other.terms.contains(t);
    let mut pairs =
        x.terms.iter().filter(|t| own(t, y)).flat_map(|t| y.terms.iter().filter(|u| own(u, x)).map(move |u| (*t, *u)));
    pairs.find(|&(t, u)| lexis.opposite_kinds(t, u)).map(|(t, u)| (lexis.name(t), lexis.name(u)))
}

/// What the same deed was to bring, where the two have little in common.
fn outcomes(lexis: &Lexis<'_>, x: &Fact, y: &Fact) -> Option<(Span, Span)> {
    let (p, q) = (x.filler(SlotName::Outcome)?, y.filler(SlotName::Outcome)?);
    let short = p.terms.is_empty() || q.terms.is_empty();
    (!short && lexis.overlap(&p.terms, &q.terms) < 0.35).then_some((p.span, q.span))
}

/// The first two numbers of one unit that cannot both be right.
fn clash<'f>(x: &'f Fact, y: &'f Fact) -> Option<(&'f Quantity, &'f Quantity)> {
    let agree = |p: &Quantity, q: &Quantity| p.unit == q.unit && compatible(p, q);
    for p in &x.quantities {
        for q in &y.quantities {
            let settled = y.quantities.iter().any(|z| agree(p, z)) || x.quantities.iter().any(|z| agree(z, q));
            if p.unit == q.unit && !compatible(p, q) && !settled {
                return Some((p, q));
            }
        }
    }
    None
}

/// True if some number satisfies both. "About" gives a tenth either way.
pub(super) fn compatible(p: &Quantity, q: &Quantity) -> bool {
    let range = |q: &Quantity| match q.bound {
        Bound::Exact => (q.value, q.value),
        Bound::About => (q.value * 0.9, q.value * 1.1),
        Bound::AtLeast => (q.value, f64::INFINITY),
        Bound::AtMost => (0.0, q.value),
    };
    let ((a, b), (c, d)) = (range(p), range(q));
    a.max(c) <= b.min(d) + 1e-9
}

/// True if the articles came out on different days: the later may have later figures.
fn lies_after(scene: Scene<'_>, x: &Fact, y: &Fact) -> bool {
    let (p, q) = (&scene.published[x.article.ix()], &scene.published[y.article.ix()]);
    p.earliest.is_some() && q.earliest.is_some() && !p.meets(q)
}

/// Two dates, each within a month, with no day in common.
fn dates(x: &Fact, y: &Fact) -> Option<(Span, Span)> {
    let narrow = |r: &DayRange| r.days().is_some_and(|n| n <= 31);
    let (p, q) = (x.times.first()?, y.times.first()?);
    let apart = narrow(&p.1) && narrow(&q.1) && !p.1.meets(&q.1);
    (apart && x.times.len() == 1 && y.times.len() == 1).then_some((p.0, q.0))
}

/// The aims of two facts about one happening or by one doer, and how alike they are.
fn aims(scene: Scene<'_>, x: &Fact, y: &Fact) -> Option<(Span, Span, f32)> {
    let lexis = scene.lexis;
    let (p, q) = (x.filler(SlotName::Purpose)?, y.filler(SlotName::Purpose)?);
    let deed = lexis.like(x.predicate, y.predicate).max(likeness(lexis, x, y));
    if deed < SAME_MATTER || shares_party(lexis, x, y) < 0.5 {
        return None;
    }
    Some((p.span, q.span, lexis.overlap(&p.terms, &q.terms)))
}

/// At most the first [`PHRASE`] words of a span.
fn first_words(scene: Scene<'_>, f: &Fact, s: Span) -> Span {
    let words = s.of(scene.texts[f.article.ix()]);
    let end = words.match_indices(' ').nth(PHRASE - 1).map_or(words.len(), |(i, _)| i);
    Span::new(s.start as usize, s.start as usize + end)
}

/// A number or date with its neighbours, inside the fact's key where it lies there.
fn around(scene: Scene<'_>, f: &Fact, s: Span) -> Span {
    if f.key.contains(s) {
        return f.key;
    }
    // Two words either side.
    let text = scene.texts[f.article.ix()];
    let before = text.get(..s.start as usize).unwrap_or("");
    let start = before.rmatch_indices(' ').nth(2).map_or(s.start as usize, |(i, _)| i + 1);
    let start = start.max(before.rfind('\n').map_or(0, |i| i + 1));
    let after = text.get(s.end as usize..).unwrap_or("");
    let stop = after.find(['\n', '.', ',']).unwrap_or(after.len());
    let end = after.match_indices(' ').nth(3).map_or(stop, |(i, _)| i.min(stop));
    Span::new(start, s.end as usize + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn q(value: f64, bound: Bound) -> Quantity {
        Quantity { span: Span::default(), value, unit: "person".into(), bound }
    }

    #[test]
    fn bounds() {
        use Bound::*;
        for (p, q_, both) in [
            (q(12.0, Exact), q(12.0, Exact), true),
            (q(12.0, Exact), q(15.0, Exact), false),
            (q(12.0, AtLeast), q(15.0, Exact), true),
            (q(15.0, AtLeast), q(12.0, Exact), false),
            (q(100.0, AtMost), q(120.0, Exact), false),
            (q(100.0, About), q(105.0, Exact), true),
            (q(100.0, About), q(150.0, Exact), false),
            (q(100.0, AtLeast), q(100.0, AtLeast), true),
            (q(10.0, AtMost), q(20.0, AtLeast), false),
        ] {
            assert_eq!(compatible(&p, &q_), both, "{p:?} {q_:?}");
            assert_eq!(compatible(&q_, &p), both, "{q_:?} {p:?}");
        }
    }
}
