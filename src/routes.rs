//! Addresses: which page, which query, which place on it.
//!
//! Every address is relative to the page's base (`<base href>`), so that a site works in any folder of any host. A
//! page is a file, `article/ID.html`, so that it is also found by hosts that know nothing of clean addresses. Of a site in one file
//! the same addresses are fragments: `#article/ID.html`.

use corpus::{ArticleIx, Corpus, SpeakerIx, Statement, StatementId, StatementIx, ThemeIx};
use explore::{Choice, Query};

use crate::Site;

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The arguments, side by side: home.
    Sides,
    /// The same without a limit to how many are shown: to be printed, searched by the browser, read without a script.
    Everything,
    /// Arguments beside what answers them.
    Pairs,
    /// What the debate turns on.
    Themes,
    /// What is argued about one theme.
    Theme(ThemeIx),
    /// Arguments over time.
    Timeline,
    /// All articles.
    Articles,
    /// One article, with its statements marked.
    Article(ArticleIx),
    /// All speakers.
    Speakers,
    /// Everything that one speaker said.
    Speaker(SpeakerIx),
    /// The speakers that the query names, side by side.
    Compare,
    /// What the reader has collected.
    Collection,
    /// What this is, how it was made, and its limits.
    About,
    /// What a query selects, or one argument, in short: for a frame on a page of somebody else's. No page leads here.
    Embed,
    /// No page has this address.
    Missing,
}

/// The pages of which there is one, by the name of their file, in the order of the site's parts.
const NAMED: [(&str, Route); 11] = [
    ("index", Route::Sides),
    ("all", Route::Everything),
    ("answers", Route::Pairs),
    ("themes", Route::Themes),
    ("timeline", Route::Timeline),
    ("articles", Route::Articles),
    ("speakers", Route::Speakers),
    ("compare", Route::Compare),
    ("collection", Route::Collection),
    ("about", Route::About),
    ("embed", Route::Embed),
];

impl Route {
    /// Every page that a site has, in the order of its parts.
    pub fn all(corpus: &Corpus<'_>) -> Vec<Self> {
        let articles = (0..corpus.articles.len()).map(|n| Self::Article(ArticleIx::new(n)));
        let speakers = (0..corpus.speakers.len()).map(|n| Self::Speaker(SpeakerIx::new(n)));
        let themes = (0..corpus.debate.themes.len()).map(|n| Self::Theme(ThemeIx::new(n)));
        let mut all: Vec<Self> = NAMED.map(|(_, route)| route).to_vec();
        all.extend(themes.chain(articles).chain(speakers));
        all
    }

    /// Whether it is a part of the site, and neither one of many pages that are made alike, nor all of them in one, nor for frames.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn is_part(self) -> bool {
        !matches!(self, Self::Everything | Self::Embed) && NAMED.iter().any(|(_, named)| *named == self)
    }

    /// The pages that are to be found: all but those that show what others show.
    pub fn found(corpus: &Corpus<'_>) -> impl Iterator<Item = Self> {
        Self::all(corpus).into_iter().filter(|route| *route != Self::Embed)
    }

    /// The page at a path below the base; with or without `.html`, as some hosts take it off.
    pub fn parse(corpus: &Corpus<'_>, path: &str) -> Self {
        let name = path.trim_start_matches("./");
        let name = name.strip_suffix(".html").unwrap_or(name);
        match name.split_once('/') {
            None if name.is_empty() => Self::Sides,
            None => NAMED.iter().find(|(named, _)| *named == name).map_or(Self::Missing, |(_, route)| *route),
            Some(("theme", id)) => corpus
                .debate
                .themes
                .iter()
                .position(|theme| theme.id == id)
                .map_or(Self::Missing, |n| Self::Theme(ThemeIx::new(n))),
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

    /// What links to it say.
    pub fn path(self, site: Site) -> String {
        site.link(self.below_base(site.corpus()))
    }

    /// The path below the base.
    fn below_base(self, corpus: &Corpus<'_>) -> String {
        match self {
            Self::Sides | Self::Missing => "./".into(),
            Self::Theme(ix) => format!("theme/{}.html", corpus.debate.themes[ix.get()].id),
            Self::Article(ix) => format!("article/{}.html", corpus.articles[ix.get()].id),
            Self::Speaker(ix) => format!("speaker/{}.html", corpus.speakers[ix.get()].id),
            _ => NAMED
                .iter()
                .find(|(_, route)| *route == self)
                .map_or_else(String::new, |(name, _)| format!("{name}.html")),
        }
    }

    /// The file of the page below the site's folder; nothing for what is not there.
    pub fn file(self, corpus: &Corpus<'_>) -> String {
        match self {
            Self::Sides => "index.html".into(),
            Self::Missing => String::new(),
            _ => self.below_base(corpus),
        }
    }

    /// The way from the page's folder to the base.
    pub fn base(self) -> &'static str {
        match self {
            Self::Article(_) | Self::Speaker(_) | Self::Theme(_) => "../",
            _ => "./",
        }
    }
}

/// Where a reader is: a page, a query and a place on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The page.
    pub route: Route,
    /// What it is asked to show; pages without filters pay no heed to it.
    pub query: Query,
    /// The id of an element on it, or nothing.
    pub fragment: String,
}

impl Location {
    /// The top of a page.
    pub fn of(route: Route) -> Self {
        Self::place(route, String::new())
    }

    /// A page, showing what a query selects.
    pub fn asking(route: Route, query: Query) -> Self {
        Self { route, query, fragment: String::new() }
    }

    /// A place on a page.
    pub fn place(route: Route, fragment: String) -> Self {
        Self { route, query: Query::default(), fragment }
    }

    /// Home, showing what a query selects.
    pub fn of_query(query: Query) -> Self {
        Self::asking(Route::Sides, query)
    }

    /// Another page, showing what this one's query selects.
    #[must_use]
    pub fn on(&self, route: Route) -> Self {
        Self::asking(route, self.query.clone())
    }

    /// The marked place of a statement in its article.
    pub fn of_mark(statement: &Statement<'_>) -> Self {
        Self::place(Route::Article(statement.article), statement.id.to_string())
    }

    /// The card of a statement on the home page, in the widest view that shows it.
    pub fn of_card(corpus: &Corpus<'_>, statement: &Statement<'_>) -> Self {
        let query = match statement.side {
            Some(_) => Query::default(),
            None => Query::default().toggled(Choice::Position(statement.position())),
        };
        Self { fragment: card_id(corpus, statement), ..Self::of_query(query) }
    }

    /// One argument, for a frame on a page of somebody else's.
    pub fn of_embedded(corpus: &Corpus<'_>, statement: &Statement<'_>) -> Self {
        Self::place(Route::Embed, card_id(corpus, statement))
    }

    /// What answers a statement.
    pub fn of_answers(corpus: &Corpus<'_>, statement: &Statement<'_>) -> Self {
        Self::place(Route::Pairs, card_id(corpus, statement))
    }

    /// The location that the three parts of an address below the base name.
    pub fn parse(corpus: &Corpus<'_>, path: &str, search: &str, hash: &str) -> Self {
        let route = Route::parse(corpus, path);
        Self { route, query: Query::parse(corpus, search), fragment: hash.trim_start_matches('#').into() }
    }

    /// The location that the fragment of a site in one file names: the same address, behind `#`.
    pub fn parse_in_one_file(corpus: &Corpus<'_>, fragment: &str) -> Self {
        let address = fragment.trim_start_matches('#');
        let (address, hash) = address.split_once('#').unwrap_or((address, ""));
        let (path, search) = address.split_once('?').unwrap_or((address, ""));
        Self::parse(corpus, path, search, hash)
    }

    /// What links to it say: its address relative to the base.
    pub fn address(&self, site: Site) -> String {
        let corpus = site.corpus();
        let mut address = self.route.below_base(corpus) + &self.query.to_search(corpus);
        if !self.fragment.is_empty() {
            address.push('#');
            address.push_str(&self.fragment);
        }
        site.link(address)
    }
}

/// The id of a statement's card: article and statement, as cards of several articles stand on one page.
pub(crate) fn card_id(corpus: &Corpus<'_>, statement: &Statement<'_>) -> String {
    format!("{}.{}", corpus.article_of(statement).id, statement.id)
}

/// The statement whose card has an id.
pub(crate) fn card_statement(corpus: &Corpus<'_>, id: &str) -> Option<StatementIx> {
    let (article, statement) = id.rsplit_once('.')?;
    let statement = u32::from_str_radix(statement, 16).ok().map(StatementId)?;
    let is_it = |other: &Statement<'_>| other.id == statement && corpus.article_of(other).id == article;
    corpus.statements.iter().position(is_it).map(StatementIx::new)
}
