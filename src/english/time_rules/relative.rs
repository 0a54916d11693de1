//! Dates told from another: yesterday, Friday, last month, two days ago, the following year.

use super::macros::rules;

rules! {
    /// Relative dates.
    RELATIVE:
    "deictic" Point "$PRE? DEICTIC (PART)?"
        ok ["said {yesterday} => 2020-07-14", "{late yesterday} => 2020-07-14", "{tomorrow afternoon} => 2020-07-16TAF", "{today} => 2020-07-15"]
        no ["USA Today"];
    "newspaper" Nothing "usa today"
        ok ["told {USA Today} that"] no ["in America today"];
    "tonight" Point "$PRE? TONIGHT =deictic:0 =part:night" ok ["at {tonight} => 2020-07-15TNI"] no ["night"];
    "last-night" Point "late|early? last|yesterday night =deictic:-1 =part:night" ok ["{last night} => 2020-07-14TNI"] no ["a last nightcap"];
    "this-part" Point "$PRE? this (PART|NIGHT) =deictic:0" ok ["{this morning} => 2020-07-15TMO", "{early this evening} => 2020-07-15TEV"] no ["this morningness"];
    "day-before-yesterday" Point "the day before yesterday =deictic:-2" ok ["{the day before yesterday} => 2020-07-13"] no ["the day before the vote"];
    "day-after-tomorrow" Point "the day after tomorrow =deictic:2" ok ["{the day after tomorrow} => 2020-07-17"] no ["the day after the vote"];
    "weekday" Point "$PRE? WEEKDAY (PART|NIGHT)?"
        ok ["on {Friday} => 2020-07-10", "the trial opens on {Friday}. => 2020-07-17", "{Thursday evening} => 2020-07-09TEV", "{early Monday} => 2020-07-13"]
        no ["Good Friday", "Black Sunday"];
    "weekday-nth" Point "(WEEKDAY the DAYN ~SUFFIX >!of|MONTH | <on|until|by|from|to|since WEEKDAY DAYN >.|,|;|and|to|at|until)" ok ["on {Monday the 13th} => 2020-07-13", "until {Friday the 31st}. => 2020-07-31", "on {Friday 31}, => 2020-07-31"] no ["on Monday the 1st of May", "on Monday the third man", "on Friday 31 people"];
    "short-weekday" Point "SHORTDAY ~." ok ["on {Fri.} => 2020-07-10"] no ["sun"];
    "weekday-rel" Point "$PRE? the? (last|past|next|this|coming|previous|following|upcoming|same | this coming|past)  WEEKDAY (PART|NIGHT)?"
        ok ["{last Friday} => 2020-07-10", "{next Monday} => 2020-07-20", "{this past Sunday} => 2020-07-12"] no ["the last Fridays"];
    "weekday-week" Point "WEEKDAY of? (last week =rel:last | next week =rel:next | this week =rel:this)"
        ok ["{Friday of last week} => 2020-07-10"] no ["Friday of the last weeks"];
    "the-night" Point "the =n:1 =unit:day PART|NIGHT|day (before =way:earlier | after =way:later) =flag:day-beside >MARK|and|but|or|at|in|on|as|when|with|from|by|was|were|had|to|while"
        ok ["only {the night before}, => 2020-07-14TNI", "{the day after}. => 2020-07-16"]
        no ["the day before he left", "the day after his arrest", "the night before a vote"];
    "unit-rel" Point "$PRE? (this|last|next ONE|QUARTER|WEEKEND|SEASON | this past|coming SEASON|ONE|WEEKEND|QUARTER)"
        ok ["{last year} => 2019", "{this month} => 2020-07", "{next week} => 2020-W30", "{early next year} => 2021", "{this past spring} => 2020-SP",
            "{last quarter} => 2020-Q2", "{earlier this month} => 2020-07"]
        no ["at last years passed"];
    "part-rel" Point "$PRE? (the? following|previous|same PART|NIGHT | the next =rel:following PART|NIGHT | that =rel:same PART|NIGHT >!news|post|star|standard|'|’) =unit:day"
        ok ["On 3 March 2020 he fled. {The following morning} => 2020-03-04TMO", "On 3 March 2020 he fled. {the same night} => 2020-03-03TNI", "On 3 March 2020 he fled. {That evening}, the => 2020-03-03TEV"] no ["the next mornings"];
    "unit-rel-the" Point "$PRE? (the following|previous|preceding|prior|same|ensuing|current|coming ONE|QUARTER|WEEKEND | the next =rel:following ONE|WEEKEND | that =rel:same ONE|QUARTER|WEEKEND)"
        ok ["{the current year} => 2020", "{the same month} => 2020-07"] no ["the current mood"];
    "nth-day" Point "the ORDINAL day|week|month|year >of|after|in =flag:nth-day"
        ok ["by {the second day} of the trial => XXXX-XX-XX"] no ["the second day care"];
    "by-then" Point "by then =rel:same =unit:day =flag:then"
        ok ["on 3 March 2020 it fell; {by then} he => 2020-03-03"] no ["and then he left", "but then"];
    "unit-edge" Point "(the? very? EDGE of | early|late|later|earlier in | the? MIDDLE of) the year|month|week|quarter|decade|century =rel:this"
        ok ["by {the end of the month} => 2020-07", "{later in the year} => 2020"] no ["the end of the war"];
    "day-edge" Point "(earlier|later|early|late in the | earlier|later the? same) day =rel:same =unit:day"
        ok ["{later in the day} => 2020-07-15", "On 3 March 2020 he fled. {Late in the day} it => 2020-03-03"] no ["late in the war"];
    "unit-the" Point "<for|in|during|over|through|throughout|within|of the full? year|week|month >!MARK|-|ended|ending|that|when|ago|earlier|of|before|after|he|she|they =rel:this"
        ok ["fell during {the year} to => 2020"] no ["the year of the war", "man of the year."];
    "unit-fiscal" Point "the (full|entire)? fiscal|financial|calendar|school|academic year =rel:this >!ended|ending"
        ok ["over {the fiscal year} => 2020"] no ["the fiscal year ended in June"];
    "unit-rel-fiscal" Point "$PRE? the? (this|last|next|current|previous|prior|latest =rel:this) fiscal|financial|calendar|school|academic (year|quarter)"
        ok ["{the current fiscal year} => 2020"] no ["fiscal"];
    "month-rel" Point "$PRE? (last|next|this|past|coming | this past|coming) MONTH"
        ok ["{last April} => 2020-04", "{next June} => 2021-06", "{this September} => 2020-09"] no ["the last march"];
    "weekend" Point "$PRE? the WEEKEND =rel:this" ok ["over {the weekend} => 2020-W28-WE"] no ["a weekend"];
    "offset" Point "$NEAR? $N (or so)? -? UNIT|QUARTER|WEEKEND (or so)? (and a half)? $AGO >!SAYING"
        ok ["{two years ago} => 2018", "{a few days ago} => PAST_REF", "{about three months ago} => 2020-04", "{two weeks ago} => 2020-W27", "{10 days from now} => 2020-07-25",
            "{an hour ago} => 2020-07-15", "{some 10^30 days ago} => XXXX-XX-XX", "{1e400 weeks later} => XXXX-XX-XX"]
        no ["ten years of war"];
    "offset-range" Point "$NEAR? $N (or|to|-) $N UNIT $AGO" ok ["{two or three years ago} => PAST_REF"] no ["two or three years"];
    "offset-deep" Point "$NEAR? $N UNIT (and? $N UNIT) $AGO" ok ["{a year and two months ago} => 2019-05"] no ["a year and two months"];
    "offset-long-ago" Vague "(long|years|months|weeks|days|decades|centuries|generations|moments|hours|minutes) (ago|earlier) =era:past"
        ok ["{years ago} => PAST_REF", "{long ago} => PAST_REF"] no ["years of war"];
    "offset-before-rel" Point "the? (NIGHT before last =deictic:-2 | UNIT before last =n:2 =way:ago | UNIT after next =n:2 =way:hence)"
        ok ["{the week before last} => 2020-W27", "{the year after next} => 2022", "{the night before last} => 2020-07-13TNI"] no ["the week before lasting peace"];
    "year-ago" Point "(the|a)? (comparable|corresponding)? year -? (ago|earlier) =n:1 =unit:year =way:ago (period | QUARTER | ORDINAL -? QUARTER | quarter | level|figure)?"
        ok ["{the year-earlier period} => 2019"] no ["a year ago yesterday, a year"];
    "years-end" Point "the|this? year (- | ~' ~s)? end =rel:this =unit:year =mod:END" ok ["by {year-end} => 2020", "at {year's end} => 2020"] no ["the years end"];
    "to-date" Nothing "up to date" ok ["keep it {up to date} now"] no ["to date"];
}
