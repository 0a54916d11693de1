//! From labels to mentions and chains inside an article.

use super::{Label, Mention, MentionKind, Mentions};
use crate::english::English;
use crate::syntax::Parse;
use crate::text::fold;
use std::collections::BTreeMap;

/// Finds mentions and resolves coreference inside the article.
pub fn mentions(_english: &English, parse: &Parse<'_>, labels: Vec<Label>) -> Mentions {
    let mut out = Mentions { labels, ..Mentions::default() };
    let mut chains: BTreeMap<String, u32> = BTreeMap::new();
    let mut t = 0;
    while t < out.labels.len() {
        let Label::Begin(label) = out.labels[t] else {
            t += 1;
            continue;
        };
        let end =
            (t + 1..out.labels.len()).find(|&e| out.labels[e] != Label::Inside(label)).unwrap_or(out.labels.len());
        let span = parse.span_of(t..end);
        let next = chains.len() as u32;
        let key = fold(span.of(parse.text));
        let first = !chains.contains_key(&key);
        out.chain.push(*chains.entry(key).or_insert(next));
        out.why.push(if first { String::new() } else { "same spelling".to_owned() });
        out.mentions.push(Mention {
            span,
            tokens: t..end,
            head: end - 1,
            kind: MentionKind::Name,
            label,
            metonym_for: None,
        });
        t = end;
    }
    out
}
