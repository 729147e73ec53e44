//! Keys become commands, and commands act on what stands on the page: whatever page has cards, marks or a search field.

use explore::Query;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, document_element};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::focus::{all_in, focus, focused};
use super::navigation::go_to_part;
use super::{Navigator, address, storage, use_once};
use crate::Site;
use crate::keymap::{Command, command};
use crate::routes::{Location, Route};
use crate::view::Place;

/// Where it is kept that single keys do nothing, for who gives commands by voice or often hits a key by mistake.
const KEY: &str = "single-keys";

/// What is kept there.
const OFF: &str = "off";

/// What is typed into: there a key is a letter. In a box to tick or a button it is none.
const TYPING: &str = "input:not([type=checkbox]):not([type=radio]), select, textarea, [contenteditable]";

const CARD: &str = ".card";
const SEARCH: &str = "search";

/// Whether keys of one character do anything, and what turns them on and off.
#[hook]
pub(crate) fn use_single_keys() -> (bool, Callback<bool>) {
    let on = use_state_eq(|| true);
    {
        let on = on.clone();
        use_once(Box::new(move || {
            on.set(kept());
            Box::new(())
        }));
    }
    let turn = {
        let on = on.clone();
        Callback::from(move |now: bool| {
            // Where the browser keeps nothing, it holds for this visit.
            let _ = if now { storage::remove(KEY) } else { storage::write(KEY, OFF) };
            on.set(now);
        })
    };
    (*on, turn)
}

/// Whether the browser keeps nothing against keys of one character.
fn kept() -> bool {
    storage::read(KEY).is_none_or(|kept| kept != OFF)
}

/// Listens to keys. `help` opens the list of them.
#[hook]
pub(crate) fn use_keys(site: Site, navigator: Navigator, singles: bool, help: Callback<()>) {
    use_effect_with((site, navigator, singles), move |(site, navigator, singles)| {
        let (site, navigator, singles) = (*site, navigator.clone(), *singles);
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&document(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| is_for_us(event)) else { return };
            let on_card = focused().is_some_and(|element| element.matches(CARD).unwrap_or_default());
            // What is kept counts from the first key on, and from another tab, too.
            if let Some(command) = command(&event.key(), singles && kept(), on_card) {
                event.prevent_default();
                if command.repeats() || !event.repeat() {
                    obey(command, site, &navigator, &help);
                }
            }
        });
        move || drop(listener)
    });
}

/// Whether a key is meant for the page: not with a modifier, not typed into a field, not while a dialog is open.
fn is_for_us(event: &KeyboardEvent) -> bool {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    let typing = focused().is_some_and(|element| element.closest(TYPING).ok().flatten().is_some());
    !modified && !typing && !event.is_composing() && !event.default_prevented() && find("dialog[open]").is_none()
}

fn obey(command: Command, site: Site, navigator: &Navigator, help: &Callback<()>) {
    match command {
        Command::Search => match document().get_element_by_id(SEARCH) {
            Some(field) => {
                field.scroll_into_view();
                focus(Some(field.clone()));
                if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
                    field.select();
                }
            }
            None => navigator.show(Location::of(Route::Sides), Place::Element(SEARCH)),
        },
        Command::Help => help.emit(()),
        Command::Clear => {
            let here = address::location(site);
            let cleared = Query { order: here.query.order, group: here.query.group, ..Query::default() };
            if heeds_query(here.route) && cleared != here.query {
                navigator.ask(|_| cleared);
            }
        }
        Command::Next => {
            let from = place();
            match card().and_then(|card| rest_after(&card)) {
                Some(more) => {
                    more.click();
                    // The app shows the rest in a task that was queued before this one, in which the card loses the focus
                    // as it is put into the list anew.
                    wasm_bindgen_futures::spawn_local(async move { go(from, 1) });
                }
                None => go(from, 1),
            }
        }
        Command::Previous => go(place(), -1),
        Command::Left => go_across(-1.0),
        Command::Right => go_across(1.0),
        Command::Collect => click_in_card(".collect"),
        Command::Open => click_in_card(".where a"),
        Command::NextMark => go_to_mark(site, 1),
        Command::PreviousMark => go_to_mark(site, -1),
    }
}

/// Whether a page shows what the query of its address asks for.
const fn heeds_query(route: Route) -> bool {
    matches!(
        route,
        Route::Sides | Route::Everything | Route::Pairs | Route::Timeline | Route::Speakers | Route::Compare
    )
}

/// What shows the rest of a long list, if a card is the last that is shown of one.
fn rest_after(card: &Element) -> Option<HtmlElement> {
    let entry = card.closest("li").ok().flatten()?;
    let more = entry.parent_element()?.next_element_sibling()?;
    let is_last = entry.next_element_sibling().is_none() && more.matches(".more").unwrap_or_default();
    more.dyn_into().ok().filter(|_| is_last)
}

/// Which of the page's cards the focus is in.
fn place() -> Option<usize> {
    let card = card()?;
    all(CARD).iter().position(|other| *other == card)
}

/// To the card so many steps on from a place among them; from outside the cards, to the first in sight.
fn go(from: Option<usize>, steps: isize) {
    let cards = all(CARD);
    let in_sight = || cards.iter().position(|card| card.get_bounding_client_rect().bottom() > 0.0);
    let to = match from {
        Some(from) => from.checked_add_signed(steps),
        None => in_sight(),
    };
    visit(to.and_then(|to| cards.get(to)));
}

/// To the card on the right (1) or on the left (-1) that is nearest: in the next column, and there at the same height.
fn go_across(direction: f64) {
    let Some(card) = card() else { return };
    let here = card.get_bounding_client_rect();
    let distance = |other: &Element| {
        let there = other.get_bounding_client_rect();
        let across = (there.left() - here.left()) * direction;
        // Less than its own width away is the same column.
        (across >= here.width()).then(|| (across.round(), (there.top() - here.top()).abs()))
    };
    let others = all(CARD);
    let measured = others.iter().filter_map(|other| Some((distance(other)?, other)));
    let nearest = measured.min_by(|(a, _), (b, _)| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    visit(nearest.map(|(_, other)| other));
}

/// To the mark so many steps from the one that the address names; from none, to the first in sight.
fn go_to_mark(site: Site, steps: isize) {
    let anchors = all(".anchor");
    let here = address::location(site).fragment;
    let at = anchors.iter().position(|anchor| anchor.id() == here);
    let in_sight = || anchors.iter().position(|anchor| anchor.get_bounding_client_rect().bottom() > 0.0);
    let to = match at {
        Some(at) => at.checked_add_signed(steps),
        None => in_sight(),
    };
    let Some(anchor) = to.and_then(|to| anchors.get(to)) else { return };
    go_to_part(site, &anchor.id());
    // The statement takes the focus, so that it is read out; several may begin at one place.
    let following = std::iter::successors(anchor.next_element_sibling(), Element::next_element_sibling);
    if let Some(mark) = following.into_iter().find(|element| element.tag_name() == "MARK") {
        let _ = mark.set_attribute("tabindex", "-1");
        focus(Some(mark));
    }
}

fn click_in_card(selector: &str) {
    let found = card().and_then(|card| card.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Gives a card the focus, in sight.
fn visit(card: Option<&Element>) {
    if let Some(card) = card.and_then(|card| card.dyn_ref::<HtmlElement>()) {
        let _ = card.focus();
    }
}

/// The card that the focus is in.
fn card() -> Option<Element> {
    focused()?.closest(CARD).ok().flatten()
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn all(selector: &str) -> Vec<Element> {
    all_in(&document_element(), selector)
}
