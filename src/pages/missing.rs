//! No page has this address.

use yew::prelude::*;

use crate::{Route, Site};

/// Says so, and where to go on.
pub(crate) fn missing(site: Site) -> Html {
    html! {
        <div class="page">
            <h1>{ "There is no such page" }</h1>
            <p>
                { "The address may be mistyped, or the article or speaker has left this site. " }
                <a href={Route::Sides.path(site.corpus())}>{ "See all arguments" }</a>
            </p>
        </div>
    }
}
