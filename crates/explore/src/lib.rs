//! From a corpus and a [`Query`] to [`Results`]: which statements a reader sees, and how many each further choice
//! would show.
//!
//! A query is what an address says: choices in facets, what is excluded, a stretch of time, how sure a side must be, a
//! search text. Choices are joined by OR inside a facet, by AND across facets; the rest narrows them further.
//! [`Explorer`] answers queries about one corpus; [`Search`] finds the words to mark in whatever string the page shows.
//!
//! A [`Collection`] is what a reader sets aside of it.
//!
//! Pure: no I/O, no DOM, no clock. What the results look like is the business of the page, what is in the corpus that
//! of `mine`.

mod balance;
mod certainty;
mod choice;
mod choices;
mod collection;
mod engine;
mod fold;
mod mistake;
mod order;
mod query;
mod search;
mod sorting;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod properties;

pub use balance::{Balance, Publisher, Share, balance, by_publisher, quoted_words};
pub use certainty::{SETTLED, STEPS, certainty, standing};
pub use choice::{Choice, Facet};
pub use choices::Choices;
pub use collection::{Change, Collection, Item, MOST_NOTE};
pub use engine::{Count, Explorer, Results};
pub use mistake::{Mistake, entry, sidecar};
pub use order::{Group, Grouping, Order};
pub use query::Query;
pub use search::Search;
pub use sorting::{sort_by, sort_by_key};
