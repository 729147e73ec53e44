//! Grouping points by k-means from well-spread starts (Arthur and Vassilvitskii 2007; Lloyd 1982).

use super::{DIMENSIONS, Vector, add_scaled};

/// How many points are drawn for each starting centre of k-means; the one that leaves the least distance is kept. As
/// Arthur and Vassilvitskii suggest, and about as many as scikit-learn draws for [`GROUPS`], 2 + ln 200.
const CANDIDATES: usize = 7;

/// Upper bound on the rounds of k-means. By then only single words on the borders of groups still move.
const LLOYD_ROUNDS: usize = 25;

/// For each point the number, from 0, of its group: at most `count` groups around weighted means.
pub(super) fn k_means(count: u8, points: &[Vector], weights: &[f64], chance: &mut Chance) -> Vec<u8> {
    let mut centres = spread_centres(count, points, weights, chance);
    let mut groups = vec![0; points.len()];
    for _ in 0..LLOYD_ROUNDS {
        let nearer: Vec<u8> = points.iter().map(|point| nearest(point, &centres)).collect();
        if nearer == groups {
            break;
        }
        groups = nearer;
        let mut sums = vec![([0.0; DIMENSIONS], 0.0); centres.len()];
        for ((point, weight), group) in points.iter().zip(weights).zip(&groups) {
            let (sum, total) = &mut sums[usize::from(*group)];
            add_scaled(sum, *weight, point);
            *total += weight;
        }
        for (centre, (sum, total)) in centres.iter_mut().zip(sums) {
            // A group that has lost all its points waits where it was.
            if total > 0.0 {
                *centre = sum.map(|value| value / total);
            }
        }
    }
    groups
}

/// Points to start k-means from, drawn by weight and by squared distance from those drawn before; each the best of
/// several draws.
fn spread_centres(count: u8, points: &[Vector], weights: &[f64], chance: &mut Chance) -> Vec<Vector> {
    let mut centres: Vec<Vector> = Vec::new();
    // What each point costs, and so how likely it is to be drawn. The first is drawn by weight alone.
    let mut costs = weights.to_vec();
    for _ in 0..count {
        let draws: Vec<usize> = (0..CANDIDATES).filter_map(|_| chance.draw(&costs)).collect();
        let tries = draws.into_iter().map(|drawn| {
            let centre = points[drawn];
            let fresh = points.iter().zip(weights).map(|(point, weight)| weight * squared_distance(point, &centre));
            let left: Vec<f64> = match centres.is_empty() {
                true => fresh.collect(),
                false => fresh.zip(&costs).map(|(fresh, cost)| fresh.min(*cost)).collect(),
            };
            (left.iter().sum::<f64>(), left, centre)
        });
        let Some((_, left, centre)) = tries.min_by(|a, b| a.0.total_cmp(&b.0)) else { break };
        costs = left;
        centres.push(centre);
    }
    centres
}

/// The number of the centre nearest to a point, of equally near ones the first.
fn nearest(point: &Vector, centres: &[Vector]) -> u8 {
    let mut best = (0, f64::INFINITY);
    for (number, centre) in (0..).zip(centres) {
        let distance = squared_distance(point, centre);
        if distance < best.1 {
            best = (number, distance);
        }
    }
    best.0
}

pub(super) fn squared_distance(a: &Vector, b: &Vector) -> f64 {
    // Four sums side by side, in a fixed order, so that the processor need not wait for one.
    let mut sums = [0.0; 4];
    for (a, b) in a.chunks_exact(4).zip(b.chunks_exact(4)) {
        for (sum, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += (a - b) * (a - b);
        }
    }
    sums.iter().sum()
}

// `squared_distance` goes by fours.
const _: () = assert!(DIMENSIONS.is_multiple_of(4));

/// Repeatable chance: a linear congruential generator with the multiplier and increment of Knuth's MMIX (The Art of
/// Computer Programming, volume 2, section 3.3.4).
pub(super) struct Chance(pub(super) u64);

impl Chance {
    /// A number from 0 up to, but not including, 1. Of the state only the upper bits, which repeat latest, are used.
    pub(super) fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// An index, drawn in proportion to the shares; none if all are zero.
    pub(super) fn draw(&mut self, shares: &[f64]) -> Option<usize> {
        let mut left = self.unit() * shares.iter().sum::<f64>();
        let mut last = None;
        for (index, share) in shares.iter().enumerate().filter(|(_, share)| **share > 0.0) {
            last = Some(index);
            left -= share;
            if left < 0.0 {
                break;
            }
        }
        last
    }
}
