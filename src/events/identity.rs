//! Which mentions tell of one event: first inside an article, then across articles.

use super::traits::{FRONT, Traits, meet, traits};
use super::unite::Days;
use super::{ArticleTimes, deeds, once};
use crate::articles::Published;
use crate::dates::Date;
use crate::english::English;
use crate::entities::Entities;
use crate::text::Arrange;
use std::collections::BTreeMap;

/// Two accounts that date one event further apart than this many days mean two events.
///
/// ok: `A bomb [2020-07-11/2020-07-12 exploded] in Arbela on Saturday. / A bomb [2020-07-11/2020-07-12 exploded] in Arbela on Sunday.`
/// no: `A bomb [2020-07-10 exploded] in Arbela on Friday. / A bomb [2020-07-13 exploded] in Arbela on Monday.`
pub(super) const APART: i32 = 2;
/// An event is dated well enough to be told from others if its days are no further apart than this.
pub(super) const NARROW: i32 = 3;
/// What befalls nobody twice is one event though accounts put it so many days apart.
///
/// ok: `The banker Paul Rehn [2020-07-02/2020-07-08 died] on 2 July. / The banker Paul Rehn [2020-07-02/2020-07-08 died] on 8 July.`
/// ok: `The president [2020-07-12/2020-07-13 sacked] his defence minister on Sunday. / The defence minister, Omar Sy, was [2020-07-12/2020-07-13 dismissed] on 13 July.`
/// no: `The banker Paul Rehn was [2020-07-02 arrested] on 2 July and [2020-07-08 arrested] again on 8 July. / Rehn was [2020-07-08 arrested] on 8 July.`
const ONCE: i32 = 60;
/// What befalls a person seldom twice in a story, and is told of once by either account, is one event though they put it so
/// many days apart.
///
/// ok: `The banker Paul Rehn was [2020-07-02/2020-07-08 arrested] on 2 July. / The banker Paul Rehn was [2020-07-02/2020-07-08 arrested] on 8 July.`
/// no: `The banker Paul Rehn was [2020-06-02 arrested] on 2 June. / The banker Paul Rehn was [2020-07-08 arrested] on 8 July.`
pub(super) const SELDOM: i32 = 14;
/// How many groups of one kind, the nearest first, are tried.
const TRIED: usize = 24;
/// Whether a kind of event is told of one person only is asked of this many groups, the first ones.
const KNOWN: usize = 64;
/// Points from which two articles' mentions are one event.
const SAME: i32 = 3;

/// Events of one article that are one, or of several.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) traits: Traits,
    pub(super) members: Vec<(usize, usize)>,
    /// The event of its kind that the article is about.
    leading: bool,
    /// Told at the head of its article.
    pub(super) front: bool,
    /// The only one of its kind in its article.
    only: bool,
    /// The only one of its stem in its article.
    pub(super) alone: bool,
    /// The first day on which an article that tells of it can have come out, if each has one.
    pub(super) out: Option<Date>,
    /// The last day on which an article that tells it as a fact can have come out.
    till: Option<Date>,
}

/// Groups of events, each a list of article and place, those that stand alone included; in the order of first mention.
pub(super) fn groups(
    english: &English,
    articles: &[ArticleTimes<'_>],
    days: &[Vec<Option<Days>>],
    published: &[Published],
    entities: &Entities,
    background: impl Fn(usize, usize) -> bool,
) -> Vec<Vec<(usize, usize)>> {
    // What is long over is one only by a person or thing and the days told.
    let mut by_class: BTreeMap<(bool, u16), Vec<Group>> = BTreeMap::new();
    let mut alone = Vec::new();
    for (a, article) in articles.iter().enumerate() {
        let mut here: BTreeMap<(bool, u16), Vec<Group>> = BTreeMap::new();
        for (e, own) in days[a].iter().enumerate() {
            let over = background(a, e);
            let traits =
                (!article.other_story).then(|| traits(english, article, a, e, own.as_ref(), entities)).flatten();
            match traits {
                None => alone.push(vec![(a, e)]),
                Some(t) => {
                    // "The collapse", of which the article has told when it was.
                    let known = |g: &&mut Group| t.noun && t.definite && t.days.is_none() && t.share_stem(&g.traits);
                    let old = (!over).then(|| here.get_mut(&(true, t.class))).flatten();
                    if let Some(group) = old.and_then(|all| all.iter_mut().rev().find(known)) {
                        group.traits.add(t);
                        group.members.push((a, e));
                        continue;
                    }
                    let front = article.place(article.events[e].sentence) < FRONT && !t.apart;
                    let groups = here.entry((over, t.class)).or_default();
                    if over {
                        groups.push(Group::new(t, (a, e), false));
                    } else {
                        gather(groups, t, (a, e), front);
                    }
                }
            }
        }
        for (class, mut own) in here {
            let over = class.0;
            if !over {
                lead(&mut own);
            }
            for g in 0..own.len() {
                let other = |h: usize| h != g && once::is_rival(&own[h].traits, &own[g].traits);
                own[g].alone = !(0..own.len().min(KNOWN)).any(other);
                own[g].out = published[a].range.earliest;
                let fact = own[g].members.iter().any(|&(_, e)| article.events[e].actual());
                own[g].till = published[a].range.latest.filter(|_| fact);
            }
            let all = by_class.entry(class).or_default();
            let told = |g: &Group, h: &Group| !over || is_one_of_old(&g.traits, &h.traits);
            let known = all.len();
            for group in own {
                // One article's events stay apart.
                let best = (0..known)
                    .rev()
                    .take(TRIED)
                    .filter(|&g| all[g].members.iter().all(|(b, _)| *b != a) && told(&all[g], &group))
                    .filter_map(|g| Some((score(english, &all[g], &group)?, std::cmp::Reverse(g))))
                    .max()
                    .filter(|(points, _)| *points >= SAME);
                match best {
                    Some((_, g)) => all[g.0].take(group),
                    None => all.push(group),
                }
            }
        }
    }
    for ((over, _), groups) in &mut by_class {
        if !over {
            // Two groups can turn out to be one when a third account has joined one of them; that takes a point more.
            let several = |g: &Group, h: &Group| g.members.len() > 1 || h.members.len() > 1;
            again(groups, &|g, h| several(g, h) && score(english, g, h).is_some_and(|points| points > SAME));
        }
        again(groups, &|g, h| once::is_one(english, g, h));
    }
    let mut out: Vec<_> = by_class.into_values().flatten().map(|g| g.members).chain(alone).collect();
    out.iter_mut().for_each(|members| members.arrange());
    out.arrange();
    out
}

/// Brings together groups of different articles that fit.
fn again(groups: &mut Vec<Group>, fits: &dyn Fn(&Group, &Group) -> bool) {
    for h in std::mem::take(groups) {
        let apart = |g: &Group| h.members.iter().all(|(b, _)| g.members.iter().all(|(a, _)| a != b));
        let from = groups.len().saturating_sub(TRIED);
        match groups[from..].iter_mut().find(|g| apart(g) && fits(g, &h)) {
            Some(g) => g.take(h),
            None => groups.push(h),
        }
    }
}

impl Group {
    fn new(traits: Traits, at: (usize, usize), front: bool) -> Self {
        let (leading, only, alone) = (false, false, false);
        Self { traits, members: vec![at], leading, front, only, alone, out: None, till: None }
    }

    fn take(&mut self, other: Group) {
        self.traits.add(other.traits);
        self.members.extend(other.members);
        self.leading |= other.leading;
        self.front |= other.front;
        self.alone &= other.alone;
        self.till = self.till.min(other.till).or(self.till).or(other.till);
        self.out = self.out.zip(other.out).map(|(a, b)| a.min(b));
    }
}

/// Adds a mention to the nearest group before it that it belongs to, or opens one.
fn gather(groups: &mut Vec<Group>, traits: Traits, at: (usize, usize), front: bool) {
    let known = || groups.iter().take(KNOWN);
    let one = known().map(|g| &g.traits.doers).find(|d| !d.is_empty()).filter(|d| d.len() == 1);
    let only = one.filter(|p| known().all(|g| g.traits.doers.is_empty() || g.traits.doers == **p));
    let from = groups.len().saturating_sub(TRIED);
    // "The campaign" is the attack that an article is about, not any that it tells of.
    let about = |g: &usize| groups[*g].front || !traits.weak || traits.share_stem(&groups[*g].traits);
    let fits = |g: &usize| about(g) && joins(&traits, &groups[*g].traits, only.is_some());
    // "The vote" is the one that the article began with, not the third or the next that it named since.
    let found = (from..groups.len()).rev().filter(fits).min_by_key(|&g| groups[g].traits.apart);
    match found {
        Some(g) => {
            groups[g].traits.add(traits);
            groups[g].members.push(at);
            groups[g].front |= front;
        }
        None => groups.push(Group::new(traits, at, front)),
    }
}

/// Does a mention take up an event told before it in the same article?
///
/// ok: `Troops [2020-07-08 seized] the palace on 8 July. Rebels [2020-07-10 captured] Paris on 10 July. / The [2020-07-08 seizure] of the palace was brief. Nine men [2020-07-12 fled] two days after the [2020-07-10 capture] of Paris.`
/// ok: `A [2020-07-11 fire] killed three people in Ashby on Saturday. A [2020-07-12 fire] killed four people in Derby on Sunday.`
/// ok: `The regulator [2020-07-10 opened] an inquiry on Friday. The chairman resigned the day before the inquiry was [2020-07-10 opened].`
/// ok: `Blasts rocked two towns. A [2020-07-11 blast] in Ashby hurt nine on Saturday. A [2020-07-12 blast] in Derby hurt two on Sunday.`
fn joins(m: &Traits, g: &Traits, one_person: bool) -> bool {
    if m.gap(g).is_some_and(|days| days > 0) {
        return false;
    }
    if m.apart {
        // "The first eruption", told of again.
        return m.definite && m.which.is_some() && m.which == g.which && m.share_stem(g);
    }
    // "A fire killed three in Ashby. A fire killed four in Derby."
    let other = (m.elsewhere(g) || m.fresh) && !m.definite && !m.pronoun && !(g.headline && m.lead);
    if m.others_doing(g)
        || m.done_by_others(g)
        || m.of_other_matter(g)
        || m.of_other_name(g)
        || m.of_other_voters(g)
        || other
        || deeds::is_free(m.class)
    {
        return false;
    }
    if m.retold && m.share_stem(g) && (m.share_topic(g) || m.share_thing(g)) {
        return true;
    }
    // The first sentence tells what the headline told.
    if g.headline && m.lead && !m.repeats && (!m.strict || m.share_stem(g)) {
        return true;
    }
    if m.share_topic(g) && m.share_stem(g) && !m.repeats {
        return true;
    }
    // "The two sides signed the truce … the truce was signed".
    let one_body = m.bodies.is_empty() || g.bodies.is_empty() || m.share_topic(g);
    if m.matter.is_some() && m.matter == g.matter && one_body && m.share_stem(g) {
        return true;
    }
    if m.pronoun && g.verb && !m.repeats && (!m.strict || m.lemmas.iter().all(|l| g.lemmas.contains(l))) {
        return true;
    }
    if m.noun {
        // "The seizure of the palace", "the capture of Ezra".
        let same = || m.share_topic(g) || m.share_person(g) || m.others.iter().any(|x| g.others.contains(x));
        let other_way = !m.share_stem(g) && (m.special && g.special || m.of && g.of && !same());
        return (m.definite || m.share_person(g)) && !other_way && (g.noun || !m.strict || m.share_stem(g));
    }
    if m.share_person(g) {
        return !m.strict || m.share_stem(g) || m.share_thing(g);
    }
    if g.verb { m.persons.is_empty() && one_person && !m.repeats } else { !m.strict || m.share_stem(g) }
}

/// Marks the group that "the attack" without more words means: the one told most often, then first.
fn lead(groups: &mut [Group]) {
    let own = |g: &Group| g.traits.which.is_none();
    if groups.iter().filter(|g| own(g)).count() == 1 {
        groups.iter_mut().filter(|g| own(g)).for_each(|g| g.only = true);
    }
    let named = |g: &Group| g.traits.noun && g.traits.definite;
    let most = groups.iter().filter(|g| named(g)).map(|g| g.members.len()).max();
    if let Some(first) = groups.iter_mut().find(|g| named(g) && Some(g.members.len()) == most) {
        first.leading = true;
    }
}

/// True for what is told of one person on the same days, or nearly so.
///
/// ok: `Paul Rehn was [2018-06-14 arrested] on 14 June 2018. He fled on Monday. / Rehn, who fled on Monday, was [2018-06-14 arrested] in June 2018.`
/// no: `Paul Rehn was [2018-06-14 arrested] on 14 June 2018. He fled on Monday. / Rehn, who fled on Monday, was [2015-06-01/2015-06-30 arrested] in June 2015.`
fn is_one_of_old(a: &Traits, b: &Traits) -> bool {
    (meet(&a.doers, &b.doers) || a.share_topic(b) && a.share_stem(b)) && a.gap(b).is_some_and(|days| days <= APART)
}

/// Points for being one event; `None` if they cannot be.
///
/// ok: `The ministry [2020-07-13/2020-07-14 declared] a state of emergency on Monday. / A state of emergency was [2020-07-13/2020-07-14 declared] on Tuesday.`
/// ok: `The banker Paul Rehn [2020-07-10 died] on 10 July. / The day after Paul Rehn's [2020-07-10 death], his son [2020-07-11 fled].`
/// no: `The ministry [2020-07-13 declared] an emergency in Paris on Monday. / The ministry [2020-07-14 declared] an emergency in Lyon on Tuesday.`
fn score(english: &English, g: &Group, h: &Group) -> Option<i32> {
    let (a, b) = (&g.traits, &h.traits);
    if deeds::is_free(a.class) {
        let near = a.gap(b).is_none_or(|days| days <= APART);
        return (near && deeds::is_one(english, a, b)).then_some(SAME);
    }
    // What was told in May did not happen in July.
    let before = |g: &Group, h: &Group| {
        let days = h.traits.days.filter(|_| g.traits.days.is_none());
        g.till.zip(days).is_some_and(|(till, (first, _))| till < first)
    };
    if before(g, h) || before(h, g) {
        return None;
    }
    let mut points = match a.gap(b) {
        Some(0) if a.narrow() && b.narrow() => 2,
        Some(0) => 1,
        Some(days) if days > APART => {
            // Nobody dies twice.
            let one_person = a.verb && b.verb && meet(&a.doers, &b.doers);
            let seldom = g.only && h.only && a.undergone && b.undergone && !a.repeats && a.share_stem(b);
            if !one_person || !(a.once && days <= ONCE || seldom && days <= SELDOM) {
                return None;
            }
            0
        }
        _ => 0,
    };
    if a.others_doing(b) || a.done_by_others(b) || a.of_other_name(b) || a.of_other_voters(b) {
        return None;
    }
    let only_nouns = !a.verb && !b.verb;
    // "The merger was announced" is the same in every account.
    let one_matter = a.repeats && a.matter.is_some() && a.matter == b.matter;
    points += if one_matter { 2 } else { 0 };
    // "Raided the offices of the paper", "the raid on its offices".
    let thing = a.share_stem(b) && a.share_thing(b);
    if meet(&a.doers, &b.doers) {
        // Nobody is charged twice in one story, or seldom.
        points += match a.share_stem(b) {
            // "Ana Moss died", "the death of Ana Moss".
            _ if a.once && a.verb != b.verb && a.doers.len() == 1 && b.doers.len() == 1 => 3,
            same if a.repeats => 1 + i32::from(same && a.undergone),
            false if a.strict => 1,
            _ => 3,
        };
    } else if a.undergone && a.alike_called(b) {
        points += 3;
    } else if a.share_person(b) {
        points += 1;
    } else if a.share_topic(b) {
        points += if a.repeats { 0 } else { 1 };
    } else if (!a.noun || !b.noun) && a.gap(b).is_none() && !one_matter && !thing {
        // Of two deeds without date and person too little is known.
        points -= 1;
    }
    points += i32::from(a.share_stem(b)) + 2 * i32::from(thing);
    let shared = b.others.iter().filter(|x| a.others.binary_search(x).is_ok());
    points += shared.map(|(_, place)| if *place { 1 } else { 2 }).max().unwrap_or(0);
    if g.leading && h.leading {
        points += if a.repeats { 1 } else { 2 };
    } else if g.front && h.front && !a.repeats {
        points += 1;
    }
    // "the attack in one town", "the attack in another"; "declared an emergency" in one on Friday, in another on Saturday.
    if (only_nouns || a.repeats && a.gap(b).is_some_and(|days| days > 0)) && a.elsewhere(b) && !(g.leading && h.leading)
    {
        points -= 2;
    }
    // Of two articles that each tell of one strike alone, both nearly of one day.
    let lone = g.only && h.only && g.front && h.front && a.gap(b).is_some() && !a.elsewhere(b);
    points += i32::from(lone && a.noun && b.noun && a.share_stem(b));
    // "The last strike", "a second strike".
    if a.which != b.which && (a.apart || b.apart) {
        points -= 2;
    }
    Some(points)
}
