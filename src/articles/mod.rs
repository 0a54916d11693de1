//! F2: raw text or HTML → articles, with furniture dropped and said so.

mod article;
mod byline;
mod cue;
mod html;
mod language;
mod line;
mod outlet;
mod page;
mod published;
mod read;
mod shape;
mod sketch;
mod split;
mod stamp;

pub use article::{Article, Basis, Dropped, Given, Outlet, Published, Raw, Reading};
pub use read::read;
pub use sketch::Sketch;
