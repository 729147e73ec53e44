//! What narrows the arguments besides facets: a stretch of time, and how sure their side must be.

use corpus::PartialDate;
use explore::{Query, STEPS};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::in_words::certainty;
use crate::Site;
use crate::hooks::{Gesture, Navigator};
use crate::routes::{Location, Route};
use crate::words::fill;

/// The first and the last day, typed as far as they matter.
#[hook]
pub(super) fn use_time(site: Site, navigator: &Navigator, query: &Query) -> Html {
    let words = &site.words().sides;
    let wrong = use_state(|| None::<String>);
    let set = |change: fn(&mut Query, Option<PartialDate>)| {
        let (navigator, wrong) = (navigator.clone(), wrong.clone());
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let typed = input.value();
            match (typed.trim().is_empty(), typed.trim().parse()) {
                (false, Err(_)) => wrong.set(Some(typed)),
                (_, date) => {
                    wrong.set(None);
                    navigator.ask(|query| {
                        let mut query = query.clone();
                        change(&mut query, date.ok());
                        query
                    });
                }
            }
        })
    };
    let shown = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let timeline = Location::asking(Route::Timeline, query.clone()).address(site);
    html! {
        <fieldset class="time">
            <legend>{ words.time }</legend>
            <label>{ words.from }<input type="text" size="10" value={shown(query.from)} aria-describedby="time-hint"
                onchange={set(|query, date| query.from = date)} /></label>
            <label>{ words.to }<input type="text" size="10" value={shown(query.to)} aria-describedby="time-hint"
                onchange={set(|query, date| query.to = date)} /></label>
            <p class="hint" id="time-hint" role="status">
                if let Some(wrong) = &*wrong { { fill(words.date_wrong, &[wrong]) } } else { { words.date_hint } }
            </p>
            <a href={timeline}>{ words.on_timeline }</a>
        </fieldset>
    }
}

/// A slider from every argument to the surest; `sure` is how sure a side must be now, in hundredths of a point.
#[hook]
pub(super) fn use_surety(site: Site, navigator: &Navigator, sure: u16) -> Html {
    let words = &site.words().sides;
    let sliding: Gesture = use_mut_ref(|| None);
    let step = STEPS.iter().rposition(|step| *step <= sure).unwrap_or_default();
    let meaning = certainty(site, sure);
    let slide = {
        let navigator = navigator.clone();
        Callback::from(move |event: InputEvent| {
            let value =
                event.target_dyn_into::<HtmlInputElement>().and_then(|input| input.value().parse::<usize>().ok());
            let Some(sure) = value.and_then(|step| STEPS.get(step).copied()) else { return };
            navigator.ask_within(&sliding, Query { sure, ..navigator.query() });
        })
    };
    html! {
        <fieldset class="certainty">
            <legend>{ words.certainty }</legend>
            <input type="range" min="0" max={(STEPS.len() - 1).to_string()} step="1" value={step.to_string()} oninput={slide}
                aria-label={words.certainty} aria-valuetext={meaning} />
            <output>{ meaning }</output>
        </fieldset>
    }
}
