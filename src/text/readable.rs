//! Inputs that are no text: pictures, archives, files in an unknown encoding.

/// False if more than one character in twenty can stand in no text.
pub fn is_text(text: &str) -> bool {
    let strange = |c: char| (c.is_control() && !c.is_whitespace()) || c == char::REPLACEMENT_CHARACTER;
    let (all, bad) = text.chars().fold((0, 0), |(all, bad), c| (all + 1, bad + usize::from(strange(c))));
    bad * 20 <= all
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
}
