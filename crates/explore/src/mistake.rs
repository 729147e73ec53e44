//! What a reader holds to be wrong about a statement, as an entry for the file of corrections beside its article. What
//! such a file says is defined by `correct` in `mine`; `seeds/README.md` tells people.

use corpus::{Article, Corpus, Edited, Position, Span, Statement, ThemeIx};

use crate::Choice;

/// What is wrong, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// Somebody else speaks.
    Speaker(String),
    /// It takes another side, or neither.
    Side(Position),
    /// It turns on these.
    Themes(Vec<ThemeIx>),
    /// It argues nothing.
    NoArgument,
    /// These are not what was said: too many words, too few, or nobody’s.
    Words,
}

impl Mistake {
    /// The part of a statement that it is about.
    fn part(&self) -> Edited {
        match self {
            Self::Speaker(_) => Edited::Speaker,
            Self::Side(_) => Edited::Side,
            Self::Themes(_) => Edited::Themes,
            Self::NoArgument => Edited::Argument,
            Self::Words => Edited::Statement,
        }
    }
}

/// The file of corrections of an article: `NAME.toml` beside `NAME.txt`.
pub fn sidecar(article: &Article<'_>) -> String {
    let file = article.file.as_str();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    format!("{stem}.toml")
}

/// The entry that says so, in TOML, with comments for whoever puts it into the file; none as long as a name is missing that
/// it needs.
///
/// What an editor has settled before is settled in one place: then the entry takes that one's place, and says so.
pub fn entry(corpus: &Corpus<'_>, statement: &Statement<'_>, mistake: &Mistake, reason: &str) -> Option<String> {
    if matches!(mistake, Mistake::Speaker(name) if name.trim().is_empty()) {
        return None;
    }
    let article = corpus.article_of(statement);
    let mut entry = format!("# For {}\n", sidecar(article));
    let added = statement.edits.iter().find(|edit| edit.of == Edited::Statement);
    // What is dropped is not changed, too.
    let replaced = |of| of == Edited::Statement || of == mistake.part() || *mistake == Mistake::Words;
    let mut reasons: Vec<&str> =
        statement.edits.iter().filter(|edit| replaced(edit.of)).map(|edit| &*edit.reason).collect();
    reasons.dedup();
    for reason in reasons {
        entry.push_str("# Takes the place of the entry with this reason: ");
        entry.push_str(&folded(reason));
        entry.push('\n');
    }
    match (mistake, added) {
        (Mistake::Words, Some(_)) => {
            entry.push_str("# These words were added by an editor: take that entry out.\n# ");
            line(&mut entry, "words", &quoted(&whole(article, statement)));
            entry.push_str("# ");
            line(&mut entry, "reason", &quoted(reason));
        }
        (Mistake::Words, None) => {
            entry.push_str("[[drop]]\n");
            line(&mut entry, "words", &quoted(&telling(article, statement)));
            line(&mut entry, "reason", &quoted(reason));
        }
        (_, None) => {
            entry.push_str("[[change]]\n");
            line(&mut entry, "words", &quoted(&telling(article, statement)));
            settle(&mut entry, corpus, mistake);
            line(&mut entry, "reason", &quoted(reason));
        }
        (_, Some(_)) => {
            entry.push_str("[[add]]\n");
            line(&mut entry, "words", &quoted(&whole(article, statement)));
            for settled in settled(corpus, statement, mistake) {
                settle(&mut entry, corpus, &settled);
            }
            line(&mut entry, "reason", &quoted(reason));
        }
    }
    Some(entry)
}

/// An addition says all that is known of it: what is right, and what is not in question.
fn settled(corpus: &Corpus<'_>, statement: &Statement<'_>, mistake: &Mistake) -> Vec<Mistake> {
    let speaker = corpus.speaker_of(statement).map(|speaker| Mistake::Speaker(speaker.name.to_string()));
    let side = statement.side.map(|side| Mistake::Side(Position::Side(side)));
    let argument = (!statement.argument).then_some(Mistake::NoArgument);
    let themes = (!statement.themes.is_empty()).then(|| Mistake::Themes(statement.themes.clone()));
    let mut known: Vec<Mistake> = [speaker, side, argument, themes].into_iter().flatten().collect();
    // What argues nothing takes no side, and what takes one argues.
    let stance = |part| matches!(part, Edited::Side | Edited::Argument);
    let part = mistake.part();
    known.retain(|known| known.part() != part && !(stance(part) && stance(known.part())));
    known.push(mistake.clone());
    known
}

/// What is right, as a line of the entry.
fn settle(entry: &mut String, corpus: &Corpus<'_>, mistake: &Mistake) {
    match mistake {
        Mistake::Speaker(name) => line(entry, "speaker", &quoted(name)),
        Mistake::Side(position) => line(entry, "side", &quoted(&Choice::Position(*position).value(corpus))),
        Mistake::Themes(themes) => {
            let ids: Vec<String> = themes.iter().map(|theme| quoted(&Choice::Theme(*theme).value(corpus))).collect();
            line(entry, "themes", &("[".to_owned() + &ids.join(", ") + "]"));
        }
        Mistake::NoArgument => line(entry, "argument", "false"),
        Mistake::Words => {}
    }
}

fn line(entry: &mut String, key: &str, value: &str) {
    for part in [key, " = ", value, "\n"] {
        entry.push_str(part);
    }
}

/// Words of a statement that mean it alone: those of one of its spans, whole, for the whole words of a statement go before
/// the same words inside another. Of the spans, the first whose words the article has but once, or else the longest.
fn telling(article: &Article<'_>, statement: &Statement<'_>) -> String {
    let body =
        article.paragraphs().iter().map(|paragraph| folded(article.words(*paragraph))).collect::<Vec<_>>().join(" ");
    let words = |span: &Span| folded(article.words(*span));
    let once = statement.spans.iter().map(words).find(|words| body.matches(words.as_str()).count() == 1);
    let longest = || statement.spans.iter().max_by_key(|span| span.len()).map(words);
    once.or_else(longest).unwrap_or_default()
}

/// All words of a statement, as the page shows them: "A … B".
fn whole(article: &Article<'_>, statement: &Statement<'_>) -> String {
    statement.spans.iter().map(|span| folded(article.words(*span))).collect::<Vec<_>>().join(" … ")
}

/// A text on one line.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as a string of TOML, on one line.
fn quoted(text: &str) -> String {
    let mut string = String::from('"');
    for character in folded(text).chars() {
        match character {
            '"' | '\\' => string.extend(['\\', character]),
            _ if character.is_control() => {
                string.push_str("\\u");
                string.extend((0..4).rev().filter_map(|n| char::from_digit(u32::from(character) >> (4 * n) & 0xf, 16)));
            }
            _ => string.push(character),
        }
    }
    string.push('"');
    string
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn what_is_typed_stays_inside_its_string() {
        assert_eq!(quoted("a \"b\" \\ c\n[[drop]]\u{7f}\u{1b}é"), "\"a \\\"b\\\" \\\\ c [[drop]]\\u007f\\u001bé\"");
    }

    #[test]
    fn an_entry_means_one_statement_and_says_what_is_right() {
        let corpus = fixture::corpus();
        let entry = |n: usize, mistake| entry(&corpus, &corpus.statements[n], &mistake, "because");
        assert_eq!(
            entry(0, Mistake::Side(Position::Neither)).as_deref(),
            Some(
                "# For news.toml\n[[change]]\nwords = \"Phones must open to a warrant\"\nside = \"neither\"\n\
                 reason = \"because\"\n"
            )
        );
        assert_eq!(entry(0, Mistake::Speaker(" ".into())), None);
        let themes = entry(2, Mistake::Themes(vec![ThemeIx(0), ThemeIx(2)])).unwrap_or_default();
        assert!(themes.contains("words = \"Privacy is a right\"\nthemes = [\"safety\", \"rights\"]\n"), "{themes}");
        assert!(entry(0, Mistake::Words).is_some_and(|entry| entry.contains("[[drop]]")));
    }
}
