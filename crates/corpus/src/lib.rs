//! What a corpus is: a debate, its articles, who speaks in them and what they are reported to say.
//!
//! The build makes a [`Corpus`] from articles, checks it ([`Corpus::check`]) and encodes it ([`encode`]); the page
//! decodes the same bytes ([`decode`]): it borrows every string from them and reads statements when they are asked for. How statements are found is the business
//! of `mine`, how they are selected and ordered that of `explore`.
//!
//! A statement has no text of its own: it is a list of [`Span`]s of its article, so what a reader sees is the
//! article's text by construction.

mod article;
mod body;
mod check;
mod codec;
mod date;
mod model;
mod opening;
mod packed;
mod quoted;
mod relation;
mod rule;
pub mod section;
mod span;
mod statements;
mod text;

pub use article::{Article, ArticleKind, Work};
pub use body::{Body, Content};
pub use check::Violation;
pub use codec::{Apart, Chunk, LARGE, arrive, chunks, decode, decode_apart, encode, encode_apart};
pub use date::{Date, ParseDateError, PartialDate};
pub use model::{
    ArticleIx, Colour, Component, ComponentKind, Corpus, Debate, Edit, Edited, Evidence, Inference, Position,
    Quotation, Side, SideIx, Speaker, SpeakerIx, SpeakerKind, Statement, StatementId, StatementIx, Theme, ThemeIx,
};
pub use opening::opening;
pub use quoted::quoted_words;
pub use relation::{Basis, Relation, RelationKind};
pub use rule::Rule;
pub use section::{DecodeError, EncodeError};
pub use span::Span;
pub use statements::{Outline, Statements};
pub use text::Text;
