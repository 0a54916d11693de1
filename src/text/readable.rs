//! Inputs that are no text: pictures, archives, files in an unknown encoding.

use std::ops::Range;

/// False if more than one character in twenty can stand in no text.
pub fn is_text(text: &str) -> bool {
    let strange = |c: char| (c.is_control() && !c.is_whitespace()) || c == char::REPLACEMENT_CHARACTER;
    let (all, bad) = text.chars().fold((0, 0), |(all, bad), c| (all + 1, bad + usize::from(strange(c))));
    bad * 20 <= all
}

/// True if nothing in it can be seen: white space, control characters, marks of no width.
pub fn is_blank(text: &str) -> bool {
    let unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
    };
    text.chars().all(unseen)
}

/// Does something with each character and its place. As a loop over bytes it takes a third of the time of `char_indices`
/// where code is built small, as nearly all characters are ASCII.
#[inline(always)]
pub fn each_char(text: &str, mut job: impl FnMut(usize, char)) {
    let mut at = 0;
    while let Some(c) = char_from(text, at) {
        job(at, c);
        at += c.len_utf8();
    }
}

/// The character at a border, `None` at the end; one of ASCII is not decoded.
#[inline(always)]
pub fn char_from(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    Some(if byte.is_ascii() { byte.into() } else { char_at(text, at) })
}

/// The character at a border.
#[inline(never)]
pub fn char_at(text: &str, at: usize) -> char {
    text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default()
}

/// Where the words are that white space divides it into.
pub fn words_in(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut from = at;
        while at <= text.len() {
            // Behind the last character stands a blank as well.
            let c = char_from(text, at).unwrap_or(' ');
            let (here, blank) = (at, matches!(c, '\t'..='\r' | ' ') || !c.is_ascii() && c.is_whitespace());
            at += c.len_utf8();
            if blank && from < here {
                return Some(from..here);
            }
            from = if blank { at } else { from };
        }
        None
    })
}

/// True if it has a letter or a digit.
pub fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_no_text() {
        for (input, good) in [
            ("The court ruled.\r\n\tIt said no.", true),
            ("Caf\u{fffd} owners met the mayor, who said the rules would stay.", true),
            ("\u{7f}ELF\u{2}\u{1}\u{1}\0\0\0\0\0", false),
            ("\u{fffd}PNG\r\n\u{1a}\n\0\0\0\rIHDR", false),
            ("", true),
        ] {
            assert_eq!(is_text(input), good, "{input:?}");
        }
    }

    #[test]
    fn words_are_found_as_they_are_split() {
        for text in ["", " ", "a", " a\u{a0}b “c”\u{3000}d\u{85}e\u{b}f\u{1c}g ", "é", "x\u{200b}y z"] {
            assert!(words_in(text).map(|w| &text[w]).eq(text.split_whitespace()), "{text:?}");
        }
    }

    #[test]
    fn blank_and_wordless() {
        for (input, blank, words) in [
            ("", true, false),
            (" \n\t\u{a0}\u{2003}", true, false),
            ("\0\0\u{7}", true, false),
            ("\u{feff}\u{200b}\u{ad}", true, false),
            ("... !!! —", false, false),
            ("🙂", false, false),
            ("12", false, true),
            ("Да", false, true),
        ] {
            assert_eq!((is_blank(input), has_words(input)), (blank, words), "{input:?}");
        }
    }
}
