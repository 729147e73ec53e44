//! What an editor had better look at: a sidecar with an entry for each statement that the miner was not sure of, with what
//! it thought, to be filled in.

use std::fmt::Write as _;

use corpus::{Article, ArticleIx, Corpus, Edited, Evidence, Inference, SideIx, Span, Statement};

use super::places::Places;
use super::sidecar::SHOWN;
use crate::debate::NO_SIDE;
use crate::diagnostic::LineEnds;
use crate::weigh::PHRASE;

/// A side that leads by less was taken by a narrow margin: not even one phrase of the statement is ahead.
const NARROW: i32 = PHRASE as i32;

/// The sidecar of an article, to be filled in: an entry for each statement whose speaker is not settled, or that argues on
/// neither side, or whose side was taken by a narrow margin or for what is known of the speaker alone. What an editor has
/// settled already is not asked again. Comments say what was thought, and hold the keys to fill in.
pub fn review(corpus: &Corpus<'_>, ix: ArticleIx) -> String {
    let Some(article) = corpus.articles.get(ix.get()) else { return String::new() };
    let mined = |one: &&Statement<'_>| one.article == ix && !is_settled(one, Edited::Statement);
    let statements: Vec<&Statement<'_>> = corpus.statements.iter().filter(mined).collect();
    let spans: Vec<Vec<Span>> = statements.iter().map(|statement| statement.spans.clone()).collect();
    let places = Places::of(article.text(), article.paragraphs());
    let lines = LineEnds::of(article.text().as_bytes());
    let mut entries = String::new();
    for (n, statement) in statements.into_iter().enumerate() {
        let doubts: Vec<Doubt> =
            [speaker(article, statement), side(corpus, article, statement)].into_iter().flatten().collect();
        let Some(start) = statement.spans.first().filter(|_| !doubts.is_empty()) else { continue };
        let words: Vec<String> = statement.spans.iter().map(|span| shown(article, *span)).collect();
        let mut line = |text: &str| entries.extend([text, "\n"]);
        line("");
        line(&format!("# Line {}: {}", lines.line(start.range().start), words.join(" […] ")));
        doubts.iter().flat_map(|doubt| &doubt.thoughts).for_each(|thought| line(&format!("# - {thought}")));
        let Some(address) = address(&places, article, &spans, n) else {
            line("# No entry can mean it alone: another statement has all of its words.");
            continue;
        };
        line("[[change]]");
        line(&format!("words = {}", quoted(&address)));
        doubts.iter().flat_map(|doubt| &doubt.keys).for_each(|key| line(&format!("# {key}")));
        line("# reason = \"\"");
    }
    let file = escaped(&article.file);
    if entries.is_empty() {
        return format!("# {file}: the miner left nothing open.\n");
    }
    let beside = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
    format!(
        "# {file}: what the miner was not sure of. Read each statement in the article. Take the # off the keys that you\n\
         # settle and off the reason, which readers see, and fill them in; take out the entries that need nothing.\n\
         # Then add them to {beside}.toml beside the article.\n{entries}"
    )
}

/// What was thought about one part of a statement, and the keys that settle it.
struct Doubt {
    thoughts: Vec<String>,
    keys: Vec<String>,
}

fn is_settled(statement: &Statement<'_>, part: Edited) -> bool {
    statement.edits.iter().any(|edit| edit.of == part || edit.of == Edited::Statement)
}

fn speaker(article: &Article<'_>, statement: &Statement<'_>) -> Option<Doubt> {
    if statement.speaker.is_some() || is_settled(statement, Edited::Speaker) {
        return None;
    }
    let why = statement.why.iter().filter(|why| why.of == Inference::Speaker);
    let thoughts = why.map(|why| format!("speaker: {}", reason(article, why))).collect();
    Some(Doubt { thoughts, keys: vec!["speaker = \"\"".into()] })
}

fn side(corpus: &Corpus<'_>, article: &Article<'_>, statement: &Statement<'_>) -> Option<Doubt> {
    if !statement.argument || is_settled(statement, Edited::Side) {
        return None;
    }
    let sides = &corpus.debate.sides;
    let id = |side: SideIx| sides.get(side.get()).map_or(NO_SIDE, |side| side.id.as_str());
    let why = || statement.why.iter().filter(|why| why.of == Inference::Side);
    let points = |side: usize| -> i32 {
        why().filter(|why| why.side == Some(SideIx::new(side))).map(|why| i32::from(why.weight)).sum()
    };
    let mut thoughts = Vec::new();
    if let Some(side) = statement.side {
        let others = (0..sides.len()).filter(|other| *other != side.get());
        let lead = points(side.get()) - others.map(points).max().unwrap_or_default();
        let own = why().any(|why| why.side == Some(side) && why.weight > 0 && why.words.is_some());
        if own && lead >= NARROW {
            return None;
        }
        let how = if own {
            format!("leads by {} only", hundredths(lead))
        } else {
            "for what is known of the speaker alone".into()
        };
        thoughts.push(format!("side: {}, {how}", id(side)));
    }
    thoughts.extend(why().map(|why| {
        let points = (why.weight != 0).then(|| format!(" ({})", hundredths(why.weight.into())));
        let side = why.side.map(|side| format!(" -> {}{}", id(side), points.unwrap_or_default()));
        format!("side: {}{}", reason(article, why), side.unwrap_or_default())
    }));
    if thoughts.is_empty() {
        thoughts.push("side: nothing was found that speaks for one".into());
    }
    let taken = statement.side.map_or(NO_SIDE, id);
    let others = sides.iter().map(|side| side.id.as_str()).chain([NO_SIDE]).filter(|other| *other != taken);
    let others: Vec<String> = others.map(quoted).collect();
    let mut keys = vec![format!("side = {} # or {}", quoted(taken), others.join(", "))];
    if statement.side.is_none() && !is_settled(statement, Edited::Argument) {
        keys.push("argument = false # in place of a side".into());
    }
    Some(Doubt { thoughts, keys })
}

fn reason(article: &Article<'_>, why: &Evidence) -> String {
    let words = why.words.map(|span| format!(" [{}]", shown(article, span)));
    format!("{}{}", why.rule.english(), words.unwrap_or_default())
}

/// Hundredths of a point as points with their sign.
fn hundredths(n: i32) -> String {
    let size = n.unsigned_abs();
    format!("{}{}.{:02}", if n < 0 { '-' } else { '+' }, size / 100, size % 100)
}

/// The shortest beginning of a span of the statement by which a sidecar means it alone, though as long as people need;
/// none where another statement has all of its words.
fn address(places: &Places, article: &Article<'_>, statements: &[Vec<Span>], n: usize) -> Option<String> {
    statements[n].iter().find_map(|span| {
        let words: Vec<&str> = article.words(*span).split_whitespace().collect();
        let means_others = |length: &usize| places.statements(&words[..*length].join(" "), statements) != [n];
        let lengths: Vec<usize> = (SHOWN.min(words.len())..=words.len()).collect();
        // The longer the beginning, the fewer statements have it: a longer one means no others than a shorter one.
        let length = lengths.get(lengths.partition_point(means_others))?;
        Some(words[..*length].join(" "))
    })
}

/// Words of the article on one line.
fn shown(article: &Article<'_>, span: Span) -> String {
    escaped(&article.words(span).split_whitespace().collect::<Vec<&str>>().join(" "))
}

/// As it can stand in a comment of TOML and on a terminal: without control characters.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() {
            let _ = write!(escaped, "\\u{:04X}", u32::from(character)); // to a string: cannot fail
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// As a string of TOML.
fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(&text.replace('\\', "\\\\").replace('"', "\\\"")))
}
