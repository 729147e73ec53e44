//! The state of the app: where the reader is. Data, changed only by [`View::reduce`].

use std::rc::Rc;

use yew::Reducible;

use crate::routes::Location;

/// Where the reader is and how he came.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct View {
    /// What is shown.
    pub(crate) location: Location,
    /// Counts the arrivals at a page or a place by a link: each moves the reader's focus there, filtering does not.
    pub(crate) arrivals: u32,
}

/// What can happen to the view.
pub(crate) enum Action {
    /// A link was followed.
    Arrive(Location),
    /// A filter or the search was changed, or the browser went back or forward: the reader's place is his own affair.
    Show(Location),
}

impl View {
    /// Before anything has happened.
    pub(crate) fn at(location: Location) -> Self {
        Self { location, arrivals: 0 }
    }
}

impl Reducible for View {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match action {
            Action::Arrive(location) => Rc::new(Self { location, arrivals: self.arrivals.wrapping_add(1) }),
            Action::Show(location) if location == self.location => self,
            Action::Show(location) => Rc::new(Self { location, arrivals: self.arrivals }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Route;

    #[test]
    fn only_a_link_moves_the_reader() {
        let home = Location::of(Route::Sides);
        let about = Location::of(Route::About);
        let start = Rc::new(View::at(home.clone()));
        let arrived = Rc::clone(&start).reduce(Action::Arrive(about.clone()));
        assert_eq!(*arrived, View { location: about, arrivals: 1 });
        let back = arrived.reduce(Action::Show(home.clone()));
        assert_eq!(*back, View { location: home.clone(), arrivals: 1 });
        assert!(Rc::ptr_eq(&start, &Rc::clone(&start).reduce(Action::Show(home))), "nothing changed, nothing renders");
    }
}
