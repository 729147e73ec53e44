//! What comes nearest to answering an argument where nothing is known to answer it: arguments of other sides on one of its
//! themes that use its words.

use std::cmp::Reverse;

use corpus::{StatementIx, ThemeIx};

use crate::Kinship;
use crate::kinship::WordIx;

/// An argument of another side on the same theme that uses the same words. It need not be meant as an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// Which argument.
    pub statement: StatementIx,
    /// The first of the other's themes that it shares.
    pub theme: ThemeIx,
    /// The words that both use, the rarest first.
    pub words: Vec<WordIx>,
}

/// Words that two arguments must have in common to be near: one is a coincidence.
const SHARED: usize = 2;

/// The least share of common words, in percent. Chosen by reading the three nearest of every twentieth argument of 27
/// articles: below, the words are those that everybody in the debate uses.
const LEAST: u32 = 10;

impl Kinship<'_> {
    /// At most `most` arguments of other sides, the nearest first, of two equally near ones the earlier; none that has a
    /// relation with this one, which says more.
    pub fn nearest(&self, ix: StatementIx, most: usize) -> Vec<Near> {
        let corpus = self.corpus;
        let Some((statement, side)) =
            corpus.statements.get(ix.get()).and_then(|statement| Some((statement, statement.side?)))
        else {
            return Vec::new();
        };
        let ends = corpus.relations.iter().map(|relation| (relation.from, relation.to));
        let related: Vec<StatementIx> = ends
            .filter_map(|(from, to)| if from == ix { Some(to) } else { Some(from).filter(|_| to == ix) })
            .collect();
        let mut near: Vec<(u32, Near)> = Vec::new();
        for (n, other) in corpus.statements.iter().enumerate() {
            let other_ix = StatementIx::new(n);
            let theme = statement.themes.iter().copied().find(|theme| other.themes.contains(theme));
            let (Some(theme), true) = (theme, other.side.is_some_and(|other| other != side)) else { continue };
            let words = self.shared(ix, other_ix);
            let share = self.share(ix, other_ix, &words);
            if words.len() >= SHARED && share >= LEAST && !related.contains(&other_ix) {
                near.push((share, Near { statement: other_ix, theme, words }));
            }
        }
        near.sort_by_key(|(share, _)| Reverse(*share)); // stable
        near.into_iter().take(most).map(|(_, near)| near).collect()
    }
}

#[cfg(test)]
mod tests {
    use corpus::{Basis, Relation, RelationKind};

    use super::*;
    use crate::fixture;

    fn nearest(corpus: &corpus::Corpus<'_>, n: u32) -> Vec<u32> {
        Kinship::new(corpus).nearest(StatementIx(n), 2).into_iter().map(|near| near.statement.0).collect()
    }

    #[test]
    fn the_nearest_are_on_other_sides_and_share_theme_and_words() {
        let mut corpus = fixture::sided(&[
            (&["phones must open to a warrant of a court"], 0),
            (&["a warrant opens phones to thieves who wait at every corner"], 1),
            (&["phones that open to a warrant open to thieves"], 1),
            (&["phones must open to a warrant"], 0),
            (&["courts are slow"], 1),
            (&["a warrant is a paper"], 1),
            (&["a court may well open phones with a warrant"], 1),
        ]);
        assert_eq!(nearest(&corpus, 0), [6, 2], "not 3, its own side; not 4 and 5, with one word");
        corpus.relations = vec![Relation {
            from: StatementIx(6),
            to: StatementIx(0),
            kind: RelationKind::Attacks,
            basis: Basis::Similar(50),
        }];
        assert_eq!(nearest(&corpus, 0), [2, 1], "what is known to answer is not told twice");
        corpus.statements[2].themes = vec![ThemeIx(1)];
        assert_eq!(nearest(&corpus, 0), [1]);
        corpus.statements[0].side = None;
        assert_eq!(nearest(&corpus, 0), []);
        assert_eq!(nearest(&corpus, 99), []);
    }
}
