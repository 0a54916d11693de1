//! The sentences in which a date shows its working.

/// The words hold the date.
pub fn stated(value: &str) -> String {
    format!("The words say it: {value}.")
}

/// Counted from publication.
pub fn from_publication(published: &str, value: &str) -> String {
    format!("Published {published}; counted from there: {value}.")
}

/// Counted from another expression.
pub fn from_story(anchor: &str, value: &str) -> String {
    format!("Counted from the date told before it, {anchor}: {value}.")
}

/// A year that was left out.
pub fn year_left_out(year: &str, published: &str) -> String {
    format!("The words give no year; {year} fits best with publication on {published}.")
}

/// A year taken from the story.
pub fn year_of_story(anchor: &str) -> String {
    format!("The words give no year; it is taken from the date told before, {anchor}.")
}

/// Nothing to count from.
pub fn no_anchor() -> String {
    "The publication date is not known, so the words cannot be placed.".to_owned()
}

/// A vague word.
pub fn vague() -> String {
    "The words are vague; only the outer bounds are given.".to_owned()
}

/// A length of time.
pub fn length(value: &str) -> String {
    format!("A length of time: {value}.")
}

/// A repetition.
pub fn repeated(value: &str) -> String {
    format!("A time that comes again: {value}.")
}

/// No such date.
pub fn impossible(words: &str) -> String {
    format!("“{words}” is no date of the calendar.")
}

/// Out of the calendar.
pub fn out_of_calendar(words: &str) -> String {
    format!("“{words}” leads outside the years 1 to 9999.")
}

/// A publication date that is itself a range.
pub fn publication_uncertain(published: &str) -> String {
    format!("The publication date is only known as {published}; every day in it was tried.")
}

/// Placed by what is told before and after.
pub fn between(before: &str, after: &str, value: &str) -> String {
    format!("No date is told for it; it stands between “{before}” and “{after}”: {value}.")
}
