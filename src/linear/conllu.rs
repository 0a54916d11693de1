//! Treebanks in CoNLL-U, read for training.

use std::fs;
use std::io;
use std::path::Path;

/// A syntactic word.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// As written; inside a multiword token as the treebank spells it out.
    pub form: String,
    /// Lemma.
    pub lemma: String,
    /// Universal part of speech.
    pub upos: String,
    /// The treebank's own part of speech.
    pub xpos: String,
    /// `Name=Value|...`, empty for `_`.
    pub feats: String,
    /// The head's place in the sentence, `None` for the root.
    pub head: Option<usize>,
    /// Relation to the head.
    pub deprel: String,
    /// `Name=Value|...`, empty for `_`.
    pub misc: String,
    /// True if white space follows in the text.
    pub space_after: bool,
    /// For the first word of a multiword token: its surface form and its number of words.
    pub multiword: Option<(String, usize)>,
}

/// A sentence with its words and comments.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// `# name = value` lines, in order.
    pub comments: Vec<(String, String)>,
    /// Words in order; empty nodes are left out.
    pub words: Vec<Word>,
}

impl Sentence {
    /// The value of a comment.
    pub fn comment(&self, name: &str) -> Option<&str> {
        self.comments.iter().find(|c| c.0 == name).map(|c| c.1.as_str())
    }
}

/// Reads one file, or all `*.conllu` files of a folder in the order of their names.
pub fn read(path: &Path) -> io::Result<Vec<Sentence>> {
    if !path.is_dir() {
        return Ok(parse(&fs::read_to_string(path)?));
    }
    let mut files: Vec<_> = fs::read_dir(path)?.map(|e| e.map(|e| e.path())).collect::<io::Result<_>>()?;
    files.retain(|f| f.extension().is_some_and(|e| e == "conllu"));
    files.sort();
    let mut all = Vec::new();
    for file in files {
        all.extend(parse(&fs::read_to_string(file)?));
    }
    Ok(all)
}

/// Reads a treebank's text.
pub fn parse(text: &str) -> Vec<Sentence> {
    let mut all = Vec::new();
    let mut now = Sentence::default();
    let mut surface: Option<(String, usize, usize, bool)> = None;
    for line in text.lines().chain([""]) {
        if line.is_empty() {
            if !now.words.is_empty() {
                all.push(std::mem::take(&mut now));
            }
            now = Sentence::default();
        } else if let Some(comment) = line.strip_prefix('#') {
            let (name, value) = comment.split_once('=').unwrap_or((comment, ""));
            now.comments.push((name.trim().to_owned(), value.trim().to_owned()));
        } else {
            let field: Vec<&str> = line.split('\t').collect();
            let [id, form, lemma, upos, xpos, feats, head, deprel, _, misc] = field[..] else { continue };
            let space = !misc.split('|').any(|m| m == "SpaceAfter=No");
            if let Some((first, last)) = id.split_once('-') {
                if let (Ok(a), Ok(b)) = (first.parse::<usize>(), last.parse::<usize>()) {
                    surface = Some((form.to_owned(), a, b, space));
                }
                continue;
            }
            let Ok(number) = id.parse::<usize>() else { continue };
            let given = |s: &str| if s == "_" { String::new() } else { s.to_owned() };
            let mut word = Word {
                form: form.to_owned(),
                lemma: lemma.to_owned(),
                upos: upos.to_owned(),
                xpos: given(xpos),
                feats: given(feats),
                head: head.parse::<usize>().ok().and_then(|h| h.checked_sub(1)),
                deprel: deprel.to_owned(),
                misc: given(misc),
                space_after: space,
                multiword: None,
            };
            if let Some((whole, first, last, space)) = &surface
                && (*first..=*last).contains(&number)
            {
                word.space_after = number == *last && *space;
                if number == *first {
                    word.multiword = Some((whole.clone(), last + 1 - first));
                }
            }
            now.words.push(word);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_heads_and_multiwords() {
        let text = "# sent_id = a\n1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n\
                    1\tdo\tdo\tAUX\tVBP\tTense=Pres\t3\taux\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n\
                    3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n3.1\tx\tx\tX\t_\t_\t_\t_\t_\t_\n";
        let all = parse(text);
        assert_eq!(all.len(), 1);
        let s = &all[0];
        assert_eq!(s.comment("sent_id"), Some("a"));
        let heads: Vec<_> = s.words.iter().map(|w| w.head).collect();
        assert_eq!(heads, [Some(2), Some(2), None]);
        assert_eq!(s.words[0].multiword, Some(("don't".to_owned(), 2)));
        let spaces: Vec<_> = s.words.iter().map(|w| w.space_after).collect();
        assert_eq!(spaces, [false, true, false]);
    }
}
