//! One module a page. A page owns its private parts. A page is a function of the site; only where something changes on
//! it, it is a component, which is code of its own in the WebAssembly.

mod about;
mod article;
mod articles;
mod collection;
mod compare;
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
pub(crate) use missing::missing;
pub(crate) use pairs::Pairs;
pub(crate) use sides::Sides;
pub(crate) use speaker::speaker;
pub(crate) use speakers::Speakers;
pub(crate) use themes::{theme, themes};
pub(crate) use timeline::Timeline;

use corpus::{Quotation, Statement};

use crate::{Location, Route, Site};

/// Characters of an untitled article's first words that stand for a headline: one line of a card.
const HEADING_LENGTH: usize = 48;

/// The document's title: what tells one page, or one selection, from another comes first.
pub(crate) fn title(site: Site, location: &Location) -> String {
    let corpus = site.corpus();
    let words = site.words();
    let debate = &corpus.debate.title;
    let page = match location.route {
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
        Route::Article(ix) => heading(&corpus.articles[ix.get()]),
        Route::Speakers => words.speakers.heading.into(),
        Route::Speaker(ix) => corpus.speakers[ix.get()].name.to_string(),
        Route::Compare => words.speakers.compare.into(),
        Route::Collection => words.collection.heading.into(),
        Route::About => words.about.heading.into(),
        Route::Missing => words.missing.title.into(),
    };
    format!("{page} · {debate}")
}

/// What an article is called: its headline, or else its first words.
pub(crate) fn heading(article: &corpus::Article<'_>) -> String {
    match &article.title {
        Some(title) => title.to_string(),
        None => article.opening.as_deref().map(|words| opening(words, HEADING_LENGTH)).unwrap_or_default(),
    }
}

/// The first words of a statement, enough to tell which one is meant. Only what is quoted throughout stands in quotation marks:
/// a reporter's words are not the speaker's.
pub(crate) fn snippet(statement: &Statement<'_>, words: &str, length: usize) -> String {
    let opening = opening(words, length);
    if statement.quotation == Quotation::Direct { format!("“{opening}”") } else { opening }
}

/// The first words of a text, at most about `length` characters, with an ellipsis where something is left out.
pub(crate) fn opening(text: &str, length: usize) -> String {
    let mut opening = String::new();
    for word in text.split_whitespace() {
        if !opening.is_empty() {
            if opening.chars().count() + word.chars().count() >= length {
                return opening + "…";
            }
            opening.push(' ');
        }
        opening.push_str(word);
    }
    opening
}

#[cfg(test)]
mod tests {
    use super::opening;

    #[test]
    fn an_opening_ends_with_a_word() {
        assert_eq!(opening("One two  three", 50), "One two three");
        assert_eq!(opening("One two three", 8), "One two…");
        assert_eq!(opening("Unbelievablylongword and more", 8), "Unbelievablylongword…");
        assert_eq!(opening("", 8), "");
    }
}
