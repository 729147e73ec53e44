//! What stands above and below every page.

use yew::prelude::*;

use crate::Site;
use crate::routes::Route;

/// Name of the debate and the parts of the site.
pub(crate) fn masthead(site: Site, here: Route) -> Html {
    let corpus = site.corpus();
    let skip = format!("{}#main", here.path(corpus));
    let parts = [
        (Route::Sides, "Arguments"),
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
            <a class="skip" href={skip}>{ "Skip to the content" }</a>
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
                { "Every statement is its article’s own text, found by Rejoinder when this site was built. " }
                <a href={Route::About.path(site.corpus())}>{ "How, and how far to trust it" }</a>
            </p>
        </footer>
    }
}
