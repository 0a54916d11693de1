//! The feature templates of the name recogniser.

use super::acronyms::Initials;
use super::clues::Clue;
use super::others::{Elsewhere, NOWHERE};
use crate::linear::mix;
use crate::tags::{Cluster, Lexical, Upos};
use std::ops::Range;

/// An article as the templates see it.
pub(super) struct Context<'a> {
    pub(super) words: &'a [Lexical],
    pub(super) upos: &'a [Upos],
    pub(super) clues: &'a [Clue],
    pub(super) elsewhere: &'a [Elsewhere],
    pub(super) initials: &'a [Initials],
    /// Nearly every word of its sentence is capitalised: a headline or a shout.
    pub(super) loud: &'a [bool],
}

/// A word with what is known of it.
#[derive(Clone, Copy)]
struct Seen {
    word: Lexical,
    upos: u32,
    clue: Clue,
}

const EDGE: Seen = Seen {
    word: Lexical { form: 3, suffix: [0; 3], prefix: 0, shape: 4096, cluster: Cluster::NONE },
    upos: 17,
    clue: Clue { place: 0, organisation: 0, person: 0, kind: 0, first: 0, end: 0 },
};

impl Seen {
    fn fine(&self) -> u32 {
        self.word.cluster.fine()
    }

    fn coarse(&self) -> u32 {
        self.word.cluster.coarse()
    }

    /// All that lists say.
    fn lists(&self) -> u32 {
        self.clue.organisation << 16 | self.clue.place << 8 | self.clue.person << 4 | self.clue.kind
    }
}

impl Context<'_> {
    fn at(&self, t: isize, sentence: &Range<usize>) -> Seen {
        match usize::try_from(t) {
            Ok(t) if sentence.contains(&t) => {
                Seen { word: self.words[t], upos: self.upos[t] as u32, clue: self.clues[t] }
            }
            _ => EDGE,
        }
    }

    /// Writes the features of token `t`, in `sentence` and in the run `run`, into `out`.
    pub(super) fn features(&self, t: usize, sentence: &Range<usize>, run: &Range<usize>, out: &mut Vec<u32>) {
        out.clear();
        let [b, a, w, n, m] = [-2, -1, 0, 1, 2].map(|d| self.at(t as isize + d, sentence));
        let first = u32::from(t == sentence.start);
        let shape = w.word.shape << 1 | first;
        let small = small(&w.word) << 1 | first;
        let [_, s3, s4] = w.word.suffix;
        out.extend([
            mix(1, w.word.form),
            mix(mix(2, w.word.form), small),
            mix(3, s3),
            mix(4, s4),
            mix(5, w.word.prefix),
            mix(6, shape),
            mix(mix(7, small), w.fine()),
            mix(8, w.coarse()),
            mix(9, a.word.form),
            mix(10, n.word.form),
            mix(11, b.word.form),
            mix(12, m.word.form),
            mix(mix(13, a.word.form), w.word.form),
            mix(mix(14, w.word.form), n.word.form),
            mix(15, a.fine()),
            mix(16, n.fine()),
            mix(mix(17, b.coarse()), a.coarse()),
            mix(mix(18, n.coarse()), m.coarse()),
            mix(mix(19, a.coarse()), w.coarse()),
            mix(mix(20, w.coarse()), n.coarse()),
            mix(mix(mix(21, small), self::small(&a.word)), self::small(&n.word)),
            mix(mix(22, w.upos), small),
            mix(mix(23, a.upos), w.upos),
            mix(mix(24, w.upos), n.upos),
            mix(mix(25, mix(a.upos, w.upos)), n.upos),
            mix(26, w.clue.place),
            mix(mix(27, w.lists()), small),
            mix(mix(28, a.lists()), w.lists()),
            mix(mix(29, w.lists()), n.lists()),
            mix(mix(30, a.clue.kind), w.clue.person),
            mix(mix(31, a.clue.person), w.clue.person * 4 + n.clue.person),
            mix(mix(32, a.clue.kind), n.clue.kind),
            mix(33, w.clue.organisation),
            mix(mix(34, w.clue.organisation), a.clue.organisation << 2 | n.clue.organisation),
        ]);
        let loud = u32::from(self.loud[t]) << 1 | first;
        out.extend([
            mix(mix(35, loud), mix(small, w.upos)),
            mix(mix(36, loud), mix(w.lists(), a.upos)),
            mix(mix(37, loud), w.fine()),
        ]);
        self.stretch(t, sentence, run, out);
        self.whole(t, sentence, run, out);
        self.initials(t, out);
        self.elsewhere(t, small, out);
    }

    /// The stretch of capitals as a whole: its ends, what surrounds it, and the run it lies in.
    fn stretch(&self, t: usize, sentence: &Range<usize>, run: &Range<usize>, out: &mut Vec<u32>) {
        let clue = &self.clues[t];
        let (from, to) = (clue.first as usize, clue.end as usize);
        let head = self.at(from as isize, sentence);
        let last = self.at(to as isize - 1, sentence);
        let before = self.at(from as isize - 1, sentence);
        let after = self.at(to as isize, sentence);
        let length = (to - from).min(5) as u32;
        let place = u32::from(t > from) | u32::from(t + 1 < to) << 1;
        // The bound keeps a text all in capitals linear.
        let kinds = self.clues[from..to.min(from + 8)].iter().fold(0, |all, c| all | 1 << c.kind);
        let run_last = self.at(run.end as isize - 1, sentence);
        let run_first = self.at(run.start as isize, sentence);
        let in_run = u32::from(from > run.start) | u32::from(to < run.end) << 1;
        out.extend([
            mix(mix(40, last.clue.kind), place),
            mix(mix(41, length), place),
            mix(mix(42, head.lists()), place | length << 2),
            mix(mix(43, last.word.form), place),
            mix(mix(44, last.fine()), place),
            mix(mix(45, head.word.form), place),
            mix(mix(46, head.fine()), place),
            mix(mix(47, before.word.form), place),
            mix(mix(48, after.word.form), place),
            mix(mix(49, before.fine()), place),
            mix(mix(50, after.fine()), place),
            mix(mix(51, before.clue.kind), place | after.clue.kind << 2),
            mix(mix(52, kinds), place),
            mix(mix(53, run_last.clue.kind), in_run << 2 | place),
            mix(mix(54, run_first.clue.kind), in_run << 2 | place),
            mix(mix(55, last.lists()), place | length << 2),
            mix(mix(56, before.upos), after.upos << 2 | place),
            mix(mix(57, run_first.word.form), in_run),
            mix(mix(58, run_last.word.form), in_run),
        ]);
    }

    /// The stretch and the run as phrases: whether lists hold them whole, their words, their pattern, both sides at once.
    fn whole(&self, t: usize, sentence: &Range<usize>, run: &Range<usize>, out: &mut Vec<u32>) {
        let (from, to) = (self.clues[t].first as usize, self.clues[t].end as usize);
        let w = self.at(t as isize, sentence);
        let [b2, b1, head] = [-2, -1, 0].map(|d| self.at(from as isize + d, sentence));
        let [last, a1, a2] = [-1, 0, 1].map(|d| self.at(to as isize + d, sentence));
        let length = (to - from).min(5) as u32;
        let place = u32::from(t > from) | u32::from(t + 1 < to) << 1;
        let spot = place | length << 2;
        let within = (t - run.start).min(15) as u32;
        // Bounds keep a text all in capitals linear.
        let near = &self.clues[from..to.min(from + 8)];
        let start = near.first().copied().unwrap_or_default();
        let inside = |holds: fn(&Clue) -> bool| near.iter().skip(1).all(holds);
        let placed = start.place > 0 && start.place & 1 == 0 && inside(|c| c.place & 1 == 1);
        let body = start.organisation == 2 && inside(|c| c.organisation == 1);
        let persons = near.iter().all(|c| c.person > 0);
        let lists = u32::from(placed) << 2 | u32::from(body) << 1 | u32::from(persons);
        let hash = |seed: u32, range: Range<usize>, value: fn(&Self, usize) -> u32| {
            range.fold(seed, |h, k| mix(h, value(self, k)))
        };
        let form = |c: &Self, k: usize| c.words[k].form;
        let shape = |c: &Self, k: usize| c.words[k].shape & 0x2FF;
        let run_to = |n: usize| run.start..run.end.min(run.start + n);
        let known = hash(98, from..to.min(from + 6), |c, k| u32::from(c.words[k].cluster.fine() != 0));
        out.extend([
            mix(mix(80, lists), spot),
            mix(mix(81, lists << 8 | start.place), spot),
            mix(hash(82, from..to.min(from + 8), form), place),
            mix(hash(83, run_to(10), form), within),
            mix(hash(84, from..to.min(from + 5), shape), place),
            mix(hash(85, run_to(7), |c, k| c.words[k].shape & 0xF | c.clues[k].kind << 5), within),
            mix(mix(mix(86, b2.word.form), b1.word.form), place),
            mix(mix(mix(87, b2.coarse()), b1.fine()), place),
            mix(mix(mix(88, a1.word.form), a2.word.form), place),
            mix(mix(mix(89, a1.fine()), a2.coarse()), place),
            mix(mix(mix(90, b1.fine()), a1.fine()), place),
            mix(mix(mix(91, b1.coarse()), a1.coarse()), spot),
            mix(mix(mix(92, head.coarse()), last.coarse()), spot),
            mix(mix(93, w.word.shape << 1 | u32::from(t == sentence.start)), w.coarse()),
            mix(mix(mix(94, w.word.suffix[1]), place), length),
            mix(mix(95, w.fine()), spot),
            mix(mix(96, last.word.suffix[1]), spot),
            mix(mix(97, last.upos), head.upos << 5 | place | length << 10),
            mix(known, place),
            mix(mix(99, known), self.clues[t].person << 8 | place),
        ]);
    }

    /// What the long form tells of a short one, and that a long form has a short one.
    fn initials(&self, t: usize, out: &mut Vec<u32>) {
        let own = &self.initials[t];
        if own.part > 0 {
            let last = self.clues[t].end.saturating_sub(1) as usize;
            out.extend([mix(60, own.part), mix(mix(61, own.part), self.clues[last].kind)]);
        }
        if let Some((start, end)) = own.long {
            let all = 0..self.words.len();
            let head = self.at(start as isize, &all);
            let last = self.at(end as isize - 1, &all);
            let before = self.at(start as isize - 1, &all);
            out.extend([
                mix(62, last.clue.kind),
                mix(63, last.fine()),
                mix(64, last.lists()),
                mix(65, head.lists()),
                mix(66, before.fine()),
                mix(mix(67, last.word.form), 0),
            ]);
        }
    }

    /// What surrounds the same word elsewhere in the article.
    fn elsewhere(&self, t: usize, small: u32, out: &mut Vec<u32>) {
        let other = &self.elsewhere[t];
        out.push(mix(mix(70, other.cases), small));
        let all = 0..self.words.len();
        for &p in other.places.iter().filter(|&&p| p != NOWHERE) {
            let (p, clue) = (p as usize, &self.clues[p as usize]);
            let before = self.at(p as isize - 1, &all);
            let after = self.at(p as isize + 1, &all);
            let head = self.at(clue.first as isize, &all);
            let last = self.at((clue.end as isize - 1).max(0), &all);
            let length = (clue.end - clue.first).min(4) << 2;
            let place = u32::from(p as u32 > clue.first) | u32::from((p as u32) + 1 < clue.end) << 1 | length;
            out.extend([
                mix(71, before.fine()),
                mix(72, after.fine()),
                mix(73, before.word.form),
                mix(74, after.word.form),
                mix(mix(75, head.lists()), place),
                mix(mix(76, last.lists()), place),
                mix(mix(77, before.clue.kind), place),
            ]);
        }
    }
}

/// Shape without its rarer bits.
fn small(word: &Lexical) -> u32 {
    word.shape & 0xF
}
