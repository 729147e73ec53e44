//! A list of cards, or of statements in short. Of a long one the beginning is shown, and the rest on demand.

use std::rc::Rc;

use corpus::{Article, Span, StatementIx};
use explore::Search;
use yew::prelude::*;

use super::{Card, excerpt, more};
use crate::Site;
use crate::hooks::{WHOLE, use_unfolding};

/// Cards that are shown at first: some three screens, whatever the size of the corpus. A filter or a key makes them anew, and when
/// the app starts it takes over each that the page has: with 20, the slowest answers took a seventh longer on a slow machine
/// (`cargo xtask paint`), and the app started later on a phone (`cargo xtask lighthouse`).
const FIRST: usize = 12;

/// Cards that are added at a time, for whoever reads on.
const STEP: usize = 20;

/// The same of statements in short, which stand in a frame among somebody else's words.
const FEW: usize = 5;

/// Props of [`Cards`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CardsProps {
    /// The site that they are of.
    pub(crate) site: Site,
    /// Which statements, in the order in which they are shown.
    pub(crate) statements: Vec<StatementIx>,
    /// Headings inside the list, each with the place in it before which it stands.
    #[prop_or_default]
    pub(crate) headings: Vec<(usize, String)>,
    /// The search whose hits are marked.
    #[prop_or_default]
    pub(crate) search: Rc<Search>,
    /// A statement that must be shown: a link leads to it.
    #[prop_or_default]
    pub(crate) reach: Option<StatementIx>,
    /// Whether all of it is shown at once.
    #[prop_or_default]
    pub(crate) whole: bool,
    /// Whether statements are shown in short.
    #[prop_or_default]
    pub(crate) short: bool,
}

/// Statements as cards.
#[component]
pub(crate) fn Cards(props: &CardsProps) -> Html {
    let CardsProps { site, statements, headings, search, reach, whole, short } = props;
    let reached = reach.and_then(|ix| statements.iter().position(|other| *other == ix)).map_or(0, |at| at + 1);
    // A statement in short has no card to take the focus, but a link to its article.
    let (first, step, focusable) = if *short { (FEW, FEW, ".where a") } else { (FIRST, STEP, ".card") };
    let least = if *whole { statements.len().min(WHOLE).max(reached) } else { first.max(reached) };
    let ids: Vec<u32> = statements.iter().map(|ix| ix.0).collect();
    let unfolding = use_unfolding(&ids, least, step, focusable);
    let shown = unfolding.shown;
    // One list of nodes that all have keys: a card that stays is the same element wherever it stands.
    let mut nodes = Vec::with_capacity(shown + headings.len());
    let mut headings = headings.iter().enumerate().peekable();
    for (at, ix) in statements.iter().copied().enumerate().take(shown) {
        while let Some((n, (_, heading))) = headings.next_if(|(_, (before, _))| *before == at) {
            nodes.push(
                html! { <li key={format!("part {n}")} class="part"><h3 dir="auto">{ heading.clone() }</h3></li> },
            );
        }
        let statement = if *short {
            excerpt(*site, ix, &hits(*site, ix, search))
        } else {
            html! { <Card site={*site} statement={ix} search={search.clone()} /> }
        };
        nodes.push(html! { <li key={ix.0}>{ statement }</li> });
    }
    html! {
        <>
            <ol class="cards" ref={unfolding.list.clone()}>{ for nodes }</ol>
            { more(*site, &unfolding) }
        </>
    }
}

/// What a search finds in a statement, as places of its article.
fn hits(site: Site, ix: StatementIx, search: &Search) -> Vec<Span> {
    let statement = &site.corpus().statements[ix.get()];
    let article = site.corpus().article_of(statement);
    statement.spans.iter().flat_map(|span| hits_in(article, *span, search)).collect()
}

/// The same in one span.
pub(super) fn hits_in(article: &Article<'_>, span: Span, search: &Search) -> Vec<Span> {
    let shift = |hit: Span| Span { start: hit.start + span.start, end: hit.end + span.start };
    search.hits(article.words(span)).into_iter().map(shift).collect()
}
