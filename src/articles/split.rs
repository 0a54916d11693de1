//! Where, in a text, one article ends and the next begins.

use super::line::{Mark, Unit};
use super::shape::{is_body, is_headline, mail_field};
use super::stamp;
use super::stamp::dateline;
use super::stamp::order::Order;
use super::{byline, cue};
use crate::english::English;
use crate::text::Arrange;

/// How far below a headline its repetition, stamp or byline is looked for.
const REACH: usize = 10;
/// Words of running text before a second article is believed.
const WORDS_BEFORE: u32 = 30;

/// The units at which articles begin; the first is always 0.
///
/// A headline in the middle begins an article if the page says so: it is repeated before any
/// running text follows, or it stands after a rule, a wide gap or an end of page and has a
/// stamp, byline or dateline under it. A line of equals signs parts articles whatever they look like.
pub(super) fn starts(english: &English, text: &str, units: &[Unit]) -> Vec<usize> {
    let bodies: Vec<bool> = units.iter().map(|u| is_body(english, text, u)).collect();
    let usual = usual_gap(units, &bodies);
    let (mut found, mut words) = (vec![0], 0);
    for i in 1..units.len() {
        words += if bodies[i - 1] { units[i - 1].words } else { 0 };
        if is_parting(text, &units[..i])
            && units[i].mark != Mark::Rule
            && units[..i].iter().any(|u| u.mark != Mark::Rule)
        {
            found.push(i);
            words = 0;
            continue;
        }
        if words < WORDS_BEFORE || bodies[i] && units[i].mark == Mark::Plain {
            continue;
        }
        let mail = is_mail_head(english, text, units, i);
        if mail || opens(english, text, units, &bodies, i, usual) {
            // A rule belongs to neither; a section label above the headline to the second.
            found.push(i);
            words = 0;
        }
    }
    found
}

/// A line of equals signs by itself, the last of `units`: how a person says that the next article begins. Straight under a
/// line that ends no sentence it is a heading of Markdown.
fn is_parting(text: &str, units: &[Unit]) -> bool {
    let Some((unit, above)) = units.split_last() else { return false };
    let line = unit.span.of(text);
    let sentence =
        || above.last().is_some_and(|u| u.span.of(text).trim_end().ends_with(['.', '!', '?', '"', '”', ')']));
    unit.mark == Mark::Rule && (unit.gap > 0 || sentence()) && line.len() >= 3 && line.bytes().all(|b| b == b'=')
}

/// The widest gap between neighbouring paragraphs that is nothing special: the upper quartile.
fn usual_gap(units: &[Unit], bodies: &[bool]) -> u16 {
    let mut gaps: Vec<u16> = (1..units.len()).filter(|&i| bodies[i] && bodies[i - 1]).map(|i| units[i].gap).collect();
    gaps.arrange();
    gaps.get(gaps.len() * 3 / 4).copied().unwrap_or(1).max(1)
}

fn is_mail_head(english: &English, text: &str, units: &[Unit], i: usize) -> bool {
    let field = |k: usize| units.get(k).and_then(|u| mail_field(english, u.span.of(text))).map(|f| f.0);
    let fields: Vec<_> = (i..i + 5).map_while(field).collect();
    field(i - 1).is_none() && fields.len() >= 3 && fields.contains(&"from") && fields.contains(&"subject")
}

fn opens(english: &English, text: &str, units: &[Unit], bodies: &[bool], i: usize, usual: u16) -> bool {
    let unit = &units[i];
    if unit.words < 3 || !is_headline(english, text, unit) {
        return false;
    }
    // What stands under it before the body begins; a body must follow.
    let under = || (i + 1..units.len().min(i + 1 + REACH)).take_while(|&k| !bodies[k]);
    let first_body = under().last().map_or(i + 1, |k| k + 1);
    if !bodies.get(first_body).copied().unwrap_or(false) {
        return false;
    }
    let repeated = unit.words >= 4 && under().any(|k| units[k].key == unit.key);
    if repeated {
        return true;
    }
    let before = &units[i - 1];
    let rule = before.mark == Mark::Rule;
    let wide = unit.gap > usual;
    let ended =
        cue::furniture(english, text, before, true).is_some() || byline::byline(english, text, before.span).is_some();
    let heading = unit.mark == Mark::Heading(1);
    let stamped = under().take(4).any(|k| {
        let s = units[k].span;
        stamp::stamp(english, text, s, Order::Unknown).is_some_and(|s| s.date.year.is_some())
            || byline::byline(english, text, s).is_some()
    });
    let slug = dateline::dateline(english, text, units[first_body].span).is_some();
    let next_bodies = bodies[first_body..].iter().take(4).filter(|&&b| b).count();
    let long = unit.words >= 5 && next_bodies >= 2;
    (stamped || slug) && (rule || wide || ended || heading || unit.gap >= 1)
        || long && (rule || unit.gap >= 2 && wide || ended && wide)
        || heading && unit.words >= 3 && next_bodies >= 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::articles::line::units;

    const BODY: &str = "The river rose by two metres in the night and flooded the lower town, the mayor said on Monday.\n\nHundreds of people were taken to a school that stands on the hill above the old bridge and the mill.\n";

    fn check(between: &str, want: usize) {
        let text = format!("Storm floods the lower town\n\n{BODY}{between}\n{BODY}");
        let got = starts(English::shared(), &text, &units(&text)).len();
        assert_eq!(got, want, "{between}");
    }

    #[test]
    fn second_article() {
        // ok:
        check("\n\n\nCourt frees former minister after appeal\n", 2);
        check("\n---\nCourt frees former minister after appeal\n", 2);
        check("\nCourt frees former minister after appeal\nBy Ana Sousa\n", 2);
        check("\nCourt frees former minister after appeal\nPublished May 4, 2020\n", 2);
        check("\nCourt frees former minister\nTT\n20\nCourt frees former minister\n", 2);
        check("\nFrom: Ana\nTo: Li\nSubject: The court\n", 2);
        check("\n=====\n", 2);
        check("The water fell on Friday.\n=====\nThe bridge is open again.\n", 2);
        // no: a subhead, a rule between paragraphs, a question, a list
        check("\nWhat happens next?\n", 1);
        check("\n***\n", 1);
        check("\nThe night of the flood\n=====\n", 1);
        check("\nThe night of the flood\n", 1);
        check("\n- sandbags\n- boats\n", 1);
    }
}
