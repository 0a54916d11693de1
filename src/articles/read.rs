//! From an input to its articles.

use super::line::{Unit, units};
use super::page::Role;
use super::stamp::order::{self, Order, Place};
use super::{Article, Basis, Dropped, Given, Outlet, Raw, Reading, html, language, outlet, page, published, split};
use crate::english::English;
use crate::text::{Arrange, Block, BlockKind, Note, has_words, word_hash, words_in};

/// Reads one input. Total: what cannot be read is noted.
pub fn read(english: &English, raw: Raw<'_>, given: &Given) -> Reading {
    let mut reading = match raw {
        Raw::Text(text) => plain(english, text, given),
        Raw::Html(html) => html::read(english, html, given),
    };
    let text = &reading.text;
    same_page(text, &mut reading.articles);
    for article in &mut reading.articles {
        apply(given, article);
        reading.notes.extend(foreign(english, text, article));
        article.language = language_of(english, text, article).to_owned();
        if article.language != "en" && article.language != "und" {
            reading.notes.push(not_english(english, article));
        }
    }
    reading
}

fn plain(english: &English, text: &str, given: &Given) -> Reading {
    let units = units(text);
    let starts = if given.whole { vec![0] } else { split::starts(english, text, &units) };
    let mut notes: Vec<Note> = json_unread(text).into_iter().collect();
    // Without a number before a stroke there is no date that could be read in two ways.
    let numbered = text.as_bytes().windows(2).any(|w| w[0].is_ascii_digit() && w[1] == b'/');
    let articles = (starts.iter().enumerate())
        .map(|(i, &start)| {
            let end = starts.get(i + 1).copied().unwrap_or(units.len());
            let units = &units[start..end];
            let place = Place { url: given.url.as_deref(), outlet: given.outlet.as_deref(), locale: None };
            let order = if numbered {
                order::order(english, text, units.iter().map(|u| u.span), place)
            } else {
                Order::Unknown
            };
            let roles = if starts.len() == 1 { titled(text, units, given) } else { Vec::new() };
            page::article(english, text, units, &roles, order, &mut notes)
        })
        .collect();
    Reading { text: text.to_owned(), articles, notes }
}

/// The line that the caller names as the headline.
fn titled(text: &str, units: &[Unit], given: &Given) -> Vec<Option<Role>> {
    let Some(title) = given.title.as_deref().map(word_hash) else { return Vec::new() };
    let same = |u: &Unit| u.key == title && has_words(u.span.of(text));
    let Some(at) = units.iter().position(same) else { return Vec::new() };
    (0..=at).map(|i| (i == at).then_some(Role::Headline)).collect()
}

/// JSON that holds articles is taken apart before it comes here; what comes has another shape, or is broken.
fn json_unread(text: &str) -> Option<Note> {
    let inner = text.trim_start_matches('\u{feff}').trim().strip_prefix(['{', '['])?.trim_start();
    let inner = inner.strip_prefix('{').map_or(inner, str::trim_start);
    let name = inner.strip_prefix('"')?.split_once('"')?.1.trim_start();
    name.starts_with(':').then(|| Note {
        code: "json-unread",
        message: "This looks like JSON, but holds no articles that can be read, so it was taken as plain text. Give \
                  {\"articles\": [{\"text\": \"...\"}]}."
            .to_owned(),
        span: None,
    })
}

/// What the caller knows goes before what was found.
fn apply(given: &Given, article: &mut Article) {
    if let Some(name) = given.outlet.as_deref().map(str::trim).filter(|n| !n.is_empty()) {
        article.outlet = Some(Outlet { name: name.to_owned(), span: None, basis: Basis::Given });
    } else if article.outlet.is_none() {
        article.outlet = given.url.as_deref().and_then(outlet::of_address);
    }
    if let Some(found) = published::given(given).or_else(|| published::from_address(given, &article.published)) {
        article.published = found;
    }
}

/// Articles with the same furniture stand on the same site: what is known of one's outlet holds for the other.
fn same_page(text: &str, articles: &mut [Article]) {
    let furniture = |a: &Article| -> Vec<String> {
        let own = a.dropped.iter().filter(|d| d.why != "rule" && !d.why.starts_with("repeats"));
        own.map(|d| d.span.of(text).to_lowercase()).collect()
    };
    for i in 0..articles.len() {
        if articles[i].outlet.is_some() {
            continue;
        }
        let mine = furniture(&articles[i]);
        let near = [i.checked_sub(1), Some(i + 1)].into_iter().flatten().filter_map(|k| articles.get(k));
        let twin = near
            .filter(|a| furniture(a).iter().filter(|f| mine.contains(f)).count() >= 2)
            .find_map(|a| a.outlet.clone());
        articles[i].outlet = twin.map(|o| Outlet { basis: Basis::Inferred, ..o });
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    words_in(text).map(|w| &text[w])
}

fn language_of(english: &English, text: &str, article: &Article) -> &'static str {
    language::language(english, article.blocks.iter().flat_map(|b| words(b.span.of(text))))
}

/// Sets the paragraphs aside that are in another language, if some are in English; a note where any is.
fn foreign(english: &English, text: &str, article: &mut Article) -> Option<Note> {
    let of = |b: &Block| match b.kind {
        BlockKind::Body => language::language(english, words(b.span.of(text))),
        _ => "und",
    };
    let languages: Vec<&str> = article.blocks.iter().map(of).collect();
    let other = |tag: &str| tag != "en" && tag != "und";
    let first = languages.iter().position(|l| other(l)).filter(|_| languages.contains(&"en"))?;
    let name = |tag: &str| english.reader.language(tag).unwrap_or("another language");
    let mut names: Vec<&str> = languages.iter().filter(|l| other(l)).map(|l| name(l)).collect();
    names.sort_unstable();
    names.dedup();
    let span = article.blocks[first].span;
    let blocks = std::mem::take(&mut article.blocks);
    for (block, tag) in blocks.into_iter().zip(languages) {
        if other(tag) {
            article.dropped.push(Dropped { span: block.span, why: format!("in {}", name(tag)) });
        } else {
            article.blocks.push(block);
        }
    }
    article.dropped.arrange_by_key(|d| d.span);
    let message = format!("Some paragraphs seem to be in {}; only English is read.", names.join(", "));
    Some(Note { code: "not-english", message, span: Some(span) })
}

fn not_english(english: &English, article: &Article) -> Note {
    let language = english.reader.language(&article.language).unwrap_or("a language other than English");
    Note {
        code: "not-english",
        message: format!("This article seems to be in {language}; only English is read. Add a translation instead."),
        span: Some(article.headline.unwrap_or(article.span)),
    }
}
