//! A list of speakers or articles. Of a long one the beginning is shown, more on demand, and the rest by name.

use yew::prelude::*;

use super::more;
use crate::Site;
use crate::hooks::{use_rest, use_unfolding};

/// Entries that are shown at first, and that are added at a time: some five screens. Each letter that is typed among
/// speakers renders as many, which has to be done within a frame.
const STEP: usize = 30;

/// Props of [`Entries`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct EntriesProps {
    /// The site that they are of.
    pub(crate) site: Site,
    /// Classes of the list.
    pub(crate) class: &'static str,
    /// What each is of, in order.
    pub(crate) ids: Vec<u32>,
    /// An entry; the link in its heading leads to what it is of.
    pub(crate) entry: Callback<u32, Html>,
    /// Its name alone, a link.
    pub(crate) name: Callback<u32, Html>,
    /// How many are left by name, counted.
    pub(crate) the_rest: &'static str,
}

/// The first entries and what shows the others. Their names can be searched in the browser once they are opened, and are all
/// there is for a reader without a script.
#[component]
pub(crate) fn Entries(props: &EntriesProps) -> Html {
    let EntriesProps { site, class, ids, entry, name, the_rest } = props;
    let unfolding = use_unfolding(ids, STEP, STEP, "h3 a");
    let folded = use_rest(&unfolding);
    let (there, rest) = ids.split_at(unfolding.shown);
    html! {
        <>
            <ol class={*class} ref={unfolding.list.clone()}>
                for id in there { <li key={*id}>{ entry.emit(*id) }</li> }
            </ol>
            { more(*site, &unfolding) }
            if !rest.is_empty() {
                <details class="rest" ref={folded.details} open={folded.is_open} ontoggle={folded.ontoggle}>
                    <summary>{ site.counted(rest.len(), the_rest) }</summary>
                    if folded.is_there {
                        <ul>
                            for id in rest { <li>{ name.emit(*id) }</li> }
                        </ul>
                    }
                </details>
            }
        </>
    }
}
