//! The fourth stage: whom a source names. Inside an article: full names for surnames (`full_name`), titles and appositions
//! as roles, pronouns and "the company" by what was named before (`reference`, with `topic`, `listed` and `documents`).
//! Over articles: one speaker for all who bear one name.

mod documents;
mod full_name;
mod joint;
mod listed;
mod reference;
#[cfg(test)]
mod tests;
mod topic;

use std::collections::{BTreeMap, BTreeSet};

use corpus::{Rule, Span, SpeakerKind};

use crate::attribute::{Said, span};
use crate::debate::Actor;
use crate::lex::{Lexed, Token};
use crate::names::{Actors, Person, acronyms, affiliation, courtesy, lone_surnames, normal, people};
use crate::source::{self, Source};
use reference::Reference;

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
    /// Whether nothing but having been heard last tells who it is.
    pub(crate) guessed: bool,
    /// How the source was understood, for the reader.
    pub(crate) rule: Rule,
}

impl Voice {
    /// The author of an article, in his own voice.
    pub(crate) fn author(article: &str, name: Option<&str>) -> Self {
        Self {
            key: name.map_or_else(|| format!("author of {article}"), |name| format!("author {}", normal(name))),
            name: name.unwrap_or("The author").into(),
            kind: SpeakerKind::Author,
            role: None,
            affiliation: None,
            actor: None,
            guessed: false,
            rule: Rule::AuthorsVoice,
        }
    }
}

/// How many named roles an article can have that are looked up later: more than any news article has.
const ROLES: usize = 64;

/// How many tokens back a person may have been named for a pronoun to mean them.
const LOOK_BACK: usize = 120;

/// A person named among so many first words of a sentence is what it is about.
const OPENING: usize = 7;

/// How many words of description stand between an article and its noun: "a top government official".
const DESCRIPTION: usize = 4;

/// How far a reference may lead to another: "they" to "its authors", these to "the board". Whoever writes more does not
/// mean to be understood.
const DEEPEST: u8 = 3;

/// How many speakers back a pronoun may reach.
const MEMORY: usize = 6;

/// A longer apposition (in bytes) is more than a role.
const LONGEST_ROLE: usize = 160;

/// Resolves the sources of an article's statements, in order.
pub(crate) fn resolve(text: &str, lexed: &Lexed, said: &[Said], actors: &Actors<'_>) -> Vec<Option<Voice>> {
    let mut article = Article {
        text,
        tokens: &lexed.tokens,
        actors,
        people: people(text, &lexed.tokens, actors),
        surnames: lone_surnames(&lexed.tokens),
        courtesy: courtesy(&lexed.tokens),
        acronyms: acronyms(text, &lexed.tokens),
        named: Vec::new(),
        given: BTreeMap::new(),
        roles: BTreeMap::new(),
        pronouns: BTreeMap::new(),
        recent: Vec::new(),
        starts: lexed.paragraphs.iter().flat_map(|paragraph| paragraph.sentences.iter().map(|s| s.start)).collect(),
        paragraphs: lexed.paragraphs.iter().filter_map(|paragraph| Some(paragraph.sentences.first()?.start)).collect(),
        heard: 0,
        depth: 0,
    };
    for said in said {
        article.learn_role(said);
    }
    article.learn_known_roles();
    let mut voices: Vec<Option<Voice>> = Vec::new();
    for said in said {
        let voice = match &said.source {
            Some(source) => article.voice(source),
            None if said.carried => {
                voices.last().cloned().flatten().map(|voice: Voice| Voice { rule: Rule::GoesOn, ..voice })
            }
            None if said.author => None,
            None => article.unsourced(said),
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
    /// In lower case: the surnames of people whom the article does not name in full.
    surnames: BTreeSet<&'r str>,
    /// By surname in lower case: the pronoun of whoever bears it, where courtesy titles tell.
    courtesy: BTreeMap<String, &'static str>,
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
    /// Where his paragraphs start.
    paragraphs: Vec<usize>,
    /// Where the source of the last statement stands.
    heard: usize,
    /// How many references are being resolved, each for the sake of the one before.
    depth: u8,
}

impl Article<'_> {
    fn learn_role(&mut self, said: &Said) {
        let Some(source) = &said.source else { return };
        let Some(role) = self.own_role(source) else { return };
        let (name, kind, _) = self.full_name(source);
        if kind == SpeakerKind::Person && self.named.len() < ROLES {
            let words = role.of(self.text).unwrap_or_default().split(|c: char| !c.is_alphanumeric() && c != '-');
            let affiliation = self
                .actors
                .key(&name)
                .1
                .and_then(|n| self.actors.get(n))
                .and_then(|actor| actor.affiliation.as_deref());
            let words = words.chain(affiliation.unwrap_or_default().split(' ')).filter(|word| !word.is_empty());
            self.named.push((name.clone(), Some(role), words.map(str::to_lowercase).collect()));
        }
        self.roles.entry(self.actors.key(&name).0).or_insert(role);
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

    /// Whether a word is the surname of a person of whom the article tells.
    fn is_surname(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.capital
            && !source::is_date(self.tokens, at)
            && (self.people.contains_key(token.bare()) || self.surnames.contains(token.bare()))
    }

    fn own_role(&self, source: &Source) -> Option<Span> {
        let range = source.title.as_ref().or(source.aside.as_ref())?;
        let role = span(self.tokens, range);
        (role.len() <= LONGEST_ROLE).then_some(role)
    }

    /// Whom a source names: by a reference to what was named before, or by name.
    fn voice(&mut self, source: &Source) -> Option<Voice> {
        if self.depth == DEEPEST {
            return None;
        }
        self.depth += 1;
        let voice = self.joint(source).or_else(|| match self.reference(source) {
            Reference::To(voice) => Some(voice),
            Reference::Open => None,
            Reference::Name => self.named_voice(source),
        });
        self.depth -= 1;
        voice
    }

    fn named_voice(&mut self, source: &Source) -> Option<Voice> {
        let (name, kind, rule) = self.full_name(source);
        if name.is_empty() {
            return None;
        }
        let (key, actor) = self.actors.key(&name);
        let known = actor.and_then(|n| self.actors.get(n));
        let (name, rule) = match known {
            Some(actor) if normal(&actor.name) == normal(&name) => (actor.name.clone(), rule),
            Some(actor) if actor.kind == SpeakerKind::Person || self.gives(actor) => {
                (actor.name.clone(), Rule::ListedName)
            }
            _ => (name, rule),
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
            guessed: false,
            rule,
        })
    }

    /// Whether the article gives the full name of an organisation or a document. An alias of a group is another group
    /// on the same side, and keeps its name.
    fn gives(&mut self, actor: &Actor) -> bool {
        let text = self.text;
        actor.kind != SpeakerKind::Group
            && *self.given.entry(actor.name.clone()).or_insert_with(|| text.contains(&actor.name))
    }
}
