//! All articles by what they were written for, each kind in order of date.

use corpus::{ArticleIx, ArticleKind};
use explore::Choice;
use yew::prelude::*;

use super::heading;
use crate::components::{counted, tally};
use crate::{Route, Site};

/// The list of articles, each with what it holds for whom: news first, for that is what people said themselves.
pub(crate) fn articles(site: Site) -> Html {
    let corpus = site.corpus();
    html! {
        <div class="page">
            <h1>{ "Articles" }</h1>
            for kind in ArticleKind::ALL.into_iter().filter(|kind| count(site, *kind) > 0) {
                <section aria-labelledby={kind.name()}>
                    <h2 id={kind.name()} tabindex="-1">{ site.label(Choice::Kind(kind)) }{ "s" }</h2>
                    <p class="lead">{ counted_articles(site, kind) }{ lead(kind) }</p>
                    <ol class="list">
                        for (n, article) in corpus.articles.iter().enumerate().filter(|(_, article)| article.kind == kind) {
                            <li>{ entry(site, ArticleIx::new(n), article) }</li>
                        }
                    </ol>
                </section>
            }
        </div>
    }
}

/// `1 news article`, `26 background reports`.
pub(super) fn counted_articles(site: Site, kind: ArticleKind) -> String {
    let noun = match kind {
        ArticleKind::News => "news article",
        ArticleKind::Background => "background report",
    };
    counted(count(site, kind), noun)
}

/// How many articles of a kind there are.
pub(super) fn count(site: Site, kind: ArticleKind) -> usize {
    site.corpus().articles.iter().filter(|article| article.kind == kind).count()
}

fn lead(kind: ArticleKind) -> &'static str {
    match kind {
        ArticleKind::News => ", as published, in order of date.",
        ArticleKind::Background => " in order of their events, written for this site and not published as news.",
    }
}

fn entry(site: Site, ix: ArticleIx, article: &corpus::Article<'_>) -> Html {
    let corpus = site.corpus();
    let statements = corpus.statements.iter().filter(|statement| statement.article == ix);
    html! {
        <>
            <h3><a href={Route::Article(ix).path(corpus)}>{ heading(article) }</a></h3>
            <p class="imprint">
                { imprint(article) }
                { ", " }{ counted(statements.clone().count(), "statement") }
            </p>
            { tally(site, statements) }
        </>
    }
}

/// Where and when an article appeared; of a background report, that it is one, and when what it tells of happened.
pub(crate) fn imprint(article: &corpus::Article<'_>) -> Html {
    let from = match article.kind {
        ArticleKind::News => article.outlet.as_deref(),
        ArticleKind::Background => Some("Background report"),
    };
    html! {
        <>
            if let Some(from) = from { { from }{ ", " } }
            <time datetime={article.date.to_string()}>{ article.date.long() }</time>
        </>
    }
}
