//! An answer is painted with its beginning; the rest of a long list follows at once. Most of the time between a key and what it
//! shows is making elements that nobody sees yet.

use std::any::Any;

use explore::sort;
use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use yew::prelude::*;

use super::Unfolding;
use super::navigation::is_running;

/// Entries of a list that are made in the turn that answers: a screen and a half of cards. `cargo xtask paint --records 10000`, four
/// times slower: 95 of 100 interactions are painted within 112 to 120 milliseconds, and within 152 to 160 before this and before folded
/// facets were left out.
const BEGINNING: usize = 6;

/// How much of each list is made in the turn that answers a query: all of it in the first render, which is as the page was
/// prerendered, and for a reader who has scrolled down to the rest. It is read once a query, before anything has changed: reading
/// it later would have the browser lay out the page.
#[hook]
pub(crate) fn use_beginning<T: PartialEq + 'static>(query: T) -> usize {
    *use_memo(query, |_| if is_running() && is_near_start() { BEGINNING } else { usize::MAX })
}

/// Which entries of a list there are by now, in order of the list: its first ones, those that were there before, and the others once
/// that is painted.
#[hook]
pub(crate) fn use_soon(ids: &[u32], unfolding: &Unfolding, beginning: usize) -> Vec<bool> {
    let key = unfolding.key;
    let whole = use_mut_ref(|| None);
    let had = use_mut_ref(Vec::<u32>::new);
    let update = use_force_update();
    let waits = *whole.borrow() != Some(key) && !unfolding.is_printed && unfolding.shown > beginning;
    if !waits {
        whole.replace(Some(key));
    }
    let shown = &ids[..unfolding.shown];
    let is_there = |(n, id)| !waits || n < beginning || had.borrow().binary_search(id).is_ok();
    let there: Vec<bool> = shown.iter().enumerate().map(is_there).collect();
    let mut have: Vec<u32> = shown.iter().zip(&there).filter(|(_, there)| **there).map(|(id, _)| *id).collect();
    sort(&mut have);
    had.replace(have);
    use_effect_with((key, waits), move |_| {
        let frame = waits.then(|| {
            // Before this frame is painted; behind it comes what waits for its turn.
            request_animation_frame(move |_| {
                Timeout::new(0, move || {
                    whole.replace(Some(key));
                    update.force_update();
                })
                .forget();
            })
        });
        let frame: Box<dyn Any> = Box::new(frame);
        move || drop(frame)
    });
    there
}

/// Whether the reader is where the beginning of lists is all that he sees.
fn is_near_start() -> bool {
    let window = window();
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    window.scroll_y().is_ok_and(|scrolled| scrolled < height / 2.0)
}
