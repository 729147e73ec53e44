//! The sixth stage: an editor's corrections, from the sidecar `NAME.toml` beside `NAME.txt`. Whoever speaks is corrected
//! before the statements are weighed, so that what is known of the right speaker counts; the rest afterwards.
//!
//! What the file says is read in `sidecar`, which statement it means is found in `places`; `review` writes one to be filled
//! in.

mod places;
mod review;
mod sidecar;

use corpus::{Component, Edit, Edited, Inference, Quotation, Rule, SideIx, Span, SpeakerKind, Statement, ThemeIx};

use crate::lex::{Lexed, Token};
use crate::names::Actors;
use crate::resolve::Voice;
use crate::weigh;
pub use review::review;
pub(crate) use sidecar::{Corrected, read};

/// What the editor has settled about one article's statements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Corrections {
    changes: Vec<Change>,
    /// Numbers of statements.
    drops: Vec<usize>,
    additions: Vec<Addition>,
}

/// A correction of a statement that was mined.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    /// Its number among the article's.
    statement: usize,
    set: Settled,
    reason: String,
}

/// A statement that was not mined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Addition {
    /// Its words.
    pub(crate) spans: Vec<Span>,
    role: Option<Span>,
    quotation: Option<Quotation>,
    set: Settled,
    reason: String,
}

/// What an entry settles; none where it leaves the matter to the miner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Settled {
    speaker: Option<Named>,
    /// The inner none is neither side.
    side: Option<Option<SideIx>>,
    themes: Option<Vec<ThemeIx>>,
    argument: Option<bool>,
}

/// A speaker as an editor names them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Named {
    name: String,
    kind: Option<SpeakerKind>,
}

impl Corrections {
    /// Puts the speakers that the editor names in place of those that were found.
    pub(crate) fn voices(&self, voices: &mut [Option<Voice>], actors: &Actors<'_>) {
        for change in &self.changes {
            let Some(named) = &change.set.speaker else { continue };
            let voice = named.voice(voices, actors);
            if let Some(old) = voices.get_mut(change.statement) {
                let role = old.as_ref().filter(|old| old.key == voice.key).and_then(|old| old.role);
                *old = Some(Voice { role, ..voice });
            }
        }
    }

    /// Whether the editor changes anything about this statement.
    pub(crate) fn changes(&self, statement: usize) -> bool {
        self.changes.iter().any(|change| change.statement == statement)
    }

    /// Whether the editor takes this statement out.
    pub(crate) fn drops(&self, statement: usize) -> bool {
        self.drops.contains(&statement)
    }

    /// Corrects a statement, by its number, but for its speaker.
    pub(crate) fn apply(&self, n: usize, lexed: &Lexed, statement: &mut Statement<'_>) {
        for change in self.changes.iter().filter(|change| change.statement == n) {
            change.set.apply(lexed, statement);
            let mut edit = |of| statement.edits.push(Edit { of, reason: change.reason.clone().into() });
            let Settled { speaker, side, themes, argument } = &change.set;
            let touched = [
                (speaker.is_some(), Edited::Speaker),
                (argument.is_some(), Edited::Argument),
                (side.is_some(), Edited::Side),
                (themes.is_some(), Edited::Themes),
            ];
            touched.into_iter().filter(|(is, _)| *is).for_each(|(_, of)| edit(of));
        }
        let Statement { edits, why, argument, .. } = statement;
        edits.sort_by_key(|edit| edit.of);
        // Whether a statement argues is judged from the side that it seems to take: what spoke for a side that the
        // editor does not see is no evidence. Where nothing argues, no side has any.
        let sided = edits.iter().any(|edit| edit.of == Edited::Side);
        why.retain(|why| {
            !(edits.iter().any(|edit| edit.of.covers(why.of))
                || sided && why.of == Inference::Argument
                || !*argument && matches!(why.of, Inference::Side | Inference::Component))
        });
    }

    /// The statements that the editor adds.
    pub(crate) fn additions(&self) -> &[Addition] {
        &self.additions
    }
}

impl Settled {
    fn apply(&self, lexed: &Lexed, statement: &mut Statement<'_>) {
        if let Some(themes) = &self.themes {
            statement.themes.clone_from(themes);
        }
        let argues = self.argument.unwrap_or(statement.argument || matches!(self.side, Some(Some(_))));
        if argues && !statement.argument {
            statement.components = components(lexed, &statement.spans);
        } else if !argues {
            statement.components.clear();
            statement.side = None;
        }
        statement.argument = argues;
        if let Some(side) = self.side.filter(|_| argues) {
            statement.side = side;
        }
    }
}

impl Addition {
    /// Who says it.
    pub(crate) fn voice(&self, voices: &[Option<Voice>], actors: &Actors<'_>) -> Option<Voice> {
        let named = self.set.speaker.as_ref()?;
        Some(Voice { role: self.role, ..named.voice(voices, actors) })
    }

    /// Makes of an empty statement the one that is added.
    pub(crate) fn fill(&self, lexed: &Lexed, statement: &mut Statement<'_>) {
        statement.spans.clone_from(&self.spans);
        statement.quotation = self.quotation.unwrap_or_else(|| quotation(lexed, &self.spans));
        statement.role = self.role;
        statement.edits = vec![Edit { of: Edited::Statement, reason: self.reason.clone().into() }];
        self.set.apply(lexed, statement);
    }
}

impl Named {
    fn voice(&self, voices: &[Option<Voice>], actors: &Actors<'_>) -> Voice {
        let (key, actor) = actors.key(&self.name);
        let known = actor.and_then(|n| actors.get(n));
        let here = voices.iter().flatten().find(|voice| voice.key == key);
        let listed = known.filter(|actor| actor.kind != SpeakerKind::Group);
        Voice {
            name: listed.map_or(&self.name, |actor| &actor.name).clone(),
            kind: self
                .kind
                .or(known.map(|actor| actor.kind))
                .or(here.map(|voice| voice.kind))
                .unwrap_or(SpeakerKind::Person),
            role: None,
            affiliation: known
                .and_then(|actor| actor.affiliation.clone())
                .or_else(|| here.and_then(|voice| voice.affiliation.clone())),
            key,
            actor,
            guessed: false,
            rule: Rule::NamedByEditor,
        }
    }
}

/// The tokens that lie in a span.
fn tokens(tokens: &[Token], span: Span) -> std::ops::Range<usize> {
    let start = tokens.partition_point(|token| token.start < span.range().start);
    let end = tokens.partition_point(|token| token.end <= span.range().end);
    start..end.max(start)
}

fn components(lexed: &Lexed, spans: &[Span]) -> Vec<Component> {
    let ranges: Vec<_> = spans.iter().map(|span| tokens(&lexed.tokens, *span)).collect();
    let (mut found, _) = weigh::components(&lexed.tokens, &ranges);
    found.retain(|part| spans.iter().any(|span| span.contains(part.span)));
    found
}

/// Direct where every word stands in quotation marks, indirect where none does.
fn quotation(lexed: &Lexed, spans: &[Span]) -> Quotation {
    let words = || spans.iter().flat_map(|span| &lexed.tokens[tokens(&lexed.tokens, *span)]).filter(|token| token.word);
    match (words().any(|word| word.quote.is_some()), words().all(|word| word.quote.is_some())) {
        (true, true) => Quotation::Direct,
        (true, false) => Quotation::Mixed,
        (false, _) => Quotation::Indirect,
    }
}
