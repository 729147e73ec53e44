//! What the author of an article argues in his own voice: op-eds, blog posts, open letters.
//!
//! A plain report has nothing of the kind, so the article as a whole is asked first: somebody who writes "we" and
//! "you" outside of what others are reported to say, again and again, argues himself. Then every paragraph gives at most
//! its stretches that nobody else is reported to say, where they speak so or judge. Whether a stretch is an argument in
//! the debate is left to `weigh`; `told` drops those that are none.

use std::ops::Range;

use corpus::Quotation;

use crate::attribute::{Learned, Said};
use crate::lex::{Lexed, Token};
use crate::vocabulary::{self as words, Attitude};

/// In so many sentences an author who argues addresses the reader or includes himself. Reports do it once or twice at
/// most: "we asked the company", "sign up for our newsletter".
const VOICED_SENTENCES: usize = 3;

/// So many of them, at least, also judge or demand, which notes to readers do not.
const JUDGING_SENTENCES: usize = 2;

/// They stand in so many paragraphs, at least: a question to the reader at the end of a report makes no op-ed.
const VOICED_PARAGRAPHS: usize = 2;

/// A shorter stretch, in words, argues nothing.
const SHORTEST: usize = 6;

/// A sentence of which more than one in so many tokens is quoted is somebody else's.
const QUOTED: usize = 3;

/// So many paragraphs that start with a speaker and a colon make a transcript, in which every "I" is somebody else's.
const TRANSCRIPT: usize = 2;

/// How many words such a speaker has at most.
const LABEL: usize = 3;

/// The author's own statements, in order, apart from `said`: what others are reported to say.
pub(crate) fn statements(lexed: &Lexed, said: &[Said]) -> Vec<Said> {
    let sentences = own_sentences(lexed, said);
    let voiced = || sentences.iter().filter(|sentence| sentence.voiced);
    let mut paragraphs: Vec<usize> = voiced().map(|sentence| sentence.paragraph).collect();
    paragraphs.dedup();
    let argues = voiced().count() >= VOICED_SENTENCES
        && voiced().filter(|sentence| sentence.judges).count() >= JUDGING_SENTENCES
        && paragraphs.len() >= VOICED_PARAGRAPHS;
    if !argues || is_transcript(lexed) {
        return Vec::new();
    }
    let stretch = |one: &[Sentence]| {
        let (first, last) = (one.first()?, one.last()?);
        let range = first.range.start..last.range.end;
        let long = range.clone().filter(|at| lexed.tokens[*at].word).count() >= SHORTEST;
        let own = one.iter().any(|sentence| sentence.voiced || sentence.judges);
        (long && own).then(|| statement(first.paragraph, range))
    };
    sentences.chunk_by(|a, b| a.range.end == b.range.start && a.paragraph == b.paragraph).filter_map(stretch).collect()
}

/// A sentence of the article that reports nothing.
struct Sentence {
    paragraph: usize,
    range: Range<usize>,
    /// Whether it says "we" or "you".
    voiced: bool,
    /// Whether it judges or demands.
    judges: bool,
}

fn own_sentences(lexed: &Lexed, said: &[Said]) -> Vec<Sentence> {
    let mut reported: Vec<Range<usize>> = said.iter().flat_map(extent).collect();
    reported.sort_by_key(|range| (range.start, range.end));
    let mut reported = reported.into_iter().peekable();
    let mut found = Vec::new();
    // How far what is reported reaches that starts before the sentence.
    let mut reach = 0;
    let mut introduced = false;
    for (paragraph, part) in lexed.paragraphs.iter().enumerate() {
        for range in &part.sentences {
            while let Some(next) = reported.next_if(|next| next.start < range.end) {
                reach = reach.max(next.end);
            }
            let tokens = &lexed.tokens[range.clone()];
            let quoted = tokens.iter().filter(|token| token.quote.is_some()).count();
            // What follows "as a colleague writes:" is the colleague's.
            if reach <= range.start && quoted * QUOTED <= tokens.len() && !introduced {
                let own = || tokens.iter().filter(|token| token.quote.is_none());
                let judges = own().any(|token| token.is_among(words::OPINION));
                found.push(Sentence { paragraph, range: range.clone(), voiced: is_voiced(tokens), judges });
            }
        }
        let last = part.sentences.last().and_then(|last| lexed.tokens.get(last.end.checked_sub(1)?));
        introduced = last.is_some_and(|last| last.is(":"));
    }
    found
}

/// The words of a statement, its source and its cues.
fn extent(said: &Said) -> impl Iterator<Item = Range<usize>> {
    let source = said.source.iter().map(|source| source.name.clone());
    said.spans.iter().cloned().chain(source).chain(said.cue.clone()).chain(said.also.iter().cloned())
}

/// Whether the author speaks of himself or to the reader: "we", "your"; but not "US" nor "World War I".
fn is_voiced(tokens: &[Token]) -> bool {
    tokens.iter().enumerate().any(|(n, token)| {
        let numeral = token.is("i") && n > 0 && tokens[n - 1].capital;
        token.quote.is_none() && !token.acronym && !numeral && token.is_among(words::VOICE)
    })
}

/// "Q: Why?", "ADA QUILL: Because."
fn is_transcript(lexed: &Lexed) -> bool {
    let labelled = lexed.paragraphs.iter().filter(|paragraph| {
        let Some(first) = paragraph.sentences.first() else { return false };
        let start = &lexed.tokens[first.start..first.end.min(first.start + LABEL + 1)];
        let label = start.iter().take_while(|token| token.word && token.capital).count();
        label > 0 && start.get(label).is_some_and(|next| next.is(":"))
    });
    labelled.count() >= TRANSCRIPT
}

fn statement(paragraph: usize, range: Range<usize>) -> Said {
    Said {
        paragraph,
        spans: vec![range],
        quotation: Quotation::Indirect,
        source: None,
        cue: None,
        also: Vec::new(),
        attitude: Attitude::None,
        carried: false,
        author: true,
        learned: Learned::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribute::{attribute, span};
    use crate::{lex, read};

    fn own(text: &str) -> Vec<String> {
        let lexed = lex::lex(text, &read::paragraphs(text, 0));
        let found = statements(&lexed, &attribute(&lexed));
        found.iter().filter_map(|said| span(&lexed.tokens, &said.spans[0]).of(text)).map(str::to_owned).collect()
    }

    #[test]
    fn an_author_who_argues_is_heard_apart_from_those_whom_he_reports() {
        let text = "We should keep our lamps lit. Dark streets are dangerous.\n\n\
            Ada Quill said that we must save oil. You know that this is nonsense.\n\n\
            The lamps were bought in 1910.\n\nAs a colleague puts it:\n\nYou must never trust your own eyes at night.\n\n\
            Let’s not be silly: we need light.";
        assert_eq!(
            own(text),
            [
                "We should keep our lamps lit. Dark streets are dangerous.",
                "You know that this is nonsense.",
                "Let’s not be silly: we need light."
            ]
        );
    }

    #[test]
    fn a_report_has_no_voice_of_its_own() {
        for text in [
            "The city bought lamps. Ada Quill said that we must save oil.\n\n“You should not,” she said. “We must not.”",
            "The lamps should be lit.\n\nIt is dangerous.\n\nIt is wrong. It is stupid, and it must not be.",
            "The city bought lamps.\n\nWe asked Ada Quill. Sign up for our letter.\n\nWhat do you think? Tell us.",
            "The US should buy lamps.\n\nThe US must.\n\nIn World War I the US should have bought more lamps.",
            "Q: Should we save oil?\n\nYou must.\n\nQ: Is it not dangerous?\n\nWe should not worry, and you should not.",
            "We should keep our lamps lit. You must know that. Dark streets are our own fault, and wrong.",
        ] {
            assert_eq!(own(text), Vec::<String>::new(), "{text}");
        }
    }
}
