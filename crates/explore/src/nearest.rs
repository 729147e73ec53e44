//! What comes nearest to answering an argument where nothing is known to answer it: arguments of other sides on one of its
//! themes that use its words or stand in its article.

use std::cmp::Reverse;

use corpus::{StatementIx, ThemeIx};

use crate::Kinship;
use crate::kinship::WordIx;
use crate::sort_by_key;

/// An argument of another side on the same theme that uses the same words, or that the same article tells of. It need not
/// be meant as an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// Which argument.
    pub statement: StatementIx,
    /// The first of the other's themes that it shares.
    pub theme: ThemeIx,
    /// The words that both use, the rarest first.
    pub words: Vec<WordIx>,
    /// Whether one article tells of both.
    pub together: bool,
}

/// Words that arguments of two articles must have in common to be near: one is a coincidence. Who writes of two sides in
/// one article mostly means them to meet: there, a theme is enough.
const SHARED: usize = 2;

/// The least share of common words of two articles, in percent. Chosen by reading the nearest of every thirteenth argument
/// of 27 articles: below, the words are those that everybody in the debate uses.
const LEAST: u32 = 8;

/// What standing in one article is worth, in percent of common words: by the same reading, one word shared there tells
/// about as much as two shared across articles.
const TOGETHER: u32 = 10;

impl Kinship<'_> {
    /// At most `most` arguments of other sides, the nearest first, of two equally near ones that which stands less far away;
    /// none that has a relation with this one, which says more.
    pub fn nearest(&self, ix: StatementIx, most: usize) -> Vec<Near> {
        let corpus = self.corpus;
        let Some((statement, side)) =
            corpus.statements.get(ix.get()).and_then(|statement| Some((statement, statement.side?)))
        else {
            return Vec::new();
        };
        let ends = corpus.relations.iter().map(|relation| (relation.from, relation.to));
        let related: Vec<StatementIx> =
            ends.filter_map(|(from, to)| if from == ix { Some(to) } else { Some(from).filter(|_| to == ix) }).collect();
        let mut near: Vec<(u32, Near)> = Vec::new();
        for (n, other) in corpus.statements.iter().enumerate() {
            let other_ix = StatementIx::new(n);
            let theme = statement.themes.iter().copied().find(|theme| other.themes.contains(theme));
            let (Some(theme), true) = (theme, other.side.is_some_and(|other| other != side)) else { continue };
            let together = statement.article == other.article;
            let words = self.shared(ix, other_ix);
            let share = self.share(ix, other_ix, &words);
            if (together || words.len() >= SHARED && share >= LEAST) && !related.contains(&other_ix) {
                let share = if together { share + TOGETHER } else { share };
                near.push((share, Near { statement: other_ix, theme, words, together }));
            }
        }
        sort_by_key(&mut near, |(share, near)| (Reverse(*share), near.statement.get().abs_diff(ix.get())));
        near.into_iter().take(most).map(|(_, near)| near).collect()
    }
}

#[cfg(test)]
mod tests {
    use corpus::{ArticleIx, Basis, Relation, RelationKind};

    use super::*;
    use crate::{Explorer, fixture};

    #[test]
    fn the_nearest_are_on_other_sides_and_share_a_theme_and_words_or_an_article() {
        let mut corpus = fixture::sided(&[
            (&["judges are slow"], 1),
            (&["phones must open to a warrant of a court"], 0),
            (&["a thief waits"], 1),
            (&["phones must open to a warrant"], 0),
            (&["a warrant opens phones to thieves who wait at every corner"], 1),
            (&["a warrant is a paper"], 1),
            (&["a court may well open phones with a warrant"], 1),
        ]);
        let ask = |corpus: &corpus::Corpus<'_>, most| {
            let near = Kinship::new(&Explorer::new(corpus)).nearest(StatementIx(1), most);
            near.into_iter().map(|near| (near.statement.0, near.together)).collect::<Vec<_>>()
        };
        assert_eq!(ask(&corpus, 3), [(6, true), (4, true), (5, true)], "by shared words");
        for statement in &mut corpus.statements.to_mut()[3..] {
            statement.article = ArticleIx(1);
        }
        let elsewhere = [(6, false), (4, false), (0, true), (2, true)];
        assert_eq!(ask(&corpus, 9), elsewhere, "not 3, its own side; not 5, with one word of another article");
        corpus.relations = vec![Relation {
            from: StatementIx(6),
            to: StatementIx(1),
            kind: RelationKind::Attacks,
            basis: Basis::Similar(50),
        }];
        assert_eq!(ask(&corpus, 9), elsewhere[1..], "what is known to answer is not told twice");
        corpus.statements[0].themes = vec![ThemeIx(1)];
        assert_eq!(ask(&corpus, 1), elsewhere[1..2]);
        assert_eq!(ask(&corpus, 9), [elsewhere[1], elsewhere[3]]);
        corpus.statements[1].side = None;
        assert_eq!(ask(&corpus, 9), []);
        assert_eq!(Kinship::new(&Explorer::new(&corpus)).nearest(StatementIx(99), 1), []);
    }
}
