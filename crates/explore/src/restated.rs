//! Arguments that are made again and again: those that say much the same, together.

use std::cmp::Reverse;

use crate::{sort, sort_by_key};
use corpus::{Corpus, Quotation, RelationKind, SpeakerIx, Statement, StatementIx};

/// An argument, however often it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restated {
    /// The one of [`Restated::times`] by which a reader sees best what is argued: the speaker's own words before the
    /// reporter's, then the one whose length is nearest to that of a sentence, then the earliest.
    pub clearest: StatementIx,
    /// Each time that it is made, in the order of the corpus.
    pub times: Vec<StatementIx>,
    /// Who makes it, as far as they are known: each once, in order.
    pub speakers: Vec<SpeakerIx>,
    /// Whether somebody makes it of whom we do not know who it is: no telling how many.
    pub unnamed: bool,
}

/// Bytes of an argument that can be read at a glance and yet says what is argued: a sentence of some twenty words.
const SENTENCE: usize = 120;

/// Which of these arguments say much the same, directly or by way of others of them. Every argument is in one of the
/// results; those that are made most often come first, then those that most speakers make, then the earlier ones.
pub fn restated(corpus: &Corpus<'_>, arguments: &[StatementIx]) -> Vec<Restated> {
    let mut arguments = arguments.to_vec();
    sort(&mut arguments);
    arguments.dedup();
    // Each argument points to an earlier one of its group, the first of which points to itself.
    let mut earlier: Vec<usize> = (0..arguments.len()).collect();
    for relation in corpus.relations.iter().filter(|relation| relation.kind == RelationKind::Rephrases) {
        let place = |ix| arguments.binary_search(&ix).ok().map(|at| first(&mut earlier, at));
        if let [Some(one), Some(other)] = [relation.from, relation.to].map(place) {
            earlier[one.max(other)] = one.min(other);
        }
    }
    let mut groups: Vec<Vec<StatementIx>> = vec![Vec::new(); arguments.len()];
    for (at, ix) in arguments.iter().enumerate() {
        groups[first(&mut earlier, at)].push(*ix);
    }
    let mut restated: Vec<Restated> = groups.into_iter().filter_map(|times| together(corpus, times)).collect();
    sort_by_key(&mut restated, |group| Reverse((group.times.len(), group.speakers.len()))); // stable
    restated
}

/// The first of the group of an argument. The way there is halved for the next time.
fn first(earlier: &mut [usize], mut at: usize) -> usize {
    while earlier[at] != at {
        earlier[at] = earlier[earlier[at]];
        at = earlier[at];
    }
    at
}

fn together(corpus: &Corpus<'_>, times: Vec<StatementIx>) -> Option<Restated> {
    let of = |ix: &StatementIx| corpus.statements.get(ix.get());
    let clearest = times.iter().copied().min_by_key(|ix| of(ix).map(clarity))?;
    let mut speakers: Vec<SpeakerIx> = times.iter().filter_map(|ix| of(ix)?.speaker).collect();
    sort(&mut speakers);
    speakers.dedup();
    let unnamed = times.iter().any(|ix| of(ix).is_some_and(|statement| statement.speaker.is_none()));
    Some(Restated { clearest, times, speakers, unnamed })
}

/// The less, the clearer.
fn clarity(statement: &Statement<'_>) -> (u8, usize) {
    let reported = match statement.quotation {
        Quotation::Direct => 0,
        Quotation::Mixed => 1,
        Quotation::Indirect => 2,
    };
    let length: usize = statement.spans.iter().map(|span| span.len()).sum();
    (reported, length.abs_diff(SENTENCE))
}

#[cfg(test)]
mod tests {
    use corpus::{Basis, Relation};
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::fixture;

    fn rephrases(from: u32, to: u32) -> Relation {
        let (from, to) = (StatementIx(from), StatementIx(to));
        Relation { from, to, kind: RelationKind::Rephrases, basis: Basis::Similar(50) }
    }

    fn all(corpus: &Corpus<'_>) -> Vec<StatementIx> {
        (0..corpus.statements.len()).map(StatementIx::new).collect()
    }

    #[test]
    fn what_says_the_same_stands_together_most_often_made_first() {
        let mut corpus =
            fixture::sided(&[(&["a"], 0), (&["b"], 0), (&["b, in a sentence"], 0), (&["c"], 0), (&["b!"], 0)]);
        corpus.statements[1].quotation = Quotation::Direct;
        corpus.statements[2].quotation = Quotation::Direct;
        corpus.statements[2].speaker = Some(SpeakerIx(1));
        corpus.statements[4].speaker = None;
        corpus.relations =
            vec![rephrases(2, 1), Relation { kind: RelationKind::Supports, ..rephrases(3, 0) }, rephrases(4, 2)];
        let groups = restated(&corpus, &all(&corpus));
        let times: Vec<Vec<u32>> = groups.iter().map(|group| group.times.iter().map(|ix| ix.0).collect()).collect();
        assert_eq!(times, [vec![1, 2, 4], vec![0], vec![3]]);
        assert_eq!((groups[0].clearest, &groups[0].speakers[..]), (StatementIx(2), &[SpeakerIx(0), SpeakerIx(1)][..]));
        assert_eq!([groups[0].unnamed, groups[1].unnamed], [true, false]);
        let without: Vec<StatementIx> = [4, 1].map(StatementIx).to_vec();
        assert_eq!(restated(&corpus, &without).len(), 2, "only by way of what is not asked for");
        assert_eq!(restated(&corpus, &[]), []);
    }

    proptest! {
        #[test]
        fn groups_part_what_they_are_made_of(
            pairs in vec((0..9_u32, 0..9_u32), 0..12),
            asked in vec(0..9_u32, 0..12),
        ) {
            let mut corpus = fixture::sided(&[(&["a"][..], 0); 9]);
            corpus.relations = pairs.iter().map(|(from, to)| rephrases(*from, *to)).collect();
            let asked: Vec<StatementIx> = asked.into_iter().map(StatementIx).collect();
            let groups = restated(&corpus, &asked);
            let mut parts: Vec<StatementIx> = groups.iter().flat_map(|group| group.times.clone()).collect();
            parts.sort_unstable();
            let mut whole = asked.clone();
            whole.sort_unstable();
            whole.dedup();
            prop_assert_eq!(&parts, &whole);
            let group_of = |ix: u32| groups.iter().position(|group| group.times.contains(&StatementIx(ix)));
            for (from, to) in pairs {
                if let (Some(one), Some(other)) = (group_of(from), group_of(to)) {
                    prop_assert_eq!(one, other);
                }
            }
            for group in &groups {
                prop_assert!(group.times.contains(&group.clearest) && group.times.is_sorted());
            }
            prop_assert!(groups.is_sorted_by_key(|group| Reverse(group.times.len())));
        }
    }
}
