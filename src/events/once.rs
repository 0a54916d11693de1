//! What two articles tell of as one thing that happened, though they put it days apart.

use super::identity::{APART, Group, SELDOM};
use super::traits::{Traits, meet};
use super::{ArticleTimes, Event, deeds};
use crate::english::English;
use crate::english::events::EventsWords;
use crate::tags::Upos;
use crate::text::back;

/// So many words before a noun are looked over for its article.
const PHRASE: usize = 5;
/// What two accounts must have in common.
const ENOUGH: usize = 2;

/// One deed or happening of which each of two articles tells once, when it was over, on days up to [`SELDOM`] apart; what comes in rows (attacks, meetings, "a second", "again") stays several.
///
/// ok: `The premier [!2020-06-20/2020-06-27 called] the early ballot on 20 June. / The premier had [!2020-06-20/2020-06-27 called] the early ballot on 27 June.`
/// ok: `Inspectors [!2020-06-18/2020-06-25 visited] the mine on 18 June. / Records show that inspectors last [!2020-06-18/2020-06-25 visited] the mine on 25 June.`
/// ok: `Engineers last [!2020-06-18/2020-06-25 checked] the pipes on 18 June. / Engineers last [!2020-06-18/2020-06-25 checked] the pipes on 25 June.`
/// ok: `[!2020-06-12/2020-06-26 Talks] between the two banks began on 12 June. / [!2020-06-12/2020-06-26 Talks] between the banks began on 26 June.`
/// ok: `The letter was [!2020-06-28/2020-07-03 sent] on 28 June. / The letter was [!2020-06-28/2020-07-03 sent] on 3 July.`
/// ok: `The banker Paul Rehn was [!2019-11-05/2019-11-12 arrested] on 5 November 2019. A trial began. / Agents came when Paul Rehn was [!2019-11-05/2019-11-12 arrested] on 12 November 2019.`
/// ok: `The [!2020-06-18/2020-06-25 inquest] opened on 18 June. / The [!2020-06-18/2020-06-25 inquest] opened on 25 June.`
/// ok: `The club [!2020-06-18/2020-06-25 extended] his contract on 18 June. / The club had [!2020-06-18/2020-06-25 extended] Ivo Maas's contract on 25 June.`
/// ok: `A barrier above the lift was [!2020-06-18/2020-06-25 removed] on 18 June. / The barrier was [!2020-06-18/2020-06-25 removed] on 25 June.`
/// no: `The mayor [2020-06-18 visited] the mine on 18 June. / The mayor [2020-06-25 visited] the mine on 25 June.`
/// no: `Troops [2020-06-18 shelled] the port on 18 June. / Troops [2020-06-25 shelled] the port on 25 June.`
/// no: `Rebels [2020-07-02 fired] rockets at Damascus on 2 July. / Rebels [2020-07-09 fired] rockets at Damascus on 9 July.`
/// no: `Inspectors last [2020-06-18 visited] the mine on 18 June. / Inspectors [2020-06-25 visited] the mine again on 25 June.`
/// no: `Inspectors last [2020-06-18 visited] the mine on 18 June and the port on 25 June. / Inspectors [2020-06-25 visited] the port on 25 June.`
/// no: `The ministers [2020-07-02 met] in Paris on 2 July. / The ministers [2020-07-09 met] in Paris on 9 July.`
/// no: `A walkout [2020-07-02 shut] the port on 2 July. / A walkout [2020-07-09 shut] the port on 9 July.`
/// no: `The [2020-07-02 hearing] ended on 2 July. / The [2020-07-09 hearing] ended on 9 July.`
/// no: `Inspectors last [2020-06-18 visited] the mine on 18 June. / Inspectors [2020-07-15 visited] the mine on Wednesday.`
/// no: `A [2020-07-02 fire] killed three people in Ashby on 2 July. / A [2020-07-09 fire] killed four people in Ashby on 9 July.`
/// no: `Ivo Maas [2020-07-02 won] a stage on 2 July. / Ivo Maas [2020-07-09 won] a stage on 9 July.`
/// no: `The board [2020-07-02 raised] the price of gas on 2 July. / The board [2020-07-09 raised] the price of oil on 9 July.`
pub(super) fn is_one(english: &English, g: &Group, h: &Group) -> bool {
    let (a, b) = (&g.traits, &h.traits);
    let told_once = |g: &Group| g.alone && !(g.traits.series || g.traits.apart || g.traits.which.is_some());
    let far = a.gap(b).is_some_and(|days| days > APART && days <= SELDOM);
    // Both days had passed when either came out.
    let over = |g: &Group| g.out.is_some_and(|out| [a, b].iter().all(|t| t.days.is_some_and(|(_, last)| last < out)));
    let narrow = a.narrow() && b.narrow();
    if !far || !narrow || !over(g) || !over(h) || !told_once(g) || !told_once(h) || !a.share_stem(b) {
        return false;
    }
    let begins = a.begins && b.begins;
    let vague = |g: &Group| {
        let t = &g.traits;
        a.fresh && b.fresh || !(t.verb || begins || t.definite || g.front)
    };
    let listed = english.events.kind(a.class).filter(|_| !deeds::is_free(a.class));
    // "The hearing", of which there are several; "visited the mine", but for "last visited".
    let lasts = !begins
        && listed.is_some_and(|k| {
            let noun = !a.verb || !b.verb;
            k.loose || k.lasts && k.repeats && !(a.rare || b.rare) || noun && (k.lasts || k.repeats)
        });
    let plain = a.plain.iter().any(|x| b.plain.contains(x)) || a.subject.is_some() && a.subject == b.subject;
    let who = plain || meet(&a.bodies, &b.bodies) || meet(&a.doers, &b.doers);
    let things = a.thing.is_some() && b.thing.is_some() && !(a.undergone && who);
    let firm = |t: &Traits| t.firm || t.rare;
    let thing = things && a.thing == b.thing && (firm(a) || firm(b)) && a.detail == b.detail;
    let other_way = a.others_doing(b) || a.done_by_others(b) || a.of_other_matter(b) || a.elsewhere(b);
    if vague(g) || vague(h) || lasts || other_way || things && !thing {
        return false;
    }
    let strangers = !a.named.is_empty() && !b.named.is_empty() && !meet(&a.named, &b.named);
    if !who && strangers {
        return false;
    }
    let place = a.share_other(b);
    // "The letter was sent", by whom is not told.
    let alone = thing && [a, b].iter().all(|t| t.subject.is_none() && t.doers.is_empty() && t.bodies.is_empty());
    let seldom = listed.is_some_and(|k| !k.repeats && !k.loose);
    let points = [who, thing, place && (seldom || thing), begins, begins, seldom, alone];
    points.iter().filter(|p| **p).count() >= ENOUGH
}

/// True for what an article tells of another day that may be one more such deed.
///
/// no: `Inspectors last [2020-06-18 visited] the mine on 18 June. / Inspectors [2020-06-25 visited] the mine on 25 June. They [2020-06-30 visited] it on 30 June.`
pub(super) fn is_rival(a: &Traits, b: &Traits) -> bool {
    let other = a.thing.is_some() && b.thing.is_some() && a.thing != b.thing || a.others_doing(b);
    a.days.is_some() && a.share_stem(b) && !other
}

/// True for a noun that is one and known: "the mine".
pub(super) fn is_firm(words: &EventsWords, article: &ArticleTimes<'_>, noun: usize) -> bool {
    let parse = &article.parse;
    let start = parse.sentence_tokens(noun).start;
    let known = |t: usize| parse.says(t, &words.definite);
    let part = |t: usize| {
        known(t) || parse.upos(t).is_nominal() || matches!(parse.upos(t), Upos::Adj | Upos::Num | Upos::Part)
    };
    let from = start.max(noun.saturating_sub(PHRASE));
    let from = back(from..noun, &|t| !part(t)).map_or(from, |t| t + 1);
    let known = back(from..noun, &|t| known(t) || parse.upos(t) == Upos::Part).is_some();
    parse.upos(noun) == Upos::Propn || known && !words.is_plural(parse.form(noun), &parse.lemma(noun).to_lowercase())
}

/// True for the last of several deeds, or the first: "last visited".
pub(super) fn is_rare(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event) -> bool {
    let before = event.trigger.checked_sub(1);
    !event.noun && before.is_some_and(|t| article.parse.says(t, &words.another))
}

/// True for a deed of which the clause says that there are more: "met again".
pub(super) fn in_series(words: &EventsWords, article: &ArticleTimes<'_>, event: &Event) -> bool {
    let parse = &article.parse;
    parse.sentence_tokens(event.trigger).any(|t| event.clause.contains(parse.span(t)) && parse.says(t, &words.series))
}
