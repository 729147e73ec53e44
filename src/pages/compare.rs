//! Several speakers side by side on the same themes.

use yew::prelude::*;

use crate::Site;

/// Several speakers side by side on the same themes.
pub(crate) fn compare(site: Site) -> Html {
    html! {
        <div class="page">
            <h1>{ site.words().speakers.compare }</h1>
        </div>
    }
}
