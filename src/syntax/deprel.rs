//! The relations of Universal Dependencies v2 as used for English.

macro_rules! deprels {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// Dependency relation; the subtypes that English uses stand beside their parents.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum Deprel { $($variant,)* #[default] Dep }

        impl Deprel {
            /// All, in the order of their numbers.
            pub const ALL: &[Deprel] = &[$(Deprel::$variant,)* Deprel::Dep];

            /// As written in CoNLL-U.
            pub fn name(self) -> &'static str {
                match self { $(Deprel::$variant => $name,)* Deprel::Dep => "dep" }
            }

            /// The relation of that name; a subtype unknown here becomes its parent.
            pub fn from_name(name: &str) -> Deprel {
                match name {
                    $($name => Deprel::$variant,)*
                    _ => match name.split_once(':') {
                        Some((parent, _)) => Deprel::from_name(parent),
                        None => Deprel::Dep,
                    },
                }
            }
        }
    };
}

deprels! {
    Root "root", Acl "acl", AclRelcl "acl:relcl", Advcl "advcl", AdvclRelcl "advcl:relcl", Advmod "advmod", Amod "amod",
    Appos "appos", Aux "aux", AuxPass "aux:pass", Case "case", Cc "cc", CcPreconj "cc:preconj", Ccomp "ccomp",
    Compound "compound", CompoundPrt "compound:prt", Conj "conj", Cop "cop", Csubj "csubj", CsubjOuter "csubj:outer",
    CsubjPass "csubj:pass", Det "det", DetPredet "det:predet", Discourse "discourse", Dislocated "dislocated",
    Expl "expl", Fixed "fixed", Flat "flat", Goeswith "goeswith", Iobj "iobj", List "list", Mark "mark",
    NmodDesc "nmod:desc", Nmod "nmod", NmodPoss "nmod:poss", NmodUnmarked "nmod:unmarked", Nsubj "nsubj",
    NsubjOuter "nsubj:outer", NsubjPass "nsubj:pass", Nummod "nummod", Obj "obj", Obl "obl", OblAgent "obl:agent",
    OblUnmarked "obl:unmarked", Orphan "orphan", Parataxis "parataxis", Punct "punct", Reparandum "reparandum",
    Vocative "vocative", Xcomp "xcomp",
}
