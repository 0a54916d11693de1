//! Rule patterns, compiled to a small backtracking machine. Its syntax stands with
//! [`crate::english::times::TimeRule`]. Patterns have no repetition, so a match is as short as its rule.

use super::atoms::Atom;
use super::lexicon::{Classes, Lexicon, value_of};
use super::meaning::{Slot, Trail};
use super::numbers::Numbers;
use crate::english::decimal;

/// Words and classes, one of which an atom must have.
#[derive(Clone, Debug, Default)]
pub(super) struct Set {
    words: Vec<u16>,
    classes: Classes,
}

impl Set {
    fn has(&self, atom: &Atom) -> bool {
        atom.classes & self.classes != 0 || (atom.word != 0 && self.words.contains(&atom.word))
    }
}

#[derive(Clone, Debug)]
enum Op {
    One {
        set: Set,
        joined: bool,
    },
    Number {
        joined: bool,
    },
    Year,
    Day {
        joined: bool,
    },
    Ordinal {
        joined: bool,
    },
    /// Try the first, then the second.
    Split(usize, usize),
    Jump(usize),
    After {
        set: Set,
        wanted: bool,
    },
    Before {
        set: Set,
        wanted: bool,
    },
    Fill(Slot, i32),
    Done,
}

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Pattern {
    ops: Vec<Op>,
}

/// What matching needs besides the pattern.
#[derive(Debug)]
pub(super) struct Machine {
    pub(super) lexicon: Lexicon,
    pub(super) numbers: Numbers,
    pub(super) slots: Vec<Option<Slot>>,
}

impl Pattern {
    /// Compiles a pattern whose macros are expanded; `Err` names what is wrong (a test holds that none is).
    pub(super) fn compile(lexicon: &mut Lexicon, source: &str) -> Result<Self, String> {
        let mut ops = Vec::new();
        let items: Vec<&str> = tokens(source);
        let mut at = 0;
        alternatives(lexicon, &items, &mut at, &mut ops)?;
        if at < items.len() {
            return Err(format!("`{}` closes nothing in `{source}`", items[at]));
        }
        ops.push(Op::Done);
        Ok(Self { ops })
    }

    /// What the first atom can be: words, classes, any digits.
    pub(super) fn openers(&self, numbers: &Numbers) -> (Vec<u16>, Classes, bool) {
        let (mut words, mut classes, mut digits) = (Vec::new(), 0, false);
        let mut todo = vec![0];
        while let Some(at) = todo.pop() {
            match &self.ops[at] {
                Op::One { set, .. } => {
                    words.extend(&set.words);
                    classes |= set.classes;
                }
                Op::Number { .. } => {
                    classes |= numbers.openers();
                    digits = true;
                }
                Op::Year => {
                    classes |= numbers.openers();
                    words.push(numbers.year_mark());
                    digits = true;
                }
                Op::Day { .. } | Op::Ordinal { .. } => {
                    classes |= numbers.ordinal_openers();
                    digits = true;
                }
                Op::Split(a, b) => todo.extend([*a, *b]),
                Op::Jump(to) => todo.push(*to),
                Op::After { .. } | Op::Before { .. } | Op::Fill(..) => todo.push(at + 1),
                Op::Done => {}
            }
        }
        (words, classes, digits)
    }

    /// The end of a match that begins at atom `start`.
    pub(super) fn run(&self, machine: &Machine, atoms: &[Atom], start: usize, trail: &mut Trail) -> Option<usize> {
        self.step(machine, atoms, start, start, 0, trail)
    }

    fn step(
        &self,
        machine: &Machine,
        atoms: &[Atom],
        start: usize,
        mut i: usize,
        mut at: usize,
        trail: &mut Trail,
    ) -> Option<usize> {
        let fits = |i: usize, joined: bool| atoms.get(i).is_some_and(|a| !joined || a.joined);
        loop {
            match &self.ops[at] {
                Op::One { set, joined } => {
                    let atom = atoms.get(i).filter(|a| (a.joined || !joined) && set.has(a))?;
                    machine.fill(atom, set, trail);
                    i += 1;
                }
                Op::Number { joined } => {
                    let (end, amount) =
                        fits(i, *joined).then(|| machine.numbers.number(&machine.lexicon, atoms, i))??;
                    trail.fill_amount(amount);
                    i = end;
                }
                Op::Year => {
                    let (end, year, short) = machine.numbers.year(&machine.lexicon, atoms, i)?;
                    trail.fill(Slot::Year, year);
                    if short {
                        trail.fill(Slot::ShortYear, 1);
                    }
                    i = end;
                }
                Op::Day { joined } => {
                    let (end, day) = fits(i, *joined).then(|| machine.numbers.day(&machine.lexicon, atoms, i))??;
                    trail.fill(Slot::Day, day);
                    i = end;
                }
                Op::Ordinal { joined } => {
                    let (end, n) = fits(i, *joined).then(|| machine.numbers.ordinal(&machine.lexicon, atoms, i))??;
                    trail.fill(Slot::Ordinal, n);
                    i = end;
                }
                Op::Split(first, second) => {
                    let mark = trail.len();
                    if let Some(end) = self.step(machine, atoms, start, i, *first, trail) {
                        return Some(end);
                    }
                    trail.cut(mark);
                    at = *second;
                    continue;
                }
                Op::Jump(to) => {
                    at = *to;
                    continue;
                }
                Op::After { set, wanted } => {
                    if atoms.get(i).is_some_and(|a| set.has(a)) != *wanted {
                        return None;
                    }
                }
                Op::Before { set, wanted } => {
                    let before = start.checked_sub(1).and_then(|b| atoms.get(b));
                    if before.is_some_and(|a| set.has(a)) != *wanted {
                        return None;
                    }
                }
                Op::Fill(slot, value) => trail.fill(*slot, *value),
                Op::Done => return Some(i),
            }
            at += 1;
        }
    }
}

impl Machine {
    /// Fills the slots of the classes by which `set` took the atom; if these fill none (a word named in the rule,
    /// a class without values), those of all its classes, but that a number word is an hour only where asked for.
    fn fill(&self, atom: &Atom, set: &Set, trail: &mut Trail) {
        if atom.digits > 0 {
            let classes = atom.classes & set.classes;
            if let Some(slot) = self.slots.get(classes.trailing_zeros() as usize).copied().flatten() {
                trail.fill(slot, atom.number.min(99_999) as i32);
            }
            return;
        }
        let values = &self.lexicon.words[atom.word as usize].values;
        let asked = |class: u8| set.classes >> class & 1 == 1 && self.slots[class as usize].is_some();
        let any_asked = values.iter().any(|(class, _)| asked(*class));
        for (class, value) in values {
            let slot = self.slots[*class as usize].filter(|_| atom.classes >> class & 1 == 1);
            if let Some(slot) = slot.filter(|s| if any_asked { asked(*class) } else { *s != Slot::Hour }) {
                trail.fill(slot, *value);
            }
        }
    }
}

/// Cuts a pattern at spaces, parentheses and bars between alternatives of a group.
fn tokens(source: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for item in source.split_ascii_whitespace() {
        let mut rest = item;
        while let Some(inner) = rest.strip_prefix('(') {
            out.push("(");
            rest = inner;
        }
        let mut tail = Vec::new();
        while rest.len() > 1 {
            if let Some(inner) = rest.strip_suffix(")?") {
                tail.push(")?");
                rest = inner;
            } else if let Some(inner) = rest.strip_suffix(')') {
                tail.push(")");
                rest = inner;
            } else {
                break;
            }
        }
        if !rest.is_empty() {
            out.push(rest);
        }
        out.extend(tail.iter().rev());
    }
    out
}

fn alternatives(lexicon: &mut Lexicon, items: &[&str], at: &mut usize, ops: &mut Vec<Op>) -> Result<(), String> {
    let mut jumps = Vec::new();
    loop {
        let split = ops.len();
        ops.push(Op::Done);
        sequence(lexicon, items, at, ops)?;
        if items.get(*at) != Some(&"|") {
            ops[split] = Op::Jump(split + 1);
            break;
        }
        *at += 1;
        jumps.push(ops.len());
        ops.push(Op::Done);
        ops[split] = Op::Split(split + 1, ops.len());
    }
    let end = ops.len();
    for jump in jumps {
        ops[jump] = Op::Jump(end);
    }
    Ok(())
}

fn sequence(lexicon: &mut Lexicon, items: &[&str], at: &mut usize, ops: &mut Vec<Op>) -> Result<(), String> {
    while let Some(&item) = items.get(*at) {
        match item {
            "|" | ")" | ")?" => return Ok(()),
            "(" => {
                *at += 1;
                let split = ops.len();
                ops.push(Op::Jump(split + 1));
                alternatives(lexicon, items, at, ops)?;
                match items.get(*at) {
                    Some(&")?") => ops[split] = Op::Split(split + 1, ops.len()),
                    Some(&")") => {}
                    _ => return Err("a parenthesis stays open".to_owned()),
                }
            }
            _ => {
                let optional = item.len() > 1 && item.ends_with('?');
                let split = ops.len();
                if optional {
                    ops.push(Op::Done);
                }
                ops.push(single(lexicon, item.strip_suffix('?').filter(|_| optional).unwrap_or(item))?);
                if optional {
                    ops[split] = Op::Split(split + 1, ops.len());
                }
            }
        }
        *at += 1;
    }
    Ok(())
}

fn single(lexicon: &mut Lexicon, item: &str) -> Result<Op, String> {
    if let Some(fill) = item.strip_prefix('=').filter(|f| !f.is_empty()) {
        let wrong = || format!("`{item}` fills nothing");
        let (name, value) = fill.split_once(':').ok_or_else(wrong)?;
        let slot = Slot::named(name).ok_or_else(wrong)?;
        let value = match slot {
            Slot::Amount => (decimal(value).ok_or_else(wrong)? as f32).to_bits() as i32,
            _ => value_of(name, value).ok_or_else(wrong)?,
        };
        return Ok(Op::Fill(slot, value));
    }
    for (prefix, wanted, after) in [("<!", false, false), (">!", false, true), ("<", true, false), (">", true, true)] {
        if let Some(rest) = item.strip_prefix(prefix) {
            let set = set(lexicon, rest)?;
            return Ok(if after { Op::After { set, wanted } } else { Op::Before { set, wanted } });
        }
    }
    let (joined, rest) = item.strip_prefix('~').filter(|r| !r.is_empty()).map_or((false, item), |r| (true, r));
    Ok(match rest {
        "NUM" => Op::Number { joined },
        "YEAR" => Op::Year,
        "DAY" => Op::Day { joined },
        "ORDINAL" => Op::Ordinal { joined },
        _ => Op::One { set: set(lexicon, rest)?, joined },
    })
}

fn set(lexicon: &mut Lexicon, source: &str) -> Result<Set, String> {
    let mut set = Set::default();
    for item in source.split('|') {
        if item.starts_with(|c: char| c.is_ascii_uppercase()) {
            let class = lexicon.class(item).ok_or_else(|| format!("no room for the class {item}"))?;
            set.classes |= 1 << class;
        } else {
            set.words.push(lexicon.intern(item));
        }
    }
    Ok(set)
}
