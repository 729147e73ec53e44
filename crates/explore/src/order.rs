//! In which order results are shown, and what of them is shown together.

use std::cmp::Reverse;

use corpus::StatementIx;

use crate::{Choice, Explorer, sort_by_key};

/// In which order what is found is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The oldest article first, and what stands in it in its order: that of the corpus.
    #[default]
    Oldest,
    /// The newest article first, and what stands in it in its order.
    Newest,
    /// By the speaker's name; without one last.
    Speaker,
    /// What fits the search best first; without a search, what is surest about its side.
    Relevance,
}

impl Order {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Oldest, Self::Newest, Self::Speaker, Self::Relevance];

    /// The name in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Oldest => "oldest",
            Self::Newest => "newest",
            Self::Speaker => "speaker",
            Self::Relevance => "relevance",
        }
    }
}

/// What is shown together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// What turns most on the same theme.
    Theme,
    /// What the same speaker says.
    Speaker,
    /// What stands in the same article.
    Article,
}

impl Grouping {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Theme, Self::Speaker, Self::Article];

    /// The name in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Speaker => "speaker",
            Self::Article => "article",
        }
    }
}

/// Results that are shown together, and what they have in common: nothing for those that have nothing of the kind.
pub type Group = (Option<Choice>, Vec<StatementIx>);

impl Explorer<'_> {
    /// Parts results by what they have in common, each part in their order. Parts come in the order of the facet, in which
    /// articles come as the results do; what has nothing of the kind comes last.
    pub fn grouped(&self, grouping: Grouping, results: &[StatementIx]) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for ix in results {
            let statement = &self.corpus().statements[ix.get()];
            let common = match grouping {
                Grouping::Theme => statement.themes.first().copied().map(Choice::Theme),
                Grouping::Speaker => statement.speaker.map(Choice::Speaker),
                Grouping::Article => Some(Choice::Article(statement.article)),
            };
            match groups.iter_mut().find(|(other, _)| *other == common) {
                Some((_, members)) => members.push(*ix),
                None => groups.push((common, vec![*ix])),
            }
        }
        match grouping {
            Grouping::Theme => sort_by_key(&mut groups, |(theme, _)| (theme.is_none(), *theme)),
            Grouping::Speaker => {
                sort_by_key(&mut groups, |(speaker, members)| (speaker.is_none(), Reverse(members.len())))
            }
            Grouping::Article => {}
        }
        groups
    }
}
