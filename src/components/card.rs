//! A statement as a card: what is said, by whom, where, what it answers, and why it stands here.

use corpus::{ComponentKind, Corpus, Quotation, Span, Statement, StatementIx};
use explore::{Choice, Search};
use yew::prelude::*;

use super::passage::cut;
use super::related::related;
use super::why::why;
use super::{described, edited, position_classes, speaker_class};
use crate::Site;
use crate::pages::{heading, imprint};
use crate::routes::{Location, Route, card_id};

/// Props of [`Card`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CardProps {
    /// The site that it is of.
    pub(crate) site: Site,
    /// Which statement.
    pub(crate) statement: StatementIx,
    /// The search whose hits are marked.
    #[prop_or_default]
    pub(crate) search: AttrValue,
}

/// A statement as a card.
#[component]
pub(crate) fn Card(props: &CardProps) -> Html {
    let site = props.site;
    let corpus = site.corpus();
    let statement = &corpus.statements[props.statement.get()];
    let article = corpus.article_of(statement);
    let search = Search::new(&props.search);
    let position = statement.position();
    let query = |choice| Location::of_query(explore::Query::default().toggled(choice)).address(corpus);
    html! {
        <article class={classes!("card", position_classes(corpus, position))} id={card_id(corpus, statement)}>
            <p class="labels">
                <span class="side-tag">{ site.position_label(position) }</span>
                <span class="kind">{ kinds(site, statement) }{ " " }{ edited(statement) }</span>
            </p>
            <div class="who">
                <h3>{ speaker(corpus, statement, &search) }</h3>
                if let Some(role) = role(corpus, statement) { <p class="role">{ marked(&role, &search) }</p> }
            </div>
            <blockquote class="words" dir="auto">
                { words(corpus, statement, &search) }
            </blockquote>
            <p class="where">
                <a href={Location::of_mark(statement).address(corpus)}>{ heading(article) }</a>
                <span class="imprint">{ imprint(article) }</span>
            </p>
            if !statement.themes.is_empty() {
                <ul class="themes" aria-label="Themes">
                    for theme in &statement.themes {
                        <li><a href={query(Choice::Theme(*theme))}>{ corpus.debate.themes[theme.get()].label.as_str() }</a></li>
                    }
                </ul>
            }
            { related(corpus, props.statement) }
            { why(corpus, statement) }
        </article>
    }
}

/// Who the speaker is: the role as this article gives it, or else the only one that others give, and the affiliation.
fn role(corpus: &Corpus<'_>, statement: &Statement<'_>) -> Option<String> {
    let here = statement.role.map(|span| corpus.article_of(statement).words(span));
    let speaker = corpus.speaker_of(statement)?;
    // Of several roles, each belongs to its time.
    let only = || speaker.roles.first().filter(|_| speaker.roles.len() == 1).map(|role| role.as_str());
    described(here.or_else(only), speaker.affiliation.as_deref())
}

/// How it is quoted, with the words that report it, and what its parts do: `Reported (“warned”), claim`.
fn kinds(site: Site, statement: &Statement<'_>) -> String {
    let has = |kind| statement.components.iter().any(|component| component.kind == kind);
    let parts = match (has(ComponentKind::Claim), has(ComponentKind::Premise)) {
        _ if !statement.argument => "not an argument",
        (true, true) => "claim and premise",
        (_, false) => "claim",
        (false, true) => "premise",
    };
    let quotation = site.label(Choice::Quotation(statement.quotation));
    match statement.cue {
        Some(cue) => format!("{quotation} (“{}”), {parts}", site.corpus().article_of(statement).words(cue)),
        None => format!("{quotation}, {parts}"),
    }
}

fn speaker(corpus: &Corpus<'_>, statement: &Statement<'_>, search: &Search) -> Html {
    match statement.speaker {
        Some(ix) => {
            let speaker = &corpus.speakers[ix.get()];
            let href = Route::Speaker(ix).path(corpus);
            html! { <a class={speaker_class(speaker)} {href}>{ marked(&speaker.name, search) }</a> }
        }
        None => html! { <span class="unnamed">{ "Speaker not named" }</span> },
    }
}

/// The statement's spans, each whole; between two of them the page says that something is left out. What is quoted
/// stands in quotation marks, which are the page's and not the article's.
fn words(corpus: &Corpus<'_>, statement: &Statement<'_>, search: &Search) -> Html {
    let last = statement.spans.len().saturating_sub(1);
    let quoted = statement.quotation == Quotation::Direct;
    html! {
        for (n, span) in statement.spans.iter().enumerate() {
            if quoted { { "“" } }
            <span class="span">{ pieces(corpus, statement, *span, search) }</span>
            if quoted { { "”" } }
            if n < last { <span class="gap">{ " … " }</span> }
        }
    }
}

/// A span, its premises set apart and the hits of the search marked.
fn pieces(corpus: &Corpus<'_>, statement: &Statement<'_>, span: Span, search: &Search) -> Html {
    let article = corpus.article_of(statement);
    let parts: Vec<Span> = statement.components.iter().map(|component| component.span).collect();
    let shift = |hit: Span| Span { start: hit.start + span.start, end: hit.end + span.start };
    let hits: Vec<Span> = search.hits(article.words(span)).into_iter().map(shift).collect();
    let mixed = statement.components.iter().any(|component| component.kind != statement.components[0].kind);
    let mut shown: Vec<(Option<usize>, Vec<Html>)> = Vec::new();
    for (piece, [part, hit]) in cut(span, [&parts, &hits]) {
        let words = article.words(piece);
        let words = if hit.is_some() {
            html! { <mark class="hit">{ words }</mark> }
        } else {
            html! { { words } }
        };
        match shown.last_mut() {
            Some((last, pieces)) if *last == part => pieces.push(words),
            _ => shown.push((part, vec![words])),
        }
    }
    let kind = |part: Option<usize>| part.filter(|_| mixed).map(|n| statement.components[n].kind);
    html! {
        for (part, pieces) in shown {
            if let Some(kind) = kind(part) {
                <span class={part_name(kind)}>{ for pieces }</span>
            } else {
                { for pieces }
            }
        }
    }
}

fn part_name(kind: ComponentKind) -> &'static str {
    match kind {
        ComponentKind::Claim => "claim",
        ComponentKind::Premise => "premise",
    }
}

/// A text with the hits of a search marked.
fn marked(text: &str, search: &Search) -> Html {
    let hits = search.hits(text);
    html! {
        for (piece, [hit]) in cut(Span::new(0, text.len()), [&hits]) {
            if hit.is_some() {
                <mark class="hit">{ piece.of(text).unwrap_or_default().to_string() }</mark>
            } else {
                { piece.of(text).unwrap_or_default().to_string() }
            }
        }
    }
}
