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
