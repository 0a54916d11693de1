#![no_main]
//! Any bytes as a page.

use synoptic::view::{ArticleInput, View};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut view = View::default();
    let html = Some(String::from_utf8_lossy(bytes).into_owned());
    let _ = view.add(&ArticleInput { html, ..ArticleInput::default() });
    synoptic_fuzz::probe(&mut view);
});
