//! F4: dependency trees, and [`Parse`], the face of an article to all higher floors.

mod deprel;
mod parse;
mod parser;
mod tree;

pub use deprel::Deprel;
pub use parse::Parse;
pub use parser::parse;
pub use tree::Tree;
