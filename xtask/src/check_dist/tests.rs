//! Little sites in memory: a good one, and what is found when one thing in it is changed.

use super::site::{Files, Place};
use super::walk::{Severity, check, place_said_by};
use super::{integrity, style};

const WASM: &[u8] = b"\0asm";
const ABOUT: &str = "<a href=\"./\">Home</a><a href=\"about.html#x\">x</a><p id=\"x\">Words.</p>";

fn place(at: &str) -> Place {
    Place::at(at).unwrap_or_else(|| unreachable!("a test names a place"))
}

/// A page with a strict policy, whose inline script is allowed.
fn page(base: &str, head: &str, script: &str, body: &str) -> String {
    let hash = integrity::like("sha256-", script.as_bytes());
    format!(
        "<!doctype html>\n<html><head><meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; script-src 'self' '{hash}' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'\">\n<base href=\"{base}\">\n{head}\n\
         <script type=\"module\">{script}</script></head>\n<body>\n{body}\n</body></html>\n"
    )
}

fn good() -> Files {
    let hash = integrity::like("sha384-", WASM);
    let script = format!("fetch(\"./app_bg.wasm\",{{integrity:\"{hash}\"}})");
    let head = "<link rel=\"stylesheet\" href=\"style.css\"><link rel=\"icon\" href=\"data:image/svg+xml,x\">\
                <link rel=\"manifest\" href=\"site.webmanifest\">\
                <link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://example.org/sub/oembed.json\">";
    let home = "<a href=\"article/a.html#s1\">s</a><a href=\"index.html?side=x\">q</a><a href=\"article/a.html#:~:text=some%20words\">t</a>\
                <a href=\"https://example.org/x\">e</a><a href=\"#a.s1\">here</a><img src=\"pic.png\" srcset=\"pic.png 1x, pic%202.png 2x\">\
                <a href=\"about.html\">A</a><!-- <a href=\"/never\"> -->";
    let article = "<p id=\"s1\">Words <a href=\"./\">home</a> <a href=\"article/a.html#s1\">here</a> <a href=\"mailto:a@example.org\">m</a></p>";
    [
        ("index.html", page("./", head, &script, home)),
        ("article/a.html", page("../", "", "", article)),
        ("about.html", page("./", "", "", ABOUT)),
        ("style.css", "@import \"more.css\";\n.a { background: url(pic.png) }".into()),
        ("more.css", "/* url(no.png) */ .b { mask: url(\"#m\") }".into()),
        ("site.webmanifest", "{\"start_url\": \"./\",\n\"icons\": [{\"src\": \"pic.png\"}]}".into()),
        ("oembed.json", "{\"html\": \"<iframe src='https://example.org/sub/about.html#a.s1'></iframe>\",\n\"thumbnail_url\": \"https://example.org/sub/pic.png\"}".into()),
        ("robots.txt", "User-agent: *\nSitemap: https://example.org/sub/sitemap.xml\n".into()),
        ("sitemap.xml", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n<url><loc>https://example.org/sub/about.html</loc></url></urlset>".into()),
        ("pic.png", "png".into()),
        ("pic 2.png", "png".into()),
    ]
    .into_iter()
    .map(|(name, text): (_, String)| (name.to_owned(), text.into_bytes()))
    .chain([("app_bg.wasm".to_owned(), WASM.to_vec())])
    .collect()
}

/// The findings as they are printed, without the remedies.
fn found(files: &Files, at: &str) -> Vec<String> {
    let findings = check(files, &place(at), &["/home/somebody/".into()]);
    findings
        .into_iter()
        .map(|finding| {
            let kind = if finding.severity == Severity::Error { "error" } else { "warning" };
            assert!(!finding.remedy.is_empty());
            format!("{kind}: {}:{}: {}; {}", finding.file, finding.line, finding.problem, finding.remedy)
        })
        .collect()
}

/// With `new` in place of `old` in a file.
fn changed(name: &str, old: &str, new: &str) -> Files {
    let mut files = good();
    let text = files.get(name).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
    assert!(text.contains(old), "{name} has no {old}");
    files.insert(name.into(), text.replacen(old, new, 1).into_bytes());
    files
}

#[test]
fn a_good_site_is_good_wherever_it_stands() {
    assert_eq!(found(&good(), "https://example.org/sub"), Vec::<String>::new());
    assert_eq!(found(&good(), "https://example.org/sub/"), Vec::<String>::new());
    let mut files = good();
    files.remove("sitemap.xml");
    files.remove("oembed.json");
    files.insert("robots.txt".into(), Vec::new());
    for at in ["/", "/sub/path", "/a b/"] {
        assert_eq!(found(&files, at), Vec::<String>::new(), "{at}");
    }
}

#[test]
fn what_is_wrong_is_found_where_it_stands() {
    let about = "<p id=\"x\">Words.</p>";
    for (name, old, new, expected) in [
        // Links.
        ("about.html", about, "\n<a href=\"gone.html\">", &["error: about.html:9: a dead link: `gone.html`"][..]),
        (
            "about.html",
            "<a href=\"./\">",
            "<a href=\"About.html\">",
            &[
                "error: about.html:8: a dead link: `About.html` is `About.html`, which the site does not have; `about.html`",
            ],
        ),
        ("about.html", "<a href=\"./\">", "<a href=\"article/a\">", &["`article/a.html` is there"]),
        (
            "about.html",
            "#x\"",
            "#y\"",
            &["error: about.html:8: a dead link: `about.html#y`, for `about.html` has no id `y`"],
        ),
        ("index.html", "#a.s1", "#a.s2", &["has no id `a.s2`"]),
        (
            "article/a.html",
            "article/a.html#s1",
            "a.html#s1",
            &["error: article/a.html:8: a dead link: `a.html#s1` is `a.html`", "`article/a.html` is there"],
        ),
        ("article/a.html", "article/a.html#s1", "#s1", &["write `article/a.html#s1`"]),
        ("about.html", "<a href=\"./\">", "<a href=\"/sub/\">", &["`/sub/` is absolute", "write `index.html`"]),
        (
            "about.html",
            "<a href=\"./\">",
            "<a href=\"https://example.org/sub/\">",
            &["`https://example.org/sub/` is absolute"],
        ),
        ("about.html", "<a href=\"./\">", "<a href=\"/other/\">", &["`/other/` leads out of"]),
        ("about.html", "<a href=\"./\">", "<a href=\"../x.html\">", &["`../x.html` leads out of"]),
        ("about.html", "<a href=\"./\">", "<a href=\"//example.com/\">", &["begin it with `https:`"]),
        ("about.html", "<a href=\"./\">", "<a href=\"file:///home/me/x\">", &["is of one machine"]),
        ("about.html", "<a href=\"./\">", "<a href=\"C:\\x\">", &["is of one machine"]),
        ("about.html", "<a href=\"./\">", "<a href=\"http://127.0.0.1:8080/\">", &["is of one machine"]),
        ("about.html", "<a href=\"./\">", "<a href=\"javascript:x()\">", &["is of one machine"]),
        ("about.html", "<base href=\"./\">", "<base href=\"/sub/\">", &["<base href=\"/sub/\"> is absolute"]),
        // Files.
        ("index.html", "pic%202.png", "pic3.png", &["error: index.html:8: a missing file: `pic3.png`"]),
        ("index.html", "src=\"pic.png\"", "src=\"https://example.com/pic.png\"", &["is fetched from elsewhere"]),
        ("style.css", "url(pic.png)", "url( 'no.png' )", &["error: style.css:2: a missing file: `no.png`"]),
        ("style.css", "\"more.css\"", "\"https://example.com/f.css\"", &["fetched from elsewhere"]),
        ("site.webmanifest", "\"pic.png\"", "\"icon.png\"", &["error: site.webmanifest:2: a missing file: `icon.png`"]),
        ("site.webmanifest", "\"./\"", "\"/\"", &["`/` leads out of"]),
        (
            "oembed.json",
            "about.html",
            "embedded.html",
            &["error: oembed.json:1: a dead link: `https://example.org/sub/embedded.html#a.s1`"],
        ),
        ("oembed.json", "#a.s1", "#a.s2", &["`about.html` has no id `a.s2`"]),
        ("oembed.json", "pic.png", "gone.png", &["error: oembed.json:2: a dead link"]),
        ("oembed.json", "\"html\"", "\"text\"", &["error: oembed.json:1: an answer of oEmbed without `html`"]),
        ("site.webmanifest", "{", "", &["error: site.webmanifest:1: no manifest"]),
        ("sitemap.xml", "about.html", "abut.html", &["error: sitemap.xml:2: a dead link"]),
        ("sitemap.xml", "</url>", "", &["no XML"]),
        ("robots.txt", "sitemap.xml", "map.xml", &["error: robots.txt:2: a dead link"]),
        ("about.html", about, "<p id=\"x\">/home/somebody/x</p>", &["error: about.html:8: a path of this machine"]),
        // Hashes.
        ("app_bg.wasm", "asm", "asn", &["error: index.html:6: `app_bg.wasm` is not what its integrity says"]),
        (
            "about.html",
            about,
            "<p id=\"x\" data-exporter=\"exporter-0123456789abcdef.js\">",
            &["a missing file: `exporter-0123456789abcdef.js`"],
        ),
        // Policies.
        ("about.html", "Content-Security-Policy", "other", &["the page has 0 policies"]),
        (
            "about.html",
            "default-src 'none'",
            "default-src 'self'",
            &["`default-src` allows `'self'`", "begin from nothing"],
        ),
        (
            "about.html",
            "style-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            &["`style-src` allows `'unsafe-inline'`"],
        ),
        ("about.html", "'wasm-unsafe-eval'", "'unsafe-eval'", &["`script-src` allows `'unsafe-eval'`"]),
        ("about.html", "img-src 'self'", "img-src https:", &["`img-src` allows `https:`"]),
        ("about.html", "connect-src 'self'", "connect-src example.com", &["`connect-src` allows `example.com`"]),
        ("about.html", "base-uri 'self'; ", "", &["nothing of `base-uri`"]),
        (
            "about.html",
            "form-action 'none'",
            "form-action 'none'; frame-ancestors 'none'",
            &["`frame-ancestors`, which does nothing"],
        ),
        (
            "index.html",
            "style-src 'self'",
            "style-src 'none'",
            &["the policy does not allow `style.css`; `style-src` must have 'self'"],
        ),
        ("index.html", "manifest-src 'self'; ", "", &["`manifest-src` must have 'self'"]),
        ("index.html", " data:;", ";", &["`img-src` must have data:"]),
        (
            "about.html",
            "<script type=\"module\">",
            "<script type=\"module\">1",
            &["does not allow what stands here; its hash is 'sha256-", "which is nothing in the page"],
        ),
        (
            "about.html",
            about,
            "<p id=\"x\" style=\"color:red\" onclick=\"x()\">",
            &["a `style` attribute", "an `onclick` attribute"],
        ),
        ("about.html", "<meta charset", "<script src=\"app.js\"></script><meta charset", &["before the policy"]),
    ] {
        let findings = found(&changed(name, old, new), "https://example.org/sub/");
        for part in expected {
            assert!(
                findings.iter().any(|finding| finding.contains(part)),
                "{name}: {new}: {part} is not in {findings:#?}"
            );
        }
        assert!(findings.iter().any(|finding| finding.starts_with("error")), "{new}: {findings:#?}");
    }
}

#[test]
fn what_is_allowed_is_not_found() {
    for (name, old, new) in [
        ("about.html", "<p id", "<script type=\"application/ld+json\">{\"a\": \"/x\"}</script><p id"),
        ("about.html", "<p id", "<!-- <a href=\"gone.html\"> --><p id"),
        ("about.html", "<p id", "<a href=\"about.html#x:~:text=w\">t</a><p id"),
        ("about.html", "<base", "<link rel=\"canonical\" href=\"https://example.org/sub/about.html\"><base"),
        ("about.html", "<base", "<meta property=\"og:image\" content=\"https://example.org/sub/pic.png\"><base"),
        ("about.html", "<p id", "<a href=\"https://example.org/\">another site of the host</a><p id"),
        ("more.css", ".b", ".c { background: url(data:image/png;base64,AA==) } .b"),
    ] {
        let findings = found(&changed(name, old, new), "https://example.org/sub/");
        let only_here = findings.iter().filter(|finding| !finding.contains("data:image"));
        assert_eq!(only_here.collect::<Vec<_>>(), Vec::<&String>::new(), "{new}");
    }
}

#[test]
fn all_is_found_in_one_run_and_a_site_must_have_a_home() {
    let mut files =
        changed("about.html", "<a href=\"./\">", "<a href=\"gone.html\"><a href=\"../x\"><img src=\"no.png\">");
    assert_eq!(found(&files, "/").iter().filter(|finding| finding.starts_with("error: about.html")).count(), 3);
    files.remove("index.html");
    assert!(found(&files, "/").iter().any(|finding| finding.contains("there is no home page")));
}

#[test]
fn what_nothing_leads_to_is_a_warning() {
    let mut files = good();
    files.insert("alone.html".into(), page("./", "", "", "").into_bytes());
    files.insert("_headers".into(), Vec::new());
    let at = "https://example.org/sub/";
    assert_eq!(found(&files, at), ["warning: alone.html:1: nothing in the site leads here; link it, or leave it out"]);
}

#[test]
fn a_missing_page_may_know_where_its_site_stands() {
    let mut files = good();
    files.insert(
        "404.html".into(),
        page("/sub/", "", "", "<a href=\"about.html\">A</a><a href=\"/sub/\">H</a>").into_bytes(),
    );
    assert_eq!(found(&files, "https://example.org/sub/"), Vec::<String>::new());
    assert!(!found(&files, "https://example.org/elsewhere/").is_empty());
}

#[test]
fn the_addresses_of_the_one_file_are_in_its_fragment() {
    let with = |address: &str| {
        let mut files = good();
        let body = format!("<p id=\"main\"><a href=\"#{address}\">x</a>");
        let one = page("./", "", "", &body).replace("<base href=\"./\">", "");
        files.insert("one-file.html".into(), one.into_bytes());
        found(&files, "https://example.org/sub/").iter().filter(|finding| finding.starts_with("error")).count()
    };
    for (errors, address) in [
        (0, "main"),
        (0, "./?side=x"),
        (0, "./#a.s1"),
        (0, "about.html#x"),
        (1, "about.html#y"),
        (1, "gone.html"),
        (1, "gone"),
    ] {
        assert_eq!(with(address), errors, "{address}");
    }
}

#[test]
fn a_site_says_where_it_stands() {
    assert_eq!(place_said_by(&good()).to_string(), "/ of any host");
    let files =
        changed("index.html", "<base", "<link rel=\"canonical\" href=\"https://example.org/sub/index.html\"><base");
    assert_eq!(place_said_by(&files).to_string(), "https://example.org/sub/");
    assert!(Place::at("sub").is_none() && Place::at("ftp://x/").is_none());
}

#[test]
fn a_name_has_the_hash_of_what_is_in_it() {
    assert_eq!(integrity::misnamed("words/ba7816bf8f01cfea.bin", b"abc"), None);
    assert_eq!(integrity::misnamed("style-0a7816bf8f01cfea.css", b"abc"), Some("ba7816bf8f01cfea".into()));
    assert_eq!(integrity::misnamed("app-0a7816bf8f01cfea.js", b"abc"), None, "Trunk's own");
}

#[test]
fn the_addresses_of_a_style_sheet_are_those_that_a_browser_sees() {
    let css = "@import url('a.css') screen;\n@font-face { src: url(f.woff2) format(\"woff2\") }\n.x::after { content: \"url(no.png)\"; \
               background: image-set(url(b.png) 1x) }";
    let found: Vec<_> = style::read(css).into_iter().map(|found| (found.address, found.line)).collect();
    assert_eq!(found, [("a.css".into(), 1), ("f.woff2".into(), 2), ("b.png".into(), 3)]);
}
