//! What a query finds, and how it is counted.

use std::cell::OnceCell;
use std::cmp::Reverse;

use corpus::{Position, StatementIx};

use super::Explorer;
use crate::bits::Bits;
use crate::columns::Column;
use crate::{Choice, Choices, Facet, Search, sort_by_key};

/// What a query finds.
#[derive(Clone, Debug)]
pub struct Results<'e> {
    /// In the order that the query asks for. Counting goes through them.
    pub matches: Vec<StatementIx>,
    /// The positions that are asked for, in the order of the page: those chosen, or else every side.
    pub positions: Vec<Position>,
    /// What was searched for, as it was understood: the words to mark.
    pub search: Search,
    pub(super) explorer: &'e Explorer<'e>,
    /// What the query names, which is listed whatever the count.
    pub(super) named: Choices,
    /// The matches, and for each column how many of them have each value.
    pub(super) found: Bits,
    pub(super) tallies: [Tally; Column::ALL.len()],
    /// The same of what matches without what the query says about a facet, for each facet of which that says less.
    pub(super) lifted: Vec<(Facet, Bits, Tally)>,
}

/// How many statements a choice would show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The choice.
    pub choice: Choice,
    /// The number of matches if it were the only choice in its facet, all else being as it is.
    pub count: u32,
}

/// Statements that a facet counts, as a set and maybe as a list.
struct Counted<'r> {
    found: &'r Bits,
    listed: Option<&'r [StatementIx]>,
    tally: &'r Tally,
}

impl Counted<'_> {
    fn len(&self) -> usize {
        self.listed.map_or_else(|| self.found.count(), <[_]>::len)
    }
}

/// How many have each value, once that is asked for.
pub(super) type Tally = OnceCell<Vec<u32>>;

impl Results<'_> {
    /// How many statements each value of `facet` would show: computed without what the query chooses and excludes in the
    /// facet itself, with all the rest of it. Every position, and of the other facets every value that the corpus has a
    /// statement with or that the query names, also with count 0. Sides in the order of the page, then neither; speakers,
    /// affiliations and outlets by how much the corpus has of them, then by name; the rest in the order of the debate, of time
    /// or of their kinds.
    pub fn counts(&self, facet: Facet) -> impl Iterator<Item = Count> {
        let values = &self.explorer.values[facet as usize];
        let counted = values.list.iter().zip(&values.totals).zip(self.tallied(facet));
        counted.filter_map(move |((choice, total), count)| {
            let is_listed = *total > 0 || facet == Facet::Position || self.named.contains(*choice);
            is_listed.then_some(Count { choice: *choice, count })
        })
    }

    /// The same in the order of the page: of names, those that most is found of come first.
    pub fn ranked_counts(&self, facet: Facet) -> Vec<Count> {
        let mut counts: Vec<Count> = self.counts(facet).collect();
        if facet.is_named() {
            sort_by_key(&mut counts, |count| Reverse(count.count));
        }
        counts
    }

    /// The count of one choice; 0 where the corpus does not have it.
    pub fn count(&self, choice: Choice) -> u32 {
        let facet = choice.facet();
        self.explorer.values[facet as usize].place(choice).map_or(0, |place| self.tallied(facet)[place])
    }

    /// What [`Results::counts`] counts, of every value there is, in the order of [`Explorer::values`].
    pub fn tallied(&self, facet: Facet) -> Vec<u32> {
        let values = &self.explorer.values[facet as usize];
        let counted = self.counted(facet);
        if !values.stretches.is_empty() && counted.len() > values.stretches.len() {
            return counted.found.counts(&values.stretches);
        }
        if counted.len() >= values.meaning() {
            return values.sums(self.tally(facet));
        }
        let mut counts = vec![0; values.list.len()];
        let count = |value| values.count(value, &mut counts);
        self.explorer.columns.each_value(Column::of(facet), counted.found, counted.listed, count);
        counts
    }

    /// How many of what a facet counts have each value of its column.
    fn tally(&self, facet: Facet) -> &[u32] {
        let (column, Counted { found, listed, tally }) = (Column::of(facet), self.counted(facet));
        tally.get_or_init(|| self.explorer.columns.tally(column, found, listed))
    }

    /// What a facet counts.
    fn counted(&self, facet: Facet) -> Counted<'_> {
        match self.lifted.iter().find(|(lifted, ..)| *lifted == facet) {
            Some((_, found, tally)) => Counted { found, listed: None, tally },
            None => {
                let tally = &self.tallies[Column::of(facet) as usize];
                Counted { found: &self.found, listed: Some(&self.matches), tally }
            }
        }
    }
}
