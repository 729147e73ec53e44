//! The language in which the interface speaks.

use gloo::utils::window;
use yew::prelude::*;

use super::storage;
use crate::Locale;

/// Where the reader's choice is kept.
const KEY: &str = "language";

/// The reader's locale: the one chosen earlier, or else the first of his browser's languages that the site speaks. English
/// while prerendering and in the first render in the browser, so that the two agree.
#[hook]
pub(crate) fn use_locale() -> Locale {
    let locale = use_state_eq(Locale::default);
    {
        let locale = locale.clone();
        use_effect_with((), move |()| locale.set(preferred()));
    }
    *locale
}

fn preferred() -> Locale {
    let chosen = storage::read(KEY).and_then(|tag| Locale::of_tag(&tag));
    let languages = window().navigator().languages();
    let spoken = || languages.iter().find_map(|tag| Locale::of_tag(&tag.as_string()?));
    chosen.or_else(spoken).unwrap_or_default()
}
