//! The browser's entry: takes over the prerendered page.
//!
//! Where something is wrong the prerendered page stays as it is, readable, and the console says why.

#[cfg(target_arch = "wasm32")]
fn main() {
    use gloo::utils::document;
    use rejoinder::{App, AppProps, Location, ONE_FILE_ATTRIBUTE, PAGE_ATTRIBUTE, Site, WORDS_ATTRIBUTE};

    let site = match Site::embedded() {
        Ok(site) => site,
        Err(error) => return gloo::console::error!(error.to_string()),
    };
    let Some(root) = document().get_element_by_id("app") else {
        return gloo::console::error!("this page has no element with the id app to take over");
    };
    let is_one_file = root.has_attribute(ONE_FILE_ATTRIBUTE);
    let site = if is_one_file { site.in_one_file() } else { site };
    // The prerendered page knows nothing of query and fragment: the app starts as it is and then catches up.
    let location = Location::of(rejoinder::location(site).route);
    let prerendered = root.get_attribute(PAGE_ATTRIBUTE);
    let is_this_page = prerendered.as_deref() == Some(&location.route.file(site.corpus()));
    let words = root.get_attribute(WORDS_ATTRIBUTE).unwrap_or_default();
    let page = root.clone();
    let app = yew::Renderer::<App>::with_root_and_props(root, AppProps { site, location });
    // Some hosts answer an address that they do not know with the home page. What is in one file went by mail and may have been
    // changed: nothing that it says is taken over.
    if is_one_file || !is_this_page {
        app.render();
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        match rejoinder::fetch_words(site, &words).await {
            Ok(()) => {
                rejoinder::take_out(&page);
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
