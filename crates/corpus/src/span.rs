//! A stretch of an article.

use serde::{Deserialize, Serialize};

/// A half-open byte range of an article's text, on character boundaries, never empty in a checked corpus.
///
/// Bytes are for use inside Rust; whatever leaves the project counts Unicode code points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset of the byte after the last.
    pub end: u32,
}

impl Span {
    /// The span of a byte range. An article is far below 4 GiB; a longer one saturates and then fails the check.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: clamp(start), end: clamp(end) }
    }

    /// The span as a range to slice with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words of `text` at this span, or nothing where the span does not lie in it on character boundaries.
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether there is nothing in it.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Number of bytes.
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Whether `other` lies inside this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Writes spans as how far each begins after the end of the one before, and its length: small numbers, and much alike.
pub(crate) mod apart {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Span;

    pub(crate) fn serialize<S: Serializer>(spans: &[Span], serializer: S) -> Result<S::Ok, S::Error> {
        let mut end = 0;
        let gap = |span: &Span| {
            let gap = span.start.wrapping_sub(std::mem::replace(&mut end, span.end)) as i32;
            (gap, span.end.wrapping_sub(span.start))
        };
        spans.iter().map(gap).collect::<Vec<(i32, u32)>>().serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Span>, D::Error> {
        let mut end = 0_u32;
        let span = |(gap, length): (i32, u32)| {
            let start = end.wrapping_add_signed(gap);
            end = start.wrapping_add(length);
            Span { start, end }
        };
        Ok(Vec::<(i32, u32)>::deserialize(deserializer)?.into_iter().map(span).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outside_or_inside_a_character_is_nothing() {
        assert_eq!(Span::new(0, 9).of("abc"), None);
        assert_eq!(Span::new(1, 2).of("“"), None);
        assert_eq!(Span::new(usize::MAX, usize::MAX).of("abc"), None);
    }
}
