//! The types. Lists refer to each other by index: a corpus is one value, without pointers and cheap to decode.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Article, Relation, Rule, Span, Statements, Text};

/// Everything that the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corpus<'a> {
    /// What the quarrel is about.
    pub debate: Debate<'a>,
    /// In order of date, then id.
    pub articles: Vec<Article<'a>>,
    /// In order of name.
    pub speakers: Vec<Speaker<'a>>,
    /// In order of article, then place in it.
    pub statements: Statements<'a>,
    /// In order of `from`, then `to`; each pair once.
    pub relations: Vec<Relation>,
}

/// What the quarrel is about, and the positions that one can take in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Debate<'a> {
    /// A few words: "Encryption and lawful access".
    #[serde(borrow)]
    pub title: Text<'a>,
    /// The question that the sides answer differently.
    pub question: Text<'a>,
    /// Two to six, in the order in which the page shows them.
    pub sides: Vec<Side<'a>>,
    /// What arguments turn on.
    pub themes: Vec<Theme<'a>>,
}

/// A position in the debate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side<'a> {
    /// Stable name in addresses, `[a-z0-9_-]+`.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// What the page calls it.
    pub label: Text<'a>,
    /// The position in a sentence.
    pub summary: Text<'a>,
    /// How the page sets it off, besides its label and pattern.
    pub colour: Colour,
}

/// The colours that a side can have. Each is tuned for contrast in the light and the dark theme (`styles/tokens.css`),
/// which a free choice could not promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Colour {
    Amber,
    Blue,
    Brick,
    Moss,
    Plum,
    Teal,
}

impl Colour {
    /// All of them, in the order in which sides without a colour of their own take them.
    pub const ALL: [Self; 6] = [Self::Amber, Self::Blue, Self::Plum, Self::Moss, Self::Brick, Self::Teal];

    /// The name in `debate.toml` and in class names.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Amber => "amber",
            Self::Blue => "blue",
            Self::Brick => "brick",
            Self::Moss => "moss",
            Self::Plum => "plum",
            Self::Teal => "teal",
        }
    }
}

/// What an argument turns on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme<'a> {
    /// Stable name in addresses, `[a-z0-9_-]+`.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// What the page calls it.
    pub label: Text<'a>,
}

/// Who is reported to say something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker<'a> {
    /// Stable name in addresses, `[a-z0-9_-]+`, from the name.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// The fullest name that the articles give, without title.
    pub name: Text<'a>,
    /// What kind of speaker.
    pub kind: SpeakerKind,
    /// Roles that articles or `debate.toml` give, each once, first mentioned first.
    pub roles: Vec<Text<'a>>,
    /// Organisation that the speaker belongs to.
    pub affiliation: Option<Text<'a>>,
}

/// What kind of speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SpeakerKind {
    /// Somebody with a name.
    Person,
    /// A company, an agency, a court.
    Organisation,
    /// People who are not named one by one: "privacy advocates".
    Group,
    /// A letter, a bill, a report.
    Document,
    /// Whoever wrote the article, speaking in it himself.
    Author,
}

/// Somebody's words in an article: one source and one continuous act of saying.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement<'a> {
    /// Stable name inside its article.
    pub id: StatementId,
    /// Where it stands.
    pub article: ArticleIx,
    /// What is said: in order, apart from each other.
    pub spans: Vec<Span>,
    /// Whether the words are the speaker's or the reporter's.
    pub quotation: Quotation,
    /// How many of its words are quoted (see [`quoted_words`](crate::quoted_words)).
    pub quoted: u32,
    /// The words that name who speaks; none where the article leaves it to the context.
    pub source: Option<Span>,
    /// The reporting words.
    pub cue: Option<Span>,
    /// Whom the source names; none where the evidence does not settle it.
    pub speaker: Option<SpeakerIx>,
    /// The words that give the speaker's role in this article.
    pub role: Option<Span>,
    /// Whether it takes or supports a position.
    pub argument: bool,
    /// The claims and premises of an argument: in order, apart from each other, inside `spans`. A statement that is
    /// not an argument has none.
    pub components: Vec<Component>,
    /// The position that it argues for; none where the evidence does not settle it, or where it is not an argument.
    pub side: Option<SideIx>,
    /// What it turns on, strongest first.
    pub themes: Vec<ThemeIx>,
    /// What each inference rests on. What an editor settled rests on nothing else.
    pub why: Vec<Evidence>,
    /// What an editor settled, each once and in order; nothing where all of it was mined.
    #[serde(borrow)]
    pub edits: Vec<Edit<'a>>,
}

/// A part of a statement that an editor settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit<'a> {
    /// Which part.
    pub of: Edited,
    /// Why, in the editor's words.
    #[serde(borrow)]
    pub reason: Text<'a>,
}

/// What of a statement an editor can settle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Edited {
    /// All of it: the editor added the statement.
    Statement,
    /// Who speaks.
    Speaker,
    /// That it is an argument, or that it is none.
    Argument,
    /// Which side it takes.
    Side,
    /// What it turns on.
    Themes,
}

impl Edited {
    /// Whether the editor's word takes the place of what was inferred here.
    pub fn covers(self, inference: Inference) -> bool {
        matches!(
            (self, inference),
            (Self::Speaker, Inference::Speaker)
                | (Self::Argument, Inference::Argument)
                | (Self::Side, Inference::Side)
                | (Self::Themes, Inference::Theme(_))
                | (Self::Statement, Inference::Speaker | Inference::Argument | Inference::Side | Inference::Theme(_))
        )
    }
}

/// Stable name of a statement inside its article: from its words alone, so that a rebuild or another article leaves it
/// as it is. Written as eight hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StatementId(pub u32);

impl fmt::Display for StatementId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

/// Whether the words of a statement are the speaker's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Quotation {
    /// All of it stands in quotation marks.
    Direct,
    /// A reported clause with quoted words in it.
    Mixed,
    /// The reporter's words throughout.
    Indirect,
}

impl Quotation {
    /// The name in addresses and exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

/// A part of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Component {
    /// Which words.
    pub span: Span,
    /// What they do.
    pub kind: ComponentKind,
}

/// What a part of an argument does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ComponentKind {
    /// Asserts or demands.
    Claim,
    /// Gives a reason, evidence or an example for a claim.
    Premise,
}

impl ComponentKind {
    /// The name in addresses and exports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Premise => "premise",
        }
    }
}

/// What one inference about a statement rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// What was inferred from it.
    pub of: Inference,
    /// How it was inferred.
    pub rule: Rule,
    /// The words of the article that the rule went by; none where it went by something else (a known position).
    pub words: Option<Span>,
    /// The side that this speaks for, where it is about the side.
    pub side: Option<SideIx>,
    /// How much it counted, in hundredths of a point; 0 where the rule decides alone.
    pub weight: i16,
}

/// What can be inferred about a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Inference {
    /// Who speaks.
    Speaker,
    /// That it is an argument, or that it is none.
    Argument,
    /// Which side it takes.
    Side,
    /// Which of its words claim and which give reasons.
    Component,
    /// What it turns on.
    Theme(ThemeIx),
}

macro_rules! index {
    ($(#[$doc:meta] $name:ident($inner:ty)),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub $inner);

        impl $name {
            /// As an index into its list.
            pub fn get(self) -> usize {
                self.0 as usize
            }

            /// The index of the `n`th of its list; saturates, and then fails the check.
            pub fn new(n: usize) -> Self {
                Self(<$inner>::try_from(n).unwrap_or(<$inner>::MAX))
            }
        }
    )+};
}

index! {
    /// Place in [`Debate::sides`].
    SideIx(u8),
    /// Place in [`Debate::themes`].
    ThemeIx(u16),
    /// Place in [`Corpus::articles`].
    ArticleIx(u32),
    /// Place in [`Corpus::speakers`].
    SpeakerIx(u32),
    /// Place in [`Corpus::statements`].
    StatementIx(u32),
}

/// Where a statement stands in the debate: on a side, or on neither (off the question, balanced, unsettled, or not an
/// argument at all).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// It argues for this side.
    Side(SideIx),
    /// It takes neither side.
    Neither,
}

impl Statement<'_> {
    /// Where it stands in the debate.
    pub fn position(&self) -> Position {
        self.side.map_or(Position::Neither, Position::Side)
    }
}

impl<'a> Corpus<'a> {
    /// The article in which a statement stands.
    pub fn article_of(&self, statement: &Statement<'_>) -> &Article<'a> {
        &self.articles[statement.article.get()]
    }

    /// Who says it, where that is settled.
    pub fn speaker_of(&self, statement: &Statement<'_>) -> Option<&Speaker<'a>> {
        statement.speaker.map(|ix| &self.speakers[ix.get()])
    }

    /// The positions that a statement can take, in the order of the page: the sides, then neither.
    pub fn positions(&self) -> impl Iterator<Item = Position> + use<> {
        (0..self.debate.sides.len()).map(|n| Position::Side(SideIx::new(n))).chain([Position::Neither])
    }

    /// The side that a position is; none for neither.
    pub fn side(&self, position: Position) -> Option<&Side<'a>> {
        match position {
            Position::Side(ix) => self.debate.sides.get(ix.get()),
            Position::Neither => None,
        }
    }
}
