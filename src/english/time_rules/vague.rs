//! Past, present and future at large.

use super::macros::rules;

rules! {
    /// Vague times.
    VAGUE:
    "so-far" Vague "so|thus far =era:past >!as|from|that|in|away|apart" ok ["has said nothing {so far} => PAST_REF"] no ["so far as"];
    "now" Vague "(right|just)? now =era:present >!that" ok ["is {now} in => PRESENT_REF"] no ["now that he"];
    "currently" Vague "(currently|presently|nowadays | these days | at present | at the moment | at this time|point|moment | for the moment|present | at the present time) =era:present"
        ok ["is {currently} => PRESENT_REF", "{these days} => PRESENT_REF"] no ["current"];
    "current" Vague "current =era:present >!UNIT|QUARTER|account|fiscal|affairs" ok ["the {current} talks => PRESENT_REF"] no ["the current account"];
    "recently" Vague "(more|most|only|very|until)? (recently|lately) >!as =era:past" ok ["has {recently} => PAST_REF"] no ["recency", "as recently as Monday"];
    "recent-units" Vague "(the|most|more)? recent (UNIT|QUARTERS|DECADE) (and|or MANY)? =era:past" ok ["in {recent years} => PAST_REF", "{recent weeks and months} => PAST_REF"] no ["recent talks"];
    "recent" Vague "recent =era:past >!UNIT|QUARTERS" ok ["in {recent} talks => PAST_REF"] no ["recent weeks"];
    "past-units" Vague "(past|previous|earlier|bygone) (years|months|weeks|days|decades|centuries|quarters|times) =era:past" ok ["in {past years} => PAST_REF"] no ["past glory"];
    "coming-units" Vague "(the)? (coming|future|upcoming|following) (years|months|weeks|days|decades|quarters) =era:future" ok ["in {coming weeks} => FUTURE_REF"] no ["future talks"];
    "the-past" Vague "(the (recent|distant|near|not-too-distant)? past) =era:past >!UNIT|NUM|VAGUE|MANY|SEASON|WEEKEND|WEEKDAY|QUARTER|QUARTERS|TENS|CARD|D1|D2|decade" ok ["in {the past} => PAST_REF"] no ["the past year", "the past two"];
    "the-future" Vague "(the (near|foreseeable|distant|immediate)? future | the (near|short|long|medium) (term|run)) =era:future" ok ["in {the future} => FUTURE_REF", "{the near future} => FUTURE_REF"] no ["the term"];
    "soon" Vague "(very|as)? soon (as possible)? >!after|as|became|found|began|turned|afterward|afterwards|learned|realized =era:future" ok ["will end {soon} => FUTURE_REF"] no ["as soon as", "soon after"];
    "long-past" Vague "(once upon a time | in the old days | the old days) =era:past" ok ["{once upon a time} => PAST_REF"] no ["once"];
    "some-day" Vague "some day =era:future" ok ["will {some day} rule => FUTURE_REF"] no ["for some days"];
}
