//! Every word that the interface says of its own, in every language that it speaks.
//!
//! A language is a value of [`Words`]: one that lacks a text does not compile. Texts are templates: `{0}`, `{1}` stand
//! for what is filled in (see [`fill`]); what is counted has two forms, for one and for any other number, parted by `|`
//! (see [`Site::counted`](crate::Site)). What the corpus says (articles, names, the labels of sides and themes) is data
//! and stays in its own language.

mod english;
mod formats;
mod german;
mod locale;
mod rules;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use locale::Locale;

use std::fmt::Display;

use yew::prelude::*;

/// Declares a set of texts. In tests each tells its texts by name, so that languages can be compared.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$text_doc:meta])* $text:ident,)* }) => {
        $(#[$doc])*
        pub(crate) struct $name {
            $($(#[$text_doc])* pub(crate) $text: &'static str,)*
        }

        impl $name {
            #[cfg(all(test, not(target_arch = "wasm32")))]
            pub(super) fn texts(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((concat!(stringify!($name), ".", stringify!($text)), self.$text),)*]
            }
        }
    };
}

/// Declares the sets of texts that make up a language.
macro_rules! rooms {
    ($($(#[$doc:meta])* $room:ident: $set:ident,)*) => {
        /// A language: its texts, by the part of the page that they stand in.
        pub(crate) struct Words {
            /// The names of the months, January first.
            pub(crate) months: [&'static str; 12],
            /// By what an inference was made, said in a line.
            pub(crate) rule: fn(Rule) -> &'static str,
            /// What a format is called and for, and how it is made.
            pub(crate) format: fn(Format) -> (&'static str, &'static str),
            /// What is left out by a format that leaves it out.
            pub(crate) part: fn(Part) -> &'static str,
            $($(#[$doc])* pub(crate) $room: $set,)*
        }

        #[cfg(all(test, not(target_arch = "wasm32")))]
        impl Words {
            pub(super) fn texts(&self) -> Vec<(&'static str, &'static str)> {
                [$(self.$room.texts()),*].concat()
            }
        }
    };
}

// Behind the macros that they use.
mod about;
mod rooms;
mod sides;
mod speakers;
mod why;

pub(crate) use rooms::Words;

/// A template with its `{0}`, `{1}` and so on filled in.
pub(crate) fn fill(template: &str, values: &[&dyn Display]) -> String {
    let mut text = String::new();
    for piece in pieces(template) {
        match piece {
            Piece::Text(words) => text.push_str(words),
            Piece::Slot(n) => text.push_str(&values.get(n).map(ToString::to_string).unwrap_or_default()),
        }
    }
    text
}

/// The same with elements: a link inside a sentence, a name in its own language.
pub(crate) fn fill_html(template: &'static str, values: &[Html]) -> Html {
    pieces(template)
        .map(|piece| match piece {
            Piece::Text(words) => html! { { words } },
            Piece::Slot(n) => values.get(n).cloned().unwrap_or_default(),
        })
        .collect()
}

/// The form of a counted text that goes with a number.
pub(crate) fn form(forms: &'static str, n: usize) -> &'static str {
    let (one, many) = forms.split_once('|').unwrap_or((forms, forms));
    if n == 1 { one } else { many }
}

enum Piece<'t> {
    Text(&'t str),
    Slot(usize),
}

/// A template, taken apart. It has no braces but those of slots.
fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    template.split('{').enumerate().flat_map(|(n, piece)| {
        let slot = piece.split_once('}').and_then(|(slot, rest)| Some((slot.parse().ok()?, rest)));
        let (slot, text) = match slot {
            Some((slot, rest)) if n > 0 => (Some(Piece::Slot(slot)), rest),
            _ => (None, piece),
        };
        slot.into_iter().chain([Piece::Text(text)])
    })
}
