//! The range as two sliders and two fields to type in: what the keyboard has in place of dragging.

use std::rc::Rc;

use corpus::PartialDate;
use explore::Query;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Course, asked, period_name};
use crate::Site;
use crate::hooks::{Gesture, Navigator};

/// One of the ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    From,
    To,
}

/// What was typed and cannot be taken.
#[derive(Clone, PartialEq)]
struct Refused {
    end: End,
    typed: AttrValue,
    /// What the query was then: once another range is asked for, however, nothing is wrong any more.
    query: Query,
    why: Fault,
}

/// Why something that was typed is no end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// Not a year, month or day.
    NoDate,
    /// The first day would come after the last.
    Reversed,
}

/// The form; like the plot a part of its page.
#[hook]
pub(super) fn use_range_form(site: Site, navigator: &Navigator, query: &Query, course: &Rc<Course>) -> Html {
    let words = &site.words().timeline;
    let refused = use_state_eq(|| None::<Refused>);
    let gesture: Gesture = use_mut_ref(|| None);
    let periods = &course.periods;
    let n = periods.list.len();
    let within = periods.within(query.from, query.to);
    let places = (
        within.start.min(n.saturating_sub(1)),
        within.end.saturating_sub(1).max(within.start).min(n.saturating_sub(1)),
    );
    let wrong = (*refused).as_ref().filter(|refused| refused.query == *query);

    let slide = |end: End| {
        let (navigator, gesture, course) = (navigator.clone(), gesture.clone(), course.clone());
        Callback::from(move |event: InputEvent| {
            let value =
                event.target_dyn_into::<HtmlInputElement>().and_then(|input| input.value().parse::<usize>().ok());
            let Some(value) = value else { return };
            let (from, to) = match end {
                End::From => (value, places.1.max(value)),
                End::To => (places.0.min(value), value),
            };
            let query = navigator.query();
            let mut asked = asked(&course.periods, &query, from, to);
            // The other end stays as it was typed, or open, unless it is pushed along.
            match end {
                End::From if to == places.1 => asked.to = query.to,
                End::To if from == places.0 => asked.from = query.from,
                End::From | End::To => {}
            }
            navigator.ask_within(&gesture, asked);
        })
    };
    let type_in = |end: End| {
        let (navigator, refused) = (navigator.clone(), refused.clone());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let query = navigator.query();
            match typed(&query, end, &input.value()) {
                Ok(asked) => {
                    refused.set(None);
                    navigator.ask(|_| asked);
                }
                Err(why) => refused.set(Some(Refused { end, typed: input.value().into(), query, why })),
            }
        })
    };
    let all = {
        let (navigator, refused) = (navigator.clone(), refused.clone());
        Callback::from(move |_: MouseEvent| {
            refused.set(None);
            navigator.ask(|query| Query { from: None, to: None, ..query.clone() });
        })
    };
    let leave = {
        let gesture = gesture.clone();
        Callback::from(move |_: FocusEvent| *gesture.borrow_mut() = None)
    };

    let ends = [
        (End::From, "from", words.from, words.from_slider, query.from, places.0),
        (End::To, "to", words.to, words.to_slider, query.to, places.1),
    ];
    html! {
        <form class="stretch" aria-label={words.range} onsubmit={|event: SubmitEvent| event.prevent_default()}>
            for (end, id, label, slider, date, place) in ends {
                <div class="end">
                    <label for={id}>{ label }</label>
                    <input {id} type="text" autocomplete="off" spellcheck="false" size="10" placeholder={bound(course, end)}
                        value={value(wrong, end, date)} onchange={type_in(end)}
                        aria-invalid={wrong.is_some_and(|wrong| wrong.end == end).then_some("true")}
                        aria-describedby="span-hint span-wrong" />
                    <input class="slider" type="range" min="0" max={n.saturating_sub(1).to_string()} value={place.to_string()}
                        aria-label={slider}
                        aria-valuetext={periods.list.get(place).map(|period| period_name(site, periods.step, period))}
                        oninput={slide(end)} onblur={leave.clone()} />
                </div>
            }
            <button type="button" class="do" onclick={all}>{ words.whole_time }</button>
            <p class="hint" id="span-hint">{ words.hint }</p>
            <p class="wrong" id="span-wrong" role="status">{ wrong.map(|wrong| fault(site, wrong.why)) }</p>
        </form>
    }
}

/// The query with what was typed for an end of its range.
fn typed(query: &Query, end: End, text: &str) -> Result<Query, Fault> {
    let date = match text.trim() {
        "" => None,
        text => Some(text.parse::<PartialDate>().map_err(|_| Fault::NoDate)?),
    };
    let (from, to) = match end {
        End::From => (date, query.to),
        End::To => (query.from, date),
    };
    let is_reversed = from.zip(to).is_some_and(|(from, to)| from.first() > to.last());
    if is_reversed { Err(Fault::Reversed) } else { Ok(Query { from, to, ..query.clone() }) }
}

/// What stands in a field: what was typed and refused, or else what is asked for.
fn value(wrong: Option<&Refused>, end: End, date: Option<PartialDate>) -> AttrValue {
    match wrong {
        Some(wrong) if wrong.end == end => wrong.typed.clone(),
        _ => date.map(|date| date.to_string()).unwrap_or_default().into(),
    }
}

/// The end of all of the time, as it would be typed.
fn bound(course: &Course, end: End) -> Option<String> {
    let list = &course.periods.list;
    match end {
        End::From => list.first().map(|period| period.from.to_string()),
        End::To => list.last().map(|period| period.to.to_string()),
    }
}

fn fault(site: Site, why: Fault) -> &'static str {
    match why {
        Fault::NoDate => site.words().timeline.no_date,
        Fault::Reversed => site.words().timeline.reversed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_a_range_or_says_why_not() {
        let query = Query { from: "2014".parse().ok(), to: "2016-03".parse().ok(), ..Query::default() };
        let ends =
            |query: Query| [query.from, query.to].map(|date| date.map(|date| date.to_string()).unwrap_or_default());
        for (end, text, expected) in [
            (End::From, " 2015-02 ", Ok(["2015-02", "2016-03"])),
            (End::From, "", Ok(["", "2016-03"])),
            (End::To, "2014-01-01", Ok(["2014", "2014-01-01"])),
            (End::To, "2013", Err(Fault::Reversed)),
            (End::From, "2016-04", Err(Fault::Reversed)),
            (End::From, "2016-03-31", Ok(["2016-03-31", "2016-03"])),
            (End::From, "March 2015", Err(Fault::NoDate)),
            (End::To, "2015-13", Err(Fault::NoDate)),
            (End::To, "２０１５", Err(Fault::NoDate)),
        ] {
            assert_eq!(typed(&query, end, text).map(ends), expected.map(|ends| ends.map(String::from)), "{text}");
        }
    }
}
