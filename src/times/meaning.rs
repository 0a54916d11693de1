//! What an expression says before it is resolved: slots that rules and words fill.

use crate::dates::Season;
use crate::english::times::Reading;

/// How many: exact, or somewhere between.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// At least.
    pub low: f32,
    /// At most.
    pub high: f32,
}

impl Amount {
    /// Exactly `n`.
    pub fn exact(n: f32) -> Self {
        Self { low: n, high: n }
    }

    /// True if it is a vague one ("several").
    pub fn is_vague(self) -> bool {
        self.low != self.high
    }
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$note:meta])* $variant:ident $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum $name { $($(#[$note])* $variant),* }

        impl $name {
            const NAMES: &[(&str, $name)] = &[$(($word, $name::$variant)),*];

            /// The number that word tables are compiled to.
            pub(super) fn number(name: &str) -> Option<i32> {
                Self::NAMES.iter().position(|(n, _)| *n == name).map(|i| i as i32)
            }

            pub(super) fn from_number(n: i32) -> Option<Self> {
                Self::NAMES.get(n as usize).map(|(_, v)| *v)
            }
        }
    };
}

named! {
    /// Unit of time.
    Unit {
        Second "second", Minute "minute", Hour "hour", Day "day", Night "night", Week "week", Weekend "weekend",
        Fortnight "fortnight", Month "month", Quarter "quarter", Half "half", Season "season", Year "year",
        Decade "decade", Century "century",
    }
}

named! {
    /// Which of several: counted from publication (`this`, `last`, `next`) or from the story (the others).
    Rel { This "this", Last "last", Next "next", Previous "previous", Following "following", Same "same" }
}

named! {
    /// Which way an amount is counted, and from where: publication (ago, hence) or the story (earlier, later).
    Way { Ago "ago", Hence "hence", Earlier "earlier", Later "later" }
}

named! {
    /// Part of the day.
    Part { Morning "morning", Midday "midday", Afternoon "afternoon", Evening "evening", Night "night", Daytime "daytime" }
}

impl Part {
    /// As in TIMEX3 values.
    pub fn code(self) -> &'static str {
        ["TMO", "TMI", "TAF", "TEV", "TNI", "TDT"][self as usize]
    }
}

named! {
    /// Past, present or future at large.
    Era { Past "past", Present "present", Future "future" }
}

impl Era {
    /// As in TIMEX3 values.
    pub fn code(self) -> &'static str {
        ["PAST_REF", "PRESENT_REF", "FUTURE_REF"][self as usize]
    }
}

named! {
    /// TIMEX3 `mod`.
    Modifier {
        Start "START", Mid "MID", End "END", Approx "APPROX", LessThan "LESS_THAN", MoreThan "MORE_THAN",
        EqualOrLess "EQUAL_OR_LESS", EqualOrMore "EQUAL_OR_MORE", Before "BEFORE", After "AFTER",
    }
}

impl Modifier {
    /// As in TimeML.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].0
    }
}

named! {
    /// What a rule asks for that no slot says.
    Flag {
        /// "earlier this month": no further than publication.
        SoFar "so-far",
        /// "later this month": from publication on.
        Onward "onward",
        /// "a year and a half"
        AndHalf "and-half",
        /// No day of any calendar.
        Impossible "impossible",
        /// The year begins a decade ("the 1990s").
        WholeDecade "decade",
        /// "the quarter": the story's.
        TheQuarter "the-quarter",
        /// "the latest period": a quarter, where the story has named one.
        LatestPeriod "latest-period",
        /// "the 2019 period": the quarter of the story in that year.
        YearPeriod "year-period",
        /// "the second day of the trial"
        NthDay "nth-day",
        /// "the early days of the war"
        EarlyDays "early-days",
        /// "the night before", after what was told just now.
        DayBeside "day-beside",
        /// "the eve of the vote": the day before it.
        Eve "eve",
        /// "by then": at the date told last.
        Then "then",
        /// "the first three days": which of several is told, so that an event can follow.
        Which "which",
        /// Before the year 1.
        Ancient "ancient",
        /// The number is a year, however small ("79 AD").
        Anno "anno",
        /// "11/02/1989", the month first as far as the figures tell.
        MonthFirst "month-first",
        /// "22/11/1989"
        DayFirst "day-first",
        /// "at 14.40", which may be a price.
        Dotted "dotted",
        /// "ten past three": the amount is minutes behind the hour.
        Past "past",
        /// "ten to three": minutes before it.
        To "to",
    }
}

macro_rules! slots {
    ($($variant:ident $name:literal $($class:literal)?),* $(,)?) => {
        /// What a word or rule can fill.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub(super) enum Slot { $($variant),* }

        impl Slot {
            /// The slot of a rule's `=name:value`.
            pub(super) fn named(name: &str) -> Option<Slot> {
                match name { $($name => Some(Slot::$variant),)* _ => None }
            }

            /// The slot that a class of words fills.
            pub(super) fn of_class(class: &str) -> Option<Slot> {
                match class {
                    "MONN" => Some(Slot::Month),
                    "YEARN" | "D2" => Some(Slot::Year),
                    "DECADE2" => Some(Slot::Decade),
                    "WEEKDAYS" | "SHORTDAY" => Some(Slot::Weekday),
                    "PARTS" => Some(Slot::Part),
                    "SEASONS" => Some(Slot::Season),
                    "CLEARMONTH" => Some(Slot::Month),
                    "QUARTER" | "QUARTERS" | "WEEKEND" | "WEEKENDS" => Some(Slot::Unit),
                    "CARD" | "D4" => Some(Slot::Hour),
                    $($($class => Some(Slot::$variant),)?)*
                    _ => None,
                }
            }
        }
    };
}

slots! {
    Year "year", ShortYear "shortyear", Month "month" "MONTH", Day "day" "DAYN", LastDay "lastday",
    Weekday "weekday" "WEEKDAY", Ordinal "ordinal" "ORD", Amount "n",
    Unit "unit" "UNIT", Rel "rel" "REL", Way "way", Deictic "deictic" "DEICTIC",
    Part "part" "PART", Season "season" "SEASON", Decade "decade" "DECADE", Hour "hour" "HOUR",
    Minute "minute" "MIN", Second "second", HalfDay "halfday", Zone "zone" "ZONE", Modifier "mod" "MOD", Era "era",
    ZoneSign "zonesign", Holiday "holiday", Every "every" "FREQ", Flag "flag", Vague "vague" "VAGUE",
}

/// Fillings in the order they were made; taking one back is cutting the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trail {
    items: [(Slot, i32); Self::ROOM],
    len: usize,
}

impl Trail {
    const ROOM: usize = 20;

    pub(super) fn new() -> Self {
        Self { items: [(Slot::Flag, 0); Self::ROOM], len: 0 }
    }

    pub(super) fn fill(&mut self, slot: Slot, value: i32) {
        if self.len < Self::ROOM {
            self.items[self.len] = (slot, value);
            self.len += 1;
        }
    }

    pub(super) fn fill_amount(&mut self, amount: Amount) {
        self.fill(Slot::Amount, amount.low.to_bits() as i32);
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Takes out what follows a zone's name, its sign, hours and perhaps minutes ("15:00 UTC+3"): minutes east of UTC.
    fn take_offset(&mut self) -> Option<i32> {
        let at = self.items[..self.len].iter().position(|(s, _)| *s == Slot::ZoneSign)?;
        let told = |i: usize, slot: Slot| self.items[..self.len].get(i).filter(|(s, _)| *s == slot).map(|(_, v)| *v);
        let (hours, minutes) = (told(at + 1, Slot::Hour), told(at + 2, Slot::Minute));
        let offset = self.items[at].1 * (hours.unwrap_or(0) * 60 + minutes.unwrap_or(0));
        let end = at + 1 + usize::from(hours.is_some()) + usize::from(minutes.is_some());
        self.items.copy_within(end..self.len, at);
        self.len -= end - at;
        Some(offset)
    }

    pub(super) fn cut(&mut self, len: usize) {
        self.len = len;
    }
}

/// The slots; which are filled decides what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Meaning {
    /// Of the rule.
    pub reading: Reading,
    /// Calendar year.
    pub year: Option<i32>,
    /// A further year ("between 2013 and 2017").
    pub last_year: Option<i32>,
    /// True if the year was written with two digits.
    pub short_year: bool,
    /// 1 to 12 if possible.
    pub month: Option<i32>,
    /// 1 to 31 if possible.
    pub day: Option<i32>,
    /// Last day of a range inside a month.
    pub last_day: Option<i32>,
    /// Monday 1 to Sunday 7.
    pub weekday: Option<i32>,
    /// An ordinal number ("third").
    pub ordinal: Option<i32>,
    /// How many.
    pub amount: Option<Amount>,
    /// How many more, or up to how many ("two to three weeks").
    pub more: Option<Amount>,
    /// Unit.
    pub unit: Option<Unit>,
    /// Unit of `more`.
    pub more_unit: Option<Unit>,
    /// Which one.
    pub rel: Option<Rel>,
    /// Which way counted.
    pub way: Option<Way>,
    /// Days from today ("yesterday").
    pub deictic: Option<i32>,
    /// Part of the day.
    pub part: Option<Part>,
    /// Season.
    pub season: Option<Season>,
    /// A decade within its century (80), or a whole year.
    pub decade: Option<i32>,
    /// 0 to 24.
    pub hour: Option<i32>,
    /// 0 to 59.
    pub minute: Option<i32>,
    /// The minutes are told in figures ("7:08"), as hours up to 24 are, too.
    pub digital: bool,
    /// 0 to 59.
    pub second: Option<i32>,
    /// 0 before noon, 12 after.
    pub half_day: Option<i32>,
    /// Minutes east of UTC.
    pub zone: Option<i32>,
    /// TIMEX3 `mod`.
    pub modifier: Option<Modifier>,
    /// Past, present or future.
    pub era: Option<Era>,
    /// A holiday, packed as [`super::holidays`] says.
    pub holiday: Option<i32>,
    /// Unit of repetition.
    pub every: Option<Unit>,
    /// Set where the rule asks for something of its own.
    pub flag: Option<Flag>,
}

impl Meaning {
    /// What a trail of fillings comes to. The first filling of a slot counts, a second one where it makes sense:
    /// a second day, year, amount or unit, minutes after minutes.
    pub(super) fn new(reading: Reading, trail: &Trail) -> Self {
        let mut trail = *trail;
        let offset = trail.take_offset();
        let all = &trail.items[..trail.len];
        let first = |slot| all.iter().find(|(s, _)| *s == slot).map(|(_, v)| *v);
        let again = |slot| all.iter().filter(|(s, _)| *s == slot).nth(1).map(|(_, v)| *v);
        let last = |slot| all.iter().rev().find(|(s, _)| *s == slot).map(|(_, v)| *v);
        // "Half past three on Thursday" is of no past Thursday.
        let past = first(Slot::Flag).and_then(Flag::from_number) == Some(Flag::Past);
        let rel = if past && again(Slot::Rel).is_none() { None } else { last(Slot::Rel) };
        let amount = |n: Option<i32>| n.map(|n| Amount::exact(f32::from_bits(n as u32)));
        let vague = first(Slot::Vague).map(|v| Amount { low: (v / 1000) as f32, high: (v % 1000) as f32 });
        let unit = |n: Option<i32>| n.and_then(Unit::from_number);
        let mut meaning = Self {
            reading,
            year: first(Slot::Year),
            last_year: again(Slot::Year),
            short_year: first(Slot::ShortYear).is_some(),
            month: first(Slot::Month),
            day: first(Slot::Day),
            last_day: first(Slot::LastDay).or(again(Slot::Day)),
            weekday: first(Slot::Weekday),
            ordinal: first(Slot::Ordinal),
            amount: amount(first(Slot::Amount)).or(vague),
            more: amount(again(Slot::Amount)),
            unit: unit(first(Slot::Unit)),
            more_unit: unit(again(Slot::Unit)),
            rel: rel.and_then(Rel::from_number),
            way: first(Slot::Way).and_then(Way::from_number),
            deictic: last(Slot::Deictic),
            part: last(Slot::Part).and_then(Part::from_number),
            season: first(Slot::Season).map(|s| Season::ALL[s as usize % 4]),
            decade: first(Slot::Decade),
            hour: first(Slot::Hour),
            minute: first(Slot::Minute),
            digital: first(Slot::Minute).is_some(),
            second: first(Slot::Second).or(again(Slot::Minute)),
            half_day: first(Slot::HalfDay),
            zone: offset.or(first(Slot::Zone)),
            modifier: first(Slot::Modifier).and_then(Modifier::from_number),
            era: first(Slot::Era).and_then(Era::from_number),
            holiday: first(Slot::Holiday),
            every: unit(first(Slot::Every)),
            flag: first(Slot::Flag).and_then(Flag::from_number),
        };
        meaning.spoken();
        // "Eight in the evening", "three at night".
        if let (Some(part), Some(hour), None) = (meaning.part, meaning.hour, meaning.half_day) {
            let after_noon =
                matches!(part, Part::Afternoon | Part::Evening) || part == Part::Night && (6..12).contains(&hour);
            meaning.half_day = Some(if after_noon { 12 } else { 0 });
        }
        meaning
    }

    /// True for what is counted from another day: "today", "10 days later", "last week"; not so "last Friday".
    pub fn is_reckoned(&self) -> bool {
        let counted = self.deictic.is_some() || self.way.is_some() || self.rel.is_some() || self.unit.is_some();
        counted && self.weekday.is_none() && self.month.is_none()
    }

    /// True for a clock time that does not tell which half of the day: "seven o'clock", "half past three".
    pub fn either_half(&self) -> bool {
        self.half_day.is_none() && self.hour.is_some_and(|h| (1..=12).contains(&h)) && !self.digital
    }

    /// "Ten past three", "a quarter to one": the amount becomes minutes of the hour.
    fn spoken(&mut self) {
        let (Some(Flag::Past | Flag::To), Some(n), Some(hour)) = (self.flag, self.amount, self.hour) else { return };
        let minutes = n.low as i32;
        (self.hour, self.minute) = match (self.flag, hour) {
            (Some(Flag::Past), _) => (Some(hour % 24), Some(minutes)),
            // Most such clocks have twelve hours.
            (_, 1) => (Some(12), Some(60 - minutes)),
            (_, 0) => (Some(23), Some(60 - minutes)),
            _ => (Some(hour - 1), Some(60 - minutes)),
        };
        (self.amount, self.flag) = (None, None);
    }
}
