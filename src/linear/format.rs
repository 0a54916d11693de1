//! The file of weights: four streams, each of one kind of number, so that brotli finds what they share.
//!
//! | part | what |
//! |---|---|
//! | 12 bytes | `classes: u16, key_bits: u8, 0, features: u32, unit: f32`, little endian |
//! | gaps | one per feature: its key less the key before, as a LEB128 number |
//! | lengths | one byte per feature: how many weights it has |
//! | classes | one byte per weight, rising inside a row |
//! | weights | one `i8` per weight, in units of `unit` |

/// One feature's weights, by class.
pub(super) struct Row {
    pub(super) key: u32,
    pub(super) cells: Vec<(u8, i8)>,
}

/// What stands before the streams.
#[derive(Clone, Copy, Debug)]
pub(super) struct Header {
    pub(super) classes: u16,
    pub(super) key_bits: u8,
    pub(super) features: u32,
    pub(super) unit: f32,
}

/// Writes rows; keys must rise.
#[cfg(feature = "train")]
pub(super) fn write(header: Header, rows: &[Row]) -> Vec<u8> {
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
    out.extend(rows.iter().flat_map(|r| r.cells.iter().map(|c| c.0)));
    out.extend(rows.iter().flat_map(|r| r.cells.iter().map(|c| c.1 as u8)));
    out
}

/// Reads what `write` wrote; `None` if the bytes are cut short or no weights.
pub(super) fn read(bytes: &[u8]) -> Option<(Header, Vec<Row>)> {
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
    let (classes, weights) = rest.split_at_checked(total)?;
    let mut cells = classes.iter().zip(weights.get(..total)?).map(|(&c, &w)| (c, w as i8));
    let rows = (keys.into_iter().zip(lengths))
        .map(|(key, &len)| Row { key, cells: cells.by_ref().take(len.into()).collect() })
        .collect();
    Some((header, rows))
}
