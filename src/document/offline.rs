//! The site without a network: a service worker (<https://www.w3.org/TR/service-workers/>) that keeps it in the reader's browser.
//!
//! Kept is what the whole site can be shown with: the app, and the pages of which there is one. A page of an article, a speaker or a theme
//! is made by the app, so that nobody who came for one page loads hundreds. Of a large corpus words are kept that those pages show, and
//! others once they are read.
//!
//! The worker knows each file by its SHA-256. `offline/worker.js` says how it keeps, renews and gives them.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use html_escape::encode_text;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{SLOTS, Template, head};
use crate::arrivals::read;
use crate::routes::Route;
use crate::{EXPORTER_ATTRIBUTE, ONE_FILE, Site, WORDS_ATTRIBUTE};

/// Set to `no`, it leaves the site online only.
pub const OFFLINE: &str = "REJOINDER_OFFLINE";

/// The worker's name in the site's folder: always the same, for browsers ask for it to see whether there is something new.
pub const WORKER: &str = "sw.js";

/// The page that the worker gives for those that are not kept: the app makes it.
pub const SHELL: &str = "offline.html";

/// Pages that are not kept and that the app cannot make, by how their names begin.
const NOT_KEPT: [&str; 2] = ["argument/", ONE_FILE];

/// What starts it, once the app runs: a browser that has none, or does not allow it, goes on without; so does one that is to save data.
pub(super) fn registration() -> String {
    format!(
        "if(!navigator.connection?.saveData)try{{await navigator.serviceWorker?.register(\"./{WORKER}\",{{updateViaCache:\"none\"}})}}\
         catch(problem){{console.info(problem)}}"
    )
}

/// What is kept of a site.
#[derive(Debug, Default)]
pub struct Offline {
    /// Names, with the integrity.
    kept: BTreeMap<String, String>,
    /// Names.
    when_read: BTreeSet<String>,
}

impl Offline {
    /// Keeps a file.
    pub fn keep(&mut self, name: &str, bytes: &[u8]) {
        self.keep_known(name.into(), &Sha256::digest(bytes));
    }

    /// Keeps a page, if it is one of which there is one, and the words that it shows.
    pub fn keep_page(&mut self, site: Site, route: Route, html: &str) {
        if !route.is_part() {
            return;
        }
        self.keep(&route.file(site.corpus()), html.as_bytes());
        let list = html.split_once(&format!(" {WORDS_ATTRIBUTE}=\"")).and_then(|(_, rest)| rest.split_once('"'));
        for (name, sha256) in
            list.into_iter().flat_map(|(list, _)| read(list)).filter_map(|piece| site.arrivals().file(piece))
        {
            self.keep_known(name, &sha256);
        }
    }

    /// Keeps a file once it is read.
    pub fn keep_when_read(&mut self, name: &str) {
        self.when_read.insert(name.into());
    }

    fn keep_known(&mut self, name: String, sha256: &[u8]) {
        self.kept.insert(name, format!("sha256-{}", STANDARD.encode(sha256)));
    }

    /// The worker that keeps all this.
    pub fn worker(&self) -> String {
        let kept: Vec<_> = self.kept.iter().collect();
        let when_read: Vec<_> = self.when_read.iter().filter(|name| !self.kept.contains_key(*name)).collect();
        let [shell, kept, when_read, not_kept] = [json!(SHELL), json!(kept), json!(when_read), json!(NOT_KEPT)];
        format!(
            "{}\n\
             const SHELL = {shell};\n\
             const KEPT = new Map({kept});\n\
             const KEPT_WHEN_READ = new Set({when_read});\n\
             const NOT_KEPT = {not_kept};\n",
            include_str!("offline/worker.js"),
        )
    }
}

/// The worker of a site that is online only, in the place of that of an earlier build.
pub fn retired() -> &'static str {
    include_str!("offline/retired.js")
}

impl Template {
    /// The page of which the app makes all that are not kept.
    pub fn shell(&self, site: Site) -> String {
        let [.., app] = SLOTS;
        let debate = &site.corpus().debate;
        let head = head::named(&debate.title, &debate.question) + head::NOT_TO_BE_FOUND;
        let name = encode_text(&*debate.title);
        let waiting = format!("<main class=\"page\"><h1><a href=\"./\">{name}</a></h1></main>");
        let element = format!("<div id=\"app\" {EXPORTER_ATTRIBUTE}=\"{}\">{waiting}</div>", self.exporter);
        self.starting(Route::Missing, Route::Missing.base(), &head).replacen(app, &element, 1)
    }
}
