//! Addresses: which page, which query, which place on it.
//!
//! Every address is relative to the page's base (`<base href>`), so that a site works in any folder of any host. A
//! page is a file, `article/ID.html`, so that it is also found by hosts that know nothing of clean addresses.

use corpus::{ArticleIx, Corpus, SpeakerIx, Statement};
use explore::{Choice, Query};

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The arguments, side by side: home.
    Sides,
    /// The arguments of each year.
    Timeline,
    /// All articles.
    Articles,
    /// One article, with its statements marked.
    Article(ArticleIx),
    /// All speakers.
    Speakers,
    /// Everything that one speaker said.
    Speaker(SpeakerIx),
    /// What this is, how it was made, and its limits.
    About,
    /// No page has this address.
    Missing,
}

impl Route {
    /// Every page that a site has, in the order of its parts.
    pub fn all(corpus: &Corpus<'_>) -> Vec<Self> {
        let articles = (0..corpus.articles.len()).map(|n| Self::Article(ArticleIx::new(n)));
        let speakers = (0..corpus.speakers.len()).map(|n| Self::Speaker(SpeakerIx::new(n)));
        let mut all = vec![Self::Sides, Self::Timeline, Self::Articles, Self::Speakers, Self::About];
        all.extend(articles.chain(speakers));
        all
    }

    /// The page at a path below the base; with or without `.html`, as some hosts take it off.
    pub fn parse(corpus: &Corpus<'_>, path: &str) -> Self {
        let name = path.trim_start_matches("./");
        let name = name.strip_suffix(".html").unwrap_or(name);
        match name.split_once('/') {
            None => match name {
                "" | "index" => Self::Sides,
                "timeline" => Self::Timeline,
                "articles" => Self::Articles,
                "speakers" => Self::Speakers,
                "about" => Self::About,
                _ => Self::Missing,
            },
            Some(("article", id)) => corpus
                .articles
                .iter()
                .position(|article| article.id == id)
                .map_or(Self::Missing, |n| Self::Article(ArticleIx::new(n))),
            Some(("speaker", id)) => corpus
                .speakers
                .iter()
                .position(|speaker| speaker.id == id)
                .map_or(Self::Missing, |n| Self::Speaker(SpeakerIx::new(n))),
            Some(_) => Self::Missing,
        }
    }

    /// The path below the base: what links say.
    pub fn path(self, corpus: &Corpus<'_>) -> String {
        match self {
            Self::Sides | Self::Missing => "./".into(),
            Self::Timeline => "timeline.html".into(),
            Self::Articles => "articles.html".into(),
            Self::Article(ix) => format!("article/{}.html", corpus.articles[ix.get()].id),
            Self::Speakers => "speakers.html".into(),
            Self::Speaker(ix) => format!("speaker/{}.html", corpus.speakers[ix.get()].id),
            Self::About => "about.html".into(),
        }
    }

    /// The file of the page below the site's folder; nothing for what is not there.
    pub fn file(self, corpus: &Corpus<'_>) -> String {
        match self {
            Self::Sides => "index.html".into(),
            Self::Missing => String::new(),
            _ => self.path(corpus),
        }
    }

    /// The way from the page's folder to the base.
    pub fn base(self) -> &'static str {
        match self {
            Self::Article(_) | Self::Speaker(_) => "../",
            _ => "./",
        }
    }
}

/// Where a reader is: a page, a query and a place on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The page.
    pub route: Route,
    /// What it is asked to show; pages without filters leave it empty.
    pub query: Query,
    /// The id of an element on it, or nothing.
    pub fragment: String,
}

impl Location {
    /// The top of a page.
    pub fn of(route: Route) -> Self {
        Self { route, query: Query::default(), fragment: String::new() }
    }

    /// Home, showing what a query selects.
    pub fn of_query(query: Query) -> Self {
        Self { query, ..Self::of(Route::Sides) }
    }

    /// The marked place of a statement in its article.
    pub fn of_mark(statement: &Statement<'_>) -> Self {
        Self { fragment: statement.id.to_string(), ..Self::of(Route::Article(statement.article)) }
    }

    /// The card of a statement on the home page, in the widest view that shows it.
    pub fn of_card(corpus: &Corpus<'_>, statement: &Statement<'_>) -> Self {
        let query = match statement.side {
            Some(_) => Query::default(),
            None => Query::default().toggled(Choice::Position(statement.position())),
        };
        Self { fragment: card_id(corpus, statement), ..Self::of_query(query) }
    }

    /// The location that the three parts of an address below the base name.
    pub fn parse(corpus: &Corpus<'_>, path: &str, search: &str, hash: &str) -> Self {
        let route = Route::parse(corpus, path);
        let query = if route == Route::Sides { Query::parse(corpus, search) } else { Query::default() };
        Self { route, query, fragment: hash.trim_start_matches('#').into() }
    }

    /// The address relative to the base.
    pub fn address(&self, corpus: &Corpus<'_>) -> String {
        let mut address = self.route.path(corpus) + &self.query.to_search(corpus);
        if !self.fragment.is_empty() {
            address.push('#');
            address.push_str(&self.fragment);
        }
        address
    }
}

/// The id of a statement's card: article and statement, as cards of several articles stand on one page.
pub(crate) fn card_id(corpus: &Corpus<'_>, statement: &Statement<'_>) -> String {
    format!("{}.{}", corpus.article_of(statement).id, statement.id)
}
