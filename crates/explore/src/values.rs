//! The values of a facet in the order of the page, and which values of its column each of them stands for: an organisation
//! for all who belong to it, a year for its articles.

use corpus::{ArticleIx, ComponentKind, Corpus, Position, Quotation, SideIx, SpeakerIx, ThemeIx};

use crate::choice::{affiliations, outlets};
use crate::columns::{Column, Columns, Lists};
use crate::{Choice, Facet, sort, sort_by_key};

/// The values of a facet.
#[derive(Clone, Debug)]
pub(crate) struct Values {
    /// Every value that the corpus has, in the order of the page.
    pub(crate) list: Vec<Choice>,
    /// For each of them how many statements of the corpus have it.
    pub(crate) totals: Vec<u32>,
    /// All of them in their own order, each with its place in the list.
    places: Vec<(Choice, usize)>,
    /// For each of them the values of the column.
    members: Lists,
    /// For each value of the column its place in the list; [`NOWHERE`] for one that means nothing here.
    means: Vec<u32>,
    /// For each in the list where its statements end, if those of the first come first, and so on, as those of years do; else empty.
    pub(crate) stretches: Vec<u32>,
}

/// No place in a list.
const NOWHERE: u32 = u32::MAX;

impl Values {
    /// The values of a facet.
    pub(crate) fn new(corpus: &Corpus<'_>, facet: Facet, columns: &Columns) -> Self {
        let (means, totals) = (meanings(corpus, facet), &columns.totals(Column::of(facet)));
        let mut values = Self::of(facet.values(corpus), &means, totals);
        if facet.is_named() {
            let key = |(choice, total): (&Choice, &u32)| {
                (std::cmp::Reverse(*total), choice.name(corpus).to_lowercase(), *choice)
            };
            let mut keyed: Vec<_> = values.list.iter().zip(&values.totals).map(key).collect();
            sort_by_key(&mut keyed, |(total, name, _)| (*total, name.clone()));
            values = Self::of(keyed.into_iter().map(|(.., choice)| choice).collect(), &means, totals);
        }
        if let Some(ends) = columns.stretches(Column::of(facet))
            && values.means.is_sorted()
            && values.means.last().is_some_and(|last| *last != NOWHERE)
        {
            let last_of = |place: u32| values.means.partition_point(|mean| *mean <= place).checked_sub(1);
            let end = |place| last_of(place).map_or(0, |last| ends[last]);
            values.stretches = (0..).take(values.list.len()).map(end).collect();
        }
        values
    }

    /// The place of a choice in the list.
    pub(crate) fn place(&self, choice: Choice) -> Option<usize> {
        let at = self.places.binary_search_by(|(other, _)| other.cmp(&choice)).ok()?;
        Some(self.places[at].1)
    }

    /// The values of the column that one in the list stands for.
    pub(crate) fn members(&self, place: usize) -> impl Iterator<Item = usize> {
        self.members.list(place).iter().map(|value| *value as usize)
    }

    /// What each in the list has of a tally by values of the column.
    pub(crate) fn sums(&self, tally: &[u32]) -> Vec<u32> {
        self.members.sums(tally)
    }

    /// How many values of the column mean something: so many are gone through by [`Values::sums`].
    pub(crate) fn meaning(&self) -> usize {
        self.means.len()
    }

    /// Adds to how many there are of each in the list one that has a value of the column.
    #[inline]
    pub(crate) fn count(&self, value: usize, counts: &mut [u32]) {
        if let Some(count) = self.means.get(value).and_then(|place| counts.get_mut(*place as usize)) {
            *count += 1;
        }
    }

    fn of(list: Vec<Choice>, means: &[Option<Choice>], totals: &[u32]) -> Self {
        let mut places: Vec<(Choice, usize)> =
            list.iter().copied().enumerate().map(|(n, choice)| (choice, n)).collect();
        sort(&mut places);
        let (none, members) = (Vec::new, Lists::default());
        let mut values = Self { list, totals: none(), places, members, means: none(), stretches: none() };
        let mut lists = Lists::default();
        for choice in means {
            let place = choice.and_then(|choice| values.place(choice)).map(|place| place as u32);
            values.means.push(place.unwrap_or(NOWHERE));
            lists.push(place);
        }
        values.members = lists.turned(values.list.len());
        values.totals = values.sums(totals);
        values
    }
}

/// Which value of a facet each value of its column means, in the order of the column.
fn meanings(corpus: &Corpus<'_>, facet: Facet) -> Vec<Option<Choice>> {
    let speakers = || (0..corpus.speakers.len()).map(SpeakerIx::new);
    let of_articles = |choice: &dyn Fn(usize) -> Choice| (0..corpus.articles.len()).map(|n| Some(choice(n))).collect();
    match facet {
        Facet::Position => {
            let sides = (0..corpus.debate.sides.len()).map(|n| Position::Side(SideIx::new(n)));
            [Position::Neither].into_iter().chain(sides).map(|position| Some(Choice::Position(position))).collect()
        }
        Facet::Speaker => speakers().map(|ix| Some(Choice::Speaker(ix))).collect(),
        Facet::Affiliation => {
            affiliations(corpus).into_iter().map(|first| Some(Choice::Affiliation(SpeakerIx::new(first?)))).collect()
        }
        Facet::Theme => (0..corpus.debate.themes.len()).map(|n| Some(Choice::Theme(ThemeIx::new(n)))).collect(),
        Facet::Quotation => [Quotation::Direct, Quotation::Mixed, Quotation::Indirect]
            .map(|kind| Some(Choice::Quotation(kind)))
            .to_vec(),
        Facet::Component => {
            [ComponentKind::Claim, ComponentKind::Premise].map(|kind| Some(Choice::Component(kind))).to_vec()
        }
        Facet::Outlet => {
            outlets(corpus).into_iter().map(|first| Some(Choice::Outlet(ArticleIx::new(first?)))).collect()
        }
        Facet::Article => of_articles(&|n| Choice::Article(ArticleIx::new(n))),
        Facet::Kind => of_articles(&|n| Choice::Kind(corpus.articles[n].kind)),
        Facet::Year => of_articles(&|n| Choice::Year(corpus.articles[n].date.year())),
        Facet::Month => {
            of_articles(&|n| Choice::Month(corpus.articles[n].date.year(), corpus.articles[n].date.month()))
        }
    }
}
