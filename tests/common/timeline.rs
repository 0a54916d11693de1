//! Dossiers whose timeline is compared with a list.

use synoptic::view::{ArticleInput, View};

/// The timeline of articles, each with its day of publication, if it has one.
pub(crate) fn dossier(articles: &[(&str, &str)]) -> View {
    let mut view = View::default();
    for (published, words) in articles {
        let input = ArticleInput {
            text: Some((*words).to_owned()),
            published: Some((*published).to_owned()).filter(|day| !day.is_empty()),
            ..ArticleInput::default()
        };
        view.add(&input).unwrap();
    }
    view
}

/// Each line of `want` is a day or range and words; an entry of that time must be told in a clause with these words.
/// A line that begins with `no` gives a time that no such entry may have, `!` one with a conflict of dates, `>` a plan.
pub(crate) fn check(articles: &[(&str, &str)], want: &str) {
    let mut wrong = Vec::new();
    for turned in [false, true] {
        let mut articles = articles.to_vec();
        if turned {
            articles.reverse();
        }
        let mut view = dossier(&articles);
        let timeline = view.timeline();
        for line in want.trim().lines().map(str::trim) {
            let (sign, line) = match line.split_once(' ') {
                Some((sign @ ("no" | "!" | ">"), rest)) => (sign, rest),
                _ => ("", line),
            };
            let (time, words) = line.split_once(' ').unwrap();
            let found = timeline.entries.iter().any(|e| {
                let text = |m: &synoptic::view::EntryMention| {
                    let units: Vec<u16> = view.text(m.span.input as usize).unwrap().encode_utf16().collect();
                    String::from_utf16_lossy(&units[m.span.start as usize..m.span.end as usize])
                };
                (sign == "!") == e.date_conflict.is_some()
                    && (sign == ">") == e.planned
                    && e.edtf == time
                    && e.mentions.iter().any(|m| text(m).contains(words))
            });
            if found == (sign == "no") {
                wrong.push(format!("{sign} {line}"));
            }
        }
        let got: Vec<_> = timeline.entries.iter().map(|e| format!("{} {}", e.edtf, e.label)).collect();
        assert!(wrong.is_empty(), "wrong: {wrong:?}\n{}", got.join("\n"));
    }
}
