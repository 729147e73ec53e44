//! Where things are on a site: the one place that says it, for files that lead there and for the site's own links.

/// The page of an article, below the site's address.
pub fn article(id: &str) -> String {
    format!("article/{id}.html")
}

/// The place of a statement in its article.
pub fn statement(article_id: &str, id: corpus::StatementId) -> String {
    format!("{}#{id}", article(article_id))
}

/// The page of a speaker.
pub fn speaker(id: &str) -> String {
    format!("speaker/{id}.html")
}

/// The page of a theme.
pub fn theme(id: &str) -> String {
    format!("theme/{id}.html")
}
