//! In which order the arguments are shown, and which together.

use explore::{Grouping, Order, Query};
use yew::prelude::*;

use crate::Site;
use crate::components::Select;
use crate::hooks::Navigator;

/// Two boxes to choose from, and beside them how to take it all away.
pub(super) fn arrangement(site: Site, navigator: &Navigator, query: &Query, takeaway: Html) -> Html {
    let words = &site.words().sides;
    let orders = Order::ALL.map(|order| match order {
        Order::Oldest => words.oldest,
        Order::Newest => words.newest,
        Order::Speaker => words.by_speaker,
        Order::Relevance => words.relevance,
    });
    let groups = Grouping::ALL.map(|group| match group {
        Grouping::Theme => words.group_theme,
        Grouping::Speaker => words.group_speaker,
        Grouping::Article => words.group_article,
    });
    let order = {
        let navigator = navigator.clone();
        move |n: usize| navigator.ask(|query| Query { order: Order::ALL[n % Order::ALL.len()], ..query.clone() })
    };
    // The first of the boxes asks for no group.
    let group = {
        let navigator = navigator.clone();
        move |n: usize| {
            let group = n.checked_sub(1).and_then(|n| Grouping::ALL.get(n).copied());
            navigator.ask(|query| Query { group, ..query.clone() });
        }
    };
    let ordered = Order::ALL.iter().position(|order| *order == query.order).unwrap_or_default();
    let grouped =
        query.group.and_then(|group| Grouping::ALL.iter().position(|other| *other == group)).map_or(0, |n| n + 1);
    html! {
        <div class="arrangement">
            <Select id="order" label={words.sort} options={orders.to_vec()} chosen={ordered} onchoose={order} />
            <Select id="group" label={words.group} options={[&[words.no_group][..], &groups].concat()} chosen={grouped} onchoose={group} />
            { takeaway }
        </div>
    }
}
