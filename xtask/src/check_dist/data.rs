//! The addresses of files that are for machines: the manifest of an installed site, maps, feeds, robots.txt, answers of oEmbed.

use serde_json::Value;

use super::page::{self, Lines, Reference, Role};

/// The addresses of a web manifest (<https://www.w3.org/TR/appmanifest/>); the line and the fault where it is no JSON.
pub(crate) fn manifest(text: &str) -> Result<Vec<Reference>, (usize, String)> {
    let manifest: Value =
        serde_json::from_str(text).map_err(|error| (error.line(), format!("no manifest: {error}")))?;
    let lines = Lines::of(text);
    let mut found = Vec::new();
    let mut refer = |value: Option<&Value>, role| {
        if let Some(address) = value.and_then(Value::as_str) {
            let line = text.find(&format!("\"{address}\"")).map_or(1, |at| lines.at(at));
            found.push(Reference { address: address.into(), line, role });
        }
    };
    // `id` is a name, and `scope` a folder.
    refer(manifest.get("start_url"), Role::Link);
    let each = |name: &str| manifest.get(name).and_then(Value::as_array).into_iter().flatten();
    for image in each("icons").chain(each("screenshots")) {
        refer(image.get("src"), Role::Fetched("img-src"));
    }
    for shortcut in each("shortcuts") {
        refer(shortcut.get("url"), Role::Link);
    }
    Ok(found)
}

/// The addresses of a sitemap (<https://www.sitemaps.org/protocol.html>), of a feed (Atom, RFC 4287, or RSS), or of the like; the line and
/// the fault where it is no XML.
pub(crate) fn xml(text: &str) -> Result<Vec<Reference>, (usize, String)> {
    let document =
        roxmltree::Document::parse(text).map_err(|error| (error.pos().row as usize, format!("no XML: {error}")))?;
    let mut found = Vec::new();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let address = match node.tag_name().name() {
            "loc" => node.text(),
            "link" => node.attribute("href").or_else(|| node.text()),
            "content" => node.attribute("src"),
            "icon" | "logo" => node.text(),
            _ => None,
        };
        if let Some(address) = address.map(str::trim).filter(|address| !address.is_empty()) {
            let line = document.text_pos_at(node.range().start).row as usize;
            found.push(Reference { address: address.into(), line, role: Role::Told });
        }
    }
    Ok(found)
}

/// The addresses of an answer of oEmbed (<https://oembed.com/>), those in its markup too; the line and the fault where it is none.
pub(crate) fn oembed(text: &str) -> Result<Vec<Reference>, (usize, String)> {
    let answer: Value =
        serde_json::from_str(text).map_err(|error| (error.line(), format!("no answer of oEmbed: {error}")))?;
    let said = |name: &str| answer.get(name).and_then(Value::as_str);
    let line = |name: &str| Lines::of(text).at(text.find(&format!("\"{name}\"")).unwrap_or_default());
    let html = said("html").ok_or((1, "an answer of oEmbed without `html`".to_owned()))?;
    let told = |address: &str, name| Reference { address: address.into(), line: line(name), role: Role::Told };
    let framed = page::read(html).references.into_iter().map(|reference| told(&reference.address, "html"));
    let named = ["provider_url", "thumbnail_url"].into_iter().filter_map(|name| Some(told(said(name)?, name)));
    Ok(framed.chain(named).collect())
}

/// The maps that robots.txt names (RFC 9309).
pub(crate) fn robots(text: &str) -> Vec<Reference> {
    let named = text.lines().zip(1..).filter_map(|(words, line)| {
        let (key, address) = words.split_once(':')?;
        let is_map = key.trim().eq_ignore_ascii_case("sitemap");
        is_map.then(|| Reference { address: address.trim().into(), line, role: Role::Told })
    });
    named.collect()
}
