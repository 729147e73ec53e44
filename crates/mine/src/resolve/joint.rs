//! Several people who speak together: "he and Ada Quill", "Both Quill and Moor", "the two officials".

use std::ops::Range;

use corpus::{Rule, SpeakerKind};

use super::listed::is_number;
use super::reference::LONG_MEMORY;
use super::{Article, LOOK_BACK, Voice};
use crate::lex::Token;
use crate::names::normal;
use crate::source::{self, Source};
use crate::vocabulary as words;

impl Article<'_> {
    /// The people whom a list names, or whom "the two officials" means. None where the source is neither.
    pub(super) fn joint(&mut self, source: &Source) -> Option<Voice> {
        if let Some(voice) = self.so_many(source) {
            return Some(voice);
        }
        if let Some(pair) = self.pair(source) {
            return Some(together(&pair, Rule::LastTwoNamed));
        }
        let parts = self.parts(source);
        if parts.len() < 2 {
            return None;
        }
        // Names go first, so that a pronoun stands for none of them.
        let mut voices: Vec<Option<Voice>> =
            parts.iter().map(|part| (!self.is_pronoun(part)).then(|| self.person_in(part)).flatten()).collect();
        let named: Vec<String> = voices.iter().flatten().map(|voice| voice.key.clone()).collect();
        for (voice, part) in voices.iter_mut().zip(&parts) {
            if self.is_pronoun(part) {
                *voice = self.person_before(part.start, self.tokens.get(part.start).map(Token::bare), &named);
            }
        }
        let voices: Option<Vec<Voice>> = voices.into_iter().collect();
        Some(together(&voices?, Rule::NamesOfList))
    }

    /// What stands between the commas and "and"s of a list, without parties.
    fn parts(&self, source: &Source) -> Vec<Range<usize>> {
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut start = source.name.start;
        for at in source.name.start..=source.name.end {
            let token = self.tokens.get(at).filter(|_| at < source.name.end);
            if token.is_some_and(|token| !token.is("and") && !token.is(",")) {
                continue;
            }
            if token.is_some_and(|token| token.is("and")) && parts.is_empty() && start == at {
                return Vec::new();
            }
            if start < at && !source::is_party(&self.tokens[start]) {
                parts.push(start..at);
            }
            start = at + 1;
        }
        parts
    }

    fn is_pronoun(&self, part: &Range<usize>) -> bool {
        part.len() == 1 && self.tokens.get(part.start).is_some_and(|token| matches!(token.bare(), "he" | "she"))
    }

    /// The person whom one part of a list names: "Vice Chair Ada Quill", "both Quill".
    fn person_in(&mut self, part: &Range<usize>) -> Option<Voice> {
        let full = part.clone().find_map(|at| source::person(self.tokens, at, part.end));
        let name = full.filter(|name| name.end == part.end).or_else(|| {
            let last = part.end - 1;
            let before = &self.tokens[part.start..last];
            let plain = |token: &Token| source::is_title(token) || token.is(".") || token.is("both");
            let known = self.is_surname(last);
            (known && before.iter().all(plain)).then_some(last..last + 1)
        })?;
        let voice = self.named_voice(&Source { name, title: None, aside: None })?;
        (voice.kind == SpeakerKind::Person).then_some(voice)
    }

    /// Those whom the article has named together, for "the two", "the four bakers" and "the pair".
    fn so_many(&mut self, source: &Source) -> Option<Voice> {
        let words = &self.tokens[source.name.clone()];
        let (first, number, rest) = match words {
            [both] if both.is("both") => (both, both, &words[1..]),
            [first, number, rest @ ..] => (first, number, rest),
            _ => return None,
        };
        let count = match number.low.as_str() {
            "both" | "two" | "pair" | "duo" | "couple" => 2,
            "three" | "trio" => 3,
            "four" => 4,
            "five" => 5,
            "six" => 6,
            // "The eleven": those whom the article has counted.
            _ if rest.is_empty() && first.is("the") && is_number(number) => {
                let source = self.so_many_people(&number.low.clone(), source.name.start)?;
                return self.named_voice(&source);
            }
            _ => return None,
        };
        let definite = first.is("both") || matches!(first.low.as_str(), "the" | "these" | "those");
        let plain = rest.last().is_none_or(|noun| noun.low.ends_with('s') || noun.low.ends_with("men"));
        if !definite || !plain || rest.len() > 2 || rest.iter().any(|token| token.capital) {
            return None;
        }
        let at = source.name.start;
        let firms = rest.last().is_some_and(is_firms);
        let wanted = |article: &Self, list: &Vec<Range<usize>>| {
            list.len() == count && (rest.is_empty() || article.are_people(list) != firms)
        };
        let members = |voice: &Voice| voice.name.matches(", ").count() + voice.name.matches(" and ").count() + 1;
        let rule = Rule::SoManyTogether;
        let near = self.list_before(self.paragraph_of(at), at, |list| wanted(self, list));
        if let Some(list) = near {
            return self.all_of(&list, rule);
        }
        if !firms && let Some(voice) = self.all_in_paragraph(at, count) {
            return Some(voice);
        }
        let heard = self
            .heard_together(|voice| members(voice) == count && (rest.is_empty() || self.is_of_people(voice) != firms));
        if let Some(voice) = heard {
            return Some(voice);
        }
        let list = self.list_before(0, at, |list| wanted(self, list));
        if let Some(list) = list {
            return self.all_of(&list, rule);
        }
        // "The two": whoever are the last two.
        let bare = rest.is_empty() && count == 2;
        if bare { self.last_two(at).map(|pair| together(&pair, Rule::LastTwoNamed)) } else { None }
    }

    /// The people named in the paragraph of `at` so far, where they are so many.
    fn all_in_paragraph(&mut self, at: usize, count: usize) -> Option<Voice> {
        let mut found: Vec<Voice> = Vec::new();
        for n in self.near_in_paragraph(at)..at {
            let Some(name) = self.mention(n, at) else { continue };
            let voice = self.named_voice(&Source { name, title: None, aside: None })?;
            if found.iter().all(|other| other.key != voice.key) {
                found.push(voice);
            }
        }
        (found.len() == count).then(|| together(&found, Rule::SoManyInParagraph))
    }

    /// Whether a joint voice is that of people whom the article names.
    pub(super) fn is_of_people(&self, voice: &Voice) -> bool {
        let of_people = |name: &str| {
            let surname = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
            self.people.get(&surname).is_some_and(|people| people.iter().any(|person| person.name == name))
        };
        voice.name.split(", ").flat_map(|part| part.split(" and ")).any(of_people)
    }

    /// The last joint voice that fits.
    pub(super) fn heard_together(&self, fits: impl Fn(&Voice) -> bool) -> Option<Voice> {
        let joint = |voice: &&Voice| voice.kind == SpeakerKind::Group && voice.name.contains(" and ") && fits(voice);
        let found = self.recent.iter().rev().take(LONG_MEMORY).find(joint)?;
        Some(Voice { rule: Rule::HeardTogether, role: None, guessed: true, ..found.clone() })
    }

    /// The names of a list as one voice.
    pub(super) fn all_of(&mut self, list: &[Range<usize>], rule: Rule) -> Option<Voice> {
        let name = |name: &Range<usize>| Source { name: name.clone(), title: None, aside: None };
        let voices: Option<Vec<Voice>> = list.iter().map(|part| self.named_voice(&name(part))).collect();
        Some(together(&voices?, rule))
    }

    /// The two people named last, for "the two officials".
    fn pair(&mut self, source: &Source) -> Option<[Voice; 2]> {
        let [the, two, .., noun] = &self.tokens[source.name.clone()] else { return None };
        let people = noun.bare().strip_suffix('s').or_else(|| noun.bare().strip_suffix("men"));
        let people = people.is_some_and(|noun| words::PERSON_NOUNS.contains(noun) || words::TITLES.contains(noun))
            || matches!(noun.bare(), "men" | "women");
        if !(people && two.is("two") && matches!(the.low.as_str(), "the" | "these" | "those")) {
            return None;
        }
        self.last_two(source.name.start)
    }

    fn last_two(&mut self, to: usize) -> Option<[Voice; 2]> {
        let mut found: Vec<Voice> = Vec::new();
        for at in (to.saturating_sub(LOOK_BACK)..to).rev() {
            let Some(name) = self.mention(at, to) else { continue };
            let voice = self.named_voice(&Source { name, title: None, aside: None })?;
            if found.iter().all(|other| other.key != voice.key) {
                found.push(voice);
            }
            if let [second, first] = &found[..] {
                return Some([first.clone(), second.clone()]);
            }
        }
        None
    }

    /// The mention of a person that starts at `at`: a full name, or a surname that the article gives in full.
    pub(super) fn mention(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let token = &self.tokens[at];
        if !token.capital {
            return None;
        }
        source::person(self.tokens, at, end).or_else(|| {
            let inside =
                at > 0 && source::is_name_part(&self.tokens[at - 1]) && !source::is_title(&self.tokens[at - 1]);
            (!inside && self.is_surname(at)).then_some(at..at + 1)
        })
    }
}

/// "Companies", "agencies": several organisations.
pub(super) fn is_firms(noun: &Token) -> bool {
    let one = noun.low.strip_suffix('s').unwrap_or_default();
    words::ORGANISATION_NOUNS.contains(one)
        || matches!(noun.low.as_str(), "companies" | "agencies" | "authorities" | "charities" | "parties" | "bodies")
}

/// One voice of several.
fn together(voices: &[Voice], rule: Rule) -> Voice {
    let names: Vec<&str> = voices.iter().map(|voice| voice.name.as_str()).collect();
    let name = match names.split_last() {
        Some((last, [first])) => format!("{first} and {last}"),
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.join(" "),
    };
    Voice {
        key: normal(&name),
        name,
        kind: SpeakerKind::Group,
        role: None,
        affiliation: None,
        actor: None,
        guessed: false,
        rule,
    }
}
