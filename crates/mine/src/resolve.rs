//! The fourth stage: whom a source names. Inside an article: full names for surnames, titles and appositions as roles,
//! pronouns and "the company" by what was named before. Over articles: one speaker for all who bear one name.

use std::collections::BTreeMap;

use corpus::{Span, SpeakerKind};

use crate::attribute::{Said, span};
use crate::debate::Actor;
use crate::lex::{Lexed, Token};
use crate::names::{
    Actors, Person, acronyms, affiliation, nearest, normal, people, strip_article, tidy, token_text,
    without_organisation,
};
use crate::source::{self, Source};
use crate::vocabulary as words;

/// Who speaks in a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Voice {
    /// What all mentions of this speaker share, over articles.
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) kind: SpeakerKind,
    pub(crate) role: Option<Span>,
    pub(crate) affiliation: Option<String>,
    /// Place in the debate's list of actors.
    pub(crate) actor: Option<usize>,
    /// How the source was understood, for the reader.
    pub(crate) rule: &'static str,
}

/// Resolves the sources of an article's statements, in order.
pub(crate) fn resolve(text: &str, lexed: &Lexed, said: &[Said], actors: &Actors<'_>) -> Vec<Option<Voice>> {
    let mut article = Article {
        text,
        tokens: &lexed.tokens,
        actors,
        people: people(text, &lexed.tokens, actors),
        acronyms: acronyms(text, &lexed.tokens),
        named: Vec::new(),
        given: BTreeMap::new(),
        roles: BTreeMap::new(),
        pronouns: BTreeMap::new(),
        recent: Vec::new(),
        starts: lexed.paragraphs.iter().flat_map(|paragraph| paragraph.sentences.iter().map(|s| s.start)).collect(),
        heard: 0,
    };
    for said in said {
        article.learn_role(said);
    }
    article.learn_known_roles();
    let mut voices: Vec<Option<Voice>> = Vec::new();
    for said in said {
        let voice = match &said.source {
            Some(source) => article.voice(source),
            None if said.carried => voices
                .last()
                .cloned()
                .flatten()
                .map(|voice: Voice| Voice { rule: "the quotation goes on with the one before it", ..voice }),
            None => None,
        };
        if let Some(voice) = &voice {
            article.recent.push(voice.clone());
            article.heard = said
                .spans
                .iter()
                .map(|span| span.end)
                .chain(said.source.iter().map(|source| source.name.end))
                .max()
                .unwrap_or(0);
        }
        voices.push(voice);
    }
    for voice in voices.iter_mut().flatten() {
        voice.role = voice.role.or_else(|| article.roles.get(&voice.key).copied());
    }
    voices
}

struct Article<'r> {
    text: &'r str,
    tokens: &'r [Token],
    actors: &'r Actors<'r>,
    /// By surname in lower case: the full names that the article gives.
    people: BTreeMap<String, Vec<Person>>,
    /// By acronym in lower case: the full names of organisations that the article gives.
    acronyms: BTreeMap<String, String>,
    /// Full names with the words of the roles that sources give them.
    named: Vec<(String, Option<Span>, Vec<String>)>,
    /// By name: whether the article gives it.
    given: BTreeMap<String, bool>,
    /// By key: the first words that give a role.
    roles: BTreeMap<String, Span>,
    /// By key: whether "he" or "she" has stood for this speaker.
    pronouns: BTreeMap<String, String>,
    /// Who has spoken so far.
    recent: Vec<Voice>,
    /// Where the reporter's sentences start.
    starts: Vec<usize>,
    /// Where the source of the last statement stands.
    heard: usize,
}

impl Article<'_> {
    fn learn_role(&mut self, said: &Said) {
        let Some(source) = &said.source else { return };
        let Some(role) = self.own_role(source) else { return };
        let (name, kind, _) = self.full_name(source);
        if kind == SpeakerKind::Person && self.named.len() < ROLES {
            let words = role.of(self.text).unwrap_or_default().split(|c: char| !c.is_alphanumeric() && c != '-');
            let affiliation =
                self.key(&name).1.and_then(|n| self.actors.get(n)).and_then(|actor| actor.affiliation.as_deref());
            let words = words.chain(affiliation.unwrap_or_default().split(' ')).filter(|word| !word.is_empty());
            self.named.push((name.clone(), Some(role), words.map(str::to_lowercase).collect()));
        }
        self.roles.entry(self.key(&name).0).or_insert(role);
    }

    /// The roles that the debate knows of people whom the article names.
    fn learn_known_roles(&mut self) {
        for person in self.people.values().flatten() {
            let actor = self.actors.find(&person.name).and_then(|n| self.actors.get(n));
            if let Some(role) = actor.and_then(|actor| actor.role.as_ref())
                && self.named.len() < ROLES
            {
                self.named.push((person.name.clone(), None, role.split(' ').map(str::to_lowercase).collect()));
            }
        }
    }

    fn own_role(&self, source: &Source) -> Option<Span> {
        let range = source.title.as_ref().or(source.aside.as_ref())?;
        let role = span(self.tokens, range);
        (role.len() <= LONGEST_ROLE).then_some(role)
    }

    /// The speaker's key and actor.
    fn key(&self, name: &str) -> (String, Option<usize>) {
        let actor = self.actors.find(name);
        let key = actor.and_then(|n| self.actors.get(n)).map_or_else(|| normal(name), |actor| normal(&actor.name));
        (key, actor)
    }

    fn voice(&mut self, source: &Source) -> Option<Voice> {
        let first = self.tokens.get(source.name.start)?;
        let words = &self.tokens[source.name.clone()];
        let low = first.low.as_str();
        let last = words.iter().rev().find(|token| token.word).map(Token::bare).unwrap_or_default();
        let lone = words.len() == 1;
        if lone && matches!(low, "he" | "she") {
            return self.person_before(source.name.start, low);
        }
        if lone && matches!(low, "i" | "we" | "you" | "one") {
            return None;
        }
        if lone && low == "it" {
            return self.latest("\"it\" stands for the organisation or document last heard", |voice| {
                matches!(voice.kind, SpeakerKind::Organisation | SpeakerKind::Document)
            });
        }
        if lone && low == "they" {
            return self.latest("\"they\" stands for those last heard", |voice| voice.kind != SpeakerKind::Person);
        }
        // "the company's spokesman" speaks for the company.
        if matches!(last, "spokesman" | "spokeswoman" | "spokesperson")
            && let Some(owner) = words.iter().position(Token::is_genitive)
        {
            let name = source.name.start..source.name.start + owner + 1;
            let voice = self.voice(&Source { name, title: None, aside: None });
            return voice.map(|voice| Voice { rule: "whom the spokesperson speaks for", ..voice });
        }
        let definite = matches!(low, "the" | "its" | "his" | "their" | "this");
        let plain = words.iter().all(|token| !token.capital || token.start == first.start);
        if definite && plain && words.len() <= SHORT_REFERENCE {
            if words::ORGANISATION_NOUNS.contains(&last) {
                let found = self
                    .latest("the organisation last heard or named", |voice| voice.kind == SpeakerKind::Organisation);
                if found.is_some() && last != "government" {
                    return found;
                }
            } else if words::DOCUMENTS.contains(&last) {
                let found = self.latest("the document last heard", |voice| voice.kind == SpeakerKind::Document);
                if found.is_some() {
                    return found;
                }
            } else if words::PERSON_NOUNS.contains(&last) || words::TITLES.contains(&last) {
                return self
                    .latest("the person last heard", |voice| {
                        voice.kind == SpeakerKind::Person || voice.name.ends_with(last)
                    })
                    .or_else(|| self.person_before(source.name.start, ""));
            }
        }
        if source.title.is_none()
            && source::person(self.tokens, source.name.start, source.name.end).is_none()
            && let Some(voice) = self.by_role(words)
        {
            return Some(voice);
        }
        let (name, kind, rule) = self.full_name(source);
        if name.is_empty() {
            return None;
        }
        let (key, actor) = self.key(&name);
        let known = actor.and_then(|n| self.actors.get(n));
        let name = match known {
            Some(actor) if normal(&actor.name) != normal(&name) && self.gives(actor) => actor.name.clone(),
            _ => name,
        };
        let role = self.own_role(source);
        let affiliation = role.and_then(|role| affiliation(role.of(self.text).unwrap_or_default()));
        Some(Voice {
            key,
            kind: known.map_or(kind, |actor| actor.kind),
            role,
            affiliation: affiliation.or_else(|| known.and_then(|actor| actor.affiliation.clone())),
            name,
            actor,
            rule,
        })
    }

    /// Whether the article gives an actor's full name.
    fn gives(&mut self, actor: &Actor) -> bool {
        let text = self.text;
        *self.given.entry(actor.name.clone()).or_insert_with(|| text.contains(&actor.name))
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
            name: name.clone(),
            actor,
            rule: "the role of somebody whom the article names",
        })
    }

    fn full_name(&self, source: &Source) -> (String, SpeakerKind, &'static str) {
        let words = &self.tokens[source.name.clone()];
        let name = tidy(self.text, self.tokens, &source.name);
        let lone = words.len() == 1;
        let low = words.first().map(Token::bare).unwrap_or_default();
        if lone
            && words[0].capital
            && let Some(person) = self.people.get(low).and_then(|people| nearest(people, source.name.start))
        {
            return (
                person.name.clone(),
                SpeakerKind::Person,
                "the surname of somebody whom the article names in full",
            );
        }
        if let Some(full) = words
            .iter()
            .rev()
            .find(|token| token.word)
            .filter(|_| words.len() <= 2)
            .and_then(|token| self.acronyms.get(token.bare()))
        {
            return (
                full.clone(),
                SpeakerKind::Organisation,
                "the abbreviation of a name that the article gives in full",
            );
        }
        let named = "the article names who speaks";
        // "US AG Ray": abbreviated titles before a surname.
        if let [titles @ .., surname] = words
            && !titles.is_empty()
            && titles.iter().all(|token| token.acronym)
            && let Some(person) = self.people.get(surname.bare()).and_then(|people| nearest(people, source.name.start))
        {
            return (person.name.clone(), SpeakerKind::Person, named);
        }
        let shorter = without_organisation(self.tokens, source.name.clone(), self.actors);
        if shorter != source.name {
            return (tidy(self.text, self.tokens, &shorter), SpeakerKind::Person, named);
        }
        let person =
            source::person(self.tokens, source.name.start, source.name.end).is_some_and(|range| range == source.name);
        let plain = strip_article(&name);
        if person || source.title.is_some() && words.iter().all(source::is_name_part) {
            return (name, SpeakerKind::Person, named);
        }
        let last = words.iter().rev().find(|token| token.word).map(Token::bare).unwrap_or_default();
        let several =
            words.iter().any(|token| token.is("and")) && words.iter().filter(|token| token.capital).count() > 1;
        if several {
            return (self.all_names(source), SpeakerKind::Group, named);
        }
        let document = words
            .iter()
            .take_while(|token| !token.is("to"))
            .any(|token| words::DOCUMENTS.contains(&token.low.as_str()));
        if document && !words.iter().any(|token| token.is_genitive()) {
            return (plain.into(), SpeakerKind::Document, named);
        }
        let capital = words.iter().any(|token| token.capital && !words::STARTERS.contains(&token.low.as_str()));
        let organisation = (capital && !last.ends_with('s') && words[words.len() - 1].capital)
            || words::ORGANISATION_NOUNS.contains(&last)
            || words.iter().any(|token| token.acronym);
        let proper = words.iter().filter(|token| token.word).count()
            == words.iter().filter(|token| token.capital).count()
            && !words::STARTERS.contains(&low);
        if organisation || (proper && words.len() > 1) {
            return (plain.into(), SpeakerKind::Organisation, named);
        }
        (plain.into(), SpeakerKind::Group, named)
    }

    /// "Ray and Low" in full.
    fn all_names(&self, source: &Source) -> String {
        let words = &self.tokens[source.name.clone()];
        let parts: Vec<String> = words
            .iter()
            .filter(|token| token.word)
            .map(|token| {
                let full = self.people.get(token.bare()).and_then(|people| nearest(people, source.name.start));
                let alone = !words.iter().any(|other| other.end + 1 == token.start && other.capital);
                match full {
                    Some(person) if alone && token.capital => person.name.clone(),
                    _ => token_text(self.text, token).into(),
                }
            })
            .collect();
        let parts: Vec<&str> =
            parts.iter().map(String::as_str).filter(|part| !matches!(*part, "both" | "Both")).collect();
        let joined = parts.join(" ");
        if words.iter().any(|token| token.is(",")) || joined.len() < 3 {
            strip_article(&tidy(self.text, self.tokens, &source.name)).into()
        } else {
            strip_article(&joined).into()
        }
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

    fn latest(&self, rule: &'static str, fits: impl Fn(&Voice) -> bool) -> Option<Voice> {
        let found = self.recent.iter().rev().take(MEMORY).find(|voice| fits(voice))?;
        Some(Voice { rule, role: None, ..found.clone() })
    }

    /// The person whom "he" or "she" stands for: who spoke last, unless the other pronoun has stood for them.
    fn person_before(&mut self, at: usize, pronoun: &str) -> Option<Voice> {
        let agrees = |article: &Self, key: &str| {
            article.pronouns.get(key).is_none_or(|known| known == pronoun || pronoun.is_empty())
        };
        let spoke = self
            .recent
            .iter()
            .rev()
            .take(MEMORY)
            .find(|voice| voice.kind == SpeakerKind::Person && agrees(self, &voice.key))
            .cloned();
        let named = self
            .subject_between(self.heard, at)
            .and_then(|source| self.voice(&source))
            .filter(|voice| voice.kind == SpeakerKind::Person && agrees(self, &voice.key));
        let voice = match spoke {
            _ if named.is_some() => {
                named.map(|voice| Voice { rule: "the pronoun stands for the subject of a sentence before", ..voice })
            }
            Some(voice) => Some(Voice { rule: "the pronoun stands for the person last heard", role: None, ..voice }),
            None => {
                let from = at.saturating_sub(LOOK_BACK);
                let named = (from..at).rev().find_map(|n| source::person(self.tokens, n, at));
                let surname = || {
                    let at = (from..at)
                        .rev()
                        .find(|n| self.tokens[*n].capital && self.people.contains_key(self.tokens[*n].bare()))?;
                    Some(at..at + 1)
                };
                let source = Source { name: named.or_else(surname)?, title: None, aside: None };
                let voice = self.voice(&source);
                voice.map(|voice| Voice { rule: "the pronoun stands for the person last named", ..voice })
            }
        };
        if let Some(voice) = &voice
            && !pronoun.is_empty()
        {
            self.pronouns.entry(voice.key.clone()).or_insert_with(|| pronoun.into());
        }
        voice
    }
}

/// Words for whoever leads an organisation, which stand for each other.
fn is_head(word: &str) -> bool {
    matches!(word, "head" | "chief" | "boss" | "ceo" | "leader" | "director" | "president")
}

/// How many named roles an article can have that are looked up later: more than any news article has.
const ROLES: usize = 64;

/// How many speakers back a pronoun may reach.
const MEMORY: usize = 6;

/// How many tokens back a person may have been named for a pronoun to mean them.
const LOOK_BACK: usize = 120;

/// A person named among so many first words of a sentence is what it is about.
const OPENING: usize = 7;

/// "The social media company" is a reference to one named before; longer phrases describe somebody new.
const SHORT_REFERENCE: usize = 4;

/// A longer apposition (in bytes) is more than a role.
const LONGEST_ROLE: usize = 160;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{attribute, lex};

    fn speakers(text: &str) -> Vec<String> {
        let lexed = lex::lex(text, &[Span::new(0, text.len())]);
        let said = attribute::attribute(&lexed);
        let voices = resolve(text, &lexed, &said, &Actors::new(&[]));
        voices.into_iter().map(|voice| voice.map(|voice| voice.name).unwrap_or_default()).collect()
    }

    #[test]
    fn later_mentions_are_the_one_named_before() {
        for (text, expected) in [
            ("Mayor Ada Quill said it was late. Quill said it was loud.", vec!["Ada Quill", "Ada Quill"]),
            ("Ada Quill said it was late. She said it was loud.", vec!["Ada Quill", "Ada Quill"]),
            ("Ada Quill said it was late. Bo Linden left. He said it was loud.", vec!["Ada Quill", "Bo Linden"]),
            ("Mayor Ada Quill said it was late. The mayor said it was loud.", vec!["Ada Quill", "Ada Quill"]),
            ("The Old Mill Bakery said it was late. The OMB said it was loud.", vec!["Old Mill Bakery"; 2]),
            ("The Old Mill Society said it was late. The society said it was loud.", vec!["Old Mill Society"; 2]),
        ] {
            assert_eq!(speakers(text), expected, "{text}");
        }
    }
}
