//! What a statement answers or supports, and what answers or supports it: a line each, with how we know.

use corpus::{Basis, Corpus, Relation, RelationKind, StatementIx};
use yew::prelude::*;

use crate::pages::opening;
use crate::routes::Location;

/// Characters of the other statement that tell which one is meant: the rest of a line of a card.
const SNIPPET_LENGTH: usize = 40;

/// A line a relation, each a link to the other statement's card.
pub(super) fn related(corpus: &Corpus<'_>, ix: StatementIx) -> Html {
    let about: Vec<&Relation> =
        corpus.relations.iter().filter(|relation| relation.from == ix || relation.to == ix).collect();
    if about.is_empty() {
        return html! {};
    }
    html! {
        <ul class="related" aria-label="Related arguments">
            for relation in about {
                <li>
                    { verb(relation.kind, relation.from == ix) }{ " " }
                    { other(corpus, if relation.from == ix { relation.to } else { relation.from }) }
                    { basis(corpus, relation) }
                </li>
            }
        </ul>
    }
}

fn verb(kind: RelationKind, active: bool) -> &'static str {
    match (kind, active) {
        (RelationKind::Attacks, true) => "Answers",
        (RelationKind::Attacks, false) => "Answered by",
        (RelationKind::Supports, true) => "Supports",
        (RelationKind::Supports, false) => "Supported by",
    }
}

fn other(corpus: &Corpus<'_>, ix: StatementIx) -> Html {
    let statement = &corpus.statements[ix.get()];
    let speaker = corpus.speaker_of(statement).map_or("an unnamed speaker", |speaker| speaker.name.as_str());
    let words = statement.spans.first().map(|span| corpus.article_of(statement).words(*span)).unwrap_or_default();
    html! {
        <a href={Location::of_card(corpus, statement).address(corpus)}>
            { speaker }{ ": “" }{ opening(words, SNIPPET_LENGTH) }{ "”" }
        </a>
    }
}

/// How a relation is known: the article says so, or the words of both are much the same.
fn basis(corpus: &Corpus<'_>, relation: &Relation) -> Html {
    match relation.basis {
        Basis::Stated(span) => {
            let words = corpus.article_of(&corpus.statements[relation.from.get()]).words(span);
            html! { <span class="basis">{ " (the article says so: " }<q>{ words }</q>{ ")" }</span> }
        }
        Basis::Similar(share) => {
            html! { <span class="basis">{ format!(" (a guess: the same theme, {share}% of their words in common)") }</span> }
        }
    }
}
