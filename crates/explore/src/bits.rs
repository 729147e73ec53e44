//! Sets of places in a list, a bit each: what a query combines.

/// Bits of a word.
const WORD: usize = 64;

/// A set of places below a length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bits {
    words: Vec<u64>,
    len: usize,
}

impl Bits {
    /// None of `len` places.
    pub(crate) fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(WORD)], len }
    }

    /// The places from `start` to before `end`, of `len`.
    pub(crate) fn range(len: usize, start: usize, end: usize) -> Self {
        let mut bits = Self::none(len);
        bits.insert_range(start, end);
        bits
    }

    /// What is in all of some sets of `len` places; where there are no sets, all.
    pub(crate) fn in_all<'s>(len: usize, mut sets: impl Iterator<Item = &'s Self>) -> Self {
        let Some(first) = sets.next() else { return Self::range(len, 0, len) };
        let mut left = first.clone();
        sets.for_each(|set| left.keep(set));
        left
    }

    /// Adds a place; one that there is not is not added.
    #[inline]
    pub(crate) fn insert(&mut self, place: usize) {
        if place < self.len {
            self.words[place / WORD] |= 1 << (place % WORD);
        }
    }

    /// Adds the places from `start` to before `end`.
    pub(crate) fn insert_range(&mut self, start: usize, end: usize) {
        let end = end.min(self.len);
        if start >= end {
            return;
        }
        let (first, last) = (start / WORD, (end - 1) / WORD);
        let (from, to) = (u64::MAX << (start % WORD), u64::MAX >> (WORD - 1 - (end - 1) % WORD));
        if first == last {
            self.words[first] |= from & to;
        } else {
            self.words[first] |= from;
            self.words[first + 1..last].fill(u64::MAX);
            self.words[last] |= to;
        }
    }

    /// Whether a place is in.
    #[inline]
    pub(crate) fn contains(&self, place: usize) -> bool {
        self.words.get(place / WORD).is_some_and(|word| word >> (place % WORD) & 1 == 1)
    }

    /// Keeps what is in the other, too.
    pub(crate) fn keep(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Takes out what is in the other.
    pub(crate) fn remove(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// Adds what is in the other.
    pub(crate) fn add(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// What is not in.
    pub(crate) fn complement(&self) -> Self {
        let mut all = Self::range(self.len, 0, self.len);
        all.remove(self);
        all
    }

    /// How many places there are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// How many are in.
    pub(crate) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many are in both.
    pub(crate) fn shared(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(word, other)| (word & other).count_ones() as usize).sum()
    }

    /// How many are in of each stretch of places: the first begins with place 0, each other one where that before it ends. The last
    /// one ends with the last place, or before.
    pub(crate) fn counts(&self, ends: &[u32]) -> Vec<u32> {
        // How many are in before each word, so that no word is gone through twice.
        let mut sum = 0;
        let mut before: Vec<u32> = Vec::with_capacity(self.words.len() + 1);
        before.push(0);
        before.extend(self.words.iter().map(|word| {
            sum += word.count_ones();
            sum
        }));
        let until = |place: usize| {
            let part = self.words.get(place / WORD).map_or(0, |word| word & !(u64::MAX << (place % WORD)));
            before[place / WORD] + part.count_ones()
        };
        let mut counted = 0;
        let count = |end: &u32| {
            let start = std::mem::replace(&mut counted, until(*end as usize));
            counted - start
        };
        ends.iter().map(count).collect()
    }

    /// Gives all that are in, in order.
    #[inline]
    pub(crate) fn each(&self, give: impl FnMut(usize)) {
        self.each_from(0, give);
    }

    /// Gives all that are in from a place on, in order.
    #[inline]
    pub(crate) fn each_from(&self, start: usize, mut give: impl FnMut(usize)) {
        let first = start / WORD;
        for (n, word) in self.words.iter().enumerate().skip(first) {
            let mut rest = if n == first { *word & (u64::MAX << (start % WORD)) } else { *word };
            while rest != 0 {
                give(n * WORD + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
    }

    /// The first `len` places.
    pub(crate) fn cut(mut self, len: usize) -> Self {
        self.words.truncate(len.div_ceil(WORD));
        if let Some(last) = self.words.last_mut().filter(|_| !len.is_multiple_of(WORD)) {
            *last &= !(u64::MAX << (len % WORD));
        }
        Self { len, ..self }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    use super::*;

    fn all_from(bits: &Bits, start: usize) -> Vec<usize> {
        let mut all = Vec::new();
        bits.each_from(start, |place| all.push(place));
        all
    }

    proptest! {
        #[test]
        fn bits_are_a_set(
            places in vec(0..200_usize, 0..20),
            ranges in vec((0..200_usize, 0..220_usize), 0..3),
            other in btree_set(0..190_usize, 0..90),
            removed in btree_set(0..190_usize, 0..90),
            ends in btree_set(0..=190_u32, 0..9),
        ) {
            let mut bits = Bits::none(190);
            let mut set: BTreeSet<usize> = BTreeSet::new();
            for place in places {
                bits.insert(place);
                set.extend((place < 190).then_some(place));
            }
            for (start, end) in ranges {
                bits.insert_range(start, end);
                set.extend(start..end.min(190));
            }
            prop_assert_eq!(all_from(&bits, 0), set.iter().copied().collect::<Vec<_>>());
            let of = |set: &BTreeSet<usize>| {
                let mut bits = Bits::none(190);
                set.iter().for_each(|place| bits.insert(*place));
                bits
            };
            let outside: Vec<usize> = (0..190).filter(|place| !set.contains(place)).collect();
            prop_assert_eq!(all_from(&bits.complement(), 0), outside);
            bits.keep(&of(&other));
            bits.remove(&of(&removed));
            let mut both = bits.clone();
            both.add(&of(&removed));
            prop_assert_eq!(both.count(), bits.count() + removed.len());
            let left: Vec<usize> = set.intersection(&other).copied().filter(|place| !removed.contains(place)).collect();
            prop_assert_eq!(&all_from(&bits, 0), &left);
            prop_assert_eq!(bits.count(), left.len());
            prop_assert!(all_from(&bits, 70).into_iter().eq(left.iter().copied().filter(|place| *place >= 70)));
            prop_assert!(all_from(&bits.clone().cut(100), 0).into_iter().eq(left.iter().copied().filter(|place| *place < 100)));
            prop_assert!((0..250).all(|place| bits.contains(place) == left.contains(&place)));
            let mut start = 0;
            let counts: Vec<u32> = ends.iter().map(|end| {
                let stretch = std::mem::replace(&mut start, *end)..*end;
                left.iter().filter(|place| stretch.contains(&(**place as u32))).count() as u32
            }).collect();
            prop_assert_eq!(bits.counts(&ends.into_iter().collect::<Vec<_>>()), counts);
        }
    }
}
