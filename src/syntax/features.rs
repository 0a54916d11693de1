//! What a transition is decided by: the templates of Zhang and Nivre (2011), fitted to the arc-hybrid
//! system, with lemmas, fine tags and word clusters.

use super::transition::{NONE, Node, State};
use crate::linear::mix;

/// The values of one word that features are made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Lower-cased form.
    pub(super) form: u32,
    /// Lemma.
    pub(super) lemma: u32,
    /// Part of speech with the features that syntax hangs on.
    pub(super) tag: u32,
    /// Part of speech.
    pub(super) upos: u32,
    /// Word cluster, fine and coarse.
    pub(super) cluster: [u32; 2],
    /// How many of each [`Mark`] stand from the sentence's start up to this word, itself included.
    pub(super) passed: [u16; MARKS],
}

/// Words that tell where clauses begin and end.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mark {
    /// A finite verb or auxiliary.
    Verb,
    /// A comma, colon, semicolon or dash.
    Pause,
    /// A conjunction that coordinates.
    And,
    /// A conjunction that subordinates, or a relative.
    Sub,
    /// A quotation mark.
    Quote,
}

/// The number of [`Mark`]s.
pub(super) const MARKS: usize = 5;

/// Stands where there is no word.
const ABSENT: Word = Word { form: 1, lemma: 1, tag: 101, upos: 101, cluster: [0; 2], passed: [0; MARKS] };

/// Stands for the root.
pub(super) const ROOT: Word = Word { form: 2, lemma: 2, tag: 102, upos: 102, cluster: [0; 2], passed: [0; MARKS] };

const NOBODY: Node =
    Node { head: NONE, rel: super::Deprel::Dep, left: [NONE; 2], right: [NONE; 2], counts: [0; 2], rels: 0 };

/// The number of templates.
pub(super) const TEMPLATES: usize = 80;

/// The features of a state; `words` are the sentence's, then [`ROOT`].
pub(super) fn extract(state: &State, words: &[Word]) -> [u32; TEMPLATES] {
    let word = |i: u32| words.get(i as usize).unwrap_or(&ABSENT);
    let node = |i: u32| state.nodes.get(i as usize).unwrap_or(&NOBODY);
    let rel = |i: u32| state.nodes.get(i as usize).map_or(99, |n| n.rel as u32);
    let ahead = |k: u32| if state.next + k < state.nodes.len() as u32 { state.next + k } else { NONE };

    let (is0, is1, is2) = (state.stacked(0), state.stacked(1), state.stacked(2));
    let (ib0, ib1, ib2) = (state.next, ahead(1), ahead(2));
    let (s0, s1, s2) = (word(is0), word(is1), word(is2));
    let (b0, b1, b2, b3) = (word(ib0), word(ib1), word(ib2), word(ahead(3)));
    let (ns0, ns1, nb0) = (node(is0), node(is1), node(ib0));
    let (s0l, s0l2) = (word(ns0.left[0]), word(ns0.left[1]));
    let s0r = word(ns0.right[0]);
    let (s1l, s1l2) = (word(ns1.left[0]), word(ns1.left[1]));
    let s1r = word(ns1.right[0]);
    let (b0l, b0l2) = (word(nb0.left[0]), word(nb0.left[1]));
    let near = |a: u32, b: u32| if a == NONE { 9 } else { distance(b.wrapping_sub(a)) };
    let (gap0, gap1) = (near(is0, ib0), if is0 == NONE { 9 } else { near(is1, is0) });

    let mut out = [0; TEMPLATES];
    let mut id = 0;
    macro_rules! f {
        ($($value:expr),+) => {{
            let mut h = id as u32 + 1;
            $(h = mix(h, $value);)+
            out[id] = h;
            id += 1;
        }};
    }
    // Single words.
    f!(s0.form, s0.tag);
    f!(s0.lemma);
    f!(s0.cluster[1], s0.tag);
    f!(s1.form, s1.tag);
    f!(s1.lemma);
    f!(s1.cluster[0]);
    f!(s1.cluster[1], s1.tag);
    f!(b0.lemma);
    f!(b0.cluster[1], b0.tag);
    f!(s2.tag);
    f!(b1.lemma, b1.tag);
    f!(b1.tag);
    f!(b1.cluster[0]);
    f!(b2.tag);
    f!(b3.tag);
    // The outermost dependents and their relations.
    for &(w, i) in &[(s0l, ns0.left[0]), (s0r, ns0.right[0]), (s1l, ns1.left[0]), (b0l, nb0.left[0])] {
        f!(w.lemma, rel(i));
        f!(w.tag, rel(i));
    }
    f!(s1r.tag, rel(ns1.right[0]));
    for &(w, i) in &[(s0l2, ns0.left[1]), (b0l2, nb0.left[1])] {
        f!(w.lemma, rel(i));
        f!(w.tag, rel(i));
    }
    f!(s1l2.tag, rel(ns1.left[1]));
    // Pairs: the top of the stack with the next word, and with the word below it.
    for &(a, b, gap) in &[(s0, b0, gap0), (s1, s0, gap1)] {
        f!(a.tag, b.lemma, b.upos);
        f!(a.tag, b.tag, gap);
        f!(a.lemma, gap);
        f!(b.lemma, gap);
        f!(a.cluster[0], b.cluster[0]);
    }
    f!(s0.lemma, s0.upos, b0.tag);
    f!(s0.lemma, b0.lemma);
    f!(s0.cluster[1], b0.cluster[1], s0.upos, b0.upos);
    f!(s0.lemma, b0.cluster[1]);
    f!(s1.lemma, s0.lemma);
    f!(s1.cluster[1], s0.lemma);
    f!(b0.tag, b1.tag);
    f!(b0.lemma, b1.lemma);
    f!(s1.tag, b0.tag);
    f!(s1.lemma, b0.lemma);
    f!(s1.lemma, b0.lemma, s0.upos);
    // Triples of tags.
    f!(b0.tag, b1.tag, b2.tag);
    f!(s0.tag, b0.tag, b1.tag);
    f!(s0.tag, b0.tag, b1.tag, b2.tag);
    f!(s1.tag, s0.tag, b0.tag);
    f!(s2.tag, s1.tag, s0.tag);
    f!(s0.tag, s0l.tag, b0.tag, rel(ns0.left[0]));
    f!(s0.tag, s0r.tag, b0.tag, rel(ns0.right[0]));
    f!(s0.tag, b0.tag, b0l.tag, rel(nb0.left[0]));
    f!(s1.tag, s0.tag, s1l.tag, rel(ns1.left[0]));
    // Which preposition hangs a noun on what: the marker is the noun's leftmost dependent.
    f!(s1.lemma, s0l.lemma);
    f!(s1.upos, s0l.lemma, s0.lemma);
    f!(s1.upos, s0l.lemma, b0.upos, s0.upos);
    f!(s1.upos, s1r.lemma, s0l.lemma, rel(ns1.right[0]));
    // Valency and the relations already there.
    let bits = |n: &Node| mix(n.rels as u32, (n.rels >> 32) as u32);
    f!(s0.tag, bits(ns0));
    f!(s0.lemma, bits(ns0));
    f!(s1.tag, bits(ns1));
    f!(s1.lemma, bits(ns1));
    f!(b0.tag, u32::from(nb0.counts[0].min(4)));
    f!(b0.tag, bits(nb0));
    // What lies between, and what is still to come: where clauses begin and end.
    let (low, high) = (between(words, is1, is0), between(words, is0, ib0));
    let last = words.len().checked_sub(2).map_or(ABSENT, |i| words[i]);
    let left = |m: Mark| u32::from(last.passed[m as usize].saturating_sub(b0.passed[m as usize]).min(2));
    let rest = left(Mark::Verb) << 4 | left(Mark::Pause) << 2 | left(Mark::Quote);
    let open = |w: &Word| u32::from(w.passed[Mark::Quote as usize] & 1);
    f!(s0.tag, b0.tag, high);
    f!(s1.tag, s0.tag, low);
    f!(s1.tag, s0.tag, high, gap1);
    f!(s0.lemma, high);
    f!(s1.upos, s0.upos, b0.upos, low << 8 | high);
    f!(s0.tag, b0.tag, rest);
    f!(s1.tag, s0.tag, b0.upos, rest >> 2);
    f!(s0.upos, b0.upos, open(s0) << 2 | open(b0) << 1 | open(s1), rest & 3);
    f!(s0.lemma, b0.upos, rest >> 2);
    f!(s0.tag, b0.tag, bits(nb0));
    f!(s1.tag, s0.tag, bits(ns0));
    debug_assert_eq!(id, TEMPLATES);
    out
}

/// Which marks stand between two words, in bits.
fn between(words: &[Word], a: u32, b: u32) -> u32 {
    let (Some(a), Some(b)) = (words.get(a as usize), words.get((b as usize).wrapping_sub(1))) else { return 99 };
    (0..MARKS).fold(0, |bits, k| bits | u32::from(b.passed[k] > a.passed[k]) << k)
}

/// Distances in classes: 1 2 3 4 5-6 7-10 more.
fn distance(d: u32) -> u32 {
    match d {
        0..=4 => d,
        5..=6 => 5,
        7..=10 => 6,
        _ => 7,
    }
}
