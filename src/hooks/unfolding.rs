//! How much of a long list is shown.

use std::cell::RefCell;

use corpus::StatementIx;
use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

use super::use_once;

thread_local! {
    /// How far lists were unfolded on this visit, by what is in them: a list to which the reader comes back is as long as he
    /// left it, so that he finds his place.
    static UNFOLDED: RefCell<Vec<(u64, usize)>> = const { RefCell::new(Vec::new()) };
}

/// How many of `statements` are shown, at least `least`, and what shows more of them. While the page is printed at least
/// `printed`.
#[hook]
pub(crate) fn use_unfolding(
    statements: &[StatementIx],
    least: usize,
    step: usize,
    printed: usize,
) -> (usize, Callback<MouseEvent>) {
    let key = key(statements);
    let update = use_force_update();
    let printing = use_printing();
    let remembered =
        || UNFOLDED.with_borrow(|lists| lists.iter().find(|(list, _)| *list == key).map(|(_, shown)| *shown));
    let least = if printing { least.max(printed) } else { least };
    let shown = remembered().unwrap_or_default().max(least);
    let more = Callback::from(move |_| {
        UNFOLDED.with_borrow_mut(|lists| {
            lists.retain(|(list, _)| *list != key);
            lists.push((key, shown + step));
        });
        update.force_update();
    });
    (shown.min(statements.len()), more)
}

/// Tells lists apart. The hash of FNV-1a (Fowler, Noll, Vo), by statement instead of by byte.
fn key(statements: &[StatementIx]) -> u64 {
    statements.iter().fold(0xcbf2_9ce4_8422_2325, |key, ix| (key ^ u64::from(ix.0)).wrapping_mul(0x0100_0000_01b3))
}

/// Whether the page is about to be printed: then it is shown whole.
#[hook]
fn use_printing() -> bool {
    let printing = use_state_eq(bool::default);
    {
        let printing = printing.clone();
        use_once(Box::new(move || {
            let listeners = [("beforeprint", true), ("afterprint", false)].map(|(event, begins)| {
                let printing = printing.clone();
                EventListener::new(&window(), event, move |_| printing.set(begins))
            });
            Box::new(listeners)
        }));
    }
    *printing
}
