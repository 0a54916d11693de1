//! F4: dependency trees, and [`Parse`], the face of an article to all higher floors.

mod deprel;
mod parse;
mod parser;

pub use deprel::Deprel;
pub use parse::{Parse, Tree};
pub use parser::parse;
