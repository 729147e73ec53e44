//! A statement as a card: what is said, by whom, where, what it answers, and why it stands here.

use std::rc::Rc;

use corpus::{ComponentKind, Quotation, Span, Statement, StatementIx};
use explore::{Choice, Search};
use export::citation;
use yew::prelude::*;

use super::cards::hits_in;
use super::passage::cut;
use super::related::related;
use super::report::use_reporting;
use super::why::{Shown, marks, why};
use super::{Cite, Collect, article_link, edited, positioned, role, side_tag, speaker_class, waiting};
use crate::Site;
use crate::arrivals::State;
use crate::hooks::has_folded;
use crate::pages::imprint;
use crate::routes::{Location, Route, card_id};
use crate::words::fill;

/// Props of [`Card`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CardProps {
    /// The site that it is of.
    pub(crate) site: Site,
    /// Which statement.
    pub(crate) statement: StatementIx,
    /// The search whose hits are marked.
    #[prop_or_default]
    pub(crate) search: Rc<Search>,
}

/// A statement as a card.
#[component]
pub(crate) fn Card(props: &CardProps) -> Html {
    let site = props.site;
    let corpus = site.corpus();
    let statement = &corpus.statements[props.statement.get()];
    let article = corpus.article_of(statement);
    let search = props.search.as_ref();
    let position = statement.position();
    let words_are = site.words_of(statement.article);
    let id = card_id(corpus, statement);
    let shown = use_state_eq(|| if has_folded(&id) { Shown::Prerendered } else { Shown::Heading });
    let reporting = use_reporting(site, props.statement);
    let ontoggle = {
        let shown = shown.clone();
        Callback::from(move |_: Event| shown.set(Shown::All))
    };
    let query = |choice| Location::of_query(explore::Query::default().toggled(choice)).address(site);
    html! {
        <article class={positioned("card", site, position)} {id} tabindex="-1">
            <p class="labels">
                { side_tag(site, position) }
                <span class="kind">{ kinds(site, statement) }{ " " }{ edited(site, statement) }</span>
            </p>
            <div class="who">
                <h3>{ speaker(site, statement, search) }</h3>
                if let Some(role) = role(corpus, statement) { <p class="role" lang="en" dir="auto">{ marked(&role, search) }</p> }
            </div>
            if words_are == State::Here {
                <blockquote class="words" lang="en" dir="auto">{ words(site, statement, search) }</blockquote>
            } else {
                { waiting(site, words_are) }
            }
            <p class="where">
                { article_link(article, Location::of_mark(statement).address(site)) }
                <span class="imprint">{ imprint(site, article) }</span>
                if let Some(url) = citation::text_fragment(article, &statement.spans) {
                    <a class="there" href={url} rel="external">{ site.words().articles.at_publisher }</a>
                }
            </p>
            if !statement.themes.is_empty() {
                <ul class="themes" aria-label={site.words().card.themes}>
                    for theme in &statement.themes {
                        <li><a lang="en" href={query(Choice::Theme(*theme))}>{ corpus.debate.themes[theme.get()].label.as_str() }</a></li>
                    }
                </ul>
            }
            { related(site, props.statement) }
            <div class="actions">
                { why(site, props.statement, *shown, ontoggle, &reporting) }
                <Cite {site} statement={props.statement} />
                <Collect {site} statement={props.statement} />
            </div>
        </article>
    }
}

/// How it is quoted, with the words that report it, and what its parts do: `Reported (“warned”), claim`.
fn kinds(site: Site, statement: &Statement<'_>) -> String {
    let has = |kind| statement.components.iter().any(|component| component.kind == kind);
    let words = &site.words().card;
    let parts = match (has(ComponentKind::Claim), has(ComponentKind::Premise)) {
        _ if !statement.argument => words.not_an_argument,
        (true, true) => words.claim_and_premise,
        (_, false) => words.claim,
        (false, true) => words.premise,
    };
    let quotation = site.label(Choice::Quotation(statement.quotation));
    match statement.cue.map(|cue| site.corpus().article_of(statement).words(cue)) {
        Some(cue) if !cue.is_empty() => fill(words.kind_with_cue, &[&quotation, &cue, &parts]),
        _ => fill(words.kind, &[&quotation, &parts]),
    }
}

fn speaker(site: Site, statement: &Statement<'_>, search: &Search) -> Html {
    let corpus = site.corpus();
    match statement.speaker {
        Some(ix) => {
            let speaker = &corpus.speakers[ix.get()];
            let href = Route::Speaker(ix).path(site);
            html! { <a class={speaker_class(speaker)} {href}>{ marked(&speaker.name, search) }</a> }
        }
        None => html! { <span class="unnamed">{ site.words().common.unnamed_speaker }</span> },
    }
}

/// The statement's spans, each whole; between two of them the page says that something is left out. What is quoted
/// stands in quotation marks, which are the page's and not the article's.
fn words(site: Site, statement: &Statement<'_>, search: &Search) -> Html {
    let last = statement.spans.len().saturating_sub(1);
    let evidence = marks(statement);
    let quoted = statement.quotation == Quotation::Direct;
    html! {
        for (n, span) in statement.spans.iter().enumerate() {
            if quoted { { "“" } }
            <span class="span">{ pieces(site, statement, *span, search, &evidence) }</span>
            if quoted { { "”" } }
            if n < last { <span class="gap">{ " … " }</span> }
        }
    }
}

/// A span, its premises set apart, the hits of the search marked, and the evidence with its numbers, which are seen while
/// "Why here" is open.
fn pieces(site: Site, statement: &Statement<'_>, span: Span, search: &Search, evidence: &[Span]) -> Html {
    let article = site.corpus().article_of(statement);
    let parts: Vec<Span> = statement.components.iter().map(|component| component.span).collect();
    let hits = hits_in(article, span, search);
    let mixed = statement.components.iter().any(|component| component.kind != statement.components[0].kind);
    let mut shown: Vec<(Option<usize>, Vec<Html>)> = Vec::new();
    for (piece, [part, hit, why]) in cut(span, [&parts, &hits, evidence]) {
        let words = article.words(piece);
        let words = if hit.is_some() {
            html! { <mark class="hit">{ words }</mark> }
        } else {
            html! { { words } }
        };
        let words = if why.is_some() {
            html! { <span class="evidence" data-n={numbers(site, evidence, piece)}>{ words }</span> }
        } else {
            words
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
                <span class={kind.name()} data-part={site.label(Choice::Component(kind)).into_owned()}>{ for pieces }</span>
            } else {
                { for pieces }
            }
        }
    }
}

/// The numbers of the evidence that begins where a piece does.
fn numbers(site: Site, evidence: &[Span], piece: Span) -> Option<String> {
    let begin = evidence.iter().enumerate().filter(|(_, span)| span.start == piece.start);
    let numbers: Vec<String> = begin.map(|(n, _)| site.locale().number(n + 1)).collect();
    (!numbers.is_empty()).then(|| numbers.join(" "))
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
