//! A statement for somebody else's text or page: copied with its citation, by a link, or as markup that shows it in a frame.

use std::rc::Rc;

use corpus::StatementIx;
use export::citation;
use yew::prelude::*;

use super::copying::{Copied, use_copying};
use super::embedding::framed;
use super::of;
use crate::Site;
use crate::arrivals::State;
use crate::hooks::site_address;
use crate::routes::Location;

/// Props of [`Cite`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CiteProps {
    /// The site that it is of.
    pub(crate) site: Site,
    /// Which statement.
    pub(crate) statement: StatementIx,
}

/// Copies a statement with its citation, or the markup that shows it elsewhere. Beside it a link to the statement.
#[component]
pub(crate) fn Cite(props: &CiteProps) -> Html {
    let CiteProps { site, statement: ix } = *props;
    let words = site.words();
    let copying = use_copying();
    let corpus = site.corpus();
    let statement = &corpus.statements[ix.get()];
    let speaker = corpus.speaker_of(statement).map_or(words.common.unnamed_speaker, |speaker| &speaker.name);
    let quotation = copying.of(Copied {
        text: Rc::new(move || citation::quotation(corpus, ix, &site_address(site))),
        done: words.card.copied,
        field: words.card.to_copy,
    });
    let frame = copying.of(framed(site, Location::of_embedded(corpus, statement)));
    html! {
        <>
            if site.words_of(statement.article) == State::Here {
                <button type="button" class="cite" aria-label={of(words.card.copy, speaker)} onclick={quotation}>{ words.card.copy }</button>
            }
            <a class="link" href={Location::of_card(corpus, statement).address(site)} aria-label={of(words.card.link, speaker)}>
                { words.card.link }
            </a>
            if !site.is_one_file() {
                <button type="button" class="cite" aria-label={of(words.embed.heading, speaker)} onclick={frame}>{ words.embed.heading }</button>
            }
            { copying.told() }
            { copying.by_hand() }
        </>
    }
}
