//! What a reader can choose: the facets and their values, with their names in addresses and on the page.

use std::borrow::Cow;

use corpus::{ArticleIx, ArticleKind, ComponentKind, Corpus, Date, Position, Quotation, SideIx, SpeakerIx, ThemeIx};

use crate::sort_by_key;

/// One value of one facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// Statements that take this position.
    Position(Position),
    /// Statements of this speaker.
    Speaker(SpeakerIx),
    /// Statements of whoever belongs to the organisation that this speaker belongs to: the first of the corpus who does.
    Affiliation(SpeakerIx),
    /// Statements that turn on this theme.
    Theme(ThemeIx),
    /// Statements quoted in this way.
    Quotation(Quotation),
    /// Statements with at least one component of this kind.
    Component(ComponentKind),
    /// Statements in articles of this kind.
    Kind(ArticleKind),
    /// Statements in articles of the outlet that published this one: the first of the corpus that it published.
    Outlet(ArticleIx),
    /// Statements in this article.
    Article(ArticleIx),
    /// Statements in articles of this year.
    Year(u16),
    /// Statements in articles of this month of a year, from 1.
    Month(u16, u8),
}

/// A respect in which statements differ and by which they are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Where a statement stands in the debate. With nothing chosen here, a query means every side, but not neither.
    Position,
    /// Who says it.
    Speaker,
    /// To which organisation the speaker belongs.
    Affiliation,
    /// What it turns on.
    Theme,
    /// Whether the words are the speaker's.
    Quotation,
    /// What its parts do.
    Component,
    /// What its article was written for.
    Kind,
    /// Who published its article.
    Outlet,
    /// Its article.
    Article,
    /// The year of its article.
    Year,
    /// The month of its article.
    Month,
}

impl Facet {
    /// All of them, in the order of an address.
    pub const ALL: [Self; 11] = [
        Self::Position,
        Self::Speaker,
        Self::Affiliation,
        Self::Theme,
        Self::Quotation,
        Self::Component,
        Self::Kind,
        Self::Outlet,
        Self::Article,
        Self::Year,
        Self::Month,
    ];

    /// The name in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Position => "side",
            Self::Speaker => "speaker",
            Self::Affiliation => "affiliation",
            Self::Theme => "theme",
            Self::Quotation => "type",
            Self::Component => "part",
            Self::Kind => "kind",
            Self::Outlet => "outlet",
            Self::Article => "article",
            Self::Year => "year",
            Self::Month => "month",
        }
    }

    /// Whether its values are names, of which there may be thousands: those that most is found of come first.
    pub fn is_named(self) -> bool {
        matches!(self, Self::Speaker | Self::Affiliation | Self::Outlet)
    }

    /// Every value that `corpus` has, whether or not a statement has it: positions in the order of the page, speakers
    /// and themes in that of the corpus.
    pub(crate) fn values(self, corpus: &Corpus<'_>) -> Vec<Choice> {
        match self {
            Self::Position => corpus.positions().map(Choice::Position).collect(),
            Self::Speaker => (0..corpus.speakers.len()).map(|n| Choice::Speaker(SpeakerIx::new(n))).collect(),
            Self::Affiliation => distinct(&affiliations(corpus), |n| Choice::Affiliation(SpeakerIx::new(n))),
            Self::Theme => (0..corpus.debate.themes.len()).map(|n| Choice::Theme(ThemeIx::new(n))).collect(),
            Self::Quotation => {
                [Quotation::Direct, Quotation::Mixed, Quotation::Indirect].map(Choice::Quotation).to_vec()
            }
            Self::Component => [ComponentKind::Claim, ComponentKind::Premise].map(Choice::Component).to_vec(),
            Self::Kind => ArticleKind::ALL.map(Choice::Kind).to_vec(),
            Self::Outlet => distinct(&outlets(corpus), |n| Choice::Outlet(ArticleIx::new(n))),
            Self::Article => (0..corpus.articles.len()).map(|n| Choice::Article(ArticleIx::new(n))).collect(),
            Self::Year => of_dates(corpus, |date| Choice::Year(date.year())),
            Self::Month => of_dates(corpus, |date| Choice::Month(date.year(), date.month())),
        }
    }
}

/// For each speaker the first of the corpus with the same affiliation.
pub(crate) fn affiliations(corpus: &Corpus<'_>) -> Vec<Option<usize>> {
    firsts(corpus.speakers.iter().map(|speaker| speaker.affiliation.as_deref()))
}

/// For each article the first of the corpus of the same outlet.
pub(crate) fn outlets(corpus: &Corpus<'_>) -> Vec<Option<usize>> {
    firsts(corpus.articles.iter().map(|article| article.outlet.as_deref()))
}

/// For each of some names the place of the first that is the same.
fn firsts<'n>(names: impl Iterator<Item = Option<&'n str>>) -> Vec<Option<usize>> {
    let names: Vec<Option<&str>> = names.collect();
    let mut order: Vec<usize> = (0..names.len()).collect();
    sort_by_key(&mut order, |n| names[*n]);
    let mut firsts = vec![None; names.len()];
    let mut first = 0;
    for n in order {
        if names[first] != names[n] || n < first {
            first = n;
        }
        firsts[n] = names[n].map(|_| first);
    }
    firsts
}

fn distinct(firsts: &[Option<usize>], choice: impl Fn(usize) -> Choice) -> Vec<Choice> {
    firsts.iter().enumerate().filter(|(n, first)| **first == Some(*n)).map(|(n, _)| choice(n)).collect()
}

fn of_dates(corpus: &Corpus<'_>, choice: impl Fn(Date) -> Choice) -> Vec<Choice> {
    let mut values: Vec<Choice> = corpus.articles.iter().map(|article| choice(article.date)).collect();
    values.dedup(); // articles are in order of date
    values
}

impl Choice {
    /// The facet that this is a value of.
    pub fn facet(self) -> Facet {
        match self {
            Self::Position(_) => Facet::Position,
            Self::Speaker(_) => Facet::Speaker,
            Self::Affiliation(_) => Facet::Affiliation,
            Self::Theme(_) => Facet::Theme,
            Self::Quotation(_) => Facet::Quotation,
            Self::Component(_) => Facet::Component,
            Self::Kind(_) => Facet::Kind,
            Self::Outlet(_) => Facet::Outlet,
            Self::Article(_) => Facet::Article,
            Self::Year(_) => Facet::Year,
            Self::Month(..) => Facet::Month,
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
            Self::Affiliation(ix) => {
                corpus.speakers.get(ix.get()).and_then(|speaker| speaker.affiliation.as_deref()).unwrap_or_default()
            }
            Self::Kind(kind) => kind.name(),
            Self::Outlet(ix) => {
                corpus.articles.get(ix.get()).and_then(|article| article.outlet.as_deref()).unwrap_or_default()
            }
            Self::Article(ix) => corpus.articles.get(ix.get()).map_or("", |article| &article.id),
            Self::Year(year) => return Cow::Owned(year.to_string()),
            Self::Month(year, month) => return Cow::Owned(format!("{year:04}-{month:02}")),
        })
    }

    /// What the corpus calls it, to be put in order by: as in addresses, but speakers by their names.
    pub(crate) fn name<'c>(self, corpus: &'c Corpus<'_>) -> Cow<'c, str> {
        match self {
            Self::Speaker(ix) => Cow::Borrowed(corpus.speakers.get(ix.get()).map_or("", |speaker| &speaker.name)),
            _ => self.value(corpus),
        }
    }

    /// What the corpus calls it: speakers by their names, sides and themes by their labels, articles by their headlines.
    pub(crate) fn label<'c>(self, corpus: &'c Corpus<'_>) -> Cow<'c, str> {
        match self {
            Self::Position(position) => corpus.side(position).map(|side| Cow::Borrowed(side.label.as_str())),
            Self::Theme(ix) => corpus.debate.themes.get(ix.get()).map(|theme| Cow::Borrowed(theme.label.as_str())),
            Self::Article(ix) => {
                corpus.articles.get(ix.get()).and_then(|article| article.title.as_deref().map(Cow::Borrowed))
            }
            _ => None,
        }
        .unwrap_or_else(|| self.name(corpus))
    }

    /// The value of `facet` that addresses call `value`, where `corpus` has it.
    pub(crate) fn from_value(corpus: &Corpus<'_>, facet: Facet, value: &str) -> Option<Self> {
        match facet {
            // Without a list of them: an address may name thousands.
            Facet::Speaker => {
                corpus.speakers.iter().position(|speaker| speaker.id == value).map(|n| Self::Speaker(SpeakerIx::new(n)))
            }
            Facet::Article => {
                corpus.articles.iter().position(|article| article.id == value).map(|n| Self::Article(ArticleIx::new(n)))
            }
            _ => facet.values(corpus).into_iter().find(|choice| choice.value(corpus) == value),
        }
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
                assert!(!choice.name(&corpus).is_empty());
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
            assert_eq!((&*choice.value(&corpus), &*choice.name(&corpus)), ("", ""));
        }
    }
}
