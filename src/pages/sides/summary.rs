//! What is shown, in words; announced to whoever does not see it change.

use corpus::Position;
use explore::{Choice, Query, Results};
use yew::prelude::*;

use super::is_shown;
use crate::Site;
use crate::components::counted;
use crate::routes::Location;

/// How many arguments on which side, what the address asked for in vain, the way to what is not shown, and the way back
/// to everything.
pub(super) fn summary(site: Site, query: &Query, results: &Results) -> Html {
    let corpus = site.corpus();
    let address = |query: Query| Location::of_query(query).address(corpus);
    let shares: Vec<String> = corpus
        .positions()
        .filter(|position| is_shown(query, *position))
        .map(|position| {
            let count = results.count(Choice::Position(position));
            format!("{count} {}", in_a_sentence(corpus.position_label(position)))
        })
        .collect();
    let all_argue = results.matches.iter().all(|ix| corpus.statements[ix.get()].argument);
    let noun = if all_argue { "argument" } else { "statement" };
    let neither = Choice::Position(Position::Neither);
    let aside = results.count(neither) as usize;
    html! {
        <div class="shown">
            <p role="status">
                if results.matches.is_empty() {
                    { "No argument matches." }
                } else {
                    { counted(results.matches.len(), noun) }{ ": " }{ shares.join(", ") }{ "." }
                }
            </p>
            for (key, value) in &query.unknown {
                <p class="unknown">{ "This site has nothing for " }<code>{ format!("{key}={value}") }</code>{ ", which the address asks for." }</p>
            }
            if aside > 0 && !is_shown(query, Position::Neither) {
                <p><a class="aside" href={address(with_neither(query, corpus.positions()))}>
                    { format!("Also show {} on neither side", counted(aside, "statement")) }
                </a></p>
            }
            if !query.is_empty() {
                <p><a class="clear" href={address(Query::default())}>{ "Show all arguments" }</a></p>
            }
        </div>
    }
}

/// The query with what it shows now and the statements on neither side.
fn with_neither(query: &Query, positions: impl Iterator<Item = Position>) -> Query {
    let shown: Vec<Position> = positions.filter(|position| is_shown(query, *position)).collect();
    let mut wider = query.clone();
    wider.choices.extend(shown.into_iter().chain([Position::Neither]).map(Choice::Position));
    wider
}

/// `For access` as it stands inside a sentence.
fn in_a_sentence(label: &str) -> String {
    let mut chars = label.chars();
    match chars.next() {
        // A proper name or an abbreviation keeps its capital; "For …" and "Neither …" do not.
        Some(first) if label.starts_with("For ") || label.starts_with("Against ") || label.starts_with("Neither ") => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => label.into(),
    }
}
