//! The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): which steps, from any state,
//! lose none of the gold arcs that can still be reached.

use super::Deprel;
use super::transition::{NONE, State, Transition};

/// A gold tree, made projective.
#[derive(Clone, Debug)]
pub(super) struct Gold {
    /// The head of each word; the number of words for the root.
    pub(super) head: Vec<u32>,
    pub(super) rel: Vec<Deprel>,
    /// Dependents in text order.
    kids: Vec<Vec<u32>>,
}

impl Gold {
    /// A head of `None` is the root. Arcs that cross others are lifted to the head's head, the
    /// shortest first, until none crosses (Nivre and Nilsson 2005).
    pub(super) fn new(heads: &[Option<usize>], rel: Vec<Deprel>) -> Self {
        let n = heads.len() as u32;
        let mut head: Vec<u32> = heads.iter().map(|h| h.map_or(n, |h| h as u32)).collect();
        while let Some(child) = crossing(&head) {
            head[child] = head[head[child] as usize];
        }
        let mut kids = vec![Vec::new(); head.len() + 1];
        for (child, &h) in head.iter().enumerate() {
            kids[h as usize].push(child as u32);
        }
        Self { head, rel, kids }
    }

    /// The steps of least cost among the legal ones.
    pub(super) fn best(&self, state: &State) -> Vec<Transition> {
        let legal = state.legal();
        let (top, below, next) = (state.stacked(0), state.stacked(1), state.next);
        let mut costed = Vec::new();
        // Dependents of the top that are yet to come are lost when it leaves the stack.
        let lost = |top: u32| self.kids[top as usize].iter().filter(|&&k| k >= next).count();
        if legal.shift {
            let waiting = |k: u32| k < next && state.nodes[k as usize].head == NONE;
            let kids = self.kids[next as usize].iter().filter(|&&k| waiting(k)).count();
            let head = self.head[next as usize];
            let behind = head < next && head != top && waiting(head);
            costed.push((kids + usize::from(behind), Transition::Shift));
        }
        if legal.left {
            let (head, rel) = (self.head[top as usize], self.rel[top as usize]);
            let rel = if legal.root { Deprel::Root } else { not_root(rel) };
            let missed = head != next && (head == below || head > next);
            costed.push((lost(top) + usize::from(missed), Transition::Left(rel)));
        }
        if legal.right {
            let head = self.head[top as usize];
            let missed = head >= next;
            costed.push((lost(top) + usize::from(missed), Transition::Right(not_root(self.rel[top as usize]))));
        }
        let least = costed.iter().map(|c| c.0).min().unwrap_or(0);
        costed.into_iter().filter(|c| c.0 == least).map(|c| c.1).collect()
    }
}

/// A root that must hang elsewhere stands beside what it hangs on.
fn not_root(rel: Deprel) -> Deprel {
    if rel == Deprel::Root { Deprel::Parataxis } else { rel }
}

/// The child of the shortest arc over some word that does not hang under its head; the root covers all.
fn crossing(head: &[u32]) -> Option<usize> {
    let n = head.len() as u32;
    let under = |mut w: u32, top: u32| {
        while w != n && w != top {
            w = head[w as usize];
        }
        w == top
    };
    (0..head.len())
        .filter(|&c| head[c] != n)
        .filter(|&c| {
            let (a, b) = ((c as u32).min(head[c]), (c as u32).max(head[c]));
            (a + 1..b).any(|w| !under(w, head[c]))
        })
        .min_by_key(|&c| (c as u32).abs_diff(head[c]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Following the oracle from the start yields the gold tree.
    #[test]
    fn the_oracle_leads_home() {
        for heads in [&[1, -1, 1][..], &[-1], &[2, 2, -1, 5, 5, 2], &[1, 4, 1, 2, -1]] {
            let heads: Vec<_> = heads.iter().map(|&h| usize::try_from(h).ok()).collect();
            let rels = heads.iter().map(|h| if h.is_some() { Deprel::Obj } else { Deprel::Root }).collect();
            let gold = Gold::new(&heads, rels);
            let mut state = State::default();
            state.reset(heads.len());
            while !state.is_done() {
                let best = gold.best(&state);
                state.apply(best[0]);
            }
            let found: Vec<u32> = state.nodes[..heads.len()].iter().map(|n| n.head).collect();
            assert_eq!(found, gold.head);
        }
    }

    #[test]
    fn crossing_arcs_are_lifted() {
        // 0 -> 2 crosses 1 -> 3: "a hearing is scheduled on the issue".
        let gold = Gold::new(&[Some(2), Some(3), Some(3), None], vec![Deprel::Dep; 4]);
        assert!(crossing(&gold.head).is_none());
    }
}
