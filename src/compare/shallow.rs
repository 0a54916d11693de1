//! Facts of verbs that the tree lost, read off the order of words: what stands before does it, what stands after has it
//! done to it.

use super::clauses::{trim, with_denial};
use super::facts::{Fact, Filler};
use super::lexis::Lexis;
use super::terms::{Reader, tidy};
use crate::claims::{Modality, SlotName};
use crate::english::Sureness;
use crate::syntax::Deprel as D;
use crate::tags::{Feats, Upos};
use crate::text::{BlockKind, Gather, TokenIx};
use std::collections::BTreeSet;
use std::ops::Range;

/// Tokens either side of a verb in which its parties are looked for.
const WINDOW: usize = 10;

/// Adds a fact for every word of a happening that is read as a verb, or looks like one, and that no fact of the article's
/// own, from `from` on, tells.
pub(super) fn facts(r: &Reader<'_>, lexis: &mut Lexis<'_>, from: usize, out: &mut Vec<Fact>) {
    let p = &r.a.parse;
    let told: BTreeSet<usize> = out[from..].iter().map(|f| f.at).into_set();
    for t in (0..p.len()).filter(|t| !told.contains(t)) {
        if is_verb(r, t) && r.happening(t).is_some() {
            out.extend(fact(r, lexis, t));
        }
    }
}

/// A verb or its participle; or a noun, adjective or name that is a verb's form by the tables.
fn is_verb(r: &Reader<'_>, t: usize) -> bool {
    let p = &r.a.parse;
    if matches!(p.deprel(t), D::Amod | D::Compound | D::Case | D::Fixed | D::Flat | D::Aux | D::Cop) {
        return false;
    }
    let misread =
        || p.lemma(t).to_lowercase() != r.lemma(t) && !p.form(t).ends_with('s') && !p.form(t).ends_with("ing");
    match p.upos(t) {
        Upos::Verb => true,
        // "were taken to hospital"
        Upos::Aux => r.lemma(t).contains('_'),
        // "remained open", "was silent"
        Upos::Adj => misread() || p.deprel(t) == D::Xcomp || r.copula_of(t).is_some(),
        Upos::Noun => misread(),
        _ => false,
    }
}

fn fact(r: &Reader<'_>, lexis: &mut Lexis<'_>, t: usize) -> Option<Fact> {
    let p = &r.a.parse;
    let claims = &r.d.english.claims;
    let claim = r.claim_at(t)?;
    let of = &r.a.claims[claim.ix()];
    let sentence = p.sentence_tokens(t);
    let breaks = |x: &usize| matches!(p.upos(*x), Upos::Punct | Upos::Sconj | Upos::Cconj);
    let start = (sentence.start.max(t.saturating_sub(WINDOW))..t)
        .rev()
        .find(breaks)
        .map_or(sentence.start.max(t.saturating_sub(WINDOW)), |x| x + 1);
    let end = (t + 1..sentence.end.min(t + WINDOW)).find(breaks).unwrap_or(sentence.end.min(t + WINDOW));
    let aux = (start..t).rev().take_while(|&x| matches!(p.upos(x), Upos::Aux | Upos::Adv | Upos::Part));
    let aux: Vec<usize> = aux.collect();
    let past = p.form(t).ends_with("ed") || p.feats(t).has(Feats::PAST_PARTICIPLE) || r.lemma(t) != p.form(t);
    let be = aux.iter().any(|&x| p.upos(x) == Upos::Aux && matches!(p.deprel(x), D::AuxPass | D::Cop));
    let passive = be && past;
    let mut fillers = Vec::new();
    let nominal = |x: usize| matches!(p.upos(x), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num);
    let mut add = |name: SlotName, head: usize, tokens: Range<usize>| {
        let span = p.span_of(tokens);
        let terms = r.party(lexis, head, span);
        fillers.push(Filler::of(r, lexis, name, head, span, terms));
    };
    // The nearest noun before, or the one that it hangs on.
    if let Some(near) = (start..t).rev().find(|&x| nominal(x)) {
        let up = p.head(near).filter(|&h| h >= start && h < near && p.deprel(near) == D::Nmod && nominal(h));
        let head = up.unwrap_or(near);
        let first = (start..head).rev().take_while(|&x| inside_phrase(p.upos(x))).last().unwrap_or(head);
        add(if passive { SlotName::Patient } else { SlotName::Agent }, head, first..near + 1);
    }
    // The noun right after, or with a preposition.
    if let Some(near) = (t + 1..end).find(|&x| nominal(x) && !(x + 1 < end && nominal(x + 1))) {
        let first = (t + 1..near).rev().take_while(|&x| inside_phrase(p.upos(x))).last().unwrap_or(near);
        let case = (t + 1..first).find(|&x| p.upos(x) == Upos::Adp).map(|x| p.form(x));
        let name = match case {
            None => SlotName::Patient,
            Some(by) if passive && r.d.english.compare.by == by.to_lowercase() => SlotName::Agent,
            Some(_) if r.named(near).is_some_and(|n| n.body) => SlotName::Place,
            Some(_) => SlotName::Manner,
        };
        add(name, near, first..near + 1);
    }
    let mut terms = Vec::new();
    for x in start..end {
        r.add(lexis, x, &mut terms);
    }
    tidy(&mut terms);
    if fillers.is_empty() || terms.len() < 2 {
        return None;
    }
    let negators = (start..t).filter(|&x| claims.negators.has(p.form(x))).count();
    let doubt = aux.iter().find_map(|&x| claims.sureness.get(p.lemma(x)).or_else(|| claims.sureness.get(p.form(x))));
    let extent = p.span_of(start..end);
    let timexes = r.d.timeline.timexes_in(r.article);
    let times = timexes.iter().filter(|x| extent.contains(x.span)).filter_map(|x| Some((x.span, x.range.clone()?)));
    let quantities: Vec<_> = of.quantities.iter().filter(|q| extent.contains(q.span)).cloned().collect();
    Some(Fact {
        article: r.article,
        claim,
        sentence: p.tokens.tokens[t].sentence.0,
        said: r.a.claims[claim.ix()].span,
        at: t,
        predicate: r.term(lexis, t),
        negative: negators % 2 == 1,
        modality: match doubt {
            Some(Sureness::Possible) => Modality::Possible,
            Some(Sureness::Probable) => Modality::Probable,
            Some(Sureness::Planned) => Modality::Planned,
            None => Modality::Certain,
        },
        fillers,
        terms,
        units: quantities.iter().map(|q| lexis.of_lemma(&q.unit)).collect(),
        quantities,
        times: times.collect(),
        speaker: None,
        source: of.source.as_ref().map(|s| s.text.clone()),
        clear: false,
        quoted: false,
        key: with_denial(r, trim(p, start..end, t)),
        display: p.tokens.sentence_of(TokenIx::new(t)).kind != BlockKind::Body,
        infinitive: t > start && claims.to.has(p.form(t - 1)),
        light: false,
        long: end - start >= 4,
        denied: super::facts::denied(r, t),
        nominal: false,
        passive,
        verb: None,
        aim: None,
    })
}

/// Parts of a noun phrase before its head.
fn inside_phrase(upos: Upos) -> bool {
    matches!(upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
}
