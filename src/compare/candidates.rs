//! Which facts to set side by side: an index by entity and kind of word, so that cost grows with the dossier, not with
//! its square.

use super::facts::Fact;
use super::lexis::Lexis;
use super::neighbours::Place;
use crate::claims::SlotName;
use crate::text::{Arrange, ArticleIx};
use std::collections::{BTreeMap, BTreeSet};

/// Facts that share a key beyond this many say little by sharing it: such a key confirms a pair but finds none.
const CROWD: usize = 64;
/// Most facts of a sentence that are compared with those of another because the sentences are.
const CLAUSES: usize = 8;
/// Most partners of one fact that are compared closely.
const PARTNERS: usize = 60;

/// Pairs of places in `facts` (first before second) worth comparing, in order: they share two keys, one of them rare, or
/// stand in sentences that are to be set side by side.
/// Only those of `places` are looked at.
pub(super) fn candidates(
    lexis: &Lexis<'_>,
    facts: &[Fact],
    places: &[usize],
    beside: &BTreeSet<(Place, Place)>,
) -> Vec<(usize, usize)> {
    let mut postings: BTreeMap<u64, Vec<u32>> = BTreeMap::new();
    let mut keys: Vec<Vec<u64>> = Vec::with_capacity(places.len());
    for (i, f) in places.iter().map(|&p| &facts[p]).enumerate() {
        // A deed and what it counts are two things shared, however few its words.
        let counted = f.units.iter().map(|&u| if lexis.person(u) { 9 << 40 } else { 4 << 40 | u64::from(u.0) });
        let mut own: Vec<u64> =
            f.terms.iter().map(|&t| lexis.key(t)).chain([lexis.key(f.predicate)]).chain(counted).collect();
        own.extend(f.terms.iter().chain([&f.predicate]).flat_map(|&t| lexis.other_keys(t)));
        // What one body does is looked at together, however it acts.
        let doer = f.filler(SlotName::Agent).filter(|a| a.body && lexis.stance(f.predicate));
        own.extend(doer.into_iter().flat_map(|a| [5 << 40 | u64::from(a.term.0), 6 << 40 | u64::from(a.term.0)]));
        let gone = f.fillers.iter().filter(|a| lexis.personal(f.predicate) && lexis.named(a.term));
        let gone = gone.filter(|a| matches!(a.name, SlotName::Agent | SlotName::Patient));
        own.extend(gone.flat_map(|a| [7 << 40 | u64::from(a.term.0), 8 << 40 | u64::from(a.term.0)]));
        own.sort_unstable();
        own.dedup();
        for &k in &own {
            postings.entry(k).or_default().push(i as u32);
        }
        keys.push(own);
    }
    let mut out = Vec::new();
    for (i, own) in keys.iter().enumerate() {
        let mut met: Vec<u32> = Vec::new();
        for k in own {
            let list = &postings[k];
            if list.len() <= CROWD {
                met.extend(list.iter().take_while(|&&j| (j as usize) < i));
            }
        }
        met.sort_unstable();
        let mut partners: Vec<(usize, u32)> = (met.chunk_by(|a, b| a == b))
            .map(|c| (shared(own, &keys[c[0] as usize]), c[0]))
            .filter(|&(n, _)| n >= 2)
            .collect();
        partners.arrange_by_key(|&(n, j)| (std::cmp::Reverse(n), j));
        partners.truncate(PARTNERS);
        out.extend(partners.into_iter().map(|(_, j)| (places[j as usize], places[i])));
    }
    let mut within: BTreeMap<(ArticleIx, u32), Vec<usize>> = BTreeMap::new();
    for &p in places {
        within.entry((facts[p].article, facts[p].sentence)).or_default().push(p);
    }
    for (p, q) in beside {
        if let (Some(p), Some(q)) = (within.get(p), within.get(q)) {
            let of = |list: &[usize]| list.iter().copied().take(CLAUSES).collect::<Vec<_>>();
            out.extend(of(p).iter().flat_map(|&a| of(q).into_iter().map(move |b| (a.min(b), a.max(b)))));
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// How many keys two sorted lists share.
fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut n) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                n += 1;
                i += 1;
                j += 1;
            }
        }
    }
    n
}
