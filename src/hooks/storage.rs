//! What the reader's browser keeps between visits. It may be full, broken or forbidden: then nothing is kept, and nothing
//! else changes.

use gloo::utils::window;
use web_sys::Storage;

/// Several sites can share an origin, on which storage is one: ours are told apart by name.
const PREFIX: &str = "rejoinder:";

/// What was kept under a name.
pub(super) fn read(name: &str) -> Option<String> {
    storage()?.get_item(&key(name)).ok().flatten()
}

/// Keeps a text; whether the browser does.
pub(super) fn write(name: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&key(name), text).is_ok())
}

/// Forgets what was kept under a name; whether the browser lets us.
pub(super) fn remove(name: &str) -> bool {
    storage().is_some_and(|storage| storage.remove_item(&key(name)).is_ok())
}

/// What the browser itself calls what is kept under a name.
pub(super) fn key(name: &str) -> String {
    format!("{PREFIX}{name}")
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
