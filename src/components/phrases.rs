//! What many parts of the page say the same way: the name of a position, links to speakers and articles, a date. Each is
//! code in the page but once.

use corpus::{Article, Date, Position, SpeakerIx, ThemeIx};
use yew::prelude::*;

use super::{position_classes, speaker_class};
use crate::Site;
use crate::routes::Route;
use crate::site::CORPUS_LANGUAGE;

/// The classes of a position, after another.
pub(crate) fn positioned(class: &'static str, site: Site, position: Position) -> Classes {
    classes!(class, position_classes(site.corpus(), position))
}

/// What a position is called, in its language.
pub(crate) fn side_name(site: Site, position: Position) -> Html {
    html! { <span lang={site.position_language(position)}>{ site.position_label(position) }</span> }
}

/// The same set off, in what has the classes of the position.
pub(crate) fn side_tag(site: Site, position: Position) -> Html {
    html! { <span class="side-tag" lang={site.position_language(position)}>{ site.position_label(position) }</span> }
}

/// A column of a table that is about a position.
pub(crate) fn side_column(site: Site, position: Position) -> Html {
    html! { <th scope="col" class={position_classes(site.corpus(), position)}>{ side_tag(site, position) }</th> }
}

/// A speaker's name, a link to everything that he said.
pub(crate) fn speaker_link(site: Site, ix: SpeakerIx) -> Html {
    let corpus = site.corpus();
    let speaker = &corpus.speakers[ix.get()];
    html! { <a class={speaker_class(speaker)} href={Route::Speaker(ix).path(site)}>{ speaker.name.as_str() }</a> }
}

/// What a theme is called, in its language.
pub(crate) fn theme_name(site: Site, ix: ThemeIx) -> Html {
    html! { <span lang={CORPUS_LANGUAGE}>{ site.corpus().debate.themes[ix.get()].label.as_str() }</span> }
}

/// What an article is called, a link to it or to a place in it.
pub(crate) fn article_link(article: &Article<'_>, href: String) -> Html {
    html! { <a {href} lang={CORPUS_LANGUAGE} dir="auto">{ article.heading() }</a> }
}

/// A day as the reader writes it.
pub(crate) fn dated(site: Site, date: Date) -> Html {
    html! { <time datetime={date.to_string()}>{ site.locale().date(date) }</time> }
}

/// A number beside what it counts.
pub(crate) fn count_tag(site: Site, n: usize) -> Html {
    html! { <span class="count">{ site.locale().number(n) }</span> }
}
