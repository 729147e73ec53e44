//! Fetches what of a large corpus the page shows and has not got.

use std::cell::RefCell;

use gloo::timers::future::TimeoutFuture;
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::js_sys::{Array, Promise, Uint8Array};
use web_sys::{RequestInit, Response};
use yew::prelude::*;

use super::{preparation, use_once};
use crate::Site;
use crate::arrivals::{Piece, read};
use crate::site::IN_PIECES;

/// Milliseconds to wait before a file is fetched once more: a connection that was lost for a moment is there again, and
/// a server that is gone is told of within three seconds.
const PAUSES: [u32; 2] = [500, 2500];

thread_local! {
    /// Renders the app anew.
    static AGAIN: RefCell<Option<Callback<()>>> = const { RefCell::new(None) };
}

/// The site as of now: one that renders anew when something has arrived.
#[hook]
pub(crate) fn use_arrivals(site: Site) -> Site {
    let update = use_force_update();
    use_once(Box::new(move || {
        if !IN_PIECES {
            return Box::new(());
        }
        let again = Callback::from(move |()| update.force_update());
        AGAIN.with(|callback| callback.replace(Some(again)));
        Box::new(())
    }));
    site.now()
}

/// Fetches what has been asked for, once the page has rendered what asks for it.
pub(crate) fn fetch_soon(site: Site) {
    if cfg!(target_arch = "wasm32") {
        spawn_local(async move {
            TimeoutFuture::new(0).await;
            for piece in site.arrivals().asked() {
                spawn_local(async move {
                    // The page says that it failed; the console, why.
                    if let Err(problem) = fetch(site, piece).await {
                        gloo::console::error!(problem);
                    }
                    if piece == Piece::Index {
                        preparation::prepare(site);
                    }
                    render_again();
                });
            }
        });
    }
}

/// Fetches once more what could not be fetched.
pub(crate) fn fetch_again(site: Site) {
    site.arrivals().ask_again();
    render_again();
    fetch_soon(site);
}

fn render_again() {
    AGAIN.with(|again| again.borrow().iter().for_each(|again| again.emit(())));
}

/// Fetches the files of words that a page was rendered with, all at the same time: without them it would not render the same.
///
/// # Errors
/// What the last attempt at one of them met.
pub async fn fetch_words(site: Site, list: &str) -> Result<(), JsValue> {
    if !IN_PIECES {
        return Ok(());
    }
    let fetching = Array::new();
    for piece in read(list) {
        if site.arrivals().ask(piece).1 {
            fetching.push(&future_to_promise(async move { fetch(site, piece).await.map(|()| JsValue::UNDEFINED) }));
        }
    }
    site.arrivals().asked(); // they are being fetched
    JsFuture::from(Promise::all(&fetching)).await.map(drop)
}

/// Fetches a piece, in several attempts.
async fn fetch(site: Site, piece: Piece) -> Result<(), JsValue> {
    let mut pauses = PAUSES.into_iter();
    loop {
        let fetched = attempt(site, piece).await;
        if let (Err(_), Some(pause)) = (&fetched, pauses.next()) {
            TimeoutFuture::new(pause).await;
            continue;
        }
        let (bytes, problem) = match fetched {
            Ok(bytes) => (Some(bytes), None),
            Err(problem) => (None, Some(problem)),
        };
        let taken = site.arrivals().take(piece, site.explorer(), bytes);
        return taken.map_err(|error| problem.unwrap_or_else(|| error.to_string().into()));
    }
}

async fn attempt(site: Site, piece: Piece) -> Result<Vec<u8>, JsValue> {
    let (name, sha256) = site.arrivals().file(piece).ok_or(JsValue::UNDEFINED)?;
    let hash: String = sha256.iter().map(|byte| char::from(*byte)).collect();
    // The browser refuses other bytes than these.
    let options = RequestInit::new();
    options.set_integrity(&format!("sha256-{}", window().btoa(&hash)?));
    let response = JsFuture::from(window().fetch_with_str_and_init(&name, &options)).await?.dyn_into::<Response>()?;
    if !response.ok() {
        return Err(response.status().into());
    }
    let bytes = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&bytes).to_vec())
}
