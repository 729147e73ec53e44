//! What a reader has collected.

use yew::prelude::*;

use crate::Site;

/// What a reader has collected.
pub(crate) fn collection(site: Site) -> Html {
    html! {
        <div class="page">
            <h1>{ site.words().collection.heading }</h1>
        </div>
    }
}
