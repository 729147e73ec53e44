//! Where the statements of a collection come from: what a handout must say on paper.

use corpus::{Article, ArticleIx, ArticleKind, Work};
use yew::prelude::*;

use super::Found;
use crate::hooks::absolute;
use crate::words::fill;
use crate::{Route, Site};
use explore::sort_by_key;

/// Each article once, in order of date.
pub(super) fn sources(site: Site, found: &[Found<'_>]) -> Html {
    let corpus = site.corpus();
    let statements = found.iter().filter_map(|found| found.statement);
    let mut articles: Vec<ArticleIx> = statements.map(|ix| corpus.statements[ix.get()].article).collect();
    sort_by_key(&mut articles, |ix| ix.get());
    articles.dedup();
    html! {
        if !articles.is_empty() {
            <section class="sources on-paper">
                <h2>{ site.words().collection.sources }</h2>
                <ul>
                    for ix in articles { <li>{ source(site, ix) }</li> }
                </ul>
            </section>
        }
    }
}

/// What it is called, who wrote it, where and when it appeared, and where it can be read.
fn source(site: Site, ix: ArticleIx) -> Html {
    let article = &site.corpus().articles[ix.get()];
    let words = &site.words().collection;
    html! {
        <>
            <p><cite dir="auto">{ article.heading() }</cite>{ ". " }{ imprint(site, article) }{ "." }</p>
            if let Some(url) = &article.url { <p class="url">{ url.as_str() }</p> }
            if !article.works.is_empty() {
                <p>{ words.written_from }</p>
                <ul>
                    for work in &article.works { <li dir="auto">{ cited(site, work) }</li> }
                </ul>
            }
            <p class="url">{ fill(words.on_this_site, &[&absolute(&Route::Article(ix).path(site))]) }</p>
        </>
    }
}

fn imprint(site: Site, article: &Article<'_>) -> String {
    let author = article.author.as_deref();
    let outlet = match article.kind {
        ArticleKind::News => article.outlet.as_deref(),
        ArticleKind::Background => Some(site.words().common.background_report),
    };
    let date = site.locale().date(article.date);
    [author, outlet, Some(&date)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A work that an article was written from.
fn cited(site: Site, work: &Work<'_>) -> String {
    let date = work.date.map(|date| site.locale().partial_date(date));
    let url = work.url.as_deref();
    let parts = [Some(work.title.as_str()), work.publisher.as_deref(), date.as_deref(), url];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
