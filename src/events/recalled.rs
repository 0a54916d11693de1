//! What a length of time is counted from that no listed word names: "three days after that", "two weeks after the search".

use super::links;
use crate::english::events::{EventsWords, Link};
use crate::english::times::Reading;
use crate::syntax::Parse;
use crate::tags::Upos;
use crate::times::Timex;

/// What stands behind the connective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Recalled {
    /// "After that": what was told last.
    Told,
    /// "After the search", "after the report appeared": a noun, by its token.
    Noun(usize),
}

/// What a length of time recalls, and how it is counted from that.
///
/// ok: `Rebels [2020-07-02 shelled] the port on 2 July. Three days after that, the governor [2020-07-05 fled]. He was [2020-07-06 arrested] the next day.`
/// ok: `Police [2020-07-02 searched] the bank on 2 July. / Two days after the search, its owner [2020-07-04 fled].`
/// ok: `Engineers [2020-07-02 inspected] the dam on 2 July. / Two days after the inspection, its owner [2020-07-04 fled].`
/// ok: `The ministry [2020-07-02 published] its report on the quake on 2 July. / Its author [2020-07-04 fled] two days after the report appeared.`
/// ok: `The regulator [2020-07-02 opened] an inquiry on 2 July. / Its head [2020-07-04 fled] two days after the inquiry began. His son [2020-07-05 fled] three days after the inquiry.`
/// no: `Police [2020-07-02 searched] the bank on 2 July. Police [2020-07-08 searched] the mill on 8 July. / Two days after the search, its owner [../2020-07-15 fled].`
/// no: `The ministry [2020-07-02 published] its report on 2 July. / Its author [../2020-07-15 fled] two days after the report angered the union.`
/// no: `Police [2020-07-02 searched] the bank on 2 July. He was ill [=none two days] after the birthday of his son.`
pub(super) fn recalled(words: &EventsWords, parse: &Parse<'_>, timex: &Timex) -> Option<(Link, Recalled)> {
    let (link, from, stop) = links::linked(words, parse, timex)?;
    if link == Link::Within || timex.meaning.reading != Reading::Span {
        return None;
    }
    let ends = |t: usize| t >= stop || parse.upos(t) == Upos::Punct;
    if parse.says(from, &words.points_back) && (ends(from + 1) || parse.upos(from) == Upos::Pron) {
        return Some((link, Recalled::Told));
    }
    let genitive = |t: usize| words.genitives.contains(&parse.form(t));
    let part = |t: &usize| {
        parse.upos(*t).is_nominal()
            || matches!(parse.upos(*t), Upos::Det | Upos::Adj | Upos::Num)
            || parse.says(*t, &words.definite)
            || genitive(*t)
    };
    let noun = (from..stop).take_while(part).last().filter(|&t| parse.upos(t) == Upos::Noun)?;
    let known = parse.says(from, &words.definite) || (from..noun).any(genitive);
    // "The report appeared", "was published".
    let next = (noun + 1..stop).find(|&t| parse.upos(t) != Upos::Aux).unwrap_or(stop);
    let alone = next == noun + 1 && (ends(next) || parse.upos(next) == Upos::Adp);
    (known && (alone || next < stop && parse.says(next, &words.comes_out))).then_some((link, Recalled::Noun(noun)))
}
