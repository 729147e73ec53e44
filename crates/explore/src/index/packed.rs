//! Many strings, and many lists of numbers, each in one array: numbers as they are written, or ascending ones as they are soonest
//! read.

use std::ops::Range;

/// Many strings, one after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Strings {
    pub(super) text: String,
    /// Where each ends.
    pub(super) ends: Vec<u32>,
}

impl Strings {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn get(&self, n: usize) -> &str {
        &self.text[span(&self.ends, n)]
    }

    /// Where the last one ends.
    pub(super) fn end(&self) -> usize {
        self.ends.last().map_or(0, |end| *end as usize)
    }

    /// Ends a string: what was written since the last one.
    pub(super) fn close(&mut self) {
        self.ends.push(self.text.len() as u32);
    }
}

/// Many lists of numbers, one after the other, each number in as many groups of seven bits as it needs (LEB128, unsigned).
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    pub(super) bytes: Vec<u8>,
    /// Where each ends.
    pub(super) ends: Vec<u32>,
}

impl Numbers {
    #[inline]
    pub(super) fn list(&self, n: usize) -> impl Iterator<Item = u32> {
        let mut rest = if n < self.ends.len() { self.bytes[span(&self.ends, n)].iter() } else { [].iter() };
        std::iter::from_fn(move || {
            let first = *rest.next()?;
            let mut number = u32::from(first & 0x7f);
            let (mut byte, mut shift) = (first, 7);
            while byte & 0x80 != 0 {
                byte = *rest.next()?;
                number |= u32::from(byte & 0x7f) << shift;
                shift += 7;
            }
            Some(number)
        })
    }

    /// How often some numbers, as they are written, stand in a list next to each other. They need not be read for that: where the
    /// byte before is not the last one of a number, none begins.
    pub(super) fn times(&self, n: usize, written: &[u8]) -> usize {
        let (bytes, first) = (&self.bytes[span(&self.ends, n)], written.first());
        let begins = |at: &usize| bytes.get(*at) == first && (*at == 0 || bytes[at - 1] < 0x80);
        let places = 0..(bytes.len() + 1).saturating_sub(written.len().max(1));
        places.filter(begins).filter(|at| bytes[*at..].starts_with(written)).count()
    }
}

/// Writes a number at the end of a list.
pub(super) fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Many ascending lists of numbers, one after the other, each number as its distance from the one before. Nearly all distances take
/// one step, and a reader that need not ask how many bytes come next does not wait for the answer.
#[derive(Clone, Debug, Default)]
pub(super) struct Ascents {
    steps: Vec<u16>,
    /// Where each ends.
    pub(super) ends: Vec<u32>,
}

/// Instead of a longer distance, whose upper and lower half follow.
const LONG: u16 = u16::MAX;

impl Ascents {
    /// So many empty lists.
    pub(super) fn empty(lists: usize) -> Self {
        Self { steps: Vec::new(), ends: vec![0; lists] }
    }

    #[inline]
    pub(super) fn list(&self, n: usize) -> impl Iterator<Item = usize> {
        let mut rest = if n < self.ends.len() { self.steps[span(&self.ends, n)].iter() } else { [].iter() };
        let mut number = 0;
        std::iter::from_fn(move || {
            number += match *rest.next()? {
                LONG => usize::from(*rest.next()?) << u16::BITS | usize::from(*rest.next()?),
                step => usize::from(step),
            };
            Some(number)
        })
    }

    /// How many steps there are room for in a list, or are taken by it: lists are measured first, then given room, then filled.
    pub(super) fn measure(&mut self, list: usize, distance: u32) {
        self.ends[list] += if distance < u32::from(LONG) { 1 } else { 3 };
    }

    /// From how long each list is to where each begins, which filling it moves to where it ends.
    pub(super) fn make_room(&mut self) {
        let mut start = 0;
        for end in &mut self.ends {
            start += std::mem::replace(end, start);
        }
        self.steps = vec![0; start as usize];
    }

    /// Adds a distance to a list.
    pub(super) fn fill(&mut self, list: usize, distance: u32) {
        let end = &mut self.ends[list];
        let mut put = |step: u16| {
            self.steps[*end as usize] = step;
            *end += 1;
        };
        if distance < u32::from(LONG) {
            put(distance as u16);
        } else {
            [LONG, (distance >> u16::BITS) as u16, distance as u16].into_iter().for_each(put);
        }
    }
}

/// Where the nth of what ends there lies.
pub(super) fn span(ends: &[u32], n: usize) -> Range<usize> {
    n.checked_sub(1).map_or(0, |before| ends[before] as usize)..ends[n] as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_size_are_kept() {
        let all = [0, 1, 127, 128, 16_383, 16_384, 1 << 21, (1 << 28) - 1, 1 << 28, u32::MAX];
        let mut numbers = Numbers::default();
        for number in all {
            write(&mut numbers.bytes, number);
            numbers.ends.push(numbers.bytes.len() as u32);
        }
        assert!((0..all.len()).all(|n| numbers.list(n).eq([all[n]])));
        assert_eq!(numbers.list(all.len()).next(), None);
    }

    #[test]
    fn numbers_are_found_as_they_are_written() {
        let all = [5, 300, 5, 300, 5, 44, 5, 1 << 15, 172, 2, 5];
        let written = |list: &[u32]| {
            let mut bytes = Vec::new();
            list.iter().for_each(|number| write(&mut bytes, *number));
            bytes
        };
        let bytes = written(&all);
        let numbers = Numbers { ends: vec![0, bytes.len() as u32], bytes };
        let looked_for = [&[5][..], &[5, 300], &[300, 5, 300], &[300, 5], &[2], &[44, 2], &[1 << 15, 172], &all, &[6]];
        for (n, list) in [&[][..], &all].into_iter().enumerate() {
            for looked_for in looked_for {
                let times = list.windows(looked_for.len()).filter(|window| *window == looked_for).count();
                assert_eq!(numbers.times(n, &written(looked_for)), times, "{looked_for:?}");
            }
        }
    }

    #[test]
    fn ascents_of_any_distance_are_kept() {
        let lists: [&[u32]; 4] = [&[0, 0, 1, 65_534, 131_068], &[], &[65_535, 131_071], &[1 << 30, (1 << 30) + 3]];
        let mut ascents = Ascents::empty(lists.len());
        let each = |ascents: &mut Ascents, act: fn(&mut Ascents, usize, u32)| {
            for (n, list) in lists.iter().enumerate() {
                list.iter().fold(0, |before, number| {
                    act(ascents, n, number - before);
                    *number
                });
            }
        };
        each(&mut ascents, Ascents::measure);
        ascents.make_room();
        each(&mut ascents, Ascents::fill);
        for (n, list) in lists.iter().enumerate() {
            assert!(ascents.list(n).eq(list.iter().map(|number| *number as usize)), "{n}");
        }
        assert_eq!(ascents.list(lists.len()).next(), None);
    }
}
