//! Home: the arguments, a column a side, and what selects among them.

mod arrangement;
mod facet;
mod filters;
mod in_words;
mod narrowing;
mod summary;

use std::rc::Rc;

use corpus::{ArticleKind, Position, StatementIx};
use explore::{Choice, Grouping, Query};
use yew::prelude::*;

use self::arrangement::arrangement;
use self::facet::Found;
use self::filters::{Filtering, use_filters};
pub(super) use self::in_words::in_words;
use self::summary::summary;
use super::articles::{count, counted_articles};
use crate::Site;
use crate::arrivals::State;
use crate::components::{Cards, Embedding, Takeaway, count_tag, positioned, side_name, waiting};
use crate::hooks::{NARROW, Navigator, WHOLE, has_columns, use_media};
use crate::routes::{Location, Route, card_statement};
use crate::takeaway::Taken;
use crate::words::{fill, fill_html};

/// Props of [`Sides`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SidesProps {
    /// The site that it is of.
    pub(crate) site: Site,
    /// Where a change of the query goes.
    pub(crate) navigator: Navigator,
    /// What to show, on which of the two pages that show it: home, or everything at once.
    pub(crate) location: Location,
}

/// The arguments that a query selects, side by side; on a narrow screen the sides take turns.
#[component]
pub(crate) fn Sides(props: &SidesProps) -> Html {
    let SidesProps { site, navigator, location } = props.clone();
    let Location { route, query, fragment } = location;
    let known = use_media(NARROW);
    let narrow = known.unwrap_or_default();
    let columns_are_there = known.is_some() || has_columns();
    let answers = site.answers(&query);
    // What has to wait for its words is counted without them.
    let asked = if answers == State::Here { query.clone() } else { query.with_text("") };
    let results = use_memo((site, asked.clone()), |(site, query): &(Site, Query)| site.explorer().explore(query));
    let taken = use_memo((site, asked), |(site, _)| Taken {
        statements: results.matches.clone(),
        articles: Vec::new(),
        name: site.corpus().debate.title.to_string(),
    });
    let found = Found(results);
    let filters = use_filters(&Filtering { site, navigator: &navigator, route, query: &query, found: &found });
    let results = &*found.0;
    let corpus = site.corpus();
    let words = &site.words().sides;
    let shown = results.positions.as_slice();
    let whole = route == Route::Everything;
    let in_list = |position: &Position| results.count(Choice::Position(*position)) as usize;
    let longest = if narrow { results.matches.len() } else { shown.iter().map(in_list).max().unwrap_or_default() };
    let reach = card_statement(corpus, &fragment);
    // Every card marks the same.
    let search = Rc::new(results.search.clone());
    let list = |positions: &[Position]| {
        let (statements, headings) = arranged(site, &query, &results.matches, positions);
        html! { <Cards {site} {statements} {headings} search={Rc::clone(&search)} {reach} {whole} /> }
    };
    html! {
        <>
            <div class="opening">
                <h1 lang="en">{ corpus.debate.question.as_str() }</h1>
                <p class="lead">
                    { fill_html(words.lead, &[of_articles(site)]) }{ " " }
                    <a href={Route::About.path(site)}>{ site.words().frame.how }</a>
                </p>
                <p class="unscripted">{ words.unscripted }</p>
            </div>
            <div class="desk">
                { filters }
                <section class="found" id="found" tabindex="-1" aria-label={words.arguments}>
                    if answers != State::Here {
                        <p class="lead" role="status">{ site.words().arrivals.search_waits }</p>
                        { waiting(site, answers) }
                    } else {
                        { summary(site, route, &query, results) }
                    }
                    { arrangement(site, &navigator, &query, html! {
                        <>
                            if answers == State::Here { <Takeaway {site} {taken} /> }
                            if !site.is_one_file() { <Embedding {site} query={query.clone()} /> }
                        </>
                    }) }
                    if answers != State::Here || results.matches.is_empty() && !query.is_empty() {
                        // What stands above says so and offers a way out.
                    } else if narrow && shown.len() > 1 {
                        <h2 class="unseen">{ words.in_turn }</h2>
                        <div class="turns">{ list(shown) }</div>
                    } else {
                        <div class={classes!("columns", format!("of-{}", shown.len()))}>
                            for position in shown.iter().copied().filter(|_| columns_are_there) {
                                <section key={position_key(position)} class={positioned("column", site, position)}>
                                    <h2>
                                        { side_name(site, position) }{ " " }
                                        { count_tag(site, results.count(Choice::Position(position)) as usize) }
                                    </h2>
                                    <p class="summary" lang={site.position_language(position)}>{ site.position_summary(position) }</p>
                                    if results.count(Choice::Position(position)) == 0 {
                                        <p class="none">{ words.nothing_here }</p>
                                    } else {
                                        <div>{ list(&[position]) }</div>
                                    }
                                </section>
                            }
                        </div>
                    }
                    if !whole && !results.matches.is_empty() {
                        <p class="whole"><a href={Location::asking(Route::Everything, query.clone()).address(site)}>
                            { if longest > WHOLE { fill(words.first_on_one_page, &[&site.locale().number(WHOLE)]) } else { words.all_on_one_page.into() } }
                        </a></p>
                    }
                </section>
            </div>
        </>
    }
}

/// What narrows a query, name by name, as it heads the document.
pub(super) fn selection(site: Site, query: &Query) -> Vec<String> {
    summary::chosen(site, query).into_iter().map(|(name, _)| name).collect()
}

/// `1 news article and 26 background reports`, each a link to the list of them.
fn of_articles(site: Site) -> Html {
    let kinds = ArticleKind::ALL.into_iter().filter(|kind| count(site, *kind) > 0);
    html! {
        for (n, kind) in kinds.enumerate() {
            if n > 0 { { site.words().sides.and } }
            <a href={Location::place(Route::Articles, kind.name().into()).address(site)}>
                { counted_articles(site, kind) }
            </a>
        }
    }
}

/// The matches that take one of these positions, group by group; in each group, positions take turns. With the headings of the
/// groups and where they begin.
pub(super) fn arranged(
    site: Site,
    query: &Query,
    matches: &[StatementIx],
    positions: &[Position],
) -> (Vec<StatementIx>, Vec<(usize, String)>) {
    let position = |ix: &StatementIx| site.explorer().position(*ix);
    let here: Vec<StatementIx> = matches.iter().copied().filter(|ix| positions.contains(&position(ix))).collect();
    let in_turns = |members: &[StatementIx]| {
        let of = |side: &Position| members.iter().copied().filter(|ix| position(ix) == *side).collect();
        in_turns(&positions.iter().map(of).collect::<Vec<_>>())
    };
    let Some(grouping) = query.group else { return (in_turns(&here), Vec::new()) };
    let (mut statements, mut headings) = (Vec::new(), Vec::new());
    for (common, members) in site.explorer().grouped(grouping, &here) {
        let none = match grouping {
            Grouping::Theme => site.words().sides.no_theme,
            Grouping::Speaker | Grouping::Article => site.words().common.unnamed_speaker,
        };
        let label = common.map_or(none.into(), |common| site.label(common));
        headings.push((statements.len(), format!("{label} ({})", site.locale().number(members.len()))));
        statements.extend(in_turns(&members));
    }
    (statements, headings)
}

/// The first of each column, then the second of each, and so on: no side is buried below another.
fn in_turns(columns: &[Vec<StatementIx>]) -> Vec<StatementIx> {
    let longest = columns.iter().map(Vec::len).max().unwrap_or_default();
    (0..longest).flat_map(|row| columns.iter().filter_map(move |column| column.get(row).copied())).collect()
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
        let column = |items: &[u32]| items.iter().copied().map(StatementIx).collect();
        let turns = in_turns(&[column(&[1, 2, 3]), column(&[]), column(&[4])]);
        assert_eq!(turns, [1, 4, 2, 3].map(StatementIx));
    }
}
