//! The statements of a corpus: as a build makes them, or read where they lie.
//!
//! A page has all of its corpus at hand and shows little of it. So the statements of an article are read when one of them is
//! first asked for; what all of them are chosen by ([`Outline`]) and where their words stand ([`Statements::spans`]) can be
//! gone through without reading the rest.

use std::fmt;
use std::ops::{Index, IndexMut, Range};

use crate::packed::Packed;
use crate::{ArticleIx, ComponentKind, Quotation, SideIx, Span, SpeakerIx, Statement, ThemeIx};

/// The statements of a corpus, in order of article, then place in it.
#[derive(Clone)]
pub struct Statements<'a>(Form<'a>);

#[derive(Clone)]
enum Form<'a> {
    Made(Vec<Statement<'a>>),
    Packed(Packed<'a>),
}

/// What a statement is chosen by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline<'o> {
    /// Where it stands.
    pub article: ArticleIx,
    /// Whether the words are the speaker's or the reporter's.
    pub quotation: Quotation,
    /// Whether it takes or supports a position.
    pub argument: bool,
    /// Which kinds of components it has.
    pub components: [Option<ComponentKind>; 2],
    /// The position that it argues for.
    pub side: Option<SideIx>,
    /// Who says it.
    pub speaker: Option<SpeakerIx>,
    /// What it turns on, strongest first.
    pub themes: &'o [ThemeIx],
}

impl<'a> Statements<'a> {
    pub(crate) fn packed(packed: Packed<'a>) -> Self {
        Self(Form::Packed(packed))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Form::Made(made) => made.len(),
            Form::Packed(packed) => packed.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One of them; none where there are not so many.
    pub fn get(&self, n: usize) -> Option<&Statement<'a>> {
        match &self.0 {
            Form::Made(made) => made.get(n),
            Form::Packed(packed) => packed.get(n),
        }
    }

    /// All of them. Where they are packed this reads them all: see [`Statements::outlines`].
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Statement<'a>> + ExactSizeIterator + Clone {
        (0..self.len()).map(|n| &self[n])
    }

    /// Where one of them stands.
    pub fn article(&self, n: usize) -> Option<ArticleIx> {
        match &self.0 {
            Form::Made(made) => made.get(n).map(|statement| statement.article),
            Form::Packed(packed) => packed.article(n),
        }
    }

    /// Those of an article, as a range of all.
    pub fn of(&self, article: ArticleIx) -> Range<usize> {
        match &self.0 {
            Form::Made(made) => {
                let first = made.partition_point(|statement| statement.article < article);
                first..first + made[first..].partition_point(|statement| statement.article == article)
            }
            Form::Packed(packed) => packed.of(article),
        }
    }

    /// Gives the outline of each, in order.
    pub fn outlines(&self, mut give: impl FnMut(&Outline<'_>)) {
        match &self.0 {
            Form::Made(made) => made.iter().for_each(|statement| give(&statement.outline())),
            Form::Packed(packed) => packed.outlines(&mut give),
        }
    }

    /// Gives each span of the statements of an article, with its statement, in order.
    pub fn spans(&self, article: ArticleIx, mut give: impl FnMut(usize, Span)) {
        match &self.0 {
            Form::Made(made) => {
                let range = self.of(article);
                for (n, statement) in range.clone().zip(&made[range]) {
                    statement.spans.iter().for_each(|span| give(n, *span));
                }
            }
            Form::Packed(packed) => packed.spans(article, &mut give),
        }
    }

    /// The list, to be changed.
    pub fn to_mut(&mut self) -> &mut Vec<Statement<'a>> {
        if let Form::Packed(_) = self.0 {
            self.0 = Form::Made(self.iter().cloned().collect());
        }
        match &mut self.0 {
            Form::Made(made) => made,
            Form::Packed(_) => unreachable!("it has just been made"),
        }
    }
}

impl Statement<'_> {
    /// What it is chosen by.
    pub fn outline(&self) -> Outline<'_> {
        let has = |kind| self.components.iter().any(|component| component.kind == kind).then_some(kind);
        Outline {
            article: self.article,
            quotation: self.quotation,
            argument: self.argument,
            components: [ComponentKind::Claim, ComponentKind::Premise].map(has),
            side: self.side,
            speaker: self.speaker,
            themes: &self.themes,
        }
    }
}

impl<'a> From<Vec<Statement<'a>>> for Statements<'a> {
    fn from(made: Vec<Statement<'a>>) -> Self {
        Self(Form::Made(made))
    }
}

impl<'a> Index<usize> for Statements<'a> {
    type Output = Statement<'a>;

    /// One of them, which must be there, as in a slice.
    #[expect(clippy::panic, reason = "as in a slice")]
    fn index(&self, n: usize) -> &Statement<'a> {
        self.get(n).unwrap_or_else(|| panic!("there is no statement {n} of {}", self.len()))
    }
}

impl<'a> IndexMut<usize> for Statements<'a> {
    fn index_mut(&mut self, n: usize) -> &mut Statement<'a> {
        &mut self.to_mut()[n]
    }
}

impl PartialEq for Statements<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl Eq for Statements<'_> {}

impl fmt::Debug for Statements<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
