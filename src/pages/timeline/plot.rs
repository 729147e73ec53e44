//! The plot: a bar a position in each period, two positions up and down from a line, more of them stacked.
//!
//! Everything stands in percent of the width and the height, so it fits any screen without being measured; percentages
//! are whole hundredths, as nothing else on the page needs the formatting of floats. The table says the same in numbers, so
//! for whoever listens this is one picture.

use std::rc::Rc;

use corpus::{Corpus, Date, Position};
use explore::{Query, Step};
use yew::prelude::*;

use super::{Course, asked};
use crate::components::{position_classes, positioned};
use crate::hooks::{Gesture, Navigator, capture, share_of};
use crate::{Site, words};

/// Labels that the axis has room for, on a wide screen and on the narrowest (320 pixels), where one takes as much as
/// `2014`, `10 Oct` and `Oct 2014` do.
const fn room_for_labels(step: Step) -> (usize, usize) {
    match step {
        Step::Year | Step::Decade => (18, 6),
        Step::Day => (12, 5),
        Step::Month => (10, 4),
    }
}

/// Letters of a month's name that tell it from the others, in every language that the site speaks.
const MONTH_LETTERS: usize = 3;

/// Where a pointer began to drag, and what was asked for before.
#[derive(Clone, PartialEq)]
struct Drag {
    start: usize,
    before: Query,
}

/// The plot of what is asked for, over the whole time. Dragging over it asks for a range; a click asks for one period. A
/// part of its page rather than a component, which would be more code.
#[hook]
pub(super) fn use_plot(site: Site, navigator: &Navigator, query: &Query, course: &Rc<Course>) -> Html {
    let words = &site.words().timeline;
    let area = use_node_ref();
    let drag = use_mut_ref(|| None::<Drag>);
    let gesture: Gesture = use_mut_ref(|| None);
    let n = course.periods.list.len();

    let down = {
        let (area, drag, navigator) = (area.clone(), drag.clone(), navigator.clone());
        let gesture = gesture.clone();
        Callback::from(move |event: PointerEvent| {
            if let (0, true, Some(start)) = (event.button(), event.is_primary(), share_of(&area, &event, n)) {
                capture(&area, &event);
                *gesture.borrow_mut() = None;
                *drag.borrow_mut() = Some(Drag { start, before: navigator.query() });
            }
        })
    };
    // Moving to another period asks for all from the first to it, lifting without having moved for the one.
    let to = {
        let (area, drag, navigator) = (area.clone(), drag.clone(), navigator.clone());
        let (gesture, course) = (gesture.clone(), course.clone());
        move |event: &PointerEvent, is_over: bool| {
            let Some(Drag { start, before }) = drag.borrow().clone() else { return };
            let Some(end) = share_of(&area, event, n) else { return };
            if is_over || start != end || gesture.borrow().is_some() {
                navigator.ask_within(&gesture, asked(&course.periods, &before, start, end));
            }
            if is_over {
                *drag.borrow_mut() = None;
            }
        }
    };
    let moved = {
        let to = to.clone();
        Callback::from(move |event: PointerEvent| to(&event, false))
    };
    let up = Callback::from(move |event: PointerEvent| to(&event, true));
    // The browser takes the finger's movement for scrolling: what it began is undone.
    let cancel = {
        let (drag, navigator, gesture) = (drag.clone(), navigator.clone(), gesture.clone());
        Callback::from(move |_: PointerEvent| {
            // Neither is borrowed any more when what is asked for changes: that writes to them.
            let (drag, has_asked) = (drag.take(), gesture.borrow().is_some());
            if let (Some(Drag { before, .. }), true) = (drag, has_asked) {
                navigator.ask_within(&gesture, before);
            }
        })
    };

    let is_split = course.positions.len() == 2;
    let tag = |position: &Position| {
        html! {
            <li class={positioned("side-tag", site, *position)} lang={site.position_language(*position)}>{ site.position_label(*position) }</li>
        }
    };
    let (above, below) = course.positions.split_at(if is_split { 1 } else { course.positions.len() });
    html! {
        <figure class="plot">
            <figcaption>
                { words::fill(words.scale, &[&step_name(site, course.periods.step)]) }
                <span class="draggable">{ " " }{ words.draggable }</span>
            </figcaption>
            <ul class="legend">{ for above.iter().map(tag) }</ul>
            <div class="chart" role="img" aria-label={words.plot}>
                { scale(site, course) }
                <div class="area" ref={area} onpointerdown={down} onpointermove={moved} onpointerup={up} onpointercancel={cancel}>
                    { bars(site, query, course) }
                </div>
                { axis(site, course) }
            </div>
            if !below.is_empty() { <ul class="legend">{ for below.iter().map(tag) }</ul> }
        </figure>
    }
}

fn step_name(site: Site, step: Step) -> &'static str {
    let words = &site.words().timeline;
    match step {
        Step::Day => words.by_day,
        Step::Month => words.by_month,
        Step::Year => words.by_year,
        Step::Decade => words.by_decade,
    }
}

/// How far bars reach up and down, in statements.
#[derive(Clone, Copy)]
struct Reach {
    up: usize,
    down: usize,
}

impl Reach {
    fn of(course: &Course) -> Self {
        let most = |of: &dyn Fn(&Vec<usize>) -> usize| course.counts.iter().map(of).max().unwrap_or(0);
        if course.positions.len() == 2 {
            Self { up: most(&|counts| counts[0]).max(1), down: most(&|counts| counts[1]).max(1) }
        } else {
            Self { up: most(&|counts| counts.iter().sum()).max(1), down: 0 }
        }
    }

    /// How far below the top so many statements above the line are.
    fn y(self, count: usize) -> String {
        percent(self.up.saturating_sub(count), self.up + self.down)
    }

    /// How high so many are.
    fn height(self, count: usize) -> String {
        percent(count, self.up + self.down)
    }
}

/// The bars, and the lines that numbers stand for.
fn bars(site: Site, query: &Query, course: &Course) -> Html {
    let reach = Reach::of(course);
    let n = course.periods.list.len();
    let within = course.periods.within(query.from, query.to);
    let has_range = query.from.is_some() || query.to.is_some();
    html! {
        <svg width="100%" height="100%" aria-hidden="true">
            <defs>{ for course.positions.iter().map(|position| pattern(site.corpus(), *position)) }</defs>
            if has_range && !within.is_empty() {
                <rect class="range" x={percent(within.start, n)} width={percent(within.len(), n)} y="0" height="100%" />
            }
            for (up, count) in lines(reach) {
                <rect class="line" x="0" width="100%" y={line_y(reach, up, count)} height="1" />
            }
            for (at, (period, counts)) in course.periods.list.iter().zip(&course.counts).enumerate() {
                <g class={(!within.contains(&at)).then_some("outside")}>
                    if period.is_long { { break_in_time(reach, at, n) } }
                    for (which, count) in counts.iter().copied().enumerate().filter(|(_, count)| *count > 0) {
                        { bar(site, course, reach, at, which, count) }
                    }
                </g>
            }
            <rect class="zero" x="0" width="100%" y={reach.y(0)} height="1" />
        </svg>
    }
}

/// Bars are seven tenths as wide as their period, in its middle.
fn bar(site: Site, course: &Course, reach: Reach, at: usize, which: usize, count: usize) -> Html {
    let n = course.periods.list.len();
    let position = course.positions[which];
    let is_split = course.positions.len() == 2;
    let below: usize = course.counts[at][..which].iter().sum();
    let y = match (is_split, which) {
        (true, 1) => reach.y(0),
        (true, _) => reach.y(count),
        (false, _) => reach.y(below + count),
    };
    html! {
        <rect class={positioned("amount", site, position)} fill={format!("url(#{}) none", pattern_id(position))}
            x={percent(at * 20 + 3, n * 20)} width={percent(7, n * 10)} {y} height={reach.height(count)} />
    }
}

/// Three points on the line where time is left out.
fn break_in_time(reach: Reach, at: usize, n: usize) -> Html {
    html! {
        for place in [5, 10, 15] {
            <circle class="left-out" cx={percent(at * 20 + place, n * 20)} cy={reach.y(0)} r="1.5" />
        }
    }
}

fn pattern_id(position: Position) -> String {
    match position {
        Position::Side(ix) => format!("bar-{}", ix.get() + 1),
        Position::Neither => "bar-none".into(),
    }
}

/// How a position's bars are filled: as the box of its label is (`--swatch` in `styles/components.css`).
fn pattern(corpus: &Corpus<'_>, position: Position) -> Html {
    let stroke = match position {
        Position::Side(ix) => {
            ["M0 0H6V6H0Z", "M-1 7L7 -1", "M2 3H4", "M3 0V6", "M0 3H6", "M-1 -1L7 7"].get(ix.get()).copied()
        }
        Position::Neither => None,
    };
    html! {
        <pattern id={pattern_id(position)} class={position_classes(corpus, position)} width="6" height="6" patternUnits="userSpaceOnUse">
            if let Some(d) = stroke { <path {d} /> }
        </pattern>
    }
}

/// The numbers of the scale, above the line and below it: few and round.
fn lines(reach: Reach) -> Vec<(bool, usize)> {
    let step = round_step(reach.up.max(reach.down));
    let up = (1..=reach.up / step).map(|n| (true, n * step));
    up.chain((1..=reach.down / step).map(|n| (false, n * step))).collect()
}

/// A step of 1, 2 or 5, or one of them with noughts, that is taken once to four times up to `most`.
fn round_step(most: usize) -> usize {
    let mut noughts = 1;
    loop {
        for step in [1, 2, 5] {
            if most / (step * noughts) <= 4 {
                return step * noughts;
            }
        }
        noughts *= 10;
    }
}

fn line_y(reach: Reach, up: bool, count: usize) -> String {
    if up { reach.y(count) } else { percent(reach.up + count, reach.up + reach.down) }
}

/// What the lines stand for.
fn scale(site: Site, course: &Course) -> Html {
    let reach = Reach::of(course);
    html! {
        <svg class="scale" aria-hidden="true">
            for (up, count) in [(true, 0)].into_iter().chain(lines(reach)) {
                <text x="100%" y={line_y(reach, up, count)} dy="0.3em" text-anchor="end">{ site.locale().number(count) }</text>
            }
        </svg>
    }
}

/// What the periods are called: as many as there is room for.
fn axis(site: Site, course: &Course) -> Html {
    let n = course.periods.list.len();
    let (wide, narrow) = room_for_labels(course.periods.step);
    html! {
        <svg class="axis" aria-hidden="true">
            for (class, room) in [("wide", wide), ("narrow", narrow)] {
                <g {class}>
                    for at in labelled(course, n.div_ceil(room)) {
                        <text x={percent(at * 2 + 1, n * 2)} y="1em" text-anchor="middle">{ short_name(site, course, at) }</text>
                    }
                </g>
            }
        </svg>
    }
}

/// Every so many periods one that can be named.
fn labelled(course: &Course, apart: usize) -> Vec<usize> {
    let mut labelled: Vec<usize> = Vec::new();
    for (at, period) in course.periods.list.iter().enumerate() {
        if !period.is_long && labelled.last().is_none_or(|last| at >= last + apart) {
            labelled.push(at);
        }
    }
    labelled
}

fn short_name(site: Site, course: &Course, at: usize) -> String {
    let period = &course.periods.list[at];
    let first = period.from.first();
    let month = |date: Date| -> String {
        let names = site.words().months;
        names
            .get(usize::from(date.month()) - 1)
            .map(|name| name.chars().take(MONTH_LETTERS).collect())
            .unwrap_or_default()
    };
    match course.periods.step {
        Step::Day => format!("{} {}", first.day(), month(first)),
        Step::Month => format!("{} {}", month(first), first.year()),
        Step::Year | Step::Decade => super::period_name(site, course.periods.step, period),
    }
}

/// A share as SVG takes it, to the hundredth of a percent.
fn percent(part: usize, whole: usize) -> String {
    let share = (part * 10_000).checked_div(whole).unwrap_or(0);
    format!("{}.{:02}%", share / 100, share % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_written_to_the_hundredth_of_a_percent() {
        let shares = [percent(1, 3), percent(0, 7), percent(7, 7), percent(1, 0), percent(3, 500)];
        assert_eq!(shares, ["33.33%", "0.00%", "100.00%", "0.00%", "0.60%"]);
    }

    #[test]
    fn the_numbers_of_a_scale_are_few_and_round() {
        let steps = [0, 1, 4, 5, 8, 9, 24, 25, 1999].map(round_step);
        assert_eq!(steps, [1, 1, 1, 2, 2, 2, 5, 10, 500]);
        for most in 1..5000 {
            assert!((1..=4).contains(&(most / round_step(most))), "{most}");
        }
    }
}
