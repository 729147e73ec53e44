//! A box to choose from.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Props of [`Select`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SelectProps {
    /// The id of the box.
    pub(crate) id: &'static str,
    /// What is chosen here.
    pub(crate) label: &'static str,
    /// What there is to choose from.
    pub(crate) options: Vec<&'static str>,
    /// Which of them is chosen.
    pub(crate) chosen: usize,
    /// Where another choice goes.
    pub(crate) onchoose: Callback<usize>,
}

/// A labelled box. It shows what is chosen also when that changes from elsewhere, by going back for one: an attribute alone
/// no longer counts once the reader has chosen.
#[component]
pub(crate) fn Select(props: &SelectProps) -> Html {
    let SelectProps { id, label, options, chosen, onchoose } = props.clone();
    let node = use_node_ref();
    use_effect_with(chosen, {
        let node = node.clone();
        move |chosen| {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_selected_index(i32::try_from(*chosen).unwrap_or(0));
            }
        }
    });
    let onchange = Callback::from(move |event: Event| {
        let index = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.selected_index());
        if let Some(n) = index.and_then(|index| usize::try_from(index).ok()) {
            onchoose.emit(n);
        }
    });
    html! {
        <div>
            <label for={id}>{ label }</label>
            <select {id} ref={node} {onchange}>
                for (n, option) in options.into_iter().enumerate() {
                    <option selected={n == chosen}>{ option }</option>
                }
            </select>
        </div>
    }
}
