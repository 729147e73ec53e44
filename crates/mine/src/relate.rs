//! The last stage: which argument supports or attacks which, as the text states it, or because two sides use the same
//! words on the same theme; and which says again what another of its side has said. Where it is not sure whom the words
//! mean, there is no relation.
//!
//! What an article alone can tell of this are its [`Ties`]; the rest needs all of them.

mod similar;
mod stated;

use std::collections::BTreeMap;

use corpus::{Corpus, Relation, Statement};
use serde::{Deserialize, Serialize};

use crate::lex::Lexed;

/// What of an article its relations are made from, besides its statements.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Ties<'a> {
    stated: Vec<stated::Sentence>,
    #[serde(borrow)]
    similar: similar::Rows<'a>,
}

impl Ties<'_> {
    /// Of an article with these statements.
    pub(crate) fn of(statements: &[Statement<'_>], lexed: &Lexed, text: &str) -> Self {
        Self { stated: stated::sentences(statements, lexed), similar: similar::Rows::of(statements, text) }
    }
}

/// The relations of a corpus, whose articles `ties` has in the same order, on at most so many threads. What the text states
/// goes before what is merely similar.
pub(crate) fn relate(corpus: &Corpus<'_>, ties: &[Ties<'_>], threads: usize) -> Vec<Relation> {
    let mut found: BTreeMap<_, Relation> = BTreeMap::new();
    for relation in stated::stated(corpus, ties.iter().map(|ties| ties.stated.as_slice())) {
        found.entry((relation.from, relation.to)).or_insert(relation);
    }
    let rows: Vec<&similar::Rows<'_>> = ties.iter().map(|ties| &ties.similar).collect();
    for relation in similar::similar(corpus, &rows, threads) {
        if !found.contains_key(&(relation.to, relation.from)) {
            found.entry((relation.from, relation.to)).or_insert(relation);
        }
    }
    found.into_values().collect()
}
