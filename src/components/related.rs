//! What a statement answers, supports or says again, and what does so to it: a line each, with how we know; and the way to
//! what answers it.

use corpus::{Basis, Relation, RelationKind, StatementIx};
use explore::Known;
use yew::prelude::*;

use crate::Site;
use crate::pages::snippet;
use crate::routes::Location;
use crate::site::CORPUS_LANGUAGE;
use crate::words::{fill, fill_html};

/// Characters of the other statement that tell which one is meant: the rest of a line of a card.
const SNIPPET_LENGTH: usize = 40;

/// A line a relation, each a link to the other statement's card; below, a link to the page of answers, where something
/// can answer it.
pub(super) fn related(site: Site, ix: StatementIx) -> Html {
    let corpus = site.corpus();
    let words = &site.words().pairs;
    let about: Vec<&Relation> = site.explorer().relations_of(ix).collect();
    let statement = &corpus.statements[ix.get()];
    let answers = || about.iter().filter(|relation| answers(relation, ix));
    // What is merely near is found in the browser.
    let scripted = answers().next().is_none().then_some("scripted");
    html! {
        <>
            if !about.is_empty() {
                <ul class="related" aria-label={words.related}>
                    for relation in &about {
                        <li>
                            { verb(site, relation, relation.from == ix) }{ " " }
                            { other(site, if relation.from == ix { relation.to } else { relation.from }) }
                            <span class="basis">{ " " }{ basis(site, relation) }</span>
                        </li>
                    }
                </ul>
            }
            if statement.side.is_some() {
                <p class={classes!("answers", scripted)}>
                    <a href={Location::of_answers(corpus, statement).address(site)}>
                        { if scripted.is_some() { words.nearest_other } else { words.what_answers } }
                    </a>
                    { counts(site, answers().map(|relation| Known::of(relation))) }
                </p>
            }
        </>
    }
}

/// Whether a relation tells of something that answers this argument: of two that are merely similar, each answers the other.
pub(crate) fn answers(relation: &Relation, ix: StatementIx) -> bool {
    let directed = matches!(relation.basis, Basis::Stated(_));
    relation.kind == RelationKind::Attacks && (relation.to == ix || !directed && relation.from == ix)
}

/// How many answers are known in which way; nothing where there are none.
fn counts(site: Site, known: impl Iterator<Item = Known>) -> Html {
    let words = &site.words().pairs;
    let mut counts = [(Known::Stated, words.count_stated, 0), (Known::Similar, words.count_similar, 0)];
    for known in known {
        for (of, _, count) in &mut counts {
            *count += usize::from(*of == known);
        }
    }
    let counted = counts.iter().filter(|(_, _, count)| *count > 0);
    let said: Vec<String> = counted.map(|(_, form, count)| fill(form, &[&site.locale().number(*count)])).collect();
    html! { if !said.is_empty() { <span class="basis">{ " " }{ said.join(", ") }</span> } }
}

fn verb(site: Site, relation: &Relation, active: bool) -> &'static str {
    let words = &site.words().pairs;
    match (relation.kind, active) {
        (RelationKind::Attacks, true) if Known::of(relation) == Known::Similar => words.perhaps_answers,
        (RelationKind::Attacks, false) if Known::of(relation) == Known::Similar => words.perhaps_answered_by,
        (RelationKind::Attacks, true) => words.answers_verb,
        (RelationKind::Attacks, false) => words.answered_by,
        (RelationKind::Supports, true) => words.supports,
        (RelationKind::Supports, false) => words.supported_by,
        (RelationKind::Rephrases, _) => words.much_the_same,
    }
}

fn other(site: Site, ix: StatementIx) -> Html {
    let corpus = site.corpus();
    let statement = &corpus.statements[ix.get()];
    site.words_of(statement.article);
    let unnamed = site.words().common.unnamed_speaker;
    let speaker = corpus.speaker_of(statement).map_or(unnamed, |speaker| speaker.name.as_str());
    let words = statement.spans.first().map(|span| corpus.article_of(statement).words(*span)).unwrap_or_default();
    html! {
        <a href={Location::of_card(corpus, statement).address(site)}>
            { speaker }{ ": " }<span lang={CORPUS_LANGUAGE}>{ snippet(statement, words, SNIPPET_LENGTH) }</span>
        </a>
    }
}

/// How a relation is known: the article says so, or the words of both are much the same.
fn basis(site: Site, relation: &Relation) -> Html {
    let words = &site.words().pairs;
    match relation.basis {
        Basis::Stated(_) => fill_html(words.says_so, &[stated(site, relation)]),
        Basis::Similar(share) => {
            let again = relation.kind == RelationKind::Rephrases;
            let form = if again { words.guess_same } else { words.guess_answer };
            html! { { fill(form, &[&share]) } }
        }
    }
}

/// The words in which an article states a relation.
pub(crate) fn stated(site: Site, relation: &Relation) -> Html {
    let corpus = site.corpus();
    let from = corpus.statements.get(relation.from.get());
    match (relation.basis, from) {
        (Basis::Stated(span), Some(from)) => {
            site.words_of(from.article);
            html! { <q dir="auto" lang={CORPUS_LANGUAGE}>{ corpus.article_of(from).words(span) }</q> }
        }
        _ => html! {},
    }
}
