//! What is shown, in words; announced to whoever does not see it change.

use corpus::Position;
use explore::{Choice, Query, Results};
use yew::prelude::*;

use super::is_shown;
use crate::Site;
use crate::components::counted;
use crate::routes::Location;

/// How many arguments on which side, what the address asked for in vain, the way to what is not shown, what is chosen,
/// and the way back to everything.
pub(super) fn summary(site: Site, query: &Query, results: &Results) -> Html {
    let corpus = site.corpus();
    let address = |query: Query| Location::of_query(query).address(corpus);
    let aside = results.count(Choice::Position(Position::Neither)) as usize;
    let also = if results.matches.is_empty() { "Show" } else { "Also show" };
    html! {
        <div class="shown">
            <p role="status">{ in_words(site, query, results) }</p>
            for (key, value) in &query.unknown {
                <p class="unknown">{ "The address asks for " }<code>{ format!("{key}={value}") }</code>{ ", which is not on this site." }</p>
            }
            if aside > 0 && !is_shown(query, Position::Neither) {
                <p><a class="aside" href={address(with_neither(query, corpus.positions()))}>
                    { format!("{also} {} on neither side", counted(aside, "statement")) }
                </a></p>
            }
            if !query.is_empty() {
                <ul class="chosen" aria-label="Filters in use">
                    for choice in query.choices.iter() {
                        <li>
                            <a href={address(query.toggled(choice))} aria-label={format!("Remove {}", site.label(choice))}>
                                { site.label(choice) }{ " ×" }
                            </a>
                        </li>
                    }
                    <li><a class="clear" href={address(Query::default())}>{ "Clear all filters" }</a></li>
                </ul>
            }
        </div>
    }
}

/// `8 arguments: 4 for access, 4 for encryption.`
fn in_words(site: Site, query: &Query, results: &Results) -> String {
    let corpus = site.corpus();
    if results.matches.is_empty() {
        return "No argument matches.".into();
    }
    let all_argue = results.matches.iter().all(|ix| corpus.statements[ix.get()].argument);
    let total = counted(results.matches.len(), if all_argue { "argument" } else { "statement" });
    let shown: Vec<Position> = corpus.positions().filter(|position| is_shown(query, *position)).collect();
    let share = |position: &Position| {
        let count = results.count(Choice::Position(*position));
        format!("{count} {}", standing(site, *position))
    };
    match shown.as_slice() {
        [only] => format!("{total} {}.", standing(site, *only)),
        several => format!("{total}: {}.", several.iter().map(share).collect::<Vec<_>>().join(", ")),
    }
}

/// A position as what is said of an argument: `for access`, `on neither side`.
fn standing(site: Site, position: Position) -> String {
    let label = site.position_label(position);
    let lowered = ["For ", "Against "].iter().find_map(|start| Some(start.to_lowercase() + label.strip_prefix(start)?));
    match position {
        Position::Neither => "on neither side".into(),
        Position::Side(_) => lowered.unwrap_or_else(|| format!("“{label}”")),
    }
}

/// The query with what it shows now and the statements on neither side.
fn with_neither(query: &Query, positions: impl Iterator<Item = Position>) -> Query {
    let shown: Vec<Position> = positions.filter(|position| is_shown(query, *position)).collect();
    let mut wider = query.clone();
    wider.choices.extend(shown.into_iter().chain([Position::Neither]).map(Choice::Position));
    wider
}
