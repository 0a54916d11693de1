//! Who is one and who is not, on invented stories: an election, an earthquake, a trial, an uprising.

use synoptic::view::{ArticleInput, Entity, View};

fn read(articles: &[&str]) -> (View, Vec<Entity>) {
    let mut view = View::default();
    for text in articles {
        view.add(&ArticleInput { text: Some((*text).to_owned()), ..ArticleInput::default() }).unwrap();
    }
    let entities = view.entities();
    (view, entities)
}

/// The entity of the `nth` place where article `a` (both from 0) has these words; the innermost mention there.
fn at<'a>(articles: &[&str], entities: &'a [Entity], place: &str) -> Option<&'a Entity> {
    let (a, words) = place.split_once(' ').unwrap();
    let (words, nth) = words.split_once('#').unwrap_or((words, "0"));
    let a: usize = a.parse().unwrap();
    let from = articles[a].match_indices(words).nth(nth.parse().unwrap()).unwrap_or_else(|| panic!("no {place}")).0;
    let utf16 = |byte: usize| articles[a][..byte].encode_utf16().count() as u32;
    let (start, end) = (utf16(from), utf16(from + words.len()));
    let touching = entities.iter().flat_map(|e| e.mentions.iter().map(move |m| (e, m.span)));
    touching
        .filter(|(_, s)| s.input as usize == a && s.start <= start && end <= s.end)
        .min_by_key(|(_, s)| s.end - s.start)
        .map(|(e, _)| e)
}

fn check(articles: &[&str], one: &[&[&str]], apart: &[(&str, &str)]) {
    let (_, entities) = read(articles);
    let id = |p: &str| at(articles, &entities, p).unwrap_or_else(|| panic!("no mention at {p}")).id.clone();
    for group in one {
        for p in &group[1..] {
            assert_eq!(id(group[0]), id(p), "{} and {p} are one", group[0]);
        }
    }
    for (a, b) in apart {
        assert_ne!(id(a), id(b), "{a} and {b} are two");
    }
}

const VOTE: &[&str] = &[
    "LUMBALA, March 3 (Wire) - Opposition leader Chidi Okafor has won the presidential election, the electoral commission \
     said on Monday, ending the 22-year rule of President Samuel Mwanza.\n\nOkafor, a former governor of the Southern \
     Province, took 53 percent of the vote. Mwanza said he would accept the result. Kenya and Tanzania sent their \
     congratulations, and Nairobi offered help with the handover.\n\nOkafor's wife, Ngozi Okafor, thanked the voters. She \
     said her husband had slept only two hours. The African Union (AU) praised the vote. The AU said its observers had \
     seen few problems.",
    "Chidi Okafor is to be sworn in next month after Samuel Mwanza conceded defeat.\n\nOkafor met an envoy of the A.U., \
     Fatima al-Zahrawi, in Lumbala. Al-Zahrawi called the vote a lesson for the continent. She flew to Nairobi on \
     Tuesday. The United States congratulated Okafor. The U.S. had threatened sanctions, State Department spokesman Neil \
     Harper said.",
];

#[test]
fn an_election() {
    check(
        VOTE,
        &[
            &["0 Chidi Okafor", "0 Okafor#1", "0 a former governor", "1 Chidi Okafor", "1 Okafor#1"],
            &["0 Samuel Mwanza", "0 Mwanza#1", "0 he ", "1 Samuel Mwanza"],
            &["0 Ngozi Okafor", "0 She"],
            &["0 African Union", "0 AU#1"],
            &["1 Fatima al-Zahrawi", "1 Al-Zahrawi", "1 She"],
            &["1 United States", "1 U.S."],
        ],
        &[("0 Chidi Okafor", "0 Ngozi Okafor"), ("0 Chidi Okafor", "0 Samuel Mwanza"), ("0 Kenya", "0 Nairobi")],
    );
}

#[test]
fn a_capital_that_acts_is_a_government() {
    let (_, entities) = read(VOTE);
    let nairobi = at(VOTE, &entities, "0 Nairobi").unwrap();
    let told: Vec<Option<&str>> = nairobi.mentions.iter().map(|m| m.metonym_for.as_deref()).collect();
    assert_eq!(told, [Some("Kenyan government"), None], "offers help; is flown to");
}

#[test]
fn an_earthquake() {
    check(
        &[
            "A powerful earthquake struck the city of Denizli in western Turkey on Friday, killing at least 40 people, officials \
             said.\n\nInterior Minister Kemal Yıldız visited Denizli. Yildiz told the newspaper Hurriyet that 300 buildings had \
             collapsed. The newspaper said residents slept in their cars.\n\nVolkswagen AG stopped work at its plant near Izmir. \
             The company said none of its workers were hurt.",
            "Rescue workers in Denizli pulled six more bodies from the rubble on Saturday. Kemal Yildiz, the Turkish interior \
             minister, said the search would go on in Türkiye. He thanked Greece, which sent a team. Athens also offered field \
             hospitals.\n\nVolkswagen said that production in İzmir would resume on Monday.",
        ],
        &[
            &["0 Kemal Yıldız", "0 Yildiz", "1 Kemal Yildiz", "1 the Turkish interior", "1 He "],
            &["0 Turkey", "1 Türkiye"],
            &["0 Denizli", "1 Denizli"],
            &["0 Hurriyet", "0 The newspaper"],
            &["0 Volkswagen AG", "0 The company", "1 Volkswagen"],
        ],
        &[("1 Türkiye", "1 Turkish"), ("1 Greece", "1 Athens")],
    );
}

#[test]
fn a_trial() {
    check(
        &[
            "A court in Porto Claro sentenced the former mayor, Luis Carvalho Jr., to six years in prison on Wednesday for taking \
           bribes. Judge Helena Duarte said he had shown no remorse.\n\nHis father, Luis Carvalho Sr., wept in court. Prosecutor \
           Marta Reis asked for eight years. Reis said she might appeal.",
        ],
        &[&["0 Marta Reis", "0 Reis#1", "0 she"], &["0 Luis Carvalho Jr.", "0 the former mayor"]],
        &[("0 Luis Carvalho Jr.", "0 Luis Carvalho Sr."), ("0 Helena Duarte", "0 Marta Reis")],
    );
}

#[test]
fn an_uprising_under_many_words() {
    check(
        &[
            "Rebels seized the town of Ambara in northern Sudan on Monday. Sudan said the insurgents had killed two officers. Kurdish \
             fighters abroad praised them.",
            "Armed factions hold Ambara, Sudan confirmed on Tuesday. A spokesman for the militants told Al Jazeera that the rebels \
             would move on.",
        ],
        &[&["0 Rebels", "0 the insurgents", "1 Armed factions", "1 the militants", "1 the rebels"]],
        &[("0 Rebels", "0 Kurdish")],
    );
}

#[test]
fn the_reader_goes_before_every_rule() {
    use synoptic::view::Correction;
    let (mut view, entities) = read(VOTE);
    let id = |entities: &[Entity], place: &str| at(VOTE, entities, place).map(|e| e.id.clone());
    let (wife, man) = (id(&entities, "0 Ngozi Okafor").unwrap(), id(&entities, "0 Chidi Okafor").unwrap());
    view.correct(&Correction::Merge { entities: [wife.clone(), man] }).unwrap();
    let merged = view.entities();
    assert_eq!(id(&merged, "0 Ngozi Okafor"), id(&merged, "1 Chidi Okafor"));
    let both = id(&merged, "0 Ngozi Okafor").unwrap();
    assert!(at(VOTE, &merged, "0 Ngozi Okafor").unwrap().joined.iter().any(|j| j.why.contains("reader")));

    view.correct(&Correction::Split { entity: both, form: "Ngozi Okafor".into() }).unwrap();
    let split = view.entities();
    assert_ne!(id(&split, "0 Ngozi Okafor"), id(&split, "1 Chidi Okafor"));

    let kenya = id(&split, "0 Kenya").unwrap();
    view.correct(&Correction::Rename { entity: kenya.clone(), name: "Republic of Kenya".into() }).unwrap();
    view.correct(&Correction::Retype { entity: kenya, kind: "ORG".into() }).unwrap();
    let renamed = view.entities();
    let kenya = at(VOTE, &renamed, "0 Kenya").unwrap();
    assert_eq!((kenya.name.as_str(), kenya.kind), ("Republic of Kenya", "ORG"));

    let tanzania = id(&renamed, "0 Tanzania").unwrap();
    view.correct(&Correction::NotAName { entity: tanzania }).unwrap();
    assert!(view.entities().iter().all(|e| e.name != "Tanzania"));
}

#[test]
fn the_order_of_articles_changes_no_union() {
    let names = |articles: &[&str]| {
        let mut all: Vec<Vec<String>> = read(articles)
            .1
            .iter()
            .map(|e| {
                let mut forms: Vec<String> = e.aliases.iter().map(|a| a.form.clone()).collect();
                forms.sort();
                forms
            })
            .collect();
        all.sort();
        all
    };
    assert_eq!(names(VOTE), names(&[VOTE[1], VOTE[0]]));
}

#[test]
fn hostile_texts_are_bounded() {
    for text in [
        "Ivan Ivanov ".repeat(4000),
        format!("{} said {}.", "Name".repeat(200), "Abu-".repeat(400)),
        "Ан Bn (ABC) (ABC (".repeat(500),
        "the rebels, the rebels, he said. ".repeat(1500),
        "\u{301}\u{301}' - al- al- al- ' s".repeat(300),
    ] {
        read(&[&text, &text]);
    }
}
