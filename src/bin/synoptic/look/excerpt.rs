//! The words of spans, and lines of text with carets under what is meant.

use std::collections::BTreeMap;
use synoptic::view::{Span, View};

/// Most characters shown before and after the words that are meant.
const AROUND: usize = 48;

/// The inputs as UTF-16, as the contract counts, and the articles' letters.
#[derive(Debug)]
pub(super) struct Texts {
    inputs: Vec<Vec<u16>>,
    sigla: BTreeMap<String, String>,
}

impl Texts {
    pub(super) fn new(view: &mut View) -> Self {
        let inputs = (0..).map_while(|i| Some(view.text(i).ok()?.encode_utf16().collect())).collect();
        let sigla = view.articles().into_iter().map(|a| (a.id, a.siglum)).collect();
        Self { inputs, sigla }
    }

    /// An article's letter.
    pub(super) fn siglum(&self, article: &str) -> &str {
        self.sigla.get(article).map_or("?", String::as_str)
    }

    fn cut(&self, input: u32, start: usize, end: usize) -> String {
        let units = self.inputs.get(input as usize).and_then(|t| t.get(start..end)).unwrap_or_default();
        let plain = |c: char| if c.is_whitespace() || c.is_control() { ' ' } else { c };
        String::from_utf16_lossy(units).chars().map(plain).collect()
    }

    /// A span's words, on one line.
    pub(super) fn words(&self, span: Span) -> String {
        self.cut(span.input, span.start as usize, span.end as usize)
    }

    /// The same, shortened in the middle.
    pub(super) fn short(&self, span: Span) -> String {
        let words: Vec<char> = self.words(span).chars().collect();
        if words.len() <= 160 {
            return words.into_iter().collect();
        }
        let (head, tail) = (&words[..110], &words[words.len() - 40..]);
        format!("{} … {}", head.iter().collect::<String>().trim_end(), tail.iter().collect::<String>().trim_start())
    }

    /// The line around a span, and a second line with carets under it and a remark behind them.
    pub(super) fn pointed(&self, span: Span, remark: &str) -> String {
        let text = &self.inputs[span.input as usize];
        let is_end = |u: u16| u == 10 || u == 13;
        let (start, end) = (span.start as usize, span.end as usize);
        let before = text[..start].iter().rev().take(AROUND).take_while(|u| !is_end(**u)).count();
        let after = text[end..].iter().take(AROUND).take_while(|u| !is_end(**u)).count();
        let head = self.cut(span.input, start - before, start);
        let tail = self.cut(span.input, end, end + after);
        let words = self.words(span);
        let (indent, carets) = (head.chars().count(), words.chars().count().max(1));
        format!(
            "    {}\n    {}{} {remark}\n",
            format!("{head}{words}{tail}").trim_end(),
            " ".repeat(indent),
            "^".repeat(carets)
        )
    }
}
