//! Sets and maps of what an iterator yields.
//!
//! The standard library sorts what it collects into them, by a sort that is written out anew for each type, some six
//! kilobytes each. Putting one in after the other takes no longer than the lists here ask for.

use std::collections::{BTreeMap, BTreeSet};

/// Iterators that end in a sorted set or map.
pub trait Gather: Iterator + Sized {
    /// The set of the items.
    fn into_set(self) -> BTreeSet<Self::Item>
    where
        Self::Item: Ord,
    {
        let mut set = BTreeSet::new();
        for item in self {
            set.insert(item);
        }
        set
    }

    /// The map of the pairs; of two with one key the last stays.
    fn into_map<K: Ord, V>(self) -> BTreeMap<K, V>
    where
        Self: Iterator<Item = (K, V)>,
    {
        let mut map = BTreeMap::new();
        for (key, value) in self {
            map.insert(key, value);
        }
        map
    }
}

impl<I: Iterator> Gather for I {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_library_collects() {
        let list = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'b')];
        let letters = || list.iter().map(|x| x.1);
        assert_eq!(letters().into_set(), letters().collect());
        assert_eq!(list.into_iter().into_map(), BTreeMap::from(list));
    }
}
