//! What is shown, as a line in words: `12 of 220 arguments for access, by the FBI, from 2014 to 2016.`

use corpus::Position;
use explore::{Choice, Choices, Facet, Query, Results, STEPS};

use crate::Site;
use crate::words::{fill, form};

/// How many arguments of how many, on which sides, and what narrows them.
pub(crate) fn in_words(site: Site, query: &Query, results: &Results<'_>) -> String {
    let words = &site.words().sides;
    if results.matches.is_empty() {
        return words.nothing.into();
    }
    let corpus = site.corpus();
    let shown = results.positions.as_slice();
    // What takes a side argues.
    let all_argue = !shown.contains(&Position::Neither)
        || corpus.statements.iter().all(|statement| statement.side.is_some() || statement.argument);
    let total = |position: &Position| site.explorer().total(Choice::Position(*position)) as usize;
    let (found, all) = (results.matches.len(), shown.iter().map(total).sum());
    let number = |n: usize| site.locale().number(n);
    let total = match (found == all, all_argue) {
        (true, true) => site.counted(all, site.words().common.arguments),
        (true, false) => site.counted(all, site.words().common.statements),
        (false, true) => fill(form(words.matches_of_arguments, all), &[&number(found), &number(all)]),
        (false, false) => fill(form(words.matches_of_statements, all), &[&number(found), &number(all)]),
    };
    let share = |position: &Position| {
        let count = results.count(Choice::Position(*position)) as usize;
        format!("{} {}", number(count), standing(site, *position))
    };
    let sides = match shown {
        [only] => format!("{total} {}", standing(site, *only)),
        several => format!("{total}: {}", several.iter().map(share).collect::<Vec<_>>().join(", ")),
    };
    let mut line = vec![sides];
    line.extend(narrowed(site, query));
    line.join("; ") + "."
}

/// What narrows a query, each with its words: `by A or B`, `not on C`, `since 2014`.
fn narrowed(site: Site, query: &Query) -> Vec<String> {
    let words = &site.words().sides;
    let mut parts = Vec::new();
    for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Position) {
        let (with, without) = match facet {
            Facet::Speaker => (words.that_by, words.not_by),
            Facet::Affiliation => (words.that_of, words.not_of),
            Facet::Theme => (words.that_on, words.not_on),
            Facet::Position | Facet::Quotation | Facet::Component => (words.that_is, words.not_is),
            Facet::Kind | Facet::Outlet | Facet::Article | Facet::Year | Facet::Month => (words.that_in, words.not_in),
        };
        parts.extend(listed(site, &query.choices, facet).map(|names| fill(with, &[&names])));
        parts.extend(listed(site, &query.without, facet).map(|names| fill(without, &[&names])));
    }
    parts.extend(time(site, query));
    if query.sure > 0 {
        let [_, two, three, settled] = STEPS;
        parts.push(match query.sure {
            sure if sure < two => words.if_any.into(),
            sure if sure < three => words.if_two.into(),
            sure if sure < settled => words.if_three.into(),
            _ => words.if_settled.into(),
        });
    }
    if !query.text.trim().is_empty() {
        parts.push(fill(words.matching, &[&query.text.trim()]));
    }
    parts
}

/// The stretch of time that a query is about.
pub(crate) fn time(site: Site, query: &Query) -> Option<String> {
    let words = &site.words().sides;
    let date = |date| site.locale().partial_date(date);
    match (query.from, query.to) {
        (Some(from), Some(to)) if from == to => Some(fill(words.that_in, &[&date(from)])),
        (Some(from), Some(to)) => Some(fill(words.span, &[&date(from), &date(to)])),
        (Some(from), None) => Some(fill(words.since, &[&date(from)])),
        (None, Some(to)) => Some(fill(words.until, &[&date(to)])),
        (None, None) => None,
    }
}

/// What a threshold of certainty asks for.
pub(crate) fn certainty(site: Site, sure: u16) -> &'static str {
    let words = &site.words().sides;
    let step = STEPS.iter().rposition(|step| *step <= sure).unwrap_or_default();
    [words.sure_any, words.sure_two, words.sure_three, words.sure_settled][step.min(3)]
}

/// The names of what is chosen in a facet: `A`, `A or B`.
fn listed(site: Site, choices: &Choices, facet: Facet) -> Option<String> {
    let chosen = choices.iter().filter(|choice| choice.facet() == facet);
    let names: Vec<String> = chosen.map(|choice| site.label(choice).into_owned()).collect();
    (!names.is_empty()).then(|| names.join(site.words().sides.or))
}

/// A position as what is said of an argument: `for access`, `on neither side`.
fn standing(site: Site, position: Position) -> String {
    let words = &site.words().sides;
    let label = site.position_label(position);
    // A label such as “For access” is a clause already where the interface speaks its language.
    let clause =
        || ["For ", "Against "].iter().find_map(|start| Some(start.to_lowercase() + label.strip_prefix(start)?));
    let is_english = site.locale().tag().starts_with("en");
    match position {
        Position::Neither => words.on_neither.into(),
        Position::Side(_) => clause().filter(|_| is_english).unwrap_or_else(|| fill(words.on_side, &[&label])),
    }
}
