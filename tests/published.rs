//! What pages say to those who come from elsewhere, and what lies beside them for that: read as search engines, networks and feed
//! readers read it.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::{fs, io};

use atom_syndication::Feed;
use corpus::{Corpus, Statement};
use mine::SourceFile;
use rejoinder::document::{Address, Asset, Program, Template};
use rejoinder::{Route, Site};
use serde_json::Value;

const ADDRESS: &str = "https://example.org/debate/";

/// Every file of a site but those of the app, by name.
type Files = BTreeMap<String, Vec<u8>>;

fn template(address: Option<&str>) -> Template {
    let asset = |name| Asset { name, bytes: b"what is in it" };
    let app = Program { glue: asset("app.js"), wasm: asset("app_bg.wasm") };
    let html = include_str!("../index.html").to_owned();
    Template::new(html, &app, "exporter.js").unwrap().at(address.map(|address| Address::parse(address).unwrap()))
}

fn files(site: Site, address: Option<&str>) -> Files {
    let template = template(address);
    let corpus = site.corpus();
    let pages = Route::all(corpus).into_iter().map(|route| (route.file(corpus), template.render(site, route).into()));
    let mut files: Files = pages.collect();
    let mut write = |name: &str, bytes: &[u8]| {
        assert!(files.insert(name.into(), bytes.to_vec()).is_none(), "{name} is written once");
        Ok(())
    };
    template.publish(site, &mut write).unwrap();
    files
}

/// The site of some files, each a name and what is in it.
fn mined(files: &[(String, String)]) -> Site {
    let file = |(name, text): &(String, String)| SourceFile {
        name: name.clone().leak(),
        bytes: text.clone().into_bytes().leak(),
    };
    let (debates, others): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| name == "debate.toml");
    let (sidecars, articles): (Vec<_>, Vec<_>) = others.into_iter().partition(|(name, _)| name.ends_with(".toml"));
    let [articles, sidecars] = [articles, sidecars].map(|some| some.into_iter().map(file).collect::<Vec<_>>());
    let mined = mine::mine(file(debates[0]), &articles, &sidecars);
    Site::of(mined.corpus.expect("a usable folder"))
}

fn folder(name: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(format!("tests/corpora/{name}")).unwrap() {
        let entry = entry.unwrap();
        files.push((entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap()));
    }
    files.sort();
    files
}

/// The pages that are to be found.
fn pages(files: &Files) -> impl Iterator<Item = (&str, String)> {
    let is_found = |name: &str| name.ends_with(".html") && !["404.html", "embed.html"].contains(&name);
    let pages = files.iter().filter(move |(name, _)| is_found(name));
    pages.map(|(name, bytes)| (name.as_str(), String::from_utf8(bytes.clone()).unwrap()))
}

/// What stands between two texts, for each time that they do.
fn between<'h>(html: &'h str, start: &str, end: &str) -> Vec<String> {
    let pieces = html.split(start).skip(1).map(|piece: &'h str| piece.split_once(end).expect("its end").0);
    pieces.map(|piece| html_escape::decode_html_entities(piece).into_owned()).collect()
}

/// The one thing that stands between two texts.
fn only(html: &str, start: &str) -> String {
    let found = between(html, start, "\">");
    assert_eq!(found.len(), 1, "{start}: {found:?}");
    found.into_iter().next().unwrap()
}

fn property(html: &str, name: &str) -> String {
    only(html, &format!("<meta property=\"{name}\" content=\""))
}

fn below(address: &str) -> &str {
    address.strip_prefix(ADDRESS).expect("an address of this site")
}

fn arguments<'c>(corpus: &'c Corpus<'static>) -> impl Iterator<Item = &'c Statement<'static>> {
    corpus.statements.iter().filter(|statement| statement.argument)
}

/// The words of a statement as exports have them.
fn words(corpus: &Corpus<'_>, statement: &Statement<'_>) -> String {
    let article = corpus.article_of(statement);
    statement.spans.iter().map(|span| article.words(*span)).collect::<Vec<_>>().join(" … ")
}

fn page_of(corpus: &Corpus<'_>, statement: &Statement<'_>) -> String {
    format!("argument/{}.{}.html", corpus.article_of(statement).id, statement.id)
}

/// Titles, descriptions, addresses and data of all pages.
fn check_heads(files: &Files) {
    let mut titles = BTreeSet::new();
    for (name, html) in pages(files) {
        let (head, body) = html.split_once("</head>").unwrap();
        let title = between(head, "<title>", "</title>");
        assert_eq!(title.len(), 1, "{name}");
        assert!(titles.insert(title[0].clone()), "{name}: another page is called {title:?}");
        let description = only(head, "<meta name=\"description\" content=\"");
        assert!(description.chars().count() > 20, "{name}: {description}");
        let canonical = only(head, "<link rel=\"canonical\" href=\"");
        assert_eq!(below(&canonical), name.trim_end_matches("index.html"), "where the page is");
        assert_eq!(property(head, "og:title"), title[0]);
        assert_eq!(property(head, "og:description"), description);
        assert_eq!(property(head, "og:url"), canonical);
        assert!(["website", "article", "profile"].contains(&property(head, "og:type").as_str()));
        let image = property(head, "og:image");
        assert!(files.contains_key(below(&image)), "{name}: there is no {image}");
        assert!(!property(head, "og:image:alt").is_empty());
        assert_eq!(only(head, "<meta name=\"twitter:card\" content=\""), "summary_large_image");
        assert_eq!(
            only(head, "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"").matches("feed.xml").count(),
            1
        );
        let data = head.split("<script type=\"application/ld+json\">").nth(1).expect("data");
        let (data, _) = data.split_once("</script>").unwrap();
        assert!(!data.contains('<'), "{name}: {data}");
        let data: Value = serde_json::from_str(data).unwrap();
        assert_eq!((data["@context"].as_str(), data["url"].as_str()), (Some("https://schema.org"), Some(&*canonical)));
        assert!(!body.contains("og:") && !body.contains("ld+json"), "{name}");
    }
}

#[test]
fn every_page_says_once_what_it_is_and_where() {
    let mut seeds = Files::from([("index.png".into(), Vec::new())]);
    let site = Site::embedded().unwrap();
    let template = template(Some(ADDRESS));
    for route in Route::found(site.corpus()) {
        let file = route.file(site.corpus());
        if let Route::Article(_) = route {
            seeds.insert(file.replace(".html", ".png"), Vec::new());
        }
        seeds.insert(file, template.render(site, route).into());
    }
    check_heads(&seeds);
    for name in ["hostile", "lights"] {
        let site = mined(&folder(name));
        let files = files(site, Some(ADDRESS));
        check_heads(&files);
        for statement in arguments(site.corpus()) {
            let page = std::str::from_utf8(&files[&page_of(site.corpus(), statement)]).unwrap();
            let data = between(page, "<script type=\"application/ld+json\">", "</script>");
            let said: Value = serde_json::from_str(&data[1]).unwrap();
            assert!(said["@graph"].to_string().contains(&*site.corpus().article_of(statement).id), "{said}");
        }
        let pictures = files.keys().filter(|name| name.ends_with(".png")).count();
        assert!(pictures > 2, "{pictures}");
    }
}

#[test]
fn pages_of_the_same_name_have_titles_apart() {
    let mut files = folder("lights");
    let (_, lamps) = files.iter().find(|(name, _)| name == "2021-03-04-lamps.txt").unwrap().clone();
    files.push(("2021-03-05-lamps.txt".into(), lamps));
    check_heads(&self::files(mined(&files), Some(ADDRESS)));
}

#[test]
fn without_its_address_a_site_says_nothing_that_must_be_absolute() {
    let site = mined(&folder("hostile"));
    let files = files(site, None);
    for (name, html) in pages(&files) {
        for absolute in ["canonical", "og:url", "og:image", "summary_large_image"] {
            assert!(!html.contains(absolute), "{name}: {absolute}");
        }
        assert!(html.contains("<meta property=\"og:title\"") && html.contains("<meta name=\"twitter:card\""), "{name}");
    }
    let beside: Vec<&str> = files.keys().map(String::as_str).filter(|name| !name.ends_with(".html")).collect();
    assert_eq!(beside, ["embed.js", "feed.xml", "robots.txt"]);
    assert!(!files.keys().any(|name| name.starts_with("argument/")), "a page of its own is for its picture");
    assert_eq!(files["robots.txt"], b"User-agent: *\nAllow: /\n");
}

#[test]
fn a_feed_reader_finds_the_newest_arguments_in_their_words() {
    let mut seen = BTreeSet::new();
    for site in [Site::embedded().unwrap(), mined(&folder("hostile")), mined(&folder("lights"))] {
        let corpus = site.corpus();
        let mut newest: Vec<&Statement<'_>> = arguments(corpus).collect();
        newest.sort_by_key(|statement| std::cmp::Reverse(corpus.article_of(statement).date));
        newest.truncate(100);
        let published = |address| {
            let mut feed = Vec::new();
            // Pictures, which come last, need not be drawn.
            let mut write = |name: &str, bytes: &[u8]| match name {
                "feed.xml" => {
                    feed = bytes.to_vec();
                    Err(io::ErrorKind::Interrupted.into())
                }
                _ => Ok(()),
            };
            template(address).publish(site, &mut write).unwrap_err();
            Feed::read_from(&feed[..]).unwrap()
        };
        let (feed, elsewhere) = (published(Some(ADDRESS)), published(None));
        assert_eq!(feed.title().as_str(), &*corpus.debate.title);
        assert_eq!(feed.entries().len(), newest.len());
        let own = feed.links().iter().find(|link| link.rel() == "self").map(|link| link.href());
        assert_eq!(own, Some("https://example.org/debate/feed.xml"));
        assert!(seen.insert(feed.id().to_owned()), "another debate, another feed");
        for ((entry, there), statement) in feed.entries().iter().zip(elsewhere.entries()).zip(newest) {
            assert_eq!(entry.content().unwrap().value(), Some(&*words(corpus, statement)));
            assert_eq!(entry.updated().date_naive().to_string(), corpus.article_of(statement).date.to_string());
            assert_eq!(below(entry.links()[0].href()), page_of(corpus, statement));
            let place = format!("article/{}.html#{}", corpus.article_of(statement).id, statement.id);
            assert_eq!(there.links()[0].href(), place, "relative to the feed");
            assert_eq!(entry.id(), there.id(), "wherever the site is");
            assert!(seen.insert(entry.id().to_owned()), "{} twice", entry.id());
            if let Some(speaker) = corpus.speaker_of(statement) {
                let name = entry.authors()[0].name();
                assert!(name.eq_ignore_ascii_case(&speaker.name), "{name}");
            }
        }
    }
}

#[test]
fn a_sitemap_lists_all_pages() {
    let files = files(mined(&folder("hostile")), Some(ADDRESS));
    let xml = String::from_utf8(files["sitemap.xml"].clone()).unwrap();
    let mut reader = quick_xml::Reader::from_str(&xml);
    let mut listed = BTreeSet::new();
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Text(text) if !text.is_empty() => {
                let text = text.decode().unwrap();
                if !text.trim().is_empty() {
                    assert!(listed.insert(below(&text).to_owned()), "{text} twice");
                }
            }
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    let pages: BTreeSet<String> = pages(&files).map(|(name, _)| name.replace("index.html", "")).collect();
    assert_eq!(listed, pages);
    assert!(files["robots.txt"].ends_with(b"\nSitemap: https://example.org/debate/sitemap.xml\n"));
}

#[test]
fn the_page_where_there_is_none_works_at_any_depth() {
    let site = mined(&folder("lights"));
    let page = |address| String::from_utf8(files(site, address)["404.html"].clone()).unwrap();
    let known = page(Some(ADDRESS));
    assert!(known.contains("<base href=\"/debate/\">"), "all else in it is relative to that");
    assert!(known.contains("data-page=\"\"") && known.contains("href=\"./\""), "the app, and the way home");
    let unknown = page(None);
    assert!(unknown.contains("<h1>"));
    for relative in ["href=", "src=", "<script", "<base"] {
        assert!(!unknown.contains(relative), "{relative} would be sought below the address that is missing");
    }
    for page in [known, unknown] {
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">") && !page.contains("canonical"));
    }
}

#[test]
fn a_picture_is_the_same_each_time_and_of_the_size_that_networks_ask_for() {
    let [one, two] = [(); 2].map(|()| files(mined(&folder("lights")), Some(ADDRESS)));
    assert!(one == two, "same input, same bytes");
    let mut pictures = BTreeSet::new();
    for (name, bytes) in one.iter().filter(|(name, _)| name.ends_with(".png")) {
        let mut reader = png::Decoder::new(io::Cursor::new(bytes)).read_info().unwrap();
        assert_eq!((reader.info().width, reader.info().height), (1200, 630));
        let mut places = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut places).unwrap();
        let inked = places.iter().filter(|place| **place > 0).count();
        assert!((places.len() / 100..places.len() / 3).contains(&inked), "{name} has {inked} places with ink");
        assert!(bytes.len() < 60_000, "{name} has {} bytes", bytes.len());
        assert!(pictures.insert(places), "{name} shows what another shows");
    }
    assert!(pictures.len() > 5);
}

#[test]
fn what_cannot_be_lettered_has_the_picture_of_the_site() {
    let site = mined(&folder("hostile"));
    let corpus = site.corpus();
    let files = files(site, Some(ADDRESS));
    let mut lacking = 0;
    for statement in arguments(corpus) {
        let page = page_of(corpus, statement);
        let image = property(std::str::from_utf8(&files[&page]).unwrap(), "og:image");
        let is_lacking = words(corpus, statement).contains('𝄞');
        lacking += usize::from(is_lacking);
        let picture = page.replace(".html", ".png");
        assert_eq!(below(&image), if is_lacking { "index.png" } else { picture.as_str() });
        assert_eq!(files.contains_key(&picture), !is_lacking);
    }
    assert!(lacking > 0, "the hostile corpus has a sign that no font of ours has");
}

#[test]
fn too_many_arguments_have_no_pages_of_their_own() {
    for (records, has_pages) in [(1_000, true), (4_000, false)] {
        let site = Site::of(synth::corpus(&synth::records(records, synth::SEED)));
        assert_eq!(arguments(site.corpus()).count() > 2_000, !has_pages);
        let mut pages = 0;
        let mut write = |name: &str, _: &[u8]| {
            pages += usize::from(name.starts_with("argument/"));
            // The sitemap comes before the pictures.
            if name == "sitemap.xml" { Err(io::ErrorKind::Interrupted.into()) } else { Ok(()) }
        };
        template(Some(ADDRESS)).publish(site, &mut write).unwrap_err();
        assert_eq!(pages > 0, has_pages);
    }
}

/// What a host that reads `_headers` sends as a header with a path: all that its rules say, for hosts join them.
fn sent(headers: &str, path: &str, name: &str) -> Vec<String> {
    let mut applies = false;
    let mut sent = Vec::new();
    for line in headers.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        match line.strip_prefix("  ") {
            None => {
                applies = match line.strip_suffix('*') {
                    Some(start) => path.starts_with(start),
                    None => path == line,
                }
            }
            Some(header) => {
                let (key, value) = header.split_once(": ").unwrap();
                sent.extend((applies && key == name).then(|| value.to_owned()));
            }
        }
    }
    sent
}

#[test]
fn headers_let_one_page_be_shown_in_frames_anywhere() {
    let headers = include_str!("../docs/publish/_headers");
    let files = files(mined(&folder("lights")), Some(ADDRESS));
    let pages = files.keys().map(String::as_str).filter(|name| name.ends_with(".html"));
    for page in pages.chain(["one-file.html", "offline.html"]) {
        // Some hosts take the ending off.
        for path in [page, page.trim_end_matches(".html"), page.trim_end_matches("index.html")] {
            let framed = if page == "embed.html" { "frame-ancestors *" } else { "frame-ancestors 'self'" };
            assert_eq!(sent(headers, &format!("/{path}"), "Content-Security-Policy"), [framed], "{path}");
        }
    }
    for name in files.keys() {
        assert!(sent(headers, &format!("/{name}"), "Cache-Control").len() < 2, "{name}");
    }
}

#[test]
fn whoever_asks_by_oembed_is_given_the_frame_of_home_and_of_each_argument() {
    for name in ["hostile", "lights"] {
        let site = mined(&folder(name));
        let files = files(site, Some(ADDRESS));
        let mut asked = 0;
        for (page, html) in pages(&files) {
            let named = between(&html, "<link rel=\"alternate\" type=\"application/json+oembed\" ", "\">");
            let is_told_of = page == "index.html" || page.starts_with("argument/");
            assert_eq!(named.len(), usize::from(is_told_of), "{page}");
            let Some((_, address)) = named.first().and_then(|link| link.rsplit_once("href=\"")) else { continue };
            asked += 1;
            let answer: Value = serde_json::from_slice(&files[below(address)]).unwrap();
            let said = |name: &str| answer[name].as_str().unwrap_or_else(|| panic!("{page}: {name}"));
            // The specification, 2.3.4: what every answer has, and what one of this type must have.
            assert_eq!((said("version"), said("type")), ("1.0", "rich"));
            assert!(answer["width"].is_u64() && answer["height"].is_u64() && answer["cache_age"].is_u64());
            assert_eq!((said("provider_name"), said("provider_url")), (&*site.corpus().debate.title, ADDRESS));
            assert_eq!(said("title"), between(&html, "<title>", "</title>")[0]);
            assert_eq!(said("thumbnail_url"), property(&html, "og:image"));
            let shown = between(said("html"), "<iframe src=\"", "\"");
            let id = page.trim_start_matches("argument/").trim_end_matches(".html");
            let fragment = if page == "index.html" { String::new() } else { format!("#{id}") };
            assert_eq!(shown, [format!("{ADDRESS}embed.html{fragment}")]);
            assert!(files.contains_key("embed.html"));
            let script = between(said("html"), "<script async src=\"", "\"");
            assert!(files.contains_key(below(&script[0])), "{script:?}");
            assert_eq!(said("html").matches('<').count(), 4, "a frame and a script, whatever articles say");
        }
        assert_eq!(asked, 1 + arguments(site.corpus()).count());
    }
    let without = files(mined(&folder("lights")), None);
    assert!(!without.keys().any(|name| name.starts_with("oembed")), "an answer names the site's address");
    assert!(without.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("json+oembed")));
}
