//! One theme: how much is argued about it on each side, by whom, and what again and again.

use corpus::{Position, Statement, StatementIx, ThemeIx};
use explore::{Choice, Query, Restated, answers, restated};
use yew::prelude::*;

use super::{home, label, speakers};
use crate::components::{Cards, excerpt, positioned, side_name, side_tag, speaker_link, takeaway};
use crate::routes::Location;
use crate::words::{fill, fill_html, form};
use crate::{Route, Site};

/// Speakers that are named with their counts, for each side.
const HEARD: usize = 8;

/// What is argued about one theme, the sides beside each other: first what tells most about each, so that on a narrow screen
/// no side is far away, then the arguments that are made once.
pub(crate) fn theme(site: Site, ix: ThemeIx) -> Html {
    let corpus = site.corpus();
    let words = &site.words().themes;
    let turning = site.explorer().having(Choice::Theme(ix));
    let of = |ix: &StatementIx| &corpus.statements[ix.get()];
    let all = corpus.statements.iter().filter(|statement| statement.side.is_some()).count();
    let sided = turning.iter().filter(|ix| of(ix).side.is_some()).count();
    let on_theme = Query { choices: [Choice::Theme(ix)].into_iter().collect(), ..Query::default() };
    let answered = answers(corpus, &on_theme).len();
    let answers = Location::asking(Route::Pairs, on_theme.clone()).address(site);
    let number = |n: usize| site.locale().number(n);
    let argued: Vec<Argued> = corpus
        .positions()
        .map(|position| Argued::new(site, position, &turning))
        .filter(|argued| argued.position != Position::Neither)
        .collect();
    html! {
        <div class="page turning">
            <p class="crumb"><a href={Route::Themes.path(site)}>{ words.crumb }</a></p>
            <h1 lang="en">{ label(corpus, ix) }</h1>
            <p class="lead">
                { fill(words.summary, &[&number(sided), &site.counted(all, site.words().common.arguments)]) }
            </p>
            { ways(site, ix, &turning) }
            <ul class="ways">
                <li><a href={Location::of_query(on_theme).address(site)}>{ words.all_arguments }</a></li>
                if answered > 0 {
                    <li><a href={answers}>{ fill(words.answered, &[&number(answered)]) }</a></li>
                }
            </ul>
            { takeaway(site, turning.clone(), Vec::new(), label(corpus, ix)) }
            <div class="theme-sides">
                for argued in &argued {
                    <section class={positioned("theme-side", site, argued.position)} id={section_id(site, argued.position)}>
                        { again(site, ix, argued) }
                    </section>
                }
            </div>
            <div class="theme-sides">
                for argued in argued.iter().filter(|argued| !argued.once.is_empty()) {
                    <section class={positioned("theme-side", site, argued.position)}>
                        <h2>
                            { side_tag(site, argued.position) }
                            <span class="once">{ words.others }</span>
                        </h2>
                        <Cards {site} statements={argued.once.clone()} />
                    </section>
                }
            </div>
        </div>
    }
}

/// What one position argues about a theme.
struct Argued {
    position: Position,
    all: Vec<StatementIx>,
    /// What is made more than once.
    again: Vec<Restated>,
    once: Vec<StatementIx>,
}

impl Argued {
    fn new(site: Site, position: Position, turning: &[StatementIx]) -> Self {
        let corpus = site.corpus();
        let takes = |ix: &StatementIx| corpus.statements[ix.get()].position() == position;
        let all: Vec<StatementIx> = turning.iter().copied().filter(takes).collect();
        let (again, once): (Vec<Restated>, Vec<Restated>) =
            restated(corpus, &all).into_iter().partition(|argument| argument.times.len() > 1);
        Self { position, all, again, once: once.into_iter().map(|argument| argument.clearest).collect() }
    }
}

/// The positions with their counts: a side leads to its part of the page, what takes neither to where it can be read.
fn ways(site: Site, theme: ThemeIx, turning: &[StatementIx]) -> Html {
    let corpus = site.corpus();
    let count =
        |position: Position| turning.iter().filter(|ix| corpus.statements[ix.get()].position() == position).count();
    let href = |position: Position| match position {
        Position::Side(_) => Location::place(Route::Theme(theme), section_id(site, position)).address(site),
        Position::Neither => home(site, &[Choice::Position(position), Choice::Theme(theme)]),
    };
    html! {
        <ul class="ways">
            for (position, count) in corpus.positions().map(|position| (position, count(position))) {
                if count > 0 {
                    <li class={positioned("side-tag", site, position)}>
                        <a href={href(position)}>{ side_name(site, position) }{ " " }{ site.locale().number(count) }</a>
                    </li>
                }
            }
        </ul>
    }
}

/// The id of the part of the page in which a side argues.
fn section_id(site: Site, position: Position) -> String {
    format!("side-{}", Choice::Position(position).value(site.corpus()))
}

/// Who argues most on a side, and what is argued again and again.
fn again(site: Site, theme: ThemeIx, argued: &Argued) -> Html {
    let corpus = site.corpus();
    let words = &site.words().themes;
    let Argued { position, all, again, .. } = argued;
    let statements: Vec<&Statement<'_>> = all.iter().map(|ix| &corpus.statements[ix.get()]).collect();
    html! {
        <>
            <h2>
                { side_tag(site, *position) }
                <a href={home(site, &[Choice::Position(*position), Choice::Theme(theme)])}>
                    { site.counted(all.len(), site.words().common.arguments) }
                </a>
            </h2>
            if !all.is_empty() {
                <h3>{ words.most_heard_here }</h3>
                { most_heard(site, theme, *position, &statements) }
                if !again.is_empty() {
                    <h3>{ words.restated }</h3>
                    <p class="hint">{ words.restated_lead }</p>
                    <ol class="restated">
                        for argument in again { <li>{ made(site, argument) }</li> }
                    </ol>
                }
            }
        </>
    }
}

/// Who argues about the theme on a side, and how often.
fn most_heard(site: Site, theme: ThemeIx, position: Position, here: &[&Statement<'_>]) -> Html {
    let unnamed = here.iter().filter(|statement| statement.speaker.is_none()).count();
    let words = &site.words().themes;
    let arguments = |ix| home(site, &[Choice::Position(position), Choice::Speaker(ix), Choice::Theme(theme)]);
    html! {
        <ul class="heard">
            for (ix, count) in speakers(here.iter().copied()).into_iter().take(HEARD) {
                <li>{ speaker_link(site, ix) }{ " " }<a class="count" href={arguments(ix)}>{ site.counted(count, words.times) }</a></li>
            }
            if unnamed > 0 { <li class="unnamed">{ fill(words.also_unnamed, &[&site.counted(unnamed, words.times)]) }</li> }
        </ul>
    }
}

/// An argument that is made again and again: how often, by how many, when, its clearest words, and each other time.
fn made(site: Site, argument: &Restated) -> Html {
    let others = argument.times.iter().copied().filter(|ix| *ix != argument.clearest);
    html! {
        <>
            <p class="made">{ how_often(site, argument) }{ years(site, argument) }</p>
            { excerpt(site, argument.clearest, &[]) }
            <details class="times">
                <summary>{ site.words().themes.other_times }</summary>
                <ol>{ for others.map(|ix| html! { <li>{ excerpt(site, ix, &[]) }</li> }) }</ol>
            </details>
        </>
    }
}

/// `Made 4 times, by 3 speakers`. Who is not named may be anybody, so that no number stands for them.
fn how_often(site: Site, argument: &Restated) -> Html {
    let words = &site.words().themes;
    let times = html! { <b>{ site.counted(argument.times.len(), words.times) }</b> };
    let named = argument.speakers.len();
    let template = match (named, argument.unnamed) {
        (0, _) => words.made_unnamed,
        (_, false) => words.made,
        (_, true) => words.made_named_and_not,
    };
    let by = fill(form(words.speaker_count, named), &[&site.locale().number(named)]);
    fill_html(template, &[times, html! { { by } }])
}

/// ` (2015–2018)`
fn years(site: Site, argument: &Restated) -> String {
    let corpus = site.corpus();
    let year = |ix: &StatementIx| corpus.article_of(&corpus.statements[ix.get()]).date.year();
    match (argument.times.first().map(year), argument.times.last().map(year)) {
        (Some(first), Some(last)) if first != last => format!(" ({first}–{last})"),
        (Some(only), _) => format!(" ({only})"),
        _ => String::new(),
    }
}
