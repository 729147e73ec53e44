//! What stands above and below every page.

use yew::prelude::*;

use crate::Site;
use crate::routes::{Location, Route};

/// Name of the debate and the parts of the site.
pub(crate) fn masthead(site: Site, location: &Location) -> Html {
    let corpus = site.corpus();
    let here = location.route;
    // To the place on this very view: a link without the query would undo it.
    let skip = |id: &str| Location { fragment: id.into(), ..location.clone() }.address(corpus);
    let parts = [
        (Route::Sides, "Arguments"),
        (Route::Timeline, "Timeline"),
        (Route::Articles, "Articles"),
        (Route::Speakers, "Speakers"),
        (Route::About, "About"),
    ];
    let current = |part| match (part, here) {
        _ if part == here => Some("page"),
        (Route::Articles, Route::Article(_)) | (Route::Speakers, Route::Speaker(_)) => Some("true"),
        _ => None,
    };
    html! {
        <>
            <a class="skip" href={skip("main")}>{ "Skip to the content" }</a>
            if here == Route::Sides { <a class="skip" href={skip("found")}>{ "Skip to the arguments" }</a> }
            <header class="masthead">
                <a class="debate" href={Route::Sides.path(corpus)}>{ corpus.debate.title.as_str() }</a>
                <nav aria-label="Parts of this site">
                    <ul>
                        for (part, name) in parts {
                            <li><a href={part.path(corpus)} aria-current={current(part)}>{ name }</a></li>
                        }
                    </ul>
                </nav>
            </header>
        </>
    }
}

/// What this is, in a line.
pub(crate) fn colophon(site: Site) -> Html {
    html! {
        <footer class="colophon">
            <p>
                { "Made with Rejoinder. Every statement is its article’s own text. " }
                <a href={Route::About.path(site.corpus())}>{ "How, and how far to trust it" }</a>
            </p>
        </footer>
    }
}
