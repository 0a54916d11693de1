//! Which terms stand at the tokens of an article: entities, countries with their people, content words.

use super::ArticleClaims;
use super::lexis::{Lexis, Term};
use crate::english::{English, PlaceKind};
use crate::entities::{Entities, EntityType, MentionKind};
use crate::events::Timeline;
use crate::syntax::Deprel as D;
use crate::tags::Upos;
use crate::text::{ArticleIx, EntityIx, MentionIx, Span, fold};

/// Most terms of a clause or slot: longer ones are lists.
pub(super) const TERMS: usize = 24;

/// What the reading of facts needs of the dossier.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dossier<'a> {
    pub(super) english: &'a English,
    pub(super) articles: &'a [ArticleClaims<'a>],
    pub(super) entities: &'a Entities,
    pub(super) timeline: &'a Timeline,
    /// Per entity: the country that it is, or whose people.
    pub(super) countries: &'a [Option<&'static str>],
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

/// The terms of one article.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub(super) d: Dossier<'a>,
    pub(super) article: ArticleIx,
    pub(super) a: &'a ArticleClaims<'a>,
    named: Vec<Option<Named>>,
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
        Self { d, article, a, named }
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
        let from = p.tokens.tokens.partition_point(|t| t.span.end <= s.start);
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
        let (p, words) = (&self.a.parse, &self.d.english.compare);
        let lemma = p.lemma(t).to_lowercase();
        if lemma.chars().count() < 2 || words.light.has(&lemma) {
            return None;
        }
        // A verb with a particle is one word where the concepts know it as such.
        let particle = p.children(t).find(|&c| matches!(p.deprel(c), D::CompoundPrt | D::Advmod));
        let whole = particle.map(|c| format!("{lemma} {}", p.lemma(c))).filter(|w| words.concepts.has(w));
        Some(lexis.of_lemma(whole.as_deref().unwrap_or(&lemma)))
    }

    /// The terms of a stretch of the text.
    pub(super) fn inside(&self, lexis: &mut Lexis<'_>, s: Span) -> Vec<Term> {
        let p = &self.a.parse;
        let from = p.tokens.tokens.partition_point(|t| t.span.end <= s.start);
        let mut out = Vec::new();
        for t in (from..p.len()).take_while(|&t| p.span(t).start < s.end).take(2 * TERMS) {
            self.add(lexis, t, &mut out);
        }
        tidy(&mut out);
        out
    }
}

fn entity_term(d: Dossier<'_>, lexis: &mut Lexis<'_>, e: EntityIx) -> Term {
    lexis.of_entity(e, &d.entities.entities[e.ix()].name)
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
