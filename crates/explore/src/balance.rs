//! How much each side gets to say: arguments, speakers, and words quoted as they were said. Counts, and no verdict: a
//! report may have good reasons to let one side say more.

use crate::sort;
use corpus::{ArticleKind, Corpus, Position, Quotation, Span, SpeakerIx, Statement};

/// What the arguments among some statements come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// Each position with its share, in the order of the page; last what is on neither side.
    pub positions: Vec<(Position, Share)>,
    /// All of them. Who argues on two sides is one speaker here.
    pub all: Share,
}

/// What some arguments come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many there are.
    pub arguments: usize,
    /// How many different speakers make them; those without a known one are not counted.
    pub speakers: usize,
    /// How many of their words are quoted (see [`quoted_words`]).
    pub quoted: usize,
}

/// Counts the arguments among some statements.
pub fn balance<'s, 'a: 's>(corpus: &Corpus<'a>, statements: impl Iterator<Item = &'s Statement<'a>>) -> Balance {
    let arguments: Vec<&Statement<'a>> = statements.filter(|statement| statement.argument).collect();
    let share = |of: &[&Statement<'a>]| {
        let mut speakers: Vec<SpeakerIx> = of.iter().filter_map(|statement| statement.speaker).collect();
        sort(&mut speakers);
        speakers.dedup();
        let quoted = of.iter().map(|statement| quoted_words(corpus, statement)).sum();
        Share { arguments: of.len(), speakers: speakers.len(), quoted }
    };
    let on = |position| -> Vec<&Statement<'a>> {
        arguments.iter().copied().filter(|statement| statement.position() == position).collect()
    };
    let positions = corpus.positions().map(|position| (position, share(&on(position)))).collect();
    Balance { positions, all: share(&arguments) }
}

/// Whose articles are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Publisher<'a> {
    /// News of one outlet.
    Outlet(&'a str),
    /// News that does not say whose it is.
    NotGiven,
    /// Background reports, whoever signs them: they are not news.
    Background,
}

/// The arguments of each publisher, outlets by name; with each the number of its articles.
pub fn by_publisher<'c>(corpus: &'c Corpus<'_>) -> Vec<(Publisher<'c>, usize, Balance)> {
    let of_article: Vec<Publisher<'_>> = corpus
        .articles
        .iter()
        .map(|article| match (article.kind, article.outlet.as_deref()) {
            (ArticleKind::Background, _) => Publisher::Background,
            (ArticleKind::News, Some(outlet)) => Publisher::Outlet(outlet),
            (ArticleKind::News, None) => Publisher::NotGiven,
        })
        .collect();
    let mut all = of_article.clone();
    sort(&mut all);
    all.dedup();
    all.into_iter()
        .map(|publisher| {
            let theirs = |statement: &&Statement<'_>| of_article.get(statement.article.get()) == Some(&publisher);
            let articles = of_article.iter().filter(|other| **other == publisher).count();
            (publisher, articles, balance(corpus, corpus.statements.iter().filter(theirs)))
        })
        .collect()
}

/// How many words of a statement are quoted: all of them in a direct quotation, those between quotation marks in a partly
/// quoted one, else none. A word is what stands between white space and has a letter or digit in it.
pub fn quoted_words(corpus: &Corpus<'_>, statement: &Statement<'_>) -> usize {
    let article = corpus.article_of(statement);
    let all = |spans: &[Span]| spans.iter().map(|span| words(article.words(*span))).sum();
    match statement.quotation {
        Quotation::Direct => all(&statement.spans),
        Quotation::Indirect => 0,
        Quotation::Mixed => {
            // A quotation may have begun before the statement's first word.
            let around =
                article.paragraphs.iter().filter(|around| statement.spans.iter().any(|span| span.overlaps(**around)));
            let quotations: Vec<Span> =
                around.flat_map(|paragraph| quotations(article.words(*paragraph), *paragraph)).collect();
            let inside =
                |span: &Span| -> Vec<Span> { quotations.iter().filter_map(|quoted| common(*span, *quoted)).collect() };
            statement.spans.iter().map(|span| all(&inside(span))).sum()
        }
    }
}

fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

fn common(one: Span, other: Span) -> Option<Span> {
    let span = Span { start: one.start.max(other.start), end: one.end.min(other.end) };
    (span.start < span.end).then_some(span)
}

/// What stands between quotation marks in a paragraph. A mark without a partner quotes to the end of it; one inside another
/// adds nothing.
fn quotations(text: &str, paragraph: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let after = text[at + character.len_utf8()..].chars().next().unwrap_or(' ');
        open = match open {
            // An apostrophe looks like a closing mark, but a letter comes before it and after it.
            Some((from, mark)) if closes(mark, character) && !(before.is_alphanumeric() && after.is_alphanumeric()) => {
                found.push((from, at));
                None
            }
            None if closing(character).is_some() && !before.is_alphanumeric() && !after.is_whitespace() => {
                Some((at + character.len_utf8(), character))
            }
            unchanged => unchanged,
        };
        before = character;
    }
    found.extend(open.map(|(from, _)| (from, text.len())));
    let base = paragraph.range().start;
    found.into_iter().map(|(from, to)| Span::new(base + from, base + to)).collect()
}

fn closes(opening: char, character: char) -> bool {
    closing(opening).is_some_and(|marks| marks.contains(character))
}

/// The marks that close what a mark opens; none where it opens nothing.
fn closing(opening: char) -> Option<&'static str> {
    Some(match opening {
        '"' | '“' => "\"”“",
        '„' => "“”\"",
        '‘' | '\'' => "’'",
        '«' => "»",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use corpus::SideIx;

    use super::*;
    use crate::fixture;

    #[test]
    fn sides_have_shares_of_what_is_argued() {
        let corpus = fixture::corpus();
        let Balance { positions, all } = balance(&corpus, corpus.statements.iter());
        let side = |n| Position::Side(SideIx(n));
        assert_eq!(
            positions,
            [
                // The direct quotation of a statement has its first span's words, the reported one none.
                (side(0), Share { arguments: 2, speakers: 2, quoted: 6 }),
                (side(1), Share { arguments: 2, speakers: 1, quoted: 0 }),
                (Position::Neither, Share::default()),
            ]
        );
        assert_eq!(all, Share { arguments: 4, speakers: 2, quoted: 6 }, "who argues on both sides is one speaker");
        assert_eq!(balance(&corpus, [].into_iter()).all, Share::default());
    }

    #[test]
    fn each_publisher_has_a_balance_of_its_own_and_reports_are_not_news() {
        let mut corpus = fixture::corpus();
        let counted = |corpus: &Corpus<'_>| -> Vec<(String, usize, usize)> {
            let name = |publisher| format!("{publisher:?}");
            by_publisher(corpus)
                .into_iter()
                .map(|(of, articles, all)| (name(of), articles, all.all.arguments))
                .collect()
        };
        assert_eq!(counted(&corpus), [("NotGiven".into(), 1, 3), ("Background".into(), 1, 1)]);
        corpus.articles[0].outlet = Some("The Post".into());
        corpus.articles[1].outlet = Some("The Post".into());
        assert_eq!(counted(&corpus), [("Outlet(\"The Post\")".into(), 1, 3), ("Background".into(), 1, 1)]);
    }

    #[test]
    fn of_a_partly_quoted_statement_the_words_between_marks_count() {
        for (text, from, expected) in [
            ("that lamps “keep us safe” at night", "that", 3),
            ("that lamps \"keep us\" and 'don't harm' birds", "that", 4),
            ("‘It’s the town’s,’ she said", "‘It", 3),
            ("“Lamps,” she said, “are bad – very", "are", 3),
            ("the town’s lamps and the birds’ nests", "the", 0),
            ("„Licht ist gut“, sagte sie", "„", 3),
            ("“He said ‘no way’ to me” twice", "“", 6),
        ] {
            let mut corpus = fixture::corpus();
            corpus.articles[0].text = text.into();
            corpus.articles[0].paragraphs = vec![Span::new(0, text.len())];
            let statement = &mut corpus.statements[0];
            statement.quotation = Quotation::Mixed;
            statement.spans = vec![Span::new(text.find(from).unwrap_or_default(), text.len())];
            assert_eq!(quoted_words(&corpus, &corpus.statements[0]), expected, "{text}");
        }
    }
}
