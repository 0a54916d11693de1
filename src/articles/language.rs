//! Which language a text is in, by its commonest function words.

use crate::english::English;
use crate::text::{Arrange, each_char};
use std::borrow::Cow;

/// Words looked at; more tell nothing new.
const SAMPLE: usize = 600;
/// Fewest words to tell a language from.
const FEWEST: usize = 8;

/// BCP 47 tag of the language, `und` if it can't be told.
pub(super) fn language<'a>(english: &English, words: impl Iterator<Item = &'a str>) -> &'static str {
    let (mut seen, mut votes) = (0usize, Vec::<(&'static str, u32)>::new());
    let (mut letters, mut scripts, mut shared) = (0usize, [0usize; SCRIPTS.len()], [0usize; SHARED.len()]);
    let mut lettered = Vec::new();
    let mut begins = true;
    for word in words.take(SAMPLE) {
        // Most words are letters of ASCII and nothing else.
        let simple = word.bytes().all(|b| b.is_ascii_alphabetic());
        let bare = if simple { word } else { word.trim_matches(|c: char| !c.is_alphanumeric()) };
        let before = letters;
        letters += if simple { word.len() } else { 0 };
        each_char(if simple { "" } else { bare }, |_, c| {
            letters += usize::from(c.is_alphabetic());
            if c.is_ascii() || !c.is_alphabetic() {
                return;
            }
            if let Some(i) = SCRIPTS.iter().position(|s| s.0.contains(&(c as u32))) {
                scripts[i] += 1;
            }
            if let Some(i) = SHARED.iter().position(|s| s.0.contains(&(c as u32))) {
                shared[i] += 1;
                lettered.extend(c.to_lowercase());
            }
        });
        if letters == before {
            continue;
        }
        seen += 1;
        // Initials and what stands in a name ("V. K. Singh", "Nguyen Van Thieu", "El Chapo") are words of no language.
        let initial = !simple && word.contains('.') && bare.chars().count() == 1;
        let named = initial || !begins && bare.starts_with(char::is_uppercase);
        begins = !simple && !initial && word.ends_with(['.', '!', '?', '"', '”', '»']);
        if named {
            continue;
        }
        let low = if bare.is_ascii() { Cow::Borrowed(bare) } else { bare.to_lowercase().into() };
        let low = if simple { bare } else { low.split(['\'', '’']).next().unwrap_or("") };
        for tag in english.reader.languages_with(low) {
            match votes.iter_mut().find(|v| v.0 == tag) {
                Some(v) => v.1 += 1,
                None => votes.push((tag, 1)),
            }
        }
    }
    if let Some(i) = scripts.iter().position(|&n| n * 2 > letters && n > 0) {
        return SCRIPTS[i].1;
    }
    // Of a script that several languages share, a letter that only one of them has tells as much as a word.
    if let Some(i) = shared.iter().position(|&n| n * 2 > letters && n > 0) {
        let (_, und, own) = SHARED[i];
        let score = |&(tag, marks): &(&'static str, &str)| {
            let voted = votes.iter().find(|v| v.0 == tag).map_or(0, |v| v.1);
            let marked = lettered.iter().filter(|c| marks.contains(**c)).count() as u32;
            (voted + marked, tag)
        };
        // Equal scores fall to the language that more is written in, which stands first.
        let best = own.iter().map(score).rev().max_by_key(|b| b.0);
        return best.filter(|b| b.0 > 0).map_or(und, |b| b.1);
    }
    // Equal votes fall to English, then to the tag that comes first in the alphabet.
    votes.arrange_by_key(|&(tag, n)| (std::cmp::Reverse(n), tag != "en", tag));
    let english = votes.iter().find(|v| v.0 == "en").map_or(0, |v| v.1);
    match votes.first() {
        // Lists of names and short lines have few function words; they are taken as English if nothing else is nearer.
        Some(&("en", _)) => "en",
        Some(&(tag, n)) if seen >= FEWEST && n as usize * 6 >= seen && n >= 3 && (english == 0 || n >= english + 3) => {
            tag
        }
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

/// Languages of one script with the letters that each has to itself.
type Marked = &'static [(&'static str, &'static str)];

/// Scripts that several languages share: the tag where none of these is nearer.
const SHARED: [(std::ops::RangeInclusive<u32>, &str, Marked); 2] = [
    (0x0400..=0x04ff, "und-Cyrl", &[("ru", "ыэёь"), ("uk", "іїєґь"), ("bg", "ъ"), ("sr", "јљњћђ")]),
    (0x0600..=0x06ff, "und-Arab", &[("ar", "ةىأإ"), ("fa", "پچگژ"), ("ur", "ٹڈڑے")]),
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
            ("Паром сел на мель у Порт-Лейн, сообщила береговая охрана. Капитана допросили.", "ru"),
            ("Пором сів на мілину, повідомила берегова охорона.", "uk"),
            ("جنحت عبارة تقل 214 شخصا مساء الأحد قبالة بورت لين", "ar"),
            ("کشتی گردشگری پس از برخورد", "fa"),
            ("部长周一表示，大桥将关闭一年。", "zh"),
            ("K. P. Oli met V. K. Singh, S. Jaishankar and A. K. Antony in Delhi.", "en"),
            ("Mexico: El Chapo Guzmán, de la Cruz y Los Zetas indicted in New York.", "und"),
            ("Xqzt vrmp qqq zzz wwkk", "und"),
        ] {
            assert_eq!(language(English::shared(), text.split_whitespace()), want, "{text}");
        }
    }
}
