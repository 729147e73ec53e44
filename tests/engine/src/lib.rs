//! Rejoinder's engine alone in a page ([`Ours`]), and the floor below it ([`Floor`]): for measuring both beside others.
//! `engine.mjs` wraps this for pages, `cargo xtask bench` runs it.

mod documents;
mod floor;
mod ours;

pub use documents::{Column, Documents};
pub use floor::Floor;
pub use ours::Ours;

/// The facets, in the order in which counts are given.
pub const FACETS: [&str; 6] = ["side", "speaker", "affiliation", "theme", "year", "article"];
