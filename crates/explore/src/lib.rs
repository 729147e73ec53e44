//! From a corpus and a [`Query`] to [`Results`]: which statements a reader sees, and how many each further choice
//! would show.
//!
//! A query is what an address says: choices in facets, what is excluded, a stretch of time, how sure a side must be, a
//! search text. Choices are joined by OR inside a facet, by AND across facets; the rest narrows them further.
//! [`Explorer`] answers queries about one corpus; [`Search`] finds the words to mark in whatever string the page shows.
//! [`Kinship`] tells which words two arguments share and what comes nearest to an answer, [`restated`] which arguments are
//! made again and again.
//!
//! A [`Collection`] is what a reader sets aside of it.
//!
//! Pure: no I/O, no DOM, no clock. What the results look like is the business of the page, what is in the corpus that
//! of `mine`.

mod answers;
mod balance;
mod beside;
mod bits;
mod certainty;
mod choice;
mod choices;
mod collection;
mod columns;
mod edits;
mod engine;
mod fold;
mod index;
mod inflection;
mod kinship;
mod matching;
mod mistake;
mod nearest;
mod order;
mod periods;
mod query;
mod restated;
mod roster;
mod search;
mod sorting;
mod turns;
mod values;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod properties;

pub use answers::{answers, themes_of};
pub use balance::{Balance, Publisher, Share, balance, by_publisher};
pub use beside::{Row, Stand, side_by_side};
pub use certainty::{SETTLED, STEPS, certainty, standing};
pub use choice::{Choice, Facet};
pub use choices::Choices;
pub use collection::{Change, Collection, Item, MOST_NOTE};
pub use engine::{Count, Explorer, Results};
pub use kinship::{Kinship, WordIx};
pub use mistake::{Mistake, entry, sidecar};
pub use nearest::Near;
pub use order::{Group, Grouping, Order};
pub use periods::{Period, Periods, Step};
pub use query::{Known, LONGEST_TEXT, Query};
pub use restated::{Restated, restated};
pub use roster::{Entry, KINDS, ListOrder, asked_kind, listed, roster, unknown_to_list, with_kind};
pub use search::Search;
pub use sorting::{sort, sort_by, sort_by_key};
pub use turns::{Turn, turns};
