//! `hostile [--bytes N]`: what hostile inputs cost a byte at N, 2N and 4N bytes, as a table; `hostile --cycles N`: memory
//! while articles come to a dossier and go from it N times. Processor time, and no job over [`LIMIT`] is made larger.

use std::process::ExitCode;
use synoptic::view::{ArticleInput, View};
use synoptic_benches::watch::{Watch, held};

/// Bytes of the smallest of the three sizes, if not told.
const BYTES: usize = 1 << 15;

/// Seconds after which an input is not doubled again.
const LIMIT: f64 = 20.0;

/// How an input of so many bytes is made.
type Make = fn(usize) -> String;

/// Inputs that a quadratic step somewhere would show on; the flag tells a page from text.
const INPUTS: &[(&str, bool, Make)] = &[
    ("one word without an end", false, |n| "a".repeat(n)),
    ("blanks", false, |n| format!("{}x", " ".repeat(n))),
    ("line ends", false, |n| format!("{}x", "\n".repeat(n))),
    ("paragraphs of a letter", false, |n| "a\n\n".repeat(n / 3)),
    ("one quotation mark after the other", false, |n| "\"".repeat(n)),
    ("quotes inside quotes", false, |n| "“a ”b ".repeat(n / 10)),
    ("quotes that open only", false, |n| "“He said ".repeat(n / 11)),
    ("brackets", false, |n| "(".repeat(n / 2) + &")".repeat(n / 2)),
    ("marks on letters", false, |n| "a\u{301}\u{302}\u{303}".repeat(n / 7)),
    ("signs between words", false, |n| "a-b/c_d.".repeat(n / 8)),
    ("one sentence without an end", false, |n| "The mayor said on Monday that 12 people died, ".repeat(n / 47)),
    ("short sentences", false, |n| "He ran. ".repeat(n / 8)),
    ("one name", false, |n| "Anna Ek ".repeat(n / 8)),
    ("names, each another", false, |n| words(n, |i| format!("{} {} spoke. ", word(i), word(i / 7 + 3)))),
    ("names of twelve words", false, |n| {
        words(n, |i| (0..12).map(|k| word(i * 5 + k) + " ").collect::<String>() + "spoke. ")
    }),
    ("acronyms", false, |n| words(n, |i| format!("{} met. ", word(i).to_uppercase()))),
    ("one pronoun after the other", false, |n| "He told him that his son had left. ".repeat(n / 35)),
    ("who said that who said", false, |n| "he said that ".repeat(n / 13)),
    ("statements, each another", false, |n| words(n, |i| format!("Minister {} said {i} people died. ", word(i)))),
    ("one statement", false, |n| "The mayor said 12 people died. ".repeat(n / 31)),
    ("days", false, |n| "Monday ".repeat(n / 7)),
    ("dates, each another", false, |n| words(n, |i| format!("It fell on May {}, {}. ", i % 28 + 1, 1900 + i % 150))),
    ("times that hang on times", false, |n| "two days after the day before ".repeat(n / 30)),
    ("figures", false, |n| words(n, |i| format!("{i} "))),
    ("abbreviations", false, |n| "U.S. Gen. ".repeat(n / 10)),
    ("lines of stars between articles", false, |n| {
        words(n, |i| format!("Vote in {0}\n\nThe mayor of {0} won the vote on Monday.\n\n* * *\n\n", word(i)))
    }),
    ("one article many times", false, |n| "The court ruled on Friday.\n\nThe judge said no.\n\n***\n\n".repeat(n / 56)),
    ("<div> in <div>", true, |n| "<div>".repeat(n / 5)),
    ("</p> without <p>", true, |n| "</p>".repeat(n / 4)),
    ("<b> in <i>", true, |n| "<b><i>".repeat(n / 6)),
    ("a table in a table", true, |n| "<table><tr><td>".repeat(n / 15)),
    ("a comment without an end", true, |n| format!("<!--{}", "-".repeat(n))),
    ("attributes", true, |n| format!("<a {}>", words(n, |i| format!("a{i}=x ")))),
    ("references", true, |n| "&amp".repeat(n / 4)),
    ("paragraphs of links", true, |n| "<p><a href=/>Read more</a>".repeat(n / 26)),
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let number = || args.get(1).and_then(|n| n.parse().ok());
    match args.first().map(String::as_str) {
        None => table(BYTES),
        Some("--bytes") => table(number().unwrap_or(BYTES)),
        Some("--cycles") => cycles(number().unwrap_or(10_000)),
        _ => {
            eprintln!("usage: hostile [--bytes N | --cycles N]");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// Prints nanoseconds a byte at each size, and to which power of the size the time grows.
fn table(least: usize) {
    seconds(false, "The mayor said on Monday that 12 people died.".to_owned());
    println!("| input | {least} bytes | {} | {} | grows as n to |", 2 * least, 4 * least);
    println!("| --- | ---: | ---: | ---: | ---: |");
    for &(name, page, make) in INPUTS {
        let mut taken: Vec<(usize, f64)> = Vec::new();
        for size in [least, 2 * least, 4 * least] {
            if taken.last().is_none_or(|t| t.1 < LIMIT) {
                let input = make(size);
                taken.push((input.len(), seconds(page, input)));
            }
        }
        let cell =
            |i: usize| taken.get(i).map_or("over the limit".to_owned(), |(n, s)| format!("{:.0}", s / *n as f64 * 1e9));
        let power = match (taken.first(), taken.last()) {
            // Ticks are a hundredth of a second: what takes few of them tells no power.
            (Some(a), Some(b)) if a.1 > 0.04 && taken.len() > 1 => {
                format!("{:.1}", (b.1 / a.1).ln() / (b.0 as f64 / a.0 as f64).ln())
            }
            _ if taken.len() == 1 => "not told".to_owned(),
            _ => "too quick to tell".to_owned(),
        };
        println!("| {name} | {} | {} | {} | {power} |", cell(0), cell(1), cell(2));
    }
}

/// Seconds until an input is read and all is known of it.
fn seconds(page: bool, input: String) -> f64 {
    let (text, html) = if page { (None, Some(input)) } else { (Some(input), None) };
    let mut view = View::default();
    let begin = Watch::start();
    let _ = view.add(&ArticleInput { text, html, ..ArticleInput::default() });
    std::hint::black_box((view.timeline(), view.claims(), view.claim_diff(None).is_ok()));
    begin.seconds()
}

/// Adds an article to the sample, asks for all, takes it out again, over and over.
fn cycles(n: usize) {
    let mut view = View::sample();
    println!("| cycles | memory, MB | seconds |\n| ---: | ---: | ---: |");
    let begin = Watch::start();
    for i in 0..=n {
        if i % (n / 10).max(1) == 0 {
            println!("| {i} | {:.1} | {:.0} |", held().unwrap_or_default(), begin.seconds());
        }
        let name = word(i);
        let text = format!("Quake in {name}\n\nThe quake struck {name} on Monday. Mayor {name} said {i} people died.");
        let added = view.add(&ArticleInput { text: Some(text), ..ArticleInput::default() }).unwrap_or_default();
        // Joining the whole sample each time would take an hour and tell no more.
        if i % 50 == 0 {
            std::hint::black_box(view.claim_diff(None).is_ok());
        }
        added.iter().for_each(|id| drop(view.remove(id)));
    }
}

/// Pieces until there are so many bytes of them.
fn words(n: usize, piece: impl Fn(usize) -> String) -> String {
    let mut out = String::with_capacity(n + 64);
    for i in 0.. {
        if out.len() >= n {
            break;
        }
        out.push_str(&piece(i));
    }
    out
}

/// A name that no other number has.
fn word(i: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "de", "ki", "lo", "mu", "na", "po", "ri", "sa", "te", "vu", "wi", "yo", "zan", "gor", "hel"];
    let mut out: String = [i % 16, i / 16 % 16, i / 256 % 16, i / 4096 % 16].map(|k| SYLLABLES[k]).concat();
    out[..1].make_ascii_uppercase();
    out
}
