//! The language in which the interface speaks.

use gloo::utils::{document_element, window};
use yew::prelude::*;

use super::{storage, use_once};
use crate::Locale;

/// Where the reader's choice is kept.
const KEY: &str = "language";

/// The reader's locale, and the way to choose another language, which the browser keeps if it can and may (`is_kept`). It is that of
/// his earlier choice, or else of the first of his browser's languages that the site speaks; `first` while prerendering and in the first
/// render in the browser, so that the two agree. The document says which language it is in.
#[hook]
pub(crate) fn use_locale(first: Locale, is_kept: bool) -> (Locale, Callback<Locale>) {
    let locale = use_state_eq(|| first);
    let choose = {
        let locale = locale.setter();
        use_callback((), move |chosen: Locale, ()| {
            storage::write(KEY, chosen.language());
            locale.set(preferred(Some(chosen)));
        })
    };
    {
        let locale = locale.setter();
        use_once(Box::new(move || {
            let chosen = if is_kept { storage::read(KEY) } else { None };
            locale.set(preferred(chosen.and_then(|tag| Locale::of_tag(&tag))));
            Box::new(())
        }));
    }
    use_effect_with(*locale, |locale| {
        let _ = document_element().set_attribute("lang", locale.tag());
    });
    (*locale, choose)
}

fn preferred(chosen: Option<Locale>) -> Locale {
    let tags = window().navigator().languages();
    Locale::preferred(chosen, tags.iter().filter_map(|tag| tag.as_string()))
}
