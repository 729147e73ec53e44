//! Whom a source means that gives no name: a pronoun, "the company", "the deputy director".

use corpus::{Rule, SpeakerKind};

use super::documents::is_document;
use super::joint::is_firms;
use super::{Article, DESCRIPTION, LOOK_BACK, MEMORY, Voice};
use crate::attribute::Said;
use crate::lex::Token;
use crate::source::{self, Source};
use crate::vocabulary as words;

/// How many speakers back somebody without a name may be called by their noun again.
pub(super) const LONG_MEMORY: usize = 40;

/// "The social media company" is a reference to one named before; longer phrases describe somebody new.
const SHORT_REFERENCE: usize = 4;

/// "The Conservative leader", "the senator from South Carolina": longer phrases describe somebody new.
const LONG_REFERENCE: usize = 6;

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
        // "They only": what follows a pronoun belongs to the verb.
        let pronoun = words.len() == 1
            || (matches!(first.low.as_str(), "he" | "she" | "it" | "they")
                && words[1..].iter().all(|word| !word.capital));
        if let (true, [pronoun, ..]) = (pronoun, words)
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
            return Reference::or_open(voice.map(|voice| Voice { rule: Rule::Spokesperson, ..voice }));
        }
        // "Their letter" speaks for them, and "the letter" for who was heard last where no letter has spoken.
        let document = last.is_among(words::DOCUMENTS) || last.is_among(words::SPEECH_NOUNS);
        let owner = match first.low.as_str() {
            "his" => "he",
            "her" => "she",
            "its" => "it",
            "their" => "they",
            _ => "",
        };
        if document
            && words.len() <= SHORT_REFERENCE
            && let Some(Reference::To(voice)) = self.pronoun(owner, source.name.start)
        {
            return Reference::To(Voice { rule: Rule::OwnWords, ..voice });
        }
        let definite = matches!(first.low.as_str(), "the" | "its" | "his" | "their" | "this");
        let plain = words.iter().all(|token| !token.capital || token.start == first.start);
        if definite && plain && words.len() <= SHORT_REFERENCE {
            let noun = person_noun(words).map_or(last.bare(), Token::bare);
            if words::ORGANISATION_NOUNS.contains(noun) {
                if let Some(voice) = self.organisation_with(noun, source.name.start) {
                    return Reference::To(voice);
                }
                // "The government" is named by itself.
                if noun != "government"
                    && let Some(voice) =
                        self.organisation_between(self.heard, source.name.start).and_then(|source| self.voice(&source))
                {
                    return Reference::To(Voice { rule: Rule::OrganisationOfSentence, ..voice });
                }
                if noun != "government"
                    && self.heard < self.paragraph_of(source.name.start)
                    && let Some(voice) = self.acronym_before(source.name.start)
                {
                    return Reference::To(voice);
                }
                if noun != "government"
                    && let Some(voice) = self.latest(Rule::OrganisationLastHeard, SpeakerKind::Organisation)
                {
                    return Reference::To(voice);
                }
            } else if is_document(noun) {
                let heard = self.latest(Rule::DocumentLastHeard, SpeakerKind::Document).is_some();
                let author = self.author_of(Some(noun), source.name.start);
                if let Some(voice) =
                    author.or_else(|| if heard { None } else { self.author_of(None, source.name.start) })
                {
                    return Reference::To(voice);
                }
                if let Some(voice) = self.latest(Rule::DocumentLastHeard, SpeakerKind::Document) {
                    return Reference::To(voice);
                }
            } else if is_person_noun(noun) {
                return self.somebody(noun, source.name.start);
            } else if first.is("the") && is_firms(last) {
                let joint = self.heard_together(|voice| !self.is_of_people(voice));
                let firms = |list: &Vec<_>| !self.are_people(list);
                let list = self.list_before(0, source.name.start, firms).filter(|_| joint.is_none());
                if let Some(list) = list
                    && let Some(voice) = self.all_of(&list, Rule::NamedTogether)
                {
                    return Reference::To(voice);
                }
                if let Some(voice) = joint {
                    return Reference::To(voice);
                }
            } else if noun.strip_suffix('s').is_some_and(|one| is_person_noun(one) || one == "signatorie") {
                if matches!(noun, "authors" | "writers" | "signatories" | "researchers" | "experts" | "sponsors")
                    && let Some(voice) =
                        self.author_of(None, source.name.start).filter(|voice| voice.kind == SpeakerKind::Group)
                {
                    return Reference::To(voice);
                }
                if let Some(voice) = self.heard_as(noun) {
                    return Reference::To(voice);
                }
                if let Some(source) = self.counted(noun, source.name.start)
                    && let Some(voice) = self.named_voice(&source)
                {
                    return Reference::To(Voice { rule: Rule::Counted, ..voice });
                }
            }
        }
        if let Some(voice) = self.described(words, source.name.start) {
            return Reference::To(voice);
        }
        let names_a_person = source::person(self.tokens, source.name.start, source.name.end).is_some();
        if source.title.is_some() || names_a_person { Reference::Name } else { Reference::or_name(self.by_role(words)) }
    }

    /// Who says a quotation for which nobody is named: "he" or "she" of its sentence, or the person heard last, unless
    /// somebody else has been named since.
    pub(super) fn unsourced(&mut self, said: &Said) -> Option<Voice> {
        let at = said.spans.first()?.start;
        let sentence = self.starts.partition_point(|start| *start < at).checked_sub(1).map_or(0, |n| self.starts[n]);
        let pronoun = (sentence..at).find(|n| matches!(self.tokens[*n].bare(), "he" | "she"));
        if let Some(n) = pronoun {
            return self.person_before(n, Some(self.tokens[n].bare()), &[]);
        }
        let last = self.recent.last().filter(|voice| voice.kind == SpeakerKind::Person)?.clone();
        // "The letter reads “…”": something else speaks.
        let other = |token: &Token| {
            (token.capital && !token.is_among(words::STARTERS))
                || token.bare_is_among(words::DOCUMENTS)
                || token.bare_is_among(words::ORGANISATION_NOUNS)
        };
        let introduced = self.tokens[(sentence + 1).min(at)..at].iter().any(other);
        let since = at.saturating_sub(self.heard);
        // "He" in between keeps the person in mind for as long again.
        let mut near = self.tokens[at.saturating_sub(LOOK_BACK)..at].iter();
        let reminded = since <= 2 * LOOK_BACK && near.any(|token| matches!(token.low.as_str(), "he" | "she"));
        if introduced || (since > LOOK_BACK && !reminded) {
            return None;
        }
        let others = (self.heard..at).filter_map(|n| self.mention(n, at)).collect::<Vec<_>>();
        let alone = others.into_iter().all(|name| {
            let voice = self.named_voice(&Source { name, title: None, aside: None });
            voice.is_some_and(|voice| voice.key == last.key)
        });
        alone.then_some(Voice { rule: Rule::NobodyElseNamed, role: None, ..last })
    }

    /// Whom a pronoun at `at` stands for; nothing where the word is none.
    fn pronoun(&mut self, low: &str, at: usize) -> Option<Reference> {
        Some(match low {
            "he" | "she" => Reference::or_open(self.person_before(at, Some(low), &[])),
            "i" | "we" | "you" | "one" => Reference::Open,
            "his" => return self.pronoun("he", at),
            "her" => return self.pronoun("she", at),
            "its" => return self.pronoun("it", at),
            "their" => return self.pronoun("they", at),
            "it" => {
                if let Some(voice) = self.organisation_between(self.heard, at).and_then(|source| self.voice(&source)) {
                    return Some(Reference::To(Voice { rule: Rule::ItSentence, ..voice }));
                }
                let fits = |voice: &Voice| matches!(voice.kind, SpeakerKind::Organisation | SpeakerKind::Document);
                Reference::or_open(self.latest_where(Rule::ItLastHeard, fits))
            }
            "they" => {
                if let Some(voice) = self.several_between(self.heard, at) {
                    return Some(Reference::To(voice));
                }
                let rule = Rule::TheyLastHeard;
                let several = self.latest_where(rule, |voice| voice.kind == SpeakerKind::Group);
                let others = || self.latest_where(rule, |voice| voice.kind != SpeakerKind::Person);
                Reference::or_open(several.or_else(others))
            }
            _ => return None,
        })
    }

    /// Whom "the official" at `at` means: the last voice that was called so or has such a role, or "an official" of whom
    /// the article has told, or else the last person.
    fn somebody(&mut self, noun: &str, at: usize) -> Reference {
        if let Some(voice) = self.only_one_named(at) {
            return Reference::To(Voice { rule: Rule::OnlyPersonNamed, ..voice });
        }
        if let Some(voice) = self.heard_as(noun) {
            return Reference::To(voice);
        }
        let named = self.named.iter().any(|(_, _, role)| role.iter().any(|word| word == noun));
        let told = (at.saturating_sub(LOOK_BACK)..at).rev().any(|n| {
            let article = self.tokens[n.saturating_sub(DESCRIPTION)..n].iter().rev().find(|token| is_article(token));
            self.tokens[n].is(noun) && article.is_some_and(|article| !article.is("the"))
        });
        if told && !named {
            return Reference::Name;
        }
        Reference::or_open(self.person_before(at, None, &[]))
    }

    /// Whom "the Conservative leader" at `at` means, where nobody has been given that role: the person last heard of.
    fn described(&mut self, words: &[Token], at: usize) -> Option<Voice> {
        let first = words.first()?;
        let party =
            |token: &&Token| token.capital && matches!(token.bare(), "democrat" | "republican" | "conservative");
        let noun = person_noun(words).or_else(|| words.last().filter(party))?;
        let known = self.by_role(words).is_some() || noun.low.starts_with("spokes") || noun.low.ends_with('s');
        if !first.is("the") || known || words.len() > LONG_REFERENCE || words.iter().any(Token::is_genitive) {
            return None;
        }
        let voice = self.person_before(at, None, &[])?;
        Some(Voice { rule: Rule::DescribedPerson, ..voice })
    }

    /// The organisation named last before `at` whose name ends in a noun: "Tram Department" for "the department".
    fn organisation_with(&mut self, noun: &str, at: usize) -> Option<Voice> {
        let named = |n: &usize| {
            let token = &self.tokens[*n];
            token.capital && token.bare() == noun && *n > 0 && source::is_name_part(&self.tokens[n - 1])
        };
        // "FBI" for "the bureau".
        let stands_for = |n: &usize| {
            let token = &self.tokens[*n];
            let has = |name: &str| name.split(' ').any(|word| word.eq_ignore_ascii_case(noun));
            let listed = || self.actors.find(token.bare()).and_then(|n| self.actors.get(n));
            token.acronym
                && (self.acronyms.get(token.bare()).is_some_and(|name| has(name))
                    || listed().is_some_and(|actor| has(&actor.name)))
        };
        let last = (at.saturating_sub(LOOK_BACK)..at).rev().find(|n| named(n) || stands_for(n))?;
        if stands_for(&last) {
            let voice = self.named_voice(&Source { name: last..last + 1, title: None, aside: None })?;
            return Some(Voice { rule: Rule::OrganisationCalledSo, role: None, ..voice });
        }
        let part = |n: &usize| source::is_name_part(&self.tokens[*n]) && !self.tokens[*n].is_among(words::STARTERS);
        let start = (last.saturating_sub(DESCRIPTION)..=last).rev().take_while(part).last().filter(|at| *at < last)?;
        let voice = self.named_voice(&Source { name: start..last + 1, title: None, aside: None })?;
        let rule = Rule::OrganisationCalledSo;
        (voice.kind == SpeakerKind::Organisation).then_some(Voice { rule, role: None, ..voice })
    }

    /// The last voice that was called by a noun, or is a person whose role has it.
    fn heard_as(&self, noun: &str) -> Option<Voice> {
        let has_role = |voice: &Voice| {
            let mut roles = self.named.iter().filter(|(name, _, _)| *name == voice.name);
            voice.kind == SpeakerKind::Person && roles.any(|(_, _, role)| role.iter().any(|word| word == noun))
        };
        let called = |voice: &Voice| {
            let mut words = voice.name.split(' ').take_while(|word| !words::PREPOSITIONS.contains(word));
            words.any(|word| word.eq_ignore_ascii_case(noun))
        };
        let mut recent = self.recent.iter().rev().take(LONG_MEMORY);
        let found = recent.find(|voice| called(voice) || has_role(voice))?;
        Some(Voice { rule: Rule::HeardInRole, role: None, guessed: true, ..found.clone() })
    }

    /// The person whose role a phrase repeats: "The Deputy Director", "the Alliance's director".
    fn by_role(&self, words: &[Token]) -> Option<Voice> {
        let last = words.iter().rev().find(|token| token.word)?;
        let indefinite = words.first().is_some_and(|token| matches!(token.low.as_str(), "a" | "an"));
        if indefinite
            || last.is_genitive()
            || !words.iter().any(|token| source::is_title(token) || written_out(token).is_some())
            || words.iter().any(|token| token.is("and"))
        {
            return None;
        }
        let meant = |token: &&Token| token.word && !matches!(token.low.as_str(), "the" | "of" | "for" | "our" | "its");
        let wanted: Vec<&str> = match last.acronym.then(|| written_out(last)).flatten() {
            Some(role) => role.to_vec(),
            None => words.iter().filter(meant).map(Token::bare).collect(),
        };
        let mut fitting = self.named.iter().filter(|(_, _, role)| {
            wanted.iter().all(|word| role.iter().any(|other| other == word || is_head(other) && is_head(word)))
        });
        let (name, span, _) = fitting.next()?;
        if fitting.any(|(other, _, _)| other != name) {
            return None;
        }
        let (key, actor) = self.actors.key(name);
        let known = actor.and_then(|n| self.actors.get(n));
        Some(Voice {
            key,
            kind: SpeakerKind::Person,
            role: *span,
            affiliation: known.and_then(|actor| actor.affiliation.clone()),
            name: known.map_or(name, |actor| &actor.name).clone(),
            actor,
            guessed: false,
            rule: Rule::RoleOfNamed,
        })
    }

    fn latest(&self, rule: Rule, kind: SpeakerKind) -> Option<Voice> {
        self.latest_where(rule, |voice| voice.kind == kind)
    }

    fn latest_where(&self, rule: Rule, fits: impl Fn(&Voice) -> bool) -> Option<Voice> {
        let found = self.recent.iter().rev().take(MEMORY).find(|voice| fits(voice))?;
        Some(Voice { rule, role: None, guessed: true, ..found.clone() })
    }
}

pub(super) fn is_person_noun(noun: &str) -> bool {
    words::PERSON_NOUNS.contains(noun) || words::TITLES.contains(noun)
}

/// "Official" of "a top government official", "source" of "a source familiar with the deal": the noun of somebody without
/// a name, in the singular or the plural.
pub(super) fn person_noun(phrase: &[Token]) -> Option<&Token> {
    let end = phrase.iter().position(|token| token.is_among(words::PREPOSITIONS));
    let phrase = &phrase[..end.unwrap_or(phrase.len())];
    let noun = phrase.iter().rev().find(|token| !token.is_among(words::AFTER_NOUN))?;
    let known = is_person_noun(&noun.low) || noun.low.strip_suffix('s').is_some_and(is_person_noun);
    (known && !noun.capital && !phrase.iter().any(|token| token.is("and"))).then_some(noun)
}

pub(super) fn is_article(token: &Token) -> bool {
    matches!(token.low.as_str(), "the" | "a" | "an" | "another" | "one")
}

/// What the abbreviation of a role stands for: "the PM", whatever describes him.
fn written_out(token: &Token) -> Option<&'static [&'static str]> {
    Some(match token.low.as_str() {
        "pm" if token.acronym => &["prime", "minister"],
        "ag" if token.acronym => &["attorney", "general"],
        "da" if token.acronym => &["district", "attorney"],
        _ => return None,
    })
}

/// Words for whoever leads an organisation, which stand for each other.
fn is_head(word: &str) -> bool {
    matches!(word, "head" | "chief" | "boss" | "ceo" | "leader" | "director" | "president")
}
