//! How many words of a statement are quoted.

use crate::{Article, Quotation, Span, Statement};

/// How many words of a statement are quoted: all of them in a direct quotation, those between quotation marks in a partly
/// quoted one, else none. A word is what stands between white space and has a letter or digit in it.
pub fn quoted_words(article: &Article<'_>, statement: &Statement<'_>) -> u32 {
    let all = |spans: &[Span]| spans.iter().map(|span| words(article.words(*span))).sum();
    match statement.quotation {
        Quotation::Direct => all(&statement.spans),
        Quotation::Indirect => 0,
        Quotation::Mixed => {
            // A quotation may have begun before the statement's first word.
            let around =
                article.paragraphs().iter().filter(|around| statement.spans.iter().any(|span| span.overlaps(**around)));
            let quotations: Vec<Span> =
                around.flat_map(|paragraph| quotations(article.words(*paragraph), *paragraph)).collect();
            let inside =
                |span: &Span| -> Vec<Span> { quotations.iter().filter_map(|quoted| common(*span, *quoted)).collect() };
            statement.spans.iter().map(|span| all(&inside(span))).sum()
        }
    }
}

fn words(text: &str) -> u32 {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count() as u32
}

fn common(one: Span, other: Span) -> Option<Span> {
    let span = Span { start: one.start.max(other.start), end: one.end.min(other.end) };
    (span.start < span.end).then_some(span)
}

/// What stands between quotation marks in a paragraph. A mark without a partner quotes to the end of it; one inside another
/// adds nothing.
fn quotations(text: &str, paragraph: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let after = text[at + character.len_utf8()..].chars().next().unwrap_or(' ');
        open = match open {
            // An apostrophe looks like a closing mark, but a letter comes before it and after it.
            Some((from, mark)) if closes(mark, character) && !(before.is_alphanumeric() && after.is_alphanumeric()) => {
                found.push((from, at));
                None
            }
            None if closing(character).is_some() && !before.is_alphanumeric() && !after.is_whitespace() => {
                Some((at + character.len_utf8(), character))
            }
            unchanged => unchanged,
        };
        before = character;
    }
    found.extend(open.map(|(from, _)| (from, text.len())));
    let base = paragraph.range().start;
    found.into_iter().map(|(from, to)| Span::new(base + from, base + to)).collect()
}

fn closes(opening: char, character: char) -> bool {
    closing(opening).is_some_and(|marks| marks.contains(character))
}

/// The marks that close what a mark opens; none where it opens nothing.
fn closing(opening: char) -> Option<&'static str> {
    Some(match opening {
        '"' | '“' => "\"”“",
        '„' => "“”\"",
        '‘' | '\'' => "’'",
        '«' => "»",
        _ => return None,
    })
}
