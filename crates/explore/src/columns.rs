//! What statements are chosen by, in columns: which values each has, and which statements have a value.
//!
//! Six columns hold what a statement has itself. All other facets follow from its speaker or its article, of which there are
//! fewer.

use corpus::{ComponentKind, Corpus, Outline, Quotation, StatementIx};

use crate::Facet;
use crate::bits::Bits;

/// A respect in which statements differ themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// Neither, then the sides.
    Position,
    /// One value more than there are speakers: nobody who is known.
    Speaker,
    Theme,
    Quotation,
    Component,
    Article,
}

impl Column {
    /// All of them.
    pub(crate) const ALL: [Self; 6] =
        [Self::Position, Self::Speaker, Self::Theme, Self::Quotation, Self::Component, Self::Article];

    /// The column from which it follows which values of a facet a statement has.
    pub(crate) fn of(facet: Facet) -> Self {
        match facet {
            Facet::Position => Self::Position,
            Facet::Speaker | Facet::Affiliation => Self::Speaker,
            Facet::Theme => Self::Theme,
            Facet::Quotation => Self::Quotation,
            Facet::Component => Self::Component,
            Facet::Kind | Facet::Outlet | Facet::Article | Facet::Year | Facet::Month => Self::Article,
        }
    }

    /// How many values there are.
    fn len(self, corpus: &Corpus<'_>) -> usize {
        match self {
            Self::Position => 1 + corpus.debate.sides.len(),
            Self::Speaker => 1 + corpus.speakers.len(),
            Self::Theme => corpus.debate.themes.len(),
            Self::Quotation => 1 + Quotation::Indirect as usize,
            Self::Component => 1 + ComponentKind::Premise as usize,
            Self::Article => corpus.articles.len(),
        }
    }

    /// Adds the values that a statement has, each once.
    fn read(self, corpus: &Corpus<'_>, statement: &Outline<'_>, values: &mut Vec<u32>) {
        let from = values.len();
        let mut add = |value: usize| {
            if !values[from..].contains(&(value as u32)) {
                values.push(value as u32);
            }
        };
        match self {
            Self::Position => add(statement.side.map_or(0, |side| 1 + side.get())),
            Self::Speaker => add(statement.speaker.map_or(corpus.speakers.len(), |ix| ix.get())),
            Self::Theme => statement.themes.iter().for_each(|ix| add(ix.get())),
            Self::Quotation => add(statement.quotation as usize),
            Self::Component => statement.components.iter().flatten().for_each(|kind| add(*kind as usize)),
            Self::Article => add(statement.article.get()),
        }
    }
}

/// The columns of a corpus.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    /// For each column, the values of each statement.
    values: [Lists; Column::ALL.len()],
    /// For each column, the statements with each value, in order.
    statements: [Lists; Column::ALL.len()],
    /// The same as sets, of values that many statements have.
    sets: Vec<(Column, usize, Bits)>,
}

/// Many is more than one statement in so many. A set has a bit for each statement, 64 in a word: from there on a list has more
/// items to add than the set has words.
const MANY: usize = 64;

/// Words of a set that are counted while one statement's values are looked up: these lie anywhere, words one after the other.
/// Chosen by how long each took natively, some four nanoseconds against one.
const COUNTED: usize = 4;

impl Columns {
    /// Reads a checked corpus (see [`Corpus::check`]) once.
    pub(crate) fn new(corpus: &Corpus<'_>) -> Self {
        let all = corpus.statements.len();
        let mut values = Column::ALL.map(|_| Lists::with_room(all));
        corpus.statements.outlines(|statement| {
            for (column, lists) in Column::ALL.into_iter().zip(&mut values) {
                column.read(corpus, statement, &mut lists.items);
                lists.end();
            }
        });
        let statements = Column::ALL.map(|column| values[column as usize].turned(column.len(corpus)));
        let mut sets = Vec::new();
        for column in Column::ALL {
            let lists: &Lists = &statements[column as usize];
            for value in (0..lists.ends.len()).filter(|value| lists.list(*value).len() > all / MANY) {
                let mut set = Bits::none(all);
                lists.list(value).iter().for_each(|statement| set.insert(*statement as usize));
                sets.push((column, value, set));
            }
        }
        Self { values, statements, sets }
    }

    /// The statements with a value, in order.
    pub(crate) fn statements(&self, column: Column, value: usize) -> &[u32] {
        self.statements[column as usize].list(value)
    }

    /// Adds the statements with a value to a set of statements.
    pub(crate) fn add(&self, column: Column, value: usize, set: &mut Bits) {
        match self.sets.iter().find(|(of, with, _)| (*of, *with) == (column, value)) {
            Some((.., having)) => set.add(having),
            None => self.statements(column, value).iter().for_each(|statement| set.insert(*statement as usize)),
        }
    }

    /// The first value of a statement.
    #[inline]
    pub(crate) fn value(&self, column: Column, statement: usize) -> Option<usize> {
        let lists = &self.values[column as usize];
        let of = if lists.each_has_one { lists.items.get(statement) } else { lists.list(statement).first() };
        of.map(|value| *value as usize)
    }

    /// How many of some statements have each value. Who has them as a list, in any order, gives that, too: it is quicker gone through
    /// than the set, when few are in.
    pub(crate) fn tally(&self, column: Column, statements: &Bits, listed: Option<&[StatementIx]>) -> Vec<u32> {
        let having = &self.statements[column as usize];
        let (all, count) = (statements.len(), listed.map_or_else(|| statements.count(), <[_]>::len));
        let mut tally = vec![0; having.ends.len()];
        let sets = || self.sets.iter().filter(|(of, ..)| *of == column);
        if sets().count() * all.div_ceil(MANY) < COUNTED * count.min(all - count)
            && sets().map(|(_, value, _)| having.list(*value).len()).sum::<usize>() == having.items.len()
        {
            // Whatever is counted has a set, and going through the words of all sets is quicker than through the statements.
            sets().for_each(|(_, value, set)| tally[*value] = statements.shared(set) as u32);
        } else if count > all / 2 {
            // Counting the others is quicker.
            let others = self.tally(column, &statements.complement(), None);
            return self.totals(column).into_iter().zip(others).map(|(all, others)| all - others).collect();
        } else {
            self.each_value(column, statements, listed, |value| tally[value] += 1);
        }
        tally
    }

    /// Gives each value of each of some statements, which may be listed, too.
    #[inline]
    pub(crate) fn each_value(
        &self,
        column: Column,
        statements: &Bits,
        listed: Option<&[StatementIx]>,
        mut give: impl FnMut(usize),
    ) {
        let lists = &self.values[column as usize];
        if lists.each_has_one {
            each(statements, listed, |statement| give(lists.items[statement] as usize));
        } else {
            each(statements, listed, |statement| lists.list(statement).iter().for_each(|value| give(*value as usize)));
        }
    }

    /// Where the statements with each value end, if those with the first come first, and so on.
    pub(crate) fn stretches(&self, column: Column) -> Option<&[u32]> {
        let Lists { items, ends, .. } = &self.statements[column as usize];
        (0..).zip(items).all(|(place, item)| *item == place).then_some(ends)
    }

    /// How many statements of the corpus have each value.
    pub(crate) fn totals(&self, column: Column) -> Vec<u32> {
        let lists = &self.statements[column as usize];
        (0..lists.ends.len()).map(|value| lists.list(value).len() as u32).collect()
    }
}

/// Gives each of some statements. Those that are listed are not looked for among all.
#[inline]
fn each(statements: &Bits, listed: Option<&[StatementIx]>, mut give: impl FnMut(usize)) {
    match listed {
        Some(listed) => listed.iter().for_each(|statement| give(statement.get())),
        None => statements.each(give),
    }
}

/// Many short lists, one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Lists {
    items: Vec<u32>,
    /// Where each ends.
    ends: Vec<u32>,
    /// Then a list need not be looked for.
    each_has_one: bool,
}

impl Default for Lists {
    fn default() -> Self {
        Self { items: Vec::new(), ends: Vec::new(), each_has_one: true }
    }
}

impl Lists {
    /// None yet, and room for so many of one item each.
    fn with_room(lists: usize) -> Self {
        Self { items: Vec::with_capacity(lists), ends: Vec::with_capacity(lists), ..Self::default() }
    }

    /// Adds a list.
    pub(crate) fn push(&mut self, items: impl IntoIterator<Item = u32>) {
        self.items.extend(items);
        self.end();
    }

    /// Ends a list: what was added since the last one ended.
    fn end(&mut self) {
        let end = self.items.len() as u32;
        self.each_has_one &= end == self.ends.last().copied().unwrap_or_default() + 1;
        self.ends.push(end);
    }

    /// One of them; an empty one where there is none.
    pub(crate) fn list(&self, n: usize) -> &[u32] {
        let end = |n: usize| self.ends.get(n).map_or(self.items.len(), |end| *end as usize);
        let start = n.checked_sub(1).map_or(0, end);
        &self.items[start..end(n)]
    }

    /// For each list the sum of what its items have.
    pub(crate) fn sums(&self, of: &[u32]) -> Vec<u32> {
        if self.each_has_one {
            return self.items.iter().map(|item| of[*item as usize]).collect();
        }
        let mut from = 0;
        let sum = |end: &u32| {
            let items = from..*end as usize;
            from = items.end;
            self.items[items].iter().map(|item| of[*item as usize]).sum()
        };
        self.ends.iter().map(sum).collect()
    }

    /// The lists of who has what: for each of `len` values, in which lists it is. What is no such value is left out.
    pub(crate) fn turned(&self, len: usize) -> Self {
        let mut ends = vec![0_u32; len];
        for item in &self.items {
            if let Some(times) = ends.get_mut(*item as usize) {
                *times += 1;
            }
        }
        // From how many there are to where each list begins; filling it moves that to where it ends.
        let mut start = 0;
        for end in &mut ends {
            start += std::mem::replace(end, start);
        }
        let mut items = vec![0; start as usize];
        for n in 0..self.ends.len() {
            for item in self.list(n) {
                if let Some(end) = ends.get_mut(*item as usize) {
                    items[*end as usize] = n as u32;
                    *end += 1;
                }
            }
        }
        let each_has_one = (1..).zip(&ends).all(|(n, end)| *end == n);
        Self { items, ends, each_has_one }
    }
}
