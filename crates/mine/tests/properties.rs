//! What holds for any input: no panic, a checked corpus, the same output twice, and work in proportion to the length.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use corpus::ArticleIx;
use mine::{Attribution, Mined, SourceFile, attributions, mine, review};
use proptest::prelude::*;

const DEBATE: SourceFile<'static> = SourceFile { name: "debate.toml", bytes: include_bytes!("debate.toml") };

fn mined<'a>(bytes: &'a [u8]) -> Mined<'a> {
    mine(DEBATE, &[SourceFile { name: "a.txt", bytes }], &[])
}

fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let first = mined(bytes);
    prop_assert_eq!(&first, &mined(bytes));
    prop_assert_eq!(first.corpus.unwrap().check(), []);
    Ok(())
}

fn corrected<'a>(bytes: &'a [u8], sidecar: &[u8]) -> Mined<'a> {
    mine(DEBATE, &[SourceFile { name: "a.txt", bytes }], &[SourceFile { name: "a.toml", bytes: sidecar }])
}

fn is_corrected(sidecar: &[u8]) -> Result<(), TestCaseError> {
    let first = corrected(ARTICLE.as_bytes(), sidecar);
    prop_assert_eq!(&first, &corrected(ARTICLE.as_bytes(), sidecar));
    prop_assert_eq!(first.corpus.unwrap().check(), []);
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        holds(&bytes)?;
    }

    #[test]
    fn any_text(text in any::<String>()) {
        holds(format!(" date 2021-03-04 {text}").as_bytes())?;
    }

    /// What news is made of, in any order.
    #[test]
    fn news_in_disorder(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        holds(format!(" date 2021-03-04 {}", pieces.concat()).as_bytes())?;
    }

    #[test]
    fn any_corrections(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        is_corrected(&bytes)?;
    }

    /// Any entries, at odds with each other and with the article.
    #[test]
    fn corrections_in_disorder(entries in proptest::collection::vec(CORRECTION.map(proptest::sample::select), 0..5)) {
        is_corrected(entries.iter().map(|lines| lines.join("\n") + "\n").collect::<String>().as_bytes())?;
    }

    /// Whatever the article, what a review asks about can be answered.
    #[test]
    fn any_review_can_be_filled_in(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        let text = format!(" date 2021-03-04 {}", pieces.concat());
        let review = review(&mined(text.as_bytes()).corpus.unwrap(), ArticleIx(0));
        let filled = review.replace("# speaker = \"\"", "speaker = \"Bo\"").replace("# side", "side");
        let filled = filled.replace("# reason = \"\"", "reason = \"so\"");
        let corrected = corrected(text.as_bytes(), filled.as_bytes());
        let found = corrected.diagnostics.iter().find(|problem| problem.file == "a.toml");
        prop_assert!(found.is_none(), "{:?} in {}", found, filled);
        prop_assert_eq!(corrected.corpus.unwrap().check(), []);
    }

    #[test]
    fn attributions_lie_in_any_text(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        let text = pieces.concat();
        for Attribution { source, cue, content } in attributions(&text) {
            prop_assert!(!content.is_empty());
            for span in content.into_iter().chain(source).chain(cue) {
                prop_assert!(!span.is_empty() && span.of(&text).is_some(), "{:?} of {:?}", span, text);
            }
        }
    }

    #[test]
    fn any_debate(text in any::<String>()) {
        let mined = mine(SourceFile { name: "debate.toml", bytes: text.as_bytes() }, &[], &[]);
        prop_assert!(mined.corpus.is_some() || !mined.diagnostics.is_empty());
    }
}

/// What corrections are made to.
const ARTICLE: &str =
    " date 2021-03-04 “Trams must run all night,” said Ada Quill. “They are too loud.”\n\nHe agreed. So?";

/// The lines of an entry, each of which may be any of these.
const CORRECTION: [&[&str]; 9] = [
    &["[[change]]", "[[change]]", "[[drop]]", "[[add]]", "[[add]]", "[[oops]]"],
    &[
        "words = \"Trams must\"",
        "words = \"They are too loud.\"",
        "words = \"loud.”\\n\\nHe agreed. So\"",
        "words = \"e\"",
    ],
    &["", "speaker = \"Bo\"", "speaker = \"Ferry Transit\"", "speaker = \" \""],
    &["", "kind = \"group\"", "kind = \"tram\""],
    &["", "role = \"Ada\"", "quotation = \"mixed\"", "quotation = 1"],
    &["", "side = \"quiet\"", "side = \"neither\"", "side = \"up\""],
    &["", "themes = []", "themes = [\"sleep\", \"work\"]", "themes = \"sleep\""],
    &["", "argument = true", "argument = false", "argument = \"no\""],
    &["reason = \"so\"", "reason = \"so\"", "reason = \"\"", ""],
];

const PIECES: &[&str] = &[
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "«",
    "»",
    ", ",
    ". ",
    "? ",
    "\n\n",
    " ",
    " – ",
    "—",
    ": ",
    "; ",
    "(",
    ")",
    "…",
    "said ",
    "Ada Quill ",
    "he ",
    "she ",
    "it ",
    "they ",
    "the company ",
    "Quill ",
    "told ",
    "that ",
    "and ",
    "but ",
    "because ",
    "saying ",
    "according to ",
    "pushed back against ",
    "called for ",
    "who ",
    "has ",
    "Mayor ",
    "Dr. ",
    "U.S. ",
    "Ray’s ",
    "speech ",
    "trams ",
    "run all night ",
    "too loud ",
    "not ",
    "on Monday ",
    "in a statement ",
    "İ",
    "ß’s ",
    "e\u{301} ",
];

/// A line of a megabyte. A scan that looks back or ahead without a bound takes hours for these, not seconds: the test
/// then never ends.
#[test]
fn a_megabyte_in_one_line_is_mined() {
    for piece in ["word ", "“a b c d,” said Ada Quill. ", "“never closed said Ada Quill. ", "\" "] {
        is_mined(piece, 1 << 20);
    }
}

/// The same for shorter lines of what else could be looked back or ahead for.
#[test]
fn long_lines_of_anything_are_mined() {
    for piece in [
        "“a b c d,” said Ada Quill, and ",
        "\"odd \"marks said \" Quill ",
        "‘users’ ",
        "Ada Quill said that, ",
        "Quill, saying he, ",
        "said ",
        "Rep. ",
        ", a b",
        "A",
        "a.",
        "A. ",
        "( ",
        "because it ",
        "way home ",
        "a, said Ann; ",
        "a, Ann said; ",
        "he said the society ",
        "In response to Quill, Bell said trams must run all night. ",
        "The two said so. ",
        "The companies said they had. ",
        "The letter issued the letter. ",
        "The board said it was late, the paper said. ",
    ] {
        is_mined(piece, 1 << 17);
    }
}

/// A quotation may be longer than any sentence, and have next to no words.
#[test]
fn a_long_quotation_of_marks_is_mined() {
    for mark in [" .", " ;", " -", " “", " ’s"] {
        let text = format!(" date 2021-03-04 “Trams must never run all night{}” said Ada Quill.", mark.repeat(1 << 18));
        assert_eq!(mined(text.as_bytes()).corpus.unwrap().articles.len(), 1, "{mark}");
    }
}

fn is_mined(piece: &str, length: usize) {
    let text = format!(" date 2021-03-04 {}", piece.repeat(length / piece.len()));
    assert_eq!(mined(text.as_bytes()).corpus.unwrap().articles.len(), 1, "{piece}");
}
