//! Statements that the rules have missed and the learned model has found.

use std::ops::Range;

use corpus::Quotation;

use super::{Learned, Relation, Said, Sentence};
use crate::lex::Lexed;
use crate::source;
use crate::vocabulary::{self as words, Attitude, Class};

/// What the model adds has at least so many words: shorter ones are names of things ("a plan") more often than something
/// said.
const WORDS: usize = 4;

/// Adds to the statements of the rules those of further relations, whose source is named outside of quotations and of
/// whose words no statement has any; to a statement without a source, the source; to a denial, its verb.
pub(crate) fn complete(lexed: &Lexed, relations: Vec<Relation>, said: &mut Vec<Said>) {
    for relation in relations {
        let Some(further) = statement(lexed, relation) else { continue };
        let overlaps = |other: &Range<usize>| {
            further.spans.iter().chain(&further.cue).any(|own| own.start < other.end && other.start < own.end)
        };
        // Statements are in order of paragraph, and none reaches into another.
        let first = said.partition_point(|said| said.paragraph < further.paragraph);
        let end = said.partition_point(|said| said.paragraph <= further.paragraph);
        let mut taken = said[first..end].iter_mut().filter(|said| said.spans.iter().chain(&said.cue).any(overlaps));
        match (taken.next(), taken.next()) {
            (Some(only), None) if only.source.is_none() && !only.carried => {
                only.source = further.source;
                only.cue = further.cue;
                only.attitude = further.attitude;
                only.learned = Learned::Source;
            }
            (Some(_), _) => {}
            (None, _) if long(lexed, &further) => {
                let start = |said: &Said| {
                    let cue = said.cue.as_ref().map(|cue| cue.start);
                    said.spans.first().map(|span| span.start).into_iter().chain(cue).min()
                };
                let at = first + said[first..end].partition_point(|other| start(other) < start(&further));
                said.insert(at, further);
            }
            (None, _) => {}
        }
    }
    said.iter_mut().for_each(|said| keep_denial(lexed, said));
}

/// Keeps the verb of a denial with what is denied, as without it the clause says the opposite: "denied that trams were
/// loud". What is quoted stands for itself.
fn keep_denial(lexed: &Lexed, said: &mut Said) {
    let Some(cue) = said.cue.clone() else { return };
    let denies = lexed.tokens[cue.clone()].iter().any(|token| token.is_among(words::DENYING));
    let denied = said.spans.iter_mut().find(|span| span.start >= cue.end && span.start <= cue.end + 1);
    if let Some(span) = denied.filter(|span| denies && lexed.tokens[span.start].quote.is_none()) {
        span.start = cue.start;
    }
}

fn long(lexed: &Lexed, said: &Said) -> bool {
    said.spans.iter().flat_map(Clone::clone).filter(|at| lexed.tokens[*at].word).count() >= WORDS
}

/// A relation as a statement.
fn statement(lexed: &Lexed, relation: Relation) -> Option<Said> {
    let (cue, named) = (relation.cue?, relation.source?);
    let tokens = &lexed.tokens;
    let n = lexed.paragraphs.partition_point(|paragraph| paragraph.sentences.last().is_none_or(|s| s.end <= cue.start));
    let paragraph = lexed.paragraphs.get(n)?;
    let range = paragraph.sentences.iter().find(|sentence| sentence.contains(&cue.start))?.clone();
    let inside = |part: &Range<usize>| range.start <= part.start && part.end <= range.end;
    let quoted = tokens[cue.clone()].iter().chain(&tokens[named.clone()]).any(|token| token.quote.is_some());
    if quoted || !inside(&named) || !relation.content.iter().all(inside) {
        return None;
    }
    let sentence = Sentence { tokens, paragraph, range, n };
    let verb = cue.clone().find_map(|at| tokens[at].cue().map(|cue| (at, cue)));
    let mut spans: Vec<Range<usize>> = Vec::new();
    for mut part in relation.content {
        let that = tokens[part.start].is("that") && tokens[part.start].quote.is_none();
        part.start += usize::from(that);
        spans.extend(sentence.trim(sentence.with_marks(part)));
    }
    // What a stance is towards says nothing without it.
    if let (Some((at, verb)), Some(first)) = (verb, spans.first_mut())
        && verb.class == Class::Stance
        && first.start >= cue.end
    {
        first.start = at;
    }
    let found = if named.end <= cue.start {
        source::before(tokens, named.start, named.end)
    } else {
        source::after(tokens, named.start, named.end)
    };
    let mut said = Said {
        paragraph: n,
        quotation: Quotation::Indirect,
        spans,
        source: Some(found?),
        cue: Some(verb.map_or(cue, |(at, _)| at..at + 1)),
        also: Vec::new(),
        attitude: verb.map_or(Attitude::None, |(_, cue)| cue.attitude),
        carried: false,
        author: false,
        learned: Learned::Everything,
    };
    said.quotation = sentence.quotation(&said.spans);
    sentence.strip_marks(&mut said);
    (!said.spans.is_empty()).then_some(said)
}

impl Sentence<'_> {
    /// With the marks of the quotations of which a part is all but the marks.
    fn with_marks(&self, part: Range<usize>) -> Range<usize> {
        let whole = self.quotes_in(self.range.clone()).iter().find(|quote| {
            quote.tokens.start + 1 == part.start && part.end < quote.tokens.end && part.end + 2 >= quote.tokens.end
        });
        whole.map_or(part, |quote| quote.tokens.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{attribute, span};
    use super::*;
    use crate::lex;

    /// The words of what is added to what the rules find, given source, cue and content that somebody else has found.
    fn added(text: &str, source: &str, cue: &str, content: &str) -> Vec<String> {
        let lexed = lex::lex(text, &[corpus::Span::new(0, text.len())]);
        let range = |words: &str| {
            let start = text.find(words).unwrap_or_default();
            let first = lexed.tokens.partition_point(|token| token.end <= start);
            first..lexed.tokens.partition_point(|token| token.start < start + words.len())
        };
        let relation = Relation { source: Some(range(source)), cue: Some(range(cue)), content: vec![range(content)] };
        let mut said = attribute(&lexed);
        complete(&lexed, vec![relation], &mut said);
        let learned = said.iter().filter(|said| said.learned == Learned::Everything).flat_map(|said| &said.spans);
        learned.filter_map(|range| span(&lexed.tokens, range).of(text)).map(String::from).collect()
    }

    #[test]
    fn a_quotation_without_a_source_gets_one() {
        let text = "To Ada Quill it was “a gift to the bakers of the town”.";
        let lexed = lex::lex(text, &[corpus::Span::new(0, text.len())]);
        let mut said = attribute(&lexed);
        assert!(said.len() == 1 && said[0].source.is_none(), "{said:?}");
        let content = std::iter::once(6..13).collect();
        complete(&lexed, vec![Relation { source: Some(1..3), cue: Some(3..5), content }], &mut said);
        assert_eq!(said.len(), 1);
        assert_eq!(said[0].source.as_ref().map(|source| source.name.clone()), Some(1..3));
    }

    #[test]
    fn what_the_rules_have_missed_is_added() {
        let noun = "The fear among bakers is that trams wake the town.";
        assert_eq!(added(noun, "bakers", "fear", "that trams wake the town"), ["trams wake the town"]);
    }

    #[test]
    fn what_they_have_found_or_is_too_little_is_not() {
        let said = "Ada Quill said trams wake the town.";
        assert!(added(said, "Ada Quill", "said", "trams wake the town").is_empty());
        assert!(added("To Ada Quill it was a gift.", "Ada Quill", "it was", "a gift").is_empty());
        let nested = "“Bakers fear that trams wake the town,” said Ada Quill.";
        assert!(added(nested, "Bakers", "fear", "that trams wake the town").is_empty());
    }
}
