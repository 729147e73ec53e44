//! Articles to be read, "Why here" and the entries that correct mistakes, natively.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod common;

use std::fs;

use corpus::{Corpus, Edited, Inference, Position, SideIx, Statement, ThemeIx};
use explore::{Mistake, entry};
use mine::{Diagnostic, Severity, SourceFile};
use rejoinder::{App, AppProps, Location, Route, Site};

use common::text;

/// A debate, an article and its corrections, as the files are.
struct Files {
    debate: Vec<u8>,
    name: String,
    article: Vec<u8>,
    sidecar: String,
}

impl Files {
    fn lamps(sidecar: &str) -> Self {
        let folder = "tests/corpora/lights/";
        let name = "2021-03-04-lamps.txt";
        Self {
            debate: fs::read(format!("{folder}debate.toml")).unwrap(),
            name: name.into(),
            article: fs::read(format!("{folder}{name}")).unwrap(),
            sidecar: sidecar.into(),
        }
    }

    /// Every article of the project's own folder.
    fn seeds() -> Vec<Self> {
        let names = fs::read_dir("seeds").unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| name.ends_with(".txt")).collect();
        names.sort();
        let read = |name: String| Self {
            debate: fs::read("seeds/debate.toml").unwrap(),
            article: fs::read(format!("seeds/{name}")).unwrap(),
            sidecar: fs::read_to_string(format!("seeds/{}", name.replace(".txt", ".toml"))).unwrap_or_default(),
            name,
        };
        names.into_iter().map(read).collect()
    }

    /// What is mined with further entries in the file of corrections; every error fails.
    fn mined(&self, further: &str) -> Corpus<'static> {
        let sidecar = format!("{}\n{further}", self.sidecar);
        let file = |name: &str, bytes: &[u8]| SourceFile { name: name.to_owned().leak(), bytes: bytes.to_vec().leak() };
        let beside = self.name.replace(".txt", ".toml");
        let mined = mine::mine(
            file("debate.toml", &self.debate),
            &[file(&self.name, &self.article)],
            &[file(&beside, sidecar.as_bytes())],
        );
        let errors: Vec<&Diagnostic> = mined.diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:?}\n{further}");
        mined.corpus.expect("a usable debate")
    }
}

/// The statement of another corpus with the same words.
fn same<'c>(corpus: &'c Corpus<'static>, statement: &Statement<'_>) -> Option<&'c Statement<'static>> {
    corpus.statements.iter().find(|other| other.spans == statement.spans)
}

fn render(site: Site, route: Route) -> String {
    let location = Location::of(route);
    pollster::block_on(yew::LocalServerRenderer::<App>::with_props(AppProps { site, location }).render())
}

const REASON: &str = "“He” is \"Otto\\Fink\", see\nparagraph 3 # [[drop]]";

/// What a reader may hold to be wrong about a statement, and whether a statement is so corrected.
type Check = fn(&Corpus<'static>, Option<&Statement<'static>>) -> bool;

fn mistakes() -> [(Mistake, Check); 5] {
    [
        (Mistake::Side(Position::Side(SideIx(1))), |_, after| after.is_some_and(|s| s.side == Some(SideIx(1)))),
        (Mistake::Speaker("Ada \"Ace\" Low".into()), |corpus, after| {
            after.and_then(|s| corpus.speaker_of(s)).is_some_and(|speaker| speaker.name == "Ada \"Ace\" Low")
        }),
        (Mistake::Themes(vec![ThemeIx(1), ThemeIx(0)]), |_, after| {
            after.is_some_and(|s| s.themes == [ThemeIx(1), ThemeIx(0)])
        }),
        (Mistake::NoArgument, |_, after| after.is_some_and(|s| !s.argument && s.side.is_none())),
        (Mistake::Words, |_, after| after.is_none()),
    ]
}

#[test]
fn a_card_leads_to_the_words_at_the_publishers() {
    let site = Site::of(Files::lamps("").mined(""));
    let home = render(site, Route::Sides);
    let names_the_words = "href=\"https://example.org/lamps#:~:text=Lamps%20harm%20birds";
    let links: Vec<&str> = home.split("<a ").filter(|link| link.contains(names_the_words)).collect();
    assert!(links.len() == 1 && links[0].contains("at the publisher’s</a>"), "{links:?}");
}

#[test]
fn the_entry_for_a_mistake_corrects_that_statement_and_fits_into_its_file() {
    let mut tried = 0;
    for files in Files::seeds().iter().chain([&Files::lamps("")]) {
        let before = files.mined("");
        for (mistake, corrected) in mistakes() {
            let part = match mistake {
                Mistake::Side(_) => Edited::Side,
                Mistake::Speaker(_) => Edited::Speaker,
                Mistake::Themes(_) => Edited::Themes,
                Mistake::NoArgument => Edited::Argument,
                Mistake::Words => Edited::Statement,
            };
            // What an editor has settled is settled by another entry, which the new one would take the place of.
            let untouched: Vec<&Statement<'_>> = before
                .statements
                .iter()
                .filter(|statement| {
                    let of = |of| statement.edits.iter().any(|edit| edit.of == of);
                    let dropped = mistake == Mistake::Words;
                    !of(part) && !of(Edited::Statement) && (statement.edits.is_empty() || !dropped)
                })
                .collect();
            let entries: Vec<String> =
                untouched.iter().map(|statement| entry(&before, statement, &mistake, REASON).unwrap()).collect();
            let after = files.mined(&entries.join("\n"));
            for statement in untouched {
                let now = same(&after, statement);
                assert!(corrected(&after, now), "{}: {mistake:?}: {now:?}", files.name);
                if let Some(edit) = now.and_then(|now| now.edits.iter().find(|edit| edit.of == part)) {
                    assert_eq!(edit.reason, REASON.replace('\n', " ").as_str());
                }
                tried += 1;
            }
        }
    }
    assert!(tried > 1000, "{tried}");
}

#[test]
fn the_entry_for_an_added_statement_takes_the_place_of_the_one_that_added_it() {
    let added = "[[add]]\nwords = \"Council quarrels\"\nspeaker = \"Ann Bell\"\nside = \"light\"\nthemes = [\"safety\"]\n\
                 reason = \"her words\"\n";
    let mut files = Files::lamps("");
    files.article.extend(b"\n\nCouncil quarrels over it.");
    let debate = files.mined("").debate;
    let side = debate.sides[0].id.as_str();
    let theme = debate.themes[0].id.as_str();
    let added = added.replace("\"light\"", &format!("{side:?}")).replace("\"safety\"", &format!("{theme:?}"));
    let before = files.mined(&added);
    let statement = before.statements.iter().find(|s| s.edits.iter().any(|e| e.of == Edited::Statement)).unwrap();
    for (mistake, corrected) in mistakes() {
        let entry = entry(&before, statement, &mistake, REASON).unwrap();
        assert!(entry.contains("her words"), "it says which entry it takes the place of: {entry}");
        let after = files.mined(&entry);
        let now = same(&after, statement);
        assert!(corrected(&after, now), "{mistake:?}: {now:?}\n{entry}");
        if let (Some(now), false) = (now, matches!(mistake, Mistake::Themes(_))) {
            assert_eq!(now.themes, statement.themes, "the rest stays as it was");
        }
    }
}

#[test]
fn the_evidence_is_numbered_in_the_words_and_in_the_table() {
    let site = Site::of(Files::lamps("").mined(""));
    let corpus = site.corpus();
    let page = render(site, Route::Sides);
    let mut marked = 0;
    for statement in corpus.statements.iter().filter(|statement| statement.side.is_some()) {
        let (_, card) = page.split_once(&format!("id=\"{}\"", Location::of_card(corpus, statement).fragment)).unwrap();
        let (card, _) = card.split_once("</article>").unwrap();
        for words in statement.why.iter().filter_map(|evidence| evidence.words) {
            let quoted = corpus.article_of(statement).words(words);
            assert!(text(card.split_once("<dl>").unwrap().1).contains(quoted), "{quoted}");
            if statement.spans.iter().any(|span| span.contains(words)) {
                let (blockquote, _) = card.split_once("</blockquote>").unwrap();
                let starts = |piece: &str| {
                    piece.split_once('>').is_some_and(|(_, rest)| {
                        quoted.starts_with(text(rest.split("</span>").next().unwrap()).trim_end())
                    })
                };
                let of_it = blockquote.split("<span data-n=\"").skip(1).find(|piece| starts(piece));
                let number = of_it.and_then(|piece| piece.split('"').next()).expect("a mark with a number");
                let number = number.split(' ').next_back().unwrap();
                assert!(card.contains(&format!("<span class=\"number\">{number}</span>")), "{number}: {card}");
                marked += 1;
            }
        }
    }
    assert!(marked > 5, "{marked}");
}

#[test]
fn why_here_sums_up_who_speaks_and_how_sure_the_side_is() {
    let site = Site::embedded().expect("the build embeds a corpus");
    let page = text(&render(site, Route::Everything));
    for part in [
        ", narrowly: 1 sign for it. No sign is for another side.",
        ", clearly: 2 signs for it.",
        "Next comes ",
        ": an editor settled it.",
        "speaks: ",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("+1.00"));
}

#[test]
fn statements_of_an_article_are_numbered_and_lead_on_and_back() {
    let site = Site::embedded().expect("the build embeds a corpus");
    let corpus = site.corpus();
    for (n, article) in corpus.articles.iter().enumerate() {
        let ix = corpus::ArticleIx::new(n);
        let page = render(site, Route::Article(ix));
        let statements: Vec<_> = corpus.statements.iter().filter(|statement| statement.article == ix).collect();
        let margins: Vec<&str> = page.split("<li id=\"note-").skip(1).collect();
        assert_eq!(margins.len(), statements.len(), "{}", article.id);
        for (n, (statement, margin)) in statements.iter().zip(margins).enumerate() {
            assert!(margin.starts_with(&statement.id.to_string()), "in reading order");
            let margin = margin.split("</li>").next().unwrap();
            let there = |n: usize| format!("href=\"{}\"", Location::of_mark(statements[n]).address(site));
            assert!(margin.contains(&there(n)));
            assert_eq!(margin.contains("rel=\"prev\""), n > 0);
            assert_eq!(margin.contains("rel=\"next\""), n + 1 < statements.len());
            if n > 0 {
                assert!(margin.contains(&there(n - 1)));
            }
            if n + 1 < statements.len() {
                assert!(margin.contains(&there(n + 1)));
            }
            let anchor =
                page.split("class=\"anchor\"").find(|piece| piece.contains(&format!("#note-{}\"", statement.id)));
            assert!(anchor.is_some_and(|piece| piece.contains(&format!("data-n=\"{}\"", n + 1))));
            // The margin shows more than the first scrap.
            let first = article.words(statement.spans[0]);
            if let (Some(second), true) = (statement.spans.get(1), first.len() < 30) {
                let word = article.words(*second).split_whitespace().next().unwrap();
                assert!(text(margin).contains(&format!(" … {word}")), "{}", text(margin));
            }
        }
    }
}

#[test]
fn a_balance_gives_parts_of_wholes_and_no_verdict() {
    let site = Site::embedded().expect("the build embeds a corpus");
    let corpus = site.corpus();
    let page = text(&render(site, Route::Articles));
    let arguments =
        corpus.statements.iter().filter(|s| s.argument && corpus.article_of(s).kind == corpus::ArticleKind::Background);
    let on = arguments.clone().filter(|statement| statement.side == Some(SideIx(0))).count();
    assert!(page.contains(&format!("{on} of {}, ", arguments.count())), "{page}");
    assert!(page.contains("These are counts and no verdict"));
    let quiet = Files { article: b" date 2021-03-04 The lamps went out.".to_vec(), ..Files::lamps("") };
    let quiet = Site::of(quiet.mined(""));
    assert!(
        !render(quiet, Route::Article(corpus::ArticleIx(0))).contains("<table"),
        "nothing is argued, nothing to count"
    );
}

#[test]
fn long_roles_are_left_to_the_article() {
    let site = Site::embedded().expect("the build embeds a corpus");
    let page = render(site, Route::Everything);
    for role in page.split("<p class=\"role\"").skip(1) {
        let role = text(role.split("</p>").next().unwrap().split_once('>').unwrap().1);
        assert!(!role.to_lowercase().starts_with("who "), "{role}");
    }
}

#[test]
fn what_an_editor_settled_stands_first() {
    let site = Site::embedded().expect("the build embeds a corpus");
    let corpus = site.corpus();
    let page = render(site, Route::Everything);
    let edited = corpus.statements.iter().filter(|statement| !statement.edits.is_empty() && statement.side.is_some());
    let evident = |statement: &&Statement<'_>| statement.why.iter().any(|evidence| evidence.of == Inference::Speaker);
    let statement = edited.clone().find(evident).expect("one with both");
    let (_, card) = page.split_once(&format!("id=\"{}\"", Location::of_card(corpus, statement).fragment)).unwrap();
    let (_, table) = card.split_once("<dl>").unwrap();
    let reason = statement.edits[0].reason.as_str();
    let first = text(table.split("</div>").next().unwrap());
    assert!(first.contains("by an editor, a person: ") && first.contains(reason), "{first}");
}
