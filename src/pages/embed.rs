//! For a frame on a page of somebody else's: what a query selects, in short, or the one argument that the fragment names.
//!
//! It has the question, the statements with their sources, and the way to the site, on which all of it can be looked into. All of its
//! links leave the frame, by the document's base.

use std::rc::Rc;

use yew::prelude::*;

use super::sides::{arranged, in_words};
use crate::Site;
use crate::arrivals::State;
use crate::components::{Cards, excerpt, unknown, waiting};
use crate::routes::{Location, card_statement};
use crate::site::CORPUS_LANGUAGE;
use crate::words::fill_html;

/// What a location means, in short.
pub(crate) fn embed(site: Site, location: &Location) -> Html {
    let corpus = site.corpus();
    let words = &site.words().embed;
    let meant = card_statement(corpus, &location.fragment);
    let shown = match meant {
        Some(ix) => excerpt(site, ix, &[]),
        None if !location.fragment.is_empty() => html! { <p>{ words.gone }</p> },
        None => selected(site, location),
    };
    let whole = match meant {
        Some(ix) => Location::of_card(corpus, &corpus.statements[ix.get()]),
        None => Location::of_query(location.query.clone()),
    };
    let debate = html! { <span lang={CORPUS_LANGUAGE}>{ corpus.debate.title.as_str() }</span> };
    html! {
        <>
            <main id="main" class="embed">
                <h1 lang={CORPUS_LANGUAGE} dir="auto">{ corpus.debate.question.as_str() }</h1>
                { shown }
            </main>
            <footer>
                <p>{ fill_html(words.source, &[debate]) }{ " " }<a href={whole.address(site)}>{ words.open }</a></p>
            </footer>
        </>
    }
}

/// What a query selects: how much of what, and the beginning of it; sides take turns.
fn selected(site: Site, Location { query, .. }: &Location) -> Html {
    let answers = site.answers(query);
    if answers != State::Here {
        return waiting(site, answers);
    }
    let results = site.explorer().explore(query);
    let (statements, headings) = arranged(site, query, &results.matches, &results.positions);
    html! {
        <>
            <p class="lead" role="status">{ in_words(site, query, &results) }</p>
            { unknown(site, &query.unknown) }
            <Cards {site} {statements} {headings} search={Rc::new(results.search)} short={true} />
        </>
    }
}
