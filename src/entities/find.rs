//! Finding mentions: names from the recogniser's labels, descriptions and pronouns from the tags.

use super::votes::votes;
use super::{EntityType, Label, Mention, MentionKind, brackets, edges, kinds};
use crate::english::{English, PlaceKind};
use crate::syntax::{Deprel, Parse};
use crate::tags::{Feats, Upos};
use crate::text::{Arrange, BlockKind, Gather, fold};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// No description reaches further to either side; what is longer is a list or no language.
const LONGEST: usize = 24;

/// All mentions of an article in text order, outer before inner; `labels` are set right where the names' edges were wrong.
pub(super) fn find(english: &English, parse: &Parse<'_>, labels: &mut [Label]) -> Vec<Mention> {
    let mut out = named(english, parse, labels);
    edges::places(english, parse, &mut out);
    edges::persons(english, parse, &mut out);
    brackets::acronyms(english, parse, &mut out);
    again(english, parse, &mut out);
    kinds::kinds(english, parse, &mut out);
    in_headings(english, parse, &mut out);
    edges::widen(english, parse, &mut out);
    votes(english, parse, &mut out);
    edges::relabel(&out, labels);
    for t in 0..parse.len() {
        if pronoun(english, parse, t) {
            out.push(mention(parse, t..t + 1, MentionKind::Pronoun, EntityType::Misc));
        } else if let Some((tokens, kind)) = description(english, parse, labels, t) {
            out.push(Mention { head: t, ..mention(parse, tokens, MentionKind::Nominal, kind) });
        }
    }
    out.arrange_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
    out.dedup_by_key(|m| m.span);
    out
}

pub(super) fn mention(parse: &Parse<'_>, tokens: Range<usize>, kind: MentionKind, label: EntityType) -> Mention {
    let head = head_of(parse, tokens.clone());
    Mention { span: parse.span_of(tokens.clone()), tokens, head, kind, label, metonym_for: None }
}

/// The end of the name whose labels begin at `t`.
pub(super) fn run_end(labels: &[Label], t: usize) -> usize {
    (t + 1..labels.len()).find(|&e| !matches!(labels[e], Label::Inside(_))).unwrap_or(labels.len())
}

/// Names, their edges cleaned of articles and possessives, places set right by the gazetteer.
fn named(english: &English, parse: &Parse<'_>, labels: &[Label]) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut t = 0;
    while t < labels.len() {
        let Label::Begin(label) = labels[t] else {
            t += 1;
            continue;
        };
        let stop = run_end(labels, t);
        let (mut start, mut end) = (t, stop);
        t = stop;
        while start + 1 < end && english.entities.is_article(parse.form(start)) {
            start += 1;
        }
        // In running text, an article in capitals is part of the name.
        let capital = |t: usize| parse.form(t).starts_with(char::is_uppercase) && parse.form(t).len() > 1;
        if start > parse.sentence_tokens(start).start + 1
            && capital(start - 1)
            && english.entities.is_article(&parse.form(start - 1).to_lowercase())
            && !capital(start - 2)
        {
            start -= 1;
        }
        while start + 1 < end
            && (is_possessive(parse, end - 1)
                || parse.upos(end - 1) == Upos::Punct && parse.form(end - 1) != ")" && parse.form(end - 1) != ".")
        {
            end -= 1;
        }
        if !parse.span_of(start..end).of(parse.text).chars().any(char::is_alphanumeric) {
            continue;
        }
        // "Hayat Tahrir" goes on in "al-Sham": an Arabic article joins what follows to the name.
        while edges::is_joined_article(english, parse, end)
            && parse.form(end + 2).starts_with(char::is_uppercase)
            && labels[end + 2] == Label::Outside
        {
            end += 3;
            t = t.max(end);
        }
        // "Jae-hyun" goes on behind its hyphen, and so does "Jae-hyun Lee".
        let mut label = label;
        if let Some(tail) = given_tail(english, parse, labels, start..end) {
            end = tail;
            t = t.max(end);
            label = EntityType::Person;
        }
        if let Some(tail) = double_name(parse, labels, start..end, label) {
            end = tail;
            t = t.max(end);
        }
        // A numbered resolution is a law, not the council that passed it.
        if end + 1 < parse.len()
            && english.entities.is_numbered_law(&parse.form(end).to_lowercase())
            && parse.upos(end + 1) == Upos::Num
        {
            end += 2;
            t = t.max(end);
            label = EntityType::Law;
        }
        for (tokens, kind) in edges::pieces(english, parse, start..end, label) {
            let kind = checked(english, parse, tokens.clone(), kind);
            out.push(mention(parse, tokens, MentionKind::Name, kind));
        }
    }
    out
}

/// Where a name of East Asia ends whose given name is written in two halves, the second in small letters.
///
/// ok: `Judges freed [a Choi Min-ho] on Monday. [a Choi] said that [b Seo-yeon Kim] had lied. [b Kim] left.`
/// ok: `Judges freed [a Moon Jae-in] on Monday. [a Moon] denied the charges.`
/// no: `Judges freed [a Choi]-era officials on Monday. [a Choi] was glad.`
fn given_tail(english: &English, parse: &Parse<'_>, labels: &[Label], name: Range<usize>) -> Option<usize> {
    let touch = |t: usize| parse.span(t).end == parse.span(t + 1).start;
    let hyphen = name.end;
    let capital = |t: usize| parse.form(t).starts_with(char::is_uppercase);
    if hyphen + 1 >= parse.len()
        || parse.form(hyphen) != "-"
        || !touch(hyphen - 1)
        || !touch(hyphen)
        || name.len() > 3
        || !capital(hyphen - 1)
        || !english.entities.is_syllable(&parse.form(hyphen - 1).to_lowercase())
        || !english.entities.is_syllable(parse.form(hyphen + 1))
        // "Choi-in" is none, "Moon Jae-in" is one.
        || name.len() < 2 && english.entities.is_hyphen_tail(parse.form(hyphen + 1))
    {
        return None;
    }
    let end = hyphen + 2;
    // The family name comes first or last.
    let stop = parse.sentence_tokens(hyphen).end;
    let family = end < stop && capital(end) && parse.upos(end).is_nominal() && labels.get(end) != Some(&Label::Outside);
    let goes_on = matches!(labels.get(end + 1), Some(Label::Inside(_)));
    Some(if name.len() == 1 && family && !goes_on { end + 1 } else { end })
}

/// Where a full name ends whose last part goes on behind a hyphen, though the recogniser broke off before it.
///
/// ok: `[a Yitzhak Ben-Ami] held talks on Monday. [a Ben-Ami] was glad.`
/// no: `They spoke before the [a Joe Biden]-[b Xi Jinping] summit. [a Biden] was glad.`
fn double_name(parse: &Parse<'_>, labels: &[Label], name: Range<usize>, label: EntityType) -> Option<usize> {
    let (hyphen, end) = (name.end, name.end + 2);
    let joined = |t: usize| parse.span(t).end == parse.span(t + 1).start;
    let goes_on = label == EntityType::Person
        && name.len() > 1
        && end <= parse.len()
        && parse.form(hyphen) == "-"
        && joined(hyphen - 1)
        && joined(hyphen)
        && parse.form(hyphen + 1).starts_with(char::is_uppercase)
        && parse.upos(hyphen + 1) == Upos::Propn;
    // Who follows under a full name of his own is another.
    let another =
        matches!(labels.get(hyphen + 1), Some(Label::Begin(_))) && matches!(labels.get(end), Some(Label::Inside(_)));
    (goes_on && !another).then_some(end)
}

/// A title that the recogniser took into the name ("President Ruto").
pub(super) fn is_title(english: &English, parse: &Parse<'_>, t: usize) -> bool {
    let word = parse.form(t).to_lowercase();
    let known = english.entities.noun(&word).is_some_and(|n| n.person) || english.entities.honorific(&word).is_some();
    known && !english.people.has(&word)
}

/// A name found once is a name wherever it stands, and a family name too; a people by the gazetteer.
///
/// A second `Nour Party` that the recogniser passed over is one; `Hope` at the start of a sentence is not the town of Hope.
fn again(english: &English, parse: &Parse<'_>, names: &mut Vec<Mention>) {
    let mut known: BTreeMap<&str, Vec<(Vec<&str>, EntityType)>> = BTreeMap::new();
    let mut covered = vec![false; parse.len()];
    for m in names.iter() {
        covered[m.tokens.clone()].fill(true);
        let words: Vec<&str> = m.tokens.clone().map(|t| parse.form(t)).collect();
        let last = words.len() - 1;
        let family = (m.label == EntityType::Person && last > 0 && words[last].len() > 2).then(|| vec![words[last]]);
        // "The Leeds Hawks" are the Hawks further on.
        let towned = || english.places.get(&fold(&words[..last].join(" "))).is_some();
        let own = |w: &str| {
            let lower = w.to_lowercase();
            let kind = english.entities.noun(lower.trim_end_matches('s')).is_some();
            let plain = !kind && english.names.words.get(&lower).is_none() && english.places.get(&lower).is_none();
            lower.ends_with('s') && lower.len() > 4 && plain
        };
        let team = (m.label == EntityType::Org && last > 0 && own(words[last]) && towned()).then(|| vec![words[last]]);
        for w in [Some(words), family, team].into_iter().flatten().filter(|w| w.len() <= 6) {
            let list = known.entry(w[0]).or_default();
            if list.len() < 8 && !list.iter().any(|(x, _)| *x == w) {
                list.push((w, m.label));
            }
        }
    }
    let mut t = 0;
    while t < parse.len() {
        let form = parse.form(t);
        if covered[t] || !form.starts_with(char::is_uppercase) {
            t += 1;
            continue;
        }
        let fits = |w: &Vec<&str>| {
            t + w.len() <= parse.len()
                && w.iter().enumerate().all(|(k, x)| !covered[t + k] && parse.form(t + k) == *x)
                && (w.len() > 1 || parse.upos(t) == Upos::Propn || is_in_capitals(form))
        };
        let list = known.get(form).into_iter().flatten().filter(|(w, _)| fits(w));
        let found = list.max_by_key(|(w, _)| w.len()).map(|(w, label)| (w.len(), *label));
        let first = t == parse.sentence_tokens(t).start;
        let people = || {
            let p = english.places.get(&fold(form)).map(|p| p.kind);
            let adjective = parse.upos(t) == Upos::Adj && !first;
            (adjective && matches!(p, Some(PlaceKind::Demonym | PlaceKind::People))).then_some((1, EntityType::Norp))
        };
        let Some((len, label)) = found.or_else(people) else {
            t += 1;
            continue;
        };
        // "al-" before a family name belongs to it.
        let joined = |k: usize| k > 0 && !covered[k - 1] && parse.span(k - 1).end == parse.span(k).start;
        let mut start = t;
        if label == EntityType::Person && joined(t) && parse.form(t - 1) == "-" && joined(t - 1) {
            let particle = parse.form(t - 2).to_lowercase();
            if english.entities.is_article_particle(&particle) {
                start = t - 2;
            }
        }
        covered[start..t + len].fill(true);
        names.push(mention(parse, start..t + len, MentionKind::Name, label));
        t += len;
    }
}

/// True for an acronym: what is a name once is one wherever it stands, whatever the tagger takes it for.
fn is_in_capitals(form: &str) -> bool {
    form.chars().count() > 1 && form.chars().all(char::is_uppercase)
}

/// True for a token of a headline or a subhead.
pub(super) fn is_heading(parse: &Parse<'_>, t: usize) -> bool {
    let kind = parse.sentences()[parse.tokens.tokens[t].sentence.ix()].kind;
    matches!(kind, BlockKind::Headline | BlockKind::Subhead)
}

/// In a heading with capitals throughout, only what the text below also names is a name.
///
/// Of `Ruto Wins Vote in Kenya` that leaves Ruto and Kenya, of `Details of the Final Days` nothing.
fn in_headings(english: &English, parse: &Parse<'_>, names: &mut Vec<Mention>) {
    let is_heading = |s: &crate::tokens::Sentence| matches!(s.kind, BlockKind::Headline | BlockKind::Subhead);
    let is_line = |s: &crate::tokens::Sentence| s.tokens.len() > 4 && !is_stop(parse, s.tokens.end - 1);
    let capital = |t: usize| parse.form(t).starts_with(char::is_uppercase);
    let titled: Vec<bool> = (parse.sentences().iter())
        .map(|s| {
            let words = s.tokens.clone().filter(|&t| parse.form(t).len() > 3).count();
            let capitals = s.tokens.clone().filter(|&t| parse.form(t).len() > 3 && capital(t)).count();
            (is_heading(s) || is_line(s)) && words > 1 && capitals * 10 >= words * 7
        })
        .collect();
    let sentence = |m: &Mention| parse.tokens.tokens[m.tokens.start].sentence.ix();
    let below: BTreeSet<String> = (names.iter())
        .filter(|m| !titled[sentence(m)])
        .flat_map(|m| m.tokens.clone().map(|t| fold(parse.form(t))))
        .into_set();
    let known = |w: &str| below.contains(w) || english.places.get(w).is_some() || english.people.has(w);
    let mut out: Vec<Mention> = Vec::with_capacity(names.len());
    for m in names.drain(..) {
        if !titled[sentence(&m)] {
            out.push(m);
            continue;
        }
        // Words of the headline around and between names are no part of them.
        let is_known = |t: usize| capital(t) && known(&fold(parse.form(t)));
        let small = |t: usize| !capital(t);
        let mut t = m.tokens.start;
        while t < m.tokens.end {
            let start = t;
            let mut end = t;
            while t < m.tokens.end && (is_known(t) || end > start && small(t)) {
                t += 1;
                if is_known(t - 1) {
                    end = t;
                }
            }
            if end > start {
                let label = checked(english, parse, start..end, m.label);
                out.push(mention(parse, start..end, MentionKind::Name, label));
            }
            t = t.max(start + 1);
        }
    }
    *names = out;
}

/// True for the mark at the end of a sentence; a line without one may be a headline.
fn is_stop(parse: &Parse<'_>, t: usize) -> bool {
    matches!(parse.form(t), "." | "!" | "?" | "\"" | "”" | "’" | "'")
}

/// A country is a country, a people a people and "the city of X" a place, whatever the recogniser took it for; a person who is
/// called as a country is stays one.
pub(super) fn checked(english: &English, parse: &Parse<'_>, tokens: Range<usize>, label: EntityType) -> EntityType {
    use PlaceKind::*;
    let governed = tokens.start.checked_sub(2).is_some_and(|t| {
        parse.sentence_tokens(tokens.start).contains(&t)
            && english.claims.of.has(parse.form(t + 1))
            && english.entities.is_governed(parse.lemma(t))
    });
    if governed && matches!(label, EntityType::Person | EntityType::Org | EntityType::Misc) {
        return EntityType::Gpe;
    }
    let form = parse.span_of(tokens).of(parse.text);
    match english.places.get(&fold(form)).map(|p| p.kind) {
        Some(Country) if label != EntityType::Person && label != EntityType::Gpe => EntityType::Gpe,
        Some(Seat) if matches!(label, EntityType::Norp | EntityType::Gpe | EntityType::Loc | EntityType::Misc) => {
            EntityType::Org
        }
        Some(Demonym | People) if label != EntityType::Person => EntityType::Norp,
        _ => label,
    }
}

pub(super) fn is_possessive(parse: &Parse<'_>, t: usize) -> bool {
    matches!(fold(parse.form(t)).as_str(), "s" | "") && parse.form(t).starts_with(['\'', '’', '‘'])
}

/// The token whose head lies outside, one with a part in its clause before others; the last one if the tree does not say.
///
/// ok: `[a Zdenek Hrib-Novak] was jailed. [b Judge Dvorakova] had no doubt. [a Hrib-Novak] did not attend. [a He] was ill.`
pub(super) fn head_of(parse: &Parse<'_>, tokens: Range<usize>) -> usize {
    let outside = |t: &usize| parse.head(*t).is_none_or(|h| !tokens.contains(&h)) && parse.upos(*t) != Upos::Punct;
    let loose =
        |t: usize| matches!(parse.deprel(t), Deprel::Discourse | Deprel::Dep | Deprel::Punct | Deprel::Vocative);
    let part = tokens.clone().find(|t| outside(t) && !loose(*t));
    part.or_else(|| tokens.clone().find(outside)).unwrap_or(tokens.end - 1)
}

fn pronoun(english: &English, parse: &Parse<'_>, t: usize) -> bool {
    matches!(parse.upos(t), Upos::Pron | Upos::Det)
        && parse.deprel(t) != Deprel::Expl
        && english.entities.pronoun(&parse.form(t).to_lowercase()).is_some()
}

/// The lemma that the noun table knows, for common nouns and for titles in capitals.
pub(super) fn noun_lemma(parse: &Parse<'_>, t: usize) -> String {
    match parse.upos(t) {
        Upos::Propn => parse.form(t).to_lowercase(),
        _ => parse.lemma(t).to_lowercase(),
    }
}

/// The noun phrase headed by `t` if `t` is a noun that refers to people, bodies or places.
fn description(english: &English, parse: &Parse<'_>, labels: &[Label], t: usize) -> Option<(Range<usize>, EntityType)> {
    if !parse.upos(t).is_nominal() || labels[t] != Label::Outside {
        return None;
    }
    let noun = english.entities.noun(&noun_lemma(parse, t))?;
    let sentence = parse.sentence_tokens(t);
    // Not the head: another noun follows ("rebel positions", "army chief").
    let next = t + 1;
    let goes_on = || parse.upos(next).is_nominal() && labels[next] == Label::Outside && touches(parse, t);
    // Where all words have capitals, a verb passes for a noun ("Driver Charged").
    let verb = || is_titled(parse, t) && english.events.word(&parse.form(next).to_lowercase()).is_some_and(|e| !e.noun);
    if next < sentence.end && goes_on() && !verb() {
        return None;
    }
    let kind = if noun.person || noun.kin || noun.anonymous {
        EntityType::Person
    } else if noun.group || noun.organisation {
        EntityType::Org
    } else if noun.country || noun.town || noun.region {
        EntityType::Gpe
    } else {
        EntityType::Fac
    };
    let start = phrase_start(english, parse, labels, t, sentence.start);
    Some((start..phrase_end(english, parse, labels, t, sentence.end), kind))
}

/// True for a token of a heading, or of a line that begins with capitals on both sides of it.
fn is_titled(parse: &Parse<'_>, t: usize) -> bool {
    let capital = |t: usize| parse.form(t).starts_with(char::is_uppercase);
    is_heading(parse, t) || capital(t) && capital(t + 1)
}

/// True if no punctuation or wide gap stands between a token and the next.
fn touches(parse: &Parse<'_>, t: usize) -> bool {
    parse.span(t + 1).start <= parse.span(t).end + 1
}

fn phrase_start(english: &English, parse: &Parse<'_>, labels: &[Label], head: usize, floor: usize) -> usize {
    let mut start = head;
    while start > floor && head - start < LONGEST {
        let p = start - 1;
        let inside = match parse.upos(p) {
            Upos::Adj | Upos::Noun | Upos::Num => true,
            // A person's name before a noun is no modifier unless it owns it ("Smith's lawyer").
            Upos::Propn => true,
            Upos::Det => true,
            Upos::Pron => {
                parse.feats(p).has(Feats::POSSESSIVE) || english.entities.is_definite(&parse.form(p).to_lowercase())
            }
            Upos::Part => is_possessive(parse, p),
            Upos::Punct => parse.form(p) == "-" && p > floor && parse.span(p - 1).end == parse.span(p).start,
            Upos::Verb => matches!(parse.deprel(p), Deprel::Amod | Deprel::Compound),
            Upos::Adv => parse.deprel(p) == Deprel::Advmod && parse.head(p).is_some_and(|h| h > p && h < head),
            _ => labels[p] != Label::Outside && parse.upos(p) == Upos::X,
        };
        // "at least 40 people" are 40 people.
        let bound = english.entities.is_bound_adverb(&parse.form(p).to_lowercase());
        // "met former president": what stands before is no part of the office.
        let office = english.entities.tenure(&parse.form(start).to_lowercase()).is_some();
        // "at 6 p.m. Mayor Bell": no hour is part of her office.
        let hour = english.tokens.noon.has(&parse.form(p).to_lowercase().replace('.', ""));
        let bound =
            bound || hour || office && matches!(parse.upos(p), Upos::Noun | Upos::Verb) && labels[p] == Label::Outside;
        if !inside || bound || is_person_without_claim(parse, labels, p) {
            break;
        }
        start = p;
        let owner_before = p > floor && is_possessive(parse, p);
        if matches!(parse.upos(p), Upos::Det | Upos::Pron) && !owner_before {
            break;
        }
    }
    while start < head && (parse.upos(start) == Upos::Punct || is_possessive(parse, start)) {
        start += 1;
    }
    start
}

/// True for the end of a person's name that owns nothing after it ("Lee Joins Clinic"; not "Lee's clinic", "Lee aide").
fn is_person_without_claim(parse: &Parse<'_>, labels: &[Label], t: usize) -> bool {
    let person = matches!(labels[t], Label::Begin(EntityType::Person) | Label::Inside(EntityType::Person));
    let goes_on = matches!(labels.get(t + 1), Some(Label::Inside(_)));
    person && !goes_on && !is_possessive(parse, t + 1) && !parse.upos(t + 1).is_nominal()
}

/// True if a description ends before a verb because that verb tells what was done: a finite one, or one under a noun
/// that the tree could hang on nothing, the sentence having no other verb.
fn tells_deed(parse: &Parse<'_>, t: usize, head: usize) -> bool {
    let verb = matches!(parse.upos(t), Upos::Verb | Upos::Aux);
    verb && (parse.feats(t).has(Feats::FINITE) || parse.head(head).is_none() && !is_heading(parse, t))
}

/// Takes in what hangs on the head to the right, up to a comma or a relative clause.
fn phrase_end(english: &English, parse: &Parse<'_>, labels: &[Label], head: usize, ceiling: usize) -> usize {
    let mut end = head + 1;
    while end < ceiling && end - head < LONGEST {
        let cut = parse.upos(end) == Upos::Punct
            || labels[end] != Label::Outside && end == head + 1
            || matches!(parse.deprel(end), Deprel::Appos | Deprel::Cc | Deprel::Conj | Deprel::AclRelcl)
            || tells_deed(parse, end, head)
            || parse.upos(end) == Upos::Adp && english.entities.is_circumstance(&parse.form(end).to_lowercase())
            || !parse.is_under(end, head);
        if cut {
            break;
        }
        end += 1;
    }
    // A clause that was entered by its first words is not cut in the middle of a phrase.
    while end > head + 1 && matches!(parse.upos(end - 1), Upos::Adp | Upos::Det | Upos::Sconj | Upos::Pron | Upos::Part)
    {
        end -= 1;
    }
    end
}
