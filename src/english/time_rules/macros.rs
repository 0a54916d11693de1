//! What several rules share.

/// Writes a table of rules; the examples are compiled for tests only, so that they cost no byte in a page.
macro_rules! rules {
    ($(#[$doc:meta])* $table:ident: $($name:literal $reading:ident $pattern:literal
        ok [$($ok:literal),* $(,)?] no [$($no:literal),* $(,)?];)*) => {
        $(#[$doc])*
        pub(in crate::english) const $table: &[crate::english::times::TimeRule] = &[$(
            crate::english::times::TimeRule {
                name: $name,
                reading: crate::english::times::Reading::$reading,
                pattern: $pattern,
                #[cfg(test)]
                ok: &[$($ok),*],
                #[cfg(test)]
                no: &[$($no),*],
            },
        )*];
    };
}
pub(super) use rules;

/// Macros in order; a later one may use an earlier one.
pub(in crate::english) const MACROS: &[(&str, &str)] = &[
    // How many: "three", "2.5", "a few", "several", "a couple of", "half a dozen".
    ("$MANY", "(half a dozen =n:6 | (a|the)? couple of? =n:2 | a? VAGUE | NUM)"),
    ("$N", "($MANY | a|an =n:1)"),
    // Behind a number that is no year.
    (
        "$COUNTED",
        "%|percent|people|MANY|million|dead|men|women|/|°|$|km|kg|mph|rpm|meters|metres|miles|feet|tons|tonnes|dollars|euros|pounds|jobs|shares|troops|times|votes|cars|homes|workers|members|students|officers|soldiers",
    ),
    // "about", "nearly", "more than", "at least".
    (
        "$NEAR",
        "(NEAR|SOME | (a|just)? (little|bit)? more|longer|greater than =mod:MORE_THAN | well|just|little over =mod:MORE_THAN \
         | less|fewer|shorter than =mod:LESS_THAN | just? under =mod:LESS_THAN | at least =mod:EQUAL_OR_MORE \
         | at most =mod:EQUAL_OR_LESS | up to =mod:EQUAL_OR_LESS | no more|less|longer|fewer than)",
    ),
    // "early", "the end of", "later in".
    (
        "$PRE",
        "(the? very? EDGE of | the? MIDDLE of | early|late in? | mid -? | earlier in? =flag:so-far | later in? =flag:onward \
         | sometime in? | the? latter half|part of =mod:END | the? second half|part of =mod:END | the? last half|part of =mod:END \
         | the? first half|part of =mod:START | NEAR)",
    ),
    (
        "$AGO",
        "(ago =way:ago | from now =way:hence | hence =way:hence | earlier =way:earlier | later|afterward|afterwards|thereafter =way:later)",
    ),
    ("$AMPM", "(am =halfday:0 | pm =halfday:12 | a ~. ~m (~.)? =halfday:0 | p ~. ~m (~.)? =halfday:12)"),
    (
        "$ZONE",
        "(ZONE (~+ =zonesign:1 ~HOUR (~: ~MIN)? | ~- =zonesign:-1 ~HOUR (~: ~MIN)?)? | eastern|central|mountain|pacific standard|daylight? time | local|CAPITAL time)",
    ),
    (
        "$CLOCK",
        "(HOUR ~: ~MIN (~: ~MIN)? $AMPM? $ZONE? | HOUR ~. ~MIN $AMPM $ZONE? | HOUR $AMPM $ZONE? \
         | HOUR|CARD o ~' ~clock $AMPM? | CARD $AMPM $ZONE? | D4 ZONE|hours|hrs ZONE? | noon =hour:12 =halfday:12 $ZONE? \
         | midnight =hour:24 $ZONE?)",
    ),
    // "ten minutes past three", "half past five", "a quarter to 8": a month may stand behind "the quarter to 12".
    (
        "$SPOKEN",
        "(NUM minutes|mins past|after =flag:past HOUR|CARD | NUM minutes|mins to|before =flag:to HOUR|CARD | half =n:30 past =flag:past HOUR|CARD \
         | a? quarter =n:15 past =flag:past HOUR|CARD | a? quarter =n:15 to =flag:to CARD \
         | (a? quarter =n:15 | NUM) (past|after =flag:past | to|before =flag:to) (noon =hour:12 =halfday:12 | midnight =hour:24))",
    ),
    // "shortly before", "soon after".
    ("$BESIDE", "(shortly|just|soon|minutes|moments before|after)"),
    ("$WD", "(WEEKDAY | SHORTDAY (~.)?)"),
    ("$MON", "(SHORTMONTH ~. | MONTH)"),
    // A day of the calendar with or without its year.
    (
        "$DATE",
        "(($WD ,?)? $MON DAY (,? YEAR)? | ($WD ,? the?)? DAY of? $MON (,? YEAR)? | ($WD ,?)? the DAY of $MON (,? YEAR)? \
         | YEARN ~- ~MONN ~- ~DAYN)",
    ),
    // A day told by its place: "yesterday", "Friday", "last Friday", "today".
    ("$DAYNAME", "(DEICTIC | (last|next|this|previous|following|coming|past)? $WD)"),
    // The half of the day behind a clock time: "in the evening", "on Friday night".
    ("$HALF", "(in the PART | at night | ,? on? $DAYNAME PART|NIGHT)"),
];
