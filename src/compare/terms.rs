//! Which terms stand at the tokens of an article: entities, countries with their people, content words.

use super::ArticleClaims;
use super::lexis::{Lexis, Term};
use crate::claims::Mode;
use crate::english::{English, Kind, PlaceKind};
use crate::entities::{Entities, EntityType, MentionKind};
use crate::events::Timeline;
use crate::syntax::Deprel as D;
use crate::tags::Upos;
use crate::text::{ArticleIx, ClaimIx, EntityIx, MentionIx, Span, fold};
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// Most terms of a clause or slot: longer ones are lists.
pub(super) const TERMS: usize = 24;

/// What the reading of facts needs of the dossier.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dossier<'a> {
    pub(super) english: &'a English,
    pub(super) articles: &'a [ArticleClaims<'a>],
    pub(super) entities: &'a Entities,
    pub(super) timeline: &'a Timeline,
    /// Per entity: whether it is ever called by a name.
    pub(super) has_name: &'a [bool],
    /// Per entity: the country that it is, or whose people.
    pub(super) countries: &'a [Option<&'static str>],
}

/// Whether each entity is ever called by a name.
pub(super) fn have_names(articles: &[ArticleClaims<'_>], entities: &Entities) -> Vec<bool> {
    let name = |&(a, m): &(ArticleIx, MentionIx)| articles[a.ix()].mentions.mentions[m.ix()].kind == MentionKind::Name;
    entities.entities.iter().map(|e| e.mentions.iter().any(name)).collect()
}

/// The country of each entity that is one or is its people.
pub(super) fn countries(english: &English, entities: &Entities) -> Vec<Option<&'static str>> {
    let of = |name: &str| {
        let place = english.places.get(&fold(name))?;
        matches!(place.kind, PlaceKind::Country | PlaceKind::Demonym).then_some(place.country)
    };
    let stands = |k: EntityType| matches!(k, EntityType::Gpe | EntityType::Norp | EntityType::Loc | EntityType::Misc);
    entities.entities.iter().map(|e| if stands(e.kind) { of(&e.name) } else { None }).collect()
}

/// Who is named at a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) term: Term,
    /// A country or an organisation.
    pub(super) body: bool,
    /// By name, not by a description or pronoun.
    pub(super) by_name: bool,
}

/// What is known of a token once it has been asked for.
#[derive(Clone, Debug, Default)]
struct Known {
    lemma: OnceCell<String>,
    happening: OnceCell<Option<Kind>>,
    term: OnceCell<Term>,
}

/// The terms of one article.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub(super) d: Dossier<'a>,
    pub(super) article: ArticleIx,
    pub(super) a: &'a ArticleClaims<'a>,
    named: Vec<Option<Named>>,
    /// What was worked out of each token: it is asked for many times.
    known: Vec<Known>,
    /// By sentence: claims with their reach, the narrowest first.
    claims: BTreeMap<u32, Vec<(usize, usize)>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(d: Dossier<'a>, article: ArticleIx, lexis: &mut Lexis<'_>) -> Self {
        let a = &d.articles[article.ix()];
        let mut named: Vec<Option<Named>> = vec![None; a.parse.len()];
        for (i, m) in a.mentions.mentions.iter().enumerate() {
            let by_name = m.kind == MentionKind::Name;
            let government = m.metonym_for.as_deref().and_then(|name| {
                let people = d.english.places.get(&fold(name.split(' ').next()?))?;
                (!people.country.is_empty()).then_some(people.country)
            });
            let entity = d.entities.of(article, MentionIx::new(i));
            let country = government.or_else(|| entity.and_then(|e| d.countries[e.ix()]));
            let found = match (country, entity) {
                (Some(code), _) => {
                    let name = d.english.places.country(code).unwrap_or(code);
                    Named { term: lexis.of_country(code, name), body: true, by_name }
                }
                // Who is never named goes by the word for him, which another article may share.
                (None, Some(e)) if !d.has_name[e.ix()] => {
                    if m.kind == MentionKind::Pronoun
                        && let Some(noun) = d.entities.entities[e.ix()].name.split(' ').next_back()
                    {
                        let term = lexis.of_lemma(&noun.to_lowercase());
                        named[m.head].get_or_insert(Named { term, body: false, by_name });
                    }
                    continue;
                }
                (None, Some(e)) => Named { term: entity_term(d, lexis, e), body: body(d, e), by_name },
                (None, None) => continue,
            };
            if by_name {
                if let Some(covered) = named.get_mut(m.tokens.clone()) {
                    covered.fill(Some(found));
                }
            } else if let Some(slot) = named.get_mut(m.head) {
                slot.get_or_insert(found);
            }
        }
        let mut claims: BTreeMap<u32, Vec<(usize, usize)>> = BTreeMap::new();
        for (c, claim) in a.claims.iter().enumerate().filter(|(_, c)| c.mode != Mode::Caption) {
            let reach = claim.content.iter().map(|s| s.len()).sum();
            claims.entry(claim.sentence.0).or_default().push((reach, c));
        }
        claims.values_mut().for_each(|v| v.sort_unstable());
        Self { d, article, a, named, known: vec![Known::default(); a.parse.len()], claims }
    }

    /// Who is named at a token.
    pub(super) fn named(&self, t: usize) -> Option<Named> {
        self.named.get(t).copied().flatten()
    }

    /// Who is named by the phrase at `head`: at the head itself, or where a name's head is a small word ("Al" of "Al-Hadi"),
    /// at the name's other tokens.
    pub(super) fn named_phrase(&self, head: usize, span: Span) -> Option<Named> {
        let p = &self.a.parse;
        let near = || {
            let proper = |t: &usize| p.upos(*t) == Upos::Propn && span.contains(p.span(*t));
            (head.saturating_sub(2)..(head + 4).min(p.len())).filter(proper).find_map(|t| self.named(t))
        };
        self.named(head).or_else(|| if p.upos(head) == Upos::Propn { near() } else { None })
    }

    /// The terms of a party: of its phrase, without the clauses that hang on it.
    pub(super) fn party(&self, lexis: &mut Lexis<'_>, head: usize, s: Span) -> Vec<Term> {
        let p = &self.a.parse;
        let from = p.token_from(s.start);
        let mut out = Vec::new();
        for t in (from..p.len()).take_while(|&t| p.span(t).start < s.end).take(TERMS) {
            let clause = matches!(p.upos(t), Upos::Verb | Upos::Aux | Upos::Sconj) || p.upos(t) == Upos::Pron;
            if t > head && clause {
                break;
            }
            self.add(lexis, t, &mut out);
        }
        tidy(&mut out);
        out
    }

    /// Adds the term of a token that tells something: who is named, or a content word that is not light.
    pub(super) fn add(&self, lexis: &mut Lexis<'_>, t: usize, out: &mut Vec<Term>) {
        let p = &self.a.parse;
        if let Some(n) = self.named(t) {
            out.push(n.term);
            if p.upos(t) != Upos::Noun {
                return;
            }
        }
        if matches!(p.upos(t), Upos::Noun | Upos::Verb | Upos::Adj | Upos::Propn) {
            out.extend(self.word(lexis, t));
        }
    }

    /// The term of a content word.
    fn word(&self, lexis: &mut Lexis<'_>, t: usize) -> Option<Term> {
        let lemma = self.lemma(t);
        if lemma.chars().count() < 2 || self.d.english.compare.light.has(lemma) {
            return None;
        }
        Some(self.term(lexis, t))
    }

    /// The term of a token's lemma.
    pub(super) fn term(&self, lexis: &mut Lexis<'_>, t: usize) -> Term {
        *self.known[t].term.get_or_init(|| lexis.of_lemma(self.lemma(t)))
    }

    /// The lemma of a token in lower case. Forms that the tags misread are led back to a verb of the kinds, and set phrases
    /// that the kinds list are one word ("step_down").
    pub(super) fn lemma(&self, t: usize) -> &str {
        self.known[t].lemma.get_or_init(|| self.read_lemma(t))
    }

    fn read_lemma(&self, t: usize) -> String {
        let (p, words) = (&self.a.parse, &self.d.english.compare);
        let mut lemma = p.lemma(t).to_lowercase();
        if words.concept(&lemma).is_none()
            && p.upos(t) != Upos::Propn
            && let Some(verb) = words.base(p.form(t))
        {
            verb.clone_into(&mut lemma);
        }
        let mut whole = lemma.clone();
        let mut longest = None;
        for n in (t + 1..p.len()).take(2) {
            whole.push('_');
            whole.push_str(&p.form(n).to_lowercase());
            if words.concept(&whole).is_some() {
                longest = Some(whole.clone());
            }
        }
        let particle = || {
            let parts =
                p.children(t).filter(|&c| c > t && matches!(p.deprel(c), D::CompoundPrt | D::Advmod | D::Xcomp));
            parts.map(|c| format!("{lemma}_{}", p.lemma(c))).find(|w| words.concept(w).is_some())
        };
        longest.or_else(particle).unwrap_or(lemma)
    }

    /// The kind of happening that a token is a word for, unless it is a word for who or what.
    pub(super) fn happening(&self, t: usize) -> Option<Kind> {
        *self.known[t].happening.get_or_init(|| {
            let words = &self.d.english.compare;
            let kinds = words.concepts(self.lemma(t)).into_iter().flatten().map(|c| words.kinds[c.class as usize]);
            kinds.into_iter().find(|k| !k.traits.contains("thing"))
        })
    }

    /// The verb right before an adjective, adverbs aside, that leaves it to tell what is so.
    pub(super) fn copula_of(&self, t: usize) -> Option<usize> {
        let p = &self.a.parse;
        let verb = (0..t).rev().take(4).find(|&x| !matches!(p.upos(x), Upos::Adv | Upos::Part))?;
        let verbal = matches!(p.upos(verb), Upos::Verb | Upos::Aux);
        (verbal && self.d.english.compare.copular.has(p.lemma(verb))).then_some(verb)
    }

    /// The narrowest claim about a token.
    pub(super) fn claim_at(&self, t: usize) -> Option<ClaimIx> {
        let (p, claims) = (&self.a.parse, self.a.claims);
        let near = self.claims.get(&p.tokens.tokens[t].sentence.0)?;
        let holds = |c: usize| claims[c].content.iter().any(|s| s.contains(p.span(t)));
        near.iter().map(|x| x.1).find(|&c| holds(c)).or(near.last().map(|x| x.1)).map(ClaimIx::new)
    }

    /// The terms of a stretch of the text.
    pub(super) fn inside(&self, lexis: &mut Lexis<'_>, s: Span) -> Vec<Term> {
        let p = &self.a.parse;
        let from = p.token_from(s.start);
        let mut out = Vec::new();
        for t in (from..p.len()).take_while(|&t| p.span(t).start < s.end).take(2 * TERMS) {
            self.add(lexis, t, &mut out);
        }
        tidy(&mut out);
        out
    }
}

fn entity_term(d: Dossier<'_>, lexis: &mut Lexis<'_>, e: EntityIx) -> Term {
    let entity = &d.entities.entities[e.ix()];
    let term = lexis.of_entity(e, &entity.name);
    if matches!(entity.kind, EntityType::Gpe | EntityType::Loc | EntityType::Fac) {
        lexis.is_place(term);
    }
    term
}

fn body(d: Dossier<'_>, e: EntityIx) -> bool {
    matches!(d.entities.entities[e.ix()].kind, EntityType::Gpe | EntityType::Org)
}

/// Sorted, each once, not too many.
pub(super) fn tidy(terms: &mut Vec<Term>) {
    terms.sort_unstable();
    terms.dedup();
    terms.truncate(TERMS);
}
