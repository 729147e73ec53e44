//! Copying a text; where the browser does not let us, the reader can.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::hooks::copy;

/// What is copied, and what is said of it.
#[derive(Clone)]
pub(crate) struct Copied {
    /// Makes the text.
    pub(crate) text: Rc<dyn Fn() -> String>,
    /// Says that it was copied.
    pub(crate) done: &'static str,
    /// Names the field with the text.
    pub(crate) field: &'static str,
}

/// What was to be copied, as a text, and whether it was.
type Outcome = Option<(Copied, String, bool)>;

/// How far the copying is.
pub(crate) struct Copying {
    /// What came of it; and how often it was tried, for each time the field is selected.
    tried: UseStateHandle<(Outcome, u32)>,
    /// The field to select where the browser copies nothing.
    pub(crate) field: NodeRef,
}

/// Copies one text at a time.
#[hook]
pub(crate) fn use_copying() -> Copying {
    let tried = use_state(|| (Outcome::None, 0_u32));
    let field = use_node_ref();
    let has_failed = matches!(tried.0, Some((_, _, false)));
    use_effect_with((tried.1, has_failed), {
        let field = field.clone();
        move |(_, has_failed)| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>().filter(|_| *has_failed) {
                let _ = field.focus();
                field.select();
            }
        }
    });
    Copying { tried, field }
}

impl Copying {
    /// Copies something when a button is pressed.
    pub(crate) fn of(&self, copied: Copied) -> Callback<MouseEvent> {
        let tried = self.tried.clone();
        Callback::from(move |_: MouseEvent| {
            let (tried, copied, text) = (tried.clone(), copied.clone(), (copied.text)());
            let attempt = tried.1 + 1;
            tried.set((None, tried.1));
            let told = {
                let text = text.clone();
                move |is_copied| tried.set((Some((copied.clone(), text.clone(), is_copied)), attempt))
            };
            copy(text, Callback::from(told));
        })
    }

    /// Says to whoever listens that it was done.
    pub(crate) fn told(&self) -> Html {
        html! {
            <span class="unseen" role="status">
                if let Some((copied, _, true)) = &self.tried.0 { { copied.done } }
            </span>
        }
    }

    /// The text, where it was not copied.
    pub(crate) fn by_hand(&self) -> Html {
        html! {
            if let Some((copied, text, false)) = &self.tried.0 {
                <textarea ref={self.field.clone()} readonly={true} rows="6" aria-label={copied.field} value={text.clone()} />
            }
        }
    }
}
