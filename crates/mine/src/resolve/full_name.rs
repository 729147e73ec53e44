//! The fullest name that an article gives for a source, and what kind of speaker it is the name of.

use corpus::{Rule, SpeakerKind};

use super::Article;
use super::reference::person_noun;
use crate::lex::Token;
use crate::names::{nearest, strip_article, tidy, token_text, without_organisation};
use crate::source::{self, Source};
use crate::vocabulary as words;

impl Article<'_> {
    /// Name, kind, and how the name was understood.
    pub(super) fn full_name(&self, source: &Source) -> (String, SpeakerKind, Rule) {
        let words = &self.tokens[source.name.clone()];
        let name = tidy(self.text, self.tokens, &source.name);
        let lone = words.len() == 1;
        let low = words.first().map(Token::bare).unwrap_or_default();
        if lone
            && words[0].capital
            && let Some(person) = self.people.get(low).and_then(|people| nearest(people, source.name.start))
        {
            return (person.name.clone(), SpeakerKind::Person, Rule::Surname);
        }
        // "Moor Quill" of "Ada Moor Quill".
        if let [first, .., last] = words
            && first.capital
            && let Some(people) = self.people.get(last.bare())
            && let Some(person) = people.iter().find(|person| {
                person
                    .name
                    .strip_suffix(name.as_str())
                    .is_some_and(|given| given.ends_with(' ') && !given.contains('.'))
            })
        {
            return (person.name.clone(), SpeakerKind::Person, Rule::Surname);
        }
        if lone && words[0].capital && self.surnames.contains(low) {
            return (name, SpeakerKind::Person, Rule::PersonsSurname);
        }
        // "A collective called the Night Riders".
        let called = words.iter().position(|token| matches!(token.low.as_str(), "called" | "named" | "dubbed"));
        if let Some(called) = called.filter(|at| *at > 0)
            && words[called + 1..].iter().any(|token| token.capital)
            && words[called + 1..].iter().all(|token| token.capital || token.is("the") || token.is("of"))
        {
            let start = source.name.start + called + 1;
            return self.full_name(&Source { name: start..source.name.end, title: None, aside: None });
        }
        if let Some(full) = words
            .iter()
            .rev()
            .find(|token| token.word)
            .filter(|_| words.len() <= 2)
            .and_then(|token| self.acronyms.get(token.bare()))
        {
            return (full.clone(), SpeakerKind::Organisation, Rule::Abbreviation);
        }
        let named = Rule::Named;
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
        let described = source.title.as_ref().and_then(|title| self.tokens[title.clone()].last());
        if described.is_some_and(|noun| noun.bare_is_among(words::ORGANISATION_NOUNS)) {
            return (name, SpeakerKind::Organisation, named);
        }
        if person || source.title.is_some() && words.iter().all(source::is_name_part) {
            return (name, SpeakerKind::Person, named);
        }
        if let Some(noun) = person_noun(words) {
            let kind =
                if noun.low.ends_with('s') && noun.low != "boss" { SpeakerKind::Group } else { SpeakerKind::Person };
            return (plain.into(), kind, Rule::Unnamed);
        }
        let last = words.iter().rev().find(|token| token.word).map(Token::bare).unwrap_or_default();
        let several =
            words.iter().any(|token| token.is("and")) && words.iter().filter(|token| token.capital).count() > 1;
        if several {
            return (self.all_names(source), SpeakerKind::Group, named);
        }
        let document = words.iter().take_while(|token| !token.is("to")).any(|token| token.is_among(words::DOCUMENTS));
        if document && !words.iter().any(|token| token.is_genitive()) {
            return (plain.into(), SpeakerKind::Document, named);
        }
        let capital = words.iter().any(|token| token.capital && !token.is_among(words::STARTERS));
        let organisation = (capital && !last.ends_with('s') && words[words.len() - 1].capital)
            || words::ORGANISATION_NOUNS.contains(last)
            || words.iter().any(|token| token.acronym);
        let proper = words.iter().filter(|token| token.word).count()
            == words.iter().filter(|token| token.capital).count()
            && !words::STARTERS.contains(low);
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
}
