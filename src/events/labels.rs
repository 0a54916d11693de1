//! What an entry of the timeline is called: who did what, in an article's own words.

use super::subjects::{behind_anchor, phrase, relative, subject, timed};
use super::whom::agrees;
use super::{ArticleTimes, Event, Told};
use crate::english::events::EventsWords;
use crate::entities::{Entities, EntityType, MentionKind};
use crate::syntax::Deprel;
use crate::tags::{Feats, Upos};
use crate::text::{ArticleIx, MentionIx};
use std::ops::Range;

/// A label is cut at the end of a phrase when it is longer than so many bytes.
const LONGEST: usize = 90;
/// A word with a stop inside is a short form ("p.m.", "U.S.A.") if it has no more bytes.
const SHORT: usize = 5;

/// The label of an event mention, and how much it lacks: 0 for subject, verb and more, higher for less.
pub(super) fn label(
    english: &EventsWords,
    article: &ArticleTimes<'_>,
    a: usize,
    event: &Event,
    entities: &Entities,
) -> (String, u8) {
    let parse = &article.parse;
    let mut clause = tokens(article, event);
    clause.start = behind_anchor(english, article, event, &clause).unwrap_or(clause.start);
    let Some(verb) = verb(english, article, event, &clause) else {
        let mut phrase = phrase(article, event.trigger, &clause);
        // "The election of 4 April": the day stands beside the label.
        if dated_noun(english, article, event, phrase.end) {
            phrase.end = event.trigger + 1;
        }
        return (finish(&words(article, phrase, LONGEST)), 2);
    };
    let small = |&t: &usize| matches!(parse.upos(t), Upos::Aux | Upos::Adv | Upos::Part);
    let led = |verb: usize| (clause.start..verb).rev().take_while(small).last().unwrap_or(verb);
    let mut from = led(verb);
    // "led to act": the verb between who and "to" belongs to what is told.
    let governs = parse.head(verb).filter(|_| parse.deprel(verb) == Deprel::Xcomp && parse.upos(from) == Upos::Part);
    if let Some(h) = governs.filter(|&h| h + 1 == from && h >= clause.start && parse.upos(h) == Upos::Verb) {
        from = led(h);
    }
    // "accused him of killing two": who accuses is not who killed.
    let charged = event.told == Told::Alleged && parse.feats(verb).has(Feats::ING);
    let (who, lacks) = match subject(english, article, verb, from, &clause).filter(|_| !charged) {
        Some(who) => {
            match named(english, article, a, &who, entities).filter(|_| !of_teller(english, article, event, &who)) {
                Some(name) => (name, 0),
                None => (words(article, who.clone(), LONGEST), u8::from(parse.upos(who.start) == Upos::Pron)),
            }
        }
        None => (String::new(), 2),
    };
    let end = main_verb(english, article, verb, from, clause.end);
    let end = own_end(article, event, verb, end);
    let what = words(article, from..end, LONGEST.saturating_sub(who.len()).max(LONGEST / 2));
    if who.is_empty() && !charged {
        return (finish(&whole(article, from, &what, clause.end)), lacks);
    }
    // "Petrov'd lost": what is written on to the word before stays on it.
    let gap = if what.starts_with(['\'', '’']) { "" } else { " " };
    (finish(&if who.is_empty() { what } else { format!("{who}{gap}{what}") }), lacks)
}

/// "The train that crashed in May had no driver": where the clause of "that" ends and the sentence goes on.
fn main_verb(english: &EventsWords, article: &ArticleTimes<'_>, verb: usize, from: usize, end: usize) -> usize {
    let parse = &article.parse;
    // "Men killed after the putsch were buried": not the putsch was.
    let other = |t: &usize| parse.upos(*t) == Upos::Aux && !agrees(english, article, t - 1);
    if let Some(t) = (verb + 1..end).find(other) {
        return t;
    }
    if !from.checked_sub(1).is_some_and(|t| relative(article, t)) {
        return end;
    }
    let other = |t: &usize| matches!(parse.upos(*t), Upos::Aux | Upos::Sconj | Upos::Cconj | Upos::Pron);
    (verb + 1..end).find(other).filter(|&t| parse.upos(t) == Upos::Aux).unwrap_or(end)
}

/// "Was suspended on Friday and will miss the final": where another deed begins that is of another time or mood.
fn own_end(article: &ArticleTimes<'_>, event: &Event, verb: usize, end: usize) -> usize {
    let parse = &article.parse;
    let other = |t: usize| match parse.upos(t) {
        Upos::Aux => true,
        Upos::Verb => article.events.iter().any(|e| e.trigger == t && (e.told, e.time) != (event.told, event.time)),
        _ => false,
    };
    let joins = |t: &usize| {
        let next = t + 1 + usize::from(*t + 2 < end && parse.upos(t + 1) == Upos::Adv);
        parse.upos(*t) == Upos::Cconj && next < end && other(next)
    };
    (verb + 1..end).find(joins).unwrap_or(end)
}

/// Of whom it is told cannot be said: the sentence up to there, or its head and what is told.
fn whole(article: &ArticleTimes<'_>, from: usize, what: &str, end: usize) -> String {
    let start = article.parse.sentence_tokens(from).start;
    if start == from {
        return what.to_owned();
    }
    let all = words(article, start..end, usize::MAX);
    if all.len() <= LONGEST {
        return all;
    }
    let head = words(article, start..from, LONGEST.saturating_sub(what.len()).max(LONGEST / 3));
    format!("{} … {what}", head.trim_end_matches(['…', ',', ' ']))
}

/// The tokens of the clause an event stands in.
fn tokens(article: &ArticleTimes<'_>, event: &Event) -> Range<usize> {
    let start = article.parse.token_from(event.clause.start);
    let end = article.parse.tokens.tokens.partition_point(|t| t.span.start < event.clause.end);
    start..end.max(start)
}

/// The verb that tells of the event: its own, the one that says it began, or the one it is the subject or object of.
fn verb(english: &EventsWords, article: &ArticleTimes<'_>, event: &Event, clause: &Range<usize>) -> Option<usize> {
    let parse = &article.parse;
    if !event.noun {
        return Some(event.trigger);
    }
    if let Some(carrier) = event.carrier.filter(|c| clause.contains(c)) {
        return Some(carrier);
    }
    let above = parse.head(event.trigger).filter(|h| clause.contains(h) && parse.upos(*h) == Upos::Verb)?;
    // "The win of 12 July was annulled": the day is the win's, not that of what befell it.
    if dated_noun(english, article, event, above)
        && parse.child(above, Deprel::AuxPass).is_some()
        && english.holds.binary_search(&parse.lemma(above)).is_err()
        && english.effects.binary_search(&parse.lemma(above)).is_err()
    {
        return None;
    }
    // "The members approved the purchase on Friday": that was then, not the purchase.
    let other = article.events.iter().any(|e| e.trigger == above && e.time.is_some() && e.time != event.time);
    let bare = event.trigger > clause.start && parse.upos(event.trigger - 1) == Upos::Adp;
    let own = match parse.deprel(event.trigger) {
        Deprel::Obj | Deprel::Nsubj | Deprel::NsubjPass => true,
        // "Went on strike".
        deprel => deprel == Deprel::Obl && bare,
    };
    (own && !other).then_some(above)
}

/// "The win of 12 July": a noun with a day of its own before token `end`.
fn dated_noun(english: &EventsWords, article: &ArticleTimes<'_>, event: &Event, end: usize) -> bool {
    let of = event.trigger + 1;
    of + 1 < end && article.parse.form(of) == english.of && timed(article, &(of + 1..of + 2))
}

/// The name behind a pronoun: of a person for "he" and "she", of neither a person nor a place for others.
fn named(
    english: &EventsWords,
    article: &ArticleTimes<'_>,
    a: usize,
    who: &Range<usize>,
    entities: &Entities,
) -> Option<String> {
    let mentions = &article.mentions.mentions;
    let at = mentions.partition_point(|m| m.tokens.start < who.start);
    mentions.get(at).filter(|m| m.tokens == *who && m.kind == MentionKind::Pronoun)?;
    let entity = entities.of(ArticleIx::new(a), MentionIx::new(at))?;
    let entity = &entities.entities[entity.ix()];
    let fits = match article.parse.says(who.start, &english.mood.persons) {
        true => entity.kind == EntityType::Person,
        false => !matches!(entity.kind, EntityType::Person | EntityType::Gpe | EntityType::Loc | EntityType::Fac),
    };
    // "His agent" is no name.
    let first = entity.name.split(' ').next().unwrap_or("").to_lowercase();
    (fits && !english.mood.owners.contains(&first.as_str())).then(|| entity.name.clone())
}

/// "A witness said he stabbed a man": whoever it was, not the one who tells it.
fn of_teller(english: &EventsWords, article: &ArticleTimes<'_>, event: &Event, who: &Range<usize>) -> bool {
    let (parse, all) = (&article.parse, &article.mentions);
    let at = all.mentions.partition_point(|m| m.tokens.start < who.start);
    let start = parse.sentence_tokens(who.start).start;
    let tells = |m: usize| {
        let m = &all.mentions[m];
        let verb = parse.head(m.head).filter(|_| m.tokens.start >= start && parse.deprel(m.head) == Deprel::Nsubj);
        verb.is_some_and(|v| english.speech.binary_search(&parse.lemma(v)).is_ok())
    };
    event.told == Told::Alleged && (0..at).rev().any(|m| all.chain.get(m) == all.chain.get(at) && tells(m))
}

/// Tokens as written, on one line; if they are too long, cut before the last preposition, conjunction or mark that
/// still fits.
fn words(article: &ArticleTimes<'_>, tokens: Range<usize>, longest: usize) -> String {
    let parse = &article.parse;
    if tokens.is_empty() {
        return String::new();
    }
    let line = |end: usize| {
        let text = parse.span_of(tokens.start..end).of(parse.text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let whole = line(tokens.end);
    if whole.len() <= longest {
        return whole;
    }
    let joint = |t: usize| matches!(parse.upos(t), Upos::Adp | Upos::Cconj | Upos::Sconj | Upos::Punct);
    let fits = |&t: &usize| joint(t) && !joint(t - 1) && line(t).len() <= longest;
    let fallback = |&t: &usize| line(t).len() <= longest;
    let near = tokens.start + 1..tokens.end.min(tokens.start + longest);
    let cut = near.clone().rev().find(fits).filter(|t| *t > tokens.start + 2).or_else(|| near.rev().find(fallback));
    format!("{}…", line(cut.unwrap_or(tokens.start + 1)))
}

/// Begins with a capital, ends without a mark.
fn finish(label: &str) -> String {
    let marks = ['.', ',', ';', ':', ' ', '"', '”'];
    let bare = label.trim_end_matches(marks);
    // "At 12:30 p.m.": the stop of a short form is its own.
    let word = bare.rsplit(' ').next().unwrap_or("");
    let short = word.len() <= SHORT && word.contains('.') && !word.contains(|c: char| c.is_ascii_digit());
    let label = if short && label[bare.len()..].starts_with('.') { &label[..=bare.len()] } else { bare };
    let mut chars = label.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::finish;

    #[test]
    fn ends() {
        for (given, want) in [
            ("shots were heard around 2 p.m.", "Shots were heard around 2 p.m."),
            ("he left the U.S.,", "He left the U.S."),
            ("it cost 1.8.", "It cost 1.8"),
            ("the firm won.", "The firm won"),
            ("“we won”.", "“we won"),
            ("...", ""),
            ("", ""),
        ] {
            assert_eq!(finish(given), want);
        }
    }
}
