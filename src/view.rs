//! The state of the app: where the reader is. Data, changed only by [`View::reduce`].

use std::rc::Rc;

use yew::Reducible;

use crate::routes::Location;

/// Where the reader is and where on the page he is to be taken.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct View {
    /// What is shown.
    pub(crate) location: Location,
    /// Where the last move took the reader.
    pub(crate) place: Place,
    /// Counts the moves: each is made once, when the page is there.
    pub(crate) moves: u32,
}

/// A place on a page to which a reader can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Where he is: filtering and searching move nobody.
    Here,
    /// The beginning.
    Start,
    /// What the location's fragment names.
    Fragment,
    /// The element with this id.
    Element(&'static str),
    /// The link by which he once left, counted from the first of the page.
    Link(u32),
}

/// What can happen to the view.
pub(crate) enum Action {
    /// Another location is shown, and the reader taken to a place on it.
    Go(Location, Place),
}

impl View {
    /// Before anything has happened.
    pub(crate) fn at(location: Location) -> Self {
        Self { location, place: Place::Here, moves: 0 }
    }
}

impl Reducible for View {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match action {
            Action::Go(location, Place::Here) if location == self.location => self,
            Action::Go(location, Place::Here) => Rc::new(Self { location, ..(*self).clone() }),
            Action::Go(location, place) => Rc::new(Self { location, place, moves: self.moves.wrapping_add(1) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Route;

    #[test]
    fn filtering_moves_nobody_and_a_link_does() {
        let home = Location::of(Route::Sides);
        let about = Location::of(Route::About);
        let start = Rc::new(View::at(home.clone()));
        let arrived = Rc::clone(&start).reduce(Action::Go(about.clone(), Place::Start));
        assert_eq!(*arrived, View { location: about, place: Place::Start, moves: 1 });
        let filtered = arrived.reduce(Action::Go(home.clone(), Place::Here));
        assert_eq!(*filtered, View { location: home.clone(), place: Place::Start, moves: 1 });
        let again = Rc::clone(&start).reduce(Action::Go(home, Place::Here));
        assert!(Rc::ptr_eq(&start, &again), "nothing changed, nothing renders");
    }
}
