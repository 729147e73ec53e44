//! What the machine can do: exact words and prefixes over sorted postings, facets as bit sets; no ranking, no marking, no
//! folding beyond case. An engine that is as fast as this can hardly be faster.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::Documents;

/// Up to so many values a facet is counted by bit sets where much matches, and otherwise document by document: a set
/// costs a bit of every document, whatever matches.
const FEW: usize = 64;

/// Bit sets and postings.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Floor {
    documents: usize,
    /// In order.
    terms: Vec<String>,
    /// The documents of each term, term after term.
    postings: Vec<u32>,
    /// Where in `postings` each term ends.
    ends: Vec<u32>,
    columns: Vec<crate::Column>,
    /// For each facet but the articles, of which there are too many, the documents of each value.
    sets: Vec<Vec<Bits>>,
}

type Bits = Vec<u64>;

#[wasm_bindgen]
impl Floor {
    /// From documents.
    pub fn build(documents: &Documents) -> Floor {
        let mut occurrences: Vec<(String, u32)> = Vec::new();
        for n in 0..documents.len() {
            let text = documents.text(n).to_ascii_lowercase();
            let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            let mut words: Vec<&str> = words.collect();
            words.sort_unstable();
            words.dedup();
            occurrences.extend(words.into_iter().map(|word| (word.to_owned(), n as u32)));
        }
        occurrences.sort_unstable();
        let (mut terms, mut ends, mut postings): (Vec<String>, Vec<u32>, Vec<u32>) = Default::default();
        for (term, n) in occurrences {
            if terms.last() != Some(&term) {
                terms.push(term);
                ends.push(0);
            }
            postings.push(n);
            if let Some(end) = ends.last_mut() {
                *end = postings.len() as u32;
            }
        }
        let columns: Vec<_> = (0..crate::FACETS.len()).map(|facet| documents.column(facet).clone()).collect();
        let words = documents.len().div_ceil(64);
        let sets = columns[..5].iter().map(|column| {
            let mut sets = vec![vec![0; words]; column.names.len()];
            for n in 0..documents.len() {
                for value in column.of(n) {
                    set(&mut sets[*value as usize], n);
                }
            }
            sets
        });
        Self { documents: documents.len(), sets: sets.collect(), terms, postings, ends, columns }
    }

    /// As [`Ours::query`](crate::Ours::query): counts, then ids. `text` is words with a space between them.
    pub fn query(&self, text: &str, prefix: bool, chosen: &[u32]) -> Vec<u32> {
        let mut found = vec![u64::MAX; self.documents.div_ceil(64)];
        if let (Some(last), rest) = (found.last_mut(), self.documents % 64)
            && rest > 0
        {
            *last = (1 << rest) - 1;
        }
        let last = text.split(' ').count();
        for (n, term) in text.split(' ').enumerate().filter(|(_, term)| !term.is_empty()) {
            and(&mut found, &self.with(term, prefix && n + 1 == last));
        }
        let mut by_facet: Vec<(usize, Bits)> = Vec::new();
        for pair in chosen.chunks_exact(2) {
            let facet = pair[0] as usize;
            let Some(set) = self.sets.get(facet).and_then(|sets| sets.get(pair[1] as usize)) else { continue };
            match by_facet.iter_mut().find(|(other, _)| *other == facet) {
                Some((_, either)) => either.iter_mut().zip(set).for_each(|(either, set)| *either |= set),
                None => by_facet.push((facet, set.clone())),
            }
        }
        let without = |lifted: Option<usize>| {
            let mut found = found.clone();
            for (_, set) in by_facet.iter().filter(|(facet, _)| Some(*facet) != lifted) {
                and(&mut found, set);
            }
            found
        };
        let matches = without(None);
        let ids = members(&matches);
        let mut answer = Vec::with_capacity(ids.len() + 8000);
        for facet in 0..self.columns.len() {
            if by_facet.iter().any(|(chosen, _)| *chosen == facet) {
                let lifted = without(Some(facet));
                self.count(facet, &lifted, &members(&lifted), &mut answer);
            } else {
                self.count(facet, &matches, &ids, &mut answer);
            }
        }
        answer.extend(ids);
        answer
    }
}

impl Floor {
    /// The documents with a term, or with one that begins so.
    fn with(&self, term: &str, prefix: bool) -> Bits {
        let first = self.terms.partition_point(|other| other.as_str() < term);
        let fits = |other: &String| if prefix { other.starts_with(term) } else { other == term };
        let end = first + self.terms[first..].partition_point(fits);
        let before = |term: usize| term.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        let mut found = vec![0; self.documents.div_ceil(64)];
        for n in &self.postings[before(first)..before(end)] {
            set(&mut found, *n as usize);
        }
        found
    }

    fn count(&self, facet: usize, found: &Bits, ids: &[u32], counts: &mut Vec<u32>) {
        let column = &self.columns[facet];
        if let Some(sets) = self.sets.get(facet)
            && column.names.len() <= FEW
            && ids.len() * 8 > self.documents
        {
            let both = |set: &Bits| set.iter().zip(found).map(|(set, found)| (set & found).count_ones()).sum::<u32>();
            counts.extend(sets.iter().map(both));
            return;
        }
        let from = counts.len();
        counts.resize(from + column.names.len(), 0);
        for n in ids {
            for value in column.of(*n as usize) {
                counts[from + *value as usize] += 1;
            }
        }
    }
}

fn set(bits: &mut Bits, n: usize) {
    bits[n / 64] |= 1 << (n % 64);
}

fn and(found: &mut Bits, other: &Bits) {
    found.iter_mut().zip(other).for_each(|(found, other)| *found &= other);
}

fn members(bits: &Bits) -> Vec<u32> {
    let mut members = Vec::with_capacity(bits.iter().map(|word| word.count_ones() as usize).sum());
    for (n, word) in bits.iter().enumerate() {
        let mut left = *word;
        while left != 0 {
            members.push(n as u32 * 64 + left.trailing_zeros());
            left &= left - 1;
        }
    }
    members
}
