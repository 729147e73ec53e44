//! A statement for somebody else's text: copied with its citation, by a link, or at the publisher's.

use corpus::StatementIx;
use export::citation;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::of;
use crate::Site;
use crate::arrivals::State;
use crate::hooks::{copy, site_address};
use crate::routes::Location;

/// Props of [`Cite`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CiteProps {
    /// The site that it is of.
    pub(crate) site: Site,
    /// Which statement.
    pub(crate) statement: StatementIx,
}

/// Copies a statement with its citation; where the browser does not let us, the reader can. Beside it a link to the statement.
#[component]
pub(crate) fn Cite(props: &CiteProps) -> Html {
    let CiteProps { site, statement: ix } = *props;
    let words = site.words();
    // The text and whether it was copied; and how often that was tried, for each time the field is selected.
    let tried = use_state(|| (None::<(String, bool)>, 0_u32));
    let field = use_node_ref();
    use_effect_with(tried.1, {
        let field = field.clone();
        move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                let _ = field.focus();
                field.select();
            }
        }
    });
    let statement = &site.corpus().statements[ix.get()];
    let speaker = site.corpus().speaker_of(statement).map_or(words.common.unnamed_speaker, |speaker| &speaker.name);
    let onclick = {
        let tried = tried.clone();
        Callback::from(move |_: MouseEvent| {
            let (tried, text) = (tried.clone(), citation::quotation(site.corpus(), ix, &site_address(site)));
            let attempt = tried.1 + 1;
            tried.set((None, tried.1));
            copy(text.clone(), Callback::from(move |copied| tried.set((Some((text.clone(), copied)), attempt))));
        })
    };
    html! {
        <>
            if site.words_of(statement.article) == State::Here {
                <button type="button" class="cite" aria-label={of(words.card.copy, speaker)} {onclick}>{ words.card.copy }</button>
            }
            <a class="link" href={Location::of_card(site.corpus(), statement).address(site)} aria-label={of(words.card.link, speaker)}>
                { words.card.link }
            </a>
            <span class="unseen" role="status">
                if matches!(tried.0, Some((_, true))) { { words.card.copied } }
            </span>
            if let Some((text, false)) = &tried.0 {
                <textarea ref={field} readonly={true} rows="6" aria-label={words.card.to_copy} value={text.clone()} />
            }
        </>
    }
}
