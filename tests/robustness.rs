//! Corpora that nobody expects are still sites: every page of them is there, with its heading.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use corpus::{
    Article, ArticleIx, ArticleKind, Basis, Colour, Component, ComponentKind, Content, Corpus, Date, Debate, Edit,
    Edited, Evidence, Inference, PartialDate, Quotation, Relation, RelationKind, Rule, Side, SideIx, Span, Speaker,
    SpeakerIx, SpeakerKind, Statement, StatementId, StatementIx, Theme, ThemeIx, Work, quoted_words,
};
use explore::{Choice, Query};
use rejoinder::{App, AppProps, Locale, Location, Route, Site};

/// As long as any name that a newspaper has printed, and longer.
const LONG: usize = 200;

/// One sentence each in its paragraph, so that each can be a statement.
fn article(id: &str, day: u8, sentences: usize) -> Article<'static> {
    let mut text = String::new();
    let mut paragraphs = Vec::new();
    for n in 0..sentences {
        let start = text.len();
        text.push_str(&format!("Lamp {n} of {id} deters burglars & keeps <b>birds</b> awake, she said."));
        paragraphs.push(Span::new(start, text.len()));
        text.push_str("\n\n");
    }
    Article {
        title: Some(format!("Article {id}").into()),
        outlet: Some("The Evening Post".into()),
        body: Content { text: text.into(), paragraphs, sha256: [0; 32] }.into(),
        ..Article::blank(id.to_string(), Date::new(2021, 3, day).unwrap())
    }
}

fn speaker(n: usize) -> Speaker<'static> {
    Speaker {
        id: format!("speaker-{n}").into(),
        name: format!("Speaker {n}").into(),
        kind: SpeakerKind::Person,
        roles: vec!["Mayor".into()],
        affiliation: Some("The Lamp Society".into()),
    }
}

fn debate(sides: usize) -> Debate<'static> {
    let side = |n: usize| Side {
        id: format!("side-{n}").into(),
        label: format!("For side {n}").into(),
        summary: "What it wants.".into(),
        colour: Colour::ALL[n],
    };
    Debate {
        title: "Lamps".into(),
        question: "Should they burn all night?".into(),
        sides: (0..sides).map(side).collect(),
        themes: ["nature", "safety"].map(|id| Theme { id: id.into(), label: id.into() }).into(),
    }
}

/// Every paragraph of every article is an argument; speakers and sides take turns.
fn corpus(sides: usize, speakers: usize, articles: Vec<Article<'static>>) -> Corpus<'static> {
    let mut statements: Vec<Statement<'static>> = Vec::new();
    for (ix, article) in articles.iter().enumerate() {
        for span in article.paragraphs() {
            let n = statements.len();
            let side = SideIx::new(n % sides);
            let evidence = |of, side| Evidence { of, rule: Rule::WordsForSide, words: Some(*span), side, weight: 100 };
            let said = Statement {
                id: StatementId(n as u32),
                article: ArticleIx::new(ix),
                spans: vec![*span],
                quotation: [Quotation::Direct, Quotation::Mixed, Quotation::Indirect][n % 3],
                quoted: 0,
                source: None,
                cue: None,
                speaker: Some(SpeakerIx::new(n % speakers)),
                role: None,
                argument: true,
                components: vec![Component { span: *span, kind: ComponentKind::Claim }],
                side: Some(side),
                themes: vec![ThemeIx(0)],
                why: vec![evidence(Inference::Side, Some(side)), evidence(Inference::Theme(ThemeIx(0)), None)],
                edits: Vec::new(),
            };
            statements.push(Statement { quoted: quoted_words(article, &said), ..said });
        }
    }
    Corpus {
        debate: debate(sides),
        articles,
        speakers: (0..speakers).map(speaker).collect(),
        statements: statements.into(),
        relations: Vec::new(),
    }
}

fn render(site: Site, location: Location) -> String {
    pollster::block_on(yew::LocalServerRenderer::<App>::with_props(AppProps { site, location }).render())
}

/// Renders every page of a corpus, in every language, and home for each position and for a search.
fn check(corpus: Corpus<'static>) -> Site {
    assert_eq!(corpus.check(), [], "the corpus of the test is sound");
    let site = Site::of(corpus);
    let corpus = site.corpus();
    let positions = corpus.positions().map(|position| Query::default().toggled(Choice::Position(position)));
    let queries = positions.chain(
        ["?q=lamp", "?q=zzz", "?theme=none", "?group=speaker&sort=relevance"]
            .map(|search| Query::parse(corpus, search)),
    );
    let pages = Route::all(corpus).into_iter().chain([Route::Missing]).map(Location::of);
    for location in pages.chain(queries.map(Location::of_query)) {
        for locale in Locale::ALL {
            let page = render(site.speaking(locale), location.clone());
            assert_eq!(page.matches("<h1").count(), 1, "{location:?}");
            assert!(!page.contains("<b>birds"), "{location:?}: what an article says is no markup");
        }
        let address = location.address(site);
        let (path, search) = address.split_once('?').unwrap_or((&address, ""));
        let back = Location::parse(corpus, path.trim_start_matches("./"), search, "");
        assert!(location.route == Route::Missing || back == location, "{address}");
    }
    site
}

#[test]
fn a_corpus_of_no_arguments() {
    let mut corpus = corpus(2, 1, vec![article("a", 1, 3)]);
    for statement in corpus.statements.to_mut() {
        *statement =
            Statement { argument: false, side: None, components: Vec::new(), why: Vec::new(), ..statement.clone() };
    }
    check(corpus.clone());
    corpus.statements.to_mut().clear();
    check(corpus.clone());
    corpus.speakers.clear();
    check(corpus.clone());
    corpus.articles.clear();
    check(corpus.clone());
    corpus.debate.themes.clear();
    check(corpus);
}

#[test]
fn all_arguments_on_one_side() {
    for side in 0..2 {
        let mut corpus = corpus(2, 3, vec![article("a", 1, 5), article("b", 2, 5)]);
        for statement in corpus.statements.to_mut() {
            statement.side = Some(SideIx(side));
        }
        check(corpus);
    }
}

#[test]
fn one_article_with_400_arguments() {
    let site = check(corpus(2, 1, vec![article("a", 1, 400)]));
    let page = render(site, Location::of(Route::Article(ArticleIx(0))));
    assert_eq!(page.matches("<mark").count(), 400);
    let everything = render(site, Location::of(Route::Everything));
    assert_eq!(everything.matches("<article").count(), 400);
}

#[test]
fn six_sides_each_with_its_column_and_colour() {
    let site = check(corpus(6, 6, vec![article("a", 1, 12)]));
    let home = render(site, Location::of(Route::Sides));
    assert_eq!(home.matches("<section class=\"column").count(), 6);
    for (n, colour) in Colour::ALL.into_iter().enumerate() {
        assert!(home.contains(&format!("colour-{}", colour.name())) && home.contains(&format!("pattern-{}", n + 1)));
    }
}

#[test]
fn everything_has_a_long_name() {
    let long = |what: &str, n: usize| {
        format!("{what}{n}").repeat(LONG).chars().take(LONG - 1).collect::<String>() + &n.to_string()
    };
    let mut corpus = corpus(6, 3, vec![article("a", 1, 12)]);
    for (n, side) in corpus.debate.sides.iter_mut().enumerate() {
        *side = Side {
            id: long("s", n).into(),
            label: long("Side", n).into(),
            summary: long("Sum", n).into(),
            ..side.clone()
        };
    }
    for (n, theme) in corpus.debate.themes.iter_mut().enumerate() {
        *theme = Theme { id: long("t", n).into(), label: long("Theme", n).into() };
    }
    for (n, speaker) in corpus.speakers.iter_mut().enumerate() {
        *speaker = Speaker {
            id: long("p", n).into(),
            name: long("Name", n).into(),
            kind: SpeakerKind::Person,
            roles: vec![long("Role", n).into()],
            affiliation: Some(long("Office", n).into()),
        };
    }
    let article = &mut corpus.articles[0];
    (article.id, article.title, article.outlet) =
        (long("a", 0).into(), Some(long("Title", 0).into()), Some(long("Outlet", 0).into()));
    article.author = Some(long("Author", 0).into());
    article.url = Some(format!("https://example.org/{}", long("u", 0)).into());
    article.kind = ArticleKind::Background;
    article.works = vec![Work {
        title: long("Work", 0).into(),
        publisher: Some(long("Publisher", 0).into()),
        date: Some(PartialDate::Year(article.date)),
        url: Some(format!("http://example.org/{}", long("v", 0)).into()),
    }];
    corpus.statements[0].edits = vec![Edit { of: Edited::Speaker, reason: long("Reason", 0).into() }];
    let site = check(corpus);
    let home = render(site, Location::of(Route::Sides));
    assert!(home.contains(&long("Name", 2)) && home.contains(&long("Side", 5)), "names are shown whole");
}

#[test]
fn what_is_not_known_is_left_out() {
    let mut corpus = corpus(2, 2, vec![article("a", 1, 4), article("b", 2, 2)]);
    for article in &mut corpus.articles {
        (article.title, article.outlet) = (None, None);
    }
    for statement in corpus.statements.to_mut() {
        *statement = Statement { speaker: None, themes: Vec::new(), why: Vec::new(), ..statement.clone() };
    }
    for speaker in &mut corpus.speakers {
        *speaker = Speaker { roles: Vec::new(), affiliation: None, ..speaker.clone() };
    }
    // No paragraph: nothing to stand for a headline.
    corpus.articles.push(article("c", 3, 0));
    corpus.articles[2].title = None;
    check(corpus);
}

#[test]
fn everything_answers_everything() {
    let mut corpus = corpus(2, 2, vec![article("a", 1, 20)]);
    let pairs = (0..20_u32).flat_map(|from| (0..from).map(move |to| (from, to)));
    let across = pairs.filter(|(from, to)| (from + to) % 2 == 1);
    corpus.relations = across
        .map(|(from, to)| Relation {
            from: StatementIx(from),
            to: StatementIx(to),
            kind: RelationKind::Attacks,
            basis: Basis::Similar(50),
        })
        .collect();
    let site = check(corpus);
    let page = render(site, Location::of(Route::Pairs));
    assert_eq!(page.matches("class=\"pair\"").count(), 40, "a hundred pairs, of which the first are shown");
    assert!(page.contains("class=\"more\""));
}

#[test]
fn an_address_of_100_kilobytes_changes_nothing() {
    let site = Site::of(corpus(2, 3, vec![article("a", 1, 6)]));
    let home = render(site, Location::of(Route::Sides)).matches("<article").count();
    let unknown = (0..5_000).map(|n| format!("facet-{n}=value-{n}")).collect::<Vec<_>>().join("&");
    let known = vec!["side=side-0&side=side-1"; 2_500].join("&");
    for (search, expected) in [(unknown.as_str(), home), (known.as_str(), home)] {
        let page = render(site, Location::parse(site.corpus(), "", search, &"#".repeat(100_000)));
        assert_eq!(page.matches("<article").count(), expected);
    }
    let words = "lamp ".repeat(20_000);
    let location = Location::parse(site.corpus(), "", &format!("?q={words}"), "");
    assert_eq!(render(site, location).matches("<h1").count(), 1);
    assert_eq!(Route::parse(site.corpus(), &"a/".repeat(50_000)), Route::Missing);
}
