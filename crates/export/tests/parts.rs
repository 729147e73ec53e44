//! What a format leaves out is what its files do not tell: each part of a small corpus is changed, and the bytes are compared.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use corpus::{
    ArticleKind, Basis, ComponentKind, Corpus, Date, Edit, Edited, Quotation, RelationKind, Span, SpeakerKind, Work,
};
use export::{Format, Part, Selection, pieces};
use mine::SourceFile;

const DEBATE: &str = r#"
    title = "Lamps"
    question = "Keep them?"
    [[side]]
    id = "for"
    label = "For"
    summary = "Keep them."
    cues = ["keep the lamps"]
    [[side]]
    id = "against"
    label = "Against"
    summary = "Do not."
    cues = ["tear the lamps down"]
    [[theme]]
    id = "cost"
    label = "Cost"
    cues = ["cost"]
    [[theme]]
    id = "birds"
    label = "Birds"
    cues = ["birds"]
"#;

/// The words of the first statement stand twice, so that their place can change and they do not.
const ARTICLE: &str = "---\ntitle: Lamps\noutlet: The Post\nauthor: Cy Dee\ndate: 2021-03-04\nurl: https://example.org/l\n---\n\
    “Keep the lamps, because they cost little,” said Ann Bell, mayor and chair of the Lamp Club.\n\n\
    In response to Bell, Bob Fink said that the town must tear the lamps down, because they harm birds.\n\n\
    “Keep the lamps, because they cost little,” a poster read.\n\n\
    The meeting lasted until noon, and everybody went home.\n";

fn corpus() -> Corpus<'static> {
    let file = |name, text: &'static str| SourceFile { name, bytes: text.as_bytes() };
    mine::mine(file("debate.toml", DEBATE), &[file("lamps.txt", ARTICLE)], &[]).corpus.unwrap()
}

/// The corpus with another value of a part, and of nothing else, but that what has other words has them elsewhere.
fn changed(part: Part) -> Corpus<'static> {
    let mut corpus = corpus();
    let Corpus { articles, speakers, statements, relations, .. } = &mut corpus;
    let (statement, speaker, article) = (&mut statements.to_mut()[0], &mut speakers[0], &mut articles[0]);
    // As many bytes further on the same words stand again.
    let further = (ARTICLE.rfind("Keep").unwrap() - ARTICLE.find("Keep").unwrap()) as u32;
    let again = |span: Span| Span { start: span.start + further, end: span.end + further };
    let other = Some(Span { start: 150, end: 153 });
    match part {
        Part::Words => statement.spans[0].end = 114,
        Part::Place => {
            statement.spans[0] = again(statement.spans[0]);
            statement.components.iter_mut().for_each(|each| each.span = again(each.span));
        }
        Part::Quotation => statement.quotation = Quotation::Indirect,
        Part::Source => (statement.source, statement.cue) = (other, other),
        Part::Speaker => speaker.name = "Ada Bell".into(),
        Part::SpeakerKind => speaker.kind = SpeakerKind::Group,
        Part::Role => (statement.role, speaker.roles[0]) = (other, "chair".into()),
        Part::Affiliation => speaker.affiliation = Some("Moth Club".into()),
        Part::Argument => statement.argument = false,
        Part::Components => statement.components[0].kind = ComponentKind::Premise,
        Part::Side => statement.side = None,
        Part::Themes => statement.themes.clear(),
        Part::Evidence => statement.why.clear(),
        Part::Edits => statement.edits.push(Edit { of: Edited::Side, reason: "so".into() }),
        Part::Relations => relations.retain(|relation| relation.kind == RelationKind::Rephrases),
        Part::Rephrases => relations.retain(|relation| relation.kind != RelationKind::Rephrases),
        Part::Bases => relations.iter_mut().for_each(|relation| relation.basis = Basis::Similar(50)),
        Part::Titles => article.title = Some("Lights".into()),
        Part::Outlets => article.outlet = None,
        Part::Authors => article.author = None,
        Part::Dates => article.date = Date::new(2021, 3, 5).unwrap(),
        Part::Addresses => article.url = Some("https://example.org/m".into()),
        Part::Kinds => article.kind = ArticleKind::Background,
        Part::Works => {
            article.works = vec![Work { title: "Of lamps".into(), publisher: None, date: None, url: None }];
        }
        Part::Texts => {
            let content = article.body.to_mut();
            let at = content.text.len();
            content.text = format!("{}More.", content.text).into();
            content.paragraphs.push(Span { start: at as u32, end: at as u32 + 5 });
        }
    }
    corpus
}

fn written(format: Format, corpus: &Corpus<'_>) -> String {
    pieces(format, &Selection::whole(corpus, "https://example.org/debate/").unwrap()).collect()
}

#[test]
fn a_format_tells_what_it_carries_and_nothing_of_what_it_leaves_out() {
    for format in Format::ALL {
        let before = written(format, &corpus());
        for part in Part::ALL {
            assert_eq!(written(format, &changed(part)) != before, format.carries(part), "{format:?}, {part:?}");
        }
    }
}

#[test]
fn what_follows_from_what_is_left_out_is_not_said_again() {
    for format in Format::ALL {
        let listed = format.leaves_out();
        assert!(listed.is_sorted_by(|one, next| one < next), "{format:?} has them in order");
        let is_all = |from: Part, to: Part| {
            Part::ALL.iter().filter(|part| (from..to).contains(part)).all(|part| !format.carries(*part))
        };
        assert_eq!(listed.contains(&Part::Words), is_all(Part::Words, Part::Titles), "{format:?}");
        let has_statements = format.carries(Part::Words);
        assert_eq!(
            listed.contains(&Part::Relations),
            has_statements && is_all(Part::Relations, Part::Titles),
            "{format:?}"
        );
    }
}
