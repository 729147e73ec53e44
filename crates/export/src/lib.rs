//! Statements of a corpus, with their articles, speakers and relations, in the formats that the next person needs.
//!
//! A [`Selection`] says what to take away, a [`Format`] how; [`pieces`] writes it, a little at a time, so that whoever saves it can
//! say how far he is. Pure: nothing is read, fetched or stored, and the same selection gives the same bytes. What is selected, and in
//! which order, is the business of `explore`; where files go that of the page and of `xtask`.
//!
//! Offsets are Unicode code points of the article's file, as Web Annotation counts them. Every text is the article's own.

pub mod addresses;
mod aif;
mod argdown;
mod bibtex;
pub mod citation;
mod code_points;
mod csl;
mod csv;
mod format;
mod fragment;
mod json;
mod json_ld;
mod markdown;
mod part;
mod record;
mod selection;
mod text;
mod web_annotation;

pub use code_points::CodePoints;
pub use format::Format;
pub use json::{SCHEMA, SCHEMA_FILE};
pub use json_ld::{article_type, json_ld_in_page, speaker_type};
pub use part::Part;
pub use selection::{Selection, WordsMissing};

/// The parts of a file, in order. How many there are is known beforehand ([`Iterator::size_hint`] is exact).
pub type Pieces<'s> = Box<dyn Iterator<Item = String> + 's>;

/// Writes a selection: one after another the pieces are the file.
pub fn pieces<'s>(format: Format, selection: &'s Selection<'s>) -> Pieces<'s> {
    match format {
        Format::Csv => csv::pieces(selection),
        Format::Json => json::pieces(selection),
        Format::JsonLines => json::lines(selection),
        Format::Bibtex => bibtex::pieces(selection),
        Format::CslJson => csl::pieces(selection),
        Format::Markdown => markdown::pieces(selection),
        Format::Text => text::pieces(selection),
        Format::JsonLd => json_ld::pieces(selection),
        Format::WebAnnotation => web_annotation::pieces(selection),
        Format::Argdown => argdown::pieces(selection),
        Format::Aif => aif::pieces(selection),
    }
}
