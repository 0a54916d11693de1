//! English words that say whether what follows them happened: denials, suspicions, rumours.

use super::list::list;

/// Words around a clause that keep it from being told as a fact; lists are sorted.
#[derive(Debug)]
pub struct MoodWords {
    /// Verbs after which a clause is denied: "denied that", "rejected reports that". Forms, as headlines have them taken
    /// for nouns.
    pub deniers: Vec<&'static str>,
    /// Verbs that deny what is reported, as the deniers do: "dismissed reports that".
    pub dismissers: Vec<&'static str>,
    /// Verbs that charge somebody with what follows: "accused of", "suspect that".
    pub allegers: Vec<&'static str>,
    /// Verbs that free somebody of it: "acquitted of".
    pub acquitters: Vec<&'static str>,
    /// Between such a verb and the deed.
    pub deed_links: Vec<&'static str>,
    /// Participles before "to have done": it is thought, not known.
    pub guesses: Vec<&'static str>,
    /// Opens a clause that tells what is said, denied or true.
    pub that: &'static str,
    /// The perfect in "to have done".
    pub have: &'static str,
    /// Lemmas of nouns that may be wrong: "reports that".
    pub rumours: Vec<&'static str>,
    /// Lemmas of nouns whose lack leaves a clause open: "no evidence that".
    pub proofs: Vec<&'static str>,
    /// Words that call a clause true, if they are not denied themselves.
    pub truths: Vec<&'static str>,
    /// Words that call it untrue.
    pub falsities: Vec<&'static str>,
    /// Before a verb or noun: somebody says so, and no more.
    pub alleged: Vec<&'static str>,
    /// Right before a verb: it did not come to that.
    pub missed: Vec<&'static str>,
    /// Subjects that are nobody.
    pub nobodies: Vec<&'static str>,
    /// Lemmas of nouns for a picture, which a caption tells of.
    pub pictures: Vec<&'static str>,
    /// Lemmas of verbs for what a picture does.
    pub shows: Vec<&'static str>,
    /// Lemmas of verbs for what is done with a picture.
    pub displays: Vec<&'static str>,
    /// Before the picture that a caption stands with.
    pub here: Vec<&'static str>,
    /// Subject pronouns, with which a clause without "that" begins.
    pub subjects: Vec<&'static str>,
    /// Pronouns for one person.
    pub persons: Vec<&'static str>,
    /// Pronouns for whose something is.
    pub owners: Vec<&'static str>,
    /// The pronoun for several.
    pub they: &'static str,
    /// Before the participle of what somebody is charged with: "accused of having robbed".
    pub having: &'static str,
    /// Lemmas of verbs that call an event off, sorted.
    pub calls_off: Vec<&'static str>,
    /// A verb's lemma and the word behind it that do.
    pub calls_off_pairs: &'static [(&'static str, &'static str)],
    /// Lemmas of verbs that appoint a time, sorted.
    pub appoints: Vec<&'static str>,
    /// Before the time that they appoint.
    pub appointed: &'static str,
    /// Forms of "be" before "to": it was meant to happen.
    pub be: Vec<&'static str>,
    /// Between "to" and a participle: "to have been", "to be".
    pub be_or_have: Vec<&'static str>,
    /// Closes a question.
    pub question: &'static str,
    /// Conjunctions that leave the scope of what stands before.
    pub contrasts: Vec<&'static str>,
    /// Lemmas for those who accuse by their office, and for what they write; sorted.
    pub accusers: Vec<&'static str>,
    /// Lemmas for those who have men of their own; sorted.
    pub rulers: Vec<&'static str>,
    /// Lemmas for such men; sorted.
    pub own_men: Vec<&'static str>,
    /// Lemmas of verbs for what somebody is accused of; sorted.
    pub misdeeds: Vec<&'static str>,
    /// A verb's lemma and the word behind it that are such a verb.
    pub misdeed_pairs: &'static [(&'static str, &'static str)],
    /// Begins the words that name a source: "according to".
    pub according: &'static str,
    /// Before the one who did it, behind a passive.
    pub by: &'static str,
    /// Before nobody in particular.
    pub indefinite: Vec<&'static str>,
    /// Before what only somebody says happened, in a label.
    pub alleged_label: &'static str,
    /// Before the label of what is only planned.
    pub planned_label: &'static str,
    /// Auxiliaries of what is to come.
    pub will: Vec<&'static str>,
    /// The same, told by others.
    pub would: Vec<&'static str>,
    /// Before an infinitive: what is to come.
    pub is: Vec<&'static str>,
    /// The same: "plans to", "due to".
    pub plans: Vec<&'static str>,
    /// Lemmas of verbs by which somebody tells what he will do, sorted.
    pub promises: Vec<&'static str>,
    /// Lemmas of verbs that make of what is to come a hope, a fear or a guess, sorted.
    pub doubts: Vec<&'static str>,
    /// Words that leave open whether it will.
    pub open: Vec<&'static str>,
}

impl Default for MoodWords {
    fn default() -> Self {
        Self {
            deniers: list(
                "debunked denied denies deny denying disproved disputed disputes doubt doubted doubts rebutted \
                 refuted refutes reject rejected rejects",
            ),
            dismissers: list("dismiss dismissed dismisses dismissing rebuffed rubbished scorned"),
            allegers: list(
                "accuse accused accuses accusing allege alleged alleges alleging charge charged charges charging \
                 claim claimed claiming claims complain complained complaining complains suspect suspected \
                 suspects",
            ),
            acquitters: list("absolved acquitted acquitting cleared exonerated"),
            deed_links: list("for of with"),
            guesses: list(
                "accused alleged believed presumed reported rumored rumoured said suspected thought understood",
            ),
            that: "that",
            have: "have",
            rumours: list("accusation allegation claim report rumor rumour speculation suggestion suspicion"),
            proofs: list("confirmation evidence indication proof sign"),
            truths: list("certain clear confirmed known proven sure true"),
            falsities: list("baseless fabricated fake false fiction hoax incorrect lie myth nonsense unfounded untrue"),
            alleged: list("alleged allegedly purported purportedly supposedly"),
            missed: list("almost nearly"),
            nobodies: list("neither no nobody none no-one nothing"),
            pictures: list(
                "clip footage frame graphic handout image photo photograph picture screengrab screenshot \
                 snapshot still video",
            ),
            shows: list("capture depict display feature picture portray show"),
            displays: list(
                "circulate distribute issue make obtain post produce provide publish record release share shoot \
                 snap supply take",
            ),
            here: list("these this"),
            subjects: list("he i it she they we"),
            persons: list("he she"),
            owners: list("her his its my our their your"),
            they: "they",
            having: "having",
            calls_off: list("cancel postpone scrap"),
            calls_off_pairs: &[("call", "off"), ("put", "off")],
            appoints: list(
                "announce arrange book call convene declare fix impose order plan schedule set slate summon",
            ),
            appointed: "for",
            be: list("are is was were"),
            be_or_have: list("be been have"),
            question: "?",
            contrasts: list("although but though whereas while"),
            accusers: list(
                "accuser affidavit complainant complaint indictment lawsuit plaintiff prosecution prosecutor",
            ),
            rulers: list(
                "army authority commander government junta military ministry navy official police sheriff \
                 spokesman spokesperson spokeswoman",
            ),
            own_men: list("force forces officer soldier troop troops"),
            misdeeds: list(
                "abduct abuse ambush assassinate assault attack batter beat behead blackmail bomb bombard bribe \
                 burn conspire corrupt defraud embezzle execute extort fabricate falsify forge gun hack harass \
                 hijack injure invade kick kidnap kill launder loot massacre molest murder pillage plot poison \
                 pollute provoke raid ram rape rob sabotage shell shoot smuggle stab steal storm strangle target \
                 threaten torch torture traffic vandalize violate wound",
            ),
            misdeed_pairs: &[
                ("fire", "at"),
                ("fire", "into"),
                ("fire", "on"),
                ("open", "fire"),
                ("set", "fire"),
                ("take", "bribes"),
            ],
            according: "according",
            by: "by",
            indefinite: list("a an another some"),
            alleged_label: "Alleged: ",
            planned_label: "Planned: ",
            will: list("'ll shall will ’ll"),
            would: list("would"),
            is: list("are is"),
            plans: list("due going intend intends plan planned planning plans scheduled set slated"),
            promises: list("add announce confirm pledge promise say tell vow"),
            doubts: list(
                "believe doubt estimate expect fear forecast guess hope predict suspect think threaten want warn wish",
            ),
            open: list("could if might perhaps unless whether"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        let w = MoodWords::default();
        for list in [
            &w.deniers,
            &w.dismissers,
            &w.allegers,
            &w.acquitters,
            &w.guesses,
            &w.rumours,
            &w.proofs,
            &w.truths,
            &w.falsities,
            &w.alleged,
        ]
        .into_iter()
        .chain([
            &w.pictures,
            &w.shows,
            &w.displays,
            &w.accusers,
            &w.rulers,
            &w.own_men,
            &w.misdeeds,
            &w.calls_off,
            &w.appoints,
            &w.promises,
            &w.doubts,
        ]) {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
