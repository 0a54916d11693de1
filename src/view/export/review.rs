//! schema.org `ClaimReview` drafts of what the accounts tell differently. A person has to check them and to add the
//! rating: none is given here.

use super::Report;
use super::json::pretty;
use crate::view::contract as v;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Review<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    claim_reviewed: &'a str,
    review_body: String,
    item_reviewed: Claim<'a>,
}

#[derive(Serialize)]
struct Claim<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Named<'a>>,
    appearance: Vec<Appearance<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Appearance<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Named<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    text: &'a str,
}

pub(super) fn write(r: &Report<'_>) -> String {
    let told_apart = r.diff.groups.iter().filter(|g| g.relation != "agree");
    let reviews: Vec<_> = told_apart.flat_map(|g| g.sides.iter().map(move |side| review(r, g, side))).collect();
    pretty(&reviews)
}

fn review<'a>(r: &'a Report<'_>, g: &'a v::Group, side: &'a v::Side) -> Review<'a> {
    let why: Vec<_> = g.differs_in.iter().map(|d| d.why.as_str()).collect();
    let source = side.members.iter().find_map(|m| r.claims.iter().find(|c| c.id == m.claim)?.source.as_ref());
    Review {
        context: "https://schema.org",
        kind: "ClaimReview",
        claim_reviewed: &side.says,
        review_body: format!("{} {}", g.title(), why.join(" ")).trim().to_owned(),
        item_reviewed: Claim {
            kind: "Claim",
            author: source.map(|s| Named { kind: "Thing", name: &s.text }),
            appearance: side.members.iter().map(|m| appearance(r, m)).collect(),
        },
    }
}

fn appearance<'a>(r: &'a Report<'_>, m: &v::GroupMember) -> Appearance<'a> {
    let article = r.article(&m.article);
    let outlet = article.map_or("", |a| r.outlet(a));
    Appearance {
        kind: "NewsArticle",
        headline: article.and_then(|a| a.headline).map(|s| r.words(s)),
        publisher: (!outlet.is_empty()).then_some(Named { kind: "Organization", name: outlet }),
        // A day only: a range is no date that the vocabulary knows.
        date_published: article
            .and_then(|a| a.published.earliest.as_deref().filter(|e| a.published.latest.as_deref() == Some(e))),
        url: article.and_then(|a| r.url(a)),
        text: r.words(m.key),
    }
}
