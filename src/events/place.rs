//! Events and the expressions that hang on them, placed together: a network of days, narrowed to a fixpoint.

use super::between::{self, Story};
use super::network::{Amiss, Bounds, Edge, Network, Step};
use super::offsets::{self, From, Hung};
use super::unite::{BACKGROUND, Cluster, Clusters, Conflict};
use super::{ArticleTimes, clocks, order, working};
use crate::articles::Published;
use crate::dates::{Date, DayRange};
use crate::english::English;
use crate::english::events::{Link, Tie};
use crate::text::Gather;
use crate::times::{Anchor, Timex};
use jiff::ToSpan;
use std::collections::{BTreeMap, BTreeSet};

/// Two events are dated well enough to be put in order if the days of each are no further apart.
const SURE: i32 = 1;
/// What only a length of time dates is shown if that leaves it no more days than this.
const COUNTED: i32 = 370;

/// Dates clusters by what hangs on them and the other way round, and adds the clauses that dated events place.
pub(super) fn place(
    english: &English,
    articles: &[ArticleTimes<'_>],
    published: &[Published],
    story: Option<Date>,
    clusters: &mut Clusters,
    timexes: &mut [Vec<Timex>],
) {
    // All clock times are looked at before any settles, so that the order of the articles does not count.
    let mut free = Vec::new();
    let own = (0..articles.len()).filter(|&a| !articles[a].other_story);
    let clocks: Vec<(usize, Vec<Hung>)> =
        own.map(|a| (a, clocks::hang(english, articles, a, clusters, &timexes[a], &mut free))).collect();
    for (a, e) in free {
        clusters.settle(articles, a, e, &timexes[a]);
    }
    // By article, as they are sought below.
    let mut hung: Vec<(usize, Hung)> = Vec::new();
    for (a, clocks) in clocks {
        let counted = offsets::hung(english, articles, a, clusters, &timexes[a], &clocks);
        hung.extend(clocks.into_iter().chain(counted).map(|h| (a, h)));
    }
    // What hangs on an event is not to be read against the publication date.
    clusters.forget(&hung.iter().map(|(a, h)| (*a, h.timex)).into_set());
    for (a, h) in &hung {
        if let Some((cluster, event)) = h.event() {
            clusters.take_up(*a, event, cluster);
        }
    }
    let mut net = Network::default();
    let bounds =
        |joint: Option<_>| joint.map_or_else(Bounds::default, |(a, b)| Bounds { first: Some(a), last: Some(b) });
    let latest = |c: &Cluster| Bounds { first: None, last: c.latest };
    net.nodes.extend(clusters.clusters.iter().map(|c| if c.latest.is_some() { latest(c) } else { bounds(c.joint) }));
    // A node for each expression that hangs on something, in their order.
    let first = net.nodes.len();
    let mut node_of: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (a, h) in &hung {
        node_of.insert((*a, h.timex), net.nodes.len());
        net.nodes.push(Bounds::default());
    }
    for (a, h) in &hung {
        let from = match h.from {
            From::Event { cluster, .. } => Some(cluster),
            From::Timex(before) => node_of.get(&(*a, before)).copied(),
            From::Lost(_) => None,
        };
        if let Some(from) = from {
            net.edges.push(Edge { from, to: node_of[&(*a, h.timex)], low: h.low, high: h.high });
        }
    }
    let counts = net.edges.len();
    // An event that such an expression dates happened then; what is planned or denied did not.
    let mut dates = Vec::new();
    for (c, cluster) in clusters.clusters.iter().enumerate() {
        for (m, mention) in cluster.mentions.iter().enumerate() {
            let (a, event) = (mention.article.ix(), &articles[mention.article.ix()].events[mention.event.ix()]);
            if !(mention.fact || mention.alleged && cluster.alleged()) {
                continue;
            }
            for (tie, at) in [(event.tie, event.time), (Tie::On, event.counted)] {
                let Some(&node) = at.and_then(|t| node_of.get(&(a, t.ix()))) else { continue };
                // What is counted from an event is not the day of that event, whatever was taken for one.
                if hung[node - first].1.cluster() == Some(c) {
                    continue;
                }
                // Where nothing else is told, the latest day stands for the day.
                let lone = cluster.joint.is_none() && cluster.latest.is_none();
                let low = (tie != Tie::By || lone).then_some(Step::NONE);
                let high = matches!(tie, Tie::On | Tie::By).then_some(Step::NONE);
                dates.push((net.edges.len(), c, m));
                // Where accounts exclude each other all their days stay.
                let open = cluster.conflict.is_none();
                net.edges.push(Edge { from: node, to: c, low: low.filter(|_| open), high: high.filter(|_| open) });
            }
        }
    }
    facts(articles, published, clusters, &mut net);
    let ordered = net.edges.len();
    let orders = orders(english, articles, clusters, story, &mut net);
    let Amiss { broken, circles } = net.narrow();
    // A count that does not fit stands as it is told; what it was to date has another day.
    let misfits: BTreeSet<usize> = broken.iter().filter(|&&e| e < counts).map(|&e| net.edges[e].to).into_set();
    for &edge in &circles {
        let Edge { from, to, .. } = net.edges[edge];
        for node in [from, to].into_iter().filter(|&node| node < first) {
            clusters.clusters[node].conflict.get_or_insert(Conflict::Circle);
        }
    }
    for &edge in broken.iter().filter(|&&edge| edge < counts) {
        let Edge { from, to, low, high } = net.edges[edge];
        let round = clusters.clusters.get(from).is_some_and(|c| matches!(c.conflict, Some(Conflict::Circle)));
        net.nodes[to] = if round { Bounds::default() } else { net.nodes[from].moved(low, high) };
    }
    for &edge in broken.iter().filter(|&&edge| edge >= ordered) {
        disorder(articles, clusters, &orders[edge - ordered]);
    }
    let dated: Vec<usize> = dates.iter().map(|(_, c, _)| *c).collect();
    let counted: BTreeSet<usize> = hung.iter().filter_map(|(_, h)| h.cluster()).into_set();
    // Where accounts exclude each other all their days stay.
    for (c, cluster) in clusters.clusters.iter_mut().enumerate().filter(|(_, cluster)| cluster.conflict.is_none()) {
        cluster.bounds = net.nodes[c];
        if cluster.joint.is_some() || dated.binary_search(&c).is_ok() {
            cluster.joint = net.nodes[c].both().or(cluster.joint);
        } else if counted.contains(&c) {
            // "He fled on Friday, three weeks after the protests began" dates the protests too.
            cluster.joint = net.nodes[c].both().filter(|(a, b)| (*b - *a).get_days() <= COUNTED);
        }
    }
    for (k, (a, h)) in hung.iter().enumerate() {
        working::write(english, articles, *a, clusters, h, net.nodes[first + k], &mut timexes[*a]);
    }
    for &(_, c, m) in &dates {
        clusters.told(articles, timexes, (c, m));
    }
    let mut apart = Vec::new();
    for &(edge, c, m) in &dates {
        let node = net.edges[edge].from;
        let (a, h) = &hung[node - first];
        let event = &articles[*a].events[clusters.clusters[c].mentions[m].event.ix()];
        if let (Some(origin), Some(step)) = (h.cluster(), h.low.zip(h.high))
            && event.time.is_some_and(|t| t.ix() != h.timex)
            && event.tie == Tie::On
        {
            clusters.implies(origin, (c, m), step, offsets::slack(&timexes[*a][h.timex]));
        }
        if broken.binary_search(&edge).is_ok() || misfits.contains(&node) {
            let (a, h) = &hung[node - first];
            if clusters.nearly(c, net.nodes[node], offsets::slack(&timexes[*a][h.timex])) {
                continue;
            }
            if clusters.exclude(english, (c, m)) {
                apart.push((c, m));
            }
        }
    }
    clusters.part(apart);
    clocks::conflicts(english, articles, timexes, clusters);
    sharpen(english, articles, published, clusters, timexes);
    let several = articles.iter().filter(|a| !a.other_story).count() > 1;
    let since = story.and_then(|s| s.checked_sub(BACKGROUND.days()).ok()).filter(|_| several);
    let shared = clusters.clusters.iter().filter(|c| c.conflict.is_none() && c.several());
    let begin = shared.filter_map(|c| c.joint).map(|(first, _)| first).filter(|d| since.is_some_and(|s| *d >= s)).min();
    for a in (0..articles.len()).filter(|&a| !articles[a].other_story) {
        working::undated(&english.events, &articles[a], &mut timexes[a]);
        working::clauses(english, articles, a, clusters, published[a].range.latest, &mut timexes[a]);
        if let Some(since) = since {
            let here = hung.partition_point(|(b, _)| *b < a)..hung.partition_point(|(b, _)| *b <= a);
            // "Eight days before the bank failed" is no part of the story where nobody tells when it failed.
            let within = hung[here].iter().filter(|(_, h)| h.link == Some(Link::Within));
            let open = within.map(|(_, h)| h.timex).filter(|&t| timexes[a][t].range.is_none());
            let open: Vec<usize> = open.collect();
            between::between(english, &articles[a], a, Story { since, begin }, &open, &mut timexes[a]);
        }
    }
}

/// What an article tells as a fact happened by the day it came out.
fn facts(articles: &[ArticleTimes<'_>], published: &[Published], clusters: &Clusters, net: &mut Network) {
    for (c, cluster) in clusters.clusters.iter().enumerate() {
        let facts = cluster.mentions.iter().filter(|m| m.fact && !articles[m.article.ix()].other_story);
        let Some(last) = facts.filter_map(|m| published[m.article.ix()].range.latest).min() else { continue };
        let node = &mut net.nodes[c];
        if node.first.is_none_or(|first| first <= last) && node.last.is_none_or(|l| l > last) {
            node.last = Some(last);
        }
    }
}

/// Edges for the order in which articles tell that events came.
///
/// ok: `The bridge [2020-07-13 collapsed] on Monday. Engineers had [../2020-07-13 demonstrated] against the mayor.`
/// ok: `The bridge [1971-01-01/1971-12-31 collapsed] in 1971. Engineers had [../2020-07-15 demonstrated] against the mayor.`
fn orders(
    english: &English,
    articles: &[ArticleTimes<'_>],
    clusters: &Clusters,
    story: Option<Date>,
    net: &mut Network,
) -> Vec<Told> {
    let mut told = Vec::new();
    let long_ago = |node: usize| matches!((clusters.clusters[node].last(), story), (Some(last), Some(story)) if (story - last).get_days() > BACKGROUND);
    for (a, article) in articles.iter().enumerate().filter(|(_, article)| !article.other_story) {
        for later in order::order(&english.events, article) {
            let node = |e: usize| clusters.of[a].get(e).copied().flatten();
            if let (Some(from), Some(to)) = (node(later.first), node(later.then))
                && from != to
                // What was long over when the story began is told as an aside, and dates nothing around it.
                && !(long_ago(from) || long_ago(to))
            {
                net.edges.push(Edge { from, to, low: Some(Step::NONE), high: None });
                told.push(Told { article: a, events: [later.first, later.then], clusters: [from, to] });
            }
        }
    }
    told
}

/// An order that an article tells of two events, the earlier first.
struct Told {
    article: usize,
    events: [usize; 2],
    clusters: [usize; 2],
}

/// Notes that an account has two events in another order than the days that others give them. A date known to some days
/// is too little for that, and one article's own words are sooner misread than contradictory.
fn disorder(articles: &[ArticleTimes<'_>], clusters: &mut Clusters, told: &Told) {
    let sure = |c: usize| clusters.clusters[c].joint.is_some_and(|(a, b)| (b - a).get_days() <= SURE);
    let by_others = |c: usize| {
        let mut dated = clusters.clusters[c].mentions.iter().filter(|m| m.fact && m.days.is_some());
        dated.any(|m| m.article.ix() != told.article)
    };
    if told.clusters.iter().all(|&c| sure(c)) && told.clusters.iter().any(|&c| by_others(c)) {
        let article = &articles[told.article];
        let words = told.events.map(|e| article.events[e].span.of(article.parse.text).to_owned());
        let [first, then] = told.clusters;
        for (c, before, other) in [(first, true, &words[1]), (then, false, &words[0])] {
            clusters.clusters[c].conflict.get_or_insert_with(|| Conflict::Order { before, other: other.clone() });
        }
    }
}

/// An expression that an uncertain publication date leaves wide means the day that other accounts give its event.
fn sharpen(
    english: &English,
    articles: &[ArticleTimes<'_>],
    published: &[Published],
    clusters: &Clusters,
    timexes: &mut [Vec<Timex>],
) {
    for cluster in clusters.clusters.iter().filter(|c| c.conflict.is_none() && c.several()) {
        let Some((first, last)) = cluster.joint else { continue };
        for m in cluster.mentions.iter().filter(|m| m.fact) {
            let a = m.article.ix();
            let event = &articles[a].events[m.event.ix()];
            let uncertain = published[a].range.earliest != published[a].range.latest;
            let Some(t) = event.time.filter(|_| uncertain && event.tie == Tie::On && event.until.is_none()) else {
                continue;
            };
            let timex = &mut timexes[a][t.ix()];
            let wider = timex.range.as_ref().and_then(|r| r.earliest.zip(r.latest));
            let wider = wider.is_some_and(|(x, y)| x <= first && last <= y && (x, y) != (first, last));
            if timex.anchor != Anchor::Publication || !wider {
                continue;
            }
            let range = DayRange::between(first, last);
            timex.steps.push(english.events.sharpened(&range.edtf));
            if first == last {
                timex.value = range.edtf.clone();
            }
            timex.range = Some(range);
        }
    }
}
