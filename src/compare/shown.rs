//! The words that a side shows: the decisive ones, made whole, so that they can be read alone.

use crate::syntax::{Deprel as D, Parse};
use crate::tags::Upos;
use crate::text::Span;
use std::ops::Range;

/// Most words that are shown of a longer sentence.
const MOST: usize = 18;
/// Most words by which a phrase is led back to its beginning or on to its end.
const NEAR: usize = 5;

/// A key with its whole sentence where that is short, else with the subject and the phrases that it cuts.
pub(super) fn shown(p: &Parse<'_>, key: Span) -> Span {
    let first = p.token_from(key.start);
    if first >= p.len() {
        return key;
    }
    let end = p.tokens.tokens.partition_point(|t| t.span.start < key.end).max(first + 1);
    // Of two sentences the latter.
    let mut sentence = p.sentence_tokens(end - 1);
    let first = first.max(sentence.start);
    let mut r = first..end;
    // "RIVA, Sept 22 - ": a place and a date before a dash tell where an article was written.
    let alone = |t: usize| t > 0 && p.span(t).start > p.span(t - 1).end;
    let dash = |&t: &usize| alone(t) && alone(t + 1) && matches!(p.form(t), "-" | "–" | "—" | "|");
    if let Some(t) = sentence.clone().take_while(|&t| t < first).filter(dash).last() {
        sentence.start = t + 1;
    }
    if words(p, &sentence) <= MOST {
        return bare(p, sentence);
    }
    let mut starts = vec![before(p, &r, sentence.start)];
    starts.extend(opening(p, &r).filter(|s| sentence.contains(s)));
    for s in starts {
        if s < r.start && words(p, &(s..r.end)) <= MOST {
            r.start = s;
        }
    }
    // On to the next mark, or at least to the end of the phrase that is begun.
    let mark = (r.end..sentence.end).find(|&t| stops(p, t)).unwrap_or(sentence.end);
    if words(p, &(r.start..mark)) <= MOST {
        r.end = mark;
    } else {
        let mut ends = (r.end..mark).take(NEAR);
        // No figure is cut off again.
        let mut back = (r.start + 1..r.end).rev().take(NEAR).take_while(|&e| p.upos(e) != Upos::Num);
        let end = ends.find(|&e| !cuts(p, e, mark)).or_else(|| back.find(|&e| !cuts(p, e, mark)));
        r.end = end.unwrap_or(r.end);
    }
    bare(p, r)
}

fn words(p: &Parse<'_>, r: &Range<usize>) -> usize {
    r.clone().filter(|&t| p.upos(t) != Upos::Punct).count()
}

fn stops(p: &Parse<'_>, t: usize) -> bool {
    p.upos(t) == Upos::Punct && matches!(p.form(t), "," | ";" | ":" | "—" | "–" | "(" | ")" | "\"" | "“" | "”")
}

/// Where the phrase begins that a key begins in.
pub(super) fn begin(p: &Parse<'_>, key: Span) -> u32 {
    let first = p.token_from(key.start);
    if first >= p.len() {
        return key.start;
    }
    let end = p.tokens.tokens.partition_point(|t| t.span.start < key.end).max(first + 1);
    p.span(before(p, &(first..end), p.sentence_tokens(first).start)).start.min(key.start)
}

/// The beginning of the phrase that a stretch begins in: what hangs on its words from before them.
fn before(p: &Parse<'_>, r: &Range<usize>, least: usize) -> usize {
    let mut start = r.start;
    while start > least && !stops(p, start - 1) && r.start - start < NEAR {
        let t = start - 1;
        let hangs = p.head(t).is_some_and(|h| h >= start && h < r.end) && !matches!(p.deprel(t), D::Cc | D::Mark);
        let leads =
            matches!(p.deprel(start), D::Flat | D::Fixed | D::Compound | D::Nmod | D::Case) && p.upos(t) != Upos::Verb;
        let leads = leads && p.head(start).is_some_and(|h| h == t || h >= start);
        if !hangs && !leads {
            break;
        }
        start = t;
    }
    start
}

/// Where the clause of a stretch begins: with its subject, that of the verb that it is joined to, or what it describes.
fn opening(p: &Parse<'_>, r: &Range<usize>) -> impl Iterator<Item = usize> {
    let top = r.clone().find(|&t| p.head(t).is_none_or(|h| !r.contains(&h)) && p.upos(t) != Upos::Punct);
    let mut at = top;
    let mut out = None;
    for _ in 0..4 {
        let Some(t) = at else { break };
        let subject = p.children(t).find(|&c| matches!(p.deprel(c), D::Nsubj | D::NsubjPass | D::Csubj | D::Expl));
        if let Some(s) = subject {
            out = Some(p.subtree(s).start);
            break;
        }
        let head = p.head(t);
        if matches!(p.deprel(t), D::AclRelcl | D::Acl) {
            out = head.map(|h| p.subtree(h).start);
            break;
        }
        at = head;
    }
    out.into_iter()
}

/// True if a stretch that ends before the token `e` ends inside a phrase.
fn cuts(p: &Parse<'_>, e: usize, stop: usize) -> bool {
    let open =
        matches!(p.upos(e - 1), Upos::Adp | Upos::Det | Upos::Aux | Upos::Part | Upos::Cconj | Upos::Sconj | Upos::Sym);
    let ahead = p.head(e - 1).is_some_and(|h| h >= e && h < stop);
    let completed = p.children(e - 1).any(|c| c >= e && p.subtree(c).start == e && p.deprel(c) != D::Punct);
    let verb = p.upos(e - 1) == Upos::Verb && completed;
    e < stop && (open || ahead || verb || matches!(p.deprel(e), D::Flat | D::Fixed | D::CompoundPrt | D::Obj))
}

/// The words of a stretch without the marks around them and the words that tie it to what stands before, but with both ends
/// of a quotation.
fn bare(p: &Parse<'_>, all: Range<usize>) -> Span {
    let mut r = all.clone();
    let ties = |t: usize| {
        // "That the road was closed", not "before the road was closed, it had rained".
        let top = |h: usize| p.head(h).is_none_or(|h| !all.contains(&h));
        let mark = p.deprel(t) == D::Mark && p.upos(t) != Upos::Part && p.head(t).is_some_and(top);
        p.upos(t) == Upos::Punct || p.deprel(t) == D::Cc || mark
    };
    while r.len() > 1 && ties(r.start) {
        r.start += 1;
    }
    while r.len() > 1 && p.upos(r.end - 1) == Upos::Punct && p.form(r.end - 1) != "%" {
        r.end -= 1;
    }
    let quote = |t: usize| matches!(p.form(t), "\"" | "“" | "”");
    if r.clone().filter(|&t| quote(t)).count() % 2 == 1 {
        if r.start > all.start && quote(r.start - 1) {
            r.start -= 1;
        } else if r.end < all.end && quote(r.end) {
            r.end += 1;
        }
    }
    p.span_of(r)
}
