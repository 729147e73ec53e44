//! What is shown, in words, announced to whoever does not see it change; what is chosen, and the way back.

use corpus::Position;
use explore::{Choice, Query, Results};
use yew::prelude::*;

use super::in_words::{certainty, in_words, time};
use crate::Site;
use crate::routes::{Location, Route};
use crate::words::{fill, fill_html};

/// How many arguments on which side, what the address asked for in vain, the way to what is not shown, what is chosen, and
/// the way back to everything.
pub(super) fn summary(site: Site, route: Route, query: &Query, results: &Results<'_>) -> Html {
    let words = &site.words().sides;
    let address = |query: Query| Location::asking(route, query).address(site);
    let aside = results.count(Choice::Position(Position::Neither)) as usize;
    let also = if results.matches.is_empty() { words.show_neither } else { words.also_neither };
    html! {
        <div class="shown">
            <p role="status">{ in_words(site, query, results) }</p>
            for (key, value) in &query.unknown {
                <p class="unknown">{ fill_html(words.not_on_site, &[html! { <code>{ format!("{key}={value}") }</code> }]) }</p>
            }
            for word in results.search.guessed() {
                <p class="unknown">{ fill_html(words.nearly, &[html! { <q>{ word.to_string() }</q> }]) }</p>
            }
            if aside > 0 && !results.positions.contains(&Position::Neither) {
                <p><a class="aside" href={address(with_neither(query, &results.positions))}>{ site.counted(aside, also) }</a></p>
            }
            if !query.is_empty() {
                <ul class="chosen" data-stay="" aria-label={words.in_use_label}>
                    for (name, without) in chosen(site, query) {
                        <li><a href={address(without)} aria-label={fill(words.remove, &[&name])}>{ name.clone() }{ " ×" }</a></li>
                    }
                    <li><a class="clear" href={address(Query { order: query.order, group: query.group, ..Query::default() })}>{ words.clear }</a></li>
                </ul>
            }
        </div>
    }
}

/// What narrows a query, each with its name and the query without it.
pub(super) fn chosen(site: Site, query: &Query) -> Vec<(String, Query)> {
    let with = query.choices.iter().map(|choice| (site.label(choice).into_owned(), query.toggled(choice)));
    let without = query.without.iter().map(|choice| (format!("− {}", site.label(choice)), query.excluding(choice)));
    let mut chosen: Vec<(String, Query)> = with.chain(without).collect();
    chosen.extend(time(site, query).map(|time| (time, Query { from: None, to: None, ..query.clone() })));
    if query.sure > 0 {
        chosen.push((certainty(site, query.sure).into(), Query { sure: 0, ..query.clone() }));
    }
    if !query.text.is_empty() {
        chosen.push((fill(site.words().common.in_quotes, &[&query.text.trim()]), query.with_text("")));
    }
    chosen
}

/// The query with what it shows now and the statements on neither side.
fn with_neither(query: &Query, shown: &[Position]) -> Query {
    let mut wider = query.clone();
    wider.choices.extend(shown.iter().copied().chain([Position::Neither]).map(Choice::Position));
    wider
}
