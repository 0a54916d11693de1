//! Dates of the calendar: days, months, quarters, seasons, years, decades, centuries, holidays.

use super::macros::rules;

rules! {
    /// Calendar dates.
    CALENDAR:
    "date" Point "$DATE"
        ok ["born on {March 3, 1998} => 1998-03-03", "on {Nov. 27}, rebels => 2019-11-27", "on {27 November 2024} => 2024-11-27",
            "{Saturday, April 25, 1998}, in => 1998-04-25", "the vote of {9th December, 2019} => 2019-12-09",
            "from {2020-07-09} on => 2020-07-09", "{the 15th of March} was => 2020-03-15",
            "until {14 October}. Then => 2019-10-14", "until {14 Oct.} then => 2019-10-14",
            "in power since 2011, was sworn in on {7 May}. => 2020-05-07", "who fell in 2011 and rose on {7 May}. => 2011-05-07"]
        no ["the march 3 miles long", "since June 4.4 million tonnes", "in May 2,500 people came"];
    "date-slashed" Point "MONN ~/ ~DAYN ~/ ~YEARN =flag:month-first"
        ok ["on {11/02/1989} => 1989-11-02", "on {04/05/2020} and 13/05/2020 => 2020-05-04", "on {08/05/2020}, => 2020-05-08"] no ["11/02 of them"];
    "date-slashed-day-first" Point "DAYN ~/|. ~MONN ~/|. ~YEARN =flag:day-first"
        ok ["on {22/11/1989} => 1989-11-22", "am {3.10.1990} => 1990-10-03"] no ["version 3.10.12"];
    "date-slashed-short" Point "MONN ~/ ~DAYN ~/ ~D2 =shortyear:1"
        ok ["on {11/02/89} => 1989-11-02"] no ["11/02/8"];
    "date-stamp" Point "YEARN ~- ~MONN ~- ~DAYN ~t ~HOUR ~: ~MIN (~: ~MIN)? (~z)?"
        ok ["sent {2020-07-09T10:30:00} => 2020-07-09T10:30:00"] no ["2020-07-09T"];
    "day-range" Point "($WD ,?)? $MON DAY -|to DAY (,? YEAR)?"
        ok ["on {March 3-5, 1998} => 1998-03-03", "{June 30 to 31} => 2020-06-30"] no ["March 3-A"];
    "day-range-first" Point "DAY -|to|and DAY of? $MON (,? YEAR)?"
        ok ["on {3-5 March 1998} => 1998-03-03"] no ["3 to 5 people in March"];
    "impossible-date" Point "(SHORTMONTH ~. | MONTH) (D1|D2|D3 ~SUFFIX | D2 >!:|-|$|%|,|.) =flag:impossible (,? YEARN)?"
        ok ["on {April 32} => XXXX-XX-XX", "on {June 45th} => XXXX-XX-XX"] no ["on April 3", "on June 5th"];
    "impossible-day-first" Point "(D2 | (the >!DAYN)? D1|D2|D3 ~SUFFIX) of? MONTH =flag:impossible (,? YEARN)?"
        ok ["on {32 March} => XXXX-XX-XX", "on {the 45th of June} he => XXXX-XX-XX", "on {the 0th of May}. => XXXX-XX-XX", "{the 33rd of August 2019} => XXXX-XX-XX"]
        no ["13 March", "the 13th of March", "the 3rd of May 2019", "the 45th man in June"];
    "impossible-day-zero" Point "<!-|–|:|to 0|00 MONTH YEARN =flag:impossible"
        ok ["on {0 May 2009}. => XXXX-XX-XX"] no ["won 2-0 May 2009", "on 10 May 2009"];
    "impossible-long-year" Point "($MON DAY ,? | DAY of? $MON ,?) D5 >MARK|and|or|but|as|when =flag:impossible"
        ok ["on {1 January 10000}. => XXXX-XX-XX", "on {March 3, 20315}, he => XXXX-XX-XX"] no ["on 3 March 20000 people", "on 3 March 2019."];
    "impossible-slashed" Point "D2 ~/ ~D2 ~/ ~D4|D2 =flag:impossible"
        ok ["on {99/99/9999} it => XXXX-XX-XX"] no ["9/11"];
    "impossible-stamp" Point "D4 ~-|/ ~D1|D2 ~-|/ ~D1|D2 =flag:impossible"
        ok ["on {2024-13-40} it => XXXX-XX-XX", "on {0000-00-00} => XXXX-XX-XX", "of {2024/19/05} => XXXX-XX-XX"] no ["2024-12-01", "2024-25"];
    "impossible-year" Point "(the? year 0|00|000|0000 | the year (D5 | D2|D3 ~, ~D3 | - ~D1|D2|D3|D4) | <in|since|by|until|from year (D5 | - ~D1|D2|D3|D4)) =flag:impossible"
        ok ["in {the year 0} => XXXX-XX-XX", "in {the year 10000} => XXXX-XX-XX", "by {the year 12,000}, => XXXX-XX-XX", "in {year -5}. => XXXX-XX-XX"]
        no ["in year 10", "a year 0.5 percent", "in the year 2019", "of the year - 40 people", "in a year 10000 people"];
    "impossible-week" Point "week >!MIN D2 (of|in|,)? YEARN =flag:impossible"
        ok ["in {week 60 of 2020} => XXXX-XX-XX"] no ["in week 60 of the war", "in week 20 of 2020"];
    "impossible-quarter" Point "<!audi|infiniti q ~0|5|6|7|8|9 (of|in|,)? YEARN =flag:impossible"
        ok ["in {Q5 2019} => XXXX-XX-XX", "by {Q7 of 2020} => XXXX-XX-XX"] no ["in Q4 2019", "an Audi Q5 2020", "the Q5"];
    "impossible-power" Point "(NUM ~e ~- ~NUM | minus|negative $N) UNIT $AGO =flag:impossible"
        ok ["and {1e-40 weeks later} it => XXXX-XX-XX", "shot {minus 3 days ago}. => XXXX-XX-XX", "{minus two hours from now} => XXXX-XX-XX"]
        no ["30 days ago", "three weeks later", "it was minus 3 a week ago"];
    "before-christ" Point "($MON DAY ,? | DAY of? $MON ,? | $MON ,?)? NUM (bc|bce | b ~. ~c (~.)?) >!CAPITAL =flag:ancient"
        ok ["on {15 March 44 BC}, => BC0044", "in {500 BC} the => BC0500", "until {31 B.C.}, => BC0031"] no ["in Vancouver, BC 40 people", "in 201 BC Ferries"];
    "anno" Point "($MON DAY ,? | DAY of? $MON ,?) NUM ad|ce =flag:anno"
        ok ["on {24 August 79 AD}, => 0079-08-24"] no ["ran 40 ads", "showed 30 ad campaigns"];
    "day-alone" Point "<on|by|until|till|since|of the DAYN ~st|nd|rd|th >.|,|;|:|)|at|that|when|but|because|as|to|for|with|from|instead"
        ok ["came on {the 9th}. => 2020-07-09", "the afternoon of {the 25th}, => 2020-06-25", "heard of it on {the 14th} when => 2020-07-14"]
        no ["on the 19th floor", "of the 19th century", "until the 18th and 19th", "the 3rd"];
    "month-week" Point "the? (ORDINAL | last|final =ordinal:6) (full)? week of|in $MON (,? of? YEAR)? =unit:week"
        ok ["in {the first week of May} => 2020-W19", "{the last week of March 2019} => 2019-W13", "{the second week in June}, => 2020-W24"]
        no ["the last week of the war"];
    "month-year" Point "$PRE? $MON ,? of? YEAR"
        ok ["in {December 2024} => 2024-12", "{late June 1998} => 1998-06", "{Sept. '98} => 1998-09"] no ["march 2000 miles"];
    "day-of-rel" Point "($WD ,?)? ($MON DAY | the? DAY of? $MON) ,? of? (this|last|next year | REL year)"
        ok ["on {18 April last year} => 2019-04-18", "{March 3 of last year} => 2019-03-03", "on {5 May this year}, => 2020-05-05"] no ["last year on a day in April"];
    "month-of-rel" Point "$PRE? $MON ,? of? (this|last|next year | REL year)"
        ok ["in {January this year} => 2020-01", "{June of last year} => 2019-06"] no ["January of joy"];
    "month" Point "$PRE? CLEARMONTH"
        ok ["since {December} the => 2019-12", "in {early September} => 2019-09", "since {June} 4.4 million => 2020-06"] no ["decembers", "in May"];
    "month-doubtful" Point "<in|since|until|till|by|of|from|during|through|between|for $PRE? MONTH >!CAPITAL"
        ok ["in {May} => 2020-05", "since {early March} => 2020-03"] no ["he may go", "March on", "Theresa May"];
    "short-month" Point "SHORTMONTH ~."
        ok ["in {Sept.} => 2019-09"] no ["sept"];
    "year" Point "<!$|£|€|#|no|number|nos|resolution|flight|highway|route|room|section|chapter|page|line|fr|dm|than|nearly|almost|over|about|some|least|HOUR|D3|.|,|-|: YEARN >!$COUNTED"
        ok ["in {2011}, the => 2011", "the {1998} vote => 1998"] no ["$1998", "Resolution 2254", "some 2000 people", "2011 people"];
    "year-after-mark" Point "<,|-|. YEARN >!%|percent|people|MANY|million|/|,|°|-"
        ok ["in the vote, {1998} and => 1998"] no ["2,1998,000"];
    "year-words" Point "$PRE? >TEEN YEAR >!percent|people|MANY|hundred|thousand|men|women|cents|dollars"
        ok ["in {nineteen ninety-six} => 1996", "since {twenty twenty} => 2020"] no ["nineteen people"];
    "year-told" Point "$PRE? the? year YEAR"
        ok ["{the year two thousand} => 2000", "by {the year 2050} => 2050"] no ["the year of two"];
    "half-year" Point "the? (first =ordinal:1 | second|last|latter =ordinal:2) half =unit:half of (this|last|next year | the? year | YEAR)"
        ok ["in {the first half of 2019} => 2019-H1", "{the second half of last year} => 2019-H2", "{the last half of 2019} => 2019-H2"] no ["the first half of the game"];
    "year-part" Point "$PRE YEARN >!$COUNTED"
        ok ["{late 2023} => 2023", "by {the end of 1997} => 1997", "{mid-1996} => 1996"] no ["more than 1,998", "about 2020 people wait", "nearly 1900 homes", "about two thousand had come"];
    "year-short" Point "<in|of|since|by|until|from|class|for ' ~D2 =shortyear:1"
        ok ["of {'98} => 1998", "in {'05} => 2005"] no ["'98"];
    "fiscal-year" Point "$PRE? the? current? fiscal|financial year? YEAR"
        ok ["in {fiscal 1990} => 1990"] no ["fiscal policy"];
    "fiscal-year-behind" Point "the? YEARN fiscal|financial|calendar|school|academic year"
        ok ["{the 2019 fiscal year} => 2019"] no ["the 2019 fiscal policy"];
    "year-slash" Point "YEARN ~/|- ~D2"
        ok ["the {2019-20} season => 2019"] no ["2019-200"];
    "decade" Point "$PRE? the? (early|mid|late -?)? YEARN ~'? ~s =flag:decade"
        ok ["in {the 1990s} => 199", "{the early 1920s} => 192"] no ["the 1990 vote"];
    "decade-short" Point "$PRE? the? (early|mid|late -?)? (' ~DECADE2 ~s | DECADE)"
        ok ["{the late '80s} => 198", "of {the nineties} => 199"] no ["in his 80s", "temperatures in the low 80s"];
    "century" Point "$PRE? the? (early|mid|late -?)? ORDINAL -? century =unit:century"
        ok ["in {the 19th century} => 18", "{the early twentieth century} => 19"] no ["a century"];
    "quarter-year" Point "$PRE? the? (fiscal -?)? ORDINAL -? QUARTER ,? of? (this|last|next year | the? (fiscal year?)? YEAR)"
        ok ["in {the third quarter of 1998} => 1998-Q3", "{second-quarter 2019} => 2019-Q2", "{the first quarter of this year} => 2020-Q1"] no ["a quarter of 1998"];
    "year-quarter" Point "$PRE? the? (YEARN | this|last|next year ~' ~s) (fiscal -?)? ORDINAL -? QUARTER"
        ok ["{the 1998 third quarter} => 1998-Q3", "{last year's fourth quarter} => 2019-Q4"] no ["the 1998 quarter"];
    "quarter" Point "$PRE? the? (fiscal -?)? ORDINAL -? (fiscal -?)? QUARTER"
        ok ["{the second quarter} => 2020-Q2", "its {fourth-quarter} profit => 2019-Q4"] no ["a quarter of it"];
    "quarter-code" Point "(q ~1 =ordinal:1 | q ~2 =ordinal:2 | q ~3 =ordinal:3 | q ~4 =ordinal:4) =unit:quarter (,? of? (this|last|next year | YEAR))?"
        ok ["in {Q3 2019} => 2019-Q3", "the {Q2} figures => 2020-Q2"] no ["an Audi Q7", "BQ3"];
    "the-quarter" Point "$PRE? the (latest | most? recent | fiscal | flat)? quarter >!of|final|finals|final|century|mile|horse =flag:the-quarter =rel:this"
        ok ["in {the latest quarter} => 2020-Q2"] no ["the quarter of a mile"];
    "year-period" Point "the? YEARN period|quarter =flag:year-period"
        ok ["{the 2019 period} => 2019"] no ["the 2019 periods"];
    "the-quarter-period" Point "the latest|same|corresponding|comparable period =flag:latest-period"
        ok ["In the fourth quarter it grew. In {the same period} => 2019-Q4"] no ["in that period"];
    "season-year" Point "$PRE? the? SEASON ,? of? (YEARN | YEAR | this|last|next year)"
        ok ["in {the summer of 1998} => 1998-SU", "{fall 2019} => 2019-FA"] no ["the fall of Rome"];
    "season" Point "<in|since|until|by|during|of|every|this|last|from|through $PRE? the? SEASON >!of|from|in|guard|term"
        ok ["since {the summer} => 2020-SU", "in {early spring} => 2020-SP"] no ["the spring of water", "after the fall of the regime", "in the fall of Kabul"];
    "season-plain" Point "$PRE? the? summer|winter|autumn >!of|olympics|games|camp|camps|palace|term|school|guard|house"
        ok ["the {early summer} => 2020-SU", "a hot {summer} => 2020-SU"] no ["the summer of 1998", "the Winter Palace"];
    "holiday" Point "(christmas eve =holiday:1224 | christmas day? =holiday:1225 | boxing day =holiday:1226 | new year ~' ~s eve =holiday:1231 \
         | new year ~' ~s day =holiday:101 | valentine ~' ~s day =holiday:214 | st (~.)? patrick ~' ~s day =holiday:317 | halloween =holiday:1031 \
         | may day =holiday:501 | independence day =holiday:704 | veterans day =holiday:1111 | armistice day =holiday:1111 | bastille day =holiday:714 \
         | martin luther king (~, ~jr ~.)? day =holiday:30101 | presidents ~'? day =holiday:30201 | labor day =holiday:10901 | columbus day =holiday:21001 \
         | memorial day =holiday:50501 | thanksgiving day? =holiday:41104 | good friday =holiday:90498 | easter monday =holiday:90501 \
         | easter sunday? =holiday:90500 | ash wednesday =holiday:90454 | palm sunday =holiday:90493 | pentecost =holiday:90549) (,? (YEAR | this|last|next year))?"
        ok ["on {Christmas Day} => 2019-12-25", "{Easter Sunday 2018} => 2018-04-01", "{Thanksgiving 2019} => 2019-11-28", "it was {Labor Day} => 2019-09-02"]
        no ["the Independence Party"];
}
