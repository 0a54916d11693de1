//! F2: raw text or HTML → articles, with furniture dropped and said so.

mod article;
mod read;

pub use article::{Article, Basis, Dropped, Given, Outlet, Published, Raw, Reading};
pub use read::read;
