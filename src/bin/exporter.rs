//! Writes the file that a reader takes away, in a worker: the page goes on answering meanwhile, and who takes nothing away does
//! not download this.
//!
//! When it runs it says so with `true`. Then it is sent a list (`rejoinder::Order`), and answers with numbers, how many percent of the file are
//! written, and in the end with the file, a `Blob`, or with why there is none, a text.

#[cfg(target_arch = "wasm32")]
fn main() {
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, js_sys};

    let worker: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let tell = {
        let worker = worker.clone();
        // To a page that is gone there is nothing to tell.
        move |what: JsValue| drop(worker.post_message(&what))
    };
    let ready = tell.clone();
    let onmessage = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        tell(
            writing::file(&event.data(), |percent| tell(percent.into()))
                .map_or_else(|problem| problem.into(), JsValue::from),
        );
    });
    worker.set_onmessage(Some(onmessage.as_ref().unchecked_ref()));
    onmessage.forget(); // it listens as long as the worker runs
    ready(true.into());
}

#[cfg(target_arch = "wasm32")]
mod writing {
    use export::{Selection, pieces};
    use rejoinder::Order;
    use wasm_bindgen::JsValue;
    use web_sys::js_sys::{Array, Uint8Array};
    use web_sys::{Blob, BlobPropertyBag};

    /// Bytes that are handed over at once: each is a call, and none takes long.
    const PART: usize = 1 << 20;

    pub(super) fn file(message: &JsValue, tell: impl Fn(u8)) -> Result<Blob, String> {
        let mut order = Order::read(message).ok_or("this is no order")?;
        let (corpus, chunks) = corpus::decode_apart(&order.corpus).map_err(|error| error.to_string())?;
        order.words.sort_by_key(|(n, _)| *n);
        let mut words = order.words.into_iter().peekable();
        let mut articles = corpus.articles.as_slice();
        for (n, chunk) in chunks.iter().enumerate() {
            let (of_chunk, rest) =
                articles.split_at_checked(chunk.articles as usize).ok_or("there are too few articles")?;
            if let Some((_, bytes)) = words.next_if(|(of, _)| *of == n) {
                corpus::arrive(bytes.leak(), of_chunk).map_err(|error| error.to_string())?;
            }
            articles = rest;
        }
        let selection = Selection::with_articles(&corpus, &order.site, order.statements, order.articles)
            .map_err(|missing| missing.to_string())?;
        let pieces = pieces(order.format, &selection);
        let (of, mut told) = (pieces.size_hint().0, 0);
        let (parts, mut part) = (Array::new(), Vec::with_capacity(PART));
        for (n, piece) in pieces.enumerate() {
            part.extend_from_slice(piece.as_bytes());
            if part.len() >= PART {
                parts.push(&Uint8Array::from(part.as_slice()));
                part.clear();
            }
            let percent = (n * 100 / of) as u8;
            if percent > told {
                told = percent;
                tell(percent);
            }
        }
        parts.push(&Uint8Array::from(part.as_slice()));
        let options = BlobPropertyBag::new();
        options.set_type(order.format.media_type());
        Blob::new_with_u8_array_sequence_and_options(&parts, &options)
            .map_err(|_| "the browser has no room for it".into())
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This runs in a browser, in a worker of the app. `cargo xtask export` writes the same files.");
    std::process::exit(2);
}
