//! Where a speaker is on another side than before.

use corpus::{Corpus, SideIx, StatementIx};

/// A statement with which a speaker takes another side than the one that he took last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The statement.
    pub at: StatementIx,
    /// The side taken last.
    pub from: SideIx,
    /// The side taken now.
    pub to: SideIx,
    /// Whether the same article has both: then it says nothing about time.
    pub in_one_article: bool,
}

/// The turns in what somebody said, in order of time. What takes neither side changes nothing.
pub fn turns(corpus: &Corpus<'_>, said: &[StatementIx]) -> Vec<Turn> {
    let statement = |ix: StatementIx| corpus.statements.get(ix.get());
    let taken: Vec<(StatementIx, SideIx)> = said.iter().filter_map(|ix| Some((*ix, statement(*ix)?.side?))).collect();
    let article = |ix| statement(ix).map(|statement| statement.article);
    let pairs = taken.windows(2).map(|pair| (pair[0], pair[1])).filter(|(before, now)| before.1 != now.1);
    let turn = |((before, from), (at, to))| Turn { at, from, to, in_one_article: article(before) == article(at) };
    pairs.map(turn).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_turn_is_another_side_than_the_last_one_taken() {
        let mut corpus = fixture::corpus();
        // The last two of the six are of another article.
        let mut check = |sides: [Option<u8>; 6], expected: &[(u32, u8, u8, bool)]| {
            for (statement, side) in corpus.statements.to_mut().iter_mut().zip(sides) {
                statement.side = side.map(SideIx);
            }
            let said: Vec<StatementIx> = (0..6).map(StatementIx).collect();
            let short = |turn: &Turn| (turn.at.0, turn.from.0, turn.to.0, turn.in_one_article);
            assert_eq!(turns(&corpus, &said).iter().map(short).collect::<Vec<_>>(), expected);
        };
        check([None; 6], &[]);
        check([Some(0); 6], &[]);
        check([None, Some(0), None, Some(0), None, None], &[]);
        check([None, Some(0), None, Some(1), Some(1), None], &[(3, 0, 1, true)]);
        check([Some(1), Some(0), None, None, Some(1), Some(1)], &[(1, 1, 0, true), (4, 0, 1, false)]);
    }

    #[test]
    fn who_says_nothing_does_not_turn() {
        assert_eq!(turns(&fixture::corpus(), &[]), []);
    }
}
