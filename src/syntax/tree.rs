//! Heads and relations, with what hangs on each token laid out for quick reading.

use super::Deprel;
use crate::text::TokenIx;
use std::ops::Range;

/// Heads and relations, one entry per token of the article.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// The head's place in the article, `None` for a root. Heads stay inside the sentence.
    pub head: Vec<Option<TokenIx>>,
    /// Relation to the head.
    pub deprel: Vec<Deprel>,
    /// All dependents, by head, then in text order.
    kids: Vec<TokenIx>,
    /// Where each head's dependents begin in `kids`; one entry more than tokens.
    first: Vec<u32>,
    /// First and last + 1 token of what hangs on each.
    reach: Vec<(u32, u32)>,
}

impl Tree {
    /// Lays out an article's heads and relations. Linear; a head out of range counts as none.
    pub fn new(mut head: Vec<Option<TokenIx>>, mut deprel: Vec<Deprel>) -> Self {
        let n = head.len();
        deprel.resize(n, Deprel::Dep);
        for h in &mut head {
            *h = h.filter(|h| h.ix() < n);
        }
        let mut first = vec![0u32; n + 1];
        for h in head.iter().flatten() {
            first[h.ix() + 1] += 1;
        }
        for t in 0..n {
            first[t + 1] += first[t];
        }
        let mut next = first.clone();
        let mut kids = vec![TokenIx(0); first[n] as usize];
        for (t, h) in head.iter().enumerate() {
            if let Some(h) = h {
                kids[next[h.ix()] as usize] = TokenIx::new(t);
                next[h.ix()] += 1;
            }
        }
        let reach = reach(&head, &first);
        Self { head, deprel, kids, first, reach }
    }

    /// Direct dependents in text order.
    pub fn children(&self, t: usize) -> &[TokenIx] {
        &self.kids[self.first[t] as usize..self.first[t + 1] as usize]
    }

    /// First and last token of what hangs on `t`, itself included; gaps are covered.
    pub fn subtree(&self, t: usize) -> Range<usize> {
        let (lo, hi) = self.reach[t];
        lo as usize..hi as usize
    }
}

/// Widens each head's reach by its dependents', leaves first (Kahn's order); a cycle is never entered.
fn reach(head: &[Option<TokenIx>], first: &[u32]) -> Vec<(u32, u32)> {
    let mut reach: Vec<(u32, u32)> = (0..head.len() as u32).map(|t| (t, t + 1)).collect();
    let mut open: Vec<u32> = first.windows(2).map(|w| w[1] - w[0]).collect();
    for leaf in 0..head.len() {
        if first[leaf] < first[leaf + 1] {
            continue;
        }
        let mut at = leaf;
        while let Some(h) = head[at].map(TokenIx::ix) {
            let (lo, hi) = reach[at];
            reach[h] = (reach[h].0.min(lo), reach[h].1.max(hi));
            open[h] -= 1;
            if open[h] > 0 {
                break;
            }
            at = h;
        }
    }
    reach
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(heads: &[i32]) -> Tree {
        let head = heads.iter().map(|&h| usize::try_from(h).ok().map(TokenIx::new)).collect();
        Tree::new(head, vec![Deprel::Dep; heads.len()])
    }

    #[test]
    fn children_and_subtrees() {
        // 0 <- 1, 2 -> 1 is the root's child: heads 1 2 - 2 3
        let t = tree(&[1, 2, -1, 2, 3]);
        assert_eq!(t.children(2), [TokenIx(1), TokenIx(3)]);
        assert_eq!(t.children(0), []);
        let reach: Vec<_> = (0..5).map(|i| t.subtree(i)).collect();
        assert_eq!(reach, [0..1, 0..2, 0..5, 3..5, 4..5]);
    }

    #[test]
    fn cycles_and_heads_out_of_range_are_harmless() {
        let t = tree(&[1, 0, 9, 0]);
        assert_eq!(t.head[2], None);
        assert_eq!(t.subtree(3), 3..4);
        assert_eq!(t.children(0), [TokenIx(1), TokenIx(3)]);
    }
}
