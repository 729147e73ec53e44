//! Where the keyboard goes on when there is more to read.

use web_sys::HtmlElement;
use yew::prelude::*;

/// For the first element of what is added to a list: gets the focus each time that `shown` grows, so that keyboard and
/// screen reader go on where the list did.
#[hook]
pub(crate) fn use_focus_when_grown(shown: usize) -> NodeRef {
    let element = use_node_ref();
    let before = use_mut_ref(|| shown);
    {
        let element = element.clone();
        use_effect_with(shown, move |shown| {
            if before.replace(*shown) < *shown
                && let Some(element) = element.cast::<HtmlElement>()
            {
                let _ = element.focus();
            }
        });
    }
    element
}
