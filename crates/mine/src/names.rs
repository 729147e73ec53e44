//! Names: of people and organisations in an article, of actors in a debate, and what their spellings share.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Range, RangeInclusive};

use corpus::{Span, SpeakerKind};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::attribute::span;
use crate::debate::Actor;
use crate::lex::{self, Token};
use crate::source;
use crate::vocabulary as words;

/// The actors of a debate by every name that they have.
pub(crate) struct Actors<'d> {
    list: &'d [Actor],
    by_name: FxHashMap<String, usize>,
    /// The first word of each name.
    first_words: FxHashSet<String>,
}

impl<'d> Actors<'d> {
    pub(crate) fn new(list: &'d [Actor]) -> Self {
        let mut by_name = FxHashMap::default();
        let mut first_words = FxHashSet::default();
        for (n, actor) in list.iter().enumerate() {
            for name in std::iter::once(&actor.name).chain(&actor.aliases) {
                let name = normal(name);
                first_words.insert(first_word(&name).to_owned());
                by_name.entry(name).or_insert(n);
            }
        }
        Self { list, by_name, first_words }
    }

    /// Whether [`Self::find`] may find something in a row of words in lower case from its start on: quicker to ask, and
    /// mostly not so.
    pub(crate) fn may_start<'w>(&self, row: impl IntoIterator<Item = &'w str>) -> bool {
        let first = row.into_iter().find(|word| !is_article(word) && word.contains(char::is_alphanumeric));
        let first = first.unwrap_or_default();
        // What has marks in it may be several words; and a name of marks alone is found everywhere.
        !first.bytes().all(|byte| byte.is_ascii_alphanumeric())
            || self.first_words.contains(first)
            || self.first_words.contains("")
    }

    /// Which actor a name is.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.by_name.get(&normal(name)).copied()
    }

    /// The key and the actor of a speaker of this name. The aliases of a group are groups of their own.
    pub(crate) fn key(&self, name: &str) -> (String, Option<usize>) {
        let actor = self.find(name);
        let known = actor.and_then(|n| self.get(n)).filter(|actor| actor.kind != SpeakerKind::Group);
        (normal(known.map_or(name, |actor| &actor.name)), actor)
    }

    pub(crate) fn get(&self, n: usize) -> Option<&'d Actor> {
        self.list.get(n)
    }
}

/// Somebody whom an article names in full.
pub(crate) struct Person {
    pub(crate) name: String,
    at: usize,
}

pub(crate) fn nearest(people: &[Person], at: usize) -> Option<&Person> {
    people.iter().rev().find(|person| person.at <= at).or_else(|| people.first())
}

/// Full names by surname.
pub(crate) fn people(text: &str, tokens: &[Token], actors: &Actors<'_>) -> BTreeMap<String, Vec<Person>> {
    let mut people: BTreeMap<String, Vec<Person>> = BTreeMap::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(range) = source::person(tokens, at, tokens.len().min(at + LONGEST_PERSON)) else {
            at += 1;
            continue;
        };
        at = range.end;
        let range = without_organisation(tokens, range, actors);
        let younger = |at: &usize| matches!(tokens[*at].bare(), "jr" | "sr" | "ii" | "iii") || !tokens[*at].word;
        let last = range.clone().rev().find(|at| !younger(at)).unwrap_or(range.start);
        let surname = tokens[last].bare().to_owned();
        let name = tidy(text, tokens, &range);
        let known = people.entry(surname).or_default();
        if !known.iter().any(|person| person.name == name) && known.len() < NAMESAKES {
            known.push(Person { name, at: range.start });
        }
    }
    people
}

/// Surnames in lower case of people of whom the article gives no full name: those with a title before them ("Senator
/// Quill"), and those of whom it goes on with a person's pronoun ("Quill said she", "Quill, who").
pub(crate) fn lone_surnames(tokens: &[Token]) -> BTreeSet<&str> {
    let name = |at: usize| {
        let token = tokens.get(at)?;
        let known = token.bare_is_among(words::ORGANISATION_NOUNS) || token.bare_is_among(words::ORGANISATION_WORDS);
        let starter = token.is_among(words::STARTERS) || token.is_among(words::TIME_WORDS);
        (source::is_name_part(token) && !source::is_title(token) && !token.acronym && !known && !starter)
            .then_some(token)
    };
    let ends = |at: usize| tokens.get(at).is_none_or(|next| !source::is_name_part(next));
    let is = |at: usize, low: &[&str]| tokens.get(at).is_some_and(|token| low.contains(&token.bare()));
    let human = |at: usize| {
        let stop = usize::from(at > 1 && tokens[at - 1].is("."));
        let titled =
            at > stop && tokens[at - 1 - stop].capital && tokens[at - 1 - stop].bare_is_among(words::PERSONAL_TITLES);
        let reports = tokens.get(at + 1).is_some_and(|next| next.cue().is_some());
        let alone = at == 0 || {
            let before = &tokens[at - 1];
            let starter = before.is_among(words::STARTERS);
            let place = before.is_among(words::PREPOSITIONS);
            !place && (starter || !source::is_name_part(before))
        };
        let pronoun =
            reports && is(at + 2, &["he", "she"]) || reports && is(at + 2, &["that"]) && is(at + 3, &["he", "she"]);
        titled || alone && (pronoun || is(at + 1, &[","]) && is(at + 2, &["who"]))
    };
    let fits = |at: &usize| source::is_name_part(&tokens[*at]) && ends(at + 1) && human(*at);
    (0..tokens.len()).filter(fits).filter_map(name).map(Token::bare).collect()
}

/// The pronouns of people with courtesy titles ("Ms. Quill", "Spokesman Bo Linden"), by surname in lower case. None for
/// a surname with both.
pub(crate) fn courtesy(tokens: &[Token]) -> BTreeMap<String, &'static str> {
    let mut found: BTreeMap<String, Option<&'static str>> = BTreeMap::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.capital) {
        let pronoun = match token.low.as_str() {
            "mr" | "sir" | "lord" | "congressman" | "chairman" | "spokesman" | "councilman" => "he",
            "ms" | "mrs" | "miss" | "dame" | "lady" | "baroness" | "congresswoman" | "chairwoman" | "spokeswoman" => {
                "she"
            }
            _ => continue,
        };
        let start = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|next| next.is(".")));
        let name =
            tokens.iter().skip(start).take(LONGEST_PERSON).take_while(|token| source::is_name_part(token)).last();
        if let Some(surname) = name {
            let known = found.entry(surname.bare().to_owned()).or_insert(Some(pronoun));
            *known = known.filter(|known| *known == pronoun);
        }
    }
    found.into_iter().filter_map(|(surname, pronoun)| Some((surname, pronoun?))).collect()
}

/// "Acme Ann Ray", as in "head of Acme Ann Ray": an organisation that the debate knows is no first name.
pub(crate) fn without_organisation(tokens: &[Token], range: Range<usize>, actors: &Actors<'_>) -> Range<usize> {
    let organisation = |first: &Token| {
        let known = actors.find(first.bare()).and_then(|n| actors.get(n));
        known.is_some_and(|actor| actor.kind == SpeakerKind::Organisation)
    };
    let named = range.len() == 3 && tokens[range.clone()].iter().all(source::is_name_part);
    if named && organisation(&tokens[range.start]) { range.start + 1..range.end } else { range }
}

/// A name has at most this many tokens, initials and their full stops included.
const LONGEST_PERSON: usize = 6;

/// How many people of one surname are told apart.
const NAMESAKES: usize = 8;

/// An acronym has so many letters.
const ACRONYM: RangeInclusive<usize> = 2..=7;

/// In "The Board and the Old Mill Trust" the name of the acronym starts at the fourth word at most.
const NAME_STARTS: usize = 5;

/// Full names of organisations by the acronym that their capitals make.
pub(crate) fn acronyms(text: &str, tokens: &[Token]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut at = 0;
    while at < tokens.len() {
        if !tokens[at].capital || tokens[at].is("the") {
            at += 1;
            continue;
        }
        let mut end = at;
        while end < tokens.len()
            && (tokens[end].capital
                || (end > at && matches!(tokens[end].low.as_str(), "of" | "and" | "for" | "the" | "on" | "&" | "to")))
        {
            end += 1;
        }
        while end > at && !tokens[end - 1].capital {
            end -= 1;
        }
        for start in (at..end.min(at + NAME_STARTS)).filter(|start| tokens[*start].capital) {
            for stop in [end, end.saturating_sub(1)] {
                let capitals: Vec<&Token> =
                    tokens.get(start..stop).unwrap_or_default().iter().filter(|token| token.capital).collect();
                if ACRONYM.contains(&capitals.len()) && capitals.iter().all(|token| !token.acronym) {
                    let initials: String = capitals.iter().filter_map(|token| token.low.chars().next()).collect();
                    let range = start..stop;
                    found.entry(initials).or_insert_with(|| tidy(text, tokens, &range));
                }
            }
        }
        at = end.max(at + 1);
    }
    found
}

/// The organisation in a role: "Acme" of "Acme CEO", what follows "at" in "director at the Alliance".
pub(crate) fn affiliation(role: &str) -> Option<String> {
    let words: Vec<&str> = role.split_whitespace().collect();
    let at = words.iter().rposition(|word| *word == "at");
    let of = words.iter().position(|word| matches!(*word, "of" | "for"));
    if let Some(at) = at.or(of) {
        let rest = words.get(at + 1..)?;
        let capital = rest.iter().find(|word| **word != "the").is_some_and(|word| word.starts_with(char::is_uppercase));
        return capital.then(|| strip_article(&rest.join(" ")).trim_matches([',', '.']).into());
    }
    let title = |word: &str| words::TITLES.contains(&word.to_lowercase());
    let first = words.iter().position(|word| title(word))?;
    let before = words.get(..first)?;
    let proper = !before.is_empty() && before.iter().all(|word| word.starts_with(char::is_uppercase));
    let name = before.join(" ");
    proper.then(|| without_genitive(&name).to_owned())
}

pub(crate) fn token_text<'t>(text: &'t str, token: &Token) -> &'t str {
    let word = text.get(token.start..token.end).unwrap_or_default();
    if token.is_genitive() { without_genitive(word) } else { word }
}

/// "Ross" of "Ross’s", "users" of "users’".
fn without_genitive(word: &str) -> &str {
    ["'s", "’s", "'", "’"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

/// The words of a range with single spaces, without a genitive's ending.
pub(crate) fn tidy(text: &str, tokens: &[Token], range: &Range<usize>) -> String {
    let full = span(tokens, range).of(text).unwrap_or_default();
    let name = full.split_whitespace().collect::<Vec<&str>>().join(" ");
    let genitive = range.end.checked_sub(1).and_then(|last| tokens.get(last)).is_some_and(Token::is_genitive);
    if genitive { without_genitive(&name).into() } else { name }
}

/// The span of a source's name, without a genitive's ending.
pub(crate) fn name_span(text: &str, tokens: &[Token], range: &Range<usize>) -> Option<Span> {
    let full = span(tokens, range);
    let words = full.of(text).filter(|words| !words.is_empty())?;
    let genitive = range.end.checked_sub(1).and_then(|last| tokens.get(last)).is_some_and(Token::is_genitive);
    let len = if genitive { without_genitive(words).len() } else { words.len() };
    let start = full.range().start;
    (len > 0).then(|| Span::new(start, start + len))
}

pub(crate) fn strip_article(name: &str) -> &str {
    ["the ", "The "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}

/// What spellings of one name share: lower-case words without articles and marks.
pub(crate) fn normal(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    let is_mark = |c: char| !c.is_alphanumeric() && c != '\'' && c != '.';
    for part in lex::lower(name).split_inclusive(is_mark) {
        let word = part.strip_suffix("'s ").or_else(|| part.strip_suffix(is_mark)).unwrap_or(part);
        let before = normal.len();
        if before > 0 {
            normal.push(' ');
        }
        let start = normal.len();
        normal.extend(word.chars().filter(|c| !matches!(c, '.' | '\'')));
        if normal.len() == start || is_article(&normal[start..]) {
            normal.truncate(before);
        }
    }
    normal
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an")
}

fn first_word(name: &str) -> &str {
    name.split(' ').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_organisation_is_found_in_the_role() {
        for (role, expected) in [
            ("Acme CEO", Some("Acme")),
            ("Deputy Attorney General", None),
            ("senior director for policy at the Software Alliance", Some("Software Alliance")),
            ("head of public policy", None),
        ] {
            assert_eq!(affiliation(role).as_deref(), expected, "{role}");
        }
    }

    #[test]
    fn a_name_that_can_be_found_may_start_where_it_stands() {
        let actor = |name: &str| Actor {
            name: name.into(),
            aliases: Vec::new(),
            kind: SpeakerKind::Organisation,
            affiliation: None,
            role: None,
            side: None,
        };
        let list = ["The Tram Board", "O’Hare’s", "North-East Ferries", "U.S. Mail"].map(actor);
        let actors = Actors::new(&list);
        for row in [
            vec!["tram", "board"],
            vec!["the", "tram", "board"],
            vec![",", "a", "tram", "board"],
            vec!["o'hare's"],
            vec!["north-east", "ferries"],
            vec!["north", "east", "ferries"],
            vec!["u.s.", "mail"],
        ] {
            assert!(actors.find(&row.join(" ")).is_some() && actors.may_start(row.iter().copied()), "{row:?}");
        }
        assert!(!actors.may_start(["the", "board"]));
        assert!(!actors.may_start(["the", ","]));
        assert!(Actors::new(&[actor("–")]).may_start([","]));
    }

    #[test]
    fn spellings_of_a_name_are_one() {
        assert_eq!(normal("Quill’s the Ferry-Boat, a ’Store’"), "quill ferry boat store");
        assert_eq!(normal("The U.S. Department’s Office"), normal("us department office"));
    }
}
