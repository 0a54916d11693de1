//! Bodies across articles by a part of their name: a team without its town, an institution by its first word.

use super::chains::Class;
use super::unite::Union;
use std::collections::BTreeMap;

/// A part is held against no more than so many full names.
const MOST_CANDIDATES: usize = 16;

/// ok: `The [a Lagos Hornets] won. Fans of the [a Hornets] cheered. / The [a Lagos Hornets] sold their captain.`
/// ok: `She teaches at [a Kwabena University]. Students at [a Kwabena] went on strike.`
/// no: `The [a Jakarta Post] was first. The [b Bangkok Post] was late.`
pub(super) fn parts(union: &mut Union<'_>) {
    let mut longer: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let named = union.named();
    for &p in &named {
        if matches!(union.profiles[p].class(), Class::Person | Class::People) {
            continue;
        }
        for form in union.profiles[p].forms.keys() {
            for part in parts_of(union, form) {
                let list = longer.entry(part).or_default();
                if list.len() < MOST_CANDIDATES && !list.contains(&p) {
                    list.push(p);
                }
            }
        }
    }
    for p in named {
        let forms: Vec<String> = union.profiles[p].forms.keys().filter(|f| !f.contains(' ')).cloned().collect();
        for form in forms {
            let Some(full) = longer.get(&form).cloned() else { continue };
            let known = union.english.places.get(&form).is_some() || union.profiles[p].class() == Class::Person;
            if !known && full.iter().all(|&f| union.chains.same(f, full[0])) {
                union.join(full[0], p, union.english.entities.why.only_bearer);
            }
        }
    }
}

/// The single words that can stand for a name of several: what follows a town, and what precedes a kind of institution.
fn parts_of(union: &Union<'_>, form: &str) -> Vec<String> {
    let english = union.english;
    let words: Vec<&str> = form.split(' ').collect();
    let kind = |w: &str| {
        let plain = w.strip_suffix('s').unwrap_or(w);
        english.entities.noun(w).is_some()
            || english.entities.noun(plain).is_some()
            || english.entities.is_legal_form(w)
            || english.names.words.get(w).is_some()
    };
    let own = |w: &str| w.len() > 3 && !kind(w) && english.places.get(w).is_none() && !english.people.has(w);
    let mut out = Vec::new();
    let (first, last) = (words[0], words[words.len() - 1]);
    let town = words.len() > 1 && english.places.get(&words[..words.len() - 1].join(" ")).is_some();
    if town && own(last) {
        out.push(last.to_owned());
    }
    if words.len() > 1 && words.len() < 5 && own(first) && kind(last) {
        out.push(first.to_owned());
    }
    out
}
