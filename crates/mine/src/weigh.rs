//! The fifth stage: whether a statement is an argument, which of its words claim and which give reasons, which side it
//! takes and what it turns on, each with the evidence.
//!
//! The side follows what the statement itself says; where that does not settle it, whom or what it speaks for or
//! against (`target`); and where the speaker is known to stand (`prior`), which counts beside both and makes an argument
//! of what is more than news (`announce`). What is negated, granted or others' claim does not count (`discount`). What
//! stays below [`MARGIN`] takes no side: no side is better than a wrong one.
//!
//! Speaking against one of two sides speaks for the other. With three or more sides it settles nothing: it does not say
//! which of the others.

mod announce;
mod attitude;
mod components;
mod discount;
mod prior;
mod scales;
mod stems;
mod target;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use corpus::{Component, Evidence, Inference, Rule, SideIx, Span, ThemeIx};
use rustc_hash::FxHashSet;

use crate::attribute::{Said, span};
use crate::cues::{self, Hit};
use crate::debate::Known;
use crate::lex::{Lexed, Token};
use crate::names::Actors;
use crate::resolve::Voice;
use crate::vocabulary::{self as words, Attitude};
pub(crate) use components::components;
use discount::is_negation;
use prior::Stands;
use scales::Scales;
use stems::Stems;

/// What was found about a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Weighed {
    pub(crate) argument: bool,
    pub(crate) components: Vec<Component>,
    pub(crate) side: Option<SideIx>,
    pub(crate) themes: Vec<ThemeIx>,
    /// In the order in which a reader asks: argument, side, components, themes.
    pub(crate) why: Vec<Evidence>,
}

/// How far a side must be ahead of the next one to be taken, in hundredths of a point. Between [`WORD`] and the other
/// weights, so that one word never settles a side while one phrase, one target or a known position does, and none of
/// them does against another. Lower, and hints decide; higher, and single phrases, the most common evidence, do not.
const MARGIN: i16 = 70;

/// What a cue of one word counts: a hint, of which it takes two.
const WORD: i16 = 50;

/// What a cue of several words counts: the phrase alone may settle the side.
pub(crate) const PHRASE: i16 = 100;

/// A refusal to comment takes so many words: "we will not be able to comment".
const REFUSAL: usize = 8;

/// Themes that a statement shows at most: what it mentions beyond is in passing.
const THEMES: usize = 3;

/// The stems of verbs whose object names a feeling towards something.
static FEELING: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| ["express", "voice", "raise"].map(cues::stem).into_iter().collect());

/// How many words of the object are looked at for that feeling: a noun phrase.
const OBJECT: usize = 8;

/// Paragraphs back in which somebody must have been named for a pronoun to stand for him without doubt. With none, many
/// positions are lost; with two, a pronoun that is somebody else's puts an argument on the wrong side.
const CLOSE: usize = 1;

/// Words of the longest alias of an actor that is looked for as a target.
const LONGEST_ALIAS: usize = 4;

/// Weighs the statements of one article, in order.
pub(crate) fn weigh(
    lexed: &Lexed,
    said: &[Said],
    voices: &[Option<Voice>],
    known: &Known,
    actors: &Actors<'_>,
) -> Vec<Weighed> {
    let stems = Stems::of(lexed);
    let judge = Judge { tokens: &lexed.tokens, stems: &stems, known, actors };
    let mut scales: Vec<Scales> =
        said.iter().zip(voices).map(|(said, voice)| judge.own(said, voice.as_ref())).collect();
    let mut stands: Stands<'_> = BTreeMap::new();
    for (voice, scales) in voices.iter().zip(&scales) {
        if let (Some(voice), Some(side)) = (voice, scales.settled()) {
            stands.entry(&voice.key).or_default().insert(side);
        }
    }
    let heard = || said.iter().zip(voices).filter_map(|(said, voice)| Some((said, voice.as_ref()?)));
    let named = heard().filter(|(_, voice)| !voice.guessed);
    let mut named: BTreeSet<(&str, usize)> = named.map(|(said, voice)| (voice.key.as_str(), said.paragraph)).collect();
    let mut sure = false;
    for ((said, voice), scales) in said.iter().zip(voices).zip(&mut scales) {
        if let Some(voice) = voice {
            let mut close = said.paragraph.saturating_sub(CLOSE)..=said.paragraph;
            // Who goes on is as surely the speaker as before.
            if said.carried && sure {
                named.insert((&voice.key, said.paragraph));
            }
            sure = !voice.guessed || close.any(|paragraph| named.contains(&(&voice.key, paragraph)));
            judge.prior(said, voice, sure, &stands, scales);
        }
    }
    said.iter().zip(scales).map(|(said, scales)| judge.conclude(said, scales)).collect()
}

struct Judge<'j> {
    tokens: &'j [Token],
    stems: &'j Stems<'j>,
    known: &'j Known,
    actors: &'j Actors<'j>,
}

impl Judge<'_> {
    /// What the statement itself says, and whom it speaks for or against.
    fn own(&self, said: &Said, voice: Option<&Voice>) -> Scales {
        let stance = self.stance(said);
        let mut scales = Scales {
            points: vec![0; self.known.debate.sides.len()],
            themes: Vec::new(),
            judging: None,
            evaluates: false,
            reasons: false,
            stance: said.cue.as_ref().filter(|_| stance != Attitude::None).map(|cue| span(self.tokens, cue)),
            arguing: self.argues(said),
            prior: None,
            by_speaker: false,
            why: Vec::new(),
        };
        let object = object(said);
        let wants = stance == Attitude::None && self.wants(said);
        let towards = if wants { Attitude::For } else { stance };
        for range in &said.spans {
            let towards = if object == Some(range) { towards } else { Attitude::None };
            // The cues beside a target that is spoken against say what is wrong with it; those after it are the reason.
            if towards == Attitude::Against && self.target_of(range, voice, towards, wants).is_some() {
                self.side_cues(&(self.reason_starts(range)..range.end), Attitude::None, &mut scales);
            } else {
                self.side_cues(range, towards, &mut scales);
            }
        }
        for range in &said.spans {
            // "Rejected claims that the order is wrong" does not judge it so.
            let spoken_against = stance == Attitude::Against && object == Some(range);
            if scales.settled().is_none() {
                let named = object == Some(range) && self.names_a_judgement(said);
                let from = if spoken_against { self.reason_starts(range) } else { range.start };
                self.judged(&(from..range.end), named, voice, &mut scales);
            }
        }
        if let Some(object) = object
            && towards != Attitude::None
            && scales.settled().is_none()
        {
            let felt = stance != said.attitude;
            self.target(object, voice, towards, (wants, felt), &mut scales);
        }
        self.themes(said, &mut scales);
        scales
    }

    fn side_cues(&self, range: &Range<usize>, stance: Attitude, scales: &mut Scales) {
        let places = self.stems.places(range);
        let row = self.stems.row(places.clone());
        if scales.judging.is_none() {
            let at = row.iter().position(|stem| STANDS.contains(stem)).map(|n| self.stems.token(places.start + n));
            scales.judging = at.map(|at| span(self.tokens, &(at..at + 1)));
        }
        scales.evaluates |= self.tokens[range.clone()].iter().any(|token| {
            token.is_among(words::BAD)
                || token.is_among(words::GOOD)
                || matches!(token.low.as_str(), "must" | "should" | "ought")
        });
        scales.reasons |= range.clone().any(|at| {
            let procedure = || self.tokens.get(at + 1).is_some_and(|next| next.is_among(words::PROCEDURE));
            self.tokens[at].is_among(words::REASONING) && !procedure()
        });
        let reason = self.reason_starts(range);
        let aims = if stance == Attitude::None { Vec::new() } else { self.known.aims.find(row) };
        for hit in self.known.side_cues.find(row) {
            // "Called for back doors": what is wanted there, or spoken against, is no reason given for the other side.
            let aimed = |aim: &Hit<SideIx>| aim.first <= hit.last && hit.first <= aim.last && aim.owner != hit.owner;
            if aims.iter().any(aimed) && self.stems.token(places.start + hit.first) < reason {
                continue;
            }
            let words = Some(self.stems.words(places.start, &hit));
            if self.is_negated(range.start..self.stems.token(places.start + hit.first)) {
                scales.why.push(evidence(Inference::Side, Rule::Negated, words, None, 0));
                continue;
            }
            if self.is_disputed(range.start..self.stems.token(places.start + hit.first)) {
                scales.why.push(evidence(Inference::Side, Rule::Disputed, words, None, 0));
                continue;
            }
            if self.is_conceded(range, self.stems.token(places.start + hit.first)) {
                scales.why.push(evidence(Inference::Side, Rule::Conceded, words, None, 0));
                continue;
            }
            let weight = if hit.words > 1 { PHRASE } else { WORD };
            if stance != Attitude::Against || self.stems.token(places.start + hit.first) >= reason {
                scales.add(hit.owner, weight, Rule::WordsForSide, words);
            } else if let Some(other) = self.other(hit.owner) {
                scales.add(other, weight, Rule::AgainstWords, words);
            }
        }
    }

    /// Whether the reporting words themselves speak for or against something.
    fn stance(&self, said: &Said) -> Attitude {
        let Some(cue) = &said.cue else { return Attitude::None };
        let feels = self.tokens.get(cue.start).is_some_and(|token| FEELING.contains(&cues::stem(&token.low)));
        if said.attitude != Attitude::None || !feels {
            return said.attitude;
        }
        let Some(first) = said.spans.first() else { return Attitude::None };
        let window = &self.tokens[first.start..first.end.min(first.start + OBJECT)];
        let has = |nouns: words::List| window.iter().any(|token| token.is_among(nouns));
        if has(words::AGAINST_NOUNS) {
            Attitude::Against
        } else if has(words::FOR_NOUNS) {
            Attitude::For
        } else {
            Attitude::None
        }
    }

    /// The reporting word, where it says that the speaker argues.
    fn argues(&self, said: &Said) -> Option<Span> {
        let at = said.cue.clone()?.find(|at| self.tokens[*at].is_among(words::ARGUING))?;
        Some(span(self.tokens, &(at..at + 1)))
    }

    /// Whether it starts with a refusal to comment: "we do not comment on …".
    fn declines_to_comment(&self, range: &Range<usize>) -> bool {
        let start = &self.tokens[range.start..range.end.min(range.start + REFUSAL)];
        let comment = start.iter().position(|token| matches!(token.low.as_str(), "comment" | "commenting"));
        comment.is_some_and(|at| {
            let refuses =
                |token: &Token| is_negation(&token.low) || matches!(token.low.as_str(), "decline" | "declined");
            start[..at].iter().any(refuses)
        })
    }

    fn themes(&self, said: &Said, scales: &mut Scales) {
        let mut found: Vec<(ThemeIx, usize, Span)> = Vec::new();
        for range in &said.spans {
            let places = self.stems.places(range);
            for hit in self.known.theme_cues.find(self.stems.row(places.clone())) {
                match found.iter_mut().find(|(theme, ..)| *theme == hit.owner) {
                    Some((_, count, _)) => *count += hit.words,
                    None => found.push((hit.owner, hit.words, self.stems.words(places.start, &hit))),
                }
            }
        }
        found.sort_by_key(|(theme, count, _)| (Reverse(*count), *theme));
        for (theme, _, words) in found.into_iter().take(THEMES) {
            scales.themes.push(theme);
            scales.why.push(evidence(Inference::Theme(theme), Rule::ThemeWords, Some(words), None, 0));
        }
    }

    fn conclude(&self, said: &Said, mut scales: Scales) -> Weighed {
        let counted = scales.why.iter().find(|why| why.of == Inference::Side && why.weight != 0);
        let themed = !scales.themes.is_empty();
        let own = scales.why.iter().any(|why| why.of == Inference::Side);
        let on_topic = themed || scales.prior.is_some();
        let argument = match (scales.stance, counted, scales.judging) {
            (Some(cue), Some(_), _) => Some((Rule::TakesAStand, Some(cue))),
            (Some(cue), ..) if on_topic => Some((Rule::TakesAStand, Some(cue))),
            _ if scales.arguing.is_some() => Some((Rule::SaysItArgues, scales.arguing)),
            (_, Some(Evidence { words: Some(words), .. }), _) => Some((Rule::ArguesForASide, Some(*words))),
            (.., Some(word)) if scales.prior.is_some() || (themed && (scales.evaluates || own)) => {
                Some((Rule::Judges, Some(word)))
            }
            _ if scales.by_speaker => Some((Rule::SpeakerTakesASide, None)),
            (_, Some(_), word) => Some((Rule::ToTheQuestion, word)),
            _ => None,
        };
        let silent = said.spans.iter().any(|range| self.declines_to_comment(range));
        let Some((rule, words)) = argument.filter(|_| !silent) else {
            scales.why.retain(|why| why.of != Inference::Side);
            let rule = if silent { Rule::DeclinesToComment } else { Rule::NothingArgues };
            scales.why.push(evidence(Inference::Argument, rule, None, None, 0));
            return scales.weighed(false, None, Vec::new());
        };
        scales.why.push(evidence(Inference::Argument, rule, words, None, 0));
        let side = scales.settled();
        if side.is_none() {
            let lean = scales.lead().0;
            let rule = match scales.prior {
                Some(prior) if scales.why.iter().any(|why| why.weight != 0 && why.side != Some(prior)) => {
                    Rule::LeansAnotherWay
                }
                _ if scales.points.get(lean.get()).is_some_and(|points| *points != 0) => Rule::NoneAhead,
                _ => Rule::NothingSettles,
            };
            scales.why.push(evidence(Inference::Side, rule, None, scales.prior, 0));
        }
        let (components, why) = components(self.tokens, &said.spans);
        scales.why.extend(why);
        scales.weighed(true, side, components)
    }
}

/// What the reporting words speak for or against: the span that follows them. What stands before them is quoted, and a
/// later span has reporting words of its own.
fn object(said: &Said) -> Option<&Range<usize>> {
    let cue = said.cue.as_ref()?;
    said.spans.first().filter(|first| first.start >= cue.start)
}

/// The stems of the words that judge, warn or demand.
static STANDS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| words::STANDS.words.iter().map(|word| cues::stem(word)).collect());

fn evidence(of: Inference, rule: Rule, words: Option<Span>, side: Option<SideIx>, weight: i16) -> Evidence {
    Evidence { of, rule, words, side, weight }
}
