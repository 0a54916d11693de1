//! The JavaScript door from inside a browser, in a page and in a worker (`cargo xtask test` runs it in both, in
//! every engine).
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, JSON, JsString, Object, Reflect};
use synoptic::wasm::{Dossier, same_name};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

fn object(fields: &[(&str, &str)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), &(*value).into()).unwrap();
    }
    object.into()
}

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |v, name| Reflect::get(&v, &name.into()).unwrap())
}

fn number(value: &JsValue, path: &str) -> u32 {
    get(value, path).as_f64().unwrap_or_else(|| panic!("{path} is no number")) as u32
}

fn ids(value: JsValue) -> Vec<String> {
    Array::from(&value).iter().filter_map(|id| id.as_string()).collect()
}

/// The words of a span, as a page would cut them out.
fn words(text: &str, span: &JsValue) -> String {
    JsString::from(text).slice(number(span, "start"), number(span, "end")).into()
}

#[wasm_bindgen_test]
fn the_sample_is_there_from_end_to_end() {
    let mut dossier = Dossier::sample();
    let articles = Array::from(&dossier.articles().unwrap());
    assert!(articles.length() >= 5);
    for article in articles.iter() {
        let text = dossier.text(get(&article, "input")).unwrap();
        assert!(!words(&text, &get(&article, "span")).is_empty());
        assert!(get(&article, "byline").is_null() || get(&article, "byline").is_object(), "absent is null");
        let sentences = Array::from(&dossier.sentences(get(&article, "id")).unwrap());
        assert!(sentences.length() > 0);
    }
    assert!(Array::is_array(&dossier.entities().unwrap()));
    assert!(Array::is_array(&get(&dossier.timeline().unwrap(), "entries")));
    assert!(Array::is_array(&dossier.claims().unwrap()));
    let diff = dossier.claim_diff(JsValue::NULL, JsValue::UNDEFINED).unwrap();
    assert!(Array::is_array(&get(&diff, "groups")));
    // A plain object, not a Map.
    assert!(get(&diff, "onlyIn").is_instance_of::<Object>() && !get(&diff, "onlyIn").is_instance_of::<js_sys::Map>());
    let export = JSON::parse(&dossier.export("json".into()).unwrap()).unwrap();
    assert_eq!(number(&export, "schema"), 1);
}

#[wasm_bindgen_test]
fn offsets_are_utf16_units() {
    let text = "😀 Café “opened” in Tu\u{308}rkiye.\n\n🇹🇷 The mayor said on Monday it was new.";
    let mut dossier = Dossier::new();
    let added = ids(dossier.add(object(&[("text", text), ("published", "2024-05-07")])).unwrap());
    assert_eq!(dossier.text(0.into()).unwrap(), text, "text is never altered");
    for id in added {
        for sentence in Array::from(&dossier.sentences(id.as_str().into()).unwrap()).iter() {
            for token in Array::from(&get(&sentence, "tokens")).iter() {
                assert_eq!(words(text, &get(&token, "span")), get(&token, "form").as_string().unwrap());
            }
        }
    }
}

#[wasm_bindgen_test]
fn errors_carry_their_code() {
    let code = |e: JsValue| get(&e, "code").as_string().unwrap_or_default();
    let mut dossier = Dossier::new();
    assert_eq!(code(dossier.add(object(&[])).unwrap_err()), "empty-input");
    assert_eq!(code(dossier.add(object(&[("txt", "x")])).unwrap_err()), "unknown-option");
    assert_eq!(code(dossier.add("x".into()).unwrap_err()), "unknown-option");
    assert_eq!(code(dossier.remove("a99".into()).unwrap_err()), "unknown-article");
    assert_eq!(code(dossier.text(3.into()).unwrap_err()), "unknown-input");
    assert_eq!(code(dossier.claim_diff("a99".into(), JsValue::UNDEFINED).unwrap_err()), "unknown-article");
    let one = ids(dossier.add(object(&[("text", "The court ruled on Friday.")])).unwrap());
    assert_eq!(code(dossier.claim_diff(one[0].as_str().into(), JsValue::UNDEFINED).unwrap_err()), "unknown-option");
    assert_eq!(code(dossier.export("pdf".into()).unwrap_err()), "unknown-option");
    assert_eq!(code(dossier.correct(object(&[("kind", "spelling")])).unwrap_err()), "unknown-option");
    let error = dossier.remove("a99".into()).unwrap_err();
    assert!(error.is_instance_of::<js_sys::Error>() && !get(&error, "message").as_string().unwrap().is_empty());
}

#[wasm_bindgen_test]
fn articles_come_and_go() {
    let mut dossier = Dossier::new();
    let first = ids(dossier.add(object(&[("text", "The court ruled on Friday.\n\nThe judge said no.")])).unwrap());
    let html = "<article><h1>Vote</h1><p>Voters went to the polls on Sunday.</p></article>";
    let second = ids(dossier.add(object(&[("html", html)])).unwrap());
    assert!(!first.is_empty() && !second.is_empty());
    let correction = object(&[("kind", "date"), ("article", &second[0]), ("published", "2024-05-07")]);
    dossier.correct(correction).unwrap();
    dossier.remove(first[0].as_str().into()).unwrap();
    let left = Array::from(&dossier.articles().unwrap());
    assert_eq!(get(&left.get(0), "id").as_string().as_deref(), Some(second[0].as_str()), "ids stay");
    assert_eq!(get(&left.get(0), "published.basis").as_string().as_deref(), Some("given"));
}

#[wasm_bindgen_test]
fn names_are_compared() {
    let answer = same_name("Angela Merkel".into(), "Angela Merkel".into()).unwrap();
    assert!(get(&answer, "same").is_truthy() && get(&answer, "score").as_f64().is_some());
}

#[wasm_bindgen_test]
fn an_element_of_the_page_is_read() {
    // A worker has no document.
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let element = document.create_element("article").unwrap();
    element.set_inner_html("<h1>Quake</h1><p>The quake struck on Monday &amp; felled 12 houses.</p><script>x</script>");
    element.set_attribute("data-outlet", "The Gazette").unwrap();
    let mut dossier = Dossier::new();
    assert_eq!(ids(dossier.add_element(element.into()).unwrap()).len(), 1);
    assert!(dossier.text(0.into()).unwrap().contains("The quake struck on Monday & felled 12 houses."));
    let article = Array::from(&dossier.articles().unwrap()).get(0);
    assert_eq!(get(&article, "outlet.name").as_string().as_deref(), Some("The Gazette"));
}
