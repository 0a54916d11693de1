//! Synoptic reads several news articles about one event and shows who is in
//! them, what happened when, and where the accounts differ, each finding tied
//! to the exact words that carry it.
//!
//! The way of a datum, floor by floor (a file imports its own folder and lower
//! floors only; `tests/layers.rs` holds it to that):
//!
//! | floor | folder | what it makes |
//! |---|---|---|
//! | F1 | [`text`] | spans (bytes, half-open), ids, blocks, notes, byte → UTF-16 |
//! | F1 | [`dates`] | civil days, ranges of days, EDTF |
//! | F1 | [`english`] | all that is English: word lists, weights, calendar names |
//! | F1 | [`linear`] | the linear model: features, weights, scoring |
//! | F2 | [`articles`] | raw text or HTML → articles |
//! | F2 | [`tokens`] | blocks → tokens → sentences |
//! | F3 | [`tags`] | UPOS, features, lemmas |
//! | F4 | [`syntax`] | dependency trees |
//! | F4 | [`times`] | TIMEX3 expressions, found and resolved |
//! | F5 | [`entities`] | names, mentions, coreference, entities across articles |
//! | F6 | [`claims`] | who says what: attribution, stance, slots |
//! | F6 | [`events`] | events and the timeline across articles |
//! | F7 | [`compare`] | dependence of articles, alignment, differences |
//! | F8 | [`dossier`] | the only file that knows the order of the stages |
//! | F9 | [`view`] | plain structs for JavaScript, UTF-16 offsets |
//! | F10 | `wasm` | the only file that knows wasm-bindgen |
//!
//! Start at [`dossier::Dossier`].

pub mod articles;
pub mod claims;
pub mod compare;
pub mod dates;
pub mod dossier;
pub mod english;
pub mod entities;
pub mod events;
pub use synoptic_linear as linear;
pub mod syntax;
pub mod tags;
pub mod text;
pub mod times;
pub mod tokens;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
