//! From a page's pieces to its articles.

use super::content::{Layout, Piece};
use super::dom::{Dom, NodeId};
use super::meta::{self, Meta};
use super::{parts, title};
use crate::articles::line::{Mark, Unit};
use crate::articles::page::{self, Role};
use crate::articles::stamp;
use crate::articles::stamp::order::{self, Order, Place};
use crate::articles::{Article, Basis, Given, Outlet, Published, Reading, byline, cue, published};
use crate::dates::DayRange;
use crate::english::English;
use crate::text::{BlockKind, Note, Span, has_words, word_hash};

/// Characters of running text under which a page counts as empty.
const LITTLE_PROSE: u32 = 400;
/// Most elements that are looked into for one fact.
const MOST_ELEMENTS: usize = 60;

/// The text being put together, with the units of the article being read.
#[derive(Default)]
struct Writer {
    text: String,
    units: Vec<Unit>,
    roles: Vec<Option<Role>>,
}

impl Writer {
    fn line(&mut self, words: &str, mark: Mark, role: Option<Role>) -> Span {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let span = Span::new(self.text.len(), self.text.len() + words.len());
        self.text.push_str(words);
        self.units.push(Unit::new(&self.text, span, 1, mark));
        self.roles.push(role);
        span
    }
}

/// Reads a page; its articles' spans index the text extracted from it.
pub(in crate::articles) fn read(english: &English, html: &str, given: &Given) -> Reading {
    let whole = Dom::new(html);
    let meta = meta::meta(&whole);
    let anchor = title::anchor(&whole, &meta.titles);
    let outer = Layout::new(english, &whole, anchor);
    let seen: Vec<NodeId> = outer.seen().collect();
    let headings = title::headings(&whole, &seen);
    let mut kept = None;
    if outer.prose() < LITTLE_PROSE {
        // Some pages carry their words in a template, or only in their data.
        let words = whole.templates().or_else(|| meta.body.clone()).unwrap_or_default();
        kept = Some(Dom::new(&words)).filter(|k| Layout::new(english, k, None).prose() > LITTLE_PROSE);
    }
    let dom = kept.as_ref().unwrap_or(&whole);
    let layout = if kept.is_some() { Layout::new(english, dom, None) } else { outer };
    let containers = layout.containers();
    let pieces = layout.pieces(&containers);
    let url = given.url.as_deref().or(meta.url.as_deref());
    let site = meta.site.clone().or_else(|| title::site(&meta.titles, &headings));
    let locale = meta.locale.as_deref();
    let place = Place { url, outlet: given.outlet.as_deref().or(site.as_deref()), locale };
    let words: String = pieces.iter().filter(|(w, _)| w.is_some()).flat_map(|(_, p)| [p.text.as_str(), "\n"]).collect();
    let lines = words.split_inclusive('\n').scan(0, |at, line| {
        let span = Span::new(*at, *at + line.len());
        *at += line.len();
        Some(span)
    });
    let order = order::order(english, &words, lines, place);
    let mut writer = Writer::default();
    let (mut articles, mut notes) = (Vec::new(), Vec::new());
    let parts = if given.whole { 1 } else { containers.len() };
    let alone = parts == 1;
    for (c, &container) in containers.iter().take(parts).enumerate() {
        let last = c + 1 == containers.len();
        let mine = pieces.iter().enumerate().filter(|(i, (within, _))| match within {
            _ if alone => true,
            Some(w) => *w == c,
            // What stands outside goes to the article before it, or to the first.
            None => {
                let before = pieces[..*i].iter().rev().find_map(|(w, _)| *w);
                before.map_or(c == 0, |w| w == c) || last && before.is_some_and(|w| w > c)
            }
        });
        let own = layout.heading_in(container).map(|h| dom.words(h, 400));
        let found = || title::headline(&meta.titles, &headings, site.as_deref());
        let named = given.title.as_deref().map(str::trim).filter(|t| has_words(t)).map(str::to_owned);
        let headline = if alone { named.or_else(found).or(own) } else { own };
        let authors = if alone {
            authors(english, &whole, &seen, &meta, [site.as_deref(), headline.as_deref()], &pieces)
        } else {
            None
        };
        let mine = mine.map(|(_, (_, piece))| piece);
        let mut article = one(english, &mut writer, headline.as_deref(), authors.as_deref(), mine, order, &mut notes);
        let dated = alone.then(|| day(english, &whole, &seen, &meta, &pieces, url, order)).flatten();
        if let Some(range) = dated {
            // What is shown of another day is no evidence of this one.
            let same = article.published.range.meet(&range).is_some();
            let evidence = std::mem::take(&mut article.published.evidence);
            let evidence = if same { evidence } else { Vec::new() };
            article.published = Published { range, basis: Basis::Stated, evidence };
        }
        if let Some(name) = site.clone().filter(|n| !n.is_empty()) {
            article.outlet = Some(Outlet { name, span: None, basis: Basis::Stated });
        }
        let address = Given { url: url.map(str::to_owned), ..Given::default() };
        if let Some(found) = published::from_address(&address, &article.published) {
            article.published = found;
        }
        articles.push(article);
    }
    if let Some(date) = meta.impossible.as_deref().filter(|_| meta.published.is_none()) {
        notes.push(Note { span: None, ..published::impossible(date, Span::new(0, date.len())) });
    }
    if whole.cut {
        notes.push(Note {
            code: "page-cut",
            message: "This page is too large to be read whole; its end was left out. Paste the article alone."
                .to_owned(),
            span: None,
        });
    }
    let told = |a: &Article| a.blocks.iter().any(|b| b.kind != BlockKind::Headline);
    if !articles.iter().any(told) && has_words(&writer.text) {
        articles.clear();
        notes.push(Note {
            code: "no-article",
            message: "No running text was found in this page. Paste the article's text instead.".to_owned(),
            span: None,
        });
    }
    Reading { text: writer.text, articles, notes }
}

fn one<'a>(
    english: &English,
    writer: &mut Writer,
    headline: Option<&str>,
    authors: Option<&str>,
    pieces: impl Iterator<Item = &'a Piece>,
    order: Order,
    notes: &mut Vec<Note>,
) -> Article {
    writer.units.clear();
    writer.roles.clear();
    if let Some(words) = headline {
        writer.line(words, Mark::Heading(1), Some(Role::Headline));
    }
    let byline = authors.map(|names| writer.line(names, Mark::Plain, Some(Role::Byline)));
    let own = headline.map(word_hash);
    for piece in pieces {
        let title = matches!(piece.mark, Mark::Heading(_)) && own == Some(word_hash(&piece.text));
        if title {
            continue;
        }
        let signs = authors.is_some_and(|a| word_hash(a) == word_hash(&piece.text));
        let role = match piece.dropped {
            Some(why) => Some(Role::Dropped(why)),
            None if signs => Some(Role::Dropped("repeats the byline")),
            None if piece.caption => Some(Role::Caption),
            None => None,
        };
        writer.line(&piece.text, piece.mark, role);
    }
    let mut article = page::article(english, &writer.text, &writer.units, &writer.roles, order, notes);
    article.byline = byline.or(article.byline);
    article
}

/// Who wrote it: what the page's data say, else what its elements say, else a line that reads like a byline.
fn authors(
    english: &English,
    dom: &Dom,
    seen: &[NodeId],
    meta: &Meta,
    not: [Option<&str>; 2],
    pieces: &[(Option<usize>, Piece)],
) -> Option<String> {
    // The site signs only what nobody else does; the headline is nobody's name.
    let is_site = |name: &str| not.iter().flatten().any(|s| word_hash(s) == word_hash(name));
    let people: Vec<&str> = meta.authors.iter().map(String::as_str).filter(|n| !is_site(n)).collect();
    if !people.is_empty() {
        return Some(people.join(", "));
    }
    let named = |words: String, bare: bool| {
        let line = Span::new(0, words.len());
        let found =
            byline::byline(english, &words, line).or_else(|| bare.then(|| byline::names(english, &words, line))?)?;
        let names = found.of(&words).to_owned();
        (names.split(' ').count() <= 8 && names.len() > 3 && !is_site(&names)).then_some(names)
    };
    let said = |&&id: &&NodeId| parts::is_byline(english, dom, id);
    let element = |&id: &NodeId| named(dom.words(id, 200), true);
    let facts = |&id: &NodeId| named(dom.words(id, 200), false);
    let own_footer = |within: Option<usize>, piece: &Piece| within.is_some() && piece.dropped == Some("page footer");
    let line = |(within, piece): &(Option<usize>, Piece)| {
        (short(piece) || own_footer(*within, piece)).then(|| named(piece.text.clone(), false))?
    };
    (seen.iter().filter(said).take(MOST_ELEMENTS).find_map(element))
        .or_else(|| seen.iter().filter(|&&id| parts::is_facts(dom, id)).take(MOST_ELEMENTS).find_map(facts))
        .or_else(|| pieces.iter().find_map(line))
        .or_else(|| meta.authors.first().cloned())
}

/// True for a line outside the running text that may say who wrote the article, and when.
fn short(piece: &Piece) -> bool {
    let aside = |why: &str| {
        matches!(why, "outside the article" | "page control" | "about the author" | "related links" | "share buttons")
    };
    piece.dropped.is_none_or(aside) && piece.text.len() <= 160
}

/// When it was published: what the page's data say, else what its elements say, else a dated line.
fn day(
    english: &English,
    dom: &Dom,
    seen: &[NodeId],
    meta: &Meta,
    pieces: &[(Option<usize>, Piece)],
    url: Option<&str>,
    order: Order,
) -> Option<DayRange> {
    if let Some(stated) = &meta.published {
        // A time in UTC may fall on the day after the site's own; the address tells.
        let local = url.and_then(stamp::in_address).filter(|a| {
            let gap = stated.earliest.zip(a.earliest).map(|(s, a)| (s - a).get_days());
            stated.edtf.ends_with('Z') && gap == Some(1)
        });
        return Some(local.unwrap_or_else(|| stated.clone()));
    }
    let read = |words: &str| {
        let found = stamp::stamp(english, words, Span::new(0, words.len()), order)?;
        (!found.date.swappable && found.date.day.is_some()).then(|| found.date.range().map(|r| (found.update, r)))?
    };
    let element = |&id: &NodeId| {
        meta::day(dom.attribute(id, "datetime")).map(|r| (false, r)).or_else(|| read(&dom.words(id, 120)))
    };
    let stamps = || seen.iter().filter(|&&id| parts::is_stamp(english, dom, id)).take(40);
    // Few are looked into: what stands around each has to be read.
    let times = || seen.iter().filter(|&&id| dom.tag(id) == "time").take(40).filter(|&&id| parts::is_time(dom, id));
    let lines = || {
        pieces
            .iter()
            .filter(|(_, p)| short(p))
            .filter_map(|(_, p)| read(&p.text).or_else(|| signed(english, &p.text, order)))
    };
    let cued = |(_, p): &&(Option<usize>, Piece)| cue::opening(&cue::plain(&p.text), &english.reader.stamps).is_some();
    let said = || {
        let lines = pieces.iter().filter(|(_, p)| short(p)).filter(cued);
        lines.filter_map(|(_, p)| signed(english, &p.text, order)).find(|(update, _)| !update)
    };
    let new = |found: Option<(bool, DayRange)>| found.map(|(_, range)| range);
    let told = new(stamps().filter_map(element).find(|(update, _)| !update))
        .or_else(|| new(said()))
        .or_else(|| new(times().filter_map(element).find(|(update, _)| !update)));
    if told.is_some() {
        return told;
    }
    (lines().find(|(update, _)| !update).or_else(|| lines().next()))
        .map(|(_, range)| range)
        .or_else(|| meta.modified.clone())
        .or_else(|| stamps().chain(times()).find_map(element).map(|(_, range)| range))
}

/// The date in a line that opens with a cue or an author: "Posted on May 4, 2020 by Ana Sousa in World".
fn signed(english: &English, words: &str, order: Order) -> Option<(bool, DayRange)> {
    let line = cue::plain(words);
    let reader = &english.reader;
    let cue = cue::opening(&line, &reader.stamps).filter(|c| c.len() > 3);
    let changed = cue::opening(&line, &reader.updates).is_some();
    if cue.is_none() && !changed && byline::byline(english, words, Span::new(0, words.len())).is_none() {
        return None;
    }
    let date = stamp::dates_in(english, words, Span::new(0, words.len()), order).into_iter().next()?;
    (!date.swappable && date.day.is_some()).then(|| date.range().map(|r| (changed, r)))?
}
