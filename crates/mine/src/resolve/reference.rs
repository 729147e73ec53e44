//! Whom a source means that gives no name: a pronoun, "the company", "the deputy director".

use corpus::SpeakerKind;

use super::{Article, LOOK_BACK, Voice};
use crate::attribute::Said;
use crate::lex::Token;
use crate::source::{self, Source};
use crate::vocabulary as words;

/// How many speakers back a pronoun may reach.
const MEMORY: usize = 6;

/// How many speakers back somebody without a name may be called by their noun again.
const LONG_MEMORY: usize = 40;

/// How many words of description stand between an article and its noun: "a top government official".
const DESCRIPTION: usize = 4;

/// A person named among so many first words of a sentence is what it is about.
const OPENING: usize = 7;

/// "The social media company" is a reference to one named before; longer phrases describe somebody new.
const SHORT_REFERENCE: usize = 4;

/// So many words at most stand between "published" and what was: "published in the Old Mill Herald on 3 May an essay".
const ISSUED: usize = 14;

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
            return Reference::or_open(voice.map(|voice| Voice { rule: "whom the spokesperson speaks for", ..voice }));
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
            return Reference::To(Voice { rule: "whose words they are", ..voice });
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
                    return Reference::To(Voice { rule: "the organisation that a sentence before is about", ..voice });
                }
                if noun != "government"
                    && let Some(voice) = self.latest("the organisation last heard", SpeakerKind::Organisation)
                {
                    return Reference::To(voice);
                }
            } else if is_document(noun) {
                let heard = self.latest("the document last heard", SpeakerKind::Document).is_some();
                let author = self.author_of(Some(noun), source.name.start);
                if let Some(voice) =
                    author.or_else(|| if heard { None } else { self.author_of(None, source.name.start) })
                {
                    return Reference::To(voice);
                }
                if let Some(voice) = self.latest("the document last heard", SpeakerKind::Document) {
                    return Reference::To(voice);
                }
            } else if is_person_noun(noun) {
                return self.somebody(noun, source.name.start);
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
                    return Reference::To(Voice { rule: "those whom the article has counted", ..voice });
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
        alone.then_some(Voice { rule: "nobody else has been named since this person spoke", role: None, ..last })
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
                    return Some(Reference::To(Voice {
                        rule: "“it” stands for what a sentence before is about",
                        ..voice
                    }));
                }
                let fits = |voice: &Voice| matches!(voice.kind, SpeakerKind::Organisation | SpeakerKind::Document);
                Reference::or_open(self.latest_where("“it” stands for the organisation or document last heard", fits))
            }
            "they" => {
                if let Some(voice) = self.several_between(self.heard, at) {
                    return Some(Reference::To(voice));
                }
                let rule = "“they” stands for those last heard";
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
        let noun = person_noun(words)?;
        let known = self.by_role(words).is_some() || noun.low.starts_with("spokes") || noun.low.ends_with('s');
        if !first.is("the") || known || words.len() > LONG_REFERENCE || words.iter().any(Token::is_genitive) {
            return None;
        }
        let voice = self.person_before(at, None, &[])?;
        Some(Voice { rule: "the person last heard, by a description", ..voice })
    }

    /// Several of whom a sentence between two places is: with a list of names, or with "fifteen bakers" at its start.
    fn several_between(&mut self, from: usize, to: usize) -> Option<Voice> {
        let from = from.max(to.saturating_sub(LOOK_BACK));
        let range =
            self.starts.partition_point(|start| *start < from)..self.starts.partition_point(|start| *start < to);
        for n in range.rev().filter(|n| self.starts[*n] < self.sentence_of(to)).collect::<Vec<_>>() {
            let start = self.starts[n];
            let end = self.starts.get(n + 1).map_or(to, |next| to.min(*next));
            let list = self.list_before(start, end, None);
            if let Some(list) = list.filter(|list| list[0].start <= start + OPENING) {
                return self.all_of(&list, "“they” stands for those whom a sentence before is about");
            }
            let source = source::subject(self.tokens, start, end)?;
            let words = &self.tokens[source.name.clone()];
            let noun = person_noun(words).or(words.last()).map(|noun| noun.low.clone()).unwrap_or_default();
            let one = noun.strip_suffix('s').unwrap_or_default();
            let people = is_person_noun(one) || words::ORGANISATION_NOUNS.contains(one);
            if people && words.len() > 1 && source.name.start < to {
                let voice = self.voice(&source)?;
                return Some(Voice { rule: "“they” stands for those whom a sentence before is about", ..voice });
            }
        }
        None
    }

    /// Who wrote the document of this name, or any where there is none, of which the article last told before `at`: "a
    /// letter by Ann Ray", "the board’s report", "Ann Ray and Bo Low published an essay".
    fn author_of(&mut self, noun: Option<&str>, at: usize) -> Option<Voice> {
        let rule = "whose words the document is";
        let named = |token: &Token| noun.map_or_else(|| is_document(&token.low), |noun| token.is(noun));
        for n in (at.saturating_sub(2 * LOOK_BACK)..at).rev().filter(|n| named(&self.tokens[*n])).collect::<Vec<_>>() {
            let start = self.starts[self.starts.partition_point(|start| *start <= n).checked_sub(1)?];
            let next =
                self.starts.get(self.starts.partition_point(|start| *start <= n)).map_or(at, |next| at.min(*next));
            if self.tokens.get(n + 1).is_some_and(|by| by.is("by") || by.is("from")) && n + 2 < next {
                if let Some(list) = self.list_before(n + 1, next, None).filter(|list| list[0].start <= n + OPENING) {
                    return self.all_of(&list, rule);
                }
                let source = source::after(self.tokens, n + 2, next)?;
                return self.voice(&source).map(|voice| Voice { rule, role: None, ..voice });
            }
            let issued = (n.saturating_sub(ISSUED).max(start + 1)..n).find(|at| {
                matches!(
                    self.tokens[*at].low.as_str(),
                    "published"
                        | "issued"
                        | "released"
                        | "wrote"
                        | "sent"
                        | "produced"
                        | "filed"
                        | "submitted"
                        | "presented"
                        | "signed"
                        | "posted"
                        | "circulated"
                )
            });
            if let Some(verb) = issued {
                let passive = matches!(self.tokens[verb - 1].low.as_str(), "was" | "were" | "been" | "is" | "be");
                if passive {
                    continue;
                }
                if let Some(list) = self.list_before(start, verb, None).filter(|list| list[0].start <= start + OPENING)
                {
                    return self.all_of(&list, rule);
                }
                let source = source::subject(self.tokens, start, verb + 1)?;
                let voice = self.voice(&source)?;
                return Some(Voice { rule, role: None, ..voice });
            }
        }
        None
    }

    /// "Fifteen night bakers", before `at`, for "the bakers".
    fn counted(&self, noun: &str, at: usize) -> Option<Source> {
        let last = (0..at).find(|n| {
            let number = |n: usize| self.tokens[n].capital && is_number(&self.tokens[n]);
            self.tokens[*n].is(noun) && (n.saturating_sub(DESCRIPTION)..*n).any(number)
        })?;
        let start = (last.saturating_sub(DESCRIPTION)..last).find(|n| is_number(&self.tokens[*n]))?;
        Some(Source { name: start..last + 1, title: None, aside: None })
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
            return Some(Voice { rule: "the organisation named last that is called so", role: None, ..voice });
        }
        let part = |n: &usize| source::is_name_part(&self.tokens[*n]) && !self.tokens[*n].is_among(words::STARTERS);
        let start = (last.saturating_sub(DESCRIPTION)..=last).rev().take_while(part).last().filter(|at| *at < last)?;
        let voice = self.named_voice(&Source { name: start..last + 1, title: None, aside: None })?;
        let rule = "the organisation named last that is called so";
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
        Some(Voice { rule: "who was last heard in that role", role: None, ..found.clone() })
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
                let at = (*start..end).find(|at| !self.tokens[*at].is_genitive() && self.is_surname(*at))?;
                Some(at..at + 1)
            };
            let name = full.or_else(surname)?;
            self.tokens[name.start].quote.is_none().then_some(Source { name, title: None, aside: None })
        })
    }

    /// The last organisation that is the subject of a sentence between two places: a name in capitals, or an
    /// acronym, right before a verb.
    fn organisation_between(&self, from: usize, to: usize) -> Option<Source> {
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
            let common = |at: usize| {
                let noun = self.tokens.get(at + 1).filter(|_| at + 1 < end)?;
                let the = self.tokens[at].is("the") && noun.is_among(words::ORGANISATION_NOUNS) && !noun.capital;
                the.then_some(at..at + 2)
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
            let alone = name.len() == 1 && first == *start && !self.is_name(first);
            if alone || first >= self.sentence_of(to) {
                return None;
            }
            let verb = self.tokens.get(name.end).filter(|_| name.end < to)?;
            let apposed = verb.is(",")
                && self
                    .tokens
                    .get(name.end + 1)
                    .is_some_and(|next| is_article(next) || matches!(next.low.as_str(), "whose" | "which" | "its"));
            let acts = source::acts(verb) || verb.is_among(words::AUXILIARIES) || apposed;
            let governed = first > *start && self.tokens[first - 1].is_among(words::PREPOSITIONS);
            let source = Source { name, title: None, aside: None };
            let organisation = self.full_name(&source).1 == SpeakerKind::Organisation;
            (acts && !governed && organisation).then_some(source)
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
            let known = article.pronouns.get(&voice.key).map(String::as_str).or_else(|| article.gender(&voice.name));
            voice.kind == SpeakerKind::Person
                && !but.contains(&voice.key)
                && known.is_none_or(|known| pronoun.is_none_or(|pronoun| known == pronoun))
        };
        let subject = self.subject_between(self.heard, at).and_then(|source| self.voice(&source));
        let subject = subject.or_else(|| pronoun.and_then(|_| self.only_one_named(at)));
        let spoke = self.recent.iter().rev().take(MEMORY).find(|voice| agrees(self, voice));
        let voice = if let Some(voice) = subject.filter(|voice| agrees(self, voice)) {
            Voice { rule: "the subject of a sentence before", ..voice }
        } else if let Some(voice) = spoke {
            Voice { rule: "the person last heard", role: None, ..voice.clone() }
        } else {
            let voice = self.person_named_before(at).and_then(|source| self.voice(&source))?;
            if !agrees(self, &voice) {
                return None;
            }
            Voice { rule: "the person last named", ..voice }
        };
        if let Some(pronoun) = pronoun {
            self.pronouns.entry(voice.key.clone()).or_insert_with(|| pronoun.into());
        }
        Some(voice)
    }

    /// The pronoun of a person by their courtesy title ("Ms. Quill") or first name, where either tells.
    fn gender(&self, name: &str) -> Option<&str> {
        let mut parts = name.split(' ');
        let first = parts.next().unwrap_or_default().to_lowercase();
        let surname = parts.next_back().map_or_else(|| first.clone(), str::to_lowercase);
        self.courtesy.get(&surname).copied().or_else(|| {
            let of = |names: words::List| names.contains(&first);
            if of(words::HER_NAMES) { Some("she") } else { of(words::HIS_NAMES).then_some("he") }
        })
    }

    /// The person named in the paragraph of `at` so far, where that is one alone and nobody has been heard in it.
    fn only_one_named(&mut self, at: usize) -> Option<Voice> {
        let start = self.paragraph_of(at);
        if self.heard > start {
            return None;
        }
        let mut only: Option<Voice> = None;
        for name in (start..at).filter_map(|n| self.mention(n, at)).collect::<Vec<_>>() {
            let voice = self.named_voice(&Source { name, title: None, aside: None })?;
            if only.as_ref().is_some_and(|only| only.key != voice.key) {
                return None;
            }
            only = Some(voice);
        }
        only
    }

    /// Whether a capitalised word that starts a sentence is a name: it is one elsewhere, too.
    fn is_name(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let near = at.saturating_sub(2 * LOOK_BACK)..self.tokens.len().min(at + 2 * LOOK_BACK);
        let mut others = near.filter(|n| self.tokens[*n].bare() == token.bare() && self.sentence_of(*n) != *n);
        token.acronym || self.actors.find(token.bare()).is_some() || others.any(|n| self.tokens[n].capital)
    }

    /// Where the paragraph of `at` starts.
    pub(super) fn paragraph_of(&self, at: usize) -> usize {
        self.paragraphs.partition_point(|start| *start <= at).checked_sub(1).map_or(0, |n| self.paragraphs[n])
    }

    /// Where the sentence of `at` starts.
    fn sentence_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).checked_sub(1).map_or(0, |n| self.starts[n])
    }

    fn person_named_before(&self, at: usize) -> Option<Source> {
        let from = at.saturating_sub(LOOK_BACK);
        let full = (from..at).rev().find_map(|n| source::person(self.tokens, n, at));
        let name = full.or_else(|| {
            let known = |n: &usize| self.is_surname(*n);
            (from..at).rev().find(known).map(|at| at..at + 1)
        })?;
        Some(Source { name, title: None, aside: None })
    }
}

fn is_person_noun(noun: &str) -> bool {
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

/// A document that somebody has written, and not one like a law that many have made.
fn is_document(noun: &str) -> bool {
    matches!(
        noun,
        "article"
            | "brief"
            | "essay"
            | "filing"
            | "letter"
            | "memo"
            | "paper"
            | "petition"
            | "post"
            | "report"
            | "statement"
            | "study"
            | "submission"
    )
}

fn is_number(token: &Token) -> bool {
    token.low.starts_with(|c: char| c.is_ascii_digit())
        || matches!(
            token.low.as_str(),
            "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
                | "eleven"
                | "twelve"
                | "thirteen"
                | "fourteen"
                | "fifteen"
                | "sixteen"
                | "seventeen"
                | "eighteen"
                | "nineteen"
                | "twenty"
        )
}

fn is_article(token: &Token) -> bool {
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
