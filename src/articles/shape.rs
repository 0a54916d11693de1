//! What single units of a page look like: headline, caption, stamp.

use super::byline;
use super::cue::{furniture, opening, plain};
use super::line::{Mark, Unit};
use super::stamp;
use super::stamp::dateline;
use super::stamp::order::Order;
use crate::english::English;

/// Fewest and most words of a headline.
const HEADLINE_WORDS: std::ops::RangeInclusive<u32> = 2..=30;

/// True if a unit has the shape of a headline: some words, no full stop, nothing that says it is something else.
pub(super) fn is_headline(english: &English, text: &str, unit: &Unit) -> bool {
    let words = unit.span.of(text);
    let first = words.chars().find(|c| c.is_alphanumeric());
    let starts = first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || !c.is_lowercase());
    let bare = words.trim_end_matches(['"', '\'', '”', '’', ')']);
    let ends = bare.ends_with(['.', ',', ';', ':', '…']) && !ends_in_initials(bare);
    let heading = matches!(unit.mark, Mark::Heading(_));
    (HEADLINE_WORDS.contains(&unit.words) || heading && unit.words > 0)
        && words.len() <= 240
        && matches!(unit.mark, Mark::Plain | Mark::Strong | Mark::Heading(_))
        && starts
        && !ends
        && !is_caption(english, text, unit)
        && byline::byline(english, text, unit.span).is_none()
        && stamp::stamp(english, text, unit.span, Order::Unknown).is_none()
        && !stamp::is_section(english, words)
        && !is_mail_field(english, words)
        && furniture(english, text, unit, true).is_none()
}

/// "U.S.", "D.C.", "Jr.", "No. 1": a point that ends no sentence.
fn ends_in_initials(words: &str) -> bool {
    let last = words.rsplit(char::is_whitespace).next().unwrap_or("");
    let letters = last.trim_end_matches('.');
    last.ends_with('.') && letters.contains('.') && letters.len() <= 5
}

/// True for a line that names its picture's maker, or opens like a caption.
pub(super) fn is_caption(english: &English, text: &str, unit: &Unit) -> bool {
    if unit.mark == Mark::Picture {
        return true;
    }
    let words = unit.span.of(text);
    if unit.words > 130 || words.is_empty() {
        return false;
    }
    let reader = &english.reader;
    let low = plain(words);
    // "FILE - ", "File photo: ", "Photo: "
    let slug = opening(&low, &reader.wire_slugs).is_some_and(|s| {
        let rest = &low[s.len()..];
        rest.starts_with(" - ") || rest.starts_with(": ") || rest.starts_with(" -- ")
    });
    let head = opening(&low, &reader.credit_heads).is_some_and(|s| {
        let rest = low[s.len()..].trim_start();
        rest.starts_with([':', '/', '|']) || reader.ends_in_by(s) && unit.words <= 12
    });
    if slug || head {
        return true;
    }
    // "… (Photo by A. Name / AGENCY)", "… [AGENCY]", "… A. Name/AGENCY via Getty Images"
    let closed = words.trim_end_matches(['.', ' ']);
    let bracket = closed.strip_suffix([')', ']']).and_then(|w| w.rfind(['(', '[']).map(|at| &w[at + 1..]));
    if let Some(credit) = bracket {
        let low = credit.to_lowercase();
        let parts = || low.split(['/', ',', ' ', '|', ':']).filter(|w| !w.is_empty());
        let agency = low.split(['/', ',', '|', ':']).any(|p| reader.agency(p.trim()).is_some());
        let cued = parts().next().is_some_and(|w| reader.credits.binary_search(&w).is_ok())
            || parts().any(|w| reader.picture_words.binary_search(&w).is_ok());
        return parts().count() <= 14 && (cued || agency && unit.words < 90);
    }
    let tail: Vec<&str> = low.split(' ').rev().take(8).collect();
    let getty = tail.iter().any(|w| reader.picture_banks.binary_search(&w.trim_matches('.')).is_ok());
    let slashed = tail.first().is_some_and(|w| {
        w.rsplit_once('/').is_some_and(|(a, b)| !a.is_empty() && reader.agency(b.trim_end_matches('.')).is_some())
    });
    getty && unit.words < 80 && !words.ends_with('"') || slashed
}

/// True for a line that only names its picture's maker.
pub(super) fn is_credit(english: &English, text: &str, unit: &Unit) -> bool {
    let low = plain(unit.span.of(text));
    let head = opening(&low, &english.reader.credit_heads)
        .filter(|h| unit.words <= 10 && !english.reader.caption_heads.contains(h));
    let named = |rest: &str| rest.starts_with([':', '/', '|']) || head.is_some_and(|h| english.reader.ends_in_by(h));
    head.is_some_and(|h| named(low[h.len()..].trim_start()) && !low.ends_with('.'))
}

/// True for a line "From: …", "Subject: …".
pub(super) fn is_mail_field(english: &English, line: &str) -> bool {
    mail_field(english, line).is_some()
}

/// What a line of an e-mail's head holds, and how many bytes its name takes with the colon.
pub(super) fn mail_field(english: &English, line: &str) -> Option<(&'static str, usize)> {
    let (name, _) = line.split_once(':')?;
    let bare = name.trim_matches(['*', ' ', '_']).to_lowercase();
    Some((english.reader.mail_field(&bare)?, name.len() + 1))
}

/// True if the unit is a paragraph that a body can begin with.
pub(super) fn is_body(english: &English, text: &str, unit: &Unit) -> bool {
    let running = unit.is_prose() || unit.words >= 8 && dateline::dateline(english, text, unit.span).is_some();
    running
        && !is_caption(english, text, unit)
        && furniture(english, text, unit, false).is_none()
        && stamp::stamp(english, text, unit.span, Order::Unknown).is_none()
        && !is_mail_field(english, unit.span.of(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::articles::line::units;

    #[test]
    fn headlines() {
        let english = English::shared();
        for (line, want) in [
            // ok:
            ("Storm leaves thousands without power in the north", true),
            ("Who will govern after the vote?", true),
            ("Court rules against ministry in dispute with U.S.", true),
            ("‘We lost everything’: a village after the quake", true),
            // no:
            ("The storm left thousands without power.", false),
            ("By Ana Sousa", false),
            ("Published May 4, 2020", false),
            ("Dear all,", false),
            ("and then it rained", false),
            ("Related articles", false),
            ("A man looks at his house (Photo by Ana Sousa / AFP)", false),
            ("- a list item of five words", false),
        ] {
            assert_eq!(is_headline(english, line, &units(line)[0]), want, "{line}");
        }
    }

    #[test]
    fn credits() {
        let english = English::shared();
        for (line, want) in [
            // ok:
            ("Photograph: Ana Sousa", true),
            ("Photo by Ana Sousa / AFP", true),
            ("Image credit: Port Gazette", true),
            // no:
            ("Photo: the judge arrives at court on Monday morning.", false),
            ("A man looks at his house. (Photo by Ana Sousa)", false),
            ("Photographers at the court", false),
        ] {
            assert_eq!(is_credit(english, line, &units(line)[0]), want, "{line}");
        }
    }

    #[test]
    fn captions() {
        let english = English::shared();
        for (line, want) in [
            // ok:
            ("A man looks at his house in Oslo. (Photo by Ana Sousa / AFP)", true),
            ("FILE - A ballot box in Oslo, May 4, 2020.", true),
            ("The judge arrives at court on Monday. [Reuters]", true),
            ("Photo: Ana Sousa", true),
            ("The judge arrives. Ana Sousa/AP", true),
            // no:
            ("The judge told Reuters that she would resign.", false),
            ("Photographs of the crash were shown in court.", false),
            ("The court sat for nine days (two more than planned).", false),
        ] {
            assert_eq!(is_caption(english, line, &units(line)[0]), want, "{line}");
        }
    }
}
