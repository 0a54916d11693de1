//! The numbers of labels ([`crate::entities::Label::number`]), and the best way through them.

use crate::entities::EntityType;

/// The number of labels.
pub(super) const LABELS: usize = 1 + 2 * EntityType::ALL.len();

/// True if `next` may follow `now`: an inside needs a begin or inside of its type before it.
pub(super) const fn follows(now: usize, next: usize) -> bool {
    next == 0 || next % 2 == 1 || now == next || now + 1 == next
}

/// The best way through per-word scores; `allowed` has a bit for each label that a word may bear.
/// `way` is scratch space and ends as the labels.
pub(super) fn viterbi<S>(
    scores: &[[S; LABELS]],
    steps: &[[S; LABELS]; LABELS],
    allowed: impl Fn(usize) -> u32,
    back: &mut Vec<[u8; LABELS]>,
    way: &mut Vec<u8>,
) where
    S: Copy + PartialOrd + std::ops::Add<Output = S>,
{
    back.clear();
    way.clear();
    let mut best: [Option<S>; LABELS] = [None; LABELS];
    for (i, word) in scores.iter().enumerate() {
        let mut now = [None; LABELS];
        let mut from = [0u8; LABELS];
        let mask = allowed(i);
        for next in (0..LABELS).filter(|n| mask >> n & 1 != 0) {
            let step = |before: usize| {
                let so_far = if i == 0 { None } else { Some(best[before]?) };
                let score = steps[before][next] + word[next];
                Some(so_far.map_or(score, |s| s + score))
            };
            let starts = if i == 0 { 0..1 } else { 0..LABELS };
            for before in starts.filter(|&b| follows(b, next)) {
                if let Some(score) = step(before)
                    && now[next].is_none_or(|best| score > best)
                {
                    now[next] = Some(score);
                    from[next] = before as u8;
                }
            }
        }
        best = now;
        back.push(from);
    }
    let mut at = 0;
    for next in 1..LABELS {
        if best[next].is_some_and(|s| best[at].is_none_or(|b| s > b)) {
            at = next;
        }
    }
    for from in back.iter().rev() {
        way.push(at as u8);
        at = usize::from(from[at]);
    }
    way.reverse();
}
