//! The name recogniser, from the open corpora of names.

use crate::marks::{self, Marks};
use crate::{Paths, dossiers};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;
use synoptic::english::names::NameWord;
use synoptic::english::{English, PlaceKind};
use synoptic::entities::EntityType::{self, *};
use synoptic::entities::{Annotated, Kinds, NamesPlan, learn_names, runs_wrong};
use synoptic::linear::Keep;
use synoptic::text::fold;

const PLAN: NamesPlan = NamesPlan {
    passes: 5,
    runs: 4,
    settle: 12,
    min_updates: 4,
    drop: 30,
    keep: Keep { weights: 64_000, key_bits: 22, levels: 14 },
};
/// CrossNER and Wikigold have no documents; so many sentences are read as one.
const SENTENCES: usize = 20;

const RE3D: [&str; 5] =
    ["Australian_Department_of_Foreign_Affairs", "Wikipedia", "CENTCOM", "UK_Government", "US_State_Department"];

/// Learns from every corpus but the three sets that it then tells the errors on.
pub(crate) fn learn_held_out(paths: &Paths) -> Result<(), String> {
    let english = English::shared();
    let (kept, held) = (corpora(english, paths, false)?, held_out(english, paths)?);
    let weights = learn_from(english, paths, &kept)?;
    for (name, texts) in &held {
        let (wrong, all) = runs_wrong(english, &weights, texts);
        println!("names: {name}: {wrong} of {all} runs wrong");
    }
    Ok(())
}

/// Learns from everything that may be learnt from.
pub(crate) fn learn(paths: &Paths) -> Result<(), String> {
    let english = English::shared();
    let mut texts = corpora(english, paths, true)?;
    texts.extend(held_out(english, paths)?.into_iter().flat_map(|held| held.1));
    learn_from(english, paths, &texts).map(drop)
}

fn learn_from(english: &English, paths: &Paths, texts: &[Annotated]) -> Result<Vec<u8>, String> {
    println!("names: {} texts", texts.len());
    let weights = learn_names(english, texts, &PLAN, |round, wrong, all| {
        println!("names: round {round}: {wrong} of {all} runs wrong");
    });
    println!("names: {} bytes", weights.len());
    fs::write(paths.weights.join("names.bin"), &weights).map_err(|e| e.to_string())?;
    Ok(weights)
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

/// All corpora but those held out; `all` takes the other domains' development parts too.
fn corpora(english: &English, paths: &Paths, all: bool) -> Result<Vec<Annotated>, String> {
    let ner = paths.data.join("ner");
    let mut texts = Vec::new();
    let wikigold = read(&ner.join("wikigold/CONLL-format/data/wikigold.conll.txt"))?;
    columns(english, &wikigold, 0, SENTENCES, Kinds::default(), &mut texts);
    for domain in ["politics", "science", "music", "literature", "ai"] {
        for part in ["train", "dev", "test"].iter().filter(|&&p| p != "dev" || all && domain != "politics") {
            let file = read(&ner.join(format!("crossner/{domain}/{part}.txt")))?;
            columns(english, &file, 0, SENTENCES, Kinds::default(), &mut texts);
        }
    }
    for source in &RE3D[..2] {
        re3d(english, &ner.join("re3d").join(source), &mut texts)?;
    }
    // Marked by reading over text whose own marks are none or begin and end otherwise.
    let folder = paths.annotation.join("names");
    let marks = |name: &str| Marks::read(&folder.join(name));
    texts.extend(marks("ewt.tsv")?.treebank(english, &paths.treebank("ewt/en_ewt-ud-train.conllu")?)?);
    texts.extend(marks("gum.tsv")?.treebank(english, &paths.treebank("gum/train")?)?);
    texts.extend(marks("dossiers.tsv")?.dossiers(english, &dossiers::read_all(&paths.dossiers)?)?);
    texts.extend(marks::in_place(english, &folder.join("sentences.txt"))?);
    Ok(texts)
}

/// The sets that the figures are told on.
fn held_out(english: &English, paths: &Paths) -> Result<Vec<(&'static str, Vec<Annotated>)>, String> {
    let ner = paths.data.join("ner");
    let (mut reports, mut politics, mut web) = (Vec::new(), Vec::new(), Vec::new());
    for source in &RE3D[2..] {
        re3d(english, &ner.join("re3d").join(source), &mut reports)?;
    }
    columns(english, &read(&ner.join("crossner/politics/dev.txt"))?, 0, SENTENCES, Kinds::default(), &mut politics);
    // It marks no nationalities, events or works.
    let file = read(&ner.join("uner-ewt/en_ewt-ud-dev.iob2"))?;
    columns(english, &file, 1, usize::MAX, Kinds::perhaps(&OTHERS), &mut web);
    Ok(vec![("re3d", reports), ("CrossNER politics", politics), ("UNER-EWT", web)])
}

const OTHERS: [EntityType; 6] = [Norp, Event, Law, Work, Product, Misc];

/// What a corpus's label can mean; `None` for what we do not name.
fn meaning(label: &str) -> Option<Kinds> {
    Some(match label.to_lowercase().as_str() {
        "per" | "person" | "politician" | "scientist" | "writer" | "musicalartist" | "researcher" => {
            Kinds::of(&[Person])
        }
        "org" | "organisation" | "organization" | "politicalparty" | "university" | "band" => Kinds::of(&[Org]),
        "country" => Kinds::of(&[Gpe]),
        "loc" | "location" => Kinds::of(&[Gpe, Loc, Fac]),
        "nationality" => Kinds::of(&[Norp]),
        "election" | "event" | "conference" => Kinds::of(&[Event]),
        "award" | "song" | "album" | "book" | "poem" | "magazine" | "academicjournal" => Kinds::of(&[Work, Misc]),
        "product" | "programlang" => Kinds::of(&[Product]),
        "militaryplatform" | "weapon" | "vehicle" => Kinds::perhaps(&[Product]),
        "documentreference" => Kinds::perhaps(&[Law, Work]),
        "misc" => Kinds::of(&OTHERS),
        "literarygenre" | "musicgenre" | "musicalinstrument" | "theory" | "discipline" | "enzyme" | "protein"
        | "chemicalelement" | "chemicalcompound" | "astronomicalobject" | "field" | "task" | "algorithm"
        | "metrics" => Kinds::perhaps(&[Misc]),
        _ => return None,
    })
}

/// Of several types that a label can mean, the one that the gazetteer or the last word tells.
fn settle(english: &English, name: &str, kinds: Kinds) -> Kinds {
    let place = kinds == Kinds::of(&[Gpe, Loc, Fac]);
    if !place && kinds != Kinds::of(&OTHERS) {
        return kinds;
    }
    let last = name.rsplit([' ', '-']).next().unwrap_or(name);
    let told = match (english.places.get(&fold(name)).map(|p| p.kind), english.names.words.get(last)) {
        (Some(PlaceKind::Demonym | PlaceKind::People), _) => Norp,
        (_, Some(NameWord::Event)) => Event,
        (_, Some(NameWord::Law)) => Law,
        (_, Some(NameWord::Work)) => Work,
        (_, Some(NameWord::Area)) => Loc,
        (_, Some(NameWord::Facility)) => Fac,
        (_, Some(NameWord::Gpe)) => Gpe,
        (Some(PlaceKind::Area), _) => Loc,
        (Some(PlaceKind::Structure), _) => Fac,
        (Some(_), _) => Gpe,
        _ => return kinds,
    };
    let fits = if place { matches!(told, Gpe | Loc | Fac) } else { OTHERS.contains(&told) };
    if fits { Kinds::of(&[told]) } else { kinds }
}

/// Files with a token and its label a line; IO and IOB2 labels alike.
fn columns(english: &English, file: &str, column: usize, cut: usize, outside: Kinds, out: &mut Vec<Annotated>) {
    let mut text = String::new();
    let mut names: Vec<(Range<usize>, &str)> = Vec::new();
    let mut open = false;
    let mut sentences = 0;
    let mut end = |text: &mut String, names: &mut Vec<(Range<usize>, &str)>, sentences: &mut usize| {
        let names: Vec<_> = (names.drain(..))
            .filter_map(|(span, label)| {
                let kinds = settle(english, &text[span.clone()], meaning(label)?);
                Some((span, kinds))
            })
            .collect();
        if *sentences > 0 {
            out.push(Annotated::new(english, std::mem::take(text), &names, outside));
        }
        *sentences = 0;
    };
    for line in file.lines().chain([""]) {
        if line.starts_with("-DOCSTART-") || line.starts_with("# newdoc") {
            end(&mut text, &mut names, &mut sentences);
        } else if line.starts_with('#') && column > 0 {
            continue;
        } else if line.trim().is_empty() {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
                sentences += 1;
            }
            open = false;
            if sentences >= cut {
                end(&mut text, &mut names, &mut sentences);
            }
        } else {
            let fields: Vec<&str> = line.split(['\t', ' ']).collect();
            let label = if column > 0 { fields.get(2) } else { fields.last() };
            let (Some(&word), Some(&label)) = (fields.get(column), label) else { continue };
            if !text.is_empty() && !text.ends_with('\n') && glued(word, &text) {
                text.push(' ');
            }
            let start = text.len();
            text.push_str(word);
            if let Some((begin, label)) = label.split_once('-') {
                match names.last_mut() {
                    Some(last) if open && begin == "I" && last.1 == label => last.0.end = text.len(),
                    _ => names.push((start..text.len(), label)),
                }
            }
            open = label != "O";
        }
    }
    end(&mut text, &mut names, &mut sentences);
}

/// True if a blank stands before a word as printed.
fn glued(word: &str, text: &str) -> bool {
    let closes = matches!(
        word,
        "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "%" | "'s" | "n't" | "'re" | "'ve" | "'ll" | "'d" | "'m"
    );
    !closes && !text.ends_with(['(', '[', '$', '£', '€'])
}

fn re3d(english: &English, folder: &Path, out: &mut Vec<Annotated>) -> Result<(), String> {
    reports(english, &read(&folder.join("documents.json"))?, &read(&folder.join("entities.json"))?, out)
}

/// re3d: texts with marked stretches, of which the named ones are kept (capitals at both ends, no pronouns).
fn reports(english: &English, documents: &str, entities: &str, out: &mut Vec<Annotated>) -> Result<(), String> {
    let lines = |file: &str| -> Result<Vec<Value>, String> {
        file.lines()
            .filter(|l| !l.trim().is_empty())
            .map(|l| serde_json::from_str(l).map_err(|e| e.to_string()))
            .collect()
    };
    let mut marked: BTreeMap<String, Vec<(usize, usize, String)>> = BTreeMap::new();
    for e in lines(entities)? {
        let at = |name: &str| e[name].as_u64().map(|n| n as usize);
        if let (Some(a), Some(b), Some(kind), Some(id)) =
            (at("begin"), at("end"), e["type"].as_str(), e["documentId"].as_str())
        {
            marked.entry(id.to_owned()).or_default().push((a, b, kind.to_owned()));
        }
    }
    for d in lines(documents)? {
        let (Some(id), Some(text)) = (d["_id"].as_str(), d["text"].as_str()) else { continue };
        let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
        let mut names = Vec::new();
        for (a, b, kind) in marked.get(id).into_iter().flatten() {
            let (Some(&a), Some(&b)) = (bytes.get(*a), bytes.get(*b)) else { continue };
            let Some(kinds) = meaning(kind) else { continue };
            let whole = text.get(a..b).unwrap_or("");
            let short =
                ["The ", "the ", "A ", "a ", "An ", "an "].iter().find_map(|t| whole.strip_prefix(t)).unwrap_or(whole);
            let a = b - short.len();
            let words: Vec<&str> = short.split_whitespace().collect();
            let upper = |w: Option<&&str>| {
                w.is_some_and(|w| w.trim_start_matches(['(', '“', '"', '\'']).starts_with(char::is_uppercase))
            };
            let pronoun = words.len() == 1
                && matches!(
                    fold(words[0]).as_str(),
                    "he" | "she"
                        | "it"
                        | "they"
                        | "we"
                        | "i"
                        | "you"
                        | "his"
                        | "her"
                        | "their"
                        | "our"
                        | "its"
                        | "this"
                        | "these"
                        | "that"
                        | "those"
                        | "who"
                        | "which"
                        | "here"
                        | "there"
                        | "him"
                        | "them"
                        | "us"
                );
            if upper(words.first()) && upper(words.last()) && !pronoun {
                names.push((a..b, settle(english, short, kinds)));
            }
        }
        // Of names inside names the outermost counts.
        names.sort_by_key(|n| (n.0.start, usize::MAX - n.0.end));
        let mut end = 0;
        names.retain(|n| {
            let free = n.0.start >= end;
            end = end.max(n.0.end);
            free
        });
        // The only reports, and few of them.
        let mut report = Annotated::new(english, text.to_owned(), &names, Kinds::default());
        report.counts = 2.0;
        out.push(report);
    }
    Ok(())
}
