//! Whether a media query holds.

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::MediaQueryList;
use yew::prelude::*;

use super::{is_running, use_once};

/// Whether `query` holds, kept up to date. Nothing is known while prerendering and in the first render in the browser, so that
/// the two agree.
#[hook]
pub(crate) fn use_media(query: &'static str) -> Option<bool> {
    let holds = use_state_eq(|| is_running().then(|| matches(query)));
    {
        let holds = holds.clone();
        use_once(Box::new(move || {
            let listener = media(query).map(|media| {
                holds.set(Some(media.matches()));
                let watched = media.clone();
                EventListener::new(&media, "change", move |_| holds.set(Some(watched.matches())))
            });
            Box::new(listener)
        }));
    }
    *holds
}

/// Whether `query` holds now.
pub(super) fn matches(query: &str) -> bool {
    media(query).is_some_and(|media| media.matches())
}

fn media(query: &str) -> Option<MediaQueryList> {
    window().match_media(query).ok().flatten()
}
