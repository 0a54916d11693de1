//! Attributions read off the order of words and marks, which holds where a tree goes wrong: "X said that ...",
//! "..., X said", "..., said X, ...", `X said: "..."`.

use super::attribute::{Context, in_quote, is_break};
use super::source::{Found, trim};
use crate::english::Reports;
use crate::syntax::Deprel as D;
use crate::tags::{Feats, Upos};
use std::ops::Range;

/// Most tokens between a verb of saying and the border of its chunk.
const CHUNK: usize = 16;

/// What the order of words tells of a verb of saying.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) source: Option<Found>,
    pub(super) content: Vec<Range<usize>>,
}

/// Reads the words around `v`, if they form one of the patterns.
pub(super) fn read(cx: Context<'_>, sentence: &Range<usize>, v: usize, r: Reports) -> Option<Reading> {
    let clause = Reports::SAYS.or(Reports::HOLDS).or(Reports::SHOWS);
    if !r.any(clause) {
        return None;
    }
    marked(cx, sentence, v).or_else(|| {
        let says = r.any(Reports::SAYS.or(Reports::HOLDS));
        says.then(|| aside(cx, sentence, v).or_else(|| before_quotation(cx, sentence, v))).flatten()
    })
}

/// "X told Y that ..."
fn marked(cx: Context<'_>, sentence: &Range<usize>, v: usize) -> Option<Reading> {
    let (o, p) = (cx.outline, &cx.outline.parse);
    let stop = sentence.end.min(v + CHUNK);
    let between =
        (v + 1..stop).take_while(|&t| !is_verb(cx, t) && p.form(t) != ":" && in_quote(cx, t) == in_quote(cx, v));
    // "that" with a verb right after it is a relative pronoun, whatever its tag.
    let opens = |t: usize| {
        cx.words.complementizers.has(p.form(t))
            && (p.upos(t) != Upos::Pron || o.is(t, &[D::Mark]) && t + 1 < sentence.end && !is_verb(cx, t + 1))
    };
    let that = between.into_iter().find(|&t| opens(t))?;
    // "that" before a noun with no verb after it is a determiner.
    let verb = (that + 1..sentence.end).find(|&t| is_verb(cx, t))?;
    let tree =
        o.children(v).filter(|&c| c > that && o.is(c, &[D::Ccomp])).map(|c| o.extent(c)).find(|r| r.start <= that + 1);
    let end = tree.map_or(sentence.end, |r| r.end.max(verb + 1));
    Some(Reading { source: before(cx, sentence, v), content: std::iter::once(that..end).collect() })
}

/// "..., X said", "..., said X, ...": the verb's chunk stands between marks, what is said around it.
fn aside(cx: Context<'_>, sentence: &Range<usize>, v: usize) -> Option<Reading> {
    let p = &cx.outline.parse;
    let from = (sentence.start..v).rev().take(CHUNK).find(|&t| is_break(cx, t) && p.form(t) != "-")?;
    let own = from + 1..v;
    if own.clone().any(|t| p.upos(t) == Upos::Verb || cx.words.complementizers.has(p.form(t)))
        || from + 1 - sentence.start < 3
    {
        return None;
    }
    let to = (v + 1..sentence.end).find(|&t| is_break(cx, t) && p.form(t) != "-").unwrap_or(sentence.end);
    if (v + 1..to).any(|t| is_verb(cx, t) && !in_relative(cx, v, t)) {
        return None;
    }
    let said = sentence.start..from;
    let speaks = said.clone().any(|t| is_verb(cx, t)) || said.clone().any(|t| in_quote(cx, t));
    let inverted = own.clone().all(|t| matches!(p.upos(t), Upos::Adv | Upos::Aux));
    // "..., Ali Noor, head of the union, said of the plan"; "told" never stands before its subject.
    let beyond = inverted && own.is_empty() && v + 1 < sentence.end && p.upos(v + 1) == Upos::Adp;
    if beyond || inverted && cx.words.tellers.has(p.lemma(v)) {
        let source = set_beside(cx, sentence, from)?;
        let said = sentence.start..source.tokens.start;
        let quoted = said.clone().any(|t| in_quote(cx, t));
        return quoted.then(|| Reading { source: Some(source), content: std::iter::once(said).collect() });
    }
    let source = if inverted { after(cx, v, to, sentence.end) } else { before(cx, sentence, v) };
    // In "In answers to questions, X said Y" nothing is said before the comma.
    if !speaks || source.is_none() {
        return None;
    }
    let end = source.as_ref().map_or(to, |s| s.tokens.end.max(to));
    let rest = end..sentence.end;
    let goes_on = rest.clone().any(|t| in_quote(cx, t))
        || rest.len() > 4
            && rest.clone().any(|t| p.upos(t) == Upos::Verb && p.feats(t).has(Feats::FINITE))
            && !begins_low(cx, &rest);
    let mut content: Vec<Range<usize>> = std::iter::once(said).collect();
    if goes_on {
        content.push(rest);
    }
    Some(Reading { source, content })
}

/// True if a stretch begins with a participle or a subordinate clause, which goes with the verb before it.
fn begins_low(cx: Context<'_>, r: &Range<usize>) -> bool {
    let p = &cx.outline.parse;
    let first = r.clone().find(|&t| p.upos(t) != Upos::Punct);
    first.is_some_and(|t| p.feats(t).has(Feats::ING) || matches!(p.upos(t), Upos::Adp | Upos::Sconj | Upos::Pron))
}

/// `X said, "..."`, `X said: ...`
fn before_quotation(cx: Context<'_>, sentence: &Range<usize>, v: usize) -> Option<Reading> {
    let p = &cx.outline.parse;
    let to = (v + 1..sentence.end.min(v + CHUNK)).find(|&t| is_break(cx, t) && p.form(t) != "-")?;
    let quote = (to..sentence.end.min(to + 3)).find(|&t| in_quote(cx, t));
    let begins = quote.or((p.form(to) == ":").then_some(to + 1))?;
    if in_quote(cx, v) || begins >= sentence.end || (v + 1..to).any(|t| p.upos(t) == Upos::Verb) {
        return None;
    }
    let end = match quote {
        Some(q) => (q..sentence.end).find(|&t| !in_quote(cx, t)).unwrap_or(sentence.end),
        None => sentence.end,
    };
    let long = end - begins > 4;
    long.then(|| Reading { source: before(cx, sentence, v), content: std::iter::once(begins..end).collect() })
}

/// The noun phrase before a verb: its subject by the tree where that is near, else the words up to a border.
pub(super) fn before(cx: Context<'_>, sentence: &Range<usize>, v: usize) -> Option<Found> {
    let p = &cx.outline.parse;
    if let Some(found) = super::source::of_verb(cx, v) {
        let near = found.tokens.end <= v
            && (found.tokens.end..v).all(|t| !p.upos(t).is_nominal() || found.antecedent.is_some());
        if near || p.feats(v).has(Feats::ING) || found.head > v {
            return Some(found);
        }
    }
    let skipped = (sentence.start..v).rev().find(|&t| !matches!(p.upos(t), Upos::Aux | Upos::Adv | Upos::Part))?;
    let end = skipped + 1;
    let mut start = end;
    while start > sentence.start && is_phrase(cx, start - 1) {
        start -= 1;
    }
    while start < end && matches!(p.upos(start), Upos::Adp | Upos::Cconj | Upos::Part) {
        start += 1;
    }
    let head = (start..end).rev().find(|&t| p.upos(t).is_nominal() || p.upos(t) == Upos::Pron)?;
    if cx.words.objects.has(p.form(head)) || head + 1 < end && p.upos(end - 1) == Upos::Adp {
        return None;
    }
    Some(Found { tokens: start..end, head, antecedent: None })
}

/// A noun phrase with what is set beside it, up to the comma at `end`: "Ali Noor, head of the union,".
fn set_beside(cx: Context<'_>, sentence: &Range<usize>, end: usize) -> Option<Found> {
    let p = &cx.outline.parse;
    let comma = (sentence.start..end).rev().take(CHUNK).find(|&t| is_break(cx, t) && p.form(t) != "-")?;
    let mut start = comma;
    while start > sentence.start && is_phrase(cx, start - 1) {
        start -= 1;
    }
    let head = (start..comma).find(|&t| p.upos(t).is_nominal())?;
    Some(Found { tokens: start..end, head, antecedent: None })
}

/// The noun phrase after an inverted verb, with what is set beside it ("said X, head of Y, ...").
fn after(cx: Context<'_>, v: usize, to: usize, sentence_end: usize) -> Option<Found> {
    let (o, p) = (cx.outline, &cx.outline.parse);
    let subject = o.child(v, &[D::Nsubj]).filter(|&s| s > v).map(|s| o.extent(s)).filter(|r| r.start == v + 1);
    let mut end = match &subject {
        Some(r) if r.end <= to => r.end,
        _ => (v + 1..to).find(|&t| p.upos(t) == Upos::Adp && !cx.words.by.has(p.form(t))).unwrap_or(to),
    };
    let head = (v + 1..end).find(|&t| p.upos(t).is_nominal() || p.upos(t) == Upos::Pron)?;
    let set_beside = end == to && to + 1 < sentence_end && p.form(to) == "," && p.upos(head) != Upos::Pron;
    if set_beside && matches!(p.upos(to + 1), Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Pron) {
        end = (to + 1..sentence_end).find(|&t| in_quote(cx, t)).unwrap_or(sentence_end);
    }
    Some(Found { tokens: trim(p, v + 1..end), head, antecedent: None })
}

fn is_phrase(cx: Context<'_>, t: usize) -> bool {
    use Upos::{Adj, Adp, Cconj, Det, Noun, Num, Part, Pron, Propn};
    let p = &cx.outline.parse;
    matches!(p.upos(t), Adj | Adp | Cconj | Det | Noun | Num | Part | Pron | Propn) && !in_quote(cx, t)
}

fn is_verb(cx: Context<'_>, t: usize) -> bool {
    matches!(cx.outline.parse.upos(t), Upos::Verb | Upos::Aux)
}

/// True if `t` stands in a relative clause or participle of what follows the verb.
fn in_relative(cx: Context<'_>, v: usize, t: usize) -> bool {
    let p = &cx.outline.parse;
    p.feats(t).has(Feats::PAST_PARTICIPLE)
        || p.feats(t).has(Feats::ING)
        || (v + 1..t).any(|x| p.feats(x).has(Feats::RELATIVE))
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::claims_of;

    /// Source and content of the first attributed claim.
    fn check(text: &str, source: &str, content: &str) {
        let (_, claims) = claims_of(text);
        let got = claims.iter().find(|c| c.cue.is_some());
        let words = got.map(|c| c.content.iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" | "));
        let who = got.and_then(|c| c.source.as_ref()).map(|s| s.text.clone());
        assert_eq!((who.as_deref(), words.as_deref()), (Some(source), Some(content)), "{text}");
    }

    #[test]
    fn patterns() {
        check("The mayor told reporters that the bridge had collapsed.", "The mayor", "that the bridge had collapsed");
        check("The bridge had collapsed, the mayor said.", "the mayor", "The bridge had collapsed");
        check("“The bridge is gone,” said the mayor.", "the mayor", "“The bridge is gone,”");
        check("According to the mayor, the bridge had collapsed.", "the mayor", "the bridge had collapsed");
    }
}
