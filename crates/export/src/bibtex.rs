//! BibTeX: an entry an article, as both `bibtex` (<https://ctan.org/pkg/bibtex>, btxdoc) and `biber` (<https://ctan.org/pkg/biblatex>)
//! take it.
//!
//! The key is the article's id. What appeared in an outlet is an `@article` of that journal, anything else `@misc`: what both know.
//! `year` and `month` are for `bibtex`, `date` for `biber`, which knows the day. Texts are UTF-8, their signs that mean something to TeX are
//! commands; an address is as it is, for styles set it verbatim.

use corpus::{ArticleIx, ArticleKind};

use crate::citation::{heading, one_line, published_at};
use crate::{Pieces, Selection};

/// The macros of months, which each style writes in its own way.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

pub(crate) fn pieces<'s>(selection: &'s Selection<'s>) -> Pieces<'s> {
    Box::new(selection.articles().iter().map(|ix| entry(selection, *ix)))
}

fn entry(selection: &Selection<'_>, ix: ArticleIx) -> String {
    let article = selection.article(ix);
    let outlet = article.outlet.as_deref();
    let (kind, published) = match article.kind {
        ArticleKind::News if outlet.is_some() => ("article", "journal"),
        _ => ("misc", "howpublished"),
    };
    let mut entry = format!("@{kind}{{{},\n", article.id);
    // Braces inside the value: one name as it stands, which nobody takes apart, and capitals that styles leave.
    if let Some(author) = &article.author {
        field(&mut entry, "author", &format!("{{{}}}", tex(author)));
    }
    field(&mut entry, "title", &format!("{{{}}}", tex(&heading(article))));
    if let Some(outlet) = outlet {
        field(&mut entry, published, &tex(outlet));
    }
    let date = article.date;
    field(&mut entry, "year", &date.year().to_string());
    if let Some(month) = MONTHS.get(usize::from(date.month()) - 1) {
        entry += &format!("  month = {month},\n");
    }
    field(&mut entry, "date", &date.to_string());
    if let Some(url) = published_at(selection, ix) {
        field(&mut entry, "url", &verbatim(&url));
    }
    entry + "}\n\n"
}

fn field(entry: &mut String, name: &str, value: &str) {
    *entry += &format!("  {name} = {{{value}}},\n");
}

/// A text that TeX sets as it stands: on a line, its special signs as commands, and no two signs that would be set as one.
fn tex(text: &str) -> String {
    let mut tex = String::with_capacity(text.len());
    let mut before = ' ';
    for sign in one_line(text).chars() {
        let command = match sign {
            '\\' => "\\textbackslash{}",
            '{' => "\\textbraceleft{}",
            '}' => "\\textbraceright{}",
            '~' => "\\textasciitilde{}",
            '^' => "\\textasciicircum{}",
            '<' => "\\textless{}",
            '>' => "\\textgreater{}",
            '|' => "\\textbar{}",
            '#' => "\\#",
            '$' => "\\$",
            '%' => "\\%",
            '&' => "\\&",
            '_' => "\\_",
            _ => "",
        };
        let makes_one = match sign {
            '-' | '\'' | ',' => before == sign,
            '`' => matches!(before, '`' | '?' | '!'),
            _ => false,
        };
        if makes_one {
            tex += "{}";
        }
        if command.is_empty() {
            tex.push(sign);
        } else {
            tex += command;
        }
        before = sign;
    }
    tex
}

/// An address without what would end the field or the command that sets it: encoded, it leads to the same place.
fn verbatim(url: &str) -> String {
    let mut verbatim = String::with_capacity(url.len());
    for sign in url.chars() {
        match sign {
            '{' => verbatim += "%7B",
            '}' => verbatim += "%7D",
            '\\' => verbatim += "%5C",
            ' ' => verbatim += "%20",
            _ => verbatim.push(sign),
        }
    }
    verbatim
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_to_tex_is_a_command() {
        for (text, expected) in [
            ("{a} \\b", "\\textbraceleft{}a\\textbraceright{} \\textbackslash{}b"),
            ("#1 $2 3% A&B c_d", "\\#1 \\$2 3\\% A\\&B c\\_d"),
            ("~^<>|", "\\textasciitilde{}\\textasciicircum{}\\textless{}\\textgreater{}\\textbar{}"),
            ("a--b ''c'' ``d ?`", "a-{}-b '{}'c'{}' `{}`d ?{}`"),
            ("é “ü”\n 𝄞", "é “ü” 𝄞"),
        ] {
            assert_eq!(tex(text), expected);
        }
        assert_eq!(verbatim("https://e.org/{a}?b=c_d%20e#f"), "https://e.org/%7Ba%7D?b=c_d%20e#f");
    }
}
