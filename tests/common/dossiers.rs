//! Invented dossiers: articles with the list of what agrees and differs between them; the tests count with them, and
//! `cargo train matter` learns from them.
//!
//! A file holds articles under `== A`, `== B` and so on, and after `== gold` a line for each finding:
//! `relation slot | side | side`, a side being `article: words; article: words`. `never` lists words that must not stand
//! on two sides of one group. After `== judged` stand pairs that the comparison brought up and a reader judged: they teach,
//! but no figure counts them.

use std::fs;
use std::path::Path;
use synoptic::text::Span;

/// What a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Agree,
    Differ,
    Conflict,
    Never,
}

/// Words of an article.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) article: usize,
    pub(crate) span: Span,
}

/// A line of the list.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) kind: Kind,
    /// In which slot it differs; empty for the others.
    pub(crate) slot: String,
    pub(crate) sides: Vec<Vec<Words>>,
}

/// A dossier with its list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dossier {
    pub(crate) name: String,
    pub(crate) articles: Vec<(String, String)>,
    pub(crate) gold: Vec<Listed>,
    /// Further pairs of words about one matter, `agree` or `differ`, judged when they were brought up.
    pub(crate) judged: Vec<Listed>,
    /// Articles of another happening of the same kind (`twins/` beside it), none of whose words is about a matter of the
    /// dossier's own.
    pub(crate) twins: Vec<(String, String)>,
}

/// All dossiers of a folder, by name.
pub(crate) fn read_all(folder: &Path) -> Result<Vec<Dossier>, String> {
    let files = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<_> = files.filter_map(|f| Some(f.ok()?.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    paths.iter().map(|p| read(p)).collect()
}

/// One dossier.
pub(crate) fn read(path: &Path) -> Result<Dossier, String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut d = Dossier { name, ..Dossier::default() };
    let mut list = None;
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        match line.strip_prefix("== ") {
            Some(name @ ("gold" | "judged")) => list = Some(name),
            Some(name) => d.articles.push((name.to_owned(), String::new())),
            None if list.is_some() && !line.is_empty() => {
                let listed = d.listed(line).map_err(|e| format!("{}: {line}: {e}", path.display()))?;
                if list == Some("gold") { &mut d.gold } else { &mut d.judged }.push(listed);
            }
            None => {
                if let Some(article) = d.articles.last_mut() {
                    article.1 += line;
                    article.1.push('\n');
                }
            }
        }
    }
    if let (Some(folder), Some(file)) = (path.parent(), path.file_name())
        && !folder.ends_with("twins")
        && folder.join("twins").join(file).exists()
    {
        d.twins = read(&folder.join("twins").join(file))?.articles;
    }
    Ok(d)
}

impl Dossier {
    fn listed(&self, line: &str) -> Result<Listed, String> {
        let mut parts = line.split(" | ");
        let mut words = parts.next().unwrap_or_default().split(' ');
        let kind = match words.next() {
            Some("agree") => Kind::Agree,
            Some("differ") => Kind::Differ,
            Some("conflict") => Kind::Conflict,
            Some("never") => Kind::Never,
            _ => return Err("no kind".into()),
        };
        let sides = parts.map(|side| side.split("; ").map(|w| self.words(w)).collect::<Result<Vec<_>, _>>());
        let slot = words.next().unwrap_or_default().to_owned();
        Ok(Listed { kind, slot, sides: sides.collect::<Result<_, _>>()? })
    }

    fn words(&self, words: &str) -> Result<Words, String> {
        let (name, words) = words.split_once(": ").ok_or("no article named")?;
        let article = self.articles.iter().position(|a| a.0 == name).ok_or("no such article")?;
        let start = self.articles[article].1.find(words.trim()).ok_or(format!("{words:?} stands nowhere"))?;
        Ok(Words { article, span: Span::new(start, start + words.trim().len()) })
    }
}
