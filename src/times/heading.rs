//! Whether the words around an expression look back or ahead.

use super::find::Grammar;
use super::point::Heading;
use crate::english::times::TimesWords;
use crate::tags::{Feats, Tags, Upos};
use crate::text::{BlockKind, TokenIx};
use crate::tokens::Tokens;
use std::ops::Range;

/// How many tokens to either side are looked at.
const REACH: usize = 12;
/// How many tokens before it the aim of a verb ("agreed to sell") may begin.
const AIM: usize = 20;

/// How far before the day to which it puts something off a verb may stand, in tokens.
const PUT_OFF: usize = 5;

/// True where the words leave nothing but a day to come: the end of what goes on ("has until 30 April", "runs until
/// Friday"), what is put off ("adjourned to 5 March"), a condition ("if he resigns in March"), the beginning of what is
/// declared ("mourning starting on Friday"), the end that is set to somebody ("told them to return by Friday").
fn lies_ahead(words: &TimesWords, text: &str, tokens: &Tokens, tags: &Tags, timex: &Range<usize>) -> bool {
    let first = tokens.sentence_of(TokenIx::new(timex.start)).tokens.start;
    let form = |t: usize| tokens.tokens[t].span.of(text).to_lowercase();
    let has = |list: &[&str], t: usize| list.contains(&form(t).as_str());
    let Some(link) = timex.start.checked_sub(1).filter(|&t| t >= first) else { return false };
    let upos = |t: usize| tags.upos.get(t).copied().unwrap_or_default();
    let mark = |t: &usize| upos(*t) == Upos::Punct;
    let feats = |t: usize, f: Feats| tags.feats.get(t).is_some_and(|have| have.has(f));
    let back = || (first..link).rev().take_while(|t| !mark(t));
    if has(words.put_to, link) && back().take(PUT_OFF).any(|t| has(words.put_off, t)) {
        return true;
    }
    if has(words.set_to, link)
        && back().take(PUT_OFF).any(|t| has(words.set, t))
        && !back().take(REACH).any(|t| has(words.had, t))
    {
        return true;
    }
    if back().take(REACH).any(|t| has(words.conditions, t)) {
        return true;
    }
    let had = || back().take(REACH).any(|t| has(words.had, t));
    // "Declared three days of mourning, starting on Friday", "ordered a curfew from Friday".
    let starting = [link, link.saturating_sub(1).max(first)].into_iter().find(|&t| has(words.starting, t));
    if let Some(from) = starting.or(has(words.onward, link).then_some(link)) {
        let by = (first..from).rev().take(REACH).find(|&t| has(words.declares, t) || has(words.put_off, t));
        let finite = |t: usize| feats(t, Feats::PAST) && !has(words.declares, t);
        let declared = by.is_some_and(|by| has(words.declares, by) && !(by..from).any(finite));
        if declared && !had() {
            return true;
        }
    }
    // "Told drivers to return by Friday", "would dismiss drivers who did not return by Friday".
    if has(words.deadlines, link) && back().take(REACH).any(|t| has(words.asks, t) || has(words.modals, t)) && !had() {
        return true;
    }
    // "The rebels were given until Sunday."
    if has(words.up_to, link) && back().take(PUT_OFF).any(|t| has(words.gives, t)) && !had() {
        return true;
    }
    // What went on until then has a past form.
    let past = |t: usize| tags.feats.get(t).is_some_and(|f| f.has(Feats::PAST) || f.has(Feats::PAST_PARTICIPLE));
    has(words.up_to, link) && !tags.feats.is_empty() && !back().take(REACH).any(past)
}

/// Where the nearest verb points, those before the expression first; `month` if it names a month and no day.
pub(super) fn heading(
    words: &TimesWords,
    grammar: &Grammar,
    text: &str,
    tokens: &Tokens,
    tags: &Tags,
    timex: &Range<usize>,
    month: bool,
) -> Heading {
    if timex.is_empty() {
        return Heading::Unknown;
    }
    if lies_ahead(words, text, tokens, tags, timex) {
        return Heading::Ahead;
    }
    let sentence = tokens.sentence_of(TokenIx::new(timex.start)).tokens.clone();
    let lexicon = &grammar.machine.lexicon;
    let (future, past) = (lexicon.class_set("FUTURE"), lexicon.class_set("PASTTENSE") | lexicon.class_set("SAYING"));
    let (to, be, is_to) = (lexicon.class_set("TO"), lexicon.class_set("BE"), lexicon.class_set("TOBE"));
    let classes = |t: usize| {
        let Some(form) = tokens.tokens.get(t).map(|t| t.span.of(text)) else { return 0 };
        let mut buffer = [0u8; 16];
        let Some(room) = buffer.get_mut(..form.len()) else { return 0 };
        room.copy_from_slice(form.as_bytes());
        room.make_ascii_lowercase();
        let word = std::str::from_utf8(room).map_or(0, |w| lexicon.number(w.trim_start_matches('\'')));
        if word == 0 { 0 } else { lexicon.words[word as usize].classes }
    };
    let form = |t: usize| tokens.tokens[t].span.of(text).to_lowercase();
    let modal = lexicon.class_set("MODAL");
    let feats = |t: usize, f: Feats| tags.feats.get(t).is_some_and(|have| have.has(f));
    let look = |t: usize| {
        let here = classes(t);
        let before = |n: usize, set| (t.saturating_sub(n).max(sentence.start)..t).any(|b| classes(b) & set != 0);
        // "It could begin on Friday" looks ahead, "on Friday it could not be reached" does not.
        if here & modal != 0 && t < timex.start {
            return Some(Heading::Future);
        }
        if t < timex.start && words.threats.contains(&form(t).as_str()) {
            return Some(Heading::Intended);
        }
        // "due to wind" tells a cause.
        let cause = || classes(t + 1) & to != 0 && !feats(t + 2, Feats::INFINITIVE) && !tags.feats.is_empty();
        if here & future != 0 && !cause() {
            // "It had been due on Friday" looks back.
            return Some(if before(2, past) { Heading::Past } else { Heading::Future });
        }
        let past = here & past != 0 || feats(t, Feats::PAST);
        // "is to resume" looks ahead, "to be named" says nothing of itself.
        if here & to != 0 && before(1, is_to) && feats(t + 1, Feats::INFINITIVE) {
            // "was to have met" did not.
            let perfect = tokens.tokens[t + 1].span.of(text).eq_ignore_ascii_case(words.have);
            return Some(if perfect { Heading::Past } else { Heading::Future });
        }
        (past && !before(1, be)).then_some(Heading::Past)
    };
    let before = (sentence.start..timex.start).rev().take(REACH).find_map(look).or_else(|| {
        // "The final, delayed on Sunday, will be played": what a participle between two marks tells is over.
        let mark = |t: &usize| tags.upos.get(*t) == Some(&Upos::Punct);
        let opens = (sentence.start..timex.start).rev().take(REACH).find(mark)? + 1;
        let done = opens < timex.start && feats(opens, Feats::PAST_PARTICIPLE) && classes(opens) & future == 0;
        let closes = (timex.end..sentence.end).take(REACH).any(|t| mark(&t));
        let set = words.set.contains(&form(opens).as_str());
        (done && closes && !set).then_some(Heading::Past)
    });
    // Behind it only its own clause tells: "pleaded guilty in January and will be sentenced next month".
    let first = timex.start <= sentence.start + 1;
    let goes_on = |t: &usize| first || !matches!(tags.upos.get(*t), Some(Upos::Cconj));
    let after = || (timex.end..sentence.end).take(REACH).take_while(goes_on).find_map(look);
    // "Groups, some of them backed by the army, ousted the president in December": a participle that no "is" stands before
    // tells of a month that is over; a day may still lie ahead of it.
    let over = |t: &usize| feats(*t, Feats::PAST_PARTICIPLE) && classes(*t) & (future | modal) == 0;
    let plain = |t: usize| (t.saturating_sub(2).max(sentence.start)..t).all(|b| classes(b) & be == 0);
    let participle = (sentence.start..timex.start).rev().take(REACH).filter(|_| month);
    let told = || participle.clone().find(over).filter(|t| plain(*t)).map(|_| Heading::Past);
    // "The trial opens on Friday": told in the present, it is still to come; headlines tell all in the present.
    let starts = |t: usize| words.starts.contains(&tokens.tokens[t].span.of(text).to_lowercase().as_str());
    let body = tokens.sentence_of(TokenIx::new(timex.start)).kind == BlockKind::Body;
    // "Rovers play Sandvik on Saturday": so is any deed of a day that the present tells.
    let verb = |t: &usize| tags.upos.get(*t) == Some(&Upos::Verb);
    let plays = |t: usize| !month && feats(t, Feats::PRESENT) && !words.shows.contains(&form(t).as_str());
    let nearest = || (sentence.start..timex.start).rev().take(REACH).find(verb).is_some_and(plays);
    let opens = || {
        let starts = (sentence.start..timex.start).rev().take(REACH).any(starts);
        (body && (starts || nearest())).then_some(Heading::Future)
    };
    // "Talks resume on Thursday, the union said": what is said behind it is another clause.
    let found = before.or_else(opens).or_else(after).or_else(told).unwrap_or(Heading::Unknown);
    // "agreed to sell it in February": what was agreed then may be for later.
    let aim = (sentence.start..timex.start).rev().take(AIM).find(|t| classes(*t) & to != 0 || feats(*t, Feats::PAST));
    match (found, aim) {
        (Heading::Past, Some(t)) if classes(t) & to != 0 && feats(t + 1, Feats::INFINITIVE) => Heading::Intended,
        // "want talks to resume before the weekend".
        (Heading::Unknown, Some(t)) if classes(t) & to != 0 && feats(t + 1, Feats::INFINITIVE) => Heading::Future,
        _ => found,
    }
}
