//! When two statements are about one matter, from invented dossiers with what a fact-checker would list between them.

use crate::Paths;
use crate::dossiers::{self, Dossier, Kind, Listed, Words};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use synoptic::articles::{Given, Raw};
use synoptic::compare::{Additive, BONDS, Example, FIGURES, Group, Member, Relation, TRAITS};
use synoptic::dossier::{Dossier as Articles, Joint};
use synoptic::english::English;
use synoptic::text::ArticleIx;

/// The penalty on the squares of the weights.
const HOLD: f32 = 4.0;
/// The same for figures, which have fewer traits.
const HOLD_FIGURES: f32 = 2.0;
/// And for pairs of articles.
const HOLD_BONDS: f32 = 1.0;
/// Dossiers are left out in so many lots.
const LOTS: usize = 8;

/// A pair of statements with what the list says of it.
struct Pair {
    /// The finding that it lies on.
    of: Option<(usize, Kind)>,
    counts: f32,
    example: Example,
}

/// The pairs of a dossier.
struct Pairs {
    statements: Vec<Pair>,
    figures: Vec<Pair>,
    /// Pairs of articles: the bins of their traits, and whether they tell of one happening.
    articles: Vec<(Vec<u8>, bool)>,
}

/// Writes `matter.tsv` and prints what is right of the dossiers that it was not learnt from.
pub(crate) fn learn(paths: &Paths) -> Result<(), String> {
    let dossiers = dossiers::read_all(&paths.dossiers)?;
    // Without weights nothing is set apart and nothing is held back: the pairs are the same whatever was learnt before.
    let blank = weighed("");
    let sets: Vec<Pairs> = dossiers.iter().map(|d| pairs(d, blank)).collect();
    held_out(&dossiers, &sets);
    let text = fit(&sets.iter().collect::<Vec<_>>());
    println!("matter: {} bytes", text.len());
    if let Some(file) = &paths.dump {
        dump(file, &dossiers, &sets).map_err(|e| e.to_string())?;
    }
    fs::write(paths.weights.join("matter.tsv"), text).map_err(|e| e.to_string())
}

/// English with other weights of what is one matter.
fn weighed(matter: &'static str) -> &'static English {
    let mut english = English::default();
    english.compare.matter = matter;
    Box::leak(Box::new(english))
}

/// All that is found between some articles.
fn joint(articles: &[(String, String)], english: &'static English) -> Joint {
    let mut dossier = Articles::with(english);
    for (_, text) in articles {
        dossier.add(Raw::Text(text), &Given::default());
    }
    dossier.joint().clone()
}

/// Every pair of statements or figures with its traits, one a line: those of statements, then those of figures, each under a line of its own names.
fn dump(file: &Path, dossiers: &[Dossier], sets: &[Pairs]) -> std::io::Result<()> {
    type Of = fn(&Pairs) -> &[Pair];
    let kinds: [(&[&str], Of); 2] = [(TRAITS, |s| &s.statements), (FIGURES, |s| &s.figures)];
    let mut out = String::new();
    for (traits, of) in kinds {
        out += &format!("dossier\tarticles\tof\tkind\tcounts\tfound\tkeys\t{}\n", traits.join("\t"));
        for (d, set) in dossiers.iter().zip(sets) {
            out.extend(of(set).iter().map(|p| line(d, p)));
        }
    }
    fs::write(file, out)
}

/// A pair with its traits.
fn line(d: &Dossier, p: &Pair) -> String {
    let e = &p.example;
    let bins: Vec<String> = e.bins.iter().map(u8::to_string).collect();
    let articles = mixed(d);
    let words = |i: usize| e.keys[i].of(&articles[e.articles[i].ix()].1).replace(['\n', '\t'], " ");
    format!(
        "{}\t{}:{} {}:{}\t{}\t{}\t{}\t{}\t{} ~ {}\t{}\n",
        d.name,
        e.articles[0].ix(),
        e.keys[0].start,
        e.articles[1].ix(),
        e.keys[1].start,
        p.of.map_or(-1, |o| o.0 as i32),
        p.of.map_or(String::new(), |o| format!("{:?}", o.1)),
        p.counts,
        e.found.map_or(String::new(), |r| format!("{r:?}")),
        words(0),
        words(1),
        bins.join("\t")
    )
}

/// Learns what makes one matter, and what parts its accounts; the text of the weights.
fn fit(sets: &[&Pairs]) -> String {
    let learnt = |what: &str, traits: &[&str], hold: f32, pairs: &[&Pair], yes: &dyn Fn(Kind) -> bool| {
        let example = |p: &&Pair| (p.example.bins.clone(), p.of.is_some_and(|o| yes(o.1)), p.counts);
        let owned: Vec<_> = pairs.iter().map(example).collect();
        let examples: Vec<(&[u8], bool, f32)> = owned.iter().map(|e| (e.0.as_slice(), e.1, e.2)).collect();
        Additive::learn(&examples, hold).write(what, traits)
    };
    let statements: Vec<&Pair> = sets.iter().flat_map(|s| &s.statements).filter(|p| p.counts > 0.0).collect();
    let matters: Vec<&Pair> = statements.iter().copied().filter(|p| p.of.is_some()).collect();
    let figures: Vec<&Pair> = sets.iter().flat_map(|s| &s.figures).filter(|p| p.counts > 0.0).collect();
    let bonds = || sets.iter().flat_map(|s| &s.articles);
    let bonds: Vec<(&[u8], bool, f32)> = bonds().map(|(bins, one)| (bins.as_slice(), *one, 1.0)).collect();
    learnt("matter ", TRAITS, HOLD, &statements, &|_| true)
        + &learnt("apart ", TRAITS, HOLD, &matters, &|k| k != Kind::Agree)
        + &learnt("differ ", TRAITS, HOLD, &statements, &|k| matches!(k, Kind::Differ | Kind::Conflict))
        + &learnt("figure ", FIGURES, HOLD_FIGURES, &figures, &|_| true)
        + &Additive::learn(&bonds, HOLD_BONDS).write("happening ", BONDS)
}

/// The articles of a dossier with those of its twin behind them.
fn mixed(d: &Dossier) -> Vec<(String, String)> {
    d.articles.iter().chain(&d.twins).cloned().collect()
}

/// The pairs of a dossier, each with the finding that it lies on, and those of its articles with its twin's.
fn pairs(d: &Dossier, english: &'static English) -> Pairs {
    let mut own = own_pairs(d, english);
    if !d.twins.is_empty() {
        let Joint { diff: found, kinship, .. } = joint(&mixed(d), english);
        let one = |a: [ArticleIx; 2]| (a[0].ix() < d.articles.len()) == (a[1].ix() < d.articles.len());
        own.articles.extend(kinship.bonds.into_iter().map(|(of, bins)| (bins.bins.to_vec(), one(of))));
        let across = |e: &Example| e.articles.map(|a| a.ix() < d.articles.len());
        let apart = |all: Vec<Example>| {
            all.into_iter().filter(move |e| across(e)[0] != across(e)[1]).map(|example| Pair {
                of: None,
                counts: 1.0,
                example,
            })
        };
        own.statements.extend(apart(found.examples));
        own.figures.extend(apart(found.figures));
    }
    own
}

fn own_pairs(d: &Dossier, english: &'static English) -> Pairs {
    let Joint { diff: found, kinship, .. } = joint(&d.articles, english);
    let articles = if d.twins.is_empty() {
        kinship.bonds.into_iter().map(|b| (b.1.bins.to_vec(), true)).collect()
    } else {
        Vec::new()
    };
    let mut figures = listed(d, found.figures);
    for p in &mut figures {
        // Figures on a finding about something else teach nothing.
        let teaches = match p.of {
            None => true,
            Some((_, Kind::Agree)) => p.example.equal,
            // What was judged has no slot: it marks the figures themselves.
            Some((g, _)) => {
                !p.example.equal && d.gold.get(g).is_none_or(|l| matches!(l.slot.as_str(), "quantity" | "time"))
            }
        };
        p.counts *= f32::from(u8::from(teaches));
    }
    Pairs { statements: listed(d, found.examples), figures, articles }
}

/// Pairs, each with the finding that it lies on.
fn listed(d: &Dossier, examples: Vec<Example>) -> Vec<Pair> {
    let mut out: Vec<Pair> = Vec::new();
    for example in examples {
        let (mut best, mut touched) = (None, false);
        for (g, listed) in d.gold.iter().chain(&d.judged).enumerate() {
            // What the list has goes before what was judged later.
            if g >= d.gold.len() && best.is_some() {
                break;
            }
            let (on, touch) = lies_on(listed, &example);
            touched |= touch && g < d.gold.len();
            if let Some(score) = on
                && best.is_none_or(|(s, _, _)| score > s)
            {
                best = Some((score, g, listed.kind));
            }
        }
        let of = best.filter(|b| b.2 != Kind::Never).map(|(_, g, kind)| (g, kind));
        // What touches a finding without lying on it teaches nothing.
        let counts = if of.is_none() && best.is_none() && touched { 0.0 } else { 1.0 };
        out.push(Pair { of, counts, example });
    }
    // A finding counts as one, however many pairs lie on it.
    let mut many: BTreeMap<usize, f32> = BTreeMap::new();
    out.iter().filter_map(|p| p.of).for_each(|(g, _)| *many.entry(g).or_default() += 1.0);
    for p in &mut out {
        if let Some((g, _)) = p.of {
            p.counts = 2.0 / many[&g].sqrt();
        }
    }
    out
}

/// How well the words of a pair cover two different members of a finding, if they lie on them; and whether both touch any.
fn lies_on(listed: &Listed, e: &Example) -> (Option<f32>, bool) {
    let (mut best, mut touched): (Option<f32>, bool) = (None, false);
    let members: Vec<&Words> = listed.sides.iter().flatten().collect();
    let cover = |w: &Words, i: usize| -> Option<(f32, bool)> {
        let key = e.keys[i];
        if w.article != e.articles[i].ix() || key.end <= w.span.start || w.span.end <= key.start {
            return None;
        }
        let both = key.end.min(w.span.end) - key.start.max(w.span.start);
        let part = both as f32 / w.span.len().min(key.len()).max(1) as f32;
        Some((both as f32 / w.span.len().max(key.len()) as f32, w.span.contains(e.at[i]) && part >= 0.5))
    };
    for (i, v) in members.iter().enumerate() {
        for (j, w) in members.iter().enumerate() {
            if i == j {
                continue;
            }
            if let (Some((p, on_p)), Some((q, on_q))) = (cover(v, 0), cover(w, 1)) {
                touched = true;
                if on_p && on_q && best.is_none_or(|b| p + q > b) {
                    best = Some(p + q);
                }
            }
        }
    }
    (best, touched)
}

/// What is found over some dossiers, of how many.
#[derive(Default)]
struct Tally {
    disagreements: [usize; 2],
    agreements: [usize; 2],
    /// Shown that are on the list, of those shown.
    differences: [usize; 2],
    alike: [usize; 2],
    /// The same, with what was judged later taken for listed: differences, agreements.
    judged: [usize; 2],
    flagged: [usize; 2],
    /// In dossiers that mix two happenings: differences and agreements shown across them, all wrong, of all that hold a
    /// statement of the first.
    across: [[usize; 2]; 2],
    /// Dossiers of two happenings that are told apart without a mixture, of all; dossiers of one that are parted, of all.
    parted: [[usize; 2]; 2],
    /// By strength, strong first: differences shown that are on the list, of those shown.
    strength: [[usize; 2]; 3],
    /// The same by slot.
    slots: BTreeMap<String, [usize; 2]>,
}

/// Learns with each lot of dossiers left out in turn, and prints what is found in those.
fn held_out(dossiers: &[Dossier], sets: &[Pairs]) {
    let mut ranked: [Vec<(f32, bool)>; 4] = Default::default();
    let mut tally = Tally::default();
    for lot in 0..LOTS.min(sets.len()) {
        let own = |i: usize| i % LOTS == lot;
        let rest: Vec<&Pairs> = (0..sets.len()).filter(|&i| !own(i)).map(|i| &sets[i]).collect();
        let text: &'static str = fit(&rest).leak();
        let english = weighed(text);
        let models = ["matter ", "apart ", "differ "].map(|what| Additive::read(text, what, TRAITS));
        let figure = Additive::read(text, "figure ", FIGURES);
        for i in (0..sets.len()).filter(|&i| own(i)) {
            // Those inside the happening only: across two of them articles are told apart first.
            let inside =
                |p: &&Pair| p.counts > 0.0 && p.example.articles.iter().all(|a| a.ix() < dossiers[i].articles.len());
            for p in sets[i].figures.iter().filter(inside).filter(|p| !p.example.equal) {
                ranked[2].push((figure.probability(&p.example.bins), p.of.is_some()));
            }
            for p in sets[i].statements.iter().filter(inside) {
                ranked[0].push((models[0].probability(&p.example.bins), p.of.is_some()));
                let told = matches!(p.of, Some((_, Kind::Differ | Kind::Conflict)));
                ranked[3].push((models[2].probability(&p.example.bins), told));
                if let Some((_, kind)) = p.of {
                    ranked[1].push((models[1].probability(&p.example.bins), kind != Kind::Agree));
                }
            }
            let d = &dossiers[i];
            tally.add(d, &joint(&d.articles, english));
            if !d.twins.is_empty() {
                tally.mixed(d, &joint(&mixed(d), english));
            }
        }
    }
    for (name, ranked) in ["matter", "apart", "figure", "differ"].iter().zip(&mut ranked) {
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
        for floor in [0.9, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05] {
            let shown = ranked.iter().take_while(|r| r.0 >= floor).count();
            let right = ranked[..shown].iter().filter(|r| r.1).count();
            println!("{name} p >= {floor:<4}: {right} of {shown} pairs");
        }
    }
    let of = |what: &str, [n, all]: [usize; 2]| {
        println!("{what}: {n} of {all} ({:.1} %)", 100.0 * n as f32 / all.max(1) as f32)
    };
    of("disagreements found", tally.disagreements);
    of("shown differences on the list", tally.differences);
    of("the same, or judged right later", [tally.judged[0], tally.differences[1]]);
    for (name, n) in ["strong", "medium", "weak"].iter().zip(tally.strength) {
        of(name, n);
    }
    for (name, n) in tally.slots {
        of(&name, n);
    }
    of("agreements found", tally.agreements);
    of("shown agreements on the list", tally.alike);
    of("the same, or judged right later", [tally.judged[1], tally.alike[1]]);
    of("flagged", tally.flagged);
    of("two happenings told apart", tally.parted[0]);
    of("one happening parted", tally.parted[1]);
    of("two happenings: differences shown across them", tally.across[0]);
    of("two happenings: agreements shown across them", tally.across[1]);
}

impl Tally {
    /// Counts what is shown of a dossier with its twin.
    fn mixed(&mut self, d: &Dossier, found: &Joint) {
        let (own, twin) = found.kinship.happening.split_at(d.articles.len());
        self.parted[0][0] += usize::from(!own.iter().any(|n| twin.contains(n)));
        self.parted[0][1] += 1;
        for g in &found.diff.groups {
            let members = || g.sides.iter().flat_map(|s| &s.members).map(|m| m.article.ix() < d.articles.len());
            let of = &mut self.across[usize::from(g.relation == Relation::Agree)];
            of[0] += usize::from(members().any(|own| own) && members().any(|own| !own));
            of[1] += usize::from(members().any(|own| own));
        }
    }

    fn add(&mut self, d: &Dossier, found: &Joint) {
        let (groups, happening) = (&found.diff.groups, &found.kinship.happening);
        self.parted[1][0] += usize::from(happening.iter().any(|n| *n != happening[0]));
        self.parted[1][1] += 1;
        let (alike, apart): (Vec<&Group>, Vec<&Group>) = groups.iter().partition(|g| g.relation == Relation::Agree);
        let on = |list: &[Listed], g: &Group, agree: bool| {
            list.iter().any(|l| l.kind != Kind::Never && (l.kind == Kind::Agree) == agree && meets(g, l))
        };
        let listed = |g: &Group, agree: bool| on(&d.gold, g, agree);
        let judged = |g: &Group, agree: bool| listed(g, agree) || on(&d.judged, g, agree);
        self.judged[0] += apart.iter().filter(|g| judged(g, false)).count();
        self.judged[1] += alike.iter().filter(|g| judged(g, true)).count();
        for g in &apart {
            let right = usize::from(listed(g, false));
            let slot = g.differs_in.first().map_or(String::new(), |d| format!("{:?}", d.slot));
            let slot = self.slots.entry(slot).or_default();
            for n in [&mut self.differences, &mut self.strength[2 - g.strength as usize], slot] {
                n[0] += right;
                n[1] += 1;
            }
        }
        self.alike[0] += alike.iter().filter(|g| listed(g, true)).count();
        self.alike[1] += alike.len();
        for l in &d.gold {
            let (of, by) = match l.kind {
                Kind::Agree => (&mut self.agreements, &alike),
                Kind::Never => (&mut self.flagged, &apart),
                _ => (&mut self.disagreements, &apart),
            };
            of[0] += usize::from(by.iter().any(|g| meets(g, l)));
            of[1] += 1;
        }
    }
}

/// True if a group holds words of two sides of a finding; on two sides of its own unless it is an agreement.
fn meets(group: &Group, listed: &Listed) -> bool {
    let touch =
        |w: &Words, m: &Member| w.article == m.article.ix() && w.span.start < m.key.end && m.key.start < w.span.end;
    let members: Vec<(usize, &Member)> =
        group.sides.iter().enumerate().flat_map(|(i, s)| s.members.iter().map(move |m| (i, m))).collect();
    let found: Vec<Vec<(usize, usize)>> = (listed.sides.iter())
        .map(|side| {
            let on = members.iter().enumerate().filter(|(_, (_, m))| side.iter().any(|w| touch(w, m)));
            on.map(|(at, (i, _))| (*i, at)).collect()
        })
        .collect();
    let parts = |x: &(usize, usize), y: &(usize, usize)| {
        if group.relation == Relation::Agree { x.1 != y.1 } else { x.0 != y.0 }
    };
    (0..found.len()).any(|i| (0..i).any(|j| found[i].iter().any(|x| found[j].iter().any(|y| parts(x, y)))))
}
