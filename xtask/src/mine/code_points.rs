//! Offsets as exports and scorers count them: in Unicode code points.

use corpus::Span;

/// How many characters of a text lie before each of its bytes; made once a text, because counting anew for each span
/// would take quadratic time.
pub(super) struct CodePoints(Vec<u32>);

impl CodePoints {
    pub(super) fn of(text: &str) -> Self {
        let mut before = 0;
        let mut table = Vec::with_capacity(text.len() + 1);
        for character in text.chars() {
            table.extend(std::iter::repeat_n(before, character.len_utf8()));
            before += 1;
        }
        table.push(before);
        Self(table)
    }

    pub(super) fn span(&self, span: Span) -> (u32, u32) {
        let at = |offset: usize| self.0.get(offset).or(self.0.last()).copied().unwrap_or_default();
        (at(span.range().start), at(span.range().end))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_characters() {
        let text = "a “b” c 𝄞 é";
        let table = CodePoints::of(text);
        let count = |end: usize| u32::try_from(text[..end].chars().count()).unwrap();
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for (n, start) in bounds.iter().enumerate() {
            for end in &bounds[n..] {
                assert_eq!(table.span(Span::new(*start, *end)), (count(*start), count(*end)), "{start}..{end}");
            }
        }
    }
}
