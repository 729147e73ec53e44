//! What holds for every corpus, query and string, tried on random ones.

mod scan;

use std::collections::{BTreeMap, BTreeSet};

use corpus::{
    ArticleIx, ArticleKind, ComponentKind, Corpus, Edit, Edited, Evidence, Inference, PartialDate, Position, Quotation,
    SideIx, SpeakerIx, ThemeIx,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use self::scan::{Scan, Term, Typed};
use crate::fixture::{self, Draft};
use crate::fold::words;
use crate::{Choice, Explorer, Facet, Grouping, Known, Order, Query, STEPS, Search};

/// Few words, so that searches find something; some are the beginning or a form of others, one of a speaker's name.
const WORDS: [&str; 8] = ["key", "keys", "lock", "locked", "locksmith", "warrant", "phone", "an"];

/// What is typed of facets, and what it means: a name in addresses, or the beginnings of words of a label.
const ASKED: [(&str, &[Choice]); 18] = [
    ("side:access", &[ACCESS]),
    ("side:priv", &[PRIVACY]),
    ("side:neither", &[Choice::Position(Position::Neither)]),
    ("side:warrant", &[]),
    ("speaker:ann-ode", &[ANN]),
    ("speaker:zoe", &[ZOE]),
    ("speaker:\"key Zo\"", &[ZOE]),
    ("speaker:o", &[ANN]),
    ("speaker:nobody", &[]),
    ("affiliation:locksmiths", &[Choice::Affiliation(SpeakerIx(3))]),
    ("theme:safety", &[Choice::Theme(ThemeIx(0))]),
    ("theme:righ", &[Choice::Theme(ThemeIx(2))]),
    ("type:direct", &[Choice::Quotation(Quotation::Direct)]),
    ("part:claim", &[Choice::Component(ComponentKind::Claim)]),
    ("kind:news", &[Choice::Kind(ArticleKind::News)]),
    ("year:2019", &[Choice::Year(2019)]),
    ("year:20", &[Choice::Year(2017), Choice::Year(2019)]),
    ("month:2017-10", &[Choice::Month(2017, 10)]),
];
const ACCESS: Choice = Choice::Position(Position::Side(SideIx(0)));
const PRIVACY: Choice = Choice::Position(Position::Side(SideIx(1)));
const ANN: Choice = Choice::Speaker(SpeakerIx(0));
const ZOE: Choice = Choice::Speaker(SpeakerIx(3));

/// What is searched for, too: beginnings, mistakes, and what is nowhere.
const TYPED: [&str; 8] = ["ke", "locking", "lokc", "warr", "wararnts", "locksmiht", "phoen", "zebra"];

fn term() -> impl Strategy<Value = Term> {
    let word = prop_oneof![3 => select(&WORDS[..]), 1 => select(&TYPED[..])];
    (prop::bool::weighted(0.2), any::<bool>(), vec(word, 1..3)).prop_map(|(minus, quoted, words)| Term {
        minus,
        quoted,
        words,
    })
}

/// Nothing of it, but at times: all that narrows together would leave nothing to count or to put in order.
fn at_times<T: Clone + std::fmt::Debug + Default>(narrowing: impl Strategy<Value = T>) -> impl Strategy<Value = T> {
    prop_oneof![2 => Just(T::default()), 1 => narrowing]
}

fn typed() -> impl Strategy<Value = Typed> {
    let asked = at_times(vec((any::<bool>(), select(&ASKED[..])), 1..3));
    (asked, vec(term(), 0..3), any::<bool>()).prop_map(|(asked, terms, open)| Typed { asked, terms, open })
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

fn evidence(side: u8, weight: i16) -> Evidence {
    Evidence { of: Inference::Side, rule: corpus::Rule::ALL[0], words: None, side: Some(SideIx(side)), weight }
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
    let points = vec((0..2_u8, -100..300_i16), 0..3);
    let signs = (points, prop::bool::weighted(0.1));
    (vec((draft, signs), 0..12), title).prop_map(|(drafts, title)| {
        let (drafts, signs): (Vec<Draft>, Vec<_>) = drafts.into_iter().unzip();
        let mut corpus = fixture::make(&drafts);
        corpus.articles[0].title = title.map(Into::into);
        for (n, (points, settled)) in signs.into_iter().enumerate() {
            corpus.statements[n].why = points.into_iter().map(|(side, weight)| evidence(side, weight)).collect();
            corpus.statements[n].edits =
                Vec::from_iter(settled.then(|| Edit { of: Edited::Side, reason: "why".into() }));
        }
        corpus
    })
}

proptest! {
    #[test]
    fn exploring_is_scanning(
        corpus in corpora(),
        choices in at_times(btree_set(choice(), 0..4)),
        without in at_times(btree_set(choice(), 1..2)),
        typed in typed(),
        (from, to) in at_times((option::of(date()), option::of(date()))),
        sure in at_times(prop_oneof![select(&STEPS[..]), 0..400_u16]),
        ready in 0..50_usize,
    ) {
        let (choices, without) = (choices.into_iter().collect(), without.into_iter().collect());
        let query = Query { choices, without, from, to, sure, text: typed.text(), ..Query::default() };
        let scan = Scan::new(&corpus, &query, &typed);
        let explorer = Explorer::new(&corpus);
        for _ in 0..ready {
            explorer.prepare(1);
        }
        let results = explorer.explore(&query);
        let found: Vec<usize> = results.matches.iter().map(|ix| ix.get()).collect();
        prop_assert_eq!(&found, &scan.matches());
        prop_assert_eq!(&results.positions, &scan.positions());

        for facet in Facet::ALL {
            let counts: BTreeMap<Choice, u32> = results.counts(facet).map(|count| (count.choice, count.count)).collect();
            prop_assert_eq!(counts, scan.counts(facet));
            for (choice, count) in scan.counts(facet) {
                prop_assert_eq!(results.count(choice), count);
            }
        }

        for order in Order::ALL {
            let ordered = explorer.explore(&Query { order, ..query.clone() }).matches;
            let mut ordered: Vec<usize> = ordered.into_iter().map(|ix| ix.get()).collect();
            prop_assert!(ordered.windows(2).all(|pair| scan.may_precede(order, pair[0], pair[1])), "{:?} {:?}", order, ordered);
            ordered.sort();
            prop_assert_eq!(&ordered, &found, "the same");
        }

        for statement in corpus.statements.iter() {
            for span in &statement.spans {
                let text = corpus.article_of(statement).words(*span);
                let hits = results.search.hits(text);
                let is_marked = |word: &corpus::Span| hits.iter().any(|hit| hit.start <= word.start && word.end <= hit.end);
                let marked = words(text).enumerate().filter(|(_, word)| is_marked(word)).map(|(n, _)| n);
                prop_assert_eq!(marked.collect::<BTreeSet<usize>>(), scan.found_in(text), "what is marked is what was found");
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
                prop_assert!(results.counts(facet).all(|count| count.count as usize <= most));
            }
        }
    }
}
