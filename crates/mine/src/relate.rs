//! The last stage: which argument supports or attacks which, as the text states it, or because two sides use the same
//! words on the same theme; and which says again what another of its side has said. Where it is not sure whom the words
//! mean, there is no relation.

mod similar;
mod stated;

use std::collections::BTreeMap;

use corpus::{Corpus, Relation};

use crate::lex::Lexed;

/// The relations of a corpus, whose articles `lexed` has in the same order. What the text states goes before what is
/// merely similar.
pub(crate) fn relate(corpus: &Corpus<'_>, lexed: &[Lexed]) -> Vec<Relation> {
    let mut found: BTreeMap<_, Relation> = BTreeMap::new();
    for relation in stated::stated(corpus, lexed) {
        found.entry((relation.from, relation.to)).or_insert(relation);
    }
    for relation in similar::similar(corpus) {
        if !found.contains_key(&(relation.to, relation.from)) {
            found.entry((relation.from, relation.to)).or_insert(relation);
        }
    }
    found.into_values().collect()
}
