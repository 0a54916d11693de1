//! The sentences in which a date shows its working.

/// The words hold the date.
pub fn stated(value: &str) -> String {
    format!("The words say it: {value}.")
}

/// Counted from publication.
pub fn from_publication(words: &str, published: &str, value: &str) -> String {
    format!("Published {published}; “{words}”, counted from there: {value}.")
}

/// Counted from another expression.
pub fn from_story(words: &str, anchor: &str, value: &str) -> String {
    format!("“{words}”, counted from the date told before it, {anchor}: {value}.")
}

/// Counted from the expression behind it.
pub fn from_next(words: &str, next: &str, value: &str) -> String {
    format!("“{words}”, counted from “{next}” behind it: {value}.")
}

/// A year that was left out.
pub fn year_left_out(value: &str, published: &str) -> String {
    format!("The words give no year; with publication on {published} the best reading is {value}.")
}

/// A year taken from the story.
pub fn year_of_story(anchor: &str) -> String {
    format!("The words give no year; it is taken from the date told before, {anchor}.")
}

/// Nothing to count from.
pub fn no_anchor() -> String {
    "The publication date is not known, so the words cannot be placed.".to_owned()
}

/// "the night before", where no day is told that it follows.
pub fn no_day_before(words: &str) -> String {
    format!("“{words}” follows a day or an event that this article does not date.")
}

/// What hangs on something that is not dated.
pub fn unplaced(words: &str) -> String {
    format!("“{words}” hangs on something that this article does not date.")
}

/// More than anyone counts.
pub fn too_long(words: &str) -> String {
    format!("“{words}” is longer than the calendar: there is no such date.")
}

/// The day falls on another weekday than the words say, both counted from Monday, 1.
pub fn other_weekday(is: usize, told: usize) -> String {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let day = |n: usize| DAYS[n.saturating_sub(1) % 7];
    format!("That day is a {}, no {}: one of the two is wrong.", day(is), day(told))
}

/// Two clock times told as one moment, which they are not.
pub fn two_zones(first: &str, then: &str) -> String {
    format!("“{first}” and “{then}” are not one moment: one of the two is wrong.")
}

/// A vague word.
pub fn vague(words: &str, days: Option<&str>) -> String {
    match days {
        Some(days) => format!("“{words}” is vague; all that it says is {days}."),
        None => format!("“{words}” is vague, and the publication date is not known."),
    }
}

/// A length of time.
pub fn length(words: &str) -> String {
    format!("“{words}” says how long, not when.")
}

/// A repetition.
pub fn repeated(words: &str) -> String {
    format!("“{words}” says how often, not when.")
}

/// No such date.
pub fn impossible(words: &str) -> String {
    format!("“{words}” is no date of the calendar.")
}

/// Out of the calendar.
pub fn out_of_calendar(words: &str) -> String {
    format!("“{words}” leads outside the years 1 to 9999: there is no such date.")
}

/// A publication date that is itself a range.
pub fn publication_uncertain(published: &str) -> String {
    format!("The publication date is only known as {published}; every day in it was tried.")
}

/// A weekday told with the one behind it.
pub fn day_before(words: &str, next: &str, value: &str) -> String {
    format!("“{words}” is told with “{next}”, the day behind it: {value}.")
}

/// Placed by what is told before and after.
pub fn between(before: &str, after: &str, value: &str) -> String {
    format!("No date is told for it; it stands between “{before}” and “{after}”: {value}.")
}

/// Placed before what was told just now, where the story goes back.
pub fn going_back(before: &str, value: &str) -> String {
    format!("No date is told for it; the story goes back here, to before “{before}”: {value}.")
}
