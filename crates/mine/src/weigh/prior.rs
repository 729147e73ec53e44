//! Where a speaker is known to stand by other evidence than the statement itself.

use std::collections::{BTreeMap, BTreeSet};

use corpus::{Inference, Rule, SideIx, SpeakerKind};

use super::{Judge, LONGEST_ALIAS, Scales};
use crate::attribute::Said;
use crate::cues;
use crate::resolve::Voice;
use crate::vocabulary as words;

/// What it counts where the speaker is known to stand: enough to settle the side alone, not against a word. With 130 it
/// wins against one word, with 180 against a phrase: on the reports that it was tried on, that was right more often than
/// wrong, but an argument on the wrong side is worse than one on none.
const PRIOR: i16 = 110;

/// What the speaker’s other statements in the article count: less than what `debate.toml` says, still enough alone.
const SIBLINGS: i16 = 100;

/// What a position counts where the speaker is none but the one last heard, some paragraphs before: less than it takes to
/// settle the side alone ([`MARGIN`](super::MARGIN)).
const UNSURE: i16 = 60;

/// How many words of a role or name are looked at for an actor: more say what else somebody does.
const OFFICE: usize = 16;

/// Words for what somebody was.
const FORMER: &[&str] = &["former", "formerly", "ex"];

/// With one of these words in it, too, a role or name is no reason to think that somebody stands where the actor does.
const NOT_FOR: &[&str] = &["critic", "critics", "opponent", "opponents", "against", "who"];

/// The sides that each speaker's statements in this article argue for.
pub(super) type Stands<'v> = BTreeMap<&'v str, BTreeSet<SideIx>>;

impl Judge<'_> {
    /// The speaker's known position: as `debate.toml` gives it for the speaker or for what the role or affiliation names,
    /// or from the other statements of the article. Of the statements of one who argues for a side, nine in ten argue for
    /// it, and one in three hundred for the other: so the position alone makes an argument of what does not only tell of an
    /// event. One phrase against it leaves the side open.
    ///
    /// Where it is not sure that this is the speaker, the position settles nothing alone.
    pub(super) fn prior(&self, said: &Said, voice: &Voice, sure: bool, stands: &Stands<'_>, scales: &mut Scales) {
        let listed = voice.actor.and_then(|n| self.actors.get(n)).and_then(|actor| actor.side);
        // Whom the file lists without a side has argued on both, and is placed by nothing else.
        let both = voice.actor.is_some() && listed.is_none();
        let office = || self.office(voice).filter(|_| !both);
        let elsewhere =
            stands.get(voice.key.as_str()).filter(|sides| sides.len() == 1 && !both).and_then(BTreeSet::first);
        let (side, weight, rule) = if let Some(side) = listed {
            (side, PRIOR, Rule::KnownPosition)
        } else if let Some(side) = office() {
            (side, PRIOR, Rule::KnownOffice)
        } else if let Some(side) = elsewhere {
            (*side, SIBLINGS, Rule::OtherStatements)
        } else {
            return;
        };
        if !(said.cue.is_some() || said.carried || said.author) || self.concedes(said) {
            return;
        }
        let known = weight == PRIOR;
        let weight = if sure { weight } else { UNSURE };
        scales.prior = Some(side);
        let own = scales.why.iter().any(|why| why.of == Inference::Side);
        scales.by_speaker = !said.is_tentative() && !self.announces(said, voice, scales);
        let themed = !scales.themes.is_empty();
        let on_topic = own || scales.takes_a_stand() || scales.by_speaker || (scales.reasons && themed);
        let needed = known || scales.settled().is_none();
        if on_topic && needed {
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
        if let Some(side) = sources.iter().find_map(|role| self.described(role)) {
            return Some(side);
        }
        if sources.iter().flatten().any(|word| FORMER.contains(&word.as_str()) || NOT_FOR.contains(&word.as_str())) {
            return None;
        }
        sources.iter().find_map(|words| {
            let words = &words[..words.len().min(OFFICE)];
            let (mut sides, mut at) = (BTreeSet::new(), 0);
            while at < words.len() {
                if !self.actors.may_start(words[at..].iter().take(LONGEST_ALIAS).map(String::as_str)) {
                    at += 1;
                    continue;
                }
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
    fn described(&self, role: &[String]) -> Option<SideIx> {
        let at = role.iter().position(|word| words::FOES.contains(word) || words::FRIENDS.contains(word))?;
        if role[..at].iter().any(|word| FORMER.contains(&word.as_str())) {
            return None;
        }
        let of: Vec<String> = role[at + 1..].iter().take(OFFICE).map(|word| cues::stem(word)).collect();
        let aim = self.known.aims.find(&of).into_iter().min_by_key(|aim| aim.first)?;
        if words::FRIENDS.contains(&role[at]) { Some(aim.owner) } else { self.other(aim.owner) }
    }
}
