//! Arguments over time: a plot, the range of it that the reader chooses, and the same as a table.
//!
//! The plot shows all of the time, what lies outside the range muted; everything else honours the range.

mod plot;
mod range;
mod table;

use corpus::{PartialDate, Position};
use explore::{Period, Periods, Query, Step};
use yew::prelude::*;

use self::plot::use_plot;
use self::range::use_range_form;
use self::table::table;
use super::sides::in_words;
use crate::arrivals::State;
use crate::components::{unknown, waiting};
use crate::hooks::Navigator;
use crate::routes::{Location, Route};
use crate::{Site, words};

/// Props of [`Timeline`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TimelineProps {
    /// The site that it is of.
    pub(crate) site: Site,
    /// Where a change of the query goes.
    pub(crate) navigator: Navigator,
    /// What to show.
    pub(crate) query: Query,
}

/// What a query finds over the whole time, whatever range it asks for.
#[derive(PartialEq)]
struct Course {
    periods: Periods,
    /// What bars are of, in the order of the page.
    positions: Vec<Position>,
    /// For each period, how many matches take each of the positions.
    counts: Vec<Vec<usize>>,
}

impl Course {
    fn of(site: Site, query: &Query) -> Self {
        let corpus = site.corpus();
        let found = site.explorer().explore(query);
        let positions = found.positions;
        let periods = Periods::of(corpus);
        let counts = periods.count(corpus, &found.matches, &positions);
        Self { periods, positions, counts }
    }
}

/// The debate over time.
#[component]
pub(crate) fn Timeline(props: &TimelineProps) -> Html {
    let TimelineProps { site, navigator, query } = props.clone();
    let words = &site.words().timeline;
    let elsewhere = Query { from: None, to: None, ..query.clone() };
    let course = use_memo((site, elsewhere.clone()), |(site, query)| Course::of(*site, query));
    let plot = use_plot(site, &navigator, &query, &course);
    let range = use_range_form(site, &navigator, &query, &course);
    let found = site.explorer().explore(&query);
    let answers = site.answers(&query);
    let here = Location::asking(Route::Timeline, query.clone());
    html! {
        <div class="page course">
            <h1>{ words.heading }</h1>
            <p class="lead">{ words.lead }</p>
            { unknown(site, &query.unknown) }
            if answers != State::Here {
                <p class="lead" role="status">{ site.words().arrivals.search_waits }</p>
                { waiting(site, answers) }
            } else if !course.periods.list.is_empty() {
                { plot }
                { range }
                <div class="in-words">
                    <p role="status">{ in_words(site, &query, &found) }</p>
                    if !found.matches.is_empty() {
                        <p class="alone"><a href={here.on(Route::Sides).address(site)}>{ words.read }</a></p>
                    }
                    if !elsewhere.is_empty() {
                        <p class="alone"><a href={Location { query: whole(&query), ..here.clone() }.address(site)}>{ words.without_filters }</a></p>
                    }
                </div>
                { table(site, &query, &course, &found.matches) }
            }
        </div>
    }
}

/// The query without anything but its range.
fn whole(query: &Query) -> Query {
    Query { from: query.from, to: query.to, ..Query::default() }
}

/// A stretch of time: `2014 to 2016`, or `2014` where it is no longer.
fn stretch(site: Site, from: PartialDate, to: PartialDate) -> String {
    let name = |date| site.locale().partial_date(date);
    if from == to {
        return name(from);
    }
    words::fill(site.words().timeline.stretch, &[&name(from), &name(to)])
}

/// What a period is called.
fn period_name(site: Site, step: Step, period: &Period) -> String {
    match step {
        Step::Decade if !period.is_long => words::fill(site.words().timeline.decade, &[&period.from.first().year()]),
        _ => stretch(site, period.from, period.to),
    }
}

/// The query for the time from one period to another; all of the time is no range.
fn asked(periods: &Periods, query: &Query, first: usize, last: usize) -> Query {
    let list = &periods.list;
    let (first, last) = (first.min(last), first.max(last).min(list.len().saturating_sub(1)));
    let is_all = first == 0 && last + 1 == list.len();
    let from = list.get(first).filter(|_| !is_all).map(|period| period.from);
    let to = list.get(last).filter(|_| !is_all).map(|period| period.to);
    Query { from, to, ..query.clone() }
}
