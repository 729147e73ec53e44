//! What there is to know of statements, relations and articles, and what of it each format leaves out: the one table that says it, for
//! readers too. `tests/parts.rs` changes each part and compares the files.

use crate::Format;

/// Something of a statement, of how statements are related, or of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The words of statements: who leaves these out has no statements.
    Words,
    /// Where in the article these stand.
    Place,
    /// Whether they are the speaker's own.
    Quotation,
    /// The words of the article that name who speaks, and that report it.
    Source,
    /// Who speaks.
    Speaker,
    /// What kind of speaker that is.
    SpeakerKind,
    /// In which role.
    Role,
    /// To what organisation he belongs.
    Affiliation,
    /// Whether a statement is an argument.
    Argument,
    /// Which of its words claim, and which give reasons.
    Components,
    /// Which side it takes.
    Side,
    /// What it turns on.
    Themes,
    /// What the inferences rest on.
    Evidence,
    /// What an editor settled.
    Edits,
    /// What supports and attacks what: who leaves this out has no relations.
    Relations,
    /// What says the same again.
    Rephrases,
    /// How relations are known.
    Bases,
    /// What articles are called.
    Titles,
    /// Who published them.
    Outlets,
    /// Who wrote them.
    Authors,
    /// When they were published.
    Dates,
    /// Where they were published.
    Addresses,
    /// Whether they are news.
    Kinds,
    /// What background reports were written from.
    Works,
    /// Their whole texts.
    Texts,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 25] = [
        Self::Words,
        Self::Place,
        Self::Quotation,
        Self::Source,
        Self::Speaker,
        Self::SpeakerKind,
        Self::Role,
        Self::Affiliation,
        Self::Argument,
        Self::Components,
        Self::Side,
        Self::Themes,
        Self::Evidence,
        Self::Edits,
        Self::Relations,
        Self::Rephrases,
        Self::Bases,
        Self::Titles,
        Self::Outlets,
        Self::Authors,
        Self::Dates,
        Self::Addresses,
        Self::Kinds,
        Self::Works,
        Self::Texts,
    ];
}

impl Format {
    /// What its files do not tell, but for what follows from that.
    #[rustfmt::skip] // it is a table, a row a format
    pub const fn leaves_out(self) -> &'static [Part] {
        use Part::{
            Addresses, Affiliation, Argument, Authors, Bases, Components, Dates, Edits, Evidence, Kinds, Outlets,
            Place, Quotation, Relations, Rephrases, Role, Source, SpeakerKind, Texts, Themes, Titles, Words, Works,
        };
        match self {
            Self::Json => &[],
            Self::JsonLines => &[Relations, Works, Texts],
            Self::Csv => &[Place, Source, Evidence, Edits, Relations, Authors, Works, Texts],
            Self::Markdown | Self::Text => &[
                Place, Source, SpeakerKind, Affiliation, Argument, Components, Evidence, Edits, Relations, Kinds, Works, Texts,
            ],
            Self::JsonLd => &[Place, Source, Components, Evidence, Edits, Relations, Texts],
            Self::WebAnnotation => &[
                Source, SpeakerKind, Role, Affiliation, Components, Evidence, Edits, Relations, Titles, Outlets, Authors, Dates,
                Addresses, Kinds, Works, Texts,
            ],
            Self::Argdown => &[
                Place, Source, SpeakerKind, Role, Components, Evidence, Edits, Rephrases, Bases, Authors, Kinds, Works, Texts,
            ],
            Self::Aif => &[
                Place, Quotation, Source, SpeakerKind, Role, Affiliation, Argument, Themes, Evidence, Edits, Titles, Outlets,
                Authors, Addresses, Kinds, Works, Texts,
            ],
            Self::Bibtex | Self::CslJson => &[Words, Works, Texts],
        }
    }

    /// Whether its files tell a part.
    pub fn carries(self, part: Part) -> bool {
        let follows_from = |left: &Part| match left {
            Part::Words => part < Part::Titles,
            Part::Relations => matches!(part, Part::Relations | Part::Rephrases | Part::Bases),
            left => *left == part,
        };
        !self.leaves_out().iter().any(follows_from)
    }
}
