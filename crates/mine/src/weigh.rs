//! The fifth stage: whether a statement is an argument, which of its words claim and which give reasons, which side it
//! takes and what it turns on, each with the evidence.
//!
//! The side follows what the statement itself says; where that does not settle it, whom or what it speaks for or
//! against; where that does not either, where the speaker is known to stand. What stays below [`MARGIN`] takes no side:
//! no side is better than a wrong one.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use corpus::{Component, ComponentKind, Evidence, Inference, SideIx, Span, Text, ThemeIx};

use crate::attribute::{Said, span};
use crate::cues::{self, Hit};
use crate::debate::Known;
use crate::lex::{Lexed, Token};
use crate::names::Actors;
use crate::resolve::Voice;
use crate::vocabulary::{self as words, Attitude};

/// What was found about a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Weighed {
    pub(crate) argument: bool,
    pub(crate) components: Vec<Component>,
    pub(crate) side: Option<SideIx>,
    pub(crate) themes: Vec<ThemeIx>,
    pub(crate) why: Vec<Evidence<'static>>,
}

/// How far a side must be ahead of the next one, in hundredths of a point: one short cue is not enough, one phrase is.
const MARGIN: i16 = 70;

/// What one cue of one word counts: a hint.
const WORD: i16 = 50;

/// What a cue of several words counts: the phrase alone may settle the side.
const PHRASE: i16 = 100;

/// What it counts to speak for or against somebody whose side is known: as much as a phrase.
const TARGET: i16 = 100;

/// What it counts where the speaker is known to stand: enough to settle it alone, less than two phrases.
const PRIOR: i16 = 80;

/// What the speaker's other statements in the article count.
const SIBLINGS: i16 = 75;

/// Own words ahead by less than this and against the speaker's known position leave the side open: such a statement is
/// more often a concession or a misread phrase than a change of mind.
const CONVINCING: i16 = 180;

/// A negation this many words before a cue undoes it.
const NEGATION: usize = 5;

/// Themes that a statement shows at most: what it mentions beyond is in passing.
const THEMES: usize = 3;

/// The words of an article as stems, each with its token.
pub(crate) struct Stems {
    stems: Vec<String>,
    tokens: Vec<usize>,
}

impl Stems {
    pub(crate) fn of(lexed: &Lexed) -> Self {
        let mut all = Self { stems: Vec::new(), tokens: Vec::new() };
        for (n, token) in lexed.tokens.iter().enumerate().filter(|(_, token)| token.word) {
            for part in token.low.split('-').filter(|part| !part.is_empty()) {
                all.stems.push(cues::stem(part));
                all.tokens.push(n);
            }
        }
        all
    }

    /// The places of the words of a range of tokens.
    fn places(&self, range: &Range<usize>) -> Range<usize> {
        self.tokens.partition_point(|token| *token < range.start)
            ..self.tokens.partition_point(|token| *token < range.end)
    }
}

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
    let mut weighed: Vec<Weighed> = Vec::new();
    let mut scores: Vec<Scores> = Vec::new();
    for (said, voice) in said.iter().zip(voices) {
        let (one, score) = judge.own(said, voice.as_ref());
        weighed.push(one);
        scores.push(score);
    }
    let mut stands: Stands<'_> = BTreeMap::new();
    for (voice, score) in voices.iter().zip(&scores) {
        if let (Some(voice), Some(side)) = (voice, score.settled()) {
            stands.entry(&voice.key).or_default().insert(side);
        }
    }
    for (n, (one, score)) in weighed.iter_mut().zip(&mut scores).enumerate() {
        if let Some(voice) = &voices[n] {
            judge.prior(&said[n], voice, &stands, one, score);
        }
        judge.conclude(&said[n], one, score);
    }
    weighed
}

/// The sides that each speaker's statements in this article argue for.
type Stands<'v> = BTreeMap<&'v str, BTreeSet<SideIx>>;

/// Points a side has, by its place.
struct Scores {
    points: Vec<i16>,
    /// Whether there are words that judge, warn or demand.
    stand: bool,
    /// Points from the speaker's known position alone.
    prior: Option<SideIx>,
}

impl Scores {
    fn add(&mut self, side: SideIx, weight: i16) {
        if let Some(points) = self.points.get_mut(side.get()) {
            *points = points.saturating_add(weight);
        }
    }

    /// The leading side and by how much it leads.
    fn lead(&self) -> (SideIx, i16) {
        let best = (0..self.points.len()).max_by_key(|n| (self.points[*n], std::cmp::Reverse(*n))).unwrap_or_default();
        let next = (0..self.points.len()).filter(|n| *n != best).map(|n| self.points[n]).max().unwrap_or_default();
        (SideIx::new(best), self.points.get(best).copied().unwrap_or_default().saturating_sub(next))
    }

    fn settled(&self) -> Option<SideIx> {
        let (side, lead) = self.lead();
        (lead >= MARGIN).then_some(side)
    }
}

struct Judge<'j> {
    tokens: &'j [Token],
    stems: &'j Stems,
    known: &'j Known,
    actors: &'j Actors<'j>,
}

impl Judge<'_> {
    /// What the statement itself says, and whom it speaks for or against.
    fn own(&self, said: &Said, voice: Option<&Voice>) -> (Weighed, Scores) {
        let mut weighed = Weighed::default();
        let mut score = Scores { points: vec![0; self.known.debate.sides.len()], stand: false, prior: None };
        let mut themes: Vec<(ThemeIx, usize)> = Vec::new();
        let attitude = self.attitude(said);
        for range in &said.spans {
            let places = self.stems.places(range);
            let row = &self.stems.stems[places.clone()];
            for hit in self.known.theme_cues.find(row) {
                match themes.iter_mut().find(|(theme, _)| *theme == hit.owner) {
                    Some((_, count)) => *count += hit.words,
                    None => {
                        themes.push((hit.owner, hit.words));
                        let words = self.span_of(&places, &hit);
                        weighed.why.push(evidence(
                            Inference::Theme(hit.owner),
                            "a phrase of this theme",
                            Some(words),
                            None,
                            0,
                        ));
                    }
                }
            }
            score.stand |= row.iter().any(|stem| STANDS.contains(stem));
            let reason = self.reason_starts(range, attitude);
            for hit in self.known.side_cues.find(row) {
                let place = places.start + hit.first;
                let negated = self.stems.stems[place.saturating_sub(NEGATION).max(places.start)..place]
                    .iter()
                    .any(|stem| is_negation(stem));
                if negated {
                    continue;
                }
                let weight = if hit.words > 1 { PHRASE } else { WORD };
                let words = Some(self.span_of(&places, &hit));
                let turned = attitude == Attitude::Against && self.stems.tokens[place] < reason;
                if turned {
                    if let Some(other) = self.other(hit.owner) {
                        score.add(other, weight);
                        weighed.why.push(evidence(
                            Inference::Side,
                            "speaks against what argues for another side",
                            words,
                            Some(other),
                            weight,
                        ));
                    }
                } else {
                    score.add(hit.owner, weight);
                    weighed.why.push(evidence(
                        Inference::Side,
                        "a phrase that argues for this side",
                        words,
                        Some(hit.owner),
                        weight,
                    ));
                }
            }
        }
        if attitude != Attitude::None && score.settled().is_none() {
            self.target(said, voice, attitude, &mut weighed, &mut score);
        }
        themes.sort_by_key(|(theme, count)| (std::cmp::Reverse(*count), *theme));
        weighed.themes = themes.into_iter().take(THEMES).map(|(theme, _)| theme).collect();
        weighed.why.retain(|why| !matches!(why.of, Inference::Theme(theme) if !weighed.themes.contains(&theme)));
        score.stand |= attitude != Attitude::None;
        (weighed, score)
    }

    /// Whether the reporting words themselves speak for or against something.
    fn attitude(&self, said: &Said) -> Attitude {
        if said.attitude != Attitude::None || said.cue.is_none() {
            return said.attitude;
        }
        let cue = said.cue.as_ref().and_then(|cue| self.tokens.get(cue.start)).map(|token| cues::stem(&token.low));
        if !cue.is_some_and(|stem| FEELING.iter().any(|verb| *stem == cues::stem(verb))) {
            return Attitude::None;
        }
        let first = said.spans.first().cloned().unwrap_or(0..0);
        let window = &self.tokens[first.start..first.end.min(first.start + OBJECT)];
        let has = |nouns: &[&str]| window.iter().any(|token| nouns.contains(&token.low.as_str()));
        if has(words::AGAINST_NOUNS) {
            Attitude::Against
        } else if has(words::FOR_NOUNS) {
            Attitude::For
        } else {
            Attitude::None
        }
    }

    /// Somebody whose side is known, spoken for or against.
    fn target(
        &self,
        said: &Said,
        voice: Option<&Voice>,
        attitude: Attitude,
        weighed: &mut Weighed,
        score: &mut Scores,
    ) {
        let Some(range) = said.spans.first() else { return };
        let end = self.reason_starts(range, attitude).min(range.end).min(range.start + TARGET_WORDS);
        for at in range.start..end {
            for len in (1..=LONGEST_ALIAS).rev() {
                let name: Vec<&str> = self.tokens[at..(at + len).min(end)].iter().map(Token::bare).collect();
                let actor = self.actors.find(&name.join(" "));
                let Some(side) = actor.and_then(|n| self.actors.get(n)).and_then(|actor| actor.side) else { continue };
                if voice.is_some_and(|voice| voice.actor == actor) {
                    continue;
                }
                let side = if attitude == Attitude::For { Some(side) } else { self.other(side) };
                if let Some(side) = side {
                    score.add(side, TARGET);
                    let rule = if attitude == Attitude::For {
                        "speaks for somebody on this side"
                    } else {
                        "speaks against somebody on another side"
                    };
                    let words = span(self.tokens, &(at..(at + len).min(end)));
                    weighed.why.push(evidence(Inference::Side, rule, Some(words), Some(side), TARGET));
                }
                return;
            }
        }
    }

    /// The speaker's known position: as `debate.toml` gives it, or from the other statements of the article.
    fn prior(&self, said: &Said, voice: &Voice, stands: &Stands<'_>, one: &mut Weighed, score: &mut Scores) {
        let known = voice.actor.and_then(|n| self.actors.get(n)).and_then(|actor| actor.side);
        let (side, rule, weight) = match (known, stands.get(voice.key.as_str())) {
            (Some(side), _) => (side, "the speaker is known for this position", PRIOR),
            (None, Some(sides)) if sides.len() == 1 => {
                let Some(side) = sides.first() else { return };
                (*side, "the speaker's other statements in this article argue for this side", SIBLINGS)
            }
            _ => return,
        };
        score.prior = Some(side);
        let on_topic = score.stand && (!one.themes.is_empty() || known.is_some());
        if score.settled().is_none() && on_topic && (said.cue.is_some() || said.carried) {
            score.add(side, weight);
            one.why.push(evidence(Inference::Side, rule, None, Some(side), weight));
        }
    }

    fn conclude(&self, said: &Said, one: &mut Weighed, score: &Scores) {
        let sided = one.why.iter().any(|why| why.of == Inference::Side);
        one.argument = sided || (score.stand && (!one.themes.is_empty() || score.prior.is_some()));
        if !one.argument {
            one.why.retain(|why| why.of != Inference::Side);
            one.why.push(evidence(
                Inference::Argument,
                "no words that judge, warn or demand on the debate's question",
                None,
                None,
                0,
            ));
            return;
        }
        let rule = if sided { "it takes a position" } else { "it judges, warns or demands" };
        one.why.push(evidence(Inference::Argument, rule, None, None, 0));
        let (_, lead) = score.lead();
        one.side = score.settled().filter(|side| score.prior.is_none_or(|prior| prior == *side) || lead >= CONVINCING);
        self.components(said, one);
    }

    /// Claims and premises: sentence by sentence, cut at connectives that introduce a reason.
    fn components(&self, said: &Said, one: &mut Weighed) {
        let mut demand = false;
        for range in &said.spans {
            for sentence in self.sentences(range) {
                let connective = sentence.clone().skip(1).find(|at| {
                    *at > sentence.start
                        && words::REASONS.iter().any(|reason| {
                            reason.iter().enumerate().all(|(n, word)| {
                                self.tokens.get(at + n).is_some_and(|token| at + n < sentence.end && token.is(word))
                            })
                        })
                });
                let opens = self.tokens[sentence.start].is("because") || self.tokens[sentence.start].is("since");
                let modal =
                    self.tokens[sentence.clone()].iter().any(|token| words::DEMANDING.contains(&token.low.as_str()));
                match connective {
                    Some(at)
                        if !opens && self.words(&(sentence.start..at)) >= 2 && self.words(&(at..sentence.end)) >= 3 =>
                    {
                        self.component(sentence.start..at, ComponentKind::Claim, one);
                        let words = span(self.tokens, &(at..at + 1));
                        one.why.push(evidence(
                            Inference::Component,
                            "a connective that introduces a reason",
                            Some(words),
                            None,
                            0,
                        ));
                        self.component(at..sentence.end, ComponentKind::Premise, one);
                    }
                    _ if demand && !modal && self.tokens[sentence.start].capital => {
                        one.why.push(evidence(
                            Inference::Component,
                            "a plain statement beside a demand gives its reason",
                            None,
                            None,
                            0,
                        ));
                        self.component(sentence, ComponentKind::Premise, one);
                    }
                    _ => self.component(sentence, ComponentKind::Claim, one),
                }
                demand |= modal;
            }
        }
    }

    fn component(&self, range: Range<usize>, kind: ComponentKind, one: &mut Weighed) {
        let mut range = range;
        while range.end > range.start && self.tokens[range.end - 1].is(",") {
            range.end -= 1;
        }
        let span = span(self.tokens, &range);
        if !span.is_empty() {
            one.components.push(Component { span, kind });
        }
    }

    fn sentences(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = range.start;
        for at in range.clone() {
            let ends = matches!(self.tokens[at].low.as_str(), "." | "!" | "?" | ";")
                && self.tokens.get(at + 1).is_some_and(|next| next.capital || !next.word);
            let abbreviated = at > 0 && words::ABBREVIATIONS.contains(&self.tokens[at - 1].low.as_str());
            if ends && !abbreviated && self.words(&(start..at)) > 0 {
                found.push(start..at + 1);
                start = at + 1;
            }
        }
        if self.words(&(start..range.end)) > 0 {
            found.push(start..range.end);
        }
        found
    }

    fn words(&self, range: &Range<usize>) -> usize {
        self.tokens[range.clone()].iter().filter(|token| token.word).count()
    }

    /// The token at which "criticised X for …" turns from the target to the reason; all of it is the reason where
    /// nothing is spoken against.
    fn reason_starts(&self, range: &Range<usize>, attitude: Attitude) -> usize {
        if attitude != Attitude::Against {
            return range.start;
        }
        let start = (range.start + 1..range.end).find(|at| {
            let token = &self.tokens[*at];
            let doing = self.tokens.get(at + 1).is_some_and(|next| next.low.ends_with("ing"));
            (matches!(token.low.as_str(), "for" | "of" | "over" | "by") && doing)
                || matches!(token.low.as_str(), "because" | "saying" | "as")
        });
        start.unwrap_or(range.end)
    }

    /// The other side, where there are two.
    fn other(&self, side: SideIx) -> Option<SideIx> {
        (self.known.debate.sides.len() == 2).then(|| SideIx::new(1 - side.get().min(1)))
    }

    fn span_of<T>(&self, places: &Range<usize>, hit: &Hit<T>) -> Span {
        let token = |n: usize| self.stems.tokens[places.start + n];
        span(self.tokens, &(token(hit.first)..token(hit.last) + 1))
    }
}

/// Verbs whose object names a feeling towards something.
const FEELING: &[&str] = &["express", "voice", "raise"];

/// How many words of the object are looked at for that feeling.
const OBJECT: usize = 8;

/// How many words after a stance its target is looked for in.
const TARGET_WORDS: usize = 6;

/// Words of the longest alias of an actor that is looked for as a target.
const LONGEST_ALIAS: usize = 4;

/// The stems of the words that judge, warn or demand.
static STANDS: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| words::STANDS.iter().map(|word| cues::stem(word)).collect());

fn is_negation(stem: &str) -> bool {
    stem.ends_with("n't") || matches!(stem, "not" | "no" | "never" | "nor" | "without" | "cannot" | "neither")
}

fn evidence(
    of: Inference,
    rule: &'static str,
    words: Option<Span>,
    side: Option<SideIx>,
    weight: i16,
) -> Evidence<'static> {
    Evidence { of, rule: Text::from(rule), words, side, weight }
}

#[cfg(test)]
mod tests {
    use crate::{SourceFile, mine};

    const DEBATE: &str = r#"
        title = "T"
        question = "Q"
        side = [
            { id = "for", label = "For", summary = "", cues = ["run all night", "way home"] },
            { id = "against", label = "Against", summary = "", cues = ["keep awake", "loud"] },
        ]
        theme = [{ id = "night", label = "Night", cues = ["tram"] }]
        actor = [{ name = "Bo Linden", kind = "person", side = "against" }]
    "#;

    /// The side that "Ann said …" or "Bo Linden said …" takes.
    fn side(text: &str) -> Option<String> {
        let text = format!(" date 2021-03-04 {text}");
        let article = SourceFile { name: "a.txt", bytes: text.as_bytes() };
        let corpus = mine(SourceFile { name: "debate.toml", bytes: DEBATE.as_bytes() }, &[article]).corpus?;
        let statement = corpus.statements.last()?;
        Some(corpus.position_label(statement.position()).to_owned())
    }

    #[test]
    fn own_words_then_the_target_then_the_speaker() {
        for (text, expected) in [
            ("Ann said trams must run all night.", "For"),
            ("Ann said trams were loud.", "Neither side"),
            ("Ann said trams must not run all night.", "Neither side"),
            ("Ann said trams that run all night keep awake the town.", "Neither side"),
            ("Ann pushed back against plans to run all night.", "Against"),
            ("Ann lashed out at Bo Linden.", "For"),
            ("Bo Linden said trams were a threat.", "Against"),
            ("Bo Linden said trams must run all night.", "Neither side"),
            ("Bo Linden said trams must run all night as a way home.", "For"),
            ("Ann said trams must run all night. Ann said trams must not stop.", "For"),
        ] {
            assert_eq!(side(text).as_deref(), Some(expected), "{text}");
        }
    }
}
