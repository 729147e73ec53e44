//! The address follows the view and the view the address.
//!
//! A click on any link of this site, wherever it stands, becomes a [`Location`]: pages are made of plain `<a href>`
//! that work without the app. Going back and forward gives the view another location. Both end in the reducer; only
//! afterwards, when the page is there, is the reader taken to it.

use explore::{Choice, Query};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, document_element, history, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, HtmlElement, MouseEvent};
use yew::prelude::*;

use crate::Site;
use crate::routes::{Location, Route, base_path};
use crate::view::{Action, View};

/// Changes the address and the view together.
#[derive(Clone, PartialEq)]
pub(crate) struct Navigator {
    site: Site,
    view: UseReducerDispatcher<View>,
}

impl Navigator {
    /// Chooses a value of a facet, or takes the choice back. Going back undoes it.
    pub(crate) fn toggle(&self, choice: Choice) {
        let location = Location::of_query(self.query().toggled(choice));
        self.push(&location);
        self.view.dispatch(Action::Show(location));
    }

    /// Searches for another text. What is typed letter by letter is one step: going back undoes the whole search.
    pub(crate) fn search(&self, text: &str) {
        let before = self.query();
        let location = Location::of_query(before.with_text(text));
        if before.text.is_empty() {
            self.push(&location);
        } else {
            let address = location.address(self.site.corpus());
            let _ = history().replace_state_with_url(&JsValue::NULL, "", Some(&address));
        }
        self.view.dispatch(Action::Show(location));
    }

    /// Follows a link of this site.
    fn follow(&self, location: Location) {
        self.push(&location);
        self.view.dispatch(Action::Arrive(location));
    }

    /// The query of the address. It is ahead of what is rendered where two changes come between two renders.
    fn query(&self) -> Query {
        Location::of_window(self.site, &window()).query
    }

    fn push(&self, location: &Location) {
        let address = location.address(self.site.corpus());
        // A browser refuses only addresses of other origins; ours are relative to the page.
        let _ = history().push_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Keeps view and address together as long as the app lives, and says to the document when it does.
#[hook]
pub(crate) fn use_navigation(site: Site, view: &UseReducerHandle<View>) -> Navigator {
    let navigator = Navigator { site, view: view.dispatcher() };

    {
        let navigator = navigator.clone();
        use_effect_with((), move |()| {
            let site = navigator.site;
            let dispatcher = navigator.view.clone();
            dispatcher.dispatch(Action::Show(Location::of_window(site, &window())));
            let back_or_forward = EventListener::new(&window(), "popstate", move |_| {
                dispatcher.dispatch(Action::Show(Location::of_window(site, &window())));
            });
            let options = EventListenerOptions::enable_prevent_default();
            let click = EventListener::new_with_options(&document(), "click", options, move |event| {
                if let Some(location) = link_of(site, event) {
                    event.prevent_default();
                    navigator.follow(location);
                }
            });
            let _ = document_element().set_attribute("data-app", "ready");
            move || drop((back_or_forward, click))
        });
    }

    use_effect_with(view.location.route, move |route| {
        document().set_title(&crate::pages::title(site.corpus(), *route));
    });

    use_effect_with(view.arrivals, {
        let fragment = view.location.fragment.clone();
        move |arrivals| {
            if *arrivals > 0 {
                take_to(&fragment);
            }
        }
    });

    navigator
}

/// Where a click leads, if it is a plain click on a link to a page of this site.
fn link_of(site: Site, event: &Event) -> Option<Location> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    if click.default_prevented() || click.button() != 0 || modified {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok().flatten()?.dyn_into::<HtmlAnchorElement>().ok()?;
    if !link.target().is_empty()
        || link.has_attribute("download")
        || Some(link.origin()) != window().location().origin().ok()
    {
        return None;
    }
    let path = link.pathname();
    let below = path.strip_prefix(&base_path())?;
    let location = Location::parse(site.corpus(), below, &link.search(), &link.hash());
    (location.route != Route::Missing).then_some(location)
}

/// Moves the reader to a place on the page, or to its beginning: what is seen, and what keyboard and screen reader go
/// on from.
fn take_to(fragment: &str) {
    if fragment.is_empty() {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(main) = document().get_element_by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok()) {
            let _ = main.focus();
        }
    } else if let Ok(address) = window().location().href() {
        // To the address that we are at, which ends in a fragment: the browser itself goes there and sets `:target`.
        let _ = window().location().replace(&address);
    }
}
