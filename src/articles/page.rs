//! One article's units → headline, byline, date, body; the rest dropped, and why.

mod fields;

use super::cue::{furniture, is_control};
use super::line::{Mark, Unit};
use super::shape::{is_body, is_caption, is_credit, is_headline};
use super::stamp::dateline;
use super::stamp::order::Order;
use super::stamp::{self, Stamp};
use super::{Article, Basis, Dropped, Outlet, byline, outlet, published};
use crate::english::English;
use crate::text::{Block, BlockKind, Note, Span, word_hash};
use std::collections::BTreeMap;

/// What a unit turns out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Headline,
    Byline,
    /// A date stamp: evidence of the date, no part of the text.
    Stamp,
    /// Who published it: evidence, no part of the text.
    Outlet,
    Body,
    Subhead,
    Caption,
    Dropped(&'static str),
}

/// Longest repeat that can be a refrain: shorter lines may come twice in one text.
const REFRAIN_WORDS: u32 = 6;
/// Most words of a subhead.
const SUBHEAD_WORDS: u32 = 14;

struct Page<'a> {
    english: &'a English,
    text: &'a str,
    units: &'a [Unit],
    roles: Vec<Option<Role>>,
    /// First and one past the last unit of the body.
    body: (usize, usize),
    headline: Option<usize>,
    /// It has the head of an e-mail.
    is_mail: bool,
    /// What a field of its head says.
    outlet: Option<Outlet>,
    author: Option<Span>,
    /// It has a headline over paragraphs, as pages have and bare texts have not.
    shaped: bool,
    order: Order,
}

/// Reads one article; `roles` are those that are known beforehand. What is odd is noted.
pub(super) fn article(
    english: &English,
    text: &str,
    units: &[Unit],
    roles: &[Option<Role>],
    order: Order,
    notes: &mut Vec<Note>,
) -> Article {
    let mut page = Page {
        english,
        text,
        units,
        roles: (0..units.len()).map(|i| roles.get(i).copied().flatten()).collect(),
        body: (0, 0),
        headline: roles.iter().position(|&r| r == Some(Role::Headline)),
        is_mail: false,
        outlet: None,
        author: None,
        shaped: false,
        order,
    };
    page.find_body();
    page.mail();
    page.find_headline();
    page.repeats();
    page.head();
    page.middle();
    page.tail();
    page.keep_something();
    page.into_article(notes)
}

impl Page<'_> {
    fn words(&self, i: usize) -> &str {
        self.units[i].span.of(self.text)
    }

    fn furniture(&self, i: usize, edge: bool) -> Option<&'static str> {
        furniture(self.english, self.text, &self.units[i], edge)
    }

    fn stamp(&self, i: usize) -> Option<Stamp> {
        let found = stamp::stamp(self.english, self.text, self.units[i].span, self.order)?;
        // In a bare text a date alone in a line may be anything.
        (self.headline.is_some() || found.cued).then_some(found)
    }

    fn byline(&self, i: usize) -> Option<Span> {
        byline::byline(self.english, self.text, self.units[i].span)
    }

    /// True for names alone in a line that stands by a date, or closes the article.
    fn is_signature(&self, i: usize) -> bool {
        let beside = [i.checked_sub(1), Some(i + 1)].into_iter().flatten().filter(|&k| k < self.units.len());
        self.shaped
            && byline::bare(self.english, self.text, self.units[i].span).is_some()
            && (i == self.body.1
                || beside.into_iter().any(|k| self.stamp(k).is_some())
                || i < self.body.0 && self.tells_role(i + 1))
    }

    /// True for a line that says what an author is: "Transport correspondent, Port Gazette".
    fn tells_role(&self, i: usize) -> bool {
        let Some(unit) = self.units.get(i) else { return false };
        let mut words = unit.span.of(self.text).split([' ', ',']).filter(|w| !w.is_empty());
        let role = |w: &str| self.english.reader.roles.binary_search(&w.to_lowercase().as_str()).is_ok();
        unit.words <= 8 && !unit.sentence_end && words.any(role)
    }

    fn find_body(&mut self) {
        let is = |i: &usize| self.roles[*i].is_none() && is_body(self.english, self.text, &self.units[*i]);
        let first = (0..self.units.len()).find(is);
        let mut end = (0..self.units.len()).rev().find(is).map_or(0, |i| i + 1);
        let first = first.unwrap_or(end);
        // Furniture that reads like prose may close the page ("Get the latest news in your inbox.").
        while end > first + 1 && (self.furniture(end - 1, true).is_some() || !is(&(end - 1))) {
            end -= 1;
        }
        self.body = (first, end);
    }

    fn find_headline(&mut self) {
        let (first, end) = self.body;
        let shape = |i: &usize| is_headline(self.english, self.text, &self.units[*i]);
        let candidates: Vec<usize> = (0..first).filter(|&i| self.roles[i].is_none()).filter(shape).collect();
        let repeated = candidates
            .iter()
            .copied()
            .find(|&i| self.units[i].words >= 4 && (i + 1..first).any(|k| self.units[k].key == self.units[i].key));
        let heading = candidates.iter().copied().find(|&i| self.units[i].mark == Mark::Heading(1));
        let long = candidates.iter().copied().find(|&i| self.units[i].words >= 4);
        let any = candidates.iter().copied().max_by_key(|&i| (self.units[i].words, std::cmp::Reverse(i)));
        self.headline = self.headline.or(repeated).or(heading).or(long).or(any).filter(|_| end > first);
        let paragraphs = self.units[first..end].iter().filter(|u| u.is_prose()).count();
        let signed = (0..first).any(|i| self.byline(i).is_some() || self.stamp(i).is_some());
        self.shaped |= self.headline.is_some_and(|i| self.units[i].words >= 4 || signed) && paragraphs >= 2;
        if let Some(i) = self.headline {
            self.roles[i] = Some(Role::Headline);
        }
    }

    /// The same words again: the headline's, a caption's, a paragraph's.
    fn repeats(&mut self) {
        let own = |i: usize| word_hash(self.without_mail_field(self.units[i].span).of(self.text));
        let headline = self.headline.map(own);
        let mut seen: BTreeMap<u64, usize> = BTreeMap::new();
        for (i, unit) in self.units.iter().enumerate() {
            if self.roles[i].is_some() {
                continue;
            }
            if headline == Some(unit.key) && unit.words >= 2 {
                self.roles[i] = Some(Role::Dropped("repeats the headline"));
            } else if let Some(&k) = seen.get(&unit.key) {
                if unit.words > REFRAIN_WORDS {
                    let caption = is_caption(self.english, self.text, &self.units[k]);
                    self.roles[i] =
                        Some(Role::Dropped(if caption { "repeats a caption" } else { "repeats a paragraph" }));
                }
            } else {
                seen.insert(unit.key, i);
            }
        }
    }

    /// Above the body.
    fn head(&mut self) {
        let top = self.headline.unwrap_or(0);
        for i in 0..self.body.0 {
            if self.roles[i].is_some() {
                continue;
            }
            let unit = self.units[i];
            let next_is_caption =
                self.units.get(i + 1).is_some_and(|n| n.gap == 0 && is_caption(self.english, self.text, n));
            let role = if unit.mark == Mark::Rule {
                Role::Dropped("rule")
            } else if is_caption(self.english, self.text, &unit) {
                Role::Caption
            } else if self.byline(i).is_some() || i > top && self.is_signature(i) {
                Role::Byline
            } else if i > top && self.roles[i - 1] == Some(Role::Byline) && self.tells_role(i) {
                Role::Dropped("about the author")
            } else if self.stamp(i).is_some() {
                Role::Stamp
            } else if self.headline.is_some() && self.names_outlet(i) {
                Role::Outlet
            } else if self.headline.is_some() && stamp::is_relative(self.english, self.words(i)) {
                Role::Dropped("time counted from now")
            } else if let Some(why) = self.furniture(i, true).filter(|_| self.shaped) {
                Role::Dropped(why)
            } else if stamp::is_section(self.english, self.words(i)) && self.shaped {
                Role::Dropped("section label")
            } else if self.shaped && is_control(self.words(i)) {
                Role::Dropped("counter or page control")
            } else if self.shaped && i < top && unit.words <= 3 {
                Role::Dropped("section label")
            } else if next_is_caption && i > top && !unit.sentence_end && unit.words <= 20 {
                Role::Caption
            } else if i > 0 && i > top && is_headline(self.english, self.text, &unit) && unit.words <= 30 {
                Role::Subhead
            } else {
                Role::Body
            };
            self.roles[i] = Some(role);
        }
    }

    /// True for a line that only names an outlet. Between the headline and the body such a line must stand by a date or
    /// an author, unless the outlet is widely known.
    fn names_outlet(&self, i: usize) -> bool {
        let beside = [i.checked_sub(1), Some(i + 1)].into_iter().flatten().filter(|&k| k < self.units.len());
        let dated = |k: usize| self.stamp(k).is_some() || self.byline(k).is_some();
        let found = outlet::in_line(self.english, self.text, self.units[i].span);
        found.is_some_and(|o| o.basis == Basis::Stated || beside.into_iter().any(dated))
    }

    /// The outlet that a line of its own names, or a part of the line of authors or dates ("Ana Sousa | Port Gazette").
    fn outlet_beside(&self) -> Option<Outlet> {
        let lines = || self.units.iter().zip(&self.roles);
        let alone = lines().filter(|(_, r)| **r == Some(Role::Outlet));
        let parted = lines().filter(|(_, r)| matches!(r, Some(Role::Byline | Role::Stamp)));
        let parts = parted.flat_map(|(u, _)| outlet::parts(self.text, u.span));
        let cued = lines().filter_map(|(u, _)| outlet::cued(self.english, self.text, u.span)).next();
        cued.or_else(|| {
            let spans = alone.map(|(u, _)| u.span).chain(parts);
            spans.filter_map(|s| outlet::in_line(self.english, self.text, s)).next()
        })
    }

    /// From the first paragraph to the last.
    fn middle(&mut self) {
        let (first, end) = self.body;
        for i in first..end {
            if self.roles[i].is_some() {
                continue;
            }
            let unit = self.units[i];
            let alone = unit.gap > 0
                || self.units.get(i + 1).is_some_and(|n| n.gap > 0)
                || i > 0 && self.units[i - 1].sentence_end;
            let dated = || self.stamp(i).is_some_and(|s| s.date.year.is_some() && (s.cued || s.date.time.is_some()));
            let role = if unit.mark == Mark::Rule {
                Role::Dropped("rule")
            } else if self.shaped && alone && unit.words <= 9 && dated() {
                Role::Stamp
            } else if let Some(why) = self.furniture(i, false).filter(|_| self.shaped && (alone || unit.words <= 4)) {
                Role::Dropped(why)
            } else if unit.mark == Mark::Picture
                || self.shaped && is_caption(self.english, self.text, &unit) && i > first
            {
                Role::Caption
            } else if self.is_subhead(i) {
                Role::Subhead
            } else {
                Role::Body
            };
            self.roles[i] = Some(role);
        }
    }

    fn is_subhead(&self, i: usize) -> bool {
        let unit = self.units[i];
        if matches!(unit.mark, Mark::Heading(_)) {
            return true;
        }
        let alone = unit.gap > 0
            || unit.mark == Mark::Strong
            || self.units[i + 1..].first().is_some_and(|n| n.gap == 0 && n.is_prose());
        let leads = self.units[i + 1..].first().is_some_and(|n| n.is_prose());
        unit.words <= SUBHEAD_WORDS && alone && leads && is_headline_like(self.english, self.text, &unit)
    }

    /// Below the body.
    fn tail(&mut self) {
        let end = self.body.1;
        let (mut ended, mut linked) = (false, false);
        for i in end..self.units.len() {
            if self.roles[i].is_some() {
                continue;
            }
            let unit = self.units[i];
            let role = if unit.mark == Mark::Rule {
                Role::Dropped("rule")
            } else if self.is_mail && self.words(i) == "--" {
                ended = true;
                Role::Dropped("signature of an e-mail")
            } else if let Some(why) = self.furniture(i, true).filter(|w| self.shaped && *w == "agency sign-off") {
                ended = true;
                Role::Dropped(why)
            } else if self.byline(i).is_some() || self.is_signature(i) {
                Role::Byline
            } else if let Some(why) = self.furniture(i, true).filter(|_| self.shaped) {
                (ended, linked) = (true, linked || why == "related links");
                Role::Dropped(why)
            } else if is_caption(self.english, self.text, &unit) {
                Role::Caption
            } else if !linked && self.stamp(i).is_some_and(|s| s.cued || !ended) {
                Role::Stamp
            } else if self.shaped && is_control(self.words(i)) {
                Role::Dropped("counter or page control")
            } else if ended {
                Role::Dropped("stands after the end of the article")
            } else if matches!(unit.mark, Mark::Heading(_)) {
                Role::Subhead
            } else {
                Role::Body
            };
            self.roles[i] = Some(role);
        }
    }

    /// A text of one line may look like a byline or a stamp: without a body, sentences are the body.
    fn keep_something(&mut self) {
        let said = |r: &Option<Role>| matches!(r, Some(Role::Body | Role::Subhead | Role::Caption));
        if self.headline.is_some() || self.roles.iter().any(said) {
            return;
        }
        for (role, unit) in self.roles.iter_mut().zip(self.units) {
            if matches!(role, Some(Role::Stamp | Role::Byline)) && unit.sentence_end && unit.words > 2 {
                *role = Some(Role::Body);
            }
        }
    }

    fn into_article(self, notes: &mut Vec<Note>) -> Article {
        let mut article = Article::default();
        let (mut stamps, mut captions, mut copyrights, mut bodies) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (i, (unit, role)) in self.units.iter().zip(&self.roles).enumerate() {
            let span = unit.span;
            article.span = if article.span.is_empty() { span } else { article.span.cover(span) };
            let mut block = |kind| article.blocks.push(Block { span, kind });
            let mut role = role.unwrap_or(Role::Body);
            if role == Role::Caption && unit.mark == Mark::Picture {
                role = Role::Dropped("picture");
            }
            if role == Role::Caption && is_credit(self.english, self.text, unit) {
                role = Role::Dropped("picture credit");
            }
            match role {
                Role::Headline => {
                    let span = self.without_mail_field(span);
                    article.headline = Some(span);
                    article.blocks.push(Block { span, kind: BlockKind::Headline });
                }
                Role::Outlet => article.dropped.push(Dropped { span, why: "name of the outlet".to_owned() }),
                Role::Byline => {
                    if article.byline.is_none() {
                        article.byline = self.byline(i).or_else(|| byline::bare(self.english, self.text, span));
                    }
                    stamps.extend(
                        stamp::dates_in(self.english, self.text, span, self.order).into_iter().map(|date| Stamp {
                            date,
                            update: false,
                            cued: true,
                        }),
                    );
                }
                Role::Stamp => match self.stamp(i) {
                    Some(stamp) if stamp.date.impossible => {
                        notes.push(published::impossible(self.text, stamp.date.span))
                    }
                    found => stamps.extend(found),
                },
                Role::Body => {
                    bodies.push(span);
                    block(BlockKind::Body);
                }
                Role::Subhead => block(BlockKind::Subhead),
                Role::Caption => {
                    captions.push(span);
                    block(BlockKind::Caption);
                }
                Role::Dropped(why) => {
                    if why == "copyright line" {
                        copyrights.push(span);
                    }
                    if why == "agency sign-off" && article.byline.is_none() {
                        article.byline = byline::sign_off(self.english, self.text, span);
                    }
                    article.dropped.push(Dropped { span, why: why.to_owned() });
                }
            }
        }
        let beside = self.outlet_beside();
        let slug = bodies.first().and_then(|&b| dateline::dateline(self.english, self.text, b));
        article.dateline = slug.as_ref().map(|s| s.span);
        let in_slug = slug.as_ref().and_then(|s| s.outlet.clone());
        notes.extend(outlet::digest(self.english, self.text, &bodies));
        article.outlet = (copyrights.iter().find_map(|&c| outlet::in_copyright(self.english, self.text, c)))
            .or(self.outlet)
            .or(in_slug)
            .or(beside)
            .or_else(|| outlet::in_own_words(self.english, self.text, article.headline, &bodies));
        article.byline = article.byline.or(self.author);
        article.published = published::from_page(&published::Clues {
            english: self.english,
            text: self.text,
            order: self.order,
            stamps: &stamps,
            dateline: slug.and_then(|s| s.date),
            captions: &captions,
            copyrights: &copyrights,
        });
        article
    }
}

/// A short line with a capital and without a full stop.
fn is_headline_like(english: &English, text: &str, unit: &Unit) -> bool {
    let words = unit.span.of(text);
    let first = words.chars().find(|c| c.is_alphanumeric());
    let open = !words.trim_end_matches(['"', '”', ')']).ends_with(['.', ',', ';', '!', ':']);
    first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        && open
        && matches!(unit.mark, Mark::Plain | Mark::Strong)
        && byline::byline(english, text, unit.span).is_none()
}
