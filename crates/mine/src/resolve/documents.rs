//! Whose words a document is: "a letter by Ada Quill", "the board published a report".

use corpus::Rule;

use super::{Article, LOOK_BACK, OPENING, Voice};
use crate::lex::Token;
use crate::source::{self, Source};

/// So many words at most stand between "published" and what was: "published in the Old Mill Herald on 3 May an essay".
const ISSUED: usize = 14;

impl Article<'_> {
    /// Who wrote the document of this name, or any where there is none, of which the article last told before `at`: "a
    /// letter by Ann Ray", "the board’s report", "Ann Ray and Bo Low published an essay".
    pub(super) fn author_of(&mut self, noun: Option<&str>, at: usize) -> Option<Voice> {
        let rule = Rule::DocumentsAuthor;
        let named = |token: &Token| noun.map_or_else(|| is_document(&token.low), |noun| token.is(noun));
        for n in (at.saturating_sub(2 * LOOK_BACK)..at).rev().filter(|n| named(&self.tokens[*n])).collect::<Vec<_>>() {
            let start = self.starts[self.starts.partition_point(|start| *start <= n).checked_sub(1)?];
            let next =
                self.starts.get(self.starts.partition_point(|start| *start <= n)).map_or(at, |next| at.min(*next));
            if self.tokens.get(n + 1).is_some_and(|by| by.is("by") || by.is("from")) && n + 2 < next {
                if let Some(list) = self.list_before(n + 1, next, |_| true).filter(|list| list[0].start <= n + OPENING)
                {
                    return self.all_of(&list, rule);
                }
                let source = source::after(self.tokens, n + 2, next)?;
                return self.voice(&source).map(|voice| Voice { rule, role: None, ..voice });
            }
            let owner = n.checked_sub(1).filter(|owner| *owner >= start).and_then(|owner| {
                let token = &self.tokens[owner];
                let pronoun = matches!(token.low.as_str(), "his" | "her" | "its" | "their");
                (pronoun || token.is_genitive()).then_some(if pronoun { owner..n } else { self.owner(start, owner)..n })
            });
            if let Some(name) = owner {
                let voice = self.voice(&Source { name, title: None, aside: None })?;
                return Some(Voice { rule, role: None, ..voice });
            }
            let issued = (n.saturating_sub(ISSUED).max(start + 1)..n).find(|at| {
                matches!(
                    self.tokens[*at].low.as_str(),
                    "published"
                        | "adopted"
                        | "approved"
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
                if let Some(list) =
                    self.list_before(start, verb, |_| true).filter(|list| list[0].start <= start + OPENING)
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

    /// Where the name of an owner starts whose genitive stands at `at`: "the Old Mill Trust’s".
    fn owner(&self, floor: usize, at: usize) -> usize {
        let part = |n: &usize| source::is_name_part(&self.tokens[*n]) || source::is_article(&self.tokens[*n]);
        (floor..=at).rev().take_while(|n| *n == at || part(n)).last().unwrap_or(at)
    }
}

/// A document that somebody has written, and not one like a law that many have made.
pub(super) fn is_document(noun: &str) -> bool {
    matches!(
        noun,
        "article"
            | "brief"
            | "declaration"
            | "document"
            | "draft"
            | "editorial"
            | "essay"
            | "filing"
            | "letter"
            | "memo"
            | "paper"
            | "petition"
            | "post"
            | "report"
            | "statement"
            | "resolution"
            | "ruling"
            | "study"
            | "submission"
            | "text"
    )
}
