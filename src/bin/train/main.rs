//! Learns the weights in `src/english/weights` anew: `cargo train WHAT [--data ../shared/data]`.
//!
//! The same data give the same bytes. The corpora are no part of the project; building and testing need none of them.

mod clusters;
#[path = "../../../tests/common/dossiers.rs"]
mod dossiers;
mod draft;
mod glove;
mod marks;
mod matter;
mod names;
mod parser;
mod sentences;
mod similarity;
mod tags;
mod wordnet;

use std::path::PathBuf;
use std::process::ExitCode;
use synoptic::linear::conllu::{self, Sentence};

/// What can be done: most learns something and writes its weights.
struct Task {
    name: &'static str,
    what: &'static str,
    run: fn(&Paths) -> Result<(), String>,
    /// It wants corpora that are no part of the project.
    corpora: bool,
    /// What it writes ships.
    ships: bool,
}

const TASKS: &[Task] = &[
    Task {
        name: "clusters",
        what: "word clusters, from word vectors",
        run: clusters::learn,
        corpora: true,
        ships: true,
    },
    Task {
        name: "similarity",
        what: "how alike lemmas are, from word vectors and WordNet",
        run: similarity::learn,
        corpora: false,
        ships: true,
    },
    Task {
        name: "sentences",
        what: "sentence ends without a mark, from EWT and GUM",
        run: sentences::learn,
        corpora: true,
        ships: true,
    },
    Task {
        name: "tags",
        what: "the tagger and the lemma rules, from EWT, GUM and trees of news",
        run: tags::learn,
        corpora: true,
        ships: true,
    },
    Task {
        name: "names",
        what: "the name recogniser, from every open corpus",
        run: names::learn,
        corpora: true,
        ships: true,
    },
    Task {
        name: "names-held-out",
        what: "the same without the texts it is measured on",
        run: names::learn_held_out,
        corpora: true,
        ships: false,
    },
    Task {
        name: "parser",
        what: "dependency trees, from EWT, GUM and trees of news",
        run: parser::run,
        corpora: true,
        ships: true,
    },
    Task {
        name: "matter",
        what: "when two statements are about one matter, from invented dossiers",
        run: matter::learn,
        corpora: false,
        ships: true,
    },
    Task {
        name: "draft",
        what: "learns nothing: trees of the dossiers' sentences to be corrected by reading, on standard output",
        run: draft::write,
        corpora: false,
        ships: false,
    },
];

/// Where corpora are read and weights are written.
#[derive(Debug)]
struct Paths {
    data: PathBuf,
    weights: PathBuf,
    /// Unpacked packages of word vectors and of WordNet.
    registry: PathBuf,
    /// Invented dossiers.
    dossiers: PathBuf,
    /// What was marked by reading.
    annotation: PathBuf,
    /// Where the examples are written for looking at.
    dump: Option<PathBuf>,
}

impl Paths {
    /// The sentences of a part of the treebanks: a file, or all files of a folder.
    fn treebank(&self, part: &str) -> Result<Vec<Sentence>, String> {
        let path = self.data.join("treebanks").join(part);
        conllu::read(&path).map_err(|e| format!("{}: {e}", path.display()))
    }

    /// The parts of the treebanks that teach.
    fn treebanks(&self) -> Result<Vec<Sentence>, String> {
        Ok([self.treebank("ewt/en_ewt-ud-train.conllu")?, self.treebank("gum/train")?].concat())
    }

    /// What tags and trees are learnt from.
    fn trees(&self) -> Result<Vec<Sentence>, String> {
        Ok([self.treebanks()?, self.news("news")?, self.news("hard")?].concat())
    }

    /// What tags and trees are measured on, with its name.
    fn dev(&self) -> Result<[(&'static str, Vec<Sentence>); 4], String> {
        Ok([
            ("EWT", self.treebank("ewt/en_ewt-ud-dev.conllu")?),
            ("GUM", self.treebank("gum/dev")?),
            ("news", self.news("news-dev")?),
            ("hard", self.news("hard-dev")?),
        ])
    }

    /// Trees corrected by reading.
    fn news(&self, part: &str) -> Result<Vec<Sentence>, String> {
        let path = self.annotation.join("trees").join(part).with_extension("conllu");
        conllu::read(&path).map_err(|e| format!("{}: {e}", path.display()))
    }
}

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &[String]) -> Result<(), String> {
    let mut paths = Paths {
        data: "../shared/data".into(),
        weights: PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/english/weights"),
        registry: "../shared/registry".into(),
        dossiers: PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/dossiers"),
        annotation: PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("annotation"),
        dump: None,
    };
    let mut wanted = Vec::new();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--data" => paths.data = args.next().ok_or("--data needs a folder")?.into(),
            "--out" => paths.weights = args.next().ok_or("--out needs a folder")?.into(),
            "--dossiers" => paths.dossiers = args.next().ok_or("--dossiers needs a folder")?.into(),
            "--dump" => paths.dump = args.next().map(Into::into),
            "--registry" => paths.registry = args.next().ok_or("--registry needs a folder")?.into(),
            // What is learnt for measuring only would take the place of what ships.
            "all" => wanted.extend(TASKS.iter().filter(|t| t.ships)),
            name => wanted.push(TASKS.iter().find(|t| t.name == name).ok_or_else(usage)?),
        }
    }
    if wanted.is_empty() {
        return Err(usage());
    }
    if !paths.data.is_dir() && wanted.iter().any(|t| t.corpora) {
        return Err(format!(
            "No corpora at {}: training needs the treebanks and name corpora that the cards in src/english/weights \
             name. Give their folder with --data. Building and testing need none of this.",
            paths.data.display()
        ));
    }
    wanted.iter().try_for_each(|task| (task.run)(&paths))
}

fn usage() -> String {
    let mut text =
        "usage: cargo train WHAT... [--data FOLDER] [--out FOLDER] [--registry FOLDER]\n  all      everything below that ships, in order".to_owned();
    for Task { name, what, .. } in TASKS {
        text += &format!("\n  {name:8} {what}");
    }
    text
}
