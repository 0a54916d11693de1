//! F2: blocks → tokens → sentences, Universal Dependencies tokenisation with exact spans.

mod token;
mod tokenize;

pub use token::{Sentence, Token, Tokens};
pub use tokenize::tokenize;
