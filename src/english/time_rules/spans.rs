//! Lengths of time and repetitions.

use super::macros::rules;

rules! {
    /// Durations and sets.
    SPANS:
    "span" Span "$NEAR? $MANY (or so|more)? -? (trading|business|working|consecutive|straight|full|long|more|additional|calendar|whole|other|additional|solid|fiscal)? UNIT|QUARTERS|NIGHT|PARTS (or so)?"
        ok ["for {two days} => P2D", "{nearly 14 years} => P14Y", "a {three-year} plan => P3Y", "{48 hours} => PT48H", "{several months} => PXM", "{2 1/2 years} => P2Y6M", "{a few weeks} => PXW", "{two decades} => P20Y"]
        no ["30 percent"];
    "per-unit" Repeat "<MANY|twice|times|once|people|tons|units|barrels|cars|passengers|days|hours|nights a|an|per|each|every minute|hour|day|week|month|quarter|year >!ago|earlier|later|before|- =n:1"
        ok ["twice {a week} => P1W"] no ["a year ago", "paid $5 million a year"];
    "span-one-plain" Span "<for|in|within|than|over|about|nearly|almost|after|least|took|takes|lasted|spent|under|until|just|by|only (a|an|one) (minute|hour|day|week|fortnight|month|year|decade|century) >!ago|earlier|later|-|old =n:1"
        ok ["for {a year} => P1Y", "within {a week} of => P1W"] no ["for a year-old baby"];
    "span-one" Span "$NEAR? (a|an|one) (full|whole|long|good|additional|entire|extra)? (minute|hour|day|week|fortnight|month|year|decade|century) >!-|old|to|and|or|for|from|on|in|of|ago|earlier|when|that|after|before|at|as|, =n:1"
        ok ["it is {a year} now => P1Y", "{an entire hour} => PT1H"] no ["a century-old house"];
    "span-half" Span "$NEAR? (half a|an? =n:0.5 | a half -? =n:0.5) (hour|day|year|month|decade|century|week)"
        ok ["for {half an hour} => PT30M", "{half a century} => P50Y"] no ["half of it"];
    "span-and-half" Span "$NEAR? $N (UNIT and a half =flag:and-half | and a half UNIT =flag:and-half)"
        ok ["{a year and a half} => P1Y6M", "{two and a half years} => P2Y6M"] no ["a half"];
    "span-double" Span "$NEAR? $N UNIT (,|and)? NUM UNIT" ok ["{two years and six months} => P2Y6M", "{1 hour, 20 minutes} => PT1H20M"] no ["two years and six men"];
    "span-range" Span "$NEAR? $N (to|or|-) $N UNIT" ok ["{two to three weeks} => P2W"] no ["two to three people"];
    "span-or-two" Span "$NEAR? a|an ONE or two|three|so =n:1" ok ["{a year or two} => P1Y"] no ["a year or ten"];
    "span-plural" Span "<for|in|within|over|of|after|by|until|take|took|last|lasted|spent|and|or|about|into|through|recent|their|these|those|all|as (seconds|minutes|hours|days|weeks|months|years|decades|centuries) (or|and|to (days|weeks|months|years|decades))? >!ago|later|earlier|old"
        ok ["for {months} => PXM", "within {hours} of => PTXH"] no ["years old"];
    "span-plural-of" Span "days|weeks|months|years|decades|centuries >of" ok ["ended {decades} of war => PXDE", "the {weeks} of talks => PXW"] no ["two decades of war", "years ago"];
    "span-early" Span "the early|first|opening days|weeks|hours|months|years >of =flag:early-days"
        ok ["in {the early days} of the war => PXD"] no ["the early days were hard"];
    "span-before" Span "(just|only|mere|barely)? minutes|hours|days|weeks|months|years >before|after|prior|ahead|into"
        ok ["{just hours} before he left => PTXH"] no ["hours of work"];
    "span-one-before" Span "$NEAR? (the|a|an|one) (hour|day|night|week|fortnight|month|year|decade|century) >before|after|prior|following =n:1 =unit:day"
        ok ["{the day} after the vote => P1D", "{a week} before it closed => P1W", "{a fortnight} after it => P2W", "{less than a week} after she left => P1W"] no ["the day they left", "the day after tomorrow"];
    "span-eve" Span "the eve >of =n:1 =unit:day =flag:eve" ok ["on {the eve} of the vote => P1D"] no ["on Christmas Eve", "the eve was calm"];
    "span-plural-ahead" Span "(the)? (seconds|minutes|hours|days|weeks|months|years|decades) (ahead | to come)" ok ["in {the weeks ahead} => PXW"] no ["the days of old"];
    "span-past" Span "$NEAR? (the|these|those|this)? (last|past|previous|prior|preceding|next|coming|following|first|final|latest|recent =flag:which) $MANY (to|or|- $MANY)? (or so)? (trading|business|working|consecutive|straight|full|fiscal|calendar)? (UNIT|QUARTERS) (or so)?"
        ok ["in {the past two months} => P2M", "{the next few days} => PXD", "{the first nine months} => P9M", "{the last 24 hours} => PT24H"] no ["the last two men"];
    "span-past-one" Span "(the|this) (past|last|coming|next) (decade|century|hour|fortnight) =n:1" ok ["{the past decade} => P10Y"] no ["the past two"];
    "span-past-year" Point "the past|last|coming|next (year|month|week) (or so)?" ok ["over {the past year} => 2019", "in {the next year or so} => 2021"] no ["the next men"];
    "span-year-ended" Span "(the|its|their)? (fiscal|financial|business|trading)? year =n:1 >ended|ending"
        ok ["in {the year} ended March 31 => P1Y", "for {the fiscal year} ending in June => P1Y"] no ["the year of the flood"];
    "span-the" Span "the $MANY (trading|business|working|consecutive|straight|full|fiscal)? (months|weeks|years|hours|QUARTERS)" ok ["{the nine months} ended => P9M", "in {the six weeks} => P6W"] no ["the nine men"];
    "age" Nothing "(NUM | a|an) -? UNIT -? old" ok ["a {10-year-old} girl", "he is {65 years old}", "{10 months old}"] no ["for ten years"];
    "age-of" Nothing "(age|aged|ages) NUM (UNIT)?" ok ["at {age 45}", "{aged 30}"] no ["the age of men"];
    "each" Repeat "(each|every) ($MANY)? (UNIT|QUARTER|QUARTERS|NIGHT|PART|WEEKEND)" ok ["{every day} => P1D", "{each month} => P1M", "{every two weeks} => P2W"] no ["every man"];
    "each-other" Repeat "every other (UNIT|PART|NIGHT) =n:2" ok ["{every other day} => P2D"] no ["each other"];
    "each-weekday" Repeat "(each|every) (WEEKDAY) (PART|NIGHT)?" ok ["{each Thursday} => XXXX-WXX-4"] no ["each Thursdays"];
    "each-month" Repeat "(each|every) (MONTH|SEASON)" ok ["{each July} => XXXX-07", "{every summer} => XXXX-SU"] no ["every man"];
    "weekdays" Repeat "(WEEKDAYS PARTS? | WEEKDAY PARTS)" ok ["on {Tuesdays} => XXXX-WXX-2", "{Tuesday nights} => XXXX-WXX-2TNI"] no ["Tuesday"];
    "daily" Repeat "FREQ >!dividend|dividends|news|star|mail|telegraph|herald|express|mirror|times|post|beast|record|standard" ok ["published {daily} => XXXX-XX-XX", "paid {monthly} => XXXX-XX"] no ["the Daily Mail"];
}
