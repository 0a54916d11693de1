//! Which articles of a dossier tell of which happening: two robberies, two matches, two elections are not compared.
//!
//! Articles are clustered by average linkage (the nearest-neighbour chain of Murtagh, *A survey of recent advances in
//! hierarchical clustering algorithms*, 1983) over words that at least two of them share, names above all; rare words
//! weigh more. A cluster is parted where its two halves are much farther from each other than the articles of each.
//!
//! That needs three articles of each happening. What it leaves whole is parted once more by the bonds of its articles
//! (`bonds.rs`), with the same linkage over the odds that two of them tell of one happening.

use super::ArticleClaims;
use super::bonds::Bonds;
use super::lineage::Texts;
use crate::tags::Upos;
use crate::text::{Arrange, hash};
use std::collections::BTreeMap;

/// Two halves are two happenings if they are less near to each other than this part of what is usual inside of them.
const PARTED: f64 = 0.28;
/// Fewest articles that tell of a happening of their own.
const LEAST: usize = 3;
/// A name tells more of a happening than another word.
const NAME: f64 = 3.0;
/// How much more articles than there are a name's rarity is measured against.
const SHARED: f64 = 1.6;
/// Nearer than this two articles are copies, which say no more of what is usual than two accounts in words of their own.
const COPY: f64 = 0.75;
/// Dossiers of more articles are compared as one: each pair is looked at.
const MOST: usize = 1_000;

/// Logarithm of the odds of one happening below which two groups of articles tell of two, among up to [`FEW`].
const BOUND: f64 = -0.6;
/// The same for two articles in all, which somebody has set side by side, and for more, whose words tell better.
const BOUND_FIRM: f64 = -2.2;
/// So many articles are few.
const FEW: usize = 8;

/// Two clusters made one.
#[derive(Clone, Debug)]
struct Node {
    parts: Option<(usize, usize)>,
    size: usize,
    /// Sum of nearness over the pairs inside.
    inside: f64,
    /// Mean nearness of the two parts.
    across: f64,
}

/// Per article the number of its happening, from 0; all are 0 where there is one. Those that are not at `places` are left
/// out. What the words of many do not part, the bonds of few may.
pub(super) fn happenings(
    articles: &[ArticleClaims<'_>],
    texts: &Texts,
    places: &[usize],
    bonds: Option<&Bonds<'_>>,
) -> Vec<u32> {
    let mut numbers = vec![0; places.len()];
    if (2 * LEAST..=MOST).contains(&places.len()) {
        let counts: Vec<_> = places.iter().map(|&a| counts(&articles[a], texts, a)).collect();
        numbers = parted(&nearness(&vectors(&counts)));
    }
    if let Some(bonds) = bonds {
        numbers = unbound(&numbers, |i, j| bonds.odds(i, j));
    }
    let mut found = vec![0; articles.len()];
    for (&a, number) in places.iter().zip(numbers) {
        found[a] = number;
    }
    found
}

/// Each happening parted further into those between whose articles the odds of one are low on average.
fn unbound(numbers: &[u32], odds: impl Fn(usize, usize) -> f64) -> Vec<u32> {
    let mut clusters: Vec<Vec<usize>> = Vec::new();
    for number in 0..=numbers.iter().copied().max().unwrap_or(0) {
        let own: Vec<usize> = (0..numbers.len()).filter(|&i| numbers[i] == number).collect();
        if own.is_empty() {
            continue;
        }
        let near: Vec<Vec<f64>> = own.iter().map(|&i| own.iter().map(|&j| odds(i, j)).collect()).collect();
        let nodes = tree(&near);
        let least = if (3..=FEW).contains(&own.len()) { BOUND } else { BOUND_FIRM };
        let mut open: Vec<usize> = nodes.len().checked_sub(1).into_iter().collect();
        while let Some(n) = open.pop() {
            match nodes[n].parts {
                Some((a, b)) if nodes[n].across < least => open.extend([a, b]),
                _ => clusters.push(leaves(&nodes, n).into_iter().map(|i| own[i]).collect()),
            }
        }
    }
    numbered(clusters, numbers.len())
}

/// Content words with their number and whether they are names.
fn counts(article: &ArticleClaims<'_>, texts: &Texts, a: usize) -> BTreeMap<u64, (u32, bool)> {
    let mut found: BTreeMap<u64, (u32, bool)> = BTreeMap::new();
    for &(_, t) in &texts.words[a] {
        let name = match article.parse.upos(t) {
            Upos::Propn => true,
            Upos::Noun | Upos::Verb | Upos::Adj | Upos::Num => false,
            _ => continue,
        };
        let word = if name { article.parse.form(t) } else { article.parse.lemma(t) };
        let key = hash(word.chars().flat_map(char::to_lowercase)) ^ u64::from(name);
        found.entry(key).or_insert((0, name)).0 += 1;
    }
    found
}

/// Words that two articles share, of unit length: counts damped, rare words and names above others.
fn vectors(counts: &[BTreeMap<u64, (u32, bool)>]) -> Vec<Vec<(u64, f64)>> {
    let mut holders: BTreeMap<u64, u32> = BTreeMap::new();
    for &word in counts.iter().flat_map(BTreeMap::keys) {
        *holders.entry(word).or_default() += 1;
    }
    let weighed = |words: &BTreeMap<u64, (u32, bool)>| {
        let shared = words.iter().filter(|(w, _)| holders[w] > 1);
        let mut vector: Vec<(u64, f64)> = shared
            .map(|(&w, &(n, name))| {
                // A name that all share speaks for one happening; a common word that all share says nothing.
                let (weight, all) =
                    if name { (NAME, SHARED * counts.len() as f64) } else { (1.0, counts.len() as f64 + 1.0) };
                (w, weight * (1.0 + f64::from(n).ln()) * (all / f64::from(holders[&w])).ln())
            })
            .collect();
        let length = vector.iter().map(|(_, w)| w * w).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
        vector.iter_mut().for_each(|(_, w)| *w /= length);
        vector
    };
    counts.iter().map(weighed).collect()
}

/// Cosines of all pairs, added up word by word over the earlier articles that have it: most words few have.
fn nearness(vectors: &[Vec<(u64, f64)>]) -> Vec<Vec<f64>> {
    let mut holders: BTreeMap<u64, Vec<(usize, f64)>> = BTreeMap::new();
    let mut near: Vec<Vec<f64>> = Vec::with_capacity(vectors.len());
    for (a, vector) in vectors.iter().enumerate() {
        let mut row = vec![0.0; vectors.len()];
        for &(word, x) in vector {
            let own = holders.entry(word).or_default();
            own.push((a, x));
            own.iter().for_each(|&(b, y)| row[b] += x * y);
        }
        row.iter_mut().for_each(|sum| *sum = sum.min(COPY));
        near.iter_mut().zip(&row).for_each(|(earlier, &sum)| earlier[a] = sum);
        near.push(row);
    }
    near
}

/// The number of each article's happening, in the order of their first articles.
fn parted(near: &[Vec<f64>]) -> Vec<u32> {
    let nodes = tree(near);
    let (mut clusters, mut loose) = (Vec::new(), Vec::new());
    let mut open = vec![nodes.len() - 1];
    while let Some(top) = open.pop() {
        let (mut at, mut stray) = (top, Vec::new());
        let split = loop {
            let Some((a, b)) = nodes[at].parts else { break None };
            let (large, small) = if nodes[a].size < nodes[b].size { (b, a) } else { (a, b) };
            if nodes[small].size >= LEAST {
                let inside = |n: usize| {
                    let pairs = nodes[n].size * (nodes[n].size - 1) / 2;
                    nodes[n].inside / pairs as f64 * nodes[n].size as f64
                };
                let usual = (inside(a) + inside(b)) / nodes[at].size as f64;
                break (nodes[at].across < PARTED * usual).then_some((a, b));
            }
            stray.push(small);
            at = large;
        };
        match split {
            Some((a, b)) => {
                loose.extend(stray);
                open.extend([a, b]);
            }
            None => clusters.push(leaves(&nodes, top)),
        }
    }
    let kept = clusters.clone();
    for article in loose.into_iter().flat_map(|n| leaves(&nodes, n)) {
        let mean = |c: &[usize]| c.iter().map(|&k| near[article][k]).sum::<f64>() / c.len() as f64;
        let nearest = (0..kept.len()).max_by(|&a, &b| mean(&kept[a]).total_cmp(&mean(&kept[b])));
        clusters[nearest.unwrap_or(0)].push(article);
    }
    numbered(clusters, near.len())
}

/// The cluster of each of `n`, numbered in the order of their first.
fn numbered(mut clusters: Vec<Vec<usize>>, n: usize) -> Vec<u32> {
    clusters.arrange_by_key(|c| c.iter().min().copied());
    let mut numbers = vec![0; n];
    for (number, cluster) in clusters.iter().enumerate() {
        cluster.iter().for_each(|&a| numbers[a] = number as u32);
    }
    numbers
}

/// All merges, the last one last; quadratic in the articles.
fn tree(near: &[Vec<f64>]) -> Vec<Node> {
    let n = near.len();
    let mut nodes = vec![Node { parts: None, size: 1, inside: 0.0, across: 0.0 }; n];
    // Per row of the matrix, which node it stands for now.
    let mut stands: Vec<Option<usize>> = (0..n).map(Some).collect();
    let mut near: Vec<Vec<f64>> = near.to_vec();
    let mut chain: Vec<usize> = Vec::new();
    while nodes.len() < 2 * n - 1 {
        let Some(last) = chain.last().copied().or_else(|| stands.iter().position(Option::is_some)) else { break };
        if chain.is_empty() {
            chain.push(last);
        }
        let before = chain.len().checked_sub(2).map(|i| chain[i]);
        let others = (0..n).filter(|&k| k != last && stands[k].is_some());
        // Of equals the one before in the chain, else the first.
        let key = |k: usize| (near[last][k], Some(k) == before);
        let best = others.reduce(|a, b| {
            let ((x, held), (y, next)) = (key(a), key(b));
            if y > x || y == x && next && !held { b } else { a }
        });
        let Some(best) = best else { break };
        if Some(best) != before {
            chain.push(best);
            continue;
        }
        chain.truncate(chain.len() - 2);
        let (Some(a), Some(b)) = (stands[last], stands[best]) else { break };
        let (x, y) = (nodes[a].size as f64, nodes[b].size as f64);
        let across = near[last][best];
        let inside = nodes[a].inside + nodes[b].inside + x * y * across;
        nodes.push(Node { parts: Some((a, b)), size: nodes[a].size + nodes[b].size, inside, across });
        let (stays, goes) = (last.min(best), last.max(best));
        let means: Vec<f64> = near[last].iter().zip(&near[best]).map(|(a, b)| (x * a + y * b) / (x + y)).collect();
        for (row, &mean) in near.iter_mut().zip(&means) {
            row[stays] = mean;
        }
        near[stays] = means;
        stands[goes] = None;
        stands[stays] = Some(nodes.len() - 1);
    }
    nodes
}

/// The articles of a node.
fn leaves(nodes: &[Node], node: usize) -> Vec<usize> {
    let (mut found, mut open) = (Vec::new(), vec![node]);
    while let Some(n) = open.pop() {
        match nodes[n].parts {
            Some((a, b)) => open.extend([a, b]),
            None => found.push(n),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of each article, names in capitals → numbers of happenings.
    fn check(articles: &[&str], want: &[u32]) {
        let counts: Vec<_> = (articles.iter())
            .map(|words| {
                let word = |w: &str| (hash(w.chars()), (1, w.starts_with(char::is_uppercase)));
                words.split(' ').map(word).collect()
            })
            .collect();
        assert_eq!(parted(&nearness(&vectors(&counts))), want, "{articles:?}");
    }

    #[test]
    fn happenings_apart() {
        // ok: two robberies, one of them told by four
        let (lomo, oslo) = ("Lomo Sousa bank robbed police money", "Oslo Berg bank robbed police shop");
        check(&[lomo, oslo, lomo, oslo, lomo, oslo, lomo], &[0, 1, 0, 1, 0, 1, 0]);
        // no: one robbery in two wordings, a single article of another, too few to tell
        let other = "Lomo Sousa thieves cash officers raid";
        check(&[lomo, other, lomo, other, lomo, other], &[0; 6]);
        check(&[lomo, lomo, lomo, lomo, lomo, oslo], &[0; 6]);
        check(&[lomo, lomo, lomo, oslo, oslo], &[0; 5]);
    }

    /// Odds of one happening for each pair, row by row → numbers.
    fn check_odds(odds: &[&[f64]], want: &[u32]) {
        let at = |i: usize, j: usize| if i == j { 0.0 } else { odds[i.max(j)][i.min(j)] };
        assert_eq!(unbound(&vec![0; odds.len()], at), want, "{odds:?}");
    }

    #[test]
    fn few_articles_by_their_bonds() {
        // ok: two and two; one that nothing binds
        check_odds(&[&[], &[3.0], &[-3.0, -2.0], &[-2.0, -3.0, 3.0]], &[0, 0, 1, 1]);
        check_odds(&[&[], &[-4.0], &[3.0, -4.0]], &[0, 1, 0]);
        // no: one of them is bound to all; of two articles in all more is asked
        check_odds(&[&[], &[3.0], &[-2.0, 2.0]], &[0, 0, 0]);
        check_odds(&[&[], &[-2.0]], &[0, 0]);
        check_odds(&[&[], &[-3.0]], &[0, 1]);
        check_odds(&[&[]], &[0]);
        check_odds(&[], &[]);
    }
}
