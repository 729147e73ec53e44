//! One module a page. A page owns its private parts. A page is a function of the site; only where something changes on
//! it, it is a component: each of those is some 4 KB of the page.

mod about;
mod article;
mod articles;
mod missing;
mod sides;
mod speaker;
mod speakers;

pub(crate) use about::about;
pub(crate) use article::article;
pub(crate) use articles::articles;
pub(crate) use missing::missing;
pub(crate) use sides::Sides;
pub(crate) use speaker::speaker;
pub(crate) use speakers::speakers;

use corpus::Corpus;

use crate::Route;

/// Characters of an untitled article's first words that stand for a headline: one line of a card.
const HEADING_LENGTH: usize = 48;

/// The document's title.
pub(crate) fn title(corpus: &Corpus<'_>, route: Route) -> String {
    let debate = &corpus.debate.title;
    let page = match route {
        Route::Sides => return format!("{debate}: who argues what"),
        Route::Articles => "Articles".into(),
        Route::Article(ix) => heading(&corpus.articles[ix.get()]),
        Route::Speakers => "Speakers".into(),
        Route::Speaker(ix) => corpus.speakers[ix.get()].name.to_string(),
        Route::About => "About".into(),
        Route::Missing => "Not found".into(),
    };
    format!("{page} · {debate}")
}

/// What an article is called: its headline, or else its first words.
pub(crate) fn heading(article: &corpus::Article<'_>) -> String {
    if let Some(title) = &article.title {
        return title.to_string();
    }
    let opening = article.paragraphs.first().map(|span| article.words(*span)).unwrap_or_default();
    let mut heading = String::new();
    for word in opening.split_whitespace() {
        if heading.chars().count() + word.chars().count() >= HEADING_LENGTH {
            return heading + "…";
        }
        if !heading.is_empty() {
            heading.push(' ');
        }
        heading.push_str(word);
    }
    heading
}
