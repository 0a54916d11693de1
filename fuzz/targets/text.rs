#![no_main]
//! Any bytes, decoded as a browser decodes them, as one article.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut view = synoptic::view::View::default();
    let _ = view.add(&synoptic_fuzz::text(String::from_utf8_lossy(bytes).into_owned()));
    synoptic_fuzz::probe(&mut view);
});
