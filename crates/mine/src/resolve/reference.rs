//! Whom a source means that gives no name: a pronoun, "the company", "the deputy director".

use corpus::SpeakerKind;

use super::{Article, LOOK_BACK, Voice};
use crate::lex::Token;
use crate::source::{self, Source};
use crate::vocabulary as words;

/// How many speakers back a pronoun may reach.
const MEMORY: usize = 6;

/// A person named among so many first words of a sentence is what it is about.
const OPENING: usize = 7;

/// "The social media company" is a reference to one named before; longer phrases describe somebody new.
const SHORT_REFERENCE: usize = 4;

/// What a source is, before its name is looked at.
pub(super) enum Reference {
    /// It stands for somebody named before.
    To(Voice),
    /// It stands for somebody, but the article does not settle for whom.
    Open,
    /// It is a name, or describes somebody new.
    Name,
}

impl Reference {
    fn or_open(voice: Option<Voice>) -> Self {
        voice.map_or(Self::Open, Self::To)
    }

    fn or_name(voice: Option<Voice>) -> Self {
        voice.map_or(Self::Name, Self::To)
    }
}

impl Article<'_> {
    /// Whom a source stands for.
    pub(super) fn reference(&mut self, source: &Source) -> Reference {
        let words = &self.tokens[source.name.clone()];
        let (Some(first), Some(last)) = (words.first(), words.iter().rev().find(|token| token.word)) else {
            return Reference::Open;
        };
        if let [pronoun] = words
            && let Some(found) = self.pronoun(pronoun.bare(), source.name.start)
        {
            return found;
        }
        // "the company's spokesman" speaks for the company.
        if matches!(last.low.as_str(), "spokesman" | "spokeswoman" | "spokesperson")
            && let Some(owner) = words.iter().position(Token::is_genitive)
        {
            let name = source.name.start..source.name.start + owner + 1;
            let voice = self.voice(&Source { name, title: None, aside: None });
            return Reference::or_open(voice.map(|voice| Voice { rule: "whom the spokesperson speaks for", ..voice }));
        }
        let definite = matches!(first.low.as_str(), "the" | "its" | "his" | "their" | "this");
        let plain = words.iter().all(|token| !token.capital || token.start == first.start);
        if definite && plain && words.len() <= SHORT_REFERENCE {
            let noun = last.bare();
            if words::ORGANISATION_NOUNS.contains(&noun) {
                // "The government" is named by itself.
                if noun != "government"
                    && let Some(voice) = self.latest("the organisation last heard", SpeakerKind::Organisation)
                {
                    return Reference::To(voice);
                }
            } else if words::DOCUMENTS.contains(&noun) {
                if let Some(voice) = self.latest("the document last heard", SpeakerKind::Document) {
                    return Reference::To(voice);
                }
            } else if words::PERSON_NOUNS.contains(&noun) || words::TITLES.contains(&noun) {
                let fits = |voice: &Voice| voice.kind == SpeakerKind::Person || voice.name.ends_with(noun);
                let found = self.latest_where("the person last heard", fits);
                return Reference::or_open(found.or_else(|| self.person_before(source.name.start, None, &[])));
            }
        }
        let names_a_person = source::person(self.tokens, source.name.start, source.name.end).is_some();
        if source.title.is_some() || names_a_person { Reference::Name } else { Reference::or_name(self.by_role(words)) }
    }

    /// Whom a pronoun at `at` stands for; nothing where the word is none.
    fn pronoun(&mut self, low: &str, at: usize) -> Option<Reference> {
        Some(match low {
            "he" | "she" => Reference::or_open(self.person_before(at, Some(low), &[])),
            "i" | "we" | "you" | "one" => Reference::Open,
            "it" => {
                let fits = |voice: &Voice| matches!(voice.kind, SpeakerKind::Organisation | SpeakerKind::Document);
                Reference::or_open(self.latest_where("“it” stands for the organisation or document last heard", fits))
            }
            "they" => {
                let fits = |voice: &Voice| voice.kind != SpeakerKind::Person;
                Reference::or_open(self.latest_where("“they” stands for those last heard", fits))
            }
            _ => return None,
        })
    }

    /// The person whose role a phrase repeats: "The Deputy Director", "the Alliance's director".
    fn by_role(&self, words: &[Token]) -> Option<Voice> {
        let last = words.iter().rev().find(|token| token.word)?;
        let indefinite = words.first().is_some_and(|token| matches!(token.low.as_str(), "a" | "an"));
        if indefinite
            || last.is_genitive()
            || !words.iter().any(source::is_title)
            || words.iter().any(|token| token.is("and"))
        {
            return None;
        }
        let wanted: Vec<&str> = words
            .iter()
            .filter(|token| token.word && !matches!(token.low.as_str(), "the" | "of" | "for" | "our" | "its"))
            .map(Token::bare)
            .collect();
        let mut fitting = self.named.iter().filter(|(_, _, role)| {
            wanted.iter().all(|word| role.iter().any(|other| other == word || is_head(other) && is_head(word)))
        });
        let (name, span, _) = fitting.next()?;
        if fitting.any(|(other, _, _)| other != name) {
            return None;
        }
        let (key, actor) = self.key(name);
        let known = actor.and_then(|n| self.actors.get(n));
        Some(Voice {
            key,
            kind: SpeakerKind::Person,
            role: *span,
            affiliation: known.and_then(|actor| actor.affiliation.clone()),
            name: known.map_or(name, |actor| &actor.name).clone(),
            actor,
            rule: "the role of somebody whom the article names",
        })
    }

    /// The last person with whom a sentence between two places starts.
    fn subject_between(&self, from: usize, to: usize) -> Option<Source> {
        let from = from.max(to.saturating_sub(LOOK_BACK));
        let range =
            self.starts.partition_point(|start| *start < from)..self.starts.partition_point(|start| *start < to);
        self.starts.get(range)?.iter().rev().find_map(|start| {
            let end = to.min(start + OPENING);
            let full = (*start..end).find_map(|at| source::person(self.tokens, at, end));
            let surname = || {
                let at = (*start..end).find(|at| {
                    self.tokens[*at].capital
                        && !self.tokens[*at].is_genitive()
                        && self.people.contains_key(&self.tokens[*at].low)
                })?;
                Some(at..at + 1)
            };
            let name = full.or_else(surname)?;
            self.tokens[name.start].quote.is_none().then_some(Source { name, title: None, aside: None })
        })
    }

    fn latest(&self, rule: &'static str, kind: SpeakerKind) -> Option<Voice> {
        self.latest_where(rule, |voice| voice.kind == kind)
    }

    fn latest_where(&self, rule: &'static str, fits: impl Fn(&Voice) -> bool) -> Option<Voice> {
        let found = self.recent.iter().rev().take(MEMORY).find(|voice| fits(voice))?;
        Some(Voice { rule, role: None, ..found.clone() })
    }

    /// The person whom "he", "she" or a role (no pronoun) at `at` stands for: the subject of a sentence since the last
    /// statement, or who spoke last, or who was named last; never one for whom the other pronoun has stood, nor one of `but`.
    pub(super) fn person_before(&mut self, at: usize, pronoun: Option<&str>, but: &[String]) -> Option<Voice> {
        let agrees = |article: &Self, voice: &Voice| {
            let known = article.pronouns.get(&voice.key);
            voice.kind == SpeakerKind::Person
                && !but.contains(&voice.key)
                && known.is_none_or(|known| pronoun.is_none_or(|pronoun| known == pronoun))
        };
        let subject = self.subject_between(self.heard, at).and_then(|source| self.voice(&source));
        let spoke = self.recent.iter().rev().take(MEMORY).find(|voice| agrees(self, voice));
        let voice = if let Some(voice) = subject.filter(|voice| agrees(self, voice)) {
            Voice { rule: "the subject of a sentence before", ..voice }
        } else if let Some(voice) = spoke {
            Voice { rule: "the person last heard", role: None, ..voice.clone() }
        } else {
            let voice = self.person_named_before(at).and_then(|source| self.voice(&source))?;
            Voice { rule: "the person last named", ..voice }
        };
        if let Some(pronoun) = pronoun {
            self.pronouns.entry(voice.key.clone()).or_insert_with(|| pronoun.into());
        }
        Some(voice)
    }

    fn person_named_before(&self, at: usize) -> Option<Source> {
        let from = at.saturating_sub(LOOK_BACK);
        let full = (from..at).rev().find_map(|n| source::person(self.tokens, n, at));
        let name = full.or_else(|| {
            let known = |n: &usize| self.tokens[*n].capital && self.people.contains_key(self.tokens[*n].bare());
            (from..at).rev().find(known).map(|at| at..at + 1)
        })?;
        Some(Source { name, title: None, aside: None })
    }
}

/// Words for whoever leads an organisation, which stand for each other.
fn is_head(word: &str) -> bool {
    matches!(word, "head" | "chief" | "boss" | "ceo" | "leader" | "director" | "president")
}
