//! Many strings, and many lists of numbers, each in one array.

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

    /// From how long each list is to where each begins, which filling it moves to where it ends.
    pub(super) fn make_room(&mut self) {
        let mut start = 0;
        for end in &mut self.ends {
            start += std::mem::replace(end, start);
        }
        self.bytes = vec![0; start as usize];
    }
}

/// How many bytes a number takes.
pub(super) fn length(number: u32) -> u32 {
    (u32::BITS - (number | 1).leading_zeros()).div_ceil(7)
}

/// Writes a number at a place; where it ends.
pub(super) fn put(bytes: &mut [u8], mut at: usize, mut number: u32) -> usize {
    while number >= 0x80 {
        bytes[at] = number as u8 | 0x80;
        number >>= 7;
        at += 1;
    }
    bytes[at] = number as u8;
    at + 1
}

pub(super) fn write(bytes: &mut Vec<u8>, number: u32) {
    let at = bytes.len();
    bytes.resize(at + length(number) as usize, 0);
    put(bytes, at, number);
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
            assert_eq!(length(number), numbers.bytes.len() as u32 - numbers.ends.last().copied().unwrap_or(0));
            numbers.ends.push(numbers.bytes.len() as u32);
        }
        assert!((0..all.len()).all(|n| numbers.list(n).eq([all[n]])));
    }
}
