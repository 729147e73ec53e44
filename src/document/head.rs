//! What a page says of itself to those who do not see it: search engines, social networks, feed readers.
//!
//! Title and description, Open Graph (<https://ogp.me>), a card of X's (which takes the rest from Open Graph:
//! <https://developer.x.com/cards/markup>), JSON-LD, the feed. What has to be absolute, the canonical address and those of the picture and
//! of what oEmbed asks for, is there where the publisher has said where the site is.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use corpus::{Statement, StatementIx};
use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use serde_json::Value;

use super::address::Address;
use super::picture::{self, Picture, Pictured};
use super::structured::{self, About};
use super::{argument, feed, oembed, telling};
use crate::pages::{snippet, title};
use crate::{Location, Route, Site};

/// Characters of an argument's first words in the title of its page.
const TITLE_LENGTH: usize = 60;

/// Keeps a page out of what search engines find.
pub(super) const NOT_TO_BE_FOUND: &str = "\n<meta name=\"robots\" content=\"noindex\">";

/// What stands before the debate in a title, as in those of the app.
const SEPARATOR: &str = " · ";

/// The heads of a site's pages.
pub(super) struct Heads {
    site: Site,
    address: Option<Address>,
    /// Titles that several pages would have.
    repeated: BTreeSet<String>,
    /// Which pages have pictures of their own.
    pictured: Pictured,
}

/// What differs from page to page.
struct Page<'a> {
    title: String,
    description: String,
    path: String,
    kind: &'a str,
    /// More properties of Open Graph.
    more: Vec<(&'a str, String)>,
    picture: Option<Picture>,
    /// The file that says how to show it on other pages.
    oembed: Option<String>,
}

impl Heads {
    /// Those of a site, which will be at an address, if that is known.
    pub(super) fn of(site: Site, address: Option<Address>) -> Self {
        let pictured = Pictured::of(site);
        let routes = Route::found(site.corpus()).map(|route| title(site, &Location::of(route)));
        let arguments = argument::all(site, &pictured).into_iter().map(|ix| plain_title_of(site, ix));
        let mut titles = BTreeSet::new();
        let repeated = routes.chain(arguments).filter(|title| !titles.insert(title.clone())).collect();
        Self { site, address, repeated, pictured }
    }

    /// The site's address.
    pub(super) fn address(&self) -> Option<&Address> {
        self.address.as_ref()
    }

    /// Which pages have pictures of their own.
    pub(super) fn pictured(&self) -> &Pictured {
        &self.pictured
    }

    /// That of a page of the app.
    pub(super) fn page(&self, route: Route) -> String {
        let corpus = self.site.corpus();
        let description = telling::description(self.site, route);
        if matches!(route, Route::Embed | Route::Missing) {
            // One shows what other pages do; the other is at every address that no page has. Neither is to be found.
            let title = title(self.site, &Location::of(route));
            return named(&title, &description) + NOT_TO_BE_FOUND;
        }
        let path = route.path(self.site);
        let title = self.unique(title(self.site, &Location::of(route)), &path);
        let about =
            About { name: self.name(&title), description: &description, address_of: &|path| self.address_of(path) };
        let data = structured::page(self.site, route, &about);
        let (kind, more) = match route {
            Route::Article(ix) => {
                ("article", vec![("article:published_time", corpus.articles[ix.get()].date.to_string())])
            }
            Route::Speaker(_) => ("profile", Vec::new()),
            _ => ("website", Vec::new()),
        };
        let picture = self.pictured.of_page(self.site, route);
        let oembed = (route == Route::Sides).then(|| oembed::NAME.into());
        self.whole(&Page { title, description, path, kind, more, picture, oembed }, &data)
    }

    /// That of an argument's own page.
    pub(super) fn argument(&self, ix: StatementIx) -> String {
        let corpus = self.site.corpus();
        let statement = &corpus.statements[ix.get()];
        let path = argument::path(corpus, statement);
        let title = self.title_of(ix);
        let description = telling::description_of(self.site, statement);
        let about =
            About { name: self.name(&title), description: &description, address_of: &|path| self.address_of(path) };
        let data = structured::argument(self.site, statement, &path, &about);
        let more = vec![("article:published_time", corpus.article_of(statement).date.to_string())];
        let picture = self.pictured.of_argument(self.site, ix);
        let address = self.address.as_ref().map_or("", Address::as_str);
        let oembed = Some(oembed::path(corpus, statement));
        self.whole(&Page { title, description, path, kind: "article", more, picture, oembed }, &data)
            + &structured::said(self.site, ix, address)
    }

    /// What oEmbed is told of home, or of an argument's page, on a site at an address.
    pub(super) fn oembed(&self, address: &Address, argument: Option<StatementIx>) -> String {
        let site = self.site;
        let (title, picture) = match argument {
            Some(ix) => (self.title_of(ix), self.pictured.of_argument(site, ix)),
            None => (title(site, &Location::of(Route::Sides)), self.pictured.of_page(site, Route::Sides)),
        };
        let statement = argument.map(|ix| &site.corpus().statements[ix.get()]);
        oembed::answer(site, address, statement, &title, picture.as_ref())
    }

    fn whole(&self, page: &Page<'_>, data: &Value) -> String {
        let debate = &self.site.corpus().debate.title;
        let mut head = named(&page.title, &page.description);
        let mut property = |name: &str, content: &str| {
            let _ = write!(head, "\n<meta property=\"{name}\" content=\"{}\">", attribute(content));
        };
        property("og:title", &page.title);
        property("og:description", &page.description);
        property("og:type", page.kind);
        property("og:site_name", debate);
        for (name, content) in &page.more {
            property(name, content);
        }
        let mut card = "summary";
        if let Some(address) = &self.address {
            property("og:url", &address.of(&page.path));
            if let Some(picture) = &page.picture {
                property("og:image", &address.of(&picture.file));
                property("og:image:width", &picture::WIDTH.to_string());
                property("og:image:height", &picture::HEIGHT.to_string());
                property("og:image:alt", &picture.alt());
                card = "summary_large_image";
            }
            let _ = write!(head, "\n<link rel=\"canonical\" href=\"{}\">", attribute(&address.of(&page.path)));
            if let Some(oembed) = &page.oembed {
                let _ = write!(
                    head,
                    "\n<link rel=\"alternate\" type=\"{}\" title=\"{}\" href=\"{}\">",
                    oembed::TYPE,
                    attribute(&page.title),
                    attribute(&address.of(oembed))
                );
            }
        }
        let _ = write!(
            head,
            "\n<meta name=\"twitter:card\" content=\"{card}\">\n<link rel=\"alternate\" type=\"{}\" title=\"{}\" href=\"{}\">\n{}",
            feed::TYPE,
            attribute(debate.as_str()),
            feed::NAME,
            structured::element(data)
        );
        head
    }

    /// The title of an argument's page.
    fn title_of(&self, ix: StatementIx) -> String {
        let corpus = self.site.corpus();
        self.unique(plain_title_of(self.site, ix), &argument::path(corpus, &corpus.statements[ix.get()]))
    }

    /// A title as it is, or with the page's name where another page would have the same.
    fn unique(&self, title: String, path: &str) -> String {
        if !self.repeated.contains(&title) {
            return title;
        }
        let id = path.trim_end_matches(".html");
        format!("{} ({id}){SEPARATOR}{}", self.name(&title), self.site.corpus().debate.title)
    }

    /// What of a title tells a page from others.
    fn name<'t>(&self, title: &'t str) -> &'t str {
        let debate = title.strip_suffix(&*self.site.corpus().debate.title);
        debate.and_then(|name| name.strip_suffix(SEPARATOR)).unwrap_or(title)
    }

    /// The address of a path below the base: absolute, or relative to the base.
    fn address_of(&self, path: &str) -> String {
        self.address.as_ref().map_or_else(|| path.into(), |address| address.of(path))
    }
}

/// What a page is called, and what it is about.
pub(super) fn named(title: &str, description: &str) -> String {
    format!("<title>{}</title>\n<meta name=\"description\" content=\"{}\">", encode_text(title), attribute(description))
}

/// The title of an argument's page: who says what.
fn plain_title_of(site: Site, ix: StatementIx) -> String {
    let statement: &Statement<'_> = &site.corpus().statements[ix.get()];
    let words = snippet(statement, &telling::words_of(site.corpus(), statement), TITLE_LENGTH);
    format!("{}: {words}{SEPARATOR}{}", telling::named(site, statement), site.corpus().debate.title)
}
