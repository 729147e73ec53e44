//! What a reader has collected: to put in order, to write notes to, to print, to share.

mod entry;
mod sources;

use corpus::StatementIx;
use explore::{Change, Collection, Item};
use yew::prelude::*;

use self::entry::{entry, shared_entry};
use self::sources::sources;
use crate::Site;
use crate::components::{takeaway, told};
use crate::hooks::{Collecting, Navigator, absolute, copy, focus_on, print, select};
use crate::routes::{Location, Route};
use crate::tray::{Deed, Tray};
use crate::view::Place;
use crate::words::Words;

/// Props of [`Collected`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CollectedProps {
    /// The site that it is of.
    pub(crate) site: Site,
    /// Where the reader goes after he has added what was shared.
    pub(crate) navigator: Navigator,
    /// What the address carries behind `#`: the collection that somebody shares, or nothing.
    pub(crate) fragment: String,
}

/// The ids of the heading, of the button that undoes and of the field with the link.
const HEADING: &str = "collected";
const UNDO: &str = "undo";
const LINK: &str = "link";

/// The reader's collection, or the one that a link carries, beside which his own stays as it is.
#[component]
pub(crate) fn Collected(props: &CollectedProps) -> Html {
    let CollectedProps { site, navigator, fragment } = props;
    let collecting = use_context::<Collecting>();
    // Whether the link is shown, as it could not be copied.
    let shows_link = use_state_eq(bool::default);
    use_focus_after_deeds(collecting.as_ref().map(Collecting::tray));
    use_effect_with(*shows_link, |shows_link| {
        if *shows_link {
            select(LINK);
        }
    });
    // Before the browser's storage was read nothing is known of either.
    let loaded = collecting.as_ref().map(Collecting::tray).filter(|tray| tray.loaded);
    let shared = loaded.map(|_| Collection::parse(fragment)).filter(|shared| !shared.is_empty());
    let is_own = shared.is_some() && shared.as_ref() == loaded.map(|tray| &tray.collection);
    // What the link brings is the reader's own: without it the page remains his when he goes on working at it.
    use_effect_with((is_own, navigator.clone()), |(is_own, navigator)| {
        if *is_own {
            navigator.replace(Location::of(Route::Collection));
        }
    });
    let Some(collecting) = &collecting else { return html! {} };

    let tray = collecting.tray();
    let words = site.words();
    if let Some(shared) = shared.filter(|_| !is_own) {
        return shared_page(*site, collecting, navigator, shared);
    }
    let found = found(*site, &tray.collection);
    html! {
        <div class="page collection">
            { title(words, words.collection.heading) }
            <p class="lead on-screen">{ kept(words, tray) }</p>
            <p class="unscripted">{ words.collection.unscripted }</p>
            if !tray.collection.is_empty() { { tools(*site, collecting, &shows_link) } }
            <p class={classes!("deed", "on-screen", tray.before.is_some().then_some("undoable"))}>
                { told(*site, tray) }
                if tray.before.is_some() {
                    { " " }
                    <button type="button" class="plain" id={UNDO} onclick={on_click(collecting, Collecting::undo)}>
                        { words.collection.undo }
                    </button>
                }
            </p>
            { takeaway(*site, found.iter().filter_map(|found| found.statement).collect(), Vec::new(), words.collection.heading) }
            if tray.collection.is_empty() {
                <p class="none-yet">{ words.collection.empty }</p>
            } else {
                <h2 class="unseen">{ site.words().collection.statements }</h2>
                <ol class="entries">
                    for (n, found) in found.iter().enumerate() {
                        <li key={found.item.key.as_str()} class="entry">{ entry(*site, collecting, n, found) }</li>
                    }
                </ol>
                { sources(*site, &found) }
            }
        </div>
    }
}

/// An item, and which statement of the corpus it is, looked for once.
#[derive(Clone, Copy)]
struct Found<'a> {
    item: &'a Item,
    statement: Option<StatementIx>,
}

fn found(site: Site, collection: &Collection) -> Vec<Found<'_>> {
    collection.items().iter().map(|item| Found { item, statement: item.statement(site.corpus()) }).collect()
}

/// Whose collection it is; on paper, in whoever's hands, only that it is one.
fn title(words: &Words, heading: &'static str) -> Html {
    html! {
        <h1 id={HEADING} tabindex="-1">
            <span class="on-screen">{ heading }</span>
            <span class="on-paper">{ words.collection.handout }</span>
        </h1>
    }
}

/// Whether it outlives this page.
fn kept(words: &Words, tray: &Tray) -> &'static str {
    if tray.fleeting { words.collection.fleeting } else { words.collection.kept }
}

/// Printing, sharing, clearing.
fn tools(site: Site, collecting: &Collecting, shows_link: &UseStateHandle<bool>) -> Html {
    let words = &site.words().collection;
    let address = {
        let fragment = collecting.collection().to_text();
        absolute(&Location::place(Route::Collection, fragment).address(site))
    };
    let share = {
        let (shows_link, collecting, address) = (shows_link.clone(), collecting.clone(), address.clone());
        Callback::from(move |_: MouseEvent| {
            let (shows_link, collecting) = (shows_link.clone(), collecting.clone());
            let done = Callback::from(move |copied: bool| {
                shows_link.set(!copied);
                if copied {
                    collecting.copied();
                } else {
                    // Where it was shown before.
                    select(LINK);
                }
            });
            copy(address.clone(), done);
        })
    };
    html! {
        <div class="tools on-screen">
            <button type="button" onclick={|_: MouseEvent| print()}>{ words.print }</button>
            <button type="button" onclick={share} aria-describedby="link-hint">{ words.share }</button>
            <button type="button" onclick={on_click(collecting, |it| it.change(Change::Clear))}>{ words.clear }</button>
            <p class="hint" id="link-hint">{ words.share_hint }</p>
            if **shows_link {
                <p class="link">
                    <label for={LINK}>{ words.link }</label>
                    <input id={LINK} readonly={true} value={address} />
                </p>
            }
        </div>
    }
}

/// What somebody else has collected.
fn shared_page(site: Site, collecting: &Collecting, navigator: &Navigator, shared: Collection) -> Html {
    let words = &site.words().collection;
    let own = Location::of(Route::Collection);
    let found = found(site, &shared);
    let add = {
        let (collecting, navigator, own, shared) = (collecting.clone(), navigator.clone(), own.clone(), shared.clone());
        Callback::from(move |_: MouseEvent| {
            collecting.change(Change::Add(shared.clone()));
            navigator.show(own.clone(), Place::Start);
        })
    };
    html! {
        <div class="page collection">
            { title(site.words(), words.shared_heading) }
            <p class="lead on-screen">{ words.shared }</p>
            <div class="tools on-screen">
                <button type="button" onclick={add}>{ words.add }</button>
                <button type="button" onclick={|_: MouseEvent| print()}>{ words.print }</button>
                <a href={own.address(site)}>{ words.show_own }</a>
            </div>
            <h2 class="unseen">{ words.statements }</h2>
            <ol class="entries">
                for (n, found) in found.iter().enumerate() {
                    <li key={found.item.key.as_str()} class="entry">{ shared_entry(site, n, found) }</li>
                }
            </ol>
            { sources(site, &found) }
        </div>
    }
}

fn on_click(collecting: &Collecting, deed: impl Fn(&Collecting) + 'static) -> Callback<MouseEvent> {
    let collecting = collecting.clone();
    Callback::from(move |_| deed(&collecting))
}

/// What moves takes the focus along; where what had it is gone, the next in line has it.
#[hook]
fn use_focus_after_deeds(tray: Option<&Tray>) {
    let deeds = tray.map_or(0, |tray| tray.deeds);
    // What was done on another page moves nothing on this one.
    let seen = use_mut_ref(|| deeds);
    let target = tray.and_then(focus_after);
    use_effect_with(deeds, move |deeds| {
        if seen.replace(*deeds) != *deeds
            && let Some(id) = target
        {
            focus_on(&id);
        }
    });
}

/// The id of what has the focus after the last deed, if that moves it.
fn focus_after(tray: &Tray) -> Option<String> {
    let items = tray.collection.items();
    let of = |button: &str, at: usize| items.get(at).map(|item| entry::button_id(button, &item.key));
    match tray.deed {
        Deed::Moved { to, up } => of(if up { entry::UP } else { entry::DOWN }, to),
        Deed::Removed(at) => {
            let next = of(entry::REMOVE, at.min(items.len().saturating_sub(1)));
            next.or_else(|| Some(UNDO.into()))
        }
        Deed::Cleared => Some(UNDO.into()),
        Deed::Restored => Some(HEADING.into()),
        Deed::Nothing | Deed::Collected | Deed::Added | Deed::Full(_) | Deed::Copied => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(deed: Deed, text: &str) -> Option<String> {
        focus_after(&Tray { collection: Collection::parse(text), deed, ..Tray::default() })
    }

    #[test]
    fn the_focus_stays_with_what_was_done() {
        let two = "item=a.00000001&item=a.00000002";
        let id = |id: &str| Some(id.to_string());
        assert_eq!(after(Deed::Moved { to: 1, up: false }, two), id("down-a.00000002"));
        assert_eq!(after(Deed::Moved { to: 0, up: true }, two), id("up-a.00000001"));
        assert_eq!(after(Deed::Removed(0), two), id("remove-a.00000001"));
        assert_eq!(after(Deed::Removed(2), two), id("remove-a.00000002"), "the last was taken out");
        assert_eq!(after(Deed::Removed(0), ""), id(UNDO));
        assert_eq!(after(Deed::Cleared, ""), id(UNDO));
        assert_eq!(after(Deed::Nothing, two), None);
    }
}
