//! Ages: two accounts that give one person two of them.

use super::counts::figure;
use super::facts::Fact;
use super::lexis::{Lexis, Term};
use super::relate::{Pair, Scene};
use super::terms::Reader;
use super::{Relation, SlotKind};
use crate::claims::{Bound, Mode, Quantity};
use crate::english::compare_say as say;
use crate::english::decimal;
use crate::entities::{EntityType, MentionKind};
use crate::tags::Feats;
use crate::text::{EntityIx, MentionIx, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Ages of people.
const YEARS: std::ops::RangeInclusive<f64> = 1.0..=115.0;
/// Tokens between an age and the name behind it ("the 41-year-old teacher Ann Low").
const BEFORE_NAME: usize = 3;
/// Tokens kept on either side of an age as its key.
const AROUND: usize = 4;

/// Whose age it is: somebody with a name, or who holds a role that an article gives to one person ("the driver").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Whom {
    Named(EntityIx),
    Role(Term),
}

/// An age that an article gives to somebody.
#[derive(Debug)]
pub(super) struct Age {
    of: Whom,
    fact: Fact,
}

impl Age {
    fn quantity(&self) -> &Quantity {
        &self.fact.quantities[0]
    }

    fn years(&self) -> f64 {
        self.quantity().value
    }
}

/// Reads the ages of an article's persons.
pub(super) fn ages(r: &Reader<'_>, lexis: &mut Lexis<'_>, out: &mut Vec<Age>) {
    let p = &r.a.parse;
    let people = People::new(r, lexis);
    for t in 0..p.len() {
        let Some(years) = decimal(p.form(t)).filter(|n| YEARS.contains(n) && n.fract() == 0.0) else { continue };
        let Some((of, key)) = people.aged(r, t) else { continue };
        let Some(claim) = r.claim_at(t).filter(|c| r.a.claims[c.ix()].mode != Mode::Caption) else { continue };
        let q = Quantity { span: p.span(t), value: years, unit: String::new(), bound: Bound::Exact };
        out.push(Age { of, fact: Fact { key, ..figure(r, lexis, claim, t, t, q) } });
    }
}

/// Pairs of ages of one person that two articles give otherwise; their facts are added to `facts`.
pub(super) fn pairs(scene: Scene<'_>, ages: Vec<Age>, facts: &mut Vec<Fact>) -> Vec<Pair> {
    let mut by_person: BTreeMap<Whom, Vec<Age>> = BTreeMap::new();
    for age in ages {
        let own = by_person.entry(age.of).or_default();
        // The first time an article gives it.
        if !own.iter().any(|a| a.fact.article == age.fact.article && a.years() == age.years()) {
            own.push(age);
        }
    }
    let mut out = Vec::new();
    for (person, own) in by_person {
        // An article that gives one person more ages tells of more times.
        let alone = |a: &&Age| own.iter().filter(|b| b.fact.article == a.fact.article).count() == 1;
        let own: Vec<&Age> = own.iter().filter(alone).collect();
        let first = facts.len();
        facts.extend(own.iter().map(|a| a.fact.clone()));
        for (i, &x) in own.iter().enumerate() {
            for (j, &y) in own.iter().enumerate().skip(i + 1).filter(|(_, y)| y.years() != x.years()) {
                if scene.kinship.one_happening(x.fact.article, y.fact.article) {
                    out.push(pair(scene, person, (first + i, x), (first + j, y)));
                }
            }
        }
    }
    out
}

fn pair(scene: Scene<'_>, person: Whom, (a, x): (usize, &Age), (b, y): (usize, &Age)) -> Pair {
    // A birthday may lie between two accounts.
    let birthday = (x.years() - y.years()).abs() <= 1.0;
    let (who, matter) = match person {
        Whom::Named(e) => (scene.names[e.ix()].clone(), format!("age {}", e.ix())),
        Whom::Role(t) => (say::the(scene.lexis.name(t)), format!("age of {}", t.0)),
    };
    let words = |a: &Age| a.quantity().span.of(scene.texts[a.fact.article.ix()]);
    Pair {
        a,
        b,
        learnt: false,
        figures: None,
        score: if birthday { 0.55 } else { 0.7 },
        relation: if birthday { Relation::Differ } else { Relation::Conflict },
        slot: Some(SlotKind::Quantity),
        why: say::quantity(words(x), words(y)),
        keys: (x.fact.key, y.fact.key),
        question: say::how_old(&who),
        topic: who,
        matter,
    }
}

/// Where the persons of an article are named.
struct People {
    /// By the token after the mention: who it is, and its first token.
    ends: BTreeMap<usize, (Whom, usize)>,
    /// By the first token of a name: who it is, and the token after it.
    names: BTreeMap<usize, (Whom, usize)>,
}

impl People {
    fn new(r: &Reader<'_>, lexis: &mut Lexis<'_>) -> Self {
        let (mut ends, mut names) = (BTreeMap::new(), BTreeMap::new());
        let (p, words) = (&r.a.parse, r.d.english);
        let mut holders: BTreeMap<Term, BTreeSet<EntityIx>> = BTreeMap::new();
        for (i, m) in r.a.mentions.mentions.iter().enumerate() {
            let Some(e) = r.d.entities.of(r.article, MentionIx::new(i)) else { continue };
            let person = r.d.entities.entities[e.ix()].kind == EntityType::Person;
            if !person || !r.d.has_name[e.ix()] {
                // "The driver, 34": of a man or a victim there may be many.
                let head = m.tokens.end - 1;
                let known = m.tokens.len() == 2 && words.claims.definite.has(p.form(m.tokens.start));
                let role = known && m.kind == MentionKind::Nominal && p.feats(head).has(Feats::SINGULAR);
                if role && !words.compare.many.has(p.lemma(head)) {
                    let term = r.term(lexis, head);
                    if lexis.person(term) {
                        ends.insert(m.tokens.end, (Whom::Role(term), m.tokens.start));
                        holders.entry(term).or_default().insert(e);
                    }
                }
                continue;
            }
            if m.kind != MentionKind::Nominal {
                ends.insert(m.tokens.end, (Whom::Named(e), m.tokens.start));
            }
            if m.kind == MentionKind::Name {
                names.insert(m.tokens.start, (Whom::Named(e), m.tokens.end));
            }
        }
        // Of two drivers "the driver" is one or the other.
        ends.retain(|_, (who, _)| match who {
            Whom::Role(t) => holders.get(t).is_none_or(|h| h.len() == 1),
            Whom::Named(_) => true,
        });
        Self { ends, names }
    }

    /// Whose age a number is, with the words that tell it.
    fn aged(&self, r: &Reader<'_>, t: usize) -> Option<(Whom, Span)> {
        let (p, words) = (&r.a.parse, &r.d.english.compare);
        let sentence = p.sentence_tokens(t);
        let form = |i: usize| if sentence.contains(&i) { p.form(i) } else { "" };
        let back = |n: usize| t.checked_sub(n).map_or("", form);
        let cut = |from: usize, to: usize| {
            p.span_of(from.max(sentence.start)..to.min(from + 2 * AROUND + 2).min(sentence.end))
        };
        let ends = |n: usize| t.checked_sub(n).and_then(|e| self.ends.get(&(e + 1)).copied());
        let closed = |i: usize| matches!(form(i), "," | ")" | "." | ";" | "");
        // "Low, 41, was hurt", "Low (41) was hurt"
        if matches!(back(1), "," | "(")
            && closed(t + 1)
            && let Some((e, from)) = ends(2)
        {
            return Some((e, cut(from, t + 1 + AROUND)));
        }
        // "Low, aged 41, was hurt"
        if r.d.english.claims.aged.has(back(1)) {
            let comma = usize::from(back(2) == ",");
            let (e, from) = ends(2 + comma)?;
            return Some((e, cut(from, t + 1 + AROUND)));
        }
        // "41 years old", "41-year-old": "a 41-year sentence" is no age.
        let phrase = (t + 1..t + 6).take_while(|&i| words.years_old.has(form(i)) || matches!(form(i), "-" | "‑"));
        let behind = phrase.last().map_or(t + 1, |i| i + 1);
        if behind > t + 1 && !words.old.has(form(behind - 1)) {
            return None;
        }
        // "She was 41.", "She is 41 years old."
        if words.copula.has(back(1))
            && closed(behind)
            && let Some((e, from)) = ends(2)
        {
            return Some((e, cut(from, behind + 1)));
        }
        if behind < t + 3 {
            return None;
        }
        // "Low, a 41-year-old teacher"
        if back(2) == ","
            && let Some((e, from)) = ends(3)
        {
            return Some((e, cut(from, behind + 1)));
        }
        // "the 41-year-old Low", "the 41-year-old teacher Ann Low"
        let near = (behind..behind + BEFORE_NAME).take_while(|&i| form(i).starts_with(char::is_alphabetic));
        let (e, to) = near.into_iter().find_map(|i| self.names.get(&i).copied())?;
        Some((e, cut(t.saturating_sub(1), to)))
    }
}
