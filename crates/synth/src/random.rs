//! Chance from a seed.

/// SplitMix64 (Steele, Lea and Flood 2014): ten lines that never change, where the generators of a library may with its
/// version.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`. Numbers of 64 bits are so many more than any bound here that the remainder is even enough.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    /// One of a list that is not empty.
    pub(crate) fn one<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

/// Draws ranks, each as often as the inverse of itself.
pub(crate) struct Zipf {
    /// The sum of the weights up to each rank.
    sums: Vec<u64>,
}

impl Zipf {
    /// The more `flat`, the less often the first ranks come (the shift of Mandelbrot 1953).
    pub(crate) fn new(ranks: usize, flat: u64) -> Self {
        let mut sum = 0;
        let mut next = |rank| {
            sum += (1 << 32) / (rank + 1 + flat);
            sum
        };
        Self { sums: (0..ranks as u64).map(&mut next).collect() }
    }

    pub(crate) fn draw(&self, random: &mut Random) -> usize {
        let all = self.sums.last().copied().unwrap_or(1);
        let drawn = random.next() % all;
        self.sums.partition_point(|sum| *sum <= drawn)
    }
}
