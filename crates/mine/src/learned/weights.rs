//! The learned weights: what `cargo xtask train` has written, read in place but for what is known of words.
//!
//! The file has what is known of words (a count, then hashes in order, each with the numbers of [`Known`]), and four
//! tables. A table has [`ROWS`] rows; a feature's row is told by the low bits of its hash, and whether the row is its own
//! by the next bits.
//! All numbers are little-endian. `MODEL.md` says what the weights were learned from.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::Known;

/// Rows of a table: two to the power of [`ROW_BITS`].
pub const ROWS: usize = 1 << ROW_BITS;

/// Bits of a feature's hash that tell its row. With one bit fewer, one of three features would have to go.
pub const ROW_BITS: u32 = 16;

/// Bits of a feature's hash that tell it from others of the same row.
pub const MARK_BITS: u32 = 6;

/// What a weight of one is in the file: steps of 1/32 cost no accuracy, and the largest weights fit into a byte.
pub const SCALE: f32 = 32.0;

/// Bytes of a word in the list of words: hash, group and the two rates.
const WORD: usize = 7;

const FILE: &[u8] = include_bytes!("weights.bin");

/// A feature's row, and the mark that the row has if it is this feature's: not 0, which an empty row has.
pub fn place(feature: u32) -> (usize, u8) {
    let row = feature as usize & (ROWS - 1);
    (row, (feature >> ROW_BITS & ((1 << MARK_BITS) - 1)) as u8 + 1)
}

/// The weights of features: `N` each.
pub(super) struct Table<const N: usize> {
    rows: &'static [u8],
}

impl<const N: usize> Table<N> {
    /// Adds the weights of a feature.
    pub(super) fn add(&self, feature: u32, to: &mut [i32; N]) {
        let (row, mark) = place(feature);
        if let Some([found, weights @ ..]) = self.rows.get(row * (N + 1)..(row + 1) * (N + 1))
            && *found == mark
        {
            for (sum, weight) in to.iter_mut().zip(weights) {
                *sum += i32::from(*weight as i8);
            }
        }
    }

    /// The table at the start of some bytes, and the bytes after it.
    fn first(bytes: &'static [u8]) -> (Self, &'static [u8]) {
        let (rows, rest) = bytes.split_at(bytes.len().min(ROWS * (N + 1)));
        (Self { rows }, rest)
    }
}

/// Everything that was learned.
pub(super) struct Weights {
    words: &'static [u8],
    pub(super) cue_tokens: Table<1>,
    pub(super) cue_boundaries: Table<2>,
    pub(super) role_tokens: Table<2>,
    pub(super) role_boundaries: Table<4>,
}

impl Weights {
    pub(super) fn get() -> Self {
        let count = FILE.first_chunk().map_or(0, |count| u32::from_le_bytes(*count) as usize);
        let (words, tables) = FILE.get(4..).unwrap_or_default().split_at_checked(count * WORD).unwrap_or_default();
        let (cue_tokens, tables) = Table::first(tables);
        let (cue_boundaries, tables) = Table::first(tables);
        let (role_tokens, tables) = Table::first(tables);
        let (role_boundaries, _) = Table::first(tables);
        Self { words, cue_tokens, cue_boundaries, role_tokens, role_boundaries }
    }

    /// What is known of a word, by its hash.
    pub(super) fn known(&self, form: u32) -> Known {
        KNOWN.get(&form).copied().unwrap_or_default()
    }
}

/// What is known by word, since every word is looked up.
static KNOWN: LazyLock<FxHashMap<u32, Known>> = LazyLock::new(|| {
    let (words, _) = Weights::get().words.as_chunks::<WORD>();
    let known = |[a, b, c, d, group, cue, source]: &[u8; WORD]| {
        (u32::from_le_bytes([*a, *b, *c, *d]), Known { group: *group, cue: *cue, source: *source })
    };
    words.iter().map(known).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_whole() {
        let weights = Weights::get();
        let rows = |width: usize| ROWS * (width + 1);
        assert_eq!(weights.cue_tokens.rows.len(), rows(1));
        assert_eq!(weights.cue_boundaries.rows.len(), rows(2));
        assert_eq!(weights.role_tokens.rows.len(), rows(2));
        assert_eq!(weights.role_boundaries.rows.len(), rows(4));
        assert_eq!(FILE.len(), 4 + weights.words.len() + rows(1) + rows(2) + rows(2) + rows(4));
        assert!(FILE.len() <= 1_000_000, "at most 1 MB: {}", FILE.len());
    }
}
