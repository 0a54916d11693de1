//! Names and their initials in one article: "Syrian Democratic Forces (SDF)". What the long form tells of itself tells
//! the kind of the short one (Schwartz and Hearst 2003 pair the two by brackets; here it is enough that both occur).

use super::clues::Clue;
use super::runs::{Run, is_capital};
use crate::linear::mix;
use crate::syntax::Parse;
use crate::tags::Lexical;
use std::ops::Range;

/// What an article's initials say of a token.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Initials {
    /// For a short form: the tokens of its long form.
    pub(super) long: Option<(u32, u32)>,
    /// Inside a long form whose short form occurs: 1 alone, 2 at its first word, 3 inside, 4 at its last word.
    pub(super) part: u32,
}

/// Letters of a short form.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;

/// One entry per token.
pub(super) fn initials(parse: &Parse<'_>, words: &[Lexical], runs: &[Run], clues: &[Clue]) -> Vec<Initials> {
    let mut out = vec![Initials::default(); words.len()];
    let mut long: Vec<(u32, u32, u32)> = Vec::new();
    let mut add = |tokens: Range<usize>| {
        let capitals = || tokens.clone().filter(|&t| is_capital(&words[t]));
        if LETTERS.contains(&capitals().take(LETTERS.end() + 1).count()) {
            let first = |t: usize| parse.form(t).chars().next().unwrap_or(' ');
            long.push((hash(capitals().map(first)), tokens.start as u32, tokens.end as u32));
        }
    };
    for run in runs {
        add(run.tokens.clone());
        let mut t = run.tokens.start;
        while t < run.tokens.end {
            let end = (clues[t].end as usize).max(t + 1);
            if (t..end) != run.tokens {
                add(t..end);
            }
            t = end;
        }
    }
    long.sort_unstable();
    for t in runs.iter().flat_map(|r| r.tokens.clone()) {
        let form = parse.form(t);
        let letters = || form.chars().filter(|c| *c != '.');
        // Capitals only, at least two of them.
        let short = words[t].shape & 7 == 3 && LETTERS.contains(&letters().take(LETTERS.end() + 1).count());
        if !short {
            continue;
        }
        let sought = hash(letters());
        let at = long.partition_point(|l| l.0 < sought);
        let Some(&(_, start, end)) = long.get(at).filter(|l| l.0 == sought) else { continue };
        out[t].long = Some((start, end));
        for k in start..end {
            out[k as usize].part = match (k == start, k + 1 == end) {
                (true, true) => 1,
                (true, false) => 2,
                (false, false) => 3,
                (false, true) => 4,
            };
        }
    }
    out
}

fn hash(letters: impl Iterator<Item = char>) -> u32 {
    letters.fold(7, |h, c| mix(h, c as u32))
}
