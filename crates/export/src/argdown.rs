//! Argdown (<https://argdown.org/syntax>): a map of the debate.
//!
//! The sides are statements, every argument is an argument that supports its side, and supports or attacks others; a statement
//! that is no argument is one without relations, which the map leaves out. Sides and themes are tags, and sides
//! give the colours. Who says it, where and when is the element's data, the debate's question is in the front matter.
//!
//! Escapes are those of `@argdown/core` 2.0.1 (`lexer.js`): a backslash makes plain text of the sign after it, and whoever reads
//! the text has neither. Titles and tags have no escapes; their brackets are replaced by others.

use std::iter::once;

use corpus::{Relation, RelationKind, StatementIx};
use serde::Serialize;

use crate::json::json;
use crate::record::StatementRecord;
use crate::{Pieces, Selection};

/// How many characters of a statement its title has at most.
const TITLE: usize = 48;

/// What the map shows, as it cannot tell by itself: words without their tags; of statements those that argue or are argued for, but
/// all arguments, those on neither side, too.
const SETTINGS: &str = "model:
    removeTagsFromText: true
selection:
    excludeDisconnected: false
    statementSelectionMode: with-relations
";

/// What an element says besides its words.
#[derive(Serialize)]
struct Data<'s> {
    id: &'s str,
    page: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    affiliation: Option<&'s str>,
    quotation: &'s str,
    date: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'s str>,
}

pub(crate) fn pieces<'s>(selection: &'s Selection<'s>) -> Pieces<'s> {
    let mut numbers = vec![0; selection.corpus().statements.len()];
    selection.statements().iter().enumerate().for_each(|(n, ix)| numbers[ix.get()] = n + 1);
    let statements = selection.statements().iter().enumerate();
    Box::new(
        once(front_matter(selection))
            .chain(once(sides(selection)))
            .chain(statements.map(|(n, ix)| element(selection, n + 1, *ix)))
            .chain(selection.relations().iter().map(move |relation| related(selection, &numbers, relation))),
    )
}

/// The debate, and the colour of each side: a number in the reader's own scheme. An element has the colour of its first tag.
fn front_matter(selection: &Selection<'_>) -> String {
    let debate = &selection.corpus().debate;
    let mut front = format!(
        "===\ntitle: {}\nsubTitle: {}\n{SETTINGS}color:\n    tagColors:\n",
        yaml(&debate.title.as_str()),
        yaml(&debate.question.as_str()),
    );
    for (n, side) in debate.sides.iter().enumerate() {
        front += &format!("        {}: {}\n", yaml(&label(&side.label)), n + 1);
    }
    front + "===\n\n"
}

/// What each side holds.
fn sides(selection: &Selection<'_>) -> String {
    let mut statements = String::new();
    for (n, side) in selection.corpus().debate.sides.iter().enumerate() {
        let summary = if side.summary.is_empty() { &side.label } else { &side.summary };
        statements += &format!("[{}]: {}{}\n\n", side_title(selection, n), tag(&side.label), escaped(summary));
    }
    statements
}

/// A statement with what is said of it.
fn element(selection: &Selection<'_>, number: usize, ix: StatementIx) -> String {
    let (statement, record) = (selection.statement(ix), StatementRecord::new(selection, ix));
    let mut tags = String::new();
    if let Some(side) = selection.corpus().side(statement.position()) {
        tags += &tag(&side.label);
    }
    record.themes.iter().for_each(|theme| tags += &tag(theme.label));
    let data = Data {
        id: &record.id,
        page: &record.page,
        speaker: record.speaker.as_ref().map(|speaker| speaker.name),
        affiliation: record.speaker.as_ref().and_then(|speaker| speaker.affiliation),
        quotation: record.quotation,
        date: &record.article.date,
        title: record.article.title,
        source: record.article.outlet,
        url: record.article.url,
    };
    let supported =
        statement.side.map(|side| format!("    +> [{}]\n", side_title(selection, side.get()))).unwrap_or_default();
    // The tags come first: the space between them and the words would be one of the words otherwise.
    format!("{}: {tags}{}\n{}\n{supported}\n", reference(selection, number, ix), escaped(&record.text), yaml(&data))
}

/// A relation; nothing for those that Argdown has not got.
fn related(selection: &Selection<'_>, numbers: &[usize], relation: &Relation) -> String {
    let sign = match relation.kind {
        RelationKind::Supports => "+>",
        RelationKind::Attacks => "->",
        RelationKind::Rephrases => return String::new(),
    };
    let reference = |ix: StatementIx| reference(selection, numbers[ix.get()], ix);
    format!("{}\n    {sign} {}\n\n", reference(relation.from), reference(relation.to))
}

/// An argument's or a statement's title, in its brackets: a number, which keeps titles apart, who speaks, and the first words.
fn reference(selection: &Selection<'_>, number: usize, ix: StatementIx) -> String {
    let statement = selection.statement(ix);
    let text = selection.text_of(statement);
    let mut said = String::new();
    for word in text.split_whitespace() {
        if said.chars().count() + word.chars().count() > TITLE {
            said += " …";
            break;
        }
        if !said.is_empty() {
            said.push(' ');
        }
        said += word;
    }
    let speaker = selection.speaker_of(statement).map_or("unknown", |speaker| &speaker.name);
    let title = title(&format!("{number} {speaker}: {said}"));
    if statement.argument { format!("<{title}>") } else { format!("[{title}]") }
}

/// A side's label as the title of a statement.
fn side_title(selection: &Selection<'_>, n: usize) -> String {
    let sides = &selection.corpus().debate.sides;
    let own = title(&sides[n].label);
    let is_taken = own.is_empty() || sides[..n].iter().any(|side| title(&side.label) == own);
    if is_taken { format!("Side {} {own}", n + 1) } else { own }
}

/// A text as a title: on one line, without the brackets that would end it, and without a beginning that would make a relation of it.
fn title(text: &str) -> String {
    let on_a_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let other = |c| match c {
        '[' => '(',
        ']' => ')',
        '<' => '‹',
        '>' => '›',
        c => c,
    };
    on_a_line.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().map(other).collect()
}

/// A label as a tag, with the space after it.
fn tag(text: &str) -> String {
    format!("#({}) ", label(text))
}

/// What is in a tag: on one line and without the brackets that would end it.
fn label(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('(', "[").replace(')', "]")
}

/// Words as plain text of a line: line breaks, which Argdown takes for spaces, are spaces.
fn escaped(text: &str) -> String {
    let text = text.replace("\r\n", " ").replace(['\r', '\n'], " ");
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied();
        let means_something = match sign {
            '\\' | '@' | '#' | '*' | '_' | '[' | '<' | '{' | '\t' => true,
            // White space where a token could begin is skipped.
            ' ' => matches!(before, ' ' | '\t'),
            // `.name.` and `:name:` are special characters.
            '.' | ':' => !matches!(next, None | Some(' ' | '\t')),
            '/' => matches!(next, Some('/' | '*')),
            // The beginning of front matter, wherever it is.
            '=' => next == Some('='),
            _ => false,
        };
        if means_something {
            escaped.push('\\');
        }
        escaped.push(sign);
        before = sign;
    }
    escaped
}

/// A value as YAML on a line: JSON in which nothing ends data or front matter and nothing is what YAML forbids.
fn yaml(value: &impl Serialize) -> String {
    let json = json(value);
    let mut yaml = String::with_capacity(json.len());
    let (mut is_text, mut is_escaped) = (false, false);
    for sign in json.chars() {
        let is_special = matches!(
            sign,
            '{' | '}' | '=' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        );
        if is_text && is_special {
            yaml += &format!("\\u{:04x}", u32::from(sign));
        } else {
            yaml.push(sign);
        }
        if sign == '"' && !is_escaped {
            is_text = !is_text;
        }
        is_escaped = sign == '\\' && !is_escaped;
    }
    yaml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_has_a_backslash_before_it() {
        for (text, expected) in [
            ("It is. So, (yes) - no: ok; a/b > c + d = e", "It is. So, (yes) - no: ok; a/b > c + d = e"),
            ("a_b *c* #d @e [f] <g> {h} \\i", "a\\_b \\*c\\* \\#d \\@e \\[f] \\<g> \\{h} \\\\i"),
            ("U.S. law :x: 9:30", "U\\.S. law \\:x: 9\\:30"),
            ("https://a.b /* c */ // d", "https\\:\\//a\\.b \\/\\* c \\*/ \\// d"),
            ("(=== x ===", "(\\=\\== x \\=\\=="),
            ("a  b.\tc\r\nd", "a \\ b.\\\tc d"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn a_title_or_a_tag_does_not_end_before_its_end() {
        assert_eq!(title("-> [Dr.] <Bob>:\n #1"), "Dr.) ‹Bob›: #1");
        assert_eq!(tag("a (b)\n[c]"), "#(a [b] [c]) ");
    }

    #[test]
    fn data_is_yaml_that_ends_where_it_ends() {
        assert_eq!(yaml(&"a} === \"{b\\\u{85}"), r#""a\u007d \u003d\u003d\u003d \"\u007bb\\\u0085""#);
        assert_eq!(yaml(&[["}"]]), r#"[["\u007d"]]"#);
    }
}
