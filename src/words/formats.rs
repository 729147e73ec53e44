//! What can be taken away, in every language: what a format is called and for, and what it leaves out.

use export::Format;

pub(super) fn in_english(format: Format) -> (&'static str, &'static str) {
    match format {
        Format::Csv => (
            "CSV, for spreadsheets",
            "A row a statement. Where the words stand in the article, reasons, corrections, authors of articles and relations are left out. A cell that a spreadsheet would take for a formula begins with an apostrophe.",
        ),
        Format::Json => ("JSON, for programs", "All that is known, with the whole articles."),
        Format::JsonLines => {
            ("JSON Lines, for programs", "An object a line, one a statement. Articles and relations are left out.")
        }
        Format::Bibtex => (
            "BibTeX, for bibliographies",
            "An entry an article. Statements and what a background report was written from are left out.",
        ),
        Format::CslJson => (
            "CSL-JSON, for Zotero and other managers of references",
            "An item an article. Statements and what a background report was written from are left out.",
        ),
        Format::Markdown => (
            "Markdown, to read or edit",
            "Each statement as a block quotation with its citation. Reasons, corrections, claims and premises, affiliations and relations are left out.",
        ),
        Format::Text => (
            "Plain text, to read or quote",
            "Each statement with its citation. Reasons, corrections, claims and premises, affiliations and relations are left out.",
        ),
        Format::JsonLd => (
            "JSON-LD, linked data in the words of schema.org",
            "Statements as quotations and claims. Where the words stand in the article, reasons, corrections and relations are left out.",
        ),
        Format::WebAnnotation => (
            "Web Annotation, for tools that mark texts",
            "An annotation a statement, with the place of its words. What articles are called and when they appeared, roles, affiliations, reasons, corrections and relations are left out.",
        ),
        Format::Argdown => (
            "Argdown, for a map of the debate",
            "Sides, arguments, what supports and attacks what. Rephrases, claims and premises, roles, reasons, corrections and whole articles are left out.",
        ),
        Format::Aif => (
            "AIF, for argument maps in OVA3",
            "Who asserts what, inferences, conflicts and rephrases. Themes, roles, affiliations, reasons, corrections and all of articles but their dates are left out.",
        ),
    }
}

pub(super) fn in_german(format: Format) -> (&'static str, &'static str) {
    match format {
        Format::Csv => (
            "CSV, für Tabellen",
            "Eine Zeile je Aussage. Es fehlen die Stelle im Artikel, Begründungen, Korrekturen, Verfasser der Artikel und Beziehungen. Was eine Tabelle für eine Formel hielte, beginnt mit einem Apostroph.",
        ),
        Format::Json => ("JSON, für Programme", "Alles, was bekannt ist, mit den ganzen Artikeln."),
        Format::JsonLines => {
            ("JSON Lines, für Programme", "Ein Objekt je Zeile und Aussage. Artikel und Beziehungen fehlen.")
        }
        Format::Bibtex => (
            "BibTeX, für Literaturverzeichnisse",
            "Ein Eintrag je Artikel. Es fehlen die Aussagen und das, wonach ein Hintergrundbericht geschrieben ist.",
        ),
        Format::CslJson => (
            "CSL-JSON, für Zotero und andere Literaturverwaltungen",
            "Ein Eintrag je Artikel. Es fehlen die Aussagen und das, wonach ein Hintergrundbericht geschrieben ist.",
        ),
        Format::Markdown => (
            "Markdown, zum Lesen und Bearbeiten",
            "Jede Aussage als abgesetztes Zitat mit Quelle. Es fehlen Begründungen, Korrekturen, Behauptungen und Gründe, Zugehörigkeiten und Beziehungen.",
        ),
        Format::Text => (
            "Einfacher Text, zum Lesen und Zitieren",
            "Jede Aussage mit Quelle. Es fehlen Begründungen, Korrekturen, Behauptungen und Gründe, Zugehörigkeiten und Beziehungen.",
        ),
        Format::JsonLd => (
            "JSON-LD, vernetzte Daten mit den Begriffen von schema.org",
            "Aussagen als Zitate und Behauptungen. Es fehlen die Stelle im Artikel, Begründungen, Korrekturen und Beziehungen.",
        ),
        Format::WebAnnotation => (
            "Web Annotation, für Werkzeuge, die Texte markieren",
            "Eine Anmerkung je Aussage, mit der Stelle ihrer Wörter. Es fehlen Titel und Datum der Artikel, Rollen, Zugehörigkeiten, Begründungen, Korrekturen und Beziehungen.",
        ),
        Format::Argdown => (
            "Argdown, für eine Karte der Debatte",
            "Seiten, Argumente, was was stützt und angreift. Es fehlen Umformulierungen, Behauptungen und Gründe, Rollen, Begründungen, Korrekturen und ganze Artikel.",
        ),
        Format::Aif => (
            "AIF, für Argumentkarten in OVA3",
            "Wer was behauptet, Schlüsse, Konflikte und Umformulierungen. Es fehlen Themen, Rollen, Zugehörigkeiten, Begründungen, Korrekturen und von den Artikeln alles außer dem Datum.",
        ),
    }
}
