//! Sentences that are the same but for a word or two: what the few words turn.
//!
//! Between versions of one text a changed word is the finding, whatever the tree makes of the sentence.

use super::calendar::word_before;
use super::facts::Fact;
use super::lexis::Lexis;
use super::lines::{Line, Says, Word};
use super::measures::{ROUNDED, between_clocks, in_one_unit};
use super::phrase::{asked_of, clause_of, clip};
use super::relate::{Pair, Scene};
use super::rules;
use super::{Relation, SlotKind};
use crate::claims::{Modality, SlotName};
use crate::english::compare_say as say;
use crate::text::{Arrange, ArticleIx, Span};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::BTreeMap;

/// Share of words that two versions of one sentence have in common, at least.
const SAME: f64 = 0.7;
/// Most words that a change replaces, and most changes of a sentence.
const CHANGE: usize = 4;
const CHANGES: usize = 3;
/// Sentences that a word may stand in and still find partners; and partners of one sentence.
const CROWD: usize = 24;
const PARTNERS: usize = 8;
/// Words kept either side of a change as its key.
const AROUND: usize = 4;

/// What was found between two sentences.
#[derive(Debug)]
pub(super) struct Version {
    /// The sentences, by article and number.
    pub(super) sentences: [(ArticleIx, u32); 2],
    /// The difference, if the change turns anything.
    pub(super) pair: Option<Pair>,
    /// The change puts other words, not known to mean the same: the two are no agreement.
    pub(super) other: bool,
}

/// Finds them; `facts` are those of all articles.
pub(super) fn versions(scene: Scene<'_>, lines: &[Line], facts: &[Fact]) -> Vec<Version> {
    // Copies of one sentence count once.
    let mut first: BTreeMap<Vec<u64>, usize> = BTreeMap::new();
    let distinct: Vec<usize> = (0..lines.len())
        .filter(|&i| lines[i].words.len() >= 4)
        .filter(|&i| *first.entry(lines[i].words.iter().map(|w| w.hash).collect()).or_insert(i) == i)
        .collect();
    let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let mut of: BTreeMap<(ArticleIx, u32), Vec<usize>> = BTreeMap::new();
    for (i, f) in facts.iter().enumerate() {
        of.entry((f.article, f.sentence)).or_default().push(i);
    }
    let mut out = Vec::new();
    for &i in &distinct {
        let line = &lines[i];
        let mut own: Vec<u64> = line.words.iter().filter(|w| w.says != Says::Little).map(|w| w.hash).collect();
        own.sort_unstable();
        own.dedup();
        let mut met: Vec<usize> = Vec::new();
        for hash in &own {
            let who = holders.entry(*hash).or_default();
            met.extend(who.iter());
            if who.len() < CROWD {
                who.push(i);
            }
        }
        met.sort_unstable();
        let mut near: Vec<(usize, usize)> = met.chunk_by(|a, b| a == b).map(|c| (c.len(), c[0])).collect();
        near.retain(|&(n, _)| 3 * n >= own.len());
        near.arrange_by_key(|&(n, j)| (std::cmp::Reverse(n), j));
        for (_, j) in near.into_iter().take(PARTNERS).filter(|&(_, j)| lines[j].article != line.article) {
            out.extend(version(scene, &lines[j], line, facts, &of));
        }
    }
    out
}

fn version(
    scene: Scene<'_>,
    a: &Line,
    b: &Line,
    facts: &[Fact],
    of: &BTreeMap<(ArticleIx, u32), Vec<usize>>,
) -> Option<Version> {
    let row = |l: &Line| -> Vec<u64> { l.words.iter().map(|w| w.hash).collect() };
    let (x, y) = (row(a), row(b));
    if x.len().abs_diff(y.len()) > CHANGE {
        return None;
    }
    let ops = capture_diff_slices(Algorithm::Myers, &x, &y);
    let same: usize = ops.iter().map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 }).sum();
    let share = 2.0 * same as f64 / (x.len() + y.len()) as f64;
    let changes: Vec<&DiffOp> = ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. })).collect();
    let small = |op: &&DiffOp| op.old_range().len() <= CHANGE && op.new_range().len() <= CHANGE;
    if share < SAME || same < 3 || changes.len() > CHANGES || changes.is_empty() || !changes.iter().all(small) {
        return None;
    }
    let sentences = [(a.article, a.sentence), (b.article, b.sentence)];
    let turned = changes.iter().find_map(|op| {
        let (p, q) = (&a.words[op.old_range()], &b.words[op.new_range()]);
        turn(scene.lexis, p, q).map(|t| (t, op.old_range(), op.new_range()))
    });
    let pair = turned.and_then(|((relation, slot), p, q)| {
        let (fa, fb) = (fact_at(facts, of.get(&sentences[0])?, a, &p)?, fact_at(facts, of.get(&sentences[1])?, b, &q)?);
        // Among many articles, two names in one sentence are two forms of one name or two happenings.
        if slot == SlotKind::Agent && scene.articles.len() > rules::MANY {
            return None;
        }
        // A line without a deed is a stamp or a label.
        let deed =
            |f: &Fact| !f.nominal && f.fillers.iter().any(|s| matches!(s.name, SlotName::Agent | SlotName::Patient));
        if !deed(&facts[fa]) && !deed(&facts[fb]) {
            return None;
        }
        // What may be and may not be is no yes and no.
        let open = |f: &Fact| matches!(f.modality, Modality::Possible | Modality::Probable | Modality::Asked);
        let (x, y) = (&facts[fa], &facts[fb]);
        if slot == SlotKind::Polarity && (x.negative == y.negative || open(x) || open(y)) {
            return None;
        }
        let figure = facts[fa].quantities.iter().find(|n| a.words[p.clone()].iter().any(|w| n.span.overlaps(w.span)));
        // "Four months", "six months": how long, not when.
        let length = figure.is_some_and(|n| scene.lexis.scale(&n.unit).is_some());
        let slot = if slot == SlotKind::Time && length { SlotKind::Quantity } else { slot };
        if slot == SlotKind::Quantity && !clash(scene, &facts[fa], &facts[fb], [(a, &p), (b, &q)]) {
            return None;
        }
        if slot == SlotKind::Quantity && !one_unit(scene, [(a, &p), (b, &q)], [&facts[fa], &facts[fb]]) {
            return None;
        }
        if slot == SlotKind::Time && !clocks_clash(scene, [(a, &p), (b, &q)]) {
            return None;
        }
        let (key_a, key_b) = (key(a, &p), key(b, &q));
        let words = |l: &Line, s: Span| s.of(scene.texts[l.article.ix()]);
        let told = |l: &Line, r: &std::ops::Range<usize>, f: &Fact| {
            let changed = l.words.get(r.clone()).filter(|w| !w.is_empty())?;
            let changed = changed[0].span.cover(changed[changed.len() - 1].span);
            // "22 million euros", not "22".
            let figure = f.quantities.iter().map(|n| n.span).find(|n| n.contains(changed));
            Some(words(l, figure.unwrap_or(changed)).to_owned())
        };
        // The figure or time whose words changed.
        let given = |l: &Line, r: &std::ops::Range<usize>, f: &Fact| {
            let own = f.quantities.iter().map(|n| n.span).chain(f.times.iter().map(|t| t.0));
            own.into_iter().find(|s| l.words[r.clone()].iter().any(|w| s.overlaps(w.span)))
        };
        let (was, is) = (told(a, &p, x).unwrap_or_default(), told(b, &q, y).unwrap_or_default());
        if slot == SlotKind::Time && rules::one_time(&was, &is) {
            return None;
        }
        let counted = || rules::of_days(scene, (a.article, &was), (b.article, &is));
        let (two_days, counts) = if slot == SlotKind::Quantity { counted() } else { (false, String::new()) };
        let relation = if two_days { Relation::Differ } else { relation };
        let why = match slot {
            SlotKind::Polarity => {
                let no = a.words[p.clone()].iter().any(|w| w.says == Says::No);
                let (yes, no) = if no { (key_b, key_a) } else { (key_a, key_b) };
                let of = |s: Span| if s == key_a { words(a, s) } else { words(b, s) };
                say::polarity(of(yes), of(no))
            }
            SlotKind::Quantity => counts,
            SlotKind::Time => say::time(&was, &is),
            SlotKind::Place => say::place(&was, &is),
            SlotKind::Outcome => say::opposite(&was, &is),
            _ => say::outcome(&was, &is),
        };
        let lexis = scene.lexis;
        let clause = match figure {
            Some(n) => asked_of(scene, &facts[fa], n.span),
            None => clause_of(scene, &facts[fa]),
        };
        let question = match slot {
            SlotKind::Quantity => match figure {
                Some(n) => {
                    let people = facts[fa].units.iter().any(|&u| lexis.person(u));
                    let kind = if people { lexis.kind_name(facts[fa].predicate) } else { "" };
                    say::how_many(&n.unit, kind, &clause)
                }
                None => say::which_figure(&clip(words(a, key_a), 10)),
            },
            SlotKind::Time => say::when(&clause),
            SlotKind::Place => say::place_of(&clause),
            SlotKind::Agent => say::who_is_meant(&clip(words(a, key_a), 12)),
            _ => say::did(&clause),
        };
        Some(Pair {
            learnt: false,
            figures: given(a, &p, x).zip(given(b, &q, y)),
            a: fa,
            b: fb,
            score: 0.75 + 0.2 * share as f32,
            relation,
            slot: Some(slot),
            why,
            keys: (key_a, key_b),
            question,
            topic: clip(words(a, key_a), 6),
            matter: String::new(),
        })
    });
    let no = |w: &[Word]| w.iter().any(|w| w.says == Says::No);
    let other = changes.iter().any(|op| {
        let (p, q) = (&a.words[op.old_range()], &b.words[op.new_range()]);
        no(p) != no(q) || strange(scene.lexis, p, q)
    });
    Some(Version { sentences, pair, other })
}

/// True if the quantities whose words changed cannot both be right: "200" and "two hundred" are one, "over 20" holds 25.
fn clash(scene: Scene<'_>, x: &Fact, y: &Fact, sides: [(&Line, &std::ops::Range<usize>); 2]) -> bool {
    let [p, q] = [(x, sides[0]), (y, sides[1])].map(|(f, (line, change))| -> Vec<_> {
        let words = line.words.get(change.clone()).unwrap_or_default();
        f.quantities.iter().filter(|q| words.iter().any(|w| q.span.overlaps(w.span))).collect()
    });
    // Of a range two numbers change.
    let numbers = |(line, change): (&Line, &std::ops::Range<usize>)| {
        let words = line.words.get(change.clone()).unwrap_or_default();
        words.iter().filter(|w| matches!(w.says, Says::Number(_))).count()
    };
    if sides.into_iter().any(|s| numbers(s) > 1) {
        return false;
    }
    // What is read as no quantity is held against nothing but another such.
    match (p.as_slice(), q.as_slice()) {
        ([p], [q]) => {
            let (p, q) = in_one_unit(scene.lexis, p, q);
            !rules::compatible(&p, &q)
        }
        (p, q) => p.is_empty() && q.is_empty(),
    }
}

/// True unless the times changed are hours of which one rounds the other, or is a term ("by 9 a.m.", "at 8:40").
fn clocks_clash(scene: Scene<'_>, sides: [(&Line, &std::ops::Range<usize>); 2]) -> bool {
    let [p, q] = sides.map(|(line, change)| {
        let words = line.words.get(change.clone()).unwrap_or_default();
        let parse = &scene.articles[line.article.ix()].parse;
        let all = scene.timeline.timexes_in(line.article);
        let time = all.iter().find(|t| words.iter().any(|w| t.span.overlaps(w.span)))?;
        Some((time.clock()?.0.unsigned_abs(), scene.lexis.ends(word_before(parse, time))))
    });
    p.zip(q).is_none_or(|((m, by), (n, until))| by == until && between_clocks(m, n) >= ROUNDED)
}

/// True unless the numbers changed count two things, or are parts of a date, a clock time or an address.
fn one_unit(scene: Scene<'_>, sides: [(&Line, &std::ops::Range<usize>); 2], facts: [&Fact; 2]) -> bool {
    let mark = |c: char| matches!(c, ':' | '/' | '-');
    let mut units = Vec::new();
    for ((line, change), fact) in sides.into_iter().zip(facts) {
        let text = scene.texts[line.article.ix()];
        for w in line.words.get(change.clone()).unwrap_or_default() {
            let before = text.get(..w.span.start as usize).unwrap_or("").trim_end();
            let after = text.get(w.span.end as usize..).unwrap_or("").trim_start();
            if before.ends_with(mark) || after.starts_with(mark) && !after.starts_with('-') {
                return false;
            }
        }
        let held = |s: Span| line.words[change.clone()].iter().any(|w| s.overlaps(w.span));
        units.push(fact.quantities.iter().find(|q| held(q.span)).map(|q| q.unit.as_str()));
    }
    let clock = |u: &Option<&str>| u.is_some_and(|u| scene.lexis.clock(u) || scene.lexis.scored(u));
    !units.iter().any(clock) && (units[0] == units[1] || units[0].is_none() || units[1].is_none())
}

/// True if each side has a content word and none of them is known to mean what one of the other side means.
fn strange(lexis: &Lexis<'_>, p: &[Word], q: &[Word]) -> bool {
    let content = |w: &'_ [Word]| -> Vec<_> {
        w.iter().filter_map(|w| if let Says::Content(t) = w.says { Some(t) } else { None }).collect()
    };
    let (a, b) = (content(p), content(q));
    let known = |s, t| lexis.synonymous(s, t);
    // "first", "last"
    let number = |w: &[Word]| w.iter().any(|w| matches!(w.says, Says::Number(_)));
    let other = |a: &[_], n: &[Word], b: &[_]| a.is_empty() && number(n) && !b.is_empty();
    other(&a, p, &b)
        || other(&b, q, &a)
        || !a.is_empty() && !b.is_empty() && !a.iter().any(|&s| b.iter().any(|&t| known(s, t)))
}

/// What the change turns, if anything.
fn turn(lexis: &Lexis<'_>, p: &[Word], q: &[Word]) -> Option<(Relation, SlotKind)> {
    let has = |w: &[Word], what: fn(&Says) -> bool| w.iter().any(|w| what(&w.says));
    let no = |s: &Says| *s == Says::No;
    if has(p, no) != has(q, no) {
        return Some((Relation::Conflict, SlotKind::Polarity));
    }
    let number = |w: &[Word]| w.iter().find_map(|w| if let Says::Number(n) = w.says { Some(n) } else { None });
    if let (Some(m), Some(n)) = (number(p), number(q)) {
        // "200 feet", "60 metres": another unit, and perhaps the same length.
        let rest = |w: &[Word]| -> Vec<u64> {
            w.iter().filter(|w| !matches!(w.says, Says::Number(_) | Says::Little)).map(|w| w.hash).collect()
        };
        return (m != n && rest(p) == rest(q)).then_some((Relation::Conflict, SlotKind::Quantity));
    }
    let time = |w: &[Word]| w.iter().find_map(|w| if let Says::Time(v, _) = w.says { Some(v) } else { None });
    if let (Some(m), Some(n)) = (time(p), time(q)) {
        // "today" of one article and "Friday" of another can be one day.
        let days = |s: &Says| if let Says::Time(_, days) = s { *days } else { None };
        let (a, b) = (p.iter().find_map(|w| days(&w.says)), q.iter().find_map(|w| days(&w.says)));
        let apart = match (a, b) {
            (Some((a, b)), Some((c, d))) => b < c || d < a,
            (a, b) => a == b,
        };
        return (m != n && apart).then_some((Relation::Conflict, SlotKind::Time));
    }
    let name = |w: &[Word]| w.iter().rev().find_map(|w| if let Says::Name(t) = w.says { Some(t) } else { None });
    let only = |w: &[Word]| w.iter().all(|w| matches!(w.says, Says::Name(_) | Says::Little));
    if let (Some(a), Some(b)) = (name(p), name(q))
        && only(p)
        && only(q)
    {
        let slot = if lexis.place(a) && lexis.place(b) { SlotKind::Place } else { SlotKind::Agent };
        let names = |w: &[Word]| w.iter().filter(|w| matches!(w.says, Says::Name(_))).count();
        // "a Greek", "an Italian": the article turns with the name.
        let small = |w: &[Word]| w.iter().filter(|w| w.says == Says::Little && w.span.len() <= 2).count();
        let whole = names(p) + small(p) == p.len() && names(q) + small(q) == q.len();
        // "Mount Cook" and "Aoraki Mount Cook" may be one.
        let shared =
            lexis.name(a).split([' ', '-']).any(|w| w.len() > 2 && lexis.name(b).split([' ', '-']).any(|v| v == w));
        let other = whole && lexis.like(a, b) < 0.5 && !shared && !lexis.spelt_alike(lexis.name(a), lexis.name(b));
        return other.then_some((Relation::Differ, slot));
    }
    let content = |w: &'_ [Word]| -> Vec<_> {
        w.iter().filter_map(|w| if let Says::Content(t) = w.says { Some(t) } else { None }).collect()
    };
    let (a, b) = (content(p), content(q));
    if a.iter().any(|&s| b.iter().any(|&t| lexis.opposite(s, t))) {
        return Some((Relation::Conflict, SlotKind::Outcome));
    }
    None
}

/// The fact whose words hold the change, else the nearest one of the sentence.
fn fact_at(facts: &[Fact], own: &[usize], line: &Line, change: &std::ops::Range<usize>) -> Option<usize> {
    let at = line.words.get(change.start).or(line.words.last())?.span;
    let rank = |&&i: &&usize| {
        let f = &facts[i];
        (f.aim.is_some(), !f.key.contains(at), f.nominal, f.verb.is_none(), f.filler(SlotName::Agent).is_none())
    };
    own.iter().min_by_key(rank).copied()
}

/// The change with a few words around it.
fn key(line: &Line, change: &std::ops::Range<usize>) -> Span {
    let last = line.words.len() - 1;
    let from = change.start.saturating_sub(AROUND).min(last);
    let to = (change.end.max(change.start + 1) + AROUND - 1).min(last);
    line.words[from].span.cover(line.words[to.max(from)].span)
}
