//! Arguments in a frame on a page of somebody else's, rendered natively: what a reader sees there without a script.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;

use corpus::Statement;
use explore::Choice;
use rejoinder::{App, AppProps, Locale, Location, Route, Site};

use common::text;

fn site() -> Site {
    Site::embedded().unwrap()
}

/// What stands inside `<div id="app">` of the page for frames, at a query and a fragment.
fn render(site: Site, search: &str, fragment: &str) -> String {
    let location = Location::parse(site.corpus(), "embed.html", search, fragment);
    assert_eq!(location.route, Route::Embed);
    pollster::block_on(yew::LocalServerRenderer::<App>::with_props(AppProps { site, location }).render())
}

/// Where the links of a page lead, in order.
fn links(page: &str) -> Vec<String> {
    let links = page.split("<a ").skip(1).map(|link| link.split_once("href=\"").unwrap().1.split('"').next().unwrap());
    links.map(|link| html_escape::decode_html_entities(link).into_owned()).collect()
}

/// The words of a statement as pages have them, span by span.
fn spans<'c>(site: Site, statement: &'c Statement<'static>) -> impl Iterator<Item = &'c str> {
    let article = site.corpus().article_of(statement);
    statement.spans.iter().map(|span| article.words(*span))
}

#[test]
fn one_argument_stands_alone_with_its_source_and_the_way_to_its_card() {
    let site = site();
    let corpus = site.corpus();
    for statement in corpus.statements.iter() {
        let card = Location::of_card(corpus, statement);
        let page = render(site, "", &card.fragment);
        assert_eq!(page.matches("<figure").count(), 1);
        for span in spans(site, statement) {
            assert!(text(&page).contains(span), "{span}");
        }
        let links = links(&page);
        assert!(links.contains(&Location::of_mark(statement).address(site)), "{links:?}");
        assert_eq!(links.last(), Some(&card.address(site)), "{links:?}");
    }
}

#[test]
fn a_query_shows_its_first_arguments_in_turns_and_the_way_to_all() {
    let site = site();
    let corpus = site.corpus();
    for search in ["", "?side=access", "?q=hackers&sort=newest", "?group=theme"] {
        let page = render(site, search, "");
        let home = Location::parse(corpus, "", search, "");
        let found = site.explorer().explore(&home.query);
        assert_eq!(page.matches("<figure").count(), found.matches.len().min(5), "{search}");
        assert_eq!(links(&page).last(), Some(&home.address(site)), "{search}");
        let sides: BTreeSet<&str> =
            page.split("class=\"side-tag\"").skip(1).map(|tag| tag.split(['<', '>']).nth(1).unwrap()).collect();
        let argued = found.positions.iter().filter(|position| found.count(Choice::Position(**position)) > 0);
        assert_eq!(sides.len(), argued.count(), "{search}: no side is buried below another: {sides:?}");
        assert_eq!(text(&page).contains("Show 5 more"), found.matches.len() > 5, "{search}");
    }
    assert!(render(site, "?q=hackers", "").contains("<mark class=\"hit\">hackers</mark>"));
    assert!(render(site, "?group=theme", "").contains("<h3"), "groups have their headings");
}

#[test]
fn what_cannot_be_shown_is_said() {
    let site = site();
    let gone = text(&render(site, "", "no-article.00000000"));
    assert!(gone.contains("no longer on the site"), "{gone}");
    let none = render(site, "?q=zzz&theme=none-of-this-name&side=%3Cb%3E", "");
    assert!(text(&none).contains("theme=none-of-this-name") && !none.contains("<figure") && !none.contains("<b>"));
    assert_eq!(links(&none).last().map(String::as_str), Some("./?q=zzz&theme=none-of-this-name&side=%3Cb%3E"));
}

#[test]
fn it_has_nothing_that_is_not_for_a_frame() {
    for locale in Locale::ALL {
        let page = render(site().speaking(locale), "", "");
        assert_eq!((page.matches("<h1").count(), page.matches("<main").count()), (1, 1));
        for other in ["masthead", "<nav", "<dialog", "<input", "<select", "class=\"skip\"", "class=\"collect\""] {
            assert!(!page.contains(other), "{other}");
        }
    }
}

#[test]
fn in_one_file_no_page_has_an_address_that_a_frame_could_show() {
    let home = |site| {
        let props = AppProps { site, location: Location::of(Route::Sides) };
        pollster::block_on(yew::LocalServerRenderer::<App>::with_props(props).render())
    };
    let offers = |page: &str| (page.contains("class=\"embedding\""), page.matches(">Embed</button>").count());
    assert!(text(&render(site().in_one_file(), "", "")).contains("There is no such page"));
    assert_eq!(offers(&home(site().in_one_file())), (false, 0));
    let page = home(site());
    assert_eq!(offers(&page), (true, page.matches("<article").count()), "on home and on every card");
}

#[test]
fn no_page_leads_to_it_and_no_crawler_is_sent_there() {
    let corpus = site().corpus();
    assert!(Route::all(corpus).contains(&Route::Embed) && !Route::found(corpus).any(|route| route == Route::Embed));
    for route in Route::found(corpus) {
        let location = Location::of(route);
        let props = AppProps { site: site(), location };
        let page = pollster::block_on(yew::LocalServerRenderer::<App>::with_props(props).render());
        assert!(!links(&page).iter().any(|link| link.starts_with("embed.html")), "{route:?}");
    }
}
