//! Tells the page around a frame how high what is in the frame is.

use gloo::events::EventListener;
use gloo::utils::{document_element, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;
use web_sys::js_sys::Array;
use yew::prelude::*;

/// What the message is about; `src/document/embed.js`, which the page around has, knows it by the same name.
const HEIGHT: &str = "rejoinder:height";

/// Tells it whenever it changes, and to whoever asks: the page around may begin to listen later than the frame begins to tell. A height
/// is no secret, so it does not matter who hears it.
#[hook]
pub(crate) fn use_told_height() {
    use_effect_with((), |()| {
        let changed = Closure::<dyn Fn()>::new(tell);
        let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(&document_element());
        }
        let asked = EventListener::new(&window(), "message", |_| tell());
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop((changed, asked));
        }
    });
}

/// The height is that of the content: that of the window is what the page around makes of it.
fn tell() {
    let height = document_element().get_bounding_client_rect().height();
    if let Ok(Some(around)) = window().parent() {
        let _ = around.post_message(&Array::of2(&HEIGHT.into(), &height.into()), "*");
    }
}
