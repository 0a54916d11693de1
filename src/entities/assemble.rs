//! From united chains to entities: names, types, roles, reasons.

use super::unite::Union;
use super::{Entities, Entity, EntityId, EntityType, MentionKind, Mentions, Role, entity, sieve};
use crate::english::English;
use crate::syntax::Parse;
use crate::text::{Arrange, ArticleIx, EntityIx, MentionIx, fold};
use std::collections::{BTreeMap, BTreeSet};

/// No entity tells more reasons or roles than these.
const MOST_TOLD: usize = 40;

/// Votes of a name that tells surely what it names.
const SURE: u32 = 1000;

/// A description of more words is no name.
const LONGEST_NAME: usize = 6;

/// An entity before it gets its name.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub id: EntityId,
    /// (article, mention), by article, then text order.
    pub mentions: Vec<(usize, usize)>,
    pub joined: Vec<entity::Union>,
    /// The reader's own word.
    pub renamed: Option<String>,
    pub retyped: Option<EntityType>,
    pub struck: bool,
}

/// One draft per united chain, in the order of first mention.
pub(super) fn draft(mut union: Union<'_>, articles: &[(Parse<'_>, &Mentions)], serials: &[u32]) -> Vec<Draft> {
    let numbers: Vec<usize> = union.chains.numbers().into_iter().map(|n| n as usize).collect();
    let count = numbers.iter().max().map_or(0, |n| n + 1);
    let mut drafts = vec![Draft::default(); count];
    for (p, profile) in union.profiles.iter().enumerate() {
        let d = &mut drafts[numbers[p]];
        let (parse, m) = &articles[profile.article];
        let name = profile.mentions.iter().find(|&&i| m.mentions[i].kind == MentionKind::Name);
        let first = name.or(profile.mentions.first()).map(|&i| m.mentions[i].span.of(parse.text));
        for &i in &profile.mentions {
            d.mentions.push((profile.article, i));
            let mention = &m.mentions[i];
            let tells = !m.why[i].is_empty() && mention.kind != MentionKind::Pronoun;
            if let Some(first) = first.filter(|_| tells) {
                tell(&mut d.joined, &m.why[i], [first, mention.span.of(parse.text)]);
            }
        }
    }
    let name = |p: usize| -> String {
        let profile = &union.profiles[p];
        let by_name = profile.forms.values().max_by_key(|(n, w)| (w.split(' ').count(), *n)).map(|(_, w)| w.clone());
        by_name.unwrap_or_else(|| {
            let (parse, m) = &articles[profile.article];
            profile.mentions.first().map_or(String::new(), |&i| m.mentions[i].span.of(parse.text).to_owned())
        })
    };
    // Of two equal names, what each is called.
    let role = |p: usize| -> Option<&str> {
        let (parse, m) = &articles[union.profiles[p].article];
        let mut own = union.profiles[p].mentions.iter().map(|&i| &m.mentions[i]);
        own.find(|m| m.kind == MentionKind::Nominal).map(|m| m.span.of(parse.text))
    };
    for (a, b, why) in &union.reasons {
        let joined = &mut drafts[numbers[*a]].joined;
        match (role(*a), role(*b)) {
            (Some(x), Some(y)) if *why == union.english.entities.why.unlike_roles => tell(joined, why, [x, y]),
            _ => tell(joined, why, [&name(*a), &name(*b)]),
        }
    }
    for d in &mut drafts {
        d.mentions.arrange();
        d.id = first_id(&d.mentions, serials);
    }
    drafts
}

/// The id of an entity with these mentions: the first of them in the article that was added first.
pub(super) fn first_id(mentions: &[(usize, usize)], serials: &[u32]) -> EntityId {
    let place = |&(a, m): &(usize, usize)| (serials.get(a).copied().unwrap_or_default(), m);
    let (serial, mention) = mentions.iter().map(place).min().unwrap_or_default();
    EntityId { serial, mention: mention as u32, split: 0 }
}

/// Adds forms to the reason of that wording.
pub(super) fn tell(joined: &mut Vec<entity::Union>, why: &str, forms: [&str; 2]) {
    if fold(forms[0]) == fold(forms[1]) {
        return;
    }
    let at = joined.iter().position(|u| u.why == why).unwrap_or_else(|| {
        joined.push(entity::Union { why: why.to_owned(), forms: Vec::new() });
        joined.len() - 1
    });
    for f in forms {
        let told = &mut joined[at].forms;
        if told.len() < MOST_TOLD && !told.iter().any(|t| t == f) {
            told.push(f.to_owned());
        }
    }
}

/// Names, types, roles; the most mentioned first.
pub(super) fn finish(english: &English, drafts: Vec<Draft>, articles: &[(Parse<'_>, &Mentions)]) -> Entities {
    let mut found: Vec<(Entity, usize)> = Vec::new();
    for d in drafts {
        if !d.struck && is_worth_telling(english, &d, articles) {
            let at = found.len();
            found.push((entity_of(english, d, articles), at));
        }
    }
    let is_named =
        |e: &Entity| e.mentions.iter().any(|(a, m)| articles[a.ix()].1.mentions[m.ix()].kind == MentionKind::Name);
    found.arrange_by_key(|(e, at)| (std::cmp::Reverse(e.mentions.len()), !is_named(e), *at));
    let mut of: Vec<Vec<Option<EntityIx>>> = articles.iter().map(|(_, m)| vec![None; m.mentions.len()]).collect();
    for (x, (e, _)) in found.iter().enumerate() {
        for (a, m) in &e.mentions {
            of[a.ix()][m.ix()] = Some(EntityIx::new(x));
        }
    }
    Entities { entities: found.into_iter().map(|(e, _)| e).collect(), of }
}

/// Names always; descriptions if they come again, or are people one can tell from others; pronouns never alone.
fn is_worth_telling(english: &English, d: &Draft, articles: &[(Parse<'_>, &Mentions)]) -> bool {
    let mut descriptions = 0;
    for &(a, i) in &d.mentions {
        let (parse, m) = &articles[a];
        match m.mentions[i].kind {
            MentionKind::Name => return true,
            MentionKind::Nominal => {
                descriptions += 1;
                let noun = english.entities.noun(&super::find::noun_lemma(parse, m.mentions[i].head));
                if noun.is_some_and(|n| n.person || n.anonymous || n.kin || n.group || n.organisation) {
                    return true;
                }
            }
            MentionKind::Pronoun => {}
        }
    }
    descriptions > 1
}

fn entity_of(english: &English, d: Draft, articles: &[(Parse<'_>, &Mentions)]) -> Entity {
    let mut votes = [0u32; EntityType::ALL.len()];
    let mut forms: BTreeMap<&str, u32> = BTreeMap::new();
    let mut described: Option<&str> = None;
    let mut roles: Vec<Role> = Vec::new();
    let mut told: BTreeSet<String> = BTreeSet::new();
    for &(a, i) in &d.mentions {
        let (parse, m) = &articles[a];
        let mention = &m.mentions[i];
        let text = mention.span.of(parse.text);
        match mention.kind {
            MentionKind::Name => {
                // What bears a legal form is a firm, whatever its short name was taken for.
                let last = parse.form(mention.tokens.end - 1).to_lowercase();
                let firm = mention.label == EntityType::Org && english.entities.is_short_legal_form(&last);
                votes[mention.label as usize] += if firm { SURE } else { 2 };
                *forms.entry(text).or_default() += 1;
            }
            MentionKind::Nominal => {
                if described.is_none_or(|h| fuller(text, h)) {
                    described = Some(text);
                }
                let noun = english.entities.noun(&super::find::noun_lemma(parse, mention.head)).unwrap_or_default();
                let role = noun.person || noun.kin || noun.organisation || noun.group || noun.anonymous;
                if role && roles.len() < MOST_TOLD && !noun.media && told.insert(sieve::form(english, text)) {
                    roles.push(Role { article: ArticleIx::new(a), span: mention.span, text: text.to_owned() });
                }
                votes[mention.label as usize] += u32::from(forms.is_empty());
            }
            MentionKind::Pronoun => {}
        }
    }
    let kind = d.retyped.unwrap_or_else(|| {
        let best = votes.iter().copied().max().unwrap_or(0);
        votes.iter().position(|&v| v == best && v > 0).map_or(EntityType::Misc, |i| EntityType::ALL[i])
    });
    let name = d.renamed.unwrap_or_else(|| canonical(kind, &forms).or(described).unwrap_or_default().to_owned());
    let mentions = d.mentions.iter().map(|&(a, i)| (ArticleIx::new(a), MentionIx::new(i))).collect();
    Entity { id: d.id, name, kind, mentions, roles, joined: d.joined }
}

/// True if a description tells more than another and is still short enough for a name.
fn fuller(text: &str, than: &str) -> bool {
    let words = |t: &str| t.split_whitespace().count();
    let short = |t: &str| words(t) <= LONGEST_NAME;
    match (short(text), short(than)) {
        (true, true) => text.len() > than.len(),
        (a, b) => a || !b && text.len() < than.len(),
    }
}

/// The fullest name of a person or body, the most used of a place; among equals the most used, then the first by letters.
fn canonical<'a>(kind: EntityType, forms: &BTreeMap<&'a str, u32>) -> Option<&'a str> {
    let words = |f: &str| match kind {
        EntityType::Gpe | EntityType::Loc | EntityType::Norp => 0,
        _ => f.split([' ', '\u{a0}']).count().min(4),
    };
    let shouting = |f: &str| f.len() > 6 && !f.chars().any(char::is_lowercase);
    // The full name most used; what goes on from it once ("Ann Lee Wins") is cut wrongly.
    let full = forms.iter().filter(|(f, n)| words(f) > 1 && **n > 2).max_by_key(|(_, n)| **n).map(|(f, _)| *f);
    let goes_on = |f: &str| full.is_some_and(|g| f.len() > g.len() && (f.starts_with(g) || f.ends_with(g)));
    let rank = |f: &str, n: u32| if n == 1 && goes_on(f) { 0 } else { words(f) };
    forms.iter().max_by_key(|(f, n)| (!shouting(f), rank(f, **n), **n, std::cmp::Reverse(**f))).map(|(f, _)| *f)
}
