//! One statement in several articles, word for word: compared once, shown for all.
//!
//! Copies of a wire story would else crowd each other out of the index and fill every group.

use super::facts::Fact;
use super::lexis::Term;
use crate::text::Span;
use std::collections::BTreeMap;

/// Facts that other articles tell in the same words.
#[derive(Debug)]
pub(super) struct Twins {
    /// Places of the facts that stand for themselves and their twins, in order.
    pub(super) distinct: Vec<usize>,
    /// The twins of a fact, each of another article.
    of: BTreeMap<usize, Vec<usize>>,
}

/// All that two facts must share to be twins.
type Same<'a> = (&'a str, Term, [bool; 6], u8, Option<&'a str>, Vec<&'a str>);

impl Twins {
    /// Finds them; the first of each kind stands for the rest.
    pub(super) fn find(facts: &[Fact], texts: &[&str]) -> Self {
        let mut twins = Self { distinct: Vec::new(), of: BTreeMap::new() };
        let mut first: BTreeMap<Same<'_>, usize> = BTreeMap::new();
        for (i, f) in facts.iter().enumerate() {
            let marks = [f.negative, f.infinitive, f.display, f.nominal, f.quoted, f.aim.is_some()];
            let days = f.times.iter().map(|(_, r)| r.edtf.as_str()).collect();
            let words = f.key.of(texts[f.article.ix()]);
            let same = (words, f.predicate, marks, f.modality as u8, f.source.as_deref(), days);
            let head = *first.entry(same).or_insert(i);
            let told = |t: usize| facts[t].article == f.article;
            if head == i || told(head) || twins.of(head).last().is_some_and(|&t| told(t)) {
                twins.distinct.push(i);
            } else {
                twins.of.entry(head).or_default().push(i);
            }
        }
        twins
    }

    /// The twins of a fact that stands for others.
    pub(super) fn of(&self, fact: usize) -> &[usize] {
        self.of.get(&fact).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Where a span of a fact's own words lies in its twin's.
pub(super) fn moved(span: Span, fact: &Fact, twin: &Fact) -> Span {
    if !fact.key.contains(span) {
        return twin.key;
    }
    let start = twin.key.start as usize + (span.start - fact.key.start) as usize;
    Span::new(start, start + span.len())
}
