//! How much of what a fact-checker would list between the articles of an invented dossier (`tests/dossiers/*.txt`; those in
//! `held/` judge only) is found, how much of what is shown is on the list, and what must stay silent.

mod common;

use common::dossiers::{Dossier, Kind, Listed, read, read_all};
use std::path::Path;
use synoptic::view::{ArticleInput, Group, Side, Span, View};

/// A stretch of an article: its number, first and last UTF-16 unit.
type Words = (usize, usize, usize);

/// What was found over some dossiers.
#[derive(Debug, Default, PartialEq)]
struct Tally {
    /// Disagreements found with their sides apart, of how many.
    disagreements: [usize; 2],
    /// Shown disagreements that are on the list, of how many.
    shown: [usize; 2],
    /// The same of those whose strength is more than weak.
    sure: [usize; 2],
    /// Pairs that must not be set against each other, but are.
    flagged: usize,
    /// How many there are that must not.
    nevers: usize,
}

fn groups(d: &Dossier) -> Vec<Group> {
    let mut view = View::default();
    for (_, text) in &d.articles {
        view.add(&ArticleInput { text: Some(text.clone()), ..ArticleInput::default() }).unwrap();
    }
    view.claim_diff(None).unwrap().groups
}

/// The sides of a finding as the view counts.
fn sides(d: &Dossier, listed: &Listed) -> Vec<Vec<Words>> {
    let at = |w: &common::dossiers::Words| -> Words {
        let units = |end: u32| d.articles[w.article].1[..end as usize].encode_utf16().count();
        (w.article, units(w.span.start), units(w.span.end))
    };
    listed.sides.iter().map(|side| side.iter().map(at).collect()).collect()
}

/// True if two sides of a group hold words of two sides of a finding.
fn meets(group: &Group, sides: &[Vec<Words>]) -> bool {
    let touch = |w: &Words, k: &Span| w.0 == k.input as usize && w.1 < k.end as usize && (k.start as usize) < w.2;
    let at = |side: &[Words]| -> Vec<usize> {
        let met = |s: &Side| s.members.iter().any(|m| side.iter().any(|w| touch(w, &m.key)));
        (0..group.sides.len()).filter(|&i| met(&group.sides[i])).collect()
    };
    let found: Vec<Vec<usize>> = sides.iter().map(|s| at(s)).collect();
    (0..found.len()).any(|i| (0..i).any(|j| found[i].iter().any(|x| found[j].iter().any(|y| x != y))))
}

fn tally(names: &[&str]) -> Tally {
    let mut t = Tally::default();
    for name in names {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dossiers").join(format!("{name}.txt"));
        let d = read(&file).unwrap();
        let gold: Vec<(Kind, Vec<Vec<Words>>)> = d.gold.iter().map(|l| (l.kind, sides(&d, l))).collect();
        let apart = |kind: Kind| matches!(kind, Kind::Differ | Kind::Conflict);
        let groups: Vec<Group> = groups(&d).into_iter().filter(|g| g.relation != "agree").collect();
        let listed = |g: &&Group| gold.iter().any(|(kind, sides)| apart(*kind) && meets(g, sides));
        t.shown[0] += groups.iter().filter(listed).count();
        t.shown[1] += groups.len();
        let sure: Vec<&Group> = groups.iter().filter(|g| g.strength != "weak").collect();
        t.sure[0] += sure.iter().copied().filter(|g| listed(g)).count();
        t.sure[1] += sure.len();
        for (kind, sides) in &gold {
            let found = groups.iter().any(|g| meets(g, sides));
            if apart(*kind) {
                t.disagreements[0] += usize::from(found);
                t.disagreements[1] += 1;
            } else if *kind == Kind::Never {
                t.flagged += usize::from(found);
                t.nevers += 1;
            }
        }
    }
    t
}

/// The dossiers that the rules were written with. What is one matter is learnt from these and all others of the folder, so
/// that both tests only hold what was reached; `cargo train matter` measures with dossiers left out. What is shown as weak
/// may be off the list: "received no alert" beside "had switched the alerts off".
#[test]
fn read_while_the_rules_were_written() {
    let t = tally(&["earthquake", "trial", "strike", "crash"]);
    assert!(t.disagreements[0] >= 8 && t.sure[0] == t.sure[1] && t.flagged == 0, "{t:?}");
    assert!(4 * t.shown[0] >= 3 * t.shown[1], "{t:?}");
}

/// Dossiers that no rule was written with. One finding is off their lists: a dam that "gave way" beside the warning that it "could
/// collapse".
#[test]
fn only_measured() {
    let t = tally(&["election", "merger", "hostages", "dam"]);
    assert!(t.disagreements[0] >= 1 && t.shown[0] + 1 >= t.shown[1] && t.flagged == 0, "{t:?}");
}

/// Dossiers that neither rules nor weights were made with, and must never be: they judge. Of what is shown half at least is on
/// their lists, which name what a reader would find rather than all that is so; of forty pairs that must stay apart at most one
/// is set against each other (2.0 % when the sixteen dossiers of plain news came, whose pairs are harder; 1.9 % before).
#[test]
fn held_back() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dossiers/held");
    let names: Vec<String> = read_all(&folder).unwrap().into_iter().map(|d| format!("held/{}", d.name)).collect();
    assert!(names.len() > 20, "{names:?}");
    let t = tally(&names.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(2 * t.shown[0] >= t.shown[1] && t.disagreements[0] >= 50 && 40 * t.flagged <= t.nevers, "{t:?}");
}

/// Differences shown between a dossier and its twin, another happening of the same kind, of all that hold the dossier's own
/// words: each is wrong.
fn across(names: &[&str]) -> [usize; 2] {
    let mut n = [0, 0];
    for name in names {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dossiers").join(format!("{name}.txt"));
        let mut d = read(&file).unwrap();
        let own = d.articles.len();
        assert!(!d.twins.is_empty(), "{name} has no twin");
        d.articles.append(&mut d.twins);
        for g in groups(&d).iter().filter(|g| g.relation != "agree") {
            let mine = || g.sides.iter().flat_map(|s| &s.members).map(|m| (m.key.input as usize) < own);
            n[0] += usize::from(mine().any(|m| m) && mine().any(|m| !m));
            n[1] += usize::from(mine().any(|m| m));
        }
    }
    n
}

/// Two happenings in one dossier, of those that nothing was made with: of what is shown of the dossier's own words, at most a
/// twentieth sets one happening against the other.
#[test]
fn two_happenings_held_back() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dossiers/held/twins");
    let names: Vec<String> = read_all(&folder).unwrap().into_iter().map(|d| format!("held/{}", d.name)).collect();
    assert!(names.len() > 20, "{names:?}");
    let [wrong, all] = across(&names.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(20 * wrong <= all && all >= 40, "{wrong} of {all}");
}

/// The same of all that it was learnt from: at most a tenth.
#[test]
fn two_happenings() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dossiers/twins");
    let names: Vec<String> = read_all(&folder).unwrap().into_iter().map(|d| d.name).collect();
    assert!(names.len() > 100, "{names:?}");
    let [wrong, all] = across(&names.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(10 * wrong <= all && all >= 100, "{wrong} of {all}");
}
