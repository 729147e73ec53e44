//! What the debate turns on: every theme, and one with who argues what about it.

mod one;

pub(crate) use one::theme;

use corpus::{Corpus, Position, SpeakerIx, Statement, StatementIx, ThemeIx};
use explore::{Choice, Query};
use yew::prelude::*;

use crate::components::{bar, count_tag, position_classes, side_column, speaker_link};
use crate::routes::Location;
use crate::words::fill;
use crate::{Route, Site};
use explore::{sort, sort_by_key};

/// Speakers that stand for those who argue about a theme.
const HEARD: usize = 3;

/// A table that can be read as a plot: a row a theme, a bar a position, each a link to its statements. What is argued most
/// comes first.
pub(crate) fn themes(site: Site) -> Html {
    let corpus = site.corpus();
    let words = &site.words().themes;
    let positions: Vec<Position> = corpus.positions().collect();
    let on_a_side = corpus.statements.iter().filter(|statement| statement.side.is_some()).count();
    let mut rows: Vec<Row> = (0..corpus.debate.themes.len()).map(|n| Row::new(site, ThemeIx::new(n))).collect();
    sort_by_key(&mut rows, |row| std::cmp::Reverse(row.arguments())); // stable
    let most = rows.iter().flat_map(|row| row.counts.iter().copied()).max().unwrap_or_default().max(1);
    html! {
        <div class="page turning">
            <h1>{ words.heading }</h1>
            <p class="lead">{ fill(words.lead, &[&site.counted(on_a_side, site.words().common.arguments)]) }</p>
            <p class="hint">{ words.overlap }</p>
            <table class="theme-table">
                <thead>
                    <tr>
                        <th scope="col">{ words.theme }</th>
                        for position in &positions {
                            { side_column(site, *position) }
                        }
                        <th scope="col">{ words.speakers }</th>
                        <th scope="col">{ words.most_heard }</th>
                    </tr>
                </thead>
                <tbody>
                    for row in &rows {
                        <tr>
                            <th scope="row">
                                <a href={Route::Theme(row.theme).path(site)} lang="en">{ label(corpus, row.theme) }</a>
                            </th>
                            for (position, count) in positions.iter().zip(&row.counts) {
                                <td class={position_classes(corpus, *position)} data-column={site.position_label(*position)}>
                                    { counted(site, row.theme, *position, *count, most) }
                                </td>
                            }
                            <td data-column={words.speakers}>{ site.locale().number(row.speakers.len()) }</td>
                            <td class="heard" data-column={words.most_heard}>{ heard(site, &row.speakers) }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

/// A theme, as the table tells it.
#[derive(Clone)]
struct Row {
    theme: ThemeIx,
    /// How many statements turn on it, for each position.
    counts: Vec<usize>,
    /// Who argues about it on a side.
    speakers: Vec<(SpeakerIx, usize)>,
}

impl Row {
    fn new(site: Site, theme: ThemeIx) -> Self {
        let corpus = site.corpus();
        let turning = site.explorer().having(Choice::Theme(theme));
        let of = |ix: &StatementIx| &corpus.statements[ix.get()];
        let takes = |position| turning.iter().filter(|ix| of(ix).position() == position).count();
        let counts = corpus.positions().map(takes).collect();
        Self { theme, counts, speakers: speakers(turning.iter().map(of).filter(|statement| statement.side.is_some())) }
    }

    /// How many arguments of a side turn on it.
    fn arguments(&self) -> usize {
        // The last position is neither.
        self.counts.iter().rev().skip(1).sum()
    }
}

/// Who makes some statements, and how many: those who make most first, then by name.
fn speakers<'s, 'a: 's>(statements: impl Iterator<Item = &'s Statement<'a>>) -> Vec<(SpeakerIx, usize)> {
    let mut named: Vec<SpeakerIx> = statements.filter_map(|statement| statement.speaker).collect();
    sort(&mut named);
    let mut counted: Vec<(SpeakerIx, usize)> = Vec::new();
    for speaker in named {
        match counted.last_mut() {
            Some((last, count)) if *last == speaker => *count += 1,
            _ => counted.push((speaker, 1)),
        }
    }
    sort_by_key(&mut counted, |(_, count)| std::cmp::Reverse(*count)); // stable
    counted
}

fn label<'c>(corpus: &'c Corpus<'_>, theme: ThemeIx) -> &'c str {
    corpus.debate.themes.get(theme.get()).map_or("", |theme| &theme.label)
}

/// A count with a bar as long as its share of the most.
fn counted(site: Site, theme: ThemeIx, position: Position, count: usize, most: usize) -> Html {
    html! {
        if count > 0 {
            <a href={home(site, &[Choice::Position(position), Choice::Theme(theme)])}>{ site.locale().number(count) }</a>
            { bar(count, most) }
        } else {
            { "0" }
        }
    }
}

/// The address of the statements that these choices select.
fn home(site: Site, choices: &[Choice]) -> String {
    let query = Query { choices: choices.iter().copied().collect(), ..Query::default() };
    Location::of_query(query).address(site)
}

/// The first of some speakers, each with a count.
fn heard(site: Site, speakers: &[(SpeakerIx, usize)]) -> Html {
    html! {
        if speakers.is_empty() {
            { site.words().themes.none }
        } else {
            <ul>
                for (ix, count) in speakers.iter().take(HEARD) {
                    <li>{ speaker_link(site, *ix) }{ " " }{ count_tag(site, *count) }</li>
                }
            </ul>
        }
    }
}
