//! The project's own corpus is what it says it is: background reports with sources, fair to both sides, in indirect
//! speech. How well it is mined is the business of `cargo xtask eval`.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use corpus::{Article, ArticleIx, ArticleKind, Corpus, Date, Statement};

#[path = "../build.rs"]
#[expect(dead_code, reason = "main is the build's")]
mod build;

/// Reports of this record, at the least: one an event of the debate.
const REPORTS: usize = 24;

/// Words of a report: room for both sides, and an end in sight.
const WORDS: std::ops::RangeInclusive<usize> = 300..=600;

/// Words that may stand between quotation marks: a term of art. Anything longer would be somebody's words, and the
/// reports are written in other words than theirs.
const QUOTED_WORDS: usize = 5;

/// The first and the last day of the debate so far.
fn is_in_range(date: Date) -> bool {
    Date::new(1993, 1, 1).is_some_and(|first| first <= date) && Date::new(2026, 12, 31).is_some_and(|last| date <= last)
}

/// The corpus of the project in its binary form, mined once for all rules.
static CORPUS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    build::corpus_of(&seeds, &build::Keep::default(), &mut Vec::new()).unwrap()
});

/// Hands every background report with its statements to a check, and names the reports that it does not hold for.
fn check(rule: &str, holds: impl Fn(&Corpus<'_>, &Article<'_>, &[&Statement<'_>]) -> bool) {
    let corpus = corpus::decode(&CORPUS).unwrap();
    let reports = corpus.articles.iter().zip(0..).filter(|(article, _)| article.kind == ArticleKind::Background);
    let of =
        |n| corpus.statements.iter().filter(move |statement| statement.article == ArticleIx(n)).collect::<Vec<_>>();
    let broken: Vec<&str> = reports
        .clone()
        .filter(|(article, n)| !holds(&corpus, article, &of(*n)))
        .map(|(article, _)| article.file.as_str())
        .collect();
    assert!(reports.count() >= REPORTS);
    assert_eq!(broken, Vec::<&str>::new(), "{rule}");
}

#[test]
fn reports_have_a_title_of_their_own_a_date_and_an_outlet() {
    check("each title once", |corpus, report, _| {
        report.title.is_some() && corpus.articles.iter().filter(|other| other.title == report.title).count() == 1
    });
    check("dated within the debate", |_, report, _| is_in_range(report.date));
    check("the project's own", |_, report, _| report.outlet.as_deref() == Some("Rejoinder background report"));
}

#[test]
fn reports_name_the_sources_that_they_were_written_from() {
    check("two sources at least", |_, report, _| report.works.len() >= 2);
    check("each with a publisher", |_, report, _| report.works.iter().all(|work| work.publisher.is_some()));
}

#[test]
fn reports_hear_both_sides() {
    check("three speakers at least", |_, _, statements| {
        statements.iter().filter_map(|statement| statement.speaker).collect::<BTreeSet<_>>().len() >= 3
    });
    check("arguments on two sides at least", |_, _, statements| {
        statements.iter().filter_map(|statement| statement.side).collect::<BTreeSet<_>>().len() >= 2
    });
}

#[test]
fn reports_are_short_and_in_indirect_speech() {
    let body = |report: &Article<'_>| {
        report.paragraphs().iter().map(|span| report.words(*span)).collect::<Vec<_>>().join("\n\n")
    };
    check("as long as a report", |_, report, _| WORDS.contains(&body(report).split_whitespace().count()));
    check("quotes terms only", |_, report, _| {
        quoted(&body(report))
            .is_some_and(|quoted| quoted.iter().all(|words| words.split_whitespace().count() <= QUOTED_WORDS))
    });
}

#[test]
fn quotations_are_found_whatever_their_marks() {
    assert_eq!(quoted("a “b c” d"), Some(vec!["b c"]));
    assert_eq!(quoted("a \"b c\" d \"e\""), Some(vec!["b c", "e"]));
    assert_eq!(quoted("the group’s plan"), Some(vec![]));
    assert_eq!([quoted("a “b c"), quoted("a \"b c"), quoted("a “b “c” d”")], [None, None, None]);
}

/// What stands between double quotation marks; none where a mark has no partner.
fn quoted(text: &str) -> Option<Vec<&str>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['“', '”', '"']) {
        let mark = rest[at..].chars().next()?;
        let closing = match mark {
            '“' => '”',
            '"' => '"',
            _ => return None,
        };
        let inside = &rest[at + mark.len_utf8()..];
        let end = inside.find(['“', '”', '"']).filter(|end| inside[*end..].starts_with(closing))?;
        found.push(&inside[..end]);
        rest = &inside[end + closing.len_utf8()..];
    }
    Some(found)
}
