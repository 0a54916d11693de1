//! Which language a text is in, by its commonest function words.

use crate::english::English;

/// Words looked at; more tell nothing new.
const SAMPLE: usize = 600;
/// Fewest words to tell a language from.
const FEWEST: usize = 8;

/// BCP 47 tag of the language, `und` if it can't be told.
pub(super) fn language<'a>(english: &English, words: impl Iterator<Item = &'a str>) -> &'static str {
    let table = &english.reader.languages;
    let (mut seen, mut votes) = (0usize, Vec::<(&'static str, u32)>::new());
    let (mut letters, mut scripts) = (0usize, [0usize; SCRIPTS.len()]);
    for word in words.take(SAMPLE) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if !bare.chars().any(char::is_alphabetic) {
            continue;
        }
        seen += 1;
        for c in bare.chars().filter(|c| c.is_alphabetic()) {
            letters += 1;
            if let Some(i) = SCRIPTS.iter().position(|s| s.0.contains(&(c as u32))) {
                scripts[i] += 1;
            }
        }
        let low = bare.to_lowercase();
        let low = low.split(['\'', '’']).next().unwrap_or("");
        let at = table.partition_point(|&(_, w)| w < low);
        for &(tag, _) in table[at..].iter().take_while(|&&(_, w)| w == low) {
            match votes.iter_mut().find(|v| v.0 == tag) {
                Some(v) => v.1 += 1,
                None => votes.push((tag, 1)),
            }
        }
    }
    if let Some(i) = scripts.iter().position(|&n| n * 2 > letters && n > 0) {
        return SCRIPTS[i].1;
    }
    // Equal votes fall to English, then to the tag that comes first in the alphabet.
    votes.sort_by_key(|&(tag, n)| (std::cmp::Reverse(n), tag != "en", tag));
    match votes.first() {
        // Lists of names and short lines have few function words; they are taken as English if nothing else is nearer.
        Some(&("en", _)) => "en",
        Some(&(tag, n)) if seen >= FEWEST && n as usize * 6 >= seen && n >= 3 => tag,
        _ => "und",
    }
}

/// Scripts that one language mostly has to itself; the others are told by words.
const SCRIPTS: [(std::ops::RangeInclusive<u32>, &str); 10] = [
    (0x3040..=0x30ff, "ja"),
    (0xac00..=0xd7af, "ko"),
    (0x4e00..=0x9fff, "zh"),
    (0x0590..=0x05ff, "he"),
    (0x0370..=0x03ff, "el"),
    (0x0e00..=0x0e7f, "th"),
    (0x0900..=0x097f, "hi"),
    (0x0980..=0x09ff, "bn"),
    (0x0530..=0x058f, "hy"),
    (0x10a0..=0x10ff, "ka"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages() {
        for (text, want) in [
            ("The minister said on Monday that the bridge would be closed for a year.", "en"),
            ("Le ministre a déclaré lundi que le pont serait fermé pendant un an pour des travaux.", "fr"),
            ("Der Minister sagte am Montag, dass die Brücke für ein Jahr gesperrt werde und nicht früher.", "de"),
            ("El ministro dijo el lunes que el puente estará cerrado por un año para las obras.", "es"),
            ("Министр сказал в понедельник, что мост не будет открыт и что работы на нём идут", "ru"),
            ("قال الوزير إن الجسر سيغلق في المدينة من يوم الاثنين إلى نهاية العام على الأقل بعد ذلك", "ar"),
            ("部长周一表示，大桥将关闭一年。", "zh"),
            ("Xqzt vrmp qqq zzz wwkk", "und"),
        ] {
            assert_eq!(language(English::shared(), text.split_whitespace()), want, "{text}");
        }
    }
}
