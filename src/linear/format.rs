//! The file of weights: four streams, each of one kind of number, so that brotli finds what they share. The classes
//! are coded already, each by the class before it: there brotli would miss a quarter.
//!
//! | part | what |
//! |---|---|
//! | 12 bytes | `classes: u16, key_bits: u8, 0, features: u32, unit: f32`, little endian |
//! | gaps | one per feature: its key less the key before, as a LEB128 number |
//! | lengths | one byte per feature: how many weights it has |
//! | weights | one `i8` per weight, in units of `unit` |
//! | tables | rough frequencies of each class after each class, and first in a row by the row's length |
//! | classes | one symbol per weight, rising inside a row |

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

/// Writes rows; keys must rise.
#[cfg(any(test, feature = "train"))]
pub(super) fn write(header: Header, rows: &[Row]) -> Vec<u8> {
    use super::coder::{self, rough};
    let mut out = Vec::new();
    out.extend(header.classes.to_le_bytes());
    out.extend([header.key_bits, 0]);
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
    out.extend(rows.iter().flat_map(|r| r.cells.iter().map(|c| c.1 as u8)));
    let classes = usize::from(header.classes);
    let contexts = rows.iter().flat_map(|r| {
        let before = [None].into_iter().chain(r.cells.iter().map(|c| Some(c.0)));
        r.cells.iter().zip(before).map(move |(c, before)| (context(classes, before, r.cells.len()), c.0))
    });
    let mut counts = vec![vec![0; classes]; classes + FEW + 1];
    contexts.clone().for_each(|(context, class)| counts[context][usize::from(class)] += 1);
    let rough: Vec<Vec<u8>> = counts.iter().map(|c| rough(c)).collect();
    let tables: Vec<Table> = rough.iter().map(|r| Table::new(r)).collect();
    out.extend(rough.iter().flatten());
    let symbols: Vec<(&Table, u8)> = contexts.map(|(context, class)| (&tables[context], class)).collect();
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
    let (weights, rest) = rest.split_at_checked(total)?;
    let classes = usize::from(header.classes);
    let (rough, coded) = rest.split_at_checked(classes * (classes + FEW + 1))?;
    let tables: Vec<Table> = rough.chunks_exact(classes.max(1)).map(Table::new).collect();
    let mut reader = Reader::new(coded);
    let mut weights = weights.iter();
    let mut cells = Vec::with_capacity(total);
    for &length in lengths {
        let mut before = None;
        for &weight in weights.by_ref().take(length.into()) {
            let class = reader.next(tables.get(context(classes, before, length.into()))?)?;
            before = Some(class);
            cells.push((class, weight as i8));
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
