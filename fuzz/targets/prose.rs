#![no_main]
//! Two articles of the words that news is made of, one of them dated; a zero parts them.

use synoptic::view::{ArticleInput, View};
use synoptic_fuzz::{probe, prose, text};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (first, second) = bytes.split_at(bytes.iter().position(|&b| b == 0).unwrap_or(bytes.len() / 2));
    let mut view = View::default();
    let published = Some("2031-05-12".to_owned());
    let _ = view.add(&ArticleInput { published, ..text(prose(first)) });
    let _ = view.add(&text(prose(second)));
    probe(&mut view);
});
