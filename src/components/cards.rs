//! A list of cards.

use corpus::StatementIx;
use yew::prelude::*;

use super::Card;
use crate::Site;

/// Props of [`Cards`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CardsProps {
    /// The site that they are of.
    pub(crate) site: Site,
    /// Which statements, in the order in which they are shown.
    pub(crate) statements: Vec<StatementIx>,
    /// The search whose hits are marked.
    #[prop_or_default]
    pub(crate) search: AttrValue,
}

/// Statements as cards.
#[component]
pub(crate) fn Cards(props: &CardsProps) -> Html {
    html! {
        <ol class="cards">
            for ix in props.statements.iter().copied() {
                <li key={ix.0}><Card site={props.site} statement={ix} search={props.search.clone()} /></li>
            }
        </ol>
    }
}
