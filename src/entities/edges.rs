//! Where names begin and end: what the recogniser takes in too much of, cuts short, or passes over.

use super::find::{checked, is_title, mention};
use super::{EntityType, Label, Mention, MentionKind};
use crate::english::{English, PlaceKind};
use crate::syntax::Parse;
use crate::tags::Upos;
use crate::text::{Arrange, fold};
use std::ops::Range;

/// One labelled run as the names that are in it: dashes between blanks and titles are no part of a name.
///
/// ok: `Lawyers met Defence Minister [a Kofi Mensah] in Accra. [a Mensah] left early.`
/// ok: `[a Foreign Minister] [a Rosa Quispe] resigned on Monday.`
pub(super) fn pieces(
    english: &English,
    parse: &Parse<'_>,
    run: Range<usize>,
    label: EntityType,
) -> Vec<(Range<usize>, EntityType)> {
    let gap = |t: usize| t + 1 < parse.len() && parse.span(t).end < parse.span(t + 1).start;
    let dash = |t: usize| matches!(parse.form(t), "-" | "–" | "—") && t > 0 && gap(t - 1) && gap(t);
    let mut out = Vec::new();
    for piece in run.clone().collect::<Vec<_>>().split(|&t| dash(t)) {
        let (Some(&first), Some(&last)) = (piece.first(), piece.last()) else { continue };
        let (mut start, end) = (first, before_day(english, parse, first..last + 1));
        if is_date(english, parse, start..end) {
            continue;
        }
        if label == EntityType::Person {
            if let Some(title) = (start..end - 1).rfind(|&t| is_title(english, parse, t)) {
                let people = english.places.get(&fold(parse.form(start))).map(|p| p.kind);
                if matches!(people, Some(PlaceKind::Demonym | PlaceKind::People)) {
                    out.push((start..start + 1, EntityType::Norp));
                }
                // "Secretary of State Ann Lee": what the office is of goes with it.
                let of = title + 3 < end && english.entities.is_filler(&parse.form(title + 1).to_lowercase());
                start = if of { title + 3 } else { title + 1 };
            }
            // A title alone names no one.
            if is_title(english, parse, end - 1) && (start..end).all(|t| !english.people.has(&fold(parse.form(t)))) {
                continue;
            }
        }
        if let Some(of) = origin(english, parse, start..end, label) {
            out.push((start..of, EntityType::Person));
            let place = if english.entities.is_article(parse.form(of + 1)) { of + 2 } else { of + 1 };
            if place < end {
                out.push((place..end, checked(english, parse, place..end, EntityType::Gpe)));
            }
            continue;
        }
        let whole = (start..end) == run;
        out.push((start..end, if whole { label } else { checked(english, parse, start..end, label) }));
    }
    out
}

/// The "of" behind a person's full name: where somebody is from belongs to no name ("Ann Lee of Leeds"), unless it is
/// all that tells who is meant ("Joan of Arc").
///
/// ok: `[a Peter Brown] of [b Harwick] was elected. [b Harwick] cheered [a Brown].`
/// no: `[a Lawrence of Arabia] was shown in [b Harwick].`
fn origin(english: &English, parse: &Parse<'_>, name: Range<usize>, label: EntityType) -> Option<usize> {
    let given = || english.people.is_given(&fold(parse.form(name.start)));
    let of = (name.start + 2..name.end.saturating_sub(1)).find(|&t| english.entities.is_of(parse.form(t)))?;
    let word = parse.form(of - 1).to_lowercase();
    let kind = english.entities.noun(&word).is_some() || english.names.words.get(&word).is_some();
    (label == EntityType::Person || label == EntityType::Org && given()).then_some(of).filter(|_| !kind)
}

/// True for days and months, alone or with figures: they name no one.
///
/// no: `In [-a May] the river rose. By [-b June], [a May Ek] had left. [-c Jan 22] was cold, said [a Ek].`
fn is_date(english: &English, parse: &Parse<'_>, name: Range<usize>) -> bool {
    let word = |t: usize| parse.form(t).to_lowercase();
    let figure = |t: usize| t < parse.len() && parse.form(t).bytes().all(|b| b.is_ascii_digit());
    let words = &english.entities;
    if name.len() == 1 && words.is_month_and_name(&word(name.start)) {
        let after = || parse.word_before(name.start).is_some_and(|w| words.is_before_month(&w));
        return figure(name.end) || after() && parse.upos(name.start.saturating_sub(1)) == Upos::Adp;
    }
    let month = |w: &str| words.is_day_or_month(w) || words.is_month_and_name(w);
    let (first, rest) = (name.start, name.start + 1..name.end);
    month(&word(first)) && rest.clone().all(figure) && (!rest.is_empty() || words.is_day_or_month(&word(first)))
}

/// Where a name ends before a day that was taken into it, with the small words between ("Quito on Friday").
///
/// ok: `The minister flew to [a Arequipa] Friday. Rain fell in [a Arequipa] on Saturday.`
fn before_day(english: &English, parse: &Parse<'_>, run: Range<usize>) -> usize {
    let word = |t: usize| parse.form(t).to_lowercase();
    let day = (run.start + 1..run.end)
        .find(|&t| english.entities.is_weekday(&word(t)) && !english.entities.is_named_day(&word(t - 1)));
    let mut end = day.unwrap_or(run.end);
    while day.is_some() && end > run.start + 1 && !parse.form(end - 1).starts_with(char::is_uppercase) {
        end -= 1;
    }
    end
}

/// Countries and capitals that the recogniser passed over.
///
/// ok: `Envoys of [a Kenya], [b Jordan], and [c Chad] met. They flew to [b Jordan].`
pub(super) fn places(english: &English, parse: &Parse<'_>, names: &mut Vec<Mention>) {
    let taken = covered(parse, names);
    let capital = |t: usize| t < parse.len() && parse.form(t).starts_with(char::is_uppercase);
    let mut t = 0;
    while t < parse.len() {
        let sentence = parse.sentence_tokens(t);
        let free = |k: usize| k < sentence.end && !taken[k];
        let len = (1..=3usize).rev().find(|&n| {
            let all = (t..t + n).all(|k| free(k) && capital(k) && parse.upos(k) == Upos::Propn);
            let kind = || english.places.get(&fold(parse.span_of(t..t + n).of(parse.text))).map(|p| p.kind);
            all && matches!(kind(), Some(PlaceKind::Country | PlaceKind::Capital))
        });
        let Some(len) = len.filter(|_| t > sentence.start) else {
            t += 1;
            continue;
        };
        // A word among other words in capitals may be part of any name.
        let alone = (parse.upos(t - 1) == Upos::Punct || !capital(t - 1))
            && (t + len >= sentence.end || parse.upos(t + len) == Upos::Punct || !capital(t + len));
        if alone {
            names.push(mention(parse, t..t + len, MentionKind::Name, EntityType::Gpe));
        }
        t += len;
    }
}

/// A given name and what follows it in capitals, passed over by the recogniser.
///
/// ok: `The envoy, [a Fatima al-Zahrawi], landed in Nairobi. [a Al-Zahrawi] spoke briefly.`
/// ok: `[a Raed al-Tamimi], the head of the rescuers, spoke on Monday. Few had heard of [a Raed al-Tamimi].`
pub(super) fn persons(english: &English, parse: &Parse<'_>, names: &mut Vec<Mention>) {
    let taken = covered(parse, names);
    let titled = |t: usize| super::find::is_heading(parse, t);
    let mut t = 0;
    while t + 1 < parse.len() {
        let stop = parse.sentence_tokens(t).end;
        let free = |k: usize| k < stop && !taken[k] && parse.upos(k) == Upos::Propn;
        let word = |k: usize| free(k) && parse.form(k).len() > 1 && parse.form(k).starts_with(char::is_uppercase);
        // "Raed al-Salih, the head of the rescuers": a name and an Arabic article, told of behind a comma.
        let apposed = t + 4 < stop && is_joined_article(english, parse, t + 1) && parse.form(t + 4) == ",";
        if !(word(t) && (apposed || english.people.is_given(&fold(parse.form(t))))) || titled(t) {
            t += 1;
            continue;
        }
        let mut end = t + 1;
        loop {
            let article = end + 2 < stop && free(end) && is_joined_article(english, parse, end);
            match () {
                () if article && word(end + 2) => end += 3,
                () if word(end) && end - t < 4 => end += 1,
                () => break,
            }
        }
        let known = (t..end).any(|k| english.places.get(&fold(parse.form(k))).is_some());
        let plain = (t..end).any(|k| english.entities.noun(&parse.form(k).to_lowercase()).is_some());
        if end > t + 1 && !known && !plain {
            names.push(mention(parse, t..end, MentionKind::Name, EntityType::Person));
        }
        t = end;
    }
}

/// Takes in what belongs to a name on either side, and tells what it then names.
///
/// ok: `The [a Mubarak regime] fell. [b Mubarak] himself was tried. Many missed the [a Mubarak regime].`
/// ok: `The [a Kenyan army] moved north. Most [b Kenyan] villages were empty.`
/// ok: `Rain fell on [a northern Ghana]. The rest of [b Ghana] was dry.`
/// ok: `The [a 5th Division] took the hill. Soldiers of the [a 5th Division] sang.`
/// ok: `The [a Disaster and Rescue Agency] sent help. Staff of the [a Disaster and Rescue Agency] slept in tents.`
/// ok: `The police hold [a Joe "Spider" Leone]. [a Leone] said nothing.`
/// no: `[a Hosni Mubarak] spoke. [a Mubarak]'s [b regime] fell.`
pub(super) fn widen(english: &English, parse: &Parse<'_>, names: &mut Vec<Mention>) {
    names.arrange_by_key(|m| (m.tokens.start, std::cmp::Reverse(m.tokens.end)));
    let mut taken = covered(parse, names);
    let mut out: Vec<Mention> = Vec::with_capacity(names.len());
    for m in names.drain(..) {
        let (mut tokens, mut label) = (m.tokens.clone(), m.label);
        let sentence = parse.sentence_tokens(tokens.start);
        left(english, parse, &taken, &mut tokens, sentence.start);
        // The nickname in the middle was found as a name of its own.
        if let [.., first, nick] = &out[..]
            && nick.tokens.end + 1 == tokens.start
            && first.tokens.end + 1 == nick.tokens.start
            && nickname(parse, first, &tokens)
        {
            out.pop();
        }
        if let Some(before) = out.last() {
            if before.tokens.end > tokens.start {
                continue;
            }
            if let Some(kind) = joins(english, parse, before, &tokens, label) {
                tokens.start = before.tokens.start;
                label = kind;
                out.pop();
            }
        }
        if let Some((after, kind)) = right(english, parse, &taken, &tokens, label, sentence.end) {
            tokens.end = after;
            label = kind;
        } else if let Some(direction) = tokens.start.checked_sub(1).filter(|&t| t >= sentence.start && !taken[t]) {
            let country =
                || english.places.get(&fold(m.span.of(parse.text))).map(|p| p.kind) == Some(PlaceKind::Country);
            if english.entities.is_direction(parse.form(direction)) && label != EntityType::Person && country() {
                tokens.start = direction;
                label = EntityType::Loc;
            }
        }
        taken[tokens.clone()].fill(true);
        let same = tokens == m.tokens;
        out.push(if same { Mention { label, ..m } } else { mention(parse, tokens, MentionKind::Name, label) });
    }
    units(english, parse, &mut out, &mut taken);
    *names = out;
}

/// "al-" before a name, and the words in capitals before that.
fn left(english: &English, parse: &Parse<'_>, taken: &[bool], tokens: &mut Range<usize>, floor: usize) {
    let free = |t: usize| !taken[t];
    let joined = |t: usize| parse.span(t).end == parse.span(t + 1).start;
    let article = |t: usize| english.entities.is_article_particle(&parse.form(t).to_lowercase());
    while tokens.start >= floor + 2 {
        let s = tokens.start;
        if parse.form(s - 1) == "-" && joined(s - 1) && joined(s - 2) && free(s - 1) && free(s - 2) && article(s - 2) {
            tokens.start = s - 2;
            continue;
        }
        let word = parse.form(s - 1);
        let arabic = article(s) && s + 1 < parse.len() && parse.form(s + 1) == "-";
        let name_word = word.starts_with(char::is_uppercase) && parse.upos(s - 1) == Upos::Propn && free(s - 1);
        let plain = english.entities.noun(&word.to_lowercase()).is_none() && !is_title(english, parse, s - 1);
        if arabic && name_word && plain && s > floor + 1 {
            tokens.start = s - 1;
            continue;
        }
        break;
    }
}

/// True if an article, a hyphen and a word begin at `t` without a gap ("al-Sham").
pub(super) fn is_joined_article(english: &English, parse: &Parse<'_>, t: usize) -> bool {
    let joined = |k: usize| parse.span(k).end == parse.span(k + 1).start;
    t + 2 < parse.len()
        && english.entities.is_article_particle(&parse.form(t).to_lowercase())
        && parse.form(t + 1) == "-"
        && joined(t)
        && joined(t + 1)
}

/// What two neighbouring names are together, if they are one.
fn joins(
    english: &English,
    parse: &Parse<'_>,
    before: &Mention,
    tokens: &Range<usize>,
    label: EntityType,
) -> Option<EntityType> {
    let (end, start) = (before.tokens.end, tokens.start);
    let words = &english.entities;
    // "Bashir" and "al-Khatib".
    let particle = words.is_article_particle(&parse.form(start).to_lowercase())
        && start + 1 < tokens.end
        && parse.form(start + 1) == "-";
    if end == start && particle && before.label == EntityType::Person && label == EntityType::Person {
        return Some(EntityType::Person);
    }
    if nickname(parse, before, tokens) && matches!(label, EntityType::Person | EntityType::Org) {
        return Some(EntityType::Person);
    }
    // "Disaster" and "Emergency Authority", "Workers" ' "Party".
    let kind = |t: usize| words.noun(&parse.form(t).to_lowercase()).is_some_and(|n| n.organisation || n.group);
    let bodies =
        before.label == EntityType::Org && label == EntityType::Org && end + 1 == start && kind(tokens.end - 1);
    let first = fold(before.span.of(parse.text));
    let unknown = || !english.names.organisations.has(&first) && english.places.get(&first).is_none();
    let one = parse.word_before(before.tokens.start).is_some_and(|w| words.is_plain_article(&w));
    if bodies && words.is_and(parse.form(end)) && one && !kind(end - 1) && unknown() {
        return Some(EntityType::Org);
    }
    if end + 1 == start && words.is_and(parse.form(end)) && is_field_pair(english, parse, before, tokens) {
        return Some(EntityType::Org);
    }
    let plural = before.tokens.len() == 1 && first.ends_with('s') || words.is_people(&first);
    if bodies && plural && tokens.len() == 1 && super::find::is_possessive(parse, end) {
        return Some(EntityType::Org);
    }
    // "Army" of "Liberation", "Bank" of "Ghana".
    let of = end + 1 == start && words.is_of(parse.form(end));
    let body = || {
        let noun = words.noun(&parse.form(before.head).to_lowercase());
        before.tokens.len() == 1 && noun.is_some_and(|n| n.organisation || n.group)
    };
    (of && body()).then_some(EntityType::Org)
}

/// True for "Institute of Volcanology" and "Seismology": one word behind the "of" of a body, another behind the "and", and
/// neither names a place, a person or a body of its own.
///
/// ok: `The [a Ministry of Agriculture and Fisheries] was closed. The [a Ministry of Agriculture and Fisheries] had 300 staff.`
/// no: `The [a Bank of Ghana] and [b Kenya] signed it. The [c Ministry of Agriculture] and [d Reuters] denied it.`
fn is_field_pair(english: &English, parse: &Parse<'_>, before: &Mention, tokens: &Range<usize>) -> bool {
    let words = &english.entities;
    let of = before.tokens.end.checked_sub(2).filter(|&t| t > before.tokens.start && words.is_of(parse.form(t)));
    let body =
        of.and_then(|t| words.noun(&parse.form(t - 1).to_lowercase())).is_some_and(|n| n.organisation || n.group);
    let field = |t: usize| {
        let form = fold(parse.form(t));
        form.len() > 4
            && english.places.get(&form).is_none()
            && !english.people.has(&form)
            && !english.names.organisations.has(&form)
    };
    let capital =
        |t: usize| parse.form(t).starts_with(char::is_uppercase) && parse.form(t).chars().any(char::is_lowercase);
    body && before.label == EntityType::Org
        && tokens.len() == 1
        && [before.tokens.end - 1, tokens.start].into_iter().all(|t| field(t) && capital(t))
}

/// True for Joe "Spider" and Leone: no more than a name in quotation marks or brackets stands between the two.
fn nickname(parse: &Parse<'_>, before: &Mention, tokens: &Range<usize>) -> bool {
    let (end, start) = (before.tokens.end, tokens.start);
    if before.label != EntityType::Person || end + 3 > start || start - end > 5 {
        return false;
    }
    let open = ["\"", "“", "'", "‘", "("].iter().position(|q| parse.form(end) == *q);
    let closed = open.is_some_and(|q| ["\"", "”", "'", "’", ")"][q] == parse.form(start - 1));
    closed && (end + 1..start - 1).any(|t| parse.form(t).starts_with(char::is_uppercase))
}

/// What a name goes on with: "the Mubarak regime", "the Kenyan army", "the Spanish civil war".
fn right(
    english: &English,
    parse: &Parse<'_>,
    taken: &[bool],
    tokens: &Range<usize>,
    label: EntityType,
    ceiling: usize,
) -> Option<(usize, EntityType)> {
    let e = tokens.end;
    if e >= ceiling
        || taken[e] && !english.entities.is_short_legal_form(&parse.form(e).to_lowercase())
        || parse.upos(e) == Upos::Punct
        || parse.span(e).start > parse.span(e - 1).end + 2
    {
        return None;
    }
    let words = &english.entities;
    if let Some(after) = legal_form(english, parse, taken, e, ceiling).filter(|_| label != EntityType::Norp) {
        return Some((after, EntityType::Org));
    }
    let (next, second) = (parse.form(e), if e + 1 < ceiling { parse.form(e + 1) } else { "" });
    match label {
        EntityType::Person if words.is_house(next) => Some((e + 1, EntityType::Org)),
        EntityType::Org | EntityType::Misc | EntityType::Loc if words.is_kindred(next) => {
            Some((e + 1, EntityType::Org))
        }
        EntityType::Norp if words.is_service(next) => Some((e + 1, EntityType::Org)),
        EntityType::Norp if words.is_service_pair(next, second) && !taken[e + 1] => Some((e + 2, EntityType::Org)),
        EntityType::Norp if words.is_war_pair(next, second) && !taken[e + 1] => Some((e + 2, EntityType::Event)),
        _ => None,
    }
}

/// The end of "Battery Co., Ltd." after a name: words in capitals, the last of them a legal form.
fn legal_form(english: &English, parse: &Parse<'_>, taken: &[bool], from: usize, ceiling: usize) -> Option<usize> {
    let mut found = None;
    let free = |t: usize| !taken[t];
    for t in from..ceiling.min(from + 6) {
        let form = parse.form(t);
        let legal = english.entities.is_short_legal_form(&form.to_lowercase()) && form.starts_with(char::is_uppercase);
        if legal {
            found = Some(t + 1);
        } else if !free(t) || !(form.starts_with(char::is_uppercase) || form == "," && found == Some(t)) {
            break;
        }
    }
    found
}

/// Numbered units: "the 5th Division", "Regiment 46", "the 2nd and 3rd brigades".
fn units(english: &English, parse: &Parse<'_>, names: &mut Vec<Mention>, taken: &mut [bool]) {
    let words = &english.entities;
    // "Division" behind "5th" is no name of its own.
    names.retain(|m| {
        let t = m.tokens.start;
        let numbered =
            || t > parse.sentence_tokens(t).start && words.is_ordinal_figure(parse.form(t - 1)) && !taken[t - 1];
        let part = m.tokens.len() == 1 && words.is_unit(&parse.form(t).to_lowercase()) && numbered();
        taken[t] &= !part;
        !part
    });
    for t in 0..parse.len() {
        if taken[t] || !words.is_unit(&parse.form(t).to_lowercase()) {
            continue;
        }
        let sentence = parse.sentence_tokens(t);
        let ordinal = |k: usize| words.is_ordinal_figure(parse.form(k)) && !taken[k];
        let capital = parse.form(t).starts_with(char::is_uppercase);
        let mut start = t;
        while start > sentence.start && ordinal(start - 1) {
            start -= 1;
            if start >= sentence.start + 2 && words.is_and(parse.form(start - 1)) && ordinal(start - 2) {
                start -= 1;
            }
        }
        let number = t + 1 < sentence.end && parse.form(t + 1).bytes().all(|b| b.is_ascii_digit());
        let end = if start == t && capital && number { t + 2 } else { t + 1 };
        if end - start > 1 {
            taken[start..end].fill(true);
            names.push(mention(parse, start..end, MentionKind::Name, EntityType::Org));
        }
    }
}

/// Which tokens belong to a name.
fn covered(parse: &Parse<'_>, names: &[Mention]) -> Vec<bool> {
    let mut out = vec![false; parse.len()];
    for m in names {
        out[m.tokens.clone()].fill(true);
    }
    out
}

/// The labels of the names as they are now.
pub(super) fn relabel(names: &[Mention], labels: &mut [Label]) {
    labels.fill(Label::Outside);
    for m in names {
        for t in m.tokens.clone() {
            labels[t] = if t == m.tokens.start { Label::Begin(m.label) } else { Label::Inside(m.label) };
        }
    }
}
