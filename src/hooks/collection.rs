//! The collection as the browser keeps it, from visit to visit and from one tab to another.

use explore::{Change, Collection};
use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;
use yew::prelude::*;

use super::{address, storage, use_once};
use crate::tray::{Action, Tray};

/// The state of the collection and the means to change it. Pages and cards take it from the context.
#[derive(Clone, PartialEq)]
pub(crate) struct Collecting {
    tray: UseReducerHandle<Tray>,
}

impl Collecting {
    /// The state.
    pub(crate) fn tray(&self) -> &Tray {
        &self.tray
    }

    /// What is collected.
    pub(crate) fn collection(&self) -> &Collection {
        &self.tray.collection
    }

    /// Changes it.
    pub(crate) fn change(&self, change: Change) {
        self.catch_up();
        self.tray.dispatch(Action::Change(change));
    }

    /// Brings back what was taken out last.
    pub(crate) fn undo(&self) {
        // What another page has changed since is not undone along with it: there is then nothing to bring back.
        self.catch_up();
        self.tray.dispatch(Action::Undo);
    }

    /// Says that a link to it was copied.
    pub(crate) fn copied(&self) {
        self.tray.dispatch(Action::Copied);
    }

    /// A page that the browser had put aside has not heard what others changed meanwhile, and would undo it.
    fn catch_up(&self) {
        if self.tray.loaded && !self.tray.fleeting {
            self.tray.dispatch(Action::Load(kept()));
        }
    }
}

/// The collection of this site, kept up to date. Empty while prerendering and in the first render in the browser, so that
/// the two agree.
#[hook]
pub(crate) fn use_collecting() -> Collecting {
    let tray = use_reducer(Tray::default);

    {
        let dispatcher = tray.dispatcher();
        use_once(Box::new(move || {
            dispatcher.dispatch(Action::Load(kept()));
            let elsewhere = EventListener::new(&window(), "storage", move |event| {
                // Without a key everything was forgotten.
                let changed = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
                if changed.is_none_or(|changed| changed == storage::key(&name())) {
                    dispatcher.dispatch(Action::Load(kept()));
                }
            });
            Box::new(elsewhere)
        }));
    }

    {
        let dispatcher = tray.dispatcher();
        use_effect_with((tray.loaded, tray.collection.clone()), move |(loaded, collection)| {
            if *loaded {
                dispatcher.dispatch(Action::Keep(keep(collection)));
            }
        });
    }

    Collecting { tray }
}

fn kept() -> Collection {
    storage::read(&name()).map(|text| Collection::parse(&text)).unwrap_or_default()
}

/// Keeps a collection; whether the browser does.
fn keep(collection: &Collection) -> bool {
    if collection.is_empty() { storage::remove(&name()) } else { storage::write(&name(), &collection.to_text()) }
}

/// Two sites in two folders of a host have a collection each.
fn name() -> String {
    let mut name = String::from("collection:");
    name.push_str(&address::base_path());
    name
}
