//! Acronyms that a text gives in brackets behind what they stand for.

use super::find::mention;
use super::names_alike::{acronym, initials};
use super::{EntityType, Mention, MentionKind};
use crate::english::English;
use crate::syntax::Parse;
use crate::text::{Arrange, Gather};
use std::collections::BTreeSet;

/// Adds as a name what stands in brackets behind one and is made of its initials: "the Central Bank (CB)", after Schwartz and
/// Hearst (2003). It is of the same kind.
///
/// ok: `The [a Central Bank (CB)] met in Lima. The [a CB] cut its rate.`
/// no: `The [a Central Bank] (Lima) met. [b Lima] was quiet.`
pub(super) fn acronyms(english: &English, parse: &Parse<'_>, names: &mut Vec<Mention>) {
    let found: Vec<Mention> = names
        .iter()
        .filter(|m| m.label != EntityType::Person)
        .filter_map(|m| {
            let at = m.tokens.end + 1;
            let closed = at + 1 < parse.len() && parse.form(at - 1) == "(" && parse.form(at + 1) == ")";
            let short = closed.then(|| acronym(parse.form(at))).flatten()?;
            let spells = initials(english, m.span.of(parse.text)).iter().any(|i| i.eq_ignore_ascii_case(&short));
            spells.then(|| mention(parse, at..at + 1, MentionKind::Name, m.label))
        })
        .collect();
    let known: BTreeSet<usize> = names.iter().flat_map(|m| m.tokens.clone()).into_set();
    names.extend(found.into_iter().filter(|f| !known.contains(&f.tokens.start)));
    names.arrange_by_key(|m| m.span.start);
}
