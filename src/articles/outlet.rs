//! Who published an article, as far as its page says.

use super::cue::plain;
use super::{Basis, Outlet};
use crate::english::English;
use crate::text::{Note, Span};

/// The holder's name in a copyright line: "©2021 Gazette Ltd. Visit gazette.org." → Gazette.
pub(super) fn in_copyright(english: &English, text: &str, line: Span) -> Option<Outlet> {
    let source = line.of(text);
    let (mut first, mut last) = (None, 0);
    let mut at = 0;
    for word in source.split_inclusive(char::is_whitespace) {
        let bare = word.trim().trim_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != '/');
        let low = bare.to_lowercase();
        let here = at;
        at += word.len();
        let name_begun = first.is_some();
        if english.reader.rights.binary_search(&low.trim_end_matches('.')).is_ok() && name_begun {
            break;
        }
        let legal = english.reader.legal.binary_search(&low.as_str()).is_ok();
        if legal && name_begun {
            break;
        }
        let digits = bare.trim_start_matches(['©', 'c', 'C', '(', ')']).starts_with(|c: char| c.is_ascii_digit());
        let sign = english.reader.rights_signs.binary_search(&low.as_str()).is_ok() || bare.is_empty() && !name_begun;
        if digits || sign {
            if name_begun {
                break;
            }
            continue;
        }
        let joint = english.reader.joints.binary_search(&low.as_str()).is_ok() || word.trim() == "&";
        if joint && name_begun {
            continue;
        }
        if !name_begun && low == english.reader.article || bare.starts_with(char::is_uppercase) || bare.contains('.') {
            first.get_or_insert(here + (word.len() - word.trim_start().len()));
            last = here + word.trim_end().len();
        } else {
            break;
        }
        if word.trim_end().ends_with(['.', ',', '|']) && !word.trim_end().trim_end_matches('.').contains('.') {
            break;
        }
    }
    let start = line.start as usize + first?;
    let end = line.start as usize + last;
    let name = text[start..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    (name.len() >= 2).then(|| Outlet {
        name: name.to_owned(),
        span: Some(Span::new(start, start + name.len())),
        basis: Basis::Stated,
    })
}

/// Most words of a line that names an outlet.
const MOST_WORDS: usize = 6;

/// The outlet that a line names, and nothing else: one that is widely known (stated), or capitalised words of which one
/// is such as outlets bear (inferred).
pub(super) fn in_line(english: &English, text: &str, line: Span) -> Option<Outlet> {
    let line = line.trim(text);
    let words = line.of(text);
    let low = words.to_lowercase();
    if let Some(name) = english.reader.outlet(&low) {
        return Some(Outlet { name: name.to_owned(), span: Some(line), basis: Basis::Stated });
    }
    let capital = |w: &str| w.starts_with(char::is_uppercase) || english.reader.joints.binary_search(&w).is_ok();
    let several = (2..=MOST_WORDS).contains(&words.split_whitespace().count());
    let shaped = several && words.split_whitespace().all(capital) && !words.ends_with(['.', ',', '?', '!', ':']);
    let telling = shaped && low.split_whitespace().any(|w| english.reader.is_outlet_word(w));
    telling.then(|| named(text, line, Basis::Inferred)).flatten()
}

/// The outlet in a line that says so: "Published in: Port Gazette, 3 May 2021".
pub(super) fn cued(english: &English, text: &str, line: Span) -> Option<Outlet> {
    let words = line.of(text);
    let low = words.to_lowercase();
    let cue = english.reader.outlet_cues.iter().filter(|c| low.starts_with(**c)).map(|c| c.len()).max()?;
    // Lower case may be longer or shorter than what it was made of.
    let rest = words.get(cue..)?;
    let end = rest.find([',', '|', ';', '(']).unwrap_or(rest.len());
    let start = line.start as usize + cue;
    let name = Span::new(start, start + end).trim(text);
    (name.of(text).split_whitespace().count() <= MOST_WORDS).then(|| named(text, name, Basis::Stated)).flatten()
}

/// The parts of a line that strokes or dots divide; none if nothing divides it.
pub(super) fn parts(text: &str, line: Span) -> impl Iterator<Item = Span> {
    let words = line.of(text);
    let stroke = |c: char| matches!(c, '|' | '•' | '·' | '/');
    let mut at = line.start as usize;
    let divided = words.contains(stroke);
    words.split_inclusive(stroke).filter_map(move |part| {
        let span = Span::new(at, at + part.trim_end_matches(stroke).len());
        at += part.len();
        divided.then(|| span.trim(text))
    })
}

/// The words of a stretch as an outlet's name, without quotation marks.
pub(super) fn named(text: &str, name: Span, basis: Basis) -> Option<Outlet> {
    let words = name.of(text);
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    let start = name.start as usize + (words.len() - words.trim_start_matches(|c: char| !c.is_alphanumeric()).len());
    (bare.len() >= 2).then(|| Outlet { name: bare.to_owned(), span: Some(Span::new(start, start + bare.len())), basis })
}

/// A name that the article gives itself: "Gazette reports via foreign media", "Gazette Reveals …" over "told Gazette".
pub(super) fn in_own_words(english: &English, text: &str, headline: Option<Span>, body: &[Span]) -> Option<Outlet> {
    let found = |span: Span| Outlet { name: span.of(text).to_owned(), span: Some(span), basis: Basis::Inferred };
    if let Some(headline) = headline {
        let name = name_before(text, headline, |rest| {
            let rest = plain(rest);
            let verb = rest.split(' ').next().unwrap_or("");
            english.reader.reveals.binary_search(&verb).is_ok()
        });
        let told = |name: Span| {
            let name = name.of(text);
            let after = |told: &str| body.iter().any(|p| p.of(text).contains(&format!("{told} {name}")));
            english.reader.told.iter().any(|t| after(t))
        };
        if let Some(name) = name.filter(|&n| told(n)) {
            return Some(found(name));
        }
    }
    body.iter().find_map(|&p| {
        let (at, _) = passing_on(english, p.of(text))?;
        let head = Span::new(p.start as usize, p.start as usize + at);
        name_at_end(english, text, head).map(found)
    })
}

/// Where an article says of itself that it passes on what other media report.
pub(super) fn digest(english: &English, text: &str, body: &[Span]) -> Option<Note> {
    let cue = |&p: &Span| {
        let (at, phrase) = passing_on(english, p.of(text))?;
        let head = Span::new(p.start as usize, p.start as usize + at);
        let name = name_at_end(english, text, head)?;
        Some(Span::new(name.start as usize, head.end as usize + 1 + phrase.len()))
    };
    let span = body.iter().find_map(cue)?;
    let message =
        "This article passes on what other media report; what it says is not first-hand. Add their reports to \
                   compare them."
            .to_owned();
    Some(Note { code: "digest", message, span: Some(span) })
}

/// The first words that say that a story is passed on, with the blank before them.
fn passing_on(english: &English, words: &str) -> Option<(usize, &'static str)> {
    let cues = &english.reader.reports_via;
    for at in 1..words.len() {
        let bytes = &words.as_bytes()[at - 1..];
        if bytes[0] != b' ' {
            continue;
        }
        let whole = |c: &&&str| {
            c.as_bytes().first() == Some(&bytes[1]) && words[at..].strip_prefix(**c).is_some_and(|r| r.starts_with(' '))
        };
        if let Some(cue) = cues.iter().find(whole) {
            return Some((at - 1, cue));
        }
    }
    None
}

/// Capitalised words at the start of a line, up to a word where `stop` holds.
fn name_before(text: &str, line: Span, stop: impl Fn(&str) -> bool) -> Option<Span> {
    let source = line.of(text);
    let mut at = 0;
    for word in source.split_inclusive(char::is_whitespace) {
        if at > 0 && stop(&source[at..]) {
            let name = source[..at].trim_end().trim_end_matches(['’', '\'', ':', ',']);
            return Some(Span::new(line.start as usize, line.start as usize + name.len()));
        }
        if !word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || at > 60 {
            return None;
        }
        at += word.len();
    }
    None
}

/// Capitalised words at the end of a stretch.
fn name_at_end(english: &English, text: &str, head: Span) -> Option<Span> {
    let source = head.of(text);
    let mut start = source.len();
    for word in source.rsplit(' ').take(5) {
        let capital = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if !capital || word.ends_with([',', '.', '”', '"']) && start < source.len() {
            break;
        }
        start = start.saturating_sub(word.len() + usize::from(start < source.len()));
    }
    let name = &source[start..];
    let agency = english.reader.agency(&name.to_lowercase()).is_some();
    (!name.is_empty() && !agency).then(|| Span::new(head.start as usize + start, head.end as usize))
}

/// The host of an address, without `www.`.
pub(super) fn of_address(url: &str) -> Option<Outlet> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !host.contains(char::is_whitespace)).then(|| Outlet {
        name: host.to_owned(),
        span: None,
        basis: Basis::Inferred,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copyright_holders() {
        for (line, want) in [
            ("©2021 Gazette L.P. Visit gazette.org. Distributed by The Agency, LLC.", Some("Gazette")),
            ("Copyright © 2021 The Daily Gazette. All rights reserved.", Some("The Daily Gazette")),
            ("© Guardian News & Media Limited 2021", Some("Guardian News & Media")),
            ("© 2021", None),
        ] {
            let got = in_copyright(English::shared(), line, Span::new(0, line.len()));
            assert_eq!(got.map(|o| o.name).as_deref(), want, "{line}");
        }
    }

    #[test]
    fn lines_that_name_an_outlet() {
        let check = |line: &str| in_line(English::shared(), line, Span::new(0, line.len())).map(|o| (o.name, o.basis));
        for (line, name, basis) in [
            // ok:
            ("The Guardian", "The Guardian", Basis::Stated),
            ("BBC News", "BBC News", Basis::Stated),
            ("Port Lane Courier", "Port Lane Courier", Basis::Inferred),
        ] {
            assert_eq!(check(line), Some((name.to_owned(), basis)), "{line}");
        }
        // no: a headline, a section, a person
        for line in
            ["Post office closes after fire", "World News", "Ana Sousa", "The Times They Are Changing, Says Mayor."]
        {
            assert_eq!(check(line), None, "{line}");
        }
        let cue = |line: &str| cued(English::shared(), line, Span::new(0, line.len())).map(|o| o.name);
        assert_eq!(cue("Published in: Port Courier, 3 March 2021").as_deref(), Some("Port Courier"));
        assert_eq!(cue("Published in World"), None);
    }

    #[test]
    fn digests() {
        let check = |body: &str| {
            let note = digest(English::shared(), body, &[Span::new(0, body.len())]);
            note.and_then(|n| n.span).map(|s| s.of(body).to_owned())
        };
        // ok:
        assert_eq!(check("It burnt, Gazette.Am reports via local media.").as_deref(), Some("Gazette.Am reports via"));
        assert_eq!(
            check("The vote is off, Port News reported, citing Le Soir.").as_deref(),
            Some("Port News reported, citing")
        );
        // no:
        assert_eq!(check("It burnt, the captain reported to the port."), None);
        assert_eq!(check("The newspaper reports via radio."), None);
    }

    #[test]
    fn own_words() {
        let check = |headline: &str, body: &str| {
            let text = format!("{headline}\n{body}");
            let head = Span::new(0, headline.len());
            in_own_words(English::shared(), &text, Some(head), &[Span::new(headline.len() + 1, text.len())])
                .map(|o| o.name)
        };
        // ok:
        assert_eq!(
            check("Port Gazette Reveals Cause of Fire", "The captain told Port Gazette so."),
            Some("Port Gazette".into())
        );
        assert_eq!(check("Fire in port", "It burnt, Gazette.Am reports via local media."), Some("Gazette.Am".into()));
        // no:
        assert_eq!(check("Minister Reveals Plan", "The captain told Reuters so."), None);
        assert_eq!(check("Fire in port", "It burnt, the newspaper reports via radio."), None);
    }
}
