#![no_main]
//! A dossier that articles come to and go from, corrected in any order and asked in between.

use synoptic::view::{Correction, View};
use synoptic_fuzz::{probe, prose, text};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut view = View::default();
    let mut rest = bytes;
    let mut added = 0;
    while let [what, a, b, more @ ..] = rest {
        rest = more;
        let id = |n: u8| format!("a{}", n % 8);
        let pick = |view: &mut View, n: u8| {
            let all = view.entities();
            let at = usize::from(n) % all.len().max(1);
            all.get(at).map_or_else(String::new, |e| e.id.clone())
        };
        match what % 10 {
            0..=2 if added < 4 => {
                let (own, left) = rest.split_at(rest.len().min(usize::from(*a)));
                rest = left;
                added += 1;
                let _ = view.add(&text(prose(own)));
            }
            3 => drop(view.remove(&id(*a))),
            4 => {
                let entities = [pick(&mut view, *a), pick(&mut view, *b)];
                let _ = view.correct(&Correction::Merge { entities });
            }
            5 => {
                let entity = pick(&mut view, *a);
                let _ = view.correct(&Correction::NotAName { entity });
            }
            6 => {
                let entity = pick(&mut view, *a);
                let kind = ["PERSON", "ORG", "GPE", "EVENT", "NONE"][usize::from(b % 5)].to_owned();
                let _ = view.correct(&Correction::Retype { entity, kind });
            }
            7 => {
                let entity = pick(&mut view, *a);
                let _ = view.correct(&Correction::Rename { entity, name: prose(&[*b, *a]) });
            }
            8 => {
                let published = ["2031-05-12", "1970", "2031-05/2031-06", "", "9999-12-31"][usize::from(b % 5)].to_owned();
                let _ = view.correct(&Correction::Date { article: id(*a), published });
            }
            _ => drop(view.claim_diff(None)),
        }
    }
    probe(&mut view);
});
