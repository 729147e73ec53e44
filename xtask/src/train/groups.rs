//! Groups of words that stand in like places: verbs of saying with verbs of saying, pronouns with pronouns, days with
//! days. A tagger that knows a word's group needs to have met only some word of the group, not the word itself.
//!
//! A word's places are counted from plain text: which words stand one and two places before and after it. The counts
//! become positive pointwise mutual information, the strongest directions of that table make each word a short vector,
//! and k-means groups the vectors. In the literature:
//!
//! - J. A. Bullinaria and J. P. Levy, "Extracting semantic representations from word co-occurrence statistics",
//!   Behavior Research Methods 39 (2007): positive pointwise mutual information with narrow windows.
//! - N. Halko, P. G. Martinsson and J. A. Tropp, "Finding structure with randomness", SIAM Review 53 (2011),
//!   algorithm 4.4: the leading directions of a large sparse table, from a random start.
//! - D. Arthur and S. Vassilvitskii, "k-means++: the advantages of careful seeding", SODA 2007; S. P. Lloyd, "Least
//!   squares quantization in PCM", IEEE Transactions on Information Theory 28 (1982).
//!
//! The same texts give the same groups everywhere: sums run in a fixed order, chance comes from a seeded generator, and
//! the logarithm, the only operation whose last bit differs between platforms, is rounded.
//!
//! Splitting text into words and folding their case is the caller's part, as is what is done with the groups.

mod k_means;

use std::collections::BTreeMap;

use k_means::{Chance, k_means, squared_distance};

/// How many groups there are, as many as the prototype of this module had: 200 keep verbs of saying apart from other
/// verbs and leave dozens of words in a group. Fits `u8`, with 0 left for words that have no group.
pub(crate) const GROUPS: u8 = 200;

/// How many words are grouped, the commonest first. Words beyond are too rare for their places to say much.
const VOCABULARY: usize = 12_000;

/// How often a word must occur to be grouped: with fewer occurrences its places are accidents.
const LEAST_COUNT: usize = 4;

/// How many words are told apart as neighbours, the commonest first; all others count as one neighbour, "other".
/// Common words mark grammatical places, which is what the groups are to show; rare ones mark subjects.
const NEIGHBOURS: usize = 1_500;

/// Where neighbours stand relative to the word, and what their information weighs. The nearest say most about a word's
/// grammatical place; those two away count half.
const OFFSETS: [(isize, f64); 4] = [(-1, 1.0), (1, 1.0), (-2, 0.5), (2, 0.5)];

/// Length of a word's vector. Enough directions for the grammatical places; more of them bring in subjects and noise.
const DIMENSIONS: usize = 60;

/// How often the random start is drawn towards the leading directions. Two to four are the usual choice (Halko,
/// Martinsson and Tropp 2011, section 4.5); three also make up for not starting with more directions than are kept.
const POWER_ROUNDS: usize = 3;

/// A direction of which less than this part is left when the earlier ones are taken out is rounding error: the table
/// has no further direction.
const NEGLIGIBLE: f64 = 1e-10;

/// Logarithms are rounded to multiples of one over this. Far finer than the counts deserve, and far coarser than the
/// difference between two platforms' logarithms.
const LOGARITHM_STEPS: f64 = 4096.0;

/// Where chance starts. Any number would do.
const SEED: u64 = 1;

/// A word as a point: where it stands, in the leading directions.
type Vector = [f64; DIMENSIONS];

/// Groups of words that stand in like places: word -> group number, from 1 to [`GROUPS`].
///
/// `texts` are tokens as [`groups`] is to tell them apart: the same case and apostrophes throughout, punctuation as
/// tokens of its own. Nothing is counted across the border of two texts. Words that are too rare are left out. With
/// fewer words than [`GROUPS`], each is a group.
pub(crate) fn groups(texts: &[Vec<&str>]) -> BTreeMap<String, u8> {
    groups_of(GROUPS, texts)
}

fn groups_of(count: u8, texts: &[Vec<&str>]) -> BTreeMap<String, u8> {
    let words = vocabulary(texts);
    let table = Table::count(&words, texts);
    // Damped, so that "the" and "," do not draw every centre towards themselves.
    let weights: Vec<f64> = table.row_totals().iter().map(|total| total.sqrt()).collect();
    let mut chance = Chance(SEED);
    let mut points = table.information().leading_directions(&mut chance);
    points.iter_mut().for_each(normalise);
    let groups = k_means(count, &points, &weights, &mut chance);
    words.into_iter().zip(groups).map(|(word, group)| (word.to_owned(), group + 1)).collect()
}

/// The words to group, the commonest first, words of like count in alphabetical order.
fn vocabulary<'a>(texts: &[Vec<&'a str>]) -> Vec<&'a str> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for word in texts.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut common: Vec<_> = counts.into_iter().filter(|&(_, count)| count >= LEAST_COUNT).collect();
    common.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    common.truncate(VOCABULARY);
    common.into_iter().map(|(word, _)| word).collect()
}

/// A sparse table: a row for each word, a column for each neighbour at each of [`OFFSETS`].
struct Table {
    /// For each row its cells that are not zero, as column and value, by column.
    rows: Vec<Vec<(usize, f64)>>,
    /// How many columns there are for each offset: the neighbours told apart, and then "other".
    band: usize,
}

impl Table {
    /// How often each word has each neighbour at each offset.
    fn count(words: &[&str], texts: &[Vec<&str>]) -> Self {
        let rows: BTreeMap<&str, usize> = words.iter().enumerate().map(|(row, &word)| (word, row)).collect();
        let other = NEIGHBOURS.min(words.len());
        let band = other + 1;
        let mut met: Vec<(usize, usize)> = Vec::new();
        for text in texts {
            let text: Vec<Option<usize>> = text.iter().map(|word| rows.get(word).copied()).collect();
            for (place, row) in text.iter().enumerate() {
                let Some(row) = *row else { continue };
                for (number, (offset, _)) in OFFSETS.iter().enumerate() {
                    let Some(neighbour) = place.checked_add_signed(*offset).and_then(|place| text.get(place)) else {
                        continue;
                    };
                    met.push((row, number * band + neighbour.map_or(other, |neighbour| neighbour.min(other))));
                }
            }
        }
        met.sort_unstable();
        let mut table = Self { rows: vec![Vec::new(); words.len()], band };
        for same in met.chunk_by(|a, b| a == b) {
            let (row, column) = same[0];
            table.rows[row].push((column, same.len() as f64));
        }
        table
    }

    fn columns(&self) -> usize {
        OFFSETS.len() * self.band
    }

    fn row_totals(&self) -> Vec<f64> {
        self.rows.iter().map(|row| row.iter().map(|(_, value)| value).sum()).collect()
    }

    fn column_totals(&self) -> Vec<f64> {
        let mut totals = vec![0.0; self.columns()];
        for (column, value) in self.rows.iter().flatten() {
            totals[*column] += value;
        }
        totals
    }

    /// The counts as positive pointwise mutual information, weighted by offset: how much more often than by chance a
    /// word and a neighbour meet. Cells at or below chance become zero.
    fn information(&self) -> Self {
        let (row_totals, column_totals) = (self.row_totals(), self.column_totals());
        let total: f64 = row_totals.iter().sum();
        let cell = |row_total: f64, column: usize, count: f64| {
            let information = (count * total / (row_total * column_totals[column])).ln();
            let rounded = (information * LOGARITHM_STEPS).round() / LOGARITHM_STEPS;
            (rounded > 0.0).then(|| (column, rounded * OFFSETS[column / self.band].1))
        };
        let rows = self.rows.iter().zip(&row_totals);
        let rows = rows.map(|(row, total)| row.iter().filter_map(|(column, count)| cell(*total, *column, *count)));
        Self { rows: rows.map(Iterator::collect).collect(), band: self.band }
    }

    /// The rows in the space of the table's leading right singular vectors (a truncated singular value decomposition).
    /// Which axes that space has is left open: a rotation changes no distance.
    fn leading_directions(&self, chance: &mut Chance) -> Vec<Vector> {
        let mut axes: Vec<Vector> = vec![[0.0; DIMENSIONS]; self.columns()];
        for value in axes.iter_mut().flatten() {
            *value = chance.unit() - 0.5;
        }
        for _ in 0..POWER_ROUNDS {
            orthonormalise(&mut axes);
            let mut drawn = vec![[0.0; DIMENSIONS]; self.columns()];
            for row in &self.rows {
                let point = project(row, &axes);
                for (column, value) in row {
                    add_scaled(&mut drawn[*column], *value, &point);
                }
            }
            axes = drawn;
        }
        orthonormalise(&mut axes);
        self.rows.iter().map(|row| project(row, &axes)).collect()
    }
}

/// A row of a table in the space of `axes`, which has a vector for each of the table's columns.
fn project(row: &[(usize, f64)], axes: &[Vector]) -> Vector {
    let mut point = [0.0; DIMENSIONS];
    for (column, value) in row {
        add_scaled(&mut point, *value, &axes[*column]);
    }
    point
}

/// Makes the columns of a matrix, given by rows, orthogonal and of length 1: Gram-Schmidt, where taking the earlier
/// columns out twice is enough for full precision (Giraud, Langou, Rozložník and van den Eshof 2005). Columns that
/// depend on earlier ones become zero.
fn orthonormalise(rows: &mut [Vector]) {
    for column in 0..DIMENSIONS {
        let before = column_length(rows, column);
        for _ in 0..2 {
            let mut along = [0.0; DIMENSIONS];
            for row in rows.iter() {
                for (sum, value) in along.iter_mut().zip(&row[..column]) {
                    *sum += value * row[column];
                }
            }
            for row in rows.iter_mut() {
                let earlier: f64 = along.iter().zip(&row[..column]).map(|(along, value)| along * value).sum();
                row[column] -= earlier;
            }
        }
        let length = column_length(rows, column);
        let scale = if length > before * NEGLIGIBLE { 1.0 / length } else { 0.0 };
        for row in rows.iter_mut() {
            row[column] *= scale;
        }
    }
}

fn column_length(rows: &[Vector], column: usize) -> f64 {
    rows.iter().map(|row| row[column] * row[column]).sum::<f64>().sqrt()
}

fn add_scaled(sum: &mut Vector, scale: f64, vector: &Vector) {
    for (sum, value) in sum.iter_mut().zip(vector) {
        *sum += scale * value;
    }
}

/// Brings a vector to length 1, so that how common a word is does not count. Zero stays zero.
fn normalise(vector: &mut Vector) {
    let length = squared_distance(vector, &[0.0; DIMENSIONS]).sqrt();
    if length > 0.0 {
        *vector = vector.map(|value| value / length);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences of two patterns, with every filler in every place of its kind.
    fn timetable() -> Vec<Vec<&'static str>> {
        let mut texts = Vec::new();
        for vehicle in ["tram", "ferry", "bus"] {
            for verb in ["stops", "waits", "turns"] {
                for place in ["harbour", "market", "depot"] {
                    texts.push(vec!["the", vehicle, verb, "at", "our", place, "."]);
                }
            }
        }
        texts
    }

    #[test]
    fn words_in_like_places_share_a_group() {
        let texts = timetable();
        // The vehicles, the verbs and the places, and each other word by itself.
        let groups = groups_of(7, &texts);
        for alike in [["tram", "ferry", "bus"], ["stops", "waits", "turns"], ["harbour", "market", "depot"]] {
            assert!(alike.iter().all(|word| groups[*word] == groups[alike[0]]), "{alike:?} in {groups:?}");
        }
        let first_of_each = ["the", "tram", "stops", "at", "our", "harbour", "."];
        let distinct: std::collections::BTreeSet<u8> = first_of_each.iter().map(|word| groups[*word]).collect();
        assert_eq!(distinct.len(), 7, "{groups:?}");
    }

    #[test]
    fn group_numbers_start_at_one_and_repeat() {
        let texts = timetable();
        let first = groups(&texts);
        assert!(first.values().all(|group| (1..=GROUPS).contains(group)), "{first:?}");
        assert_eq!(first, groups(&texts));
    }

    #[test]
    fn without_words_there_are_no_groups() {
        assert_eq!(groups(&[]), BTreeMap::new());
        assert_eq!(groups(&[vec![], vec!["lamp"]]), BTreeMap::new());
    }

    #[test]
    fn a_word_without_neighbours_does_no_harm() {
        let texts = vec![vec!["lamp"]; LEAST_COUNT];
        assert_eq!(groups(&texts), BTreeMap::from([("lamp".to_owned(), 1)]));
    }

    #[test]
    fn the_vocabulary_is_by_count_then_by_word_and_leaves_out_rare_words() {
        let text = [vec!["lamp"; 4], vec!["wick"; 3], vec!["oil"; 5], vec!["glass"; 4]].concat();
        assert_eq!(vocabulary(&[text]), ["oil", "glass", "lamp"]);
    }

    #[test]
    fn neighbours_are_counted_within_a_text_at_each_offset() {
        let words = ["a", "b"];
        let table = Table::count(&words, &[vec!["a", "b", "rare"], vec!["b", "a"]]);
        let (before, after, second_after, other) = (0, table.band, 3 * table.band, 2);
        assert_eq!(table.rows[0], [(before + 1, 1.0), (after + 1, 1.0), (second_after + other, 1.0)]);
        assert_eq!(table.rows[1], [(before, 1.0), (after, 1.0), (after + other, 1.0)]);
    }

    #[test]
    fn information_keeps_what_is_above_chance_and_halves_what_is_two_away() {
        let band = 2;
        let rows = vec![vec![(0, 2.0), (2 * band, 2.0)], vec![(1, 4.0)]];
        let table = Table { rows, band }.information();
        assert_eq!(table.rows.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
        let (near, far) = (table.rows[0][0].1, table.rows[0][1].1);
        assert!((near - 2f64.ln()).abs() < 1.0 / LOGARITHM_STEPS, "{near}");
        assert_eq!(far, near / 2.0);

        let by_chance = vec![vec![(0, 1.0), (1, 1.0)], vec![(0, 1.0), (1, 1.0)]];
        let table = Table { rows: by_chance, band }.information();
        assert!(table.rows.iter().all(Vec::is_empty));
    }

    #[test]
    fn leading_directions_keep_the_strong_rows_and_lose_the_weak() {
        let strength = |row| if row < DIMENSIONS { 10.0 + row as f64 } else { 0.5 };
        let rows = (0..2 * DIMENSIONS).map(|row| vec![(row, strength(row))]).collect();
        let points = Table { rows, band: 2 * DIMENSIONS / OFFSETS.len() }.leading_directions(&mut Chance(SEED));
        for (row, point) in points.iter().enumerate() {
            let length = squared_distance(point, &[0.0; DIMENSIONS]).sqrt();
            let expected = if row < DIMENSIONS { strength(row) } else { 0.0 };
            assert!((length - expected).abs() < 0.01, "row {row}: {length}");
        }
    }

    #[test]
    fn columns_become_orthonormal_and_dependent_ones_zero() {
        let mut chance = Chance(SEED);
        let mut rows = vec![[0.0; DIMENSIONS]; 2 * DIMENSIONS];
        rows.iter_mut().flatten().for_each(|value| *value = chance.unit());
        rows.iter_mut().for_each(|row| row[7] = 2.0 * row[3] - row[5]);
        orthonormalise(&mut rows);
        for a in 0..DIMENSIONS {
            for b in 0..=a {
                let product: f64 = rows.iter().map(|row| row[a] * row[b]).sum();
                let expected = if a == b && a != 7 { 1.0 } else { 0.0 };
                assert!((product - expected).abs() < 1e-12, "columns {a} and {b}: {product}");
            }
        }
    }

    #[test]
    fn draws_follow_the_shares() {
        let mut chance = Chance(SEED);
        let mut drawn = [0; 3];
        for _ in 0..1000 {
            if let Some(index) = chance.draw(&[1.0, 0.0, 3.0]) {
                drawn[index] += 1;
            }
        }
        assert_eq!(drawn[1], 0);
        assert!((200..300).contains(&drawn[0]) && drawn[0] + drawn[2] == 1000, "{drawn:?}");
        assert_eq!(chance.draw(&[0.0, 0.0]), None);
        assert_eq!(chance.draw(&[]), None);
    }
}
