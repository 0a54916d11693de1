//! The dossier as JavaScript sees it: ids are strings, offsets are UTF-16.

use super::contract as v;
use super::{Error, ErrorCode, bundle};
use crate::articles::{Basis, Given, Raw};
use crate::dates::DayRange;
use crate::dossier::{self, Dossier, Member};
use crate::entities::{self, Label, MentionKind};
use crate::text::{Arrange, ArticleIx, BlockKind, Span, TokenIx, is_blank};
use std::collections::BTreeMap;

/// Most bytes of text that one input may hold.
pub const MAX_INPUT: usize = 16 << 20;

/// Most bytes of a name that a reader gives.
pub(super) const MAX_NAME: usize = 1 << 10;

/// Most bytes of a given headline.
const MAX_TITLE: usize = 4 << 10;

/// Most bytes of a given address.
const MAX_URL: usize = 8 << 10;

/// A dossier behind the contract.
#[derive(Debug, Default)]
pub struct View {
    pub(super) dossier: Dossier,
}

impl View {
    /// The articles embedded in the build.
    pub fn sample() -> Self {
        Self { dossier: Dossier::sample() }
    }

    /// Reads one input; the ids of the articles in it. Articles given as JSON become an input each; those of them
    /// that cannot be read are noted (`entry-unread`).
    ///
    /// # Errors
    /// `empty-input`, `too-large`, `unknown-option` (both text and html), `bad-date`. Nothing is added then; of JSON,
    /// this is the first entry's error where no entry can be read.
    pub fn add(&mut self, input: &v::ArticleInput) -> Result<Vec<String>, Error> {
        self.add_labelled(input, &[])
    }

    /// The same, with what [`label`] said of this very input in another thread. Bytes that are nothing of the kind are
    /// passed over.
    ///
    /// # Errors
    /// As [`View::add`].
    pub fn add_labelled(&mut self, input: &v::ArticleInput, labels: &[u8]) -> Result<Vec<String>, Error> {
        let raw = checked(input)?;
        let Some(list) = listed(raw)? else { return Ok(self.read(raw, input, labels)) };
        let (mut added, mut refused, several) = (Vec::new(), Vec::new(), list.len());
        for (i, entry) in list.into_iter().enumerate() {
            match entry.and_then(|a| Ok(self.read(checked(&a)?, &a, &[]))) {
                Ok(ids) => added.extend(ids),
                Err(e) if several == 1 => return Err(e),
                Err(e) => refused.push(bundle::in_list(i, e)),
            }
        }
        // One entry that cannot be read costs none of the others.
        if refused.len() == several {
            return Err(refused.swap_remove(0));
        }
        for e in refused {
            self.dossier.note("entry-unread", e.message);
        }
        Ok(added)
    }

    fn read(&mut self, raw: Raw<'_>, input: &v::ArticleInput, labels: &[u8]) -> Vec<String> {
        let added = self.dossier.add_labelled(raw, &given(input), labels);
        added.into_iter().map(|a| self.article_id(a)).collect()
    }

    /// Takes an article out.
    ///
    /// # Errors
    /// `unknown-article`.
    pub fn remove(&mut self, article: &str) -> Result<(), Error> {
        let a = self.article_ix(article)?;
        self.dossier.remove(a);
        Ok(())
    }

    /// The plain text of an input.
    ///
    /// # Errors
    /// `unknown-input`.
    pub fn text(&self, input: usize) -> Result<&str, Error> {
        let inputs = self.dossier.inputs();
        inputs.get(input).map(|i| i.text.as_str()).ok_or_else(|| {
            let message = format!("There is no input {input}; this dossier has {}, counted from 0.", inputs.len());
            Error::new(ErrorCode::UnknownInput, message)
        })
    }

    /// The articles, in the order they were added.
    pub fn articles(&mut self) -> Vec<v::Article> {
        self.dossier.joint();
        (0..self.dossier.members().len()).map(|i| self.article(ArticleIx::new(i))).collect()
    }

    fn article(&mut self, ix: ArticleIx) -> v::Article {
        let joint = self.dossier.joint();
        let published = joint.timeline.published.get(ix.ix()).cloned().unwrap_or_default();
        let depends: Vec<_> = joint.kinship.depends.iter().filter(|d| d.article == ix).cloned().collect();
        let other_story = joint.kinship.other_story.get(ix.ix()).cloned().flatten();
        let happening = joint.kinship.happening.get(ix.ix()).copied().unwrap_or_default();
        let m = &self.dossier.members()[ix.ix()];
        let a = &m.article;
        let span = |s: Span| self.span(m, s);
        v::Article {
            id: self.article_id(ix),
            siglum: siglum(ix.ix()),
            input: m.input as u32,
            span: span(a.span),
            headline: a.headline.map(span),
            byline: a.byline.map(span),
            outlet: a.outlet.as_ref().map(|o| v::Outlet {
                name: o.name.clone(),
                span: o.span.map(span),
                basis: basis(o.basis),
            }),
            published: v::Published {
                edtf: published.range.edtf.clone(),
                earliest: show(published.range.earliest),
                latest: show(published.range.latest),
                basis: basis(published.basis),
                evidence: published.evidence.iter().map(|&s| span(s)).collect(),
            },
            paragraphs: (a.blocks.iter())
                .filter_map(|b| {
                    let kind = match b.kind {
                        BlockKind::Headline | BlockKind::Dateline => return None,
                        BlockKind::Body => "body",
                        BlockKind::Subhead => "subhead",
                        BlockKind::Caption => "caption",
                    };
                    Some(v::Paragraph { span: span(b.span), kind })
                })
                .collect(),
            dropped: a.dropped.iter().map(|d| v::Dropped { span: span(d.span), why: d.why.clone() }).collect(),
            depends_on: (depends.iter())
                .map(|d| v::DependsOn {
                    article: self.article_id(d.on),
                    mutual: d.mutual,
                    why: d.why.clone(),
                    evidence: d.evidence.iter().map(|&s| span(s)).collect(),
                })
                .collect(),
            other_story,
            happening,
            language: a.language.clone(),
        }
    }

    /// The sentences of an article with their tokens.
    ///
    /// # Errors
    /// `unknown-article`.
    pub fn sentences(&self, article: &str) -> Result<Vec<v::Sentence>, Error> {
        let m = &self.dossier.members()[self.article_ix(article)?.ix()];
        let p = self.dossier.parse(m);
        let sentence = |s: &crate::tokens::Sentence| v::Sentence {
            span: self.span(m, s.span),
            tokens: (s.tokens.clone())
                .map(|t| v::Token {
                    span: self.span(m, p.span(t)),
                    form: p.form(t).to_owned(),
                    lemma: p.lemma(t).to_owned(),
                    upos: p.upos(t).name(),
                    head: m.tree.head[t].map_or(-1, |h: TokenIx| (h.ix() - s.tokens.start) as i32),
                    deprel: p.deprel(t).name(),
                    entity: match m.mentions.labels.get(t).copied().unwrap_or_default() {
                        Label::Outside => "O".to_owned(),
                        Label::Begin(k) => format!("B-{}", k.name()),
                        Label::Inside(k) => format!("I-{}", k.name()),
                    },
                })
                .collect(),
        };
        Ok(p.sentences().iter().map(sentence).collect())
    }

    /// The entities, most mentioned first.
    pub fn entities(&mut self) -> Vec<v::Entity> {
        let entities = self.dossier.joint().entities.entities.clone();
        (entities.iter())
            .map(|e| {
                let mut counts: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
                let mut mentions = Vec::new();
                for &(a, m) in &e.mentions {
                    let member = &self.dossier.members()[a.ix()];
                    let mention = &member.mentions.mentions[m.ix()];
                    let kind = match mention.kind {
                        MentionKind::Name => {
                            let form = mention.span.of(&self.dossier.inputs()[member.input].text).to_owned();
                            *counts.entry(form).or_default().entry(self.article_id(a)).or_default() += 1;
                            "name"
                        }
                        MentionKind::Nominal => "nominal",
                        MentionKind::Pronoun => "pronoun",
                    };
                    let span = self.span(member, mention.span);
                    mentions.push(v::Mention { span, kind, metonym_for: mention.metonym_for.clone() });
                }
                let mut aliases: Vec<_> = counts.into_iter().map(|(form, count)| v::Alias { form, count }).collect();
                aliases.arrange_by_key(|a| std::cmp::Reverse(a.count.values().sum::<u32>()));
                v::Entity {
                    id: e.id.to_string(),
                    name: e.name.clone(),
                    kind: e.kind.name(),
                    aliases,
                    mentions,
                    roles: (e.roles.iter())
                        .map(|r| v::Role {
                            text: r.text.clone(),
                            span: self.span(&self.dossier.members()[r.article.ix()], r.span),
                        })
                        .collect(),
                    joined: e.joined.iter().map(|j| v::Joined { why: j.why.clone(), forms: j.forms.clone() }).collect(),
                }
            })
            .collect()
    }

    /// The id of the article at a place.
    pub(super) fn article_id(&self, ix: ArticleIx) -> String {
        format!("a{}", self.dossier.members()[ix.ix()].serial)
    }

    pub(crate) fn article_ix(&self, id: &str) -> Result<ArticleIx, Error> {
        let serial = id.strip_prefix('a').and_then(|n| n.parse::<u32>().ok());
        let place = self.dossier.members().iter().position(|m| Some(m.serial) == serial);
        place.map(ArticleIx::new).ok_or_else(|| {
            Error::new(
                ErrorCode::UnknownArticle,
                format!("There is no article `{id}` in this dossier; ask articles() for the ids."),
            )
        })
    }

    /// A span of an article's input in UTF-16.
    pub(super) fn span(&self, member: &Member, span: Span) -> v::Span {
        let input = &self.dossier.inputs()[member.input];
        let (start, end) = input.utf16.span(&input.text, span);
        v::Span { input: member.input as u32, start, end }
    }
}

/// One person or place, two spellings?
pub fn same_name(a: &str, b: &str) -> v::SameName {
    let s = entities::same_name(crate::english::English::shared(), a, b);
    v::SameName { same: s.same, score: s.score, why: s.why }
}

/// What the learnt models say of an input, for [`View::add_labelled`] of an instance in another thread: most of the work
/// of reading it. Nothing of JSON, whose articles are inputs each.
///
/// # Errors
/// As [`View::add`].
pub fn label(input: &v::ArticleInput) -> Result<Vec<u8>, Error> {
    let raw = checked(input)?;
    Ok(match listed(raw)? {
        Some(_) => Vec::new(),
        None => dossier::label(raw, &given(input)),
    })
}

/// The articles of an input that is JSON.
fn listed(raw: Raw<'_>) -> Result<Option<Vec<Result<v::ArticleInput, Error>>>, Error> {
    if let Raw::Text(text) = raw { bundle::articles(text) } else { Ok(None) }
}

fn given(input: &v::ArticleInput) -> Given {
    Given {
        outlet: input.outlet.clone(),
        title: input.title.clone(),
        published: input.published.clone(),
        url: input.url.clone(),
        whole: input.whole,
    }
}

/// What an input holds, if it can be read.
fn checked(input: &v::ArticleInput) -> Result<Raw<'_>, Error> {
    let raw = match (&input.text, &input.html) {
        (Some(text), None) => Raw::Text(text),
        (None, Some(html)) => Raw::Html(html),
        (Some(_), Some(_)) => {
            return Err(Error::new(ErrorCode::UnknownOption, "Give either `text` or `html`, not both."));
        }
        (None, None) => {
            return Err(Error::new(ErrorCode::EmptyInput, "Give the article as `text` or as `html`."));
        }
    };
    let (Raw::Text(words) | Raw::Html(words)) = raw;
    if is_blank(words) {
        let message = "There are no words in this input. Paste the text of an article.";
        return Err(Error::new(ErrorCode::EmptyInput, message));
    }
    if words.len() > MAX_INPUT {
        let message = format!(
            "This input has {} MB; at most {} MB are read at once. Add the articles one by one.",
            words.len() >> 20,
            MAX_INPUT >> 20
        );
        return Err(Error::new(ErrorCode::TooLarge, message));
    }
    for (what, value, most) in
        [("outlet", &input.outlet, MAX_NAME), ("title", &input.title, MAX_TITLE), ("url", &input.url, MAX_URL)]
    {
        if let Some(n) = value.as_ref().map(String::len).filter(|&n| n > most) {
            let message = format!("The `{what}` has {n} bytes; give one of at most {most}.");
            return Err(Error::new(ErrorCode::TooLarge, message));
        }
    }
    if let Some(published) = &input.published {
        day_range(published)?;
    }
    Ok(raw)
}

/// A range from an ISO 8601 date, month, year or date-time.
pub(super) fn day_range(iso: &str) -> Result<DayRange, Error> {
    DayRange::parse(iso).ok_or_else(|| {
        let iso: String = iso.chars().take(40).collect();
        let message = format!("`{iso}` is not a date. Write it as 2024-12-09, 2024-12 or 2024-12-09T07:08:00Z.");
        Error::new(ErrorCode::BadDate, message)
    })
}

pub(super) fn show(d: Option<crate::dates::Date>) -> Option<String> {
    d.map(|d| d.to_string())
}

fn basis(b: Basis) -> &'static str {
    match b {
        Basis::Given => "given",
        Basis::Stated => "stated",
        Basis::Inferred => "inferred",
        Basis::Unknown => "unknown",
    }
}

/// A to Z, then AA, AB, ...
pub(super) fn siglum(mut n: usize) -> String {
    let mut out = String::new();
    loop {
        out.insert(0, (b'A' + (n % 26) as u8) as char);
        if n < 26 {
            return out;
        }
        n = n / 26 - 1;
    }
}
