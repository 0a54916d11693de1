//! Sentences of the invented dossiers as the shipped weights read them, in CoNLL-U on standard output, to be corrected by reading:
//! what comes of that stands in `annotation/trees`.

use crate::{Paths, dossiers};
use synoptic::articles::{self, Given, Raw};
use synoptic::english::English;
use synoptic::syntax;
use synoptic::tags::{Feats, tag};
use synoptic::text::Block;
use synoptic::tokens::tokenize;

/// What only "goes" and its like are.
const GOES: Feats = Feats::PRESENT.with(Feats::SINGULAR).with(Feats::THIRD_PERSON);

/// Writes them all, `sent_id` being dossier, article and number.
pub(crate) fn write(paths: &Paths) -> Result<(), String> {
    let english = English::shared();
    for dossier in dossiers::read_all(&paths.dossiers)? {
        for (name, text) in &dossier.articles {
            let reading = articles::read(english, Raw::Text(text), &Given::default());
            let blocks: Vec<Block> = reading.articles.iter().flat_map(|a| a.blocks.iter().copied()).collect();
            let tokens = tokenize(english, text, &blocks);
            let tags = tag(english, text, &tokens);
            let tree = syntax::parse(english, text, &tokens, &tags);
            for (number, sentence) in tokens.sentences.iter().enumerate() {
                let range = sentence.tokens.clone();
                let Some(last) = range.clone().last() else { continue };
                let whole = tokens.tokens[range.start].span.start as usize..tokens.tokens[last].span.end as usize;
                println!("# sent_id = {}/{name}/{number}", dossier.name);
                println!("# text = {}", text[whole].replace('\n', " "));
                for at in range.clone() {
                    let token = &tokens.tokens[at];
                    let next = tokens.tokens.get(at + 1).filter(|_| at < last);
                    let glued = next.is_some_and(|n| n.span.start == token.span.end);
                    println!(
                        "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}",
                        at - range.start + 1,
                        token.span.of(text),
                        tags.lemma[at],
                        tags.upos[at].name(),
                        // The only part of speech of the treebanks' own that tags are learnt from.
                        if tags.feats[at].has(GOES) { "VBZ" } else { "_" },
                        tags.feats[at].conllu(),
                        tree.head[at].map_or(0, |h| h.ix() + 1 - range.start),
                        tree.deprel[at].name(),
                        if glued { "SpaceAfter=No" } else { "_" },
                    );
                }
                println!();
            }
        }
    }
    Ok(())
}
