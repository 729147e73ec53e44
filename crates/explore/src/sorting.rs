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
}
