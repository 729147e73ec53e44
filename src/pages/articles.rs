//! All articles by what they were written for, each kind in order of date; and how much each publisher lets each side say.

use corpus::{ArticleIx, ArticleKind};
use explore::{Choice, Publisher, by_publisher};
use yew::prelude::*;

use crate::components::{Entries, article_link, balance_table, dated, tally};
use crate::routes::Location;
use crate::words::fill;
use crate::{Route, Site};

/// The list of articles, each with what it holds for whom: news first, for that is what people said themselves.
pub(crate) fn articles(site: Site) -> Html {
    let corpus = site.corpus();
    let words = &site.words().articles;
    let kinds = || ArticleKind::ALL.into_iter().filter(move |kind| count(site, *kind) > 0);
    let below = Location::place(Route::Articles, BALANCE.into());
    html! {
        <div class="page">
            <h1>{ words.heading }</h1>
            <p class="alone"><a href={below.address(site)}>{ words.by_publisher }</a></p>
            for kind in kinds() {
                <section aria-labelledby={kind.name()}>
                    <h2 id={kind.name()} tabindex="-1">{ name(site, kind) }</h2>
                    <p class="lead">{ lead(site, kind) }</p>
                    { listing(site, kind) }
                </section>
            }
            <section class="even" aria-labelledby={BALANCE}>
                <h2 id={BALANCE} tabindex="-1">{ words.by_publisher }</h2>
                <p class="hint">{ words.balance_lead }</p>
                for (publisher, articles, balance) in by_publisher(corpus) {
                    { balance_table(site, &balance, &of_publisher(site, publisher, articles)) }
                }
            </section>
        </div>
    }
}

/// The id of the section on who gets to say how much.
pub(super) const BALANCE: &str = "balance";

/// `The Post, 3 news articles`.
fn of_publisher(site: Site, publisher: Publisher<'_>, articles: usize) -> String {
    let words = &site.words().articles;
    let (name, forms) = match publisher {
        Publisher::Outlet(name) => (name, words.news_articles),
        Publisher::NotGiven => (words.no_publisher, words.news_articles),
        Publisher::Background => return site.counted(articles, words.background_reports),
    };
    format!("{name}, {}", site.counted(articles, forms))
}

/// `1 news article`, `26 background reports`.
pub(super) fn counted_articles(site: Site, kind: ArticleKind) -> String {
    let words = &site.words().articles;
    let forms = match kind {
        ArticleKind::News => words.news_articles,
        ArticleKind::Background => words.background_reports,
    };
    site.counted(count(site, kind), forms)
}

/// How many articles of a kind there are.
pub(super) fn count(site: Site, kind: ArticleKind) -> usize {
    site.corpus().articles.iter().filter(|article| article.kind == kind).count()
}

fn name(site: Site, kind: ArticleKind) -> &'static str {
    match kind {
        ArticleKind::News => site.words().articles.news,
        ArticleKind::Background => site.words().articles.background,
    }
}

fn lead(site: Site, kind: ArticleKind) -> String {
    let template = match kind {
        ArticleKind::News => site.words().articles.news_lead,
        ArticleKind::Background => site.words().articles.background_lead,
    };
    fill(template, &[&counted_articles(site, kind)])
}

/// Those of a kind, in order of date.
fn listing(site: Site, kind: ArticleKind) -> Html {
    let of_kind = site.corpus().articles.iter().zip(0..).filter(|(article, _)| article.kind == kind);
    let ids: Vec<u32> = of_kind.map(|(_, n)| n).collect();
    let entry = Callback::from(move |n| entry(site, ArticleIx(n)));
    let name = Callback::from(move |n| heading(site, ArticleIx(n)));
    html! { <Entries {site} class="list" {ids} {entry} {name} the_rest={site.words().articles.the_rest} /> }
}

/// Its title, which leads to it.
fn heading(site: Site, ix: ArticleIx) -> Html {
    let corpus = site.corpus();
    article_link(&corpus.articles[ix.get()], Route::Article(ix).path(site))
}

fn entry(site: Site, ix: ArticleIx) -> Html {
    let corpus = site.corpus();
    let article = &corpus.articles[ix.get()];
    let told = site.explorer().having(Choice::Article(ix));
    html! {
        <>
            <h3>{ heading(site, ix) }</h3>
            <p class="imprint">
                { imprint(site, article) }
                { ", " }{ site.counted(told.len(), site.words().common.statements) }
            </p>
            { tally(site, told.iter().map(|n| &corpus.statements[n.get()])) }
        </>
    }
}

/// Where and when an article appeared; of a background report, that it is one, and when what it tells of happened.
pub(crate) fn imprint(site: Site, article: &corpus::Article<'_>) -> Html {
    let from = match article.kind {
        ArticleKind::News => article.outlet.as_ref().map(|outlet| outlet.to_string()),
        ArticleKind::Background => Some(site.label(Choice::Kind(article.kind)).into_owned()),
    };
    html! {
        <>
            if let Some(from) = from { { from }{ ", " } }
            { dated(site, article.date) }
        </>
    }
}
