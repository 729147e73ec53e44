//! JSON: all that is known. What its fields mean is in [`SCHEMA`].

use std::iter::once;

use corpus::{ArticleIx, Corpus};
use serde::Serialize;

use crate::record::{ArticleRecord, Named, RelationRecord, SpeakerRecord, StatementRecord, Words};
use crate::{Pieces, Selection};

/// The JSON Schema (2020-12) of the file.
pub const SCHEMA: &str = include_str!("schema.json");

/// The name under which a site publishes it.
pub const SCHEMA_FILE: &str = "statements.schema.json";

#[derive(Serialize)]
struct DebateRecord<'s> {
    title: &'s str,
    question: &'s str,
    sides: Vec<SideRecord<'s>>,
    themes: Vec<Named<'s>>,
}

#[derive(Serialize)]
struct SideRecord<'s> {
    #[serde(flatten)]
    named: Named<'s>,
    summary: &'s str,
}

/// An article with its words.
#[derive(Serialize)]
struct WholeArticle<'s> {
    #[serde(flatten)]
    article: ArticleRecord<'s>,
    page: String,
    works: Vec<WorkRecord<'s>>,
    sha256: String,
    text: &'s str,
    paragraphs: Vec<Words<'s>>,
}

#[derive(Serialize)]
struct WorkRecord<'s> {
    title: &'s str,
    publisher: Option<&'s str>,
    date: Option<String>,
    url: Option<&'s str>,
}

/// The file: a list after the other, an element a piece.
pub(crate) fn pieces<'s>(selection: &'s Selection<'s>) -> Pieces<'s> {
    let schema = format!("{}{SCHEMA_FILE}", selection.site());
    let start = format!("{{\"$schema\":{},\n\"debate\":{}", json(&schema), json(&debate(selection.corpus())));
    let articles = selection.articles().iter().map(|ix| json(&article(selection, *ix)));
    let speakers =
        selection.speakers().iter().map(|ix| json(&SpeakerRecord::new(&selection.corpus().speakers[ix.get()])));
    let statements = selection.statements().iter().map(|ix| json(&StatementRecord::new(selection, *ix)));
    let relations = selection.relations().iter().map(|relation| json(&RelationRecord::new(selection, relation)));
    Box::new(
        once(start)
            .chain(list("articles", articles))
            .chain(list("speakers", speakers))
            .chain(list("statements", statements))
            .chain(list("relations", relations))
            .chain(once("}\n".into())),
    )
}

/// The statements, an object a line.
pub(crate) fn lines<'s>(selection: &'s Selection<'s>) -> Pieces<'s> {
    Box::new(selection.statements().iter().map(|ix| json(&StatementRecord::new(selection, *ix)) + "\n"))
}

/// A value as JSON.
pub(crate) fn json(value: &impl Serialize) -> String {
    // What is written are structs, lists, strings and whole numbers: of these JSON takes all.
    serde_json::to_string(value).unwrap_or_else(|error| unreachable!("a record that is no JSON: {error}"))
}

/// A member of the object whose value is a list.
fn list(name: &'static str, elements: impl Iterator<Item = String>) -> impl Iterator<Item = String> {
    let separated = elements.enumerate().map(|(n, element)| if n == 0 { element } else { format!(",\n{element}") });
    once(format!(",\n\"{name}\":[")).chain(separated).chain(once("]".into()))
}

fn debate<'s>(corpus: &'s Corpus<'_>) -> DebateRecord<'s> {
    let side = |side: &'s corpus::Side<'_>| SideRecord { named: Named::side(side), summary: &side.summary };
    DebateRecord {
        title: &corpus.debate.title,
        question: &corpus.debate.question,
        sides: corpus.debate.sides.iter().map(side).collect(),
        themes: corpus.debate.themes.iter().map(Named::theme).collect(),
    }
}

fn article<'s>(selection: &Selection<'s>, ix: ArticleIx) -> WholeArticle<'s> {
    let article = selection.article(ix);
    let work = |work: &'s corpus::Work<'_>| WorkRecord {
        title: &work.title,
        publisher: work.publisher.as_deref(),
        date: work.date.map(|date| date.to_string()),
        url: work.url.as_deref(),
    };
    let sha256 = article.body.content().map(|content| content.sha256).unwrap_or_default();
    WholeArticle {
        article: ArticleRecord::new(article),
        page: selection.page_of_article(ix),
        works: article.works.iter().map(work).collect(),
        sha256: sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
        text: article.text(),
        paragraphs: article.paragraphs().iter().map(|span| Words::new(selection, ix, *span)).collect(),
    }
}
