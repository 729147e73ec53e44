//! How much each side gets to say: arguments, speakers, and words quoted as they were said. Counts, and no verdict: a
//! report may have good reasons to let one side say more.

use crate::sort;
use corpus::{ArticleKind, Corpus, Position, SpeakerIx, Statement};

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
    /// How many of their words are quoted (see [`corpus::quoted_words`]).
    pub quoted: usize,
}

/// Counts the arguments among some statements.
pub fn balance<'s, 'a: 's>(corpus: &Corpus<'a>, statements: impl Iterator<Item = &'s Statement<'a>>) -> Balance {
    let arguments: Vec<&Statement<'a>> = statements.filter(|statement| statement.argument).collect();
    let share = |of: &[&Statement<'a>]| {
        let mut speakers: Vec<SpeakerIx> = of.iter().filter_map(|statement| statement.speaker).collect();
        sort(&mut speakers);
        speakers.dedup();
        let quoted = of.iter().map(|statement| statement.quoted as usize).sum();
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
}
