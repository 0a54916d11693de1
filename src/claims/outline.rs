//! Dependents and extents of all tokens of an article, in linear time.

use crate::syntax::{Deprel, Parse};
use std::ops::Range;

/// The trees of an article, with what hangs on each token at hand.
#[derive(Debug)]
pub(crate) struct Outline<'a> {
    /// The article's words.
    pub(crate) parse: Parse<'a>,
    /// `children[first[t]..first[t + 1]]` hang on `t`, in text order.
    children: Vec<u32>,
    first: Vec<u32>,
    extent: Vec<(u32, u32)>,
}

impl<'a> Outline<'a> {
    /// Reads the heads once. A head in a circle keeps only its own place as extent.
    pub(crate) fn new(parse: &Parse<'a>) -> Self {
        let n = parse.len();
        let mut first = vec![0u32; n + 1];
        for t in 0..n {
            if let Some(h) = parse.head(t) {
                first[h + 1] += 1;
            }
        }
        for t in 0..n {
            first[t + 1] += first[t];
        }
        let mut next = first.clone();
        let mut children = vec![0u32; first[n] as usize];
        for t in 0..n {
            if let Some(h) = parse.head(t) {
                children[next[h] as usize] = t as u32;
                next[h] += 1;
            }
        }
        let mut order: Vec<usize> = (0..n).filter(|&t| parse.head(t).is_none()).collect();
        let mut at = 0;
        while let Some(&t) = order.get(at) {
            order.extend(children[first[t] as usize..first[t + 1] as usize].iter().map(|&c| c as usize));
            at += 1;
        }
        let mut extent: Vec<(u32, u32)> = (0..n as u32).map(|t| (t, t + 1)).collect();
        for &t in order.iter().rev() {
            if let Some(h) = parse.head(t) {
                let (a, b) = extent[t];
                extent[h] = (extent[h].0.min(a), extent[h].1.max(b));
            }
        }
        Self { parse: *parse, children, first, extent }
    }

    /// Direct dependents in text order.
    pub(crate) fn children(&self, t: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.children[self.first[t] as usize..self.first[t + 1] as usize].iter().map(|&c| c as usize)
    }

    /// The first dependent in one of the relations.
    pub(crate) fn child(&self, t: usize, relations: &[Deprel]) -> Option<usize> {
        self.children(t).find(|&c| relations.contains(&self.parse.deprel(c)))
    }

    /// From the first to the last token of what hangs on `t`, itself included; gaps are covered.
    pub(crate) fn extent(&self, t: usize) -> Range<usize> {
        self.extent[t].0 as usize..self.extent[t].1 as usize
    }

    /// True if the word stands in one of the relations.
    pub(crate) fn is(&self, t: usize, relations: &[Deprel]) -> bool {
        relations.contains(&self.parse.deprel(t))
    }
}
