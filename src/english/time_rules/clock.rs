//! Times of the day.

use super::macros::rules;

rules! {
    /// Clock times, alone or with their day.
    CLOCK:
    "clock" Point "(NEAR | shortly|just before|after)? $CLOCK"
        ok ["at {about 5 p.m.} => 2020-07-15T17:00", "it hit {around 3:42 a.m. local time}, => 2020-07-15T03:42", "at {10 a.m. Moscow time} => 2020-07-15T10:00", "at {7:08 GMT} => 2020-07-15T07:08", "at {15:00 UTC+3} => 2020-07-15T15:00", "at {6:30 GMT-05:30} => 2020-07-15T06:30", "at {9:30 p.m.} he => 2020-07-15T21:30", "until {noon} => 2020-07-15T12:00", "at {5 p.m.} => 2020-07-15T17:00", "at {7 o'clock} => 2020-07-15T07:00"]
        no ["5 people", "a ratio of 3:2", "Psalm 23:4"];
    "clock-day" Point "(NEAR | shortly|just before|after)? $CLOCK ,? (on|of)? ($DATE | $DAYNAME >!PART|NIGHT | this PART =deictic:0 | in the PART)"
        ok ["at {8 p.m. Wednesday} => 2020-07-15T20:00", "at {8 p.m. EST Nov. 3} => 2019-11-03T20:00", "{noon Thursday} => 2020-07-09T12:00", "at {15:00 UTC+3 on 4 May} => 2020-05-04T15:00"]
        no ["8 people Wednesday", "until 5 a.m. Saturday evening"];
    "day-clock" Point "($DATE | $DAYNAME (PART)?) (at|around|,|-|about)? (NEAR)? $CLOCK"
        ok ["{Wednesday at 8 p.m.} => 2020-07-15T20:00", "{December 9th, 2019 - 07:08 GMT} => 2019-12-09T07:08", "{yesterday at noon} => 2020-07-14T12:00"]
        no ["Wednesday at 8 places"];
    "clock-words" Point "(NEAR | $BESIDE)? $SPOKEN $AMPM? ($HALF | ,? on? $DAYNAME)? >!percent|years|pages|points"
        ok ["at {half past five} => 2020-07-15T05:30", "{about a quarter to eleven} => 2020-07-15T10:45", "at {half past three on Thursday} => 2020-07-09T03:30", "at {a quarter to midnight}. => 2020-07-15T23:45", "{soon after half past three in the afternoon} => 2020-07-15T15:30", "at {ten minutes past 10} => 2020-07-15T10:10", "at {ten minutes past ten on Friday} => 2020-07-10T10:10", "by {twenty minutes to nine on Tuesday evening} => 2020-07-14T20:40", "at {a quarter past one} => 2020-07-15T01:15"]
        no ["the quarter to 12 May", "half past bills", "ten minutes to go"];
    "clock-past" Point "<at|around|until|about|was NUM past =flag:past CARD $HALF? >.|,|;|)|on|when|and|but|as" ok ["at {ten past seven}, => 2020-07-15T07:10"] no ["got past two"];
    "clock-to" Point "<at|around|until NUM to =flag:to CARD ($HALF | >.|,|;|)|on|when|and|but|as)"
        ok ["at {ten to three}. => 2020-07-15T02:50", "at {five to four in the afternoon} => 2020-07-15T15:55"] no ["by ten to three", "at ten to three sites"];
    "clock-part" Point "<at|by|around|until|till|before|since|towards|toward (NEAR)? HOUR|CARD $HALF >!attack|attacks|raid|raids|session|rush|prayers"
        ok ["at {two in the morning}. => 2020-07-15T02:00", "until {ten at night} => 2020-07-15T22:00", "at {eight on Friday evening} => 2020-07-10T20:00", "at {about 3 in the afternoon} => 2020-07-15T15:00"]
        no ["at two in the north", "by three in the morning session", "at three on Friday"];
    "clock-beside" Point "$BESIDE HOUR|CARD ($HALF | on $DAYNAME | >.|,|;|)|on|when|that|yesterday|local|but|as)"
        ok ["began {shortly after seven}. => 2020-07-15T07:00", "{just before ten on Friday night}, => 2020-07-10T22:00", "{shortly after eight in the evening} => 2020-07-15T20:00", "{just before ten on Friday} => 2020-07-10T10:00"]
        no ["shortly after two men fled", "just before three explosions", "soon after 12 May"];
    "clock-dotted" Point "<at|from|after|before (NEAR)? HOUR ~. ~MIN $ZONE? >!percent|per|a|an|million|billion|km|m|miles|metres|meters|seconds|degrees|points|- =flag:dotted"
        ok ["came in at {6.12}", "left at {17.40} => 2020-07-15T17:40", "from {21.30}, groups => 2020-07-15T21:30", "at {9.38} on Friday,"]
        no ["at 9.52 percent", "at 9.7", "at 101.24", "under 9.52", "sold at 3.15 a litre"];
    "clock-dots" Point "<at|around|about|until|from|by|since (NEAR)? HOUR ~. ~MIN (hours|hrs|h ZONE? | $HALF =flag:dotted)"
        ok ["at {18.40 hours} => 2020-07-15T18:40", "at {9.52 on Saturday morning} => 2020-07-11T09:52"]
        no ["at 9.52 on Saturday", "lasted 18.40 hours"];
    "impossible-clock" Point "<at|by|until|around|before|after D2 ~: ~D2 ($AMPM)? ($ZONE)? >!:|,|;|- =flag:impossible"
        ok ["at {25:61} he => XXXX-XX-XX", "until {13:75 GMT} => XXXX-XX-XX"] no ["at 15:30", "at 23:59 GMT"];
    "impossible-zone" Point "(HOUR ~: ~MIN (~: ~MIN)? | HOUR | D4) $AMPM? ZONE ~+|- ~D1|D2|D3|D4 (~: ~D2)? =flag:impossible"
        ok ["at {14:00 UTC+99} on => XXXX-XX-XX", "at {3 p.m. GMT-30} he => XXXX-XX-XX", "by {0600 UTC+05:99}. => XXXX-XX-XX"] no ["at 15:00 UTC+3", "at 6:30 GMT-05:30", "at 14:00 GMT-"];
    "part-of-day" Point "<in|during|of|by|for $PRE? the PART >!of|service|star|post|news|herald|mail|after|before" ok ["in {the morning} => 2020-07-15TMO"] no ["the morning star"];
    "late-part" Point "<in|by|until|since|during early|late|mid -? PART" ok ["by {late evening}, 91 => 2020-07-15TEV", "until {mid-afternoon}. => 2020-07-15TAF"] no ["by late evenings"];
    "at-dawn" Point "<at|before|after|until|since|by|around dawn|dusk|midday|lunchtime|daybreak|sunrise|sunset|nightfall >!of|on"
        ok ["sailed at {dawn} => 2020-07-15TMO", "before {nightfall}, => 2020-07-15TEV"] no ["the dawn of man", "at dawn on Monday"];
    "part-of-date" Point "$PRE? (the)? (PART|NIGHT) (of|on) ($DATE | WEEKDAY)"
        ok ["on {the night of March 3, 1998} => 1998-03-03TNI", "{the morning of 9 December 2019} => 2019-12-09TMO"] no ["the night of the fire"];
    "date-part" Point "$DATE ,? (PART|NIGHT)" ok ["{March 3, 1998 morning} => 1998-03-03TMO"] no ["March 3, 1998 people"];
    "early-hours" Point "the? (early | small|wee =mod:START) (morning)? hours (of|on) (DEICTIC | WEEKDAY | $DATE) (morning)? =part:morning"
        ok ["in {the early hours of Monday} => 2020-07-13TMO", "{the small hours of 9 June 2020} => 2020-06-09TMO"] no ["the early hours of the war"];
    "mid-part" Point "mid -? (morning|afternoon) (DEICTIC | WEEKDAY)?" ok ["{mid-afternoon yesterday} => 2020-07-14TAF"] no ["midmost"];
    "overnight" Point "overnight >!MANY|SUFFIX" ok ["struck {overnight} => 2020-07-15TNI"] no ["overnights"];
}
