//! What one sentence leaves to the next: quotations that go on, sources that are only pointed back to.

use super::attribute::{Context, in_quote};
use super::find::Draft;
use super::{Source, SourceKind};
use crate::english::Reports;
use crate::entities::{EntityType, MentionKind, Mentions};
use crate::tags::{Feats, Upos};
use crate::text::{Arrange, BlockKind};
use std::ops::Range;

/// Most speakers by description that are kept to be pointed back to.
const REMEMBERED: usize = 32;

/// Completes the drafts of an article, in order: quotations over several sentences become one claim, "he" and "the
/// official" find whom they point back to, and a sentence that goes on with a speaker's words keeps the speaker.
pub(super) fn carry(cx: Context<'_>, mentions: &Mentions, drafts: &mut Vec<Draft>) {
    merge_quotes(cx, drafts);
    take_turns(cx, drafts);
    point_back(cx, mentions, drafts);
    go_on(cx, drafts);
}

/// Sentences wholly inside the quotation of a neighbouring attribution join it.
fn merge_quotes(cx: Context<'_>, drafts: &mut Vec<Draft>) {
    let mains: Vec<usize> = (0..drafts.len()).filter(|&i| drafts[i].main).collect();
    let mut joined_to: Vec<Option<usize>> = vec![None; drafts.len()];
    // Backwards: `"A. B," he said.`
    for k in (1..mains.len()).rev() {
        let (i, before) = (mains[k], mains[k - 1]);
        let Some(q) = quote_at(cx, drafts[i].content.first().map_or(0, |r| r.start)) else { continue };
        let starts_here = cx.quotes[q].span.start >= cx.outline.parse.span(drafts[i].tokens.start).start;
        let speaker =
            drafts[i].attribution.as_ref().is_some_and(|a| a.reports.any(Reports::SAYS)) || joined_to[i].is_some();
        if speaker
            && !starts_here
            && drafts[before].attribution.is_none()
            && quote_at(cx, drafts[before].tokens.end - 1) == Some(q)
        {
            joined_to[before] = Some(joined_to[i].unwrap_or(i));
        }
    }
    // Forwards: `"A," he said. "B."`, and `He said:` before a quotation of one or more paragraphs.
    for k in 1..mains.len() {
        let (before, i) = (mains[k - 1], mains[k]);
        if drafts[i].attribution.is_some() || joined_to[i].is_some() || !wholly_quoted(cx, &drafts[i].tokens) {
            continue;
        }
        let target = joined_to[before].unwrap_or(before);
        if drafts[target].kind != BlockKind::Body
            || !drafts[target].attribution.as_ref().is_some_and(|a| a.reports.any(Reports::SAYS))
        {
            continue;
        }
        let same_block = block_of(cx, &drafts[i]) == block_of(cx, &drafts[before]);
        let was_quoted = drafts[target].content.iter().any(|r| in_quote(cx, r.start) || in_quote(cx, r.end - 1));
        let left_open = quote_at(cx, drafts[before].tokens.end - 1).is_some_and(|q| cx.quotes[q].open);
        if same_block && was_quoted || left_open {
            joined_to[i] = Some(target);
        }
    }
    let mut grown = Vec::new();
    for i in 0..drafts.len() {
        if let Some(target) = joined_to[i] {
            let tokens = drafts[i].tokens.clone();
            let d = &mut drafts[target];
            d.tokens = d.tokens.start.min(tokens.start)..d.tokens.end.max(tokens.end);
            d.content.push(tokens);
            grown.push(target);
        }
    }
    grown.dedup();
    for target in grown {
        join(&mut drafts[target].content);
    }
    let mut at = 0;
    drafts.retain(|_| {
        at += 1;
        joined_to[at - 1].is_none()
    });
}

/// What stands after a speaker's name and a colon goes on to the end of its paragraph; a name behind a quotation ends it.
fn take_turns(cx: Context<'_>, drafts: &mut Vec<Draft>) {
    let mut turn: Option<(usize, usize)> = None;
    let mut taken = vec![false; drafts.len()];
    for i in 0..drafts.len() {
        let block = block_of(cx, &drafts[i]);
        if let Some(a) = drafts[i].attribution.as_ref().filter(|a| a.cue.is_empty()) {
            turn = (cx.outline.parse.form(a.head) == ":").then_some((i, block));
        } else if let Some((of, _)) = turn.filter(|&(_, b)| b == block && drafts[i].main) {
            let tokens = drafts[i].tokens.clone();
            let d = &mut drafts[of];
            d.tokens.end = d.tokens.end.max(tokens.end);
            match d.content.last_mut() {
                Some(last) => last.end = tokens.end,
                None => d.content.push(tokens),
            }
            taken[i] = drafts[i].attribution.is_none();
        }
    }
    let mut at = 0;
    drafts.retain(|_| {
        at += 1;
        !taken[at - 1]
    });
}

/// Sorted, neighbours joined.
fn join(parts: &mut Vec<Range<usize>>) {
    parts.arrange_by_key(|r| r.start);
    let mut out: Vec<Range<usize>> = Vec::with_capacity(parts.len());
    for r in parts.drain(..) {
        match out.last_mut() {
            Some(last) if r.start <= last.end => last.end = last.end.max(r.end),
            _ => out.push(r),
        }
    }
    *parts = out;
}

fn block_of(cx: Context<'_>, d: &Draft) -> usize {
    cx.outline.parse.sentences()[d.sentence.ix()].block
}

/// The quotation that holds a token.
fn quote_at(cx: Context<'_>, t: usize) -> Option<usize> {
    let span = cx.outline.parse.span(t);
    let i = cx.quotes.partition_point(|q| q.span.end <= span.start);
    cx.quotes.get(i).filter(|q| q.span.contains(span)).map(|_| i)
}

fn wholly_quoted(cx: Context<'_>, tokens: &Range<usize>) -> bool {
    let words = tokens.clone().filter(|&t| cx.outline.parse.upos(t) != Upos::Punct);
    let mut any = false;
    for t in words {
        any = true;
        if !in_quote(cx, t) {
            return false;
        }
    }
    any
}

/// Sources by pronoun or definite description take over the mention of the source they point back to, where
/// coreference gave them none.
fn point_back(cx: Context<'_>, mentions: &Mentions, drafts: &mut [Draft]) {
    let p = &cx.outline.parse;
    let named = |s: &Source| {
        s.mention.is_some_and(|m| {
            mentions.mentions[m.ix()].kind == MentionKind::Name
                || mentions.chain.get(m.ix()).is_some_and(|c| cx.named.binary_search(c).is_ok())
        })
    };
    let mut person: Option<Source> = None;
    let mut outlet: Option<Source> = None;
    let mut described: Vec<(String, Source)> = Vec::new();
    for d in drafts.iter_mut() {
        let Some(found) = d.attribution.as_ref().and_then(|a| a.source.clone()) else { continue };
        let Some(source) = d.source.as_mut() else { continue };
        let head = found.antecedent.as_ref().map_or(found.head, |a| a.1);
        let lemma = p.lemma(head).to_lowercase();
        let definite = cx.words.definite.has(p.form(found.tokens.start));
        let singular = !p.feats(head).has(Feats::PLURAL);
        let speaks = d.attribution.as_ref().is_some_and(|a| a.reports.any(Reports::SAYS));
        if named(source) {
            let kind = source.mention.map(|m| mentions.mentions[m.ix()].label);
            if kind == Some(EntityType::Person) && speaks {
                person = Some(source.clone());
            } else if matches!(kind, Some(EntityType::Org | EntityType::Work | EntityType::Misc)) && speaks {
                outlet = Some(source.clone());
            }
            continue;
        }
        let earlier = if p.upos(head) == Upos::Pron && cx.words.pronouns.has(p.form(head)) {
            person.clone().filter(|_| singular && speaks)
        } else if definite && cx.words.media.has(&lemma) {
            outlet.clone()
        } else if definite && singular {
            described.iter().rev().find(|(word, _)| *word == lemma).map(|(_, s)| s.clone())
        } else {
            None
        };
        match earlier {
            Some(s) => {
                source.kind = s.kind;
                if source.mention.is_none() || s.mention.is_some() {
                    source.mention = s.mention;
                }
                if p.upos(head) == Upos::Pron || cx.words.media.has(&lemma) {
                    source.text = s.text;
                }
            }
            None if speaks && singular && p.upos(head) != Upos::Pron && source.kind == SourceKind::Anonymous => {
                person = Some(source.clone());
                described.retain(|(word, _)| *word != lemma);
                if described.len() == REMEMBERED {
                    described.remove(0);
                }
                described.push((lemma, source.clone()));
            }
            None => {}
        }
    }
}

/// A sentence without a cue, after one that renders a person's words in the same paragraph, goes on with them.
fn go_on(cx: Context<'_>, drafts: &mut [Draft]) {
    let mut last: Option<(usize, Source)> = None;
    for d in drafts.iter_mut().filter(|d| d.main) {
        let block = cx.outline.parse.sentences()[d.sentence.ix()].block;
        match (&d.attribution, &d.source) {
            (Some(a), Some(source)) if a.reports.any(Reports::SAYS) && a.clausal => {
                let lasting = source.kind == SourceKind::Named && source.mention.is_some();
                last = lasting.then(|| (block, source.clone()));
            }
            (None, _) => {
                let Some((b, source)) = &last else { continue };
                if *b == block && d.kind == BlockKind::Body {
                    d.source = Some(Source { span: None, ..source.clone() });
                    d.carried = true;
                }
            }
            _ => last = None,
        }
    }
}
