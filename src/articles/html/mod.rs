//! Web pages: main text, furniture and metadata.

mod content;
mod dom;
mod meta;
mod page;
mod parts;
#[cfg(test)]
mod tests;
mod title;

pub(super) use page::read;
