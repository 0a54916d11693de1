//! Every rule runs its own examples.

use super::find::find_with_friends;
use super::resolve;
use crate::articles::{Basis, Published};
use crate::dates::DayRange;
use crate::english::English;
use crate::tags::Tags;
use crate::text::{Block, BlockKind, Span};
use crate::times::Timex;
use crate::tokens;

/// The expressions of a text published on Wednesday 15 July 2020.
fn expressions(text: &str) -> Vec<Timex> {
    let english = English::shared();
    let blocks = [Block { span: Span::new(0, text.len()), kind: BlockKind::Body }];
    let tokens = tokens::tokenize(english, text, &blocks);
    let mut found = find_with_friends(english, text, &tokens);
    let range = DayRange::parse("2020-07-15").unwrap();
    let published = Published { range, basis: Basis::Given, evidence: Vec::new() };
    resolve(english, text, &tokens, &Tags::default(), &published, &mut found);
    found
}

#[test]
fn rules_can_be_read() {
    let faults = &super::find::Grammar::shared(&English::shared().times).faults;
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn rules_run_their_examples() {
    let mut wrong = Vec::new();
    for rule in English::shared().times.rules.iter().copied().flatten() {
        if rule.ok.is_empty() || rule.no.is_empty() {
            wrong.push(format!("{}: wants examples, right and wrong", rule.name));
        }
        for example in rule.ok {
            let (marked, value) = example.split_once(" => ").map_or((*example, None), |(m, v)| (m, Some(v)));
            let (before, rest) =
                marked.split_once('{').unwrap_or_else(|| panic!("{}: no braces: {example}", rule.name));
            let (inside, after) = rest.split_once('}').unwrap_or_else(|| panic!("{}: no braces: {example}", rule.name));
            let text = format!("{before}{inside}{after}");
            let found = expressions(&text);
            let hit = found.iter().find(|t| t.rule == rule.name && t.span.of(&text) == inside);
            match (hit, value) {
                (Some(t), Some(value)) if t.value != value => {
                    wrong.push(format!("{}: {example}: value {}", rule.name, t.value));
                }
                (Some(_), _) => {}
                (None, _) => {
                    let got: Vec<_> = found.iter().map(|t| (t.rule, t.span.of(&text), t.value.as_str())).collect();
                    wrong.push(format!("{}: {example}: found {got:?}", rule.name));
                }
            }
        }
        for text in rule.no {
            if let Some(t) = expressions(text).iter().find(|t| t.rule == rule.name) {
                wrong.push(format!("{}: fires in `{text}` on `{}`", rule.name, t.span.of(text)));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// No input makes the stage panic or overflow; an impossible date says so.
#[test]
fn absurd_dates() {
    for text in [
        "32 March",
        "99/99/9999",
        "year 0",
        "in the year 0",
        "0000-00-00",
        "1000000000000000000000000000000 days ago",
        "999999 years ago",
        "5 million centuries from now",
        "2020-02-30",
        "31 April 2020",
        "29 February 2019",
        "99:99",
        "25:61 GMT",
        "Jan. 0",
        "the 999th century",
        "12/31/9999 and ten days later",
        "'99",
        "-5 days ago",
        "2024-13-40",
        "10^30 days ago",
        "at 7:08 GMT EST +03:00 on 31/02/2024",
        "0/0/0000",
        "1/0 days ago",
        "a a a a a a of of of the the the",
        "9999999999999999999999/9999999999999999999/99999999999999999999",
    ] {
        for t in expressions(text) {
            assert!(t.range.is_some() || !t.steps.is_empty(), "{text}: {t:?}");
        }
    }
    for text in ["on 31 April 2020", "on 2024-13-40", "on 32 March", "in the year 0", "some 10^30 days ago"] {
        let found = expressions(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].range.clone(), found[0].value.as_str()), (None, "XXXX-XX-XX"), "{text}");
    }
    let many = "on 31 April 2020 and two days before 3 May 99999 ".repeat(3000);
    assert!(expressions(&many).len() >= 6000);
    assert!(expressions("on 31 April 2020")[0].steps[0].contains("no date"));
}
