//! A whole article, every statement marked and numbered where it stands, and what it was written from.

use corpus::{ArticleIx, ArticleKind, Span, Statement, Work};
use explore::{Choice, balance, sort_by_key};
use yew::prelude::*;

use super::articles::BALANCE;
use super::snippet;
use crate::arrivals::State;
use crate::components::{
    balance_table, cut, dated, edited, position_classes, side_tag, speaker_class, takeaway, tally, waiting,
};
use crate::routes::Location;
use crate::words::fill;
use crate::{Route, Site};

/// An article: its text, paragraph by paragraph, and beside each paragraph who argues what in it.
pub(crate) fn article(site: Site, ix: ArticleIx) -> Html {
    let corpus = site.corpus();
    let words = &site.words().articles;
    let article = &corpus.articles[ix.get()];
    let statements: Vec<_> =
        site.explorer().having(Choice::Article(ix)).into_iter().map(|n| &corpus.statements[n.get()]).collect();
    let words_are = site.words_of(ix);
    let balance = balance(corpus, statements.iter().copied());
    let reading = Reading { site, article, statements: &statements };
    html! {
        <article class="page reading">
            <p class="crumb"><a href={Route::Articles.path(site)}>{ words.heading }</a></p>
            <h1 lang="en" dir="auto">{ article.heading() }</h1>
            { imprint(site, article) }
            if article.kind == ArticleKind::Background {
                <p class="background">{ words.background_note }</p>
            }
            <p>{ site.counted(statements.len(), words.marked) }</p>
            { tally(site, statements.iter().copied()) }
            { reading.head(balance.all.arguments > 0) }
            { takeaway(site, site.explorer().having(Choice::Article(ix)), vec![ix], &article.id) }
            if words_are != State::Here {
                { waiting(site, words_are) }
            }
            for paragraph in article.paragraphs() {
                <div class="paragraph">
                    <p class="text" lang="en" dir="auto">{ reading.marked(*paragraph) }</p>
                    { reading.margin(*paragraph) }
                </div>
            }
            if balance.all.arguments > 0 {
                <section class="even" aria-labelledby={BALANCE}>
                    <h2 id={BALANCE} tabindex="-1">{ words.balance }</h2>
                    { balance_table(site, &balance, words.balance) }
                    <p class="hint">{ words.balance_lead }</p>
                </section>
            }
            { works(site, &article.works) }
        </article>
    }
}

fn imprint(site: Site, article: &corpus::Article<'_>) -> Html {
    let words = &site.words().articles;
    html! {
        <p class="imprint">
            if let Some(author) = &article.author { { fill(words.by, &[author]) }{ ", " } }
            { article.outlet.as_ref().map_or(words.no_publisher, |outlet| outlet.as_str()).to_owned() }{ ", " }
            { dated(site, article.date) }
            if let Some(url) = &article.url { { ", " }<a href={url.to_string()} rel="external">{ words.at_publisher }</a> }
        </p>
    }
}

/// What an article was written from.
fn works(site: Site, works: &[Work<'_>]) -> Html {
    html! {
        if !works.is_empty() {
            <section class="works" aria-labelledby="sources">
                <h2 id="sources">{ site.words().articles.sources }</h2>
                <ul>for each in works { { work(site, each) } }</ul>
            </section>
        }
    }
}

fn work(site: Site, work: &Work<'_>) -> Html {
    html! {
        <li dir="auto">
            if let Some(url) = &work.url {
                <a href={url.to_string()} rel="external"><span lang="en">{ work.title.as_str() }</span></a>
            } else {
                <span lang="en">{ work.title.as_str() }</span>
            }
            if let Some(publisher) = &work.publisher { { ", " }{ publisher.as_str() } }
            if let Some(date) = work.date {
                { ", " }<time datetime={date.to_string()}>{ site.locale().partial_date(date) }</time>
            }
        </li>
    }
}

/// Characters of a statement that tell in the margin which one is meant: two or three lines there.
const MARGIN_LENGTH: usize = 96;

/// An article that is being read: its statements in reading order, in which they are numbered.
struct Reading<'r> {
    site: Site,
    article: &'r corpus::Article<'static>,
    statements: &'r [&'r Statement<'static>],
}

impl Reading<'_> {
    /// Above the text: where its statements begin and end, and what they come to.
    fn head(&self, balanced: bool) -> Html {
        let site = self.site;
        let words = &site.words().articles;
        html! {
            if let (Some(first), Some(last)) = (self.statements.first(), self.statements.last()) {
                <p class="steps">
                    <a href={Location::of_mark(first).address(site)}>{ words.first }</a>
                    <a href={Location::of_mark(last).address(site)}>{ words.last }</a>
                    if balanced {
                        <a href={Location { fragment: BALANCE.into(), ..Location::of_mark(first) }.address(site)}>
                            { words.balance }
                        </a>
                    }
                </p>
            }
        }
    }

    /// A paragraph with its statements marked. Where one begins stands its number, which is its anchor and leads to the
    /// margin; it is drawn by the style sheet, so that the text stays the article's. Of marks inside each other all are
    /// seen: the shorter stands in the longer.
    fn marked(&self, paragraph: Span) -> Html {
        let spans: Vec<(usize, Span)> = self
            .statements
            .iter()
            .enumerate()
            .flat_map(|(n, statement)| statement.spans.iter().map(move |span| (n, *span)))
            .filter(|(_, span)| span.overlaps(paragraph))
            .collect();
        let only: Vec<Span> = spans.iter().map(|(_, span)| *span).collect();
        html! {
            for (piece, [covering]) in cut(paragraph, [&only]) {
                for (n, statement) in self.statements.iter().enumerate().filter(|(_, statement)| starts_at(statement, piece)) {
                    { self.anchor(n, statement) }
                }
                if covering.is_some() {
                    { self.mark(piece, &spans) }
                } else {
                    { self.article.words(piece).to_string() }
                }
            }
        }
    }

    /// Words in the marks of all statements that they belong to, the longest outside.
    fn mark(&self, piece: Span, spans: &[(usize, Span)]) -> Html {
        let mut covering: Vec<(usize, Span)> = spans.iter().copied().filter(|(_, span)| span.contains(piece)).collect();
        sort_by_key(&mut covering, |(_, span)| span.len());
        let mut shown = html! { { self.article.words(piece).to_string() } };
        for (n, span) in covering {
            let statement = self.statements[n];
            let classes = position_classes(self.site.corpus(), statement.position());
            // What goes on after other words has its number again.
            let again = (span.start == piece.start && !starts_at(statement, piece)).then(|| self.number(n));
            shown = html! { <mark class={classes!("statement", classes)} data-again={again}>{ shown }</mark> };
        }
        shown
    }

    fn anchor(&self, n: usize, statement: &Statement<'_>) -> Html {
        let number = self.number(n);
        let to = Location { fragment: note_id(statement), ..Location::of_mark(statement) };
        let label = fill(self.site.words().articles.to_margin, &[&number]);
        html! {
            <a class="anchor" id={statement.id.to_string()} href={to.address(self.site)} aria-label={label} data-n={number}></a>
        }
    }

    /// Beside a paragraph: who argues what in it, each with the way to its words, to its card and to its neighbours.
    fn margin(&self, paragraph: Span) -> Html {
        let here: Vec<_> =
            self.statements.iter().enumerate().filter(|(_, statement)| starts_in(statement, paragraph)).collect();
        html! {
            if !here.is_empty() {
                <ol class="margin" aria-label={self.site.words().articles.statements_here}>
                    for (n, statement) in here {
                        <li id={note_id(statement)} class={position_classes(self.site.corpus(), statement.position())} tabindex="-1">
                            { self.note(n, statement) }
                        </li>
                    }
                </ol>
            }
        }
    }

    fn note(&self, n: usize, statement: &Statement<'_>) -> Html {
        let (site, corpus) = (self.site, self.site.corpus());
        let words = &site.words().articles;
        let to_words = fill(words.to_words, &[&self.number(n)]);
        let spans = statement.spans.iter().map(|span| self.article.words(*span)).collect::<Vec<_>>().join(" … ");
        html! {
            <>
                <a class="number" href={Location::of_mark(statement).address(site)} aria-label={to_words}>{ self.number(n) }</a>
                { " " }
                <a class="back" href={Location::of_card(corpus, statement).address(site)}>
                    { side_tag(site, statement.position()) }
                    { " " }
                    if let Some(speaker) = corpus.speaker_of(statement) {
                        <span class={speaker_class(speaker)}>{ speaker.name.as_str() }</span>
                    } else {
                        { site.words().common.unnamed_speaker }
                    }
                </a>
                <span class="steps">
                    { edited(site, statement) }
                    { self.step(n.checked_sub(1), words.previous, "prev") }
                    { self.step(n.checked_add(1), words.next, "next") }
                </span>
                <span class="snippet" lang="en" dir="auto">{ snippet(statement, &spans, MARGIN_LENGTH) }</span>
            </>
        }
    }

    /// A link to another statement's words, where there is one.
    fn step(&self, to: Option<usize>, label: &'static str, rel: &'static str) -> Html {
        let Some((n, statement)) = to.and_then(|n| Some((n, self.statements.get(n)?))) else { return html! {} };
        let whole = fill(self.site.words().articles.step, &[&label, &self.number(n)]);
        html! { <a {rel} href={Location::of_mark(statement).address(self.site)} aria-label={whole}>{ label }</a> }
    }

    fn number(&self, n: usize) -> String {
        self.site.locale().number(n + 1)
    }
}

/// The id of a statement's entry in the margin.
fn note_id(statement: &Statement<'_>) -> String {
    format!("note-{}", statement.id)
}

fn starts_at(statement: &Statement<'_>, piece: Span) -> bool {
    statement.spans.first().is_some_and(|span| span.start == piece.start)
}

fn starts_in(statement: &Statement<'_>, paragraph: Span) -> bool {
    statement.spans.first().is_some_and(|span| paragraph.range().contains(&(span.start as usize)))
}
