//! F2: blocks → tokens → sentences, Universal Dependencies tokenisation with exact spans.
//!
//! White space parts chunks; [`chunk`] cuts a chunk at punctuation, [`word`] says how far a
//! word reaches and where it is cut again (clitics, units), [`sentences`] groups the tokens, and
//! where no mark stands asks [`gap`], which has learnt where lines of mail and captions end.
//! Every step looks at each byte a bounded number of times.

mod chunk;
mod gap;
#[cfg(feature = "train")]
mod learn;
mod markup;
mod sentences;
mod token;
mod tokenize;
mod word;

#[cfg(feature = "train")]
pub use learn::{Marked, learn_splitter};
pub use token::{Sentence, Token, Tokens};
pub use tokenize::tokenize;
