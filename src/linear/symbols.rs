//! Symbols in contexts as bytes: first the rough frequencies of every context, then the symbols, each coded by those of its
//! context.

use super::coder::{Reader, Table};

/// Reads symbols; past the end it reads zeros.
#[derive(Debug)]
pub struct Symbols<'a> {
    tables: Vec<Table>,
    reader: Reader<'a>,
}

impl<'a> Symbols<'a> {
    /// `alphabets` are runs of contexts of one size: how many contexts, how many symbols in each.
    pub fn new(alphabets: &[(usize, usize)], mut bytes: &'a [u8]) -> Self {
        let mut tables = Vec::new();
        for &(contexts, size) in alphabets {
            for _ in 0..contexts {
                let (rough, rest) = bytes.split_at(size.min(bytes.len()));
                tables.push(Table::new(rough));
                bytes = rest;
            }
        }
        Self { tables, reader: Reader::new(bytes) }
    }

    /// The next symbol in a context; 0 if the context has none.
    #[inline]
    pub fn next(&mut self, context: usize) -> u8 {
        self.tables.get(context).and_then(|t| self.reader.next(t)).unwrap_or(0)
    }
}

/// Symbols to be written, each with its context.
#[cfg(any(test, feature = "train"))]
#[derive(Clone, Debug, Default)]
pub struct Writer(Vec<(usize, u8)>);

#[cfg(any(test, feature = "train"))]
impl Writer {
    /// The next symbol.
    pub fn push(&mut self, context: usize, symbol: u8) {
        self.0.push((context, symbol));
    }

    /// All symbols of another behind its own.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// How often each symbol of a context stands here.
    pub fn counts(&self, context: usize, size: usize) -> Vec<u32> {
        let mut counts = vec![0; size];
        self.0.iter().filter(|s| s.0 == context).for_each(|s| counts[usize::from(s.1)] += 1);
        counts
    }

    /// All of it as bytes; the contexts as [`Symbols::new`] is told them.
    pub fn bytes(&self, alphabets: &[(usize, usize)]) -> Vec<u8> {
        use super::coder::{self, rough};
        let sizes = alphabets.iter().flat_map(|&(contexts, size)| std::iter::repeat_n(size, contexts));
        let mut counts: Vec<Vec<u32>> = sizes.map(|size| vec![0; size]).collect();
        self.0.iter().for_each(|&(context, symbol)| counts[context][usize::from(symbol)] += 1);
        let rough: Vec<Vec<u8>> = counts.iter().map(|c| rough(c)).collect();
        let tables: Vec<Table> = rough.iter().map(|r| Table::new(r)).collect();
        let symbols: Vec<(&Table, u8)> = self.0.iter().map(|&(context, symbol)| (&tables[context], symbol)).collect();
        [rough.concat(), coder::write(&symbols)].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let alphabets = [(2, 3), (1, 200)];
        let symbol = |i: usize| (i % 3, if i % 3 == 2 { (i % 191) as u8 } else { (i % 7 % 3) as u8 });
        let mut writer = Writer::default();
        (0..5000).map(symbol).for_each(|(context, s)| writer.push(context, s));
        let bytes = writer.bytes(&alphabets);
        let mut symbols = Symbols::new(&alphabets, &bytes);
        assert!((0..5000).map(symbol).all(|(context, s)| symbols.next(context) == s));
    }

    #[test]
    fn bytes_that_are_none_yield_zeros() {
        for bytes in [&[][..], &[0; 40]] {
            let mut symbols = Symbols::new(&[(2, 3), (1, 200)], bytes);
            assert!((0..100).all(|i| symbols.next(i % 5) == 0));
        }
    }

    #[test]
    fn any_bytes_yield_symbols_of_their_context() {
        // Of contexts that are none, zeros.
        let most = [3, 3, 200, 1, 1];
        let mixed: Vec<u8> = (0..=255).map(|i: u8| i.wrapping_mul(37) ^ 0x5A).collect();
        for (bytes, some) in [(&[255; 9][..], false), (&[255; 300], true), (&[1; 300], true), (&mixed, true)] {
            let mut symbols = Symbols::new(&[(2, 3), (1, 200)], bytes);
            let read: Vec<u8> = (0..500).map(|i| symbols.next(i % 5)).collect();
            assert!(read.iter().enumerate().all(|(i, &s)| s < most[i % 5]), "{read:?}");
            assert_eq!(read.iter().any(|&s| s > 0), some, "{read:?}");
        }
    }
}
