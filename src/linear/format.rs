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
//! | cells | two symbols per weight: its class, rising inside a row, and the weight itself, in units of `unit` |

use super::coder::{Reader, Table};

/// One feature's weights, by class, to be written.
#[cfg(any(test, feature = "train"))]
pub(super) struct Row {
    pub(super) key: u32,
    pub(super) cells: Vec<(u8, i8)>,
}

/// All features with their weights, as read.
pub(super) struct Rows<'a> {
    pub(super) keys: Vec<u32>,
    lengths: &'a [u8],
    cells: Vec<(u8, i8)>,
}

impl Rows<'_> {
    /// Each key with its weights by class.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, &[(u8, i8)])> {
        let mut rest = self.cells.as_slice();
        self.keys.iter().zip(self.lengths).map(move |(&key, &length)| {
            let (own, after) = rest.split_at(rest.len().min(length.into()));
            rest = after;
            (key, own)
        })
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

/// Reads what `write` wrote; `None` if the bytes are cut short or no weights.
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
    let mut key = 0u32;
    for _ in 0..n {
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
        key = key.checked_add(gap).filter(|&k| u64::from(k) >> header.key_bits == 0)?;
        keys.push(key);
    }
    let (lengths, rest) = rest.split_at_checked(n)?;
    let total = lengths.iter().map(|&l| usize::from(l)).sum();
    let (classes, levels) = (usize::from(header.classes), head[3].min(MOST));
    let span = 2 * usize::from(levels) + 1;
    let (of_classes, rest) = rest.split_at_checked(classes * (classes + FEW + 1))?;
    let (of_weights, coded) = rest.split_at_checked(span * (FEW + 1 + span))?;
    let tables: Vec<Table> =
        of_classes.chunks_exact(classes.max(1)).chain(of_weights.chunks_exact(span)).map(Table::new).collect();
    let mut reader = Reader::new(coded);
    let mut cells = Vec::with_capacity(total);
    for &length in lengths {
        let (length, mut before, mut weighed) = (usize::from(length), None, None);
        for _ in 0..length {
            let class = reader.next(tables.get(context(classes, before, length))?)?;
            let weight = reader.next(tables.get(of_weight(classes, weighed, length))?)?;
            (before, weighed) = (Some(class), Some(weight));
            cells.push((class, (i16::from(weight) - i16::from(levels)) as i8));
        }
    }
    Some((header, Rows { keys, lengths, cells }))
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
            let (head, back) = read(&bytes).expect("it is ours");
            assert_eq!((head.classes, head.features), (classes, n));
            assert!(back.iter().eq(rows.iter().map(|r| (r.key, r.cells.as_slice()))), "{n} rows");
        }
    }
}
