//! What is done once, when a component is there.

use std::any::Any;

use yew::prelude::*;

/// Begins something, and gives back what goes on as long as it is held.
pub(crate) type Begin = Box<dyn FnOnce() -> Box<dyn Any>>;

/// Begins something when the component is there for the first time, and ends it with the component. All that begins so is
/// of one type, and so is once in the code of the page.
#[hook]
pub(crate) fn use_once(begin: Begin) {
    use_effect_with((), move |()| {
        let held = begin();
        move || drop(held)
    });
}
