//! Chains of mentions while they grow: a union-find that refuses what cannot be one thing.

use super::EntityType;
use crate::english::Gender;
use crate::text::sort_unique;

/// What kind of thing a mention can refer to, coarser than [`EntityType`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Person,
    /// Organisations and groups.
    Body,
    /// Places, and countries as actors.
    Place,
    /// Peoples and creeds.
    People,
    /// Events, laws, works and the rest.
    Other,
}

impl Class {
    pub(super) fn of(kind: EntityType) -> Self {
        match kind {
            EntityType::Person => Class::Person,
            EntityType::Org => Class::Body,
            EntityType::Gpe | EntityType::Loc | EntityType::Fac => Class::Place,
            EntityType::Norp => Class::People,
            _ => Class::Other,
        }
    }
}

/// Both are known and differ.
fn clash<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    a.is_some() && b.is_some() && a != b
}

/// What is known of a chain, kept at its root.
#[derive(Clone, Debug, Default)]
struct Known {
    gender: Option<Gender>,
    plural: Option<bool>,
    size: u32,
    named: bool,
    /// Mentions known to be another's, whatever chains they are in by now.
    others: Vec<u32>,
}

/// So many others are held against a chain.
const MOST_OTHERS: usize = 16;

/// Mentions by number, joined into chains.
#[derive(Clone, Debug)]
pub(super) struct Chains {
    parent: Vec<u32>,
    known: Vec<Known>,
    /// Why each mention joined its chain; empty for one that stands alone or came first.
    pub why: Vec<String>,
}

impl Chains {
    pub(super) fn new(n: usize) -> Self {
        Self {
            parent: (0..n as u32).collect(),
            known: vec![Known { size: 1, ..Known::default() }; n],
            why: vec![String::new(); n],
        }
    }

    pub(super) fn root(&mut self, mut m: usize) -> usize {
        while self.parent[m] as usize != m {
            self.parent[m] = self.parent[self.parent[m] as usize];
            m = self.parent[m] as usize;
        }
        m
    }

    pub(super) fn same(&mut self, a: usize, b: usize) -> bool {
        self.root(a) == self.root(b)
    }

    pub(super) fn size(&mut self, m: usize) -> u32 {
        let r = self.root(m);
        self.known[r].size
    }

    pub(super) fn is_named(&mut self, m: usize) -> bool {
        let r = self.root(m);
        self.known[r].named
    }

    pub(super) fn set_named(&mut self, m: usize) {
        let r = self.root(m);
        self.known[r].named = true;
    }

    pub(super) fn set_gender(&mut self, m: usize, gender: Gender) {
        let r = self.root(m);
        self.known[r].gender.get_or_insert(gender);
    }

    pub(super) fn set_plural(&mut self, m: usize, plural: bool) {
        let r = self.root(m);
        self.known[r].plural.get_or_insert(plural);
    }

    /// True unless gender or number speak against one chain.
    pub(super) fn agree(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        let (a, b) = (&self.known[a], &self.known[b]);
        !clash(a.gender, b.gender) && !clash(a.plural, b.plural)
    }

    /// The two are known to be two.
    pub(super) fn set_apart(&mut self, a: usize, b: usize) {
        let (x, y) = (self.root(a), self.root(b));
        if x == y {
            return;
        }
        for (root, other) in [(x, b), (y, a)] {
            let others = &mut self.known[root].others;
            if others.len() < MOST_OTHERS {
                others.push(other as u32);
            }
        }
    }

    /// True if something told that the two are two.
    pub(super) fn are_apart(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        let few = if self.known[a].others.len() <= self.known[b].others.len() { (a, b) } else { (b, a) };
        (0..self.known[few.0].others.len()).any(|i| {
            let other = self.known[few.0].others[i] as usize;
            self.root(other) == few.1
        })
    }

    /// The chains that are known to be two, by their numbers.
    pub(super) fn apart(&mut self) -> Vec<[u32; 2]> {
        let numbers = self.numbers();
        let others = (self.known.iter().enumerate()).flat_map(|(m, k)| k.others.iter().map(move |&other| (m, other)));
        let pair = |(m, other): (usize, u32)| [numbers[m], numbers[other as usize]];
        let mut out: Vec<[u32; 2]> = others.map(pair).filter(|[a, b]| a < b).collect();
        sort_unique(&mut out);
        out
    }

    /// Joins what a description, an office or a deed brings together; names never, whatever stands between them.
    pub(super) fn join_described(&mut self, earlier: usize, later: usize, why: &str) -> bool {
        let names = self.is_named(earlier) && self.is_named(later);
        if names && !self.same(earlier, later) {
            return false;
        }
        self.join(earlier, later, why)
    }

    /// Joins `later` to `earlier`, saying why; false if they cannot be one.
    pub(super) fn join(&mut self, earlier: usize, later: usize, why: &str) -> bool {
        let (a, b) = (self.root(earlier), self.root(later));
        if a == b {
            return true;
        }
        if !self.agree(a, b) || self.are_apart(a, b) {
            return false;
        }
        if self.why[later].is_empty() {
            why.clone_into(&mut self.why[later]);
        }
        let (top, below) = if self.known[a].size >= self.known[b].size { (a, b) } else { (b, a) };
        let low = std::mem::take(&mut self.known[below]);
        let known = &mut self.known[top];
        known.gender = known.gender.or(low.gender);
        known.plural = known.plural.or(low.plural);
        known.size += low.size;
        known.named |= low.named;
        known.others.extend(low.others);
        known.others.truncate(MOST_OTHERS);
        self.parent[below] = top as u32;
        true
    }

    /// Chain numbers, counted in the order of first mention.
    pub(super) fn numbers(&mut self) -> Vec<u32> {
        let mut number = vec![u32::MAX; self.parent.len()];
        let mut next = 0;
        (0..self.parent.len())
            .map(|m| {
                let r = self.root(m);
                if number[r] == u32::MAX {
                    number[r] = next;
                    next += 1;
                }
                number[r]
            })
            .collect()
    }
}
