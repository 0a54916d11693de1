//! The rules of time expressions, by subject. How they read: [`super::times::TimeRule`].

mod calendar;
mod clock;
mod friends;
mod macros;
mod relative;
mod spans;
mod vague;

pub(super) use calendar::CALENDAR;
pub(super) use clock::CLOCK;
pub(super) use friends::FRIENDS;
pub(super) use macros::MACROS;
pub(super) use relative::RELATIVE;
pub(super) use spans::SPANS;
pub(super) use vague::VAGUE;
