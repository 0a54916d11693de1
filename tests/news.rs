//! Expressions in sentences as news agencies, broadcasters and papers write them, with the TIMEX3 values that they have
//! by the guidelines; and dossiers in which one article dates what another tells of.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::timeline::{check, dossier};

/// A day of publication, and text in which each expression stands in braces with its value.
const VALUES: &[(&str, &str)] = &[
    (
        // A Wednesday.
        "2013-05-08",
        "The trade deficit narrowed in {March => 2013-03}, the ministry said {Tuesday => 2013-05-07}, as imports fell. \
         Exports fell 0.9 percent from {a month earlier => 2013-02}. {Over the last 12 months => P12M}, imports rose 3 percent. \
         {Two years ago => 2011}, the gap was twice as large. The bank will meet {next month => 2013-06}; its last meeting \
         ended on {May 1 => 2013-05-01}. Jobs have been scarce for {years => PXY}. Figures are revised {every month => P1M}.",
    ),
    (
        // A Wednesday.
        "2029-10-24",
        "Norsund Bank posted {third-quarter => 2029-Q3} profit of 4 billion on {Wednesday => 2029-10-24}. It set aside 600 \
         million, compared with 450 million in {the previous quarter => 2029-Q2}. It cut jobs in {the first half of the year => 2029-H1} \
         and plans a branch in {Q1 2030 => 2030-Q1}. The bank traces its roots to {the 1860s => 186}.",
    ),
    (
        // A Friday.
        "2032-05-21",
        "The launch was postponed on {May 11 => 2032-05-11} because of a fuel leak and again on {Monday => 2032-05-17} due to \
         wind. The probe is scheduled to land in {2037 => 2037}. The final, delayed by rain on {Sunday => 2032-05-16}, will be \
         played on {Monday => 2032-05-24}.",
    ),
    (
        // A Monday.
        "2025-12-29",
        "The union has threatened a strike in {mid-January => 2026-01} if no deal is reached by {Friday => 2026-01-02}. \
         Talks broke down on {Christmas Eve => 2025-12-24}. The trial is set for {March 3 => 2026-03-03}.",
    ),
    (
        // A Tuesday.
        "2028-10-10",
        "A train hit a bus at {2 p.m. => 2028-10-09T14:00} in Alba on {Monday => 2028-10-09}. \
         A drone hit the port on {Oct. 3 => 2028-10-03}. The talks are to start at {10 a.m. Moscow time => 2028-10-11T10:00} \
         ({0700 GMT => 2028-10-11T07:00}) on {Wednesday => 2028-10-11}.",
    ),
    (
        // A Thursday.
        "2028-04-13",
        "The hall was cleared shortly before {midnight => 2028-04-12T24:00}. She bought the mill in {June 2026 => 2026-06}. She sold \
         it on {19 June => 2026-06-19}. The club won the cup in {March 2025 => 2025-03}. It lost to Brann on {28 March => 2028-03-28}.",
    ),
    (
        // A Thursday.
        "2028-04-20",
        "The dig ran from {April => 2027-04} to {October 2027 => 2027-10}. He seized the ship in {late 2026 => 2026} and freed it \
         {four months later => XXXX-XX}. The mosaic is from {the third century => 02}. It was warm until {Friday the 14th => 2028-04-14}.",
    ),
    (
        // A Wednesday.
        "2029-09-05",
        "The premier called elections for {October 14 => 2029-10-14}. A minister had quit {the previous week => 2029-W35}. \
         As recently as {Monday night => 2029-09-03TNI} he denied it. {Later in the day => 2029-09-03} he left after \
         {decades => PXDE} of rule. About 2020 people cheered, and The Sunday Courier ran a picture.",
    ),
    (
        // A Wednesday: what is declared, and what is asked of somebody, lies ahead.
        "2029-03-14",
        "The central bank announced capital rules effective on {Monday => 2029-03-19}. The mayor banned cars from the old town \
         from {Thursday => 2029-03-15}. The king declared {three days => P3D} of mourning, starting on {Friday => 2029-03-16}. \
         The judge told both sides to file papers by {Friday => 2029-03-16}. The firm must repay lenders who did not agree by \
         {Tuesday => 2029-03-20}. Voters were given until {Saturday => 2029-03-17} to register. The fair ran for \
         {three days => P3D} starting on {Saturday => 2029-03-10}. The coach had told players to report by {Monday => 2029-03-12}. \
         The plant built 400 cars by {Tuesday => 2029-03-13}.",
    ),
    (
        // A Wednesday: a place between a clock time and its day, and a day told for readers elsewhere.
        "2029-03-14",
        "A blackout hit the city at {6:40 p.m. => 2029-03-12T18:40} near the main substation on {Monday => 2029-03-12}. \
         Rain stopped play at {3 p.m. => 2029-03-11T15:00} at the football ground on {Sunday => 2029-03-11}. \
         The rocket lifted off at {10:05 a.m. local time => 2029-03-13T10:05} ({0205 GMT on Tuesday => 2029-03-13T02:05}). \
         The quake hit at {4.12 a.m. local time => 2029-03-10T04:12} ({2312 GMT on Friday => 2029-03-09T23:12}). An aftershock \
         came {three hours later => 2029-03-10}.",
    ),
];

#[test]
fn values_of_news() {
    let mut wrong = Vec::new();
    for (published, marked) in VALUES {
        let (mut text, mut want) = (String::new(), Vec::new());
        let mut rest = *marked;
        while let Some((before, inside)) = rest.split_once('{') {
            let (inside, after) = inside.split_once('}').unwrap();
            let (words, value) = inside.split_once(" => ").unwrap();
            text.push_str(before);
            want.push((text.len(), words, value));
            text.push_str(words);
            rest = after;
        }
        text.push_str(rest);
        let found = dossier(&[(published, &text)]).timeline().expressions;
        for (at, words, value) in &want {
            // The texts are ASCII: units of UTF-16 are bytes.
            let hit =
                found.iter().find(|t| t.span.start as usize <= *at + 5 && t.span.end as usize == at + words.len());
            match hit {
                Some(t) if t.value == *value => {}
                Some(t) => wrong.push(format!("{published} {words}: {} for {value}", t.value)),
                None => wrong.push(format!("{published} {words}: missed")),
            }
        }
        let known =
            |t: &&synoptic::view::Timex| want.iter().any(|(at, words, _)| t.span.end as usize == at + words.len());
        for t in found.iter().filter(|t| !known(t)) {
            wrong.push(format!("{published}: {} is none", &text[t.span.start as usize..t.span.end as usize]));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_ferry() {
    check(
        &[
            (
                "2031-08-17",
                "Divers on Saturday recovered 14 more bodies from the ferry Queen Isla, which sank off Mantau island last weekend \
                 with 180 people aboard.\n\nThe captain was detained a day after the sinking.",
            ),
            (
                "2031-08-11",
                "The ferry Queen Isla sank in heavy seas off Mantau on Sunday night, the coast guard said Monday.\n\n\
                 The ferry was built in 1987 and had failed an inspection in 2029.",
            ),
        ],
        "2031-08-10 sank off Mantau island
         2031-08-11 captain was detained
         2029-01-01/2029-12-31 failed an inspection",
    );
}

#[test]
fn a_ceasefire() {
    check(
        &[
            (
                "2027-11-30",
                "A ceasefire between Tervia and rebels in the Dorun hills took effect at midnight on Monday after 14 months of \
                 fighting.\n\nUnder the deal, signed on Saturday in Doha, both sides are to withdraw within 60 days. Hours before \
                 the truce, shells hit a market in Lask, killing nine.",
            ),
            (
                "2027-12-02",
                "The truce in Tervia held for a second day on Wednesday, monitors said.\n\nThe first prisoners were exchanged two \
                 days after the ceasefire. The army denied that it had shelled Lask on Tuesday.",
            ),
        ],
        "2027-11-29 took effect
         2027-11-27 signed on Saturday
         2027-11-28/2027-11-29 shells hit
         2027-12-01 prisoners were exchanged
         no 2027-11-30 had shelled",
    );
}

#[test]
fn a_coup_and_its_eve() {
    check(
        &[
            (
                "2028-03-05",
                "Soldiers in Belmora seized the state broadcaster and arrested President Idris Kane before dawn on Saturday, witnesses \
                 said.\n\nKane had ruled since a 1998 coup.",
            ),
            (
                "2028-03-08",
                "The regional bloc ECOMAR on Tuesday suspended Belmora, three days after the coup.\n\nOn the eve of the coup, Kane \
                 had dismissed his army chief. The junta freed two ministers on Monday.",
            ),
        ],
        "2028-03-04 arrested President Idris Kane
         2028-03-07 suspended Belmora
         2028-03-03 dismissed his army chief
         2028-03-06 freed two ministers",
    );
}

#[test]
fn a_verdict_of_wednesday() {
    check(
        &[
            (
                "2029-06-14",
                "The former minister Milan Dvor was found guilty of fraud on Wednesday.\n\nDvor fled in late 2022 and was arrested \
                 in Lisbon in March 2024. He was extradited two months later.",
            ),
            (
                "2029-06-16",
                "The former minister Milan Dvor spent two nights in prison after Wednesday's verdict.\n\nTwo days after the \
                 verdict, his party expelled him. Dvor condemned Friday's raid on his house on Saturday.",
            ),
        ],
        "2029-06-13 found guilty
         2024-05-01/2024-05-31 extradited
         2029-06-15 expelled him
         2029-06-16 Dvor condemned
         no 2029-06-13/2029-06-16 spent two nights",
    );
}

/// What a label says of whom, where other names stand nearer to the verb, and where nobody can be named.
#[test]
fn labels_of_news() {
    for (words, label) in [
        (
            "A French engineer held for 15 months in the Sahel was freed on Sunday.",
            "A French engineer held for 15 months in the Sahel was freed on Sunday",
        ),
        (
            "Police fired tear gas on Sunday and arrested 40 people.",
            "Police fired tear gas on Sunday and arrested 40 people",
        ),
        ("The bank lost 4 million in May. It fell 2 percent from a year earlier.", "The bank lost 4 million in May"),
    ] {
        let timeline = dossier(&[("2031-05-12", words)]).timeline();
        let labels: Vec<_> = timeline.entries.iter().map(|e| e.label.as_str()).collect();
        assert!(labels.contains(&label), "{labels:?}");
    }
}
