//! What the timeline says to the reader: why days exclude each other, how a day was counted.

use super::events::{EventsWords, Link};

impl EventsWords {
    /// Why dates cannot all be true.
    pub fn conflict(&self, a: &str, b: &str) -> String {
        format!("One account puts it at {a}, another at {b}; both cannot be right.")
    }

    /// Why an order told and the days told cannot both be right; `other` is the word for the other event.
    pub fn disorder(&self, before: bool, other: &str) -> String {
        let (told, dated) = if before { ("before", "after") } else { ("after", "before") };
        format!("One account puts it {told} “{other}”, but the days told put it {dated}; both cannot be right.")
    }

    /// Why nothing is dated by what is counted round in a circle.
    pub fn circle(&self) -> String {
        "It is counted from an event that is itself counted from it, and the two counts do not agree; neither is used."
            .to_owned()
    }

    /// Working of an expression that hangs on an event.
    pub fn hangs_on(&self, link: Option<Link>, amount: &str, event: &str, date: &str, result: &str) -> String {
        let how = match link {
            Some(Link::Before) => format!("{amount} before"),
            Some(Link::After) => format!("{amount} after"),
            Some(Link::Within) => format!("within {amount} of"),
            None => format!("“{amount}”"),
        };
        format!("Counted from “{event}”, which is dated {date}: {how} → {result}.")
    }

    /// Working of an expression that hangs on an event which only this expression dates.
    pub fn hangs_back(&self, amount: &str, event: &str, result: &str) -> String {
        format!("“{event}” is counted back, by “{amount}”, from what happened on {result}.")
    }

    /// Working of a clock time that has its day from its event.
    pub fn on_day_of(&self, clock: &str, event: &str, result: &str) -> String {
        format!("“{clock}” is told of “{event}”, whose day is known: {result}.")
    }

    /// A count from what nothing dates.
    pub fn no_day_of(&self, amount: &str, event: &str) -> String {
        format!("“{amount}” is counted from “{event}”, of which no day was found.")
    }

    /// What other accounts leave of an expression's days.
    pub fn sharpened(&self, days: &str) -> String {
        format!("What the other accounts tell of the same event leaves {days}.")
    }

    /// Where the event got its date.
    pub fn dated_by(&self, words: &str) -> String {
        format!("That date is told elsewhere: “{words}”.")
    }
}
