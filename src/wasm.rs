//! F10: the JavaScript door. The only file that knows wasm-bindgen.
//!
//! The TypeScript types of what crosses stand in `www/src/contract.d.ts`.

use crate::view::{self, Error, ErrorCode, View};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../www/src/contract.d.ts");

type Js<T> = Result<T, JsValue>;

/// The articles being compared.
#[wasm_bindgen]
pub struct Dossier {
    view: View,
}

#[wasm_bindgen]
impl Dossier {
    /// An empty dossier.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default)]
    pub fn new() -> Dossier {
        Dossier { view: View::default() }
    }

    /// The articles embedded in the build.
    pub fn sample() -> Dossier {
        Dossier { view: View::sample() }
    }

    /// Reads one input; the ids of the articles found in it.
    #[wasm_bindgen(unchecked_return_type = "string[]")]
    pub fn add(&mut self, #[wasm_bindgen(unchecked_param_type = "ArticleInput")] input: JsValue) -> Js<JsValue> {
        to_js(&self.view.add(&article_of(&input)?).map_err(error)?)
    }

    /// The same, with what `label` said of this very input in another thread.
    #[wasm_bindgen(js_name = addLabelled, unchecked_return_type = "string[]")]
    pub fn add_labelled(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "ArticleInput")] input: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] labels: JsValue,
    ) -> Js<JsValue> {
        let labels = labels.dyn_ref::<js_sys::Uint8Array>().map(js_sys::Uint8Array::to_vec).ok_or_else(|| {
            let message = "Give the labels as the Uint8Array that `label` answered.";
            error(Error::new(ErrorCode::UnknownOption, message))
        })?;
        to_js(&self.view.add_labelled(&article_of(&input)?, &labels).map_err(error)?)
    }

    /// Reads an `<article>` of the host page.
    #[wasm_bindgen(js_name = addElement, unchecked_return_type = "string[]")]
    pub fn add_element(&mut self, #[wasm_bindgen(unchecked_param_type = "Element")] element: JsValue) -> Js<JsValue> {
        // Asked for by what it can do: an element of another frame is no instance of this one's class.
        let html = js_sys::Reflect::get(&element, &"outerHTML".into()).ok().and_then(|h| h.as_string());
        let Some(html) = html else {
            return Err(error(Error::new(
                ErrorCode::UnknownOption,
                "This is no element of a page. Give an <article>.",
            )));
        };
        let element: web_sys::Element = element.unchecked_into();
        let attribute = |names: &[&str]| names.iter().find_map(|n| element.get_attribute(n)).filter(|v| !v.is_empty());
        let input = view::ArticleInput {
            html: Some(html),
            outlet: attribute(&["data-outlet"]),
            title: attribute(&["data-title"]),
            published: attribute(&["data-published", "datetime"]),
            url: attribute(&["data-url"]),
            ..Default::default()
        };
        to_js(&self.view.add(&input).map_err(error)?)
    }

    /// Takes an article out.
    pub fn remove(&mut self, #[wasm_bindgen(unchecked_param_type = "string")] article: JsValue) -> Js<()> {
        self.view.remove(&string(&article, "an article's id")?).map_err(error)
    }

    /// The plain text of an input.
    pub fn text(&self, #[wasm_bindgen(unchecked_param_type = "number")] input: JsValue) -> Js<String> {
        let Some(number) = whole_number(&input) else {
            let message = "An input is named by its number, counted from 0.";
            return Err(error(Error::new(ErrorCode::UnknownInput, message)));
        };
        self.view.text(number as usize).map(str::to_owned).map_err(error)
    }

    /// The articles in the order they were added.
    #[wasm_bindgen(unchecked_return_type = "Article[]")]
    pub fn articles(&mut self) -> Js<JsValue> {
        to_js(&self.view.articles())
    }

    /// The sentences of an article.
    #[wasm_bindgen(unchecked_return_type = "Sentence[]")]
    pub fn sentences(&self, #[wasm_bindgen(unchecked_param_type = "string")] article: JsValue) -> Js<JsValue> {
        let article = string(&article, "an article's id")?;
        to_js(&self.view.sentences(&article).map_err(error)?)
    }

    /// The entities, most mentioned first.
    #[wasm_bindgen(unchecked_return_type = "Entity[]")]
    pub fn entities(&mut self) -> Js<JsValue> {
        to_js(&self.view.entities())
    }

    /// What happened when.
    #[wasm_bindgen(unchecked_return_type = "Timeline")]
    pub fn timeline(&mut self) -> Js<JsValue> {
        to_js(&self.view.timeline())
    }

    /// Who says what.
    #[wasm_bindgen(unchecked_return_type = "Claim[]")]
    pub fn claims(&mut self) -> Js<JsValue> {
        to_js(&self.view.claims())
    }

    /// Where the accounts differ: of two articles, or of all.
    #[wasm_bindgen(js_name = claimDiff, unchecked_return_type = "ClaimDiff")]
    pub fn claim_diff(
        &mut self,
        #[wasm_bindgen(unchecked_optional_param_type = "string")] left: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string")] right: JsValue,
    ) -> Js<JsValue> {
        let id = |v: &JsValue| match v.is_null() || v.is_undefined() {
            true => Ok(None),
            false => string(v, "an article's id").map(Some),
        };
        let (left, right) = (id(&left)?, id(&right)?);
        let pair = match (&left, &right) {
            (None, None) => None,
            (Some(a), Some(b)) => Some((a.as_str(), b.as_str())),
            (Some(one), None) | (None, Some(one)) => {
                self.view.article_ix(one).map_err(error)?;
                let message = "Name two articles to compare, or none to compare all.";
                return Err(error(Error::new(ErrorCode::UnknownOption, message)));
            }
        };
        to_js(&self.view.claim_diff(pair).map_err(error)?)
    }

    /// What could not be read, and why.
    #[wasm_bindgen(unchecked_return_type = "Note[]")]
    pub fn notes(&self) -> Js<JsValue> {
        to_js(&self.view.notes())
    }

    /// Takes the reader's own word.
    pub fn correct(&mut self, #[wasm_bindgen(unchecked_param_type = "Correction")] correction: JsValue) -> Js<()> {
        let what = "a correction. Give an object whose `kind` is date, outlet, merge, split, not-a-name, rename or retype, \
             with the fields of that kind";
        self.view.correct(&correction_of(&Given::new(&correction, what)?)?).map_err(error)
    }

    /// The findings as a file: `json`, `csv`, `markdown`, `timeml`, `webannotation`, `tei` or `claimreview`.
    pub fn export(&mut self, #[wasm_bindgen(unchecked_param_type = "string")] format: JsValue) -> Js<String> {
        self.view.export(&string(&format, "an export format")?).map_err(error)
    }
}

/// Most of the work of reading an input, for `addLabelled` in another thread: what is learnt says of each word what it is.
#[wasm_bindgen(unchecked_return_type = "Uint8Array")]
pub fn label(#[wasm_bindgen(unchecked_param_type = "ArticleInput")] input: JsValue) -> Js<JsValue> {
    let labels = view::label(&article_of(&input)?).map_err(error)?;
    Ok(js_sys::Uint8Array::from(&labels[..]).into())
}

/// One person or place, two spellings?
#[wasm_bindgen(js_name = sameName, unchecked_return_type = "SameName")]
pub fn same_name(
    #[wasm_bindgen(unchecked_param_type = "string")] a: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] b: JsValue,
) -> Js<JsValue> {
    to_js(&view::same_name(&string(&a, "a name")?, &string(&b, "a name")?))
}

fn to_js<T: Serialize>(value: &T) -> Js<JsValue> {
    // Maps as plain objects and `null` for what is absent, as the contract has it.
    let plain = Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    value.serialize(&plain).map_err(JsValue::from)
}

/// A string, or an error that says what was wanted. Taken as `JsValue` so that nothing else reaches
/// the generated glue, which would read past it.
fn string(value: &JsValue, what: &str) -> Js<String> {
    value.as_string().ok_or_else(|| error(Error::new(ErrorCode::UnknownOption, format!("Give {what} as a string."))))
}

/// An object of JavaScript, of which each field is asked for by name. Whatever it does when asked, no exception passes
/// through: it would lock the dossier.
struct Given<'a> {
    object: &'a JsValue,
    /// What it should be.
    what: &'a str,
}

impl<'a> Given<'a> {
    fn new(object: &'a JsValue, what: &'a str) -> Js<Self> {
        let given = Self { object, what };
        if object.is_object() { Ok(given) } else { Err(given.wrong()) }
    }

    fn wrong(&self) -> JsValue {
        error(Error::new(ErrorCode::UnknownOption, format!("This is not {}.", self.what)))
    }

    /// The name of a field that is none of these: a misspelt option should not be lost in silence.
    fn stranger(&self, fields: &[&str]) -> Js<Option<String>> {
        let names = js_sys::Reflect::own_keys(self.object).map_err(|_| self.wrong())?;
        Ok(names.iter().filter_map(|name| name.as_string()).find(|name| !fields.contains(&name.as_str())))
    }

    /// A field, read by `read`; `None` where it is absent.
    fn field<T>(&self, name: &str, read: impl Fn(&JsValue) -> Option<T>) -> Js<Option<T>> {
        let value = js_sys::Reflect::get(self.object, &name.into()).map_err(|_| self.wrong())?;
        if value.is_null() || value.is_undefined() {
            return Ok(None);
        }
        read(&value).map(Some).ok_or_else(|| self.wrong())
    }

    fn text(&self, name: &str) -> Js<Option<String>> {
        self.field(name, JsValue::as_string)
    }

    fn flag(&self, name: &str) -> Js<bool> {
        self.field(name, JsValue::as_bool).map(Option::unwrap_or_default)
    }

    /// A text that must be there.
    fn needed(&self, name: &str) -> Js<String> {
        self.text(name)?.ok_or_else(|| self.wrong())
    }

    fn number(&self, name: &str) -> Js<u32> {
        self.field(name, whole_number)?.ok_or_else(|| self.wrong())
    }
}

fn whole_number(value: &JsValue) -> Option<u32> {
    let n = value.as_f64().filter(|n| n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(n))?;
    Some(n as u32)
}

fn article_of(input: &JsValue) -> Js<view::ArticleInput> {
    let what = "an article input. Give an object with `text` or `html`, and perhaps `outlet`, `title`, `published` \
         and `url`, each a string, and `whole`, true or false";
    let given = Given::new(input, what)?;
    let fields = ["text", "html", "outlet", "title", "published", "url", "whole"];
    if let Some(field) = given.stranger(&fields)? {
        let message = format!("`{field}` is no field of an article input; use {}.", fields.join(", "));
        return Err(error(Error::new(ErrorCode::UnknownOption, message)));
    }
    Ok(view::ArticleInput {
        text: given.text("text")?,
        html: given.text("html")?,
        outlet: given.text("outlet")?,
        title: given.text("title")?,
        published: given.text("published")?,
        url: given.text("url")?,
        whole: given.flag("whole")?,
    })
}

fn correction_of(given: &Given<'_>) -> Js<view::Correction> {
    use view::Correction as C;
    let kind = given.needed("kind")?;
    let (correction, fields): (C, &[&str]) = match kind.as_str() {
        "date" => {
            let (article, published) = (given.needed("article")?, given.needed("published")?);
            (C::Date { article, published }, &["article", "published"])
        }
        "outlet" => {
            let (article, outlet) = (given.needed("article")?, given.needed("outlet")?);
            (C::Outlet { article, outlet }, &["article", "outlet"])
        }
        "merge" => {
            let two = |list: &JsValue| {
                let list = list.dyn_ref::<js_sys::Array>().filter(|l| l.length() == 2)?;
                Some([list.get(0).as_string()?, list.get(1).as_string()?])
            };
            (C::Merge { entities: given.field("entities", two)?.ok_or_else(|| given.wrong())? }, &["entities"])
        }
        "split" => {
            let mention = match given.field("mention", |m| Some(m.clone()))? {
                None => None,
                Some(span) => {
                    let span = Given::new(&span, given.what)?;
                    let (input, start, end) = (span.number("input")?, span.number("start")?, span.number("end")?);
                    Some(view::Span { input, start, end })
                }
            };
            let (entity, form, article) = (given.needed("entity")?, given.text("form")?, given.text("article")?);
            (C::Split { entity, form, article, mention }, &["entity", "form", "article", "mention"])
        }
        "not-a-name" => (C::NotAName { entity: given.needed("entity")? }, &["entity"]),
        "rename" => {
            let (entity, name) = (given.needed("entity")?, given.needed("name")?);
            (C::Rename { entity, name }, &["entity", "name"])
        }
        "retype" => {
            let (entity, kind) = (given.needed("entity")?, given.needed("type")?);
            (C::Retype { entity, kind }, &["entity", "type"])
        }
        _ => return Err(given.wrong()),
    };
    match given.stranger(&[fields, &["kind"]].concat())? {
        None => Ok(correction),
        Some(_) => Err(given.wrong()),
    }
}

fn error(e: Error) -> JsValue {
    let js = js_sys::Error::new(&e.message);
    // Setting a property on a fresh Error can't fail.
    let _ = js_sys::Reflect::set(&js, &"code".into(), &e.code.name().into());
    js.into()
}
