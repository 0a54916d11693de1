//! The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011).
//!
//! A stack of words and the words not yet read. An artificial root stands after the last word
//! (Ballesteros and Nivre 2013). `SHIFT` reads a word; `LEFT` hangs the top of the stack on the next
//! word, `RIGHT` on the word below it. The root takes one word only, when it is the last on the stack:
//! so every sequence of 2n transitions yields one projective tree with one root.

use super::Deprel;

/// No word.
pub(super) const NONE: u32 = u32::MAX;

/// The number of relations.
const RELATIONS: usize = Deprel::ALL.len();

/// The number of transitions, as classes of a model.
pub(super) const TRANSITIONS: usize = 1 + 2 * RELATIONS;

/// One step of the parser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Transition {
    /// The next word goes on the stack.
    Shift,
    /// The top of the stack hangs on the next word.
    Left(Deprel),
    /// The top of the stack hangs on the word below it.
    Right(Deprel),
}

impl Transition {
    /// Its number as a class.
    #[cfg(any(test, feature = "train"))]
    pub(super) fn class(self) -> usize {
        match self {
            Transition::Shift => 0,
            Transition::Left(rel) => 1 + rel as usize,
            Transition::Right(rel) => 1 + RELATIONS + rel as usize,
        }
    }

    /// The transition of a number.
    pub(super) fn from_class(class: usize) -> Self {
        match class.checked_sub(1) {
            None => Transition::Shift,
            Some(c) if c < RELATIONS => Transition::Left(Deprel::ALL[c]),
            Some(c) => Transition::Right(Deprel::ALL[(c - RELATIONS).min(RELATIONS - 1)]),
        }
    }
}

/// Which kinds of transition a state allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Legal {
    pub(super) shift: bool,
    pub(super) left: bool,
    pub(super) right: bool,
    /// `LEFT` hangs on the root: only the relation `root`, and no other `LEFT` has it.
    pub(super) root: bool,
}

impl Legal {
    /// From 0 to 15.
    pub(super) fn number(self) -> usize {
        usize::from(self.shift)
            | usize::from(self.left) << 1
            | usize::from(self.right) << 2
            | usize::from(self.root) << 3
    }

    /// The combination of a number.
    pub(super) fn from_number(n: usize) -> Self {
        Self { shift: n & 1 > 0, left: n & 2 > 0, right: n & 4 > 0, root: n & 8 > 0 }
    }

    /// True if the step may be taken.
    pub(super) fn allows(self, step: Transition) -> bool {
        match step {
            Transition::Shift => self.shift,
            Transition::Left(rel) => self.left && self.root == (rel == Deprel::Root),
            Transition::Right(rel) => self.right && rel != Deprel::Root,
        }
    }
}

/// What the parser knows of a word while it builds the tree.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) head: u32,
    pub(super) rel: Deprel,
    /// The outermost dependents so far: leftmost, second leftmost, rightmost, second rightmost.
    pub(super) left: [u32; 2],
    pub(super) right: [u32; 2],
    /// How many dependents on each side.
    pub(super) counts: [u8; 2],
    /// A bit for each relation among the dependents.
    pub(super) rels: u64,
}

const BARE: Node = Node { head: NONE, rel: Deprel::Dep, left: [NONE; 2], right: [NONE; 2], counts: [0; 2], rels: 0 };

/// A sentence half parsed.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    /// Words whose heads are not found yet, below the next word.
    pub(super) stack: Vec<u32>,
    /// The next word; as many as there are words: the root.
    pub(super) next: u32,
    /// The words, then the root.
    pub(super) nodes: Vec<Node>,
}

impl State {
    /// Begins a sentence of `n` words.
    pub(super) fn reset(&mut self, n: usize) {
        self.stack.clear();
        self.next = 0;
        self.nodes.clear();
        self.nodes.resize(n + 1, BARE);
    }

    /// The root's number.
    pub(super) fn root(&self) -> u32 {
        self.nodes.len() as u32 - 1
    }

    /// True when the root has its word (or there is none).
    pub(super) fn is_done(&self) -> bool {
        self.next == self.root() && self.stack.is_empty()
    }

    /// The `i`th word from the top of the stack.
    pub(super) fn stacked(&self, i: usize) -> u32 {
        self.stack.len().checked_sub(i + 1).map_or(NONE, |at| self.stack[at])
    }

    /// What may come next; at least one kind unless done.
    pub(super) fn legal(&self) -> Legal {
        let (depth, at_root) = (self.stack.len(), self.next == self.root());
        Legal { shift: !at_root, left: if at_root { depth == 1 } else { depth > 0 }, right: depth > 1, root: at_root }
    }

    /// Takes one step, which must be legal.
    pub(super) fn apply(&mut self, step: Transition) {
        match step {
            Transition::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Transition::Left(rel) => {
                let Some(child) = self.stack.pop() else { return };
                self.nodes[child as usize].head = self.next;
                self.nodes[child as usize].rel = rel;
                let head = &mut self.nodes[self.next as usize];
                head.left = [child, head.left[0]];
                head.counts[0] = head.counts[0].saturating_add(1);
                head.rels |= 1 << rel as u32;
            }
            Transition::Right(rel) => {
                let Some(child) = self.stack.pop() else { return };
                let Some(&top) = self.stack.last() else { return };
                self.nodes[child as usize].head = top;
                self.nodes[child as usize].rel = rel;
                let head = &mut self.nodes[top as usize];
                head.right = [child, head.right[0]];
                head.counts[1] = head.counts[1].saturating_add(1);
                head.rels |= 1 << rel as u32;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_go_there_and_back() {
        for class in 0..TRANSITIONS {
            assert_eq!(Transition::from_class(class).class(), class);
        }
    }

    /// Whatever legal steps are taken, each word gets one head and the root one word.
    #[test]
    fn any_legal_walk_is_a_tree() {
        for seed in 0..200u32 {
            let n = seed as usize % 9;
            let mut state = State::default();
            state.reset(n);
            let (mut steps, mut dice) = (0, seed);
            while !state.is_done() && n > 0 {
                let legal = state.legal();
                let root = if legal.root { Deprel::Root } else { Deprel::Dep };
                let open: Vec<_> = [
                    (legal.shift, Transition::Shift),
                    (legal.left, Transition::Left(root)),
                    (legal.right, Transition::Right(Deprel::Obj)),
                ]
                .into_iter()
                .filter(|o| o.0)
                .collect();
                dice = dice.wrapping_mul(0x9E37_79B1).wrapping_add(1);
                state.apply(open[(dice >> 16) as usize % open.len()].1);
                steps += 1;
            }
            assert_eq!(steps, 2 * n);
            let roots = state.nodes[..n].iter().filter(|w| w.head == n as u32).count();
            assert_eq!(roots, n.min(1));
            assert!(state.nodes[..n].iter().all(|w| w.head != NONE));
        }
    }
}
