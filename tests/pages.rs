//! Pages rendered natively to strings: what a reader without a script gets, and what a search engine sees.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod common;

use corpus::{Corpus, Position};
use explore::Query;
use mine::SourceFile;
use rejoinder::{App, AppProps, Location, Route, Site};
use sha2::{Digest, Sha256};

use common::text;

const DEBATE: &str = include_str!("corpora/lights/debate.toml");
const ARTICLE: &str = include_str!("corpora/lights/2021-03-04-lamps.txt");

/// A site of the tests' own debate and the given articles.
fn site(articles: &[(&str, &str)]) -> Site {
    corrected(articles, "")
}

/// The same with corrections of the first of the articles.
fn corrected(articles: &[(&str, &str)], sidecar: &str) -> Site {
    let file = |name: &'static str, text: &'static str| SourceFile { name, bytes: text.as_bytes() };
    // The site lives as long as the test; so must the files that it borrows from.
    let leaked = |(name, text): &(&str, &str)| file(String::from(*name).leak(), String::from(*text).leak());
    let articles: &'static [SourceFile<'static>] = articles.iter().map(leaked).collect::<Vec<_>>().leak();
    let beside = articles.first().map(|article| article.name.replace(".txt", ".toml"));
    let sidecar = beside.iter().map(|name| SourceFile { name, bytes: sidecar.as_bytes() }).collect::<Vec<_>>();
    let mined = mine::mine(file("debate.toml", DEBATE), articles, &sidecar);
    let errors: Vec<_> = mined.diagnostics.iter().filter(|d| d.severity == mine::Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    Site::of(mined.corpus.expect("a usable debate"))
}

fn lamps() -> Site {
    site(&[("2021-03-04-lamps.txt", ARTICLE)])
}

fn embedded() -> Site {
    Site::embedded().expect("the build embeds a corpus")
}

/// What stands inside `<div id="app">` at a location.
fn render(site: Site, location: Location) -> String {
    pollster::block_on(yew::LocalServerRenderer::<App>::with_props(AppProps { site, location }).render())
}

fn render_query(site: Site, search: &str) -> String {
    render(site, Location::parse(site.corpus(), "", search, ""))
}

#[test]
fn every_route_is_a_page_with_a_heading() {
    for site in [embedded(), lamps()] {
        for route in Route::all(site.corpus()) {
            let page = render(site, Location::of(route));
            assert_eq!(page.matches("<h1").count(), 1, "{route:?}");
            assert!(!text(&page).contains("no such page"), "{route:?}");
        }
        assert!(text(&render(site, Location::of(Route::Missing))).contains("There is no such page"));
    }
}

#[test]
fn addresses_lead_back_to_their_pages() {
    let corpus = lamps().corpus();
    for route in Route::all(corpus) {
        for path in [route.path(lamps()), route.file(corpus), route.file(corpus).replace(".html", "")] {
            assert_eq!(Route::parse(corpus, &path), route, "{path}");
        }
    }
    for path in ["nowhere", "article/", "article/none.html", "speaker/none.html", "a/b/c", "article"] {
        assert_eq!(Route::parse(corpus, path), Route::Missing, "{path}");
    }
    let query = Query::parse(corpus, "?side=dark&q=birds");
    let location = Location { fragment: "x".into(), ..Location::of_query(query) };
    assert_eq!(location.address(lamps()), "./?side=dark&q=birds#x");
    let one_file = lamps().in_one_file();
    assert_eq!(location.address(one_file), "#./?side=dark&q=birds#x");
    for location in Route::all(corpus).into_iter().map(Location::of).chain([location.clone()]) {
        assert_eq!(Location::parse_in_one_file(corpus, &location.address(one_file)), location);
    }
    assert_eq!(Location::parse_in_one_file(corpus, ""), Location::of(Route::Sides));
    assert_eq!(Location::parse(corpus, "", "?side=dark&q=birds", "#x"), location);
}

#[test]
fn statements_stand_on_the_page_word_for_word() {
    for site in [embedded(), lamps()] {
        let corpus = site.corpus();
        let everything = corpus.positions().map(explore::Choice::Position).fold(Query::default(), |q, c| q.toggled(c));
        let location = Location { query: everything, ..Location::of(Route::Everything) };
        let home = text(&render(site, location));
        assert!(!corpus.statements.is_empty());
        for statement in corpus.statements.iter() {
            for span in &statement.spans {
                assert!(home.contains(corpus.article_of(statement).words(*span)), "{span:?}");
            }
        }
    }
}

#[test]
fn an_article_is_shown_whole_and_leads_back_and_forth() {
    for site in [embedded(), lamps()] {
        let corpus = site.corpus();
        for route in Route::all(corpus) {
            let Route::Article(ix) = route else { continue };
            let article = &corpus.articles[ix.get()];
            let page = render(site, Location::of(route));
            for paragraph in article.paragraphs() {
                assert!(text(&page).contains(article.words(*paragraph)), "{}", article.words(*paragraph));
            }
            for statement in corpus.statements.iter().filter(|statement| statement.article == ix) {
                assert!(page.contains(&format!("id=\"{}\"", statement.id)), "marked in its article");
                let back = Location::of_card(corpus, statement).address(site);
                assert!(page.contains(&format!("href=\"{back}\"")), "{back}");
                let there = Location::of_mark(statement).address(site);
                let card = render(site, Location::of_card(corpus, statement));
                assert!(card.contains(&format!("href=\"{there}\"")), "{there}");
                assert!(card.contains(&format!("id=\"{}\"", Location::of_card(corpus, statement).fragment)));
            }
        }
    }
}

#[test]
fn a_query_shows_what_it_selects_and_says_so() {
    let site = lamps();
    let all = render_query(site, "");
    let cards = |html: &str| html.matches("<article").count();
    for position in site.corpus().positions() {
        let value = explore::Choice::Position(position).value(site.corpus());
        let expected = site.corpus().statements.iter().filter(|statement| statement.position() == position).count();
        assert!(expected > 0, "the article of the test has a statement for {value}");
        assert_eq!(cards(&render_query(site, &format!("?side={value}"))), expected, "{value}");
        if position != Position::Neither {
            assert!(cards(&all) > expected);
        }
    }
    let nothing = render_query(site, "?q=zzz");
    assert_eq!(cards(&nothing), 0);
    assert!(text(&nothing).contains("No argument matches."));
    assert!(text(&nothing).contains("Clear all filters"));
    let unknown = render_query(site, "?theme=nothing-of-the-kind");
    assert!(text(&unknown).contains("The address asks for theme=nothing-of-the-kind, which is not on this site."));
    assert_eq!(cards(&unknown), cards(&all));
    assert!(render_query(site, "?q=birds").contains("<mark class=\"hit\">birds</mark>"));
}

#[test]
fn a_line_says_in_words_what_is_shown() {
    let site = lamps();
    for (search, expected) in [
        ("", "3 arguments: "),
        ("?side=dark", "1 argument for darkness."),
        ("?q=birds", "; matching “birds”."),
        ("?from=2021", "; since 2021."),
        ("?from=2020-01-02&to=2021", "; from 2 January 2020 to 2021."),
        ("?from=2021&to=2021", "; in 2021."),
        ("?not-speaker=otto-fink", "; not by Otto Fink."),
        ("?type=direct&type=indirect", "; Quoted or Reported."),
        ("?sure=150", "; two signs or more agree."),
        ("?year=2021", "; in 2021."),
        ("?month=2021-03", "; in March 2021."),
    ] {
        let page = render_query(site, search);
        let (_, line) = page.split_once("role=\"status\">").unwrap();
        let line = text(line.split("</p>").next().unwrap());
        assert!(line.contains(expected), "{search}: {line}");
    }
}

#[test]
fn results_are_sorted_and_grouped_as_the_address_says() {
    let site = embedded();
    let place = |page: &str, words: &str| page.find(words).unwrap_or(usize::MAX);
    let dates = |search: &str| -> Vec<String> {
        let page = render_query(site, search);
        let column = page.split("class=\"column").nth(2).unwrap();
        column.split("<time datetime=\"").skip(1).map(|rest| rest[..10].to_string()).collect()
    };
    assert!(dates("").is_sorted());
    let newest = dates("?sort=newest");
    assert!(newest.iter().rev().is_sorted() && newest.first() > dates("").first());
    let page = render_query(site, "?group=theme&side=access");
    let themes: Vec<&str> = site.corpus().debate.themes.iter().map(|theme| theme.label.as_str()).collect();
    assert!(page.contains("<article"));
    assert!(place(&page, &format!("<h3 dir=\"auto\">{} (", themes[0])) < place(&page, "<article"));
}

#[test]
fn a_card_says_what_it_answers_and_what_answers_it() {
    let stated = " date 2021-03-04 Otto Fink said that lamps harm birds.\n\n\
                  In response to Fink, Mayor Ann Bell said that lamps deter burglars.";
    let similar = " date 2021-03-05 Mayor Ann Bell said that lamps keep everybody safe, so they should burn all night.\n\n\
                   Mia Cole said that motion sensors keep everybody safe.";
    let site = site(&[("one.txt", stated), ("two.txt", similar)]);
    let corpus = site.corpus();
    let page = render_query(site, "");
    assert_eq!(corpus.relations.len(), 2, "one of each basis");
    for relation in &corpus.relations {
        let [from, to] = [relation.from, relation.to].map(|ix| &corpus.statements[ix.get()]);
        for (here, verb, there) in [(from, "Answers ", to), (to, "Answered by ", from)] {
            let id = format!("id=\"{}\"", Location::of_card(corpus, here).fragment);
            let (_, card) = page.split_once(&id).expect("its card");
            let (_, line) = card.split_once("class=\"related\"").expect("its relations");
            let (line, _) = line.split_once("</ul>").unwrap();
            let href = format!("href=\"{}\"", Location::of_card(corpus, there).address(site));
            assert!(line.contains(&href), "{href}: {line}");
            let speaker = &corpus.speaker_of(there).unwrap().name;
            let verb = match relation.basis {
                corpus::Basis::Stated(_) => verb.to_owned(),
                corpus::Basis::Similar(_) => format!("Perhaps {}", verb.to_lowercase()),
            };
            assert!(text(line).contains(&format!("{verb}{speaker}: ")), "{line}");
            assert!(!text(line).contains(&format!("{speaker}: “")), "a reporter's words are no quotation: {line}");
        }
    }
    assert_eq!(text(&page).matches(" (the article says so: In response to Fink)").count(), 2);
    assert_eq!(text(&page).matches(" (a guess: the same theme, ").count(), 2);
}

#[test]
fn what_an_article_says_is_text_and_never_markup() {
    let hostile = " date 2021-03-04 Mayor Ann Bell said that lamps <script>alert(1)</script> keep streets safe \
                   & \"bright\" </div><img src=x onerror=alert(1)>.\n\nNothing \u{7} \u{1b}[31m else\u{0}.";
    let site = site(&[("hostile.txt", hostile)]);
    assert!(!site.corpus().statements.is_empty());
    for route in Route::all(site.corpus()) {
        let page = render(site, Location::of(route));
        assert!(!page.contains("<script") && !page.contains("<img"), "{route:?}");
    }
    let page = render(site, Location::of(Route::Article(corpus::ArticleIx(0))));
    assert!(text(&page).contains("Nothing \u{7} \u{1b}[31m else\u{0}."));
    assert!(
        page.contains("&lt;script&gt;alert(1)&lt;/script&gt;")
            || page.contains("&lt;script&gt;alert(1)&lt;&#x2F;script&gt;")
    );
    let search = render_query(site, "?q=%3Cscript%3E&side=%3Cb%3E");
    assert!(!search.contains("<script") && !search.contains("<b>"));
}

#[test]
fn a_corpus_without_statements_is_still_a_site() {
    let site = site(&[("quiet.txt", " date 2021-03-04 The lamps went out at midnight.")]);
    assert_eq!(site.corpus().statements.len(), 0);
    for route in Route::all(site.corpus()) {
        assert_eq!(render(site, Location::of(route)).matches("<h1").count(), 1, "{route:?}");
    }
    let home = text(&render_query(site, ""));
    for side in &site.corpus().debate.sides {
        assert!(home.contains(side.summary.as_str()), "each side has its column, though nobody speaks for it");
    }
}

#[test]
fn statements_inside_each_other_are_both_marked() {
    let mut corpus = lamps().corpus().clone();
    let outer = corpus.statements.iter().position(|statement| statement.spans.len() == 1 && statement.argument);
    let outer = outer.expect("the article has such a statement");
    let mut inner = corpus.statements[outer].clone();
    let span = inner.spans[0];
    let words = corpus.article_of(&inner).words(span);
    let start = words.find(' ').expect("it has several words") + 1;
    inner.id = corpus::StatementId(0xfeed);
    inner.spans = vec![corpus::Span { start: span.start + u32::try_from(start).unwrap(), end: span.end }];
    inner.components.clear();
    inner.side = Some(corpus::SideIx(1 - inner.side.map_or(0, |side| side.0.min(1))));
    corpus.statements.to_mut().insert(outer + 1, inner);
    assert_eq!(corpus.check(), []);
    let page = render(Site::of(corpus), Location::of(Route::Article(corpus::ArticleIx(0))));
    assert!(page.contains("id=\"0000feed\""));
    let (before, after) = page.split_once("id=\"0000feed\"").expect("its anchor");
    let mark =
        |html: &str, n| html.split("<mark class=\"").nth(n).map(|mark| mark.split('"').next().unwrap().to_string());
    let outer = before.rsplit("<mark class=\"").next().map(|mark| mark.split('"').next().unwrap().to_string());
    assert_eq!(outer, mark(after, 1), "the outer one goes on around the inner one");
    assert_ne!(outer, mark(after, 2), "each in the colour of its side");
}

#[test]
fn what_an_editor_settled_is_marked_and_says_why() {
    let sidecar = "[[change]]\nwords = \"deter burglars\"\nside = \"neither\"\nreason = \"<i>irony\"\n\
                   [[add]]\nwords = \"Council quarrels over it\"\nspeaker = \"Ann Bell\"\nreason = \"her words\"\n";
    let article = format!("{ARTICLE}\n\nCouncil quarrels over it.");
    let edited = corrected(&[("2021-03-04-lamps.txt", &article)], sidecar);
    let untouched = site(&[("2021-03-04-lamps.txt", &article)]);
    let label = "<span class=\"edited\">edited</span>";
    let everything = format!(
        "?{}",
        edited
            .corpus()
            .positions()
            .map(|position| { format!("side={}", explore::Choice::Position(position).value(edited.corpus())) })
            .collect::<Vec<_>>()
            .join("&")
    );
    let home = render_query(edited, &everything);
    let cards: Vec<&str> = home.split("<article").filter(|card| card.contains(label)).collect();
    assert_eq!(cards.len(), 2);
    assert!(text(cards[0]).contains("Sidesettled by an editor, a person: <i>irony"), "{}", text(cards[0]));
    assert!(text(cards[1]).contains("Statementadded by an editor, a person: her words"), "{}", text(cards[1]));
    let article = Location::of(Route::Article(corpus::ArticleIx(0)));
    assert_eq!(render(edited, article.clone()).matches(label).count(), 2);
    assert!(text(&render(edited, Location::of(Route::About))).contains("“Edited” marks what"));
    for page in [render_query(untouched, &everything), render(untouched, article)] {
        assert!(!page.contains(label) && !page.contains("by an editor"));
    }
    assert!(!text(&render(untouched, Location::of(Route::About))).contains("“Edited” marks what"));
}

#[test]
fn the_embedded_corpus_lends_its_strings_and_is_sound() {
    let corpus: &Corpus<'_> = embedded().corpus();
    assert_eq!(corpus.check(), []);
    for article in &corpus.articles {
        assert!(article.body.content().is_some_and(|content| content.text.is_borrowed()));
        assert_eq!(
            article.body.content().unwrap().sha256,
            *Sha256::digest(article.text().as_bytes()),
            "{}",
            article.file
        );
        let on_disk =
            std::fs::read_to_string(format!("{}/seeds/{}", env!("CARGO_MANIFEST_DIR"), article.file)).unwrap();
        assert_eq!(article.text(), on_disk.as_str());
    }
}

#[test]
fn a_background_report_is_marked_as_one_and_names_its_sources() {
    let head = "title: The lamps of old\nkind: background\ndate: 1991-02-03\nsources:\n  - title: On lamps\n    publisher: The \
                Moor Institute\n    date: 1990-11\n    url: https://example.org/on-lamps\n  - title: On <moths>";
    let report = format!("---\n{head}\n---\nOtto Fink, a biologist, said that lamps harm birds and waste energy.");
    let site = site(&[("lamps.txt", ARTICLE), ("old.txt", &report)]);
    let of = |route| render(site, Location::of(route));
    let page = of(Route::parse(site.corpus(), "article/old.html"));
    assert!(text(&page).contains("Written for this site"));
    assert!(text(&page).contains("On lamps, The Moor Institute, November 1990"), "{}", text(&page));
    assert!(text(&page).contains("On <moths>"));
    assert!(page.contains("href=\"https://example.org/on-lamps\""));
    assert!(!of(Route::parse(site.corpus(), "article/lamps.html")).contains("Written for this site"));

    let articles = text(&of(Route::Articles));
    let (news, background) = (articles.find("News articles").unwrap(), articles.find("Background reports").unwrap());
    assert!(news < background, "news comes first, though it is younger");
    assert!(articles.contains("Background report, 3 February 1991"));

    let home = render_query(site, "?kind=background");
    assert!(text(&home).contains("1 news article and 1 background report"));
    assert_eq!(home.matches("<article").count(), 1);
    assert!(home.contains("Told in"));
    assert!(!render_query(lamps(), "").contains("Told in"), "nothing to choose between");
}
