//! What tells a happening or a state: verbs, words with a copula, nouns of happenings; and whose doing it is.

use super::PredicateKind;
use super::attribute::Context;
use crate::english::Nominal;
use crate::syntax::Deprel as D;
use crate::tags::{Feats, Upos};
use crate::text::{BlockKind, TokenIx};

/// Most heads looked up on the way to a shared subject.
const LEVELS: usize = 5;

/// What sort of predicate a token is, if it is one.
pub(super) fn kind(cx: Context<'_>, t: usize) -> Option<PredicateKind> {
    let (o, p) = (cx.outline, &cx.outline.parse);
    match p.upos(t) {
        Upos::Verb => {
            let within = o.is(t, &[D::Amod, D::Compound, D::Case, D::Fixed, D::Mark]);
            (!within).then_some(PredicateKind::Verb)
        }
        Upos::Noun | Upos::Adj | Upos::Propn | Upos::Pron | Upos::Num | Upos::Adv => {
            let shares = || {
                let first = p.head(t).filter(|_| p.upos(t) == Upos::Adj && o.is(t, &[D::Conj]));
                first.is_some_and(|h| o.child(h, &[D::Cop]).is_some())
            };
            if o.child(t, &[D::Cop]).is_some() || shares() {
                return Some(PredicateKind::State);
            }
            // Taken for a noun or adjective, but with what only a verb has.
            let verbal = o.child(t, &[D::Aux, D::AuxPass]).is_some()
                || o.child(t, &[D::Nsubj, D::NsubjPass]).is_some() && o.child(t, &[D::Obj, D::Ccomp]).is_some();
            if verbal {
                return Some(PredicateKind::Verb);
            }
            (p.upos(t) == Upos::Noun && nominal(cx, t).is_some()).then_some(PredicateKind::Nominal)
        }
        _ => None,
    }
}

/// The entry of a noun of a happening; parts of compounds tell none.
pub(super) fn nominal(cx: Context<'_>, t: usize) -> Option<Nominal> {
    let p = &cx.outline.parse;
    let whole = matches!(p.upos(t), Upos::Noun) && !cx.outline.is(t, &[D::Compound, D::Amod, D::Flat, D::NmodDesc]);
    cx.words.nominals.get(p.lemma(t)).filter(|_| whole)
}

/// The verb of a participle that the tags have as an adjective: "was detained and charged".
pub(super) fn participle(cx: Context<'_>, t: usize) -> Option<String> {
    let p = &cx.outline.parse;
    let state = p.upos(t) == Upos::Adj && kind(cx, t) == Some(PredicateKind::State);
    cx.words.verb_of_participle(p.form(t)).filter(|_| state)
}

/// True if what stands as subject of `v` is whom it happens to.
pub(super) fn is_passive(cx: Context<'_>, v: usize) -> bool {
    let (o, p) = (cx.outline, &cx.outline.parse);
    if o.child(v, &[D::AuxPass, D::NsubjPass]).is_some() {
        return true;
    }
    if participle(cx, v).is_some() {
        return true;
    }
    let bare = p.feats(v).has(Feats::PAST_PARTICIPLE) && o.child(v, &[D::Aux, D::Nsubj]).is_none();
    if bare && o.child(v, &[D::Obj]).is_none() {
        // "a plan approved by parliament"; "was arrested and charged"
        return match p.deprel(v) {
            D::Acl => true,
            D::Conj => p.head(v).is_some_and(|h| o.child(h, &[D::AuxPass, D::NsubjPass]).is_some()),
            _ => false,
        };
    }
    // "Dozens killed in quake": in a headline the auxiliary is left out.
    let past = p.feats(v).has(Feats::PAST_PARTICIPLE) || p.feats(v).has(Feats::PAST);
    past && is_display(cx, v)
        && cx.words.victims.has(p.lemma(v))
        && o.child(v, &[D::Obj, D::Ccomp, D::Aux]).is_none()
        && o.child(v, &[D::Nsubj]).is_some()
}

/// True if the token stands in a headline.
fn is_display(cx: Context<'_>, t: usize) -> bool {
    let p = &cx.outline.parse;
    let sentence = p.tokens.sentence_of(TokenIx::new(t));
    matches!(sentence.kind, BlockKind::Headline | BlockKind::Subhead)
}

/// A verb's subject, its own or shared with the verb it is conjoined to or completes; a relative pronoun gives way to
/// its noun.
pub(super) fn subject(cx: Context<'_>, v: usize) -> Option<usize> {
    let (o, p) = (cx.outline, &cx.outline.parse);
    let mut at = v;
    for _ in 0..LEVELS {
        if let Some(s) = o.child(at, &[D::Nsubj, D::NsubjPass, D::Csubj]) {
            let relative =
                p.upos(s) == Upos::Pron && p.deprel(at) == D::AclRelcl && !p.feats(s).has(Feats::THIRD_PERSON);
            return if relative { p.head(at) } else { Some(s) };
        }
        let head = p.head(at)?;
        at = match p.deprel(at) {
            // "persuaded him to go": the object goes; "promised him to go": the subject.
            D::Xcomp => match o.child(head, &[D::Obj, D::Iobj]) {
                Some(x) if x < at && x > head => return Some(x),
                _ => match by_object(cx, head) {
                    Some(x) => return Some(x),
                    None => head,
                },
            },
            D::Conj | D::Advcl | D::Parataxis if p.upos(head) == Upos::Verb || o.child(head, &[D::Cop]).is_some() => {
                head
            }
            // A verb hung on the object of the verb it goes on from.
            D::Conj if p.upos(at) == Upos::Verb && o.is(head, &[D::Obj, D::Obl]) => p.head(head)?,
            // "troops fighting in the north" but not "a plan to fight"
            D::Acl if p.upos(head).is_nominal() && at == v => {
                if !p.feats(v).has(Feats::INFINITIVE) {
                    return Some(head);
                }
                // "X's plan to fight", "X made a plan to fight"
                return match o.child(head, &[D::NmodPoss]) {
                    Some(x) => Some(x),
                    None => {
                        let verb = p.head(head).filter(|_| o.is(head, &[D::Obj, D::Obl, D::NsubjPass]))?;
                        o.child(verb, &[D::Nsubj]).filter(|&s| p.upos(s) != Upos::Pron || p.deprel(verb) != D::AclRelcl)
                    }
                };
            }
            _ => return None,
        };
    }
    None
}

/// In "was persuaded to go" the passive's subject is the one who goes; the agent never is.
fn by_object(cx: Context<'_>, head: usize) -> Option<usize> {
    is_passive(cx, head).then(|| cx.outline.child(head, &[D::NsubjPass])).flatten()
}
