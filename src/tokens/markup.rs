//! Marks inside running text that are no words of it: emphasis and links of Markdown, quotation marks of mailers.

/// How far the other half of a mark is sought, in bytes.
const REACH: usize = 400;

/// Length of the mark at `at`, 0 if there is none; `strong`: inside of `**`, kept up to date.
pub(super) fn markup(text: &str, at: usize, end: usize, strong: &mut bool) -> usize {
    let rest = &text.as_bytes()[at..end];
    let holds = |from: usize, mark: &[u8]| {
        let near = &rest[..rest.len().min(REACH)];
        let line = near.iter().position(|&b| b == b'\n').map_or(near, |n| &near[..n]);
        line.get(from..).is_some_and(|l| l.windows(mark.len()).any(|w| w == mark))
    };
    match rest.first() {
        Some(b'*') if rest.starts_with(b"**") && rest.get(2) != Some(&b'*') => {
            let closes = std::mem::take(strong);
            let opens = !closes && rest.get(2).is_some_and(|b| !b.is_ascii_whitespace()) && holds(3, b"**");
            *strong = opens;
            if closes || opens { 2 } else { 0 }
        }
        // [words](address)
        Some(b'[') if holds(2, b"](") => 1,
        Some(b']') if rest.starts_with(b"](") => {
            let address =
                rest[2..].iter().take(2 * REACH).take_while(|b| !b.is_ascii_whitespace() && **b != b')').count();
            let closed = address > 0 && rest.get(2 + address) == Some(&b')');
            if closed { address + 3 } else { 0 }
        }
        // A mailer's, at the start of a line that goes on.
        Some(b'>') => {
            let before =
                text.as_bytes()[..at].iter().rev().take_while(|b| **b != b'\n' && b.is_ascii_whitespace()).count();
            let begins = at > before && text.as_bytes()[at - before - 1] == b'\n';
            if begins { rest.iter().take_while(|b| **b == b'>').count() } else { 0 }
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of a text without its marks.
    fn check(text: &str, want: &str) {
        let (mut at, mut strong, mut left) = (0, false, String::new());
        while at < text.len() {
            let n = markup(text, at, text.len(), &mut strong);
            if n == 0 {
                let c = text[at..].chars().next().unwrap_or(' ');
                left.push(c);
                at += c.len_utf8();
            }
            at += n;
        }
        assert_eq!(left, want, "{text}");
    }

    #[test]
    fn marks() {
        // ok:
        check("carrying **214 people** ran", "carrying 214 people ran");
        check("on [Sunday](https://a.org/x), he", "on Sunday, he");
        check("off Port\n> Lane", "off Port\n Lane");
        // no: a footnote, a rating, a comparison, what is never closed
        for text in ["said [1] and", "a ** b", "5 > 3", "[sic] (so)", "**open", "x](y"] {
            check(text, text);
        }
    }
}
