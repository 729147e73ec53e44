//! What to take away: statements in an order, and with them the articles in which they stand, who says them and how they are
//! related among themselves.

use std::fmt;

use corpus::{Article, ArticleIx, Corpus, Position, Relation, Speaker, SpeakerIx, Statement, StatementIx};

use crate::{CodePoints, addresses, citation};

/// Some statements of a corpus, or all of it.
pub struct Selection<'s> {
    corpus: &'s Corpus<'s>,
    site: &'s str,
    statements: Vec<StatementIx>,
    articles: Vec<ArticleIx>,
    speakers: Vec<SpeakerIx>,
    relations: Vec<&'s Relation>,
    /// Of each article.
    code_points: Vec<CodePoints<'s>>,
}

/// The words of an article that are not here: there is nothing to be written of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsMissing {
    /// Its id.
    pub article: String,
}

impl<'s> Selection<'s> {
    /// Statements in an order, and what belongs to them. `site` is what addresses of pages begin with: the site's own address, with the slash
    /// at its end, or nothing, so that they are relative to it.
    ///
    /// # Errors
    /// The first article whose words have not arrived.
    pub fn of(corpus: &'s Corpus<'s>, site: &'s str, statements: Vec<StatementIx>) -> Result<Self, WordsMissing> {
        Self::with_articles(corpus, site, statements, Vec::new())
    }

    /// An article and all its statements.
    ///
    /// # Errors
    /// As [`Selection::of`].
    pub fn of_article(corpus: &'s Corpus<'s>, site: &'s str, article: ArticleIx) -> Result<Self, WordsMissing> {
        let statements = corpus.statements.of(article).map(StatementIx::new).collect();
        Self::with_articles(corpus, site, statements, vec![article])
    }

    /// All of a corpus, articles without a statement included.
    ///
    /// # Errors
    /// As [`Selection::of`].
    pub fn whole(corpus: &'s Corpus<'s>, site: &'s str) -> Result<Self, WordsMissing> {
        let statements = (0..corpus.statements.len()).map(StatementIx::new).collect();
        Self::with_articles(corpus, site, statements, (0..corpus.articles.len()).map(ArticleIx::new).collect())
    }

    /// Statements, and articles besides those in which they stand.
    ///
    /// # Errors
    /// As [`Selection::of`].
    pub fn with_articles(
        corpus: &'s Corpus<'s>,
        site: &'s str,
        statements: Vec<StatementIx>,
        mut articles: Vec<ArticleIx>,
    ) -> Result<Self, WordsMissing> {
        articles.extend(statements.iter().filter_map(|ix| corpus.statements.article(ix.get())));
        articles.sort_unstable();
        articles.dedup();
        let missing =
            articles.iter().map(|ix| &corpus.articles[ix.get()]).find(|article| article.body.content().is_none());
        if let Some(article) = missing {
            return Err(WordsMissing { article: article.id.to_string() });
        }
        let mut is_selected = vec![false; corpus.statements.len()];
        statements.iter().for_each(|ix| is_selected[ix.get()] = true);
        let is_inside = |relation: &&Relation| is_selected[relation.from.get()] && is_selected[relation.to.get()];
        let relations = corpus.relations.iter().filter(is_inside).collect();
        let mut speakers: Vec<SpeakerIx> =
            statements.iter().filter_map(|ix| corpus.statements[ix.get()].speaker).collect();
        speakers.sort_unstable();
        speakers.dedup();
        let code_points = articles.iter().map(|ix| CodePoints::of(corpus.articles[ix.get()].text())).collect();
        Ok(Self { corpus, site, statements, articles, speakers, relations, code_points })
    }

    /// The corpus that it is of.
    pub fn corpus(&self) -> &'s Corpus<'s> {
        self.corpus
    }

    /// What addresses of pages begin with.
    pub fn site(&self) -> &'s str {
        self.site
    }

    /// The statements, in the order in which they were asked for.
    pub fn statements(&self) -> &[StatementIx] {
        &self.statements
    }

    /// The articles, in the corpus's order.
    pub fn articles(&self) -> &[ArticleIx] {
        &self.articles
    }

    /// Those who say the statements, in the corpus's order.
    pub fn speakers(&self) -> &[SpeakerIx] {
        &self.speakers
    }

    /// How the statements are related: both ends are selected.
    pub fn relations(&self) -> &[&'s Relation] {
        &self.relations
    }

    /// One of the statements.
    pub fn statement(&self, ix: StatementIx) -> &'s Statement<'s> {
        &self.corpus.statements[ix.get()]
    }

    /// One of the articles.
    pub fn article(&self, ix: ArticleIx) -> &'s Article<'s> {
        &self.corpus.articles[ix.get()]
    }

    /// Who says a statement, where that is settled.
    pub fn speaker_of(&self, statement: &Statement<'_>) -> Option<&'s Speaker<'s>> {
        statement.speaker.map(|ix| &self.corpus.speakers[ix.get()])
    }

    /// The words of a statement as they stand, with a sign where some are left out between them.
    pub fn text_of(&self, statement: &Statement<'_>) -> String {
        citation::words(self.corpus, statement)
    }

    /// The address of a statement in its article.
    pub fn page_of(&self, statement: &Statement<'_>) -> String {
        format!("{}{}", self.site, addresses::statement(&self.article(statement.article).id, statement.id))
    }

    /// The address of an article.
    pub fn page_of_article(&self, ix: ArticleIx) -> String {
        format!("{}{}", self.site, addresses::article(&self.article(ix).id))
    }

    /// Where the words of one of the articles are, in code points.
    pub fn code_points(&self, article: ArticleIx) -> &CodePoints<'s> {
        let place = self.articles.partition_point(|ix| *ix < article);
        &self.code_points[place]
    }

    /// The id of a position: that of its side, or `neither`.
    pub fn position_id(&self, position: Position) -> &'s str {
        self.corpus.side(position).map_or("neither", |side| side.id.as_str())
    }
}

impl fmt::Display for WordsMissing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the words of the article {} are not here", self.article)
    }
}

impl std::error::Error for WordsMissing {}
