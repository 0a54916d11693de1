//! Bounds of days under constraints of distance, narrowed to a fixpoint (a simple temporal problem after Dechter,
//! Meiri and Pearl 1991, kept to bounds).

use crate::dates::{Date, DayRange};
use crate::times::{Unit, shifted};
use std::collections::VecDeque;

/// How often one node may be narrowed: bounds it where wrong readings make a circle.
const PATIENCE: u8 = 16;

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

    fn back(self) -> Self {
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

/// Nodes with their bounds, and what ties them.
#[derive(Debug, Default)]
pub(super) struct Network {
    pub(super) nodes: Vec<Bounds>,
    pub(super) edges: Vec<Edge>,
}

impl Network {
    /// Narrows all bounds as far as the edges allow; the edges that cannot hold are left out and returned.
    /// Each node is narrowed at most [`PATIENCE`] times, so the work is linear in nodes and edges; one that would be
    /// narrowed further stands in a circle, and keeps the bounds that it had.
    pub(super) fn narrow(&mut self) -> Vec<usize> {
        let mut touching = vec![Vec::new(); self.nodes.len()];
        for (i, e) in self.edges.iter().enumerate() {
            touching[e.from].push(i);
            touching[e.to].push(i);
        }
        let mut patience = vec![PATIENCE; self.nodes.len()];
        let own = self.nodes.clone();
        let mut lost = vec![false; self.nodes.len()];
        let mut broken = vec![false; self.edges.len()];
        let mut queue: VecDeque<usize> = (0..self.edges.len()).collect();
        let mut queued = vec![true; self.edges.len()];
        while let Some(i) = queue.pop_front() {
            queued[i] = false;
            if broken[i] {
                continue;
            }
            let Edge { from, to, low, high } = self.edges[i];
            let (x, y) = (self.nodes[from], self.nodes[to]);
            let at = |day: Option<Date>, step: Option<Step>| step?.from(day?);
            let ahead = Bounds { first: at(x.first, low), last: at(x.last, high) };
            let behind = Bounds { first: at(y.first, high.map(Step::back)), last: at(y.last, low.map(Step::back)) };
            for (node, old, new) in [(to, y, ahead), (from, x, behind)] {
                match old.meet(new) {
                    None => broken[i] = true,
                    Some(met) if met != old && patience[node] > 0 => {
                        patience[node] -= 1;
                        self.nodes[node] = met;
                        for &e in &touching[node] {
                            if !std::mem::replace(&mut queued[e], true) {
                                queue.push_back(e);
                            }
                        }
                    }
                    Some(met) => lost[node] |= met != old,
                }
                if broken[i] {
                    break;
                }
            }
        }
        for (node, own) in own.into_iter().enumerate().filter(|(n, _)| lost[*n]) {
            self.nodes[node] = own;
        }
        (0..self.edges.len()).filter(|&i| broken[i]).collect()
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

    /// Bounds of the nodes after narrowing, as "first/last", and the edges that cannot hold.
    fn check(nodes: &[Bounds], edges: &[Edge], want: &str, broken: &[usize]) {
        for turn in [false, true] {
            let mut edges = edges.to_vec();
            if turn {
                edges.reverse();
            }
            let mut net = Network { nodes: nodes.to_vec(), edges };
            let cut: Vec<_> =
                net.narrow().into_iter().map(|i| if turn { net.edges.len() - 1 - i } else { i }).collect();
            let show = |d: Option<Date>| d.map_or("..".to_owned(), |d| d.day().to_string());
            let got: Vec<_> = net.nodes.iter().map(|b| format!("{}/{}", show(b.first), show(b.last))).collect();
            assert_eq!(got.join(" "), want);
            assert_eq!(cut, broken);
        }
    }

    #[test]
    fn both_ways_and_along_chains() {
        let open = Bounds::default();
        let month = Bounds { first: Some(date(2021, 5, 1)), last: Some(date(2021, 5, 31)) };
        // "Two days before it", forwards and backwards, whatever the order of the edges.
        check(&[day(10), open], &[edge(0, 1, Some(-2), Some(-2))], "10/10 8/8", &[]);
        check(&[month, day(8)], &[edge(0, 1, Some(-2), Some(-2))], "10/10 8/8", &[]);
        // a before b before c, a chain of three.
        let after = |a, b| edge(a, b, Some(0), None);
        check(&[month, month, day(3)], &[after(0, 1), after(1, 2)], "1/3 1/3 3/3", &[]);
        check(&[day(4), open, day(9)], &[after(0, 1), after(1, 2)], "4/4 4/9 9/9", &[]);
        // What cannot be is left out, and narrows nothing.
        check(&[day(4), day(2)], &[after(0, 1)], "4/4 2/2", &[0]);
        // A circle ends.
        check(&[day(4), open, open], &[edge(1, 2, Some(1), None), edge(2, 1, Some(1), None)], "4/4 ../.. ../..", &[]);
    }

    #[test]
    fn the_calendar_ends() {
        for (amount, unit) in [(1e30, Unit::Day), (f32::NAN, Unit::Year), (99999.0, Unit::Century)] {
            assert_eq!(Step::new(amount, unit, 1).from(date(2021, 5, 1)), None);
            assert_eq!(Step::new(amount, unit, -1).from(date(2021, 5, 1)), None);
        }
    }
}
