//! The project's own article and debate, as a reader has to see them.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use corpus::{Basis, ComponentKind, Quotation, RelationKind};
use mine::{SourceFile, mine};

const DEBATE: &[u8] = include_bytes!("../../../seeds/debate.toml");
const ARTICLE: &[u8] = include_bytes!("../../../seeds/000_749908851def517d.txt");

#[test]
fn the_first_article_has_its_eight_statements() {
    let article = SourceFile { name: "000_749908851def517d.txt", bytes: ARTICLE };
    let mined = mine(SourceFile { name: "debate.toml", bytes: DEBATE }, &[article], &[]);
    assert_eq!(mined.diagnostics, []);
    let corpus = mined.corpus.unwrap();
    assert_eq!(corpus.check(), []);
    let found: Vec<_> = corpus
        .statements
        .iter()
        .map(|statement| {
            let article = corpus.article_of(statement);
            let words: Vec<&str> = article.words(statement.spans[0]).split_whitespace().take(3).collect();
            let speaker = corpus.speaker_of(statement).map(|speaker| speaker.name.as_str()).unwrap_or_default();
            let role = statement.role.map(|role| article.words(role)).unwrap_or_default();
            let premise = statement.components.iter().any(|component| component.kind == ComponentKind::Premise);
            let side = corpus.debate.sides[statement.side.unwrap().get()].id.as_str();
            (words.join(" "), speaker.to_owned(), role.to_owned(), statement.quotation, side.to_owned(), premise)
        })
        .collect();
    let expected = [
        (
            "Encrypted communications that",
            "Rod Rosenstein",
            "Deputy Attorney General",
            Quotation::Mixed,
            "access",
            false,
        ),
        ("a legal mandate", "Rod Rosenstein", "Deputy Attorney General", Quotation::Indirect, "access", false),
        ("pushed back against", "privacy advocates", "", Quotation::Indirect, "encryption", false),
        ("A requirement to", "Rod Rosenstein", "Deputy Attorney General", Quotation::Direct, "access", true),
        ("lashed out at", "Donald Trump", "President", Quotation::Indirect, "access", false),
        ("enabling access to", "tech companies", "", Quotation::Indirect, "encryption", true),
        ("The government is", "Tim Cook", "Apple CEO", Quotation::Direct, "encryption", false),
        (
            "the industry group’s",
            "Tommy Ross",
            "senior director for policy at BSA – The Software Alliance",
            Quotation::Indirect,
            "encryption",
            false,
        ),
    ];
    let expected = expected.map(|(words, speaker, role, quotation, side, premise)| {
        (words.to_owned(), speaker.to_owned(), role.to_owned(), quotation, side.to_owned(), premise)
    });
    assert_eq!(found, expected);
    let themes = corpus.statements.iter().map(|statement| {
        let ids = statement.themes.iter().map(|theme| corpus.debate.themes[theme.get()].id.as_str());
        ids.collect::<Vec<_>>().join(", ")
    });
    let expected = ["public-safety", "law, public-safety", "", "public-safety, law", "terrorism, public-safety"];
    assert_eq!(themes.collect::<Vec<_>>(), [&expected[..], &["cybersecurity", "cybersecurity", ""]].concat());
    let [relation] = corpus.relations[..] else { panic!("one relation: {:?}", corpus.relations) };
    assert_eq!((relation.from.get(), relation.to.get(), relation.kind), (7, 3, RelationKind::Attacks));
    let Basis::Stated(words) = relation.basis else { panic!("the article says so: {relation:?}") };
    assert_eq!(corpus.articles[0].words(words), "concerns about Rosenstein’s");
    let every_side_has_evidence = corpus.statements.iter().all(|statement| {
        statement.why.iter().any(|why| why.side == statement.side && why.of == corpus::Inference::Side)
    });
    assert!(every_side_has_evidence);
}
