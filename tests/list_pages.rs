//! Long lists rendered natively to strings: their beginning, the way to the rest, and where they end.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use corpus::{ArticleKind, StatementId};
use rejoinder::{App, AppProps, Locale, Location, Route, Site};

use common::text;

/// Articles of the synthetic corpus hold so many statements each.
const OF_ARTICLE: usize = 20;

/// A site of so many articles that are made up, and the speakers that they name.
fn made_up(articles: usize) -> Site {
    Site::of(synth::corpus(&synth::records(articles * OF_ARTICLE, synth::SEED)))
}

/// What stands inside `<div id="app">` at a location.
fn render(site: Site, location: Location) -> String {
    pollster::block_on(yew::LocalServerRenderer::<App>::with_props(AppProps { site, location }).render())
}

/// The main part of a page.
fn main(site: Site, route: Route) -> String {
    let page = render(site, Location::of(route));
    page.split_once("<main").and_then(|(_, main)| main.split_once("</main>")).unwrap().0.to_owned()
}

/// How often a page has a link to a route.
fn links(site: Site, page: &str, route: Route) -> usize {
    page.matches(&format!("href=\"{}\"", route.path(site))).count()
}

#[test]
fn of_many_articles_the_first_are_told_of_and_all_are_linked_to_once() {
    let mut corpus = synth::corpus(&synth::records(75 * OF_ARTICLE, synth::SEED));
    // The kinds are lists of their own, each of which has its rest.
    for article in &mut corpus.articles[35..] {
        article.kind = ArticleKind::Background;
    }
    let site = Site::of(corpus);
    let page = main(site, Route::Articles);
    assert_eq!(page.matches("<h3").count(), 2 * 30);
    for route in Route::all(site.corpus()).into_iter().filter(|route| matches!(route, Route::Article(_))) {
        assert_eq!(links(site, &page, route), 1, "{route:?}");
    }
    let words = text(&page);
    for expected in [
        "Show 5 more 30 / 35",
        "Here the list ends: the first 30 of 35.",
        "5 more, by title",
        "Show 10 more 30 / 40",
        "Here the list ends: the first 30 of 40.",
        "10 more, by title",
    ] {
        assert!(words.contains(expected), "{expected}");
    }
}

#[test]
fn of_many_speakers_the_first_are_told_of_and_all_are_linked_to_once() {
    let site = made_up(100);
    let page = main(site, Route::Speakers);
    let all = site.corpus().speakers.len();
    assert!(all > 300, "{all}");
    assert_eq!(page.matches("<h3").count(), 30);
    for route in Route::all(site.corpus()).into_iter().filter(|route| matches!(route, Route::Speaker(_))) {
        assert_eq!(links(site, &page, route), 1, "{route:?}");
    }
    let words = text(&page);
    assert!(words.contains(&format!("{all} speakers")));
    assert!(words.contains(&format!("Show 30 more 30 / {all}Here the list ends: the first 30 of {all}.")));
    assert!(words.contains(&format!("{} more, by name", all - 30)));
}

#[test]
fn what_fits_is_shown_without_more() {
    let site = made_up(30);
    let mut pages = vec![main(site, Route::Articles)];
    let mut corpus = site.corpus().clone();
    corpus.speakers.truncate(30);
    corpus.statements.to_mut().retain(|told| told.speaker.is_some_and(|ix| ix.get() < 30));
    for (n, statement) in (0..).zip(corpus.statements.to_mut()) {
        statement.id = StatementId(n);
    }
    pages.push(main(Site::of(corpus), Route::Speakers));
    for page in pages {
        assert_eq!(page.matches("<h3").count(), 30);
        for part in ["class=\"more\"", "class=\"ends\"", "class=\"rest\""] {
            assert!(!page.contains(part), "{part}");
        }
    }
}

#[test]
fn the_page_of_everything_says_where_its_lists_end() {
    let site = made_up(150);
    let side = |n| site.corpus().statements.iter().filter(|told| told.side == Some(corpus::SideIx(n))).count();
    assert!(side(0) > 1000 && side(1) > 1000, "{} {}", side(0), side(1));
    let (english, german) = (main(site, Route::Everything), main(site.speaking(Locale::German), Route::Everything));
    assert_eq!(english.matches("<article").count(), 2 * 1000);
    for n in [side(0), side(1)] {
        let (thousands, rest) = (n / 1000, n % 1000);
        let expected = format!("Here the list ends: the first 1,000 of {thousands},{rest:03}.");
        assert!(text(&english).contains(&expected), "{expected}");
        let expected = format!("Hier endet die Liste: die ersten 1.000 von {thousands}.{rest:03}.");
        assert!(text(&german).contains(&expected), "{expected}");
    }
}

#[test]
fn a_long_list_shows_its_beginning_what_a_link_means_and_the_way_to_all_of_it() {
    let site = Site::embedded().unwrap();
    let corpus = site.corpus();
    let cards = |html: &str| html.matches("<article").count();
    let home = render(site, Location::of(Route::Sides));
    let side = |ix| corpus.statements.iter().filter(move |statement| statement.side == Some(corpus::SideIx(ix)));
    assert_eq!(cards(&home), 2 * 12);
    assert!(text(&home).contains(&format!("Show 20 more 12 / {}", side(0).count())));
    let all = Location::of(Route::Everything);
    assert!(home.contains(&format!("href=\"{}\"", all.address(site))));
    let everything = render(site, all);
    assert_eq!(cards(&everything), side(0).count() + side(1).count());
    assert!(!text(&everything).contains("Show 20 more"));

    let last = side(0).next_back().unwrap();
    let there = Location::of_card(corpus, last);
    assert!(!home.contains(&format!("id=\"{}\"", there.fragment)));
    assert!(render(site, there.clone()).contains(&format!("id=\"{}\"", there.fragment)));
}
