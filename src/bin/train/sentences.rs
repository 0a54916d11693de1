//! Sentence ends without a mark, from the treebanks.

use crate::Paths;
use std::fs;
use synoptic::english::English;
use synoptic::linear::conllu::Sentence;
use synoptic::text::Span;
use synoptic::tokens::{Marked, learn_splitter};

/// Writes `splitter.bin`.
pub(crate) fn learn(paths: &Paths) -> Result<(), String> {
    let bytes = learn_splitter(English::shared(), &texts(&paths.treebanks()?), |pass, missed, more, all| {
        println!("sentences: pass {pass}: {missed} ends missed, {more} too many, of {all} without a mark");
    });
    println!("sentences: {} bytes", bytes.len());
    fs::write(paths.weights.join("splitter.bin"), bytes).map_err(|e| e.to_string())
}

/// One text per document: sentences joined by blanks, paragraphs by line ends.
fn texts(sentences: &[Sentence]) -> Vec<Marked> {
    let mut out: Vec<Marked> = vec![Marked::default()];
    for sentence in sentences {
        let begins = |what: &str| sentence.comments.iter().any(|c| c.0.starts_with(what));
        let Some(text) = sentence.comment("text") else { continue };
        if begins("newdoc") {
            out.push(Marked::default());
        }
        let Some(now) = out.last_mut() else { continue };
        if begins("newpar") || now.blocks.is_empty() {
            now.text.push('\n');
            now.blocks.push(Span::new(now.text.len(), now.text.len()));
        } else {
            now.text.push(' ');
        }
        now.text.push_str(text);
        let end = now.text.len() as u32;
        now.ends.insert(end);
        if let Some(block) = now.blocks.last_mut() {
            block.end = end;
        }
    }
    out
}
