//! Answers and themes, rendered natively to strings: what is beside what, what is counted, and that counts lead to what
//! they count.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod common;

use corpus::{Basis, RelationKind, StatementIx, ThemeIx};
use explore::{Choice, Query};
use mine::SourceFile;
use rejoinder::{App, AppProps, Location, Route, Site};

use common::text;

const DEBATE: &str = include_str!("corpora/lights/debate.toml");

/// One says of an argument that it answers another; two of the second and the third article are merely similar; the first
/// argument is made four times, once by somebody who is not named.
const ARTICLES: [(&str, &str); 4] = [
    (
        "one.txt",
        " date 2021-03-04 Otto Fink said that lamps harm birds.\n\nIn response to Fink, Mayor Ann Bell said that lamps \
         deter burglars.\n\nMia Cole said that motion sensors cost little.",
    ),
    (
        "two.txt",
        " date 2022-03-05 Mayor Ann Bell said that lamps keep everybody safe, so they should burn all night.\n\nMia Cole \
         said that motion sensors keep everybody safe.",
    ),
    (
        "three.txt",
        " date 2023-03-06 Jan Tull said that bright lamps harm birds and moths.\n\nIda Moss said that bright \
         lamps harm birds, moths and bees.",
    ),
    ("four.txt", " date 2023-03-07 “Bright lamps harm birds and moths,” she said."),
];

fn site() -> Site {
    let file = |name, text: &'static str| SourceFile { name, bytes: text.as_bytes() };
    let articles: &'static [SourceFile<'static>] = ARTICLES.map(|(name, text)| file(name, text)).to_vec().leak();
    Site::of(mine::mine(file("debate.toml", DEBATE), articles, &[]).corpus.expect("a usable debate"))
}

fn embedded() -> Site {
    Site::embedded().expect("the build embeds a corpus")
}

fn render(site: Site, address: &str) -> String {
    let (rest, hash) = address.split_once('#').unwrap_or((address, ""));
    let (path, search) = rest.split_once('?').unwrap_or((rest, ""));
    let location = Location::parse(site.corpus(), path, search, hash);
    pollster::block_on(yew::LocalServerRenderer::<App>::with_props(AppProps { site, location }).render())
}

/// The text of each element that starts so, up to the next one.
fn texts(html: &str, start: &str) -> Vec<String> {
    html.split(start).skip(1).map(|part| text(&format!("<{part}"))).collect()
}

fn ids(html: &str) -> Vec<&str> {
    html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The index of the first statement with these words.
fn saying(site: Site, words: &str) -> StatementIx {
    let corpus = site.corpus();
    let says = |statement: &corpus::Statement<'_>| {
        statement.spans.iter().any(|span| corpus.article_of(statement).words(*span).contains(words))
    };
    StatementIx::new(corpus.statements.iter().position(says).expect(words))
}

fn answers_of(site: Site, words: &str) -> String {
    let corpus = site.corpus();
    let statement = &corpus.statements[saying(site, words).get()];
    render(site, &Location::of_answers(corpus, statement).address(site))
}

#[test]
fn pairs_stand_beside_each_other_what_is_stated_first() {
    let page = render(site(), "answers.html");
    let pairs = texts(&page, "class=\"pair\"");
    assert_eq!(pairs.len(), 2, "{pairs:?}");
    let in_order = |pair: &str, parts: &[&str]| {
        let places: Vec<Option<usize>> = parts.iter().map(|part| pair.find(part)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{parts:?}: {pair}");
    };
    in_order(
        &pairs[0],
        &[
            "Argument",
            "Otto Fink",
            "harm birds",
            "The article says so: In response to Fink",
            "Answer",
            "Ann Bell",
            "deter",
        ],
    );
    in_order(
        &pairs[1],
        &[
            "Argument",
            "Ann Bell",
            "Our guess: both on Safety, ",
            "words in common: everybody, safe (likeness ",
            "Perhaps an",
        ],
    );
    assert_eq!(page.matches("<mark class=\"hit\">everybody</mark>").count(), 2, "shared words are marked in both");
    assert!(page.find("id=\"stated\"").unwrap() < page.find("id=\"similar\"").unwrap());
}

#[test]
fn ids_are_unique_and_every_argument_of_a_pair_can_be_linked_to() {
    for site in [site(), embedded()] {
        let corpus = site.corpus();
        let page = render(site, "answers.html");
        let mut found = ids(&page);
        found.sort_unstable();
        assert!(found.windows(2).all(|pair| pair[0] != pair[1]), "{found:?}");
        let attacks = corpus.relations.iter().filter(|relation| relation.kind == RelationKind::Attacks);
        for ix in attacks.flat_map(|relation| [relation.from, relation.to]) {
            let id = Location::of_answers(corpus, &corpus.statements[ix.get()]).fragment;
            assert!(found.contains(&id.as_str()), "{id}");
        }
    }
}

#[test]
fn pairs_are_chosen_by_theme_and_by_how_they_are_known() {
    let site = site();
    let count = |address: &str| render(site, address).matches("class=\"pair\"").count();
    for (address, expected) in [
        ("answers.html?known=stated", 1),
        ("answers.html?known=similar", 1),
        ("answers.html?theme=safety", 2),
        ("answers.html?theme=safety&known=similar", 1),
        ("answers.html?theme=money", 0),
    ] {
        assert_eq!(count(address), expected, "{address}");
    }
    assert!(text(&render(site, "answers.html?theme=money")).contains("No answer is both."));
    let page = render(site, "answers.html?known=similar");
    assert!(
        page.contains("href=\"answers.html?theme=safety&amp;known=similar\"")
            || page.contains("href=\"answers.html?theme=safety&known=similar\"")
    );
    assert!(texts(&page, "aria-current=\"true\"").iter().any(|text| text.contains("Similar 1")));
}

#[test]
fn an_argument_stands_beside_what_answers_it_in_order_of_how_well_we_know() {
    let site = site();
    let stated = text(&answers_of(site, "lamps harm birds"));
    let (_, found) = stated.split_once("Stated: an article says that this answers it").expect("what is stated");
    assert!(found.contains("The article says so: In response to Fink") && found.contains("lamps deter burglars"));
    let answers = text(&answers_of(site, "deter burglars"));
    let (_, itself) = answers.split_once("What it answers itself").expect("what it answers");
    assert!(itself.contains("lamps harm birds"));
    for words in ["keep everybody safe, so", "motion sensors keep everybody"] {
        let similar = text(&answers_of(site, words));
        let (_, found) = similar.split_once("Similar: our guess").expect("what is similar, seen from either side");
        assert!(found.contains("Our guess: both on Safety"), "{found}");
    }
    let near = text(&answers_of(site, "sensors cost little"));
    assert!(near.contains("No argument of another side comes near this one."));
    let unknown = render(site, "answers.html#one.ffffffff");
    assert_eq!(unknown.matches("class=\"pair\"").count(), 2, "no such argument: all of them");
}

#[test]
fn every_argument_with_a_side_leads_to_what_answers_it_and_no_other_does() {
    let site = embedded();
    let corpus = site.corpus();
    for (n, statement) in corpus.statements.iter().enumerate().step_by(23) {
        let card = Location::of_card(corpus, statement);
        let page = render(site, &card.address(site));
        let href = format!("href=\"{}\"", Location::of_answers(corpus, statement).address(site));
        assert_eq!(page.contains(&href), statement.side.is_some(), "{n}");
        let answers = render(site, &Location::of_answers(corpus, statement).address(site));
        let mut found = ids(&answers);
        assert!(found.contains(&card.fragment.as_str()), "the address's place is on the page");
        found.sort_unstable();
        assert!(found.windows(2).all(|pair| pair[0] != pair[1]));
        for span in &statement.spans {
            assert!(text(&answers).contains(corpus.article_of(statement).words(*span)));
        }
    }
}

#[test]
fn themes_count_what_their_links_select() {
    for site in [site(), embedded()] {
        let corpus = site.corpus();
        let page = render(site, "themes.html");
        let rows = page.split("<tr").skip(2).collect::<Vec<_>>();
        assert_eq!(rows.len(), corpus.debate.themes.len());
        let mut links = 0;
        for n in 0..corpus.debate.themes.len() {
            let theme = Route::Theme(ThemeIx::new(n)).path(site);
            let row = rows.iter().find(|row| row.contains(&format!("href=\"{theme}\""))).expect("its row");
            for position in corpus.positions() {
                let choices = [Choice::Position(position), Choice::Theme(ThemeIx::new(n))];
                let query = Query { choices: choices.into_iter().collect(), ..Query::default() };
                let count = site.explorer().explore(&query).matches.len();
                let href = Location::of_query(query).address(site);
                let shown = row.contains(&format!("href=\"{}\">{count}</a>", href.replace('&', "&amp;")))
                    || row.contains(&format!("href=\"{href}\">{count}</a>"));
                assert_eq!(shown, count > 0, "{href}");
                links += usize::from(shown);
            }
        }
        assert!(links > 2);
        let on_a_side = corpus.statements.iter().filter(|statement| statement.side.is_some()).count();
        assert!(text(&page).contains(&format!("of {on_a_side} arguments on a side")), "the whole is told");
    }
}

#[test]
fn a_theme_tells_what_is_argued_again_and_again_and_by_how_many() {
    let site = site();
    let page = render(site, "theme/nature.html");
    let again = texts(&page, "class=\"made\"");
    assert_eq!(again.len(), 1, "{again:?}");
    assert!(again[0].contains("Made 4 times, by 3 speakers and others not named (2021–2023)"), "{}", again[0]);
    assert!(again[0].contains("“Bright lamps harm birds and moths,”"), "what is quoted stands for the others");
    let (_, others) = again[0].split_once("The other times").expect("each time is told");
    for speaker in ["Otto Fink", "Jan Tull", "Ida Moss"] {
        assert!(others.contains(speaker), "{others}");
    }
    let page = text(&page);
    assert!(page.contains("4 of 8 arguments on a side turn on this theme."), "{page}");
    assert!(page.contains("speakers not named 1 time"));
}

#[test]
fn a_theme_shows_every_argument_of_each_side_word_for_word() {
    let site = embedded();
    let corpus = site.corpus();
    assert!(corpus.relations.iter().any(|relation| relation.kind == RelationKind::Rephrases));
    assert!(corpus.relations.iter().any(|relation| matches!(relation.basis, Basis::Stated(_))));
    for n in 0..corpus.debate.themes.len() {
        let theme = ThemeIx::new(n);
        let page = text(&render(site, &Route::Theme(theme).path(site)));
        let of_theme = corpus.statements.iter().filter(|statement| statement.themes.contains(&theme));
        // A long list of cards is unfolded in the browser.
        for position in corpus.positions().filter(|position| *position != corpus::Position::Neither) {
            for statement in of_theme.clone().filter(|statement| statement.position() == position).take(10) {
                for span in &statement.spans {
                    assert!(page.contains(corpus.article_of(statement).words(*span)), "{span:?}");
                }
            }
        }
    }
}

#[test]
fn what_answers_and_speakers_side_by_side_show_can_be_taken_away_each_statement_once() {
    for site in [site(), embedded()] {
        let corpus = site.corpus();
        let asked = &corpus.statements[corpus.relations[0].to.get()];
        let speakers = [0, 1, 2].map(|n| format!("speaker={}", corpus.speakers[n].id)).join("&");
        for address in [
            "answers.html".to_owned(),
            "answers.html?known=stated".to_owned(),
            Location::of_answers(corpus, asked).address(site),
            format!("compare.html?{speakers}"),
        ] {
            let page = render(site, &address);
            let mut shown: Vec<&str> =
                page.split("<p class=\"where\"><a href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let times = shown.len();
            shown.sort_unstable();
            shown.dedup();
            let panel = texts(&page, "class=\"takeaway\"").concat();
            let said = panel.split(", as a file.").next();
            assert_eq!(said, Some(&*format!("Download{} statements", shown.len())), "{address}: {times} places");
        }
    }
}
