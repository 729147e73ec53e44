//! What is kept of a site for readers without a network, and what makes an app of it. That browsers keep it is for
//! `browser/offline.test.mjs` to show.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use rejoinder::document::{Asset, Offline, Program, SHELL, Template, installed, retired};
use rejoinder::{Route, Site};
use serde_json::Value;

fn site() -> Site {
    Site::embedded().unwrap()
}

fn template() -> Template {
    let asset = |name| Asset { name, bytes: b"what is in it" };
    let app = Program { glue: asset("app.js"), wasm: asset("app_bg.wasm") };
    Template::new(include_str!("../index.html").to_owned(), &app, "exporter.js").unwrap()
}

/// What a worker keeps, and what it keeps when somebody reads it.
fn kept(worker: &str) -> [Vec<String>; 2] {
    let list = |start: &str| {
        let (_, rest) = worker.split_once(start).unwrap();
        serde_json::from_str::<Value>(rest.split_once(");").unwrap().0).unwrap()
    };
    let name = |value: &Value| value.as_str().unwrap().to_owned();
    let (now, later) = (list("const KEPT = new Map("), list("const KEPT_WHEN_READ = new Set("));
    let now = now.as_array().unwrap().iter().inspect(|file| assert!(name(&file[1]).starts_with("sha256-")));
    [now.map(|file| name(&file[0])).collect(), later.as_array().unwrap().iter().map(name).collect()]
}

#[test]
fn kept_is_what_the_app_makes_all_pages_of() {
    let site = site();
    let template = template().kept();
    let mut offline = Offline::default();
    for route in Route::all(site.corpus()) {
        offline.keep_page(site, route, &template.render(site, route));
    }
    offline.keep_when_read("words/1.bin");
    offline.keep_when_read("words/2.bin");
    offline.keep("words/2.bin", b"what home shows");
    let [now, later] = kept(&offline.worker());
    let parts = ["about", "answers", "articles", "collection", "compare", "index", "speakers", "themes", "timeline"];
    assert_eq!(
        now,
        parts.map(|name| format!("{name}.html")).into_iter().chain(["words/2.bin".into()]).collect::<Vec<_>>()
    );
    assert_eq!(later, ["words/1.bin"], "each once");

    let shell = template.shell(site);
    assert!(shell.contains("<base href=\"./\">"), "which the worker looks for");
    assert!(shell.contains("data-exporter") && !shell.contains("data-page"), "the app makes it anew");
    assert!(shell.contains("noindex"));
    assert!(offline.worker().contains(SHELL));
    for html in [shell, template.render(site, Route::Sides)] {
        assert!(html.contains("serviceWorker?.register(\"./sw.js\""));
    }
    let framed = template.render(site, Route::Embed);
    assert!(!framed.contains("serviceWorker"), "on somebody else's page nothing is kept");
}

#[test]
fn a_site_that_is_online_only_starts_no_worker() {
    let site = site();
    assert!(!template().render(site, Route::Sides).contains("serviceWorker"));
    assert!(retired().contains("unregister()"));
}

#[test]
fn a_site_can_be_installed() {
    let site = site();
    let icon = ("icon.svg".to_owned(), include_bytes!("../styles/icon.svg").to_vec());
    let made = installed(site, "<link rel=\"icon\" href=\"icon.svg\">", &icon).unwrap();
    let manifest: Value = serde_json::from_slice(&made.manifest.1).unwrap();
    assert_eq!(manifest["name"], *site.corpus().debate.title);
    let icons = manifest["icons"].as_array().unwrap();
    let names: BTreeSet<_> = icons.iter().map(|icon| icon["src"].as_str().unwrap()).collect();
    assert_eq!(names, made.icons.iter().chain([&icon]).map(|(name, _)| name.as_str()).collect());
    assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"));
    for name in [manifest["start_url"].as_str(), manifest["scope"].as_str()] {
        assert_eq!(name, Some("./"), "in whatever folder it is");
    }
    assert!(made.html.contains("rel=\"manifest\""));
    for (html, icon) in [("", icon.1.as_slice()), ("<link rel=\"icon\">", b"no SVG")] {
        assert!(installed(site, html, &("icon.svg".into(), icon.to_vec())).is_err());
    }
}
