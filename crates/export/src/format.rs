//! What a selection can be written as. What each format leaves out is in [`Part`](crate::Part)'s table.

/// A format, by what reads it. Articles in which nobody says anything are in [`Json`](Self::Json), [`JsonLd`](Self::JsonLd) and the two of
/// citations alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Comma-separated values (RFC 4180): a row a statement, for spreadsheets and statistics. A cell that a spreadsheet would take for a
    /// formula begins with an apostrophe.
    Csv,
    /// All that is known, with the articles' texts, as one object; its schema is [`SCHEMA`](crate::SCHEMA).
    Json,
    /// The statements of [`Format::Json`], an object a line, without the debate.
    JsonLines,
    /// An entry an article, for LaTeX and reference managers. An author's text is one name: where to divide it is not known.
    Bibtex,
    /// An item an article, for Zotero, pandoc and whatever else cites by CSL styles. A headline with HTML in it is there as it
    /// stands, and some styles set that as italics or bold.
    CslJson,
    /// A document to be read or edited (CommonMark): each statement as a block quotation, with who says it, side, themes and article. Of
    /// the words it leaves out spaces and tabs at the ends of a line.
    Markdown,
    /// The same as plain text: each statement as one cites it, with all white space.
    Text,
    /// Linked data in the words of schema.org (JSON-LD 1.1), for search engines and graphs of knowledge. A role is left to
    /// the speaker, and only a person has one. Without a site's address its addresses are relative.
    JsonLd,
    /// Annotations of the articles (W3C Web Annotation), for what anchors them in a text: positions count in the article's file, quotations
    /// are found in its page as well. Without a site's address one that is nobody's stands in.
    WebAnnotation,
    /// Argdown: a map of the debate, for its editor and for VS Code. The sides are statements that arguments support; arguments support
    /// and attack each other; sides and themes are tags; what is no argument is a statement without relations. A line
    /// break in a statement is a space, and brackets in titles and tags are others.
    Argdown,
    /// The Argument Interchange Format as JSON (xAIF), for OVA3 and what else reads AIF: locutions, what they assert, inferences,
    /// conflicts and rephrases. A side is what it holds, and arguments are premises for it; its label is left out.
    Aif,
}

impl Format {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Csv,
        Self::Json,
        Self::JsonLines,
        Self::Argdown,
        Self::Aif,
        Self::Bibtex,
        Self::CslJson,
        Self::Markdown,
        Self::Text,
        Self::JsonLd,
        Self::WebAnnotation,
    ];

    /// The name on a command line and in addresses, `[a-z-]+`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::JsonLines => "json-lines",
            Self::Bibtex => "bibtex",
            Self::CslJson => "csl-json",
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::JsonLd => "json-ld",
            Self::WebAnnotation => "web-annotation",
            Self::Argdown => "argdown",
            Self::Aif => "aif",
        }
    }

    /// How the names of its files end, without the dot. No two formats share one.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Bibtex => "bib",
            Self::CslJson => "csl.json",
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::JsonLd => "jsonld",
            Self::WebAnnotation => "anno.jsonld",
            Self::Argdown => "argdown",
            Self::Aif => "aif.json",
        }
    }

    /// Its media type, with the encoding where that has to be said.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Json | Self::Aif => "application/json",
            Self::JsonLines => "application/jsonl",
            Self::Bibtex => "application/x-bibtex",
            Self::CslJson => "application/vnd.citationstyles.csl+json",
            Self::Markdown => "text/markdown; charset=utf-8; variant=CommonMark",
            Self::JsonLd => "application/ld+json",
            Self::WebAnnotation => "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"",
            Self::Argdown | Self::Text => "text/plain; charset=utf-8", // Argdown has none of its own
        }
    }

    /// The format of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_extensions_tell_formats_apart() {
        for (n, format) in Format::ALL.into_iter().enumerate() {
            assert_eq!(Format::parse(format.name()), Some(format));
            for other in &Format::ALL[n + 1..] {
                assert_ne!(format.extension(), other.extension());
            }
        }
        assert_eq!(Format::parse("xls"), None);
    }
}
