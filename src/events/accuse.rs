//! What one side tells of another's misdeed: a charge, not a fact of the article's own.

use super::event::{Event, Told};
use super::find::SUBJECT;
use super::links::breaks;
use super::mood::{has, next_word};
use crate::english::events::EventsWords;
use crate::entities::{EntityType, Mention, MentionKind, Mentions};
use crate::syntax::{Deprel, Parse};
use crate::tags::{Feats, Upos};
use crate::text::back;
use crate::tokens::Sentence;
use std::ops::Range;

/// How many clauses deep a clause may stand in what is said.
const DEEP: usize = 4;
/// A pronoun's noun is sought among so many mentions before it.
const PAST: usize = 32;
/// How many words a source may have.
const SOURCE: usize = 8;

/// Marks as alleged what a source tells of somebody else's misdeed. Those who accuse by their office ("prosecutors said Rehn
/// took the money") need no word for a misdeed; others do ("police said the suspect shot a clerk", "the road was closed").
///
/// ok: `Police said Karl Orten [?2020-07-13 shot] a clerk on Monday.` `Rebels [?2020-07-14 killed] nine men on Tuesday, the army said.`
/// ok: `According to prosecutors, Ruth Hale [?2020-07-02 poisoned] her husband on 2 July.` `The club [?2020-07-14 bribed] a referee on Tuesday, according to police.`
/// ok: `Prosecutors said Paul Rehn [?2020-07-13 accepted] a watch on Monday.` `Villagers were [?2020-07-13 beaten] by soldiers on Monday, witnesses said.`
/// ok: `The opposition said the army had [?2020-07-12 shelled] a school on Sunday and [?2020-07-12 looted] it.`
/// ok: `The ministry said rebels [?2020-07-14 fired] on a village on Tuesday.` `The club said Ivo Brand [?2020-07-13 bribed] a referee on Monday.`
/// ok: `Activists said a guard kicked him and the warden [?2020-07-13 tortured] two men on Monday.`
/// ok: `Ivo Brand was charged in May. Prosecutors say he [?2020-07-13 bought] shares on Monday. Police said he [?2020-07-14 shot] a clerk on Tuesday.`
/// ok: `A witness said he [?2020-07-13 stabbed] a man on Monday.` `The coach quit. The complaint says that he [?2020-07-02 harassed] a player on 2 July.`
/// ok: `Prosecutors allege that the plant held acid. They say Ivo Brand [?2020-07-13 ignored] a warning on Monday.`
/// ok: `The opposition was angry. They said Ivo Brand [?2020-07-09 bribed] officials on 9 July.`
/// no: `Villagers fled. They said a tank [2020-07-13 exploded] on Monday.` `Officers were calm. They said they had [2020-07-13 shot] a man on Monday.`
/// no: `The prosecutor said he had [2020-07-13 charged] the banker on Monday.` `Prosecutors said he was [2020-07-13 arrested] on Monday.`
/// no: `Police said the road was [2020-07-13 closed] on Monday.` `The army said it had [2020-07-13 shelled] the port on Monday.`
/// no: `A [2020-07-13 storm] killed nine men on Monday, officials said.`
/// no: `Troops [2020-07-13 shelled] the town on Monday, the army said.` `Police said officers [2020-07-13 stabbed] a man on Monday.`
/// no: `Police said two men were [2020-07-13 killed] on Monday.` `The minister said the firm had [2020-07-13 bought] a rival on Monday.`
/// no: `A gunman [2020-07-13 wounded] two men on Monday, police said.` `Karl Orten [2020-07-13 shot] a clerk on Monday. He was calm, police said.`
pub(super) fn accuse(
    words: &EventsWords,
    parse: &Parse<'_>,
    mentions: &Mentions,
    here: Range<usize>,
    sentence: &Sentence,
    events: &mut [Event],
) {
    let it = Telling { words, parse, mentions, here, sentence };
    let tellers = it.tellers();
    if tellers.is_empty() {
        return;
    }
    for event in events.iter_mut().filter(|e| !e.noun && e.told == Told::Fact) {
        let t = event.trigger;
        // Of several the nearest is the one who tells it.
        let teller = tellers.iter().filter(|s| it.tells(s, t)).min_by_key(|s| s.verb.abs_diff(t));
        let Some(teller) = teller else { continue };
        let next = next_word(parse, t);
        let misdeed = is_misdeed(words, &event.lemma)
            || words.mood.misdeed_pairs.contains(&(event.lemma.as_str(), next.as_str()));
        let accused = it.accused(t).filter(|&m| Some(m) != teller.mention);
        if (teller.office || misdeed)
            && accused.is_some_and(|m| it.other(m, teller) || misdeed && it.stranger(m, teller))
        {
            event.told = Told::Alleged;
        }
    }
}

/// A verb of the list; the lemmatiser may leave an e or take one of two letters ("beate", "shel").
fn is_misdeed(words: &EventsWords, lemma: &str) -> bool {
    let known = |w: &str| has(&words.mood.misdeeds, w);
    known(lemma)
        || lemma.strip_suffix('e').is_some_and(known)
        || lemma.chars().last().is_some_and(|c| known(&format!("{lemma}{c}")))
}

/// Somebody who says something.
struct Teller {
    /// The verb of saying, or "according".
    verb: usize,
    /// Its source.
    source: Range<usize>,
    mention: Option<usize>,
    /// Accuses by office.
    office: bool,
    /// Has men of its own, of whom it tells.
    ruler: bool,
    /// Named behind what is said, or before all ("according to").
    outside: bool,
}

/// A sentence with what is said in it.
struct Telling<'a> {
    words: &'a EventsWords,
    parse: &'a Parse<'a>,
    mentions: &'a Mentions,
    here: Range<usize>,
    sentence: &'a Sentence,
}

impl Telling<'_> {
    fn tellers(&self) -> Vec<Teller> {
        let mut out = Vec::new();
        for t in self.sentence.tokens.clone() {
            let according = self.parse.form(t).eq_ignore_ascii_case(self.words.mood.according);
            let source = if according {
                Some(self.phrase(t + 2))
            } else if self.parse.upos(t) == Upos::Verb && has(&self.words.speech, &self.parse.lemma(t).to_lowercase()) {
                self.speaker(t)
            } else {
                None
            };
            let Some(source) = source.filter(|s| !s.is_empty()) else { continue };
            let named = self.antecedent(&source).unwrap_or_else(|| source.clone());
            let word = |list: &[&str]| named.clone().any(|s| has(list, &self.parse.lemma(s).to_lowercase()));
            let office = word(&self.words.mood.accusers);
            let ruler = word(&self.words.mood.rulers);
            let mention = self.mention(source.end - 1);
            let outside = according || self.closes(t, &source);
            out.push(Teller { verb: t, source, mention, office, ruler, outside });
        }
        out
    }

    /// True for a word that can be part of the name or description of a source.
    fn is_part(&self, t: usize) -> bool {
        self.parse.upos(t).is_nominal()
            || matches!(self.parse.upos(t), Upos::Det | Upos::Adj | Upos::Num)
            || self.words.genitives.contains(&self.parse.form(t))
    }

    /// The words of one noun phrase from a token on.
    fn phrase(&self, from: usize) -> Range<usize> {
        let stop = self.sentence.tokens.end.min(from + SOURCE);
        from..(from..stop).take_while(|&t| self.is_part(t)).last().map_or(from, |t| t + 1)
    }

    /// The words of one noun phrase up to a token.
    fn phrase_before(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let from = start.max(end.saturating_sub(SOURCE));
        let first = back(from..end, &|t| !self.is_part(t)).map_or(from, |t| t + 1);
        (first < end).then_some(first..end)
    }

    /// Who says it: the words right before a verb of saying, or right behind it ("said police").
    fn speaker(&self, verb: usize) -> Option<Range<usize>> {
        let start = self.sentence.tokens.start;
        let end = (start..verb)
            .rev()
            .find(|&t| !matches!(self.parse.upos(t), Upos::Aux | Upos::Adv))
            .map_or(start, |t| t + 1);
        let before = self.phrase_before(start, end);
        // "They say": whoever that is.
        let they = end.checked_sub(1).filter(|&t| t >= start && self.pronoun(t)).map(|t| t..end);
        before
            .or(they)
            .or_else(|| Some(self.phrase(verb + 1)).filter(|_| verb > start && breaks(self.parse.form(verb - 1))))
    }

    /// True for a pronoun that stands for persons.
    fn pronoun(&self, t: usize) -> bool {
        let mood = &self.words.mood;
        self.parse.upos(t) == Upos::Pron && (self.parse.says(t, &mood.persons) || self.parse.says(t, &[mood.they]))
    }

    /// Whom a pronoun that says something stands for: the nearest noun of its chain, else for several the subject of the
    /// sentence before.
    fn antecedent(&self, source: &Range<usize>) -> Option<Range<usize>> {
        let they = source.clone().next().filter(|&t| source.len() == 1 && self.pronoun(t))?;
        let chain = self.mention(they).and_then(|m| self.mentions.chain.get(m));
        let noun = |m: &usize| !self.pronoun(self.mentions.mentions[*m].head) && self.mentions.chain.get(*m) == chain;
        let known = back(self.here.end.saturating_sub(PAST)..self.here.end, &|m| chain.is_some() && noun(&m));
        if let Some(m) = known {
            return Some(self.mentions.mentions[m].tokens.clone());
        }
        let several = self.parse.form(they).eq_ignore_ascii_case(self.words.mood.they);
        let before = self.parse.sentence_tokens(self.sentence.tokens.start.checked_sub(1).filter(|_| several)?);
        let subject = before.clone().find(|&t| self.parse.deprel(t) == Deprel::Nsubj)?;
        self.phrase_before(before.start, subject + 1)
    }

    /// "…, the army said": named behind what is said.
    fn closes(&self, verb: usize, source: &Range<usize>) -> bool {
        let first = source.start.min(verb);
        first > self.sentence.tokens.start && breaks(self.parse.form(first - 1)) && {
            // What follows is no clause that is said.
            let end = (verb + 1..self.sentence.tokens.end).find(|&t| breaks(self.parse.form(t)));
            let end = end.unwrap_or(self.sentence.tokens.end);
            !(verb.max(source.end)..end).any(|t| t > verb && self.parse.upos(t) == Upos::Verb)
        }
    }

    /// True if a verb stands in what somebody says.
    fn tells(&self, teller: &Teller, t: usize) -> bool {
        if t == teller.verb || teller.source.contains(&t) {
            return false;
        }
        if teller.outside {
            return true;
        }
        if t < teller.verb {
            return false;
        }
        let mut at = t;
        for _ in 0..DEEP {
            let Some(head) = self.parse.head(at) else { break };
            let said =
                matches!(self.parse.deprel(at), Deprel::Ccomp | Deprel::Xcomp | Deprel::Conj | Deprel::Parataxis);
            if head == teller.verb && said {
                return true;
            }
            at = head;
        }
        !(teller.verb + 1..t).any(|i| self.parse.upos(i) == Upos::Verb || breaks(self.parse.form(i)))
    }

    /// The innermost mention that a token is the last word or the head of.
    fn mention(&self, t: usize) -> Option<usize> {
        let of = |m: &Mention| m.tokens.contains(&t) && (m.head == t || m.tokens.end == t + 1);
        self.here
            .clone()
            .filter(|&m| of(&self.mentions.mentions[m]))
            .min_by_key(|&m| self.mentions.mentions[m].tokens.len())
    }

    /// Who is said to have done it: the subject of a verb, or whom "by" names behind a passive one. Nobody in particular
    /// ("a gunman", "two men") is accused of nothing.
    fn accused(&self, t: usize) -> Option<usize> {
        let parse = self.parse;
        let passive = parse.child(t, Deprel::AuxPass).is_some()
            || parse.feats(t).has(Feats::PASSIVE) && parse.child(t, Deprel::Obj).is_none();
        let token = if passive {
            let by = (t + 1..self.sentence.tokens.end.min(t + DEEP)).find(|&i| self.words.mood.by == parse.form(i))?;
            self.phrase(by + 1).last()?
        } else {
            let own = |at: usize| {
                let subject = |c: &usize| *c < t && matches!(parse.deprel(*c), Deprel::Nsubj | Deprel::NsubjPass);
                parse.children(at).find(subject)
            };
            let small = |i: &usize| matches!(parse.upos(*i), Upos::Aux | Upos::Adv | Upos::Part);
            let near = back(self.sentence.tokens.start.max(t.saturating_sub(SUBJECT))..t, &|i| !small(&i));
            let near = near.filter(|&i| parse.upos(i).is_nominal() || parse.upos(i) == Upos::Pron);
            let up = |at: &usize| matches!(parse.deprel(*at), Deprel::Conj | Deprel::Xcomp | Deprel::Advcl);
            let above = || {
                let chain = std::iter::successors(Some(t), |at| parse.head(*at).filter(|_| up(at)));
                chain.take(DEEP).find_map(own)
            };
            own(t).or(near).or_else(above)?
        };
        let m = self.mention(token)?;
        let mention = &self.mentions.mentions[m];
        let first = mention.tokens.start;
        let one = parse.says(first, &self.words.mood.persons);
        let kind =
            one || matches!(mention.label, EntityType::Person | EntityType::Org | EntityType::Gpe | EntityType::Norp);
        let nobody = parse.upos(first) == Upos::Num || parse.says(first, &self.words.mood.indefinite);
        // "An engineer, Tom Vaile".
        let chain = self.mentions.chain.get(m);
        let named = |n: usize| {
            self.mentions.mentions[n].kind == MentionKind::Name
                && chain.is_some()
                && self.mentions.chain.get(n) == chain
        };
        (kind && (!nobody || self.here.clone().any(named))).then_some(m)
    }

    /// "A witness said he stabbed a man", "she said he beat her": a pronoun that is not the one who says it, whatever
    /// it was taken for.
    fn stranger(&self, accused: usize, teller: &Teller) -> bool {
        let mood = &self.words.mood;
        let form = |t: usize| self.parse.form(t).to_lowercase();
        let (he, source) = (form(self.mentions.mentions[accused].head), form(teller.source.start));
        let she = mood.persons.contains(&source.as_str()) && source != he;
        mood.persons.contains(&he.as_str()) && (she || mood.indefinite.contains(&source.as_str()))
    }

    /// True for somebody else than the one who says it.
    fn other(&self, accused: usize, teller: &Teller) -> bool {
        let chain = |m: usize| self.mentions.chain.get(m);
        let Mention { head, tokens, .. } = &self.mentions.mentions[accused];
        let own = |t: usize| has(&self.words.mood.own_men, &self.parse.lemma(t).to_lowercase());
        if teller.ruler && tokens.len() == 1 && own(*head) {
            return false;
        }
        let same = |t: usize| self.parse.form(t).eq_ignore_ascii_case(self.parse.form(*head));
        if self.pronoun(*head) && teller.source.clone().all(same) {
            return false;
        }
        teller.mention.is_none_or(|m| chain(m) != chain(accused))
    }
}
