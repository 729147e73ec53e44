//! What stands below a list of which not all is shown.

use yew::prelude::*;

use crate::Site;
use crate::hooks::Unfolding;
use crate::words::fill;

/// The button that shows more. On paper, and where no script could show more, words that say where the list ends.
pub(crate) fn more(site: Site, unfolding: &Unfolding) -> Html {
    let words = &site.words().common;
    let number = |n: usize| site.locale().number(n);
    let Unfolding { shown, total, step, .. } = *unfolding;
    html! {
        if shown < total {
            <button type="button" class="more" onclick={unfolding.more.clone()}>
                { fill(words.show_more, &[&number(step.min(total - shown))]) }
                <span class="count">{ " " }{ number(shown) }{ " / " }{ number(total) }</span>
            </button>
            <p class="ends">{ fill(words.list_ends, &[&number(shown), &number(total)]) }</p>
        }
    }
}
