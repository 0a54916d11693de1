//! A word list that is looked up where it lies: sorted lines, found by halving.

/// Lines `key` or `key TAB value`, sorted by bytes. Nothing is parsed or built at the start.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines(pub(super) &'static str);

impl Lines {
    /// What stands beside `key`; empty for a list without values.
    pub(super) fn get(self, key: &str) -> Option<&'static str> {
        let all = self.0;
        let (mut lo, mut hi) = (0, all.len());
        while lo < hi {
            let mid = lo + (hi - lo) / 2;
            let start = all.as_bytes()[..mid].iter().rposition(|&b| b == b'\n').map_or(0, |p| p + 1);
            let end = all.as_bytes()[mid..].iter().position(|&b| b == b'\n').map_or(all.len(), |p| mid + p);
            let found = all.as_bytes()[start..end].split(|&b| b == b'\t').next().unwrap_or_default();
            match found.cmp(key.as_bytes()) {
                std::cmp::Ordering::Equal => return Some(all.get(start + found.len() + 1..end).unwrap_or("")),
                std::cmp::Ordering::Less => lo = end + 1,
                std::cmp::Ordering::Greater => hi = start,
            }
        }
        None
    }

    /// True if `key` is in the list.
    pub(super) fn has(self, key: &str) -> bool {
        self.get(key).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn every_line_is_found() {
        let list = Lines("a\t1\na b\t2\nab\nb\t3\n");
        for (key, value) in [("a", Some("1")), ("a b", Some("2")), ("ab", Some("")), ("b", Some("3"))] {
            assert_eq!(list.get(key), value, "{key}");
        }
        for key in ["", "0", "aa", "c", "a\t", "\n"] {
            assert_eq!(list.get(key), None, "{key:?}");
        }
        for list in [
            include_str!("lexicon/places.tsv"),
            include_str!("lexicon/people.tsv"),
            include_str!("lexicon/countries.tsv"),
        ] {
            for line in list.lines() {
                let (key, value) = line.split_once('\t').unwrap_or((line, ""));
                assert_eq!(Lines(list).get(key), Some(value));
            }
        }
    }
}
