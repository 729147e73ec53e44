//! The search text: what it asks for, whether a text has it, and where.
//!
//! Texts are compared word by word, folded (`fold`). Which texts of a corpus have what is asked for, an [`Index`] knows
//! (`matching`); what it means for one word to be found in another is in `word`.

mod word;

use corpus::Span;

use self::word::Reach;
pub(crate) use self::word::{Fit, Found, Word};
use crate::fold::{push_folded, words};
use crate::index::Index;
use crate::{Facet, sort_by_key};

/// What a reader searches for. All of it must occur, in any order:
///
/// - `encrypts`: a word in any of its forms, so also `encrypted`. The word being typed, which is the last as long as no space
///   follows, may also be the beginning of one;
/// - `warrant-proof`: these words next to each other, the last one as above;
/// - `"going dark"`, in straight or curly quotation marks: exactly these words next to each other. While the phrase is
///   not closed, its last word is one being typed;
/// - `-police`, `-"going dark"`: must not occur;
/// - `speaker:comey`, `theme:"public safety"`, `-side:access`: the facets of addresses; what is meant is found by its name there,
///   or by words of what it is called. Several of one facet are joined by OR, and narrow what is chosen there as words do.
///
/// A word that a corpus has in no form may be the beginning of one, or else mistyped: one edit from four letters, two from
/// eight (see [`Explorer::search`](crate::Explorer::search)). Case, diacritics, punctuation and a possessive `'s` make no
/// difference. Quotation marks and hyphens without a word ask for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    pub(crate) wanted: Vec<Term>,
    pub(crate) unwanted: Vec<Term>,
    pub(crate) asked: Vec<Asked>,
}

/// Words next to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term(pub(crate) Vec<Word>);

/// A value of a facet that is asked for in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// Whether it must not be there.
    pub(crate) minus: bool,
    pub(crate) facet: Facet,
    /// As it was typed.
    pub(crate) value: String,
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
            let (facet, term) = match facet(term) {
                Some((facet, value)) => (Some(facet), value),
                None => (None, term),
            };
            let (words, quoted, after) = match term.strip_prefix(is_quote) {
                Some(phrase) => match phrase.split_once(is_quote) {
                    Some((words, after)) => (words, true, Some(after)),
                    None => (phrase, true, None),
                },
                None => {
                    let (words, after) = term.split_at(term.find(ends_bare_term).unwrap_or(term.len()));
                    (words, false, Some(after).filter(|after| !after.is_empty()))
                }
            };
            if let Some(facet) = facet {
                if !words.is_empty() {
                    search.asked.push(Asked { minus, facet, value: words.into() });
                }
            } else if let Some(term) = Term::new(words, quoted, after.is_none() && !minus) {
                let terms = if minus { &mut search.unwanted } else { &mut search.wanted };
                terms.push(term);
            }
            rest = after.unwrap_or_default().trim_start();
        }
        search
    }

    /// Reads what was typed where only names are searched: any word may be the beginning of one, and what is asked of a facet is
    /// words as well.
    pub fn of_names(text: &str) -> Self {
        let mut search = Self::new(text);
        let asked = std::mem::take(&mut search.asked);
        search.wanted.extend(asked.iter().filter_map(|asked| Term::new(&asked.value, false, true)));
        for word in search.wanted.iter_mut().flat_map(|term| &mut term.0) {
            if word.reach == Reach::Forms {
                word.reach = Reach::Begun;
            }
        }
        search
    }

    /// Whether it asks for nothing, so that every text has it.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.unwanted.is_empty() && self.asked.is_empty()
    }

    /// The words that are spelt so nowhere, and for which what is near is meant.
    pub fn guessed(&self) -> impl Iterator<Item = &str> {
        let words = self.wanted.iter().flat_map(|term| &term.0);
        words.filter(|word| matches!(word.reach, Reach::Near { .. })).map(|word| word.folded.as_str())
    }

    /// The stretches of `text` to mark: whole words, in order, apart from each other; a phrase is one stretch. Each term
    /// is marked where it occurs, whether or not the others occur in this text; what must not occur never is.
    pub fn hits(&self, text: &str) -> Vec<Span> {
        if self.wanted.is_empty() {
            return Vec::new();
        }
        let (folded, spans) = folded(text);
        let stretch = |(from, len): (usize, usize)| Span { start: spans[from].start, end: spans[from + len - 1].end };
        let mut hits: Vec<Span> = self
            .wanted
            .iter()
            .flat_map(|term| term.places(&folded).map(|from| stretch((from, term.0.len()))))
            .collect();
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

    /// Whether all words that are wanted, and none that is not, occur in these fields.
    pub(crate) fn finds<'f>(&self, fields: impl Iterator<Item = &'f str>) -> bool {
        let fields: Vec<Vec<String>> = fields.map(|field| folded(field).0).collect();
        let occurs = |term: &Term| fields.iter().any(|field| term.places(field).next().is_some());
        self.wanted.iter().all(occurs) && !self.unwanted.iter().any(occurs)
    }

    /// Finds each word that is wanted. One that is in no form in a text below `texts` may be the beginning of one, or else
    /// mistyped.
    pub(crate) fn relax(&mut self, index: &Index, texts: usize) -> Vec<Vec<Found>> {
        let found = |term: &mut Term| term.0.iter_mut().map(|word| word.relax(index, texts)).collect();
        self.wanted.iter_mut().map(found).collect()
    }
}

impl Term {
    /// These words next to each other; nothing where there is none. The last one may be the beginning of one where it is
    /// `open`; what is not quoted may take other forms.
    fn new(text: &str, quoted: bool, open: bool) -> Option<Self> {
        let mut found: Vec<Word> = words(text).map(|span| Word::new(&text[span.range()])).collect();
        found.last_mut()?.reach = match (quoted, open) {
            (_, true) => Reach::Begun,
            (true, false) => Reach::Exact,
            (false, false) => Reach::Forms,
        };
        Some(Self(found))
    }

    /// Where it occurs among the words of a field.
    fn places(&self, field: &[String]) -> impl Iterator<Item = usize> {
        let fits = |window: &[String]| self.0.iter().zip(window).all(|(word, other)| word.fit(other).is_some());
        field.windows(self.0.len()).enumerate().filter(move |(_, window)| fits(window)).map(|(from, _)| from)
    }
}

/// The words of a text, folded, and where they are.
fn folded(text: &str) -> (Vec<String>, Vec<Span>) {
    let fold = |span: Span| {
        let mut word = String::new();
        push_folded(&mut word, &text[span.range()]);
        (word, span)
    };
    words(text).map(fold).unzip()
}

/// The facet that a term asks for by its name in addresses, and what is asked for.
fn facet(term: &str) -> Option<(Facet, &str)> {
    let (key, value) = term.split_once(':')?;
    Some((Facet::ALL.into_iter().find(|facet| facet.key() == key)?, value))
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
        Search::new(search).finds(fields.iter().copied())
    }

    #[test]
    fn each_term_must_be_found_as_it_is_meant() {
        let text = "The FBI’s director feared warrant-proof phones “going dark”.";
        for search in [
            "",
            "fbi",
            "FBI's dir",
            "dark fbi",
            "war",
            "phones proof",
            "phone ",
            "feared fearing ",
            "proof",
            "warrant-proof",
            "warrant-pro",
            "\"going dark\"",
            "“going dark”",
            "\"going da",
            "\"phones going\"",
            "-police",
            "fbi -\"dark going\"",
            "fbi -da",
            "-\"going da",
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
            "\"phone\"",
            "-dark",
            "war ",
            "fbi -phone",
            "-fears",
            "-\"going dark\"",
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
    fn a_facet_is_asked_for_by_its_name() {
        let asked = |minus, facet, value: &str| Asked { minus, facet, value: value.into() };
        let search = Search::new("speaker:comey -side:access theme:\"public safety\" other:x year:");
        let values = [
            asked(false, Facet::Speaker, "comey"),
            asked(true, Facet::Position, "access"),
            asked(false, Facet::Theme, "public safety"),
        ];
        assert_eq!(search.asked, values);
        assert_eq!(search.wanted.len(), 1, "what is no facet is words");
    }

    #[test]
    fn typing_on_does_not_lose_what_typing_on_may_find() {
        let text = "Apple’s lawyers don't accept “going dark” end-to-end";
        for typed in ["apple's don't", "end-to-end", "\"going dark\"", "lawyers -police", "“going dark end"] {
            for (at, _) in typed.char_indices() {
                assert!(finds(&typed[..at], &[text]), "{}", &typed[..at]);
            }
            assert!(finds(typed, &[text]), "{typed}");
        }
    }
}
