//! Where a speaker is known to stand by other evidence than the statement itself.

use std::collections::BTreeSet;

use corpus::{Inference, SideIx, SpeakerKind};

use super::{Judge, LONGEST_ALIAS, Scales, Stands};
use crate::attribute::Said;
use crate::resolve::Voice;

/// What it counts where the speaker is known to stand: enough to settle the side alone, less than a phrase.
const PRIOR: i16 = 80;

/// What the speaker’s other statements in the article count: less than what `debate.toml` says, still enough alone.
const SIBLINGS: i16 = 75;

/// How many words of a role or name are looked at for an actor: more say what else somebody does.
const OFFICE: usize = 16;

/// With one of these words in it, a role or name is no reason to think that somebody stands where the actor does.
const NOT_FOR: &[&str] = &["former", "formerly", "ex", "critic", "critics", "opponent", "opponents", "against", "who"];

impl Judge<'_> {
    /// The speaker's known position: as `debate.toml` gives it for the speaker or for what the role or affiliation names,
    /// or from the other statements of the article. It counts beside the statement's own words, so that one phrase
    /// against it, more often a concession than a change of mind, leaves the side open.
    pub(super) fn prior(&self, said: &Said, voice: &Voice, stands: &Stands<'_>, scales: &mut Scales) {
        let listed = voice.actor.and_then(|n| self.actors.get(n)).and_then(|actor| actor.side);
        let office = || self.office(voice);
        let elsewhere = stands.get(voice.key.as_str()).filter(|sides| sides.len() == 1).and_then(BTreeSet::first);
        let (side, weight, rule) = if let Some(side) = listed {
            (side, PRIOR, "the speaker is known for this position, as listed in debate.toml")
        } else if let Some(side) = office() {
            (side, PRIOR, "the speaker’s office or employer is known for this position, as listed in debate.toml")
        } else if let Some(side) = elsewhere {
            (*side, SIBLINGS, "the speaker’s other statements in this article argue for this side")
        } else {
            return;
        };
        scales.prior = Some(side);
        // Who argues for a side in an article goes on doing so where a word takes a stand, on whatever matter; a statement
        // that only reasons must be on a theme. Cues that are negated or conceded count for no side, yet the statement speaks to the question.
        let own = scales.why.iter().any(|why| why.of == Inference::Side);
        let known = weight == PRIOR;
        let themed = !scales.themes.is_empty();
        let on_topic = own || scales.takes_a_stand() || (scales.reasons && themed);
        let needed = known || scales.settled().is_none();
        if needed && on_topic && (said.cue.is_some() || said.carried || said.author) {
            scales.add(side, weight, rule, None);
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
        if sources.iter().flatten().any(|word| NOT_FOR.contains(&word.as_str())) {
            return None;
        }
        sources.iter().find_map(|words| {
            let words = &words[..words.len().min(OFFICE)];
            let row = |at: usize| words[at..].iter().take(LONGEST_ALIAS).map(String::as_str);
            let starts = (0..words.len()).filter(|at| self.actors.may_start(row(*at)));
            let starts = starts.flat_map(|at| (1..=LONGEST_ALIAS).rev().map(move |len| at..at + len));
            let mut names = starts.filter_map(|range| words.get(range)).map(|name| name.join(" "));
            names.find_map(|name| self.actors.find(&name).and_then(|n| self.actors.get(n))?.side)
        })
    }
}
