//! Work spread over threads whose answers come in the order of the questions.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Questions that wait in one lane, and answers.
const WAITING: usize = 4;

/// Gives each of `questions` to `work` in one of `jobs` threads and hands the answers to `take`, in order.
///
/// The questions go round the lanes one by one, and so are the answers fetched: order costs no buffer, and at most
/// `2 × WAITING + 1` questions a lane are held, however long the stream.
///
/// # Errors
/// The first error of `take`; what is still at work is then dropped.
pub(crate) fn lanes<Q: Send, A: Send>(
    jobs: usize,
    questions: impl Iterator<Item = Q> + Send,
    work: impl Fn(Q) -> A + Sync,
    mut take: impl FnMut(A) -> Result<(), String>,
) -> Result<(), String> {
    thread::scope(|scope| {
        let mut to: Vec<SyncSender<Q>> = Vec::new();
        let mut from: Vec<Receiver<A>> = Vec::new();
        for _ in 0..jobs.max(1) {
            let (question, asked) = sync_channel(WAITING);
            let (answer, answered) = sync_channel(WAITING);
            let work = &work;
            scope.spawn(move || {
                for q in asked {
                    if answer.send(work(q)).is_err() {
                        break;
                    }
                }
            });
            to.push(question);
            from.push(answered);
        }
        scope.spawn(move || {
            for (n, q) in questions.enumerate() {
                if to[n % to.len()].send(q).is_err() {
                    break;
                }
            }
        });
        for n in 0.. {
            match from[n % from.len()].recv() {
                Ok(answer) => take(answer)?,
                Err(_) => break,
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Slow and quick questions, more lanes than questions, none at all.
    #[test]
    fn answers_come_in_order() {
        for (jobs, n) in [(1, 5), (3, 100), (8, 2), (2, 0)] {
            let slow = |q: u64| {
                thread::sleep(std::time::Duration::from_micros(q % 7 * 50));
                q * 2
            };
            let mut got = Vec::new();
            let take = |a| {
                got.push(a);
                Ok(())
            };
            lanes(jobs, 0..n, slow, take).unwrap();
            assert_eq!(got, (0..n).map(|q| q * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_error_ends_it() {
        let mut left = 10;
        let end = lanes(
            2,
            0u64..,
            |q| q,
            |_| {
                left -= 1;
                if left == 0 { Err("full".to_owned()) } else { Ok(()) }
            },
        );
        assert_eq!(end, Err("full".to_owned()));
    }
}
