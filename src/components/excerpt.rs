//! A statement in short: who says it, on which side, what, and where. For what shows several statements together; the
//! whole of what is known about one is its card.

use corpus::{Corpus, Quotation, Span, Statement, StatementIx};
use yew::prelude::*;

use super::{article_link, cut, dated, edited, positioned, role, side_tag, speaker_link, waiting};
use crate::Site;
use crate::arrivals::State;
use crate::routes::Location;
use crate::site::CORPUS_LANGUAGE;

/// A statement, all of its words, and `marks` in them set off: places of its article, in order and apart from each other.
pub(crate) fn excerpt(site: Site, ix: StatementIx, marks: &[Span]) -> Html {
    let corpus = site.corpus();
    let statement = &corpus.statements[ix.get()];
    let article = corpus.article_of(statement);
    let position = statement.position();
    let words_are = site.words_of(statement.article);
    html! {
        <figure class={positioned("excerpt", site, position)}>
            <figcaption>
                { side_tag(site, position) }
                <span class="by">{ speaker(site, statement) }</span>
            </figcaption>
            if words_are == State::Here {
                <blockquote class="words" dir="auto" lang={CORPUS_LANGUAGE}>{ said(corpus, statement, marks) }</blockquote>
            } else {
                { waiting(site, words_are) }
            }
            <p class="where">
                { article_link(article, Location::of_mark(statement).address(site)) }
                { dated(site, article.date) }
                { edited(site, statement) }
            </p>
        </figure>
    }
}

/// The speaker, and who that is.
fn speaker(site: Site, statement: &Statement<'_>) -> Html {
    let corpus = site.corpus();
    let Some(ix) = statement.speaker else {
        return html! { <span class="unnamed">{ site.words().common.unnamed_speaker }</span> };
    };
    html! {
        <>
            { speaker_link(site, ix) }
            if let Some(role) = role(corpus, statement) { <span class="role" lang="en">{ role }</span> }
        </>
    }
}

/// The words, whole; between two spans the page says that something is left out. What is quoted stands in quotation marks,
/// which are the page's and not the article's.
fn said(corpus: &Corpus<'_>, statement: &Statement<'_>, marks: &[Span]) -> Html {
    let article = corpus.article_of(statement);
    let quoted = statement.quotation == Quotation::Direct;
    html! {
        for (n, span) in statement.spans.iter().enumerate() {
            if n > 0 { <span class="gap">{ " … " }</span> }
            if quoted { { "“" } }
            <span class="span">
                for (piece, [mark]) in cut(*span, [marks]) {
                    if mark.is_some() {
                        <mark class="hit">{ article.words(piece) }</mark>
                    } else {
                        { article.words(piece) }
                    }
                }
            </span>
            if quoted { { "”" } }
        }
    }
}
