//! How surely two single words spell one name: the cheapest way to turn one into the other, by learnt costs.
//!
//! A weighted edit distance over letter groups (after Brill and Moore 2000), its costs fitted so that the logistic of
//! `bias + per letter - cost` is the probability of one name.

use crate::english::{LONGEST_GROUP, Spelling};

/// Longer words are compared by their first letters only.
const LONGEST: usize = 32;

/// Letters a to z in the spelling that the costs know: marks that tell a sound become the letters of that sound.
pub(super) fn letters(word: &str) -> Vec<u8> {
    let mut out = String::new();
    let mut chars = word.chars().flat_map(char::to_lowercase).peekable();
    while let Some(c) = chars.next() {
        let marked = matches!(
            (c, chars.peek()),
            ('s' | 'z' | 'c', Some('\u{30c}'))
                | ('s' | 'c', Some('\u{327}' | '\u{301}'))
                | ('z', Some('\u{301}' | '\u{307}'))
        );
        match c {
            'č' | 'ć' | 'ç' => out.push_str("ch"),
            'š' | 'ş' | 'ș' | 'ś' => out.push_str("sh"),
            'ž' | 'ź' | 'ż' => out.push_str("zh"),
            'ţ' | 'ț' => out.push_str("ts"),
            c if marked => {
                out.push(c);
                out.push('h');
            }
            c => out.push_str(&crate::text::fold(c.encode_utf8(&mut [0; 4]))),
        }
    }
    out.bytes().filter(u8::is_ascii_lowercase).take(LONGEST).collect()
}

/// So many logits below even odds (one in twenty) nobody looks closer.
const HOPELESS: f32 = 3.0;

/// Probability that two words spell one name; 1 for equal letters, 0 if either has none or the two are far apart.
pub(super) fn alike(costs: &Spelling, a: &[u8], b: &[u8]) -> f32 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    if a == b {
        return 1.0;
    }
    let longer = a.len().max(b.len()) as f32;
    let skeletons = if skeleton(a) == skeleton(b) { costs.same_skeleton } else { 0.0 };
    let logit = costs.bias + costs.per_letter * longer + skeletons;
    cheapest(costs, a, b, logit + HOPELESS).map_or(0.0, |cost| 1.0 / (1.0 + (cost - logit).exp()))
}

/// The cheapest sequence of exchanges, by dynamic programming over both words; none where all cost more than `ceiling`.
fn cheapest(costs: &Spelling, a: &[u8], b: &[u8], ceiling: f32) -> Option<f32> {
    let (n, m) = (a.len(), b.len());
    let mut best = vec![f32::INFINITY; (n + 1) * (m + 1)];
    best[0] = 0.0;
    for i in 0..=n {
        for j in 0..=m {
            let so_far = best[i * (m + 1) + j];
            if so_far > ceiling {
                continue;
            }
            if i < n && j < m && a[i] == b[j] {
                let next = &mut best[(i + 1) * (m + 1) + j + 1];
                *next = next.min(so_far);
            }
            for la in 0..=LONGEST_GROUP.min(n - i) {
                for lb in 0..=LONGEST_GROUP.min(m - j) {
                    let (x, y) = (&a[i..i + la], &b[j..j + lb]);
                    if x == y {
                        continue;
                    }
                    let (start, end) = (i == 0 && j == 0, i + la == n && j + lb == m);
                    if let Some(cost) = costs.cost(x, y, start, end) {
                        let next = &mut best[(i + la) * (m + 1) + j + lb];
                        *next = next.min(so_far + cost);
                    }
                }
            }
        }
        // No exchange takes more letters at once, so every way onward leaves from these rows.
        let open = &best[(i + 1).saturating_sub(LONGEST_GROUP) * (m + 1)..(i + 1) * (m + 1)];
        if open.iter().all(|&c| c > ceiling) {
            return None;
        }
    }
    Some(best[n * (m + 1) + m]).filter(|&c| c <= ceiling)
}

/// The order of consonant classes, repeats told once, vowels and breaths dropped: a coarse Soundex.
pub(super) fn skeleton(word: &[u8]) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::new();
    for &c in word {
        let class = match c {
            b'b' | b'f' | b'p' | b'v' => b'0',
            b'c' | b'g' | b'j' | b'k' | b'q' | b's' | b'x' | b'z' => b'1',
            b'd' | b't' => b'2',
            b'l' => b'3',
            b'm' | b'n' => b'4',
            b'r' => b'5',
            _ => continue,
        };
        if out.last() != Some(&class) {
            out.push(class);
        }
    }
    out
}

/// A key that spellings of one name share far more often than others: the skeleton with the sounds that
/// transliterations waver on (gutturals, glides, sibilants as `t + s`) dropped.
pub(super) fn block(word: &[u8]) -> String {
    let mut out = String::new();
    for (i, &c) in word.iter().enumerate() {
        let class = match c {
            b'b' | b'f' | b'p' | b'v' => 'p',
            // "kh" is as often written "h".
            b'k' | b'c' | b'g' | b'q' if word.get(i + 1) == Some(&b'h') => continue,
            b'c' | b'g' | b'k' | b'q' | b'x' | b's' | b'z' | b'j' => 's',
            b'd' | b't' => 't',
            b'l' => 'l',
            b'm' | b'n' => 'n',
            b'r' => 'r',
            _ => continue,
        };
        if !out.ends_with(class) {
            out.push(class);
        }
    }
    out
}
