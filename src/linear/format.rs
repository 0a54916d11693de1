//! The file of weights: streams, each of one kind of number, so that brotli finds what they share. The classes and the
//! weights are coded already, each class by the class before it, each weight by the length of its row: there brotli would
//! miss a quarter and a twentieth.
//!
//! | part | what |
//! |---|---|
//! | 12 bytes | `classes: u16, key_bits: u8, levels: u8, features: u32, unit: f32`, little endian |
//! | gaps | one per feature: its key less the key before, as a LEB128 number |
//! | lengths | one byte per feature: how many weights it has |
//! | tables | rough frequencies of each class after each class, and first in a row by the row's length; of each weight from `-levels` to `levels` by the row's length, or after the first of two |
//! | cells | two symbols per weight: its class, rising inside a row, and the weight itself, in units of `unit`, never 0 |

use super::MAX_CLASSES;
use super::coder::{Reader, Table};
use std::ops::Range;

/// So many features are read by one call: engines make code quick between calls, not while it runs.
pub(super) const PORTION: usize = 64;

/// One feature's weights, by class, to be written.
#[cfg(any(test, feature = "train"))]
pub(super) struct Row {
    pub(super) key: u32,
    pub(super) cells: Vec<(u8, i8)>,
}

/// All features with their weights, being read.
pub(super) struct Rows<'a> {
    pub(super) keys: Vec<u32>,
    lengths: &'a [u8],
    classes: usize,
    pub(super) levels: u8,
    /// Which classes have any weight.
    pub(super) used: [bool; MAX_CLASSES],
    tables: Vec<Table>,
    reader: Reader<'a>,
}

impl Rows<'_> {
    /// Reads the weights of the next features by class, a row after the other: of which it is, the class, the weight.
    #[inline(always)]
    pub(super) fn next(&mut self, features: Range<usize>, mut cell: impl FnMut(usize, u8, i8)) -> Option<()> {
        for row in features {
            let length = usize::from(*self.lengths.get(row)?);
            let mut of_class = context(self.classes, None, length);
            let mut weighing = of_weight(self.classes, None, length);
            for _ in 0..length {
                let class = self.reader.next(self.tables.get(of_class)?)?;
                let weight = self.reader.next(self.tables.get(weighing)?)?;
                cell(row, class, (i16::from(weight) - i16::from(self.levels)) as i8);
                of_class = class.into();
                if length == 2 {
                    weighing = of_weight(self.classes, Some(weight), length);
                }
            }
        }
        Some(())
    }
}

/// What stands before the streams.
#[derive(Clone, Copy, Debug)]
pub(super) struct Header {
    pub(super) classes: u16,
    pub(super) key_bits: u8,
    pub(super) features: u32,
    pub(super) unit: f32,
}

/// Lengths of rows are told apart up to here.
const FEW: usize = 8;

/// The context of a class: the class before it, or how long the row is.
fn context(classes: usize, before: Option<u8>, length: usize) -> usize {
    before.map_or(classes + length.min(FEW), usize::from)
}

/// The context of a weight, behind those of the classes: how long the row is, and of the second of two the first, which is
/// often its opposite.
fn of_weight(classes: usize, before: Option<u8>, length: usize) -> usize {
    let first = classes + FEW + 1;
    before.filter(|_| length == 2).map_or(first + length.min(FEW), |b| first + FEW + 1 + usize::from(b))
}

/// No weight is larger.
const MOST: u8 = 127;

/// Writes rows; keys must rise.
#[cfg(any(test, feature = "train"))]
pub(super) fn write(header: Header, rows: &[Row]) -> Vec<u8> {
    use super::coder::{self, rough};
    let mut out = Vec::new();
    out.extend(header.classes.to_le_bytes());
    let levels = rows.iter().flat_map(|r| &r.cells).map(|c| c.1.unsigned_abs().min(MOST)).max().unwrap_or(0);
    out.extend([header.key_bits, levels]);
    out.extend(header.features.to_le_bytes());
    out.extend(header.unit.to_le_bytes());
    let mut last = 0;
    for row in rows {
        let mut gap = row.key - last;
        last = row.key;
        while gap >= 0x80 {
            out.push(gap as u8 | 0x80);
            gap >>= 7;
        }
        out.push(gap as u8);
    }
    out.extend(rows.iter().map(|r| r.cells.len() as u8));
    let classes = usize::from(header.classes);
    // The context of each symbol, and the symbol.
    let mut symbols = Vec::new();
    for row in rows {
        let (length, mut before, mut weighed) = (row.cells.len(), None, None);
        for &(class, weight) in &row.cells {
            let most = levels as i8;
            let weight = (i16::from(weight.clamp(-most, most)) + i16::from(most)) as u8;
            symbols.push((context(classes, before, length), class));
            symbols.push((of_weight(classes, weighed, length), weight));
            (before, weighed) = (Some(class), Some(weight));
        }
    }
    let span = 2 * usize::from(levels) + 1;
    let mut counts = vec![vec![0; classes]; classes + FEW + 1];
    counts.resize(classes + 2 * (FEW + 1) + span, vec![0; span]);
    symbols.iter().for_each(|&(context, symbol)| counts[context][usize::from(symbol)] += 1);
    let rough: Vec<Vec<u8>> = counts.iter().map(|c| rough(c)).collect();
    let tables: Vec<Table> = rough.iter().map(|r| Table::new(r)).collect();
    out.extend(rough.iter().flatten());
    let symbols: Vec<(&Table, u8)> = symbols.into_iter().map(|(context, symbol)| (&tables[context], symbol)).collect();
    out.extend(coder::write(&symbols));
    out
}

/// Reads what `write` wrote as far as the weights; `None` if the bytes are cut short or no weights.
pub(super) fn read(bytes: &[u8]) -> Option<(Header, Rows<'_>)> {
    let (head, mut rest) = bytes.split_at_checked(12)?;
    let header = Header {
        classes: u16::from_le_bytes([head[0], head[1]]),
        key_bits: head[2].clamp(1, 32),
        features: u32::from_le_bytes([head[4], head[5], head[6], head[7]]),
        unit: f32::from_le_bytes([head[8], head[9], head[10], head[11]]),
    };
    let n = header.features as usize;
    let mut keys = Vec::with_capacity(n.min(bytes.len()));
    while keys.len() < n {
        let more = (n - keys.len()).min(PORTION);
        rest = read_keys(rest, header.key_bits, more, &mut keys)?;
    }
    let (lengths, rest) = rest.split_at_checked(n)?;
    let (classes, levels) = (usize::from(header.classes), head[3].min(MOST));
    let span = 2 * usize::from(levels) + 1;
    let (of_classes, rest) = rest.split_at_checked(classes * (classes + FEW + 1))?;
    let (of_weights, coded) = rest.split_at_checked(span * (FEW + 1 + span))?;
    let mut used = [false; MAX_CLASSES];
    if classes > used.len() {
        return None;
    }
    let rows = of_classes.chunks_exact(classes.max(1));
    for row in rows.clone() {
        used.iter_mut().zip(row).for_each(|(used, &rough)| *used |= rough != 0);
    }
    let tables = rows.chain(of_weights.chunks_exact(span)).map(Table::new).collect();
    Some((header, Rows { keys, lengths, classes, levels, used, tables, reader: Reader::new(coded) }))
}

/// Reads some more keys; what comes behind them.
#[inline(never)]
fn read_keys<'a>(mut rest: &'a [u8], bits: u8, more: usize, keys: &mut Vec<u32>) -> Option<&'a [u8]> {
    let mut key = keys.last().copied().unwrap_or(0);
    for _ in 0..more {
        let (mut gap, mut shift) = (0u32, 0);
        loop {
            let (&byte, after) = rest.split_first()?;
            rest = after;
            gap |= u32::from(byte & 0x7F).checked_shl(shift)?;
            shift += 7;
            if byte < 0x80 {
                break;
            }
        }
        key = key.checked_add(gap).filter(|&k| u64::from(k) >> bits == 0)?;
        keys.push(key);
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_survive() {
        for (n, classes) in [(0u32, 1u16), (1, 2), (500, 3), (3000, 200)] {
            let weight = |i: u32, k: u32| ((i * 31 + k * 17) % 29) as i8 - 14;
            let cells = |i: u32| (0..1 + i % u32::from(classes).min(20)).map(|k| (k as u8, weight(i, k))).collect();
            let rows: Vec<Row> = (0..n).map(|i| Row { key: 1 + i * 7 + i % 5, cells: cells(i) }).collect();
            let header = Header { classes, key_bits: 22, features: n, unit: 0.5 };
            let bytes = write(header, &rows);
            let (head, mut back) = read(&bytes).expect("it is ours");
            assert_eq!((head.classes, head.features), (classes, n));
            let mut cells: Vec<Vec<(u8, i8)>> = vec![Vec::new(); rows.len()];
            back.next(0..rows.len(), |row, class, weight| cells[row].push((class, weight))).expect("it is ours");
            assert!(back.keys.into_iter().zip(cells).eq(rows.into_iter().map(|r| (r.key, r.cells))), "{n} rows");
        }
    }
}
