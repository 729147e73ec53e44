//! The debate year by year: what happened, and how much was argued on each side.

use corpus::{ArticleIx, Corpus, Position};
use explore::{Choice, Query};
use yew::prelude::*;

use super::heading;
use crate::components::position_classes;
use crate::routes::Location;
use crate::{Route, Site};

/// A table that can be read as a plot: a row a year, a bar a side, each a link to its arguments.
pub(crate) fn timeline(site: Site) -> Html {
    let corpus = site.corpus();
    let sides: Vec<Position> = corpus.positions().filter(|position| *position != Position::Neither).collect();
    let mut years: Vec<u16> = corpus.articles.iter().map(|article| article.date.year()).collect();
    years.dedup(); // articles are in order of date
    let counts = counts(corpus, &years);
    let most = counts.iter().flatten().copied().max().unwrap_or_default().max(1);
    html! {
        <div class="page">
            <h1>{ "Timeline" }</h1>
            <p class="lead">{ "How much was argued on each side in the articles of each year, and what they tell of. Counts say how often \
                something was said in them, not how many people hold it." }</p>
            <table class="timeline">
                <thead>
                    <tr>
                        <th scope="col">{ "Year" }</th>
                        for side in &sides {
                            <th scope="col" class={position_classes(corpus, *side)}>
                                <span class="side-tag">{ site.position_label(*side) }</span>
                            </th>
                        }
                        <th scope="col">{ "Articles" }</th>
                    </tr>
                </thead>
                <tbody>
                    for (n, year) in years.iter().enumerate() {
                        if let Some(gap) = n.checked_sub(1).and_then(|before| gap(years[before], *year)) {
                            <tr class="gap"><td></td><td colspan={(sides.len() + 1).to_string()}>{ gap }</td></tr>
                        }
                        <tr>
                            <th scope="row">{ link(corpus, &[Choice::Year(*year)], year.to_string()) }</th>
                            for (side, count) in sides.iter().zip(&counts[n]) {
                                <td class={position_classes(corpus, *side)}>{ bar(corpus, *year, *side, *count, most) }</td>
                            }
                            <td>{ articles(corpus, *year) }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

/// For each year, how many statements take each side.
fn counts(corpus: &Corpus<'_>, years: &[u16]) -> Vec<Vec<usize>> {
    let mut counts = vec![vec![0; corpus.debate.sides.len()]; years.len()];
    for statement in &corpus.statements {
        let year = years.binary_search(&corpus.article_of(statement).date.year());
        if let (Ok(year), Some(side)) = (year, statement.side) {
            counts[year][side.get()] += 1;
        }
    }
    counts
}

/// The years between two that have articles, where there are any.
fn gap(before: u16, after: u16) -> Option<String> {
    match after.checked_sub(before)? {
        0 | 1 => None,
        2 => Some(format!("{}: no article", before + 1)),
        _ => Some(format!("{} to {}: no article", before + 1, after - 1)),
    }
}

/// A count with a bar as long as its share of the most.
fn bar(corpus: &Corpus<'_>, year: u16, side: Position, count: usize, most: usize) -> Html {
    html! {
        if count > 0 {
            { link(corpus, &[Choice::Position(side), Choice::Year(year)], count.to_string()) }
            <svg class="bar" aria-hidden="true"><rect width={format!("{}%", count * 100 / most)} height="100%" /></svg>
        } else {
            { "0" }
        }
    }
}

/// A link to the arguments that these choices select.
fn link(corpus: &Corpus<'_>, choices: &[Choice], words: String) -> Html {
    let query = choices.iter().fold(Query::default(), |query, choice| query.toggled(*choice));
    html! { <a href={Location::of_query(query).address(corpus)}>{ words }</a> }
}

fn articles(corpus: &Corpus<'_>, year: u16) -> Html {
    let there = corpus.articles.iter().enumerate().filter(|(_, article)| article.date.year() == year);
    html! {
        <ul>
            for (n, article) in there {
                <li>
                    <a href={Route::Article(ArticleIx::new(n)).path(corpus)}>{ heading(article) }</a>
                    <time class="imprint" datetime={article.date.to_string()}>{ article.date.long() }</time>
                </li>
            }
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use super::gap;

    #[test]
    fn years_without_articles_are_said_to_be_so() {
        assert_eq!([gap(1993, 1993), gap(1993, 1994)], [None, None]);
        assert_eq!(gap(1994, 1996).as_deref(), Some("1995: no article"));
        assert_eq!(gap(1997, 2010).as_deref(), Some("1998 to 2009: no article"));
    }
}
