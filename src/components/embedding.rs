//! The markup by which what a page shows can be shown on a page of the reader's own.

use std::rc::Rc;

use explore::Query;
use yew::prelude::*;

use super::copying::{Copied, use_copying};
use crate::embedding::markup;
use crate::hooks::site_address;
use crate::routes::Location;
use crate::{Route, Site};

/// Props of [`Embedding`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct EmbeddingProps {
    /// The site that it is of.
    pub(crate) site: Site,
    /// What is to be shown.
    pub(crate) query: Query,
}

/// The markup to be copied, and how it looks; behind a summary, for most readers have no page.
#[component]
pub(crate) fn Embedding(props: &EmbeddingProps) -> Html {
    let EmbeddingProps { site, query } = props.clone();
    let words = &site.words().embed;
    let copying = use_copying();
    let is_opened = use_state_eq(bool::default);
    let ontoggle = {
        let is_opened = is_opened.clone();
        move |_| is_opened.set(true)
    };
    let location = Location::asking(Route::Embed, query);
    let copied = framed(site, location.clone());
    html! {
        <details class="embedding" {ontoggle}>
            <summary>{ words.heading }</summary>
            if *is_opened {
                <div>
                    <p>{ words.what }</p>
                    <textarea ref={copying.field.clone()} readonly={true} rows="6" aria-label={words.markup} value={(copied.text)()} />
                    <button type="button" class="plain" onclick={copying.of(copied)}>{ site.words().card.copy }</button>
                    <a href={location.address(site)} target="_blank">{ words.look }</a>
                    { copying.told() }
                    <p class="hint">{ words.resizing }</p>
                </div>
            }
        </details>
    }
}

/// The markup for a location, as something to copy.
pub(super) fn framed(site: Site, location: Location) -> Copied {
    let words = &site.words().embed;
    let text = Rc::new(move || markup(site, &location, &site_address(site)));
    Copied { text, done: words.copied, field: words.markup }
}
