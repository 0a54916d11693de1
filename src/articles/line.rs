//! Plain text → units: lines, or paragraphs where lines are wrapped.

use crate::text::{Span, word_hash, words_in};

/// What a line's own punctuation says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing special.
    Plain,
    /// A heading of Markdown, with its depth.
    Heading(u8),
    /// All of it emphasised.
    Strong,
    /// An item of a list.
    Item,
    /// A picture of Markdown.
    Picture,
    /// A rule: `---`, `***`, `===`.
    Rule,
}

/// One line of the text, or one paragraph of wrapped lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// Its words, without marks and white space at the ends.
    pub span: Span,
    /// Empty lines before it.
    pub gap: u16,
    /// Number of words.
    pub words: u32,
    /// Ends like a sentence.
    pub sentence_end: bool,
    /// What its punctuation says.
    pub mark: Mark,
    /// Equal for units with the same letters and digits, whatever their case.
    pub key: u64,
}

impl Unit {
    pub(super) fn new(text: &str, span: Span, gap: u16, mark: Mark) -> Self {
        let words = span.of(text);
        Self {
            span,
            gap,
            words: words_in(words).count() as u32,
            sentence_end: ends_sentence(words),
            mark,
            key: word_hash(words),
        }
    }

    /// A paragraph of running text: long enough, and ended like a sentence.
    pub(super) fn is_prose(&self) -> bool {
        self.mark != Mark::Rule && (self.words >= 8 && self.sentence_end || self.words >= 32)
    }
}

fn ends_sentence(words: &str) -> bool {
    let closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_');
    let bare = words.trim_end_matches(closing);
    // "?" ends headlines as well; a question that long is left to the count of words.
    bare.ends_with(['.', '!', '…', '?']) || (bare.len() < words.len() && bare.ends_with(','))
}

/// A line before it is known whether lines are wrapped.
struct Line {
    span: Span,
    gap: u16,
    indent: usize,
    mark: Mark,
    /// It is quoted, as mailers quote: each line for itself, broken where it was full.
    quoted: bool,
}

fn lines(text: &str) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    let (mut at, mut gap) = (0, 0u16);
    while at < text.len() {
        let whole = Span::new(at, line_end(text, at));
        at = whole.end as usize;
        let span = whole.trim(text);
        if !span
            .of(text)
            .contains(|c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{feff}' | '\u{200b}'))
        {
            gap = gap.saturating_add(1);
            continue;
        }
        let indent = (span.start - whole.start) as usize;
        let quoted = span.of(text).starts_with('>');
        let (span, mark) = unmark(text, span);
        if span.is_empty() {
            gap = gap.saturating_add(1);
            continue;
        }
        found.push(Line { span, gap, indent, mark, quoted });
        gap = 0;
    }
    found
}

/// Where the line at a place ends: after `\n`, a page's end, or one of U+2028 and U+2029.
fn line_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let ends = |&at: &usize| match bytes[at] {
        b'\n' | 0xC => true,
        0xA8 | 0xA9 => bytes[from..at].ends_with(&[0xE2, 0x80]),
        _ => false,
    };
    (from..text.len()).find(ends).map_or(text.len(), |at| at + 1)
}

/// Takes quotation and Markdown marks off a line's ends.
fn unmark(text: &str, mut span: Span) -> (Span, Mark) {
    let cut = |span: Span, n: usize| Span::new(span.start as usize + n, span.end as usize).trim(text);
    if span.of(text).starts_with('\u{feff}') {
        span = cut(span, '\u{feff}'.len_utf8());
    }
    while span.of(text).starts_with("> ") || span.of(text).starts_with(">>") || span.of(text) == ">" {
        span = cut(span, 1);
    }
    let words = span.of(text);
    let ruler = |c: char| matches!(c, '-' | '*' | '=' | '_' | '~' | '—' | '–' | '#' | ' ' | '•');
    if words.chars().all(ruler) && words.chars().count() >= 3 {
        return (span, Mark::Rule);
    }
    let hashes = words.bytes().take_while(|&b| b == b'#').count();
    if (1..=6).contains(&hashes) && words[hashes..].starts_with(' ') {
        let bare = words.trim_end_matches('#').trim_end();
        let inner = Span::new(span.start as usize + hashes, span.start as usize + bare.len().max(hashes)).trim(text);
        return (inner, Mark::Heading(hashes as u8));
    }
    if words.starts_with("![") {
        return (span, Mark::Picture);
    }
    for mark in ["**", "__"] {
        let inner = words.strip_prefix(mark).and_then(|w| w.strip_suffix(mark));
        if inner.is_some_and(|w| !w.is_empty() && !w.contains(mark)) {
            let inner = Span::new(span.start as usize + 2, span.end as usize - 2).trim(text);
            return (inner, Mark::Strong);
        }
    }
    let item = words.starts_with("- ") || words.starts_with("* ") || words.starts_with("• ") || words.starts_with("+ ");
    (span, if item { Mark::Item } else { Mark::Plain })
}

/// A quoted line of so many bytes that ends within a sentence goes on in the next.
const QUOTED: usize = 45;

/// The units of a text, in order.
pub(super) fn units(text: &str) -> Vec<Unit> {
    let lines = lines(text);
    let width = wrapped_at(text, &lines);
    let mut found: Vec<Unit> = Vec::with_capacity(lines.len());
    let mut i = 0;
    while i < lines.len() {
        let first = &lines[i];
        let mut span = first.span;
        let mut end = i + 1;
        while let Some(next) = lines.get(end) {
            let last = &lines[end - 1];
            let broken = last.quoted && next.quoted && last.span.len() >= QUOTED && !ends_sentence(last.span.of(text));
            let full = broken || last.span.len() + last.indent + first_word(text, next.span) > width;
            let plain = last.mark == Mark::Plain && next.mark == Mark::Plain;
            if next.gap > 0 || !plain || !full || next.indent > last.indent {
                break;
            }
            span = span.cover(next.span);
            end += 1;
        }
        found.push(Unit::new(text, span, first.gap, first.mark));
        i = end;
    }
    found
}

fn first_word(text: &str, span: Span) -> usize {
    span.of(text).split_whitespace().next().map_or(0, str::len)
}

/// The width at which the text's lines are wrapped, `usize::MAX` if they are not: most breaks
/// between neighbouring lines must fall where the next word would no longer fit.
fn wrapped_at(text: &str, lines: &[Line]) -> usize {
    let mut lengths: Vec<usize> = lines.iter().map(|l| l.span.len() + l.indent).collect();
    lengths.sort_unstable();
    let Some(&longest) = lengths.get(lengths.len() * 98 / 100) else { return usize::MAX };
    let neighbours =
        || lines.windows(2).filter(|w| w[1].gap == 0 && w[0].mark == Mark::Plain && w[1].mark == Mark::Plain);
    let broken = |w: &&[Line]| {
        let tail = w[0].span.of(text);
        let head = w[1].span.of(text).chars().next();
        !tail.ends_with(['.', '!', '?', ':', '"', '”', ')'])
            && head.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit())
    };
    let all = neighbours().count();
    if !(30..=130).contains(&longest) || all < 3 || neighbours().filter(broken).count() * 3 < all {
        return usize::MAX;
    }
    longest * 4 / 5
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        units(text).iter().map(|u| format!("{:?} {} {}", u.mark, u.gap, u.span.of(text))).collect()
    }

    #[test]
    fn lines_are_units() {
        let text = "A title\r\n\r\nOne sentence.  \n> quoted\n\n\n# Head #\n***\n**Bold**\n- item";
        let want = [
            "Plain 0 A title",
            "Plain 1 One sentence.",
            "Plain 0 quoted",
            "Heading(1) 2 Head",
            "Rule 0 ***",
            "Strong 0 Bold",
            "Item 0 - item",
        ];
        assert_eq!(shown(text), want);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "The river rose by two metres in the night and\nflooded the lower town, the mayor said, while\nhundreds of people were taken to a school that\nstands on the hill.\n\nNobody was hurt.\n";
        assert_eq!(units(text).len(), 2);
        let mail = "> The river rose by two metres in the night and flooded\n> Port Lomo, the mayor said.\n>\n> Nobody was hurt.\n";
        assert_eq!(units(mail).len(), 2);
        // Short lines stay apart: verse, lists, addresses.
        assert_eq!(units("Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you").len(), 4);
    }

    #[test]
    fn same_words_same_key() {
        assert_eq!(word_hash("He said: “No.”"), word_hash("he said \"no\""));
        assert_ne!(word_hash("He said no"), word_hash("She said no"));
    }
}
