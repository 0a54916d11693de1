#![no_main]
//! Two names: the answer is the same either way round, between 0 and 1, and a name is itself.

use synoptic::view::same_name;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let whole = String::from_utf8_lossy(bytes);
    let (a, b) = whole.split_once('\n').unwrap_or((&whole, ""));
    let (there, back) = (same_name(a, b), same_name(b, a));
    assert_eq!((there.same, there.score), (back.same, back.score), "{a:?} {b:?}");
    assert!((0.0..=1.0).contains(&there.score));
});
