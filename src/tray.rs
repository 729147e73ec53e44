//! What the reader has collected, as the pages know it: the collection, whether the browser keeps it, what was last done
//! with it and can be undone. Data, changed only by [`Tray::reduce`].

use std::rc::Rc;

use explore::{Change, Collection};
use yew::Reducible;

/// The state of the collection.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Tray {
    /// What is collected.
    pub(crate) collection: Collection,
    /// Whether it was looked for where the browser keeps it. Until then it is empty, as on the prerendered page.
    pub(crate) loaded: bool,
    /// Whether the browser cannot keep it: it then lives as long as the page.
    pub(crate) fleeting: bool,
    /// What it was before something was taken out, as long as nothing else has happened.
    pub(crate) before: Option<Collection>,
    /// What was last done.
    pub(crate) deed: Deed,
    /// Counts what was done: each deed moves the focus once.
    pub(crate) deeds: u32,
}

/// Something that was done with the collection, to be told to the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Nothing that needs to be told: the reader sees himself what he types.
    #[default]
    Nothing,
    /// A statement was collected.
    Collected,
    /// The item that stood at this place was taken out.
    Removed(usize),
    /// An item was moved, up or not, and stands at this place now.
    Moved {
        /// Where it stands.
        to: usize,
        /// Whether it was to go up.
        up: bool,
    },
    /// Another collection was added.
    Added,
    /// There was no room for so many.
    Full(usize),
    /// Everything was taken out.
    Cleared,
    /// What was taken out is back.
    Restored,
    /// A link to it was copied.
    Copied,
}

/// What can happen.
pub(crate) enum Action {
    /// This is what the browser keeps: another page may have changed it.
    Load(Collection),
    /// Whether the browser could keep it.
    Keep(bool),
    /// The reader changes it.
    Change(Change),
    /// What was taken out comes back.
    Undo,
    /// A link to it was copied.
    Copied,
}

impl Tray {
    fn done(&self, collection: Collection, deed: Deed) -> Self {
        let takes_out = matches!(deed, Deed::Removed(_) | Deed::Cleared);
        let before = takes_out.then(|| self.collection.clone());
        Self { collection, before, deed, deeds: self.deeds.wrapping_add(1), ..*self }
    }

    fn changed(&self, change: &Change) -> Self {
        let changed = self.collection.changed(change);
        let left_out = self.collection.left_out(change, &changed);
        let now_at = |key| changed.position(key).unwrap_or_default();
        let deed = match change {
            Change::Toggle(_) | Change::Add(_) if left_out > 0 => Deed::Full(left_out),
            Change::Toggle(key) | Change::Remove(key) => match (self.collection.position(key), change) {
                (Some(at), _) => Deed::Removed(at),
                (None, Change::Toggle(_)) => Deed::Collected,
                // Another page was faster.
                (None, _) => Deed::Nothing,
            },
            Change::Up(key) => Deed::Moved { to: now_at(key), up: true },
            Change::Down(key) => Deed::Moved { to: now_at(key), up: false },
            Change::Note(..) => Deed::Nothing,
            Change::Add(_) => Deed::Added,
            Change::Clear => Deed::Cleared,
        };
        match (change, &self.before) {
            // Taken out by mistake and collected again: the note is not lost.
            (Change::Toggle(key), Some(before)) if deed == Deed::Collected => {
                let note = Change::Note(key.clone(), before.note(key).into());
                self.done(changed.changed(&note), deed)
            }
            _ => self.done(changed, deed),
        }
    }
}

impl Reducible for Tray {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(match action {
            // What the browser cannot keep is newer than what it keeps.
            Action::Load(collection) if self.loaded && (self.fleeting || collection == self.collection) => return self,
            Action::Load(collection) => Self { loaded: true, ..self.done(collection, Deed::Nothing) },
            Action::Keep(kept) if self.fleeting != kept => return self,
            Action::Keep(kept) => Self { fleeting: !kept, ..(*self).clone() },
            Action::Change(change) => self.changed(&change),
            Action::Undo => match &self.before {
                Some(before) => self.done(before.clone(), Deed::Restored),
                None => return self,
            },
            Action::Copied => self.done(self.collection.clone(), Deed::Copied),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "news.00000000";
    const B: &str = "news.00000001";

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<Tray> {
        actions.into_iter().fold(Rc::default(), |tray: Rc<Tray>, action| tray.reduce(action))
    }

    fn toggle(key: &str) -> Action {
        Action::Change(Change::Toggle(key.into()))
    }

    fn note(key: &str) -> Action {
        Action::Change(Change::Note(key.into(), "mine".into()))
    }

    #[test]
    fn what_was_taken_out_comes_back_until_something_else_is_done() {
        let full = || vec![toggle(A), toggle(B), note(A)];
        let with = |more: Vec<Action>| after(full().into_iter().chain(more));
        let whole = after(full()).collection.clone();
        for (out, deed) in [
            (Action::Change(Change::Remove(A.into())), Deed::Removed(0)),
            (Action::Change(Change::Clear), Deed::Cleared),
            (toggle(B), Deed::Removed(1)),
        ] {
            let tray = with(vec![out]);
            assert_eq!(tray.deed, deed);
            let back = tray.reduce(Action::Undo);
            assert_eq!((&back.collection, &back.deed, &back.before), (&whole, &Deed::Restored, &None));
        }
        let moved_on = with(vec![toggle(B), note(A), Action::Undo]);
        assert_eq!(moved_on.collection.position(B), None, "undoing now would undo the note, too");
        assert_eq!(with(vec![toggle(A), toggle(A)]).collection.note(A), "mine");
    }

    #[test]
    fn each_deed_is_told() {
        let tray = after([toggle(A), toggle(B)]);
        assert_eq!((&tray.deed, tray.deeds), (&Deed::Collected, 2));
        let up = Rc::clone(&tray).reduce(Action::Change(Change::Up(B.into())));
        assert_eq!(up.deed, Deed::Moved { to: 0, up: true });
        let down = tray.reduce(Action::Change(Change::Down(B.into())));
        assert_eq!(down.deed, Deed::Moved { to: 1, up: false });
    }

    #[test]
    fn what_another_page_did_is_not_undone() {
        let elsewhere = Collection::parse("item=news.00000001&item=news.00000002");
        let cleared = after([toggle(A), Action::Change(Change::Clear), Action::Load(elsewhere.clone())]);
        assert_eq!(cleared.reduce(Action::Undo).collection, elsewhere);
    }

    #[test]
    fn what_finds_no_room_is_told() {
        let many: String = (0..10_000).map(|n| format!("item=a.{n:08x}&")).collect();
        let full = after([Action::Load(Collection::parse(&many)), toggle(A)]);
        assert_eq!((&full.deed, full.collection.position(A)), (&Deed::Full(1), None));
        let two = Collection::parse("item=news.00000000&item=news.00000001");
        assert_eq!(full.reduce(Action::Change(Change::Add(two))).deed, Deed::Full(2));
    }

    #[test]
    fn taking_out_what_another_page_took_out_is_nothing() {
        let gone = after([toggle(A), Action::Change(Change::Remove(B.into()))]);
        assert_eq!((&gone.deed, gone.before.is_some()), (&Deed::Nothing, false));
    }

    #[test]
    fn what_the_browser_keeps_is_taken_over_in_silence() {
        let kept = Collection::parse("item=news.00000000");
        let loaded = after([Action::Load(kept.clone())]);
        assert!(loaded.loaded && loaded.collection == kept && loaded.deed == Deed::Nothing);
        assert!(Rc::ptr_eq(&loaded, &Rc::clone(&loaded).reduce(Action::Load(kept))));
        let fleeting = Rc::clone(&loaded).reduce(Action::Keep(false));
        assert!(Rc::ptr_eq(&fleeting, &Rc::clone(&fleeting).reduce(Action::Load(Collection::default()))));
        assert!(fleeting.fleeting && !fleeting.reduce(Action::Keep(true)).fleeting);
        assert!(Rc::ptr_eq(&loaded, &Rc::clone(&loaded).reduce(Action::Keep(true))));
    }
}
