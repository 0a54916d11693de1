//! The words of a card: who, what was done, what for.

use super::facts::{Fact, Filler};
use super::lexis::Term;
use super::relate::{Scene, Two};
use super::shown::begin;
use crate::claims::SlotName;
use crate::english::compare_say::Clause;
use crate::entities::MentionKind;
use crate::syntax::Deprel;
use crate::tags::{Feats, Upos};
use crate::text::{Arrange, Span};

/// Most words of an aim that is shown.
const AIM: usize = 14;
/// Most words of a party that is shown.
const PARTY: usize = 7;

/// Most words of what something is done to.
const WHAT: usize = 8;
/// Most words of a clause that is quoted, and before or after a figure that is asked for in the words of its clause.
const WORDS: usize = 14;
/// Bytes of an article in which a word is sought inside another sentence.
const SOUGHT: usize = 10_000;
/// Most tokens after a verb.
const REST: usize = 10;

/// The clause of the fact that is better asked about: one with a verb, told, with its doer.
pub(super) fn clause(two: Two<'_>) -> Clause {
    clause_of(two.scene, if second(two) { two.y } else { two.x })
}

/// The same with its words before and after the figure that stands at `p` in the first fact, at `q` in the second.
pub(super) fn counted(two: Two<'_>, p: Span, q: Span) -> Clause {
    let (f, figure) = if second(two) { (two.y, q) } else { (two.x, p) };
    asked_of(two.scene, f, figure)
}

/// One fact's clause, to ask for a figure of it.
pub(super) fn asked_of(scene: Scene<'_>, f: &Fact, figure: Span) -> Clause {
    let clause = clause_of(scene, f);
    if !f.key.contains(figure) {
        let words = clip(around(scene, f, figure).of(scene.texts[f.article.ix()]), WORDS);
        return Clause { words, ..clause };
    }
    Clause { figure: beside(scene, f, figure, &clause), ..clause }
}

/// The clause that is better asked about, to ask when it was so: with what stands between its verb and its time.
pub(super) fn dated(two: Two<'_>, p: Span, q: Span) -> Clause {
    let (f, time) = if second(two) { (two.y, q) } else { (two.x, p) };
    let clause = clause_of(two.scene, f);
    let parse = &two.scene.articles[f.article.ix()].parse;
    let (mut from, mut end) = (f.at + 1, parse.token_from(time.start));
    while from < end && parse.deprel(from) == Deprel::CompoundPrt {
        from += 1;
    }
    // "remains closed"
    let told = |t: usize| parse.deprel(t) == Deprel::Xcomp && parse.head(t) == Some(f.at);
    let small =
        |t: usize| matches!(parse.upos(t), Upos::Adp | Upos::Adv | Upos::Det | Upos::Sconj | Upos::Adj) && !told(t);
    while end > from && small(end - 1) {
        end -= 1;
    }
    let plain = |t: usize| told(t) || !matches!(parse.upos(t), Upos::Punct | Upos::Cconj | Upos::Verb | Upos::Sconj);
    if clause.verb.is_empty() || end <= from || end - from > WHAT || !(from..end).all(plain) {
        return clause;
    }
    let rest = parse.span_of(from..end).of(parse.text).to_owned();
    Clause { figure: Some((rest, String::new())), ..clause }
}

/// What a clause says before and after a figure, if it is short enough to be asked in its own words.
fn beside(scene: Scene<'_>, f: &Fact, figure: Span, clause: &Clause) -> Option<(String, String)> {
    let (text, p) = (scene.texts[f.article.ix()], &scene.articles[f.article.ix()].parse);
    let first = p.token_from(f.key.start);
    let relative =
        first < p.len() && p.deprel(f.at) == Deprel::AclRelcl && matches!(p.upos(first), Upos::Pron | Upos::Adv);
    if f.verb.is_none() || f.negative || relative {
        return None;
    }
    // "A three-member committee", "the 7 million pesos": no number stands there by itself.
    let at = p.token_from(figure.start);
    let first = figure.of(text).split(' ').next().unwrap_or("");
    let joined = first.rsplit_once(['-', '‑']).is_some_and(|(_, w)| scene.lexis.number(w).is_none());
    let bound = joined || at > 0 && p.upos(at - 1) == Upos::Det;
    if bound {
        return None;
    }
    let subject = f.filler(if f.passive { SlotName::Patient } else { SlotName::Agent });
    let who = if f.passive { &clause.what } else { &clause.who };
    // A pronoun gives way to the name it stands for, and a verb without a subject is given it.
    let from = match subject.filter(|s| !who.is_empty() && !s.span.overlaps(figure)) {
        Some(s) if s.pronoun && s.span.start == f.key.start => Some(s.span.end),
        Some(s) if !s.span.overlaps(f.key) && f.verb.as_ref().is_some_and(|v| v.form.start == f.key.start) => {
            Some(f.key.start)
        }
        _ => None,
    };
    let whole = Span { start: begin(p, f.key), ..f.key };
    let before = text.get(from.unwrap_or(whole.start) as usize..figure.start as usize)?.trim();
    let after = text.get(figure.end as usize..f.key.end as usize)?.split(", ").next().unwrap_or("").trim();
    let broken = |s: &str| s.contains(['\n', '"', '“', '”', '(', ';', ':']) || s.split_whitespace().count() > WORDS;
    let named = f.fillers.iter().any(|a| a.named && a.span.start == f.key.start);
    let before = if from.is_some() { format!("{who} {before}") } else { lower(scene, f, whole, before, named) };
    (!broken(&before) && !broken(after)).then(|| (before, after.to_owned()))
}

/// True if the second fact of a pair is better asked about than the first.
fn second(two: Two<'_>) -> bool {
    let rank = |f: &Fact| {
        let told = f.verb.is_some() && !f.light;
        // The shorter, as its details are less often its own.
        let short = std::cmp::Reverse(f.key.len());
        (told, f.filler(SlotName::Agent).is_some() || f.passive, !f.infinitive, !f.negative, short)
    };
    rank(two.y) > rank(two.x)
}

/// One fact's clause.
pub(super) fn clause_of(scene: Scene<'_>, f: &Fact) -> Clause {
    let lexis = scene.lexis;
    let text = scene.texts[f.article.ix()];
    let party = |name: SlotName, most: usize| -> String {
        let Some(p) = f.filler(name).filter(|p| is_noun_phrase(scene, f, p)) else { return String::new() };
        let whole = led(scene, f, p.span);
        let words = bare(scene, f, whole, most);
        let small = words.split(' ').count() == 1 && words.chars().next().is_some_and(char::is_lowercase);
        // A pronoun gives way to the name it stands for.
        let known = lexis.named(p.term) && !p.named && (small || words.chars().count() < 5);
        if known { lexis.name(p.term).to_owned() } else { lower(scene, f, whole, words, p.named) }
    };
    let words = clip(f.key.of(text), WORDS);
    // A subject of many words is a clause misread.
    let subject = if f.passive { SlotName::Patient } else { SlotName::Agent };
    let long = f
        .filler(subject)
        .is_some_and(|a| a.span.of(text).split_whitespace().count() > 2 * PARTY || !is_noun_phrase(scene, f, a));
    let Some(verb) = f.verb.as_ref().filter(|_| !long) else { return Clause { words, ..Clause::default() } };
    let form = verb.form.of(text).to_lowercase();
    let known = lexis.base(&form).filter(|_| !verb.lemma.contains([' ', '_']));
    let (who, what) = (party(SlotName::Agent, PARTY), party(SlotName::Patient, WHAT));
    let rest = rest(scene, f, verb.form);
    // Nobody does it to himself in the same words, nor in the passive ("an inquiry ordered by the minister"): it was misread.
    let p = &scene.articles[f.article.ix()].parse;
    let mut behind = rest.split(' ');
    let by = behind.next().is_some_and(|w| lexis.by(w)) && !behind.any(|w| w.starts_with(|c: char| c.is_ascii_digit()));
    let by_whom = !f.passive && p.feats(f.at).has(Feats::PAST_PARTICIPLE) && by;
    if !who.is_empty() && who == what || by_whom {
        return Clause { words, ..Clause::default() };
    }
    let aux = p.children(f.at).find(|&c| p.deprel(c) == Deprel::Aux).map(|c| p.form(c).to_owned());
    Clause {
        negative: f.negative,
        aux: aux.unwrap_or_default(),
        who,
        verb: known.map_or_else(|| verb.lemma.clone(), str::to_owned),
        form,
        what,
        rest,
        passive: f.passive,
        meant: f.infinitive,
        many: verb.many,
        words,
        figure: None,
    }
}

/// A phrase with the small word that its first word hangs together with: "at least five people".
fn led(scene: Scene<'_>, f: &Fact, phrase: Span) -> Span {
    let p = &scene.articles[f.article.ix()].parse;
    let from = p.token_from(phrase.start);
    let small = from > 0 && from < p.len() && p.upos(from) == Upos::Adj && p.upos(from - 1) == Upos::Adp;
    let joined = small && (p.head(from - 1) == Some(from) || p.head(from) == Some(from - 1));
    if joined { p.span(from - 1).cover(phrase) } else { phrase }
}

/// What follows the verb in the words that decide, up to the next mark, ending with a word that can end a phrase.
fn rest(scene: Scene<'_>, f: &Fact, verb: Span) -> String {
    let p = &scene.articles[f.article.ix()].parse;
    let from = p.tokens.tokens.partition_point(|t| t.span.start < verb.end);
    let stop = |t: usize| p.upos(t) == Upos::Punct && !matches!(p.form(t), "-" | "–" | "%");
    let inside = |t: usize| p.span(t).start < f.key.end && !stop(t);
    let mut end = (from..p.len()).take(REST).take_while(|&t| inside(t)).last().map_or(from, |t| t + 1);
    // Inside a phrase that goes on, be it behind the last word that is kept.
    let cut = end < p.len() && (inside(end) || p.upos(end).is_nominal() && !stop(end));
    // No phrase ends with a word that belongs to the next, nor with an adjective whose noun is cut off.
    let open = |t: usize| match p.upos(t) {
        Upos::Adp | Upos::Part | Upos::Adv => p.deprel(t) != Deprel::CompoundPrt && (cut || p.upos(t) != Upos::Adv),
        Upos::Det | Upos::Cconj | Upos::Sconj | Upos::Aux => true,
        Upos::Adj | Upos::Num | Upos::Verb | Upos::Pron => cut,
        _ => false,
    };
    while end > from && open(end - 1) {
        end -= 1;
    }
    if end > from { p.span_of(from..end).of(p.text).to_owned() } else { String::new() }
}

/// True for a phrase that can stand in a question: nouns with what belongs to them, no verb, no relative or bare "it".
fn is_noun_phrase(scene: Scene<'_>, f: &Fact, filler: &Filler) -> bool {
    let p = &scene.articles[f.article.ix()].parse;
    let from = p.token_from(filler.span.start);
    let stop = |c: &str| matches!(c, "," | ";" | ":" | "—" | "(");
    let phrase: Vec<usize> =
        (from..p.len()).take_while(|&t| p.span(t).start < filler.span.end && !stop(p.form(t))).collect();
    let fits = |&t: &usize| match p.upos(t) {
        // "the growing threat"
        Upos::Verb => p.deprel(t) == Deprel::Amod,
        Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Part | Upos::Cconj | Upos::Adv => true,
        Upos::Adp => t > from,
        // Pronouns only where a name can be put for them, or before a noun ("his wife").
        Upos::Pron => {
            t + 1 < p.len() && phrase.len() > 1 && p.upos(t + 1) != Upos::Verb || scene.lexis.named(filler.term)
        }
        Upos::Sym => true,
        _ => false,
    };
    let noun = |&t: &usize| matches!(p.upos(t), Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron);
    phrase.iter().all(fits) && phrase.iter().any(noun)
}

/// The phrase without the clause that hangs on it: words enough, ending with one that can end a phrase.
fn bare<'a>(scene: Scene<'a>, f: &Fact, phrase: Span, most: usize) -> &'a str {
    let p = &scene.articles[f.article.ix()].parse;
    let from = p.token_from(phrase.start);
    let stop = |t: usize| p.span(t).start >= phrase.end || matches!(p.form(t), "," | ";" | ":" | "—" | "(");
    // Tokens that are written as one word count as one.
    let words = |t: &usize| t + 1 == p.len() || p.span(*t).end < p.span(t + 1).start;
    let mut end = (from..p.len()).take_while(|&t| !stop(t)).last().map_or(from, |t| t + 1);
    if let Some(far) = (from..end).filter(words).nth(most.saturating_sub(1)) {
        end = end.min(far + 1);
    }
    let open =
        |t: usize| matches!(p.upos(t), Upos::Adp | Upos::Part | Upos::Det | Upos::Cconj | Upos::Sconj | Upos::Aux);
    while end > from + 1 && open(end - 1) && p.span(end - 1).start > p.span(end - 2).end {
        end -= 1;
    }
    p.span_of(from..end).of(p.text)
}

/// A phrase that begins a sentence, as it stands inside one: small, unless its first word is written with a capital inside
/// another sentence, too.
fn lower(scene: Scene<'_>, f: &Fact, span: Span, words: &str, name: bool) -> String {
    let p = &scene.articles[f.article.ix()].parse;
    let text = p.text;
    let first = words.split(' ').next().unwrap_or("");
    let begins = |at: usize| {
        let before = text.get(..at).unwrap_or("").trim_end_matches(['"', '“', ' ']);
        before.is_empty() || before.ends_with(['.', '\n', '!', '?', '-', '–', '—', ':'])
    };
    let inside = |at: usize| {
        let whole = !text[at + first.len()..].starts_with(char::is_alphanumeric);
        whole && text.get(..at).is_some_and(|t| t.ends_with(' ') && t.trim_end().ends_with(char::is_lowercase))
    };
    let at = p.token_from(span.start);
    let upos = if at < p.len() { p.upos(at) } else { Upos::X };
    let several = words.contains(' ') || upos == Upos::Noun;
    let one = first.chars().skip(1).all(char::is_lowercase) && several;
    let article = matches!(upos, Upos::Det | Upos::Adp | Upos::Num | Upos::Adv);
    // "Finance minister Ilse Brandt", "Former minister Ilse Brandt" are names that a common word begins, not so "Siemens
    // spokesman Ilse Brandt".
    let mut names = scene.articles[f.article.ix()].mentions.mentions.iter().filter(|m| m.kind == MentionKind::Name);
    let described = at + 1 < p.len()
        && matches!(
            (p.upos(at), p.deprel(at)),
            (Upos::Noun, Deprel::Compound | Deprel::NmodDesc) | (Upos::Adj, Deprel::Amod)
        )
        && p.head(at).is_some_and(|h| h > at)
        && !names.any(|m| m.tokens.contains(&at))
        // "Prime Minister", "Finance Minister"
        && words.split(' ').nth(1).is_some_and(|w| w.starts_with(char::is_lowercase));
    // As far as it is sought, which bounds the work on long texts.
    let near = text.get(..text.floor_char_boundary(SOUGHT)).unwrap_or(text);
    let proper = || !article && (scene.lexis.geographic(first) || near.match_indices(first).any(|(at, _)| inside(at)));
    match words.chars().next() {
        Some(c)
            if (!name || article || described)
                && one
                && c.is_uppercase()
                && begins(span.start as usize)
                && !proper() =>
        {
            c.to_lowercase().chain(words.chars().skip(1)).collect()
        }
        _ => words.to_owned(),
    }
}

/// A few names and words that the two share, the most telling first.
pub(super) fn topic(two: Two<'_>) -> String {
    let lexis = two.lexis();
    let met = |&&t: &&Term| two.y.terms.iter().any(|&u| lexis.like(t, u) >= 0.8);
    let mut shared: Vec<Term> = two.x.terms.iter().filter(met).copied().collect();
    shared.arrange_by(|&a, &b| lexis.weight(b).total_cmp(&lexis.weight(a)).then(a.cmp(&b)));
    shared.truncate(3);
    shared.arrange_by_key(|&t| !lexis.named(t));
    shared.iter().map(|&t| lexis.name(t)).collect::<Vec<_>>().join(", ")
}

/// A party by its name, or in the words of the first fact.
pub(super) fn noun(two: Two<'_>, f: &Filler) -> String {
    clip(two.of_x(f.span), PARTY)
}

/// At most so many words, without the mark at the end.
pub(super) fn clip(words: &str, most: usize) -> String {
    let all: Vec<&str> = words.split_whitespace().take(most).collect();
    all.join(" ").trim_end_matches([',', ';', ':', '.']).to_owned()
}

/// At most the first words of a span.
pub(super) fn aim_words(scene: Scene<'_>, f: &Fact, s: Span) -> Span {
    let words = s.of(scene.texts[f.article.ix()]);
    let end = words.match_indices(' ').nth(AIM - 1).map_or(words.len(), |(i, _)| i);
    Span::new(s.start as usize, s.start as usize + end)
}

/// A number or date with its neighbours, inside the fact's key where it lies there.
pub(super) fn around(scene: Scene<'_>, f: &Fact, s: Span) -> Span {
    if f.key.contains(s) {
        return f.key;
    }
    // Two words either side.
    let text = scene.texts[f.article.ix()];
    let before = text.get(..s.start as usize).unwrap_or("");
    let start = before.rmatch_indices(' ').nth(2).map_or(s.start as usize, |(i, _)| i + 1);
    let start = start.max(before.rfind('\n').map_or(0, |i| i + 1));
    let after = text.get(s.end as usize..).unwrap_or("");
    let stop = after.find(['\n', '.', ',']).unwrap_or(after.len());
    let end = after.match_indices(' ').nth(3).map_or(stop, |(i, _)| i.min(stop));
    // Neither the end of the word before nor a comma belongs to it.
    let lead = text[start..s.start as usize].find(|c: char| c.is_alphanumeric());
    let start = lead.map_or(s.start as usize, |i| start + i);
    let end = s.end as usize + after[..end].trim_end().len();
    Span::new(start, end)
}
