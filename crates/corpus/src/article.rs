//! An article: where it comes from, what it was written for and from, and its words.

use serde::{Deserialize, Serialize};

use crate::{Body, Content, Date, PartialDate, Span, Text, opening};

/// A news article or a background report, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article<'a> {
    /// From the file name, so that links survive: `[a-z0-9_-]+`.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// The file's name in the folder of seeds.
    pub file: Text<'a>,
    /// What it was written for.
    pub kind: ArticleKind,
    /// When it was published; of a background report, when what it tells of happened.
    pub date: Date,
    /// Headline, where the file gives one.
    pub title: Option<Text<'a>>,
    /// Newspaper, agency or site.
    pub outlet: Option<Text<'a>>,
    /// Who wrote it.
    pub author: Option<Text<'a>>,
    /// Where it was published: `http` or `https`.
    pub url: Option<Text<'a>>,
    /// What it was written from, in the order of the file.
    pub works: Vec<Work<'a>>,
    /// What it is called where it has no headline: its first words.
    pub opening: Option<Text<'a>>,
    /// Its words. They are written apart from the rest.
    #[serde(skip)]
    pub body: Body<'a>,
}

/// Characters of an untitled article's first words that stand for a headline: one line of a card.
const HEADING_LENGTH: usize = 48;

/// What an article was written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ArticleKind {
    /// Published as news.
    #[default]
    News,
    /// Written from other works for the corpus, to tell what its news articles do not.
    Background,
}

impl ArticleKind {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 2] = [Self::News, Self::Background];

    /// The name in front matter, addresses and exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Background => "background",
        }
    }
}

/// A work that an article was written from. The front matter calls it a source, which is also what the field calls the words
/// that name who speaks ([`Statement::source`](crate::Statement::source)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work<'a> {
    /// What it is called.
    #[serde(borrow)]
    pub title: Text<'a>,
    /// Newspaper, office or site.
    pub publisher: Option<Text<'a>>,
    /// When it was published, as far as that is known.
    pub date: Option<PartialDate>,
    /// Where it can be read: `http` or `https`.
    pub url: Option<Text<'a>>,
}

impl<'a> Article<'a> {
    /// An article of which nothing is known but these: to be filled in.
    pub fn blank(id: impl Into<Text<'a>>, date: Date) -> Self {
        let id = id.into();
        Self {
            file: format!("{id}.txt").into(),
            id,
            kind: ArticleKind::News,
            date,
            title: None,
            outlet: None,
            author: None,
            url: None,
            works: Vec::new(),
            opening: None,
            body: Content::default().into(),
        }
    }

    /// The file as it is, header included; every span of this article counts in it. Nothing while it is on its way.
    pub fn text(&self) -> &str {
        self.body.content().map_or("", |content| &content.text)
    }

    /// The body: one span a paragraph, in order, without the white space around it. Header and front matter are not in it.
    pub fn paragraphs(&self) -> &[Span] {
        self.body.content().map_or(&[], |content| &content.paragraphs)
    }

    /// What it is called: its headline, or else its first words.
    pub fn heading(&self) -> String {
        match (&self.title, &self.opening) {
            (Some(title), _) => title.to_string(),
            (None, Some(words)) => opening(words, HEADING_LENGTH),
            (None, None) => self.id.to_string(),
        }
    }

    /// The words at a span of this article.
    pub fn words(&self, span: Span) -> &str {
        span.of(self.text()).unwrap_or_default()
    }
}
