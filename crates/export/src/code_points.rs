//! Offsets as exports and scorers count them: in Unicode code points.

use corpus::Span;

/// Bytes between two places whose code points are counted beforehand: a table of a sixteenth of the text, and few bytes to go through
/// for each offset.
const APART: usize = 64;

/// Counts the code points before a byte of a text, without going through all of it each time.
pub struct CodePoints<'t> {
    text: &'t str,
    /// How many there are before each [`APART`]th byte.
    before: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    /// Those of a text.
    pub fn of(text: &'t str) -> Self {
        let mut count = 0;
        let before = text.as_bytes().chunks(APART).map(|bytes| {
            let before = count;
            count += starting(bytes);
            before
        });
        Self { text, before: before.collect() }
    }

    /// The offsets of a span: where it starts, and the one after its end.
    pub fn span(&self, span: Span) -> (usize, usize) {
        let range = span.range();
        (self.at(range.start), self.at(range.end))
    }

    /// How many code points there are before a byte; past the end, all of them.
    fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let known = (byte / APART).min(self.before.len().saturating_sub(1));
        let rest = &self.text.as_bytes()[known * APART..byte];
        self.before.get(known).copied().unwrap_or_default() + starting(rest)
    }
}

/// How many code points start in these bytes of UTF-8.
fn starting(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_characters() {
        for text in ["", "a", &"a “b” c 𝄞 é".repeat(9), &"x".repeat(APART), &"é".repeat(APART / 2)] {
            let points = CodePoints::of(text);
            let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            for (n, start) in bounds.iter().enumerate() {
                for (m, end) in bounds.iter().enumerate().skip(n) {
                    assert_eq!(points.span(Span::new(*start, *end)), (n, m), "{text} {start}..{end}");
                }
            }
            assert_eq!(points.at(usize::MAX), bounds.len() - 1);
        }
    }
}
