//! How arguments stand to each other.

use serde::{Deserialize, Serialize};

use crate::{Span, StatementIx};

/// What one argument does to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// The argument that supports or attacks; of two that are merely similar, the later one in the corpus.
    pub from: StatementIx,
    /// The argument that it is about.
    pub to: StatementIx,
    /// What it does.
    pub kind: RelationKind,
    /// How we know.
    pub basis: Basis,
}

/// Whether an argument speaks for another or against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RelationKind {
    /// It agrees with it.
    Supports,
    /// It answers or rejects it.
    Attacks,
}

/// How a relation is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// The article of `from` says so in these words.
    Stated(Span),
    /// Two sides use the same words on the same theme: the share of their words, weighted by rarity, that they have in
    /// common, from 1 to 100.
    Similar(u8),
}
