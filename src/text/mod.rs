//! F1: spans, ids, blocks and notes; the text itself is owned by the dossier.

mod arrange;
mod block;
mod fold;
mod gather;
mod id;
mod note;
mod readable;
mod span;
mod utf16;

pub use arrange::{Arrange, back, sort_unique};
pub use block::{Block, BlockKind};
pub use fold::{fold, hash, word_hash};
pub use gather::Gather;
pub use id::{ArticleIx, ClaimIx, EntityIx, EventIx, MentionIx, SentenceIx, TimexIx, TokenIx};
pub use note::Note;
pub use readable::{char_at, char_from, each_char, has_words, is_blank, is_text, words_in};
pub use span::Span;
pub use utf16::Utf16;
