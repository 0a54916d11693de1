//! From blocks to tokens and sentences.

use super::chunk::Chunker;
use super::gap::Splitter;
use super::sentences::boundaries;
use super::{Sentence, Token, Tokens};
use crate::english::English;
use crate::text::{Block, SentenceIx};

/// Most tokens of a sentence: later stages may look at a sentence's every pair of tokens. No sentence that a person
/// wrote comes near; a table or a list without full stops does, and is cut.
const LONGEST: usize = 500;

/// Tokenises an article's blocks. Linear in the text; total.
pub fn tokenize(english: &English, text: &str, blocks: &[Block]) -> Tokens {
    let words = &english.tokens;
    let splitter = Splitter::shared(english);
    let mut out = Tokens::default();
    let mut spans = Vec::new();
    let mut ends = Vec::new();
    for (b, block) in blocks.iter().enumerate() {
        let (start, end) = (block.span.start as usize, block.span.end as usize);
        if text.get(start..end).is_none() {
            continue;
        }
        spans.clear();
        Chunker::new(words, text, end, &mut spans).run(start);
        ends.clear();
        boundaries(words, text, &spans, |gap| splitter.parts(gap), &mut ends);
        let mut from = 0;
        for &end in &ends {
            while from < end {
                let to = end.min(from + LONGEST);
                let sentence = SentenceIx::new(out.sentences.len());
                let first = out.tokens.len();
                out.tokens.extend(spans[from..to].iter().map(|&span| Token { span, sentence }));
                let span = spans[from].cover(spans[to - 1]);
                out.sentences.push(Sentence { span, tokens: first..first + to - from, kind: block.kind, block: b });
                from = to;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{BlockKind, Span};
    use crate::tokens::markup::markup;

    fn cut(text: &str) -> String {
        let span = Span::new(0, text.len()).trim(text);
        let tokens = tokenize(English::shared(), text, &[Block { span, kind: BlockKind::Body }]);
        let line = |s: &Sentence| {
            let forms: Vec<&str> = tokens.tokens[s.tokens.clone()].iter().map(|t| t.span.of(text)).collect();
            forms.join(" ")
        };
        tokens.sentences.iter().map(line).collect::<Vec<_>>().join(" // ")
    }

    fn check(cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            assert_eq!(cut(text), *expected, "{text:?}");
        }
    }

    #[test]
    fn clitics() {
        check(&[
            ("They don't and can't.", "They do n't and ca n't ."),
            ("Assad’s men, Assad‘s men", "Assad ’s men , Assad ‘s men"),
            ("the judges' ruling", "the judges ' ruling"),
            ("We cannot; I'm, she'd", "We can not ; I 'm , she 'd"),
            ("I dont, im late, you cant", "I do nt , i m late , you ca nt"),
            ("its a pity that its arm broke", "it s a pity that its arm broke"),
            ("Im Jong-seok met Jony Ive", "Im Jong - seok met Jony Ive"),
            ("‘’No’’ he said", "‘’ No ’’ he said"),
            ("O'Reilly met the Sha'lan", "O'Reilly met the Sha'lan"),
            ("in the 1990's and ’72", "in the 1990's and ’72"),
        ]);
    }

    #[test]
    fn hyphens_and_dashes() {
        check(&[
            ("a 28-year-old anti-war man", "a 28 - year - old anti-war man"),
            ("Bashar al-Assad's army", "Bashar al - Assad 's army"),
            ("1969-1970 but 713-853-3989", "1969 - 1970 but 713-853-3989"),
            ("talks—if any—failed -- twice", "talks — if any — failed -- twice"),
            ("the pre-election e-mail", "the pre-election e-mail"),
        ]);
    }

    #[test]
    fn numbers_and_money() {
        check(&[
            ("$1,200.50, 7.2% at 5:30pm", "$ 1,200.50 , 7.2 % at 5:30 pm"),
            ("US$5bn on 11/28/2000", "US$ 5 bn on 11/28/2000"),
            ("call +44 20 7484 9866", "call +44 20 7484 9866"),
            ("magnitude 6.8, 10km deep", "magnitude 6.8 , 10 km deep"),
            ("the 21st of 1970s", "the 21st of 1970s"),
        ]);
    }

    #[test]
    fn addresses() {
        check(&[
            ("See http://a.org/b?c=d, now.", "See http://a.org/b?c=d , now ."),
            ("Caliber.Az reported (www.un.org).", "Caliber.Az reported ( www.un.org ) ."),
            ("click:<https://a.org/x_y>", "click : < https://a.org/x_y >"),
            ("draft-#66-1.DOC in comp.sources.unix", "draft-#66-1.DOC in comp.sources.unix"),
            ("write to <jo.doe@example.com>.", "write to < jo.doe@example.com > ."),
        ]);
    }

    #[test]
    fn sentence_ends() {
        check(&[
            ("He left. She stayed.", "He left . // She stayed ."),
            ("Mr. Smith met Gen. J. K. Doe.", "Mr. Smith met Gen. J. K. Doe ."),
            ("The U.S. Army left the U.S. The war ended.", "The U.S. Army left the U.S. // The war ended ."),
            ("At 5 a.m. Monday it fell.", "At 5 a.m. Monday it fell ."),
            ("“We won.” He smiled.", "“ We won . ” // He smiled ."),
            ("“Why now?” he asked. “No.”", "“ Why now ? ” he asked . // “ No . ”"),
            ("\"Why now?\" Smith asked.", "\" Why now ? \" Smith asked ."),
            ("Wait... No! Yes?!", "Wait ... // No ! // Yes ?!"),
            ("It rose to No. 5 on Jan. 3 of 2020.", "It rose to No. 5 on Jan. 3 of 2020 ."),
            ("Sent 08/15/2000 06:23 PM Kay", "Sent // 08/15/2000 06:23 PM // Kay"),
            ("at 6:23 PM Monday", "at 6:23 PM Monday"),
            ("It is so. [1] [22] He left.", "It is so . [ 1 ] [ 22 ] // He left ."),
            ("The list: 2. It is so. :) Yes.", "The list : 2 . // It is so . :) // Yes ."),
            ("ships, planes, etc. He left.", "ships , planes , etc . // He left ."),
            ("ships, etc. are here", "ships , etc. are here"),
            ("good :) Thanks *** Next", "good :) // Thanks *** // Next"),
            ("http://a.org/b http://a.org/c", "http://a.org/b // http://a.org/c"),
            ("Is it so? No. It is not.", "Is it so ? // No . // It is not ."),
        ]);
    }

    /// Where no mark stands, what is learnt of mail and headings decides; prose stays whole.
    #[test]
    fn ends_without_a_mark() {
        check(&[
            (
                "Kay Mann 08/15/2000 06:23 PM If he comes, call.",
                "Kay Mann // 08/15/2000 06:23 PM // If he comes , call .",
            ),
            (
                "In Paris Prime Minister Jean Dupont met the Red Cross.",
                "In Paris Prime Minister Jean Dupont met the Red Cross .",
            ),
            ("On Monday 12 May 2003 President Bush said so.", "On Monday 12 May 2003 President Bush said so ."),
            ("The court, NBC News reported, freed Ann Lee.", "The court , NBC News reported , freed Ann Lee ."),
        ]);
    }

    #[test]
    fn hostile_input_is_tokenised_in_linear_time() {
        let unit = [
            "a",
            "()",
            "A 1 ",
            "Ab Б字ع ",
            "its a",
            "im ",
            "!.",
            "Mon. ",
            "://",
            "a-#.doc",
            "(",
            ".",
            "a.",
            "a-",
            "'s",
            "1-",
            "\u{301}",
            "字",
            "@",
            "a@b.",
            "http://",
            "\"",
            "\u{0}",
            "-a'",
        ];
        for unit in unit {
            let text = unit.repeat(200_000 / unit.len());
            let span = Span::new(0, text.len());
            let tokens = tokenize(English::shared(), &text, &[Block { span, kind: BlockKind::Body }]);
            let covered: usize = tokens.tokens.iter().map(|t| t.span.len()).sum();
            let written: usize = text.split_whitespace().map(str::len).sum();
            assert_eq!(covered, written, "{unit:?} covers its text");
        }
    }

    proptest::proptest! {
        #[test]
        fn tokens_cover_all_but_white_space_and_markup(text in "\\PC{0,40}[ \\n.'’\"a-zA-Z0-9,*>-]{0,40}\\PC{0,10}") {
            let span = Span::new(0, text.len()).trim(&text);
            let tokens = tokenize(English::shared(), &text, &[Block { span, kind: BlockKind::Body }]);
            let (mut at, mut strong) = (span.start as usize, false);
            let ends = tokens.tokens.iter().map(|t| t.span).chain([Span::new(span.end as usize, span.end as usize)]);
            for token in ends {
                while at < token.start as usize {
                    let n = markup(&text, at, span.end as usize, &mut strong);
                    let blank = text[at..].chars().next().filter(|c| c.is_whitespace()).map_or(0, char::len_utf8);
                    assert!(n.max(blank) > 0, "{text:?} at {at}");
                    at += n.max(blank);
                }
                assert_eq!(at, token.start as usize, "{text:?}");
                at = token.end as usize;
            }
            assert!(tokens.tokens.iter().all(|t| !t.span.is_empty()), "{text:?}");
        }
    }
}
