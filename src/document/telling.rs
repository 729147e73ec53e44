//! What heads, feeds and pictures say of a page in a sentence. They are made at build time only and in English, as pages are
//! prerendered: what they share with the interface comes from [`crate::words`], the rest is here and not in the page's code.

use corpus::{Article, ArticleKind, Corpus, Position, Quotation, Span, Speaker, SpeakerKind, Statement, StatementIx};
use explore::{Choice, balance};

use crate::components::{described, is_title, role};
use crate::{Route, Site, words};
use corpus::opening;

/// Characters of a description: about what search engines show of it.
const DESCRIPTION_LENGTH: usize = 200;

/// Characters of an article's first words in its description, which leave room for what is argued in it.
const OPENING_LENGTH: usize = 110;

/// What a page is about, in a line or two.
pub(super) fn description(site: Site, route: Route) -> String {
    let corpus = site.corpus();
    let words = site.words();
    let question = &corpus.debate.question;
    let told = match route {
        Route::Sides | Route::Everything | Route::Embed | Route::Missing => {
            format!("{question} {}.", argued(site, &all(site)))
        }
        Route::Pairs => format!("{} {question}", words.pairs.lead),
        Route::Themes => {
            let labels: Vec<&str> = corpus.debate.themes.iter().map(|theme| &*theme.label).collect();
            format!("What the debate turns on: {}. {question}", labels.join(", "))
        }
        Route::Theme(ix) => {
            let on_it = site.explorer().having(Choice::Theme(ix));
            format!("{}: {}. {question}", corpus.debate.themes[ix.get()].label, argued(site, &on_it))
        }
        Route::Timeline => {
            let years = corpus.articles.first().zip(corpus.articles.last());
            let years = years.map(|(first, last)| (first.date.year(), last.date.year()));
            let years = years.map(|(first, last)| words::fill(words.speakers.years, &[&first, &last]));
            format!("What was argued when: {}. {question}", years.unwrap_or_default())
        }
        Route::Articles => format!("{}. {question}", site.counted(corpus.articles.len(), words.common.articles)),
        Route::Article(ix) => {
            let article = &corpus.articles[ix.get()];
            let paragraphs = article.paragraphs().iter().map(|span| article.words(*span)).collect::<Vec<_>>().join(" ");
            let statements = site.explorer().having(Choice::Article(ix));
            format!(
                "{} · {} · {}",
                opening(&paragraphs, OPENING_LENGTH),
                imprint(site, article),
                argued(site, &statements)
            )
        }
        Route::Speakers => {
            let speakers = site.counted(corpus.speakers.len(), words.speakers.speakers);
            format!("{speakers}. {}", words.speakers.lead)
        }
        Route::Speaker(ix) => {
            let speaker = &corpus.speakers[ix.get()];
            let said = site.explorer().having(Choice::Speaker(ix));
            let role = speaker.roles.iter().map(|role| &**role).find(|role| is_title(role));
            let who = described(role, speaker.affiliation.as_deref()).map(|who| format!(", {who}")).unwrap_or_default();
            let statements = site.counted(said.len(), words.common.statements);
            format!("{}{who}: {statements}, {}. {question}", speaker.name, argued(site, &said))
        }
        Route::Compare => format!("{}: who argues what, in their own words. {question}", words.speakers.compare),
        Route::Collection => format!("What you have collected of the arguments: noted, printed, shared. {question}"),
        Route::About => format!("How the arguments were found and sorted, and how far to trust it. {question}"),
    };
    opening(&told, DESCRIPTION_LENGTH)
}

/// What an argument is about: its words, and whose they are.
pub(super) fn description_of(site: Site, statement: &Statement<'_>) -> String {
    let words = opening(&said(site.corpus(), statement), DESCRIPTION_LENGTH);
    format!("{words} · {}", told_in(site, statement))
}

/// Who says a statement, as he is called. A group takes a capital, for its name, a common noun, stands first.
pub(super) fn named(site: Site, statement: &Statement<'_>) -> String {
    match site.corpus().speaker_of(statement) {
        Some(Speaker { name, kind: SpeakerKind::Group, .. }) => {
            let mut signs = name.chars();
            signs.next().into_iter().flat_map(char::to_uppercase).chain(signs).collect()
        }
        Some(speaker) => speaker.name.to_string(),
        None => site.words().common.unnamed_speaker.into(),
    }
}

/// Who says a statement, and who that is.
pub(super) fn introduced(site: Site, statement: &Statement<'_>) -> String {
    match role(site.corpus(), statement) {
        Some(role) => format!("{}, {role}", named(site, statement)),
        None => named(site, statement),
    }
}

/// Who says a statement, and in what article: `Ann Bell, mayor, in “Walls” (The Post, 29 February 2020)`.
pub(super) fn told_in(site: Site, statement: &Statement<'_>) -> String {
    let article = site.corpus().article_of(statement);
    format!("{}, in “{}” ({})", introduced(site, statement), article.heading(), imprint(site, article))
}

/// Where and when an article appeared.
pub(super) fn imprint(site: Site, article: &Article<'_>) -> String {
    let date = site.locale().date(article.date);
    let from = match article.kind {
        ArticleKind::News => article.outlet.as_deref(),
        ArticleKind::Background => Some(site.words().common.background_report),
    };
    from.map_or_else(|| date.clone(), |from| format!("{from}, {date}"))
}

/// The words of a statement: every span whole, an ellipsis between two, as on cards.
pub(super) fn words_of(corpus: &Corpus<'_>, statement: &Statement<'_>) -> String {
    let article = corpus.article_of(statement);
    statement.spans.iter().map(|span| article.words(*span)).collect::<Vec<_>>().join(GAP)
}

/// The same as pages show them: in quotation marks what is quoted throughout.
pub(super) fn said(corpus: &Corpus<'_>, statement: &Statement<'_>) -> String {
    let article = corpus.article_of(statement);
    let quoted = |span: &Span| format!("“{}”", article.words(*span));
    match statement.quotation {
        Quotation::Direct => statement.spans.iter().map(quoted).collect::<Vec<_>>().join(GAP),
        Quotation::Mixed | Quotation::Indirect => words_of(corpus, statement),
    }
}

/// What stands between two spans of a statement.
const GAP: &str = " … ";

/// The statements of a site.
pub(super) fn all(site: Site) -> Vec<StatementIx> {
    (0..site.corpus().statements.len()).map(StatementIx::new).collect()
}

/// How many arguments are on which side among some statements, those that have any.
pub(super) fn shares(site: Site, statements: &[StatementIx]) -> Vec<(Position, usize)> {
    let corpus = site.corpus();
    let balance = balance(corpus, statements.iter().map(|ix| &corpus.statements[ix.get()]));
    let shares = balance.positions.into_iter().map(|(position, share)| (position, share.arguments));
    shares.filter(|(_, arguments)| *arguments > 0).collect()
}

/// The same in words: `9 arguments: Lawful access 5, Strong encryption 3, Neither side 1`.
fn argued(site: Site, statements: &[StatementIx]) -> String {
    let shares = shares(site, statements);
    let all = shares.iter().map(|(_, arguments)| arguments).sum();
    let whole = site.counted(all, site.words().common.arguments);
    let share =
        |(position, n): &(Position, usize)| format!("{} {}", site.position_label(*position), site.locale().number(*n));
    match shares.as_slice() {
        [] => whole,
        shares => format!("{whole}: {}", shares.iter().map(share).collect::<Vec<_>>().join(", ")),
    }
}
