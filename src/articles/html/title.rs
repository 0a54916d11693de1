//! A page's headline among its titles.

use super::dom::Dom;
use crate::text::word_hash;

/// What stands between a headline and a site's name in a page's title.
const JOINTS: [&str; 10] = [" | ", " / ", " - ", " – ", " — ", " :: ", " » ", " · ", " « ", " • "];

/// Most headings that are compared with the titles.
const MOST_HEADINGS: usize = 40;

/// The headline, from the titles the page gives itself (best first) and its main headings.
pub(super) fn headline(titles: &[String], headings: &[String], site: Option<&str>) -> Option<String> {
    let bare: Vec<String> = titles.iter().map(|t| without_site(t, site)).filter(|t| !t.is_empty()).collect();
    let same = |a: &str, b: &str| word_hash(a) == word_hash(b);
    // A heading that a title repeats, whole or between its joints, is surest.
    let is_site = |h: &str| site.is_some_and(|s| same(s, h));
    let confirmed = headings.iter().filter(|h| !is_site(h)).find(|h| bare.iter().chain(titles).any(|t| same(t, h)));
    let segment = || {
        headings
            .iter()
            .filter(|h| !is_site(h) && h.split(' ').count() >= 3)
            .find(|h| titles.iter().any(|t| segments(t).any(|s| same(s, h))))
    };
    // A heading with a label over it holds the title whole.
    let labelled = || {
        bare.iter().find(|t| {
            t.split(' ').count() >= 4
                && headings.iter().any(|h| h.len() > t.len() && h.len() < 2 * t.len() && h.ends_with(t.as_str()))
        })
    };
    let inside = || headings.iter().find(|h| h.split(' ').count() >= 3 && titles.iter().any(|t| starts_with(t, h)));
    let alone =
        || headings.iter().find(|h| h.split(' ').count() >= 3).filter(|_| headings.len() == 1 || bare.is_empty());
    confirmed
        .or_else(segment)
        .cloned()
        .or_else(|| labelled().cloned())
        .or_else(|| inside().cloned())
        .or_else(|| bare.first().cloned().filter(|t| t.split(' ').count() > 1))
        .or_else(|| alone().cloned())
        .or_else(|| headings.first().cloned())
        .or_else(|| bare.first().cloned())
}

/// The main heading that one of the titles repeats, whole or between its joints.
pub(super) fn anchor(dom: &Dom, titles: &[String]) -> Option<usize> {
    let known: Vec<u64> = titles.iter().flat_map(|t| segments(t).map(word_hash).chain([word_hash(t)])).collect();
    let repeats = |id: &usize| {
        let words = dom.words(*id, 400);
        words.split(' ').count() >= 3 && known.contains(&word_hash(&words))
    };
    let main = |id: &usize| dom.tag(*id) == "h1" || dom.attribute(*id, "itemprop") == "headline";
    let nodes = || 1..dom.nodes.len();
    let second = || nodes().filter(|&id| dom.tag(id) == "h2").take(MOST_HEADINGS).find(repeats);
    nodes().filter(main).take(MOST_HEADINGS).find(repeats).or_else(second)
}

fn segments(title: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(title);
    std::iter::from_fn(move || {
        let all = rest?;
        match JOINTS.iter().filter_map(|j| all.find(j).map(|at| (at, j.len()))).min() {
            Some((at, n)) => {
                rest = Some(&all[at + n..]);
                Some(all[..at].trim())
            }
            None => {
                rest = None;
                Some(all.trim())
            }
        }
    })
}

fn starts_with(title: &str, heading: &str) -> bool {
    let fold = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let (t, h) = (fold(title), fold(heading));
    h.len() >= 12 && t.starts_with(&h)
}

/// A title without the site's name at its end or start.
fn without_site(title: &str, site: Option<&str>) -> String {
    let mut title = title.trim().to_owned();
    for _ in 0..3 {
        let Some((at, joint)) = JOINTS.iter().filter_map(|j| title.rfind(j).map(|at| (at, j))).max() else { break };
        let (head, tail) = (title[..at].trim(), title[at + joint.len()..].trim());
        let is_site = |part: &str| {
            site.is_some_and(|s| {
                word_hash(s) == word_hash(part)
                    || joined(part).contains(&joined(s))
                    || joined(s).contains(&joined(part))
            })
        };
        if is_site(tail) || (site.is_none() && tail.split(' ').count() <= 4 && head.split(' ').count() >= 4) {
            title = head.to_owned();
        } else if let Some((first, rest)) = title.split_once(joint).filter(|(first, _)| is_site(first)) {
            let _ = first;
            title = rest.trim().to_owned();
        } else {
            break;
        }
    }
    title
}

fn joined(words: &str) -> String {
    let fold = words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    if fold.len() < 3 { "\u{0}".to_owned() } else { fold }
}

/// The site's name at the end of a page's title, where the rest of the title is a heading of the page.
pub(super) fn site(titles: &[String], headings: &[String]) -> Option<String> {
    titles.iter().find_map(|t| {
        let (at, joint) = JOINTS.iter().filter_map(|j| t.rfind(j).map(|at| (at, j))).max()?;
        let (head, tail) = (t[..at].trim(), t[at + joint.len()..].trim());
        let known = headings.iter().any(|h| word_hash(h) == word_hash(head));
        (known && !tail.is_empty() && tail.split(' ').count() <= 6).then(|| tail.to_owned())
    })
}

/// The main headings of a page, in order: those of the first rank, then those of the second.
pub(super) fn headings(dom: &Dom, seen: &[usize]) -> Vec<String> {
    let named = |id: usize| dom.attribute(id, "itemprop").eq_ignore_ascii_case("headline");
    let first = seen.iter().filter(|&&id| dom.tag(id) == "h1" || named(id) && dom.tag(id).starts_with('h'));
    let second = seen.iter().filter(|&&id| dom.tag(id) == "h2").take(12);
    let text = |&id: &usize| Some(dom.words(id, 400)).filter(|w| !w.is_empty() && !is_logo(dom, id));
    let mut found: Vec<String> = first.filter_map(text).collect();
    if found.is_empty() {
        found = second.filter_map(text).collect();
    }
    found
}

/// True for a heading that leads to the site's front page.
fn is_logo(dom: &Dom, id: usize) -> bool {
    dom.nodes[id].children.iter().any(|&c| {
        let href = dom.attribute(c, "href");
        let path = href.split_once("://").map_or(href, |(_, rest)| rest.split_once('/').map_or("/", |(_, path)| path));
        dom.tag(c) == "a" && dom.has(c, "href") && matches!(path.trim_matches('/'), "" | "index.html" | "index.php")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines() {
        let all = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        for (titles, headings, site, want) in [
            (all(&["Storm floods town | Gazette"]), all(&["Gazette", "Storm floods town"]), None, "Storm floods town"),
            (all(&["Storm floods the old town - Gazette"]), all(&[]), Some("Gazette"), "Storm floods the old town"),
            (
                all(&["Gazette: Storm - what we know so far"]),
                all(&[]),
                Some("Post"),
                "Gazette: Storm - what we know so far",
            ),
            (all(&[]), all(&["Storm floods town"]), None, "Storm floods town"),
        ] {
            assert_eq!(headline(&titles, &headings, site).as_deref(), Some(want));
        }
        assert_eq!(
            site(&all(&["Storm floods town – The Gazette"]), &all(&["Storm floods town"])).as_deref(),
            Some("The Gazette")
        );
    }
}
