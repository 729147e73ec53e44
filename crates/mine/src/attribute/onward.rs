//! Reported speech that goes on in a sentence that reports nothing itself: its tenses are shifted as in the one before it.

use std::ops::Range;

use corpus::Quotation;

use super::{Learned, Said, Sentence};
use crate::source;
use crate::vocabulary::{Attitude, Class, Form};

impl Sentence<'_> {
    /// Reported speech that goes on without a report: "She said that trams were loud. They would wake the town."
    pub(super) fn goes_on(&self, last: &Said) -> Option<Said> {
        let tokens = self.tokens;
        let Range { start, end } = self.range;
        let reported = |at: usize| {
            tokens[at]
                .cues()
                .iter()
                .any(|cue| cue.form == Form::Past && matches!(cue.class, Class::Say | Class::Tell) && !cue.adjacent)
        };
        let latest = last.cue.iter().chain(&last.also).map(|cue| cue.start).max();
        let past = latest.map_or(last.carried, reported);
        let from = last.spans.iter().map(|span| span.end).chain(last.cue.iter().map(|cue| cue.end)).max()?;
        let sentences = &self.paragraph.sentences;
        let next = sentences.get(sentences.partition_point(|sentence| sentence.end < from))?.end == start;
        let is = |low: &[&str]| (start..end).any(|at| low.contains(&tokens[at].low.as_str()));
        let shifted = is(&["would", "had"]) || (is(&["could", "might"]) && is(&["was", "were"]));
        let present = is(&["is", "are", "has", "have", "will", "can", "says", "we", "you", "i"]);
        let present = present && !is(&["would"]);
        let other = |at: usize| {
            tokens[at].quote.is_some()
                || source::is_date(tokens, at)
                || source::person(tokens, at, end).is_some()
                || tokens[at].cues().iter().any(|cue| cue.form == Form::Past && !cue.adjacent && !cue.marked)
        };
        let plain = last.quotation == Quotation::Indirect && !last.author && past && next;
        if !plain || !shifted || present || (start..end).any(other) {
            return None;
        }
        let content = self.trim(start..end)?;
        Some(Said {
            paragraph: self.n,
            spans: vec![content],
            quotation: Quotation::Indirect,
            source: None,
            cue: None,
            also: Vec::new(),
            attitude: Attitude::None,
            carried: true,
            author: false,
            learned: Learned::Nothing,
        })
    }
}
