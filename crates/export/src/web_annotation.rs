//! The W3C's Web Annotation Data Model (<https://www.w3.org/TR/annotation-model/>): one page of annotations (section 5.2), a statement each.
//!
//! An annotation targets the words of its statement in the article's page on the site, part by part where words between are left out.
//! Two selectors find each part. The quotation (4.2.4) finds it wherever the article stands, on the site or at the publisher's. The
//! position (4.2.5) counts code points of the article's file, header included: the text of an article in JSON.
//!
//! Bodies say by their purpose (3.3.5) what they are: `identifying` is who speaks, `classifying` the side, `tagging` a theme, and `describing`
//! whether it is an argument and how it is quoted.

use std::iter::once;

use corpus::{Article, Span, Statement, StatementIx};
use serde::Serialize;

use crate::json::json;
use crate::record::{StatementRecord, Words};
use crate::{Pieces, Selection};

/// The context that the model asks for.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// How many code points before and after the words are given: some five words tell apart places that use the same words, and Hypothesis
/// gives as many.
const AROUND: usize = 32;

/// Where pages are said to be when nobody says where the site is: annotations must have IRIs, and this host is nobody's
/// (RFC 6761, section 6.4).
const NOWHERE: &str = "https://rejoinder.invalid/";

#[derive(Serialize)]
struct Annotation<'s> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body<'s>>,
    target: Vec<Target<'s>>,
}

#[derive(Serialize)]
struct Body<'s> {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: &'s str,
    format: &'static str,
    language: &'static str,
}

#[derive(Serialize)]
struct Target<'s> {
    #[serde(rename = "type")]
    kind: &'static str,
    source: String,
    selector: (Quote<'s>, Place),
}

#[derive(Serialize)]
struct Quote<'s> {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: &'s str,
    prefix: &'s str,
    suffix: &'s str,
}

#[derive(Serialize)]
struct Place {
    #[serde(rename = "type")]
    kind: &'static str,
    start: usize,
    end: usize,
}

pub(crate) fn pieces<'s>(selection: &'s Selection<'s>) -> Pieces<'s> {
    let site = iri(selection, selection.site().to_owned());
    let label = json(&selection.corpus().debate.title);
    let total = selection.statements().len();
    let start = format!(
        "{{\"@context\":\"{CONTEXT}\",\n\"id\":{},\n\"type\":\"AnnotationPage\",\n\
         \"partOf\":{{\"id\":{},\"type\":\"AnnotationCollection\",\"label\":{label},\"total\":{total}}},\n\
         \"startIndex\":0,\n\"items\":[",
        json(&format!("{site}#annotation-page")),
        json(&format!("{site}#annotations")),
    );
    let annotations = selection.statements().iter().enumerate().map(|(n, ix)| {
        let comma = if n == 0 { "\n" } else { ",\n" };
        format!("{comma}{}", annotation(selection, *ix))
    });
    Box::new(once(start).chain(annotations).chain(once("\n]}\n".into())))
}

fn annotation(selection: &Selection<'_>, ix: StatementIx) -> String {
    let (statement, record) = (selection.statement(ix), StatementRecord::new(selection, ix));
    let description =
        format!("{}, {} quotation", if record.argument { "argument" } else { "statement" }, record.quotation);
    let speaker = record.speaker.iter().map(|speaker| body("identifying", speaker.name));
    let themes = record.themes.iter().map(|theme| body("tagging", theme.label));
    let side = once(body("classifying", record.side.label));
    let target = |span: &Span| target(selection, statement, *span);
    json(&Annotation {
        id: iri(selection, record.page),
        kind: "Annotation",
        motivation: "classifying",
        body: speaker.chain(side).chain(themes).chain(once(body("describing", &description))).collect(),
        target: statement.spans.iter().map(target).collect(),
    })
}

fn body<'s>(purpose: &'static str, value: &'s str) -> Body<'s> {
    Body { kind: "TextualBody", purpose, value, format: "text/plain", language: "en" }
}

fn target<'s>(selection: &Selection<'s>, statement: &Statement<'_>, span: Span) -> Target<'s> {
    let Words { start, end, text } = Words::new(selection, statement.article, span);
    let (prefix, suffix) = around(selection.article(statement.article), span);
    Target {
        kind: "SpecificResource",
        source: iri(selection, selection.page_of_article(statement.article)),
        selector: (
            Quote { kind: "TextQuoteSelector", exact: text, prefix, suffix },
            Place { kind: "TextPositionSelector", start, end },
        ),
    }
}

/// What stands before and after words: of the body, for nobody who looks for them meets the header.
fn around<'s>(article: &'s Article<'_>, span: Span) -> (&'s str, &'s str) {
    let paragraphs = article.paragraphs();
    let (first, last) = (paragraphs.first().copied().unwrap_or(span), paragraphs.last().copied().unwrap_or(span));
    let text = article.text();
    let before = text.get(first.range().start..span.range().start).unwrap_or_default();
    let after = text.get(span.range().end..last.range().end).unwrap_or_default();
    (end_of(before), start_of(after))
}

fn end_of(text: &str) -> &str {
    text.char_indices().nth_back(AROUND - 1).map_or(text, |(at, _)| &text[at..])
}

fn start_of(text: &str) -> &str {
    text.char_indices().nth(AROUND).map_or(text, |(at, _)| &text[..at])
}

/// An address on the site, absolute in any case.
fn iri(selection: &Selection<'_>, address: String) -> String {
    if selection.site().is_empty() { format!("{NOWHERE}{address}") } else { address }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_is_counted_in_code_points() {
        let long = "a𝄞é“".repeat(AROUND);
        assert_eq!(end_of(&long).chars().count(), AROUND);
        assert_eq!(start_of(&long).chars().count(), AROUND);
        assert!(long.starts_with(start_of(&long)) && long.ends_with(end_of(&long)));
        let exact = "𝄞".repeat(AROUND);
        for text in ["", "𝄞b", &exact] {
            assert_eq!((start_of(text), end_of(text)), (text, text));
        }
    }
}
