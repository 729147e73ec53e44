//! Reporting a mistake: what a reader holds to be wrong becomes an entry for the article's file of corrections.

use corpus::{Position, StatementIx, ThemeIx};
use explore::{Mistake, entry, sidecar};
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::side_name;
use crate::Site;
use crate::hooks::clipboard;
use crate::routes::card_id;
use crate::words::fill;

/// A report that is being made on a card, whether it is shown or not.
pub(super) struct Reporting {
    draft: UseStateHandle<Draft>,
    /// The entry that was to be copied, and whether it was. Once the reader has changed it, that says nothing.
    copied: UseStateHandle<Option<(String, bool)>>,
    output: NodeRef,
}

/// What the reader has said so far.
#[derive(Clone, PartialEq)]
struct Draft {
    kind: Kind,
    speaker: String,
    position: Position,
    themes: Vec<ThemeIx>,
    reason: String,
}

/// What is wrong.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Speaker,
    Side,
    Themes,
    NoArgument,
    Words,
}

const KINDS: [Kind; 5] = [Kind::Side, Kind::Speaker, Kind::Themes, Kind::NoArgument, Kind::Words];

/// A report on a statement, before the reader has said anything.
#[hook]
pub(super) fn use_reporting(site: Site, ix: StatementIx) -> Reporting {
    let corpus = site.corpus();
    let statement = &corpus.statements[ix.get()];
    let draft = use_state(|| Draft {
        kind: Kind::Side,
        speaker: String::new(),
        // The first position that it does not have.
        position: corpus.positions().find(|position| *position != statement.position()).unwrap_or(Position::Neither),
        themes: statement.themes.clone(),
        reason: String::new(),
    });
    Reporting { draft, copied: use_state(|| None), output: use_node_ref() }
}

/// A form that makes an entry and copies it. Nothing is sent anywhere: a page like this has nobody to send it to.
pub(super) fn report(site: Site, ix: StatementIx, reporting: &Reporting) -> Html {
    let corpus = site.corpus();
    let words = &site.words().why;
    let statement = &corpus.statements[ix.get()];
    let Reporting { draft, copied, output } = reporting;
    let reason = if draft.reason.trim().is_empty() { words.no_reason } else { &draft.reason };
    let entry = entry(corpus, statement, &draft.mistake(), reason);
    let id = card_id(corpus, statement);
    let oncopy = {
        let (output, tried, text) = (output.clone(), copied.clone(), entry.clone().unwrap_or_default());
        move |_: MouseEvent| {
            let (output, tried, entry) = (output.clone(), tried.clone(), text.clone());
            let done = move |copied: bool| {
                if let Some(output) = output.cast::<HtmlTextAreaElement>().filter(|_| !copied) {
                    let _ = output.focus();
                    output.select();
                }
                tried.set(Some((entry.clone(), copied)));
            };
            clipboard::copy(text.clone(), done.into());
        }
    };
    let told = match &**copied {
        Some((tried, copied)) if entry.as_ref() == Some(tried) => {
            if *copied {
                words.copied
            } else {
                words.not_copied
            }
        }
        _ => "",
    };
    html! {
        <details class="report">
            <summary>{ words.report }</summary>
            <p class="hint">{ fill(words.how_to_report, &[&sidecar(corpus.article_of(statement))]) }</p>
            <label>
                { words.what_is_wrong }
                <select onchange={changes(draft, |draft, select: HtmlSelectElement| {
                    draft.kind = usize::try_from(select.selected_index()).ok().and_then(|n| KINDS.get(n).copied()).unwrap_or(draft.kind);
                })}>
                    for kind in KINDS {
                        <option selected={kind == draft.kind}>{ name(site, kind) }</option>
                    }
                </select>
            </label>
            { right(site, draft, statement.position(), &id) }
            <label>
                { words.why_wrong }
                <input type="text" value={draft.reason.clone()}
                    oninput={changes(draft, |draft, input: HtmlInputElement| draft.reason = input.value())} />
            </label>
            if let Some(entry) = &entry {
                <label>
                    { words.entry }
                    <textarea ref={output.clone()} readonly=true rows="8" spellcheck="false" dir="ltr" value={entry.clone()} />
                </label>
                <p><button type="button" onclick={oncopy}>{ words.copy }</button></p>
            } else {
                <p class="hint">{ words.say_who }</p>
            }
            <p role="status">{ told }</p>
        </details>
    }
}

impl Draft {
    fn mistake(&self) -> Mistake {
        match self.kind {
            Kind::Speaker => Mistake::Speaker(self.speaker.clone()),
            Kind::Side => Mistake::Side(self.position),
            Kind::Themes => Mistake::Themes(self.themes.clone()),
            Kind::NoArgument => Mistake::NoArgument,
            Kind::Words => Mistake::Words,
        }
    }
}

/// What is done when the reader changes something of a form.
fn changes<T, E>(draft: &UseStateHandle<Draft>, change: impl Fn(&mut Draft, E) + 'static) -> Callback<T>
where
    T: AsRef<Event>,
    E: AsRef<EventTarget> + JsCast,
{
    let draft = draft.clone();
    Callback::from(move |event: T| {
        if let Some(element) = event.as_ref().target_dyn_into::<E>() {
            let mut changed = (*draft).clone();
            change(&mut changed, element);
            draft.set(changed);
        }
    })
}

/// What would be right, as far as that can be said.
fn right(site: Site, draft: &UseStateHandle<Draft>, now: Position, id: &str) -> Html {
    let corpus = site.corpus();
    let words = &site.words().why;
    match draft.kind {
        Kind::Speaker => html! {
            <label>
                { words.who_speaks }
                <input type="text" value={draft.speaker.clone()}
                    oninput={changes(draft, |draft, input: HtmlInputElement| draft.speaker = input.value())} />
            </label>
        },
        Kind::Side => html! {
            <fieldset>
                <legend>{ words.which_side }</legend>
                for position in corpus.positions().filter(|position| *position != now) {
                    <label class="choice">
                        <input type="radio" name={format!("side-{id}")} checked={draft.position == position}
                            onchange={changes(draft, move |draft, _: HtmlInputElement| draft.position = position)} />
                        { side_name(site, position) }
                    </label>
                }
            </fieldset>
        },
        Kind::Themes => html! {
            <fieldset>
                <legend>{ words.which_themes }</legend>
                for (n, theme) in corpus.debate.themes.iter().enumerate() {
                    <label class="choice">
                        <input type="checkbox" checked={draft.themes.contains(&ThemeIx::new(n))}
                            onchange={changes(draft, move |draft, input: HtmlInputElement| {
                                draft.themes.retain(|theme| *theme != ThemeIx::new(n));
                                draft.themes.extend(input.checked().then(|| ThemeIx::new(n)));
                            })} />
                        { theme.label.as_str() }
                    </label>
                }
            </fieldset>
        },
        Kind::NoArgument | Kind::Words => html! {},
    }
}

fn name(site: Site, kind: Kind) -> &'static str {
    let words = &site.words().why;
    match kind {
        Kind::Speaker => words.wrong_speaker,
        Kind::Side => words.wrong_side,
        Kind::Themes => words.wrong_themes,
        Kind::NoArgument => words.no_argument,
        Kind::Words => words.wrong_words,
    }
}
