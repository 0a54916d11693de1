//! Aligning claims and relating them.

use super::ages;
use super::candidates::candidates;
use super::facts::{self, Fact};
use super::group::{Findings, group};
use super::lexis::{Lexis, Term};
use super::lines::Says;
use super::matter::Matter;
use super::measures::{self, Measures};
use super::neighbours::neighbours;
use super::relate::{Pair, Scene, Two, relate};
use super::rules;
use super::setting::Settings;
use super::settle::settle;
use super::surroundings::Surroundings;
use super::terms;
use super::twins::Twins;
use super::versions::versions;
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
    let mut lexis = Lexis::new(english);
    let countries = terms::countries(english, entities);
    let has_name = terms::have_names(articles, entities);
    let dossier = terms::Dossier { english, articles, entities, timeline, has_name: &has_name, countries: &countries };
    let mut read = facts::Read::default();
    for a in (0..articles.len()).filter(|&a| kinship.other_story.get(a).is_none_or(Option::is_none)) {
        facts::facts(dossier, ArticleIx::new(a), &mut lexis, &mut read);
    }
    let facts::Read { facts: mut all, loose, ages, rows } = read;
    let texts: Vec<&str> = articles.iter().map(|a| a.parse.text).collect();
    let twins = Twins::find(&all, &texts);
    let mut counts = vec![0u32; lexis.len()];
    for t in twins.distinct.iter().flat_map(|&i| &all[i].terms) {
        counts[t.0 as usize] += 1;
    }
    lexis.weigh(&counts, twins.distinct.len());
    let published: Vec<DayRange> =
        (0..articles.len()).map(|a| timeline.published.get(a).map(|p| p.range.clone()).unwrap_or_default()).collect();
    let names: Vec<String> = entities.entities.iter().map(|e| e.name.clone()).collect();
    let mut named_in: Vec<BTreeSet<Term>> = vec![BTreeSet::new(); articles.len()];
    for f in &all {
        let own = f.fillers.iter().flat_map(|s| &s.terms).chain(&f.terms).filter(|t| lexis.named(**t));
        named_in[f.article.ix()].extend(own);
    }
    let mut placed_in: Vec<BTreeSet<Term>> = vec![BTreeSet::new(); articles.len()];
    for row in &rows {
        let names = row.words.iter().filter_map(|w| if let Says::Name(t) = w.says { Some(t) } else { None });
        placed_in[row.article.ix()].extend(names.filter(|&t| lexis.place(t)));
    }
    let settings = Settings::new(articles, timeline);
    let scene = Scene {
        articles,
        settings: &settings,
        timeline,
        magnitude: english.compare.magnitude,
        placed_in: &placed_in,
        lexis: &lexis,
        texts: &texts,
        published: &published,
        named_in: &named_in,
        names: &names,
        kinship,
    };
    let mut pairs = Vec::new();
    let found = versions(scene, &rows, &all);
    let mut told: BTreeSet<[(ArticleIx, u32); 2]> = BTreeSet::new();
    for v in found {
        // What stands in versions of one sentence is told by the words that differ.
        if v.pair.is_some() || v.other {
            told.extend([v.sentences, [v.sentences[1], v.sentences[0]]]);
        }
        pairs.extend(v.pair.filter(|p| kinship.one_happening(all[p.a].article, all[p.b].article)));
    }
    let beside = neighbours(&lexis, &rows);
    let mut met = candidates(&lexis, &all, &twins.distinct, &beside);
    let version = |x: &Fact, y: &Fact| told.contains(&[(x.article, x.sentence), (y.article, y.sentence)]);
    met.retain(|&(a, b)| {
        let (x, y) = (&all[a], &all[b]);
        // Headlines and captions repeat the body; a sentence is not compared with itself.
        let skip = version(x, y)
            || !kinship.one_happening(x.article, y.article)
            || x.article == y.article && (x.sentence == y.sentence || x.display || y.display);
        !skip
    });
    let first = all.len();
    let figures = measures::figures(&lexis, &all, loose);
    all.extend(figures);
    let counted = measures::pairs(&lexis, &all, first);
    let last = all.len();
    pairs.extend(ages::pairs(scene, ages, &mut all));
    let mut around = Surroundings::new(&lexis, articles, timeline, &all, &rows);
    met.iter().chain(&counted).for_each(|&(a, b)| around.meet(&lexis, &all[a], &all[b]));
    let matter = Matter::new(english, &around);
    let measures = Measures::new(english, &lexis, &texts, &all[..last], first);
    #[cfg(feature = "train")]
    let mut examples = Vec::new();
    for (a, b) in met {
        let found = relate(scene, &matter, a, b, &all[a], &all[b]);
        #[cfg(feature = "train")]
        examples.push(matter.example(scene, articles, &all, [a, b], found.first().map(|p| p.relation)));
        pairs.extend(found);
    }
    #[cfg(feature = "train")]
    let mut figures = Vec::new();
    for (a, b) in counted.into_iter().filter(|&(a, b)| kinship.one_happening(all[a].article, all[b].article)) {
        let two = Two::new(scene, &all[a], &all[b]);
        let bins = measures.traits(two, &around, a, b);
        #[cfg(feature = "train")]
        figures.push(Measures::example(two, &bins));
        // The same day or figure beside other words is no agreement of two versions of one sentence.
        let (x, y) = (&all[a], &all[b]);
        let changed = version(x, y) && two.of_x(x.key) != two.of_y(y.key);
        let found = rules::measured(two, measures.probability(&bins));
        pairs.extend(found.filter(|f| f.relation != Relation::Agree || !changed).map(|f| f.pair(a, b)));
    }
    pairs = settle(&all, pairs);
    for &i in &twins.distinct {
        if let Some(&twin) = twins.of(i).first() {
            let same = relate(scene, &matter, i, twin, &all[i], &all[twin])
                .into_iter()
                .filter(|p| p.relation == Relation::Agree);
            pairs.extend(same.map(|p| Pair { b: i, keys: (p.keys.0, p.keys.0), ..p }));
        }
    }
    let only_in = only_in(articles, &all, &pairs, &twins);
    let findings = Findings { facts: &all, twins: &twins, lexis: &lexis, texts: &texts, kinship, articles };
    Diff {
        groups: group(findings, pairs),
        only_in,
        #[cfg(feature = "train")]
        examples,
        #[cfg(feature = "train")]
        figures,
    }
}

/// Per article: the claims of its own sentences that no pair with another article touches.
fn only_in(articles: &[ArticleClaims<'_>], facts: &[Fact], pairs: &[Pair], twins: &Twins) -> Vec<Vec<ClaimIx>> {
    let mut shared: BTreeSet<(ArticleIx, u32)> = BTreeSet::new();
    let across = |p: &&Pair| p.a == p.b || facts[p.a].article != facts[p.b].article;
    for p in pairs.iter().filter(across) {
        for f in [p.a, p.b] {
            shared.extend(twins.of(f).iter().chain([&f]).map(|&i| (facts[i].article, facts[i].sentence)));
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
