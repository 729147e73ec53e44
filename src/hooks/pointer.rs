//! Where a mouse, a finger or a pen is.

use web_sys::{Element, PointerEvent};
use yew::NodeRef;

/// Has an element hear of a pointer until it is lifted, wherever it moves.
pub(crate) fn capture(node: &NodeRef, event: &PointerEvent) {
    if let Some(element) = node.cast::<Element>() {
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// Which of `n` equal parts of an element's width, from its start, a pointer is over; beyond it, the nearest.
pub(crate) fn share_of(node: &NodeRef, event: &PointerEvent, n: usize) -> Option<usize> {
    let area = node.cast::<Element>()?.get_bounding_client_rect();
    let share = (f64::from(event.client_x()) - area.left()) / area.width();
    // A cast takes what is below zero, or no number, for zero.
    Some(((share * n as f64) as usize).min(n.checked_sub(1)?))
}
