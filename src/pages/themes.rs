//! What the debate turns on.

use corpus::ThemeIx;
use yew::prelude::*;

use crate::Site;

/// What the debate turns on.
pub(crate) fn themes(site: Site) -> Html {
    html! {
        <div class="page">
            <h1>{ site.words().themes.heading }</h1>
        </div>
    }
}

/// What is argued about one theme.
pub(crate) fn theme(site: Site, ix: ThemeIx) -> Html {
    html! {
        <div class="page">
            <h1>{ site.corpus().debate.themes[ix.get()].label.as_str() }</h1>
        </div>
    }
}
