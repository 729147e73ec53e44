//! The browser's entry: takes over the prerendered page.
//!
//! Where something is wrong the prerendered page stays as it is, readable, and the console says why.

#[cfg(target_arch = "wasm32")]
fn main() {
    use gloo::utils::document;
    use rejoinder::{App, AppProps, Location, PAGE_ATTRIBUTE, Site, WORDS_ATTRIBUTE};

    let site = match Site::embedded() {
        Ok(site) => site,
        Err(error) => return gloo::console::error!(error.to_string()),
    };
    let Some(root) = document().get_element_by_id("app") else {
        return gloo::console::error!("this page has no element with the id app to take over");
    };
    // The prerendered page knows nothing of query and fragment: the app starts as it is and then catches up.
    let location = Location::of(rejoinder::location(site).route);
    let prerendered = root.get_attribute(PAGE_ATTRIBUTE);
    let is_this_page = prerendered.as_deref() == Some(&location.route.file(site.corpus()));
    let words = root.get_attribute(WORDS_ATTRIBUTE).unwrap_or_default();
    let app = yew::Renderer::<App>::with_root_and_props(root, AppProps { site, location });
    // Some hosts answer an address that they do not know with the home page.
    if !is_this_page {
        app.render();
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        match rejoinder::fetch_words(site, &words).await {
            Ok(()) => {
                app.hydrate();
            }
            Err(error) => gloo::console::error!("the words of this page cannot be fetched", error),
        }
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The app runs in a browser: `cargo xtask serve` builds it and prints its address.");
    std::process::exit(2);
}
