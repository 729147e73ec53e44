//! Whole documents: a page's head and its components rendered to a string, natively.
//!
//! The page is readable as it stands. The script at the end of its head fetches the app, which then takes over what it
//! finds, and refuses files that are not those that were built. The policy in the head allows that script by its hash
//! and nothing else that is not the site's own.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};
use yew::LocalServerRenderer;

use crate::arrivals::listed;
use crate::pages::title;
use crate::{App, AppProps, Location, PAGE_ATTRIBUTE, Route, Site, WORDS_ATTRIBUTE};

/// The document that Trunk made of `index.html`, and the script that starts the app.
pub struct Template {
    html: String,
    imports: String,
    bootstrap: String,
}

/// A file of the app as Trunk named it.
pub struct Asset<'a> {
    /// Name in the site's folder.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// What the template must have, each exactly once.
const SLOTS: [&str; 5] =
    ["<meta charset=\"utf-8\">", "<base href=\"./\">", "<title>Rejoinder</title>", "</head>", "<div id=\"app\"></div>"];

impl Template {
    /// A template of Trunk's output.
    ///
    /// # Errors
    /// A slot that `html` does not have exactly once.
    pub fn new(html: String, glue: &Asset<'_>, wasm: &Asset<'_>) -> Result<Self, MissingSlot> {
        match SLOTS.into_iter().find(|slot| html.matches(slot).count() != 1) {
            Some(slot) => Err(MissingSlot(slot)),
            None => {
                Ok(Self { html: without_trunk_links(&html), imports: imports(glue), bootstrap: bootstrap(glue, wasm) })
            }
        }
    }

    /// The whole document of a page.
    pub fn render(&self, site: Site, route: Route) -> String {
        let [charset, base, title_slot, end_of_head, app] = SLOTS;
        let corpus = site.corpus();
        let location = Location::of(route);
        let described = format!(
            "<title>{}</title>\n<meta name=\"description\" content=\"{}\">",
            html_escape::encode_text(&title(site, &location)),
            html_escape::encode_double_quoted_attribute(corpus.debate.question.as_str()),
        );
        site.arrivals().shown(); // of the page before
        let body = pollster::block_on(LocalServerRenderer::<App>::with_props(AppProps { site, location }).render());
        let shown = site.arrivals().shown();
        let words = if shown.is_empty() { String::new() } else { format!(" {WORDS_ATTRIBUTE}=\"{}\"", listed(&shown)) };
        let policy = format!("{charset}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", self.policy());
        let scripts = format!(
            "<script type=\"importmap\">{}</script>\n<script type=\"module\">{}</script>\n",
            self.imports, self.bootstrap
        );
        self.html
            .replacen(charset, &policy, 1)
            .replacen(base, &format!("<base href=\"{}\">", route.base()), 1)
            .replacen(title_slot, &described, 1)
            .replacen(end_of_head, &format!("{scripts}{end_of_head}"), 1)
            .replacen(
                app,
                &format!("<div id=\"app\" {PAGE_ATTRIBUTE}=\"{}\"{words}>{body}</div>", route.file(corpus)),
                1,
            )
    }

    /// The site itself, and the two inline scripts by their hashes: no other inline script, no inline style, no other
    /// origin, no form to anywhere.
    fn policy(&self) -> String {
        let hash = |script: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script.as_bytes())));
        format!(
            "default-src 'none'; script-src 'self' {} {} 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
             connect-src 'self'; base-uri 'self'; form-action 'none'",
            hash(&self.imports),
            hash(&self.bootstrap)
        )
    }
}

/// Without the links that speak to Trunk alone; it leaves the one to the app, as it is told to inject no scripts.
fn without_trunk_links(html: &str) -> String {
    html.lines().filter(|line| !line.contains("data-trunk")).fold(String::new(), |html, line| html + line + "\n")
}

/// The import map: has the browser refuse a glue that is not the one that was built. (`modulepreload` with integrity
/// does not: Chromium fetches the module again.)
fn imports(glue: &Asset<'_>) -> String {
    format!("{{\"integrity\":{{\"./{}\":\"{}\"}}}}", glue.name, integrity(glue))
}

/// Starts the app. The WebAssembly is fetched by hand, as nothing else would compare it with its integrity.
fn bootstrap(glue: &Asset<'_>, wasm: &Asset<'_>) -> String {
    format!(
        "const module_or_path=fetch(\"./{}\",{{integrity:\"{}\"}});\
         const{{default:init}}=await import(\"./{}\");await init({{module_or_path}});",
        wasm.name,
        integrity(wasm),
        glue.name
    )
}

/// Subresource integrity (<https://www.w3.org/TR/sri-2/>).
fn integrity(asset: &Asset<'_>) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(asset.bytes)))
}

/// Something that `index.html` must have exactly once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingSlot(&'static str);

impl fmt::Display for MissingSlot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "index.html must have `{}` exactly once: the prerenderer writes the page there", self.0)
    }
}

impl std::error::Error for MissingSlot {}
