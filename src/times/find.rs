//! Finding expressions, not yet resolved.

use super::atoms::{Atom, atoms};
use super::lexicon::{Lexicon, ROOM};
use super::meaning::{Flag, Meaning, Trail, Unit};
use super::numbers::Numbers;
use super::pattern::{Machine, Pattern};
use super::{Anchor, Basis, Timex, TimexKind};
use crate::english::English;
use crate::english::times::{Reading, TimesWords};
use crate::tags::Tags;
use crate::text::Span;
use crate::tokens::Tokens;
use std::ops::Range;
use std::sync::OnceLock;

/// A year of which it is safe to say that it was before Christ is smaller.
const LAST_ANCIENT: f32 = 1900.0;

/// The rules, compiled, with an index from first atoms to rules.
#[derive(Debug)]
pub(super) struct Grammar {
    pub(super) machine: Machine,
    rules: Vec<Rule>,
    /// Rules whose match can begin with a word, by word.
    by_word: Vec<Vec<u16>>,
    /// Rules whose match can begin with an atom of a class, by class.
    by_class: Vec<Vec<u16>>,
    by_digits: Vec<u16>,
    /// Rules that could not be read.
    #[cfg(test)]
    pub(super) faults: Vec<String>,
}

#[derive(Debug)]
struct Rule {
    name: &'static str,
    reading: Reading,
    pattern: Pattern,
}

/// What one rule made of some atoms.
struct Hit {
    rule: usize,
    end: usize,
    trail: Trail,
}

impl Grammar {
    /// The one instance, compiled at first use.
    pub(super) fn shared(words: &TimesWords) -> &'static Self {
        static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
        GRAMMAR.get_or_init(|| Grammar::new(words))
    }

    fn new(words: &TimesWords) -> Self {
        let mut lexicon = Lexicon::new(words.words);
        let numbers = Numbers::new(&mut lexicon);
        let mut macros: Vec<(&str, String)> = Vec::new();
        for (name, text) in words.macros {
            let text = expand(text, &macros);
            macros.push((name, text));
        }
        let mut rules = Vec::new();
        #[cfg(test)]
        let mut faults: Vec<String> = Vec::new();
        for rule in words.rules.iter().copied().flatten() {
            match Pattern::compile(&mut lexicon, &expand(rule.pattern, &macros)) {
                Ok(pattern) => rules.push(Rule { name: rule.name, reading: rule.reading, pattern }),
                // A test holds that every rule can be read.
                #[cfg(test)]
                Err(why) => faults.push(format!("rule {}: {why}", rule.name)),
                #[cfg(not(test))]
                Err(_) => {}
            }
        }
        #[cfg(test)]
        faults.extend(lexicon.left_out.iter().map(|class| format!("no room for the class {class}")));
        let mut by_word = vec![Vec::new(); lexicon.words.len()];
        let mut by_class = vec![Vec::new(); ROOM];
        let mut by_digits = Vec::new();
        for (r, rule) in rules.iter().enumerate() {
            let (words, classes, digits) = rule.pattern.openers(&numbers);
            for word in words {
                by_word[word as usize].push(r as u16);
            }
            for (class, list) in by_class.iter_mut().enumerate() {
                if classes >> class & 1 == 1 {
                    list.push(r as u16);
                }
            }
            if digits {
                by_digits.push(r as u16);
            }
        }
        for list in by_word.iter_mut().chain(&mut by_class) {
            list.dedup();
        }
        let slots = lexicon.slots();
        Self {
            machine: Machine { lexicon, numbers, slots },
            rules,
            by_word,
            by_class,
            by_digits,
            #[cfg(test)]
            faults,
        }
    }

    /// The longest match that begins at an atom; of equals, the earlier rule's.
    fn best(&self, atoms: &[Atom], start: usize) -> Option<Hit> {
        let atom = &atoms[start];
        let mut best: Option<Hit> = None;
        let mut consider = |rule: u16| {
            let mut trail = Trail::new();
            let found = self.rules[rule as usize].pattern.run(&self.machine, atoms, start, &mut trail);
            let Some(end) = found.filter(|e| *e > start && !self.cuts_number(atoms, *e)) else { return };
            let rule = rule as usize;
            if best.as_ref().is_none_or(|b| end > b.end || (end == b.end && rule < b.rule)) {
                best = Some(Hit { rule, end, trail });
            }
        };
        if atom.word != 0 {
            self.by_word[atom.word as usize].iter().for_each(|r| consider(*r));
        }
        if atom.digits > 0 {
            self.by_digits.iter().for_each(|r| consider(*r));
        }
        let mut classes = atom.classes;
        while classes != 0 {
            self.by_class[classes.trailing_zeros() as usize].iter().for_each(|r| consider(*r));
            classes &= classes - 1;
        }
        best
    }
}

impl Grammar {
    /// True if a match would end inside a number: "since June 4.4 million tonnes", "in May 2,500 people". Behind a day a year
    /// may stand without a blank ("June 4,2031").
    fn cuts_number(&self, atoms: &[Atom], end: usize) -> bool {
        let [Some(last), Some(mark), Some(rest)] = [end - 1, end, end + 1].map(|i| atoms.get(i)) else { return false };
        let parts = [".", ","].map(|m| self.machine.lexicon.number(m));
        let one = mark.joined && rest.joined && parts.contains(&mark.word);
        one && last.digits > 0 && rest.digits > 0 && rest.digits != 4
    }
}

/// Writes macros out.
fn expand(pattern: &str, macros: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(at) = rest.find('$') {
        let name_end = rest[at + 1..].find(|c: char| !c.is_ascii_uppercase()).map_or(rest.len(), |e| at + 1 + e);
        out.push_str(&rest[..at]);
        let name = &rest[at..name_end];
        match macros.iter().find(|(n, _)| *n == name) {
            Some((_, text)) => out.push_str(text),
            None => out.push_str(name),
        }
        rest = &rest[name_end..];
    }
    out + rest
}

/// Finds the expressions of an article in text order, none inside another.
pub fn find(english: &English, text: &str, tokens: &Tokens, _tags: &Tags) -> Vec<Timex> {
    let mut found = find_with_friends(english, text, tokens);
    // "The latest period" is a quarter only where the story has named one.
    let mut quarters = false;
    found.retain(|t| {
        quarters |= [t.meaning.unit, t.meaning.more_unit].contains(&Some(Unit::Quarter));
        // "In 2019 BC had fires": a province.
        let late = t.meaning.flag == Some(Flag::Ancient) && t.meaning.amount.is_some_and(|n| n.low >= LAST_ANCIENT);
        let dotted = t.meaning.flag == Some(Flag::Dotted) && priced(english, text, tokens, t.tokens.start);
        t.meaning.reading != Reading::Nothing
            && (t.meaning.flag != Some(Flag::LatestPeriod) || quarters)
            && !late
            && !dotted
    });
    found
}

/// True if a sentence speaks of prices, shares or measures, so that its "9.52" is no time of day.
fn priced(english: &English, text: &str, tokens: &Tokens, at: usize) -> bool {
    let Some(sentence) = tokens.tokens.get(at).and_then(|t| tokens.sentences.get(t.sentence.ix())) else {
        return false;
    };
    let form = |t: usize| tokens.tokens[t].span.of(text).to_lowercase();
    sentence.tokens.clone().any(|t| english.times.priced.contains(&form(t).as_str()))
}

/// Takes out days and months that people are called by: a name (its tokens are in `people`) that goes on behind them,
/// with no preposition before. "April Jones", but "in April Jones" and "on Sunday Oliseh".
pub fn leave_names(english: &English, text: &str, tokens: &Tokens, people: &[Range<usize>], timexes: &mut Vec<Timex>) {
    let form = |t: usize| tokens.tokens[t].span.of(text);
    let capital = |t: usize| form(t).starts_with(char::is_uppercase);
    timexes.retain(|t| {
        let alone = t.tokens.len() == 1 && (t.meaning.month.is_some() || t.meaning.weekday.is_some());
        let name = alone.then(|| people.partition_point(|p| p.start < t.tokens.start)).and_then(|i| people.get(i));
        let behind = |p: &&Range<usize>| p.start == t.tokens.start && p.len() > 1 && capital(p.start + 1);
        let dated = || {
            let before = t.tokens.start.checked_sub(1).map_or(String::new(), |b| form(b).to_lowercase());
            english.times.before_day.contains(&before.as_str())
        };
        name.filter(behind).is_none() || dated()
    });
}

/// As [`find`], false friends included.
pub(super) fn find_with_friends(english: &English, text: &str, tokens: &Tokens) -> Vec<Timex> {
    let grammar = Grammar::shared(&english.times);
    let mut found = Vec::new();
    let mut sentence_atoms = Vec::new();
    for sentence in &tokens.sentences {
        sentence_atoms.clear();
        atoms(&grammar.machine.lexicon, text, sentence.span, &mut sentence_atoms);
        let mut first_token = sentence.tokens.start;
        let mut at = 0;
        while at < sentence_atoms.len() {
            let Some(hit) = grammar.best(&sentence_atoms, at) else {
                at += 1;
                continue;
            };
            let rule = &grammar.rules[hit.rule];
            let span = sentence_atoms[at].span.cover(sentence_atoms[hit.end - 1].span);
            at = hit.end;
            let tokens = covering(tokens, first_token..sentence.tokens.end, span);
            first_token = tokens.start;
            found.push(timex(rule, span, tokens, &hit.trail));
        }
    }
    found
}

fn timex(rule: &Rule, span: Span, tokens: Range<usize>, trail: &Trail) -> Timex {
    let meaning = Meaning::new(rule.reading, trail);
    let kind = match rule.reading {
        Reading::Span => TimexKind::Duration,
        Reading::Repeat => TimexKind::Set,
        Reading::Point if meaning.hour.is_some() || meaning.part.is_some() => TimexKind::Time,
        _ => TimexKind::Date,
    };
    Timex {
        span,
        tokens,
        kind,
        value: String::new(),
        modifier: meaning.modifier,
        range: None,
        period: None,
        anchor: Anchor::None,
        basis: Basis::Stated,
        steps: Vec::new(),
        impossible: false,
        rule: rule.name,
        meaning,
    }
}

/// The tokens that a span touches, searched from the front of `among`.
fn covering(tokens: &Tokens, among: Range<usize>, span: Span) -> Range<usize> {
    let list = &tokens.tokens[among.clone()];
    let start = among.start + list.partition_point(|t| t.span.end <= span.start);
    let end = among.start + list.partition_point(|t| t.span.start < span.end);
    start..end.max(start)
}
