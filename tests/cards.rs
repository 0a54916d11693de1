//! Whole cards of invented dossiers: relation, question, sides and the reason.

use synoptic::view::{ArticleInput, View};

/// What a card shows.
#[derive(Debug)]
struct Card {
    relation: &'static str,
    question: String,
    why: String,
    /// Per side its words.
    sides: Vec<Vec<String>>,
}

impl Card {
    fn shows(&self, words: &str) -> bool {
        self.sides.iter().flatten().any(|w| w.contains(words))
    }
}

/// The cards of invented articles.
fn cards(articles: &[&str]) -> Vec<Card> {
    let mut view = View::default();
    for text in articles {
        view.add(&ArticleInput { text: Some((*text).to_owned()), ..ArticleInput::default() }).unwrap();
    }
    let units: Vec<Vec<u16>> = articles.iter().map(|text| text.encode_utf16().collect()).collect();
    let cut =
        |k: &synoptic::view::Span| String::from_utf16_lossy(&units[k.input as usize][k.start as usize..k.end as usize]);
    let groups = view.claim_diff(None).unwrap().groups.into_iter();
    let card = |g: synoptic::view::Group| Card {
        relation: g.relation,
        question: g.question,
        why: g.differs_in.first().map_or_else(String::new, |d| d.why.clone()),
        sides: g.sides.iter().map(|s| s.members.iter().map(|m| cut(&m.key)).collect()).collect(),
    };
    groups.map(card).collect()
}

/// What copies say is said once, by all of them, however many they are.
#[test]
fn copies_stand_together() {
    for n in [2, 8, 70, 200] {
        let text = |dead: u32, day: &str| {
            format!(
                "The ferry Lestari sank off Izmir on {day}, killing {dead} people, the governor said.\n\nRescue teams from three towns reached the wreck within two hours."
            )
        };
        let texts: Vec<String> = (0..n).map(|i| text(if i == n / 2 { 34 } else { 29 }, "Sunday")).collect();
        let cards = cards(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let toll = cards.iter().find(|c| c.relation == "conflict").unwrap_or_else(|| panic!("{n}: {cards:#?}"));
        let mut sides: Vec<usize> = toll.sides.iter().map(Vec::len).collect();
        sides.sort_unstable();
        assert_eq!(sides, [1, n - 1], "{n}");
        let agreed = cards.iter().filter(|c| c.relation == "agree").map(|c| c.sides[0].len()).max();
        assert_eq!(agreed, Some(n), "{n}");
    }
}

/// A word that is put for another, not known to mean the same, makes no agreement.
#[test]
fn another_word_is_no_agreement() {
    for (a, b, agree) in [
        (
            "The pilots of the airline wore green badges at the gate.",
            "The pilots of the airline wore orange badges at the gate.",
            false,
        ),
        ("The court freed the four students on Monday.", "The court released the four students on Monday.", true),
    ] {
        assert_eq!(cards(&[a, b]).iter().any(|g| g.relation == "agree"), agree, "{a} / {b}");
    }
}

/// "At least 40" allows 58, too: no conflict, though so much more is a difference.
#[test]
fn a_bound_allows_more() {
    let cards = cards(&[
        "The earthquake in Belvero on Monday killed at least 40 people, the mayor said.",
        "The earthquake in Belvero on Monday killed 58 people, the governor said.",
    ]);
    let dead = |c: &Card| (c.relation, c.question.as_str()) == ("differ", "How many died?");
    assert!(cards.iter().any(dead) && cards.iter().all(|c| c.relation != "conflict"), "{cards:?}");
}

/// A later count is told with its day, and who gives a figure of one side stands there; the words can be read alone.
#[test]
fn counts_of_two_days() {
    let cards = cards(&[
        "RIVA, June 3 - A landslide hit the village of Sarno on Thursday, killing at least 17 people, officials said. About 30 houses were swept away.",
        "RIVA, June 5 - A landslide hit the village of Sarno on Thursday, killing at least 23 people, officials said. About 45 houses were swept away.",
        "RIVA, June 5 - Twenty-three people were killed when a landslide hit the village of Sarno. About 45 houses were swept away, the mayor said.",
    ]);
    let toll = cards.iter().find(|c| c.question == "How many died?").expect("the dead");
    assert_eq!(toll.relation, "differ");
    assert_eq!(toll.why, "One account has “at least 17 people” (3 June), another “at least 23 people” (5 June).");
    let whole = "A landslide hit the village of Sarno on Thursday, killing at least 17 people, officials said";
    let joined = "Twenty-three people were killed when a landslide hit the village of Sarno";
    assert_eq!(toll.sides[0], [whole]);
    assert_eq!(toll.sides[1][1..], [joined]);
    assert!(cards.iter().all(|c| c.relation != "conflict"), "{cards:?}");
}

/// Hours that two verbs tell may be of two steps: alone they differ, and they join no card of hours that are surely of one.
#[test]
fn hours_of_two_steps() {
    let off = "The aircraft took off from Belvero at 6:04 a.m., the airport said.";
    let left = "The aircraft left Belvero at 5:32 a.m., the airline said.";
    let sprayed = "The aircraft was sprayed with fluid at Belvero at 4:10 a.m., a mechanic said.";
    for other in [off, left] {
        let cards = cards(&[other, sprayed]);
        let two = cards.iter().find(|c| c.shows("sprayed")).expect("two steps");
        assert_eq!((two.relation, two.sides.len(), cards.len()), ("differ", 2, 1), "{cards:?}");
    }
    let cards = cards(&[off, left, sprayed]);
    let one = cards.iter().find(|c| c.question == "When did the aircraft leave Belvero?").expect("the hour");
    assert_eq!((one.relation, one.sides.len(), one.shows("sprayed")), ("conflict", 2, false), "{one:?}");
}

/// A figure so many times another is of something else; one near it is another count of the same.
#[test]
fn figures_worlds_apart() {
    for (more, counted) in [("110", true), ("2,100", false)] {
        let other = format!(
            "The rebels attacked Keleh on Monday, residents said. More than {more} people died when a dinghy sank off Malta, according to the UN."
        );
        let cards = cards(&[
            "The rebels attacked Keleh on Monday, the army said. In October, 94 people died when a dinghy sank off Malta.",
            &other,
        ]);
        assert!(cards.iter().any(|c| c.relation == "agree" && c.shows("rebels")), "{cards:?}");
        assert_eq!(cards.iter().any(|c| c.question == "How many died?"), counted, "{more}: {cards:?}");
        assert_eq!(cards.iter().any(|c| c.relation != "agree"), counted, "{more}: {cards:?}");
    }
}

/// The dead of one account and the hurt of another are no agreement, nor are "once" and "three times".
#[test]
fn agreements_give_way() {
    let account = |who: &str, befell: &str, shots: &str| {
        format!(
            "An explosion tore through a factory in Belvero on Monday. Some 300 people were {befell} in the explosion, {who} said. Guard Pavel Kolar was shot {shots} by police."
        )
    };
    for (befell, shots, same) in [("killed", "three times", true), ("hurt", "once", false)] {
        let cards = cards(&[&account("the mayor", "killed", "three times"), &account("the governor", befell, shots)]);
        for (a, b) in [("were killed", format!("were {befell}")), ("shot three times", format!("shot {shots}"))] {
            let both = |c: &Card| c.relation == "agree" && c.shows(a) && c.shows(&b);
            assert_eq!(cards.iter().any(both), same, "{b}: {cards:?}");
        }
    }
}

/// What is to come is asked as such.
#[test]
fn what_is_to_come() {
    let cards = cards(&[
        "The bank collapsed on Monday. The bank will pay 300 million euros to savers.",
        "The bank collapsed on Monday. The bank will pay 450 million euros to savers.",
    ]);
    assert!(cards.iter().any(|c| c.question == "How much money will the bank pay?"), "{cards:?}");
}
