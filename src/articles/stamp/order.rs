//! Whether a text's numbers have the day before the month, or the month before the day.

use super::words;
use crate::english::English;
use crate::text::Span;

/// Which of two numbers before a year is the month, where both can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::articles) enum Order {
    /// Nothing tells; such a date is one of two.
    #[default]
    Unknown,
    /// 9/12/2024 is the ninth of December.
    DayFirst,
    /// 9/12/2024 is the twelfth of September.
    MonthFirst,
}

/// What is known of a text from outside it.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::articles) struct Place<'a> {
    /// Where it stood.
    pub url: Option<&'a str>,
    /// Who published it.
    pub outlet: Option<&'a str>,
    /// Language and region, as `en-GB` or `en_US`.
    pub locale: Option<&'a str>,
}

/// Longest line that is looked at for numbers.
const LONGEST: usize = 160;

/// The order in a text. Surest first: its own numbers that can be read one way only; the country
/// of its address or outlet; its declared region; its time zone; how it writes dates in words,
/// and how it spells.
pub(in crate::articles) fn order(
    english: &English,
    text: &str,
    lines: impl Iterator<Item = Span>,
    place: Place<'_>,
) -> Order {
    let reader = &english.reader;
    let (mut zone, mut worded, mut spelt) = (Order::Unknown, [0u32; 2], [0u32; 2]);
    for line in lines {
        let all = words(text, line);
        for (i, word) in all.iter().enumerate() {
            spelt[0] += u32::from(reader.british.binary_search(&word.low.as_str()).is_ok());
            spelt[1] += u32::from(reader.american.binary_search(&word.low.as_str()).is_ok());
            if reader.month(&word.low).is_some() {
                let number = |k: Option<usize>| k.and_then(|k| all.get(k)).is_some_and(|w| is_day(&w.low));
                let year =
                    all.get(i + 1).is_some_and(|w| w.low.len() == 4 && w.low.bytes().all(|b| b.is_ascii_digit()));
                worded[0] += u32::from(number(i.checked_sub(1)) && year);
                worded[1] += u32::from(number(Some(i + 1)));
            }
            if line.len() > LONGEST {
                continue;
            }
            if word.form.len() <= 10 && word.form.matches('/').count() == 2 {
                let mut parts = word.form.split('/').map(|p| p.parse::<i16>().unwrap_or(0));
                match (parts.next(), parts.next(), parts.next()) {
                    (Some(13..=31), Some(1..=12), Some(1600..)) => return Order::DayFirst,
                    (Some(1..=12), Some(13..=31), Some(1600..)) => return Order::MonthFirst,
                    _ => {}
                }
            }
            let upper = word.form.len() >= 2 && word.form.bytes().all(|b| b.is_ascii_uppercase());
            match reader.zone(&word.low).filter(|_| upper) {
                Some(None | Some(-480..=-240)) => zone = Order::MonthFirst,
                Some(Some(_)) if zone == Order::Unknown => zone = Order::DayFirst,
                _ => {}
            }
        }
    }
    let known =
        [place.url.and_then(host).and_then(of_host), place.outlet.and_then(of_host), place.locale.and_then(of_region)];
    if let Some(order) = known.into_iter().flatten().next() {
        return order;
    }
    if zone != Order::Unknown {
        return zone;
    }
    match (worded, spelt) {
        // Who writes "9 December 2024" writes the month first in no numbers.
        ([d, m], _) if d > m => Order::DayFirst,
        ([d, m], [british, american]) if m > d && american > british => Order::MonthFirst,
        ([0, 0], [british, american]) if american == 0 && british >= 2 => Order::DayFirst,
        _ => Order::Unknown,
    }
}

fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    (1..=2).contains(&digits.len()) && digits.parse::<u8>().is_ok_and(|d| (1..=31).contains(&d))
}

fn host(url: &str) -> Option<&str> {
    url.split_once("://").and_then(|(_, rest)| rest.split(['/', ':', '?', '#']).next())
}

/// A country's own addresses: all but a few countries write the day first.
fn of_host(host: &str) -> Option<Order> {
    let (name, top) = host.rsplit_once('.')?;
    let top = top.to_ascii_lowercase();
    let name = !name.is_empty() && top.bytes().all(|b| b.is_ascii_lowercase()) && !host.contains(' ');
    match top.as_str() {
        "us" | "gov" | "mil" | "ph" => Some(Order::MonthFirst),
        // Country codes that are sold to the whole world tell nothing.
        "ai" | "co" | "fm" | "io" | "ly" | "me" | "to" | "tv" => None,
        _ => (name && top.len() == 2).then_some(Order::DayFirst),
    }
}

/// The order in a region; a language without one tells nothing.
fn of_region(locale: &str) -> Option<Order> {
    let region = locale.split(['-', '_']).skip(1).find(|r| r.len() == 2)?;
    Some(if matches!(region.to_ascii_uppercase().as_str(), "US" | "PH") { Order::MonthFirst } else { Order::DayFirst })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, place: Place<'_>, want: Order) {
        let lines = text.split('\n').scan(0, |at, l| {
            let span = Span::new(*at, *at + l.len());
            *at += l.len() + 1;
            Some(span)
        });
        assert_eq!(order(English::shared(), text, lines, place), want, "{text} {place:?}");
    }

    #[test]
    fn orders() {
        let none = Place::default();
        let at = |url| Place { url: Some(url), ..none };
        let by = |outlet| Place { outlet: Some(outlet), ..none };
        let in_region = |locale| Place { locale: Some(locale), ..none };
        check("23/5/2020, updated 9/12/2020", at("https://news.example.us/a"), Order::DayFirst);
        check("5/23/2020", none, Order::MonthFirst);
        check("9/12/2020 10:00 ET", none, Order::MonthFirst);
        check("9/12/2020 10:00 IST", none, Order::DayFirst);
        check("9/12/2020 10:00", at("https://news.example.uk/a"), Order::DayFirst);
        check("9/12/2020", at("https://county.example.gov"), Order::MonthFirst);
        check("9/12/2020", at("https://startup.example.io"), Order::Unknown);
        check("9/12/2020", by("Gazette.az"), Order::DayFirst);
        check("9/12/2020", by("The Gazette Inc. of Xy"), Order::Unknown);
        check("9/12/2020", in_region("en_US"), Order::MonthFirst);
        check("9/12/2020", in_region("en-GB"), Order::DayFirst);
        check("9/12/2020", in_region("en"), Order::Unknown);
        check("9/12/2020\nThe court ruled on 4 December 2020.", none, Order::DayFirst);
        check("9/12/2020\nThe labor center opened on December 4, 2020.", none, Order::MonthFirst);
        // Written so from Delhi to Nairobi, where numbers have the day first.
        check("9/12/2020\nThe labour centre opened on December 4, 2020.", none, Order::Unknown);
        check("9/12/2020\nThe labour centre will open, the defence minister said.", none, Order::DayFirst);
        check("9/12/2020 10:00", none, Order::Unknown);
    }
}
