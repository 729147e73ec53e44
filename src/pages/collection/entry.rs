//! One item of a collection: the statement's card, the reader's note, and what moves it.

use explore::{Change, Item, MOST_NOTE};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{Found, on_click};
use crate::Site;
use crate::components::{Card, of};
use crate::hooks::Collecting;
use crate::words::fill;

/// The buttons of an item, as their ids call them.
pub(super) const UP: &str = "up";
pub(super) const DOWN: &str = "down";
pub(super) const REMOVE: &str = "remove";

/// The id of a button of an item.
pub(super) fn button_id(button: &str, key: &str) -> String {
    [button, "-", key].concat()
}

/// An item of the reader's own.
pub(super) fn entry(site: Site, collecting: &Collecting, n: usize, found: &Found<'_>) -> Html {
    let item = found.item;
    let words = &site.words().collection;
    let last = collecting.collection().items().len() - 1;
    let name = speaker(site, found);
    let button = |id: &str, label: &'static str, is_in_vain: bool, change: fn(String) -> Change| {
        let key = item.key.clone();
        let onclick = on_click(collecting, move |it| it.change(change(key.clone())));
        // One that does nothing keeps the focus, which a disabled one would lose.
        html! {
            <button type="button" id={button_id(id, &item.key)} aria-disabled={is_in_vain.then_some("true")}
                aria-label={of(label, &name)} {onclick}>
                { label }
            </button>
        }
    };
    let oninput = {
        let (collecting, key) = (collecting.clone(), item.key.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
                collecting.change(Change::Note(key.clone(), field.value()));
            }
        })
    };
    let note_id = button_id("note", &item.key);
    html! {
        <>
            { number(site, n) }
            { statement(site, found) }
            <div class="note on-screen">
                <label for={note_id.clone()}>{ words.note }</label>
                <textarea id={note_id} aria-label={of(words.note, &name)} rows="2" maxlength={MOST_NOTE.to_string()} value={item.note.clone()} {oninput} />
            </div>
            <div class="tools on-screen">
                { button(UP, words.up, n == 0, Change::Up) }
                { button(DOWN, words.down, n == last, Change::Down) }
                { button(REMOVE, words.remove, false, Change::Remove) }
            </div>
            { written(site, item, Some("on-paper")) }
        </>
    }
}

/// An item that somebody else collected.
pub(super) fn shared_entry(site: Site, n: usize, found: &Found<'_>) -> Html {
    html! {
        <>
            { number(site, n) }
            { statement(site, found) }
            { written(site, found.item, None) }
        </>
    }
}

fn number(site: Site, n: usize) -> Html {
    html! { <p class="place">{ site.locale().number(n + 1) }{ "." }</p> }
}

/// The note as text, told from the statement's words.
fn written(site: Site, item: &Item, class: Option<&'static str>) -> Html {
    html! {
        if !item.note.is_empty() {
            <div class={classes!("noted", class)}>
                <p class="hint">{ site.words().collection.noted }</p>
                <p class="written" dir="auto">{ item.note.clone() }</p>
            </div>
        }
    }
}

/// The card; or that this site does not have the statement.
fn statement(site: Site, found: &Found<'_>) -> Html {
    match found.statement {
        Some(statement) => html! { <Card {site} {statement} /> },
        None => html! { <p class="gone">{ fill(site.words().collection.gone, &[&found.item.key]) }</p> },
    }
}

/// Who says it: what tells the buttons of one item from those of another.
fn speaker(site: Site, found: &Found<'_>) -> String {
    let corpus = site.corpus();
    match found.statement.map(|ix| corpus.speaker_of(&corpus.statements[ix.get()])) {
        Some(Some(speaker)) => speaker.name.to_string(),
        Some(None) => site.words().common.unnamed_speaker.into(),
        None => found.item.key.clone(),
    }
}
