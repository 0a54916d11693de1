//! Numbers with what they count and how they bound it.

use super::number::{Number, number, written};
use super::{Bound, Quantity};
use crate::english::{ClaimsWords, NumberBound};
use crate::syntax::{Deprel, Parse};
use crate::tags::Upos;
use crate::text::Span;
use crate::times::{Timex, TimexKind};
use std::ops::Range;

/// How far before a number the noun may stand that says what is counted ("the number of those who came was 40").
const BEFORE: usize = 14;
/// How far behind "of" the noun may stand that a part is taken of ("two of the bank's nine directors").
const BEHIND: usize = 9;

/// The numbers of an article in text order, each with its token; years, days and clock times are left to the time
/// expressions.
pub(super) fn quantities(words: &ClaimsWords, parse: &Parse<'_>, timexes: &[Timex]) -> Vec<(usize, Quantity)> {
    let mut out: Vec<(usize, Quantity)> = Vec::new();
    let mut times = timexes.iter().filter(|t| t.kind != TimexKind::Duration).peekable();
    for s in parse.sentences() {
        let first = out.len();
        let mut t = s.tokens.start;
        while t < s.tokens.end {
            while times.peek().is_some_and(|x| x.tokens.end <= t) {
                times.next();
            }
            if times.peek().is_some_and(|x| x.tokens.contains(&t)) {
                t += 1;
                continue;
            }
            if let Some(value) = words.repeats.get(parse.form(t)).filter(|_| ends_phrase(parse, t, s.tokens.end)) {
                let (unit, bound) = (words.repeated.to_owned(), Bound::Exact);
                out.push((t, Quantity { span: parse.span(t), value, unit, bound }));
                t += 1;
                continue;
            }
            // "No one" counts nobody.
            let none = t > s.tokens.start && words.negators.has(parse.form(t - 1));
            let Some(n) = number(words, parse, t, s.tokens.end).filter(|n| !none || n.value != 1.0) else {
                t += 1;
                continue;
            };
            // Where "them" is led back to: what was counted last in the sentence.
            let them = out[first..].last().map(|(_, q)| q.unit.as_str());
            let next = n.tokens.end;
            if let Some(q) = (Reader { words, parse, sentence: s.tokens.clone() }).read(&n, them) {
                out.push((n.tokens.start, q));
            }
            t = next;
        }
    }
    out
}

/// True unless what follows is measured by the word: "twice the size", "twice as many".
fn ends_phrase(parse: &Parse<'_>, t: usize, end: usize) -> bool {
    let compares = |t: usize| parse.head(t).is_some_and(|h| h > t && matches!(parse.upos(h), Upos::Adj | Upos::Adv));
    let ends = |t: usize| matches!(parse.upos(t), Upos::Punct | Upos::Adp | Upos::Cconj | Upos::Verb) && !compares(t);
    t + 1 >= end || ends(t + 1)
}

/// Numbers of which the words beside them do not say what they count ("in the list there are 38", "found 12"), with an empty
/// unit; `counted` are the spans of those that do, in text order.
pub fn uncounted(
    words: &ClaimsWords,
    parse: &Parse<'_>,
    timexes: &[Timex],
    counted: &[Span],
) -> Vec<(usize, Quantity)> {
    let mut out = Vec::new();
    for s in parse.sentences() {
        let mut t = s.tokens.start;
        while t < s.tokens.end {
            let Some(n) = number(words, parse, t, s.tokens.end).filter(|_| parse.upos(t) == Upos::Num) else {
                t += 1;
                continue;
            };
            t = n.tokens.end;
            let span = parse.span_of(n.tokens.clone());
            let met = |next: Option<Span>| next.is_some_and(|s| s.start < span.end);
            let known = counted.partition_point(|c| c.end <= span.start);
            let time = timexes.partition_point(|x| x.span.end <= span.start);
            let taken = met(counted.get(known).copied()) || met(timexes.get(time).map(|x| x.span));
            let reader = Reader { words, parse, sentence: s.tokens.clone() };
            if !taken && reader.argues(&n) {
                let (bound, start) = reader.bound(n.tokens.start, n.tokens.end);
                let bound = n.bounded(bound);
                let span = parse.span(start).cover(span);
                out.push((n.tokens.start, Quantity { span, value: n.value, unit: String::new(), bound }));
            }
        }
    }
    out
}

/// Numbers from here to there without a separator are mostly years.
const YEARS: std::ops::RangeInclusive<f64> = 1500.0..=2200.0;

/// A sentence whose numbers are read.
struct Reader<'a> {
    words: &'a ClaimsWords,
    parse: &'a Parse<'a>,
    sentence: Range<usize>,
}

impl Reader<'_> {
    /// The quantity that a number gives, if it counts something.
    fn read(&self, n: &Number, them: Option<&str>) -> Option<Quantity> {
        let (start, end, unit) = match self.signed(n) {
            Some(known) => known,
            None => {
                let end = n.tokens.end;
                // "a 59-year-old woman", in one token or in several
                let hyphen = |t: usize| self.form(t) == "-" || self.form(t).starts_with('-');
                if hyphen(end) && (end + 1..end + 4).any(hyphen) {
                    return None;
                }
                let (unit, end) = self.counted(n, them)?;
                (n.tokens.start, end, unit)
            }
        };
        let (bound, start) = self.bound(start, n.tokens.end);
        let bound = n.bounded(bound);
        let span = self.parse.span(start).cover(self.parse.span(end - 1));
        Some(Quantity { span, value: n.value, unit, bound })
    }

    fn form(&self, t: usize) -> &str {
        if self.sentence.contains(&t) { self.parse.form(t) } else { "" }
    }

    /// A share or a sum of money: where it begins and ends, and its sign or code.
    fn signed(&self, n: &Number) -> Option<(usize, usize, String)> {
        let (words, first, end) = (self.words, n.tokens.start, n.tokens.end);
        let share = |end: usize| Some((first, end, "%".to_owned()));
        if self.form(end - 1).ends_with('%') {
            return share(end);
        }
        let phrase = words.percent_phrase.iter().enumerate().all(|(i, w)| self.form(end + i).eq_ignore_ascii_case(w));
        if phrase {
            return share(end + words.percent_phrase.len());
        }
        if words.percent.has(self.form(end)) {
            // "percentage points"
            let point = self.sentence.contains(&(end + 1))
                && self.parse.upos(end + 1) == Upos::Noun
                && self.parse.head(first) == Some(end + 1);
            return share(end + 1 + usize::from(point));
        }
        let sum = |start: usize, end: usize, code: &str| Some((start, end, code.to_owned()));
        if let Some((_, code)) = words.money_before(self.form(first)) {
            return sum(first, end, code);
        }
        let before = self.form(first.wrapping_sub(1));
        if let Some(code) = words.money_signs.get(before).filter(|_| !before.chars().all(char::is_lowercase)) {
            // "GH¢10,000" in three tokens
            let letters = self.form(first.wrapping_sub(2));
            let joined = !letters.is_empty() && letters.chars().all(|c| c.is_ascii_uppercase());
            let tight = joined && self.parse.span(first - 2).end == self.parse.span(first - 1).start;
            let country = words.money_signs.get(&format!("{letters}{before}")).filter(|_| tight);
            return sum(first - 1 - usize::from(country.is_some()), end, country.unwrap_or(code));
        }
        let after = self.form(end);
        let sign = || words.money_signs.get(after).filter(|_| !after.contains(char::is_alphabetic));
        words.money.get(after).or_else(sign).and_then(|code| sum(first, end + 1, code))
    }

    /// What a number counts, and the token after it all.
    fn counted(&self, n: &Number, them: Option<&str>) -> Option<(String, usize)> {
        let (words, p, end) = (self.words, self.parse, n.tokens.end);
        let here = |t: usize| self.sentence.contains(&t);
        if words.measures.get(self.form(end)).is_some() {
            return Some((self.measure(end), end + 1));
        }
        // "97 wounded", "12 dead"
        if words.befallen.has(self.form(end)) && !(here(end + 1) && p.upos(end + 1) == Upos::Noun) {
            return Some((words.bare.to_owned(), end + 1));
        }
        if words.of.has(self.form(end))
            && let Some((unit, end)) = self.part_of(end + 1, them)
        {
            return Some((unit, end));
        }
        if let Some(noun) = self.noun(n.tokens.start, end) {
            return Some((self.measure(noun), noun + 1));
        }
        if let Some(unit) = self.told_before(n.tokens.start) {
            return Some((unit, end));
        }
        // "killing 12", "Two survive": nobody else is counted so.
        self.stands_alone(n.tokens.clone()).then(|| (words.bare.to_owned(), end))
    }

    /// The noun that a number counts: its head, else the next noun with only modifiers between.
    fn noun(&self, t: usize, end: usize) -> Option<usize> {
        let (words, p) = (self.words, self.parse);
        let broken = |to: usize| (end..to).any(|i| p.upos(i) == Upos::Punct && self.form(i) != "-");
        if p.deprel(t) == Deprel::Nummod
            && let Some(h) = p.head(t).filter(|&h| h >= end && h < end + 6 && p.upos(h) == Upos::Noun && !broken(h))
        {
            return Some(h);
        }
        let mut best = None;
        for n in end..self.sentence.end.min(end + 4) {
            match p.upos(n) {
                Upos::Noun => best = Some(n),
                Upos::Adj | Upos::Propn if best.is_none() => {}
                Upos::Det | Upos::Adp if best.is_none() && words.between.has(p.form(n)) => {}
                _ => break,
            }
        }
        best
    }

    /// The whole that a part is taken of, from the token after "of": "nine of the region's 18 provinces", "31 of them
    /// children"; `them` where only a pronoun names it.
    fn part_of(&self, from: usize, them: Option<&str>) -> Option<(String, usize)> {
        let (mut best, mut pronoun) = (None, None);
        for t in from..self.sentence.end.min(from + BEHIND) {
            match self.parse.upos(t) {
                Upos::Noun => best = Some(t),
                _ if best.is_some() && self.words.genitive.has(self.form(t)) => best = None,
                _ if best.is_some() => break,
                Upos::Pron if self.words.objects.has(self.form(t)) => pronoun = Some(t),
                Upos::Pron | Upos::Det | Upos::Propn | Upos::Num => {}
                // "five of the world's 8,000-metre peaks"
                Upos::Punct if self.form(t) == "-" => {}
                Upos::Adj | Upos::Part if pronoun.is_none() => {}
                _ => break,
            }
        }
        let whole = best.map(|t| (self.measure(t), t + 1));
        whole.or_else(|| pronoun.and_then(|t| Some((them?.to_owned(), t + 1))))
    }

    /// The lemma of a counted noun, in one spelling; with "square" or "cubic" before it and "an hour" behind.
    fn measure(&self, noun: usize) -> String {
        let (lemma, measures) = (self.parse.lemma(noun), &self.words.measures);
        let Some(unit) = measures.get(self.form(noun)).or(measures.get(lemma)) else { return lemma.to_lowercase() };
        let power = self.form(noun.wrapping_sub(1));
        let power = if self.words.powers.has(power) { format!("{} ", power.to_lowercase()) } else { String::new() };
        let speed = self
            .words
            .speeds
            .iter()
            .any(|s| s.iter().enumerate().all(|(i, w)| self.form(noun + 1 + i).eq_ignore_ascii_case(w)));
        format!("{power}{unit}{}", if speed { self.words.an_hour } else { "" })
    }

    /// What a noun before the number says is counted: "the number of officers did not exceed 200", "the toll rose to 61",
    /// "a turnout of 180,000".
    fn told_before(&self, number: usize) -> Option<String> {
        let (words, p) = (self.words, self.parse);
        for t in (self.sentence.start.max(number.saturating_sub(BEFORE))..number).rev() {
            if written(words, self.form(t)).is_some() || matches!(self.form(t), ";" | ":") {
                return None;
            }
            let Some(unit) = words.counts.get(p.lemma(t)).filter(|_| p.upos(t) == Upos::Noun) else { continue };
            if unit != "-" {
                return Some(unit.to_owned());
            }
            let of = t + 1 < number && words.of.has(self.form(t + 1));
            let of = of.then(|| (t + 2..number).take(3).find(|&i| !matches!(p.upos(i), Upos::Det | Upos::Adj)));
            // "the number of dead", "the number of those killed"
            let fallen = (t + 2..number).take(3).any(|i| words.befallen.has(self.form(i)));
            if fallen {
                return Some(words.bare.to_owned());
            }
            return of.flatten().filter(|&i| p.upos(i) == Upos::Noun).map(|i| self.measure(i));
        }
        None
    }

    /// A number that is itself the subject or object of a verb of a toll.
    fn stands_alone(&self, number: Range<usize>) -> bool {
        let (words, p, last) = (self.words, self.parse, number.end - 1);
        let verb = p.head(last).filter(|&h| !number.contains(&h)).or(p.head(number.start));
        let is = |relations: &[Deprel]| [last, number.start].iter().any(|&t| relations.contains(&p.deprel(t)));
        let lemma = verb.map_or("", |v| p.lemma(v));
        let toll = words.tolls.has(lemma) && is(&[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Obj]);
        // "Seven were taken to hospital"
        let carried = words.carried.has(lemma) && is(&[Deprel::NsubjPass]);
        // "left 65 dead"
        let after = self.sentence.contains(&number.end)
            && words.tolls.has(p.lemma(number.end))
            && p.upos(number.end) != Upos::Noun;
        toll || carried || after
    }

    /// True if a number is itself what its verb or noun is about, not a part of a name ("Article 47", "Flight 312"), an age
    /// ("Marsh, 41,"), a year, a score or a line of a list.
    fn argues(&self, n: &Number) -> bool {
        let (p, first, last) = (self.parse, n.tokens.start, n.tokens.end - 1);
        let place = [first, last].iter().any(|&t| {
            matches!(p.deprel(t), Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj | Deprel::Obl | Deprel::Root)
        });
        let (before, after) = (self.form(first.wrapping_sub(1)), self.form(last + 1));
        let marked = |w: &str| w.chars().any(|c| matches!(c, '(' | ')' | '-' | '–' | '/' | ':' | '#' | ','));
        let named = first > self.sentence.start && matches!(p.upos(first - 1), Upos::Propn | Upos::Noun | Upos::Sym);
        let year = YEARS.contains(&n.value) && self.form(first).len() == 4 && !self.form(first).contains(',');
        let aged = self.words.aged.has(before);
        place && n.value >= 2.0 && !aged && !named && !year && !marked(before) && !marked(after)
    }

    /// How the words around a number bound it, and where the phrase begins.
    fn bound(&self, start: usize, end: usize) -> (Bound, usize) {
        let is = |from: usize, phrase: &[&str]| {
            phrase.iter().enumerate().all(|(i, w)| self.form(from + i).eq_ignore_ascii_case(w))
        };
        for (phrase, kind) in self.words.bounds {
            let kind = match kind {
                NumberBound::About => Bound::About,
                NumberBound::AtLeast => Bound::AtLeast,
                NumberBound::AtMost => Bound::AtMost,
            };
            if start >= self.sentence.start + phrase.len() && is(start - phrase.len(), phrase) {
                return (kind, start - phrase.len());
            }
            if phrase.len() == 2 && is(end, phrase) {
                return (kind, start);
            }
        }
        (Bound::Exact, start)
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::testing::claims_of;

    /// Each line: `TEXT => QUANTITIES`, a quantity being its value, unit and bound.
    #[test]
    fn read_from_sentences() {
        let table = "
            // Figures and words.
            One hundred and twelve persons were held. => 112 person
            Two million three hundred and fifty thousand voters had registered. => 2350000 voter
            About two thousand demonstrators had gathered by noon. => 2000 demonstrator About
            Several hundred people marched to the ministry. => 200 people AtLeast
            A few dozen youths blocked the road. => 24 youth AtLeast
            Tens of thousands of residents fled. => 20000 resident AtLeast
            Half a million homes lost power. => 500000 home
            The operation took two and a half million litres of water. => 2500000 litre
            Close to four lakh voters came. => 400000 voter About
            Twenty-one students and 3.5m visitors were counted. => 21 student; 3500000 visitor
            The pipe is 30 m long. => 30 metre
            Some 5 000 people fled, and 12\u{a0}500 voters stayed. => 5000 people About; 12500 voter
            In 2011 300 people left. => 300 people
            // Shares and money.
            Turnout reached 62 per cent, up from 54%. => 62 %; 54 %
            Net withdrawals came to GH¢340 million. => 340000000 GHS
            The fund held R11 million and US$5.5m. => 11000000 ZAR; 5500000 USD
            Each family gets Rs 10 lakh, and the widow 850 rand a month. => 1000000 INR; 850 ZAR
            The bridge cost £210 million, not 180 million euros. => 210000000 GBP; 180000000 EUR
            A $4-billion deal for a $2.6-million booty. => 4000000000 USD; 2600000 USD
            Nobody was hurt and no one died, but one person fell ill. => 1 person
            // Parts of a whole.
            The outage struck nine of the region's 18 provinces. => 9 province; 18 province
            Two of the bank's nine directors voted against it. => 2 director; 9 director
            The clinic received 97 wounded, 31 of them children. => 97 people; 31 child
            Thirty-one guards were injured, four of them seriously. => 31 guard; 4 guard
            Five of its members resigned. => 5 member
            She had climbed five of the world's 8,000-metre peaks. => 5 peak; 8000 metre
            // What is counted stands before the number, or goes without saying.
            The death toll climbed to 46. => 46 death
            The number of officers present did not exceed 200. => 200 officer AtMost
            The authorities put the number of dead at 79. => 79 people
            Organisers claimed a turnout of 180,000. => 180000 people
            It was home to a population of 130,000. => 130000 people
            Seven were taken to hospital, and 112 were detained. => 7 people; 112 people
            The quake left 65 dead. => 65 people
            // Measures.
            Deliveries continued at 50 million cubic metres a day. => 50000000 cubic metre
            The fire burned 12 square kilometers of forest, 45km from the coast. => 12 square kilometre; 45 kilometre
            The train was doing 90 kilometres an hour. => 90 kilometre an hour
            The officer was hit twice in the chest, and the car three times. => 2 time; 3 time
            The hall is twice the size of the old one, and twice as high. =>
            // No quantities: ages, years, names.
            A 59-year-old woman was the only survivor. =>
            The town was founded in 1872. =>
            He lives in Room R. =>
            ";
        let mut wrong = Vec::new();
        for row in table.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with("//")) {
            let (text, want) = row.split_once(" =>").unwrap();
            let (_, claims) = claims_of(text);
            let mut all: Vec<_> = claims.iter().flat_map(|c| &c.quantities).collect();
            all.sort_by_key(|q| q.span);
            all.dedup();
            let told = all.iter().map(|q| {
                let bound = format!("{:?}", q.bound).replace("Exact", "");
                format!("{} {} {}", q.value, q.unit, bound).trim().to_owned()
            });
            let told: Vec<String> = told.collect();
            if told.join("; ") != want.trim() {
                wrong.push(format!("{text}\n  want {}\n  told {}", want.trim(), told.join("; ")));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
