//! What stands in place of words that are on their way, or could not be fetched.

use yew::prelude::*;

use crate::Site;
use crate::arrivals::State;
use crate::hooks::fetch_again;
use crate::site::IN_PIECES;

/// Says how far something is that is not here; where it could not be fetched, with the way to try again.
pub(crate) fn waiting(site: Site, state: State) -> Html {
    if !IN_PIECES {
        return html! {};
    }
    let words = &site.words().arrivals;
    if state != State::Failed {
        return html! { <p class="waiting">{ words.on_their_way }</p> };
    }
    let onclick = Callback::from(move |_: MouseEvent| fetch_again(site));
    html! {
        <p class="waiting">
            { words.not_fetched }{ " " }<button type="button" class="plain" {onclick}>{ words.try_again }</button>
        </p>
    }
}
