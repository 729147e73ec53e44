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
}

/// The turns in what somebody said, in order of time. What takes neither side changes nothing.
pub fn turns(corpus: &Corpus<'_>, said: &[StatementIx]) -> Vec<Turn> {
    let sided = |ix: &StatementIx| Some((*ix, corpus.statements.get(ix.get())?.side?));
    let taken: Vec<(StatementIx, SideIx)> = said.iter().filter_map(sided).collect();
    let pairs = taken.windows(2).map(|pair| (pair[0].1, pair[1]));
    pairs.filter(|(from, (_, to))| from != to).map(|(from, (at, to))| Turn { at, from, to }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_turn_is_another_side_than_the_last_one_taken() {
        let mut corpus = fixture::corpus();
        let mut check = |sides: [Option<u8>; 6], expected: &[(u32, u8, u8)]| {
            for (statement, side) in corpus.statements.iter_mut().zip(sides) {
                statement.side = side.map(SideIx);
            }
            let said: Vec<StatementIx> = (0..6).map(StatementIx).collect();
            let turn =
                |(at, from, to): &(u32, u8, u8)| Turn { at: StatementIx(*at), from: SideIx(*from), to: SideIx(*to) };
            assert_eq!(turns(&corpus, &said), expected.iter().map(turn).collect::<Vec<_>>());
        };
        check([None; 6], &[]);
        check([Some(0); 6], &[]);
        check([None, Some(0), None, Some(0), None, None], &[]);
        check([None, Some(0), None, Some(1), Some(1), None], &[(3, 0, 1)]);
        check([Some(1), Some(0), None, None, Some(1), Some(1)], &[(1, 1, 0), (4, 0, 1)]);
    }

    #[test]
    fn who_says_nothing_does_not_turn() {
        assert_eq!(turns(&fixture::corpus(), &[]), []);
    }
}
