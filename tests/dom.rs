//! The app in a real browser's DOM: filtering, typing, going back. Whole journeys over the built site are in
//! `tests/browser`.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use gloo::utils::{document, window};
use rejoinder::{App, AppProps, Location, Route, Site};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Event, EventInit, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

/// How often a condition is asked for before a test gives up, a turn of the browser's event loop apart.
const PATIENCE: usize = 500;

async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..PATIENCE {
        if holds() {
            return;
        }
        yew::platform::time::sleep(std::time::Duration::ZERO).await;
    }
    panic!("never happened: {what}");
}

/// Starts the app over the embedded corpus, in place of the one of the test before.
async fn start() -> Site {
    if let Some(old) = document().get_element_by_id("app") {
        old.remove();
    }
    let root = document().create_element("div").unwrap();
    root.set_id("app");
    document().body().unwrap().append_child(&root).unwrap();
    let site = Site::embedded().unwrap();
    let path = window().location().pathname().unwrap();
    window().history().unwrap().replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&path)).unwrap();
    yew::Renderer::<App>::with_root_and_props(root, AppProps { site, location: Location::of(Route::Sides) }).render();
    until("the first cards", || cards() > 0).await;
    site
}

fn all(selector: &str) -> Vec<HtmlElement> {
    let list = document().query_selector_all(selector).unwrap();
    (0..list.length()).map(|n| list.item(n).unwrap().dyn_into().unwrap()).collect()
}

fn cards() -> usize {
    all("#app .card").len()
}

/// How many arguments there are, by the line in words: of a long list, cards show the beginning.
fn found() -> usize {
    let line = all("#found [role=status]")[0].inner_text();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn search() -> String {
    window().location().search().unwrap()
}

fn type_into_search(text: &str) {
    let input: HtmlInputElement = document().get_element_by_id("search").unwrap().dyn_into().unwrap();
    input.set_value(text);
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    input.dispatch_event(&Event::new_with_event_init_dict("input", &bubbles).unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn choosing_a_position_shows_its_arguments_and_going_back_undoes_it() {
    let site = start().await;
    let before = found();
    let here = site.corpus().statements.iter().filter(|statement| statement.side == Some(corpus::SideIx(0))).count();
    all(".positions input")[0].click();
    until("one side alone", || found() == here && here < before).await;
    let side = &site.corpus().debate.sides[0].id;
    assert_eq!(search(), format!("?side={side}"));
    window().history().unwrap().back().unwrap();
    until("everything again", || found() == before && search().is_empty()).await;
}

#[wasm_bindgen_test]
async fn typing_marks_hits_and_leaves_one_step_to_go_back() {
    start().await;
    let steps = window().history().unwrap().length().unwrap();
    for typed in ["h", "ha", "hackers"] {
        type_into_search(typed);
        until("the address follows", || search() == format!("?q={typed}")).await;
    }
    until("hits are marked", || !all("mark.hit").is_empty()).await;
    assert!(all("mark.hit").iter().all(|hit| hit.inner_text().to_lowercase().starts_with("hackers")));
    assert_eq!(window().history().unwrap().length().unwrap(), steps + 1);
    type_into_search("zzz");
    until("nothing matches", || cards() == 0).await;
    let clear = &all(".clear")[0];
    clear.click();
    until("everything again", || cards() > 0 && search().is_empty()).await;
}

#[wasm_bindgen_test]
async fn what_is_typed_is_never_markup() {
    start().await;
    type_into_search("<img src=x onerror=alert(1)>");
    until("the address follows", || search().contains("img")).await;
    assert!(all("#app img").is_empty());
}
