//! How arguments stand to each other.

use serde::{Deserialize, Serialize};

use crate::{Span, StatementIx};

/// What one argument does to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// The argument that supports, attacks or rephrases; of two that are merely similar, the later one in the corpus.
    pub from: StatementIx,
    /// The argument that it is about.
    pub to: StatementIx,
    /// What it does.
    pub kind: RelationKind,
    /// How we know.
    pub basis: Basis,
}

/// Whether an argument speaks for another or against it, or says it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RelationKind {
    /// It agrees with it.
    Supports,
    /// It answers or rejects it.
    Attacks,
    /// It says much the same: a default rephrase, as Inference Anchoring Theory and the Argument Interchange Format call it.
    Rephrases,
}

/// How a relation is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// The article of `from` says so in these words.
    Stated(Span),
    /// Both use the same words, on one theme where they are of two sides: the share of their words, weighted by rarity,
    /// that they have in common, from 1 to 100.
    Similar(u8),
}
