//! Entries of the list of speakers, a page at a time.

use explore::{Choice, Entry, Query};
use yew::prelude::*;

use super::{description, years};
use crate::Site;
use crate::components::{counts, speaker_class};
use crate::hooks::{Navigator, focus_node, use_once};
use crate::routes::Route;

/// Entries that are shown at once. Each letter that is typed renders as many, which has to be done within a frame.
const PAGE: usize = 30;

/// Props of [`Listing`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ListingProps {
    /// The site that it is of.
    pub(super) site: Site,
    /// Where a choice goes.
    pub(super) navigator: Navigator,
    /// What is asked for.
    pub(super) query: Query,
    /// The address of the list: of another list the reader has seen nothing yet.
    pub(super) list: String,
    /// Whom it leaves, in order.
    pub(super) entries: Vec<Entry>,
}

/// The first entries, and the rest on demand. Without a script nobody can ask for the rest: until the app runs it is there,
/// by name alone.
#[component]
pub(super) fn Listing(props: &ListingProps) -> Html {
    let ListingProps { site, navigator, query, list, entries } = props;
    let words = &site.words().speakers;
    let corpus = site.corpus();
    let unfolded = use_state(|| (String::new(), PAGE));
    let shown = if unfolded.0 == *list { unfolded.1 } else { PAGE };
    let runs = use_state_eq(bool::default);
    let next = use_node_ref();
    {
        let runs = runs.clone();
        use_once(Box::new(move || {
            runs.set(true);
            Box::new(())
        }));
    }
    // Whoever asks for more goes on from the first that is new: the button may be gone.
    use_effect_with((*unfolded).clone(), {
        let next = next.clone();
        move |(_, shown)| {
            if *shown > PAGE {
                focus_node(&next);
            }
        }
    });
    let more = {
        let (unfolded, list) = (unfolded.clone(), list.clone());
        Callback::from(move |_: MouseEvent| unfolded.set((list.clone(), shown + PAGE)))
    };
    let (there, rest) = entries.split_at(entries.len().min(shown));
    let first_new = shown.saturating_sub(PAGE);
    html! {
        <>
            <ol class="list speakers">
                for (n, entry) in there.iter().enumerate() {
                    <li key={entry.speaker.0}>
                        { listed(*site, navigator, query, entry, if n == first_new { next.clone() } else { NodeRef::default() }) }
                    </li>
                }
            </ol>
            if !rest.is_empty() {
                <button type="button" class="more" onclick={more}>
                    { site.counted(rest.len().min(PAGE), words.show_more) }
                </button>
                if !*runs {
                    <details class="rest">
                        <summary>{ site.counted(rest.len(), words.the_rest) }</summary>
                        <ul>
                            for entry in rest {
                                <li>
                                    <a href={Route::Speaker(entry.speaker).path(corpus)}>{ corpus.speakers[entry.speaker.get()].name.as_str() }</a>
                                </li>
                            }
                        </ul>
                    </details>
                }
            }
        </>
    }
}

/// A speaker: who, how much he said on which side, when; and a box to compare him.
fn listed(site: Site, navigator: &Navigator, query: &Query, entry: &Entry, link: NodeRef) -> Html {
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
            <h3><a ref={link} class={speaker_class(speaker)} href={Route::Speaker(entry.speaker).path(corpus)}>{ speaker.name.as_str() }</a></h3>
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
