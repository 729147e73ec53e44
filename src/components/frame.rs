//! What stands above and below every page.

use yew::prelude::*;

use super::count_tag;
use crate::routes::{Location, Route};
use crate::site::CORPUS_LANGUAGE;
use crate::{Locale, Site};

/// Name of the debate, the parts of the site, how much the reader has collected, and the languages that it speaks.
pub(crate) fn masthead(site: Site, location: &Location, collected: usize, choose: &Callback<Locale>) -> Html {
    let corpus = site.corpus();
    let here = location.route;
    // To the place on this very view: a link without the query would undo it. The app does not follow it, as the fragment can
    // say what is shown, but goes to the place.
    let skip = |id: &str| Location { fragment: id.into(), ..location.clone() }.address(site);
    let words = &site.words().frame;
    let parts = [
        (Route::Sides, words.sides),
        (Route::Pairs, words.pairs),
        (Route::Themes, words.themes),
        (Route::Timeline, words.timeline),
        (Route::Speakers, words.speakers),
        (Route::Articles, words.articles),
        (Route::Collection, words.collection),
        (Route::About, words.about),
    ];
    let current = |part| match (part, here) {
        _ if part == here => Some("page"),
        (Route::Sides, Route::Everything)
        | (Route::Themes, Route::Theme(_))
        | (Route::Articles, Route::Article(_))
        | (Route::Speakers, Route::Speaker(_) | Route::Compare) => Some("true"),
        _ => None,
    };
    html! {
        <>
            <a class="skip" href={skip("main")}>{ words.skip_to_content }</a>
            if here == Route::Sides { <a class="skip" href={skip("found")}>{ words.skip_to_arguments }</a> }
            <header class="masthead">
                <a class="debate" lang={CORPUS_LANGUAGE} href={Route::Sides.path(site)}>{ corpus.debate.title.as_str() }</a>
                <nav aria-label={words.parts}>
                    <ul>
                        for (part, name) in parts {
                            <li><a href={part.path(site)} aria-current={current(part)}>
                                { name }
                                if part == Route::Collection && collected > 0 {
                                    { " " }{ count_tag(site, collected) }
                                }
                            </a></li>
                        }
                    </ul>
                </nav>
                { languages(site, choose) }
            </header>
        </>
    }
}

/// The languages, each in itself. One is always pressed.
fn languages(site: Site, choose: &Callback<Locale>) -> Html {
    html! {
        <div class="languages" role="group" aria-label={site.words().frame.language}>
            for locale in Locale::LANGUAGES {
                <button type="button" lang={locale.language()} onclick={choose.reform(move |_| locale)}
                    aria-pressed={(locale.language() == site.locale().language()).to_string()}>
                    { locale.name() }
                </button>
            }
        </div>
    }
}

/// What this is, in a line, and the list of keys.
pub(crate) fn colophon(site: Site, keys: Html) -> Html {
    html! {
        <footer class="colophon">
            <p>
                { site.words().frame.made_with }{ " " }
                <a href={Route::About.path(site)}>{ site.words().frame.how }</a>
            </p>
            { keys }
        </footer>
    }
}
