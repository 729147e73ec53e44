//! JSON-LD in the words of schema.org: a graph of positions and themes, articles, who speaks, and what is said.
//!
//! A statement is a [Quotation](https://schema.org/Quotation), an argument a [Claim](https://schema.org/Claim) as well. `about` names its
//! themes, `keywords` the position that it takes, for it is not about its side; both are terms of a set that says what they are. A
//! document does not speak in schema.org's sense (`spokenByCharacter` is a person or an organisation): what it says `isBasedOn` it,
//! as schema.org wants it of a quotation's source.
//!
//! How arguments are related is left out: schema.org "does not define any types of relationship between claims"
//! (<https://schema.org/Claim>), and those who read schema.org would hardly read a second vocabulary beside it.

use std::iter::once;

use corpus::{
    Article, ArticleIx, ArticleKind, Position, Quotation, SideIx, SpeakerIx, SpeakerKind, StatementIx, ThemeIx,
};
use serde_json::Value;

use crate::json::json;
use crate::record::statement_id;
use crate::{Pieces, Selection, addresses};

/// What a file's terms mean, without anything to fetch: the same IRIs as by schema.org's own context, which begin with `http:`.
const CONTEXT: &str = r#"{"@vocab":"http://schema.org/","url":{"@type":"@id"},"datePublished":{"@type":"Date"}}"#;

/// The same in a page: search engines know it by its name and fetch nothing.
const CONTEXT_IN_PAGE: &str = r#""https://schema.org""#;

/// The language of articles: the miner reads English.
const LANGUAGE: &str = "en";

/// What the set of positions is, for those who meet it outside the site.
const POSITIONS: &str = "The positions in the debate. A statement has the one that it argues for among its keywords; which one that is \
                         was inferred from its words or settled by an editor.";

/// What the set of themes is.
const THEMES: &str = "What arguments of the debate turn on.";

/// What it means to take neither side.
const NEITHER: &str = "The statement takes no side, or nothing settles which one.";

pub(crate) fn pieces<'s>(selection: &'s Selection<'s>) -> Pieces<'s> {
    graph(CONTEXT, selection)
}

/// A selection as the content of `<script type="application/ld+json">`, to be written as it is: nothing in it ends the element or
/// begins a comment. An article's page takes that of the article, an argument's that of its statement.
pub fn json_ld_in_page(selection: &Selection<'_>) -> String {
    // Inside JSON `<` stands in strings alone, where it may be written by its number.
    graph(CONTEXT_IN_PAGE, selection).map(|piece| piece.replace('<', "\\u003c")).collect()
}

fn graph<'s>(context: &str, selection: &'s Selection<'s>) -> Pieces<'s> {
    let (positions, themes) = (json(&positions(selection)), json(&themes(selection)));
    let start = format!("{{\"@context\":{context},\"@graph\":[\n{positions},\n{themes}");
    let next = |thing: Value| format!(",\n{}", json(&thing));
    let articles = selection.articles().iter().map(move |ix| next(article(selection, *ix)));
    let speakers = selection.speakers().iter().map(move |ix| next(speaker(selection, *ix)));
    let statements = selection.statements().iter().map(move |ix| next(statement(selection, *ix)));
    Box::new(once(start).chain(articles).chain(speakers).chain(statements).chain(once("\n]}\n".into())))
}

/// Something of a type, with those of its properties that are known.
fn thing(types: impl Into<Value>, properties: Vec<(&str, Value)>) -> Value {
    let known = properties.into_iter().filter(|(_, value)| !value.is_null());
    once(("@type", types.into())).chain(known).map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Something that is described elsewhere in the graph.
fn reference(id: String) -> Value {
    once(("@id".to_owned(), Value::from(id))).collect()
}

/// A list, where there is something in it.
fn list(things: Vec<Value>) -> Value {
    if things.is_empty() { Value::Null } else { things.into() }
}

/// Something of which only the name is known.
fn named(types: &str, name: Option<&str>) -> Value {
    name.map_or(Value::Null, |name| thing(types, vec![("name", name.into())]))
}

fn statement(selection: &Selection<'_>, ix: StatementIx) -> Value {
    let statement = selection.statement(ix);
    let types = if statement.argument { Value::from(vec!["Quotation", "Claim"]) } else { "Quotation".into() };
    let article = reference(selection.page_of_article(statement.article));
    let is_document = selection.speaker_of(statement).is_some_and(|speaker| speaker.kind == SpeakerKind::Document);
    let speaks = if is_document { "isBasedOn" } else { "spokenByCharacter" };
    let quotation = match statement.quotation {
        Quotation::Direct => "Direct quotation: all of it stands in quotation marks.",
        Quotation::Mixed => "Mixed quotation: the reporter's words, with quoted words in them.",
        Quotation::Indirect => "Indirect quotation: the words are the reporter's.",
    };
    let themes = statement.themes.iter().map(|ix| reference(theme_page(selection, *ix)));
    thing(
        types,
        vec![
            ("@id", selection.page_of(statement).into()),
            ("identifier", statement_id(selection, statement).into()),
            ("text", selection.text_of(statement).into()),
            ("inLanguage", LANGUAGE.into()),
            ("disambiguatingDescription", quotation.into()),
            (speaks, statement.speaker.map(|ix| reference(speaker_page(selection, ix))).into()),
            ("appearance", if statement.argument { article.clone() } else { Value::Null }),
            ("isPartOf", article),
            ("keywords", reference(position_id(selection, statement.position()))),
            ("about", list(themes.collect())),
        ],
    )
}

fn article(selection: &Selection<'_>, ix: ArticleIx) -> Value {
    let article: &Article<'_> = selection.article(ix);
    let date = Value::from(article.date.to_string());
    let (types, dated) = article_type(article.kind);
    thing(
        types,
        vec![
            ("@id", selection.page_of_article(ix).into()),
            ("identifier", article.id.as_str().into()),
            ("headline", article.title.as_deref().into()),
            ("name", if article.title.is_none() { article.opening.as_deref().into() } else { Value::Null }),
            (dated, date),
            ("inLanguage", LANGUAGE.into()),
            ("author", named("Person", article.author.as_deref())),
            ("publisher", named("Organization", article.outlet.as_deref())),
            ("url", article.url.as_deref().into()),
            ("isBasedOn", list(article.works.iter().map(work).collect())),
        ],
    )
}

/// What schema.org calls an article of a kind, and its date: a background report bears that of what it tells of.
pub const fn article_type(kind: ArticleKind) -> (&'static str, &'static str) {
    match kind {
        ArticleKind::News => ("NewsArticle", "datePublished"),
        ArticleKind::Background => ("Report", "temporalCoverage"),
    }
}

/// What schema.org calls a speaker of a kind, and that he belongs to an organisation, for which it has several properties.
pub const fn speaker_type(kind: SpeakerKind) -> (&'static str, &'static str) {
    match kind {
        SpeakerKind::Person | SpeakerKind::Author => ("Person", "affiliation"),
        SpeakerKind::Organisation => ("Organization", "parentOrganization"),
        SpeakerKind::Group => ("Organization", "memberOf"),
        SpeakerKind::Document => ("CreativeWork", "sourceOrganization"),
    }
}

/// What a background report was written from.
fn work(work: &corpus::Work<'_>) -> Value {
    thing(
        "CreativeWork",
        vec![
            ("name", work.title.as_str().into()),
            ("publisher", named("Organization", work.publisher.as_deref())),
            ("datePublished", work.date.map(|date| date.to_string()).into()),
            ("url", work.url.as_deref().into()),
        ],
    )
}

fn speaker(selection: &Selection<'_>, ix: SpeakerIx) -> Value {
    let speaker = &selection.corpus().speakers[ix.get()];
    let (types, belongs) = speaker_type(speaker.kind);
    let description = match speaker.kind {
        SpeakerKind::Group => "People who are not named one by one.".into(),
        SpeakerKind::Author => "Whoever wrote the article, speaking in it.".into(),
        SpeakerKind::Person | SpeakerKind::Organisation | SpeakerKind::Document => Value::Null,
    };
    let roles = speaker.roles.iter().map(|role| Value::from(role.as_str())).collect();
    thing(
        types,
        vec![
            ("@id", speaker_page(selection, ix).into()),
            ("identifier", speaker.id.as_str().into()),
            ("name", speaker.name.as_str().into()),
            ("disambiguatingDescription", description),
            ("jobTitle", if types == "Person" { list(roles) } else { Value::Null }),
            (belongs, named("Organization", speaker.affiliation.as_deref())),
        ],
    )
}

/// The positions that the statements take.
fn positions(selection: &Selection<'_>) -> Value {
    let id = format!("{}#positions", selection.site());
    let sides = (0..selection.corpus().debate.sides.len()).map(|n| Position::Side(SideIx::new(n)));
    let is_taken =
        |position: &Position| selection.statements().iter().any(|ix| selection.statement(*ix).position() == *position);
    let terms = sides.chain(once(Position::Neither)).filter(is_taken).map(|position| {
        let side = selection.corpus().side(position);
        let (label, summary) = side.map_or(("neither side", NEITHER), |side| (&*side.label, &*side.summary));
        let code = selection.position_id(position);
        term(id.clone(), position_id(selection, position), code, label, summary.into())
    });
    let terms = terms.collect();
    set(id, &selection.corpus().debate.question, POSITIONS, terms)
}

/// The themes of the statements.
fn themes(selection: &Selection<'_>) -> Value {
    let id = format!("{}#themes", selection.site());
    let is_theirs =
        |theme: &ThemeIx| selection.statements().iter().any(|ix| selection.statement(*ix).themes.contains(theme));
    let all = (0..selection.corpus().debate.themes.len()).map(ThemeIx::new);
    let terms = all.filter(is_theirs).map(|ix| {
        let theme = &selection.corpus().debate.themes[ix.get()];
        term(id.clone(), theme_page(selection, ix), &theme.id, &theme.label, Value::Null)
    });
    let terms = terms.collect();
    set(id, &selection.corpus().debate.title, THEMES, terms)
}

fn set(id: String, name: &str, description: &str, terms: Vec<Value>) -> Value {
    thing(
        "DefinedTermSet",
        vec![
            ("@id", id.into()),
            ("name", name.into()),
            ("description", description.into()),
            ("hasDefinedTerm", list(terms)),
        ],
    )
}

fn term(set: String, id: String, code: &str, name: &str, description: Value) -> Value {
    thing(
        "DefinedTerm",
        vec![
            ("@id", id.into()),
            ("termCode", code.into()),
            ("name", name.into()),
            ("description", description),
            ("inDefinedTermSet", reference(set)),
        ],
    )
}

/// A position has no page of its own: this is but its name.
fn position_id(selection: &Selection<'_>, position: Position) -> String {
    format!("{}#position-{}", selection.site(), selection.position_id(position))
}

fn theme_page(selection: &Selection<'_>, ix: ThemeIx) -> String {
    format!("{}{}", selection.site(), addresses::theme(&selection.corpus().debate.themes[ix.get()].id))
}

fn speaker_page(selection: &Selection<'_>, ix: SpeakerIx) -> String {
    format!("{}{}", selection.site(), addresses::speaker(&selection.corpus().speakers[ix.get()].id))
}
