//! What takes no side whoever says it: what only tells of an event, and what the speaker grants.

use corpus::SpeakerKind;

use super::discount::is_negation;
use super::{Judge, Scales};
use crate::attribute::Said;
use crate::lex::Token;
use crate::resolve::Voice;
use crate::vocabulary as words;

/// A statement of so many words or fewer that says where a matter stands, or when something happens, says nothing else.
const SHORT: usize = 10;

/// Fewer words than this say nothing by themselves: "similar concerns".
const SAYING: usize = 3;

/// How many words from its start an announcement has its verb in: subject and adverbs.
const ANNOUNCED: usize = 4;

impl Judge<'_> {
    /// Whether the reporting word says that the speaker grants something to the other side.
    pub(super) fn concedes(&self, said: &Said) -> bool {
        said.cue.clone().is_some_and(|mut cue| cue.any(|at| self.tokens[at].is_among(words::CONCEDING)))
    }

    /// Whether it only tells what the speaker has done or will do, or where a matter stands, without a word that judges:
    /// "it had handed over …", "she planned to …", "there was no timetable", "they meet on Friday", "so far they had
    /// not". What is "disclosed" or "reported" is news, too.
    pub(super) fn announces(&self, said: &Said, voice: &Voice, scales: &Scales) -> bool {
        let Some(first) = said.spans.first() else { return false };
        if scales.takes_a_stand() {
            return false;
        }
        let words: Vec<&Token> = self.tokens[first.clone()].iter().filter(|token| token.word).take(SHORT + 1).collect();
        let low = |n: usize| words.get(n).map_or("", |token| token.low.as_str());
        let cut_off = |token: &&Token| token.is_among(words::AUXILIARIES) || is_negation(&token.low);
        if words.len() <= SHORT
            && (words.iter().any(|token| token.is_among(words::STATUS)) || words.last().is_some_and(cut_off))
        {
            return true;
        }
        let news = |at: usize| self.tokens[at].is_among(words::NEWS);
        if (said.spans.len() == 1 && words.len() < SAYING) || said.cue.clone().is_some_and(|mut cue| cue.any(news)) {
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
}
