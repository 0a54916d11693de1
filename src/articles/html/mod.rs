//! Web pages: main text, furniture and metadata.

mod content;
mod dom;
mod meta;
mod page;
mod parts;
mod title;

pub(super) use page::read;
