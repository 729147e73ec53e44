//! Markdown (CommonMark 0.31, <https://spec.commonmark.org/0.31.2/>): the debate, then each statement as a block quotation with who
//! says it and where, in the order of the selection.
//!
//! A sign of the corpus that could mean something has a backslash before it, so HTML stays text. Spaces and tabs at the ends of a line
//! are all that is lost of the words, and an empty line between them begins another paragraph of their block quotation.

use std::iter::once;

use corpus::StatementIx;

use crate::citation::{heading, imprint, one_line, reported, speaker, stance};
use crate::{Pieces, Selection};

/// Signs that mean something anywhere in a paragraph, to CommonMark or to what GitHub and others add to it.
const SIGNS: &str = "\\`*_[]<>&#~|$";

pub(crate) fn pieces<'s>(selection: &'s Selection<'s>) -> Pieces<'s> {
    let debate = &selection.corpus().debate;
    let start = format!("# {}\n\n{}\n", inline(&debate.title), inline(&debate.question));
    Box::new(once(start).chain(selection.statements().iter().map(|ix| block(selection, *ix))))
}

fn block(selection: &Selection<'_>, ix: StatementIx) -> String {
    let (corpus, statement) = (selection.corpus(), selection.statement(ix));
    let article = corpus.article_of(statement);
    let mut block = String::from("\n");
    quote(&mut block, &selection.text_of(statement));
    block += "\n— ";
    if let Some(speaker) = speaker(corpus, statement) {
        block += &inline(&speaker);
        block += ", ";
    }
    block += reported(corpus, statement);
    let heading = format!("“{}”", inline(&heading(article)));
    match &article.url {
        Some(url) => link(&mut block, &heading, url),
        None => block += &heading,
    }
    block += ", ";
    block += &inline(&imprint(article));
    // A backslash at the end of a line breaks it.
    block += "\\\n";
    block += &inline(&stance(corpus, statement));
    block += "\\\n";
    link(&mut block, "Where it stands", &selection.page_of(statement));
    block += "\n";
    block
}

/// Adds words as a block quotation.
fn quote(markdown: &mut String, words: &str) {
    for line in words.replace("\r\n", "\n").split(['\n', '\r']) {
        let line = line.trim_matches([' ', '\t']);
        *markdown += if line.is_empty() { ">" } else { "> " };
        escape(markdown, line);
        *markdown += "\n";
    }
}

/// Adds a link; its text is Markdown.
fn link(markdown: &mut String, text: &str, url: &str) {
    *markdown += "[";
    *markdown += text;
    *markdown += "](<";
    for sign in url.chars() {
        match sign {
            '<' => *markdown += "%3C",
            '>' => *markdown += "%3E",
            '\\' => *markdown += "%5C",
            // What follows it would be read as an entity, if it is called like one.
            '&' => *markdown += "\\&",
            _ => markdown.push(sign),
        }
    }
    *markdown += ">)";
}

/// A text on a line of its own.
fn inline(text: &str) -> String {
    let mut markdown = String::new();
    escape(&mut markdown, &one_line(text));
    markdown
}

/// Adds a line that is read as it stands, wherever a line may be.
fn escape(markdown: &mut String, line: &str) {
    let number = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, sign) in line.char_indices() {
        let begins_block = match sign {
            '-' | '+' | '=' => at == 0,
            '.' | ')' => at > 0 && at == number,
            _ => false,
        };
        if begins_block || SIGNS.contains(sign) {
            markdown.push('\\');
        }
        markdown.push(sign);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_mean_something_has_a_backslash_before_it() {
        for (text, expected) in [
            ("- a", "\\- a"),
            ("+ a - b", "\\+ a - b"),
            ("===", "\\==="),
            ("12. a. 1)", "12\\. a. 1)"),
            ("3) a", "3\\) a"),
            (". a", ". a"),
            ("# a #", "\\# a \\#"),
            ("<b> &amp; `c` *d* _e_ [f](g) \\", "\\<b\\> \\&amp; \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g) \\\\"),
            ("“It’s”, he said (twice).", "“It’s”, he said (twice)."),
        ] {
            assert_eq!(inline(text), expected);
        }
        let mut markdown = String::new();
        quote(&mut markdown, "a  \r\n    - b\n \t\n1. c\rd");
        assert_eq!(markdown, "> a\n> \\- b\n>\n> 1\\. c\n> d\n");
        markdown.clear();
        link(&mut markdown, "a", "https://e.org/?a=b&copy;<_>#\\");
        assert_eq!(markdown, "[a](<https://e.org/?a=b\\&copy;%3C_%3E#%5C>)");
    }
}
