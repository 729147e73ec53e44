//! Which words of an article a correction means: whole words, white space and line breaks folded to single spaces.

use corpus::Span;

/// An article's body with its white space folded.
pub(super) struct Places {
    folded: String,
    /// The offset in the article of each byte of `folded`, and of its end.
    offsets: Vec<usize>,
}

impl Places {
    pub(super) fn of(text: &str, paragraphs: &[Span]) -> Self {
        let mut places = Self { folded: String::new(), offsets: Vec::new() };
        for paragraph in paragraphs {
            places.space(paragraph.range().start);
            for (at, character) in paragraph.of(text).unwrap_or_default().char_indices() {
                let at = paragraph.range().start + at;
                if character.is_whitespace() {
                    places.space(at);
                } else {
                    places.folded.push(character);
                    places.offsets.extend((0..character.len_utf8()).map(|byte| at + byte));
                }
            }
        }
        places
    }

    fn space(&mut self, at: usize) {
        if !self.folded.is_empty() && !self.folded.ends_with(' ') {
            self.folded.push(' ');
            self.offsets.push(at);
        }
    }

    /// Where these words stand: at most `most` places.
    pub(super) fn find(&self, words: &str, most: usize) -> Vec<Span> {
        let words = fold(words);
        if words.is_empty() {
            return Vec::new();
        }
        let cut = |a: Option<char>, b: Option<char>| {
            !(a.is_some_and(char::is_alphanumeric) && b.is_some_and(char::is_alphanumeric))
        };
        let whole = |at: &usize| {
            cut(self.folded[..*at].chars().next_back(), words.chars().next())
                && cut(words.chars().next_back(), self.folded[at + words.len()..].chars().next())
        };
        let found = self.folded.match_indices(words.as_str()).map(|(at, _)| at).filter(whole).take(most);
        found.map(|at| Span::new(self.offsets[at], self.offsets[at + words.len() - 1] + 1)).collect()
    }
}

pub(super) fn fold(words: &str) -> String {
    words.split_whitespace().collect::<Vec<&str>>().join(" ")
}
