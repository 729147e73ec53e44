//! A whole article, every statement marked where it stands, and what it was written from.

use corpus::{ArticleIx, ArticleKind, Corpus, Span, Statement, Work};
use yew::prelude::*;

use super::{heading, opening};
use crate::components::{counted, cut, edited, position_classes, speaker_class, tally};
use crate::routes::Location;
use crate::{Route, Site};

/// An article: its text, paragraph by paragraph, and beside each paragraph who argues what in it.
pub(crate) fn article(site: Site, ix: ArticleIx) -> Html {
    let corpus = site.corpus();
    let article = &corpus.articles[ix.get()];
    let statements: Vec<_> = corpus.statements.iter().filter(|statement| statement.article == ix).collect();
    html! {
        <article class="page reading">
            <p class="crumb"><a href={Route::Articles.path(corpus)}>{ "Articles" }</a></p>
            <h1 dir="auto">{ heading(article) }</h1>
            <p class="imprint">
                if let Some(author) = &article.author { { "By " }{ author.as_str() }{ ", " } }
                { article.outlet.as_ref().map_or("Publisher not given", |outlet| outlet.as_str()) }{ ", " }
                <time datetime={article.date.to_string()}>{ article.date.long() }</time>
                if let Some(url) = &article.url { { ", " }<a href={url.to_string()} rel="external">{ "at the publisher’s" }</a> }
            </p>
            if article.kind == ArticleKind::Background {
                <p class="background">{ BACKGROUND }</p>
            }
            <p>{ counted(statements.len(), "statement") }{ " marked in the text." }</p>
            { tally(site, statements.iter().copied()) }
            for paragraph in &article.paragraphs {
                <div class="paragraph">
                    <p class="text" dir="auto">{ marked(corpus, article, *paragraph, &statements) }</p>
                    { margin(site, *paragraph, &statements) }
                </div>
            }
            { works(&article.works) }
        </article>
    }
}

/// What a reader must know of a background report before he takes it for news.
const BACKGROUND: &str = "Written for this site, not published as news: what people argued may be told in other words than \
    theirs, and the date is that of the event.";

/// What an article was written from.
fn works(works: &[Work<'_>]) -> Html {
    html! {
        if !works.is_empty() {
            <section class="works" aria-labelledby="sources">
                <h2 id="sources">{ "Sources" }</h2>
                <ul>{ for works.iter().map(work) }</ul>
            </section>
        }
    }
}

fn work(work: &Work<'_>) -> Html {
    html! {
        <li dir="auto">
            if let Some(url) = &work.url {
                <a href={url.to_string()} rel="external">{ work.title.as_str() }</a>
            } else {
                { work.title.as_str() }
            }
            if let Some(publisher) = &work.publisher { { ", " }{ publisher.as_str() } }
            if let Some(date) = work.date { { ", " }<time datetime={date.to_string()}>{ date.long() }</time> }
        </li>
    }
}

/// Characters of a statement that tell in the margin which one is meant: a line or two there.
const MARGIN_LENGTH: usize = 44;

/// A paragraph with its statements marked. Where one begins stands its id, so that links find it.
fn marked(corpus: &Corpus<'_>, article: &corpus::Article<'_>, paragraph: Span, statements: &[&Statement<'_>]) -> Html {
    let spans: Vec<(usize, Span)> = statements
        .iter()
        .enumerate()
        .flat_map(|(n, statement)| statement.spans.iter().map(move |span| (n, *span)))
        .filter(|(_, span)| span.overlaps(paragraph))
        .collect();
    let only: Vec<Span> = spans.iter().map(|(_, span)| *span).collect();
    html! {
        for (piece, [covering]) in cut(paragraph, [&only]) {
            for statement in statements.iter().filter(|statement| starts_at(statement, piece)) {
                <span class="anchor" id={statement.id.to_string()}></span>
            }
            if let Some(found) = covering {
                <mark class={classes!("statement", position_classes(corpus, statements[spans[found].0].position()))}>
                    { article.words(piece).to_string() }
                </mark>
            } else {
                { article.words(piece).to_string() }
            }
        }
    }
}

/// Beside a paragraph: who argues what in it, each a link back to the card.
fn margin(site: Site, paragraph: Span, statements: &[&Statement<'_>]) -> Html {
    let corpus = site.corpus();
    let here: Vec<_> = statements.iter().filter(|statement| starts_in(statement, paragraph)).collect();
    if here.is_empty() {
        return html! {};
    }
    html! {
        <ul class="margin" aria-label="Statements in this paragraph">
            for statement in here {
                <li class={position_classes(corpus, statement.position())}>
                    <a href={Location::of_card(corpus, statement).address(corpus)}>
                        <span class="side-tag">{ site.position_label(statement.position()) }</span>
                        { " " }
                        if let Some(speaker) = corpus.speaker_of(statement) {
                            <span class={speaker_class(speaker)}>{ speaker.name.as_str() }</span>
                        } else {
                            { "Speaker not named" }
                        }
                    </a>
                    { " " }
                    { edited(statement) }
                    <span class="snippet">{ "“" }{ opening(first_words(corpus, statement), MARGIN_LENGTH) }{ "”" }</span>
                </li>
            }
        </ul>
    }
}

fn first_words<'c>(corpus: &'c Corpus<'_>, statement: &Statement<'_>) -> &'c str {
    statement.spans.first().map(|span| corpus.article_of(statement).words(*span)).unwrap_or_default()
}

fn starts_at(statement: &Statement<'_>, piece: Span) -> bool {
    statement.spans.first().is_some_and(|span| span.start == piece.start)
}

fn starts_in(statement: &Statement<'_>, paragraph: Span) -> bool {
    statement.spans.first().is_some_and(|span| paragraph.range().contains(&(span.start as usize)))
}
