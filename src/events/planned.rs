//! Plans: what is to come on a day that is told, and that nobody tells as done.

use super::mood::{denied_above, has};
use super::unite::Clusters;
use super::{ArticleTimes, Event, Told};
use crate::articles::Published;
use crate::english::English;
use crate::english::events::EventsWords;
use crate::syntax::{Deprel, Parse};
use crate::tags::{Feats, Upos};
use crate::text::{BlockKind, TokenIx};

/// A plan has its day if no more days are left for it: those of a month.
const MONTH: i32 = 31;
/// With so many clusters before it a plan is compared.
const TRIED: usize = 400;
/// So many tokens before its verb what denies a plan may stand.
const NEAR: usize = 4;

/// Marks the plans of a dossier and gives them their days. A plan of which the same verb is told as a fact on those days, of
/// one who takes part in both, is none.
///
/// ok: `The president will [>2020-07-15 speak] to the nation tonight.` `The union will [>2020-07-17 march] through Arda on 17 July.`
/// ok: `The firm plans to [>2020-07-20 reopen] the mine on 20 July.` `The union said it would [>2020-07-17 march] through Arda on 17 July.`
/// ok: `An [>2020-08-09 election] will be held on 9 August.` `The [>2020-07-20 trial] of Ivo Brand is to begin on Monday.`
/// ok: `Rovers [>2020-07-18 play] Sandvik on Saturday.` `The inquiry [>2020-07-20 opens] on 20 July.`
/// ok: `The union will [>2020-07-17 march] through Arda on 17 July. / The union is to [>2020-07-17 march] through Arda on Friday.`
/// no: `The firm hopes to [- reopen] the mine on 20 July.` `The mayor fears that the union will [- march] on 17 July.`
/// no: `Will the union [- march] on 17 July?` `If it rains, the union will [- march] on 17 July.` `The union will not [- march] on 17 July.`
/// no: `The storm will [- hit] the coast on Friday.` `The union would [- march] on 17 July.` `The union may [- march] on 17 July.` `The union will [- march] soon.`
/// no: `The union denied that it will [- march] on 17 July.` `The union will [- win].`
pub(super) fn mark(english: &English, articles: &[ArticleTimes<'_>], published: &[Published], clusters: &mut Clusters) {
    for c in 0..clusters.clusters.len() {
        let cluster = &clusters.clusters[c];
        if cluster.mentions.iter().any(|m| m.fact || m.alleged) {
            continue;
        }
        let told = cluster.mentions.iter().find_map(|m| {
            let (article, range) = (&articles[m.article.ix()], &published[m.article.ix()].range);
            let (event, days) = (&article.events[m.event.ix()], m.days.as_ref()?);
            let near = range.latest.or(range.earliest).is_some_and(|out| days.first >= out)
                && (days.last - days.first).get_days() < MONTH
                && !days.no_later;
            let planned = near && !article.other_story && is_planned(english, &article.parse, event);
            planned.then_some((&event.lemma, (days.first, days.last)))
        });
        let Some((lemma, days)) = told else { continue };
        let meets = |d: usize| {
            let (a, b) = (&clusters.clusters[c].participants, &clusters.clusters[d].participants);
            a.is_empty() && b.is_empty() || a.iter().any(|x| b.contains(x))
        };
        let done = clusters.known.told(lemma).filter(|&d| meets(d)).and_then(|d| clusters.clusters[d].joint);
        if done.is_some_and(|(a, b)| a <= days.1 && days.0 <= b) {
            continue;
        }
        let same = |&p: &usize| {
            let plan = &clusters.clusters[p];
            let first = plan.mentions.first().filter(|_| plan.planned && plan.joint == Some(days) && meets(p));
            first.is_some_and(|m| articles[m.article.ix()].events[m.event.ix()].lemma == *lemma)
        };
        match (c.saturating_sub(TRIED)..c).rev().find(same) {
            Some(plan) => {
                for mention in std::mem::take(&mut clusters.clusters[c].mentions) {
                    clusters.of[mention.article.ix()][mention.event.ix()] = Some(plan);
                    clusters.clusters[plan].mentions.push(mention);
                }
            }
            None => (clusters.clusters[c].planned, clusters.clusters[c].joint) = (true, Some(days)),
        }
    }
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
    let at = verb.unwrap_or(event.trigger);
    let sentence = parse.sentence_tokens(at);
    let doubt = |t: usize| has(&words.mood.doubts, parse.lemma(t)) || parse.says(t, &words.mood.open);
    let asked = parse.form(sentence.end - 1) == words.mood.question;
    let denied = (at.saturating_sub(NEAR).max(sentence.start)..at).any(|t| parse.says(t, &words.negative));
    if asked || denied || denied_above(words, parse, at) || sentence.clone().any(doubt) {
        return false;
    }
    verb.map_or_else(|| relative(words, parse, at), |verb| intends(words, parse, verb, event))
}

/// "An election, which will be held on 14 November", not "which will not be held".
fn relative(words: &EventsWords, parse: &Parse<'_>, noun: usize) -> bool {
    let end = parse.sentence_tokens(noun).end;
    let next = noun + 1 + usize::from(noun + 1 < end && parse.form(noun + 1) == ",");
    let will = next + 2 < end && parse.says(next, &words.openers) && parse.says(next + 1, &words.mood.will);
    will && !parse.says(next + 2, &words.negative)
}

/// "Will march", "is to march", "plans to march", "said it would march", "is planned for".
fn intends(words: &EventsWords, parse: &Parse<'_>, verb: usize, event: &Event) -> bool {
    let mood = &words.mood;
    let sentence = parse.sentence_tokens(verb);
    for t in (sentence.start..verb).rev().take(NEAR) {
        if parse.says(t, &mood.will) {
            return true;
        }
        if parse.says(t, &mood.would) {
            return sentence.clone().any(|t| has(&mood.promises, parse.lemma(t)));
        }
        // "Is to march", "plans to march", "is due to march".
        if parse.form(t) == words.infinitive {
            return t > sentence.start && (parse.says(t - 1, &mood.is) || parse.says(t - 1, &mood.plans));
        }
        if !matches!(parse.upos(t), Upos::Aux | Upos::Adv | Upos::Part) {
            break;
        }
    }
    // "Rovers play Sandvik on Saturday."
    let present = verb == event.trigger && parse.feats(verb).has(Feats::PRESENT) && has_subject(parse, verb);
    let body = parse.tokens.sentence_of(TokenIx::new(verb)).kind == BlockKind::Body;
    present && body || event.noun && has(&mood.appoints, parse.lemma(verb))
}

fn has_subject(parse: &Parse<'_>, verb: usize) -> bool {
    parse.child(verb, Deprel::Nsubj).is_some_and(|s| s < verb)
}
