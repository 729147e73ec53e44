//! What a reader can choose: the facets and their values, with their names in addresses and on the page.

use std::borrow::Cow;

use corpus::{ArticleKind, ComponentKind, Corpus, Position, Quotation, SideIx, SpeakerIx, ThemeIx};

/// One value of one facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// Statements that take this position.
    Position(Position),
    /// Statements of this speaker.
    Speaker(SpeakerIx),
    /// Statements that turn on this theme.
    Theme(ThemeIx),
    /// Statements quoted in this way.
    Quotation(Quotation),
    /// Statements with at least one component of this kind.
    Component(ComponentKind),
    /// Statements in articles of this kind.
    Article(ArticleKind),
    /// Statements in articles of this year.
    Year(u16),
}

/// A respect in which statements differ and by which they are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Where a statement stands in the debate. With nothing chosen here, a query means every side, but not neither.
    Position,
    /// Who says it.
    Speaker,
    /// What it turns on.
    Theme,
    /// Whether the words are the speaker's.
    Quotation,
    /// What its parts do.
    Component,
    /// What its article was written for.
    Article,
    /// The year of its article.
    Year,
}

impl Facet {
    /// All of them, in the order of an address.
    pub const ALL: [Self; 7] =
        [Self::Position, Self::Speaker, Self::Theme, Self::Quotation, Self::Component, Self::Article, Self::Year];

    /// The name in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Position => "side",
            Self::Speaker => "speaker",
            Self::Theme => "theme",
            Self::Quotation => "type",
            Self::Component => "part",
            Self::Article => "kind",
            Self::Year => "year",
        }
    }

    /// Every value that `corpus` has, whether or not a statement has it: positions in the order of the page, speakers
    /// and themes in that of the corpus.
    pub(crate) fn values(self, corpus: &Corpus<'_>) -> Vec<Choice> {
        match self {
            Self::Position => corpus.positions().map(Choice::Position).collect(),
            Self::Speaker => (0..corpus.speakers.len()).map(|n| Choice::Speaker(SpeakerIx::new(n))).collect(),
            Self::Theme => (0..corpus.debate.themes.len()).map(|n| Choice::Theme(ThemeIx::new(n))).collect(),
            Self::Quotation => {
                [Quotation::Direct, Quotation::Mixed, Quotation::Indirect].map(Choice::Quotation).to_vec()
            }
            Self::Component => [ComponentKind::Claim, ComponentKind::Premise].map(Choice::Component).to_vec(),
            Self::Article => ArticleKind::ALL.map(Choice::Article).to_vec(),
            Self::Year => {
                let mut years: Vec<Choice> =
                    corpus.articles.iter().map(|article| Choice::Year(article.date.year())).collect();
                years.dedup(); // articles are in order of date
                years
            }
        }
    }
}

impl Choice {
    /// The facet that this is a value of.
    pub fn facet(self) -> Facet {
        match self {
            Self::Position(_) => Facet::Position,
            Self::Speaker(_) => Facet::Speaker,
            Self::Theme(_) => Facet::Theme,
            Self::Quotation(_) => Facet::Quotation,
            Self::Component(_) => Facet::Component,
            Self::Article(_) => Facet::Article,
            Self::Year(_) => Facet::Year,
        }
    }

    /// Its place among the values of its facet that a corpus may have.
    pub(crate) fn ordinal(self) -> usize {
        match self {
            Self::Position(Position::Neither) => 0,
            Self::Position(Position::Side(ix)) => 1 + ix.get(),
            Self::Speaker(ix) => ix.get(),
            Self::Theme(ix) => ix.get(),
            Self::Quotation(quotation) => quotation as usize,
            Self::Component(kind) => kind as usize,
            Self::Article(kind) => kind as usize,
            Self::Year(year) => usize::from(year),
        }
    }

    /// The name in addresses: the id of a side, speaker or theme, `neither`, `direct`, `claim` and so on. Nothing for
    /// an index that `corpus` does not have.
    pub fn value<'c>(self, corpus: &'c Corpus<'_>) -> Cow<'c, str> {
        Cow::Borrowed(match self {
            Self::Position(Position::Side(SideIx(ix))) => {
                corpus.debate.sides.get(usize::from(ix)).map_or("", |side| &side.id)
            }
            Self::Position(Position::Neither) => "neither",
            Self::Speaker(ix) => corpus.speakers.get(ix.get()).map_or("", |speaker| &speaker.id),
            Self::Theme(ix) => corpus.debate.themes.get(ix.get()).map_or("", |theme| &theme.id),
            Self::Quotation(quotation) => quotation.name(),
            Self::Component(kind) => kind.name(),
            Self::Article(kind) => kind.name(),
            Self::Year(year) => return Cow::Owned(year.to_string()),
        })
    }

    /// What the page calls it. Nothing for an index that `corpus` does not have.
    pub fn label<'c>(self, corpus: &'c Corpus<'_>) -> Cow<'c, str> {
        Cow::Borrowed(match self {
            Self::Position(Position::Side(ix)) => corpus.debate.sides.get(ix.get()).map_or("", |side| &side.label),
            Self::Position(Position::Neither) => corpus.position_label(Position::Neither),
            Self::Speaker(ix) => corpus.speakers.get(ix.get()).map_or("", |speaker| &speaker.name),
            Self::Theme(ix) => corpus.debate.themes.get(ix.get()).map_or("", |theme| &theme.label),
            Self::Quotation(Quotation::Direct) => "Quoted",
            Self::Quotation(Quotation::Mixed) => "Partly quoted",
            Self::Quotation(Quotation::Indirect) => "Reported",
            Self::Component(ComponentKind::Claim) => "Claim",
            Self::Component(ComponentKind::Premise) => "Premise",
            Self::Article(ArticleKind::News) => "News article",
            Self::Article(ArticleKind::Background) => "Background report",
            Self::Year(year) => return Cow::Owned(year.to_string()),
        })
    }

    /// The value of `facet` that addresses call `value`, where `corpus` has it.
    pub(crate) fn from_value(corpus: &Corpus<'_>, facet: Facet, value: &str) -> Option<Self> {
        facet.values(corpus).into_iter().find(|choice| choice.value(corpus) == value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn every_value_has_a_name_of_its_own_in_its_facet() {
        let corpus = fixture::corpus();
        for facet in Facet::ALL {
            for choice in facet.values(&corpus) {
                assert_eq!(choice.facet(), facet);
                assert_eq!(Choice::from_value(&corpus, facet, &choice.value(&corpus)), Some(choice));
                assert!(!choice.label(&corpus).is_empty());
            }
            assert_eq!(Choice::from_value(&corpus, facet, "no-such"), None);
            assert_eq!(Choice::from_value(&corpus, facet, ""), None);
        }
    }

    #[test]
    fn an_index_of_another_corpus_has_no_name() {
        let corpus = fixture::corpus();
        for choice in [
            Choice::Position(Position::Side(SideIx(200))),
            Choice::Speaker(SpeakerIx(200)),
            Choice::Theme(ThemeIx(200)),
        ] {
            assert_eq!((&*choice.value(&corpus), &*choice.label(&corpus)), ("", ""));
        }
    }
}
