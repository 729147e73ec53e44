//! Arguments beside what answers them.

use yew::prelude::*;

use crate::Site;

/// Arguments beside what answers them.
pub(crate) fn pairs(site: Site) -> Html {
    html! {
        <div class="page">
            <h1>{ site.words().pairs.heading }</h1>
        </div>
    }
}
