//! Where a speaker is known to stand by other evidence than the statement itself.

use std::collections::{BTreeMap, BTreeSet};

use corpus::{Inference, SideIx, SpeakerKind};

use super::{Judge, LONGEST_ALIAS, Scales};
use crate::attribute::Said;
use crate::cues;
use crate::lex::Token;
use crate::merge::is_tentative;
use crate::resolve::Voice;
use crate::vocabulary as words;

/// What it counts where the speaker is known to stand: enough to settle the side alone, less than a phrase.
const PRIOR: i16 = 130;

/// What the speaker’s other statements in the article count: less than what `debate.toml` says, still enough alone.
const SIBLINGS: i16 = 120;

/// How many words of a role or name are looked at for an actor: more say what else somebody does.
const OFFICE: usize = 16;

/// A statement of so many words or fewer that says where a matter stands says nothing else.
const SHORT: usize = 10;

/// How many words from its start an announcement has its verb in: subject and adverbs.
const ANNOUNCED: usize = 4;

/// With one of these words in it, a role or name is no reason to think that somebody stands where the actor does.
const NOT_FOR: &[&str] = &["former", "formerly", "ex", "critic", "critics", "opponent", "opponents", "against", "who"];

/// The sides that each speaker's statements in this article argue for.
pub(super) type Stands<'v> = BTreeMap<&'v str, BTreeSet<SideIx>>;

/// Words before "of" and something that a side wants by which somebody is against it.
const FOES: &[&str] = &["critic", "critics", "opponent", "opponents", "opposed", "opposes", "opposing"];

/// The same, for who is for it.
const FRIENDS: &[&str] = &[
    "supporter",
    "supporters",
    "backer",
    "backers",
    "proponent",
    "proponents",
    "advocate",
    "advocates",
    "sponsor",
    "sponsors",
    "sponsored",
    "backed",
    "champion",
    "champions",
];

impl Judge<'_> {
    /// The speaker's known position: as `debate.toml` gives it for the speaker or for what the role or affiliation names,
    /// or from the other statements of the article. Hardly anybody argues for both sides in one article, so it counts more
    /// than a phrase against it, which is more often a concession than a change of mind.
    pub(super) fn prior(&self, said: &Said, voice: &Voice, stands: &Stands<'_>, scales: &mut Scales) {
        let listed = voice.actor.and_then(|n| self.actors.get(n)).and_then(|actor| actor.side);
        // Whom the file lists without a side has argued on both, and is placed by nothing else.
        let both = voice.actor.is_some() && listed.is_none();
        let office = || self.office(voice).filter(|_| !both);
        let elsewhere =
            stands.get(voice.key.as_str()).filter(|sides| sides.len() == 1 && !both).and_then(BTreeSet::first);
        let (side, weight, rule) = if let Some(side) = listed {
            (side, PRIOR, "the speaker is known for this position, as listed in debate.toml")
        } else if let Some(side) = office() {
            (side, PRIOR, "the speaker’s office or employer is known for this position, as listed in debate.toml")
        } else if let Some(side) = elsewhere {
            (*side, SIBLINGS, "the speaker’s other statements in this article argue for this side")
        } else {
            return;
        };
        if !(said.cue.is_some() || said.carried || said.author) || self.concedes(said) {
            return;
        }
        scales.prior = Some(side);
        let own = scales.why.iter().any(|why| why.of == Inference::Side);
        scales.by_speaker = !is_tentative(said) && !self.announces(said, voice, scales);
        let themed = !scales.themes.is_empty();
        let on_topic = own || scales.takes_a_stand() || scales.by_speaker || (scales.reasons && themed);
        if on_topic && scales.settled() != Some(side) {
            scales.add(side, weight, rule, None);
        }
    }

    /// Whether the reporting word says that the speaker grants something to the other side.
    fn concedes(&self, said: &Said) -> bool {
        said.cue.clone().is_some_and(|mut cue| cue.any(|at| self.tokens[at].is_among(words::CONCEDING)))
    }

    /// Whether it only tells what the speaker has done or will do, or where a matter stands, without a word that judges:
    /// "it had handed over …", "she planned to …", "there was no timetable".
    fn announces(&self, said: &Said, voice: &Voice, scales: &Scales) -> bool {
        let Some(first) = said.spans.first() else { return false };
        if scales.takes_a_stand() {
            return false;
        }
        let words: Vec<&Token> = self.tokens[first.clone()].iter().filter(|token| token.word).take(SHORT + 1).collect();
        let low = |n: usize| words.get(n).map_or("", |token| token.low.as_str());
        if words.len() <= SHORT && words.iter().any(|token| token.is_among(words::STATUS)) {
            return true;
        }
        let itself = match low(0) {
            "it" | "they" | "we" => voice.kind != SpeakerKind::Person,
            "he" | "she" | "i" => voice.kind == SpeakerKind::Person,
            _ => false,
        };
        let verb =
            (1..ANNOUNCED).find(|n| words.get(*n).is_some_and(|token| !token.low.ends_with("ly") && !token.is("too")));
        let verb = verb.unwrap_or_default();
        itself
            && match low(verb) {
                "had" | "has" | "have" => !matches!(low(verb + 1), "to" | "no" | "a" | "an" | "the"),
                "no" => low(verb + 1) == "longer",
                "would" | "will" | "was" | "were" | "is" | "are" => {
                    low(verb + 2).ends_with("ing")
                        || low(verb + 1).ends_with("ing")
                        || words.get(verb + 1).is_some_and(|token| token.is_among(words::PROCEDURE) && !token.is("be"))
                }
                "planned" | "plans" | "intended" | "intends" | "expected" | "expects" => true,
                _ => false,
            }
    }

    /// The position of an actor whom the speaker's affiliation, role or, where it is no person's, name mentions: "an Acme
    /// lawyer". Who was it formerly, or is against it, does not speak for it.
    fn office(&self, voice: &Voice) -> Option<SideIx> {
        let role = voice.role.and_then(|role| {
            let from = self.tokens.partition_point(|token| token.start < role.start as usize);
            let to = self.tokens.partition_point(|token| token.start < role.end as usize);
            self.tokens.get(from..to)
        });
        let role: Vec<String> = role.unwrap_or_default().iter().map(|token| token.bare().to_owned()).collect();
        let named = if voice.kind == SpeakerKind::Person { "" } else { voice.name.as_str() };
        let named: Vec<String> = named.split_whitespace().map(str::to_lowercase).collect();
        let employer: Vec<String> = voice.affiliation.iter().map(|name| name.to_lowercase()).collect();
        let sources = [role, employer, named];
        if let Some(side) = sources.iter().find_map(|words| self.described(words)) {
            return Some(side);
        }
        if sources.iter().flatten().any(|word| NOT_FOR.contains(&word.as_str())) {
            return None;
        }
        sources.iter().find_map(|words| {
            let words = &words[..words.len().min(OFFICE)];
            let (mut sides, mut at) = (BTreeSet::new(), 0);
            while at < words.len() {
                let named = (1..=LONGEST_ALIAS.min(words.len() - at)).rev().find_map(|len| {
                    let actor = self.actors.find(&words[at..at + len].join(" "))?;
                    Some((len, self.actors.get(actor)?.side))
                });
                sides.extend(named.and_then(|(_, side)| side));
                at += named.map_or(1, |(len, _)| len);
            }
            // "A lawyer for Acme and the tram board" is settled by neither.
            sides.first().copied().filter(|_| sides.len() == 1)
        })
    }

    /// The side on which a description puts somebody: "a critic of the bill", "supporters of the order".
    fn described(&self, words: &[String]) -> Option<SideIx> {
        let at = words.iter().position(|word| FOES.contains(&word.as_str()) || FRIENDS.contains(&word.as_str()))?;
        if words[..at].iter().any(|word| NOT_FOR[..3].contains(&word.as_str())) {
            return None;
        }
        let of: Vec<String> = words[at + 1..].iter().take(OFFICE).map(|word| cues::stem(word)).collect();
        let aim = self.known.aims.find(&of).into_iter().min_by_key(|aim| aim.first)?;
        if FRIENDS.contains(&words[at].as_str()) { Some(aim.owner) } else { self.other(aim.owner) }
    }
}
