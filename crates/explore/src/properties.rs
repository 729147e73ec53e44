//! What holds for every corpus, query and string, tried on random ones.

use std::collections::BTreeSet;

use corpus::{
    ArticleIx, ArticleKind, ComponentKind, Corpus, PartialDate, Position, Quotation, SideIx, SpeakerIx, Statement,
    ThemeIx,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::fixture::{self, Draft};
use crate::{Choice, Explorer, Facet, Grouping, Known, Order, Query, Search};

/// Few words, so that searches find something; some are the beginning of others, one of a speaker's name.
const WORDS: [&str; 7] = ["key", "keys", "lock", "locks", "warrant", "phone", "an"];

/// A term of a search, as the naive filter knows it.
#[derive(Clone, Debug)]
struct Term {
    minus: bool,
    whole: bool,
    words: Vec<&'static str>,
}

impl Term {
    /// As a reader types it.
    fn typed(&self) -> String {
        let minus = if self.minus { "-" } else { "" };
        match self.whole {
            true => format!("{minus}\"{}\"", self.words.join(" ")),
            false => format!("{minus}{}", self.words.join("-")),
        }
    }

    /// Whether these words of one field have it.
    fn occurs(&self, field: &[String]) -> bool {
        field.windows(self.words.len()).any(|window| {
            let last = window.len() - 1;
            window.iter().zip(&self.words).enumerate().all(|(n, (word, wanted))| {
                if n == last && !self.whole { word.starts_with(wanted) } else { word == wanted }
            })
        })
    }
}

fn term() -> impl Strategy<Value = Term> {
    (any::<bool>(), any::<bool>(), vec(select(&WORDS[..]), 1..3)).prop_map(|(minus, whole, words)| Term {
        minus,
        whole,
        words,
    })
}

fn quotation() -> impl Strategy<Value = Quotation> {
    select(&[Quotation::Direct, Quotation::Mixed, Quotation::Indirect][..])
}

fn kind() -> impl Strategy<Value = ComponentKind> {
    select(&[ComponentKind::Claim, ComponentKind::Premise][..])
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        (0..2_u8).prop_map(|ix| Choice::Position(Position::Side(SideIx(ix)))),
        Just(Choice::Position(Position::Neither)),
        (0..4_u32).prop_map(|ix| Choice::Speaker(SpeakerIx(ix))),
        (0..3_u16).prop_map(|ix| Choice::Theme(ThemeIx(ix))),
        quotation().prop_map(Choice::Quotation),
        kind().prop_map(Choice::Component),
        article().prop_map(Choice::Kind),
        select(&[2017_u16, 2019][..]).prop_map(Choice::Year),
        select(&[2017_u16, 2019][..]).prop_map(|year| Choice::Month(year, 10)),
        select(&[0_u32, 3][..]).prop_map(|ix| Choice::Affiliation(SpeakerIx(ix))),
        (0..2_u32).prop_map(|ix| Choice::Article(ArticleIx(ix))),
    ]
}

fn date() -> impl Strategy<Value = PartialDate> {
    "20[0-9]{2}(-0[1-9](-[0-2][1-8])?)?".prop_filter_map("such a day", |text| text.parse().ok())
}

fn article() -> impl Strategy<Value = ArticleKind> {
    select(&ArticleKind::ALL[..])
}

fn corpora() -> impl Strategy<Value = Corpus<'static>> {
    let span = vec(select(&WORDS[..]), 1..5).prop_map(|words| words.join(" "));
    let draft = (
        vec(span, 1..3),
        option::of(0..2_u8),
        option::of(0..4_u32),
        vec(0..3_u16, 0..3),
        quotation(),
        vec(kind(), 0..3),
        article(),
    )
        .prop_map(|(spans, side, speaker, themes, quotation, components, article)| Draft {
            article,
            spans,
            side,
            speaker,
            themes,
            quotation,
            components,
        });
    vec(draft, 0..12).prop_map(|drafts| fixture::make(&drafts))
}

/// Whether a statement has what is chosen in `facet`; where nothing is, whether it need not be chosen there.
fn naive_choice(corpus: &Corpus<'_>, statement: &Statement<'_>, chosen: &BTreeSet<Choice>, facet: Facet) -> bool {
    let chosen: Vec<Choice> = chosen.iter().copied().filter(|choice| choice.facet() == facet).collect();
    if chosen.is_empty() {
        return facet != Facet::Position || statement.side.is_some();
    }
    chosen.into_iter().any(|choice| naive_has(corpus, statement, choice))
}

fn naive_has(corpus: &Corpus<'_>, statement: &Statement<'_>, choice: Choice) -> bool {
    let article = corpus.article_of(statement);
    let affiliation = |ix: SpeakerIx| corpus.speakers[ix.get()].affiliation.as_deref();
    match choice {
        Choice::Position(Position::Side(side)) => statement.side == Some(side),
        Choice::Position(Position::Neither) => statement.side.is_none(),
        Choice::Speaker(speaker) => statement.speaker == Some(speaker),
        Choice::Theme(theme) => statement.themes.contains(&theme),
        Choice::Quotation(quotation) => statement.quotation == quotation,
        Choice::Component(kind) => statement.components.iter().any(|component| component.kind == kind),
        Choice::Affiliation(speaker) => {
            affiliation(speaker).is_some() && statement.speaker.and_then(affiliation) == affiliation(speaker)
        }
        Choice::Kind(kind) => article.kind == kind,
        Choice::Outlet(ix) => article.outlet.is_some() && article.outlet == corpus.articles[ix.get()].outlet,
        Choice::Article(ix) => statement.article == ix,
        Choice::Year(year) => article.date.year() == year,
        Choice::Month(year, month) => (article.date.year(), article.date.month()) == (year, month),
    }
}

/// Whether a statement or its speaker has all that the terms want. The words of the fixture need little folding.
fn naive_search(corpus: &Corpus<'_>, statement: &Statement<'_>, terms: &[Term]) -> bool {
    let article = corpus.article_of(statement);
    let mut fields: Vec<&str> = statement.spans.iter().map(|span| article.words(*span)).collect();
    if let Some(speaker) = corpus.speaker_of(statement) {
        fields.push(&speaker.name);
        fields.extend(speaker.roles.iter().map(|role| role.as_str()));
        fields.extend(speaker.affiliation.as_deref());
    }
    let fields: Vec<Vec<String>> =
        fields.iter().map(|field| field.split(' ').map(str::to_lowercase).collect()).collect();
    terms.iter().all(|term| fields.iter().any(|field| term.occurs(field)) != term.minus)
}

proptest! {
    #[test]
    fn exploring_is_filtering(
        corpus in corpora(),
        choices in btree_set(choice(), 0..5),
        without in btree_set(choice(), 0..3),
        terms in vec(term(), 0..3),
    ) {
        let text = terms.iter().map(Term::typed).collect::<Vec<_>>().join(" ");
        let [choices_, without_] = [&choices, &without].map(|choices| choices.iter().copied().collect());
        let query = Query { choices: choices_, without: without_, text, ..Query::default() };
        let expected: Vec<u32> = (0..)
            .zip(&corpus.statements)
            .filter(|(_, statement)| Facet::ALL.iter().all(|facet| naive_choice(&corpus, statement, &choices, *facet)))
            .filter(|(_, statement)| !without.iter().any(|choice| naive_has(&corpus, statement, *choice)))
            .filter(|(_, statement)| naive_search(&corpus, statement, &terms))
            .map(|(n, _)| n)
            .collect();
        let results = Explorer::new(&corpus).explore(&query);
        prop_assert_eq!(results.matches.iter().map(|ix| ix.0).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_count_is_what_its_choice_alone_in_its_facet_would_show(
        corpus in corpora(),
        choices in btree_set(choice(), 0..5),
        without in btree_set(choice(), 0..2),
        terms in vec(term(), 0..2),
    ) {
        let text = terms.iter().map(Term::typed).collect::<Vec<_>>().join(" ");
        let (choices, without) = (choices.into_iter().collect(), without.into_iter().collect());
        let query = Query { choices, without, text, ..Query::default() };
        let explorer = Explorer::new(&corpus);
        let results = explorer.explore(&query);
        for facet in Facet::ALL {
            let mut lifted = query.clone();
            lifted.choices = lifted.choices.iter().filter(|choice| choice.facet() != facet).collect();
            lifted.without = lifted.without.iter().filter(|choice| choice.facet() != facet).collect();
            for choice in facet.values(&corpus) {
                let matches = explorer.explore(&lifted.toggled(choice)).matches.len();
                prop_assert_eq!(results.count(choice) as usize, matches, "{:?}", choice);
            }
        }
    }

    #[test]
    fn an_address_says_all_of_a_query(
        choices in btree_set(choice(), 0..6),
        without in btree_set(choice(), 0..3),
        (from, to) in (option::of(date()), option::of(date())),
        (sure, order, group, known) in (
            any::<u16>(),
            select(&Order::ALL[..]),
            option::of(select(&Grouping::ALL[..])),
            option::of(select(&Known::ALL[..])),
        ),
        text in any::<String>(),
        unknown in vec(("[^q]{0,2}|side|speaker", "[^a-z]{0,9}"), 0..3),
    ) {
        let corpus = fixture::corpus();
        let (choices, without) = (choices.into_iter().collect(), without.into_iter().collect());
        let query = Query { choices, without, from, to, sure, order, group, known, text, unknown };
        prop_assert_eq!(Query::parse(&corpus, &query.to_search(&corpus)), query);
    }

    #[test]
    fn an_address_is_read_and_has_one_form(
        address in r"\??((side|speaker|theme|type|part|q|x)?=?(access|neither|zoe-key|rights|direct|claim|%|%2|\+|.){0,3}&?){0,6}",
    ) {
        let corpus = fixture::corpus();
        let query = Query::parse(&corpus, &address);
        let search = query.to_search(&corpus);
        prop_assert_eq!(Query::parse(&corpus, &search), query);
    }

    #[test]
    fn hits_are_stretches_of_any_text(search in any::<String>(), text in any::<String>()) {
        check_hits(&search, &text)?;
    }

    #[test]
    fn words_are_found_in_themselves(typed in "[ .,aAbsSéß'’\u{301}]{0,24}") {
        let search = Search::new(&typed);
        prop_assert_eq!(search.hits(&typed).is_empty(), search.is_empty());
    }

    #[test]
    fn hits_are_stretches_of_likely_texts(
        search in "[-\"“” aAbsSéß'’\u{301}]{0,12}",
        text in "[-\"“” aAbsSéß'’\u{301}]{0,24}",
    ) {
        check_hits(&search, &text)?;
    }
}

/// Hits are in order, apart from each other, not empty, and on character boundaries.
fn check_hits(typed: &str, text: &str) -> Result<(), TestCaseError> {
    let hits = Search::new(typed).hits(text);
    for hit in &hits {
        prop_assert!(!hit.is_empty() && hit.of(text).is_some(), "{:?}", hit);
    }
    for pair in hits.windows(2) {
        prop_assert!(pair[0].end <= pair[1].start, "{:?}", pair);
    }
    Ok(())
}
