//! Inputs that are no text: pictures, archives, files in an unknown encoding.

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
