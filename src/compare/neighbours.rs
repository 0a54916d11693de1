//! Which sentences to set side by side: those that share most, found by an index, so that cost grows with the dossier,
//! not with its square. A claim may share hardly a word with its counterpart while their sentences share the names.

use super::lexis::Lexis;
use super::lines::{Line, Says};
use crate::text::{ArticleIx, sort_unique};
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
    // Per sentence: how much it shares with this one; all are put back to nothing.
    let mut shared = vec![0f32; rows.len()];
    for (i, own) in keys.iter().enumerate() {
        let mut met: Vec<u32> = Vec::new();
        for list in own.iter().map(|k| &postings[k]).filter(|l| l.len() <= CROWD) {
            let tells = (1.0 + rows.len() as f32 / list.len() as f32).ln();
            for &j in list.iter().filter(|&&j| j as usize != i) {
                let shared = &mut shared[j as usize];
                if *shared == 0.0 {
                    met.push(j);
                }
                *shared += tells;
            }
        }
        let mut near: Vec<(f32, u32)> = Vec::with_capacity(most + 1);
        for j in met {
            let tells = std::mem::take(&mut shared[j as usize]);
            // A long sentence shares more by chance.
            let part = tells / (own.len() as f32 * keys[j as usize].len() as f32).sqrt();
            let at = near.iter().rposition(|n| part.total_cmp(&n.0).then(n.1.cmp(&j)).is_lt()).map_or(0, |at| at + 1);
            if at < most {
                near.insert(at, (part, j));
                near.truncate(most);
            }
        }
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
