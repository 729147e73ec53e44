//! Whole documents: a page's head and its components rendered to a string, natively.
//!
//! The page is readable as it stands. The script at the end of its head fetches the app, which then takes over what it
//! finds, and refuses files that are not those that were built. The policy in the head allows that script by its hash
//! and nothing else that is not the site's own.

mod address;
mod argument;
mod feed;
mod head;
mod installed;
mod oembed;
mod offline;
mod one_file;
mod picture;
mod published;
mod sitemap;
mod structured;
mod telling;
mod tokens;
mod xml;

use std::fmt;
use std::sync::OnceLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};
use yew::LocalServerRenderer;

pub use address::{Address, NotAnAddress, SITE};

use crate::arrivals::listed;
use crate::{App, AppProps, EXPORTER_ATTRIBUTE, Location, PAGE_ATTRIBUTE, Route, Site, WORDS_ATTRIBUTE};
use head::Heads;
pub use installed::{Installed, NotInstallable, installed};
pub use offline::{OFFLINE, Offline, SHELL, WORKER, retired};
pub use one_file::{Parts, one_file};

/// The document that Trunk made of `index.html`, and the script that starts the app.
pub struct Template {
    html: String,
    imports: String,
    bootstrap: String,
    is_kept: bool,
    exporter: String,
    address: Option<Address>,
    heads: OnceLock<Heads>,
}

/// A file of the app as Trunk named it.
pub struct Asset<'a> {
    /// Name in the site's folder.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// A program of the site: the script that lets it into a browser, and what it is.
pub struct Program<'a> {
    /// The script.
    pub glue: Asset<'a>,
    /// The WebAssembly.
    pub wasm: Asset<'a>,
}

/// What the template must have, each exactly once.
const SLOTS: [&str; 5] =
    ["<meta charset=\"utf-8\">", "<base href=\"./\">", "<title>Rejoinder</title>", "</head>", "<div id=\"app\"></div>"];

impl Template {
    /// A template of Trunk's output, with the app and the name of the script that writes files.
    ///
    /// # Errors
    /// A slot that `html` does not have exactly once.
    pub fn new(html: String, app: &Program<'_>, exporter: &str) -> Result<Self, MissingSlot> {
        match SLOTS.into_iter().find(|slot| html.matches(slot).count() != 1) {
            Some(slot) => Err(MissingSlot(slot)),
            None => Ok(Self {
                html: without_trunk_links(&html),
                imports: imports(&app.glue),
                bootstrap: bootstrap(app),
                is_kept: false,
                exporter: exporter.into(),
                address: None,
                heads: OnceLock::new(),
            }),
        }
    }

    /// The same for a site that is kept for readers without a network.
    #[must_use]
    pub fn kept(mut self) -> Self {
        self.is_kept = true;
        self
    }

    /// The same for a site that will be at an address.
    #[must_use]
    pub fn at(self, address: Option<Address>) -> Self {
        Self { address, heads: OnceLock::new(), ..self }
    }

    /// The heads of the pages of the site, of which a template is.
    fn heads(&self, site: Site) -> &Heads {
        self.heads.get_or_init(|| Heads::of(site, self.address.clone()))
    }

    /// The whole document of a page.
    pub fn render(&self, site: Site, route: Route) -> String {
        self.render_at(site, route, route.base())
    }

    /// The same with another way to the base.
    fn render_at(&self, site: Site, route: Route, way: &str) -> String {
        let [.., app] = SLOTS;
        let corpus = site.corpus();
        let location = Location::of(route);
        let described = self.heads(site).page(route);
        site.arrivals().shown(); // of the page before
        let body = pollster::block_on(LocalServerRenderer::<App>::with_props(AppProps { site, location }).render());
        let shown = site.arrivals().shown();
        let words = if shown.is_empty() { String::new() } else { format!(" {WORDS_ATTRIBUTE}=\"{}\"", listed(&shown)) };
        let (page, exporter) = (route.file(corpus), &self.exporter);
        self.starting(route, way, &described).replacen(
            app,
            &format!(
                "<div id=\"app\" {PAGE_ATTRIBUTE}=\"{page}\"{words} {EXPORTER_ATTRIBUTE}=\"{exporter}\">{body}</div>"
            ),
            1,
        )
    }

    /// A document that starts the app, without it: the way to the base and what it says of itself are there.
    fn starting(&self, route: Route, way: &str, head: &str) -> String {
        let [charset, base, title, end_of_head, _] = SLOTS;
        // What stands in a frame leads out of it (a link to another window is given no hold on this one), and keeps nothing.
        let is_framed = route == Route::Embed;
        let target = if is_framed { " target=\"_blank\"" } else { "" };
        let registration = if self.is_kept && !is_framed { offline::registration() } else { String::new() };
        let bootstrap = format!("{}{registration}", self.bootstrap);
        let policy = self.policy(&bootstrap);
        let policy = format!("{charset}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        let scripts = format!(
            "<script type=\"importmap\">{}</script>\n<script type=\"module\">{bootstrap}</script>\n",
            self.imports
        );
        self.html
            .replacen(charset, &policy, 1)
            .replacen(base, &format!("<base href=\"{way}\"{target}>"), 1)
            .replacen(title, head, 1)
            .replacen(end_of_head, &format!("{scripts}{end_of_head}"), 1)
    }

    /// The site itself, and the two inline scripts by their hashes: no other inline script, no inline style, no other
    /// origin, no form to anywhere.
    fn policy(&self, bootstrap: &str) -> String {
        format!(
            "default-src 'none'; script-src 'self' {} {} 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
             connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'",
            hash(&self.imports),
            hash(bootstrap)
        )
    }
}

/// An inline script or style, as a policy allows it.
fn hash(inline: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(inline.as_bytes())))
}

/// How a line of Trunk's output that links a style sheet begins, before the sheet's name.
const SHEET: &str = "<link rel=\"stylesheet\" href=\"./";

/// The style sheets that a document links, in order.
pub fn sheets(html: &str) -> impl Iterator<Item = &str> {
    html.lines().filter_map(|line| line.strip_prefix(SHEET)?.split_once('"')).map(|(name, _)| name)
}

/// A style sheet without what it says to those who write it, for which every page would wait: comments and indentation. For the
/// project's own sheets, in which no string has the marks of a comment (`tests/styles.rs`).
pub fn terse(sheet: &str) -> String {
    let mut pieces = sheet.split("/*");
    let first = pieces.next().into_iter();
    let bare: String = first.chain(pieces.filter_map(|piece| Some(piece.split_once("*/")?.1))).collect();
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The name of a style sheet that takes the place of all others, and the document that links it alone: a page waits for its
/// style sheets before it shows anything, and for one not as long as for a dozen.
pub fn with_one_sheet(html: &str, style: &str) -> (String, String) {
    let name = hashed("style", style.as_bytes(), ".css");
    let link = format!("{SHEET}{name}\">\n");
    let mut lines = String::new();
    let mut is_linked = false;
    for line in html.lines() {
        if !line.starts_with(SHEET) {
            lines.extend([line, "\n"]);
        } else if !std::mem::replace(&mut is_linked, true) {
            lines.push_str(&link);
        }
    }
    (name, lines)
}

/// The script of a worker, from what wasm-bindgen made: it fetches its WebAssembly, and refuses another than was built.
pub fn worker_script(glue: &str, wasm: &Asset<'_>) -> String {
    started_worker(glue, &format!("fetch(\"{}\", {{ integrity: \"{}\" }})", wasm.name, integrity(wasm)))
}

/// The script of a worker that gets its WebAssembly from an expression. The page hears of what is thrown in a worker, but not of a
/// promise that nobody caught.
fn started_worker(glue: &str, wasm: &str) -> String {
    format!(
        "{glue}\nwasm_bindgen({{ module_or_path: {wasm} }}).catch((problem) => setTimeout(() => {{ throw problem; }}));\n"
    )
}

/// The name of a file with a hash of its content in it: another content, another name.
pub fn hashed(start: &str, bytes: &[u8], end: &str) -> String {
    let hash: String = Sha256::digest(bytes).iter().take(NAMED_BY).map(|byte| format!("{byte:02x}")).collect();
    format!("{start}-{hash}{end}")
}

/// Bytes of a hash that name a file, as many as Trunk takes.
const NAMED_BY: usize = 8;

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
fn bootstrap(Program { glue, wasm }: &Program<'_>) -> String {
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
