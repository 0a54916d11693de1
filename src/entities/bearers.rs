//! Short forms of full names across articles, where one bearer is meant.

use super::sounds::{SHORTEST_BY_SOUND, SURE_WORD};
use super::spelling::{alike, block};
use super::structure::is_short_for;
use super::unite::{MOST_IN_BLOCK, MUCH_MORE, Union};
use crate::text::Arrange;
use std::collections::BTreeMap;

/// A family name alone, or a shorter form, in an article that never gives the full name.
/// ok: `Lawyers met [a Amina Mensah] in Accra. / [a Mensah] told reporters in Accra that an appeal would follow.`
/// no: `Lawyers met [a Amina Mensah] and [b Kofi Mensah] in Accra. / Lawyers met [-c Mensah] in Accra.`
/// no: `Lawyers met [a Tunde Adeyemi] in Lagos. / Lawyers met [b Ben Adeyemi] in Lagos.`
pub(super) fn parts_of_full_names(union: &mut Union<'_>) {
    let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for p in union.named() {
        let Some(parts) = union.profiles[p].person.as_ref().filter(|n| n.words.len() > 1) else { continue };
        let family = (parts.words.len() > 2).then(|| parts.words[parts.words.len() - 2].clone());
        let sounds = block(parts.letters.last().map_or(&[][..], |l| l)).to_uppercase();
        for w in [Some(parts.last().to_owned()), Some(sounds), family].into_iter().flatten() {
            by_word.entry(w).or_default().push(p);
        }
    }
    for p in union.named() {
        let Some(parts) = union.profiles[p].person.clone() else { continue };
        let Some(sounds) = parts.letters.last() else { continue };
        let exact = by_word.get(parts.last());
        let near = || by_word.get(&block(sounds).to_uppercase()).filter(|_| parts.words.len() == 1);
        let Some(candidates) = exact.or_else(near).cloned() else { continue };
        // The distinct persons of that family name, with how many chains speak of each.
        let mut bearers: Vec<(usize, usize)> = Vec::new();
        for c in candidates {
            let Some(long) = &union.profiles[c].person else { continue };
            let whole = parts.words.len() == 1 || parts.last() == long.last();
            let short = is_short_for(&parts, long)
                && (long.words.len() > parts.words.len() || long.suffix.is_some() && parts.suffix.is_none())
                && (whole || !union.english.people.is_given(parts.last()));
            let sounds_so = parts.words.len() == 1
                && parts.lead.is_none()
                && !parts.crowned
                && sounds.len() >= SHORTEST_BY_SOUND
                && long.letters.last().is_some_and(|l| alike(&union.english.spelling, sounds, l) >= SURE_WORD);
            if !(short || sounds_so) {
                continue;
            }
            let root = union.chains.root(c);
            let said = union.profiles[c].mentions.len();
            match bearers.iter().position(|(b, _)| union.chains.root(*b) == root) {
                Some(b) => bearers[b].1 += said,
                None if bearers.len() < MOST_IN_BLOCK => bearers.push((c, said)),
                None => {}
            }
        }
        bearers.arrange_by_key(|&(c, n)| (std::cmp::Reverse(n), c));
        match bearers[..] {
            [(only, _)] => union.join(only, p, union.english.entities.why.only_bearer),
            // Far more spoken of than any namesake.
            [(most, n), (_, m), ..] if n >= MUCH_MORE * m => {
                union.join(most, p, union.english.entities.why.likeliest_bearer);
            }
            _ => {}
        }
    }
}
