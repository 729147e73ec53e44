//! CSL-JSON: an item an article, as Zotero, pandoc and citeproc read it
//! (<https://github.com/citation-style-language/schema>, `csl-data.json`).

use std::iter::once;

use corpus::{ArticleIx, ArticleKind};
use serde::Serialize;

use crate::citation::{heading, one_line, published_at};
use crate::json::json;
use crate::{Pieces, Selection};

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item<'s> {
    id: &'s str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<[Name; 1]>,
    /// Of what appeared in an outlet.
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<String>,
    /// Of what was written for the corpus.
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
    issued: Issued,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// A name as it stands: which part of it is the family's is not known.
#[derive(Serialize)]
struct Name {
    literal: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Issued {
    date_parts: [[u16; 3]; 1],
}

pub(crate) fn pieces<'s>(selection: &'s Selection<'s>) -> Pieces<'s> {
    let items = selection.articles().iter().enumerate().map(|(n, ix)| {
        let item = json(&item(selection, *ix));
        if n == 0 { item } else { format!(",\n{item}") }
    });
    Box::new(once("[".into()).chain(items).chain(once("]\n".into())))
}

fn item<'s>(selection: &Selection<'s>, ix: ArticleIx) -> Item<'s> {
    let article = selection.article(ix);
    let outlet = article.outlet.as_deref().map(one_line);
    let (kind, container_title, publisher) = match article.kind {
        ArticleKind::News => ("article-newspaper", outlet, None),
        ArticleKind::Background => ("report", None, outlet),
    };
    let date = article.date;
    Item {
        id: &article.id,
        kind,
        title: heading(article),
        author: article.author.as_deref().map(|author| [Name { literal: one_line(author) }]),
        container_title,
        publisher,
        issued: Issued { date_parts: [[date.year(), u16::from(date.month()), u16::from(date.day())]] },
        url: published_at(selection, ix),
    }
}
