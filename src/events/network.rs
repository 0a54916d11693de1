//! Bounds of days under constraints of distance, narrowed to a fixpoint (a simple temporal problem after Dechter,
//! Meiri and Pearl 1991, kept to bounds).

use crate::dates::{Date, DayRange};
use crate::times::{Unit, shifted};
use std::collections::VecDeque;

/// How often one node may be narrowed in one round: bounds it where wrong readings make a circle.
const PATIENCE: u8 = 16;
/// How often all is narrowed anew without the circles found.
const ROUNDS: usize = 4;
/// Circles of more edges are not told apart from long chains.
const CHAIN: usize = 64;

/// A stretch of time forwards or backwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Step {
    pub(super) amount: f32,
    pub(super) unit: Unit,
    /// 1 or -1.
    pub(super) sign: i64,
}

impl Step {
    /// No time at all.
    pub(super) const NONE: Step = Step { amount: 0.0, unit: Unit::Day, sign: 1 };

    pub(super) fn new(amount: f32, unit: Unit, sign: i64) -> Self {
        Self { amount, unit, sign }
    }

    /// As many days.
    pub(super) fn days(n: i64) -> Self {
        Self { amount: n.unsigned_abs() as f32, unit: Unit::Day, sign: if n < 0 { -1 } else { 1 } }
    }

    /// As much the other way.
    pub(super) fn back(self) -> Self {
        Self { sign: -self.sign, ..self }
    }

    /// The day so much on; hours are rounded to days. `None` outside the years 1 to 9999.
    pub(super) fn from(self, day: Date) -> Option<Date> {
        let Step { amount, unit, sign } = self;
        if !amount.is_finite() || amount.abs() > 1e5 {
            return None;
        }
        // A weekend away from a happening is some days, not a week.
        let unit = if unit == Unit::Weekend { Unit::Day } else { unit };
        shifted(day, unit, amount.round() as i64 * sign)
    }
}

/// The days something can have been, as far as known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) first: Option<Date>,
    pub(super) last: Option<Date>,
}

impl Bounds {
    pub(super) fn both(self) -> Option<(Date, Date)> {
        self.first.zip(self.last)
    }

    /// The bounds of what lies between `low` and `high` from here.
    pub(super) fn moved(self, low: Option<Step>, high: Option<Step>) -> Bounds {
        let at = |day: Option<Date>, step: Option<Step>| step?.from(day?);
        Bounds { first: at(self.first, low), last: at(self.last, high) }
    }

    /// As a range, open where nothing is known.
    pub(super) fn range(self) -> DayRange {
        match (self.first, self.last) {
            (Some(a), Some(b)) => DayRange::between(a, b),
            (None, None) => DayRange::default(),
            (first, last) => {
                let show = |d: Option<Date>| d.map_or("..".to_owned(), |d| d.to_string());
                DayRange { earliest: first, latest: last, edtf: format!("{}/{}", show(first), show(last)) }
            }
        }
    }

    /// What is in both; `None` if nothing is.
    fn meet(self, other: Bounds) -> Option<Bounds> {
        let first = self.first.max(other.first);
        let last = match (self.last, other.last) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        (!matches!((first, last), (Some(a), Some(b)) if a > b)).then_some(Bounds { first, last })
    }
}

/// `to` lies between `from` + `low` and `from` + `high`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) low: Option<Step>,
    pub(super) high: Option<Step>,
}

/// What narrowing found amiss.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Amiss {
    /// Edges that what the others leave excludes.
    pub(super) broken: Vec<usize>,
    /// Edges of circles: each node is counted from the one before, and comes out at another day than it began.
    pub(super) circles: Vec<usize>,
}

/// From here the days of a circle are counted.
const SOME_DAY: Date = Date::constant(2001, 6, 15);

/// The first day of a node, and the last: what narrows the one never narrows the other.
const FIRST: usize = 0;
const LAST: usize = 1;

/// Nodes with their bounds, and what ties them.
#[derive(Debug, Default)]
pub(super) struct Network {
    pub(super) nodes: Vec<Bounds>,
    pub(super) edges: Vec<Edge>,
}

impl Network {
    /// Narrows all bounds as far as the edges allow. An edge that cannot hold is left out and returned; those of a circle
    /// narrow nothing at all, as the days that they lead to are made of the rounds gone.
    ///
    /// Each node is narrowed at most [`PATIENCE`] times in each of [`ROUNDS`], so the work is linear in nodes and edges;
    /// one that would be narrowed further keeps the bounds that it had.
    pub(super) fn narrow(&mut self) -> Amiss {
        let own = self.nodes.clone();
        let mut out = vec![Out::No; self.edges.len()];
        for _ in 1..ROUNDS {
            let mut pass = Pass::new(self, out);
            pass.run(self);
            if !pass.again {
                return pass.finish(self, own);
            }
            out = pass.out;
            out.iter_mut().filter(|o| **o == Out::Here).for_each(|o| *o = Out::No);
            self.nodes.clone_from(&own);
        }
        let mut pass = Pass::new(self, out);
        pass.run(self);
        pass.finish(self, own)
    }
}

/// Whether an edge is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Out {
    No,
    /// As its ends exclude it.
    Here,
    /// As it contradicts another way between its ends.
    Contradicts,
    /// As part of a circle.
    Circle,
}

/// One way from the bounds told to the fixpoint.
struct Pass {
    touching: Vec<Vec<usize>>,
    patience: Vec<u8>,
    /// For each node, the edge that narrowed its first day last and the node from which it did; the same of its last day.
    by: Vec<[Option<(usize, usize)>; 2]>,
    lost: Vec<bool>,
    out: Vec<Out>,
    /// Something was found that has led others astray.
    again: bool,
}

impl Pass {
    fn new(net: &Network, out: Vec<Out>) -> Self {
        let mut touching = vec![Vec::new(); net.nodes.len()];
        for (i, e) in net.edges.iter().enumerate() {
            touching[e.from].push(i);
            touching[e.to].push(i);
        }
        let nodes = net.nodes.len();
        Self {
            touching,
            patience: vec![PATIENCE; nodes],
            by: vec![[None; 2]; nodes],
            lost: vec![false; nodes],
            out,
            again: false,
        }
    }

    fn run(&mut self, net: &mut Network) {
        let mut queue: VecDeque<usize> = (0..net.edges.len()).collect();
        let mut queued = vec![true; net.edges.len()];
        while let Some(i) = queue.pop_front() {
            queued[i] = false;
            let Edge { from, to, low, high } = net.edges[i];
            for (node, there, low, high) in
                [(to, from, low, high), (from, to, high.map(Step::back), low.map(Step::back))]
            {
                if self.out[i] != Out::No {
                    break;
                }
                let (old, new) = (net.nodes[node], net.nodes[there].moved(low, high));
                let sooner = new.last.is_some_and(|n| old.last.is_none_or(|o| n < o));
                let moves = [(FIRST, new.first > old.first), (LAST, sooner)];
                let met = old.meet(new);
                if met == Some(old) {
                    continue;
                }
                if let Some(met) = met.filter(|_| self.patience[node] > 0) {
                    self.patience[node] -= 1;
                    moves
                        .iter()
                        .filter(|(_, moved)| *moved)
                        .for_each(|(end, _)| self.by[node][*end] = Some((i, there)));
                    net.nodes[node] = met;
                    for &e in &self.touching[node] {
                        if !std::mem::replace(&mut queued[e], true) {
                            queue.push_back(e);
                        }
                    }
                } else if self.ring(net, i)
                    || moves.into_iter().any(|(end, moved)| moved && self.astray(net, (i, there), node, end))
                {
                    self.again = true;
                } else if met.is_some() {
                    self.lost[node] = true;
                } else {
                    self.out[i] = Out::Here;
                }
            }
        }
    }

    /// True for an edge that was not found astray in another round.
    fn open(&self, edge: usize) -> bool {
        matches!(self.out[edge], Out::No | Out::Here)
    }

    /// Marks the edges of the circle that edge `i` closes, if it closes a short one that comes out at another day.
    fn ring(&mut self, net: &Network, i: usize) -> bool {
        let Edge { from: goal, to, .. } = net.edges[i];
        // Nodes reached, with the edge by which and the place of the node before it.
        let mut reached = vec![(to, i, 0)];
        let mut at = 0;
        while let Some(&(node, ..)) = reached.get(at).filter(|(node, ..)| *node != goal) {
            for &e in self.touching[node].iter().take(CHAIN) {
                let Edge { from, to, .. } = net.edges[e];
                if from == node && self.open(e) && reached.len() < CHAIN && reached.iter().all(|(n, ..)| *n != to) {
                    reached.push((to, e, at));
                }
            }
            at += 1;
        }
        let mut ring = Vec::new();
        while let Some(&(_, edge, before)) = reached.get(at) {
            ring.push(edge);
            if edge == i {
                break;
            }
            at = before;
        }
        let around =
            |step: fn(&Edge) -> Option<Step>| ring.iter().try_fold(SOME_DAY, |d, &e| step(&net.edges[e])?.from(d));
        let (low, high) = (around(|e| e.low), around(|e| e.high));
        let circle = !ring.is_empty() && (low.is_some_and(|d| d > SOME_DAY) || high.is_some_and(|d| d < SOME_DAY));
        if circle {
            ring.iter().for_each(|&e| self.out[e] = Out::Circle);
        }
        circle
    }

    /// Looks for the way by which edge `i`, from `there` to `node`, comes back to `node` at another day, or for such a way into
    /// which it runs. All edges of it are left out if it is a circle, else the one that closes it. False if there is none
    /// that was not known.
    fn astray(&mut self, net: &Network, (i, there): (usize, usize), node: usize, end: usize) -> bool {
        let (mut path, mut edges, mut at) = (vec![node], vec![i], there);
        while path.len() <= CHAIN {
            if let Some(start) = path.iter().position(|&n| n == at) {
                let forwards = |k: &usize| net.edges[edges[*k]].to == path[*k];
                let turns = (start..edges.len()).filter(forwards).count();
                let circle = turns == 0 || turns == edges.len() - start;
                let (of, out) =
                    if circle { (&edges[start..], Out::Circle) } else { (&edges[start..=start], Out::Contradicts) };
                let new = of.iter().any(|&e| self.open(e));
                of.iter().for_each(|&e| self.out[e] = out);
                return new;
            }
            let Some((edge, back)) = self.by[at][end] else { return false };
            path.push(at);
            edges.push(edge);
            at = back;
        }
        false
    }

    fn finish(self, net: &mut Network, own: Vec<Bounds>) -> Amiss {
        for (node, own) in own.into_iter().enumerate().filter(|(n, _)| self.lost[*n]) {
            net.nodes[node] = own;
        }
        let all = |which: fn(Out) -> bool| (0..self.out.len()).filter(|&i| which(self.out[i])).collect();
        Amiss { broken: all(|o| matches!(o, Out::Here | Out::Contradicts)), circles: all(|o| o == Out::Circle) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn day(d: i8) -> Bounds {
        Bounds { first: Some(date(2021, 5, d)), last: Some(date(2021, 5, d)) }
    }

    fn edge(from: usize, to: usize, low: Option<i64>, high: Option<i64>) -> Edge {
        Edge { from, to, low: low.map(Step::days), high: high.map(Step::days) }
    }

    /// Bounds of the nodes after narrowing, as "first/last"; the edges that cannot hold, and those of circles.
    fn check(nodes: &[Bounds], edges: &[Edge], want: &str, broken: &[usize], circles: &[usize]) {
        for turn in [false, true] {
            let mut edges = edges.to_vec();
            if turn {
                edges.reverse();
            }
            let mut net = Network { nodes: nodes.to_vec(), edges };
            let Amiss { broken: cut, circles: round } = net.narrow();
            let turned = |all: Vec<usize>| {
                let mut all: Vec<_> = all.into_iter().map(|i| if turn { net.edges.len() - 1 - i } else { i }).collect();
                all.sort_unstable();
                all
            };
            let show = |d: Option<Date>| d.map_or("..".to_owned(), |d| d.day().to_string());
            let got: Vec<_> = net.nodes.iter().map(|b| format!("{}/{}", show(b.first), show(b.last))).collect();
            assert_eq!(got.join(" "), want);
            assert_eq!(turned(cut), broken);
            assert_eq!(turned(round), circles);
        }
    }

    #[test]
    fn both_ways_and_along_chains() {
        let open = Bounds::default();
        let month = Bounds { first: Some(date(2021, 5, 1)), last: Some(date(2021, 5, 31)) };
        // "Two days before it", forwards and backwards, whatever the order of the edges.
        check(&[day(10), open], &[edge(0, 1, Some(-2), Some(-2))], "10/10 8/8", &[], &[]);
        check(&[month, day(8)], &[edge(0, 1, Some(-2), Some(-2))], "10/10 8/8", &[], &[]);
        // a before b before c, a chain of three.
        let after = |a, b| edge(a, b, Some(0), None);
        check(&[month, month, day(3)], &[after(0, 1), after(1, 2)], "1/3 1/3 3/3", &[], &[]);
        check(&[day(4), open, day(9)], &[after(0, 1), after(1, 2)], "4/4 4/9 9/9", &[], &[]);
        // What cannot be is left out, and narrows nothing.
        check(&[day(4), day(2)], &[after(0, 1)], "4/4 2/2", &[0], &[]);
        // Each no earlier than the other: one day, and no circle that leads away.
        check(&[month, day(7)], &[after(0, 1), after(1, 0)], "7/7 7/7", &[], &[]);
    }

    /// What leads round and round moves nothing, and is told; what hangs on it stays as it was.
    #[test]
    fn circles() {
        let open = Bounds::default();
        let month = Bounds { first: Some(date(2021, 5, 1)), last: Some(date(2021, 5, 31)) };
        let later = |a, b, days| edge(a, b, Some(days), Some(days));
        check(&[day(4), open, open], &[later(1, 2, 1), later(2, 1, 1)], "4/4 ../.. ../..", &[], &[]);
        for days in [1, 2, 5, 12] {
            check(&[month, month], &[later(0, 1, days), later(1, 0, days)], "1/31 1/31", &[], &[0, 1]);
        }
        // Of three, with a fourth that hangs on one of them and a fifth apart.
        check(
            &[month, month, month, month, day(9)],
            &[later(0, 1, 2), later(1, 2, 2), later(2, 0, 2), later(2, 3, 0), later(4, 3, 1)],
            "1/31 1/31 10/10 10/10 9/9",
            &[],
            &[0, 1, 2],
        );
        // An event counted from itself.
        check(&[month], &[later(0, 0, 2)], "1/31", &[], &[0]);
    }

    /// The work stays linear where circles and contradictions are many.
    #[test]
    fn many_circles() {
        let month = Bounds { first: Some(date(2021, 5, 1)), last: Some(date(2021, 5, 31)) };
        let ring = |n: usize| (0..n).map(move |i| edge(i, (i + 1) % n, Some(1), Some(1)));
        let mut net = Network { nodes: vec![month; 50_000], edges: ring(50_000).collect() };
        net.edges.extend((0..25_000).map(|i| edge(2 * i + 1, 2 * i, Some(1), Some(1))));
        assert!(net.narrow().circles.len() > 10_000);
    }

    #[test]
    fn the_calendar_ends() {
        for (amount, unit) in [(1e30, Unit::Day), (f32::NAN, Unit::Year), (99999.0, Unit::Century)] {
            assert_eq!(Step::new(amount, unit, 1).from(date(2021, 5, 1)), None);
            assert_eq!(Step::new(amount, unit, -1).from(date(2021, 5, 1)), None);
        }
    }
}
