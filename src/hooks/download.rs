//! Has a file written by the worker and gives it to the browser to save.

use std::cell::RefCell;

use export::Format;
use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Array;
use web_sys::{Blob, HtmlAnchorElement, MessageEvent, Url, Worker};
use yew::Callback;

use super::{absolute, site_address};
use crate::takeaway::{Taken, message};
use crate::{EXPORTER_ATTRIBUTE, Site};

/// How far a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Writing {
    /// So many percent of it are written.
    Percent(u8),
    /// The browser has it.
    Done,
    /// There is none: the console says why.
    Failed,
}

thread_local! {
    /// One at a time: whoever orders another file no longer waits for the one before.
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
    /// The address of the last file. A browser reads from it until it has saved the file, and does not say when that is.
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// A worker, and who listens to it.
struct Running {
    worker: Worker,
    /// Where its script is, if that was made for it.
    script: Option<String>,
    _listeners: [EventListener; 2],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
        if let Some(script) = &self.script {
            let _ = Url::revoke_object_url(script); // it was ours
        }
    }
}

/// Lets go of a file that is being written: nothing more is told of it.
pub(crate) fn give_up() {
    RUNNING.with(|running| running.replace(None));
}

/// Writes what is taken away as a file, tells how far it is, and has the browser save it.
pub(crate) fn download(site: Site, taken: &Taken, format: Format, tell: Callback<Writing>) {
    if let Err(problem) = start(site, taken, format, tell.clone()) {
        failed(&tell, &problem);
    }
}

fn start(site: Site, taken: &Taken, format: Format, tell: Callback<Writing>) -> Result<(), JsValue> {
    let app = document().get_element_by_id("app");
    let script =
        app.and_then(|app| app.get_attribute(EXPORTER_ATTRIBUTE)).ok_or("this page does not say what writes files")?;
    let made = match script.strip_prefix('#').and_then(|id| document().get_element_by_id(id)) {
        Some(element) => {
            let text = Array::of1(&element.text_content().unwrap_or_default().into());
            Some(Url::create_object_url_with_blob(&Blob::new_with_str_sequence(&text)?)?)
        }
        None => None,
    };
    let worker = Worker::new(&made.clone().unwrap_or_else(|| absolute(&script)))?;
    let name = [taken.name.as_str(), ".", format.extension()].concat();
    let order = message(site.bytes(), &site.arrivals().chunks_here(), format, &site_address(site), taken);
    let (listened_to, problems) = (worker.clone(), tell.clone());
    let onmessage = EventListener::new(&worker, "message", move |event| {
        let said = event.unchecked_ref::<MessageEvent>().data();
        let told = if said == JsValue::TRUE {
            listened_to.post_message(&order).map(|()| Writing::Percent(0))
        } else if let Some(percent) = said.as_f64() {
            Ok(Writing::Percent(percent as u8))
        } else {
            said.dyn_into::<Blob>().and_then(|file| save(&file, &name)).map(|()| Writing::Done)
        };
        match told {
            Ok(writing) => tell.emit(writing),
            Err(problem) => failed(&tell, &problem),
        }
    });
    let onerror = EventListener::new(&worker, "error", move |event| failed(&problems, event));
    let running = Running { worker, script: made, _listeners: [onmessage, onerror] };
    RUNNING.with(|last| last.replace(Some(running)));
    Ok(())
}

/// The page says that there is no file; the console, why.
fn failed(tell: &Callback<Writing>, problem: &JsValue) {
    gloo::console::error!(problem);
    tell.emit(Writing::Failed);
}

/// Gives a file to the browser, as if the reader had followed a link to it.
fn save(file: &Blob, name: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(file)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into().map_err(JsValue::from)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    if let Some(last) = LAST.with(|last| last.replace(Some(address))) {
        let _ = Url::revoke_object_url(&last); // it was saved, or never will be
    }
    Ok(())
}
