//! What can be taken away, in every language: what a format is called and for, how it is made, and what it leaves out, as
//! [`Format::leaves_out`] has it.

use export::{Format, Part};

use super::{Words, fill};

impl Words {
    /// How a format is made, and what it leaves out.
    pub(crate) fn of_format(&self, format: Format) -> String {
        let made = (self.format)(format).1;
        let parts: Vec<&str> = format.leaves_out().iter().map(|part| (self.part)(*part)).collect();
        if parts.is_empty() { made.into() } else { fill(self.takeaway.leaves_out, &[&made, &parts.join(", ")]) }
    }
}

pub(super) fn in_english(format: Format) -> (&'static str, &'static str) {
    match format {
        Format::Csv => (
            "CSV, for spreadsheets",
            "A row a statement. A cell that a spreadsheet would take for a formula begins with an apostrophe.",
        ),
        Format::Json => ("JSON, for programs", "All that is known, with the whole articles."),
        Format::JsonLines => ("JSON Lines, for programs", "An object a line, one a statement."),
        Format::Bibtex => ("BibTeX, for bibliographies", "An entry an article."),
        Format::CslJson => ("CSL-JSON, for Zotero and other managers of references", "An item an article."),
        Format::Markdown => ("Markdown, to read or edit", "Each statement as a block quotation with its citation."),
        Format::Text => ("Plain text, to read or quote", "Each statement with its citation."),
        Format::JsonLd => ("JSON-LD, linked data in the words of schema.org", "Statements as quotations and claims."),
        Format::WebAnnotation => {
            ("Web Annotation, for tools that mark texts", "An annotation a statement, with the place of its words.")
        }
        Format::Argdown => ("Argdown, for a map of the debate", "Sides, arguments, what supports and attacks what."),
        Format::Aif => ("AIF, for argument maps in OVA3", "Who asserts what, inferences, conflicts and rephrases."),
    }
}

pub(super) fn in_german(format: Format) -> (&'static str, &'static str) {
    match format {
        Format::Csv => (
            "CSV, für Tabellen",
            "Eine Zeile je Aussage. Was eine Tabelle für eine Formel hielte, beginnt mit einem Apostroph.",
        ),
        Format::Json => ("JSON, für Programme", "Alles, was bekannt ist, mit den ganzen Artikeln."),
        Format::JsonLines => ("JSON Lines, für Programme", "Ein Objekt je Zeile und Aussage."),
        Format::Bibtex => ("BibTeX, für Literaturverzeichnisse", "Ein Eintrag je Artikel."),
        Format::CslJson => ("CSL-JSON, für Zotero und andere Literaturverwaltungen", "Ein Eintrag je Artikel."),
        Format::Markdown => ("Markdown, zum Lesen und Bearbeiten", "Jede Aussage als abgesetztes Zitat mit Quelle."),
        Format::Text => ("Einfacher Text, zum Lesen und Zitieren", "Jede Aussage mit Quelle."),
        Format::JsonLd => {
            ("JSON-LD, vernetzte Daten mit den Begriffen von schema.org", "Aussagen als Zitate und Behauptungen.")
        }
        Format::WebAnnotation => (
            "Web Annotation, für Werkzeuge, die Texte markieren",
            "Eine Anmerkung je Aussage, mit der Stelle ihrer Wörter.",
        ),
        Format::Argdown => ("Argdown, für eine Karte der Debatte", "Seiten, Argumente, was was stützt und angreift."),
        Format::Aif => {
            ("AIF, für Argumentkarten in OVA3", "Wer was behauptet, Schlüsse, Konflikte und Umformulierungen.")
        }
    }
}

pub(super) fn part_in_english(part: Part) -> &'static str {
    match part {
        Part::Words => "statements",
        Part::Place => "where the words stand in the article",
        Part::Quotation => "whether words are quoted",
        Part::Source => "the words that name who speaks",
        Part::Speaker => "speakers",
        Part::SpeakerKind => "kinds of speakers",
        Part::Role => "roles",
        Part::Affiliation => "affiliations",
        Part::Argument => "what is an argument and what is not",
        Part::Components => "claims and premises",
        Part::Side => "sides",
        Part::Themes => "themes",
        Part::Evidence => "reasons",
        Part::Edits => "corrections",
        Part::Relations => "relations",
        Part::Rephrases => "rephrases",
        Part::Bases => "how relations are known",
        Part::Titles => "headlines",
        Part::Outlets => "publishers",
        Part::Authors => "authors of articles",
        Part::Dates => "dates",
        Part::Addresses => "addresses at publishers’",
        Part::Kinds => "kinds of articles",
        Part::Works => "what background reports were written from",
        Part::Texts => "whole articles",
    }
}

pub(super) fn part_in_german(part: Part) -> &'static str {
    match part {
        Part::Words => "die Aussagen",
        Part::Place => "die Stelle der Wörter im Artikel",
        Part::Quotation => "ob Wörter zitiert sind",
        Part::Source => "die Wörter, die den Sprecher nennen",
        Part::Speaker => "Sprecher",
        Part::SpeakerKind => "die Art der Sprecher",
        Part::Role => "Rollen",
        Part::Affiliation => "Zugehörigkeiten",
        Part::Argument => "was ein Argument ist und was nicht",
        Part::Components => "Behauptungen und Gründe",
        Part::Side => "Seiten",
        Part::Themes => "Themen",
        Part::Evidence => "Begründungen",
        Part::Edits => "Korrekturen",
        Part::Relations => "Beziehungen",
        Part::Rephrases => "Umformulierungen",
        Part::Bases => "woher man Beziehungen kennt",
        Part::Titles => "Überschriften",
        Part::Outlets => "Herausgeber",
        Part::Authors => "Verfasser der Artikel",
        Part::Dates => "Erscheinungstage",
        Part::Addresses => "Adressen beim Herausgeber",
        Part::Kinds => "die Art der Artikel",
        Part::Works => "wonach Hintergrundberichte geschrieben sind",
        Part::Texts => "ganze Artikel",
    }
}
