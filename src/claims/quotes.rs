//! Stretches between quotation marks.

use crate::syntax::Parse;
use crate::text::Span;

/// A quotation inside one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quote {
    /// With its marks.
    pub(super) span: Span,
    /// The block's place in the article.
    pub(super) block: usize,
    /// The block ends before the quotation does: the next block may go on with it.
    pub(super) open: bool,
}

/// Finds the quotations of an article in text order. An opening mark inside a quotation that was never
/// closed begins anew; a quotation left open at the end of its block ends there.
pub(super) fn quotes(parse: &Parse<'_>) -> Vec<Quote> {
    let mut out = Vec::new();
    let sentences = parse.sentences();
    let mut from = 0;
    while from < sentences.len() {
        let block = sentences[from].block;
        let to = from + sentences[from..].iter().take_while(|s| s.block == block).count();
        let span = sentences[from].span.cover(sentences[to - 1].span);
        in_block(parse.text, span, block, &mut out);
        from = to;
    }
    out
}

fn in_block(text: &str, block_span: Span, block: usize, out: &mut Vec<Quote>) {
    let words = block_span.of(text);
    let base = block_span.start as usize;
    let mut opened: Option<usize> = None;
    let mut before = ' ';
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |&(_, c)| c);
        let doubled = (c == '\'' || c == '`') && after == c;
        let mark = match c {
            '“' | '„' | '«' => Some(true),
            '”' | '»' => Some(false),
            '"' => Some(opened.is_none()),
            '\'' | '`' if doubled => {
                chars.next();
                Some(opened.is_none())
            }
            // A single mark quotes only where no double one is open, before a word and after a space.
            '‘' if opened.is_none() && !before.is_alphanumeric() && closes_single(&words[at + c.len_utf8()..]) => {
                let inside = &words[at + c.len_utf8()..];
                let len = inside.find('’').map_or(inside.len(), |e| e + '’'.len_utf8());
                out.push(Quote { span: Span::new(base + at, base + at + c.len_utf8() + len), block, open: false });
                None
            }
            _ => None,
        };
        let width = if doubled { 2 * c.len_utf8() } else { c.len_utf8() };
        match (mark, opened) {
            (Some(true), _) => opened = Some(at),
            (Some(false), Some(o)) => {
                out.push(Quote { span: Span::new(base + o, base + at + width), block, open: false });
                opened = None;
            }
            _ => {}
        }
        before = c;
    }
    if let Some(o) = opened {
        out.push(Quote { span: Span::new(base + o, base + words.len()), block, open: true });
    }
}

/// True if a closing single mark, not an apostrophe, comes before the next opening one.
fn closes_single(rest: &str) -> bool {
    let end = rest.find('‘').unwrap_or(rest.len());
    rest[..end].match_indices('’').next().is_some_and(|(at, m)| {
        let inside = &rest[..at];
        let next = rest[at + m.len()..].chars().next().unwrap_or(' ');
        inside.contains(' ') && !next.is_alphanumeric() && !inside.ends_with('s')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut out = Vec::new();
        in_block(text, Span::new(0, text.len()), 0, &mut out);
        let got: Vec<&str> = out.iter().map(|q| q.span.of(text)).collect();
        assert_eq!(got, expected, "{text:?}");
    }

    #[test]
    fn finds_what_stands_between_marks() {
        check("“We won,” she said. “Twice.”", &["“We won,”", "“Twice.”"]);
        check("\"We won,\" she said.", &["\"We won,\""]);
        check("''We won,'' she said.", &["''We won,''"]);
        check("He called it ‘a bad deal’ for all.", &["‘a bad deal’"]);
        check("It’s the workers’ own choice.", &[]);
        check("“It goes on and on", &["“It goes on and on"]);
        check("“Lost. “Found,” he said.", &["“Found,”"]);
        check("no marks", &[]);
        check("”", &[]);
    }
}
