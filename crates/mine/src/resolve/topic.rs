//! Whom a passage is about: the person or the organisation that a pronoun after it stands for.

use std::ops::Range;

use corpus::{Rule, SpeakerKind};

use super::reference::is_article;
use super::{Article, LOOK_BACK, MEMORY, OPENING, Voice};
use crate::names::tidy;
use crate::source::{self, Source};
use crate::vocabulary as words;

impl Article<'_> {
    /// The last person with whom a sentence between two places starts.
    pub(super) fn subject_between(&self, from: usize, to: usize) -> Option<Source> {
        let from = from.max(to.saturating_sub(LOOK_BACK));
        let range =
            self.starts.partition_point(|start| *start < from)..self.starts.partition_point(|start| *start < to);
        self.starts.get(range)?.iter().rev().find_map(|start| {
            let end = to.min(start + OPENING);
            let first = &self.tokens[*start];
            // "Quill was wrong, he said" is not said by Quill; "after Quill left, he said" may be.
            let opens = first.is_among(words::PREPOSITIONS) || first.is_among(words::CLAUSE_STARTS);
            let own = self.sentence_of(to) == *start && !opens;
            if own || matches!(first.low.as_str(), "he" | "she") {
                return None;
            }
            let full = (*start..end).find_map(|at| source::person(self.tokens, at, end));
            let full = full.filter(|name| self.is_human(name));
            let surname = || {
                let alone = |at: usize| {
                    let before = at.checked_sub(1).and_then(|n| self.tokens.get(n));
                    before.is_none_or(|token| !source::is_name_part(token) || source::is_title(token))
                };
                let known = |at: &usize| !self.tokens[*at].is_genitive() && self.is_surname(*at) && alone(*at);
                (*start..end).find(known).map(|at| at..at + 1)
            };
            let name = full.or_else(surname)?;
            self.tokens[name.start].quote.is_none().then_some(Source { name, title: None, aside: None })
        })
    }

    /// The last organisation that is the subject of a sentence between two places: a name in capitals, or an
    /// acronym, right before a verb.
    pub(super) fn organisation_between(&self, from: usize, to: usize) -> Option<Source> {
        let from = from.max(to.saturating_sub(LOOK_BACK));
        let range =
            self.starts.partition_point(|start| *start < from)..self.starts.partition_point(|start| *start < to);
        self.starts.get(range)?.iter().rev().find_map(|start| {
            let end = to.min(start + OPENING);
            let named = |at: &usize| {
                let token = &self.tokens[*at];
                source::is_name_part(token)
                    && token.quote.is_none()
                    && !token.is_genitive()
                    && !token.is_among(words::STARTERS)
                    && !token.is_among(words::LEADING)
                    && !token.is_among(words::TIME_WORDS)
            };
            // "The bureau", "A coalition of bakers".
            let common = |at: usize| {
                let noun = (at + 1..end.min(at + OPENING)).find(|n| !self.plain(*n) || self.is_common_body(*n))?;
                let found = is_article(&self.tokens[at]) && self.is_common_body(noun);
                found.then_some(at..noun + 1)
            };
            let name = common(*start).or_else(|| {
                let first = (*start..end).find(named)?;
                let mut last = (first..end).find(|at| !named(at)).unwrap_or(end);
                // "The Council of the Old Mill".
                while let Some(word) = self.tokens.get(last).filter(|word| word.is("of") || word.is("for")) {
                    let the = self.tokens.get(last + 1).is_some_and(|next| next.is("the"));
                    let start = last + 1 + usize::from(the);
                    let more = (start..to.min(start + OPENING)).take_while(named).count();
                    if more == 0 || word.capital {
                        break;
                    }
                    last = start + more;
                }
                Some(first..last)
            })?;
            let first = name.start;
            let about =
                self.tokens.get(name.end).is_some_and(|next| next.is("of") && !self.tokens[name.end - 1].capital);
            let behind = if about { (name.end..end).find(|n| source::acts(&self.tokens[*n])) } else { Some(name.end) };
            let verb = behind.and_then(|behind| self.tokens.get(behind)).filter(|_| name.end < to)?;
            let apposed = verb.is(",")
                && self
                    .tokens
                    .get(name.end + 1)
                    .is_some_and(|next| is_article(next) || matches!(next.low.as_str(), "whose" | "which" | "its"));
            let alone = !apposed && name.len() == 1 && first == *start && !self.is_name(first);
            if alone || first >= self.sentence_of(to) {
                return None;
            }
            let acts = source::acts(verb) || verb.is_among(words::AUXILIARIES) || apposed;
            let governed = first > *start && self.tokens[first - 1].is_among(words::PREPOSITIONS);
            let source = Source { name, title: None, aside: None };
            let organisation = self.full_name(&source).1 == SpeakerKind::Organisation;
            (acts && !governed && organisation).then_some(source)
        })
    }

    /// The person whom "he", "she" or a role (no pronoun) at `at` stands for: the subject of a sentence since the last
    /// statement, or who spoke last, or who was named last; never one for whom the other pronoun has stood, nor one of `but`.
    pub(super) fn person_before(&mut self, at: usize, pronoun: Option<&str>, but: &[String]) -> Option<Voice> {
        let agrees = |article: &Self, voice: &Voice| {
            let known = article.pronouns.get(&voice.key).map(String::as_str).or_else(|| article.gender(&voice.name));
            voice.kind == SpeakerKind::Person
                && !but.contains(&voice.key)
                && known.is_none_or(|known| pronoun.is_none_or(|pronoun| known == pronoun))
        };
        let subject = self.subject_between(self.heard, at).and_then(|source| self.voice(&source));
        let subject = subject.or_else(|| pronoun.and_then(|_| self.only_one_named(at)));
        let spoke = self.recent.iter().rev().take(MEMORY).find(|voice| agrees(self, voice));
        let voice = if let Some(voice) = subject.filter(|voice| agrees(self, voice)) {
            Voice { rule: Rule::PersonOfSentence, ..voice }
        } else if let Some(voice) = spoke {
            Voice { rule: Rule::PersonLastHeard, role: None, guessed: true, ..voice.clone() }
        } else {
            let voice = self.person_named_before(at).and_then(|source| self.voice(&source))?;
            if !agrees(self, &voice) {
                return None;
            }
            Voice { rule: Rule::PersonLastNamed, ..voice }
        };
        if let Some(pronoun) = pronoun {
            self.pronouns.entry(voice.key.clone()).or_insert_with(|| pronoun.into());
        }
        Some(voice)
    }

    /// The person named in the paragraph of `at` so far, where that is one alone and nobody has been heard in it.
    pub(super) fn only_one_named(&mut self, at: usize) -> Option<Voice> {
        let start = self.near_in_paragraph(at);
        if self.heard > self.paragraph_of(at) {
            return None;
        }
        let mut only: Option<Voice> = None;
        for name in
            (start..at.min(self.sentence_of(at).max(start))).filter_map(|n| self.mention(n, at)).collect::<Vec<_>>()
        {
            let voice = self.named_voice(&Source { name, title: None, aside: None })?;
            if only.as_ref().is_some_and(|only| only.key != voice.key) {
                return None;
            }
            only = Some(voice);
        }
        only
    }

    pub(super) fn person_named_before(&self, at: usize) -> Option<Source> {
        let from = at.saturating_sub(LOOK_BACK);
        let full = (from..at).rev().find_map(|n| source::person(self.tokens, n, at));
        let name = full.or_else(|| {
            let known = |n: &usize| self.is_surname(*n);
            (from..at).rev().find(known).map(|at| at..at + 1)
        })?;
        Some(Source { name, title: None, aside: None })
    }

    /// Whether a capitalised word that starts a sentence is a name: it is one elsewhere, too.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let near = at.saturating_sub(2 * LOOK_BACK)..self.tokens.len().min(at + 2 * LOOK_BACK);
        let mut others = near.filter(|n| self.tokens[*n].bare() == token.bare() && self.sentence_of(*n) != *n);
        token.acronym || self.actors.find(token.bare()).is_some() || others.any(|n| self.tokens[n].capital)
    }

    /// Where the paragraph of `at` starts.
    pub(super) fn paragraph_of(&self, at: usize) -> usize {
        self.paragraphs.partition_point(|start| *start <= at).checked_sub(1).map_or(0, |n| self.paragraphs[n])
    }

    /// Where what is near in the paragraph of `at` starts: paragraphs may be as long as the article.
    pub(super) fn near_in_paragraph(&self, at: usize) -> usize {
        self.paragraph_of(at).max(at.saturating_sub(2 * LOOK_BACK))
    }

    /// Where the sentence of `at` starts.
    pub(super) fn sentence_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).checked_sub(1).map_or(0, |n| self.starts[n])
    }

    /// The pronoun of a person by their courtesy title ("Ms. Quill") or first name, where either tells.
    pub(super) fn gender(&self, name: &str) -> Option<&str> {
        let mut parts = name.split(' ');
        let first = parts.next().unwrap_or_default().to_lowercase();
        let surname = parts.next_back().map_or_else(|| first.clone(), str::to_lowercase);
        self.courtesy.get(&surname).copied().or_else(|| {
            let of = |names: words::List| names.contains(&first);
            if of(words::HER_NAMES) { Some("she") } else { of(words::HIS_NAMES).then_some("he") }
        })
    }

    /// The organisation that the paragraph of `at` has named last by an acronym.
    pub(super) fn acronym_before(&mut self, at: usize) -> Option<Voice> {
        let named = |n: &usize| {
            let token = &self.tokens[*n];
            token.acronym && token.quote.is_none() && !matches!(token.low.as_str(), "us" | "u.s" | "u.s." | "uk" | "eu")
        };
        let last = (self.near_in_paragraph(at)..at).rev().find(named)?;
        let voice = self.named_voice(&Source { name: last..last + 1, title: None, aside: None })?;
        let rule = Rule::OrganisationOfParagraph;
        (voice.kind == SpeakerKind::Organisation).then_some(Voice { rule, role: None, ..voice })
    }

    /// Whether a name in capitals is that of a person and not of a place: its first name, a title before it or a
    /// description behind it tells, or somebody of this name has spoken.
    fn is_human(&self, name: &Range<usize>) -> bool {
        let first = &self.tokens[name.start];
        let titled = name.start > 0 && source::is_title(&self.tokens[name.start - 1]);
        let described = self.tokens.get(name.end).is_some_and(|next| next.is(",") || next.is("who"));
        let text = tidy(self.text, self.tokens, name);
        first.is_among(words::HER_NAMES)
            || first.is_among(words::HIS_NAMES)
            || titled
            || described
            || self.actors.find(&text).is_some()
            || self.named.iter().any(|(known, _, _)| *known == text)
            || self.recent.iter().rev().take(MEMORY).any(|voice| voice.name == text)
    }

    fn is_common_body(&self, at: usize) -> bool {
        self.tokens[at].is_among(words::ORGANISATION_NOUNS) && !self.tokens[at].capital
    }

    /// Whether a word may stand between an article and its noun.
    fn plain(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.word && token.quote.is_none() && !token.is_among(words::PREPOSITIONS) && !source::acts(token)
    }
}
