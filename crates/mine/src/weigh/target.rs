//! Whom or what a statement speaks for or against: actors whose side is known, and what a side wants (its `aims`). They are
//! the object of the reporting words ("criticised the order"), or the statement itself judges them ("the order is a
//! mistake") or calls for their end ("we oppose the order").

use std::ops::Range;

use corpus::{Rule, SideIx};

use super::attitude::{ATTRIBUTES, AUXILIARIES, INTENSE, JUDGING, LINKS, WANTING, call, opposite};
use super::discount::is_negation;
use super::{Judge, LONGEST_ALIAS, Scales};
use crate::attribute::{Said, span};
use crate::cues::{self, Hit};
use crate::lex::Token;
use crate::resolve::Voice;
use crate::vocabulary::{self as words, Attitude};

/// What it counts to speak for or against somebody whose side is known, or something that a side wants: as much as a
/// phrase.
const TARGET: i16 = 100;

/// How many words after a stance its target is looked for in: the verb, its particles, "plans for" and a name.
const TARGET_WORDS: usize = 8;

/// How many words after its subject a linking verb may stand: a noun phrase with a prepositional one.
const LINK: usize = 8;

/// How many words after the linking verb the judgement may stand: adverbs, an article, adjectives.
const JUDGEMENT: usize = 5;

/// How many words before its object "oppose" may stand: determiners and adjectives.
const OBJECT: usize = 5;

/// How many words before a verb its auxiliary, its subject and its negation stand.
const BEFORE: usize = 3;

/// How many words and marks back "if" is looked for, which leaves open whether it is said at all.
const CONDITION: usize = 12;

/// Something that serves a side.
pub(super) struct Target {
    tokens: Range<usize>,
    side: SideIx,
    /// Whether it is an actor.
    actor: bool,
}

impl Judge<'_> {
    /// What the reporting words speak for or against. Where they only want something ("called for …"), nobody is spoken
    /// for: who urges Acme wants something else of it. Where a noun names what is `felt` ("voiced fears about …"), that is
    /// the stance already.
    pub(super) fn target(
        &self,
        object: &Range<usize>,
        voice: Option<&Voice>,
        stance: Attitude,
        (wants, felt): (bool, bool),
        scales: &mut Scales,
    ) {
        let Some(target) = self.target_of(object, voice, stance, wants) else { return };
        let before = &self.tokens[(object.start + 1).min(target.tokens.start)..target.tokens.start];
        let has = |list: words::List| before.iter().any(|token| token.is_among(list));
        let holds_back = (object.start..target.tokens.start).any(|at| self.keeps_off(at));
        if has(words::DISPUTED) || (!felt && has(words::AGAINST_NOUNS)) {
            // "Dismissed concerns about the order."
            self.speak(opposite(stance), &target, scales);
        } else if has(words::ENDING) || holds_back {
            // "Urged them to drop the order"; who "welcomed the ban on trams" may have other reasons.
            if wants {
                self.speak(opposite(stance), &target, scales);
            }
        } else if !has(words::LIMITING) {
            self.speak(stance, &target, scales);
        }
    }

    /// The first target after the reporting words and before the reason.
    pub(super) fn target_of(
        &self,
        object: &Range<usize>,
        voice: Option<&Voice>,
        stance: Attitude,
        wants: bool,
    ) -> Option<Target> {
        let end = if stance == Attitude::Against { self.reason_starts(object) } else { object.end };
        let range = object.start..end.min(object.start + TARGET_WORDS);
        // "Voiced the board's concerns about the order": the concerns are the board's own.
        let feels = |target: &Target| {
            let owned = self.tokens.get(target.tokens.end).filter(|_| self.tokens[target.tokens.end - 1].is_genitive());
            owned.is_some_and(|owned| owned.is_among(words::AGAINST_NOUNS) || owned.is_among(words::FOR_NOUNS))
        };
        let targets = self.targets(&range, voice).into_iter();
        // "Wants trams to be quiet" need not want trams; "wants the tram" does.
        let bare = |target: &Target| {
            let before = target.tokens.start.checked_sub(1).and_then(|at| self.tokens.get(at));
            target.tokens.len() == 1
                && self.tokens.get(target.tokens.end).is_some_and(|next| next.is("to"))
                && !before.is_some_and(|before| before.is_among(words::DETERMINERS))
        };
        let targets = targets.filter(|target| !(wants && (target.actor || bare(target))) && !feels(target));
        targets.min_by_key(|target| target.tokens.start)
    }

    /// What the statement itself judges or wants done with. Where the reporting words name a judgement ("called the
    /// order a mistake") the linking verb is theirs.
    pub(super) fn judged(&self, range: &Range<usize>, named: bool, voice: Option<&Voice>, scales: &mut Scales) {
        let row = self.stems.row(self.stems.places(range));
        let judges = row.iter().any(|stem| JUDGING.contains_key(stem));
        if !judges && !self.tokens[range.clone()].iter().any(|token| call(token).is_some()) {
            return;
        }
        for target in self.targets(range, voice) {
            let before = &self.tokens[range.start..target.tokens.start];
            let others = |token: &Token| token.is_among(words::DISPUTED);
            if before.iter().rev().take(CONDITION).any(others) || self.is_conceded(range, target.tokens.start) {
                continue;
            }
            let named = named && target.tokens.start < range.start + TARGET_WORDS;
            let attitude =
                self.predicate(range, &target.tokens, named).or_else(|| self.called_for(range, &target.tokens));
            if let Some(attitude) = attitude {
                self.speak(attitude, &target, scales);
                return;
            }
        }
    }

    /// Whether the reporting words name a judgement: "called", "described … as".
    pub(super) fn names_a_judgement(&self, said: &Said) -> bool {
        said.cue.as_ref().filter(|cue| cue.len() == 1).and_then(|cue| self.tokens.get(cue.start)).is_some_and(|token| {
            matches!(
                token.low.as_str(),
                "called"
                    | "calls"
                    | "calling"
                    | "described"
                    | "describes"
                    | "describing"
                    | "dubbed"
                    | "branded"
                    | "labelled"
                    | "labeled"
                    | "deemed"
            )
        })
    }

    /// Whether the reporting words want what follows: "called for", "demanded".
    pub(super) fn wants(&self, said: &Said) -> bool {
        let Some(cue) = said.cue.as_ref().filter(|_| !self.names_a_judgement(said)) else { return false };
        let stem = self.tokens.get(cue.start).map(|verb| cues::stem(&verb.low)).unwrap_or_default();
        WANTING.contains(&stem)
    }

    fn speak(&self, attitude: Attitude, target: &Target, scales: &mut Scales) {
        let words = Some(span(self.tokens, &target.tokens));
        match (attitude, self.other(target.side)) {
            (Attitude::For, _) => scales.add(target.side, TARGET, Rule::ForTarget, words),
            (Attitude::Against, Some(other)) => {
                scales.add(other, TARGET, Rule::AgainstTarget, words);
            }
            _ => {}
        }
    }

    /// The actors whose side is known, other than the speaker, and what the sides want, in a range of tokens.
    fn targets(&self, range: &Range<usize>, voice: Option<&Voice>) -> Vec<Target> {
        let mut found = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let longest = LONGEST_ALIAS.min(range.end - at);
            if !self.actors.may_start(self.tokens[at..at + longest].iter().map(Token::bare)) {
                at += 1;
                continue;
            }
            let named = (1..=longest).rev().find_map(|len| {
                let name: Vec<&str> = self.tokens[at..at + len].iter().map(Token::bare).collect();
                let actor = self.actors.find(&name.join(" "))?;
                Some((at..at + len, actor))
            });
            at = named.as_ref().map_or(at + 1, |(tokens, _)| tokens.end);
            let Some((tokens, actor)) = named else { continue };
            if let Some(side) = self.actors.get(actor).and_then(|actor| actor.side)
                && voice.is_none_or(|voice| voice.actor != Some(actor))
            {
                found.push(Target { tokens, side, actor: true });
            }
        }
        let places = self.stems.places(range);
        let mut aims = self.known.aims.find(self.stems.row(places.clone()));
        let all = aims.clone();
        // "weakening encryption" is no aim of those who want encryption.
        aims.retain(|aim| {
            let wider = |one: &Hit<SideIx>| (one.words, aim.first) > (aim.words, one.first);
            !all.iter().any(|one| wider(one) && one.first <= aim.last && aim.first <= one.last)
        });
        for aim in aims {
            let tokens = self.stems.token(places.start + aim.first)..self.stems.token(places.start + aim.last) + 1;
            // "Acme's order": the actor's, whatever orders are otherwise.
            let actors = found.iter().any(|one| {
                let owns = one.tokens.end == tokens.start && self.tokens[one.tokens.end - 1].is_genitive();
                (one.tokens.start < tokens.end && tokens.start < one.tokens.end) || (owns && one.side != aim.owner)
            });
            // "Bill Linden" is no bill.
            let next = self.tokens.get(tokens.end).is_some_and(|next| next.capital);
            let name = tokens.len() == 1 && next && self.tokens[tokens.start].capital;
            if !actors && !name {
                found.push(Target { tokens, side: aim.owner, actor: false });
            }
        }
        found
    }

    /// What a clause with this subject says of it.
    fn predicate(&self, range: &Range<usize>, subject: &Range<usize>, named: bool) -> Option<Attitude> {
        let before = subject.start.checked_sub(1).filter(|at| *at >= range.start).map(|at| &self.tokens[at]);
        if let Some(attitude) = before.and_then(|token| ATTRIBUTES.get(&cues::stem(&token.low))) {
            return Some(*attitude);
        }
        if !named && !self.starts_a_clause(range, subject.start) {
            return None;
        }
        let mut end = subject.end;
        // "the FBI's order": what is judged is the order.
        if self.tokens[end - 1].is_genitive() {
            let deed = (end..range.end.min(end + 2)).find(|at| self.tokens[*at].is_among(words::DEEDS))?;
            end = deed + 1;
        }
        let ends = |token: &Token| {
            matches!(
                token.low.as_str(),
                "." | "!" | "?" | ";" | ":" | "—" | "–" | "but" | "because" | "if" | "when" | "while"
            )
        };
        let clause = (end..range.end).take_while(|at| !ends(&self.tokens[*at]));
        let mut link = named.then_some(end);
        let (mut negated, mut others) = (false, 0);
        for at in clause.take(LINK + JUDGEMENT) {
            let token = &self.tokens[at];
            let low = token.low.as_str();
            negated ^= is_negation(low);
            let attitude = JUDGING.get(&cues::stem(low)).filter(|_| link.is_some() || at == end);
            if let Some(attitude) = attitude {
                return Some(if negated { opposite(*attitude) } else { *attitude });
            }
            if LINKS.contains(&low) || is_negation(low) {
                others = usize::from(AUXILIARIES.contains(&low));
                link = Some(at);
            } else if let Some(link) = link {
                // "is a response to a threat", "would stop dangerous …": of something else.
                let plain =
                    token.is_among(words::DETERMINERS) || low.ends_with("ly") || !token.word || INTENSE.contains(&low);
                others += usize::from(!plain);
                let other = token.is_among(words::PREPOSITIONS) || low.ends_with("ing") || others > 1;
                if other || at > link + JUDGEMENT {
                    return None;
                }
            } else if at >= end + LINK || (at == end && low == "to") {
                // "Acme's decision to drop …" is judged for something else.
                return None;
            }
        }
        None
    }

    /// Whether what starts here is the subject of a clause: before it stand only its own determiners and names.
    fn starts_a_clause(&self, range: &Range<usize>, start: usize) -> bool {
        let own = |token: &Token| {
            token.is_among(words::DETERMINERS)
                || token.is_genitive()
                || token.capital
                || matches!(
                    token.low.as_str(),
                    "proposed" | "draft" | "new" | "whole" | "entire" | "latest" | "so-called"
                )
                || token.is_quotation_mark()
        };
        let before = self.tokens[range.start..start]
            .iter()
            .rev()
            .take(TARGET_WORDS)
            .find(|token| !own(token) || token.is("that"));
        before.is_none_or(|token| {
            !token.word
                || token.is_among(words::CLAUSE_STARTS)
                || matches!(
                    token.low.as_str(),
                    "and" | "think" | "believe" | "say" | "know" | "fear" | "thinks" | "believes"
                )
        })
    }

    /// What somebody wants done with this object: "we oppose …", "Congress should pass …", "to drop …".
    fn called_for(&self, range: &Range<usize>, object: &Range<usize>) -> Option<Attitude> {
        let from = object.start.saturating_sub(OBJECT).max(range.start);
        let mut words_before =
            (from..object.start).rev().take_while(|at| self.tokens[*at].word || self.tokens[*at].is_quotation_mark());
        let (at, (attitude, always)) = words_before.find_map(|at| {
            let keeps_off = self.keeps_off(at).then_some((Attitude::Against, false));
            Some((at, keeps_off.or_else(|| call(&self.tokens[at]))?))
        })?;
        let before = &self.tokens[at.saturating_sub(BEFORE).max(range.start)..at];
        let meant =
            |token: &Token| matches!(token.low.as_str(), "to" | "we" | "i" | "should" | "must" | "please" | "let");
        let open = self.tokens[at.saturating_sub(CONDITION).max(range.start)..at]
            .iter()
            .any(|token| matches!(token.low.as_str(), "if" | "when" | "whether" | "unless"));
        if open || !(always || before.is_empty() || before.iter().any(meant)) {
            return None;
        }
        // "We support encryption" is what everybody says; "we support this bill" is not.
        let definite = (at + 1..object.end).any(|at| self.tokens[at].is_among(words::DETERMINERS));
        if attitude == Attitude::For && always && !definite {
            return None;
        }
        let refuses = |token: &Token| is_negation(&token.low) || cues::stem(&token.low) == cues::stem("refuse");
        Some(if before.iter().any(refuses) { opposite(attitude) } else { attitude })
    }

    /// Whether "hold back", "put off" or the like ends here.
    fn keeps_off(&self, at: usize) -> bool {
        let verb = at.checked_sub(1).map_or("", |at| self.tokens[at].low.as_str());
        matches!(self.tokens[at].low.as_str(), "back" | "off") && matches!(verb, "hold" | "put" | "roll" | "scale")
    }

    /// The token at which "criticised X for …" turns from the target to the reason; its end where it never does.
    pub(super) fn reason_starts(&self, range: &Range<usize>) -> usize {
        let turns = |at: &usize| {
            let token = &self.tokens[*at];
            let doing = self.tokens.get(at + 1).is_some_and(|next| next.low.ends_with("ing"));
            (matches!(token.low.as_str(), "for" | "of" | "over" | "by") && doing)
                || matches!(token.low.as_str(), "because" | "saying" | "as")
        };
        (range.start + 1..range.end).find(turns).unwrap_or(range.end)
    }

    /// The other side, where there are two.
    pub(super) fn other(&self, side: SideIx) -> Option<SideIx> {
        (self.known.debate.sides.len() == 2).then(|| SideIx::new(1 - side.get().min(1)))
    }
}
