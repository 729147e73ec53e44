//! Pictures of arguments and articles, for whoever shares a link to one: drawn at build time, from the corpus and the site's own
//! colours, by nothing but this program. Networks show them beside the link (`og:image`).
//!
//! Words are verbatim, too long a text is cut at a word. Of a text that has signs which the fonts lack no picture is drawn: it would be
//! another text. Such a page has the site's picture, as have all pages that are no article and no argument; and where that cannot be drawn,
//! none.

mod canvas;
mod drawing;
mod lettering;

use canvas::Pattern;
use corpus::{Position, SideIx, StatementIx};
use drawing::FIRST_SIDE;
pub(super) use drawing::draw;
use explore::Choice;
use lettering::Lettering;

use super::{argument, telling};
use crate::{Route, Site};
use corpus::opening;

/// How wide pictures are, in places: what networks ask for.
pub(super) const WIDTH: u32 = 1200;

/// How high.
pub(super) const HEIGHT: u32 = 630;

/// So many arguments, and so many articles, get a picture each; of more, none of them does. A picture is some 20 KB.
const MOST: usize = 2_000;

/// Characters of a picture's text that those are told who do not see it.
const ALT_LENGTH: usize = 300;

/// A picture to be drawn.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    /// Its name in the site's folder: its page's.
    pub(super) file: String,
    /// What is shown, above the text.
    tag: Tag,
    /// The debate.
    debate: String,
    /// What is large.
    text: String,
    /// Whether the text is a name, and no words of an article's.
    is_name: bool,
    /// Who says it; or how many arguments each side has.
    below: Below,
    /// Where it is from.
    from: String,
}

#[derive(Clone, Debug)]
enum Tag {
    Kind(String),
    Side(Label),
}

#[derive(Clone, Debug)]
enum Below {
    Speaker(String),
    Shares(Vec<(Label, usize)>),
}

/// A position as pictures set it off.
#[derive(Clone, Debug)]
struct Label {
    name: String,
    ink: u8,
    pattern: Pattern,
}

/// Which pages have pictures of their own.
pub(super) struct Pictured {
    /// Whether arguments have. They then have pages of their own, too.
    pub(super) arguments: bool,
    articles: bool,
    /// The picture of all other pages.
    of_site: Option<Picture>,
    lettering: Option<Lettering>,
}

impl Pictured {
    /// Those of a site.
    pub(super) fn of(site: Site) -> Self {
        let corpus = site.corpus();
        let mut arguments = 0_usize;
        corpus.statements.outlines(|statement| arguments += usize::from(statement.argument));
        let lettering = Lettering::new();
        let of_site = Some(of_site(site)).filter(|picture| picture.is_drawable(lettering.as_ref()));
        Self { arguments: arguments <= MOST, articles: corpus.articles.len() <= MOST, of_site, lettering }
    }

    /// That of a page of the app.
    pub(super) fn of_page(&self, site: Site, route: Route) -> Option<Picture> {
        let corpus = site.corpus();
        let own = match route {
            Route::Article(ix) if self.articles => {
                let article = &corpus.articles[ix.get()];
                let statements = site.explorer().having(Choice::Article(ix));
                Some(Picture {
                    file: route.file(corpus).replace(".html", ".png"),
                    tag: Tag::Kind(site.label(Choice::Kind(article.kind)).into_owned()),
                    debate: corpus.debate.title.to_string(),
                    text: article.heading(),
                    is_name: article.title.is_some(),
                    below: Below::Shares(shares(site, &statements)),
                    from: telling::imprint(site, article),
                })
            }
            _ => None,
        };
        own.filter(|picture| picture.is_drawable(self.lettering.as_ref())).or_else(|| self.of_site.clone())
    }

    /// That of an argument's page.
    pub(super) fn of_argument(&self, site: Site, ix: StatementIx) -> Option<Picture> {
        let corpus = site.corpus();
        let statement = &corpus.statements[ix.get()];
        let article = corpus.article_of(statement);
        let own = Picture {
            file: argument::path(corpus, statement).replace(".html", ".png"),
            tag: Tag::Side(label(site, statement.position())),
            debate: corpus.debate.title.to_string(),
            text: telling::said(corpus, statement),
            is_name: false,
            below: Below::Speaker(telling::introduced(site, statement)),
            from: format!("{}: {}", telling::imprint(site, article), article.heading()),
        };
        Some(own).filter(|picture| picture.is_drawable(self.lettering.as_ref())).or_else(|| self.of_site.clone())
    }

    /// Every picture, once.
    pub(super) fn all(&self, site: Site) -> Vec<Picture> {
        let articles = Route::all(site.corpus()).into_iter().filter(|route| matches!(route, Route::Article(_)));
        let articles = articles.filter_map(|route| self.of_page(site, route));
        let arguments = argument::all(site, self).into_iter().filter_map(|ix| self.of_argument(site, ix));
        let own = articles.chain(arguments).filter(|picture| picture.file != SITE);
        self.of_site.iter().cloned().chain(own).collect()
    }
}

/// The picture of the site itself.
const SITE: &str = "index.png";

fn of_site(site: Site) -> Picture {
    let corpus = site.corpus();
    let words = &site.words().common;
    let shares = shares(site, &telling::all(site));
    let arguments = site.counted(shares.iter().map(|(_, n)| n).sum(), words.arguments);
    Picture {
        file: SITE.into(),
        tag: Tag::Kind(corpus.debate.title.to_string()),
        debate: String::new(),
        text: corpus.debate.question.to_string(),
        is_name: true,
        below: Below::Shares(shares),
        from: format!("{arguments}, {}", site.counted(corpus.articles.len(), words.articles)),
    }
}

impl Picture {
    /// What is to be seen, for those who do not see it.
    pub(super) fn alt(&self) -> String {
        let text = opening(&self.text, ALT_LENGTH);
        match (&self.tag, &self.below) {
            (Tag::Side(label), Below::Speaker(who)) => format!("{}: {text} · {who} · {}", label.name, self.from),
            (Tag::Kind(kind), Below::Shares(shares)) => {
                let shares: Vec<String> = shares.iter().map(|(label, n)| format!("{} {n}", label.name)).collect();
                format!("{kind}: {text} · {} · {}", shares.join(", "), self.from)
            }
            _ => text,
        }
    }

    /// Whether fonts have all signs of all its texts.
    fn is_drawable(&self, lettering: Option<&Lettering>) -> bool {
        let mut texts = vec![&self.debate, &self.text, &self.from];
        match &self.tag {
            Tag::Kind(name) | Tag::Side(Label { name, .. }) => texts.push(name),
        }
        match &self.below {
            Below::Speaker(who) => texts.push(who),
            Below::Shares(shares) => texts.extend(shares.iter().map(|(label, _)| &label.name)),
        }
        lettering.is_some_and(|lettering| texts.into_iter().all(|text| lettering.has(text)))
    }
}

fn label(site: Site, position: Position) -> Label {
    let (place, pattern) = match (position, site.corpus().side(position)) {
        (Position::Side(SideIx(n)), Some(side)) => {
            let place = corpus::Colour::ALL.iter().position(|colour| *colour == side.colour);
            (place, Pattern::ALL[usize::from(n) % Pattern::ALL.len()])
        }
        _ => (None, Pattern::Empty),
    };
    let ink = FIRST_SIDE as usize + place.unwrap_or(corpus::Colour::ALL.len());
    Label { name: site.position_label(position).into(), ink: ink as u8, pattern }
}

fn shares(site: Site, statements: &[StatementIx]) -> Vec<(Label, usize)> {
    let shares = telling::shares(site, statements).into_iter();
    shares.map(|(position, n)| (label(site, position), n)).collect()
}
