//! Votes named by their year: "the 2019 Nigerian presidential election".

use super::find::mention;
use super::{EntityType, Mention, MentionKind};
use crate::english::English;
use crate::syntax::Parse;
use crate::tags::Upos;
use crate::text::Arrange;
use std::ops::Range;

/// Words between the first name of a vote and the word for it ("House of Representatives", "state legislative").
const BETWEEN: usize = 6;

/// Makes one name of a year, a place or people and a vote; without its year, a vote is no name and its country stays one.
///
/// ok: `The [a 2019 Nigerian presidential election] was delayed. Few recall the [a 2019 Nigerian presidential election].`
/// ok: `He lost his seat in the [a 2010 United Kingdom general election]. The [b United Kingdom] left in 2020.`
/// no: `In 2023 the [a Kenyan election] was calm.`
pub(super) fn votes(english: &English, parse: &Parse<'_>, names: &mut Vec<Mention>) {
    let mut found: Vec<Range<usize>> = names.iter().filter_map(|m| vote(english, parse, m)).collect();
    found.arrange_by_key(|v| v.start);
    // "2019 Nigerian Senate election" is found from either name.
    found.dedup_by(|next, vote| next.start < vote.end);
    names.retain(|m| {
        let after = found.partition_point(|v| v.end <= m.tokens.start);
        found.get(after).is_none_or(|v| v.start >= m.tokens.end)
    });
    names.extend(found.into_iter().map(|v| mention(parse, v, MentionKind::Name, EntityType::Event)));
}

/// The tokens of the vote that a name is the place, the people or the body of.
fn vote(english: &English, parse: &Parse<'_>, m: &Mention) -> Option<Range<usize>> {
    let sentence = parse.sentence_tokens(m.tokens.start);
    let year = |t: usize| parse.form(t).len() == 4 && parse.form(t).bytes().all(|b| b.is_ascii_digit());
    let (mut start, mut first) = (m.tokens.start, m.tokens.start);
    if !year(start) {
        first = start.checked_sub(1).filter(|&t| t >= sentence.start && year(t))?;
        start = first;
    }
    // "February 1974"
    let month = |word: &str| english.entities.is_day_or_month(word) && !english.entities.is_weekday(word);
    if first > sentence.start && month(&parse.form(first - 1).to_lowercase()) {
        start = first - 1;
    }
    let stop = sentence.end.min(m.tokens.end + BETWEEN);
    let is_vote = |t: &usize| english.entities.is_vote(&parse.form(*t).to_lowercase());
    let hyphen = |t: usize| parse.form(t) == "-";
    let joins = |t: usize| {
        matches!(parse.upos(t), Upos::Adj | Upos::Noun | Upos::Propn)
            || english.entities.is_of(parse.form(t))
            || hyphen(t)
            || hyphen(t + 1)
    };
    let last = (m.tokens.start + 1..stop).find(is_vote)?;
    (m.tokens.end..last).all(joins).then_some(start..last + 1)
}
