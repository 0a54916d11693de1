//! Plans: what is to come on a day that is told, and that nobody tells as done.

use super::mood::{denied_above, has};
use super::unite::{Clusters, Mentioned};
use super::{ArticleTimes, Event, Told};
use crate::articles::Published;
use crate::dates::Date;
use crate::english::English;
use crate::english::events::EventsWords;
use crate::syntax::{Deprel, Parse};
use crate::tags::Upos;
use std::collections::BTreeMap;

/// A plan has its day if no more days are left for it: those of a month.
const MONTH: i32 = 31;
/// So many tokens before its verb what denies a plan may stand.
const NEAR: usize = 4;

/// The plans of a dossier, each the clusters that tell it, and its days. A plan that came about, in other words of the same
/// verb on those days, is none.
///
/// ok: `The president will [>2020-07-15 speak] to the nation tonight.` `The union will [>2020-07-17 march] through Arda on 17 July.`
/// ok: `The firm plans to [>2020-07-20 reopen] the mine on 20 July.` `The union said it would [>2020-07-17 march] through Arda on 17 July.`
/// ok: `An [>2020-08-09 election] will be held on 9 August.` `The [>2020-07-20 trial] of Ivo Brand is to begin on Monday.`
/// ok: `The union will [>2020-07-17 march] through Arda on 17 July. / The union is to [>2020-07-17 march] through Arda on Friday.`
/// no: `The firm hopes to [- reopen] the mine on 20 July.` `The mayor fears that the union will [- march] on 17 July.`
/// no: `Will the union [- march] on 17 July?` `If it rains, the union will [- march] on 17 July.` `The union will not [- march] on 17 July.`
/// no: `The storm will [- hit] the coast on Friday.` `The union would [- march] on 17 July.` `The union may [- march] on 17 July.` `The union will [- march] soon.`
/// no: `The union denied that it will [- march] on 17 July.` `The union will [- win].`
pub(super) fn plans(
    english: &English,
    articles: &[ArticleTimes<'_>],
    published: &[Published],
    clusters: &Clusters,
) -> Vec<Plan> {
    let mut by_deed: BTreeMap<(&str, Date, Date), Vec<usize>> = BTreeMap::new();
    let event = |m: &Mentioned| &articles[m.article.ix()].events[m.event.ix()];
    for (c, cluster) in clusters.clusters.iter().enumerate() {
        if cluster.mentions.iter().any(|m| m.fact || m.alleged) {
            continue;
        }
        let days = |m: &Mentioned| {
            let (days, out) = (m.days.as_ref()?, &published[m.article.ix()].range);
            let out = out.latest.or(out.earliest)?;
            let near = days.first >= out && (days.last - days.first).get_days() < MONTH && !days.no_later;
            let article = &articles[m.article.ix()];
            let planned = near && !article.other_story && is_planned(english, &article.parse, event(m));
            planned.then_some((days.first, days.last))
        };
        let told = cluster.mentions.iter().find_map(|m| Some((event(m).lemma.as_str(), days(m)?)));
        if let Some((lemma, (first, last))) = told {
            by_deed.entry((lemma, first, last)).or_default().push(c);
        }
    }
    let done = |lemma: &str, first: Date, last: Date| {
        let facts = clusters.clusters.iter().filter(|c| c.joint.is_some_and(|(a, b)| a <= last && first <= b));
        facts.flat_map(|c| &c.mentions).any(|m| m.fact && event(m).lemma == lemma)
    };
    by_deed.retain(|&(lemma, first, last), _| !done(lemma, first, last));
    by_deed.into_iter().map(|((_, first, last), clusters)| Plan { clusters, days: (first, last) }).collect()
}

/// A plan that one or more accounts tell.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) clusters: Vec<usize>,
    pub(super) days: (Date, Date),
}

/// True for what somebody has set out to do: not what is hoped, feared, asked or foretold.
fn is_planned(english: &English, parse: &Parse<'_>, event: &Event) -> bool {
    let words = &english.events;
    let kind = event.class.and_then(|k| words.kind(k));
    if event.told == Told::Alleged || kind.is_some_and(|k| k.disaster || k.once) {
        return false;
    }
    let above = || parse.head(event.trigger).filter(|&h| parse.upos(h) == Upos::Verb);
    let tells = matches!(parse.deprel(event.trigger), Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj);
    let verb = if event.noun { event.carrier.or(above().filter(|_| tells)) } else { Some(event.trigger) };
    let Some(verb) = verb else { return relative(words, parse, event.trigger) };
    let sentence = parse.sentence_tokens(verb);
    let doubt = |t: usize| has(&words.mood.doubts, &parse.lemma(t).to_lowercase()) || parse.says(t, &words.mood.open);
    let asked = parse.form(sentence.end - 1) == words.mood.question;
    let denied = (verb.saturating_sub(NEAR).max(sentence.start)..verb).any(|t| parse.says(t, &words.negative));
    if asked || denied || denied_above(words, parse, verb) || sentence.clone().any(doubt) {
        return false;
    }
    intends(words, parse, verb, event)
}

/// "An election, which will be held on 14 November".
fn relative(words: &EventsWords, parse: &Parse<'_>, noun: usize) -> bool {
    let end = parse.sentence_tokens(noun).end;
    let next = noun + 1 + usize::from(noun + 1 < end && parse.form(noun + 1) == ",");
    next + 1 < end && parse.says(next, &words.openers) && parse.says(next + 1, &words.mood.will)
}

/// "Will march", "is to march", "plans to march", "said it would march", "is planned for".
fn intends(words: &EventsWords, parse: &Parse<'_>, verb: usize, event: &Event) -> bool {
    let mood = &words.mood;
    let start = parse.sentence_tokens(verb).start;
    let near =
        (start..verb).rev().take(NEAR).take_while(|&t| matches!(parse.upos(t), Upos::Aux | Upos::Adv | Upos::Part));
    let near: Vec<usize> = near.collect();
    if near.iter().any(|&t| parse.says(t, &mood.will)) {
        return true;
    }
    let said = || parse.sentence_tokens(verb).any(|t| has(&mood.promises, &parse.lemma(t).to_lowercase()));
    if near.iter().any(|&t| parse.says(t, &mood.would)) {
        return said();
    }
    // "Is to march", "plans to march", "is due to march".
    let to = near.iter().rev().find(|&&t| parse.form(t).eq_ignore_ascii_case(words.infinitive));
    if let Some(before) = to.and_then(|t| t.checked_sub(1)).filter(|&b| b >= start) {
        return parse.says(before, &mood.is) || parse.says(before, &mood.plans);
    }
    event.noun && has(&mood.appoints, &parse.lemma(verb).to_lowercase())
}
