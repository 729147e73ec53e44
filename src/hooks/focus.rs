//! Where the keyboard is.

use web_sys::HtmlElement;
use yew::NodeRef;

/// Gives an element the focus, if it is there.
pub(crate) fn focus_on(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}
