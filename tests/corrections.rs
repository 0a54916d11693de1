//! The reader's own word on entities: what follows from it, and what it is refused for.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::dossier;
use synoptic::view::{Correction, Entity, Error, View};

const STORY: &[&str] = &[
    "Opposition leader Chidi Okafor won the election on March 3, 2024, the electoral commission said. Chidi Okafor met voters on \
     March 4, 2024. Samuel Mwanza said on Monday that Okafor would govern well. Kenya and Tanzania sent their congratulations.",
    "Chidi Okafor will be sworn in on April 2. Sam Mwanza said Okafor had called him. Kenya offered help.",
];

fn entity(view: &mut View, form: &str) -> Option<Entity> {
    view.entities().into_iter().find(|e| e.aliases.iter().any(|a| a.form == form))
}

fn id(view: &mut View, form: &str) -> String {
    entity(view, form).unwrap_or_else(|| panic!("no entity is written {form}")).id
}

fn split(entity: String, form: String) -> Correction {
    Correction::Split { entity, form: Some(form), article: None, mention: None }
}

fn code(done: Result<(), Error>) -> &'static str {
    let error = done.expect_err("an error");
    assert!(error.message.ends_with('.') && error.message.len() > 25, "{}", error.message);
    error.code.name()
}

/// The id of the source of the claim whose source reads so.
fn source_of(view: &mut View, words: &str) -> Option<String> {
    let claims = view.claims();
    let source = claims.into_iter().filter_map(|c| c.source).find(|s| s.text.contains(words));
    source.unwrap_or_else(|| panic!("no claim by {words}")).entity
}

#[test]
fn merging_carries_claims_and_timeline_along() {
    let mut view = dossier(STORY);
    let (okafor, mwanza) = (id(&mut view, "Chidi Okafor"), id(&mut view, "Samuel Mwanza"));
    let dated =
        |view: &mut View, id: &str| view.timeline().entries.iter().any(|e| e.participants.iter().any(|p| p == id));
    assert!(dated(&mut view, &okafor));
    view.correct(&Correction::Merge { entities: [mwanza.clone(), okafor.clone()] }).unwrap();
    let merged = entity(&mut view, "Chidi Okafor").unwrap();
    assert_eq!(merged.id, mwanza, "the first that was named lives on");
    assert!(merged.joined.iter().any(|j| j.why.contains("reader") && j.forms.len() == 2));
    assert_eq!(source_of(&mut view, "Samuel Mwanza"), Some(mwanza.clone()));
    assert!(dated(&mut view, &mwanza), "its events are the other's now");
    assert!(!dated(&mut view, &okafor), "and no one's else");
    assert_eq!(code(view.correct(&Correction::NotAName { entity: okafor })), "unknown-entity");
}

#[test]
fn splitting_leaves_the_rest_its_id() {
    let mut view = dossier(STORY);
    let whole = id(&mut view, "Chidi Okafor");
    view.correct(&split(whole.clone(), "Chidi Okafor".into())).unwrap();
    let (full, short) = (id(&mut view, "Chidi Okafor"), id(&mut view, "Okafor"));
    assert_eq!(short, whole);
    assert_ne!(full, whole);
    assert_eq!(entity(&mut view, "Okafor").unwrap().aliases.len(), 1);
    // And back again.
    view.correct(&Correction::Merge { entities: [whole.clone(), full] }).unwrap();
    assert_eq!(id(&mut view, "Chidi Okafor"), whole);
}

#[test]
fn namesakes_are_split_by_article_and_by_mention() {
    let mut view = dossier(&[
        "John Smith, a fisherman, drowned on Monday. Smith was 40.",
        "John Smith, the finance minister, resigned on Tuesday. Smith was tired.",
    ]);
    let both = id(&mut view, "John Smith");
    assert!(entity(&mut view, "John Smith").unwrap().joined.iter().any(|j| j.why.contains("guess")));
    let articles = view.articles();
    let by = |article, mention| Correction::Split { entity: both.clone(), form: None, article, mention };
    view.correct(&by(Some(articles[1].id.clone()), None)).unwrap();
    let named: Vec<Entity> = view.entities().into_iter().filter(|e| e.name == "John Smith").collect();
    assert_eq!(named.len(), 2);
    for e in &named {
        assert_eq!(e.mentions.iter().filter(|m| m.kind == "name").count(), 2, "{e:?}");
        assert!(e.mentions.iter().all(|m| m.span.input == e.mentions[0].span.input), "{e:?}");
        assert!(e.joined.iter().all(|j| !j.why.contains("guess")), "{e:?}");
    }
    // One mention alone.
    let first = named.iter().find(|e| e.id == both).unwrap();
    let last = first.mentions.iter().rfind(|m| m.kind == "name").unwrap().span;
    view.correct(&by(None, Some(last))).unwrap();
    assert!(view.entities().iter().any(|e| e.name == "Smith" && e.mentions.len() == 1));
    // What names nothing, or everything at once, is refused.
    assert_eq!(code(view.correct(&by(Some(articles[1].id.clone()), None))), "unknown-entity");
    assert_eq!(code(view.correct(&by(Some("a99".into()), None))), "unknown-article");
    assert_eq!(code(view.correct(&by(None, None))), "unknown-option");
    let other = named.iter().find(|e| e.id != both).unwrap().id.clone();
    let whole = Correction::Split { entity: other, form: None, article: Some(articles[1].id.clone()), mention: None };
    assert_eq!(code(view.correct(&whole)), "no-effect");
}

#[test]
fn striking_takes_the_source_and_the_participant_away() {
    let mut view = dossier(STORY);
    let mwanza = id(&mut view, "Samuel Mwanza");
    assert_eq!(source_of(&mut view, "Samuel Mwanza"), Some(mwanza.clone()));
    view.correct(&Correction::NotAName { entity: mwanza.clone() }).unwrap();
    assert!(entity(&mut view, "Samuel Mwanza").is_none());
    assert_eq!(source_of(&mut view, "Samuel Mwanza"), None);
    let left = view.timeline().entries.iter().any(|e| e.participants.contains(&mwanza));
    assert!(!left);
    assert_eq!(code(view.correct(&Correction::NotAName { entity: mwanza })), "unknown-entity");
}

#[test]
fn renaming_and_retyping_keep_the_id() {
    let mut view = dossier(STORY);
    let kenya = id(&mut view, "Kenya");
    view.correct(&Correction::Rename { entity: kenya.clone(), name: " Republic of Kenya ".into() }).unwrap();
    view.correct(&Correction::Retype { entity: kenya.clone(), kind: "ORG".into() }).unwrap();
    let now = entity(&mut view, "Kenya").unwrap();
    assert_eq!((now.id, now.name.as_str(), now.kind), (kenya, "Republic of Kenya", "ORG"));
}

#[test]
fn ids_outlive_corrections_and_further_articles() {
    let mut view = dossier(STORY);
    let before: Vec<(String, String)> = view.entities().into_iter().map(|e| (e.id, e.name)).collect();
    let tanzania = id(&mut view, "Tanzania");
    view.correct(&Correction::NotAName { entity: tanzania.clone() }).unwrap();
    view.add(&common::text("Aminata Diallo flew to Nairobi. Aminata Diallo met the press. Diallo spoke of Kenya."))
        .unwrap();
    let after: Vec<(String, String)> = view.entities().into_iter().map(|e| (e.id, e.name)).collect();
    for (id, name) in before.iter().filter(|(id, _)| *id != tanzania) {
        assert!(after.contains(&(id.clone(), name.clone())), "{name} was {id}: {after:?}");
    }
    assert!(after.iter().all(|(id, _)| *id != tanzania));
}

#[test]
fn what_would_change_nothing_is_refused() {
    let mut view = dossier(STORY);
    let okafor = id(&mut view, "Chidi Okafor");
    let kenya = id(&mut view, "Kenya");
    let export = view.export("json").unwrap();
    for (what, correction, expected) in [
        ("with itself", Correction::Merge { entities: [okafor.clone(), okafor.clone()] }, "no-effect"),
        ("only form", split(kenya.clone(), "Kenya".into()), "no-effect"),
        ("no such form", split(kenya.clone(), "Uganda".into()), "unknown-entity"),
        ("same name", Correction::Rename { entity: kenya.clone(), name: "Kenya".into() }, "no-effect"),
        ("taken name", Correction::Rename { entity: kenya.clone(), name: "Chidi Okafor".into() }, "name-taken"),
        ("no name", Correction::Rename { entity: kenya.clone(), name: " ".into() }, "empty-input"),
        ("same type", Correction::Retype { entity: kenya.clone(), kind: "GPE".into() }, "no-effect"),
        ("no type", Correction::Retype { entity: kenya, kind: "COUNTRY".into() }, "unknown-option"),
    ] {
        assert_eq!(code(view.correct(&correction)), expected, "{what}");
        assert!(view.export("json").unwrap() == export, "{what} leaves all as it was");
    }
}

#[test]
fn a_correction_outlives_the_article_it_was_made_in() {
    let all = [
        |e: String| Correction::Rename { entity: e, name: "President Okafor".into() },
        |e: String| Correction::Retype { entity: e, kind: "ORG".into() },
        |e: String| Correction::NotAName { entity: e },
    ];
    for (i, correction) in all.into_iter().enumerate() {
        let mut view = dossier(STORY);
        let okafor = id(&mut view, "Chidi Okafor");
        view.correct(&correction(okafor)).unwrap();
        let first = view.articles()[0].id.clone();
        view.remove(&first).unwrap();
        let now = entity(&mut view, "Chidi Okafor");
        let holds = match i {
            0 => now.is_some_and(|e| e.name == "President Okafor"),
            1 => now.is_some_and(|e| e.kind == "ORG"),
            _ => now.is_none(),
        };
        assert!(holds, "correction {i}");
    }
}
