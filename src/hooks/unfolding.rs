//! How much of a long list is shown.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::Element;
use yew::prelude::*;

use super::{focus_nth, is_running, use_once};

/// Entries of a list that are shown at once where all of it is asked for, on a page for that and on paper: a few hundred pages
/// of print, and about what a phone can hold.
pub(crate) const WHOLE: usize = 1000;

thread_local! {
    /// How far lists were unfolded on this visit, by what is in them: a list to which the reader comes back is as long as he
    /// left it, so that he finds his place.
    static UNFOLDED: RefCell<Vec<(u64, usize)>> = const { RefCell::new(Vec::new()) };

    /// The lists on the page, each as whether it is being printed.
    static LISTS: RefCell<Vec<Weak<UseStateHandle<bool>>>> = const { RefCell::new(Vec::new()) };
}

/// How much of a list is shown, and what shows more of it.
pub(crate) struct Unfolding {
    /// Entries that are shown.
    pub(crate) shown: usize,
    /// Entries that there are.
    pub(crate) total: usize,
    /// Entries that are added at a time.
    pub(crate) step: usize,
    /// What the entries stand in.
    pub(crate) list: NodeRef,
    /// Adds some.
    pub(crate) more: Callback<MouseEvent>,
    key: u64,
}

/// Shows of the list of these at least `least`, while the page is printed at least [`WHOLE`]. The first that was added takes
/// the focus: the keyboard goes on with it. It is found by what can be focused in each, a selector, which also tells one
/// kind of list from another.
#[hook]
pub(crate) fn use_unfolding(ids: &[u32], least: usize, step: usize, focusable: &'static str) -> Unfolding {
    let key = key(ids, focusable);
    let update = use_force_update();
    let least = if use_printing() { least.max(WHOLE) } else { least };
    let shown = remembered(key).max(least).min(ids.len());
    let list = use_node_ref();
    let added = use_mut_ref(|| None::<usize>);
    use_effect_with(shown, {
        let (list, added) = (list.clone(), added.clone());
        move |_| {
            if let Some(first) = added.take() {
                focus_nth(&list, focusable, first);
            }
        }
    });
    let more = Callback::from(move |_| {
        added.replace(Some(shown));
        remember(key, shown + step);
        update.force_update();
    });
    Unfolding { shown, total: ids.len(), step, list, more, key }
}

/// What is left of a list, folded away.
pub(crate) struct Rest {
    /// Whether it is there: it is made when the reader opens it. In the first render, which is the prerendered page, it is there
    /// for whoever has no script.
    pub(crate) is_there: bool,
    /// Whether the reader has opened it.
    pub(crate) is_open: bool,
    /// The `details` that it stands in.
    pub(crate) details: NodeRef,
    /// Takes notice of opening and closing.
    pub(crate) ontoggle: Callback<Event>,
}

/// Folds away what is left of a list; where the reader opened it, it is open when he comes back.
#[hook]
pub(crate) fn use_rest(unfolding: &Unfolding) -> Rest {
    let key = !unfolding.key;
    let details = use_node_ref();
    let update = use_force_update();
    let runs = use_state_eq(is_running);
    {
        let runs = runs.clone();
        use_once(Box::new(move || {
            runs.set(true);
            Box::new(())
        }));
    }
    let in_dom = |details: &NodeRef| details.cast::<Element>().map(|details| details.has_attribute("open"));
    let is_open = in_dom(&details).unwrap_or_else(|| *runs && remembered(key) > 0);
    let ontoggle = {
        let details = details.clone();
        Callback::from(move |_| {
            remember(key, in_dom(&details).unwrap_or_default().into());
            update.force_update();
        })
    };
    Rest { is_there: is_open || !*runs, is_open, details, ontoggle }
}

fn remembered(key: u64) -> usize {
    UNFOLDED.with_borrow(|lists| lists.iter().find(|(list, _)| *list == key).map_or(0, |(_, shown)| *shown))
}

fn remember(key: u64, shown: usize) {
    UNFOLDED.with_borrow_mut(|lists| {
        lists.retain(|(list, _)| *list != key);
        lists.push((key, shown));
    });
}

/// Tells lists apart. The hash of FNV-1a (Fowler, Noll, Vo), by entry instead of by byte.
fn key(ids: &[u32], kind: &str) -> u64 {
    let parts = kind.bytes().map(u64::from).chain(ids.iter().map(|id| u64::from(*id)));
    parts.fold(0xcbf2_9ce4_8422_2325, |key, part| (key ^ part).wrapping_mul(0x0100_0000_01b3))
}

/// Whether the page is about to be printed: then it is shown whole.
#[hook]
fn use_printing() -> bool {
    let printing = use_state_eq(bool::default);
    {
        let printing = printing.clone();
        use_once(Box::new(move || {
            let list = Rc::new(printing);
            LISTS.with_borrow_mut(|lists| {
                if lists.is_empty() {
                    listen();
                }
                lists.retain(|list| list.strong_count() > 0);
                lists.push(Rc::downgrade(&list));
            });
            Box::new(list)
        }));
    }
    *printing
}

/// Tells all lists of printing at once. Were each to listen by itself, the first could take so long that the browser prints before
/// the next is whole.
fn listen() {
    for (event, begins) in [("beforeprint", true), ("afterprint", false)] {
        let tell = move |_: &Event| {
            LISTS.with_borrow(|lists| lists.iter().filter_map(Weak::upgrade).for_each(|list| list.set(begins)));
        };
        EventListener::new(&window(), event, tell).forget();
    }
}
