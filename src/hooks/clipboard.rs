//! What leaves the page by the reader's hand: what he copies.

use gloo::utils::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yew::Callback;
use yew::platform::spawn_local;

/// Copies a text and says whether the browser let us: an insecure page has no clipboard, and a reader can forbid it.
pub(crate) fn copy(text: String, done: Callback<bool>) {
    let clipboard = window().navigator().clipboard();
    let is_there = !AsRef::<JsValue>::as_ref(&clipboard).is_undefined();
    spawn_local(async move {
        let copied = is_there && JsFuture::from(clipboard.write_text(&text)).await.is_ok();
        done.emit(copied);
    });
}
