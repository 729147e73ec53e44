//! One facet of the filters: its values as boxes to tick, each with its count and a way to leave it out.

use std::rc::Rc;

use explore::{Choice, Count, Facet, Query, Results};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::Site;
use crate::components::{count_tag, speaker_class};
use crate::hooks::Navigator;
use crate::words::fill;

/// Values that are listed at once: ten lines are taken in at a glance.
const LISTED: usize = 10;

/// Values of an unfolded list: who looks further down searches by name.
const UNFOLDED: usize = 200;

/// Props of [`Values`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ValuesProps {
    /// The site that it is of.
    pub(super) site: Site,
    /// Where a change goes.
    pub(super) navigator: Navigator,
    /// What is asked for.
    pub(super) query: Query,
    /// Which facet.
    pub(super) facet: Facet,
    /// What is found: how much each of its values would show.
    pub(super) found: Found,
    /// Whether it is unfolded before anything is chosen in it.
    pub(super) open: bool,
}

/// What a query finds, told from what another finds by where it is.
#[derive(Clone)]
pub(super) struct Found(pub(super) Rc<Results<'static>>);

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The values of a facet, under its name. A folded facet has none: they are counted and made when it is unfolded. A long
/// list is searched by name and unfolded on demand; what is chosen is always in it.
#[component]
pub(super) fn Values(props: &ValuesProps) -> Html {
    let ValuesProps { site, query, facet, found, open, .. } = props;
    let words = &site.words().sides;
    // Once something was chosen here it stays open: folding it would take the focus from whoever unticks the last box.
    let was_used = use_mut_ref(|| false);
    *was_used.borrow_mut() |= is_used(query, *facet);
    let open = *open || *was_used.borrow();
    let was_unfolded = use_state_eq(bool::default);
    let is_there = open || *was_unfolded;
    let ontoggle = {
        let was_unfolded = was_unfolded.clone();
        Callback::from(move |_: Event| was_unfolded.set(true))
    };
    let sought = use_state(String::new);
    let unfolded = use_state_eq(bool::default);
    let counts = if is_there { found.0.ranked_counts(*facet) } else { Vec::new() };
    let is_long = counts.len() > LISTED + 1;
    let name = facet_label(*site, *facet);
    let seek = {
        let sought = sought.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                sought.set(input.value());
            }
        })
    };
    let unfold = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: MouseEvent| unfolded.set(!*unfolded))
    };
    let most = if *unfolded {
        UNFOLDED
    } else if is_long {
        LISTED
    } else {
        counts.len()
    };
    let listed = listed(*site, query, &counts, &sought, most);
    html! {
        <details class="facet" {open} {ontoggle}>
            <summary>{ name }</summary>
            if is_there {
                if is_long {
                    <input type="search" class="seek" aria-label={fill(words.find_value, &[&name])} placeholder={fill(words.find_value, &[&name])}
                        value={(*sought).clone()} oninput={seek} autocomplete="off" spellcheck="false" />
                }
                <ul>{ for listed.iter().map(|count| value(props, *count)) }</ul>
                if counts.len() > UNFOLDED && *unfolded && sought.is_empty() {
                    <p class="hint">{ fill(words.first_values, &[&site.locale().number(UNFOLDED), &site.locale().number(counts.len())]) }</p>
                }
                if listed.is_empty() { <p class="hint" role="status">{ words.no_value }</p> }
                if is_long && sought.is_empty() {
                    <button type="button" class="unfold-values" aria-expanded={unfolded.to_string()} onclick={unfold}>
                        { if *unfolded { words.fewer_values.to_string() } else { site.counted(counts.len(), words.all_values) } }
                    </button>
                }
            }
        </details>
    }
}

/// Whether a query says something about a facet.
pub(super) fn is_used(query: &Query, facet: Facet) -> bool {
    query.chosen(facet).next().is_some() || query.without.iter().any(|choice| choice.facet() == facet)
}

/// What a facet is called.
fn facet_label(site: Site, facet: Facet) -> &'static str {
    let words = &site.words().sides;
    match facet {
        Facet::Position => words.position,
        Facet::Speaker => words.speaker,
        Facet::Affiliation => words.affiliation,
        Facet::Theme => words.theme,
        Facet::Quotation => words.quotation,
        Facet::Component => words.component,
        Facet::Kind => words.kind,
        Facet::Outlet => words.outlet,
        Facet::Article => words.article,
        Facet::Year => words.year,
        Facet::Month => words.month,
    }
}

/// What is chosen or left out, wherever it stands in the list, and the first of the others whose names have every word that
/// was sought.
fn listed(site: Site, query: &Query, counts: &[Count], sought: &str, most: usize) -> Vec<Count> {
    let sought = sought.to_lowercase();
    let is_sought = |choice: Choice| {
        let label = site.label(choice).to_lowercase();
        sought.split_whitespace().all(|word| label.contains(word))
    };
    let mut left = most;
    let mut is_listed = |count: &&Count| {
        if query.has(count.choice) || query.without.contains(count.choice) {
            return true;
        }
        let fits = left > 0 && (sought.is_empty() || is_sought(count.choice));
        left -= usize::from(fits);
        fits
    };
    counts.iter().filter(|count| is_listed(count)).copied().collect()
}

/// A box to tick and, beside it, a button that leaves the value out. A value that nothing more would match is muted.
fn value(props: &ValuesProps, Count { choice, count }: Count) -> Html {
    let ValuesProps { site, navigator, query, .. } = props;
    let left_out = query.without.contains(choice);
    let name_class = match choice {
        Choice::Speaker(ix) => speaker_class(&site.corpus().speakers[ix.get()]),
        _ => None,
    };
    let label = site.label(choice);
    let toggle = {
        let navigator = navigator.clone();
        Callback::from(move |_: Event| navigator.ask(|query| query.toggled(choice)))
    };
    let leave_out = {
        let navigator = navigator.clone();
        Callback::from(move |_: MouseEvent| navigator.ask(|query| query.excluding(choice)))
    };
    html! {
        <li key={choice.value(site.corpus()).into_owned()} class={classes!((count == 0).then_some("empty"), left_out.then_some("left-out"))}>
            <label class="choice">
                <input type="checkbox" checked={query.has(choice)} onchange={toggle} />
                <span class={classes!("name", name_class)} lang={site.language(choice)} dir="auto">{ label.clone() }</span>
                { count_tag(*site, count as usize) }
            </label>
            <button type="button" class="leave-out" aria-pressed={left_out.to_string()} onclick={leave_out}
                aria-label={fill(site.words().sides.leave_out, &[&label])} title={fill(site.words().sides.leave_out, &[&label])}>
                { "−" }
            </button>
        </li>
    }
}
