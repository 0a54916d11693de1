//! English word tables of the stage `tokens`.

use super::list::{WordList, WordTable};

/// What a full stop after an abbreviation tells of the sentence's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// A name follows: the sentence never ends here.
    Title,
    /// An abbreviation only before a number.
    Number,
    /// An abbreviation only when capitalised: months, weekdays, states.
    Dated,
    /// The sentence may end here.
    End,
    /// Before a capital or at the end, the sentence ends here and the stop is its own.
    Open,
}

/// Words that the stage needs.
#[derive(Debug)]
pub struct TokensWords {
    /// Abbreviations without their stop.
    pub abbreviations: WordTable<Stop>,
    /// Dotted words whose parts are longer than a letter.
    pub dotted: WordList,
    /// Prefixes that a hyphen does not part from their word.
    pub prefixes: WordList,
    /// Words that begin a sentence rather than go on with a name.
    pub starters: WordList,
    /// Verbs that hang speech on a quotation ("... ?" Smith asked).
    pub saying: WordList,
    /// Endings after an apostrophe that are words of their own.
    pub clitics: WordList,
    /// The negation that loses its vowel: `n` + apostrophe + `t`, written here without the apostrophe.
    pub negation: &'static str,
    /// Two words written as one, and the length of the first.
    pub fused: WordTable<usize>,
    /// The same of words that are two only before one of `after_fused`.
    pub half_fused: WordTable<usize>,
    /// Words that follow two words written as one, and no possessive.
    pub after_fused: WordList,
    /// Words that begin with an apostrophe.
    pub clipped: WordList,
    /// What follows the dot of an internet name or a file name.
    pub domains: WordList,
    /// The endings of files, of which a name with hyphens is one token.
    pub files: WordList,
    /// What follows a clock time to tell the half of the day.
    pub noon: WordList,
    /// What follows that: a day, a zone.
    pub of_clock: WordList,
    /// Units that are split from the number before them.
    pub units: WordList,
    /// Weights that tell sentence ends without a mark; see `tokens/gap.rs`.
    pub splitter: &'static [u8],
}

impl Default for TokensWords {
    fn default() -> Self {
        let stop = |line: &'static str| match line.split_once('\t') {
            Some((word, "number")) => (word, Stop::Number),
            Some((word, "dated")) => (word, Stop::Dated),
            Some((word, "end")) => (word, Stop::End),
            Some((word, "open")) => (word, Stop::Open),
            Some((word, _)) => (word, Stop::Title),
            None => (line, Stop::Title),
        };
        let fused = |line: &'static str| {
            let (first, second) = line.split_once('|').unwrap_or((line, ""));
            (second, first.parse().unwrap_or(0))
        };
        Self {
            abbreviations: WordTable::read(include_str!("lexicon/abbreviations.tsv"), stop),
            dotted: WordList::of_lines("ph\nm.sc\nb.sc\nd.phil\nm.phil"),
            prefixes: WordList::of_lines(include_str!("lexicon/hyphen_prefixes.tsv")),
            starters: WordList::of_lines(include_str!("lexicon/sentence_starters.tsv")),
            saying: WordList::of_lines(
                "said\nsays\nasked\nadded\nreplied\nwrote\nexclaimed\nshouted\nwondered\ncried\nanswered\nexplained",
            ),
            clitics: WordList::of_lines("s\nre\nve\nll\nd\nm"),
            negation: "nt",
            fused: WordTable::read(
                "3|cannot\n3|gonna\n3|wanna\n3|gotta\n3|gimme\n3|lemme\n3|outta\n3|lotta\n2|cant\n2|dont\n2|wont\n2|aint\n\
                 4|doesnt\n3|didnt\n2|isnt\n3|wasnt\n3|arent\n4|werent\n4|havent\n3|hasnt\n3|hadnt\n5|couldnt\n5|wouldnt\n\
                 6|shouldnt\n1|im\n1|ive\n3|youre\n3|youll\n3|youve\n4|theyre\n4|theyll\n4|theyve\n2|weve\n2|itll\n2|hes\n\
                 3|shes\n4|thats\n4|whats\n4|heres\n5|theres",
                fused,
            ),
            half_fused: WordTable::read("2|its\n3|lets", fused),
            after_fused: WordList::of_lines(
                "a\nan\nthe\nnot\nbeen\nin\nfrom\nalso\nbetween\nreally\ndefinitely\nnothing\ngetting\ngoing\nbecause\ngo\nsee\n\
                 face\nsay\nhope\ntalk\nbe\nget",
            ),
            clipped: WordList::of_lines("em\ntil\ncause\ntis\ntwas\nn\nbout\nround"),
            domains: WordList::of_lines(
                "com\norg\nnet\ngov\nedu\nmil\nint\ninfo\nbiz\nuk\nus\nru\nua\naz\nam\nge\ntr\nir\niq\nsy\nil\nps\nlb\neg\nsa\nae\nqa\n\
                 cn\nhk\ntw\njp\nkr\nin\npk\nbd\nau\nnz\nca\nmx\nbr\nar\ncl\nza\nng\nke\neu\nde\nfr\nes\nit\nnl\nbe\nch\nat\npl\ncz\n\
                 se\nno\nfi\ndk\nie\ngr\nio\nco\nme\ntv\nfm\nnews\nmedia\napp\ndev\nai\nhtml\nhtm\npdf\ndoc\ndocx\nxls\nppt\njpg\n\
                 png\ngif\nzip\nexe\nphp\naspx\nasp\ntxt\nurl",
            ),
            files: WordList::of_lines(
                "com\norg\nnet\nhtml\nhtm\npdf\ndoc\ndocx\nxls\nxlsx\nppt\njpg\npng\ngif\nzip\nexe\ntxt\nphp",
            ),
            noon: WordList::of_lines("am\npm\na.m.\np.m."),
            of_clock: WordList::of_lines(
                "monday\ntuesday\nwednesday\nthursday\nfriday\nsaturday\nsunday\n\
                 january\nfebruary\nmarch\napril\nmay\njune\njuly\naugust\nseptember\noctober\nnovember\ndecember\n\
                 jan\nfeb\nmar\napr\njun\njul\naug\nsep\nsept\noct\nnov\ndec\ntime\neastern\ncentral\npacific\nmountain",
            ),
            units: WordList::of_lines(
                "mm\ncm\nkm\nkg\nam\npm\nft\nlb\nlbs\nmg\nml\nmph\nkph\nhrs\nhr\nmin\nmins\nsec\nmw\ngw\nkw\nkwh\nghz\nmhz\ngb\nmb\ntb\noz\nhz\nbn\nk\nm\nb",
            ),
            splitter: include_bytes!("weights/splitter.bin"),
        }
    }
}
