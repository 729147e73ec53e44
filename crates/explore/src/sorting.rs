//! Sorting for code that is downloaded: the standard library's sort is some five kilobytes anew for each kind of item and
//! comparison; here it is compiled once.

use std::cmp::Ordering;

/// Sorts by a comparison; what compares as equal keeps its order.
pub fn sort_by<T: Clone>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let before = items.to_vec();
    let order = order(before.len(), &|a, b| compare(&before[a], &before[b]));
    for (item, from) in items.iter_mut().zip(order) {
        *item = before[from].clone();
    }
}

/// Sorts.
pub fn sort<T: Clone + Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts by a key; what has the same key keeps its order.
pub fn sort_by_key<T: Clone, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Puts numbers in the order of their upper halves; what is the same there keeps its order. By digits, the last one first,
/// which takes as long as going through them a few times.
pub(crate) fn sort_by_upper_half(numbers: &mut Vec<u64>) {
    let mut sorted = vec![0; numbers.len()];
    for shift in [32, 40, 48, 56] {
        let digit = |number: u64| (number >> shift) as usize & 0xff;
        let mut ends = [0_usize; 0x100];
        numbers.iter().for_each(|number| ends[digit(*number)] += 1);
        // From how many there are to where they begin; putting them there moves that to where they end.
        let mut start = 0;
        for end in &mut ends {
            start += std::mem::replace(end, start);
        }
        for number in &*numbers {
            let place = &mut ends[digit(*number)];
            sorted[*place] = *number;
            *place += 1;
        }
        std::mem::swap(numbers, &mut sorted);
    }
}

/// The places of `n` items in order.
fn order(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        let mut words = ["two", "one", "three", "six", "eleven"];
        sort_by_key(&mut words, |word| word.len());
        assert_eq!(words, ["two", "one", "six", "three", "eleven"]);
        sort_by(&mut words, |a, b| b.cmp(a));
        assert_eq!(words, ["two", "three", "six", "one", "eleven"]);
        sort_by_key(&mut words[..0], |word| word.len());
    }

    #[test]
    fn numbers_are_sorted_by_their_upper_halves_alone() {
        let of = |upper: u32, lower: u32| u64::from(upper) << 32 | u64::from(lower);
        let mut numbers = Vec::new();
        for lower in 0..5 {
            numbers.extend([u32::MAX, 1 << 16, 0, 255, 256, 1 << 24].map(|upper| of(upper, 9 - lower)));
        }
        let mut expected = numbers.clone();
        expected.sort_by_key(|number| number >> 32);
        sort_by_upper_half(&mut numbers);
        assert_eq!(numbers, expected);
        sort_by_upper_half(&mut Vec::new());
    }
}
