//! How many statements stand where.

use corpus::{Position, Statement};
use yew::prelude::*;

use super::{positioned, side_name};
use crate::Site;

/// Positions with the number of `statements` that take them, in a line. A position that none takes is left out.
pub(crate) fn tally<'s, 'a: 's>(site: Site, statements: impl Iterator<Item = &'s Statement<'a>>) -> Html {
    let mut totals: Vec<(Position, usize)> = site.corpus().positions().map(|position| (position, 0)).collect();
    for statement in statements {
        for (position, count) in &mut totals {
            *count += usize::from(*position == statement.position());
        }
    }
    counts(site, &totals)
}

/// The same of what is counted already.
pub(crate) fn counts(site: Site, counts: &[(Position, usize)]) -> Html {
    html! {
        <ul class="tally">
            for (position, count) in counts.iter().filter(|(_, count)| *count > 0) {
                <li class={positioned("side-tag", site, *position)}>
                    { side_name(site, *position) }
                    { " " }{ site.locale().number(*count) }
                </li>
            }
        </ul>
    }
}

/// A bar as long as a part is of a whole. What it says stands beside it in words.
pub(crate) fn bar(part: usize, whole: usize) -> Html {
    let percent = part.saturating_mul(100).checked_div(whole).unwrap_or(0).min(100);
    html! { <svg class="bar" aria-hidden="true"><rect width={percent.to_string() + "%"} height="100%" /></svg> }
}
