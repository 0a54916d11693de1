//! Cue words in a line: how a line reads without its decoration.

use super::line::{Mark, Unit};
use crate::english::{English, reader::How};
use crate::text::char_at;

/// A line in lower case, white space single, apostrophes straight, decoration off its ends.
pub(super) fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let (bytes, mut from, mut at) = (line.as_bytes(), 0, 0);
    // Stretches of ASCII words with a blank between them are taken whole.
    let usual = |b: &u8| matches!(b, b'!'..=b'_' | b'a'..=b'~');
    while let Some(byte) = bytes.get(at) {
        if usual(byte) || *byte == b' ' && at > from && bytes.get(at + 1).is_some_and(usual) {
            at += 1;
            continue;
        }
        out.push_str(&line[from..at]);
        let c = char_at(line, at);
        at += c.len_utf8();
        from = at;
        match c {
            '’' | '‘' | 'ʼ' | '`' => out.push('\''),
            '–' | '—' => out.push('-'),
            c if !c.is_whitespace() => out.extend(c.to_lowercase()),
            // A blank too many at the end is taken off below.
            _ if out.is_empty() || out.ends_with(' ') => {}
            _ => out.push(' '),
        }
    }
    out.push_str(&line[from..]);
    out.make_ascii_lowercase();
    let edge = |c: char| !c.is_alphanumeric() && !matches!(c, '©' | '(' | '"' | '\'');
    let bare = out.trim_start_matches(edge);
    let edge = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | '!' | '?' | ':' | ')' | '"' | '\'');
    bare.trim_end_matches(edge).to_owned()
}

/// True if `phrase` opens `line` and ends at a word's end.
pub(super) fn opens(line: &str, phrase: &str) -> bool {
    line.strip_prefix(phrase)
        .is_some_and(|rest| !phrase.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphanumeric))
}

/// The longest phrase of a list that opens the line.
pub(super) fn opening<'a>(line: &str, phrases: &[&'a str]) -> Option<&'a str> {
    phrases.iter().copied().filter(|p| opens(line, p)).max_by_key(|p| p.len())
}

fn contains(line: &str, phrase: &str) -> bool {
    line.match_indices(phrase).any(|(at, _)| {
        !line[..at].ends_with(char::is_alphanumeric) && !line[at + phrase.len()..].starts_with(char::is_alphanumeric)
    })
}

/// Most words of a line that a cue at its start may condemn.
const MOST_WORDS: u32 = 45;

/// Why a line is page furniture, if it is; `edge`: it stands before or after the body.
pub(super) fn furniture(english: &English, text: &str, unit: &Unit, edge: bool) -> Option<&'static str> {
    if unit.words > MOST_WORDS || matches!(unit.mark, Mark::Heading(1)) {
        return None;
    }
    // A link of Markdown reads as its words.
    let words = unit.span.of(text);
    let link = words.strip_prefix('[').and_then(|w| w.split_once("](")).filter(|(_, url)| url.ends_with(')'));
    let line = plain(link.map_or(words, |(label, _)| label));
    let whole = line.trim_end_matches(['.', '!', ':', '?', ')']);
    let counted = whole.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | ',' | '('));
    let found = english.reader.furniture.iter().filter(|f| edge || f.anywhere).find(|f| match f.how {
        How::Is => whole == f.phrase || counted == f.phrase,
        How::Starts => opens(&line, f.phrase),
        How::Has => contains(&line, f.phrase),
    });
    if found.is_some() {
        return found.map(|f| f.why);
    }
    // A bar of buttons: every word is one.
    let buttons = || whole.split([' ', '|', '·', '•']).filter(|w| !w.is_empty());
    let is_button = |w: &str| english.reader.furniture.iter().any(|f| f.how == How::Is && f.phrase == w);
    (buttons().count() > 1 && buttons().all(is_button)).then_some("share buttons")
}

/// True for the counters and controls that pages strew about: "20", "TT", "A+", "1.2K", "3 / 12".
pub(super) fn is_control(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let n = words.chars().count();
    letters <= 2 && (digits + letters > 0) && n <= 8 && words.split_whitespace().count() <= 3
        || n <= 3 && !words.contains(char::is_whitespace) && letters == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::articles::line::units;

    /// `ok:` lines that are furniture; `no:` lines that must stay.
    #[test]
    fn furniture_cues() {
        let english = English::shared();
        let why = |text: &str, edge| units(text).first().and_then(|u| furniture(english, text, u, edge));
        for (text, edge, want) in [
            ("Share", false, Some("share buttons")),
            ("Facebook Twitter WhatsApp", false, Some("share buttons")),
            ("12 Comments", true, Some("comment box")),
            ("Leave a comment", true, Some("comment box")),
            ("Sign up for our daily briefing.", false, Some("newsletter box")),
            ("© 2023 The Gazette. All rights reserved.", true, Some("copyright line")),
            ("Copyright 2019 The Gazette", true, Some("copyright line")),
            ("READ ALSO: Storm closes port", false, Some("related links")),
            ("Back to top", true, Some("navigation")),
            ("4 min read", true, Some("page control")),
            ("[Read more](https://gazette.example/more)", true, Some("related links")),
            ("(Adds toll, quotes)", true, Some("agency advisory")),
            // no:
            ("Share prices fell on Monday after the bank's warning.", true, None),
            ("Comments by the minister angered the opposition.", true, None),
            ("Copyright reform passed the chamber on Tuesday.", false, None),
            ("Related parties must disclose their holdings, the court said.", true, None),
            ("Homes were destroyed in three villages.", true, None),
            ("Email from the ministry shows that it knew.", true, None),
        ] {
            assert_eq!(why(text, edge), want, "{text}");
        }
    }

    #[test]
    fn controls() {
        for word in ["20", "TT", "A+", "1.2K", "3 / 12", "+"] {
            assert!(is_control(word), "{word}");
        }
        for word in ["Rome", "No one", "1984 was bad", "War"] {
            assert!(!is_control(word), "{word}");
        }
    }
}
