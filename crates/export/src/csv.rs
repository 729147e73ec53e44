//! CSV (RFC 4180): a row a statement.
//!
//! It begins with a byte order mark, without which Excel takes UTF-8 for something else. A cell that a spreadsheet would take for
//! a formula (<https://owasp.org/www-community/attacks/CSV_Injection>) has an apostrophe before it, and so has one that
//! would look as if it had: whoever takes one apostrophe off cells like that has what was there.

use std::iter::once;

use corpus::{ComponentKind, Statement, StatementIx};
use csv::{Terminator, WriterBuilder};

use crate::record::{GAP, StatementRecord};
use crate::{Pieces, Selection};

const COLUMNS: [&str; 20] = [
    "id",
    "side",
    "side_label",
    "speaker",
    "speaker_kind",
    "affiliation",
    "role",
    "text",
    "quotation",
    "argument",
    "claims",
    "premises",
    "themes",
    "date",
    "title",
    "outlet",
    "article",
    "article_kind",
    "article_url",
    "page",
];

/// Between several values in a cell.
const SEPARATOR: &str = "; ";

/// What a spreadsheet takes for the beginning of a formula: the full-width signs are what some take for the others.
const BEGINS_FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

pub(crate) fn pieces<'s>(selection: &'s Selection<'s>) -> Pieces<'s> {
    let header = format!("\u{feff}{}", row(COLUMNS.map(String::from)));
    Box::new(once(header).chain(selection.statements().iter().map(|ix| row(cells(selection, *ix).map(safe)))))
}

fn cells(selection: &Selection<'_>, ix: StatementIx) -> [String; COLUMNS.len()] {
    let (statement, record) = (selection.statement(ix), StatementRecord::new(selection, ix));
    let speaker = record.speaker.as_ref();
    let of_article = |text: Option<&str>| text.unwrap_or_default().to_owned();
    [
        record.id,
        record.side.id.into(),
        record.side.label.into(),
        of_article(speaker.map(|speaker| speaker.name)),
        of_article(speaker.map(|speaker| speaker.kind)),
        of_article(speaker.and_then(|speaker| speaker.affiliation)),
        of_article(record.role.map(|role| role.text)),
        record.text,
        record.quotation.into(),
        record.argument.to_string(),
        components(selection, statement, ComponentKind::Claim),
        components(selection, statement, ComponentKind::Premise),
        record.themes.iter().map(|theme| theme.label).collect::<Vec<_>>().join(SEPARATOR),
        record.article.date,
        of_article(record.article.title),
        of_article(record.article.outlet),
        record.article.id.into(),
        record.article.kind.into(),
        of_article(record.article.url),
        record.page,
    ]
}

/// The parts of a statement that are of a kind.
fn components(selection: &Selection<'_>, statement: &Statement<'_>, kind: ComponentKind) -> String {
    let article = selection.article(statement.article);
    let of_kind = statement.components.iter().filter(|component| component.kind == kind);
    of_kind.map(|component| article.words(component.span)).collect::<Vec<_>>().join(GAP)
}

/// A cell that is no formula.
fn safe(cell: String) -> String {
    let is_formula = cell.trim_start_matches('\'').starts_with(BEGINS_FORMULA);
    if is_formula { format!("'{cell}") } else { cell }
}

fn row(cells: [String; COLUMNS.len()]) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    // Into memory nothing fails, and of text comes text.
    let written = writer.write_record(&cells).map_err(|error| error.to_string());
    let bytes = written.and_then(|()| writer.into_inner().map_err(|error| error.to_string()));
    let row = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(|error| error.to_string()));
    row.unwrap_or_else(|error| unreachable!("a row that cannot be written: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_what_was_there_can_be_had_back() {
        for (cell, safe_cell) in [
            ("=1+1", "'=1+1"),
            ("+49 30", "'+49 30"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("'=1", "''=1"),
            ("＝1", "'＝1"),
            ("'tis", "'tis"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(safe(cell.into()), safe_cell);
        }
    }
}
