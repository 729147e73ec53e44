//! Sources before a verb.

use corpus::Span;

use super::*;
use crate::lex;

/// The name, title and aside before "said".
fn before_said(text: &str) -> Option<[String; 3]> {
    let tokens = lex::lex(text, &[Span::new(0, text.len())]).tokens;
    let verb = tokens.iter().position(|token| token.is("said"))?;
    let source = before(&tokens, 0, verb)?;
    let words = |range: Option<&Range<usize>>| {
        range.map(|range| text[tokens[range.start].start..tokens[range.end - 1].end].to_owned()).unwrap_or_default()
    };
    Some([words(Some(&source.name)), words(source.title.as_ref()), words(source.aside.as_ref())])
}

#[test]
fn a_subject_is_name_title_and_aside() {
    for (text, expected) in [
        ("Deputy Mayor Ada Quill said so", ["Ada Quill", "Deputy Mayor", ""]),
        ("Ada Quill, a baker at the Mill, said so", ["Ada Quill", "", "a baker at the Mill"]),
        ("On Monday, Quill in a statement said so", ["Quill", "", ""]),
        ("It was late when night workers have long said so", ["night workers", "", ""]),
        ("Ferry Transit, Mill and Linden also said so", ["Ferry Transit, Mill and Linden", "", ""]),
        ("The Board (BoT) said so", ["The Board", "", ""]),
        ("In Ferry, Mill and Linden said so", ["Mill and Linden", "", ""]),
        ("Ada Quill, Bo Linden and Cy Moor said so", ["Ada Quill, Bo Linden and Cy Moor", "", ""]),
        ("The tram operator Northline said so", ["Northline", "tram operator", ""]),
        ("Mayor Ada van der Quill said so", ["Ada van der Quill", "Mayor", ""]),
        ("He and Ada Quill said so", ["He and Ada Quill", "", ""]),
        ("On 3 May Bo Linden said so", ["Bo Linden", "", ""]),
        ("In June Ada Quill, a baker, said so", ["Ada Quill", "", "a baker"]),
        ("Two years later the Board said so", ["the Board", "", ""]),
        ("Will Quill, the mayor, said so", ["Will Quill", "", "the mayor"]),
        ("Dean Quill said so", ["Dean Quill", "", ""]),
        ("Vice Admiral Ada Quill said so", ["Ada Quill", "Vice Admiral", ""]),
        (
            "In a letter to the Mill of Trams and Lamps, the Ferry Trust, a charity, said so",
            ["the Ferry Trust", "", "a charity"],
        ),
        ("The Board, the Ferry Trust and Northline said so", ["The Board, the Ferry Trust and Northline", "", ""]),
        ("Bakers whom the Herald did not name said so", ["Bakers", "", ""]),
        (
            "Their paper, written by Ada Quill, Bo Low and others, said so",
            ["Their paper", "", "written by Ada Quill, Bo Low and others"],
        ),
        ("Two firms, Northline, Ferry and Mill, said so", ["Northline, Ferry and Mill", "", ""]),
        ("The Ferry Linden baker Bo Low said so", ["Ferry Linden", "", ""]),
        ("The Ferry Linden economist Bo Low said so", ["Bo Low", "Ferry Linden economist", ""]),
        ("The Ferry Linden law professor Bo Low said so", ["Bo Low", "Ferry Linden law professor", ""]),
        ("Attorney-General Bo Low said so", ["Bo Low", "Attorney-General", ""]),
        ("In an editorial the Old Mill Herald said so", ["Old Mill Herald", "", ""]),
        ("The Old Mill Herald’s editorial board said so", ["Old Mill Herald’s", "", ""]),
        ("MEP Ada Quill said so", ["Ada Quill", "MEP", ""]),
        ("A letter by Ada Quill said so", ["Ada Quill", "", ""]),
        (
            "Head Ada Quill, R-N.C., and Vice Chair Bo Linden, D-Calif., said so",
            ["Ada Quill, R-N.C., and Vice Chair Bo Linden", "Head", ""],
        ),
        ("Ada Quill, D-Ore., and Bo Linden said so", ["Ada Quill, D-Ore., and Bo Linden", "", ""]),
    ] {
        assert_eq!(before_said(text), Some(expected.map(String::from)), "{text}");
    }
}

#[test]
fn a_quotation_and_a_clause_are_nobody() {
    assert_eq!(before_said("“Never” said so"), None);
    assert_eq!(before_said("Key was the lack of lamps said so"), None);
    assert_eq!(before_said("It gives them what they said so"), None);
}

#[test]
fn people_without_names_may_be_in_several_places() {
    for (text, expected) in [
        (
            "so said bakers in the mill, the depot and the tram office.",
            "bakers in the mill, the depot and the tram office",
        ),
        ("so said bakers in the mill, the oldest in town.", "bakers in the mill"),
        ("so said bakers in the mill, and the depot was closed.", "bakers in the mill"),
    ] {
        let tokens = lex::lex(text, &[Span::new(0, text.len())]).tokens;
        let name = after(&tokens, 2, tokens.len()).map(|source| source.name);
        let words = name.map(|range| &text[tokens[range.start].start..tokens[range.end - 1].end]);
        assert_eq!(words, Some(expected), "{text}");
    }
}
