//! The set of articles being compared, and the order of the stages.
//!
//! What one article yields alone is worked out when it is added; what takes all
//! articles together is worked out when it is first asked for after a change.

mod labels;
mod order;

use crate::articles::{self, Article, Basis, Given, Outlet, Published, Raw, Reading, Sketch};
use crate::claims::{self, Claim};
use crate::compare::{self, ArticleClaims, Diff, Kinship};
use crate::dates::DayRange;
use crate::english::English;
use crate::entities::{self, Entities, Mention, MentionKind, Mentions};
use crate::events::{self, ArticleTimes, Event, Timeline};
use crate::syntax::{Parse, Tree};
use crate::tags::Tags;
use crate::text::{ArticleIx, MentionIx, Note, Span, Utf16, has_words, is_text};
use crate::times::{self, Timex};
use crate::tokens::{self, Tokens};
use labels::Labels;
use order::Order;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Most articles that are looked up for one shingle they share.
const MOST_HOLDERS: usize = 8;

/// One text or page as it was brought; nothing once all its articles are gone.
#[derive(Debug, Default)]
pub struct Input {
    /// The plain text that spans index.
    pub text: String,
    /// Its UTF-16 offsets.
    pub utf16: Utf16,
    /// What could not be read in it.
    pub notes: Vec<Note>,
    /// The address that it was given with.
    pub url: Option<String>,
}

/// An article with all that can be told from it alone.
#[derive(Debug)]
pub struct Member {
    /// Number that it keeps for as long as the dossier lives, from 1.
    pub serial: u32,
    /// The input it stands in.
    pub input: usize,
    /// What the reader found.
    pub article: Article,
    /// A print of its words.
    pub sketch: Sketch,
    /// Tokens and sentences.
    pub tokens: Tokens,
    /// Tags.
    pub tags: Tags,
    /// Trees.
    pub tree: Tree,
    /// Time expressions, resolved against the article's own date.
    pub timexes: Vec<Timex>,
    /// Publication date: stated, given, or inferred from the article's own words.
    pub published: Published,
    /// Mentions.
    pub mentions: Mentions,
    /// Events.
    pub events: Vec<Event>,
    /// Claims.
    pub claims: Vec<Claim>,
}

/// What takes all articles together.
#[derive(Clone, Debug, Default)]
pub struct Joint {
    /// Entities across articles.
    pub entities: Entities,
    /// Who rests on whom.
    pub kinship: Kinship,
    /// What happened when.
    pub timeline: Timeline,
    /// Where the accounts differ, over all articles.
    pub diff: Diff,
}

/// The articles being compared.
#[derive(Debug)]
pub struct Dossier {
    english: &'static English,
    inputs: Vec<Arc<Input>>,
    /// What stands for each input that gave up its last article.
    gone: Arc<Input>,
    members: Vec<Member>,
    corrections: Vec<entities::Correction>,
    serial: u32,
    joint: Option<Joint>,
}

impl Default for Dossier {
    fn default() -> Self {
        Self::new()
    }
}

impl Dossier {
    /// An empty dossier.
    pub fn new() -> Self {
        Self {
            english: English::shared(),
            inputs: Vec::new(),
            gone: Arc::default(),
            members: Vec::new(),
            corrections: Vec::new(),
            serial: 0,
            joint: None,
        }
    }

    /// An empty dossier read with other words or weights.
    #[cfg(feature = "train")]
    pub fn with(english: &'static English) -> Self {
        Self { english, ..Self::new() }
    }

    /// The articles embedded from `seeds/`.
    pub fn sample() -> Self {
        let mut dossier = Self::new();
        for text in SEEDS {
            dossier.add(Raw::Text(text), &Given::default());
        }
        dossier
    }

    /// Reads one input; the places of the articles found in it.
    pub fn add(&mut self, raw: Raw<'_>, given: &Given) -> Vec<ArticleIx> {
        self.add_labelled(raw, given, &[])
    }

    /// The same, with what [`label`] said of this input; where it said so of another, the models are asked again.
    pub fn add_labelled(&mut self, raw: Raw<'_>, given: &Given, mut labels: &[u8]) -> Vec<ArticleIx> {
        let mut reading = articles::read(self.english, raw, given);
        let unread = reading.notes.iter().any(|n| n.code == "no-article");
        let mut note = |code, message: &str| reading.notes.push(Note { code, message: message.to_owned(), span: None });
        if !is_text(&reading.text) {
            note("not-text", "This input seems to be no text, or its encoding is unknown. Paste the words instead.");
        }
        if matches!(raw, Raw::Text(text) if is_page(text)) {
            note(
                "html-as-text",
                "This looks like the source of a web page. Give it as `html`, so that only its article is read.",
            );
        }
        if !reading.text.is_empty() && self.inputs.iter().any(|i| i.text == reading.text) {
            note("same-input", "This input was added before; its articles now count twice. Remove one of the two.");
        }
        let told = |a: &Article| a.blocks.iter().any(|b| has_words(b.span.of(&reading.text)));
        if !has_words(&reading.text) {
            note("no-words", "No words were found in this input. Copy the article's text and add that instead.");
        } else if !reading.articles.iter().any(told) && !unread {
            note("no-article", "No running text was found in this input. Paste the article's text instead.");
        }
        keep_told(&mut reading);
        let input = self.inputs.len();
        let first = self.members.len();
        for article in reading.articles {
            self.serial += 1;
            self.members.push(analyse(self.english, &reading.text, input, self.serial, article, &mut labels));
        }
        self.inputs.push(Arc::new(Input {
            utf16: Utf16::new(&reading.text),
            text: reading.text,
            notes: reading.notes,
            url: given.url.clone(),
        }));
        self.joint = None;
        (first..self.members.len()).map(ArticleIx::new).collect()
    }

    /// Notes what could not be read beside the last input.
    pub fn note(&mut self, code: &'static str, message: String) {
        if let Some(last) = self.inputs.last_mut().and_then(Arc::get_mut) {
            last.notes.push(Note { code, message, span: None });
        }
    }

    /// Takes an article out. An input without an article left keeps its number and loses its text, so that a dossier
    /// that articles come to and go from does not grow.
    pub fn remove(&mut self, article: ArticleIx) {
        if article.ix() < self.members.len() {
            let moved = self.moved_out_of(article);
            let gone = self.members.remove(article.ix());
            if !self.members.iter().any(|m| m.input == gone.input) {
                self.inputs[gone.input] = self.gone.clone();
            }
            self.corrections = moved.into_iter().filter_map(|c| c.without(article.ix())).collect();
            self.joint = None;
        }
    }

    /// The corrections, each hung on a mention in another article where its entity has one.
    fn moved_out_of(&self, article: ArticleIx) -> Vec<entities::Correction> {
        if self.corrections.iter().all(|c| c.clone().without(article.ix()).is_some()) {
            return self.corrections.clone();
        }
        let order = self.order();
        let mut found = self.entities(&order, &[]);
        order.entities(&mut found);
        let mention = |(a, m): (ArticleIx, MentionIx)| &self.members[a.ix()].mentions.mentions[m.ix()];
        let words = |a: ArticleIx, s: Span| s.of(&self.inputs[self.members[a.ix()].input].text);
        let elsewhere = |(a, s): (ArticleIx, Span), same_form: bool| {
            let own = self.members[a.ix()].mentions.mentions.iter().position(|m| m.span == s).map(MentionIx::new);
            let entity = own.filter(|_| a == article).and_then(|m| found.of(a, m));
            let others = entity.map(|e| found.entities[e.ix()].mentions.iter().copied().filter(|(b, _)| *b != article));
            let places = others.into_iter().flatten().map(|at| (at.0, mention(at)));
            let fits = |(b, m): &(ArticleIx, &Mention)| match same_form {
                true => words(*b, m.span) == words(a, s),
                false => m.kind == MentionKind::Name,
            };
            places.into_iter().find(fits).map_or((a, s), |(b, m)| (b, m.span))
        };
        let mut moved = self.corrections.clone();
        for c in &mut moved {
            let same_form = match c {
                entities::Correction::Split(_, _, entities::Part::Form) => true,
                // What one article says goes with that article.
                entities::Correction::Split(..) => continue,
                _ => false,
            };
            c.anchors().for_each(|(a, s)| (*a, *s) = elsewhere((*a, *s), same_form));
        }
        moved
    }

    /// The order in which the joint stages look at the articles.
    fn order(&self) -> Order {
        let words = |m: &Member| (m.article.span.of(&self.inputs[m.input].text), m.serial);
        Order::by(&self.members.iter().map(words).collect::<Vec<_>>())
    }

    /// The entities of all articles in that order, with corrections in that order too.
    fn entities(&self, order: &Order, corrections: &[entities::Correction]) -> Entities {
        let members: Vec<&Member> = order.places.iter().map(|&p| &self.members[p]).collect();
        let named: Vec<_> = members.iter().map(|m| (self.parse(m), &m.mentions)).collect();
        let serials: Vec<u32> = members.iter().map(|m| m.serial).collect();
        entities::unite(self.english, &named, &serials, corrections)
    }

    /// Sets who published an article; goes before what was found.
    pub fn set_outlet(&mut self, article: ArticleIx, name: &str) {
        let outlet = Outlet { name: name.to_owned(), span: None, basis: Basis::Given };
        self.members[article.ix()].article.outlet = Some(outlet);
        self.joint = None;
    }

    /// Sets when an article was published; all that hangs on it is worked out again.
    pub fn set_published(&mut self, article: ArticleIx, range: DayRange) {
        let member = &mut self.members[article.ix()];
        member.article.published = Published { range, basis: Basis::Given, evidence: Vec::new() };
        let article = std::mem::take(&mut member.article);
        let text = &self.inputs[member.input].text;
        *member = analyse(self.english, text, member.input, member.serial, article, &mut &[][..]);
        self.joint = None;
    }

    /// Takes the reader's own word on entities; false, and forgotten, if it would change nothing.
    pub fn correct(&mut self, correction: entities::Correction) -> bool {
        self.joint();
        let before = self.joint.take();
        self.corrections.push(correction);
        let changes = before.as_ref().is_none_or(|b| b.entities != self.joint().entities);
        if !changes {
            self.corrections.pop();
            self.joint = before;
        }
        changes
    }

    /// The inputs in the order they were added.
    pub fn inputs(&self) -> &[Arc<Input>] {
        &self.inputs
    }

    /// The articles in the order they were added.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Articles with nearly the same words as an earlier one of another input: the later, the earlier.
    pub fn duplicates(&self) -> Vec<(ArticleIx, ArticleIx)> {
        let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        let mut found = Vec::new();
        for (later, m) in self.members.iter().enumerate() {
            let noted = self.inputs[m.input].notes.iter().any(|n| n.code == "same-input");
            let alike = |&&e: &&usize| self.members[e].sketch.same(&m.sketch);
            let earlier =
                m.sketch.hashes().iter().take(16).filter_map(|h| holders.get(h)).flatten().filter(alike).min();
            found.extend(earlier.filter(|_| !noted).map(|&e| (ArticleIx::new(later), ArticleIx::new(e))));
            for &hash in m.sketch.hashes() {
                let who = holders.entry(hash).or_default();
                // What many share is a set phrase; the others find the twin.
                if who.len() < MOST_HOLDERS {
                    who.push(later);
                }
            }
        }
        found
    }

    /// An article's words.
    pub fn parse<'a>(&'a self, member: &'a Member) -> Parse<'a> {
        member.parse(&self.inputs[member.input].text)
    }

    /// An article as the comparison reads it.
    pub fn said<'a>(&'a self, member: &'a Member) -> ArticleClaims<'a> {
        ArticleClaims {
            article: &member.article,
            parse: self.parse(member),
            mentions: &member.mentions,
            claims: &member.claims,
        }
    }

    /// An article as the timeline reads it.
    pub fn dated<'a>(&'a self, member: &'a Member, other_story: bool) -> ArticleTimes<'a> {
        ArticleTimes {
            parse: self.parse(member),
            mentions: &member.mentions,
            timexes: &member.timexes,
            events: &member.events,
            published: &member.published,
            other_story,
        }
    }

    /// What takes all articles together, worked out now if it is not yet.
    pub fn joint(&mut self) -> &Joint {
        if self.joint.is_none() {
            self.joint = Some(self.join(None));
        }
        self.joint.as_ref().expect("set above")
    }

    /// The comparison of two articles only, or of all.
    pub fn compare(&mut self, only: Option<[ArticleIx; 2]>) -> Diff {
        match only {
            None => self.joint().diff.clone(),
            Some(_) => self.join(only).diff,
        }
    }

    fn join(&self, only: Option<[ArticleIx; 2]>) -> Joint {
        let english = self.english;
        let order = self.order();
        let members: Vec<&Member> = order.places.iter().map(|&p| &self.members[p]).collect();
        let corrections: Vec<_> = self.corrections.iter().map(|c| order.correction(c)).collect();
        let mut entities = self.entities(&order, &corrections);
        let mut said: Vec<_> = members.iter().map(|m| self.said(m)).collect();
        let mut kinship = compare::dependence(english, &said, &entities);
        let timeline_of = |kinship: &Kinship| {
            let dated = members.iter().zip(&kinship.other_story).map(|(m, other)| self.dated(m, other.is_some()));
            events::timeline(english, &dated.collect::<Vec<_>>(), &entities)
        };
        let mut timeline = timeline_of(&kinship);
        // Only the timeline tells when the undated ones came out; what it sets apart takes no part in it.
        if compare::apart_in_time(&timeline.published, &mut kinship) {
            timeline = timeline_of(&kinship);
        }
        if let Some(pair) = only {
            let pair = pair.map(|a| order.rank(a).ix());
            for (_, a) in said.iter_mut().enumerate().filter(|(i, _)| !pair.contains(i)) {
                a.claims = &[];
            }
        }
        let mut diff = compare::align(english, &said, &entities, &timeline, &kinship);
        order.entities(&mut entities);
        order.kinship(&mut kinship);
        order.timeline(&mut timeline);
        order.diff(&mut diff);
        Joint { entities, kinship, timeline, diff }
    }
}

impl Member {
    /// The article's words; `text` is its input's.
    pub fn parse<'a>(&'a self, text: &'a str) -> Parse<'a> {
        Parse { text, tokens: &self.tokens, tags: &self.tags, tree: &self.tree }
    }
}

/// True for the source of a whole web page.
fn is_page(text: &str) -> bool {
    let head = text.trim_start().get(..16).unwrap_or("").to_ascii_lowercase();
    ["<!doctype html", "<html"].iter().any(|tag| head.starts_with(tag))
}

/// Leaves out what has no words.
fn keep_told(reading: &mut Reading) {
    reading.articles.retain(|a| a.blocks.iter().any(|b| has_words(b.span.of(&reading.text))));
}

/// The words of an article. What is in another language is listed, but not analysed.
fn tokens_of(english: &English, text: &str, article: &Article) -> Tokens {
    let readable = matches!(article.language.as_str(), "en" | "und");
    let blocks = if readable { article.reading_blocks() } else { Vec::new() };
    tokens::tokenize(english, text, &blocks)
}

/// What the learnt models say of an input's articles, for [`Dossier::add_labelled`] of an instance in another thread.
pub fn label(raw: Raw<'_>, given: &Given) -> Vec<u8> {
    let english = English::shared();
    let mut reading = articles::read(english, raw, given);
    keep_told(&mut reading);
    let mut out = Vec::new();
    for article in &reading.articles {
        let tokens = tokens_of(english, &reading.text, article);
        Labels::new(english, &reading.text, &tokens).write(english, &tokens, &mut out);
    }
    out
}

/// Every stage that needs one article only, in order; `labels` as far as another instance has told them.
fn analyse(english: &English, text: &str, input: usize, serial: u32, article: Article, labels: &mut &[u8]) -> Member {
    let tokens = tokens_of(english, text, &article);
    let told = Labels::read(english, text, &tokens, labels);
    let Labels { tags, tree, names: labels } = told.unwrap_or_else(|| Labels::new(english, text, &tokens));
    let parse = Parse { text, tokens: &tokens, tags: &tags, tree: &tree };
    let mut timexes = times::find(english, text, &tokens, &tags);
    times::leave_names(english, text, &tokens, &entities::people(&labels), &mut timexes);
    let published = times::publication(english, text, &tokens, &tags, &timexes, &article.published);
    times::resolve(english, text, &tokens, &tags, &published, &mut timexes);
    let mentions = entities::mentions(english, &parse, labels);
    let events = events::find(english, &parse, &mentions, &timexes);
    let claims = claims::find(english, &parse, &mentions, &timexes);
    let sketch = Sketch::new(text, &article);
    Member { serial, input, article, sketch, tokens, tags, tree, timexes, published, mentions, events, claims }
}

/// The embedded articles in the order of their file names.
const SEEDS: [&str; 5] = [
    include_str!("../seeds/000_asharq-al-awsat.txt"),
    include_str!("../seeds/001_al-bawaba.txt"),
    include_str!("../seeds/002_bloomberg.txt"),
    include_str!("../seeds/003_caliber-az.txt"),
    include_str!("../seeds/004_unknown.txt"),
];
