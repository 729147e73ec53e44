//! What the address asks for and the site does not have.

use yew::prelude::*;

use crate::{Site, words};

/// A line for each pair of an address that is not on this site.
pub(crate) fn unknown(site: Site, pairs: &[(String, String)]) -> Html {
    html! {
        for (key, value) in pairs {
            <p class="unknown">
                { words::fill_html(site.words().sides.not_on_site, &[html! { <code>{ format!("{key}={value}") }</code> }]) }
            </p>
        }
    }
}
