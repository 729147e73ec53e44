//! Whether a media query holds.

use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

use super::use_once;

/// Whether `query` holds, kept up to date. False while prerendering and in the first render in the browser, so that
/// the two agree.
#[hook]
pub(crate) fn use_media(query: &'static str) -> bool {
    let holds = use_state_eq(bool::default);
    {
        let holds = holds.clone();
        use_once(Box::new(move || {
            let media = window().match_media(query).ok().flatten();
            let listener = media.map(|media| {
                holds.set(media.matches());
                let watched = media.clone();
                EventListener::new(&media, "change", move |_| holds.set(watched.matches()))
            });
            Box::new(listener)
        }));
    }
    *holds
}
