//! Lemmas: the longest known ending of the form decides what is taken off and put on (after Jursic et al. 2010).

use super::lexical::lower;
use super::tagger::Class;
use super::{Feats, Upos};
use crate::linear::{mix, text_hash};
use crate::text::Arrange;

/// The table of endings, laid out for look-up.
#[derive(Debug, Default)]
pub struct Lemmatiser {
    /// By hash of group and ending: bytes to take off, letters to put on.
    rules: Vec<(u32, u8, &'static str)>,
}

/// The longest ending that a rule speaks of, in bytes.
const LONGEST: usize = 12;

impl Lemmatiser {
    /// Lines `group TAB ending TAB bytes off TAB letters on`; an ending that begins with `^` is a whole word.
    pub fn new(lines: &'static str) -> Self {
        let rule = |line: &'static str| {
            let mut fields = line.split('\t');
            let group = fields.next()?.parse().ok()?;
            let ending = fields.next()?;
            let off = fields.next()?.parse().ok()?;
            Some((rule_key(group, ending), off, fields.next().unwrap_or("")))
        };
        let mut rules: Vec<_> = lines.lines().filter(|l| !l.starts_with('#')).filter_map(rule).collect();
        rules.arrange();
        rules.dedup_by_key(|r| r.0);
        Self { rules }
    }

    fn rule(&self, key: u32) -> Option<(usize, &'static str)> {
        let at = self.rules.binary_search_by_key(&key, |r| r.0).ok()?;
        Some((usize::from(self.rules[at].1), self.rules[at].2))
    }

    /// The lemma of a word of a class; `first` in its sentence. It is written into `buffer`.
    pub fn lemma<'b>(&self, form: &str, class: Class, first: bool, buffer: &'b mut String) -> &'b str {
        lower(form, buffer);
        let group = group(class);
        let mut found = self.rule(rule_key(group, &["^", buffer.as_str()].concat()));
        if found.is_none() && inflects(group) {
            let floor = buffer.len().saturating_sub(LONGEST);
            let endings = (floor..=buffer.len()).filter(|&at| buffer.is_char_boundary(at));
            found = endings.map(|at| &buffer[at..]).find_map(|e| self.rule(rule_key(group, e)));
        }
        if keeps_case(form, class, first) {
            buffer.clear();
            buffer.push_str(form);
        }
        if let Some((off, on)) = found
            && let Some(stem) = buffer.len().checked_sub(off).filter(|&s| buffer.is_char_boundary(s))
        {
            buffer.truncate(stem);
            buffer.push_str(on);
        }
        buffer
    }
}

/// Names keep their capitals, and so do adjectives made of names inside a sentence.
fn keeps_case(form: &str, (upos, _): Class, first: bool) -> bool {
    match upos {
        Upos::Propn | Upos::X => true,
        // A word in capitals alone may be shouted.
        Upos::Adj => !first && form.starts_with(char::is_uppercase) && form.chars().any(char::is_lowercase),
        Upos::Pron => form == "I",
        _ => false,
    }
}

/// Words that inflect alike share their rules.
pub(super) fn group((upos, feats): Class) -> u32 {
    let verb = matches!(upos, Upos::Verb | Upos::Aux);
    let form = if verb {
        match () {
            () if feats.has(Feats::ING) => 1,
            () if feats.has(Feats::PAST) || feats.has(Feats::PAST_PARTICIPLE) => 2,
            () if feats.has(Feats::SINGULAR) => 3,
            () => 0,
        }
    } else if feats.has(Feats::PLURAL) && upos.is_nominal() {
        4
    } else if feats.has(Feats::COMPARATIVE) {
        5
    } else if feats.has(Feats::SUPERLATIVE) {
        6
    } else {
        0
    };
    // Auxiliaries have irregular forms of their own; verbs share the rest.
    upos as u32 * 8 + form
}

/// True if forms of the group differ from their lemma by rule.
pub(super) fn inflects(group: u32) -> bool {
    !group.is_multiple_of(8)
}

/// The key of a rule.
fn rule_key(group: u32, ending: &str) -> u32 {
    mix(mix(0x1E, text_hash(ending)), group)
}
