//! Corpora for tests.

use corpus::{
    Article, ArticleIx, ArticleKind, Colour, Component, ComponentKind, Content, Corpus, Date, Debate, Quotation, Side,
    SideIx, Span, Speaker, SpeakerIx, SpeakerKind, Statement, StatementId, Theme, ThemeIx, quoted_words,
};

/// A statement to be.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) article: ArticleKind,
    pub(crate) spans: Vec<String>,
    pub(crate) side: Option<u8>,
    pub(crate) speaker: Option<u32>,
    pub(crate) themes: Vec<u16>,
    pub(crate) quotation: Quotation,
    pub(crate) components: Vec<ComponentKind>,
}

/// Two sides, three themes (one without statements), four speakers (one silent), six statements, the last two in a
/// background report.
pub(crate) fn corpus() -> Corpus<'static> {
    use ComponentKind::{Claim, Premise};
    use Quotation::{Direct, Indirect, Mixed};
    let draft = |spans: &[&str], side, speaker, themes: &[u16], quotation, components: &[ComponentKind]| Draft {
        article: ArticleKind::News,
        spans: spans.iter().map(|span| span.to_string()).collect(),
        side,
        speaker,
        themes: themes.to_vec(),
        quotation,
        components: components.to_vec(),
    };
    let reported = |draft| Draft { article: ArticleKind::Background, ..draft };
    make(&[
        draft(&["Phones must open to a warrant"], Some(0), Some(0), &[0], Direct, &[Claim, Claim]),
        draft(&["even warrants fail at times"], Some(0), Some(3), &[0, 2], Indirect, &[Premise]),
        draft(&["Privacy is a right", "everyone has it"], Some(1), Some(3), &[2], Mixed, &[Claim, Premise]),
        draft(&["the hearing is on Monday"], None, Some(1), &[], Indirect, &[]),
        reported(draft(&["Locks protect us all"], Some(1), Some(3), &[2], Indirect, &[])),
        reported(draft(&["they met in a Cafe\u{301}"], None, None, &[], Direct, &[])),
    ])
}

/// A corpus of arguments, each of these spans and on this side; all of them by one speaker on one theme.
pub(crate) fn sided(arguments: &[(&[&str], u8)]) -> Corpus<'static> {
    let draft = |(spans, side): &(&[&str], u8)| Draft {
        article: ArticleKind::News,
        spans: spans.iter().map(|span| span.to_string()).collect(),
        side: Some(*side),
        speaker: Some(0),
        themes: vec![0],
        quotation: Quotation::Indirect,
        components: Vec::new(),
    };
    make(&arguments.iter().map(draft).collect::<Vec<_>>())
}

/// A corpus of these statements, in order of article, with the sides, themes and speakers of [`corpus`].
pub(crate) fn make(drafts: &[Draft]) -> Corpus<'static> {
    let side = |id: &'static str, colour| Side { id: id.into(), label: id.into(), summary: id.into(), colour };
    let theme = |id: &'static str| Theme { id: id.into(), label: id.into() };
    let speaker =
        |id: &'static str, name: &'static str, role: &'static str, affiliation: Option<&'static str>| Speaker {
            id: id.into(),
            name: name.into(),
            kind: SpeakerKind::Person,
            roles: vec![role.into()],
            affiliation: affiliation.map(Into::into),
        };
    let mut text = String::new();
    let mut statements = Vec::new();
    let mut drafts: Vec<&Draft> = drafts.iter().collect();
    drafts.sort_by_key(|draft| draft.article);
    for (n, draft) in (0..).zip(drafts) {
        let mut spans = Vec::new();
        for words in &draft.spans {
            spans.push(Span::new(text.len(), text.len() + words.len()));
            text.push_str(words);
            text.push(' ');
        }
        let components = draft.components.iter().map(|kind| Component { span: spans[0], kind: *kind }).collect();
        statements.push(Statement {
            id: StatementId(n),
            article: ArticleIx(draft.article as u32),
            spans,
            quotation: draft.quotation,
            quoted: 0,
            source: None,
            cue: None,
            speaker: draft.speaker.map(SpeakerIx),
            role: None,
            argument: draft.side.is_some(),
            components,
            side: draft.side.map(SideIx),
            themes: draft.themes.iter().copied().map(ThemeIx).collect(),
            why: Vec::new(),
            edits: Vec::new(),
        });
    }
    let mut corpus = Corpus {
        debate: Debate {
            title: "Locks".into(),
            question: "Who should have a key?".into(),
            sides: vec![side("access", Colour::Amber), side("privacy", Colour::Blue)],
            themes: vec![theme("safety"), theme("unused"), theme("rights")],
        },
        // Both have the words of all statements.
        articles: ArticleKind::ALL
            .into_iter()
            .zip([2017, 2019].iter().filter_map(|year| Date::new(*year, 10, 10)))
            .map(|(kind, date)| {
                let paragraphs = vec![Span::new(0, text.len())];
                let body = Content { text: text.clone().into(), paragraphs, sha256: [0; 32] }.into();
                Article { kind, body, ..Article::blank(kind.name(), date) }
            })
            .collect(),
        speakers: vec![
            speaker("ann-ode", "Ann Ode", "director", Some("The Bureau")),
            speaker("ben-low", "Ben Low", "clerk", None),
            speaker("mute", "Mute", "witness", None),
            speaker("zoe-key", "Zoë Key", "lawyer", Some("Locksmiths’ Union")),
        ],
        statements: statements.into(),
        relations: Vec::new(),
    };
    for statement in corpus.statements.to_mut() {
        statement.quoted = quoted_words(&corpus.articles[statement.article.get()], statement);
    }
    corpus
}
