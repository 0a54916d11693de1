//! Invented dossiers: what must be found between the accounts, and what must stay silent.

use synoptic::view::{ArticleInput, Group, View};

/// The groups between invented articles.
fn groups(articles: &[&str]) -> Vec<Group> {
    let mut view = View::default();
    for text in articles {
        view.add(&ArticleInput { text: Some((*text).to_owned()), ..ArticleInput::default() }).unwrap();
    }
    view.claim_diff(None).unwrap().groups
}

/// Articles, then the groups that must be there: relation, slot, question.
fn check(articles: &[&str], want: &[(&str, &str, &str)], never: &[&str]) {
    let got: Vec<(String, String, String)> = (groups(articles).into_iter())
        .map(|g| {
            let slot = g.differs_in.first().map_or("", |d| d.slot);
            (g.relation.to_owned(), slot.to_owned(), g.question)
        })
        .collect();
    for &(relation, slot, question) in want {
        let found = got.iter().any(|g| (g.0.as_str(), g.1.as_str(), g.2.as_str()) == (relation, slot, question));
        assert!(found, "{relation} {slot} {question:?} is not among {got:#?}");
    }
    for slot in never {
        assert!(!got.iter().any(|g| g.1 == *slot), "no difference in {slot} is there, but: {got:#?}");
    }
}

#[test]
fn an_earthquake() {
    check(
        &[
            "At least 40 people died when an earthquake struck the town of Belvero on Monday night, the mayor said. Rescue teams reached the town within two hours.",
            "An earthquake on Monday killed 44 people in Belvero, according to the regional governor. Rescuers did not reach the town until the next morning.",
        ],
        &[
            ("conflict", "polarity", "Did rescue teams reach the town within two hours?"),
            ("agree", "", "Did an earthquake strike the town of Belvero on Monday night?"),
        ],
        // "At least 40" allows 44.
        &["quantity"],
    );
}

#[test]
fn one_moment_in_two_zones_and_days_counted_from_a_vote() {
    check(
        &[
            "A bomb exploded at the fish market of Belvero at 10 a.m. CET on Monday, the police said. Two days before the vote, the bank was searched.",
            "A bomb exploded at the fish market of Belvero at 0900 GMT on Monday, the mayor said. Five days after the vote, the bank cut its rate.",
        ],
        &[],
        &["time", "quantity"],
    );
}

#[test]
fn one_deed_on_two_days() {
    check(
        &[
            "Finance minister Ilse Brandt resigned on March 3 over the bank's losses, her office said. Her deputy, Karl Roth, takes over.",
            "Ilse Brandt, the finance minister, stepped down on March 5 over losses at the bank. Karl Roth, her deputy, takes over.",
        ],
        &[("conflict", "time", "When did Finance minister Ilse Brandt resign?")],
        &["quantity"],
    );
}

#[test]
fn a_title_that_a_name_begins() {
    check(
        &[
            "Siemens spokesman Jan Dvorak resigned on March 3 over losses at the bank.",
            "Jan Dvorak, the spokesman of Siemens, stepped down on March 5 over losses at the bank.",
        ],
        &[("conflict", "time", "When did Siemens spokesman Jan Dvorak resign?")],
        &["quantity"],
    );
}

#[test]
fn stamps_shares_of_two_things_and_one_time_written_twice() {
    check(
        &[
            "UPDATED: 12 March 2031\nA fire destroyed the market hall in Belvero at about 2045 GMT, the mayor said. Turnout in the vote there was 64 percent.",
            "UPDATED: 13 March 2031\nA fire destroyed the market hall in Belvero at about 2045 GMT on Friday, the mayor said. He had won 52.1 percent of the votes.",
        ],
        &[],
        &["time", "quantity"],
    );
}

#[test]
fn a_strike() {
    check(
        &[
            "Dockworkers in Port Halden walked off the job on Tuesday to demand higher pay. The union said 4,000 workers joined the strike.",
            "The union called a strike in Port Halden. The company said only 1,200 workers joined the strike.",
        ],
        &[("conflict", "quantity", "How many workers joined the strike?")],
        &["polarity"],
    );
}

#[test]
fn a_court_case() {
    check(
        &[
            "A court in Ostrava acquitted former minister Jan Dvorak of bribery on Thursday. The judge said the evidence was not sufficient.",
            "Former minister Jan Dvorak was convicted of bribery in Ostrava on Thursday. Dvorak resigned last year to spend time with his family, his lawyer said.",
            "Prime Minister Eva Novotna dismissed Jan Dvorak last year, her office confirmed.",
        ],
        &[
            ("conflict", "outcome", "Was former minister Jan Dvorak convicted of bribery in Ostrava on Thursday?"),
            ("differ", "agent", "Did Jan Dvorak resign freely?"),
        ],
        &["quantity", "time"],
    );
}

#[test]
fn a_ferry() {
    check(
        &[
            "The ferry Santa Rita sank off Mindao on Wednesday because it was overloaded, the coast guard said. The captain survived and was arrested.",
            "The ferry Santa Rita sank off Mindao on Wednesday after it struck a reef, according to the owner. The captain of the ferry died.",
        ],
        &[
            ("conflict", "outcome", "Did the captain survive?"),
            ("differ", "cause", "Why did the ferry Santa Rita sink off Mindao?"),
        ],
        &["time", "quantity"],
    );
}

/// Figures are set side by side by what they count, however little else their sentences share.
#[test]
fn figures_of_one_thing() {
    check(
        &[
            "Fire swept the hills above Lorca on Friday. The flames consumed 300 hectares of pine forest, the mayor said. Half a million euros went to the farmers.",
            "The blaze near Lorca is out, the government said on Saturday. Surveyors from the ministry found 410 hectares burnt to the ground. Farmers were paid 500,000 euros.",
        ],
        &[],
        &["polarity"],
    );
}

#[test]
fn other_happenings_are_no_conflict() {
    check(
        &[
            "Police fired tear gas at fans outside the stadium in Larna on Saturday. 15 fans were arrested.",
            "In Madrid, 40 fans were arrested after a match on Sunday.",
        ],
        &[],
        &["quantity", "polarity", "outcome"],
    );
}

/// Two accounts alike but for the word or figure that turns all round: a conflict in its slot, and no agreement.
#[test]
fn one_word_turns_all_round() {
    let mut wrong = Vec::new();
    for (a, b, slot) in [
        ("Oil prices rose on Tuesday.", "Oil prices fell on Tuesday.", "outcome"),
        (
            "Oil prices climbed on Tuesday in London, traders said.",
            "Oil prices slumped on Tuesday in London, traders said.",
            "outcome",
        ),
        ("The bill raises the retirement age to 62.", "The bill raises the retirement age to 65.", "quantity"),
        (
            "A magnitude 6.8 earthquake struck Peru on Sunday.",
            "A magnitude 7.1 earthquake struck Peru on Sunday.",
            "quantity",
        ),
        ("Maria Vega will take office on January 10.", "Maria Vega will take office on January 15.", "time"),
        (
            "Thomas Healy was convicted of fraud on Tuesday.",
            "Thomas Healy was acquitted of fraud on Tuesday.",
            "outcome",
        ),
        ("The court convicted Ann Lee.", "A jury acquitted Ann Lee.", "outcome"),
        (
            "The parliament of Kenya approved the pension bill on Thursday.",
            "The parliament of Kenya rejected the pension bill on Thursday.",
            "outcome",
        ),
        ("Orengo said the law would hurt the poor.", "Orengo said the law would help the poor.", "outcome"),
        (
            "The ferry Lestari sank with 139 passengers aboard.",
            "The ferry Lestari sank with 164 passengers aboard.",
            "quantity",
        ),
        ("The fire killed 62 people.", "The fire killed 65 people.", "quantity"),
        ("The ferry sank on Tuesday.", "The ferry sank on Wednesday.", "time"),
        ("The ferry left Harwick at 7 a.m. on Monday.", "The ferry departed Harwick at 9 a.m. on Monday.", "time"),
        ("Police said the ferry was overloaded.", "Police said the ferry was not overloaded.", "polarity"),
    ] {
        let groups = groups(&[a, b]);
        let shown = |g: &Group| g.relation == "conflict" && g.differs_in.iter().any(|d| d.slot == slot);
        if !groups.iter().any(shown) || groups.iter().any(|g| g.relation == "agree") {
            wrong
                .push(format!("{a} / {b}: {:?}", groups.iter().map(|g| (g.relation, &g.question)).collect::<Vec<_>>()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A person of two ages; a sentence of years is no age.
#[test]
fn ages() {
    check(
        &[
            "The tram struck Marta Lind, 41, near the station in Lund on Monday, the police said. A doctor was with her.",
            "Marta Lind, 44, was struck by a tram near the station in Lund on Monday. The police spoke to the driver.",
        ],
        &[("conflict", "quantity", "How old is Marta Lind?")],
        &[],
    );
    check(
        &[
            "Erik Lind, 41, was sentenced in Lund on Monday. The court gave him a 12-year term.",
            "Erik Lind, an 11-year veteran of the force, was sentenced in Lund on Monday to a term of 12 years.",
        ],
        &[],
        &["quantity"],
    );
}

/// A hedge or hearsay against a flat word; what will be is no hedge.
#[test]
fn surely_and_with_a_hedge() {
    check(
        &[
            "The harbour master sold the two cranes to a firm in Odense last week. The port has three more.",
            "The harbour master allegedly sold the two cranes to a firm in Odense last week. The port has three more.",
        ],
        &[(
            "differ",
            "modality",
            "How sure is this: “The harbour master sold the two cranes to a firm in Odense last week”?",
        )],
        &[],
    );
    check(
        &[
            "Both hostages were said to be in good health after they were freed in Kidal on Friday.",
            "Both hostages were in good health after they were freed in Kidal on Friday, a doctor said.",
        ],
        &[("differ", "modality", "How sure is this: “Both hostages were said to be in good health”?")],
        &[],
    );
    check(
        &[
            "Shareholders of Norve will receive two new shares for each old one, the bank said on Monday.",
            "Shareholders of Norve receive two new shares for each old one, the bank said on Monday.",
        ],
        &[],
        &["modality"],
    );
}

/// The times of one deed are set against each other as they stand, placed or not; roundings are one time.
#[test]
fn times_of_one_deed() {
    for (pair, relation, question) in [
        (
            [
                "Prosecutors opened an inquiry into the dam at Molde in March. The mayor is a witness.",
                "Prosecutors opened an inquiry into the dam at Molde as early as January. Nobody was told.",
            ],
            "conflict",
            "When did prosecutors open an inquiry?",
        ),
        (
            [
                "A lorry struck the bridge at Sund. The bridge will remain closed for at least two weeks, the road office said.",
                "A lorry struck the bridge at Sund. The bridge will remain closed until the end of the year, an engineer said.",
            ],
            "differ",
            "How long will the bridge remain closed?",
        ),
    ] {
        check(&pair, &[(relation, "time", question)], &[]);
    }
    check(
        &[
            "The bridge at Sund was closed at 9:10 on Monday, the road office said.",
            "The bridge at Sund was closed shortly after nine on Monday, an engineer said.",
        ],
        &[],
        &["time"],
    );
}

/// Figures of other years, of what may be, of a part and of other doers are other figures.
#[test]
fn figures_of_other_things() {
    for pair in [
        [
            "A fire at the Brisk plant in Tampere killed 17 people on Monday, the mayor said.",
            "A fire at the Brisk plant in Tampere broke out on Monday. In 2014 a fire at the plant killed nine people.",
        ],
        [
            "The ferry Alma is licensed to carry 100 passengers. It sank off Kotka on Monday.",
            "The ferry Alma carried 140 passengers when it sank off Kotka on Monday.",
        ],
        [
            "Belgium seized 44 tons of cocaine on Monday. The drugs came in a container.",
            "Ecuador seized 294 tons of cocaine on Monday. The drugs came in a container.",
        ],
    ] {
        check(&pair, &[], &["quantity"]);
    }
}

/// A day of speaking is no day of what is spoken about.
#[test]
fn the_day_of_the_words() {
    check(
        &[
            "Commandos stormed a bank in Lakar on Thursday night to free four hostages. One woman was killed.",
            "The police in Lakar on Friday defended the raid on a bank that left one woman dead.",
        ],
        &[],
        &["time"],
    );
}

/// A day inside what a thing is called dates that thing; "this afternoon" is reckoned from a day that may be guessed; a verb that
/// denies what it governs denies as "not" does.
#[test]
fn days_of_other_things_and_two_denials() {
    check(
        &[
            "Aron Keller was sentenced in Lund on Saturday to six years in prison over the flat fire.",
            "Aron Keller was sentenced in Lund for the March 11 fire to six years in prison over the flat.",
        ],
        &[],
        &["time"],
    );
    check(
        &[
            "The ministry declined to reveal the price of the ferry on Monday, a spokeswoman said.",
            "Asked on Monday what the ferry had cost, the ministry would not reveal its price.",
        ],
        &[],
        &["polarity"],
    );
    // Two of one kind deny each other again.
    check(
        &[
            "The union rejected the offer of the railway in Lund on Monday, its leader said.",
            "The union did not reject the offer of the railway in Lund on Monday, its treasurer said.",
        ],
        &[("conflict", "polarity", "Did the union reject the offer of the railway in Lund on Monday?")],
        &[],
    );
}

/// What denies one verb denies those joined to it; what is counted by "twice" is a count.
#[test]
fn nobody_and_twice() {
    check(
        &[
            "A customs official is being questioned about the ship, the police in Turku said on Monday.",
            "No customs official has been arrested or questioned about the ship, the ministry said on Monday.",
        ],
        &[("conflict", "polarity", "Was a customs official questioned about the ship?")],
        &[],
    );
    check(
        &[
            "Sergeant Olli Virta was hit twice in the chest in Turku on Monday, the police said.",
            "Sergeant Olli Virta was hit three times in the chest in Turku on Monday, a witness said.",
        ],
        &[("conflict", "quantity", "Sergeant Olli Virta was hit how many times in the chest in Turku on Monday?")],
        &[],
    );
    check(
        &[
            "The driver, a 34-year-old Dutchman, was arrested in Turku on Monday.",
            "The driver, a 43-year-old man, was arrested in Turku on Monday.",
        ],
        &[("conflict", "quantity", "How old is the driver?")],
        &[],
    );
    check(
        &["Boll beat Tarr in the final in Turku on Monday.", "Tarr beat Boll in the final in Turku on Monday."],
        &[("conflict", "agent", "Who did it: “Boll beat Tarr in the final in Turku on Monday”?")],
        &[],
    );
}

/// One word changed may turn a sentence round: no agreement, whatever else the two share.
#[test]
fn versions_of_one_sentence() {
    for pair in [
        [
            "The court in Accra granted bail to Mensah on Monday.",
            "The court in Accra refused bail to Mensah on Monday.",
        ],
        ["The ministers left Geneva with a deal on Friday.", "The ministers left Geneva without a deal on Friday."],
        ["Kovac finished first in the race in Oslo.", "Kovac finished last in the race in Oslo."],
    ] {
        check(&pair, &[], &[""]);
    }
}
