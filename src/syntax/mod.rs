//! F4: dependency trees, and [`Parse`], the face of an article to all higher floors.

mod deprel;
mod features;
#[cfg(feature = "train")]
mod oracle;
mod parse;
mod parser;
#[cfg(feature = "train")]
pub mod train;
mod transition;
mod tree;

pub use deprel::Deprel;
pub use parse::Parse;
pub use parser::parse;
pub use tree::Tree;
