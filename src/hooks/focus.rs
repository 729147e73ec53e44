//! Where the focus goes. What has it may leave the page: a filter that is taken back, a card that no longer matches. Then
//! what stands next to its place takes the focus, so that keyboard and screen reader go on from there and not from the top.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, FocusOptions, HtmlElement, MutationObserver, MutationObserverInit, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};
use yew::prelude::*;

/// What can take the focus, or be given it.
const FOCUSABLE: &str = "a[href], button, input, select, summary, textarea, [tabindex]";

/// The element that has the focus and those around it, inside out, each with its place among its siblings.
type Path = Vec<(Element, u32)>;

/// Keeps the focus on the page as long as the app lives.
#[hook]
pub(crate) fn use_kept_focus() {
    use_effect_with((), |()| {
        let held: Rc<RefCell<Path>> = Rc::default();
        // A click on nothing takes the focus from everything, and so the reader wants it.
        let listeners = ["focusin", "click"].map(|event| {
            let held = Rc::clone(&held);
            let capture = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(&document(), event, capture, move |_| *held.borrow_mut() = path())
        });
        let changed = Closure::<dyn Fn()>::new(move || {
            if focused().is_none() {
                // Giving the focus changes what is held.
                let path = held.take();
                restore(&path);
            }
        });
        let observer = MutationObserver::new(changed.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(body)) = (&observer, document().body()) {
            let options = MutationObserverInit::new();
            options.set_child_list(true);
            options.set_subtree(true);
            let _ = observer.observe_with_options(&body, &options);
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop((listeners, changed));
        }
    });
}

/// Gives the element with this id the focus, and brings it into view.
pub(crate) fn focus_on(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
        // What had the focus already and was moved out of sight with it is not brought back by the browser.
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Gives the focus to one of the elements in another that match a selector, counted from 0.
pub(crate) fn focus_nth(node: &NodeRef, selector: &str, n: usize) {
    let found = node.cast::<Element>().map(|element| all_in(&element, selector)).unwrap_or_default();
    if let Some(element) = found.get(n).and_then(|element| element.dyn_ref::<HtmlElement>()) {
        let _ = element.focus();
    }
}

/// Gives an element the focus without scrolling to it.
pub(super) fn focus(element: Option<Element>) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus_with_options(&options);
    }
}

/// What has the focus; nothing where only the page as a whole has it.
pub(super) fn focused() -> Option<Element> {
    document().active_element().filter(|element| element.tag_name() != "BODY")
}

fn path() -> Path {
    let around = |element: &Element| element.parent_element();
    std::iter::successors(focused(), around).map(|element| (element.clone(), place(&element))).collect()
}

/// How many siblings stand before an element.
fn place(element: &Element) -> u32 {
    let before = std::iter::successors(element.previous_element_sibling(), Element::previous_element_sibling);
    before.fold(0, |place, _| place + 1)
}

/// Gives the focus to what had it, if it was but moved; or else to the first in what stands in its place now, the last in
/// what stands before it, or what is around it.
fn restore(path: &Path) {
    let Some((lost, _)) = path.first() else { return };
    if lost.is_connected() {
        return focus(Some(lost.clone()));
    }
    for pair in path.windows(2) {
        let [(_, place), (around, _)] = pair else { continue };
        if !around.is_connected() {
            continue;
        }
        let children = around.children();
        let now_there = children.item(*place).and_then(|element| focusable(&element).into_iter().next());
        let before = || focusable(&children.item(place.checked_sub(1)?)?).pop();
        let around = || around.has_attribute("tabindex").then(|| around.clone());
        let target = now_there.or_else(before).or_else(around);
        if target.is_some() {
            return focus(target);
        }
    }
}

/// An element, if it can take the focus, and whatever in it can.
fn focusable(element: &Element) -> Vec<Element> {
    let itself = element.matches(FOCUSABLE).unwrap_or_default().then(|| element.clone());
    itself.into_iter().chain(all_in(element, FOCUSABLE)).collect()
}

/// What matches a selector in an element, in the order of the page.
pub(super) fn all_in(element: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = element.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|n| list.item(n)?.dyn_into().ok()).collect()
}
