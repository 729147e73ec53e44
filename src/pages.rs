//! One module a page. A page owns its private parts. A page is a function of the site; only where something changes on
//! it, it is a component, which is code of its own in the WebAssembly.

mod about;
mod article;
mod articles;
mod collection;
mod compare;
mod embed;
mod missing;
mod pairs;
mod sides;
mod speaker;
mod speakers;
mod themes;
mod timeline;

pub(crate) use about::about;
pub(crate) use article::article;
pub(crate) use articles::{articles, imprint};
pub(crate) use collection::Collected;
pub(crate) use compare::compare;
pub(crate) use embed::embed;
pub(crate) use missing::missing;
pub(crate) use pairs::Pairs;
pub(crate) use sides::Sides;
pub(crate) use speaker::speaker;
pub(crate) use speakers::Speakers;
pub(crate) use themes::{theme, themes};
pub(crate) use timeline::Timeline;

use corpus::{Quotation, Statement, opening};

use crate::routes::card_statement;
use crate::{Location, Route, Site};

/// The document's title: what tells one page, or one selection, from another comes first.
pub(crate) fn title(site: Site, location: &Location) -> String {
    let corpus = site.corpus();
    let words = site.words();
    let debate = &corpus.debate.title;
    let page = match location.route {
        // As what it is a part of; of one argument, who says it.
        Route::Embed => match card_statement(corpus, &location.fragment).map(|ix| &corpus.statements[ix.get()]) {
            Some(statement) => {
                corpus.speaker_of(statement).map_or(words.common.unnamed_speaker, |speaker| &speaker.name).into()
            }
            None => return title(site, &location.on(Route::Sides)),
        },
        Route::Sides => {
            let asked = sides::selection(site, &location.query);
            if asked.is_empty() {
                return format!("{debate}: {}", words.sides.who_argues_what);
            }
            asked.join(", ")
        }
        Route::Everything => words.sides.everything.into(),
        Route::Pairs => words.pairs.heading.into(),
        Route::Themes => words.themes.heading.into(),
        Route::Theme(ix) => corpus.debate.themes[ix.get()].label.to_string(),
        Route::Timeline => words.timeline.heading.into(),
        Route::Articles => words.articles.heading.into(),
        Route::Article(ix) => corpus.articles[ix.get()].heading(),
        Route::Speakers => words.speakers.heading.into(),
        Route::Speaker(ix) => corpus.speakers[ix.get()].name.to_string(),
        Route::Compare => words.speakers.compare.into(),
        Route::Collection => words.collection.heading.into(),
        Route::About => words.about.heading.into(),
        Route::Missing => words.missing.title.into(),
    };
    format!("{page} · {debate}")
}

/// The first words of a statement, enough to tell which one is meant. Only what is quoted throughout stands in quotation marks:
/// a reporter's words are not the speaker's.
pub(crate) fn snippet(statement: &Statement<'_>, words: &str, length: usize) -> String {
    let opening = opening(words, length);
    if statement.quotation == Quotation::Direct { format!("“{opening}”") } else { opening }
}
