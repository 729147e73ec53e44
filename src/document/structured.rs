//! What a page is, for machines: schema.org in JSON-LD. Here is what the page is about and where it stands on the site; what is said on an
//! argument's page is the export's ([`export::json_ld_in_page`]).
//!
//! It stands in a `<script>` that is data and never runs (<https://html.spec.whatwg.org/#data-block>): the page's policy has nothing to
//! say of it. Addresses are absolute where the site's own is known, or else relative to the page's base, as JSON-LD reads them
//! (<https://www.w3.org/TR/json-ld11/#inheriting-base-iri-from-html-s-base-element>).

use corpus::{Article, Speaker, Statement, StatementIx};
use export::{Selection, article_type, speaker_type};
use serde_json::{Value, json};

use crate::site::CORPUS_LANGUAGE;
use crate::{Route, Site};

/// What a page says of itself elsewhere in its head, and where it is.
pub(super) struct About<'a> {
    /// Its title, without the debate's.
    pub(super) name: &'a str,
    /// What it is about, in a line or two.
    pub(super) description: &'a str,
    /// What a path below the base has as its address.
    pub(super) address_of: &'a dyn Fn(&str) -> String,
}

/// The data of a page of the app.
pub(super) fn page(site: Site, route: Route, about: &About<'_>) -> Value {
    let corpus = site.corpus();
    let path = route.path(site);
    let (kind, subject) = match route {
        Route::Sides => return website(site, about),
        Route::Article(ix) => ("WebPage", Some(work(&corpus.articles[ix.get()]))),
        Route::Speaker(ix) => ("ProfilePage", Some(agent(&corpus.speakers[ix.get()]))),
        Route::Theme(ix) => {
            ("CollectionPage", Some(json!({ "@type": "Thing", "name": corpus.debate.themes[ix.get()].label.as_str() })))
        }
        Route::About => ("AboutPage", None),
        _ => ("CollectionPage", None),
    };
    let above = match route {
        Route::Article(_) => Some((Route::Articles, site.words().articles.heading)),
        Route::Speaker(_) => Some((Route::Speakers, site.words().speakers.heading)),
        Route::Theme(_) => Some((Route::Themes, site.words().themes.heading)),
        _ => None,
    };
    below(site, kind, &path, above, subject, about)
}

/// The data of an argument's own page.
pub(super) fn argument(site: Site, statement: &Statement<'_>, path: &str, about: &About<'_>) -> Value {
    let corpus = site.corpus();
    let article = corpus.article_of(statement);
    let heading = article.heading();
    let above = Some((Route::Article(statement.article), heading.as_str()));
    below(site, "WebPage", path, above, None, about)
}

fn website(site: Site, about: &About<'_>) -> Value {
    let debate = &site.corpus().debate;
    json!({
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": debate.title.as_str(),
        "headline": debate.question.as_str(),
        "description": about.description,
        "url": (about.address_of)("./"),
        "inLanguage": CORPUS_LANGUAGE,
    })
}

const CONTEXT: &str = "https://schema.org";

/// A page that is not home: where it stands below it, and what it is about.
fn below(
    site: Site,
    kind: &str,
    path: &str,
    above: Option<(Route, &str)>,
    subject: Option<Value>,
    about: &About<'_>,
) -> Value {
    let corpus = site.corpus();
    let home = (Route::Sides, &*corpus.debate.title);
    let crumbs = [home].into_iter().chain(above).map(|(route, name)| (route.path(site), name));
    let crumbs = crumbs.chain([(path.to_owned(), about.name)]).zip(1..).map(|((path, name), n)| {
        json!({ "@type": "ListItem", "position": n, "name": name, "item": (about.address_of)(&path) })
    });
    let mut page = json!({
        "@context": CONTEXT,
        "@type": kind,
        "name": about.name,
        "description": about.description,
        "url": (about.address_of)(path),
        "inLanguage": CORPUS_LANGUAGE,
        "isPartOf": { "@type": "WebSite", "name": home.1, "url": (about.address_of)("./") },
        "breadcrumb": { "@type": "BreadcrumbList", "itemListElement": crumbs.collect::<Vec<_>>() },
    });
    if let Some(subject) = subject {
        page["mainEntity"] = subject;
    }
    page
}

/// The work that an article is, which the page shows and its publisher published.
fn work(article: &Article<'_>) -> Value {
    let (kind, date) = article_type(article.kind);
    let mut work = json!({ "@type": kind, "headline": article.heading(), "inLanguage": CORPUS_LANGUAGE });
    work[date] = json!(article.date.to_string());
    let mut add = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            work[key] = value;
        }
    };
    add("author", article.author.as_deref().map(|name| json!({ "@type": "Person", "name": name })));
    add("publisher", article.outlet.as_deref().map(|name| json!({ "@type": "Organization", "name": name })));
    add("url", article.url.as_deref().map(|url| json!(url)));
    work
}

fn agent(speaker: &Speaker<'_>) -> Value {
    let (kind, belongs) = speaker_type(speaker.kind);
    let mut agent = json!({ "@type": kind, "name": speaker.name.as_str() });
    if let Some(affiliation) = &speaker.affiliation {
        agent[belongs] = json!({ "@type": "Organization", "name": affiliation.as_str() });
    }
    agent
}

/// What an argument says, as an element of its page's head; nothing where its words are not here.
pub(super) fn said(site: Site, statement: StatementIx, address: &str) -> String {
    let selection = Selection::of(site.corpus(), address, vec![statement]);
    let data = selection.map(|selection| export::json_ld_in_page(&selection));
    data.map(|data| format!("\n<script type=\"application/ld+json\">{data}</script>")).unwrap_or_default()
}

/// Data as an element of a page's head. JSON needs no `<`, with which alone a text could end the element
/// (<https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements>).
pub(super) fn element(data: &Value) -> String {
    format!("<script type=\"application/ld+json\">{}</script>", data.to_string().replace('<', "\\u003c"))
}
