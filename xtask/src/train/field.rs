//! Learning the weights of a chain (Lafferty, McCallum and Pereira 2001): those that make the annotated roles likely.
//!
//! Online, one chain after the other, with FTRL-Proximal (McMahan et al. 2013), whose L1 term leaves most weights at nothing,
//! and with features left out at random (Srivastava et al. 2014), so that none relies on another. A pass over the texts
//! takes seconds where batch methods take as long an iteration and need a hundred.

use std::iter::zip;

use ::mine::training::{Chain, MARK_BITS, ROW_BITS, ROWS, SCALE, place};

use super::Example;

/// Passes over the examples. More change nothing on PolNeAR's dev part.
const ROUNDS: usize = 6;

/// Share of the features that a chain is seen without while learning, in 65,536ths: .3. On the dev part .3 and .5 gain two
/// points of content over none.
const LEFT_OUT: u64 = 19_661;

/// The largest step of a weight. Of little effect between .05 and .2.
const STEP: f32 = 0.1;

/// How strongly a weight is drawn to nothing. Chosen on the dev part: of the values that cost no accuracy the one that
/// leaves the fewest weights.
const L1: f32 = 3.0;

/// How strongly large weights are made smaller. Chosen on the dev part.
const L2: f32 = 40.0;

/// Gradients below this are passed over.
const NEGLIGIBLE: f32 = 1e-4;

/// Bits of a feature's hash that tell it from others.
const BITS: u32 = ROW_BITS + MARK_BITS;

/// The weights of a chain while they are learned.
pub(super) struct Field {
    roles: usize,
    tokens: Weights,
    boundaries: Weights,
    random: Random,
}

/// Votes of a chain: for each token a role, for each boundary the start and the end of each role.
struct Votes {
    tokens: Vec<f32>,
    boundaries: Vec<f32>,
}

impl Field {
    pub(super) fn new(roles: usize) -> Self {
        Self { roles, tokens: Weights::new(roles), boundaries: Weights::new(2 * roles), random: Random(7) }
    }

    /// Learns from examples; tells the loss of each round: minus the logarithm of the likelihood.
    pub(super) fn learn(&mut self, examples: &[Example], mut tell: impl FnMut(usize, f64)) {
        let mut order: Vec<usize> = (0..examples.len()).collect();
        for round in 1..=ROUNDS {
            self.random.shuffle(&mut order);
            let mut loss = 0.0;
            for n in &order {
                let (chain, roles) = &examples[*n];
                let thinned = self.thinned(chain);
                loss += f64::from(self.step(&thinned, roles));
            }
            tell(round, loss);
        }
    }

    /// The weights as they are kept: of tokens and of boundaries.
    pub(super) fn tables(&self) -> (Table, Table) {
        (self.tokens.table(), self.boundaries.table())
    }

    fn thinned(&mut self, chain: &Chain) -> Chain {
        let mut thin = |features: &Vec<u32>| {
            features.iter().copied().filter(|_| self.random.next() & 0xffff >= LEFT_OUT).collect()
        };
        Chain {
            range: chain.range.clone(),
            tokens: chain.tokens.iter().map(&mut thin).collect(),
            boundaries: chain.boundaries.iter().map(&mut thin).collect(),
        }
    }

    fn votes(&self, chain: &Chain) -> Votes {
        let all = |of: &[Vec<u32>], weights: &Weights| {
            let mut votes = vec![0.0; of.len() * weights.width];
            for (features, votes) in zip(of, votes.chunks_mut(weights.width)) {
                features.iter().for_each(|feature| weights.add(*feature, votes));
            }
            votes
        };
        Votes { tokens: all(&chain.tokens, &self.tokens), boundaries: all(&chain.boundaries, &self.boundaries) }
    }

    /// One step towards the roles of a chain; the loss before it.
    fn step(&mut self, chain: &Chain, roles: &[u8]) -> f32 {
        let count = chain.tokens.len();
        if count == 0 {
            return 0.0;
        }
        let votes = self.votes(chain);
        let lattice = Lattice { roles: self.roles, states: self.roles + 1, count, votes: &votes };
        let (mut gradient, loss) = lattice.gradient(roles);
        update(&mut self.tokens, &chain.tokens, &mut gradient.tokens);
        update(&mut self.boundaries, &chain.boundaries, &mut gradient.boundaries);
        loss
    }
}

fn update(weights: &mut Weights, features: &[Vec<u32>], gradient: &mut [f32]) {
    let width = weights.width;
    for (features, gradient) in zip(features, gradient.chunks_mut(width)) {
        if gradient.iter().any(|part| part.abs() >= NEGLIGIBLE) {
            for feature in features {
                weights.step(*feature, gradient);
            }
        }
    }
}

/// All ways through a chain: state 0 is outside, the others are the roles.
struct Lattice<'v> {
    roles: usize,
    states: usize,
    count: usize,
    votes: &'v Votes,
}

impl Lattice<'_> {
    fn token(&self, n: usize, state: usize) -> f32 {
        state.checked_sub(1).map_or(0.0, |role| self.votes.tokens[n * self.roles + role])
    }

    /// Over the boundary before token `n`.
    fn boundary(&self, n: usize, from: usize, to: usize) -> f32 {
        if from == to {
            return 0.0;
        }
        let votes = &self.votes.boundaries[n * 2 * self.roles..];
        let start = to.checked_sub(1).map_or(0.0, |role| votes[2 * role]);
        start + from.checked_sub(1).map_or(0.0, |role| votes[2 * role + 1])
    }

    /// What is expected of each vote less what is annotated, and the loss: forward and backward (Rabiner 1989).
    fn gradient(&self, gold: &[u8]) -> (Votes, f32) {
        let (states, count) = (self.states, self.count);
        let mut forward = vec![0.0; count * states];
        let mut backward = vec![0.0; count * states];
        let mut parts = vec![0.0; states];
        for (to, forward) in forward.iter_mut().enumerate().take(states) {
            *forward = self.boundary(0, 0, to) + self.token(0, to);
        }
        for n in 1..count {
            for to in 0..states {
                for (from, part) in parts.iter_mut().enumerate() {
                    *part = forward[(n - 1) * states + from] + self.boundary(n, from, to);
                }
                forward[n * states + to] = log_sum(&parts) + self.token(n, to);
            }
        }
        for from in 0..states {
            backward[(count - 1) * states + from] = self.boundary(count, from, 0);
        }
        for n in (1..count).rev() {
            for from in 0..states {
                for (to, part) in parts.iter_mut().enumerate() {
                    *part = self.boundary(n, from, to) + self.token(n, to) + backward[n * states + to];
                }
                backward[(n - 1) * states + from] = log_sum(&parts);
            }
        }
        for (part, (forward, backward)) in zip(&mut parts, zip(&forward, &backward)) {
            *part = forward + backward;
        }
        let all = log_sum(&parts);

        let mut gradient =
            Votes { tokens: vec![0.0; count * self.roles], boundaries: vec![0.0; (count + 1) * 2 * self.roles] };
        for n in 0..count {
            for state in 1..states {
                let both = forward[n * states + state] + backward[n * states + state];
                gradient.tokens[n * self.roles + state - 1] = (both - all).exp();
            }
        }
        for n in 0..=count {
            for from in 0..if n == 0 { 1 } else { states } {
                for to in (0..if n == count { 1 } else { states }).filter(|to| *to != from) {
                    let before = if n == 0 { 0.0 } else { forward[(n - 1) * states + from] };
                    let after = if n == count { 0.0 } else { self.token(n, to) + backward[n * states + to] };
                    let likely = (before + self.boundary(n, from, to) + after - all).exp();
                    self.count(&mut gradient, n, from, to, likely);
                }
            }
        }
        let mut score = 0.0;
        let state = |n: usize| gold.get(n).map_or(0, |role| usize::from(*role));
        for n in 0..=count {
            let (from, to) = (n.checked_sub(1).map_or(0, state), state(n));
            if n < count && to > 0 {
                gradient.tokens[n * self.roles + to - 1] -= 1.0;
                score += self.token(n, to);
            }
            if from != to {
                score += self.boundary(n, from, to);
                self.count(&mut gradient, n, from, to, -1.0);
            }
        }
        (gradient, all - score)
    }

    fn count(&self, gradient: &mut Votes, n: usize, from: usize, to: usize, by: f32) {
        let votes = &mut gradient.boundaries[n * 2 * self.roles..];
        if let Some(role) = to.checked_sub(1) {
            votes[2 * role] += by;
        }
        if let Some(role) = from.checked_sub(1) {
            votes[2 * role + 1] += by;
        }
    }
}

fn log_sum(parts: &[f32]) -> f32 {
    let most = parts.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    most + parts.iter().map(|part| (part - most).exp()).sum::<f32>().ln()
}

/// The weights of features, and what FTRL-Proximal remembers of each.
struct Weights {
    width: usize,
    weights: Vec<f32>,
    sums: Vec<f32>,
    squares: Vec<f32>,
}

impl Weights {
    fn new(width: usize) -> Self {
        let zeros = || vec![0.0; width << BITS];
        Self { width, weights: zeros(), sums: zeros(), squares: zeros() }
    }

    fn first(&self, feature: u32) -> usize {
        (feature & ((1 << BITS) - 1)) as usize * self.width
    }

    fn add(&self, feature: u32, votes: &mut [f32]) {
        let first = self.first(feature);
        for (vote, weight) in zip(votes, &self.weights[first..]) {
            *vote += weight;
        }
    }

    fn step(&mut self, feature: u32, gradient: &[f32]) {
        let first = self.first(feature);
        for (at, part) in (first..).zip(gradient).filter(|(_, part)| part.abs() >= NEGLIGIBLE) {
            let squares = self.squares[at] + part * part;
            let rate = (squares.sqrt() - self.squares[at].sqrt()) / STEP;
            let sum = self.sums[at] + part - rate * self.weights[at];
            (self.squares[at], self.sums[at]) = (squares, sum);
            self.weights[at] =
                if sum.abs() <= L1 { 0.0 } else { -(sum - sum.signum() * L1) / (squares.sqrt() / STEP + L2) };
        }
    }

    /// Of the features that share a row the one that matters most is kept: weight times how often it was needed.
    fn table(&self) -> Table {
        let mut rows = vec![(0, vec![0; self.width]); ROWS];
        let mut most = vec![0.0; ROWS];
        for feature in 0..1_u32 << BITS {
            let first = self.first(feature);
            let weights = &self.weights[first..first + self.width];
            let matters = zip(weights, &self.squares[first..])
                .map(|(weight, squares)| weight.abs() * squares.sqrt())
                .fold(0.0, f32::max);
            let kept: Vec<i8> =
                weights.iter().map(|weight| (weight * SCALE).round().clamp(-127.0, 127.0) as i8).collect();
            let (row, mark) = place(feature);
            if kept.iter().any(|weight| *weight != 0) && matters > most[row] {
                most[row] = matters;
                rows[row] = (mark, kept);
            }
        }
        Table { rows }
    }
}

/// Weights as they are kept.
pub(super) struct Table {
    rows: Vec<(u8, Vec<i8>)>,
}

impl Table {
    pub(super) fn bytes(&self) -> impl Iterator<Item = u8> {
        self.rows.iter().flat_map(|(mark, weights)| std::iter::once(*mark).chain(weights.iter().map(|w| *w as u8)))
    }
}

/// Knuth's linear congruential generator: the same numbers every time.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn shuffle(&mut self, list: &mut [usize]) {
        for n in (1..list.len()).rev() {
            list.swap(n, self.next() as usize % (n + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_annotated_is_learned() {
        // A token with feature 1 is in the role, with feature 2 outside.
        let example = |features: &[u32]| {
            let chain = Chain {
                range: 0..features.len(),
                tokens: features.iter().map(|feature| vec![*feature]).collect(),
                boundaries: vec![vec![3]; features.len() + 1],
            };
            (chain, features.iter().map(|feature| u8::from(*feature == 1)).collect::<Vec<u8>>())
        };
        let examples: Vec<Example> =
            (0..200).map(|n| example(if n % 2 == 0 { &[2, 1, 2] } else { &[1, 2, 2] })).collect();
        let mut losses = Vec::new();
        let mut field = Field::new(1);
        field.learn(&examples, |_, loss| losses.push(loss));
        assert!(losses.last() < losses.first(), "{losses:?}");
        let weight = |feature: u32| {
            let mut votes = [0.0];
            field.tokens.add(feature, &mut votes);
            votes[0]
        };
        assert!(weight(1) > 0.0 && weight(2) < 0.0, "{} {}", weight(1), weight(2));
    }
}
