//! The agency slug or dateline at the head of a story: "OSLO, March 3 (Agency) - ...".

use super::order::Order;
use super::{Written, dates_in};
use crate::articles::{Basis, Outlet};
use crate::english::English;
use crate::text::{Span, fold};

/// What stands before the dash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::articles) struct Dateline {
    /// The agency or outlet, with its usual name; stated if it is known, else inferred.
    pub outlet: Option<Outlet>,
    /// Day and month, seldom the year.
    pub date: Option<Written>,
    /// Its words and the dash behind them.
    pub span: Span,
}

/// Longest dateline in bytes.
const LONGEST: usize = 90;

/// Reads the head of a paragraph.
pub(in crate::articles) fn dateline(english: &English, text: &str, paragraph: Span) -> Option<Dateline> {
    let source = paragraph.of(text);
    let mut limit = source.len().min(LONGEST);
    while !source.is_char_boundary(limit) {
        limit -= 1;
    }
    let head = &source[..limit];
    let dash = ["—", "–", " - ", " -- ", ") -", "_ ", ": "]
        .into_iter()
        .filter_map(|d| head.find(d).map(|at| at + usize::from(d == ") -")))
        .min()?;
    let end = dash + head[dash..].find(|c: char| !matches!(c, ' ' | '-' | '–' | '—' | '_' | ':')).unwrap_or(0);
    let extent = Span::new(paragraph.start as usize, paragraph.start as usize + head[..end].trim_end().len());
    let slug = head[..dash].trim_end_matches([' ', '-']);
    let start = paragraph.start as usize;
    // "(Agency)", closing the slug or alone.
    let open = slug.rfind('(');
    let bracket = open.and_then(|open| {
        let inner = slug[open + 1..].strip_suffix(')')?;
        let form = inner.split('/').next()?.trim();
        let at = start + open + 1;
        Some((form, Span::new(at, at + form.len())))
    });
    let before = slug[..open.filter(|_| bracket.is_some()).unwrap_or(slug.len())].trim();
    let place = before.split([',', '/']).next().unwrap_or("").trim();
    let upper = |s: &str| {
        let letters = s.chars().filter(|c| c.is_alphabetic());
        s.chars().filter(|c| c.is_alphabetic()).count() >= 2 && letters.clone().all(char::is_uppercase)
    };
    let whole = Span::new(start, start + before.len());
    let date = dates_in(english, text, whole, Order::Unknown).pop();
    if let Some((form, span)) = bracket {
        let known = english.reader.agency(&form.to_lowercase());
        let shaped = upper(place) || place.is_empty() && known.is_some() || known.is_some() && before.len() < 40;
        if !shaped || form.is_empty() || form.split(' ').count() > 4 {
            return None;
        }
        let name = known.map_or_else(|| form.to_owned(), str::to_owned);
        let outlet = Some(Outlet { name, span: Some(span), basis: Basis::Stated });
        return Some(Dateline { outlet, date, span: extent });
    }
    // "Manila, 13 October 2025 - Rescuers": the day before the dash makes it one without capitals.
    if dated_place(english, before, date.as_ref(), start) {
        return Some(Dateline { outlet: None, date, span: extent });
    }
    let wire = english.reader.wire_slugs.binary_search(&before.to_lowercase().as_str()).is_ok();
    if !upper(place) || wire || before.split_whitespace().count() > 7 {
        return None;
    }
    let known = english.reader.agency(&before.to_lowercase());
    let folded = place.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-");
    let is_place = before.contains(',') || english.reader.is_dateline_place(&folded);
    // A colon after a word in capitals is no dateline unless the place is known ("NOTE: ...").
    if head[dash..].starts_with(':') && !is_place && known.is_none() {
        return None;
    }
    let span = Span::new(start, start + before.len());
    let named = |name: String, basis| Some(Outlet { name, span: Some(span), basis });
    let outlet = match known.or_else(|| english.reader.outlet(&before.to_lowercase())) {
        Some(name) => named(name.to_owned(), Basis::Stated),
        None if is_place || place_told(english, text, before) => None,
        None => named(titled(before), Basis::Inferred),
    };
    Some(Dateline { outlet, date, span: extent })
}

/// True for names that are no weekday, a comma, and a day at the end of all that stands before the dash.
fn dated_place(english: &English, before: &str, date: Option<&Written>, start: usize) -> bool {
    let Some(date) = date.filter(|d| d.day.is_some() && d.span.end as usize == start + before.len()) else {
        return false;
    };
    let place = before[..date.span.start as usize - start].trim_end();
    let name = |w: &str| w.starts_with(char::is_uppercase) && !english.reader.is_weekday(&w.to_lowercase());
    let names = place.trim_end_matches(',').split([' ', ',']).filter(|w| !w.is_empty());
    place.ends_with(',') && names.clone().count() > 0 && names.clone().all(name)
}

/// True for words in capitals that name a place, not an outlet: a gazetteer knows them, the text says that something
/// is or goes there, or they are several and none is a word that outlets bear.
fn place_told(english: &English, text: &str, capitals: &str) -> bool {
    let folded = fold(capitals);
    let several = folded.contains(' ') && !folded.split(' ').any(|w| english.reader.is_outlet_word(w));
    let name = capitals.split_whitespace().map(capitalised).collect::<Vec<_>>().join(" ");
    let there = |before: &&str| text.contains(&format!(" {before} {name}"));
    several || english.places.get(&folded).is_some() || english.reader.before_places.iter().any(there)
}

/// A name in capitals as it would stand in a text: "EVENING POST" → "Evening Post"; a short one alone is kept.
fn titled(name: &str) -> String {
    let several = name.contains(' ');
    let word = |w: &str| if several || w.chars().count() > 4 { capitalised(w) } else { w.to_owned() };
    name.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// "POST" → "Post".
fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
    first.to_owned() + &rest.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines() {
        for (head, outlet, month_day) in [
            // ok:
            ("OSLO, March 3 (Reuters) - The storm", Some("Reuters"), Some((3, 3))),
            ("OSLO March 3 (Reuters) - The storm has", Some("Reuters"), Some((3, 3))),
            ("LIMA, Peru (AP) — Thousands", Some("Associated Press"), None),
            ("(AFP) - Thousands", Some("AFP"), None),
            ("CAIRO: Thousands marched", None, None),
            ("WELLINGTON — Thousands marched", None, None),
            ("EVENINGPOST - Thousands marched", Some("Eveningpost"), None),
            ("EVENING POST - Thousands marched", Some("Evening Post"), None),
            ("PORT LANE — Thousands marched", None, None),
            ("LOMO — Thousands marched to Lomo", None, None),
            ("Oslo, March 3, 2021 - Thousands marched", None, Some((3, 3))),
            ("Port Lane, Norway, 3 March — Thousands marched", None, Some((3, 3))),
        ] {
            let got = dateline(English::shared(), head, Span::new(0, head.len()));
            let got = got.unwrap_or_else(|| panic!("no dateline: {head}"));
            assert_eq!(got.outlet.map(|o| o.name).as_deref(), outlet, "{head}");
            assert_eq!(got.date.map(|d| (d.month, d.day.unwrap_or(0))), month_day, "{head}");
        }
        for head in [
            // no:
            "The storm - the worst in years - has passed.",
            "NOTE: figures are rounded.",
            "He said (again) - and meant it - that",
            "US officials – two of them – said",
            "Monday, March 3, 2021 - the day of the vote - was quiet.",
            "The vote of March 3 - the first in years - was quiet.",
            "Oslo fell on March 3 - and rose again.",
        ] {
            assert_eq!(dateline(English::shared(), head, Span::new(0, head.len())), None, "{head}");
        }
    }
}
