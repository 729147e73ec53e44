//! Collecting a statement: the button on its card, and what is said when something was done with the collection.

use corpus::StatementIx;
use explore::Change;
use yew::prelude::*;

use crate::Site;
use crate::hooks::Collecting;
use crate::routes::card_id;
use crate::tray::{Deed, Tray};
use crate::words::fill;

/// Props of [`Collect`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CollectProps {
    /// The site that it is of.
    pub(crate) site: Site,
    /// Which statement.
    pub(crate) statement: StatementIx,
}

/// Collects a statement, or takes it out again. Wherever a statement is shown it can stand beside it.
#[component]
pub(crate) fn Collect(props: &CollectProps) -> Html {
    let CollectProps { site, statement } = *props;
    let corpus = site.corpus();
    let words = site.words();
    let statement = &corpus.statements[statement.get()];
    let key = card_id(corpus, statement);
    let collecting = use_context::<Collecting>();
    let collected = collecting.as_ref().is_some_and(|it| it.collection().position(&key).is_some());
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(collecting) = &collecting {
            collecting.change(Change::Toggle(key.clone()));
        }
    });
    let speaker = corpus.speaker_of(statement).map_or(words.common.unnamed_speaker, |speaker| &speaker.name);
    let label = if collected { words.collection.collected } else { words.collection.collect };
    html! {
        <button type="button" class="collect" aria-pressed={collected.to_string()} aria-label={of(label, speaker)} {onclick}>
            { label }
        </button>
    }
}

/// The name of a control among many of its kind, whoever's statement it is for: `Collect: Ann Bell`.
pub(crate) fn of(label: &str, speaker: &str) -> String {
    [label, ": ", speaker].concat()
}

/// Tells whoever does not see it what was done with the collection: on every page the same element, so that it is heard.
pub(crate) fn announcement(site: Site, tray: &Tray) -> Html {
    html! { <p class="unseen" aria-live="polite" id="deed">{ told(site, tray) }</p> }
}

/// What was last done with the collection, in words.
pub(crate) fn told(site: Site, tray: &Tray) -> String {
    let words = &site.words().collection;
    let held = || site.counted(tray.collection.items().len(), site.words().common.statements);
    match &tray.deed {
        Deed::Nothing => String::new(),
        Deed::Collected => fill(words.was_collected, &[&held()]),
        Deed::Removed(_) => fill(words.was_removed, &[&held()]),
        Deed::Moved { to, .. } => fill(words.was_moved, &[&(to + 1), &tray.collection.items().len()]),
        Deed::Added => fill(words.was_added, &[&held()]),
        Deed::Full(left_out) => fill(words.was_full, &[&held(), &site.counted(*left_out, words.left_out)]),
        Deed::Cleared => words.was_cleared.into(),
        Deed::Restored => fill(words.was_restored, &[&held()]),
        Deed::Copied => words.was_copied.into(),
    }
}
