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

    /// The numbers of the statements that these words mean: those that consist of them, or else those with them inside.
    pub(super) fn statements(&self, words: &str, statements: &[Vec<Span>]) -> Vec<usize> {
        let places = self.find(words);
        let of = |fits: &dyn Fn(Span, Span) -> bool| {
            // All places are as long as each other, so where the first one from a span's start does not fit, none does.
            let first = |span: &Span| places.get(places.partition_point(|place| place.start < span.start)).copied();
            let has = |spans: &[Span]| spans.iter().any(|span| first(span).is_some_and(|place| fits(*span, place)));
            statements.iter().enumerate().filter(|(_, spans)| has(spans)).map(|(n, _)| n).collect::<Vec<usize>>()
        };
        let whole = of(&|span, place| span == place);
        if whole.is_empty() { of(&Span::contains) } else { whole }
    }

    /// Where these words stand, in order.
    pub(super) fn find(&self, words: &str) -> Vec<Span> {
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
        let next = words.chars().next().map_or(1, char::len_utf8);
        let place = |from: usize| self.folded[from..].find(words.as_str()).map(|at| from + at);
        // Places may overlap: "on and on" stands twice in "on and on and on".
        let found = std::iter::successors(place(0), |at| place(at + next)).filter(whole);
        found.map(|at| Span::new(self.offsets[at], self.offsets[at + words.len() - 1] + 1)).collect()
    }
}

/// Words with their white space folded.
pub(super) fn fold(words: &str) -> String {
    words.split_whitespace().collect::<Vec<&str>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_as_often_as_they_stand() {
        let text = "on and on\n and on, upon and on.";
        let places = Places::of(text, &[Span::new(0, text.len())]);
        assert_eq!(places.find("on and on"), [Span::new(0, 9), Span::new(7, 17)]);
        assert_eq!(places.find("an"), []);
        assert_eq!(places.find(" "), []);
    }

    #[test]
    fn however_often_words_stand_each_statement_with_them_is_found() {
        let text = "trams ".repeat(100);
        let places = Places::of(&text, &[Span::new(0, text.len())]);
        let statements = [vec![Span::new(0, 11)], vec![Span::new(12, 13), Span::new(570, 587)], vec![Span::new(1, 5)]];
        assert_eq!(places.statements("trams", &statements), [0, 1]);
        assert_eq!(places.statements("trams trams trams", &statements), [1]);
        assert_eq!(places.statements("trams trams", &statements), [0], "the whole statement goes first");
    }
}
