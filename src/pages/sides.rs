//! Home: the arguments, a column a side, and what selects among them.

mod filters;
mod summary;

use corpus::{ArticleKind, Position, StatementIx};
use explore::{Choice, Facet, Query};
use yew::prelude::*;

use self::filters::Filters;
use self::summary::summary;
use crate::Site;
use crate::components::{Card, position_classes};
use crate::hooks::{Navigator, use_media};
use crate::routes::{Location, Route};

use super::articles::{count, counted_articles};

/// Below this width columns would be too narrow to read; `styles/layout.css` breaks at the same width.
const NARROW: &str = "(max-width: 52rem)";

/// Props of [`Sides`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SidesProps {
    /// The site that it is of.
    pub(crate) site: Site,
    /// Where a change of the query goes.
    pub(crate) navigator: Navigator,
    /// What to show.
    pub(crate) query: Query,
}

/// The arguments that a query selects, side by side; on a narrow screen the sides take turns.
#[component]
pub(crate) fn Sides(props: &SidesProps) -> Html {
    let SidesProps { site, navigator, query } = props.clone();
    let narrow = use_media(NARROW);
    let results = use_memo((site, query.clone()), |(site, query): &(Site, Query)| site.explorer().explore(query));
    let results = results.as_ref();
    let corpus = site.corpus();
    let search = AttrValue::from(query.text.clone());
    let columns: Vec<(Position, Vec<StatementIx>)> = corpus
        .positions()
        .filter(|position| is_shown(&query, *position))
        .map(|position| {
            let stands_here = |ix: &&StatementIx| corpus.statements[ix.get()].position() == position;
            (position, results.matches.iter().filter(stands_here).copied().collect())
        })
        .collect();
    html! {
        <>
            <div class="opening">
                <h1>{ corpus.debate.question.as_str() }</h1>
                <p class="lead">
                    { "What people and organisations say to this in " }{ of_articles(site) }
                    { ", found and sorted by a program. " }
                    <a href={Route::About.path(corpus)}>{ "How, and how far to trust it" }</a>
                </p>
                <p class="unscripted">
                    { "Filtering and searching need JavaScript. Statements on neither side are marked in the articles." }
                </p>
            </div>
            <div class="desk">
                <Filters {site} {navigator} query={query.clone()} results={results.clone()} />
                <section class="found" id="found" tabindex="-1" aria-label="Arguments">
                    { summary(site, &query, results) }
                    if results.matches.is_empty() && !query.is_empty() {
                        // The summary says so and offers a way out.
                    } else if narrow && columns.len() > 1 {
                        <h2 class="unseen">{ "Arguments of all sides in turn" }</h2>
                        <ol class="cards turns">
                            for ix in in_turns(&columns) {
                                <li key={ix.0}><Card {site} statement={ix} search={search.clone()} /></li>
                            }
                        </ol>
                    } else {
                        <div class={classes!("columns", format!("of-{}", columns.len()))}>
                            for (position, matches) in columns {
                                <section key={position_key(position)} class={classes!("column", position_classes(corpus, position))}>
                                    <h2>
                                        { site.position_label(position) }{ " " }
                                        <span class="count">{ matches.len() }</span>
                                    </h2>
                                    <p class="summary">{ site.position_summary(position) }</p>
                                    <ol class="cards">
                                        if matches.is_empty() {
                                            <li class="none">{ "Nothing here matches." }</li>
                                        }
                                        for ix in matches {
                                            <li key={ix.0}><Card {site} statement={ix} search={search.clone()} /></li>
                                        }
                                    </ol>
                                </section>
                            }
                        </div>
                    }
                </section>
            </div>
        </>
    }
}

/// `1 news article and 26 background reports`, each a link to the list of them.
fn of_articles(site: Site) -> Html {
    let kinds = ArticleKind::ALL.into_iter().filter(|kind| count(site, *kind) > 0);
    html! {
        for (n, kind) in kinds.enumerate() {
            if n > 0 { { " and " } }
            <a href={Location { fragment: kind.name().into(), ..Location::of(Route::Articles) }.address(site.corpus())}>
                { counted_articles(site, kind) }
            </a>
        }
    }
}

/// Whether a query asks for a position: those chosen, or else every side.
fn is_shown(query: &Query, position: Position) -> bool {
    match query.chosen(Facet::Position).next() {
        Some(_) => query.has(Choice::Position(position)),
        None => position != Position::Neither,
    }
}

/// The first of each column, then the second of each, and so on: no side is buried below another.
fn in_turns(columns: &[(Position, Vec<StatementIx>)]) -> Vec<StatementIx> {
    let longest = columns.iter().map(|(_, column)| column.len()).max().unwrap_or_default();
    (0..longest).flat_map(|row| columns.iter().filter_map(move |(_, column)| column.get(row).copied())).collect()
}

fn position_key(position: Position) -> String {
    match position {
        Position::Side(ix) => ix.0.to_string(),
        Position::Neither => "neither".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_take_turns() {
        let column = |items: &[u32]| (Position::Neither, items.iter().copied().map(StatementIx).collect());
        let turns = in_turns(&[column(&[1, 2, 3]), column(&[]), column(&[4])]);
        assert_eq!(turns, [1, 4, 2, 3].map(StatementIx));
    }
}
