//! What leaves the page by the reader's hand: what he copies, what he prints.

use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, HtmlInputElement};
use yew::Callback;
use yew::platform::spawn_local;

/// Copies a text and says whether the browser let us: an insecure page has no clipboard, and a reader can forbid it.
pub(crate) fn copy(text: String, done: Callback<bool>) {
    let clipboard: Clipboard = window().navigator().clipboard();
    let is_there = !AsRef::<JsValue>::as_ref(&clipboard).is_undefined();
    spawn_local(async move {
        let copied = is_there && JsFuture::from(clipboard.write_text(&text)).await.is_ok();
        done.emit(copied);
    });
}

/// Opens the browser's dialog for printing.
pub(crate) fn print() {
    // A browser that cannot print does not; there is nothing to be said about it that it does not say itself.
    let _ = window().print();
}

/// Gives a field the focus and selects what is in it: what the page may not copy, the reader can.
pub(crate) fn select(id: &str) {
    let field = document().get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        let _ = field.focus();
        field.select();
    }
}
