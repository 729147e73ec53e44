//! A field that adds a speaker to those who are compared.

use corpus::SpeakerIx;
use explore::{Choice, Query, Search};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::hooks::Navigator;
use crate::pages::speakers::only_speakers;
use crate::{Site, words};

/// Props of [`AddSpeaker`].
#[derive(PartialEq, Properties)]
pub(super) struct AddSpeakerProps {
    /// The site that it is of.
    pub(super) site: Site,
    /// Where the choice goes.
    pub(super) navigator: Navigator,
    /// Who is compared already.
    pub(super) query: Query,
}

/// Whom a typed name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    One(SpeakerIx),
    Several(usize),
    Nobody,
}

/// The field with its button. Names are offered once it is used: there may be thousands.
#[component]
pub(super) fn AddSpeaker(props: &AddSpeakerProps) -> Html {
    let AddSpeakerProps { site, navigator, query } = props;
    let site = *site;
    let words = &site.words().speakers;
    let in_use = use_state_eq(bool::default);
    let said = use_state_eq(AttrValue::default);
    let field = use_node_ref();

    let offer = {
        let in_use = in_use.clone();
        Callback::from(move |_: FocusEvent| in_use.set(true))
    };
    let add = {
        let (navigator, said, field) = (navigator.clone(), said.clone(), field.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = field.cast::<HtmlInputElement>() else { return };
            let typed = input.value();
            let words = &site.words().speakers;
            let query = navigator.query();
            said.set(match found(site, &typed) {
                _ if typed.trim().is_empty() => words.type_a_name.into(),
                Found::One(ix) if query.has(Choice::Speaker(ix)) => {
                    words::fill(words.already, &[&site.label(Choice::Speaker(ix))]).into()
                }
                Found::One(ix) => {
                    input.set_value("");
                    navigator.ask(|query| only_speakers(query).toggled(Choice::Speaker(ix)));
                    words::fill(words.added, &[&site.label(Choice::Speaker(ix))]).into()
                }
                Found::Several(n) => site.counted(n, words.several).into(),
                Found::Nobody => words::fill(words.nobody, &[&typed.trim()]).into(),
            });
        })
    };
    let offered = || site.explorer().speakers().filter(|ix| !query.has(Choice::Speaker(*ix)));
    html! {
        <form class="controls add" onsubmit={add}>
            <div class="search">
                <label for="speaker">{ words.add }</label>
                <input id="speaker" ref={field} type="text" list="speaker-names" autocomplete="off" spellcheck="false"
                    onfocus={offer} aria-describedby="added" />
                <datalist id="speaker-names">
                    if *in_use {
                        for ix in offered() { <option value={site.label(Choice::Speaker(ix)).into_owned()} /> }
                    }
                </datalist>
            </div>
            <button type="submit" class="do">{ words.add_button }</button>
            <p class="hint" id="added" role="status">{ (*said).clone() }</p>
        </form>
    }
}

/// The speaker who is called so, whatever the case, or else the only one whom a search finds.
fn found(site: Site, typed: &str) -> Found {
    let named = typed.trim().to_lowercase();
    let speakers = &site.corpus().speakers;
    if let Some(n) = speakers.iter().position(|speaker| speaker.name.to_lowercase() == named) {
        return Found::One(SpeakerIx::new(n));
    }
    let search = Search::of_names(typed);
    let fitting: Vec<SpeakerIx> = site.explorer().speakers().filter(|ix| site.explorer().names(*ix, &search)).collect();
    match fitting.as_slice() {
        [] => Found::Nobody,
        [only] => Found::One(*only),
        several => Found::Several(several.len()),
    }
}
