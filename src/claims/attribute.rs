//! Attributions inside one sentence: a cue, the source it names and the content it brings.

use super::outline::Outline;
use super::quotes::Quote;
use super::{source, surface};
use crate::english::{ClaimsWords, Reports};
use crate::syntax::Deprel as D;
use crate::tags::{Feats, Upos};
use crate::text::{Arrange, TokenIx};
use std::ops::Range;

/// One attribution, in tokens of the article.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Attribution {
    /// The cue's tokens.
    pub(super) cue: Range<usize>,
    /// The cue's head.
    pub(super) head: usize,
    /// What sort of cue.
    pub(super) reports: Reports,
    /// The source's tokens and head.
    pub(super) source: Option<source::Found>,
    /// The content's tokens, in text order.
    pub(super) content: Vec<Range<usize>>,
    /// The predicate of the content, where there is a clause.
    pub(super) predicate: Option<usize>,
    /// The content is a clause or a quotation, not a thing spoken about.
    pub(super) clausal: bool,
}

impl Attribution {
    /// How many tokens its content has.
    pub(super) fn reach(&self) -> usize {
        self.content.iter().map(Range::len).sum()
    }
}

/// Most attributions of one sentence: more stand in no prose, and each takes time with the length of its content.
const MOST: usize = 24;

/// Most tokens of a speaker's name before a colon, and the colon.
const LABEL: usize = 6;

/// What the search needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'a> {
    pub(super) words: &'a ClaimsWords,
    pub(super) outline: &'a Outline<'a>,
    pub(super) quotes: &'a [Quote],
    /// Chains that hold a name, sorted.
    pub(super) named: &'a [u32],
}

/// The attributions of a sentence in the order of their cues.
pub(super) fn attributions(cx: Context<'_>, sentence: Range<usize>) -> Vec<Attribution> {
    let mut out: Vec<Attribution> = labelled(cx, &sentence).or_else(|| signed(cx, &sentence)).into_iter().collect();
    for t in sentence.clone() {
        if out.len() == MOST {
            break;
        }
        let found = according(cx, &sentence, t).or_else(|| {
            let p = &cx.outline.parse;
            let reports = cx.words.reports.get(p.lemma(t));
            match (p.upos(t), reports) {
                (Upos::Verb | Upos::Aux, Some(r)) => verb(cx, &sentence, t, r),
                (Upos::Verb | Upos::Aux, None) if cx.words.puts.has(p.lemma(t)) && is_as_clause(cx, t) => {
                    beside(cx, &sentence, t, Reports::SAYS)
                }
                (Upos::Noun, Some(r)) if r.any(Reports::NOUN) => noun(cx, t, r),
                (Upos::Adj, _) if cx.words.attitudes.has(p.form(t)) => attitude(cx, t),
                _ => None,
            }
        });
        out.extend(found.map(|a| with_speaker(cx, &sentence, a)).filter(|a| a.reach() > 0 && stands(cx, a)));
    }
    out
}

/// A finite verb that the tree left without a subject has the noun phrase before it.
fn with_speaker(cx: Context<'_>, sentence: &Range<usize>, mut a: Attribution) -> Attribution {
    let (o, p) = (cx.outline, &cx.outline.parse);
    let finite = p.upos(a.head) == Upos::Verb && p.feats(a.head).has(Feats::FINITE);
    let passive = o.child(a.head, &[D::AuxPass, D::NsubjPass]).is_some();
    let begins = a.content.first().is_none_or(|r| r.start > a.head);
    if a.source.is_none() && finite && !passive && begins && !a.reports.any(Reports::SEEMS) {
        a.source = surface::before(cx, sentence, a.head);
    }
    a
}

/// False for what only looks like an attribution: "I think" or "they know" inside a quotation adds no speaker to the one
/// quoted, and an infinitive or participle of an attitude that nobody is named for ("to support the plan") tells of none.
fn stands(cx: Context<'_>, a: &Attribution) -> bool {
    let (o, p) = (cx.outline, &cx.outline.parse);
    if p.upos(a.head) != Upos::Verb {
        return true;
    }
    match &a.source {
        // Inside a quotation only another speaker by name makes a chain.
        Some(s) if in_quote(cx, a.head) => a.reports.any(Reports::SAYS) && p.upos(s.head) == Upos::Propn,
        Some(_) => true,
        None => {
            let passive = o.child(a.head, &[D::AuxPass, D::NsubjPass]).is_some();
            passive
                || a.reports.any(Reports::SEEMS)
                || a.content.iter().any(|r| in_quote(cx, r.start)) && !in_quote(cx, a.head)
        }
    }
}

/// `SMITH: ...`, "Kremlin: no talks planned": a short name before a colon at the beginning of a paragraph or headline
/// speaks what follows.
fn labelled(cx: Context<'_>, sentence: &Range<usize>) -> Option<Attribution> {
    let p = &cx.outline.parse;
    let first = sentence.start == 0
        || p.tokens.sentence_of(TokenIx::new(sentence.start - 1)).block
            != p.tokens.sentence_of(TokenIx::new(sentence.start)).block;
    let colon = (sentence.start..sentence.end.min(sentence.start + LABEL)).find(|&t| p.form(t) == ":")?;
    // Transcripts put the speaker inside the marks: `"SMITH: ...`.
    let marks = (sentence.start..colon).take_while(|&t| p.upos(t) == Upos::Punct).count();
    let rest = colon + 1..sentence.end;
    let says = rest.clone().any(|t| matches!(p.upos(t), Upos::Verb | Upos::Aux));
    let source = Some(speaker(cx, sentence.start + marks..colon, marks > 0).filter(|_| first && says)?);
    let content = vec![trim(cx, rest)];
    let predicate = clause_head(cx, &content);
    let cue = colon..colon;
    Some(Attribution { cue, head: colon, reports: Reports::SAYS, source, content, predicate, clausal: true })
}

/// A short name by itself, as it stands before a colon or behind a quotation; in a `transcript` any word in capitals is one,
/// elsewhere it may be a label ("BREAKING: ...").
fn speaker(cx: Context<'_>, name: Range<usize>, transcript: bool) -> Option<source::Found> {
    let p = &cx.outline.parse;
    let capital = |t: usize| p.form(t).starts_with(char::is_uppercase);
    // Which the tagger knows little of.
    let shouted = |t: usize| transcript && p.form(t).chars().count() > 1 && p.form(t).chars().all(char::is_uppercase);
    let nominal = |t: usize| p.upos(t).is_nominal() || shouted(t);
    let fits = |t: usize| capital(t) && (nominal(t) || p.upos(t) == Upos::Adj) || p.form(t) == ".";
    let listed = |t: usize| {
        cx.words.anonymous.has(p.form(t)) || cx.words.media.has(p.form(t)) || cx.words.documents.has(p.form(t))
    };
    let person = name.clone().any(|t| p.upos(t) == Upos::Propn || shouted(t) || listed(t));
    let head = name.clone().rev().find(|&t| nominal(t))?;
    (person && name.clone().all(fits)).then_some(source::Found { tokens: name, head, antecedent: None })
}

/// `"..." ― Anna Smith`: who said it is put behind the quotation, after a dash.
fn signed(cx: Context<'_>, sentence: &Range<usize>) -> Option<Attribution> {
    let p = &cx.outline.parse;
    let dash = p.form(sentence.start).chars().all(|c| matches!(c, '-' | '–' | '—' | '―'));
    let last = sentence.start.checked_sub(1).filter(|_| dash && sentence.len() <= LABEL + 1)?;
    let quote = cx.quotes.iter().find(|q| !q.open && q.span.end == p.span(last).end)?;
    let end = (sentence.clone().rev()).find(|&t| p.upos(t) != Upos::Punct).map_or(sentence.end, |t| t + 1);
    let source = Some(speaker(cx, sentence.start + 1..end, false)?);
    let whole = p.sentence_tokens(last);
    let words = whole.start.max(p.token_from(quote.span.start))..whole.end;
    let predicate = clause_head(cx, std::slice::from_ref(&words));
    let (cue, content) = (sentence.start..sentence.start, vec![words]);
    Some(Attribution { cue, head: sentence.start, reports: Reports::SAYS, source, content, predicate, clausal: true })
}

/// "according to NP": the source is the noun phrase, the content all the rest of the clause.
fn according(cx: Context<'_>, sentence: &Range<usize>, t: usize) -> Option<Attribution> {
    let (p, phrase) = (&cx.outline.parse, cx.words.according);
    let end = t + phrase.len();
    let is = |i: usize| p.form(t + i).eq_ignore_ascii_case(phrase[i]);
    if end >= sentence.end || !(0..phrase.len()).all(is) {
        return None;
    }
    // The noun phrase: what the tree hangs on the word that governs the preposition; else up to the next comma.
    let comma = (end..sentence.end).find(|&x| is_break(cx, x)).unwrap_or(sentence.end);
    let head = p.head(t).filter(|&h| h >= end && h < sentence.end && p.upos(h) != Upos::Verb);
    let stop = head.map_or(comma, |h| cx.outline.extent(h).end.clamp(comma.min(h + 1), sentence.end));
    // A noun phrase that took the clause after it along ends at its comma.
    let swallows = (comma..stop).any(|x| p.upos(x) == Upos::Verb && p.feats(x).has(Feats::FINITE));
    let stop = if swallows && comma > end { comma } else { stop };
    let head = head.unwrap_or_else(|| (end..stop).find(|&x| p.upos(x).is_nominal()).unwrap_or(end));
    let content = around(cx, sentence, t..stop);
    let predicate = clause_head(cx, &content);
    let reports = Reports::SAYS;
    let source = Some(source::Found { tokens: source::trim(p, end..stop), head, antecedent: None });
    Some(Attribution { cue: t..end, head: t, reports, source, content, predicate, clausal: true })
}

fn verb(cx: Context<'_>, sentence: &Range<usize>, v: usize, r: Reports) -> Option<Attribution> {
    let (o, p) = (cx.outline, &cx.outline.parse);
    let clause =
        Reports::SAYS.or(Reports::HOLDS).or(Reports::SHOWS).or(Reports::ASKS).or(Reports::BIDS).or(Reports::MEANS);
    let passive = o.child(v, &[D::AuxPass, D::NsubjPass]).is_some();
    if (r.any(Reports::EXPECTED.or(Reports::HOLDS)) && passive || r.any(Reports::SEEMS))
        && let Some(c) = o.child(v, &[D::Xcomp])
    {
        let subject = o.child(v, &[D::Nsubj, D::NsubjPass]).map(|s| o.extent(s));
        let content = subject.into_iter().chain([o.extent(c)]).collect();
        return Some(made(cx, v, r, None, content, Some(c), true));
    }
    if let Some(read) = surface::read(cx, sentence, v, r) {
        let predicate = clause_head(cx, &read.content);
        return Some(made(cx, v, r, read.source, read.content, predicate, true));
    }
    if r.any(Reports::SAYS) && (p.deprel(v) == D::Parataxis || is_as_clause(cx, v)) && o.child(v, &[D::Ccomp]).is_none()
    {
        return beside(cx, sentence, v, r);
    }
    let source = source::of_verb(cx, v);
    if r.any(clause)
        && let Some(c) = o.children(v).find(|&c| p.deprel(c) == D::Ccomp)
    {
        let content = vec![clause_of(cx, c, v)];
        return Some(made(cx, v, r, source, content, Some(c), true));
    }
    if r.any(Reports::SAYS)
        && let Some((that, c)) = told_somebody(cx, sentence, v)
    {
        let told = that + 1..o.extent(c).end;
        return Some(made(cx, v, r, source, Vec::from([told]), Some(c), true));
    }
    if r.any(Reports::SAYS.or(Reports::ASKS)) {
        // Said before or after with no clause under it: "...", said X.  The clause may hang on the verb otherwise.
        let loose = [D::Parataxis, D::Dep, D::Obj, D::Conj, D::Advcl, D::Xcomp];
        let quoted = o.children(v).find(|&c| o.is(c, &loose) && in_quote(cx, c));
        let aside = o.children(v).find(|&c| c < v && p.deprel(c) == D::Parataxis);
        if let Some(c) = quoted.or(aside) {
            let content = vec![o.extent(c)];
            return Some(made(cx, v, r, source, quoted_parts(cx, sentence, content, v), Some(c), true));
        }
        let parts = quoted_parts(cx, sentence, Vec::new(), v);
        if !parts.is_empty() {
            let predicate = clause_head(cx, &parts);
            return Some(made(cx, v, r, source, parts, predicate, true));
        }
    }
    if r.any(Reports::MEANS.or(Reports::BIDS).or(Reports::EXPECTED))
        && let Some(c) = o.children(v).find(|&c| p.deprel(c) == D::Xcomp && c > v)
    {
        let from = match o.child(v, &[D::Obj, D::Iobj]) {
            Some(x) if x > v && x < c => o.extent(x).start.max(v + 1),
            _ => o.extent(c).start.max(v + 1),
        };
        let content = from..o.extent(c).end;
        return Some(made(cx, v, r, source, vec![content], Some(c), true));
    }
    // "the video shows him with his hands up": evidence tells what it shows.
    let document = |s: &source::Found| cx.words.documents.has(p.lemma(s.head));
    let evidence = r.any(Reports::SHOWS) && source.as_ref().is_some_and(document);
    if r.any(Reports::JUDGES) || evidence {
        let thing = o.child(v, &[D::Obj, D::Ccomp]).filter(|&c| c > v);
        let thing = thing.or_else(|| {
            let of = |f: &str| cx.words.about.has(f) && !(r.any(Reports::HEARD) && cx.words.hearers.has(f));
            let about = |c: &usize| o.children(*c).any(|k| p.deprel(k) == D::Case && of(p.form(k)));
            o.children(v).filter(|&c| c > v && p.deprel(c) == D::Obl).find(about)
        });
        if let Some(c) = thing {
            let mut content = o.extent(c);
            while content.start < c && o.is(content.start, &[D::Case]) {
                content.start += 1;
            }
            // "called it a failure", "described the talks as ...", "accused X of ..."
            let rest = o.children(v).filter(|&x| x > c && o.is(x, &[D::Xcomp, D::Obl, D::Advcl]));
            let near = rest.filter(|&x| p.deprel(x) != D::Obl || has_role_case(cx, x)).take(1);
            content.end = near.map(|x| o.extent(x).end).fold(content.end, usize::max);
            // "called half of them deplorable": what is judged and as what
            let whole = o.children(v).filter(|&x| x > v && o.is(x, &[D::Iobj, D::Obj, D::Xcomp])).map(|x| o.extent(x));
            for part in whole {
                content = content.start.min(part.start)..content.end.max(part.end);
            }
            content.start = content.start.max(v + 1);
            return Some(made(cx, v, r, source, vec![content], Some(c), false));
        }
    }
    None
}

/// "told Radio Norte that the dam broke", where the tree hangs the clause on the name as what is told of it: the mark, and
/// the clause's verb. A name has no such clause without a comma.
fn told_somebody(cx: Context<'_>, sentence: &Range<usize>, v: usize) -> Option<(usize, usize)> {
    let (o, p) = (cx.outline, &cx.outline.parse);
    let that = (v + 2..sentence.end).find(|&t| cx.words.complementizers.has(p.form(t)))?;
    let clause = p.head(that).filter(|&c| c > that && o.is(c, &[D::AclRelcl]))?;
    let name = p.head(clause).filter(|&n| n > v && n < that && p.upos(n) == Upos::Propn)?;
    let own = o.child(clause, &[D::Nsubj]).is_some_and(|s| s > that);
    let told = (v + 1..=name).all(|t| !matches!(p.upos(t), Upos::Verb | Upos::Aux) && p.form(t) != ",");
    (own && told).then_some((that, clause))
}

/// "as"/"of"/"for" phrases complete what is judged.
fn has_role_case(cx: Context<'_>, t: usize) -> bool {
    let p = &cx.outline.parse;
    cx.outline
        .children(t)
        .any(|k| p.deprel(k) == D::Case && (cx.words.as_mark.has(p.form(k)) || cx.words.about.has(p.form(k))))
}

/// "X is confident that ..."
fn attitude(cx: Context<'_>, a: usize) -> Option<Attribution> {
    let o = cx.outline;
    let c = o.child(a, &[D::Ccomp]).filter(|&c| c > a)?;
    let source = source::of_verb(cx, a)?;
    let content = vec![clause_of(cx, c, a)];
    let mut found = made(cx, a, Reports::HOLDS, Some(source), content, Some(c), true);
    if let Some(cop) = o.child(a, &[D::Cop]).filter(|&c| c < a && a - c < 4) {
        found.cue.start = found.cue.start.min(cop);
    }
    Some(found)
}

/// "the claim that ...", "X's warning that ...".
fn noun(cx: Context<'_>, n: usize, r: Reports) -> Option<Attribution> {
    let (o, p) = (cx.outline, &cx.outline.parse);
    let marked = |c: &usize| o.children(*c).any(|m| p.deprel(m) == D::Mark && cx.words.complementizers.has(p.form(m)));
    let that = o.children(n).filter(|&c| c > n && o.is(c, &[D::Ccomp, D::Acl])).find(marked);
    let Some(c) = that else {
        // "her promise to resign": with a genitive the speaker is named.
        let source = o.child(n, &[D::NmodPoss]).and_then(|_| source::of_noun(cx, n))?;
        let infinitive = |c: &usize| o.is(*c, &[D::Acl]) && p.feats(*c).has(Feats::INFINITIVE);
        let c = o.children(n).filter(|&c| c > n).find(infinitive)?;
        let mut found = made(cx, n, r, Some(source), vec![o.extent(c)], Some(c), true);
        found.cue.start = n;
        return Some(found);
    };
    let content = vec![clause_of(cx, c, n)];
    let mut found = made(cx, n, r, source::of_noun(cx, n), content, Some(c), true);
    found.cue = n..n + 1;
    Some(found)
}

/// A verb of saying beside what is said: "..., X said", "as X put it".
fn beside(cx: Context<'_>, sentence: &Range<usize>, v: usize, r: Reports) -> Option<Attribution> {
    let (o, p) = (cx.outline, &cx.outline.parse);
    let mut chunk = o.extent(v);
    let source = source::of_verb(cx, v);
    if let Some(s) = &source {
        chunk.start = chunk.start.min(s.tokens.start).max(sentence.start);
    }
    // A parse that lets the verb swallow its content leaves nothing beside it: keep the verb's own words.
    if chunk.len() * 2 > sentence.len() && chunk.start == sentence.start {
        let first = source.as_ref().map_or(v, |s| s.tokens.start.min(v));
        chunk = first..(v + 1..sentence.end).find(|&x| is_break(cx, x)).unwrap_or(sentence.end);
    }
    let content = around(cx, sentence, chunk);
    let predicate = p.head(v).filter(|&h| content.iter().any(|c| c.contains(&h))).or_else(|| clause_head(cx, &content));
    Some(made(cx, v, r, source, content, predicate, true))
}

fn is_as_clause(cx: Context<'_>, v: usize) -> bool {
    let p = &cx.outline.parse;
    p.deprel(v) == D::Advcl && cx.outline.children(v).any(|m| p.deprel(m) == D::Mark && cx.words.as_mark.has(p.form(m)))
}

/// Without what is set off after a comma at the end of what is meant or judged: "..., saying it was late".
fn without_tail(cx: Context<'_>, from: usize, r: Range<usize>) -> Range<usize> {
    let p = &cx.outline.parse;
    let tail = |t: usize| {
        p.form(t) == ","
            && !in_quote(cx, t)
            && t + 1 < r.end
            && (p.upos(t + 1) == Upos::Sconj || p.feats(t + 1).has(Feats::ING) || p.feats(t + 1).has(Feats::RELATIVE))
    };
    let end = (from.max(r.start)..r.end).find(|&t| tail(t)).unwrap_or(r.end);
    r.start..end
}

fn made(
    cx: Context<'_>,
    v: usize,
    reports: Reports,
    source: Option<source::Found>,
    content: Vec<Range<usize>>,
    predicate: Option<usize>,
    clausal: bool,
) -> Attribution {
    let p = &cx.outline.parse;
    let one = content.len() == 1 && content[0].start > v && !(clausal && reports.any(Reports::SAYS));
    let short = |r: Range<usize>| if one { without_tail(cx, predicate.unwrap_or(v), r) } else { r };
    let content = content.into_iter().map(short);
    let widened = content.map(|r| whole_quotation(cx, r, v));
    let content: Vec<Range<usize>> = widened.map(|r| trim(cx, r)).filter(|r| !r.is_empty()).collect();
    let mut cue = v..v + 1;
    let helps = |t: usize| p.head(t) == Some(v) && cx.outline.is(t, &[D::Aux, D::AuxPass, D::Advmod]);
    while cue.start > 0 && helps(cue.start - 1) {
        cue.start -= 1;
    }
    while cue.end < p.len() && p.head(cue.end) == Some(v) && p.deprel(cue.end) == D::CompoundPrt {
        cue.end += 1;
    }
    // "called for", "talked about": the preposition before the content is part of the cue.
    if !clausal && content.first().is_some_and(|r| r.start == cue.end + 1) && p.upos(cue.end) == Upos::Adp {
        cue.end += 1;
    }
    Attribution { cue, head: v, reports, source, content, predicate, clausal }
}

/// A complement clause without the words of its cue.
fn clause_of(cx: Context<'_>, c: usize, cue: usize) -> Range<usize> {
    let mut r = cx.outline.extent(c);
    if r.contains(&cue) {
        r = if c > cue { cue + 1..r.end } else { r.start..cue };
    }
    while r.start < c && is_break(cx, r.start) {
        r.start += 1;
    }
    r
}

/// A stretch that begins or ends inside a quotation takes the whole of it, as far as the sentence and the cue go.
fn whole_quotation(cx: Context<'_>, mut r: Range<usize>, v: usize) -> Range<usize> {
    let sentence = cx.outline.parse.sentence_tokens(v);
    if r.is_empty() || in_quote(cx, v) {
        return r;
    }
    while r.start > sentence.start && in_quote(cx, r.start) && in_quote(cx, r.start - 1) {
        r.start -= 1;
    }
    while r.end < sentence.end && in_quote(cx, r.end - 1) && in_quote(cx, r.end) {
        r.end += 1;
    }
    r
}

/// The sentence without a chunk and the commas around it.
fn around(cx: Context<'_>, sentence: &Range<usize>, chunk: Range<usize>) -> Vec<Range<usize>> {
    let parts = [sentence.start..chunk.start, chunk.end..sentence.end];
    parts.into_iter().map(|r| trim(cx, r)).filter(|r| r.len() > 1).collect()
}

/// The quoted stretches of the sentence outside the cue, with the words that the tree already gave.
fn quoted_parts(cx: Context<'_>, sentence: &Range<usize>, mut parts: Vec<Range<usize>>, v: usize) -> Vec<Range<usize>> {
    let p = &cx.outline.parse;
    let mut t = sentence.start;
    while t < sentence.end {
        if in_quote(cx, t) {
            let end = (t..sentence.end).find(|&x| !in_quote(cx, x)).unwrap_or(sentence.end);
            // A title or a single term in quotation marks is named, not said.
            let words = (t..end).filter(|&x| p.upos(x) != Upos::Punct);
            let plain = words.filter(|&x| p.form(x).starts_with(char::is_lowercase)).count();
            if plain > 2 && !(t..end).contains(&v) && !parts.iter().any(|r| r.start <= t && end <= r.end) {
                parts.push(t..end);
            }
            t = end;
        } else {
            t += 1;
        }
    }
    parts.arrange_by_key(|r| r.start);
    parts
}

pub(super) fn in_quote(cx: Context<'_>, t: usize) -> bool {
    let span = cx.outline.parse.span(t);
    let i = cx.quotes.partition_point(|q| q.span.end <= span.start);
    cx.quotes.get(i).is_some_and(|q| q.span.contains(span))
}

pub(super) fn is_break(cx: Context<'_>, t: usize) -> bool {
    let p = &cx.outline.parse;
    p.upos(t) == Upos::Punct || p.form(t) == ","
}

/// Without punctuation that belongs to the sentence around it: commas at either end, a full stop outside a quotation.
fn trim(cx: Context<'_>, mut r: Range<usize>) -> Range<usize> {
    while !r.is_empty() && is_break(cx, r.start) && !in_quote(cx, r.start) {
        r.start += 1;
    }
    while !r.is_empty()
        && is_break(cx, r.end - 1)
        && !in_quote(cx, r.end - 1)
        && cx.outline.parse.form(r.end - 1) != ")"
    {
        r.end -= 1;
    }
    r
}

/// The highest word of some stretches: the one whose head lies outside them.
fn clause_head(cx: Context<'_>, parts: &[Range<usize>]) -> Option<usize> {
    let p = &cx.outline.parse;
    let inside = |t: usize| parts.iter().any(|r| r.contains(&t));
    let tops = parts.iter().cloned().flatten().filter(|&t| p.head(t).is_none_or(|h| !inside(h)));
    tops.clone().find(|&t| p.upos(t) == Upos::Verb).or_else(|| tops.clone().find(|&t| p.upos(t) != Upos::Punct))
}
