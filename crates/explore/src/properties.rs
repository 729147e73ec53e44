//! What holds for every corpus, query and string, tried on random ones.

use std::collections::{BTreeMap, BTreeSet};

use corpus::{
    ArticleIx, ArticleKind, ComponentKind, Corpus, PartialDate, Position, Quotation, SideIx, Speaker, SpeakerIx,
    Statement, StatementIx, ThemeIx,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::fixture::{self, Draft};
use crate::fold::{push_folded, words};
use crate::inflection::base;
use crate::{Choice, Explorer, Facet, Grouping, Known, Order, Query, Search};

/// Few words, so that searches find something; some are the beginning or a form of others, one of a speaker's name.
const WORDS: [&str; 8] = ["key", "keys", "lock", "locked", "locksmith", "warrant", "phone", "an"];

/// What is searched for, too: beginnings, mistakes, and what is nowhere.
const TYPED: [&str; 8] = ["ke", "locking", "lokc", "warr", "wararnts", "locksmiht", "phoen", "zebra"];

/// A term of a search, as the naive scan knows it.
#[derive(Clone, Debug)]
struct Term {
    minus: bool,
    quoted: bool,
    words: Vec<&'static str>,
}

/// For each word of a term the words of the corpus in which it is found, and how much each counts.
type Meant = Vec<BTreeMap<String, f64>>;

impl Term {
    /// As a reader types it.
    fn typed(&self) -> String {
        let minus = if self.minus { "-" } else { "" };
        match self.quoted {
            true => format!("{minus}\"{}\"", self.words.join(" ")),
            false => format!("{minus}{}", self.words.join("-")),
        }
    }

    /// In which words of a corpus each of its words is found. The last one is being typed where it is `open`.
    fn meant(&self, dictionary: &BTreeSet<String>, called: &BTreeSet<String>, open: bool) -> Meant {
        let last = self.words.len() - 1;
        let which = |counts: f64, keep: &dyn Fn(&str) -> bool| -> BTreeMap<String, f64> {
            dictionary.iter().filter(|word| keep(word)).map(|word| (word.clone(), counts)).collect()
        };
        // What only an article is called finds nothing.
        let finds = |found: &BTreeMap<String, f64>| found.keys().any(|word| !called.contains(word));
        let open = open && !self.minus && !self.quoted;
        let meant = |(n, typed): (usize, &&str)| {
            let typed = *typed;
            if n < last || self.quoted {
                return which(1.0, &|word| word == typed);
            }
            // What counts more takes the place of what counts less.
            let begun = which(0.4, &|word| word.starts_with(typed));
            let mut found = if open { begun.clone() } else { BTreeMap::new() };
            found.extend(which(0.8, &|word| base(word) == base(typed)));
            found.extend(which(1.0, &|word| word == typed));
            if self.minus || finds(&found) {
                return found;
            }
            let edited = |most| {
                which(0.2, &|word| {
                    let beginnings = word.char_indices().map(|(at, _)| &word[..at]).filter(|_| open);
                    beginnings.chain([word]).any(|word| is_near(typed, word, most))
                })
            };
            let most = if typed.len() >= 8 { 2 } else { usize::from(typed.len() >= 4) };
            let tries = [begun].into_iter().chain((1..=most).map(edited));
            tries.into_iter().find(|tried| finds(tried)).unwrap_or(found)
        };
        self.words.iter().enumerate().map(meant).collect()
    }
}

/// Whether so many letters to add, take away, change or swap with the next make one of the other: the plainest way to say it.
fn is_near(one: &str, other: &str, left: usize) -> bool {
    let split = |word: &str| word.chars().next().map(|first| (first, word[first.len_utf8()..].to_owned()));
    let (Some((a, rest)), Some((b, rest_))) = (split(one), split(other)) else {
        return one.chars().count() + other.chars().count() <= left;
    };
    let swapped = || match (split(&rest), split(&rest_)) {
        (Some((c, after)), Some((d, after_))) => a == d && b == c && is_near(&after, &after_, left - 1),
        _ => false,
    };
    a == b && is_near(&rest, &rest_, left)
        || left > 0
            && (is_near(&rest, &rest_, left - 1)
                || is_near(&rest, other, left - 1)
                || is_near(one, &rest_, left - 1)
                || swapped())
}

/// Where these words stand next to each other in a field.
fn places(meant: &Meant, field: &[String]) -> Vec<usize> {
    let fits = |window: &[String]| window.iter().zip(meant).all(|(word, meant)| meant.contains_key(word));
    (0..field.len()).filter(|from| field.get(*from..from + meant.len()).is_some_and(fits)).collect()
}

fn term() -> impl Strategy<Value = Term> {
    let word = prop_oneof![3 => select(&WORDS[..]), 1 => select(&TYPED[..])];
    (prop::bool::weighted(0.2), any::<bool>(), vec(word, 1..3)).prop_map(|(minus, quoted, words)| Term {
        minus,
        quoted,
        words,
    })
}

/// A search as it is typed, and its terms as the naive scan knows them.
fn search() -> impl Strategy<Value = (String, Vec<Term>, bool)> {
    (vec(term(), 0..3), any::<bool>()).prop_map(|(terms, open)| {
        let text = terms.iter().map(Term::typed).collect::<Vec<_>>().join(" ");
        (if open { text } else { text + " " }, terms, open)
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
    let title = option::of(vec(select(&WORDS[..]), 1..4).prop_map(|words| words.join(" ")));
    (vec(draft, 0..12), title).prop_map(|(drafts, title)| {
        let mut corpus = fixture::make(&drafts);
        corpus.articles[0].title = title.map(Into::into);
        corpus
    })
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

/// The folded words of each field of what a statement says, of who says it, and of what its article is called.
fn naive_fields(corpus: &Corpus<'_>, statement: &Statement<'_>) -> [Vec<Vec<String>>; 3] {
    let article = corpus.article_of(statement);
    let said = statement.spans.iter().map(|span| article.words(*span)).collect();
    let speaker = |ix: SpeakerIx| naive_speaker(&corpus.speakers[ix.get()]);
    let called =
        article.title.iter().chain(&article.outlet).chain(&article.author).map(|field| field.as_str()).collect();
    [said, statement.speaker.map(speaker).unwrap_or_default(), called]
        .map(|fields: Vec<&str>| fields.into_iter().map(naive_words).collect())
}

fn naive_speaker<'c>(speaker: &'c Speaker<'_>) -> Vec<&'c str> {
    [&speaker.name].into_iter().chain(&speaker.roles).chain(&speaker.affiliation).map(|field| field.as_str()).collect()
}

fn naive_words(field: &str) -> Vec<String> {
    let fold = |word: corpus::Span| {
        let mut folded = String::new();
        push_folded(&mut folded, &field[word.range()]);
        folded
    };
    words(field).map(fold).collect()
}

/// All words that a search can find.
fn naive_dictionary(corpus: &Corpus<'_>) -> BTreeSet<String> {
    let statements = corpus.statements.iter().flat_map(|statement| naive_fields(corpus, statement)).flatten().flatten();
    let speakers = corpus.speakers.iter().flat_map(naive_speaker).flat_map(naive_words);
    let called =
        |article: &corpus::Article<'_>| article.title.iter().flat_map(|title| naive_words(title)).collect::<Vec<_>>();
    statements.chain(speakers).chain(corpus.articles.iter().flat_map(called)).collect()
}

/// Whether a statement or who says it has all that the terms want.
fn naive_search(corpus: &Corpus<'_>, statement: &Statement<'_>, terms: &[(bool, Meant)]) -> bool {
    let [said, speaker, _] = naive_fields(corpus, statement);
    let occurs = |meant: &Meant| said.iter().chain(&speaker).any(|field| !places(meant, field).is_empty());
    terms.iter().all(|(minus, meant)| occurs(meant) != *minus)
}

/// How well a statement fits, word by word as the formula has it.
fn naive_score(corpus: &Corpus<'_>, statement: &Statement<'_>, terms: &[(bool, Meant)]) -> f64 {
    let all = corpus.statements.len() as f64;
    let length = |fields: &[Vec<String>]| fields.iter().map(Vec::len).sum::<usize>() as f64;
    let mean = |lengths: Vec<f64>| (lengths.iter().sum::<f64>() / lengths.len().max(1) as f64).max(1.0);
    let speakers = corpus.speakers.iter().map(|speaker| naive_speaker(speaker).into_iter().map(naive_words).collect());
    let articles = corpus.articles.iter().map(|article| article.title.iter().map(|title| naive_words(title)).collect());
    let means = [
        mean(corpus.statements.iter().map(|statement| length(&naive_fields(corpus, statement)[0])).collect()),
        mean(speakers.map(|fields: Vec<Vec<String>>| length(&fields)).collect()),
        mean(articles.map(|fields: Vec<Vec<String>>| length(&fields)).collect()),
    ];
    let fields = naive_fields(corpus, statement);
    let score = |meant: &Meant| {
        let found =
            corpus.statements.iter().filter(|other| naive_search(corpus, other, &[(false, meant.clone())])).count();
        let rarity = (1.0 + (all - found as f64 + 0.5) / (found as f64 + 0.5)).ln();
        let sum: f64 = (0..3)
            .map(|n| {
                // Of a phrase each occurrence counts as it is, whatever its words.
                let counts = |word: &String| if meant.len() == 1 { meant[0][word] } else { 1.0 };
                let places = |field: &Vec<String>| {
                    places(meant, field).into_iter().map(|from| counts(&field[from])).sum::<f64>()
                };
                let times: f64 = fields[n].iter().map(places).sum();
                [1.0, 1.5, 0.3][n] * times / (0.25 + 0.75 * length(&fields[n]) / means[n])
            })
            .filter(|weight| weight.is_finite())
            .sum();
        rarity * sum / (1.2 + sum)
    };
    terms.iter().filter(|(minus, _)| !minus).map(|(_, meant)| score(meant)).sum()
}

proptest! {
    #[test]
    fn exploring_is_filtering(
        corpus in corpora(),
        choices in btree_set(choice(), 0..3),
        without in btree_set(choice(), 0..2),
        (text, terms, open) in search(),
        (from, to) in (option::of(date()), option::of(date())),
        ready in 0..50_usize,
    ) {
        let dictionary = naive_dictionary(&corpus);
        let mut untitled = corpus.clone();
        untitled.articles[0].title = None;
        let called: BTreeSet<String> = dictionary.difference(&naive_dictionary(&untitled)).cloned().collect();
        let last = terms.len().saturating_sub(1);
        let terms: Vec<(bool, Meant)> = terms
            .iter()
            .enumerate()
            .map(|(n, term)| (term.minus, term.meant(&dictionary, &called, open && n == last)))
            .collect();
        let [choices_, without_] = [&choices, &without].map(|choices| choices.iter().copied().collect());
        let query = Query { choices: choices_, without: without_, text, from, to, ..Query::default() };
        let expected: Vec<u32> = (0..)
            .zip(corpus.statements.iter())
            .filter(|(_, statement)| Facet::ALL.iter().all(|facet| naive_choice(&corpus, statement, &choices, *facet)))
            .filter(|(_, statement)| !without.iter().any(|choice| naive_has(&corpus, statement, *choice)))
            .filter(|(_, statement)| query.spans(corpus.article_of(statement).date))
            .filter(|(_, statement)| naive_search(&corpus, statement, &terms))
            .map(|(n, _)| n)
            .collect();
        let explorer = Explorer::new(&corpus);
        for _ in 0..ready {
            explorer.prepare(1);
        }
        let results = explorer.explore(&query);
        prop_assert_eq!(results.matches.iter().map(|ix| ix.0).collect::<Vec<_>>(), expected);

        // The best come first, and they are the same.
        let ranked = explorer.explore(&Query { order: Order::Relevance, ..query.clone() }).matches;
        let score = |ix: &StatementIx| naive_score(&corpus, &corpus.statements[ix.get()], &terms);
        prop_assert!(ranked.windows(2).all(|pair| score(&pair[0]) >= score(&pair[1]) - 1e-4));
        let mut all = ranked;
        all.sort();
        prop_assert_eq!(&all, &results.matches);

        // What is marked is what was found.
        for statement in corpus.statements.iter() {
            for span in &statement.spans {
                let text = corpus.article_of(statement).words(*span);
                let field = naive_words(text);
                let wanted = terms.iter().filter(|(minus, _)| !minus).map(|(_, meant)| meant);
                let found: BTreeSet<usize> = wanted
                    .flat_map(|meant| places(meant, &field).into_iter().flat_map(|from| from..from + meant.len()))
                    .collect();
                let hits = results.search.hits(text);
                let is_marked = |word: &corpus::Span| hits.iter().any(|hit| hit.start <= word.start && word.end <= hit.end);
                let marked = words(text).enumerate().filter(|(_, word)| is_marked(word)).map(|(n, _)| n);
                prop_assert_eq!(marked.collect::<BTreeSet<usize>>(), found);
            }
        }
    }

    #[test]
    fn a_count_is_what_its_choice_alone_in_its_facet_would_show(
        corpus in corpora(),
        choices in btree_set(choice(), 0..5),
        without in btree_set(choice(), 0..2),
        (text, ..) in search(),
    ) {
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

proptest! {
    #[test]
    fn any_text_is_answered(
        text in any::<String>(),
        likely in "(-?(side|speaker|year|key|lokc|\"|“|[a-zé:' -]){0,3}[ :\"]?){0,6}",
        order in select(&Order::ALL[..]),
    ) {
        let corpus = fixture::corpus();
        let explorer = Explorer::new(&corpus);
        for text in [text, likely] {
            let results = explorer.explore(&Query { text, order, ..Query::default() });
            for facet in Facet::ALL {
                let most = corpus.statements.len();
                prop_assert!(results.counts(facet).iter().all(|count| count.count as usize <= most));
            }
        }
    }
}
