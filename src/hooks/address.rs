//! Where the browser is, as a location of this site.

use gloo::utils::{document, window};
use web_sys::Url;

use crate::{Location, Site};

/// The location that the browser's address names. The base is the document's, so the site need not know where it lies.
pub fn location(site: Site) -> Location {
    let address = window().location();
    if site.is_one_file() {
        return Location::parse_in_one_file(site.corpus(), &address.hash().unwrap_or_default());
    }
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

/// What addresses of this site begin with elsewhere: where it is. Nothing of a site in one file, whose pages have no addresses of their
/// own.
pub(crate) fn site_address(site: Site) -> String {
    let address = absolute("./");
    if address.starts_with("http") && !site.is_one_file() { address } else { String::new() }
}

/// The path of the document's base, with a slash at its end.
pub(super) fn base_path() -> String {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    Url::new(&base).map(|url| url.pathname()).unwrap_or_else(|_| "/".into())
}
