//! From statements to attribution relations, with the extent of source, cue and content that corpora of attribution
//! give them (Pareti 2016; Newell, Margolin and Ruths 2018).
//!
//! A statement keeps what a reader should see: the clause without "that", the bare verb, the name that can be resolved,
//! one statement for one act of saying. A relation keeps the grammar: every reporting verb has its own, a cue takes in its
//! auxiliaries, adverbs and medium, a source is the whole noun phrase, and a reported clause starts with its "that".

use std::ops::Range;

use corpus::Span;

use super::Said;
use crate::Attribution;
use crate::lex::{Lexed, Token};
use crate::source::{self, Source};
use crate::vocabulary as words;

/// A relation in ranges of tokens.
pub(crate) struct Relation {
    pub(crate) source: Option<Range<usize>>,
    pub(crate) cue: Option<Range<usize>>,
    pub(crate) content: Vec<Range<usize>>,
}

impl Relation {
    /// In bytes of the text. A cue that starts with a contraction starts inside it: in "She’s said to agree" the source
    /// is "She" and the cue "s said".
    pub(crate) fn attribution(&self, text: &str, tokens: &[Token]) -> Attribution {
        let span = |range: &Range<usize>| super::span(tokens, range);
        let mut attribution = Attribution {
            source: self.source.as_ref().map(span),
            cue: self.cue.as_ref().map(span),
            content: self.content.iter().map(span).collect(),
        };
        if let Some(cue) = &self.cue
            && let Some((before, after)) = contraction(text, &tokens[cue.start])
            && let Some(verb) = &mut attribution.cue
        {
            *verb = Span::new(after, verb.range().end);
            if let Some(source) =
                attribution.source.as_mut().filter(|source| source.range().end == tokens[cue.start].end)
            {
                *source = Span::new(source.range().start, before);
            }
        }
        attribution
    }
}

/// Where the apostrophe of a word that a verb is drawn to starts and ends: "they’ve".
fn contraction(text: &str, token: &Token) -> Option<(usize, usize)> {
    let word = text.get(token.start..token.end)?;
    let (at, apostrophe) = word.char_indices().rfind(|(_, letter)| matches!(letter, '\'' | '’'))?;
    let verb = at + apostrophe.len_utf8();
    let known = CONTRACTED.contains(&word.get(verb..)?.to_lowercase().as_str());
    (known && at > 0).then_some((token.start + at, token.start + verb))
}

/// What is left of auxiliaries in contractions.
const CONTRACTED: [&str; 6] = ["s", "ve", "re", "ll", "d", "m"];

/// How many words before a verb belong to it: "has never once publicly".
const AUXILIARY_WORDS: usize = 5;

/// How many words a medium has after its preposition: "in a brief written statement".
const MEDIUM: usize = 4;

/// How many words of description may stand before a name: "the first Welsh ferry captain".
const DESCRIPTION: usize = 5;

/// How many tokens in brackets after a name belong to it: "(I-Lower Ferry)".
const BRACKETS: usize = 8;

/// How many words may stand between a genitive and the verb: "Ray’s night tram committee".
const OWNED: usize = 3;

/// The relations of statements, in order.
pub(crate) fn relations(lexed: &Lexed, said: &[Said]) -> Vec<Relation> {
    said.iter().flat_map(|said| of_statement(&lexed.tokens, said)).collect()
}

fn of_statement(tokens: &[Token], said: &Said) -> Vec<Relation> {
    let cues: Vec<Option<&Range<usize>>> =
        std::iter::once(said.cue.as_ref()).chain(said.also.iter().map(Some)).collect();
    let owner = |span: &Range<usize>| said.also.iter().rposition(|cue| cue.start <= span.start).map_or(0, |at| at + 1);
    let relation = |(n, verb): (usize, &Option<&Range<usize>>)| {
        let spans = said.spans.iter().filter(|span| owner(span) == n);
        let content: Vec<Range<usize>> = spans.filter_map(|span| content(tokens, span, *verb)).collect();
        let cue = verb.map(|verb| widened(tokens, verb, said.source.as_ref()));
        let source = said.source.as_ref().map(|source| noun_phrase(tokens, source, cue.as_ref()));
        (!content.is_empty()).then_some(Relation { source, cue, content })
    };
    cues.iter().enumerate().filter_map(relation).collect()
}

/// With the "that" before a clause and without the verb of a stance.
fn content(tokens: &[Token], span: &Range<usize>, cue: Option<&Range<usize>>) -> Option<Range<usize>> {
    let mut start = span.start;
    if let Some(cue) = cue {
        if (cue.start..cue.end).contains(&start) {
            start = cue.end;
        }
        let that = start > cue.end && tokens[start - 1].is("that") && tokens[start - 1].quote.is_none();
        start -= usize::from(that);
    }
    (start < span.end).then_some(start..span.end)
}

/// A verb with its auxiliaries and adverbs, and the medium of what is said: "has also said in a letter".
fn widened(tokens: &[Token], verb: &Range<usize>, source: Option<&Source>) -> Range<usize> {
    let floor = source.map_or(0, |source| source.phrase().end).max(verb.start.saturating_sub(AUXILIARY_WORDS));
    let floor = if floor <= verb.start { floor } else { verb.start.saturating_sub(AUXILIARY_WORDS) };
    let mut start = verb.start;
    while start > floor && belongs_to_verb(&tokens[start - 1]) {
        start -= 1;
    }
    let mut end = verb.end;
    if tokens.get(end).is_some_and(|token| token.is("in") && token.quote.is_none()) {
        let medium = (end + 1..tokens.len().min(end + 1 + MEDIUM))
            .take_while(|at| tokens[*at].word && tokens[*at].quote.is_none())
            .find(|at| tokens[*at].is_among(words::SPEECH_NOUNS));
        end = medium.map_or(end, |at| at + 1);
    }
    start..end
}

fn belongs_to_verb(token: &Token) -> bool {
    let low = token.low.as_str();
    let auxiliary =
        token.is_among(words::AUXILIARIES) && !matches!(low, "both" | "all" | "himself" | "herself" | "then");
    token.word
        && token.quote.is_none()
        && !token.capital
        && (auxiliary
            || source::is_manner(token)
            || low.ends_with("n't")
            || matches!(low, "is" | "are" | "was" | "were" | "been" | "not" | "first" | "repeatedly" | "recently"))
}

/// The whole noun phrase of a source: articles and descriptions before a name, brackets and what is owned after it. The
/// relative pronoun where the verb has one, the subject alone where a verb of its own follows it.
fn noun_phrase(tokens: &[Token], source: &Source, cue: Option<&Range<usize>>) -> Range<usize> {
    let Range { mut start, mut end } = source.phrase();
    let before = cue.filter(|cue| cue.start >= end).map(|cue| cue.start);
    if let Some(verb) = before.filter(|verb| *verb > end)
        && matches!(tokens[verb - 1].low.as_str(), "who" | "which")
    {
        return verb - 1..verb;
    }
    let pronoun = matches!(tokens[start].low.as_str(), "he" | "she" | "they" | "we" | "i");
    let joined = tokens.get(start + 1).is_some_and(|next| next.is("and") || next.is("or"));
    if pronoun && end > start + 1 && !joined {
        return start..start + 1;
    }
    let names = (start..end).take_while(|at| source::is_name_part(&tokens[*at])).count();
    if let Some(next) = tokens.get(start + names).filter(|next| names > 0 && start + names < end && !next.capital)
        && next.low.ends_with("ed")
        && before.is_some_and(|verb| verb > end)
    {
        return start..start + names;
    }
    if source::is_name_part(&tokens[start]) {
        start = described(tokens, start);
    } else if start > 0 && source::is_article(&tokens[start - 1]) {
        start -= 1;
    }
    if let Some(verb) = before.filter(|verb| *verb > end && *verb <= end + OWNED)
        && tokens[end - 1].is_genitive()
        && tokens[end..verb].iter().all(|token| token.word && token.quote.is_none())
    {
        end = verb;
    }
    if tokens.get(end).is_some_and(|token| token.is("(") && token.quote.is_none()) {
        let close = (end..tokens.len().min(end + BRACKETS)).find(|at| tokens[*at].is(")"));
        end = close.map_or(end, |close| close + 1);
    }
    start..end
}

/// Where the description before a name at `name` starts: "the ferry captain Ada Quill".
fn described(tokens: &[Token], name: usize) -> usize {
    let mut start = name;
    while start > name.saturating_sub(DESCRIPTION) && start > 0 {
        let token = &tokens[start - 1];
        let low = token.low.as_str();
        if source::is_article(token) {
            return start - 1;
        }
        let stops = !token.word
            || token.quote.is_some()
            || token.is_genitive()
            || token.is_among(words::PREPOSITIONS)
            || token.is_among(words::CLAUSE_STARTS)
            || token.is_among(words::LEADING)
            || token.is_among(words::TIME_WORDS)
            || token.is_among(words::AUXILIARIES)
            || token.is_among(words::STARTERS)
            || low.ends_with("ing")
            || source::is_manner(token)
            || source::is_verb(token)
            || token.cue().is_some();
        if stops {
            break;
        }
        start -= 1;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::super::{attribute, span};
    use super::*;
    use crate::lex;

    #[test]
    fn a_relation_has_the_whole_of_source_cue_and_content() {
        for (text, expected) in [
            ("Ann has also said that it was late.", vec![["Ann", "has also said", "that it was late"]]),
            ("Ann said in a letter that it was late.", vec![["Ann", "said in a letter", "that it was late"]]),
            ("Ferry captain Ada Quill said it was late.", vec![["Ferry captain Ada Quill", "said", "it was late"]]),
            ("Ada Quill (Lower Ferry) said it was late.", vec![["Ada Quill (Lower Ferry)", "said", "it was late"]]),
            ("Ann condemned the late trams.", vec![["Ann", "condemned", "the late trams"]]),
            ("According to the Board, trams were late.", vec![["the Board", "According to", "trams were late"]]),
            (
                "Ann said it was late, adding that trams sleep.",
                vec![["Ann", "said", "it was late"], ["Ann", "adding", "that trams sleep"]],
            ),
            ("The bakers, who said it was late, left.", vec![["who", "said", "it was late, left"]]),
        ] {
            let lexed = lex::lex(text, &[corpus::Span::new(0, text.len())]);
            let words = |range: Option<&Range<usize>>| {
                range.and_then(|range| span(&lexed.tokens, range).of(text)).unwrap_or_default()
            };
            let found: Vec<[&str; 3]> = relations(&lexed, &attribute(&lexed))
                .iter()
                .map(|found| [words(found.source.as_ref()), words(found.cue.as_ref()), words(found.content.first())])
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_cue_starts_inside_a_contraction() {
        let text = "Yesterday they’ve said so.";
        let lexed = crate::lex::lex(text, &crate::read::paragraphs(text, 0));
        let of = |source, cue| {
            let found =
                Relation { source: Some(source), cue: Some(cue), content: Vec::new() }.attribution(text, &lexed.tokens);
            [found.source, found.cue].map(|span| span.and_then(|span| span.of(text)).unwrap_or_default())
        };
        assert_eq!(of(1..2, 1..3), ["they", "ve said"]);
        assert_eq!(of(1..2, 2..3), ["they’ve", "said"]);
        assert_eq!(of(0..1, 1..3), ["Yesterday", "ve said"]);
    }

    #[test]
    fn a_negation_is_no_contraction_of_a_subject() {
        let text = "Didn’t say.";
        let lexed = crate::lex::lex(text, &crate::read::paragraphs(text, 0));
        assert_eq!(contraction(text, &lexed.tokens[0]), None);
    }
}
