//! The shell of every page, and which page it is.

use yew::prelude::*;

use crate::Site;
use crate::components::{announcement, colophon, masthead, use_key_list};
use crate::hooks::{
    Collecting, use_arrivals, use_collecting, use_kept_focus, use_locale, use_navigation, use_preparation,
    use_told_height,
};
use crate::pages::{
    Collected, Pairs, Sides, Speakers, Timeline, about, article, articles, compare, embed, missing, speaker, theme,
    themes,
};
use crate::routes::{Location, Route};
use crate::view::View;

/// What the app starts from.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The corpus to show.
    pub site: Site,
    /// Where the reader is when it starts.
    pub location: Location,
}

/// The whole page below `<div id="app">`.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { site, location } = props.clone();
    match location.route {
        // What is in one file has no address that a frame could show.
        Route::Embed if !site.is_one_file() => html! { <Framed {site} {location} /> },
        _ => html! { <Whole {site} {location} /> },
    }
}

/// The page that stands in a frame of somebody else's: it has no parts, no keys, and nothing is kept of who reads it.
#[component]
fn Framed(props: &AppProps) -> Html {
    let AppProps { site, location } = props.clone();
    let view = use_reducer(|| View::at(location));
    let (locale, _) = use_locale(site.locale(), false);
    let site = use_arrivals(site).speaking(locale);
    use_navigation(site, &view);
    use_told_height();
    embed(site, &view.location)
}

/// A page of the site.
#[component]
fn Whole(props: &AppProps) -> Html {
    let AppProps { site, location } = props.clone();
    let view = use_reducer(|| View::at(location));
    let (locale, choose) = use_locale(site.locale(), true);
    let site = use_arrivals(site).speaking(locale);
    let navigator = use_navigation(site, &view);
    let collecting = use_collecting();
    use_kept_focus();
    use_preparation(site);
    let keys = use_key_list(site, &navigator);
    let tray = collecting.tray();
    let here = &view.location;
    let page = match here.route {
        Route::Sides | Route::Everything => {
            html! { <Sides {site} navigator={navigator.clone()} location={here.clone()} /> }
        }
        Route::Pairs => html! { <Pairs {site} location={here.clone()} /> },
        Route::Themes => themes(site),
        Route::Theme(ix) => theme(site, ix),
        Route::Timeline => html! { <Timeline {site} navigator={navigator.clone()} query={here.query.clone()} /> },
        Route::Articles => articles(site),
        Route::Article(ix) => article(site, ix),
        Route::Speakers => html! { <Speakers {site} navigator={navigator.clone()} query={here.query.clone()} /> },
        Route::Speaker(ix) => speaker(site, ix),
        Route::Compare => compare(site, &navigator, &here.query),
        Route::Collection => {
            html! { <Collected {site} navigator={navigator.clone()} fragment={here.fragment.clone()} /> }
        }
        Route::About => about(site),
        Route::Embed | Route::Missing => missing(site),
    };
    // The key makes another page another element: nothing that a reader has unfolded here stays unfolded there.
    html! {
        <ContextProvider<Collecting> context={collecting.clone()}>
            { masthead(site, here, tray.collection.items().len(), &choose) }
            <main id="main" tabindex="-1"><div key={here.route.path(site)}>{ page }</div></main>
            { colophon(site, keys) }
            { announcement(site, tray) }
        </ContextProvider<Collecting>>
    }
}
