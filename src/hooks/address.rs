//! Where the browser is, as a location of this site.

use gloo::utils::{document, window};
use web_sys::Url;

use crate::{Location, Site};

/// The location that the browser's address names. The base is the document's, so the site need not know where it lies.
pub fn location(site: Site) -> Location {
    let address = window().location();
    let path = address.pathname().unwrap_or_default();
    let search = address.search().unwrap_or_default();
    let hash = address.hash().unwrap_or_default();
    let below = path.strip_prefix(&base_path()).unwrap_or(&path);
    Location::parse(site.corpus(), below, &search, &hash)
}

/// The whole address that an address below the base stands for: to be copied or printed.
pub(crate) fn absolute(address: &str) -> String {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    Url::new_with_base(address, &base).map(|url| url.href()).unwrap_or_else(|_| address.into())
}

/// The path of the document's base, with a slash at its end.
pub(super) fn base_path() -> String {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    Url::new(&base).map(|url| url.pathname()).unwrap_or_else(|_| "/".into())
}
