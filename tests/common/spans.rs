//! The law of spans, which the tests and the fuzzer hold every answer to.

use serde_json::Value;
use std::collections::BTreeMap;
use synoptic::view::View;

/// Every span of the contract lies in its text, on character borders, and holds words.
pub(crate) fn check_spans(view: &View, value: &Value) {
    let mut borders = BTreeMap::new();
    for input in 0.. {
        let Ok(text) = view.text(input) else { break };
        let mut fits = vec![false; text.encode_utf16().count() + 1];
        let mut at = 0;
        for c in text.chars() {
            fits[at] = true;
            at += c.len_utf16();
        }
        fits[at] = true;
        borders.insert(input as u64, fits);
    }
    each_span(value, "", &mut |path, input, start, end| {
        let fits = borders.get(&input).unwrap_or_else(|| panic!("{path}: no input {input}"));
        let border = |n: u64| fits.get(n as usize).copied().unwrap_or(false);
        assert!(start < end && border(start) && border(end), "{path}: {input}:{start}-{end} of {}", fits.len() - 1);
    });
}

/// Each span of a value, with the way to it, its input, start and end.
pub(crate) fn each_span(value: &Value, path: &str, f: &mut impl FnMut(&str, u64, u64, u64)) {
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(i, v)| each_span(v, &format!("{path}[{i}]"), f)),
        Value::Object(fields) => {
            if let (Some(input), Some(start), Some(end)) = (fields.get("input"), fields.get("start"), fields.get("end"))
            {
                f(path, input.as_u64().unwrap(), start.as_u64().unwrap(), end.as_u64().unwrap());
            }
            fields.iter().for_each(|(name, v)| each_span(v, &format!("{path}.{name}"), f));
        }
        _ => {}
    }
}
