//! Sentences as rows of words, for setting near-identical ones side by side.

use super::lexis::{Lexis, Term};
use super::terms::Reader;
use crate::claims::Mode;
use crate::dates::Date;
use crate::english::decimal;
use crate::tags::Upos;
use crate::text::{ArticleIx, BlockKind, Gather, Span, TokenIx, word_hash};
use std::collections::BTreeSet;

/// Most words of a sentence that is set beside another.
const LONGEST: usize = 60;

/// What a word of a line says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Says {
    /// A number.
    Number(f64),
    /// Part of a time expression, by its TIMEX3 value, with its first and last day.
    Time(u64, Option<(Date, Date)>),
    /// It denies.
    No,
    /// Part of a name.
    Name(Term),
    /// A noun, verb, adjective.
    Content(Term),
    /// A small word.
    Little,
}

/// A word of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Of its form, whatever the case.
    pub(super) hash: u64,
    pub(super) span: Span,
    pub(super) says: Says,
}

/// A sentence.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) article: ArticleIx,
    pub(super) sentence: u32,
    /// Without marks.
    pub(super) words: Vec<Word>,
}

/// Reads the sentences of an article's body and headline; of a caption or a list nothing is compared.
pub(super) fn lines(r: &Reader<'_>, lexis: &mut Lexis<'_>, out: &mut Vec<Line>) {
    let p = &r.a.parse;
    let claims = &r.d.english.claims;
    let timexes = r.d.timeline.timexes_in(r.article);
    let captions: BTreeSet<u32> =
        r.a.claims.iter().filter(|c| c.mode == Mode::Caption).map(|c| c.sentence.0).into_set();
    for s in p.sentences() {
        let ix = p.tokens.tokens.get(s.tokens.start).map(|t| t.sentence.0);
        let Some(sentence) = ix.filter(|&i| s.tokens.len() <= LONGEST && !captions.contains(&i)) else { continue };
        if p.tokens.sentence_of(TokenIx::new(s.tokens.start)).kind == BlockKind::Caption {
            continue;
        }
        let mut words = Vec::new();
        for t in s.tokens.clone().filter(|&t| p.form(t).contains(char::is_alphanumeric)) {
            let form = p.form(t);
            let at = timexes.partition_point(|x| x.tokens.end <= t);
            let timed =
                timexes.get(at).filter(|x| x.tokens.contains(&t) && x.value.contains(|c: char| c.is_ascii_digit()));
            let number = || {
                let plain: String = form.chars().filter(|c| *c != ',').collect();
                let figure = || decimal(plain.trim_start_matches('$').trim_end_matches('%'));
                lexis.number(form).or_else(figure)
            };
            let says = if claims.negators.has(form) {
                Says::No
            } else if let Some(x) = timed {
                // "This afternoon" is of a day that the article may be misplaced on.
                let told = x.range.as_ref().filter(|_| !x.meaning.is_reckoned());
                let days = told.and_then(|r| Some((r.earliest?, r.latest?)));
                // An hour with its zone is that of the meridian: "10 a.m. CET" and "0900 GMT" are one.
                let value = match x.clock() {
                    Some((minutes, Some(zone))) => u64::from((minutes - zone).rem_euclid(24 * 60).unsigned_abs()),
                    _ => word_hash(&x.value),
                };
                Says::Time(value, days)
            } else if let Some(n) = number().filter(|_| p.upos(t) != Upos::Propn) {
                Says::Number(n)
            } else if let Some(n) = r.named(t).filter(|n| n.by_name) {
                Says::Name(n.term)
            } else if matches!(p.upos(t), Upos::Noun | Upos::Verb | Upos::Adj | Upos::Propn) {
                Says::Content(r.term(lexis, t))
            } else {
                Says::Little
            };
            words.push(Word { hash: word_hash(form), span: p.span(t), says });
        }
        out.push(Line { article: r.article, sentence, words });
    }
}
