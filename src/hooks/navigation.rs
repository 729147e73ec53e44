//! The address follows the view and the view the address.
//!
//! A click on any link of this site, wherever it stands, becomes a [`Location`]: pages are made of plain `<a href>`
//! that work without the app. Going back and forward gives the view another location. Both end in the reducer; only
//! afterwards, when the page is there, is the reader taken to it.

use std::cell::RefCell;
use std::rc::Rc;

use explore::Query;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, document_element, history, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, HtmlCollection, MouseEvent, PopStateEvent};
use yew::prelude::*;

use super::address::{self, base_path};
use super::focus::{focus, focus_on};
use super::use_once;
use crate::routes::{Location, Route};
use crate::view::{Action, Place, View};
use crate::{PAGE_ATTRIBUTE, Site};

/// Changes the address and the view together.
#[derive(Clone, PartialEq)]
pub(crate) struct Navigator {
    site: Site,
    view: UseReducerDispatcher<View>,
}

/// What is asked for step by step in one go, such as by dragging: the query that it last asked for.
pub(crate) type Gesture = Rc<RefCell<Option<Query>>>;

impl Navigator {
    /// Shows on this page what another query selects, made from the one that is asked now. Going back undoes it.
    pub(crate) fn ask(&self, change: impl FnOnce(&Query) -> Query) {
        self.go_to_query(change(&self.query()), false);
    }

    /// The same while something is typed, dragged or stepped through: one step back for all of it, unless the reader has
    /// meanwhile been elsewhere.
    pub(crate) fn ask_within(&self, gesture: &Gesture, query: Query) {
        let before = self.query();
        if query != before {
            let goes_on = gesture.replace(Some(query.clone())).as_ref() == Some(&before);
            self.go_to_query(query, goes_on);
        }
    }

    /// Another query on this page: a step of its own, or a change of the step that the reader is at.
    fn go_to_query(&self, query: Query, goes_on: bool) {
        let location = Location { query, ..Location::of(address::location(self.site).route) };
        if goes_on {
            self.replace(location);
        } else {
            self.push(&location);
            self.view.dispatch(Action::Go(location, Place::Here));
        }
    }

    /// Shows another location in place of this one: going back does not lead here again.
    pub(crate) fn replace(&self, location: Location) {
        let address = location.address(self.site);
        let _ = history().replace_state_with_url(&JsValue::NULL, "", Some(&address));
        self.view.dispatch(Action::Go(location, Place::Here));
    }

    /// The query of the address. It is ahead of what is rendered where two changes come between two renders.
    pub(crate) fn query(&self) -> Query {
        address::location(self.site).query
    }

    /// Shows another location and takes the reader to a place on it.
    pub(crate) fn show(&self, location: Location, place: Place) {
        self.push(&location);
        self.view.dispatch(Action::Go(location, place));
    }

    /// Follows a link of this site. Which one it was stays with the page that is left, for the way back.
    fn follow(&self, location: Location, link: u32, stays: bool) {
        let _ = history().replace_state(&JsValue::from(link), "");
        let place = match () {
            () if stays => Place::Here,
            () if location.fragment.is_empty() => Place::Start,
            () => Place::Fragment,
        };
        self.show(location, place);
    }

    /// A step in the browser's history, unless it would lead to where the reader is.
    fn push(&self, location: &Location) {
        if *location != address::location(self.site) {
            let address = location.address(self.site);
            // A browser refuses only addresses of other origins; ours are relative to the page.
            let _ = history().push_state_with_url(&JsValue::NULL, "", Some(&address));
        }
    }
}

/// Keeps view and address together as long as the app lives, and says to the document when it does.
#[hook]
pub(crate) fn use_navigation(site: Site, view: &UseReducerHandle<View>) -> Navigator {
    let navigator = Navigator { site, view: view.dispatcher() };

    {
        let navigator = navigator.clone();
        use_once(Box::new(move || {
            let site = navigator.site;
            let dispatcher = navigator.view.clone();
            let first = address::location(site);
            // The browser looked for the fragment before the query was applied.
            let place = if first.fragment.is_empty() { Place::Here } else { Place::Fragment };
            dispatcher.dispatch(Action::Go(first, place));
            let back_or_forward = EventListener::new(&window(), "popstate", move |event| {
                if site.is_one_file() && fragment_is_here() {
                    return; // on the way to it: see `go_to_part`
                }
                let left_by = event.dyn_ref::<PopStateEvent>().and_then(|event| event.state().as_f64());
                let place = match left_by {
                    Some(link) => Place::Link(link as u32),
                    // Maybe a link that was pasted: to the browser its page is none, so it takes nobody to a place there.
                    None if site.is_one_file() => Place::Fragment,
                    None => Place::Here,
                };
                dispatcher.dispatch(Action::Go(address::location(site), place));
            });
            let at_fragment = site.is_one_file().then(|| {
                EventListener::new(&window(), "hashchange", move |_| {
                    // The page can be there before the browser has looked for the address's whole fragment, which no part has: its
                    // `:target` is then none. Whoever goes back to a link that was followed here is at that link.
                    let goes_back = history().state().is_ok_and(|followed| followed.as_f64().is_some());
                    if !goes_back && !has_target() {
                        take_to(site, &Place::Fragment);
                    }
                })
            });
            let options = EventListenerOptions::enable_prevent_default();
            let click = EventListener::new_with_options(&document(), "click", options, move |event| {
                let Some(link) = plainly_clicked(event) else { return };
                if let Some(id) = skipped_to(&link) {
                    event.prevent_default();
                    skip_to(&id);
                } else if let Some((location, ordinal, stays)) = destination(site, &link) {
                    event.prevent_default();
                    navigator.follow(location, ordinal, stays);
                }
            });
            let _ = document_element().set_attribute(READY, "ready");
            Box::new((back_or_forward, at_fragment, click))
        }));
    }

    use_effect_with((site, view.location.clone()), |(site, location)| {
        document().set_title(&crate::pages::title(*site, location));
        forget_other_page(*site, location.route);
    });

    use_effect_with(view.moves, {
        let place = view.place.clone();
        move |_| take_to(site, &place)
    });

    navigator
}

/// What a document's head says of its page to those who do not see it: nothing that the page needs.
const TOLD_OF_PAGE: &str = "link[rel=canonical],meta[property],meta[name^=twitter],meta[name=description],meta[name=robots],\
                            script[type$='ld+json']";

/// Takes out of the head what it says of the page that was rendered into the document where another one is shown. What it would say of
/// that one is only in that one's own document.
fn forget_other_page(site: Site, route: Route) {
    let app = document().get_element_by_id("app");
    if app.and_then(|app| app.get_attribute(PAGE_ATTRIBUTE)) != Some(route.file(site.corpus())) {
        while let Ok(Some(told)) = document().query_selector(TOLD_OF_PAGE) {
            told.remove();
        }
    }
}

/// Whether the app runs in a browser, past its first render, which must be as the page was prerendered.
pub(crate) fn is_running() -> bool {
    cfg!(target_arch = "wasm32") && document_element().has_attribute(READY)
}

/// The attribute by which the document tells that the app runs.
const READY: &str = "data-app";

/// The link that a click is on, if the browser would follow it in this tab.
fn plainly_clicked(event: &Event) -> Option<HtmlAnchorElement> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    if click.default_prevented() || click.button() != 0 || modified {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("a[href]").ok().flatten()?.dyn_into().ok()
}

/// The id of the part of this page to which a link skips.
fn skipped_to(link: &HtmlAnchorElement) -> Option<String> {
    link.matches(".skip").unwrap_or_default().then(|| link.hash().rsplit('#').next().unwrap_or_default().into())
}

/// Takes the reader to a part of the page and leaves the address alone: its fragment can say what the page shows.
fn skip_to(id: &str) {
    let part = document().get_element_by_id(id);
    if let Some(part) = &part {
        part.scroll_into_view();
    }
    focus(part);
}

/// Where a link leads, if to a page of this site, and which link of the page it is, counted from the first. Links below
/// `data-stay` filter the page that they stand on: the reader stays where he is.
fn destination(site: Site, link: &HtmlAnchorElement) -> Option<(Location, u32, bool)> {
    if !link.target().is_empty()
        || link.has_attribute("download")
        || Some(link.origin()) != window().location().origin().ok()
    {
        return None;
    }
    let path = link.pathname();
    let location = if site.is_one_file() {
        let leads_here = Some(&path) == window().location().pathname().ok().as_ref() && !link.hash().is_empty();
        leads_here.then(|| Location::parse_in_one_file(site.corpus(), &link.hash()))?
    } else {
        let below = path.strip_prefix(&base_path())?;
        Location::parse(site.corpus(), below, &link.search(), &link.hash())
    };
    let all = links();
    let ordinal = (0..all.length()).find(|n| all.item(*n).is_some_and(|other| link.is_same_node(Some(&other))))?;
    let stays = link.closest("[data-stay]").ok().flatten().is_some();
    // The page for frames is for its own document alone, and what it leads to is no place for it.
    let is_framed = [location.route, address::location(site).route].contains(&Route::Embed);
    (location.route != Route::Missing && !is_framed).then_some((location, ordinal, stays))
}

/// Takes the reader to a place on the page: what is seen, and what keyboard and screen reader go on from.
fn take_to(site: Site, place: &Place) {
    match place {
        Place::Here => {}
        Place::Start => {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            focus(document().get_element_by_id("main"));
        }
        // The address's own: what it named may be gone from it, as from a link to the reader's own collection.
        Place::Fragment => match address::location(site).fragment {
            fragment if fragment.is_empty() => {}
            fragment => go_to_part(site, &fragment),
        },
        Place::Element(id) => focus_on(id),
        // The browser itself has brought back where the page was scrolled to.
        Place::Link(ordinal) => focus(links().item(*ordinal)),
    }
}

/// Has the browser itself go to a part of the page and set `:target`, and the address end in it.
pub(super) fn go_to_part(site: Site, id: &str) {
    let location = window().location();
    let here = location.href().unwrap_or_default();
    // Whole, for a fragment alone is relative to the base, as if it were one of the home page.
    let address =
        here.split('#').take(if site.is_one_file() { 2 } else { 1 }).chain([id]).collect::<Vec<_>>().join("#");
    if !site.is_one_file() {
        let _ = location.replace(&address);
    } else if document().get_element_by_id(id).is_some() {
        // The browser knows no fragment of a fragment: it goes to the part, and the address is then said again, which sets nothing.
        let _ = location.replace(&["#", id].concat());
        let _ = history().replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Whether the browser has gone to a part of the page.
fn has_target() -> bool {
    document().query_selector(":target").is_ok_and(|target| target.is_some())
}

/// Whether the browser's fragment is something on the page.
fn fragment_is_here() -> bool {
    let fragment = window().location().hash().unwrap_or_default();
    document().get_element_by_id(fragment.trim_start_matches('#')).is_some()
}

/// The links of the page, in its order: the same each time that the same location is shown.
fn links() -> HtmlCollection {
    document().links()
}
