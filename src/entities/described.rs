//! Descriptions across articles: "the suspect" of one account and "a suspect" of another, "the actress" where only one
//! person of the story is called so. A reader takes them for one; as no name says so, every such union is marked a guess.

use super::chains::Class;
use super::deeds::{Deed, EARLY};
use super::profile::Profile;
use super::unite::Union;
use super::{Mention, find, offices, relatives};
use crate::english::{English, Noun, Tenure};
use crate::syntax::Parse;
use crate::tags::{Feats, Upos};
use crate::text::{Arrange, Gather, fold};
use std::collections::{BTreeMap, BTreeSet};

/// So many names that an article speaks of most tell what its story is.
const TELLING: usize = 4;
/// A description is held against no more than so many groups of its word.
const MOST_GROUPS: usize = 8;

/// One description taken apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Described {
    /// The head noun, or the office it is a word for.
    pub word: String,
    pub noun: Noun,
    pub plural: bool,
    /// Begins with "a" or its like.
    pub indefinite: bool,
    /// Stands in one of the first sentences, where a story tells whom it is about.
    pub early: bool,
    /// Belongs to someone ("his lawyer") or is one of several ("another driver").
    pub bound: bool,
    /// "former", "new" before an office.
    pub tenure: Option<Tenure>,
    /// Figures and number words before the head.
    pub numbers: Vec<String>,
    /// Countries and peoples before the head, as gazetteer keys.
    pub places: Vec<String>,
}

impl Described {
    pub(super) fn of(english: &English, parse: &Parse<'_>, m: &Mention) -> Option<Self> {
        let words = &english.entities;
        let lemma = find::noun_lemma(parse, m.head);
        let noun = words.noun(&lemma)?;
        let first = parse.form(m.tokens.start).to_lowercase();
        let before = m.head.checked_sub(1).filter(|b| m.tokens.contains(b)).map(|b| parse.form(b).to_lowercase());
        let compound = before.and_then(|b| words.office(&format!("{b} {lemma}")));
        let mut out = Self {
            word: compound.or_else(|| words.office(&lemma)).map_or(lemma, str::to_owned),
            noun,
            plural: parse.feats(m.head).has(Feats::PLURAL),
            indefinite: words.is_indefinite(&first),
            tenure: offices::tenure(english, parse, m),
            early: parse.tokens.tokens[m.head].sentence.ix() < EARLY,
            ..Self::default()
        };
        for t in m.tokens.start..m.head {
            let form = fold(parse.form(t));
            match parse.upos(t) {
                Upos::Num => out.numbers.push(form),
                // A country's president is one, a person's lawyer one of many.
                Upos::Part => out.bound |= out.places.is_empty(),
                Upos::Pron | Upos::Det | Upos::Adj if words.is_set_apart(&form) => out.bound = true,
                _ => {
                    if let Some(p) = english.places.get(&form).filter(|_| parse.form(t).starts_with(char::is_uppercase))
                    {
                        out.places.push(if p.country.is_empty() { form } else { p.country.to_owned() });
                    }
                }
            }
        }
        Some(out)
    }

    /// Neither figures nor places nor a change of office speak against one thing; `other` is told later.
    fn fits(&self, other: &Self) -> bool {
        let agree = |a: &[String], b: &[String]| a.is_empty() || b.is_empty() || a == b;
        let agree_in_time = offices::tenures_fit(other.tenure, self.tenure);
        agree_in_time
            && self.plural == other.plural
            && agree(&self.numbers, &other.numbers)
            && agree(&self.places, &other.places)
    }
}

/// By story and word: the chain with a name that alone is called so, `None` where there are two.
type Holders = BTreeMap<(usize, String), Option<usize>>;

/// Descriptions of one word in one story that are taken for one.
struct Group {
    first: usize,
    described: Described,
    articles: BTreeSet<usize>,
}

/// ok: `A court in Leeds jailed the actress [a Ruth Mbeki]. / [a Ruth Mbeki] was late. / Fans of [a Ruth Mbeki] wept in Leeds when [a the actress] was led away.`
/// ok: `[h Haruto Ono] was robbed by [b a gunman] in Osaka. / [h Haruto Ono] told police that [b the gunman] had fled on foot.`
/// no: `[h Haruto Ono] met [b an official] in Osaka. / [h Haruto Ono] met [c an official] at noon.`
pub(super) fn descriptions(union: &mut Union<'_>) {
    let stories = stories(union);
    let holders = holders(union, &stories);
    by_deeds(union, &stories, &holders);
    relatives::across(union, &stories);
    let mut groups: BTreeMap<(usize, String, bool), Vec<Group>> = BTreeMap::new();
    let mut doers: BTreeMap<(usize, Deed, bool), usize> = BTreeMap::new();
    for p in 0..union.profiles.len() {
        let profile = &union.profiles[p];
        if profile.is_named() || profile.insurgent {
            continue;
        }
        let Some(described) = profile.described.first().cloned() else { continue };
        if !is_telling(union.english, &described) {
            continue;
        }
        let (article, story) = (profile.article, stories[profile.article]);
        if let Some(&Some(holder)) = holders.get(&(story, described.word.clone()))
            && !described.plural
            && (!described.indefinite || described.early)
            && union.profiles[holder].described.iter().any(|d| d.word == described.word && d.fits(&described))
        {
            union.guess(holder, p, union.english.entities.why.only_one_called_so);
            continue;
        }
        if described.noun.organisation && !described.noun.group {
            continue;
        }
        if described.early && described.noun.person {
            let deeds = union.profiles[p].deeds.clone();
            for deed in deeds.into_iter().filter(|d| d.is_news(union.english)) {
                let first = *doers.entry((story, deed, described.plural)).or_insert(p);
                if union.profiles[first].article != article {
                    union.guess(first, p, union.english.entities.why.same_deed_across);
                }
            }
        }
        let list = groups.entry((story, described.word.clone(), described.plural)).or_default();
        let fit = |g: &&mut Group| !g.articles.contains(&article) && g.described.fits(&described);
        match list.iter_mut().take(MOST_GROUPS).find(fit) {
            Some(g) => {
                g.articles.insert(article);
                let first = g.first;
                union.guess(first, p, union.english.entities.why.described_across);
            }
            None => list.push(Group { first: p, described, articles: std::iter::once(article).into_set() }),
        }
    }
}

/// ok: `[h Haruto Ono] drowned in Osaka. His widow thanked the divers of Osaka. / [h A surfer] drowned near Osaka. The divers of Osaka came too late.`
/// no: `The surfer [h Haruto Ono] trained in Osaka. Coach [t Taro Abe] of Osaka won gold in 1980. / Osaka cheered when [h the surfer] won silver.`
fn by_deeds(union: &mut Union<'_>, stories: &[usize], holders: &Holders) {
    let mut bearers: BTreeMap<(usize, Deed), Vec<usize>> = BTreeMap::new();
    let mut at: BTreeSet<(usize, usize, usize)> = BTreeSet::new();
    for p in union.named() {
        let root = union.chains.root(p);
        let profile = &union.profiles[p];
        at.extend(profile.sentences.iter().map(|&s| (root, profile.article, s)));
        if union.profiles[p].class() == Class::Person {
            let root = union.chains.root(p);
            for d in &union.profiles[p].deeds {
                let list = bearers.entry((stories[union.profiles[p].article], d.clone())).or_default();
                if !list.contains(&root) && list.len() < MOST_GROUPS {
                    list.push(root);
                }
            }
        }
    }
    for p in 0..union.profiles.len() {
        let profile = &union.profiles[p];
        let one = |d: &Described| d.noun.person && !d.noun.kin && !d.noun.anonymous && !d.plural && !d.bound;
        if profile.is_named() || !profile.described.first().is_some_and(one) {
            continue;
        }
        let (article, story) = (profile.article, stories[profile.article]);
        let holder = holders.get(&(story, profile.described[0].word.clone())).copied().flatten();
        let holder = holder.filter(|_| !profile.described[0].indefinite);
        let early = profile.described[0].early;
        let told: Vec<Deed> = profile.deeds.iter().filter(|d| early || d.is_news(union.english)).cloned().collect();
        let mut fits: BTreeSet<usize> = BTreeSet::new();
        for b in told.into_iter().filter_map(|d| bearers.get(&(story, d))).flatten() {
            fits.insert(union.chains.root(*b));
        }
        // Not if another is called so by name.
        if let [only] = fits.into_iter().collect::<Vec<_>>()[..]
            && holder.is_none_or(|h| union.chains.same(h, only))
            && !union.profiles[p].sentences.iter().any(|&s| at.contains(&(only, article, s)))
        {
            union.guess(only, p, union.english.entities.why.same_deed_across);
        }
    }
}

/// True if the description can tell one from others: no "officials", no "his lawyer"; "a man" only where the story begins.
fn is_telling(english: &English, d: &Described) -> bool {
    let n = d.noun;
    let kind = n.person || n.group || n.organisation || n.facility;
    let subject = d.early && !d.plural && english.entities.is_plain_person(&d.word);
    kind && !n.kin && !n.anonymous && !d.bound && (subject || !english.entities.is_many_of_a_kind(&d.word))
}

/// The only one with a name who bears a description in a story; none if there are two.
fn holders(union: &mut Union<'_>, stories: &[usize]) -> Holders {
    let mut out = Holders::new();
    for p in union.named() {
        if !matches!(union.profiles[p].class(), Class::Person | Class::Body) {
            continue;
        }
        let story = stories[union.profiles[p].article];
        for d in union.profiles[p].described.clone() {
            if d.plural || d.noun.kin || d.noun.anonymous {
                continue;
            }
            let only = out.entry((story, d.word)).or_insert(Some(p));
            if only.is_some_and(|o| !union.chains.same(o, p)) {
                *only = None;
            }
        }
    }
    out
}

/// Which articles tell one story: those that share a name that both speak of most. One number a story, by article.
fn stories(union: &mut Union<'_>) -> Vec<usize> {
    let articles = union.articles();
    let mut most: Vec<Vec<(u32, usize)>> = vec![Vec::new(); articles];
    for p in union.named() {
        let profile = &union.profiles[p];
        if tells_a_story(profile) {
            let names = profile.forms.values().map(|f| f.0).sum();
            let article = profile.article;
            most[article].push((names, union.chains.root(p)));
        }
    }
    let mut story: Vec<usize> = (0..articles).collect();
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for (a, list) in most.iter_mut().enumerate() {
        list.arrange_by_key(|&(n, root)| (std::cmp::Reverse(n), root));
        for &(_, root) in list.iter().take(TELLING) {
            let b = *first.entry(root).or_insert(a);
            let (x, y) = (top(&mut story, a), top(&mut story, b));
            story[x.max(y)] = x.min(y);
        }
    }
    (0..articles).map(|a| top(&mut story, a)).collect()
}

fn tells_a_story(p: &Profile) -> bool {
    let country = p.place.as_ref().is_some_and(|k| k.starts_with("country") || k.starts_with("people"));
    !country && matches!(p.class(), Class::Person | Class::Body | Class::Place)
}

fn top(story: &mut [usize], mut a: usize) -> usize {
    while story[a] != a {
        story[a] = story[story[a]];
        a = story[a];
    }
    a
}
