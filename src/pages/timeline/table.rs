//! The range as a table: a row a period, what it argued as links to it, and its articles.

use corpus::{Article, ArticleIx, Position, StatementIx};
use explore::{Choice, Facet, Period, Query};
use yew::prelude::*;

use super::{Course, period_name, stretch};
use crate::components::{article_link, bar, position_classes, side_column};
use crate::routes::{Location, Route};
use crate::{Site, words};

/// Articles that a row lists at once; of more the rest is folded, so that the counts stay in sight of each other.
const LISTED: usize = 6;

/// The table. Rows without an article are told as one.
pub(super) fn table(site: Site, query: &Query, course: &Course, matches: &[StatementIx]) -> Html {
    let corpus = site.corpus();
    let words = &site.words().timeline;
    let Course { periods, positions, .. } = course;
    let counts = periods.count(corpus, matches, positions);
    let most = counts.iter().flatten().copied().max().unwrap_or(0).max(1);
    let within = periods.within(query.from, query.to);
    let start = within.start;
    let stretches = periods.list[within].chunk_by(|one, next| one.is_gap() && next.is_gap());
    let mut at = start;
    let mut rows = Vec::new();
    for stretch in stretches {
        rows.push((at, stretch));
        at += stretch.len();
    }
    html! {
        <table class="timeline">
            <caption class="unseen">{ words.table }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words.time }</th>
                    for position in positions {
                        { side_column(site, *position) }
                    }
                    <th scope="col">{ words.articles }</th>
                </tr>
            </thead>
            <tbody>
                for (at, stretch) in rows {
                    if stretch[0].is_gap() {
                        <tr class="gap"><td></td><td colspan={(positions.len() + 1).to_string()}>{ gap(site, stretch) }</td></tr>
                    } else {
                        <tr>
                            <th scope="row">
                                { link(site, query, &stretch[0], None, period_name(site, periods.step, &stretch[0])) }
                            </th>
                            for (position, count) in positions.iter().zip(&counts[at]) {
                                <td class={position_classes(corpus, *position)}>
                                    { share(site, query, &stretch[0], *position, *count, most) }
                                </td>
                            }
                            <td>{ articles(site, query, &stretch[0]) }</td>
                        </tr>
                    }
                }
            </tbody>
        </table>
    }
}

fn gap(site: Site, periods: &[Period]) -> String {
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return String::new() };
    words::fill(site.words().timeline.no_article, &[&stretch(site, first.from, last.to)])
}

/// A count with a bar as long as its share of the most.
fn share(site: Site, query: &Query, period: &Period, position: Position, count: usize, most: usize) -> Html {
    html! {
        if count > 0 {
            { link(site, query, period, Some(position), site.locale().number(count)) }
            { bar(count, most) }
        } else {
            { "0" }
        }
    }
}

/// A link to what is asked for in a period, or to what takes one position in it.
fn link(site: Site, query: &Query, period: &Period, position: Option<Position>, words: String) -> Html {
    let later = query.from.filter(|from| from.first() > period.from.first()).unwrap_or(period.from);
    let earlier = query.to.filter(|to| to.last() < period.to.last()).unwrap_or(period.to);
    let mut query = Query { from: Some(later), to: Some(earlier), ..query.clone() };
    if let Some(position) = position {
        let others = query.choices.iter().filter(|choice| choice.facet() != Facet::Position);
        query.choices = others.chain([Choice::Position(position)]).collect();
    }
    html! { <a href={Location::of_query(query).address(site)}>{ words }</a> }
}

fn articles(site: Site, query: &Query, period: &Period) -> Html {
    let all = &site.corpus().articles;
    let there: Vec<usize> = period.articles.clone().filter(|n| query.spans(all[*n].date)).collect();
    let (listed, folded) = match there.split_at_checked(LISTED) {
        Some((listed, folded)) if folded.len() > 1 => (listed, folded),
        _ => (there.as_slice(), &[][..]),
    };
    let entry = |n: &usize| article(site, ArticleIx::new(*n), &all[*n]);
    html! {
        <>
            <ul>{ for listed.iter().map(entry) }</ul>
            if !folded.is_empty() {
                <details>
                    <summary>{ site.counted(folded.len(), site.words().timeline.more_articles) }</summary>
                    <ul>{ for folded.iter().map(entry) }</ul>
                </details>
            }
        </>
    }
}

fn article(site: Site, ix: ArticleIx, article: &Article<'_>) -> Html {
    html! {
        <li>
            { article_link(article, Route::Article(ix).path(site)) }
            <time class="imprint" datetime={article.date.to_string()}>{ site.locale().date(article.date) }</time>
        </li>
    }
}
