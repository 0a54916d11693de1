//! Sieve pass over pronouns, precision first: a reader must be able to see the antecedent close by.

use super::chains::Class;
use super::sieve::Sieve;
use super::{EntityType, MentionKind};
use crate::english::Pronoun;
use crate::syntax::Deprel;
use crate::tags::Feats;

/// No further back than so many sentences.
const REACH: usize = 3;
/// No more candidates than these are weighed.
const MOST: usize = 48;

/// ok: `[a Fatima Mensah] resigned. [a She] said that it was time.`
/// no: `[a Fatima Mensah] resigned. [-b He] said that it was time.`
pub(super) fn pronouns(s: &mut Sieve<'_>) {
    for p in 0..s.mentions.len() {
        if s.mentions[p].kind != MentionKind::Pronoun {
            continue;
        }
        let word = s.word(s.mentions[p].tokens.start);
        let Some(kind) = s.english.entities.pronoun(&word) else { continue };
        if let Pronoun::One(gender) = kind {
            s.chains.set_gender(p, gender);
        }
        if let Some(a) = antecedent(s, p, kind) {
            s.chains.join_described(a, p, s.english.entities.why.pronoun);
        }
    }
}

fn antecedent(s: &mut Sieve<'_>, p: usize, kind: Pronoun) -> Option<usize> {
    let at = s.sentence(p);
    let mut best: Option<(i32, usize)> = None;
    let mut second: Option<(i32, usize)> = None;
    for c in (0..p).rev().take(MOST) {
        let back = at.saturating_sub(s.sentence(c));
        if back > REACH {
            break;
        }
        if !may_be(s, c, p, kind) {
            continue;
        }
        let score = salience(s, c, p, back, kind);
        match best {
            Some((b, held)) if s.chains.same(held, c) => best = Some((b.max(score), held)),
            Some((b, held)) if score > b => {
                second = Some((b, held));
                best = Some((score, c));
            }
            Some(_) if second.is_none_or(|(x, _)| score > x) => second = Some((score, c)),
            Some(_) => {}
            None => best = Some((score, c)),
        }
    }
    let (score, a) = best?;
    let clear = second.is_none_or(|(x, other)| score > x || s.chains.same(other, a));
    (clear && score > 0).then_some(a)
}

/// Kind, number and gender allow it.
fn may_be(s: &mut Sieve<'_>, c: usize, p: usize, kind: Pronoun) -> bool {
    let m = &s.mentions[c];
    // Not its own owner or part: "his brother" is not he.
    if m.tokens.contains(&s.mentions[p].tokens.start) || !s.chains.agree(c, p) {
        return false;
    }
    // "Maria saw her": not herself, and "herself" no one else.
    if beside_its_subject(s, c, p) {
        return false;
    }
    let noun = s.noun[c].unwrap_or_default();
    let plural = s.parse.feats(m.head).has(Feats::PLURAL) && m.kind != MentionKind::Name;
    if m.kind == MentionKind::Pronoun {
        let same = s.english.entities.pronoun(&s.word(m.tokens.start)) == Some(kind);
        return same && s.chains.size(c) > 1;
    }
    match kind {
        Pronoun::One(_) => s.class[c] == Class::Person && !plural && !noun.anonymous,
        Pronoun::Thing => {
            !plural && (s.class[c] == Class::Body || s.class[c] == Class::Place) && m.label != EntityType::Loc
        }
        Pronoun::Many => plural && matches!(s.class[c], Class::Person | Class::Body) || noun.anonymous,
    }
}

/// True if the pronoun is the object of what the candidate is the subject of, and no reflexive: then they are two.
///
/// no: `[a Fatima Mensah] stood beside [-b her].`
fn beside_its_subject(s: &Sieve<'_>, c: usize, p: usize) -> bool {
    let (pronoun, candidate) = (s.mentions[p].head, s.mentions[c].head);
    let reflexive = s.english.entities.is_reflexive(&s.word(pronoun));
    let object = matches!(s.parse.deprel(pronoun), Deprel::Obj | Deprel::Iobj | Deprel::Obl);
    let subject = matches!(s.parse.deprel(candidate), Deprel::Nsubj | Deprel::NsubjPass);
    let one_clause = s.parse.head(pronoun).is_some() && s.parse.head(pronoun) == s.parse.head(candidate);
    object && !reflexive && subject && one_clause
}

/// Nearness and grammar: subjects before others, names before descriptions, the same clause place before another.
fn salience(s: &mut Sieve<'_>, c: usize, p: usize, back: usize, kind: Pronoun) -> i32 {
    let m = &s.mentions[c];
    let rel = s.parse.deprel(m.head);
    let subject = matches!(rel, Deprel::Nsubj | Deprel::NsubjPass);
    let mut score = 40 - 12 * back as i32;
    score += match rel {
        Deprel::Nsubj | Deprel::NsubjPass => 14,
        Deprel::Obj | Deprel::Iobj => 5,
        Deprel::NmodPoss => 2,
        Deprel::Compound | Deprel::Amod => -20,
        _ => 0,
    };
    let p_subject = matches!(s.parse.deprel(s.mentions[p].head), Deprel::Nsubj | Deprel::NsubjPass);
    if subject && p_subject {
        score += 4;
    }
    if m.kind == MentionKind::Name {
        score += 3;
    }
    score += (s.chains.size(c).min(8)) as i32;
    if kind == Pronoun::Thing && s.class[c] == Class::Place && !subject && rel != Deprel::NmodPoss {
        score -= 16;
    }
    // Within one sentence the nearer of two equals.
    if back == 0 {
        score -= ((s.mentions[p].tokens.start - m.tokens.start) / 12).min(6) as i32;
    }
    score
}
