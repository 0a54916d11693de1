//! The words that a side shows: the decisive ones, made whole, so that they can be read alone.

use crate::syntax::{Deprel as D, Parse};
use crate::tags::Upos;
use crate::text::Span;
use std::ops::Range;

/// Most words of a sentence that is shown whole, and of what is shown of a longer one.
pub(super) const MOST: usize = 18;
/// Most words by which a phrase is led back to its beginning or on to its end.
const NEAR: usize = 5;

/// A key with its whole sentence where that is short, else with the subject and the phrases that it cuts.
pub(super) fn shown(p: &Parse<'_>, key: Span) -> Span {
    let Some(mut r) = tokens(p, key) else { return key };
    // Of two sentences the latter.
    let mut sentence = p.sentence_tokens(r.end - 1);
    r.start = r.start.max(sentence.start);
    let first = r.start;
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

/// The tokens of a key, at least one.
fn tokens(p: &Parse<'_>, key: Span) -> Option<Range<usize>> {
    let first = p.token_from(key.start);
    let end = p.tokens.tokens.partition_point(|t| t.span.start < key.end).max(first + 1);
    (first < p.len()).then_some(first..end)
}

fn words(p: &Parse<'_>, r: &Range<usize>) -> usize {
    r.clone().filter(|&t| p.upos(t) != Upos::Punct).count()
}

fn stops(p: &Parse<'_>, t: usize) -> bool {
    p.upos(t) == Upos::Punct && matches!(p.form(t), "," | ";" | ":" | "—" | "–" | "(" | ")" | "\"" | "“" | "”")
}

/// Where the phrase begins that a key begins in.
pub(super) fn begin(p: &Parse<'_>, key: Span) -> u32 {
    let Some(r) = tokens(p, key) else { return key.start };
    p.span(before(p, &r, p.sentence_tokens(r.start).start)).start.min(key.start)
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
fn opening(p: &Parse<'_>, r: &Range<usize>) -> Option<usize> {
    let mut at = r.clone().find(|&t| p.head(t).is_none_or(|h| !r.contains(&h)) && p.upos(t) != Upos::Punct);
    for _ in 0..4 {
        let t = at?;
        let subject = p.children(t).find(|&c| matches!(p.deprel(c), D::Nsubj | D::NsubjPass | D::Csubj | D::Expl));
        if let Some(s) = subject {
            return Some(p.subtree(s).start);
        }
        let head = p.head(t);
        if matches!(p.deprel(t), D::AclRelcl | D::Acl) {
            return head.map(|h| p.subtree(h).start);
        }
        at = head;
    }
    None
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::English;
    use crate::text::{Block, BlockKind};
    use crate::{syntax, tags, tokens};

    /// A text, a key in it, and what is shown of it.
    fn check(table: &[(&str, &str, &str)]) {
        let english = English::shared();
        let mut wrong = Vec::new();
        for &(text, key, want) in table {
            let tokens =
                tokens::tokenize(english, text, &[Block { span: Span::new(0, text.len()), kind: BlockKind::Body }]);
            let tags = tags::tag(english, text, &tokens);
            let tree = syntax::parse(english, text, &tokens, &tags);
            let at = text.find(key).expect("the key stands in the text");
            let parse = Parse { text, tokens: &tokens, tags: &tags, tree: &tree };
            let got = shown(&parse, Span::new(at, at + key.len())).of(text);
            if got != want {
                wrong.push((key, want, got));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn short_sentences_are_shown_whole() {
        check(&[
            ("The ferry sank off Kotka on Monday.", "sank", "The ferry sank off Kotka on Monday"),
            // Without what tells where it was written, and without what ties it to the sentence before.
            ("KOTKA, Sept 22 - The ferry sank on Monday.", "sank", "The ferry sank on Monday"),
            ("But the ferry sank on Monday.", "sank", "the ferry sank on Monday"),
            // Of two sentences the latter.
            ("The port is shut. The ferry sank on Monday.", "shut. The ferry", "The ferry sank on Monday"),
            // Both ends of a quotation, and the sign of a share.
            ("“The ferry sank,” he said.", "sank", "“The ferry sank,” he said"),
            ("The turnout in the vote was 64%.", "turnout", "The turnout in the vote was 64%"),
        ]);
    }

    #[test]
    fn long_sentences_are_cut_where_they_can_be_read() {
        let tail = "nobody on board was hurt and all of the passengers were brought ashore by the coast guard";
        let said = format!("The mayor said that the old ferry sank off Hanko on Monday morning, that {tail}.");
        let name = format!("Minister Ilse Brandt resigned on March 3 over the losses of the bank, and {tail}.");
        let which = "The ferry Alma, which had left the port of Kotka late on Sunday with 139 passengers and a crew of twelve, sank off Hanko on Monday morning.";
        let dressed = "The police in Lund arrested an old man dressed in a red coat, who had been seen near the station on Monday, and took away his dog.";
        let unbroken = "The old ferry sank off the port of Hanko on Monday morning after it had struck a reef in the dark near the island of Osmussaar in heavy rain.";
        check(&[
            // A clause with its subject, on to the next mark.
            (&said, "sank off Hanko", "the old ferry sank off Hanko on Monday morning"),
            // The whole name before a verb.
            (&name, "Brandt resigned", "Minister Ilse Brandt resigned on March 3 over the losses of the bank"),
            // A subject too far off is left out.
            (which, "sank off Hanko", "sank off Hanko on Monday morning"),
            // On to the end of the sentence, if that is not too much; else to where no phrase is open.
            (unbroken, "struck a", "it had struck a reef in the dark near the island of Osmussaar in heavy rain"),
            (unbroken, "sank off the", "The old ferry sank off the port"),
            // With what the words describe.
            (dressed, "dressed in a", "an old man dressed in a red coat"),
        ]);
    }

    #[test]
    fn keys_outside_the_words_stay() {
        check(&[("", "", ""), ("Monday. ", " ", " ")]);
    }
}
