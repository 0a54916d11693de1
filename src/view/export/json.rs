//! Everything that the contract yields, as JSON.

use super::Report;
use crate::view::contract as v;
use serde::Serialize;

/// Its `schema` number is that of the contract.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Whole<'a> {
    schema: u32,
    texts: Vec<&'a str>,
    articles: &'a [v::Article],
    entities: &'a [v::Entity],
    timeline: &'a v::Timeline,
    claims: &'a [v::Claim],
    claim_diff: &'a v::ClaimDiff,
    notes: &'a [v::Note],
}

pub(super) fn write(r: &Report<'_>) -> String {
    pretty(&Whole {
        schema: 1,
        texts: r.texts().collect(),
        articles: &r.articles,
        entities: &r.entities,
        timeline: &r.timeline,
        claims: &r.claims,
        claim_diff: &r.diff,
        notes: &r.notes,
    })
}

/// Plain structs, which always serialise.
pub(super) fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
