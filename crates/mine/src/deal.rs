//! Work dealt out to threads: scoped ones of the standard library, each of which takes the next piece when it is done with
//! the last, for articles differ in length.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What `work` makes of each number below `count`, in order, on at most so many threads.
pub(crate) fn deal<T: Send>(threads: usize, count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let take = || {
        let mut made = Vec::new();
        loop {
            let n = next.fetch_add(1, Ordering::Relaxed);
            if n >= count {
                return made;
            }
            made.push((n, work(n)));
        }
    };
    let mut made = thread::scope(|scope| {
        // One of them is the thread that asks: in a browser there is no other, and the system may refuse more.
        let others: Vec<_> =
            (1..threads.min(count)).filter_map(|_| thread::Builder::new().spawn_scoped(scope, take).ok()).collect();
        let mut made = take();
        for other in others {
            match other.join() {
                Ok(more) => made.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        made
    });
    made.sort_unstable_by_key(|(n, _)| *n);
    made.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_done_once_and_in_order_of_number() {
        for threads in [0, 1, 2, 3, 50] {
            let calls = AtomicUsize::new(0);
            let made = deal(threads, 9, |n| {
                calls.fetch_add(1, Ordering::Relaxed);
                n * n
            });
            assert_eq!(made, [0, 1, 4, 9, 16, 25, 36, 49, 64], "{threads} threads");
            assert_eq!(calls.into_inner(), 9);
        }
        assert_eq!(deal(4, 0, |n| n), []);
    }
}
