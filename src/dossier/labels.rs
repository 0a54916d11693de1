//! What the learnt models say of an article's words: the most of what reading costs, and little to tell. Written as
//! bytes, so that an instance in another thread can ask its models, and this one works out all else as ever.
//!
//! An article after the other: the number of its tokens and a check (`u32` each), then for each token its class, relation
//! and name label (`u8` each) and its head (`u16`: place in its sentence, from 1; 0 for a root), little endian.

use crate::english::English;
use crate::entities::{self, Label};
use crate::linear::mix;
use crate::syntax::{self, Deprel, Parse, Tree};
use crate::tags::{self, Tags};
use crate::text::TokenIx;
use crate::tokens::Tokens;

/// Bytes of a token.
const EACH: usize = 5;

/// Tags, trees and name labels of an article.
#[derive(Debug)]
pub(super) struct Labels {
    pub(super) tags: Tags,
    pub(super) tree: Tree,
    pub(super) names: Vec<Label>,
}

impl Labels {
    /// Asks the models.
    pub(super) fn new(english: &English, text: &str, tokens: &Tokens) -> Self {
        let tags = tags::tag(english, text, tokens);
        let tree = syntax::parse(english, text, tokens, &tags);
        let names = entities::names(english, &Parse { text, tokens, tags: &tags, tree: &tree });
        Self { tags, tree, names }
    }

    /// Appends them to what another instance will read.
    pub(super) fn write(&self, english: &English, tokens: &Tokens, out: &mut Vec<u8>) {
        let mut body = Vec::with_capacity(EACH * tokens.tokens.len());
        for sentence in &tokens.sentences {
            for t in sentence.tokens.clone() {
                let head = self.tree.head[t].map_or(0, |h| h.ix() - sentence.tokens.start + 1);
                body.extend([tags::class(english, &self.tags, t), self.tree.deprel[t] as u8, self.names[t].number()]);
                body.extend((head as u16).to_le_bytes());
            }
        }
        out.extend((tokens.tokens.len() as u32).to_le_bytes());
        out.extend(check(tokens, &body).to_le_bytes());
        out.extend(body);
    }

    /// Takes the next article's from what another instance wrote; `None` where it is of other tokens, or no such bytes.
    pub(super) fn read(english: &English, text: &str, tokens: &Tokens, bytes: &mut &[u8]) -> Option<Self> {
        let n = tokens.tokens.len();
        let (start, rest) = bytes.split_at_checked(8)?;
        let (body, rest) = rest.split_at_checked(n * EACH)?;
        let own = [(n as u32).to_le_bytes(), check(tokens, body).to_le_bytes()].concat();
        if start != own {
            return None;
        }
        *bytes = rest;
        let told = || body.chunks_exact(EACH);
        let (mut head, mut places) = (Vec::with_capacity(n), told());
        for sentence in &tokens.sentences {
            for b in places.by_ref().take(sentence.tokens.len()) {
                let place = usize::from(u16::from_le_bytes([b[3], b[4]]));
                let at = place.checked_sub(1).map(|p| sentence.tokens.start + p);
                head.push(at.filter(|at| sentence.tokens.contains(at)).map(TokenIx::new));
            }
        }
        let relation = |b: &[u8]| Deprel::ALL.get(usize::from(b[1])).copied().unwrap_or_default();
        (head.len() == n && is_forest(&head)).then(|| Self {
            tags: tags::of_classes(english, text, tokens, &told().map(|b| b[0]).collect::<Vec<_>>()),
            tree: Tree::new(head, told().map(relation).collect()),
            names: told().map(|b| Label::of_number(b[2])).collect(),
        })
    }
}

/// Tells whether these are the tokens, and these the bytes, that were written.
fn check(tokens: &Tokens, body: &[u8]) -> u32 {
    let spans = tokens.tokens.iter().fold(1, |sum, t| mix(mix(sum, t.span.start), t.span.end));
    body.iter().fold(spans, |sum, &b| mix(sum, b.into()))
}

/// True if from each token its heads lead to a root.
fn is_forest(head: &[Option<TokenIx>]) -> bool {
    let mut met = vec![0; head.len()];
    (1..=head.len()).all(|round| {
        let mut at = Some(TokenIx::new(round - 1));
        while let Some(t) = at.filter(|t| met[t.ix()] == 0) {
            met[t.ix()] = round;
            at = head[t.ix()];
        }
        at.is_none_or(|t| met[t.ix()] < round)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::articles::{Given, Raw};
    use crate::dossier::{Dossier, label, tokens_of};

    /// Whatever another instance says, this one neither breaks nor hangs.
    #[test]
    fn any_labels_are_survived() {
        let text = crate::dossier::SEEDS[1];
        let english = English::shared();
        let mut reading = crate::articles::read(english, Raw::Text(text), &Given::default());
        crate::dossier::keep_told(&mut reading);
        let tokens = tokens_of(english, text, &reading.articles[0]);
        let honest = label(Raw::Text(text), &Given::default());
        let mut seed = 1;
        let mut taken = 0;
        for round in 0..40 {
            let mut bytes = honest.clone();
            for (i, b) in bytes[8..].iter_mut().enumerate() {
                seed = mix(seed, i as u32);
                // A few changed, or all; heads lead backwards mostly, so that most are a forest.
                if seed % 40 <= round && (i % EACH < 3 || seed.is_multiple_of(7)) {
                    *b = if i % EACH == 4 { 0 } else { (seed >> 8) as u8 };
                }
            }
            let sum = check(&tokens, &bytes[8..]).to_le_bytes();
            bytes[4..8].copy_from_slice(&sum);
            taken += usize::from(Labels::read(english, text, &tokens, &mut &bytes[..]).is_some());
            let mut dossier = Dossier::new();
            dossier.add_labelled(Raw::Text(text), &Given::default(), &bytes);
            dossier.add(Raw::Text(crate::dossier::SEEDS[3]), &Given::default());
            dossier.joint();
        }
        assert!(taken > 5, "most were refused: {taken}");
    }

    #[test]
    fn circles_are_no_forest() {
        let check = |heads: &[u32], want: bool| {
            let head: Vec<_> = heads.iter().map(|h| h.checked_sub(1).map(TokenIx)).collect();
            assert_eq!(is_forest(&head), want, "{heads:?}");
        };
        check(&[], true);
        check(&[0, 1, 2], true);
        check(&[2, 3, 0], true);
        check(&[1], false);
        check(&[2, 1, 0], false);
        check(&[0, 3, 4, 2], false);
    }
}
