//! Arguments over time and who speaks, rendered natively to strings: what a reader without a script gets.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use corpus::SpeakerIx;
use mine::SourceFile;
use rejoinder::{App, AppProps, Location, Route, Site};

use common::text;

const DEBATE: &str = include_str!("corpora/lights/debate.toml");
const ARTICLE: &str = include_str!("corpora/lights/2021-03-04-lamps.txt");

/// Fink for darkness again, three years later; Bell, who was for light, against it; and a group without a name.
const LATER: &str = "---\ntitle: Lamps again\ndate: 2024-05-06\n---\n\
    Otto Fink, a biologist, said that lamps harm birds and waste energy.\n\n\
    Mayor Ann Bell said that lamps waste energy and should go out at midnight.\n\n\
    Astronomers said that lamps waste energy.";

/// A site of the tests' own debate and the given articles.
fn site(articles: &[(&'static str, &'static str)]) -> Site {
    let file = |name, text: &'static str| SourceFile { name, bytes: text.as_bytes() };
    // The site lives as long as the test; so must the files that it borrows from.
    let articles: &'static [SourceFile<'static>] =
        articles.iter().map(|(name, text)| file(name, text)).collect::<Vec<_>>().leak();
    let mined = mine::mine(file("debate.toml", DEBATE), articles, &[]);
    Site::of(mined.corpus.expect("a usable debate"))
}

fn lamps() -> Site {
    site(&[("2021-03-04-lamps.txt", ARTICLE), ("later.txt", LATER)])
}

/// What stands inside `<div id="app">` at an address below the base.
fn page(site: Site, path: &str) -> String {
    let (path, search) = path.split_once('?').unwrap_or((path, ""));
    let location = Location::parse(site.corpus(), path, search, "");
    pollster::block_on(yew::LocalServerRenderer::<App>::with_props(AppProps { site, location }).render())
}

/// The stretch of a page from one string to the next other.
fn between<'h>(html: &'h str, from: &str, to: &str) -> &'h str {
    let (_, after) = html.split_once(from).unwrap_or_else(|| panic!("{from} is not there"));
    after.split_once(to).map_or(after, |(before, _)| before)
}

fn speaker(site: Site, name: &str) -> SpeakerIx {
    let speakers = &site.corpus().speakers;
    SpeakerIx::new(speakers.iter().position(|speaker| speaker.name == name).expect("somebody of that name"))
}

#[test]
fn the_timeline_counts_what_each_period_argued_and_leads_there() {
    let site = lamps();
    let timeline = page(site, "timeline.html");
    let shown = text(&timeline);
    assert!(shown.contains("Arguments by month."), "39 months are told apart");
    assert!(shown.contains("April 2021 to April 2024: no article"));
    assert!(timeline.contains("href=\"article/later.html\""));
    let rows: Vec<&str> = timeline.split("<tr").filter(|row| row.contains("scope=\"row\"")).collect();
    assert_eq!(rows.len(), 2);
    let mut links = 0;
    for row in rows {
        for link in row.split("<td").filter(|cell| cell.contains("class=\"bar\"")) {
            let address = between(link, "href=\"", "\"").replace("&amp;", "&");
            let count: usize = text(between(link, &format!("{}\"", address.replace('&', "&amp;")), "</a>"))
                .trim_start_matches('>')
                .parse()
                .unwrap();
            let home = page(site, address.strip_prefix("./").unwrap());
            assert_eq!(home.matches("<article").count(), count, "{address}");
            links += 1;
        }
    }
    assert!(links >= 4, "{links}");
    let bars = timeline.matches("fill=\"url(#bar-").count();
    assert_eq!(bars, links, "the plot has the bars of the table");
}

#[test]
fn a_range_narrows_all_but_the_plot() {
    let site = lamps();
    let (all, later) = (page(site, "timeline.html"), page(site, "timeline.html?from=2024&to=2024-12"));
    let bars = |html: &str| html.matches("fill=\"url(#bar-").count();
    assert_eq!(bars(&all), bars(&later));
    assert!(!all.contains("class=\"outside\"") && later.contains("class=\"outside\""));
    assert!(!text(&later).contains("March 2021") && text(&later).contains("May 2024"));
    assert!(!later.contains("href=\"article/2021-03-04-lamps.html\""));
    assert!(text(&later).contains("from 2024 to December 2024"));
    assert!(later.contains("href=\"./?from=2024&amp;to=2024-12\""), "the way to the arguments");
    assert!(text(&page(site, "timeline.html?from=yesterday")).contains("from=yesterday"));
    let dark = page(site, "timeline.html?side=dark");
    assert!(bars(&dark) > 0 && bars(&dark) < bars(&all));
    assert!(text(&page(site, "timeline.html?from=2030")).contains("No argument matches."));
}

#[test]
fn a_corpus_of_one_day_or_of_nothing_has_a_timeline() {
    let one_day = page(site(&[("2021-03-04-lamps.txt", ARTICLE)]), "timeline.html");
    assert!(text(&one_day).contains("Arguments by day.") && text(&one_day).contains("4 March 2021"));
    let nothing = page(site(&[]), "timeline.html");
    assert!(!nothing.contains("<table") && nothing.contains("<h1"));
}

#[test]
fn speakers_are_narrowed_by_the_address_and_groups_stand_apart() {
    let site = lamps();
    let all = page(site, "speakers.html");
    assert!(text(&all).contains(&format!("{} speakers", site.corpus().speakers.len())));
    let groups = between(&all, "<h2 id=\"groups\"", "</section>");
    assert!(text(groups).contains("Astronomers") && !text(groups).contains("Otto Fink"), "{}", text(groups));
    let names = |path: &str| -> Vec<String> {
        let html = page(site, path);
        let (html, _) = html.split_once("</main>").unwrap();
        html.split("<h3>").skip(1).map(|entry| text(between(entry, "", "</h3>"))).collect()
    };
    assert_eq!(names("speakers.html?q=fink"), ["Otto Fink"]);
    assert_eq!(names("speakers.html?q=biologist"), ["Otto Fink"]);
    assert_eq!(names("speakers.html?side=sensors"), ["Mia Cole"]);
    assert_eq!(names("speakers.html?sort=speaker&who=person"), ["Ann Bell", "Mia Cole", "Otto Fink"]);
    assert_eq!(names("speakers.html?who=group"), ["Astronomers"]);
    assert_eq!(names("speakers.html?q=nobody"), [""; 0]);
    assert!(text(&page(site, "speakers.html?q=nobody")).contains("0 speakers"));
    assert!(text(&page(site, "speakers.html?who=x")).contains("The address asks for who=x"));
    assert!(!text(&page(site, "speakers.html?who=person&sort=first")).contains("The address asks for"));
}

#[test]
fn a_change_of_position_is_marked_where_it_happens() {
    let site = lamps();
    let bell = page(site, &Route::Speaker(speaker(site, "Ann Bell")).path(site));
    assert_eq!(bell.matches("class=\"turn\"").count(), 1);
    assert!(text(&bell).contains("The position changes once."));
    let (before, after) = bell.split_once("class=\"turn\"").unwrap();
    assert!(text(after).contains("Here the position changes: earlier For light, now For darkness."), "{}", text(after));
    assert!(text(before).contains("keep streets safe") && !text(before).contains("waste energy"));
    assert!(after.contains("waste energy"));
    let years: Vec<usize> = ["<h2>2021", "<h2>2024"].iter().map(|year| bell.find(year).expect("years")).collect();
    assert!(years.is_sorted());
    let fink = page(site, &Route::Speaker(speaker(site, "Otto Fink")).path(site));
    assert!(!fink.contains("class=\"turn\"") && !text(&fink).contains("The position changes"));
}

#[test]
fn speakers_stand_side_by_side_on_their_themes() {
    let site = lamps();
    let corpus = site.corpus();
    let html = page(site, "compare.html?speaker=mia-cole&speaker=otto-fink&speaker=nobody");
    let shown = text(&html);
    assert!(shown.contains("The address asks for speaker=nobody, which is not on this site."));
    assert!(shown.contains("2 speakers, "), "{shown}");
    let fink = speaker(site, "Otto Fink");
    for statement in corpus.statements.iter().filter(|statement| statement.speaker == Some(fink)) {
        assert!(html.contains(&format!("href=\"{}\"", Location::of_mark(statement).address(site))));
        for span in &statement.spans {
            assert!(shown.contains(corpus.article_of(statement).words(*span)), "word for word");
        }
    }
    assert!(html.contains("href=\"compare.html?speaker=mia-cole\""), "the way to take one out");
    let differ = page(site, "compare.html?speaker=astronomers&speaker=ann-bell&speaker=otto-fink");
    assert!(text(&differ).contains("3 speakers"));
    assert!(text(&page(site, "compare.html")).contains("Choose two or more speakers"));
    assert!(text(&page(site, "compare.html?speaker=mia-cole")).contains("Choose one more speaker"));
}

#[test]
fn different_sides_on_a_theme_are_said_to_be_so() {
    let day = " date 2021-03-04 Mayor Ann Bell said that lamps deter burglars and keep streets safe.\n\n\
        Otto Fink said that lamps harm birds and make nobody safe from burglars.\n\n\
        Mia Cole said that lamps keep streets safe.";
    let site = site(&[("day.txt", day)]);
    let sides: Vec<_> = site.corpus().statements.iter().map(|statement| statement.side).collect();
    assert_eq!(sides.len(), 3, "{sides:?}");
    let bell_and = |other| text(&page(site, &format!("compare.html?speaker=ann-bell&speaker={other}")));
    assert!(bell_and("otto-fink").contains("On different sides here."));
    assert!(bell_and("mia-cole").contains("On the same side here."));
}
