//! What a reader asks for, and its form in an address. What it finds is the business of `engine`.

use corpus::Corpus;
use form_urlencoded::Serializer;

use crate::{Choice, Choices, Facet};

/// The name of the search text in addresses.
const TEXT_KEY: &str = "q";

/// What a reader asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// OR inside a facet, AND across facets.
    pub choices: Choices,
    /// The search as it was typed (see [`Search`](crate::Search)).
    pub text: String,
    /// Keys and values of the address that the corpus does not have: for the page to say so.
    pub unknown: Vec<(String, String)>,
}

impl Query {
    /// From the query part of an address, with or without `?`: `side=access&side=neither&q=going+dark`. Keys and values
    /// that the corpus does not have are kept in [`Query::unknown`]; several texts are joined by a space.
    pub fn parse(corpus: &Corpus<'_>, search: &str) -> Self {
        let mut query = Self::default();
        for (key, value) in form_urlencoded::parse(search.strip_prefix('?').unwrap_or(search).as_bytes()) {
            let facet = Facet::ALL.into_iter().find(|facet| facet.key() == key);
            if key == TEXT_KEY {
                if !query.text.is_empty() && !value.is_empty() {
                    query.text.push(' ');
                }
                query.text.push_str(&value);
            } else if let Some(choice) = facet.and_then(|facet| Choice::from_value(corpus, facet, &value)) {
                query.choices.insert(choice);
            } else {
                query.unknown.push((key.into_owned(), value.into_owned()));
            }
        }
        query
    }

    /// The query part of the address: nothing when empty, else `?side=access&q=going+dark`. Always in the same order
    /// (choices by facet, text, unknown), so that the same query has one address; [`Query::parse`] undoes it.
    pub fn to_search(&self, corpus: &Corpus<'_>) -> String {
        if self.is_empty() {
            return String::new();
        }
        let mut pairs = Serializer::for_suffix(String::from("?"), 1);
        pairs.extend_pairs(self.choices.iter().map(|choice| (choice.facet().key(), choice.value(corpus))));
        if !self.text.is_empty() {
            pairs.append_pair(TEXT_KEY, &self.text);
        }
        pairs.extend_pairs(&self.unknown);
        pairs.finish()
    }

    /// Whether nothing is asked for: all that takes a side is shown, and the address has no query part.
    pub fn is_empty(&self) -> bool {
        self.choices.is_empty() && self.text.is_empty() && self.unknown.is_empty()
    }

    /// Whether this is chosen.
    pub fn has(&self, choice: Choice) -> bool {
        self.choices.contains(choice)
    }

    /// The query with this chosen if it was not, and not chosen if it was.
    #[must_use]
    pub fn toggled(&self, choice: Choice) -> Self {
        let mut query = self.clone();
        if !query.choices.remove(choice) {
            query.choices.insert(choice);
        }
        query
    }

    /// The query with another search text.
    #[must_use]
    pub fn with_text(&self, text: &str) -> Self {
        Self { text: text.into(), ..self.clone() }
    }

    /// What is chosen in this facet.
    pub fn chosen(&self, facet: Facet) -> impl Iterator<Item = Choice> {
        self.choices.iter().filter(move |choice| choice.facet() == facet)
    }
}

#[cfg(test)]
mod tests {
    use corpus::{ArticleKind, ComponentKind, Position, Quotation, SideIx, SpeakerIx, ThemeIx};

    use super::*;
    use crate::fixture;

    /// `search` is read as `choices`, `text` and `unknown`, and written as `canonical`.
    #[track_caller]
    fn check(search: &str, choices: &[Choice], text: &str, unknown: &[(&str, &str)], canonical: &str) {
        let corpus = fixture::corpus();
        let query = Query::parse(&corpus, search);
        let unknown = unknown.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect();
        assert_eq!(query, Query { choices: choices.iter().copied().collect(), text: text.into(), unknown });
        assert_eq!(query.to_search(&corpus), canonical);
    }

    #[test]
    fn nothing_is_nothing() {
        for search in ["", "?", "&", "?&&", "q=", "?q=&q="] {
            check(search, &[], "", &[], "");
        }
    }

    #[test]
    fn every_facet_is_read_and_written() {
        check(
            "year=2019&kind=background&part=premise&type=mixed&theme=safety&speaker=ann-ode&side=neither&side=access",
            &[
                Choice::Position(Position::Side(SideIx(0))),
                Choice::Position(Position::Neither),
                Choice::Speaker(SpeakerIx(0)),
                Choice::Theme(ThemeIx(0)),
                Choice::Quotation(Quotation::Mixed),
                Choice::Component(ComponentKind::Premise),
                Choice::Article(ArticleKind::Background),
                Choice::Year(2019),
            ],
            "",
            &[],
            "?side=access&side=neither&speaker=ann-ode&theme=safety&type=mixed&part=premise&kind=background&year=2019",
        );
    }

    #[test]
    fn the_text_is_kept_as_typed() {
        check(
            "?q=%22going+dark%20%22%20-caf%C3%A9+",
            &[],
            "\"going dark \" -café ",
            &[],
            "?q=%22going+dark+%22+-caf%C3%A9+",
        );
        check("q=going&q=&q=dark", &[], "going dark", &[], "?q=going+dark");
    }

    #[test]
    fn what_the_corpus_does_not_have_is_kept() {
        check(
            "side=maybe&utm=a%26b&side=access&theme&SIDE=access",
            &[Choice::Position(Position::Side(SideIx(0)))],
            "",
            &[("side", "maybe"), ("utm", "a&b"), ("theme", ""), ("SIDE", "access")],
            "?side=access&side=maybe&utm=a%26b&theme=&SIDE=access",
        );
    }

    #[test]
    fn broken_encoding_is_read_all_the_same() {
        check("q=100%&q=%zz", &[], "100% %zz", &[], "?q=100%25+%25zz");
        check("q=%ff", &[], "\u{fffd}", &[], "?q=%EF%BF%BD");
    }

    #[test]
    fn toggling_twice_is_nothing() {
        let (claim, premise) = (ComponentKind::Claim, ComponentKind::Premise);
        let query = Query::default().with_text("dark").toggled(Choice::Component(claim));
        let more = query.toggled(Choice::Component(premise));
        assert!(more.has(Choice::Component(claim)) && more.has(Choice::Component(premise)));
        assert_eq!(more.chosen(Facet::Component).count(), 2);
        assert_eq!(more.chosen(Facet::Theme).count(), 0);
        assert_eq!(more.toggled(Choice::Component(premise)), query);
    }
}
