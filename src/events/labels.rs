//! What an entry of the timeline is called: who did what, in an article's own words.

use super::whom::{agrees, own_clause};
use super::{ArticleTimes, Event, Told};
use crate::english::events::EventsWords;
use crate::entities::{Entities, MentionKind};
use crate::syntax::Deprel;
use crate::tags::{Feats, Upos};
use crate::text::{ArticleIx, MentionIx};
use crate::times::Timex;
use std::ops::Range;

/// A label is cut at the end of a phrase when it is longer than so many bytes.
const LONGEST: usize = 90;
/// A clause of more tokens is not looked over for what it describes.
const RELATIVE: usize = 16;
/// A word with a stop inside is a short form ("p.m.", "U.S.A.") if it has no more bytes.
const SHORT: usize = 5;
/// A subject of more tokens is cut where its first clause begins.
const SUBJECT: usize = 12;

/// The label of an event mention, and how much it lacks: 0 for subject, verb and more, higher for less.
pub(super) fn label(
    english: &EventsWords,
    article: &ArticleTimes<'_>,
    a: usize,
    event: &Event,
    entities: &Entities,
) -> (String, u8) {
    let parse = &article.parse;
    let clause = tokens(article, event);
    let Some(verb) = verb(english, article, event, &clause) else {
        let mut phrase = phrase(article, event.trigger, &clause);
        // "The election of 4 April": the day stands beside the label.
        if dated_noun(english, article, event, phrase.end) {
            phrase.end = event.trigger + 1;
        }
        return (finish(&words(article, phrase, LONGEST)), 2);
    };
    let mut from = verb;
    while from > clause.start && matches!(parse.upos(from - 1), Upos::Aux | Upos::Adv | Upos::Part) {
        from -= 1;
    }
    // "accused him of killing two": who accuses is not who killed.
    let charged = event.told == Told::Alleged && parse.feats(verb).has(Feats::ING);
    let (who, lacks) = match subject(english, article, verb, from, &clause).filter(|_| !charged) {
        Some(who) => match named(article, a, &who, entities).filter(|_| !of_teller(english, article, event, &who)) {
            Some(name) => (name, 0),
            None => (words(article, who.clone(), LONGEST), u8::from(parse.upos(who.start) == Upos::Pron)),
        },
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
    let all = &article.parse.tokens.tokens;
    let start = all.partition_point(|t| t.span.end <= event.clause.start);
    let end = all.partition_point(|t| t.span.start < event.clause.end);
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

/// Who or what does it: the verb's subject, that of the verb it hangs on, or the noun that its clause describes.
fn subject(
    english: &EventsWords,
    article: &ArticleTimes<'_>,
    verb: usize,
    from: usize,
    clause: &Range<usize>,
) -> Option<Range<usize>> {
    let parse = &article.parse;
    let good = |mut range: Range<usize>| {
        while !range.is_empty() && matches!(parse.upos(range.start), Upos::Part | Upos::Adp) {
            range.start += 1;
        }
        Some(untimed(article, range)).filter(|r| !r.is_empty() && !relative(article, r.start))
    };
    // "John Marsh, who fled": who that is stands before it, whatever the tree made of it.
    let who = from.checked_sub(1).filter(|&t| t >= clause.start && relative(article, t));
    if let Some(mut last) = who.and_then(|t| t.checked_sub(1)) {
        let start = parse.sentence_tokens(verb).start;
        last -= usize::from(parse.form(last) == "," && last > start);
        if last >= start && parse.upos(last).is_nominal() && !timed(article, &(last..last + 1)) {
            return Some(caused(english, article, run(article, last, start), start));
        }
    }
    // All that stands before the verb, if it is of one piece and no more than a subject.
    let nominal = |t: usize| {
        parse.upos(t).is_nominal()
            || matches!(
                parse.upos(t),
                Upos::Det | Upos::Adj | Upos::Num | Upos::Part | Upos::Adp | Upos::Cconj | Upos::Pron
            )
    };
    let small = |t: usize| matches!(parse.upos(t), Upos::Cconj | Upos::Sconj | Upos::Adv | Upos::Adp | Upos::Part);
    // "The day he won the stage".
    let pronoun = from.checked_sub(1).filter(|&t| t > clause.start && parse.upos(t) == Upos::Pron);
    if let Some(t) = pronoun.filter(|&t| parse.upos(t - 1).is_nominal() && parse.deprel(t) == Deprel::Nsubj) {
        return Some(t..t + 1);
    }
    let whole = clause.start..from;
    if !whole.is_empty()
        && whole.len() <= SUBJECT
        && whole.clone().all(nominal)
        && !small(whole.start)
        && !timed(article, &whole)
    {
        return good(whole);
    }
    let own = from.checked_sub(1).filter(|&t| t >= clause.start && parse.upos(t).is_nominal());
    let beside = own.is_some_and(|t| !timed(article, &(t..t + 1)));
    // "An engineer held in the Sahel was freed": what stands right before the verb belongs to a preposition.
    let adposition = |r: &Range<usize>| {
        let before = r.start.checked_sub(1).filter(|&t| t >= clause.start && parse.upos(t) == Upos::Adp);
        before.is_some_and(|t| {
            let form = parse.form(t).to_lowercase();
            english.clause_openers.binary_search(&form.as_str()).is_err()
        })
    };
    let inner = own.is_some_and(|t| adposition(&run(article, t, clause.start)) || !agrees(english, article, t));
    let near = |t: usize, start: usize| {
        if inner { stretch(article, start, from) } else { good(run(article, t, start)) }
    };
    // "He resigned after the bridge collapsed": a noun before the connective is not what collapsed.
    let opened = own_clause(english, article, from, clause.start);
    if beside
        && opened > clause.start
        && let Some(who) = own.and_then(|t| near(t, opened + 1))
    {
        return Some(who);
    }
    if inner && let Some(who) = stretch(article, clause.start, from) {
        return Some(who);
    }
    if let Some(who) = before_relative(article, from, clause.start) {
        return Some(who);
    }
    let mut at = verb;
    for _ in 0..3 {
        let found = parse.children(at).find(|&c| matches!(parse.deprel(c), Deprel::Nsubj | Deprel::NsubjPass));
        let found = found.filter(|&n| n < from && (n >= opened || !beside)).map(|n| phrase(article, n, &(0..from)));
        if let Some(who) = found.clone().filter(|r| !adposition(r)).and_then(good) {
            return Some(who);
        }
        match (parse.deprel(at), parse.head(at)) {
            (Deprel::Acl | Deprel::AclRelcl, Some(h)) if h < from => return good(phrase(article, h, &(0..from))),
            (Deprel::Conj | Deprel::Xcomp, Some(h)) if h < at => at = h,
            // "After the party won the vote": what stands right before the verb is its own.
            (Deprel::Advcl, Some(h)) if found.is_none() && !beside => at = h,
            _ => break,
        }
    }
    own.filter(|_| beside && !inner).and_then(|t| good(run(article, t, clause.start)))
}

/// All from the beginning of a clause to its verb, if that can be its subject: "an engineer held for 15 months in the
/// Sahel", but for a time at its head.
fn stretch(article: &ArticleTimes<'_>, start: usize, from: usize) -> Option<Range<usize>> {
    let parse = &article.parse;
    let mut start = start;
    let next = article.timexes.partition_point(|t| t.tokens.start < start);
    let at_head = |t: &&Timex| t.tokens.start == start + usize::from(parse.upos(start) == Upos::Adp);
    let head = article.timexes.get(next).filter(at_head);
    if let Some(time) = head {
        start = time.tokens.end;
        start += usize::from(start < from && parse.form(start) == ",");
    }
    // Before "was freed" another verb only describes.
    let passive = parse.upos(from) == Upos::Aux;
    let part = |t: usize| match parse.upos(t) {
        Upos::Verb => t > start && (passive || parse.feats(t).has(Feats::ING)),
        Upos::Aux | Upos::Sconj | Upos::Punct | Upos::Cconj => false,
        _ => !relative(article, t),
    };
    let first = start < from && !matches!(parse.upos(start), Upos::Adp | Upos::Adv | Upos::Part);
    (first && from - start <= SUBJECT && (start..from).all(part))
        .then(|| untimed(article, start..from))
        .filter(|who| !who.is_empty())
}

/// "The crash near the bridge, which killed two": a happening kills, not the bridge.
fn caused(english: &EventsWords, article: &ArticleTimes<'_>, who: Range<usize>, start: usize) -> Range<usize> {
    let parse = &article.parse;
    let link = who.start.checked_sub(1).filter(|&t| t > start && parse.upos(t) == Upos::Adp);
    let happening = link.filter(|&t| english.word(&parse.form(t - 1).to_lowercase()).is_some_and(|w| w.noun));
    happening.map_or(who.clone(), |t| run(article, t - 1, start).start..who.end)
}

/// "The government, which took office in May, resigned": what stands before the clause in between.
fn before_relative(article: &ArticleTimes<'_>, from: usize, start: usize) -> Option<Range<usize>> {
    let parse = &article.parse;
    let first = parse.sentence_tokens(start).start;
    let comma = |t: &usize| parse.form(*t) == ",";
    let closes = start.checked_sub(1).filter(|t| from == start && *t > first && comma(t))?;
    let opens = (first + 1..closes).rev().take(RELATIVE).find(comma).filter(|&t| relative(article, t + 1))?;
    let last = opens - 1;
    (parse.upos(last).is_nominal() && !timed(article, &(last..opens))).then(|| run(article, last, first))
}

/// The words of one noun phrase up to token `last`.
fn run(article: &ArticleTimes<'_>, last: usize, start: usize) -> Range<usize> {
    let parse = &article.parse;
    let part = |t: &usize| {
        let upos = parse.upos(*t);
        upos.is_nominal() || matches!(upos, Upos::Det | Upos::Adj | Upos::Num) || parse.deprel(*t) == Deprel::NmodPoss
    };
    let first = (start..last).rev().take_while(part).last().unwrap_or(last);
    first..last + 1
}

/// A phrase without the time at its end: "the ministry on Sunday".
fn untimed(article: &ArticleTimes<'_>, tokens: Range<usize>) -> Range<usize> {
    let next = article.timexes.partition_point(|t| t.tokens.end <= tokens.start);
    match article.timexes.get(next) {
        // "The 1998 team" keeps its year.
        Some(t) if t.tokens.start < tokens.end && t.tokens.end >= tokens.end => {
            let end = t.tokens.start.max(tokens.start);
            let small = end > tokens.start && article.parse.upos(end - 1) == Upos::Adp;
            tokens.start..end - usize::from(small)
        }
        _ => tokens,
    }
}

/// True if a time expression stands in these tokens.
fn timed(article: &ArticleTimes<'_>, tokens: &Range<usize>) -> bool {
    let next = article.timexes.partition_point(|t| t.tokens.end <= tokens.start);
    article.timexes.get(next).is_some_and(|t| t.tokens.start < tokens.end)
}

/// "which", "who".
fn relative(article: &ArticleTimes<'_>, t: usize) -> bool {
    let subject = matches!(article.parse.deprel(t), Deprel::Nsubj | Deprel::NsubjPass);
    article.parse.feats(t).has(Feats::RELATIVE) || subject && article.parse.upos(t) == Upos::Sconj
}

/// A noun with what stands before it and short phrases behind it, inside `limit`.
fn phrase(article: &ArticleTimes<'_>, noun: usize, limit: &Range<usize>) -> Range<usize> {
    let parse = &article.parse;
    let all = parse.subtree(noun);
    let start = all.start.max(limit.start).max(parse.sentence_tokens(noun).start).min(noun);
    let mark = |t: usize| parse.upos(t) == Upos::Punct && !matches!(parse.form(t), "-" | "." | "'" | "’");
    let start = (start..noun).rev().find(|&t| mark(t) || parse.upos(t) == Upos::Adp).map_or(start, |t| t + 1);
    let mut end = all.end.min(limit.end).max(noun + 1);
    for child in parse.children(noun) {
        let clause = matches!(parse.deprel(child), Deprel::Acl | Deprel::AclRelcl | Deprel::Appos | Deprel::Parataxis);
        if child > noun && (clause || end - start > SUBJECT) {
            end = end.min(parse.subtree(child).start.max(noun + 1));
        }
    }
    let end = (noun + 1..end).find(|&t| mark(t)).unwrap_or(end);
    start..end
}

/// The name behind a pronoun.
fn named(article: &ArticleTimes<'_>, a: usize, who: &Range<usize>, entities: &Entities) -> Option<String> {
    let mentions = &article.mentions.mentions;
    let at = mentions.partition_point(|m| m.tokens.start < who.start);
    mentions.get(at).filter(|m| m.tokens == *who && m.kind == MentionKind::Pronoun)?;
    let entity = entities.of(ArticleIx::new(a), MentionIx::new(at))?;
    Some(entities.entities[entity.ix()].name.clone())
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
