//! No page has this address.

use yew::prelude::*;

use crate::{Route, Site};

/// Says so, and where to go on.
pub(crate) fn missing(site: Site) -> Html {
    let words = &site.words().missing;
    html! {
        <div class="page">
            <h1>{ words.no_such_page }</h1>
            <p>
                { words.reason }{ " " }
                <a href={Route::Sides.path(site)}>{ words.see_all }</a>
            </p>
        </div>
    }
}
