//! What selects among the arguments: position first, then search, then the other facets, time and certainty.

use explore::{Choice, Count, Facet, LONGEST_TEXT, Query, Results};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::facet::{Values, is_used};
use super::narrowing::{Certainty, Time};
use crate::Site;
use crate::components::position_classes;
use crate::hooks::{Gesture, Navigator};
use crate::routes::{Location, Route};

/// Props of [`Filters`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FiltersProps {
    /// The site that it is of.
    pub(super) site: Site,
    /// Where a change goes.
    pub(super) navigator: Navigator,
    /// The page that it stands on.
    pub(super) route: Route,
    /// What is asked for.
    pub(super) query: Query,
    /// What that gives.
    pub(super) results: Results,
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
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps { site, navigator, query, results, .. } = props;
    let open = use_state(|| false);
    let typing: Gesture = use_mut_ref(|| None);
    let corpus = site.corpus();
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
    let found =
        Location { query: query.clone(), fragment: "found".into(), ..Location::of(props.route) }.address(corpus);
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
                for Count { choice, count } in results.counts(Facet::Position).iter().copied() {
                    { position(props, choice, count) }
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
                    if results.counts(facet).len() > 1 || is_used(query, facet) {
                        <Values key={facet.key()} site={*site} navigator={navigator.clone()} query={query.clone()} {facet} {open}
                            counts={results.counts(facet).to_vec()} />
                    }
                }
                <Time site={*site} navigator={navigator.clone()} query={query.clone()} />
                <Certainty site={*site} navigator={navigator.clone()} sure={query.sure} />
                <p class="done"><a href={found} onclick={close}>{ site.counted(results.matches.len(), words.show_results) }</a></p>
            </div>
        </form>
    }
}

/// A position as a box to tick, with what it means.
fn position(props: &FiltersProps, choice: Choice, count: u32) -> Html {
    let Choice::Position(position) = choice else { return html! {} };
    let FiltersProps { site, navigator, query, .. } = props;
    let toggle = {
        let navigator = navigator.clone();
        Callback::from(move |_: Event| navigator.ask(false, |query| query.toggled(choice)))
    };
    html! {
        <label class={classes!("choice", position_classes(site.corpus(), position))}>
            <input type="checkbox" checked={query.has(choice)} onchange={toggle} />
            <span class="side-tag" lang={site.position_language(position)}>{ site.position_label(position) }</span>
            <span class="count">{ site.locale().number(count as usize) }</span>
            <span class="meaning" lang={site.position_language(position)}>{ site.position_summary(position) }</span>
        </label>
    }
}
