//! The list of keys, and what opens it.

use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

use crate::Site;
use crate::hooks::{Navigator, use_keys, use_single_keys};
use crate::keymap::{BINDINGS, Place};

/// Listens to keys, and lists them on demand. The list opens by a button, too, and says how to turn single keys off
/// (WCAG 2.2, 2.1.4).
#[hook]
pub(crate) fn use_key_list(site: Site, navigator: &Navigator) -> Html {
    let words = site.words();
    let dialog = use_node_ref();
    let (singles, turn) = use_single_keys();
    let open = {
        let dialog = dialog.clone();
        Callback::from(move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // It fails where it is open already.
                let _ = dialog.show_modal();
            }
        })
    };
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            turn.emit(input.checked());
        }
    });
    use_keys(site, navigator.clone(), singles, open.clone());
    html! {
        <>
            <button type="button" class="plain keys-open" aria-haspopup="dialog" onclick={open.reform(|_| ())}>
                { words.keys.show }
            </button>
            <dialog class="keys" aria-labelledby="keys-heading" ref={dialog}>
                <div class="keys-head">
                    <h2 id="keys-heading">{ words.keys.heading }</h2>
                    <button type="button" class="plain" onclick={close}>{ words.keys.close }</button>
                </div>
                for place in Place::ALL {
                    <h3>{ place.label(words) }</h3>
                    <dl>
                        for binding in BINDINGS.iter().filter(|binding| binding.place == place) {
                            <div>
                                <dt>
                                    <kbd>{ binding.key }</kbd>
                                    if let Some((_, sign)) = binding.arrow { { " " }<kbd>{ sign }</kbd> }
                                </dt>
                                <dd>{ binding.label(words) }</dd>
                            </div>
                        }
                    </dl>
                }
                <p class="hint">{ words.keys.arrows }</p>
                <label class="choice">
                    <input type="checkbox" checked={singles} {onchange} />
                    <span class="name">{ words.keys.singles }</span>
                </label>
            </dialog>
        </>
    }
}
