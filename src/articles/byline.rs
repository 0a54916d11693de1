//! The authors' line.

use super::cue::{opening, plain};
use crate::english::English;
use crate::text::{Span, fold};

/// Most words of an authors' line.
const MOST_WORDS: usize = 16;

/// The authors in a line such as "By Ana Sousa and Li Wei, Science Editor | 4 May 2020", without the cue.
pub(super) fn byline(english: &English, text: &str, line: Span) -> Option<Span> {
    let words = line.of(text);
    let low = plain(words);
    let reader = &english.reader;
    let Some(cue) = opening(&low, &reader.bylines) else {
        // "Posted on May 4, 2020 by Ana Sousa"
        opening(&low, &reader.stamps).or_else(|| opening(&low, &reader.updates)).filter(|c| c.len() > 3)?;
        let (at, short) = reader
            .bylines
            .iter()
            .filter(|b| !b.contains(' ') && b.len() < 4)
            .find_map(|b| Some((words.find(&format!(" {b} "))?, b)))?;
        let dated = words[..at].contains(|c: char| c.is_ascii_digit());
        let rest = Span::new(line.start as usize + at + short.len() + 2, line.end as usize);
        return names(english, text, rest).filter(|_| dated);
    };
    // "From" alone opens too much.
    if reader.weak_bylines.contains(&cue) || words.split_whitespace().count() > MOST_WORDS + 4 {
        return None;
    }
    let bare = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let skipped: usize = (0..cue.split(' ').count()).try_fold(0, |at: usize, _| {
        let rest = &bare[at..];
        let blank = rest.len() - rest.trim_start().len();
        Some(at + blank + rest[blank..].find(char::is_whitespace)?)
    })?;
    let start = line.end as usize - bare.len() + skipped;
    let rest = Span::new(start, line.end as usize);
    let lead = rest.of(text).len() - rest.of(text).trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let rest = Span::new(start + lead, line.end as usize);
    names(english, text, rest)
}

/// The names at the start of a stretch; `None` if its words are not names.
pub(super) fn names(english: &English, text: &str, rest: Span) -> Option<Span> {
    let reader = &english.reader;
    let source = rest.of(text);
    let cut = source.find(['|', '•', '·', '\t', '\n']).unwrap_or(source.len());
    let cut = source[..cut].find(" - ").or_else(|| source[..cut].find(" – ")).unwrap_or(cut);
    let source = source[..cut].trim_end();
    let (mut end, mut at, mut capital, mut count) = (0, 0, 0, 0);
    for word in source.split_inclusive(char::is_whitespace) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let low = bare.to_lowercase();
        if bare.starts_with(|c: char| c.is_ascii_digit()) || reader.is_weekday(&low) && capital > 1 {
            break;
        }
        if reader.stamps.binary_search(&low.as_str()).is_ok() && low.len() > 2 // "on" stands between names and places too
            || reader.updates.binary_search(&low.as_str()).is_ok()
        {
            break;
        }
        let upper = bare.starts_with(char::is_uppercase) || bare.contains(char::is_uppercase);
        let joint = bare.is_empty() || reader.joints.binary_search(&low.as_str()).is_ok();
        let role = reader.roles.binary_search(&low.as_str()).is_ok();
        if !upper && !joint && !role {
            return None;
        }
        at += word.len();
        if upper || role {
            end = at - (word.len() - word.trim_end().len());
            capital += usize::from(upper);
        }
        count += 1;
        if count > MOST_WORDS {
            return None;
        }
    }
    let names = source[..end].trim_end_matches([',', ';', ':', '-', '–', '|', '*', '_', ' ']);
    // A month closes no name: "By Ana Sousa, May 4".
    let names = match names.rsplit_once([' ', ',']) {
        Some((head, tail)) if end < source.len() && reader.month(&tail.to_lowercase()).is_some() => {
            head.trim_end_matches([',', ' '])
        }
        _ => names,
    };
    (capital > 0 && !names.is_empty() && !names.ends_with(['?', '!']))
        .then(|| Span::new(rest.start as usize, rest.start as usize + names.len()))
}

/// The authors in a line that holds nothing but their names, as stand under headlines and after last paragraphs:
/// "Ana Sousa in Lomo", "— Ana Sousa, Port Gazette". The first word must be a known given name.
pub(super) fn bare(english: &English, text: &str, line: Span) -> Option<Span> {
    let words = line.of(text);
    let lead = words.len() - words.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let rest = Span::new(line.start as usize + lead, line.end as usize);
    let count = rest.of(text).split_whitespace().count();
    let first = rest.of(text).split_whitespace().next()?;
    let given = english.people.is_given(&fold(first));
    let closed = rest.of(text).ends_with(['.', '!', '?', ':', ';', '"', '”']);
    (given && (2..=8).contains(&count) && !closed).then(|| names(english, text, rest)).flatten()
}

/// The reporters in an agency's closing line: "(Reporting by Ana Sousa in Lomo; editing by Li Wei)".
pub(super) fn sign_off(english: &English, text: &str, line: Span) -> Option<Span> {
    let words = line.of(text);
    let end = words.find([';', ')']).unwrap_or(words.len());
    let start = words.len() - words.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let first = Span::new(line.start as usize + start, line.start as usize + end.max(start));
    byline(english, text, first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines() {
        for (line, want) in [
            // ok:
            ("By Ana Sousa", Some("Ana Sousa")),
            ("BY ANA SOUSA AND LI WEI", Some("ANA SOUSA AND LI WEI")),
            ("By Ana Sousa, Science Editor | 4 May 2020", Some("Ana Sousa, Science Editor")),
            ("Written by Jan de Vries in Utrecht", Some("Jan de Vries in Utrecht")),
            ("By Ana Sousa May 4, 2020", Some("Ana Sousa")),
            ("By: AFP", Some("AFP")),
            ("By Ana Sousa Published May 4, 2020", Some("Ana Sousa")),
            ("Posted on May 4, 2020 by Ana Sousa", Some("Ana Sousa")),
            // no:
            ("Published a book by Ana Sousa", None),
            ("By the numbers", None),
            ("By Monday the water had gone.", None),
            ("By far the worst storm in years", None),
            ("Byron wrote it", None),
        ] {
            let got = byline(English::shared(), line, Span::new(0, line.len()));
            assert_eq!(got.map(|s| s.of(line)), want, "{line}");
        }
    }

    #[test]
    fn names_alone() {
        for (line, want) in [
            // ok:
            ("Maria Sousa", Some("Maria Sousa")),
            ("— Maria Sousa", Some("Maria Sousa")),
            ("Maria Sousa in Lomo", Some("Maria Sousa in Lomo")),
            ("Maria Sousa, Port Gazette", Some("Maria Sousa, Port Gazette")),
            ("Maria Sousa and David Chen", Some("Maria Sousa and David Chen")),
            // no:
            ("Maria Sousa resigns over lost files", None),
            ("World News", None),
            ("Maria", None),
            ("Maria Sousa.", None),
        ] {
            let got = bare(English::shared(), line, Span::new(0, line.len()));
            assert_eq!(got.map(|s| s.of(line)), want, "{line}");
        }
    }

    #[test]
    fn sign_offs() {
        for (line, want) in [
            // ok:
            ("(Reporting by Ana Sousa in Lomo; editing by Li Wei)", Some("Ana Sousa in Lomo")),
            ("Reporting by Ana Sousa and Li Wei; Editing by Jan Post", Some("Ana Sousa and Li Wei")),
            // no:
            ("(Editing by Li Wei)", None),
            ("(Our Standards)", None),
        ] {
            let got = sign_off(English::shared(), line, Span::new(0, line.len()));
            assert_eq!(got.map(|s| s.of(line)), want, "{line}");
        }
    }
}
