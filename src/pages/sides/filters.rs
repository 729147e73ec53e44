//! What selects among the arguments: position first, then search, then the other facets, each value with its count.

use corpus::Corpus;
use explore::{Choice, Count, Facet, Query, Results};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::Site;
use crate::components::{counted, position_classes, speaker_class};
use crate::hooks::Navigator;
use crate::routes::Location;

/// Values of a facet that are listed at once; of a longer list the rest is folded. Ten lines are taken in at a glance.
const LISTED: usize = 10;

/// Props of [`Filters`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FiltersProps {
    /// The site that it is of.
    pub(crate) site: Site,
    /// Where a change goes.
    pub(crate) navigator: Navigator,
    /// What is asked for.
    pub(crate) query: Query,
    /// What that gives.
    pub(crate) results: Results,
}

/// The form. Each change is an address of its own; typing is one step back.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps { site, navigator, query, results } = props;
    let open = use_state(|| false);
    let corpus = site.corpus();

    let toggle = {
        let navigator = navigator.clone();
        Callback::from(move |choice: Choice| navigator.toggle(choice))
    };
    let on_type = {
        let navigator = navigator.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                navigator.search(&input.value());
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
    let found = Location { fragment: "found".into(), ..Location::of_query(query.clone()) }.address(corpus);
    let values = |facet| facet_values(props, facet, &toggle);
    let chosen = query.choices.iter().filter(|choice| choice.facet() != Facet::Position).count();

    html! {
        <form class={classes!("filters", open.then_some("open"))} role="search" aria-label="Choose arguments"
            onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <fieldset class="positions">
                <legend>{ "Position" }</legend>
                <p class="hint">{ "Every side, unless you choose." }</p>
                for Count { choice, count } in results.counts(Facet::Position).iter().copied() {
                    <label class={classes!("choice", position_class(corpus, choice))}>
                        <input type="checkbox" checked={query.has(choice)} onchange={toggle.reform(move |_| choice)} />
                        <span class="side-tag">{ site.label(choice) }</span>
                        <span class="count">{ count }</span>
                        if let Choice::Position(position) = choice {
                            <span class="meaning">{ site.position_summary(position) }</span>
                        }
                    </label>
                }
            </fieldset>
            <div class="search">
                <label for="search">{ "Search" }</label>
                <input id="search" type="search" value={query.text.clone()} oninput={on_type} autocomplete="off" spellcheck="false"
                    aria-describedby="search-hint" />
                <p class="hint" id="search-hint">{ "Statements, names, roles. “Exact words”, -without" }</p>
            </div>
            <button type="button" class="unfold" aria-expanded={open.to_string()} aria-controls="facets" onclick={unfold}>
                { if *open { "Fewer filters" } else { "More filters" } }
                if chosen > 0 { { format!(" ({chosen} in use)") } }
            </button>
            <div id="facets">
                <fieldset><legend>{ "Theme" }</legend>{ values(Facet::Theme) }</fieldset>
                <fieldset><legend>{ "Speaker" }</legend>{ values(Facet::Speaker) }</fieldset>
                <fieldset><legend>{ "Quotation" }</legend>{ values(Facet::Quotation) }</fieldset>
                <fieldset><legend>{ "Claim or premise" }</legend>{ values(Facet::Component) }</fieldset>
                if results.counts(Facet::Kind).len() > 1 {
                    <fieldset><legend>{ "Told in" }</legend>{ values(Facet::Kind) }</fieldset>
                }
                if results.counts(Facet::Year).len() > 1 {
                    <fieldset><legend>{ "Year" }</legend>{ values(Facet::Year) }</fieldset>
                }
                <p class="done"><a href={found} onclick={close}>{ format!("Show {}", counted(results.matches.len(), "result")) }</a></p>
            </div>
        </form>
    }
}

/// The values of a facet as boxes to tick. A value that nothing more would match is shown, but muted.
fn facet_values(props: &FiltersProps, facet: Facet, toggle: &Callback<Choice>) -> Html {
    let site = props.site;
    let corpus = site.corpus();
    let name_class = |choice| match choice {
        Choice::Speaker(ix) => speaker_class(&corpus.speakers[ix.get()]),
        _ => None,
    };
    let value = |count: &Count| {
        let Count { choice, count } = *count;
        html! {
            <li key={choice.value(corpus).into_owned()}>
                <label class={classes!("choice", (count == 0).then_some("empty"))}>
                    <input type="checkbox" checked={props.query.has(choice)} onchange={toggle.reform(move |_| choice)} />
                    <span class={classes!("name", name_class(choice))}>{ site.label(choice) }</span>
                    <span class="count">{ count }</span>
                </label>
            </li>
        }
    };
    let (listed, folded) = match props.results.counts(facet).split_at_checked(LISTED) {
        Some((listed, folded)) if folded.len() > 1 => (listed, folded),
        _ => (props.results.counts(facet), &[][..]),
    };
    html! {
        <>
            <ul>{ for listed.iter().map(value) }</ul>
            if !folded.is_empty() {
                <details open={folded.iter().any(|count| props.query.has(count.choice))}>
                    <summary>{ format!("{} more", folded.len()) }</summary>
                    <ul>{ for folded.iter().map(value) }</ul>
                </details>
            }
        </>
    }
}

fn position_class(corpus: &Corpus<'_>, choice: Choice) -> Classes {
    match choice {
        Choice::Position(position) => position_classes(corpus, position),
        _ => Classes::new(),
    }
}
