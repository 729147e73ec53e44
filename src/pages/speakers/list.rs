//! Entries of the list of speakers.

use corpus::SpeakerIx;
use explore::{Choice, Entry, Query};
use yew::prelude::*;

use super::{description, years};
use crate::Site;
use crate::components::{Entries, counts, speaker_class};
use crate::hooks::Navigator;
use crate::routes::Route;

/// Those whom a query leaves, in order.
pub(super) fn listing(site: Site, navigator: &Navigator, query: &Query, entries: Vec<Entry>) -> Html {
    let corpus = site.corpus();
    let ids: Vec<u32> = entries.iter().map(|entry| entry.speaker.0).collect();
    let entry = {
        let (navigator, query) = (navigator.clone(), query.clone());
        Callback::from(move |id| {
            let entry = entries.iter().find(|entry| entry.speaker.0 == id);
            html! { if let Some(entry) = entry { { listed(site, &navigator, &query, entry) } } }
        })
    };
    let name = Callback::from(move |id| {
        let ix = SpeakerIx(id);
        html! { <a href={Route::Speaker(ix).path(site)}>{ corpus.speakers[ix.get()].name.as_str() }</a> }
    });
    html! { <Entries {site} class="list speakers" {ids} {entry} {name} the_rest={site.words().speakers.the_rest} /> }
}

/// A speaker: who, how much he said on which side, when; and a box to compare him.
fn listed(site: Site, navigator: &Navigator, query: &Query, entry: &Entry) -> Html {
    let corpus = site.corpus();
    let words = &site.words().speakers;
    let speaker = &corpus.speakers[entry.speaker.get()];
    let choice = Choice::Speaker(entry.speaker);
    let tick = {
        let navigator = navigator.clone();
        Callback::from(move |_: Event| navigator.ask(|query| query.toggled(choice)))
    };
    html! {
        <>
            <h3><a class={speaker_class(speaker)} href={Route::Speaker(entry.speaker).path(site)}>{ speaker.name.as_str() }</a></h3>
            <p class="imprint">
                <span class="description">{ description(site, speaker) }{ "," }</span>{ " " }
                { site.counted(entry.said(), site.words().common.statements) }
                if let Some(heard) = entry.heard { { ", " }{ years(site, heard) } }
            </p>
            { counts(site, &entry.counts) }
            if entry.changes > 0 { <p class="imprint">{ site.counted(entry.changes, words.changes) }</p> }
            <label class="choice tick">
                <input type="checkbox" checked={query.has(choice)} onchange={tick} />
                <span>{ words.tick }<span class="unseen">{ " " }{ speaker.name.as_str() }</span></span>
            </label>
        </>
    }
}
