//! Which sentences to set side by side: those that share most, found by an index, so that cost grows with the dossier,
//! not with its square. A claim may share hardly a word with its counterpart while their sentences share the names.

use super::lexis::Lexis;
use super::lines::{Line, Says};
use crate::text::{Arrange, ArticleIx, sort_unique};
use std::collections::{BTreeMap, BTreeSet};

/// A word in more sentences than this finds no pair.
const CROWD: usize = 96;
/// Nearest sentences that one is set beside: many in a small dossier, few in a large one.
const MOST: usize = 8;
const FEWEST: usize = 2;
/// Sentences of a dossier from which on they become fewer.
const SMALL: usize = 100;

/// A sentence of an article.
pub(super) type Place = (ArticleIx, u32);

/// Pairs of sentences, the lower place first.
pub(super) fn neighbours(lexis: &Lexis<'_>, rows: &[Line]) -> BTreeSet<(Place, Place)> {
    let keys: Vec<Vec<u64>> = rows.iter().map(|row| keys(lexis, row)).collect();
    let mut postings: BTreeMap<u64, Vec<u32>> = BTreeMap::new();
    for (i, own) in keys.iter().enumerate() {
        own.iter().for_each(|&k| postings.entry(k).or_default().push(i as u32));
    }
    let most = (MOST * SMALL / rows.len().max(1)).clamp(FEWEST, MOST);
    let place = |i: usize| (rows[i].article, rows[i].sentence);
    let mut out = BTreeSet::new();
    for (i, own) in keys.iter().enumerate() {
        let mut met: BTreeMap<u32, f32> = BTreeMap::new();
        for list in own.iter().map(|k| &postings[k]).filter(|l| l.len() <= CROWD) {
            let tells = (1.0 + rows.len() as f32 / list.len() as f32).ln();
            list.iter().filter(|&&j| j as usize != i).for_each(|&j| *met.entry(j).or_default() += tells);
        }
        // A long sentence shares more by chance.
        let part = |j: u32, w: f32| w / (own.len() as f32 * keys[j as usize].len() as f32).sqrt();
        let mut near: Vec<(f32, u32)> = met.into_iter().map(|(j, w)| (part(j, w), j)).collect();
        near.arrange_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        near.truncate(most);
        out.extend(near.into_iter().map(|(_, j)| {
            let (p, q) = (place(i), place(j as usize));
            (p.min(q), p.max(q))
        }));
    }
    out
}

/// What a sentence is found by: its names, and its words by the kind of happening or the neighbourhood of meaning.
fn keys(lexis: &Lexis<'_>, row: &Line) -> Vec<u64> {
    let mut out: Vec<u64> = Vec::new();
    for word in &row.words {
        if let Says::Name(t) | Says::Content(t) = word.says {
            out.push(lexis.key(t));
            out.extend(lexis.other_keys(t));
        }
    }
    sort_unique(&mut out);
    out
}
