//! What narrows and sorts the list of speakers. A change of a box is a step back; typing is one.

use corpus::Position;
use explore::{Choice, Facet, KINDS, ListOrder, Query, asked_kind, with_kind};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::kind_name;
use crate::Site;
use crate::hooks::Navigator;

/// A name to type, side, kind and order to choose.
pub(super) fn controls(site: Site, navigator: &Navigator, query: &Query) -> Html {
    let corpus = site.corpus();
    let words = &site.words().speakers;
    let on_type = {
        let navigator = navigator.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let goes_on = !navigator.query().text.is_empty();
                navigator.ask(goes_on, |query| query.with_text(&input.value()));
            }
        })
    };
    let chosen = |position: &Position| query.has(Choice::Position(*position));
    let positions: Vec<Position> = corpus.positions().collect();
    let side = positions.iter().position(chosen).map_or(0, |n| n + 1);
    let sides = [words.any_side].into_iter().chain(positions.iter().map(|position| site.position_label(*position)));
    let kinds: Vec<_> = KINDS
        .map(|(kind, _)| kind)
        .into_iter()
        .filter(|kind| corpus.speakers.iter().any(|speaker| speaker.kind == *kind))
        .collect();
    let kind = asked_kind(query).and_then(|asked| kinds.iter().position(|kind| *kind == asked)).map_or(0, |n| n + 1);
    let kind_names = [words.any_kind].into_iter().chain(kinds.iter().map(|kind| kind_name(site, *kind)));
    let order = ListOrder::ALL.iter().position(|order| *order == ListOrder::of(query)).unwrap_or(0);
    let order_name = |order| match order {
        ListOrder::Said => words.most_said,
        ListOrder::Name => words.by_name,
        ListOrder::First => words.first_heard,
    };
    let with_side = |query: &Query, n: usize, positions: &[Position]| {
        let others = query.choices.iter().filter(|choice| choice.facet() != Facet::Position);
        let side = n.checked_sub(1).and_then(|n| positions.get(n)).copied().map(Choice::Position);
        Query { choices: others.chain(side).collect(), ..query.clone() }
    };
    html! {
        <form class="controls" role="search" aria-label={words.choose} onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <div class="search">
                <label for="name">{ words.name }</label>
                <input id="name" type="search" value={query.text.clone()} oninput={on_type} autocomplete="off" spellcheck="false" />
            </div>
            { select("side", words.side, sides.collect(), side, asking(navigator, move |query, n| with_side(query, n, &positions))) }
            { select("kind", words.kind, kind_names.collect(), kind, asking(navigator, move |query, n| {
                with_kind(query, n.checked_sub(1).and_then(|n| kinds.get(n)).copied())
            })) }
            { select("order", words.order, ListOrder::ALL.map(order_name).to_vec(), order, asking(navigator, |query, n| {
                ListOrder::ALL.get(n).copied().unwrap_or(ListOrder::Said).asked(query)
            })) }
        </form>
    }
}

/// Asks for what the n-th option of a box makes of the query.
fn asking(navigator: &Navigator, change: impl Fn(&Query, usize) -> Query + 'static) -> Callback<Event> {
    let navigator = navigator.clone();
    Callback::from(move |event: Event| {
        let chosen =
            event.target_dyn_into::<HtmlSelectElement>().and_then(|select| select.selected_index().try_into().ok());
        if let Some(n) = chosen {
            navigator.ask(false, |query| change(query, n));
        }
    })
}

fn select(
    id: &'static str,
    label: &'static str,
    options: Vec<&'static str>,
    chosen: usize,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <div>
            <label for={id}>{ label }</label>
            <select {id} {onchange}>
                for (n, option) in options.into_iter().enumerate() {
                    <option selected={n == chosen}>{ option }</option>
                }
            </select>
        </div>
    }
}
