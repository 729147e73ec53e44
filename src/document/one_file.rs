//! The whole site as one document, to be sent by mail and opened from disk: style sheet, app and corpus are in it.
//!
//! It reads nothing but itself: its policy allows no request at all. What it was may have been changed or cut on its way, so the app
//! takes nothing over from it, and says where it cannot start: its WebAssembly is compressed (RFC 1952), and what was damaged does not come
//! out again.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use pollster::block_on;
use yew::LocalServerRenderer;

use super::{Program, hash, head, started_worker, telling};
use crate::pages::title;
use crate::{App, AppProps, EXPORTER_ATTRIBUTE, Location, ONE_FILE_ATTRIBUTE, Route, Site};

/// What the document is made of.
pub struct Parts<'a> {
    /// The style sheet.
    pub style: &'a str,
    /// The icon, an SVG.
    pub icon: &'a [u8],
    /// The app.
    pub app: Program<'a>,
    /// What writes files: the script of a worker, and its WebAssembly.
    pub exporter: Program<'a>,
}

/// What the document says where the app cannot, which has all other texts: in each of its languages.
const DAMAGED: [(&str, &str); 2] = [
    (
        "en",
        "This file is damaged or incomplete, or this browser is too old for it. What stands here can be read, but not filtered or \
         searched. Please get the file again.",
    ),
    (
        "de",
        "Diese Datei ist beschädigt oder unvollständig, oder dieser Browser ist zu alt für sie. Was hier steht, lässt sich lesen, aber \
         nicht filtern oder durchsuchen. Bitte besorgen Sie die Datei noch einmal.",
    ),
];

/// What it says where no script runs.
const UNSCRIPTED: [(&str, &str); 2] = [
    (
        "en",
        "This file needs JavaScript, which does not run here. What stands here can be read, but not filtered or searched, and links to \
         other pages of the file lead nowhere.",
    ),
    (
        "de",
        "Diese Datei braucht JavaScript, das hier nicht läuft. Was hier steht, lässt sich lesen, aber nicht filtern oder durchsuchen, und \
         Links zu anderen Seiten der Datei führen nirgendwohin.",
    ),
];

/// What stands first in the document, so that it is there wherever the rest was cut. Where the app's script did not begin, because it
/// is not there, was changed or means nothing to the browser, what stands here is told; the script itself tells what fails after that.
fn watch() -> String {
    let told = DAMAGED.map(|(language, text)| format!("[\"{language}\",\"{text}\"]")).join(",");
    format!(
        "function damaged(){{const told=document.createElement(\"p\");told.id=told.className=\"damaged\";told.role=\"alert\";\
         for(const[language,text]of[{told}]){{const span=document.createElement(\"span\");span.lang=language;\
         span.textContent=text+\" \";told.append(span)}}document.body.prepend(told)}}\
         addEventListener(\"DOMContentLoaded\",()=>{{if(!globalThis.begun)damaged()}});"
    )
}

/// The document of a site. None where the app's script is not of the form that wasm-bindgen gives it, or is text that ends a script.
pub fn one_file(site: Site, parts: &Parts<'_>) -> Option<String> {
    let site = site.in_one_file();
    let (watch, start) = (watch(), start(&text(parts.app.glue.bytes)?)?);
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data:; worker-src blob:; base-uri 'none'; \
         form-action 'none'",
        hash(&watch),
        hash(&start),
        hash(parts.style),
    );
    let location = Location::of(Route::Sides);
    // No more than that: it lies nowhere, so nobody but its reader can find it.
    let head = head::named(&title(site, &location), &telling::description(site, Route::Sides));
    let body = block_on(LocalServerRenderer::<App>::with_props(AppProps { site, location }).render());
    let (icon, style) = (STANDARD.encode(parts.icon), parts.style);
    let unscripted = UNSCRIPTED.map(|(language, text)| format!("<span lang=\"{language}\">{text}</span>")).join(" ");
    let (wasm, exporter) = (STANDARD.encode(compressed(parts.app.wasm.bytes)?), worker(&parts.exporter)?);
    Some(format!(
        "<!doctype html>\n\
         <html lang=\"en\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <script>{watch}</script>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         {head}\n\
         <link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">\n\
         <style>{style}</style>\n\
         </head>\n\
         <body>\n\
         <noscript><p class=\"damaged\">{unscripted}</p></noscript>\n\
         <div id=\"app\" {ONE_FILE_ATTRIBUTE} {EXPORTER_ATTRIBUTE}=\"#exporter\">{body}</div>\n\
         <script type=\"text/plain\" id=\"wasm\">{wasm}</script>\n\
         <script type=\"text/plain\" id=\"exporter\">{exporter}</script>\n\
         <script type=\"module\">{start}</script>\n\
         </body>\n\
         </html>\n"
    ))
}

/// The app's script, and what starts it in this document.
fn start(glue: &str) -> Option<String> {
    let (before, _) = glue.split_once(" as default")?;
    let init = before.rsplit([' ', ',', '{']).next()?;
    Some(format!(
        "{glue}\n\
         globalThis.begun=true;\
         try{{const text=document.getElementById(\"wasm\").textContent;\
         const bytes=Uint8Array.from(atob(text),(sign)=>sign.charCodeAt(0));\
         await {init}({{module_or_path:{}}});\
         }}catch(problem){{console.error(problem);damaged()}}",
        unpacked("bytes"),
    ))
}

/// The worker's script with its WebAssembly in it, compressed: what was damaged of it does not come out, either.
fn worker(Program { glue, wasm }: &Program<'_>) -> Option<String> {
    let bytes = STANDARD.encode(compressed(wasm.bytes)?);
    let wasm = format!("Uint8Array.from(atob(\"{bytes}\"),(sign)=>sign.charCodeAt(0))");
    Some(started_worker(&text(glue.bytes)?, &unpacked(&wasm)))
}

/// A response of WebAssembly as the browser wants it, of its compressed bytes.
fn unpacked(bytes: &str) -> String {
    format!(
        "new Response(new Blob([{bytes}]).stream().pipeThrough(new DecompressionStream(\"gzip\")),\
         {{headers:{{\"content-type\":\"application/wasm\"}}}})"
    )
}

/// A script that can stand in a document.
fn text(script: &[u8]) -> Option<String> {
    let script = String::from_utf8(script.to_vec()).ok()?;
    (!script.contains("</script") && !script.contains("<!--")).then_some(script)
}

fn compressed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}
