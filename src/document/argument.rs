//! The pages of arguments: each a still page with an argument, whose it is, and the way to its place in the article.
//!
//! A link to a place in an article ends with a fragment, which no server sees: whoever is sent one by a social network or a feed is shown what
//! the article's page says of itself. These pages have an address each, and so a title and a picture. They need no script, and the app
//! knows nothing of them.

use corpus::{Corpus, Statement, StatementIx};
use yew::LocalServerRenderer;
use yew::prelude::*;

use super::picture::Pictured;
use crate::components::excerpt;
use crate::routes::{Location, card_id};
use crate::{Route, Site};

/// The file of an argument's page, and its path below the base.
pub(super) fn path(corpus: &Corpus<'_>, statement: &Statement<'_>) -> String {
    format!("argument/{}.html", card_id(corpus, statement))
}

/// From such a page to the base.
pub(super) const BASE: &str = "../";

/// The arguments that have such pages: those with pictures, which the pages are for.
pub(super) fn all(site: Site, pictured: &Pictured) -> Vec<StatementIx> {
    if !pictured.arguments {
        return Vec::new();
    }
    let all = (0..site.corpus().statements.len()).map(StatementIx::new);
    all.filter(|ix| site.corpus().statements[ix.get()].argument).collect()
}

/// What stands in a page's body.
pub(super) fn body(site: Site, statement: StatementIx) -> String {
    let props = ArgumentProps { site, statement };
    pollster::block_on(LocalServerRenderer::<Argument>::with_props(props).hydratable(false).render())
}

#[derive(Clone, PartialEq, Properties)]
struct ArgumentProps {
    site: Site,
    statement: StatementIx,
}

#[component]
fn Argument(ArgumentProps { site, statement: ix }: &ArgumentProps) -> Html {
    let corpus = site.corpus();
    let statement = &corpus.statements[ix.get()];
    html! {
        <div id="app">
            <main id="main" class="page">
                <p class="crumb"><a href={Route::Sides.path(*site)}>{ corpus.debate.title.as_str() }</a></p>
                <h1 lang="en" dir="auto">{ corpus.debate.question.as_str() }</h1>
                <div>{ excerpt(*site, *ix, &[]) }</div>
                <p><a href={Location::of_card(corpus, statement).address(*site)}>{ site.words().missing.see_all }</a></p>
            </main>
        </div>
    }
}
