#![no_main]
//! A sentence of figures and words of time, read on a day.

use synoptic::view::{ArticleInput, View};
use synoptic_fuzz::{check_spans, prose, text};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let [century, year, month, day, rest @ ..] = bytes else { return };
    let published = format!("{:02}{:02}-{:02}-{:02}", century % 100, year % 100, month % 12 + 1, day % 28 + 1);
    let words = String::from_utf8(rest.to_vec()).unwrap_or_else(|_| prose(rest));
    let mut view = View::default();
    let _ = view.add(&ArticleInput { published: Some(published), ..text(words) });
    let timeline = serde_json::to_value(view.timeline()).expect("a timeline is a value");
    check_spans(&view, &timeline);
});
