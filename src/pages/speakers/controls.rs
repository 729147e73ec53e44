//! What narrows and sorts the list of speakers. A change of a box is a step back; typing is one.

use corpus::Position;
use explore::{Choice, Facet, KINDS, ListOrder, Query, asked_kind, with_kind};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::kind_name;
use crate::Site;
use crate::components::Select;
use crate::hooks::{Gesture, Navigator};

/// A name to type, side, kind and order to choose.
pub(super) fn controls(site: Site, navigator: &Navigator, query: &Query, typing: &Gesture) -> Html {
    let corpus = site.corpus();
    let words = &site.words().speakers;
    let on_type = {
        let (navigator, typing) = (navigator.clone(), typing.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                navigator.ask_within(&typing, navigator.query().with_text(&input.value()));
            }
        })
    };
    let chosen = |position: &Position| query.has(Choice::Position(*position));
    let positions: Vec<Position> = corpus.positions().collect();
    let side = positions.iter().position(chosen).map_or(0, |n| n + 1);
    let labels = positions.iter().map(|position| site.position_label(*position));
    let sides: Vec<_> = [words.any_side].into_iter().chain(labels).collect();
    let kinds: Vec<_> = KINDS
        .map(|(kind, _)| kind)
        .into_iter()
        .filter(|kind| corpus.speakers.iter().any(|speaker| speaker.kind == *kind))
        .collect();
    let kind = asked_kind(query).and_then(|asked| kinds.iter().position(|kind| *kind == asked)).map_or(0, |n| n + 1);
    let names = kinds.iter().map(|kind| kind_name(site, *kind));
    let kind_names: Vec<_> = [words.any_kind].into_iter().chain(names).collect();
    let order = ListOrder::ALL.iter().position(|order| *order == ListOrder::of(query)).unwrap_or(0);
    let order_name = |order| match order {
        ListOrder::Said => words.most_said,
        ListOrder::Name => words.by_name,
        ListOrder::First => words.first_heard,
        ListOrder::Changed => words.changed_first,
    };
    let by_side = asking(navigator, move |query, n| {
        let others = query.choices.iter().filter(|choice| choice.facet() != Facet::Position);
        let side = n.checked_sub(1).and_then(|n| positions.get(n)).copied().map(Choice::Position);
        Query { choices: others.chain(side).collect(), ..query.clone() }
    });
    let by_kind =
        asking(navigator, move |query, n| with_kind(query, n.checked_sub(1).and_then(|n| kinds.get(n)).copied()));
    let sort = asking(navigator, |query, n| ListOrder::ALL.get(n).copied().unwrap_or(ListOrder::Said).asked(query));
    html! {
        <form class="controls" role="search" aria-label={words.choose} onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <div class="search">
                <label for="name">{ words.name }</label>
                <input id="name" type="search" value={query.text.clone()} oninput={on_type} autocomplete="off" spellcheck="false" />
            </div>
            <Select id="side" label={words.side} options={sides} chosen={side} onchoose={by_side} />
            <Select id="kind" label={words.kind} options={kind_names} chosen={kind} onchoose={by_kind} />
            <Select id="order" label={words.order} options={ListOrder::ALL.map(order_name).to_vec()} chosen={order} onchoose={sort} />
        </form>
    }
}

/// Asks for what the n-th option of a box makes of the query.
fn asking(navigator: &Navigator, change: impl Fn(&Query, usize) -> Query + 'static) -> Callback<usize> {
    let navigator = navigator.clone();
    Callback::from(move |n: usize| navigator.ask(|query| change(query, n)))
}
