//! The JavaScript contract, version 1, as data. Field names are camel case on the other side.

#![allow(missing_docs)] // The contract is documented once, in the TypeScript types.

use serde::Serialize;
use std::collections::BTreeMap;

/// UTF-16 units into `dossier.text(input)`, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Span {
    pub input: u32,
    pub start: u32,
    pub end: u32,
}

#[derive(Clone, Debug, Default)]
pub struct ArticleInput {
    pub text: Option<String>,
    pub html: Option<String>,
    pub outlet: Option<String>,
    pub title: Option<String>,
    pub published: Option<String>,
    pub url: Option<String>,
    pub whole: bool,
}

#[derive(Clone, Debug)]
pub enum Correction {
    Date { article: String, published: String },
    Outlet { article: String, outlet: String },
    Merge { entities: [String; 2] },
    Split { entity: String, form: Option<String>, article: Option<String>, mention: Option<Span> },
    NotAName { entity: String },
    Rename { entity: String, name: String },
    Retype { entity: String, kind: String },
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outlet {
    pub name: String,
    pub span: Option<Span>,
    pub basis: &'static str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Published {
    pub edtf: String,
    pub earliest: Option<String>,
    pub latest: Option<String>,
    pub basis: &'static str,
    pub evidence: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Paragraph {
    pub span: Span,
    pub kind: &'static str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dropped {
    pub span: Span,
    pub why: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DependsOn {
    pub article: String,
    pub mutual: bool,
    pub why: String,
    pub evidence: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    pub id: String,
    pub siglum: String,
    pub input: u32,
    pub span: Span,
    pub headline: Option<Span>,
    pub byline: Option<Span>,
    pub outlet: Option<Outlet>,
    pub published: Published,
    pub paragraphs: Vec<Paragraph>,
    pub dropped: Vec<Dropped>,
    pub depends_on: Vec<DependsOn>,
    pub other_story: Option<String>,
    pub happening: u32,
    pub language: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Token {
    pub span: Span,
    pub form: String,
    pub lemma: String,
    pub upos: &'static str,
    pub head: i32,
    pub deprel: &'static str,
    pub entity: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sentence {
    pub span: Span,
    pub tokens: Vec<Token>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Mention {
    pub span: Span,
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metonym_for: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Alias {
    pub form: String,
    pub count: BTreeMap<String, u32>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Role {
    pub text: String,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Joined {
    pub why: String,
    pub forms: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entity {
    pub id: String,
    pub name: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub aliases: Vec<Alias>,
    pub mentions: Vec<Mention>,
    pub roles: Vec<Role>,
    pub joined: Vec<Joined>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Timeline {
    pub expressions: Vec<Timex>,
    pub entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Anchor {
    pub kind: &'static str,
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    pub article: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Timex {
    pub id: String,
    pub article: String,
    pub span: Span,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub value: String,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    pub modifier: Option<&'static str>,
    pub edtf: Option<String>,
    pub earliest: Option<String>,
    pub latest: Option<String>,
    pub anchor: Anchor,
    pub basis: &'static str,
    pub steps: Vec<String>,
    pub rule: &'static str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EntryMention {
    pub article: String,
    pub span: Span,
    pub trigger: Span,
    pub timex: Option<String>,
    pub told: &'static str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    pub id: String,
    pub edtf: String,
    pub earliest: Option<String>,
    pub latest: Option<String>,
    pub label: String,
    pub background: bool,
    pub other_story: bool,
    pub alleged: bool,
    pub planned: bool,
    pub mentions: Vec<EntryMention>,
    pub participants: Vec<String>,
    pub date_conflict: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Source {
    pub kind: &'static str,
    pub text: String,
    pub span: Option<Span>,
    pub entity: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cue {
    pub span: Span,
    pub lemma: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quantity {
    pub span: Span,
    pub value: f64,
    pub unit: String,
    pub bound: &'static str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Participant {
    pub entity: String,
    pub role: &'static str,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Claim {
    pub id: String,
    pub article: String,
    pub span: Span,
    pub content: Vec<Span>,
    pub source: Option<Source>,
    pub cue: Option<Cue>,
    pub mode: &'static str,
    pub polarity: &'static str,
    pub modality: &'static str,
    pub hedges: Vec<Span>,
    pub quantities: Vec<Quantity>,
    pub times: Vec<String>,
    pub participants: Vec<Participant>,
    pub inner: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClaimDiff {
    pub groups: Vec<Group>,
    pub only_in: BTreeMap<String, Vec<String>>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DiffersIn {
    pub slot: &'static str,
    pub why: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupMember {
    pub claim: String,
    pub article: String,
    pub key: Span,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Side {
    pub says: String,
    pub members: Vec<GroupMember>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Group {
    pub id: String,
    pub topic: String,
    pub question: String,
    pub relation: &'static str,
    pub strength: &'static str,
    pub differs_in: Vec<DiffersIn>,
    pub sides: Vec<Side>,
    pub same_source: bool,
    pub within: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Note {
    pub code: &'static str,
    pub message: String,
    pub article: Option<String>,
    pub span: Option<Span>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SameName {
    pub same: bool,
    pub score: f64,
    pub why: String,
}
