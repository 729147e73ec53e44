//! What holds of every format, and that JSON, with which tests compare the others, says what the corpus says.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use corpus::{Article, ArticleIx, Body, Corpus, Date, StatementIx};
use export::{Format, Selection, WordsMissing, json_ld_in_page, pieces};
use mine::SourceFile;
use serde_json::Value;

/// The folder of signs that mean something in formats.
fn hostile() -> Corpus<'static> {
    let debate = include_bytes!("../../../tests/corpora/hostile/debate.toml");
    let walls = include_bytes!("../../../tests/corpora/hostile/2020-02-29-walls.txt");
    let rain = include_bytes!("../../../tests/corpora/hostile/2020-03-01-rain.txt");
    let corrections = include_bytes!("../../../tests/corpora/hostile/2020-02-29-walls.toml");
    let articles = [
        SourceFile { name: "2020-02-29-walls.txt", bytes: walls },
        SourceFile { name: "2020-03-01-rain.txt", bytes: rain },
    ];
    let sidecars = [SourceFile { name: "2020-02-29-walls.toml", bytes: corrections }];
    mine::mine(SourceFile { name: "debate.toml", bytes: debate }, &articles, &sidecars).corpus.unwrap()
}

fn written(format: Format, selection: &Selection<'_>) -> String {
    pieces(format, selection).collect()
}

#[test]
fn how_many_pieces_there_are_is_known_beforehand() {
    let corpus = hostile();
    let nothing = Selection::of(&corpus, "", Vec::new()).unwrap();
    for selection in [&nothing, &Selection::whole(&corpus, "").unwrap()] {
        for format in Format::ALL {
            let mut pieces = pieces(format, selection);
            while let (left, Some(most)) = pieces.size_hint() {
                assert_eq!(left, most, "{format:?}");
                if pieces.next().is_none() {
                    assert_eq!(left, 0, "{format:?}");
                    break;
                }
            }
        }
    }
}

#[test]
fn the_same_selection_gives_the_same_bytes() {
    let (one, other) = (hostile(), hostile());
    for format in Format::ALL {
        let of = |corpus| written(format, &Selection::whole(corpus, "").unwrap());
        assert_eq!(of(&one), of(&other), "{format:?}");
    }
}

#[test]
fn json_says_what_the_corpus_says() {
    let corpus = hostile();
    let json: Value = serde_json::from_str(&written(Format::Json, &Selection::whole(&corpus, "").unwrap())).unwrap();
    assert_eq!(json["debate"]["title"], corpus.debate.title.as_str());
    let articles = json["articles"].as_array().unwrap();
    assert_eq!(articles.len(), corpus.articles.len());
    for (said, article) in articles.iter().zip(&corpus.articles) {
        assert_eq!((&said["id"], &said["text"]), (&article.id.as_str().into(), &article.text().into()));
    }
    let statements = json["statements"].as_array().unwrap();
    assert_eq!(statements.len(), corpus.statements.len());
    for (said, statement) in statements.iter().zip(corpus.statements.iter()) {
        let article = corpus.article_of(statement);
        assert_eq!(said["id"], format!("{}.{}", article.id, statement.id));
        let words: Vec<&str> = statement.spans.iter().map(|span| article.words(*span)).collect();
        let texts: Vec<&str> =
            said["spans"].as_array().unwrap().iter().map(|span| span["text"].as_str().unwrap()).collect();
        assert_eq!(texts, words);
        assert_eq!(said["speaker"]["name"].as_str(), corpus.speaker_of(statement).map(|speaker| speaker.name.as_str()));
        assert_eq!(said["side"]["id"], corpus.side(statement.position()).map_or("neither", |side| side.id.as_str()));
        assert_eq!(said["argument"], statement.argument);
        assert_eq!(said["themes"].as_array().unwrap().len(), statement.themes.len());
        assert_eq!(said["evidence"].as_array().unwrap().len(), statement.why.len());
        assert_eq!(said["edits"].as_array().unwrap().len(), statement.edits.len());
    }
    assert_eq!(json["relations"].as_array().unwrap().len(), corpus.relations.len());
    assert!(!corpus.relations.is_empty(), "or this shows little");
}

#[test]
fn a_selection_keeps_its_order_and_takes_along_what_belongs_to_it() {
    let corpus = hostile();
    let chosen = vec![StatementIx(3), StatementIx(0)];
    let selection = Selection::of(&corpus, "https://example.org/", chosen.clone()).unwrap();
    assert_eq!(selection.statements(), chosen);
    assert_eq!(selection.articles(), [ArticleIx(0)]);
    assert_eq!(selection.speakers().len(), 2);
    assert!(selection.relations().iter().all(|it| chosen.contains(&it.from) && chosen.contains(&it.to)));
    let page = selection.page_of(selection.statement(StatementIx(0)));
    assert!(page.starts_with("https://example.org/article/2020-02-29-walls.html#"), "{page}");
    let without = Selection::of_article(&corpus, "", ArticleIx(1)).unwrap();
    assert_eq!((without.articles(), without.statements().len()), ([ArticleIx(1)].as_slice(), 1));
}

#[test]
fn what_a_page_embeds_is_the_graph_of_its_selection_and_no_markup() {
    let corpus = hostile();
    let article = Selection::of_article(&corpus, "", ArticleIx(0)).unwrap();
    let (file, page) = (written(Format::JsonLd, &article), json_ld_in_page(&article));
    assert!(file.contains("</script>"), "or this shows nothing");
    assert!(!page.contains('<'), "{page}");
    let (file, page): (Value, Value) = (serde_json::from_str(&file).unwrap(), serde_json::from_str(&page).unwrap());
    assert_eq!(page["@graph"], file["@graph"]);
    assert_eq!(page["@context"], "https://schema.org");
}

#[test]
fn annotations_have_absolute_addresses_wherever_the_site_is() {
    let corpus = hostile();
    for (site, begin) in [("", "https://rejoinder.invalid/"), ("https://example.org/", "https://example.org/")] {
        let page: Value =
            serde_json::from_str(&written(Format::WebAnnotation, &Selection::whole(&corpus, site).unwrap())).unwrap();
        let item = &page["items"][0];
        for address in [&page["id"], &page["partOf"]["id"], &item["id"], &item["target"][0]["source"]] {
            assert!(address.as_str().unwrap().starts_with(begin), "{address}");
            assert_eq!(address.as_str().unwrap().matches("https:").count(), 1, "{address}");
        }
    }
}

#[test]
fn nothing_is_written_of_words_that_are_not_here() {
    let mut corpus = hostile();
    let coming = Article { body: Body::default(), ..Article::blank("later", Date::new(2021, 1, 1).unwrap()) };
    corpus.articles.push(coming);
    let missing = Err(WordsMissing { article: "later".into() });
    assert_eq!(Selection::whole(&corpus, "").map(|_| ()), missing);
    assert_eq!(Selection::of(&corpus, "", vec![StatementIx(0)]).map(|_| ()), Ok(()), "nobody asks for them");
}
