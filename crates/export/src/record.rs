//! What files say of a statement, of an article and of how statements are related: what `SCHEMA` describes.
//!
//! A statement says by itself who speaks and where, so that nobody has to join lists to read one.

use corpus::{
    Article, ArticleIx, Basis, Edited, Inference, Relation, RelationKind, Span, SpeakerKind, Statement, StatementIx,
};
use serde::Serialize;

use crate::Selection;

/// Between parts of a statement that are not next to each other in the article.
pub(crate) const GAP: &str = " […] ";

/// A statement with what was inferred of it and from what.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StatementRecord<'s> {
    /// `ARTICLE.STATEMENT`: stable.
    pub(crate) id: String,
    /// Where it stands on the site.
    pub(crate) page: String,
    /// Its words, as they stand; [`GAP`] where some are left out.
    pub(crate) text: String,
    pub(crate) spans: Vec<Words<'s>>,
    pub(crate) quotation: &'static str,
    pub(crate) source: Option<Words<'s>>,
    pub(crate) cue: Option<Words<'s>>,
    pub(crate) speaker: Option<SpeakerRecord<'s>>,
    pub(crate) role: Option<Words<'s>>,
    pub(crate) argument: bool,
    pub(crate) components: Vec<ComponentRecord<'s>>,
    pub(crate) side: Named<'s>,
    pub(crate) themes: Vec<Named<'s>>,
    pub(crate) article: ArticleRecord<'s>,
    pub(crate) evidence: Vec<EvidenceRecord<'s>>,
    pub(crate) edits: Vec<EditRecord<'s>>,
}

/// Words of an article: offsets in code points of its file, the end not included.
#[derive(Serialize)]
pub(crate) struct Words<'s> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) text: &'s str,
}

/// Something of the debate: its stable name, and what the page calls it.
#[derive(Serialize)]
pub(crate) struct Named<'s> {
    pub(crate) id: &'s str,
    pub(crate) label: &'s str,
}

#[derive(Serialize)]
pub(crate) struct SpeakerRecord<'s> {
    pub(crate) id: &'s str,
    pub(crate) name: &'s str,
    pub(crate) kind: &'static str,
    pub(crate) affiliation: Option<&'s str>,
    /// That articles or the debate's publisher give, first mentioned first.
    pub(crate) roles: Vec<&'s str>,
}

#[derive(Serialize)]
pub(crate) struct ComponentRecord<'s> {
    pub(crate) kind: &'static str,
    #[serde(flatten)]
    pub(crate) words: Words<'s>,
}

/// Where a statement stands.
#[derive(Serialize)]
pub(crate) struct ArticleRecord<'s> {
    pub(crate) id: &'s str,
    pub(crate) kind: &'static str,
    pub(crate) date: String,
    pub(crate) title: Option<&'s str>,
    pub(crate) outlet: Option<&'s str>,
    pub(crate) author: Option<&'s str>,
    pub(crate) url: Option<&'s str>,
}

#[derive(Serialize)]
pub(crate) struct EvidenceRecord<'s> {
    pub(crate) of: &'static str,
    pub(crate) rule: &'static str,
    pub(crate) theme: Option<&'s str>,
    pub(crate) side: Option<&'s str>,
    pub(crate) words: Option<Words<'s>>,
    /// In hundredths of a point.
    pub(crate) weight: i16,
}

#[derive(Serialize)]
pub(crate) struct EditRecord<'s> {
    pub(crate) of: &'static str,
    pub(crate) reason: &'s str,
}

/// How two statements are related.
#[derive(Serialize)]
pub(crate) struct RelationRecord<'s> {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) kind: &'static str,
    pub(crate) basis: BasisRecord<'s>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum BasisRecord<'s> {
    /// The article of `from` says so.
    Stated(Words<'s>),
    /// The share of words in common, from 1 to 100.
    Similar(u8),
}

impl<'s> StatementRecord<'s> {
    pub(crate) fn new(selection: &Selection<'s>, ix: StatementIx) -> Self {
        let (corpus, statement) = (selection.corpus(), selection.statement(ix));
        let words = |span: Span| Words::new(selection, statement.article, span);
        let component = |component: &corpus::Component| ComponentRecord {
            kind: component.kind.name(),
            words: words(component.span),
        };
        let evidence = |evidence: &corpus::Evidence| EvidenceRecord {
            of: inference(evidence.of),
            rule: evidence.rule.english(),
            theme: match evidence.of {
                Inference::Theme(ix) => Some(corpus.debate.themes[ix.get()].id.as_str()),
                _ => None,
            },
            side: evidence.side.map(|side| corpus.debate.sides[side.get()].id.as_str()),
            words: evidence.words.map(words),
            weight: evidence.weight,
        };
        Self {
            id: statement_id(selection, statement),
            page: selection.page_of(statement),
            text: selection.text_of(statement),
            spans: statement.spans.iter().copied().map(words).collect(),
            quotation: statement.quotation.name(),
            source: statement.source.map(words),
            cue: statement.cue.map(words),
            speaker: statement.speaker.map(|ix| SpeakerRecord::new(&corpus.speakers[ix.get()])),
            role: statement.role.map(words),
            argument: statement.argument,
            components: statement.components.iter().map(component).collect(),
            side: Named {
                id: selection.position_id(statement.position()),
                label: corpus.side(statement.position()).map_or("neither side", |side| &side.label),
            },
            themes: statement.themes.iter().map(|ix| &corpus.debate.themes[ix.get()]).map(Named::theme).collect(),
            article: ArticleRecord::new(selection.article(statement.article)),
            evidence: statement.why.iter().map(evidence).collect(),
            edits: statement
                .edits
                .iter()
                .map(|edit| EditRecord { of: edited(edit.of), reason: &edit.reason })
                .collect(),
        }
    }
}

impl<'s> Words<'s> {
    pub(crate) fn new(selection: &Selection<'s>, article: ArticleIx, span: Span) -> Self {
        let (start, end) = selection.code_points(article).span(span);
        Self { start, end, text: selection.article(article).words(span) }
    }
}

impl<'s> Named<'s> {
    pub(crate) fn side(side: &'s corpus::Side<'_>) -> Self {
        Self { id: &side.id, label: &side.label }
    }

    pub(crate) fn theme(theme: &'s corpus::Theme<'_>) -> Self {
        Self { id: &theme.id, label: &theme.label }
    }
}

impl<'s> SpeakerRecord<'s> {
    pub(crate) fn new(speaker: &'s corpus::Speaker<'_>) -> Self {
        Self {
            id: &speaker.id,
            name: &speaker.name,
            kind: speaker_kind(speaker.kind),
            affiliation: speaker.affiliation.as_deref(),
            roles: speaker.roles.iter().map(|role| role.as_str()).collect(),
        }
    }
}

impl<'s> ArticleRecord<'s> {
    pub(crate) fn new(article: &'s Article<'_>) -> Self {
        Self {
            id: &article.id,
            kind: article.kind.name(),
            date: article.date.to_string(),
            title: article.title.as_deref(),
            outlet: article.outlet.as_deref(),
            author: article.author.as_deref(),
            url: article.url.as_deref(),
        }
    }
}

impl<'s> RelationRecord<'s> {
    pub(crate) fn new(selection: &Selection<'s>, relation: &Relation) -> Self {
        let from = selection.statement(relation.from);
        Self {
            from: statement_id(selection, from),
            to: statement_id(selection, selection.statement(relation.to)),
            kind: relation_kind(relation.kind),
            basis: match relation.basis {
                Basis::Stated(span) => BasisRecord::Stated(Words::new(selection, from.article, span)),
                Basis::Similar(share) => BasisRecord::Similar(share),
            },
        }
    }
}

/// The stable name of a statement in its corpus.
pub(crate) fn statement_id(selection: &Selection<'_>, statement: &Statement<'_>) -> String {
    format!("{}.{}", selection.article(statement.article).id, statement.id)
}

pub(crate) const fn speaker_kind(kind: SpeakerKind) -> &'static str {
    match kind {
        SpeakerKind::Person => "person",
        SpeakerKind::Organisation => "organisation",
        SpeakerKind::Group => "group",
        SpeakerKind::Document => "document",
        SpeakerKind::Author => "author",
    }
}

pub(crate) const fn relation_kind(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Supports => "supports",
        RelationKind::Attacks => "attacks",
        RelationKind::Rephrases => "rephrases",
    }
}

const fn inference(of: Inference) -> &'static str {
    match of {
        Inference::Speaker => "speaker",
        Inference::Argument => "argument",
        Inference::Side => "side",
        Inference::Component => "component",
        Inference::Theme(_) => "theme",
    }
}

const fn edited(of: Edited) -> &'static str {
    match of {
        Edited::Statement => "statement",
        Edited::Speaker => "speaker",
        Edited::Argument => "argument",
        Edited::Side => "side",
        Edited::Themes => "themes",
    }
}
