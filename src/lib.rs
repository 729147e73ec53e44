//! The app: a corpus of arguments as pages, the same components in the browser and, natively, as strings.
//!
//! [`App`] is the whole page below `<div id="app">`. In the browser `main.rs` lets it take over the prerendered page;
//! at build time `bin/prerender.rs` renders every [`Route`] through [`document`]. What the corpus holds is decided by
//! `mine`, what a query selects by `explore`; here it is shown.

mod app;
mod arrivals;
mod components;
#[cfg(not(target_arch = "wasm32"))]
pub mod document;
mod embedding;
mod figures;
mod hooks;
mod keymap;
mod pages;
mod routes;
mod site;
mod takeaway;
mod tray;
mod view;
mod words;

pub use app::{App, AppProps};
pub use hooks::{fetch_words, location, take_out};
pub use routes::{Location, Route};
pub use site::Site;
pub use takeaway::Order;
pub use words::Locale;

/// The whole site as one file, beside its pages; of a site whose words come later there is none.
pub const ONE_FILE: &str = "one-file.html";

/// Where it says which files of words it was rendered with.
pub const WORDS_ATTRIBUTE: &str = "data-words";

/// Where it names the script of the worker that writes files for readers to take away: a file, or `#` and the id of the element that
/// has it.
pub const EXPORTER_ATTRIBUTE: &str = "data-exporter";

/// What it has where the site is one file.
pub const ONE_FILE_ATTRIBUTE: &str = "data-one-file";

/// Where the element with the id `app` says which page was rendered into it: [`Route::file`].
pub const PAGE_ATTRIBUTE: &str = "data-page";
