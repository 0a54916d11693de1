//! The tagger's feature templates: the word, its neighbours, their affixes, shapes and clusters, the tags before it
//! (Ratnaparkhi 1996; clusters as in Turian et al. 2010).

use super::lexical::Lexical;
use crate::linear::mix;

/// The number of templates.
pub(super) const TEMPLATES: usize = 34;

/// The number of templates that ask for the classes to the right too.
pub(super) const RIGHT: usize = 6;

/// Stands outside the sentence.
const EDGE: Lexical =
    Lexical { form: 3, suffix: [0; 3], prefix: 0, shape: 4096, cluster: super::clusters::Cluster::NONE };

/// A sentence as the templates see it.
pub(super) struct Context<'a> {
    words: &'a [Lexical],
    /// Nearly every word is capitalised: a headline or a shout.
    title: u32,
}

impl<'a> Context<'a> {
    pub(super) fn new(words: &'a [Lexical]) -> Self {
        let lettered = words.iter().filter(|w| w.shape & 7 != 0).count();
        let capital = words.iter().filter(|w| w.capital()).count();
        let small = words.iter().filter(|w| w.has_lower()).count();
        let title = if small == 0 { 2 } else { u32::from(lettered > 3 && capital * 3 > lettered * 2) };
        Self { words, title }
    }

    fn at(&self, i: usize, shift: isize) -> &Lexical {
        i.checked_add_signed(shift).and_then(|i| self.words.get(i)).unwrap_or(&EDGE)
    }

    /// The features of word `i`, after the classes `t1` (of the word before) and `t2`.
    pub(super) fn features(&self, i: usize, [t1, t2]: [u32; 2]) -> [u32; TEMPLATES] {
        let [b, a, w, n, m] = [-2, -1, 0, 1, 2].map(|d| self.at(i, d));
        let (fine, coarse) = (|x: &Lexical| x.cluster.fine(), |x: &Lexical| x.cluster.coarse());
        let first = u32::from(i == 0 || i == 1 && a.shape & 128 != 0);
        let cased = w.shape << 4 | first << 2 | self.title;
        let [s2, s3, s4] = w.suffix;
        [
            mix(1, w.form),
            mix(mix(2, w.form), cased & 0x37),
            mix(3, s2),
            mix(4, s3),
            mix(5, s4),
            mix(6, w.prefix),
            mix(7, cased),
            mix(mix(8, cased), s3),
            mix(9, a.form),
            mix(10, n.form),
            mix(11, b.form),
            mix(12, m.form),
            mix(mix(13, a.form), w.form),
            mix(mix(14, w.form), n.form),
            mix(16, fine(w)),
            mix(17, coarse(w)),
            mix(18, fine(a)),
            mix(19, fine(n)),
            mix(mix(20, coarse(a)), coarse(n)),
            mix(mix(21, coarse(n)), coarse(m)),
            mix(mix(22, coarse(w)), coarse(n)),
            mix(23, t1),
            mix(mix(24, t1), t2),
            mix(mix(25, t1), w.form),
            mix(mix(26, t1), n.form),
            mix(mix(27, t1), s3),
            mix(mix(28, t1), fine(w)),
            mix(mix(29, t1), coarse(n)),
            mix(mix(31, a.shape), cased),
            mix(mix(32, n.shape), cased),
            mix(33, n.suffix[1]),
            mix(34, a.suffix[0]),
            mix(mix(36, t1), n.suffix[0]),
            mix(mix(38, t1), cased),
        ]
    }

    /// What is added once the classes `n1` and `n2` of the two words behind are known.
    pub(super) fn right(&self, i: usize, t1: u32, [n1, n2]: [u32; 2]) -> [u32; RIGHT] {
        let w = self.at(i, 0);
        [
            mix(40, n1),
            mix(mix(41, n1), w.form),
            mix(mix(42, n1), t1),
            mix(mix(43, n1), n2),
            mix(mix(44, n1), w.suffix[1]),
            mix(mix(45, n1), w.cluster.fine()),
        ]
    }
}
