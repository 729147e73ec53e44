//! How sure a side is: what the evidence gives each side, and by how much the one that was taken is ahead.
//!
//! The miner adds up points (`weigh` in `mine`) and keeps each of them as evidence, so that they can be counted again here.

use corpus::{Corpus, Inference, SideIx, Statement};

use crate::sort_by_key;

/// Certainty that nothing surpasses: an editor settled the side, or a rule that decides alone.
pub const SETTLED: u16 = u16::MAX;

/// The thresholds that a reader can set, each a lowest certainty that is shown, in hundredths of a point.
///
/// They lie between the sums that occur. A phrase counts 100, a known position 110, a word 50, and a side is taken from 70
/// on: so up to 150 one sign decides, from there two that agree, from 250 three. Then there is only what was settled. Of the
/// 438 arguments that the project's own corpus has on a side they leave 438, 185, 133 and 123. Of what the miner had put on a
/// side there, the editor moved 34 of 288 to the other side or to none where one sign decided, and 0 of 60 where two or more
/// did; finer steps would pretend to know more.
pub const STEPS: [u16; 4] = [0, 150, 250, SETTLED];

/// The points, in hundredths, that the evidence gives each side, strongest first and, of equally strong ones, in the order of
/// the debate. A rule that decides alone counts nothing.
pub fn standing(corpus: &Corpus<'_>, statement: &Statement<'_>) -> Vec<(SideIx, i32)> {
    let mut points: Vec<(SideIx, i32)> = (0..corpus.debate.sides.len()).map(|n| (SideIx::new(n), 0)).collect();
    for (side, sum) in &mut points {
        *sum = points_of(statement, *side);
    }
    sort_by_key(&mut points, |(_, sum)| -sum);
    points
}

/// By how many hundredths of a point the side of a statement is ahead of the next one; [`SETTLED`] where an editor or a
/// rule decided alone, 0 where it takes none.
pub fn certainty(statement: &Statement<'_>) -> u16 {
    let Some(side) = statement.side else { return 0 };
    if statement.edits.iter().any(|edit| edit.of.covers(Inference::Side)) {
        return SETTLED;
    }
    let mut weighed = weighed(statement).peekable();
    if weighed.peek().is_none() {
        return SETTLED;
    }
    let others = weighed.filter(|(other, _)| *other != side).map(|(other, _)| points_of(statement, other));
    // A side that nothing speaks for has no points, which may be more than one that something speaks against.
    let next = others.max().unwrap_or(0).max(0);
    let margin = points_of(statement, side).saturating_sub(next).max(0);
    // One point short of what is settled: no sum of signs is as sure as that.
    u16::try_from(margin).unwrap_or(SETTLED).min(SETTLED - 1)
}

fn points_of(statement: &Statement<'_>, side: SideIx) -> i32 {
    weighed(statement).filter(|(of, _)| *of == side).fold(0, |sum: i32, (_, weight)| sum.saturating_add(weight))
}

/// What counts points for a side.
fn weighed(statement: &Statement<'_>) -> impl Iterator<Item = (SideIx, i32)> {
    let side = statement.why.iter().filter(|evidence| evidence.of == Inference::Side && evidence.weight != 0);
    side.filter_map(|evidence| Some((evidence.side?, i32::from(evidence.weight))))
}

#[cfg(test)]
mod tests {
    use corpus::{Edit, Edited, Evidence};

    use super::*;
    use crate::fixture;

    /// The first statement of the fixture, which is on the first of two sides, with these points for sides as evidence.
    fn weighed_with(points: &[(u8, i16)]) -> Corpus<'static> {
        let mut corpus = fixture::corpus();
        corpus.statements[0].why = points
            .iter()
            .map(|(side, weight)| Evidence {
                of: Inference::Side,
                rule: corpus::Rule::ALL[0],
                words: None,
                side: Some(SideIx(*side)),
                weight: *weight,
            })
            .collect();
        corpus
    }

    #[test]
    fn a_side_is_as_sure_as_it_is_ahead() {
        for (points, expected) in [
            (vec![(0, 100)], 100),
            (vec![(0, 100), (0, 110)], 210),
            (vec![(0, 210), (1, 50), (1, 60)], 100),
            (vec![(0, 100), (1, -50)], 100),
            (vec![(1, 100), (0, 100)], 0),
            (vec![(1, 200), (0, 100)], 0),
            (vec![(0, i16::MAX), (0, i16::MAX), (0, i16::MAX)], SETTLED - 1),
            (vec![(0, 0)], SETTLED),
            (vec![], SETTLED),
        ] {
            assert_eq!(certainty(&weighed_with(&points).statements[0]), expected, "{points:?}");
        }
    }

    #[test]
    fn an_editor_settles_a_side_and_without_one_nothing_is_sure() {
        let mut corpus = weighed_with(&[(0, 100)]);
        let edit = |of| Edit { of, reason: "why".into() };
        corpus.statements[0].edits = vec![edit(Edited::Themes)];
        assert_eq!(certainty(&corpus.statements[0]), 100);
        for of in [Edited::Side, Edited::Statement] {
            corpus.statements[0].edits = vec![edit(of)];
            assert_eq!(certainty(&corpus.statements[0]), SETTLED);
        }
        corpus.statements[0].side = None;
        assert_eq!(certainty(&corpus.statements[0]), 0);
    }

    #[test]
    fn every_side_stands_somewhere_the_strongest_first() {
        let corpus = weighed_with(&[(1, 110), (0, 50), (1, 50), (1, 0)]);
        assert_eq!(standing(&corpus, &corpus.statements[0]), [(SideIx(1), 160), (SideIx(0), 50)]);
        assert_eq!(standing(&corpus, &corpus.statements[3]), [(SideIx(0), 0), (SideIx(1), 0)]);
    }

    #[test]
    fn steps_rise_from_everything_to_what_is_settled() {
        assert!(STEPS.is_sorted_by(|a, b| a < b));
        assert_eq!((STEPS.first(), STEPS.last()), (Some(&0), Some(&SETTLED)));
    }
}
