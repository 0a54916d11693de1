//! Runs of words that a name can be made of.

use crate::english::English;
use crate::english::names::NameWord;
use crate::syntax::Parse;
use crate::tags::Lexical;
use std::ops::Range;

/// A run with links inside, and which stretch without links each of its words lies in.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Its tokens; they lie in one sentence.
    pub(super) tokens: Range<usize>,
}

/// So many linking words may stand between two capitalised ones.
const LINKS: usize = 3;

/// True for a word that a name can begin with.
pub(super) fn is_capital(word: &Lexical) -> bool {
    word.shape & 3 != 0
}

/// Finds the runs of an article.
pub(super) fn runs(english: &English, parse: &Parse<'_>, words: &[Lexical]) -> Vec<Run> {
    let links = |t: usize| english.names.words.get(parse.form(t)) == Some(NameWord::Link);
    let mut out = Vec::new();
    for sentence in parse.sentences() {
        let mut t = sentence.tokens.start;
        while t < sentence.tokens.end {
            if !is_capital(&words[t]) || is_address(english, parse.form(t)) {
                t += 1;
                continue;
            }
            let start = t;
            let mut end = t + 1;
            let mut at = end;
            while at < sentence.tokens.end && at - end <= LINKS {
                let number = at == end && words[at].shape & 8 != 0;
                if is_capital(&words[at]) || number {
                    end = at + 1;
                } else if !links(at) {
                    break;
                }
                at += 1;
            }
            // "al-Assad" begins with its article.
            let joined = |a: usize, b: usize| parse.span(a).end == parse.span(b).start;
            let article = start >= sentence.tokens.start + 2
                && parse.form(start - 1) == "-"
                && joined(start - 1, start)
                && links(start - 2)
                && out.last().is_none_or(|r: &Run| r.tokens.end <= start - 2);
            out.push(Run { tokens: if article { start - 2 } else { start }..end });
            t = end;
        }
    }
    out
}

/// True for addresses and names of files ("Stocks.pdf"): no name begins with one.
fn is_address(english: &English, form: &str) -> bool {
    let file = |end: &str| english.names.files.has(&end.to_lowercase());
    form.contains("://") || form.contains('@') || form.rsplit_once('.').is_some_and(|(_, end)| file(end))
}
