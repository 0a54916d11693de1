//! Sentences with what hangs on their words.

use std::fmt::Write;
use synoptic::view::{Sentence, Token, View};

/// Most characters of a line of words.
const WIDTH: usize = 110;

/// Every sentence of every article, each shown by `one`.
pub(super) fn sentences(view: &mut View, one: fn(&Sentence) -> String) -> String {
    let mut out = String::new();
    for a in view.articles() {
        let _ = writeln!(out, "{} ({})", a.siglum, a.id);
        for (i, s) in view.sentences(&a.id).unwrap_or_default().iter().enumerate() {
            let _ = writeln!(out, "\n{}.{}", a.siglum, i + 1);
            out += &one(s);
        }
        out.push('\n');
    }
    out
}

/// The words, parted by bars.
pub(super) fn tokens(s: &Sentence) -> String {
    let forms: Vec<_> = s.tokens.iter().map(|t| t.form.as_str()).collect();
    format!("{}\n", forms.join("|"))
}

/// Under each word its part of speech, its lemma and its name label.
pub(super) fn tags(s: &Sentence) -> String {
    let mut out = String::new();
    let mut rows = [const { String::new() }; 4];
    for t in &s.tokens {
        let cells = [&*t.form, t.upos, &*t.lemma, if t.entity == "O" { "" } else { &*t.entity }];
        let width = cells.iter().map(|c| c.chars().count()).max().unwrap_or(0).min(WIDTH) + 1;
        if rows[0].chars().count() + width > WIDTH {
            flush(&mut rows, &mut out);
        }
        for (row, cell) in rows.iter_mut().zip(cells) {
            let _ = write!(row, "{cell:width$}");
        }
    }
    flush(&mut rows, &mut out);
    out
}

fn flush(rows: &mut [String; 4], out: &mut String) {
    for row in rows.iter_mut() {
        let line = std::mem::take(row);
        if !line.trim().is_empty() {
            let _ = writeln!(out, "{}", line.trim_end());
        }
    }
    out.push('\n');
}

/// The tree, each word under its head.
pub(super) fn tree(s: &Sentence) -> String {
    let mut out = String::new();
    let mut under = vec![Vec::new(); s.tokens.len()];
    for (i, t) in s.tokens.iter().enumerate() {
        if let Some(below) = usize::try_from(t.head).ok().and_then(|h| under.get_mut(h)) {
            below.push(i);
        }
    }
    let mut open: Vec<(usize, String, &str)> = Vec::new();
    open.extend((0..s.tokens.len()).rev().filter(|&i| s.tokens[i].head < 0).map(|i| (i, String::new(), "")));
    while let Some((i, indent, branch)) = open.pop() {
        let Token { form, upos, deprel, .. } = &s.tokens[i];
        let _ = writeln!(out, "{indent}{branch}{form}  {upos} {deprel}");
        let inner = match branch {
            "" => String::new(),
            "└─ " => format!("{indent}   "),
            _ => format!("{indent}│  "),
        };
        for (n, &below) in under[i].iter().enumerate().rev() {
            let branch = if n + 1 == under[i].len() { "└─ " } else { "├─ " };
            open.push((below, inner.clone(), branch));
        }
    }
    out
}
