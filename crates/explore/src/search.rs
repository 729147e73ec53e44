//! The search text: what it asks for, whether a text has it, and where.
//!
//! A text is compared as its folded words, each between two spaces: ` the phone is going dark `. So a word, the
//! beginning of a word and a phrase are each found by looking for a string: ` dark `, ` da`, ` going da`.

use std::ops::Range;

use corpus::Span;

use crate::fold::{push_folded, words};
use crate::sort_by_key;

/// What a reader searches for. All of it must occur, in any order:
///
/// - `encrypt`: a word that begins so. Also when a space follows, so that typing on does not lose hits;
/// - `warrant-proof`: these words next to each other, the last one as above;
/// - `"going dark"`, in straight or curly quotation marks: exactly these words next to each other. While the phrase is
///   not closed, its last word may be the beginning of one;
/// - `-police`, `-"going dark"`: must not occur.
///
/// Case, diacritics, punctuation and a possessive `'s` make no difference. Quotation marks and hyphens without a word
/// ask for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    wanted: Vec<String>,
    unwanted: Vec<String>,
}

impl Search {
    /// Reads what was typed; whatever it is.
    pub fn new(text: &str) -> Self {
        let mut search = Self::default();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let (minus, term) = match rest.strip_prefix('-') {
                Some(term) => (true, term),
                None => (false, rest),
            };
            let (words, whole, after) = match term.strip_prefix(is_quote) {
                Some(phrase) => match phrase.split_once(is_quote) {
                    Some((words, after)) => (words, true, after),
                    None => (phrase, false, ""),
                },
                None => {
                    let (words, after) = term.split_at(term.find(ends_bare_term).unwrap_or(term.len()));
                    (words, false, after)
                }
            };
            let needle = needle(words, whole);
            match (needle, minus) {
                (Some(needle), true) => search.unwanted.push(needle),
                (Some(needle), false) => search.wanted.push(needle),
                (None, _) => {}
            }
            rest = after.trim_start();
        }
        search
    }

    /// Whether it asks for nothing, so that every text has it.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.unwanted.is_empty()
    }

    /// The stretches of `text` to mark: whole words, in order, apart from each other; a phrase is one stretch. Each term
    /// is marked where it occurs, whether or not the others occur in this text; what must not occur never is.
    pub fn hits(&self, text: &str) -> Vec<Span> {
        if self.wanted.is_empty() {
            return Vec::new();
        }
        let mut haystack = Haystack::default();
        let places = haystack.push_field(text);
        let mut hits: Vec<Span> =
            self.wanted.iter().flat_map(|needle| haystack.find(needle)).map(|found| stretch(&places, found)).collect();
        sort_by_key(&mut hits, |hit| *hit);
        hits.dedup_by(|next, kept| {
            let joined = kept.overlaps(*next);
            if joined {
                kept.end = kept.end.max(next.end);
            }
            joined
        });
        hits
    }

    /// Whether all that is wanted, and nothing that is not, occurs in `haystack` or in the `other`.
    pub(crate) fn finds(&self, haystack: &Haystack, other: Option<&Haystack>) -> bool {
        let has = |haystack: &Haystack, needle: &str| haystack.0.contains(needle);
        let occurs = |needle: &String| has(haystack, needle) || other.is_some_and(|other| has(other, needle));
        self.wanted.iter().all(occurs) && !self.unwanted.iter().any(occurs)
    }

    /// How much each wanted term says about a text: the rarer among `texts`, the more. Inverse document frequency
    /// (Spärck Jones 1972), as one more than the logarithm to base 2.
    pub(crate) fn rarity(&self, texts: &[&Haystack]) -> Vec<u32> {
        let has = |needle: &String| texts.iter().filter(|text| text.0.contains(needle.as_str())).count();
        self.wanted.iter().map(|needle| 1 + (texts.len() / has(needle).max(1)).max(1).ilog2()).collect()
    }

    /// How well a text fits: each wanted term by its rarity and by how often it occurs, of which each further time counts
    /// less (the saturation of BM25, Robertson and Zaragoza 2009, with k = 1). In hundredths.
    pub(crate) fn fit(&self, text: &Haystack, rarity: &[u32]) -> u32 {
        let times = |needle: &String| u32::try_from(text.find(needle).count()).unwrap_or(u32::MAX);
        let saturated = |times: u32| u32::try_from(200 * u64::from(times) / (u64::from(times) + 1)).unwrap_or(200);
        self.wanted.iter().zip(rarity).map(|(needle, rarity)| rarity * saturated(times(needle))).sum()
    }
}

/// Fields made ready for searching.
#[derive(Clone, Debug, Default)]
pub(crate) struct Haystack(String);

impl Haystack {
    /// Adds a field; no phrase runs from one into the next. Returns where each word now stands: its offset here, and
    /// its span in `text`.
    pub(crate) fn push_field(&mut self, text: &str) -> Vec<(usize, Span)> {
        self.0.push(' ');
        words(text)
            .map(|span| {
                let at = self.0.len();
                push_folded(&mut self.0, &text[span.range()]);
                self.0.push(' ');
                (at, span)
            })
            .collect()
    }

    /// Every place of a needle; two that share a space, or more, are both found.
    fn find(&self, needle: &str) -> impl Iterator<Item = Range<usize>> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = from + self.0[from..].find(needle)?;
            from = at + 1; // behind the space that each needle begins with
            Some(at..at + needle.len())
        })
    }
}

/// From the first to the last of the words that begin in `found`.
fn stretch(places: &[(usize, Span)], found: Range<usize>) -> Span {
    let before = |offset: usize| places.partition_point(|(at, _)| *at < offset);
    let (first, last) = (places[before(found.start)].1, places[before(found.end) - 1].1);
    Span { start: first.start, end: last.end }
}

/// What to look for in a [`Haystack`]: these words next to each other, the last one `whole` or the beginning of one.
fn needle(text: &str, whole: bool) -> Option<String> {
    let mut needle = String::new();
    for word in words(text) {
        needle.push(' ');
        push_folded(&mut needle, &text[word.range()]);
    }
    if needle.is_empty() {
        return None;
    }
    if whole {
        needle.push(' ');
    }
    Some(needle)
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

fn ends_bare_term(c: char) -> bool {
    c.is_whitespace() || is_quote(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(search: &str, fields: &[&str]) -> bool {
        let mut haystack = Haystack::default();
        for field in fields {
            haystack.push_field(field);
        }
        Search::new(search).finds(&haystack, None)
    }

    #[test]
    fn each_term_must_be_found_as_it_is_meant() {
        let text = "The FBI’s director feared warrant-proof phones “going dark”.";
        for search in [
            "",
            "fbi",
            "FBI's dir",
            "dark fbi",
            "war ",
            "proof",
            "warrant-proof",
            "warrant-pro",
            "\"going dark\"",
            "“going dark”",
            "\"going da",
            "\"phones going\"",
            "-police",
            "fbi -\"dark going\"",
            "- fbi",
            "\" fbi",
            "-",
            "\"",
            "-\"",
            "?!",
        ] {
            assert!(finds(search, &[text]), "{search}");
        }
        for search in [
            "police",
            "irector",
            "fbi police",
            "proof-warrant",
            "\"dark going\"",
            "\"going da\"",
            "\"oing dark\"",
            "\"fbi\" \"fear\"",
            "-dark",
            "fbi -da",
            "-\"going dark\"",
            "-\"going da",
            "--dark",
            "fbi-dark",
        ] {
            assert!(!finds(search, &[text]), "{search}");
        }
    }

    #[test]
    fn words_may_lie_in_different_fields_and_phrases_not() {
        let fields = ["it is going", "", "dark now"];
        assert!(finds("dark going", &fields));
        assert!(!finds("\"going dark\"", &fields));
        assert!(!finds("going-dark", &fields));
        assert!(!finds("-dark going", &fields));
    }

    #[test]
    fn a_search_without_words_is_empty() {
        for search in ["", " ", "-", "\"", "“”", "- -\"\" --", "…"] {
            assert!(Search::new(search).is_empty(), "{search}");
        }
        for search in ["a", "-a", "\"a", "-\"a\""] {
            assert!(!Search::new(search).is_empty(), "{search}");
        }
    }

    #[test]
    fn typing_on_does_not_lose_what_typing_on_may_find() {
        let text = "Apple’s lawyers don't accept “going dark” end-to-end";
        for typed in ["apple's don't", "end-to-end ", "\"going dark\"", "lawyers -police", "“going dark end"] {
            for (at, _) in typed.char_indices() {
                assert!(finds(&typed[..at], &[text]), "{}", &typed[..at]);
            }
            assert!(finds(typed, &[text]), "{typed}");
        }
    }
}
