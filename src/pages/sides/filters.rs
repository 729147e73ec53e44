//! What selects among the arguments: position first, then search, then the other facets, time and certainty.

use explore::{Choice, Count, Facet, LONGEST_TEXT, Query};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::facet::{Found, Values, is_used};
use super::narrowing::{use_surety, use_time};
use crate::Site;
use crate::components::{count_tag, positioned, side_tag};
use crate::hooks::{Gesture, Navigator};
use crate::routes::{Location, Route};

/// What the form is about.
pub(super) struct Filtering<'f> {
    /// The site that it is of.
    pub(super) site: Site,
    /// Where a change goes.
    pub(super) navigator: &'f Navigator,
    /// The page that it stands on.
    pub(super) route: Route,
    /// What is asked for.
    pub(super) query: &'f Query,
    /// What that gives.
    pub(super) found: &'f Found,
}

/// Facets in the order of the page. Those that most readers use are unfolded.
const FACETS: [(Facet, bool); 10] = [
    (Facet::Theme, true),
    (Facet::Speaker, true),
    (Facet::Affiliation, false),
    (Facet::Quotation, false),
    (Facet::Component, false),
    (Facet::Year, false),
    (Facet::Month, false),
    (Facet::Kind, false),
    (Facet::Outlet, false),
    (Facet::Article, false),
];

/// The form. Each change is an address of its own; typing is one step back.
#[hook]
pub(super) fn use_filters(filtering: &Filtering<'_>) -> Html {
    let Filtering { site, navigator, route, query, found } = *filtering;
    let open = use_state_eq(bool::default);
    let typing: Gesture = use_mut_ref(|| None);
    let time = use_time(site, navigator, query);
    let surety = use_surety(site, navigator, query.sure);
    let words = &site.words().sides;

    let on_type = {
        let (navigator, typing) = (navigator.clone(), typing.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                navigator.ask_within(&typing, navigator.query().with_text(&input.value()));
            }
        })
    };
    let unfold = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let close = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(false))
    };
    let results = Location { fragment: "found".into(), ..Location::asking(route, query.clone()) }.address(site);
    let in_use = query.choices.iter().filter(|choice| choice.facet() != Facet::Position).count()
        + query.without.iter().count()
        + usize::from(query.from.is_some() || query.to.is_some())
        + usize::from(query.sure > 0);

    html! {
        <form class={classes!("filters", open.then_some("open"))} role="search" aria-label={words.choose}
            onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <fieldset class="positions">
                <legend>{ words.position }</legend>
                <p class="hint">{ words.every_side }</p>
                for Count { choice, count } in found.0.counts(Facet::Position) {
                    { position(filtering, choice, count) }
                }
            </fieldset>
            <div class="search">
                <label for="search">{ words.search }</label>
                <input id="search" type="search" value={query.text.clone()} oninput={on_type} autocomplete="off" spellcheck="false"
                    maxlength={LONGEST_TEXT.to_string()} aria-describedby="search-hint" />
                <p class="hint" id="search-hint">{ words.search_hint }</p>
            </div>
            <button type="button" class="unfold" aria-expanded={open.to_string()} aria-controls="facets" onclick={unfold}>
                { if *open { words.fewer_filters } else { words.more_filters } }
                if in_use > 0 { { " " }{ site.counted(in_use, words.in_use) } }
            </button>
            <div id="facets">
                for (facet, open) in FACETS {
                    if site.explorer().varies(facet) || is_used(query, facet) {
                        <Values key={facet.key()} {site} navigator={navigator.clone()} query={query.clone()} {facet} {open}
                            found={found.clone()} />
                    }
                }
                { time }
                { surety }
                <p class="done"><a href={results} onclick={close}>{ site.counted(found.0.matches.len(), words.show_results) }</a></p>
            </div>
        </form>
    }
}

/// A position as a box to tick, with what it means.
fn position(filtering: &Filtering<'_>, choice: Choice, count: u32) -> Html {
    let Choice::Position(position) = choice else { return html! {} };
    let Filtering { site, navigator, query, .. } = *filtering;
    let toggle = {
        let navigator = navigator.clone();
        Callback::from(move |_: Event| navigator.ask(|query| query.toggled(choice)))
    };
    html! {
        <label class={positioned("choice", site, position)}>
            <input type="checkbox" checked={query.has(choice)} onchange={toggle} />
            { side_tag(site, position) }
            { count_tag(site, count as usize) }
            <span class="meaning" lang={site.position_language(position)}>{ site.position_summary(position) }</span>
        </label>
    }
}
