//! Errors that cross to JavaScript: a stable code and a sentence saying what to do.

/// What went wrong at a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorCode {
    /// Neither text nor html, or no words in it.
    EmptyInput,
    /// More text than is read at once.
    TooLarge,
    /// No article has that id.
    UnknownArticle,
    /// No input has that number.
    UnknownInput,
    /// No entity has that id.
    UnknownEntity,
    /// An option or its value is not known.
    UnknownOption,
    /// A date that is none.
    BadDate,
    /// A correction that would change nothing.
    NoEffect,
    /// A name that another entity bears.
    NameTaken,
}

impl ErrorCode {
    /// The code as JavaScript sees it.
    pub fn name(self) -> &'static str {
        match self {
            Self::EmptyInput => "empty-input",
            Self::TooLarge => "too-large",
            Self::UnknownArticle => "unknown-article",
            Self::UnknownInput => "unknown-input",
            Self::UnknownEntity => "unknown-entity",
            Self::UnknownOption => "unknown-option",
            Self::BadDate => "bad-date",
            Self::NoEffect => "no-effect",
            Self::NameTaken => "name-taken",
        }
    }
}

/// An error with its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Stable code.
    pub code: ErrorCode,
    /// A sentence that says what to do.
    pub message: String,
}

impl Error {
    /// Pairs a code with its sentence.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
