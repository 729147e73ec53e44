//! A sound corpus is sound, survives the codec, and each damage to it is found.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use corpus::{
    Article, ArticleIx, ArticleKind, Basis, Colour, Component, ComponentKind, Content, Corpus, Date, Debate,
    DecodeError, Edit, Edited, EncodeError, Evidence, Inference, PartialDate, Quotation, Relation, RelationKind, Rule,
    Side, SideIx, Span, Speaker, SpeakerIx, SpeakerKind, Statement, StatementId, StatementIx, Theme, ThemeIx, Work,
    decode, encode, quoted_words,
};

const TEXT: &str = "Ann Bell said “lamps help”.\n\nOtto Fink disagreed: they harm birds.";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn statement(id: u32, words: &str, speaker: u32, side: Option<u8>) -> Statement<'static> {
    Statement {
        id: StatementId(id),
        article: ArticleIx(0),
        spans: vec![span(words)],
        quotation: Quotation::Indirect,
        quoted: 0,
        source: None,
        cue: None,
        speaker: Some(SpeakerIx(speaker)),
        role: None,
        argument: side.is_some(),
        components: side.map(|_| Component { span: span(words), kind: ComponentKind::Claim }).into_iter().collect(),
        side: side.map(SideIx),
        themes: vec![ThemeIx(0)],
        why: vec![Evidence {
            of: Inference::Theme(ThemeIx(0)),
            rule: Rule::ThemeWords,
            words: Some(span(words)),
            side: None,
            weight: -5,
        }],
        edits: Vec::new(),
    }
}

fn relation(from: u32, to: u32, basis: Basis) -> Relation {
    Relation { from: StatementIx(from), to: StatementIx(to), kind: RelationKind::Attacks, basis }
}

fn sound() -> Corpus<'static> {
    let side = |id: &'static str, colour| Side { id: id.into(), label: "L".into(), summary: "S".into(), colour };
    let speaker = |id: &'static str, name: &'static str| Speaker {
        id: id.into(),
        name: name.into(),
        kind: SpeakerKind::Person,
        roles: vec!["Mayor".into()],
        affiliation: None,
    };
    let article = |id: &'static str, day| Article {
        id: id.into(),
        file: "a.txt".into(),
        kind: ArticleKind::News,
        date: Date::new(2021, 3, day).unwrap(),
        title: None,
        outlet: None,
        author: None,
        url: Some("https://example.org/".into()),
        works: vec![Work {
            title: "On Lamps".into(),
            publisher: Some("The Moor Institute".into()),
            date: "2020-11".parse::<PartialDate>().ok(),
            url: Some("https://example.org/lamps".into()),
        }],
        opening: Some("Ann Bell said".into()),
        body: Content { text: TEXT.into(), paragraphs: TEXT.split("\n\n").map(span).collect(), sha256: [7; 32] }.into(),
    };
    Corpus {
        debate: Debate {
            title: "Lamps".into(),
            question: "All night?".into(),
            sides: vec![side("bright", Colour::Amber), side("dark", Colour::Blue)],
            themes: vec![Theme { id: "nature".into(), label: "Nature".into() }],
        },
        articles: vec![article("a", 4), article("b", 5)],
        speakers: vec![speaker("ann-bell", "Ann Bell"), speaker("otto-fink", "Otto Fink")],
        statements: vec![statement(1, "lamps help", 0, Some(0)), statement(2, "they harm birds", 1, Some(1))].into(),
        relations: vec![relation(1, 0, Basis::Stated(span("Otto Fink disagreed")))],
    }
}

/// Damages a sound corpus and expects that and nothing else to be found.
#[track_caller]
fn check(expected: &str, damage: impl FnOnce(&mut Corpus<'static>)) {
    let mut corpus = sound();
    damage(&mut corpus);
    let found: Vec<String> = corpus.check().iter().map(ToString::to_string).collect();
    assert!(!found.is_empty(), "not found: {expected}");
    assert!(found.iter().all(|violation| violation.contains(expected)), "{expected}: {found:?}");
}

#[test]
fn a_sound_corpus_is_sound() {
    assert_eq!(sound().check(), []);
}

#[test]
fn of_a_partly_quoted_statement_the_words_between_marks_count() {
    for (text, from, expected) in [
        ("that lamps “keep us safe” at night", "that", 3),
        ("that lamps \"keep us\" and 'don't harm' birds", "that", 4),
        ("‘It’s the town’s,’ she said", "‘It", 3),
        ("“Lamps,” she said, “are bad – very", "are", 3),
        ("the town’s lamps and the birds’ nests", "the", 0),
        ("„Licht ist gut“, sagte sie", "„", 3),
        ("“He said ‘no way’ to me” twice", "“", 6),
    ] {
        let mut article = sound().articles.swap_remove(0);
        *article.body.to_mut() =
            Content { text: text.into(), paragraphs: vec![Span::new(0, text.len())], sha256: [0; 32] };
        let spans = vec![Span::new(text.find(from).unwrap(), text.len())];
        let mut said = Statement { spans, quotation: Quotation::Mixed, ..statement(0, "help", 0, None) };
        assert_eq!(quoted_words(&article, &said), expected, "{text}");
        said.quotation = Quotation::Indirect;
        assert_eq!(quoted_words(&article, &said), 0, "{text}");
        said.quotation = Quotation::Direct;
        assert!(quoted_words(&article, &said) >= expected, "{text}");
    }
    check("another number of quoted words", |c| c.statements[0].quoted = 1);
    check("another number of quoted words", |c| c.statements[0].quotation = Quotation::Direct);
}

#[test]
fn damaged_spans_are_found() {
    check("not a stretch of the text", |c| c.statements[0].spans[0].end = 9999);
    check("not a stretch of the text", |c| c.articles[1].body.to_mut().paragraphs[1].start = 9999);
    // Inside the opening quotation mark, which has three bytes.
    check("not a stretch of the text", |c| c.statements[0].source = Some(Span { start: 15, end: 20 }));
    check("not a stretch of the text", |c| c.statements[0].cue = Some(Span { start: 3, end: 3 }));
    check("not a stretch of the text", |c| c.statements[0].why[0].words = Some(Span { start: 3, end: 1 }));
    check("out of order or overlapping", |c| c.articles[1].body.to_mut().paragraphs.reverse());
    check("out of order or overlapping", |c| c.statements[0].spans.push(span("lamps")));
    check("a component outside the statement", |c| c.statements[0].components[0].span = span("Ann"));
    check("it does not start in a paragraph", |c| c.articles[0].body.to_mut().paragraphs.truncate(1));
    check("it does not start in a paragraph", |c| {
        c.statements[0].spans.clear();
        c.statements[0].components.clear();
    });
}

#[test]
fn indices_that_point_nowhere_are_found() {
    check("its article is not in the corpus", |c| c.statements[1].article = ArticleIx(2));
    check("its speaker is not in the corpus", |c| c.statements[1].speaker = Some(SpeakerIx(2)));
    check("a side that the debate does not have", |c| c.statements[1].side = Some(SideIx(2)));
    check("a side that the debate does not have", |c| c.statements[1].why[0].side = Some(SideIx(2)));
    check("a theme that the debate does not have", |c| c.statements[1].themes.push(ThemeIx(1)));
    check("a theme that the debate does not have", |c| c.statements[1].why[0].of = Inference::Theme(ThemeIx(1)));
}

#[test]
fn ids_and_orders_that_do_not_hold_are_found() {
    check("two with this id", |c| c.speakers[1].id = "ann-bell".into());
    check("two with this id", |c| c.articles[1].id = "a".into());
    check("an id is made of", |c| c.debate.sides[0].id = "Bright!".into());
    check("an id is made of", |c| c.debate.themes[0].id = "".into());
    check("two statements with this id", |c| c.statements[1].id = StatementId(1));
    check("not in order of date and id", |c| c.articles.reverse());
    check("not in order of article and place", |c| c.statements.to_mut().reverse());
}

#[test]
fn meaning_that_does_not_hold_is_found() {
    check("two to six sides", |c| {
        c.debate.sides.truncate(1);
        c.statements.to_mut().truncate(1);
        c.relations.clear();
    });
    check("a side or a component without an argument", |c| {
        c.statements[0].argument = false;
        c.relations.clear();
    });
    check("a url that is not one of the web", |c| c.articles[0].url = Some("javascript:alert(1)".into()));
    check("a url that is not one of the web", |c| c.articles[0].works[0].url = Some("moor.example".into()));
    check("a work without a title", |c| c.articles[0].works[0].title = "".into());
}

#[test]
fn edits_that_do_not_hold_are_found() {
    let edit = |of| Edit { of, reason: "it says so".into() };
    let mut edited = sound();
    edited.statements[0].edits = vec![edit(Edited::Speaker), edit(Edited::Side)];
    assert_eq!(edited.check(), []);
    assert_eq!(decode(&encode(&edited).unwrap()).unwrap(), edited);
    check("edits out of order", |c| c.statements[0].edits = vec![edit(Edited::Side), edit(Edited::Speaker)]);
    check("edits out of order", |c| c.statements[0].edits = vec![edit(Edited::Side), edit(Edited::Side)]);
    check("edited once more", |c| {
        c.statements[0].why.clear();
        c.statements[0].edits = vec![edit(Edited::Statement), edit(Edited::Side)];
    });
    check("without a reason", |c| c.statements[0].edits = vec![Edit { of: Edited::Side, reason: " ".into() }]);
    check("evidence for what an editor settled", |c| c.statements[0].edits = vec![edit(Edited::Themes)]);
    check("evidence for what an editor settled", |c| c.statements[0].edits = vec![edit(Edited::Statement)]);
}

#[test]
fn relations_that_do_not_hold_are_found() {
    check("not in the corpus", |c| c.relations[0].from = StatementIx(2));
    check("a statement about itself", |c| c.relations[0].to = StatementIx(1));
    check("is not a stretch of the text", |c| c.relations[0].basis = Basis::Stated(Span { start: 3, end: 9999 }));
    check("not in order of their ends", |c| c.relations.push(c.relations[0]));
    check("not in order of their ends", |c| c.relations.push(relation(0, 1, Basis::Stated(span("disagreed")))));
    check("of what is no argument", |c| {
        c.statements[1].argument = false;
        c.statements[1].side = None;
        c.statements[1].components.clear();
    });
}

#[test]
fn similar_arguments_that_are_not_are_found() {
    let similar = |score| vec![relation(1, 0, Basis::Similar(score))];
    let mut fine = sound();
    fine.relations = similar(100);
    assert_eq!(fine.check(), []);
    fine.statements[1].side = fine.statements[0].side;
    fine.relations[0].kind = RelationKind::Rephrases;
    assert_eq!(fine.check(), []);
    check("a score outside", |c| c.relations = similar(0));
    check("a score outside", |c| c.relations = similar(101));
    check("points to the earlier one", |c| c.relations = vec![relation(0, 1, Basis::Similar(9))]);
    check("attacks another side, rephrases its own", |c| {
        c.relations = similar(9);
        c.relations[0].kind = RelationKind::Supports;
    });
    check("attacks another side, rephrases its own", |c| {
        c.relations = similar(9);
        c.statements[1].side = c.statements[0].side;
    });
    check("takes a side", |c| {
        c.relations = similar(9);
        c.statements[1].side = None;
    });
    check("what rephrases is similar", |c| c.relations[0].kind = RelationKind::Rephrases);
    check("shares a theme", |c| {
        c.relations = similar(9);
        c.statements[1].themes.clear();
    });
}

#[test]
fn the_codec_gives_back_what_it_was_given_and_borrows_its_strings() {
    let corpus = sound();
    let bytes = encode(&corpus).unwrap();
    let decoded = decode(&bytes).unwrap();
    assert_eq!(decoded, corpus);
    assert!(
        decoded.articles[0].body.content().unwrap().text.is_borrowed() && decoded.speakers[0].roles[0].is_borrowed()
    );
    assert_eq!(bytes, encode(&decoded).unwrap());
}

#[test]
fn what_is_read_where_it_lies_is_what_was_made() {
    let mut corpus = sound();
    let third = Article { id: "c".into(), ..corpus.articles[1].clone() };
    corpus.articles.push(third);
    // Two in the last article, none in the second; spans in several pieces and inside each other, words before and after.
    let mut outer = statement(3, "Ann Bell said “lamps help”", 0, None);
    outer.spans.push(span("Otto Fink"));
    let mut inner = statement(4, "help", 1, Some(1));
    inner.article = ArticleIx(2);
    inner.source = Some(span("Otto Fink"));
    inner.cue = Some(span("said"));
    inner.role = Some(span("Bell"));
    inner.themes.clear();
    inner.components.push(Component { span: span("hel"), kind: ComponentKind::Premise });
    corpus.statements.to_mut().extend([Statement { article: ArticleIx(2), ..outer }, inner]);
    let bytes = encode(&corpus).unwrap();
    let decoded = decode(&bytes).unwrap();
    for statements in [&corpus.statements, &decoded.statements] {
        let mut outlines = Vec::new();
        statements.outlines(|outline| outlines.push(format!("{outline:?}")));
        let whole: Vec<String> = corpus.statements.iter().map(|made| format!("{:?}", made.outline())).collect();
        assert_eq!(outlines, whole);
        let ranges: Vec<_> = (0..4).map(|n| statements.of(ArticleIx(n))).collect();
        assert_eq!(ranges, [0..2, 2..2, 2..4, 4..4]);
        let articles: Vec<_> = (0..5).map(|n| statements.article(n).map(|ix| ix.0)).collect();
        assert_eq!(articles, [Some(0), Some(0), Some(2), Some(2), None]);
        let mut spans = Vec::new();
        (0..3).for_each(|article| statements.spans(ArticleIx(article), |n, span| spans.push((n, span))));
        let made = corpus.statements.iter().enumerate();
        assert_eq!(spans, made.flat_map(|(n, made)| made.spans.iter().map(move |span| (n, *span))).collect::<Vec<_>>());
        assert!(statements.get(4).is_none());
    }
    assert_eq!(decoded, corpus);
    let mut changed = decoded.clone();
    changed.statements[1].side = None;
    assert_ne!(changed, corpus);
    assert_eq!((changed.statements.len(), &changed.statements[2]), (4, &corpus.statements[2]));
}

#[test]
fn statements_out_of_order_have_no_binary_form() {
    let refused = |article: u32| {
        let mut corpus = sound();
        corpus.statements[0].article = ArticleIx(article);
        encode(&corpus).unwrap_err()
    };
    assert_eq!(refused(1), EncodeError::Order, "after one of an earlier article");
    assert_eq!(refused(9), EncodeError::Order, "of none");
}

#[test]
fn bytes_that_are_no_corpus_are_refused() {
    let bytes = encode(&sound()).unwrap();
    assert_eq!(decode(b""), Err(DecodeError::Tag));
    assert_eq!(decode(&bytes[1..]), Err(DecodeError::Tag));
    assert_eq!(decode(&[&bytes[..], b"??"].concat()), Err(DecodeError::Damaged));
    for length in 4..bytes.len() {
        assert_eq!(decode(&bytes[..length]), Err(DecodeError::Damaged), "cut to {length} bytes");
        let mut changed = bytes.clone();
        changed[length] ^= 0x10;
        assert_eq!(decode(&changed), Err(DecodeError::Damaged), "changed at {length}");
    }
}
