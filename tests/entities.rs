//! Who is one and who is not, on invented stories. `[key words]` marks a piece; see `common/marks.rs`.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::dossier;
use common::marks::{analyse, entity_at, faults};
use synoptic::view::Entity;

/// What the story is of, and its articles.
type Story = (&'static str, &'static [&'static str]);

const STORIES: &[Story] = &[
    ("an election", VOTE),
    (
        "an election in Latin America, with two family names",
        &[
            "SAN TELMO - Former finance minister [r María José Rodríguez Ferrer] won Sunday's runoff with 52.4 percent of the vote, the \
             [t National Electoral Tribunal] said. [r Rodríguez Ferrer] beat Senator [q Álvaro Quiroga], who conceded shortly before \
             midnight. \"We will govern for everyone,\" [r she] said.\n\nHer husband, [e Esteban Rodríguez], and her daughter, [l Lucía \
             Rodríguez], stood beside her. The Tribunal will certify the result on Friday.",
            "[r Maria Jose Rodriguez] will be the first woman to lead the country. Senator [q Quiroga], 61, congratulated \
             [r Rodríguez Ferrer] by telephone.",
        ],
    ),
    (
        "an earthquake, with a country under two names",
        &[
            "A powerful earthquake struck the city of [d Denizli] in [w western Turkey] on Friday, killing at least 40 people, officials \
             in [t Turkey] said.\n\nInterior Minister [k Kemal Yıldız] visited [d Denizli]. [k Yildiz] told the newspaper [h Hurriyet] that 300 \
             buildings had collapsed. [h The newspaper] said residents slept in their cars.\n\n[v Volkswagen AG] stopped work at its \
             plant near Izmir. [v The company] said none of its workers were hurt.",
            "Rescue workers in [d Denizli] pulled six more bodies from the rubble on Saturday. [k Kemal Yildiz], [k the Turkish interior \
             minister], said the search would go on in [t Türkiye]. [k He] thanked [g Greece], which sent a team. [a Athens] also \
             offered field hospitals.\n\n[v Volkswagen] said that production in İzmir would resume on Monday.",
        ],
    ),
    (
        "an earthquake, with the family name first",
        &[
            "NAGAOKA, Japan - The [m Japan Meteorological Agency] (JMA) put the quake at 6.8. Governor [s Sato Kenji] asked the army for \
             help. [s Sato] said roads to 14 villages were cut.",
            "[s Kenji Sato], the governor of Niigata, said soldiers had reached all villages. The [m JMA] warned of aftershocks. [y His \
             wife], [y Yuko Sato], runs a shelter.",
        ],
    ),
    (
        "a trial with father and son",
        &[
            "A court in Porto Claro sentenced [j the former mayor], [j Luis Carvalho Jr.], to six years in prison on Wednesday for taking \
             bribes. Judge [d Helena Duarte] said he had shown no remorse.\n\nHis father, [s Luis Carvalho Sr.], wept in court. \
             Prosecutor [r Marta Reis] asked for eight years. [r Reis] said [r she] might appeal.",
        ],
    ),
    (
        "a trial in Nigeria, brothers and a sister",
        &[
            "A judge in Lagos on Thursday acquitted [t Tunde Adeyemi], [t a shipping magnate], of fraud. His brother [k Kunle Adeyemi] \
             was convicted. The [e Economic and Financial Crimes Commission] (EFCC) said [e it] would appeal.",
            "The [e EFCC] had charged the [-b Adeyemi] brothers in 2021. [t Tunde Adeyemi] wept. [k Kunle Adeyemi] was led away. Their \
             sister [f Folake Adeyemi] said [f she] was relieved for [t Tunde].",
        ],
    ),
    (
        "a coup in the Sahel",
        &[
            "OUAGADOUGOU - Soldiers led by Colonel [o Oumar Ould Cheikh] seized the state broadcaster on Friday and said they had ousted \
             President [d Boubacar Diarra]. [b Burkina Faso]'s neighbours closed their borders. The [e Economic Community of West \
             African States] condemned the coup. [o Ould Cheikh], 41, trained in [f France].",
            "[e ECOWAS] demanded the release of [d Diarra]. The deposed president was seen at his residence. [o Col Ould Cheikh] told \
             reporters that he would hold elections. [p French] troops stayed in their bases.",
        ],
    ),
    (
        "a company in China",
        &[
            "SHENZHEN - Hualong Battery Co., Ltd. will build a plant in [h2 Hungary], chairman [w Wang Jianguo] said on Monday. [w \
             Wang] said the plant would employ 3,000 people. Hualong shares rose 4 percent. [x Beijing] approved the plan in May.",
            "[h Hualong Battery] plans its first plant in Europe. [w Jianguo Wang], [w its chairman], told [n Xinhua] that talks with [b \
             Budapest] took a year. [w Mr. Wang] founded the company in 1998.",
        ],
    ),
    (
        "an uprising under many words",
        &[
            "[r Rebels] seized the town of [a Ambara] in [n northern Sudan] on Monday. [s Sudan] said [r the insurgents] had killed two \
             officers. [k Kurdish fighters] abroad praised them.",
            "[r Armed factions] hold [a Ambara], [s Sudan] confirmed on Tuesday. A spokesman for [r the militants] told Al Jazeera that [r \
             the rebels] would move on.",
        ],
    ),
    (
        "one family, three bearers of the name",
        &[
            "[f Fidel Castro] ruled for half a century. His brother [r Raúl Castro] followed him. [m Mariela Castro], the daughter of \
             [r Raúl], leads a centre in [h Havana].",
            "[r Raul Castro] spoke on Sunday. [m Mariela Castro] stood beside him. A wreath for [f Fidel Castro] was laid.",
        ],
    ),
    (
        "another family in power",
        &[
            "[i Indira Gandhi] was prime minister twice. Her son [j Rajiv Gandhi] succeeded her. [s Sonia Gandhi], [j Rajiv]'s widow, led \
             the [c Congress Party] for years.",
            "[h Rahul Gandhi], [s Sonia Gandhi]'s son, addressed the [c Congress Party]. He quoted [i Indira Gandhi].",
        ],
    ),
];

/// Further stories, as the rules were widened for events of other kinds and parts of the world.
const FURTHER: &[Story] = &[
    (
        "an election in Kenya",
        &[
            "NAIROBI, Aug 11 - Deputy President [k William Kamau] narrowly won [c Kenya]'s presidential election, the [i Independent Electoral and Boundaries Commission] said on Monday. At least [p 12 people] were hurt in [s Kisumu]. His rival, [w Raila Wekesa], 77, rejected the results. [k Kamau] thanked voters. [=government Nairobi] called on Kampala to respect the vote.",
            "President-elect [k William Kamau] of [c Kenya] promised jobs on Tuesday. The [i IEBC] said turnout was 65 percent. [w Wekesa] went to the [t Supreme Court]. [t The court] will rule within two weeks. Police fired tear gas in [s Kisumu].",
        ],
    ),
    (
        "an earthquake in two countries",
        &[
            "ANKARA - A 7.8-magnitude quake struck southern Turkey and northern Syria before dawn on Monday, killing at least 1,900 people. President [a Recep Aydin] declared seven days of mourning. The [f Disaster and Emergency Management Authority] ([f AFAD]) said 5,600 buildings fell. In [g Gaziantep], rescuers pulled a girl from the rubble. The [w White Helmets] called for help. [=government Damascus] asked the United Nations for aid.",
            "Rescuers from [f AFAD] worked in [g Gaziantep] on Tuesday. [r Raed al-Salih], the head of the [w White Helmets], said time was running out. An 8-year-old girl, [e Elif Kaya], was pulled from the rubble after 30 hours.",
        ],
    ),
    (
        "a court case in Brazil",
        &[
            "BRASILIA - [b Brazil]'s [c Supreme Court] on Thursday convicted [p former senator] [p Paulo Henrique Barbosa] of corruption. [p Barbosa], of the [w Workers' Party], was sentenced to nine years. Justice [j Carmen Lucia Prado] cast the deciding vote. Petrobras and the builder [g Andrade Gama S.A.] paid the bribes. [m His lawyer], [m Cristiano Melo], said [m he] would appeal.",
            "Former Brazilian Senator [p Paulo Barbosa] was sentenced to nine years and six months in jail. [p The senator] took bribes from [g Andrade Gama]. Lawyer [m Cristiano Melo] called the ruling unjust. Judge [j Prado] said nobody was above the law.",
        ],
    ),
    (
        "a merger of two firms in Japan",
        &[
            "TOKYO (Kyodo) - [s Sanwa Steel Corp.] and [h Hokuto Metals Co.] said Friday they would merge next April. [t Sanwa president] [t Hiroshi Tanabe] will head the new company. [h Hokuto] shares rose 8 percent. The [f Fair Trade Commission] must approve the deal. \"We need size,\" [t Tanabe] said.",
            "Two Japanese steelmakers plan to merge. [s Sanwa Steel] and [h Hokuto Metals] will form Japan's second-largest maker. [t Tanabe Hiroshi] told the Nikkei that job cuts were not planned. [k Hokuto's president], [k Kenta Mori], becomes chairman. [s Sanwa] was founded in 1921.",
        ],
    ),
    (
        "a strike in France",
        &[
            "PARIS - Train drivers of the CGT union walked out on Tuesday over the pension plan of Prime Minister [m Élodie Marchand]. The [s SNCF] said one train in three ran. CGT leader [l Philippe Lenoir] said the strike would go on. The [=government Elysée] declined to comment. [f Force Ouvrière] joined the strike.",
            "French rail workers extended their strike. [l Lenoir] met Mrs. [m Marchand]. [m The prime minister] offered talks. State railway [s SNCF] cancelled 60 percent of trains. [f FO] members burned flares.",
        ],
    ),
    (
        "a siege, with Ukrainian and Russian spellings",
        &[
            "KYIV - [k Oleksandr Kovalenko], [k the mayor of Slavyansk], said Russian shells hit a school. Ukraine's security service, the [u SBU], detained [d Dmitry Sokolov]. [s Yevhen Shevchenko] led the [a Azov Brigade]. [=government Kiev] blamed [=government Moscow].",
            "In [v Sloviansk], Mayor [k Kovalenko] said two were killed. The [u SBU] said [d Dmytro Sokolov] had spied for the [f FSB]. Kyiv asked Washington for missiles. [s Evgeny Shevchenko] was wounded. [=government Moscow] denied it.",
        ],
    ),
    (
        "a visit, with Chinese and Hebrew names",
        &[
            "BEIJING - [l Chinese Vice Premier] [l Li Guangming] met [b Israeli Foreign Minister] [b Yitzhak Ben-Ami] in Beijing. [l Li] said China backed talks. [b Ben-Ami] thanked Mr [l Li]. [h Huawei] founder [z Zhou Wei] attended. [r Haim Rosen], [r head of the Mossad], stayed home.",
            "Israel's foreign minister [b Isaac Ben Ami] held talks. [b Ben Ami] valued [=government Beijing]'s role. [r Chaim Rosen], [r the Mossad chief], did not travel. [z Zhou Wei]'s company, [h Huawei], signed a deal. Guangming Li is seen as close to the president.",
        ],
    ),
    (
        "a climber's death, told before it is known whose",
        &[
            "[o A climber] fell to [o his] death on Mount Kenya on Sunday, rangers said. Friends of [o Peter Odhiambo], a teacher from Nakuru, said [o Odhiambo] fell when a rope broke. [w His wife], [w Mary Odhiambo], thanked the rangers.",
            "[o Peter Odhiambo] will be buried in Nakuru. [o The climber] fell on Sunday on Mt Kenya. [w His wife] was with him.",
        ],
    ),
];

const VOTE: &[&str] = &[
    "LUMBALA, March 3 (Wire) - [o Opposition leader] [o Chidi Okafor] has won the presidential election, the electoral commission \
     said on Monday, ending the 22-year rule of President [m Samuel Mwanza].\n\n[o Okafor], [o a former governor] of the Southern \
     Province, took 53 percent of the vote. [m Mwanza] said [m he] would accept the result. [k Kenya] and Tanzania sent their \
     congratulations, and [n Nairobi] offered help with the handover.\n\nOkafor's wife, [w Ngozi Okafor], thanked the voters. [w She] \
     said her husband had slept only two hours. The [a African Union] ([a AU]) praised the vote. The [a AU] said its observers had \
     seen few problems.",
    "[o Chidi Okafor] is to be sworn in next month after [m Samuel Mwanza] conceded defeat.\n\n[o Okafor] met an envoy of the [a A.U.], \
     [f Fatima al-Zahrawi], in Lumbala. [f Al-Zahrawi] called the vote a lesson for the continent. [f She] flew to [n Nairobi] on \
     Tuesday. The [u United States] congratulated [o Okafor]. The [u U.S.] had threatened sanctions, State Department spokesman Neil \
     Harper said.",
];

#[test]
fn who_is_one_and_who_is_not() {
    let mut wrong = Vec::new();
    for (name, articles) in STORIES.iter().chain(FURTHER) {
        let faults = faults(articles);
        if !faults.is_empty() {
            wrong.push(format!("{name}\n    {}", faults.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_capital_that_acts_is_a_government() {
    let (marks, entities) = analyse(VOTE);
    let nairobi = entity_at(&entities, marks.iter().find(|m| m.words == "Nairobi").unwrap()).unwrap();
    let told: Vec<Option<&str>> = nairobi.mentions.iter().map(|m| m.metonym_for.as_deref()).collect();
    assert_eq!(told, [Some("Kenyan government"), None], "offers help; is flown to");
}

#[test]
fn the_order_of_articles_changes_no_union() {
    let forms = |e: &Entity| {
        let mut forms: Vec<String> = e.aliases.iter().map(|a| a.form.clone()).collect();
        forms.sort();
        forms
    };
    for (name, articles) in STORIES.iter().chain(FURTHER) {
        let unions = |order: &[&str]| {
            let mut all: Vec<_> = analyse(order).1.iter().map(forms).collect();
            all.sort();
            all
        };
        let turned: Vec<&str> = articles.iter().rev().copied().collect();
        assert_eq!(unions(articles), unions(&turned), "{name}");
    }
}

#[test]
fn hostile_texts_are_bounded() {
    for text in [
        "Ivan Ivanov ".repeat(4000),
        "Li Wei met Lee Way. ".repeat(2000),
        format!("Иван Ivanov של Shalom 李伟 Li () \"\" met {}.", "Ab".repeat(250)),
        format!("{} said {}.", "Name".repeat(200), "Abu-".repeat(400)),
        "Ан Bn (ABC) (ABC (".repeat(500),
        "the rebels, the rebels, he said. ".repeat(1500),
        "\u{301}\u{301}' - al- al- al- ' s".repeat(300),
    ] {
        dossier(&[&text, &text]).entities();
    }
}
