//! Aligning claims and relating them.

use super::candidates::candidates;
use super::facts::{self, Fact};
use super::group::{Findings, group};
use super::lexis::{Lexis, Term};
use super::relate::{Scene, relate};
use super::terms;
use super::{ArticleClaims, Diff, Kinship, Relation};
use crate::dates::DayRange;
use crate::english::English;
use crate::entities::Entities;
use crate::events::Timeline;
use crate::text::{ArticleIx, ClaimIx};
use std::collections::BTreeSet;

/// Groups the claims that are about one matter and says how they stand to each other.
pub fn align(
    english: &English,
    articles: &[ArticleClaims<'_>],
    entities: &Entities,
    timeline: &Timeline,
    kinship: &Kinship,
) -> Diff {
    let words = &english.compare;
    let mut lexis = Lexis::new(words);
    let countries = terms::countries(english, entities);
    let dossier = terms::Dossier { english, articles, entities, timeline, countries: &countries };
    let mut all: Vec<Fact> = Vec::new();
    for a in (0..articles.len()).filter(|&a| kinship.other_story.get(a).is_none_or(Option::is_none)) {
        facts::facts(dossier, ArticleIx::new(a), &mut lexis, &mut all);
    }
    let mut counts = vec![0u32; lexis.len()];
    for t in all.iter().flat_map(|f| &f.terms) {
        counts[t.0 as usize] += 1;
    }
    lexis.weigh(&counts, all.len());
    let texts: Vec<&str> = articles.iter().map(|a| a.parse.text).collect();
    let published: Vec<DayRange> =
        (0..articles.len()).map(|a| timeline.published.get(a).map(|p| p.range.clone()).unwrap_or_default()).collect();
    let names: Vec<String> = entities.entities.iter().map(|e| e.name.clone()).collect();
    let mut named_in: Vec<BTreeSet<Term>> = vec![BTreeSet::new(); articles.len()];
    for f in &all {
        let own = f.fillers.iter().flat_map(|s| &s.terms).chain(&f.terms).filter(|t| lexis.named(**t));
        named_in[f.article.ix()].extend(own);
    }
    let scene = Scene { lexis: &lexis, texts: &texts, published: &published, named_in: &named_in, names: &names };
    let mut pairs = Vec::new();
    for (a, b) in candidates(&lexis, &all) {
        let (x, y) = (&all[a], &all[b]);
        // Headlines and captions repeat the body; a sentence is not compared with itself.
        let skip = x.article == y.article && (x.sentence == y.sentence || x.display || y.display);
        if !skip {
            pairs.extend(relate(scene, a, b, x, y));
        }
    }
    let only_in = only_in(articles, &all, &pairs);
    Diff { groups: group(Findings { facts: &all, lexis: &lexis, texts: &texts, kinship }, pairs), only_in }
}

/// Per article: the claims of its own sentences that no pair with another article touches.
fn only_in(articles: &[ArticleClaims<'_>], facts: &[Fact], pairs: &[super::relate::Pair]) -> Vec<Vec<ClaimIx>> {
    let mut shared: BTreeSet<(ArticleIx, u32)> = BTreeSet::new();
    for p in pairs.iter().filter(|p| facts[p.a].article != facts[p.b].article && p.relation <= Relation::Agree) {
        for f in [&facts[p.a], &facts[p.b]] {
            shared.insert((f.article, f.sentence));
        }
    }
    (articles.iter().enumerate())
        .map(|(a, article)| {
            let mut told: BTreeSet<u32> = BTreeSet::new();
            (article.claims.iter().enumerate())
                .filter(|(_, c)| told.insert(c.sentence.0) && !shared.contains(&(ArticleIx::new(a), c.sentence.0)))
                .map(|(c, _)| ClaimIx::new(c))
                .collect()
        })
        .collect()
}
