//! One timeline from several articles, on made-up dossiers: what only the articles together date comes out, and what
//! shares no more than a word stays apart.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::timeline::{check, dossier};

#[test]
fn an_earthquake() {
    check(
        &[
            (
                "2023-03-09",
                "A powerful earthquake struck the northern province of Arda on Monday, killing at least 40 people.\n\n\
              Hours after the quake, rescuers pulled two children from a collapsed school. Two days after the earthquake, \
              the government declared a state of emergency. The prime minister, Lena Orsk, is expected to visit the region next week.",
            ),
            (
                "2023-03-12",
                "Aid groups said on Sunday that thousands were still without shelter in Arda.\n\n\
              The quake struck shortly after dawn on March 6. Three days before the earthquake, villagers had reported cracks \
              in the Varno dam. The dam burst the day after the quake, the army said. A smaller earthquake hit the coast of Milos in 2019.",
            ),
        ],
        "2023-03-06 A powerful earthquake struck
         2023-03-06 The quake struck shortly after dawn
         2023-03-06/2023-03-07 pulled two children
         2023-03-08 declared a state of emergency
         2023-03-03 villagers had reported cracks
         2023-03-07 The dam burst
         2019-01-01/2019-12-31 smaller earthquake
         no 2023-03-06 smaller earthquake",
    );
}

#[test]
fn an_election() {
    check(
        &[
            (
                "2021-10-04",
                "Maria Teller won the presidential election on Sunday with 52 percent of the vote.\n\n\
              Her rival, Jon Brack, conceded defeat within hours of the vote. Two days before the election, a court had rejected his appeal.",
            ),
            (
                "2021-10-06",
                "Jon Brack said he would not challenge the result of the October 3 election.\n\n\
              A week before the vote, Brack dismissed his campaign manager. In the 2016 election, Teller lost to Brack by a narrow margin.",
            ),
        ],
        "2021-10-03 won the presidential election
         2021-10-03 the October 3 election
         2021-10-03/2021-10-04 conceded defeat
         2021-10-01 a court had rejected his appeal
         2021-09-26 Brack dismissed his campaign manager
         2016-01-01/2016-12-31 the 2016 election
         no 2021-10-03 the 2016 election",
    );
}

#[test]
fn a_trial() {
    check(
        &[
            (
                "2022-05-20",
                "The banker Paul Rehn was convicted of fraud on Thursday after a trial that lasted six weeks.\n\n\
              Rehn was arrested in June 2020 at his house in Stenau. Three days before the verdict, a juror fell ill.",
            ),
            (
                "2022-05-22",
                "A judge will sentence the banker Paul Rehn in July, his lawyer said.\n\n\
              The day after the verdict, Rehn resigned from the board of Stenau Bank. Ada Moss said that the trial was unfair.",
            ),
        ],
        "2022-05-19 was convicted of fraud
         2022-05-16 a juror fell ill
         2022-05-20 Rehn resigned
         no 2022-07-01/2022-07-31 sentence",
    );
}

#[test]
fn a_strike() {
    check(
        &[
            (
                "2020-02-12",
                "Train drivers walked out on Monday in the biggest strike in a decade.\n\n\
              The strike began at midnight, said the union leader Tom Hale. Talks between the union and Norrail collapsed two days before the strike.",
            ),
            (
                "2020-02-14",
                "Norrail and the union reached an agreement on Thursday.\n\n\
              The deal ended the strike that began on February 10. Norrail shares fell a day after the strike began. \
              A strike by nurses in Delmark in 2018 lasted three weeks.",
            ),
        ],
        "2020-02-10 The strike began at midnight
         2020-02-10 the strike that began on February 10
         2020-02-08 collapsed two days before the strike
         2020-02-11 Norrail shares fell
         no 2020-02-10 nurses",
    );
}

/// A date counted back from an event dates the event, where another article dates what hangs on it.
#[test]
fn backwards() {
    check(
        &[
            (
                "2018-04-20",
                "The minister Ilse Varga resigned three days before the referendum.\n\nShe had quarrelled with her party.",
            ),
            (
                "2018-04-21",
                "After a week of protests in the capital, the minister Ilse Varga resigned on April 12.\n\nThe referendum changed the country, observers say.",
            ),
        ],
        "2018-04-12 resigned three days before
         2018-04-15 The referendum changed",
    );
}

/// Two events that share a word stay apart.
#[test]
fn two_of_a_kind() {
    check(
        &[
            (
                "2019-06-20",
                "A bomb attack in Harun killed six people on Tuesday.\n\nTwo days after the attack, police arrested a suspect.",
            ),
            (
                "2019-06-22",
                "An attack on a market in Belen wounded ten people on June 3.\n\nA week after the attack, the mayor of Belen resigned.",
            ),
        ],
        "2019-06-18 A bomb attack in Harun
         2019-06-03 An attack on a market
         2019-06-20 police arrested a suspect
         2019-06-10 the mayor of Belen resigned",
    );
}

#[test]
fn dates_that_cannot_both_be_true() {
    check(
        &[
            (
                "2023-08-10",
                "The ferry Astra sank on Saturday off the island of Miro.\n\nThe captain, Leo Danz, was arrested.",
            ),
            (
                "2023-08-11",
                "The ferry Astra sank on August 4, the coast guard said.\n\nThe captain, Leo Danz, was arrested on August 7.",
            ),
        ],
        "! 2023-08-04/2023-08-05 The ferry Astra sank on Saturday
         ! 2023-08-04/2023-08-05 The ferry Astra sank on August 4
         2023-08-07 was arrested on August 7",
    );
}

/// Two accounts count different lengths of time from one event: one entry with both days.
#[test]
fn counts_that_disagree() {
    check(
        &[
            ("2031-05-12", "The mayor resigned two days after the bridge collapsed on 4 May."),
            ("2031-05-13", "The mayor resigned six days after the bridge collapsed, the council said."),
        ],
        "2031-05-04 collapsed
         ! 2031-05-06/2031-05-10 The mayor resigned two days after
         ! 2031-05-06/2031-05-10 The mayor resigned six days after
         no 2031-05-06 The mayor resigned two days after
         no 2031-05-10 The mayor resigned six days after",
    );
    check(
        &[
            (
                "2022-03-10",
                "Judge Ada Moss freed the banker on March 4. Three days after the release, Ada Moss was arrested.",
            ),
            ("2022-03-11", "Judge Ada Moss was arrested three days after the release of the banker."),
        ],
        "2022-03-07 Ada Moss was arrested",
    );
}

/// An order of two events that the days of another article exclude.
#[test]
fn an_order_that_cannot_be() {
    let dated = ("2031-05-12", "The bridge collapsed on 4 May.\n\nMayor Anna Bell resigned on 6 May.");
    check(
        &[dated, ("2031-05-13", "Mayor Anna Bell resigned before the bridge collapsed, the council said.")],
        "! 2031-05-04 The bridge collapsed
         ! 2031-05-06 Anna Bell resigned",
    );
    check(
        &[dated, ("2031-05-13", "Mayor Anna Bell resigned after the bridge collapsed, the council said.")],
        "2031-05-04 The bridge collapsed
         2031-05-06 Anna Bell resigned",
    );
}

/// What is counted from what is counted from it has no day, and says so.
#[test]
fn counts_in_a_circle() {
    let articles = [
        ("2031-05-12", "Mayor Anna Bell resigned ten years after the bank collapsed."),
        ("2031-05-12", "The bank collapsed two days after Mayor Anna Bell resigned."),
        ("2031-05-12", "Mayor Anna Bell resigned ten years after the bank collapsed, on 4 May."),
    ];
    for (two, days) in
        [([0, 1], ["", ""]), ([1, 0], ["", ""]), ([2, 1], ["2031-05-04", ""]), ([1, 2], ["2031-05-04", ""])]
    {
        let timeline = dossier(&two.map(|i| articles[i])).timeline();
        let told: Vec<_> = timeline.entries.iter().map(|e| (e.edtf.as_str(), e.label.as_str())).collect();
        assert_eq!(told.iter().map(|t| t.0).collect::<Vec<_>>(), days, "{told:?}");
        assert!(timeline.entries.iter().all(|e| e.date_conflict.is_some() && e.mentions.len() == 2), "{told:?}");
    }
}

/// "Won in 2019, 2021 and 2024" is three things that happened.
#[test]
fn what_happened_twice() {
    check(
        &[(
            "2031-05-12",
            "The skier Lena Rossi retired on Monday.\n\nRossi won the title in 2019, 2021 and 2024. She was hurt in March and in May 2025.",
        )],
        "2019-01-01/2019-12-31 Rossi won the title
         2021-01-01/2021-12-31 Rossi won the title
         2024-01-01/2024-12-31 Rossi won the title",
    );
}

/// Who did it stands in the label, though a clause stands between, or another verb's subject before.
#[test]
fn labels_name_who_did_it() {
    for (words, label) in [
        ("Police praised Ada Moss, who was arrested on Sunday.", "Ada Moss was arrested on Sunday"),
        ("The government, which took office in January, resigned on Sunday.", "The government resigned on Sunday"),
        ("Mayor Anna Bell resigned on 6 May, two days after the bridge collapsed.", "The bridge collapsed"),
        ("The 1998 earthquake killed 40 people.", "The 1998 earthquake killed 40 people"),
    ] {
        let timeline = dossier(&[("2031-05-12", words)]).timeline();
        let labels: Vec<_> = timeline.entries.iter().map(|e| e.label.as_str()).collect();
        assert!(labels.contains(&label), "{labels:?}");
    }
}

/// A sentence, a verdict and an arrest are known by the one they befall; a strike and an approval by what they are of.
#[test]
fn whom_it_befalls() {
    check(
        &[
            (
                "2029-03-14",
                "A tribunal convicted General Ono of war crimes on Monday.\n\nGuards arrested the poet Li Wen on Sunday. \
                 Pilots began a strike on 5 March. The takeover of Norsund was approved on 6 March.",
            ),
            (
                "2029-03-15",
                "General Ono was found guilty by a tribunal this week.\n\nTwo days after Li Wen was arrested, students marched \
                 in Taru. The week before the strike began, talks collapsed. The night after the takeover was approved, the \
                 chairman died.",
            ),
        ],
        "2029-03-12 convicted General Ono
         2029-03-12 found guilty
         2029-03-11 Li Wen was arrested
         2029-03-13 students marched
         2029-02-19/2029-03-05 talks collapsed
         2029-03-07 chairman died",
    );
}

#[test]
fn an_article_without_a_date() {
    // What it counts, and the days that it tells without a year, show that it came out later than its neighbours.
    check(
        &[
            (
                "2020-07-13",
                "The ferry Astra sank off Port Lorne on Saturday, killing nine people.\n\nThe minister, Ana Holt, spoke on Sunday.",
            ),
            (
                "",
                "The owner of the ferry Astra was charged with manslaughter six weeks after the sinking.\n\n\
              Nils Ark appeared in court the following day. Divers had raised the wreck on 3 August. He must report by 10 January 2021.",
            ),
        ],
        "2020-07-11 The ferry Astra sank
         2020-08-22 was charged with manslaughter
         2020-08-23 appeared in court
         2020-08-03 raised the wreck",
    );
    // A day told in full is the earliest on which it can have come out, and gives its year to the others.
    check(
        &[
            ("2023-05-08", "Corda Bank agreed on Monday to buy its rival Lumo.\n\nThe deal was announced at 7 a.m."),
            (
                "",
                "Corda Bank dropped its bid for Lumo on Friday.\n\nIts shareholders had approved the deal on 20 June. \
              Two directors resigned a day after the vote. Its chairman, Greta Voss, stepped down on 29 July 2023.",
            ),
        ],
        "2023-06-20 approved the deal
         2023-06-21 Two directors resigned
         2023-07-29 stepped down",
    );
}

#[test]
fn plans_and_what_came_of_them() {
    // What was told in March is no ban of May; a report that is told as published was so on the day set for it.
    check(
        &[
            (
                "2021-03-03",
                "The league suspended the striker Jens Rolf. The commission opened an inquiry on Tuesday.\n\n\
              The commission will publish its report on 20 April.",
            ),
            (
                "2021-05-21",
                "The striker Jens Rolf was banned for two years on Thursday.\n\n\
              The club sacked its coach two weeks after the commission published its report.",
            ),
        ],
        "2021-05-20 was banned for two years
         no 2021-05-20 suspended the striker
         2021-03-02 opened an inquiry
         2021-04-20 published its report
         2021-05-04 The club sacked its coach",
    );
}
