//! The exports, read back by readers of their formats.

use serde_json::Value;
use synoptic::view::{ArticleInput, View};

/// Three reports with everything in them that a format could stumble over.
fn hostile() -> View {
    let mut view = View::default();
    let articles = [
        (
            "Harbour <b>& Sons",
            "https://news.example/a",
            "Ferry sinks\n\nThe ferry sank off the port of Izmir on 3 May 2023, killing 12 people. “We are < stunned > & sad 😀,” the mayor, Ayşe Kaya, said on Friday.\n",
        ),
        (
            "=cmd|'/C calc'!A0",
            "javascript:alert(1)",
            "Ship goes down\n\nThe ferry sank off the port of Izmir on 3 May 2023, killing 15 people. Tu\u{308}rkiye’s \u{202e}coast guard\u{202c} said two days later that the captain ]]> had been drinking.\n",
        ),
        (
            "The \"Times\"",
            "",
            "Ferry lost\r\n\r\nAt least 12 people died when the ferry sank near Izmir. \u{1}The captain had not been drinking, the coast guard said.\r\n",
        ),
    ];
    for (outlet, url, text) in articles {
        let input = ArticleInput {
            text: Some(text.to_owned()),
            outlet: Some(outlet.to_owned()),
            url: Some(url.to_owned()),
            published: Some("2023-05-06".to_owned()),
            ..Default::default()
        };
        view.add(&input).unwrap();
    }
    view
}

/// Each kind of dossier: the sample, one that wants escaping, one article, none.
fn dossiers() -> Vec<(&'static str, View)> {
    let mut one = View::default();
    one.add(&ArticleInput { text: Some("The mayor resigned on Monday.".to_owned()), ..Default::default() }).unwrap();
    vec![("sample", View::sample()), ("hostile", hostile()), ("one", one), ("empty", View::default())]
}

fn json(view: &mut View, format: &str) -> Value {
    serde_json::from_str(&view.export(format).unwrap()).unwrap()
}

#[test]
fn timeml_keeps_the_text_and_links_what_it_declares() {
    for (name, mut view) in dossiers() {
        let xml = view.export("timeml").unwrap();
        let document = roxmltree::Document::parse(&xml).unwrap_or_else(|e| panic!("{name}: {e}"));
        let texts: Vec<String> = (document.descendants().filter(|n| n.has_tag_name("TEXT")))
            .map(|n| n.descendants().filter(|d| d.is_text()).map(|d| d.text().unwrap()).collect())
            .collect();
        let articles = view.articles();
        assert_eq!(texts.len(), articles.len(), "{name}");
        for (text, a) in texts.iter().zip(&articles) {
            let whole: Vec<u16> = view.text(a.input as usize).unwrap().encode_utf16().collect();
            let own = String::from_utf16(&whole[a.span.start as usize..a.span.end as usize]).unwrap();
            assert_eq!(*text, own.replace('\u{1}', "\u{fffd}"), "{name}");
        }
        for one in document.descendants().filter(|n| n.has_tag_name("TimeML")) {
            let ids: Vec<_> = one.descendants().filter_map(|n| n.attribute("tid").or(n.attribute("eiid"))).collect();
            for n in one.descendants() {
                for name in ["anchorTimeID", "relatedToTime", "eventInstanceID"] {
                    assert!(n.attribute(name).is_none_or(|id| ids.contains(&id)), "{name} of {n:?} is declared");
                }
            }
        }
        if name == "sample" {
            assert!(document.descendants().filter(|n| n.has_tag_name("TIMEX3")).count() > 30);
            assert!(document.descendants().any(|n| n.has_tag_name("TLINK")));
        }
    }
}

#[test]
fn tei_has_a_reading_for_each_member() {
    for (name, mut view) in dossiers() {
        let xml = view.export("tei").unwrap();
        let document = roxmltree::Document::parse(&xml).unwrap_or_else(|e| panic!("{name}: {e}"));
        let count = |tag: &str| document.descendants().filter(|n| n.tag_name().name() == tag).count();
        let groups = view.claim_diff(None).unwrap().groups;
        assert_eq!(count("witness"), view.articles().len(), "{name}");
        assert_eq!(count("app"), groups.len(), "{name}");
        let members: usize = groups.iter().flat_map(|g| &g.sides).map(|s| s.members.len()).sum();
        assert_eq!(count("rdg"), members, "{name}");
        for rdg in document.descendants().filter(|n| n.tag_name().name() == "rdg") {
            let siglum = rdg.attribute("wit").unwrap().trim_start_matches('#');
            let witness = |n: roxmltree::Node<'_, '_>| {
                n.attribute(("http://www.w3.org/XML/1998/namespace", "id")) == Some(siglum)
            };
            assert!(document.descendants().any(witness), "{name}: {siglum}");
        }
    }
}

#[test]
fn annotations_point_at_their_words_in_code_points() {
    for (name, mut view) in dossiers() {
        let page = json(&mut view, "webannotation");
        let groups = view.claim_diff(None).unwrap().groups;
        assert_eq!(page["items"].as_array().unwrap().len(), groups.len(), "{name}");
        for (item, group) in page["items"].as_array().unwrap().iter().zip(&groups) {
            let members: Vec<_> = group.sides.iter().flat_map(|s| &s.members).collect();
            for (target, member) in item["target"].as_array().unwrap().iter().zip(members) {
                let source = target["source"].as_str().unwrap();
                assert!(source.starts_with("https://") || source.starts_with("urn:"), "{name}: {source}");
                let (quote, position) = (&target["selector"][0], &target["selector"][1]);
                let at = |end: &str| position[end].as_u64().unwrap() as usize;
                let text = view.text(member.key.input as usize).unwrap();
                let found: String = text.chars().skip(at("start")).take(at("end") - at("start")).collect();
                assert_eq!(quote["exact"], found, "{name}");
                let context = [&quote["prefix"], &quote["exact"], &quote["suffix"]].map(|q| q.as_str().unwrap());
                assert!(text.contains(&context.concat()), "{name}");
            }
        }
    }
}

#[test]
fn review_drafts_carry_no_verdict() {
    for (name, mut view) in dossiers() {
        let reviews = json(&mut view, "claimreview");
        let apart: usize =
            view.claim_diff(None).unwrap().groups.iter().filter(|g| g.relation != "agree").map(|g| g.sides.len()).sum();
        let reviews = reviews.as_array().unwrap();
        assert_eq!(reviews.len(), apart, "{name}");
        for r in reviews {
            assert_eq!(r["@type"], "ClaimReview");
            assert!(r.get("reviewRating").is_none());
            assert!(!r["claimReviewed"].as_str().unwrap().is_empty(), "{name}");
        }
        assert!(!view.export("claimreview").unwrap().contains("javascript:"), "{name}");
    }
}

#[test]
fn tables_and_reports_neutralise_what_a_reader_would_run() {
    let mut view = hostile();
    let csv = view.export("csv").unwrap();
    assert!(!csv.contains("\"=cmd"), "{csv}");
    let markdown = view.export("markdown").unwrap();
    assert!(markdown.contains("Harbour &lt;b>&amp; Sons"), "{markdown}");
}
