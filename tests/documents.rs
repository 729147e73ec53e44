//! Whole documents: what stands around the rendered page.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rejoinder::document::{Asset, MissingSlot, Program, Template, sheets, with_one_sheet};
use rejoinder::{Route, Site};
use sha2::{Digest, Sha256};

fn template(html: &str) -> Result<Template, MissingSlot> {
    let asset = |name| Asset { name, bytes: b"what is in it" };
    let program = Program { glue: asset("app.js"), wasm: asset("app_bg.wasm") };
    Template::new(html.into(), &program, "exporter.js")
}

#[test]
fn a_document_allows_its_own_script_and_nothing_else() {
    let html = include_str!("../index.html");
    let template = template(html).unwrap();
    let site = Site::embedded().unwrap();
    for route in Route::all(site.corpus()) {
        let document = template.render(site, route);
        let scripts = document.split("<script").skip(1);
        // Data never runs: a policy has nothing to allow there.
        let (data, scripts): (Vec<&str>, Vec<&str>) =
            scripts.partition(|script| script.starts_with(" type=\"application/ld+json\">"));
        let is_framed = route == Route::Embed;
        assert_eq!(data.len(), usize::from(!is_framed), "what shows what other pages do is nothing to machines");
        let hashes = scripts.iter().map(|script| {
            let (_, script) = script.split_once('>').unwrap();
            let (script, _) = script.split_once("</script>").unwrap();
            format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
        });
        let hashes: Vec<String> = hashes.collect();
        assert_eq!(hashes.len(), 2, "the import map and the script that starts the app");
        let allowed = format!("script-src 'self' {} 'wasm-unsafe-eval';", hashes.join(" "));
        assert!(document.contains(&allowed), "{allowed}");
        assert!(!document.contains("unsafe-inline") && !document.contains("'unsafe-eval'"));
        assert!(!document.contains(" style="), "the policy forbids inline styles");
        assert!(!document.contains("data-trunk"), "what was meant for Trunk alone");
        assert!(
            document.contains(&format!("<div id=\"app\" data-page=\"{}\" data-exporter=", route.file(site.corpus())))
        );
        let depth = route.file(site.corpus()).matches('/').count();
        let way = if depth == 0 { "./" } else { "../" };
        let target = if is_framed { " target=\"_blank\"" } else { "" };
        assert!(
            document.contains(&format!("<base href=\"{way}\"{target}>")),
            "links lead out of a frame, and nowhere else"
        );
    }
}

#[test]
fn an_index_without_a_place_for_the_page_is_refused() {
    let html = include_str!("../index.html");
    let error = template(&html.replace("<div id=\"app\"></div>", "")).err().unwrap();
    assert_eq!(
        error.to_string(),
        "index.html must have `<div id=\"app\"></div>` exactly once: the prerenderer writes the page there"
    );
}

#[test]
fn a_document_links_one_style_sheet() {
    let html = "<head>\n<link rel=\"stylesheet\" href=\"./a-1.css\" data-integrity=\"none\"/>\n<title>T</title>\n\
                <link rel=\"stylesheet\" href=\"./b-2.css\"/>\n</head>\n";
    assert_eq!(sheets(html).collect::<Vec<_>>(), ["a-1.css", "b-2.css"]);
    let (name, document) = with_one_sheet(html, "a {}");
    assert_eq!(document, format!("<head>\n<link rel=\"stylesheet\" href=\"./{name}\">\n<title>T</title>\n</head>\n"));
    assert_ne!(with_one_sheet(html, "b {}").0, name, "what differs is not taken from a cache");
    assert_eq!(sheets(&document).collect::<Vec<_>>(), [name]);
}
