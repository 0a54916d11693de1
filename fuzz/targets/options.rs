#![no_main]
//! Any JSON at the doors that take values: articles and corrections.

use synoptic::view::{ArticleInput, Correction, View};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut view = View::default();
    let _ = view.add(&synoptic_fuzz::text(String::from_utf8_lossy(bytes).into_owned()));
    if let Ok(input) = serde_json::from_slice::<ArticleInput>(bytes) {
        let _ = view.add(&input);
    }
    if let Ok(correction) = serde_json::from_slice::<Correction>(bytes) {
        let _ = view.correct(&correction);
    }
    let _ = view.export(&String::from_utf8_lossy(bytes));
    let _ = view.remove(&String::from_utf8_lossy(bytes));
    synoptic_fuzz::probe(&mut view);
});
