//! What of a prerendered page the app does not take over. It is there for readers without a script, and makes a page long to take over:
//! what is folded away is two fifths of a page of cards, and on a narrow screen the app arranges all cards otherwise.

use gloo::utils::document;
use web_sys::Element;

use super::media;

/// What is folded away and made by the app when it is opened. What a reader has opened stays as it is.
const FOLDED: &str = ".why:not([open])>:not(summary)";

/// What holds the cards of each side.
const COLUMNS: &str = ".columns>*";

/// Below this width columns would be too narrow to read; `styles/layout.css` breaks at the same width.
pub(crate) const NARROW: &str = "(max-width: 52rem)";

/// Takes out of a page what is folded away, and on a narrow screen the columns.
pub fn take_out(page: &Element) {
    let selector = if media::matches(NARROW) { [FOLDED, ",", COLUMNS].concat() } else { FOLDED.into() };
    let Ok(left) = page.query_selector_all(&selector) else { return };
    for node in (0..left.length()).filter_map(|n| left.get(n)) {
        // What went with what it stood in has a parent, too.
        node.parent_node().and_then(|parent| parent.remove_child(&node).ok());
    }
}

/// Whether a page has what is folded away in the element with this id: natively, and where a reader opened it before the app ran.
pub(crate) fn has_folded(id: &str) -> bool {
    if cfg!(not(target_arch = "wasm32")) {
        return true;
    }
    let opened = document().get_element_by_id(id).and_then(|element| element.query_selector(".why[open]").ok()?);
    opened.is_some()
}

/// Whether a page has columns: not in the browser on a narrow screen.
pub(crate) fn has_columns() -> bool {
    cfg!(not(target_arch = "wasm32")) || !media::matches(NARROW)
}
