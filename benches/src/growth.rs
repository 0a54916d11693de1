//! A dossier of the first so many texts: each stage that takes all articles together, and one article more.

use crate::watch::{Watch, peak};
use crate::{Stage, gathered, run};
use serde_json::{Value, json};
use synoptic::articles::Raw;
use synoptic::compare;
use synoptic::dossier::Dossier;
use synoptic::english::English;
use synoptic::entities;
use synoptic::events;

/// Reads the first `n` texts, joins them, adds one more and joins again; seconds of processor time.
pub fn growth(texts: &[String], n: usize) -> Value {
    let some = || texts.iter().take(n).map(String::as_str);
    let timed = |job: &mut dyn FnMut()| {
        let begin = Watch::start();
        job();
        begin.seconds()
    };
    let mut dossier = Dossier::new();
    let read = timed(&mut || dossier = gathered(some()));
    let stages = together(&dossier);
    let mut groups = 0;
    let join = timed(&mut || groups = dossier.joint().diff.groups.len());
    let one_more = texts.get(n).or(texts.first()).map_or(0.0, |text| {
        timed(&mut || {
            dossier.add(Raw::Text(text), &Default::default());
            dossier.joint();
        })
    });
    // The trees take most of what one article costs.
    let trees = timed(&mut || {
        run(Stage::Trees, some());
    });
    json!({ "articles": n.min(texts.len()), "bytes": some().map(str::len).sum::<usize>(), "read": read, "trees": trees,
            "stages": stages, "join": join, "one_more": one_more, "groups": groups, "peak_mb": peak() })
}

/// Seconds of each stage over all articles, in the dossier's own order of stages.
fn together(dossier: &Dossier) -> Value {
    let english = English::shared();
    let members = dossier.members();
    let mut seconds = serde_json::Map::new();
    let mut note = |name: &str, begin: Watch| seconds.insert(name.to_owned(), json!(begin.seconds()));

    let begin = Watch::start();
    let named: Vec<_> = members.iter().map(|m| (dossier.parse(m), &m.mentions)).collect();
    let serials: Vec<u32> = members.iter().map(|m| m.serial).collect();
    let entities = entities::unite(english, &named, &serials, &[]);
    note("entities", begin);

    let begin = Watch::start();
    let said: Vec<_> = members.iter().map(|m| dossier.said(m)).collect();
    let kinship = compare::dependence(english, &said, &entities);
    note("kinship", begin);

    let begin = Watch::start();
    let dated: Vec<_> =
        members.iter().zip(&kinship.other_story).map(|(m, other)| dossier.dated(m, other.is_some())).collect();
    let timeline = events::timeline(english, &dated, &entities);
    note("timeline", begin);

    let begin = Watch::start();
    std::hint::black_box(compare::align(english, &said, &entities, &timeline, &kinship));
    note("differences", begin);
    Value::Object(seconds)
}
