//! The records as a corpus: for measuring what takes one, natively and as a whole site.

use corpus::{
    Article, ArticleIx, Colour, Component, ComponentKind, Content, Corpus, Date, Debate, Quotation, Side, SideIx, Span,
    Speaker, SpeakerIx, SpeakerKind, Statement, StatementId, Text, Theme, ThemeIx,
};

use crate::{FIRST_YEAR, Record, SIDES, THEMES, theme};

/// Characters of an article's first words that stand for its headline.
const OPENING: usize = 64;

/// A corpus in which each record is a statement of its own paragraph.
pub fn corpus(records: &[Record]) -> Corpus<'static> {
    let mut speakers: Vec<(&str, &str)> =
        records.iter().map(|record| (record.speaker.as_str(), record.affiliation.as_str())).collect();
    speakers.sort_unstable();
    speakers.dedup();
    let mut articles = Vec::new();
    let mut statements = Vec::new();
    for told in records.chunk_by(|one, next| one.article == next.article) {
        let mut text = String::new();
        let mut paragraphs = Vec::new();
        for record in told {
            let start = text.len();
            text.push_str(&record.text);
            let span = Span::new(start, text.len());
            text.push_str("\n\n");
            paragraphs.push(span);
            statements.push(statement(record, ArticleIx::new(articles.len()), span, &speakers));
        }
        articles.push(article(&told[0], text, paragraphs));
    }
    let side = |(name, colour): (&&'static str, Colour)| Side {
        id: (*name).into(),
        label: (*name).into(),
        summary: (*name).into(),
        colour,
    };
    Corpus {
        debate: Debate {
            title: "A made-up debate".into(),
            question: "Which side has the better words?".into(),
            sides: SIDES[..SIDES.len() - 1].iter().zip(Colour::ALL).map(side).collect(),
            themes: (0..THEMES).map(|n| Theme { id: theme(n).into(), label: theme(n).into() }).collect(),
        },
        articles,
        speakers: speakers.iter().enumerate().map(|(n, (name, affiliation))| speaker(n, name, affiliation)).collect(),
        statements: statements.into(),
        relations: Vec::new(),
    }
}

fn statement(record: &Record, article: ArticleIx, span: Span, speakers: &[(&str, &str)]) -> Statement<'static> {
    let side = SIDES[..SIDES.len() - 1].iter().position(|side| *side == record.side).map(SideIx::new);
    let speaker = speakers.iter().position(|(name, _)| *name == record.speaker).map(SpeakerIx::new);
    let themes = (0..THEMES).filter(|n| record.themes.contains(&theme(*n))).map(ThemeIx::new).collect();
    Statement {
        id: StatementId(u32::try_from(record.id).unwrap_or(u32::MAX)),
        article,
        spans: vec![span],
        quotation: Quotation::Indirect,
        quoted: 0,
        source: None,
        cue: None,
        speaker,
        role: None,
        argument: side.is_some(),
        components: side.iter().map(|_| Component { span, kind: ComponentKind::Claim }).collect(),
        side,
        themes,
        why: Vec::new(),
        edits: Vec::new(),
    }
}

fn speaker(n: usize, name: &str, affiliation: &str) -> Speaker<'static> {
    Speaker {
        id: format!("speaker-{n}").into(),
        name: Text::from(name.to_owned()),
        kind: SpeakerKind::Person,
        roles: Vec::new(),
        affiliation: Some(affiliation.to_owned().into()),
    }
}

fn article(record: &Record, text: String, paragraphs: Vec<Span>) -> Article<'static> {
    let year = u16::try_from(record.year).unwrap_or(FIRST_YEAR as u16);
    let first = Date::new(year, 1, 1).unwrap_or_else(|| unreachable!("every year has a first day"));
    let opening: String = record.text.chars().take(OPENING).collect();
    Article {
        opening: Some(opening.into()),
        body: Content { text: text.into(), paragraphs, sha256: [0; 32] }.into(),
        ..Article::blank(record.article.clone(), first)
    }
}
