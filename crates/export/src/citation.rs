//! A statement as one cites it: its words, who says them, where that stands, and where it can be read. For the clipboard, for plain
//! text, and for whoever writes a citation of his own.

use corpus::{Article, ArticleIx, ArticleKind, Corpus, Quotation, SpeakerKind, Statement, StatementIx};

use crate::record::GAP;
use crate::{Selection, addresses};

pub use crate::fragment::text_fragment;

/// A statement of a corpus for somebody else's text: the words in quotation marks, who says them, the article, its address and that of
/// the statement on the site. `site` is as in [`Selection::of`](crate::Selection::of); the words of the article must be here.
///
/// The marks are there for indirect speech too: what is cited are the words of the article. Whether they are the speaker's as well is
/// said by what comes after his name: `quoted in`, `partly quoted in` or `reported in`. Marks inside the words stay as they are.
pub fn quotation(corpus: &Corpus<'_>, statement: StatementIx, site: &str) -> String {
    let statement = &corpus.statements[statement.get()];
    let article = corpus.article_of(statement);
    let mut text = format!("“{}”\n— ", words(corpus, statement));
    if let Some(speaker) = speaker(corpus, statement) {
        text += &speaker;
        text += ", ";
    }
    text += reported(corpus, statement);
    text += &source(article);
    if let Some(url) = &article.url {
        text += "\n";
        text += url;
    }
    if !site.is_empty() {
        text += "\n";
        text += site;
        text += &addresses::statement(&article.id, statement.id);
    }
    text
}

/// The words of a statement as they stand, with a sign where some are left out between them.
pub(crate) fn words(corpus: &Corpus<'_>, statement: &Statement<'_>) -> String {
    let article = corpus.article_of(statement);
    statement.spans.iter().map(|span| article.words(*span)).collect::<Vec<_>>().join(GAP)
}

/// Who says it, and in which role; where that is not settled, the words that name him; nothing where there are none.
pub(crate) fn speaker(corpus: &Corpus<'_>, statement: &Statement<'_>) -> Option<String> {
    let article = corpus.article_of(statement);
    let name = corpus.speaker_of(statement).map(|speaker| speaker.name.as_str());
    let name = one_line(name.or_else(|| statement.source.map(|span| article.words(span)))?);
    let role = statement.role.map(|span| one_line(article.words(span)));
    Some(role.map_or_else(|| name.clone(), |role| format!("{name}, {role}")))
}

/// Whose words they are, said before the article.
pub(crate) fn reported(corpus: &Corpus<'_>, statement: &Statement<'_>) -> &'static str {
    let is_author = corpus.speaker_of(statement).is_some_and(|speaker| speaker.kind == SpeakerKind::Author);
    match statement.quotation {
        _ if is_author => "in ",
        Quotation::Direct => "quoted in ",
        Quotation::Mixed => "partly quoted in ",
        Quotation::Indirect => "reported in ",
    }
}

/// The article as one cites it: its headline in quotation marks, and its imprint.
fn source(article: &Article<'_>) -> String {
    format!("“{}”, {}", heading(article), imprint(article))
}

/// What an article is called, on a line.
pub(crate) fn heading(article: &Article<'_>) -> String {
    one_line(&article.heading())
}

/// Who wrote an article, where and when it was published.
pub(crate) fn imprint(article: &Article<'_>) -> String {
    let texts = [article.author.as_deref(), article.outlet.as_deref()];
    let parts = texts.into_iter().flatten().map(one_line).chain([article.date.to_string()]);
    parts.collect::<Vec<_>>().join(", ")
}

/// Which side a statement takes, and what it turns on.
pub(crate) fn stance(corpus: &Corpus<'_>, statement: &Statement<'_>) -> String {
    let mut stance = one_line(corpus.side(statement.position()).map_or("neither side", |side| &side.label));
    for (n, theme) in statement.themes.iter().enumerate() {
        stance += if n == 0 { " · " } else { ", " };
        stance += &one_line(&corpus.debate.themes[theme.get()].label);
    }
    stance
}

/// Where an article was published: of a background report that is its page on the site, where the site's address is known.
pub(crate) fn published_at(selection: &Selection<'_>, ix: ArticleIx) -> Option<String> {
    let article = selection.article(ix);
    let is_of_the_site = article.kind == ArticleKind::Background && !selection.site().is_empty();
    let page = || is_of_the_site.then(|| selection.page_of_article(ix));
    article.url.as_ref().map(ToString::to_string).or_else(page)
}

/// A text on a line of its own: white space is one space.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use mine::SourceFile;

    fn of(text: &'static str) -> Corpus<'static> {
        let debate = br#"
            title = "t"
            question = "q"
            [[side]]
            id = "a"
            label = "a"
            summary = "a"
            cues = ["keep lamps"]
            [[side]]
            id = "b"
            label = "b"
            summary = "b"
            cues = ["no lamps"]
        "#;
        let articles = [SourceFile { name: "a.txt", bytes: text.as_bytes() }];
        mine::mine(SourceFile { name: "debate.toml", bytes: debate }, &articles, &[]).corpus.unwrap()
    }

    #[test]
    fn a_citation_says_whose_words_they_are_and_where_they_stand() {
        let corpus = of(
            "---\ntitle: Lamps\noutlet: The Post\nauthor: Cy Dee\ndate: 2021-03-04\nurl: https://example.org/l\n---\n\
            “We keep lamps,” said Ann Bell, a mayor.\n\nBob Fink said that there should be no lamps at night.\n",
        );
        let ids: Vec<String> = corpus.statements.iter().map(|each| each.id.to_string()).collect();
        assert_eq!(
            quotation(&corpus, StatementIx(0), "https://s.org/"),
            format!(
                "“We keep lamps,”\n— Ann Bell, a mayor, quoted in “Lamps”, Cy Dee, The Post, 2021-03-04\nhttps://example.org/l\n\
                https://s.org/article/a.html#{}",
                ids[0]
            )
        );
        let indirect = quotation(&corpus, StatementIx(1), "");
        assert!(indirect.contains("”\n— Bob Fink, reported in “Lamps”"), "{indirect}");
        assert!(
            indirect.ends_with("2021-03-04\nhttps://example.org/l"),
            "it has no address where the site has none: {indirect}"
        );
    }

    #[test]
    fn an_article_without_a_headline_is_called_by_its_first_words() {
        let corpus =
            of(" date 2021-03-04 One two three four five six seven eight nine ten eleven, twelve thirteen said.");
        assert_eq!(heading(&corpus.articles[0]), "One two three four five six seven eight nine ten…");
        assert_eq!(imprint(&corpus.articles[0]), "2021-03-04");
    }
}
