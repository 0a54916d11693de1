//! Newtype indices, so that a token's number can't be taken for a sentence's.

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// From a place in a vector.
            pub fn new(i: usize) -> Self {
                Self(i as u32)
            }

            /// The place in its vector.
            pub fn ix(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

index! {
    /// An article's place in the dossier.
    ArticleIx,
    /// A sentence's place in its article.
    SentenceIx,
    /// A token's place in its article.
    TokenIx,
    /// A time expression's place in its article.
    TimexIx,
    /// A mention's place in its article.
    MentionIx,
    /// An entity's place in the dossier.
    EntityIx,
    /// An event mention's place in its article.
    EventIx,
    /// A claim's place in its article.
    ClaimIx,
}
