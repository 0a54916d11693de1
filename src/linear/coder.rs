//! Symbols that follow from the symbol before them, by asymmetric numeral systems with a table per context (Duda 2013,
//! the range variant; after Giesen's `ryg_rans`). Whole numbers only: the same bytes everywhere; reading a symbol takes
//! a look-up and a multiplication.

/// Frequencies of a context sum to this many bits.
const BITS: u32 = 12;
const SUM: u32 = 1 << BITS;
/// The state never falls below.
const LOWEST: u32 = 1 << 23;

/// The frequencies of one context; arrays of one size, so that no look-up is checked.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// Per symbol: its frequency, and where its slots begin; together [`SUM`], or nothing for a context that has none.
    symbols: [(u16, u16); 1 << u8::BITS],
    /// The symbol of each slot.
    slots: [u8; SUM as usize],
}

impl Table {
    /// From rough frequencies, one byte a symbol: 0 for none, else four steps to the octave.
    pub(super) fn new(rough: &[u8]) -> Self {
        let mut table = Self { symbols: [(0, 0); _], slots: [0; _] };
        let size = |r: u8| match r.min(88) {
            0 => 0,
            r => u64::from(4 + (r - 1) % 4) << ((r - 1) / 4),
        };
        let all: u64 = rough.iter().map(|&r| size(r)).sum();
        if all == 0 {
            return table;
        }
        let (mut given, mut first) = (0, 0);
        for (symbol, &r) in rough.iter().enumerate().take(table.symbols.len()).filter(|r| *r.1 != 0) {
            let part = (size(r) * u64::from(SUM) / all).max(1) as u16;
            table.symbols[symbol].0 = part;
            given += u32::from(part);
            if part > table.symbols[first].0 {
                first = symbol;
            }
        }
        // The commonest symbol takes what rounding left, or pays for the rare ones.
        let part = &mut table.symbols[first].0;
        *part = (u32::from(*part) + SUM).saturating_sub(given) as u16;
        let mut from = 0;
        for (symbol, (part, start)) in table.symbols.iter_mut().enumerate() {
            let to = (from + usize::from(*part)).min(table.slots.len());
            table.slots[from..to].fill(symbol as u8);
            *start = from as u16;
            from = to;
        }
        table
    }
}

/// The rough frequencies of counts, as [`Table::new`] reads them.
#[cfg(any(test, feature = "train"))]
pub(super) fn rough(counts: &[u32]) -> Vec<u8> {
    let size = |r: u32| (4 + u64::from((r - 1) % 4)) << ((r - 1) / 4);
    let near = |&n: &u32| match u64::from(n) * 4 {
        0 => 0,
        n => (1..80).min_by_key(|&r| size(r).abs_diff(n)).unwrap_or(1) as u8,
    };
    counts.iter().map(near).collect()
}

/// Reads symbols; past the end it reads zeros.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    bytes: std::slice::Iter<'a, u8>,
    state: u32,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut bytes = bytes.iter();
        let state = (0..4).fold(0, |s, _| s << 8 | u32::from(bytes.next().copied().unwrap_or(0)));
        Self { bytes, state }
    }

    /// The next symbol in a context; `None` if the context has none.
    #[inline]
    pub(super) fn next(&mut self, table: &Table) -> Option<u8> {
        let slot = self.state % SUM;
        let symbol = table.slots[slot as usize];
        let (frequency, start) = table.symbols[usize::from(symbol)];
        if frequency == 0 {
            return None;
        }
        self.state = u32::from(frequency) * (self.state >> BITS) + slot - u32::from(start);
        while self.state < LOWEST {
            let Some(&byte) = self.bytes.next() else { break };
            self.state = self.state << 8 | u32::from(byte);
        }
        Some(symbol)
    }
}

/// The bytes of symbols, each with its context's table.
#[cfg(any(test, feature = "train"))]
pub(super) fn write(symbols: &[(&Table, u8)]) -> Vec<u8> {
    let mut state = LOWEST;
    let mut out = Vec::new();
    // Written from the last to the first, read from the first to the last.
    for (table, symbol) in symbols.iter().rev() {
        let (frequency, start) = table.symbols[usize::from(*symbol)];
        let frequency = u32::from(frequency);
        while state >= ((LOWEST >> BITS) << 8) * frequency {
            out.push(state as u8);
            state >>= 8;
        }
        state = ((state / frequency) << BITS) + state % frequency + u32::from(start);
    }
    out.extend(state.to_le_bytes());
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for n in [0usize, 1, 2, 300, 20_000] {
            let symbol = |i: usize| if i.is_multiple_of(7) { (i % 100) as u8 } else { (i % 3) as u8 };
            let mut counts = vec![vec![0; 100]; 2];
            (0..n).for_each(|i| counts[i % 2][usize::from(symbol(i))] += 1);
            let tables: Vec<Table> = counts.iter().map(|c| Table::new(&rough(c))).collect();
            let symbols: Vec<(&Table, u8)> = (0..n).map(|i| (&tables[i % 2], symbol(i))).collect();
            let bytes = write(&symbols);
            assert!(bytes.len() <= n + 4);
            let mut reader = Reader::new(&bytes);
            for i in 0..n {
                assert_eq!(reader.next(&tables[i % 2]), Some(symbol(i)), "{i} of {n}");
            }
        }
    }

    #[test]
    fn any_frequencies_fill_the_slots() {
        for rough in [&[1u8][..], &[255, 255, 0], &[1; 256], &[80, 1, 1, 1], &[0, 255, 1, 7]] {
            let table = Table::new(rough);
            assert_eq!(table.symbols.iter().map(|s| u32::from(s.0)).sum::<u32>(), SUM, "{rough:?}");
        }
        assert_eq!(Reader::new(&[1; 9]).next(&Table::new(&[0, 0])), None);
    }
}
