//! Makes the words of the corpus ready for searching while the reader has not begun to.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::use_once;
use crate::Site;

/// Texts at a time: few enough that whatever the reader does meanwhile need not wait, and enough that the pauses between, of some
/// milliseconds each by the browser's rules, do not add up to more than the work.
const TEXTS: usize = 2500;

/// Prepares as long as the app lives, from its first render on, a little at a time.
#[hook]
pub(crate) fn use_preparation(site: Site) {
    use_once(Box::new(move || {
        prepare(site);
        Box::new(())
    }));
}

/// Lets the browser do what is waiting, and goes on.
pub(super) fn prepare(site: Site) {
    Timeout::new(0, move || {
        if !site.explorer().prepare(TEXTS) {
            prepare(site);
        }
    })
    .forget();
}
