//! A chain of tokens with marked stretches: which tokens belong to which role, scored by what is seen at the tokens and at
//! the boundaries between them.
//!
//! A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) whose states are "outside" and one state
//! a role. A token votes for the role that it belongs to; a boundary votes for roles to start or to end there. All sums are
//! of integers, so that every machine decodes the same.

use std::ops::Range;

use super::weights::Table;

/// A chain as the model sees it. A feature is the hash of what is seen and where.
pub(super) trait Observed {
    /// The tokens of the chain.
    fn range(&self) -> Range<usize>;
    /// What is seen at a token.
    fn token(&self, n: usize, see: &mut impl FnMut(u32));
    /// What is seen at the boundary before a token, or after the last.
    fn boundary(&self, n: usize, see: &mut impl FnMut(u32));
}

/// Makes features: hashes of a place to look at, counted from `first`, and what is there.
pub(super) struct Features<'s, S> {
    see: &'s mut S,
    place: u32,
}

impl<'s, S: FnMut(u32)> Features<'s, S> {
    pub(super) fn new(first: u32, see: &'s mut S) -> Self {
        Self { see, place: first }
    }

    pub(super) fn one(&mut self, a: u32) {
        let place = self.next();
        self.see(mixed(place, a));
    }

    pub(super) fn two(&mut self, a: u32, b: u32) {
        let place = self.next();
        self.see(mixed(mixed(place, a), b));
    }

    pub(super) fn three(&mut self, a: u32, b: u32, c: u32) {
        let place = self.next();
        self.see(mixed(mixed(mixed(place, a), b), c));
    }

    fn next(&mut self) -> u64 {
        self.place += 1;
        u64::from(self.place).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    fn see(&mut self, hash: u64) {
        (self.see)((hash >> 20) as u32);
    }
}

/// A hash with one more part. The multipliers, here and for places, are odd and have well-mixed bits: those of
/// MurmurHash3's finaliser and of splitmix64.
fn mixed(hash: u64, part: u32) -> u64 {
    let hash = (hash ^ u64::from(part)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^ hash >> 32
}

/// The most likely role of each token of a chain: 0 outside, else 1 to `ROLES`. `eager` is added where the first role
/// starts. Ties go to the lower role.
pub(super) fn decode<const ROLES: usize, const ENDS: usize, const STATES: usize>(
    chain: &impl Observed,
    tokens: &Table<ROLES>,
    boundaries: &Table<ENDS>,
    eager: i32,
) -> Vec<u8> {
    let range = chain.range();
    let mut back: Vec<[u8; STATES]> = Vec::with_capacity(range.len());
    let mut best = [i32::MIN / 2; STATES];
    best[0] = 0;
    for n in range.clone() {
        let ends = boundary(chain, n, boundaries, eager);
        let own: [i32; STATES] = token(chain, n, tokens);
        let mut next = [i32::MIN / 2; STATES];
        let mut from = [0_u8; STATES];
        for to in 0..STATES {
            for (before, score) in best.iter().enumerate() {
                let score = score + step(&ends, before, to) + own[to];
                if score > next[to] {
                    (next[to], from[to]) = (score, before as u8);
                }
            }
        }
        best = next;
        back.push(from);
    }
    let ends = boundary(chain, range.end, boundaries, eager);
    let last = |state: &usize| best[*state] + step(&ends, *state, 0);
    let mut state = (0..STATES).rev().max_by_key(last).unwrap_or_default();
    let mut roles = vec![0; back.len()];
    for (role, from) in roles.iter_mut().zip(&back).rev() {
        *role = state as u8;
        state = usize::from(from[state]);
    }
    roles
}

/// The votes of a token for each state: none for "outside".
fn token<const ROLES: usize, const STATES: usize>(
    chain: &impl Observed,
    n: usize,
    table: &Table<ROLES>,
) -> [i32; STATES] {
    let mut votes = [0; ROLES];
    chain.token(n, &mut |feature| table.add(feature, &mut votes));
    let mut states = [0; STATES];
    states[1..].copy_from_slice(&votes);
    states
}

/// The votes of a boundary: for each role, to start and to end.
fn boundary<const ENDS: usize>(chain: &impl Observed, n: usize, table: &Table<ENDS>, eager: i32) -> [i32; ENDS] {
    let mut votes = [0; ENDS];
    votes[0] = eager;
    chain.boundary(n, &mut |feature| table.add(feature, &mut votes));
    votes
}

/// What it scores to go from one state to another over a boundary.
fn step(ends: &[i32], from: usize, to: usize) -> i32 {
    if from == to {
        return 0;
    }
    let start = to.checked_sub(1).map_or(0, |role| ends[role * 2]);
    start + from.checked_sub(1).map_or(0, |role| ends[role * 2 + 1])
}

/// The stretches of a role, as ranges of tokens from `first` on.
pub(super) fn stretches(roles: &[u8], role: u8, first: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in (0..roles.len()).filter(|at| roles[*at] == role) {
        match found.last_mut() {
            Some(last) if last.end == first + at => last.end += 1,
            _ => found.push(first + at..first + at + 1),
        }
    }
    found
}
