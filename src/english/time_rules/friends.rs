//! False friends: words of time that name something else.

use super::macros::rules;

rules! {
    /// Matches that are no time.
    FRIENDS:
    "march-on" Nothing "march on|to|toward|towards|against|through|past (the|a|CAPITAL)" ok ["{March on the} capital"] no ["March 3"];
    "may-verb" Nothing "may (be|have|not|well|also|come|go|take|need|lead|seem|still|even|soon|want|make|become|the|i|we|he|she|it|they|you)" ok ["{May be} so"] no ["in May"];
    "resolution" Nothing "(resolution|article|section|flight|route|highway|room|boeing|airbus|windows|number | no ~.?) D4" ok ["{Resolution 2254}"] no ["in 2254"];
    "code" Nothing "(ref|case|file|docket|bill|act|form|euro|expo|agenda|vision|horizon|catalogue|model|psalm (no (~.)?)?) D4 (~-|/ ~D1|D2|D3|D4)?"
        ok ["{Case 2031-05}", "to {Euro 2024}", "her {Vision 2030}", "{Ref 2031/45}"] no ["in 2024", "the case of 2019"];
    "work-year" Nothing "CAPITAL ~' ~s YEARN >.|,|;|:|\"|and|or|is|was|in|to|by|with|as|has|had|on|at|for|from|that|which|tells|into"
        ok ["a reading of {Orwell's 1984}.", "sales of {Swift's 1989} and"] no ["Brazil's 1998 team", "Beijing's 2008 Games", "in 1984.", "the country's 1984."];
    "named-day" Nothing "(september|sept (~.)? 11 | october|oct (~.)? 7 | january|jan (~.)? 6 | july 7 | march 11) >attack|attacks|bombing|bombings|hijackers|hijackings|insurrection|massacre|riot|terror|terrorist"
        ok ["since the {September 11} attacks", "the {Jan. 6} riot"] no ["on September 11", "the September 12 attacks", "the March 11 vote"];
    "phone" Nothing "D3 ~- ~D4" ok ["Call {555-2031}"] no ["the 2019-2020 season"];
    "paragraph" Nothing "(section|article|paragraph|clause|version|rule|chapter) D1|D2 ~. ~D1|D2 (~. ~D1|D2|D4)?" ok ["{Section 5.12.2030}"] no ["5.12.2030"];
    "counted" Nothing "(from|between)? YEARN (to|and|or|- YEARN) people|men|women|soldiers|troops|homes|jobs|houses"
        ok ["{from 1900 to 2000 people}"] no ["from 1900 to 2000", "1900 to 2000, people"];
    "victims" Nothing "YEARN (people)? (were|was|are) (also)? hurt|killed|injured|arrested|wounded|detained|missing|dead|displaced"
        ok ["{2027 were hurt} in it"] no ["in 2027 they were hurt"];
    "fall-of" Nothing "the? fall of (the|CAPITAL|a|an|his|her|its|their)" ok ["after {the fall of the} regime"] no ["the fall of 1998"];
    "spring-name" Nothing "(arab|prague|palm|silver|hot) (spring|springs)" ok ["the {Arab Spring}"] no ["spring"];
    "second-hand" Nothing "(second|seconds) (place|half|round|time|term|son|wife|world|one|man|largest|biggest|best|district|floor|person|to)" ok ["in {second place}"] no ["second quarter"];
    "last-time" Nothing "(day|days|night|nights) (care|job|club|clubs|school|shift|trader|traders|trading|trip)" ok ["{day care}"] no ["day"];
    "last-minute" Nothing "(the|a)? (last|final minute|moment | eleventh hour)" ok ["at {the last minute}", "{a last minute} deal"] no ["the last minutes"];
    "weekend-at" Nothing "(new year ~' ~s (resolution|resolutions|honours|honors))" ok ["a {New Year's resolution}"] no ["New Year's Day"];
    "nine-eleven" Nothing "9 ~/ ~11" ok ["after {9/11}"] no ["9/12"];
    "month-name" Nothing "<theresa|miss|mrs|mr|ms|dr|brian|judge|secretary|elaine|james MONTH"
        ok ["said Theresa {May}"] no ["in May"];
    "sun-paper" Nothing "(the)? (sunday|daily|saturday|friday) (times|mail|telegraph|express|mirror|post|star|herald|mercury|sun|news|world|independent|business|courier|tribune|gazette|chronicle|observer|nation|standard|vanguard|monitor|tabloid|newspaper)" ok ["in {the Sunday Times}"] no ["on Sunday"];
    "black-day" Nothing "(black|bloody|good|ash|palm|super|cyber) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)" ok ["{Black Monday}"] no ["on Monday"];
    "fractions" Nothing "NEAR? CARD ~- ~quarters|quarter" ok ["{three-quarters} of it"] no ["three quarters"];
    "days-inn" Nothing "(d - day | v - e day | day one | groundhog day | judgment day | world day)" ok ["on {D-Day}"] no ["day"];
}
