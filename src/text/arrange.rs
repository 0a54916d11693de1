//! Sorting, and looking back, by one machine for all kinds of things.
//!
//! The sorts of the standard library are written out anew for each type and order, some four kilobytes each, and the
//! core sorts in a hundred places. Here the places of things are sorted, by one sort; then the things are put there.
//! Lists that are long or sorted in inner loops keep to the standard library.

use std::cmp::Ordering;
use std::ops::Range;

/// Lists that can be sorted. What is equal keeps its order.
pub trait Arrange<T> {
    /// Sorts by an order.
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// Sorts by a key.
    fn arrange_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }

    /// Sorts by the things' own order.
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }
}

impl<T> Arrange<T> for [T] {
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let mut from = places(self.len(), &|a, b| compare(&self[a], &self[b]));
        // Each circle of places is walked once: what belongs in one is fetched from the next.
        for start in 0..self.len() {
            let mut at = start;
            while from[at] != start {
                let next = std::mem::replace(&mut from[at], at);
                self.swap(at, next);
                at = next;
            }
            from[at] = at;
        }
    }
}

/// Sorts a list and takes out what it has twice.
pub fn sort_unique<T: Ord>(list: &mut Vec<T>) {
    list.arrange();
    list.dedup();
}

/// The last place of a range that is as asked. One machine for all questions: the iterators of the standard library are
/// written out anew for each.
#[inline(never)]
pub fn back(range: Range<usize>, asked: &dyn Fn(usize) -> bool) -> Option<usize> {
    range.rev().find(|&t| asked(t))
}

/// Where what belongs in each place stands now.
#[inline(never)]
fn places(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut from: Vec<usize> = (0..length).collect();
    from.sort_by(|&a, &b| compare(a, b));
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_one() {
        assert_eq!(back(0..9, &|t| t % 4 == 0), Some(8));
        assert_eq!(back(1..4, &|t| t % 4 == 0), None);
    }

    #[test]
    fn each_once() {
        let mut list = vec!["b", "a", "c", "b", "a"];
        sort_unique(&mut list);
        assert_eq!(list, ["a", "b", "c"]);
    }

    #[test]
    fn as_the_standard_library_sorts() {
        let mut seed = 7u32;
        for length in (0..70).chain([500]) {
            let mut list: Vec<(u32, usize)> = (0..length)
                .map(|i| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 28, i)
                })
                .collect();
            let mut other = list.clone();
            list.arrange_by_key(|x| x.0);
            other.sort_by_key(|x| x.0);
            assert_eq!(list, other);
            list.arrange_by(|a, b| b.cmp(a));
            other.sort_by(|a, b| b.cmp(a));
            assert_eq!(list, other);
            list.arrange();
            other.sort();
            assert_eq!(list, other);
        }
    }
}
