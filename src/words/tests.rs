//! The languages say the same things, and a page in one of them says nothing in another.

use std::collections::BTreeSet;

use yew::LocalServerRenderer;

use corpus::Rule;
use export::{Format, Part};

use super::*;
use crate::{App, AppProps, Location, Route, Site};

/// The slots of a text, in order of number.
fn slots(text: &str) -> BTreeSet<usize> {
    let slot = |piece| if let Piece::Slot(n) = piece { Some(n) } else { None };
    pieces(text).filter_map(slot).collect()
}

#[test]
fn languages_say_the_same_things() {
    let (english, german) = (english::ENGLISH.texts(), german::GERMAN.texts());
    assert!(!english.is_empty());
    for ((name, english), (same, german)) in english.into_iter().zip(german) {
        assert_eq!(name, same);
        for text in [english, german] {
            assert!(!text.trim().is_empty(), "{name} is empty");
            let forms: Vec<&str> = text.split('|').collect();
            assert!(forms.len() <= 2, "{name} has more than two forms");
        }
        assert_eq!(english.contains('|'), german.contains('|'), "{name} is counted in both languages or in none");
        assert_eq!(slots(english), slots(german), "{name}: {english} / {german}");
    }
}

#[test]
fn templates_are_filled() {
    assert_eq!(fill("{1} of {0}.", &[&"a", &2]), "2 of a.");
    assert_eq!(form("{0} argument|{0} arguments", 1), "{0} argument");
    assert_eq!(form("{0} argument|{0} arguments", 0), "{0} arguments");
    assert_eq!(fill("plain", &[]), "plain");
    assert_eq!(fill("{3}", &[&1]), "");
}

/// Texts of the interface have so many words to be told from names and from words that languages share.
const WORDS: usize = 2;

/// Elements without an end.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

/// Attributes that are read out or shown.
const SPOKEN: [&str; 4] = ["aria-label", "title", "placeholder", "alt"];

/// What a page says, apart from what is marked as said by the corpus: its texts, those of attributes too.
fn said(html: &str) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    let mut open: Vec<(&str, bool)> = Vec::new();
    for (n, piece) in html.split('<').enumerate() {
        let (tag, text) = if n == 0 { ("", piece) } else { piece.split_once('>').unwrap_or((piece, "")) };
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('/') {
            while open.pop().is_some_and(|(other, _)| other != name) {}
        } else if n > 0 && !tag.starts_with('!') {
            let corpus = tag.contains(" lang=\"en\"") || open.last().is_some_and(|(_, corpus)| *corpus);
            let attributes =
                SPOKEN.iter().filter_map(|name| tag.split_once(&format!(" {name}=\""))?.1.split('"').next());
            said.extend(attributes.filter(|_| !corpus).map(String::from));
            if !VOID.contains(&name) && !tag.ends_with('/') {
                open.push((name, corpus));
            }
        }
        if !open.last().is_some_and(|(_, corpus)| *corpus) {
            said.push(text.into());
        }
    }
    let plain = said.iter().map(|text| html_escape::decode_html_entities(text).trim().to_string());
    plain.filter(|text| is_text(text)).collect()
}

fn is_text(text: &str) -> bool {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count() >= WORDS
}

/// The stretches of English texts that German has other words for.
fn english_only() -> Vec<String> {
    let texts =
        english::ENGLISH.texts().into_iter().zip(german::GERMAN.texts()).map(|((_, one), (_, other))| (one, other));
    let rules = Rule::ALL.iter().map(|rule| (rule.english(), rules::in_german(*rule)));
    let formats = Format::ALL.into_iter().flat_map(|format| {
        let (english, german) = (formats::in_english(format), formats::in_german(format));
        [(english.0, german.0), (english.1, german.1)]
    });
    let parts = Part::ALL.into_iter().map(|part| (formats::part_in_english(part), formats::part_in_german(part)));
    let stretches = texts.chain(rules).chain(formats).chain(parts).flat_map(|(english, german)| {
        let stretches = english.split('|').flat_map(pieces).filter_map(|piece| match piece {
            Piece::Text(text) => Some(text.trim()),
            Piece::Slot(_) => None,
        });
        stretches.filter(|text| is_text(text) && !german.contains(*text)).map(String::from).collect::<Vec<_>>()
    });
    stretches.collect()
}

fn page(locale: Locale, route: Route) -> Vec<String> {
    let site = Site::embedded().unwrap_or_else(|error| unreachable!("{error}")).speaking(locale);
    let props = AppProps { site, location: Location::of(route) };
    said(&pollster::block_on(LocalServerRenderer::<App>::with_props(props).render()))
}

/// Without the marks around it.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

#[test]
fn a_page_in_german_says_nothing_in_english() {
    let site = Site::embedded().unwrap_or_else(|error| unreachable!("{error}"));
    let corpus = site.corpus();
    let speakers = corpus.speakers.iter().flat_map(|speaker| [Some(&speaker.name), speaker.affiliation.as_ref()]);
    let articles = corpus.articles.iter().flat_map(|article| [article.outlet.as_ref(), article.author.as_ref()]);
    let works = corpus.articles.iter().flat_map(|article| &article.works).map(|work| work.publisher.as_ref());
    let named = speakers.chain(articles).flatten().chain(works.flatten());
    // Among the options of a list, sides stand beside words of the interface and are names like any other.
    let sides = corpus.debate.sides.iter().map(|side| side.label.as_str());
    let names: BTreeSet<&str> = named.map(|name| bare(name)).chain(sides).collect();
    let english_only = english_only();
    let mut kinds = Vec::new();
    for route in Route::all(corpus).into_iter().chain([Route::Missing]) {
        let kind = std::mem::discriminant(&route);
        if kinds.contains(&kind) {
            continue;
        }
        kinds.push(kind);
        let (german, english) = (page(Locale::German, route), page(Locale::English, route));
        let is_english = |text: &&String| {
            let english = english.contains(text) || english_only.iter().any(|stretch| text.contains(stretch.as_str()));
            english && !names.contains(bare(text))
        };
        let left: BTreeSet<&String> = german.iter().filter(is_english).collect();
        assert!(left.is_empty(), "{route:?}: {left:#?}");
    }
}

#[test]
fn what_a_page_says_is_found() {
    let html = "<p title=\"It is so\"><!-- not this -->One &amp; <b lang=\"en\">not <br>this</b> other two</p>";
    assert_eq!(said(html), ["It is so", "other two"]);
    let english = page(Locale::English, Route::About);
    assert!(english_only().iter().any(|stretch| english.iter().any(|text| text.contains(stretch.as_str()))));
}
