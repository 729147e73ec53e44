//! All articles, in order of date.

use corpus::ArticleIx;
use yew::prelude::*;

use super::heading;
use crate::components::{counted, tally};
use crate::{Route, Site};

/// The list of articles, each with what it holds for whom.
pub(crate) fn articles(site: Site) -> Html {
    let corpus = site.corpus();
    let of = |ix| corpus.statements.iter().filter(move |statement| statement.article == ix);
    html! {
        <div class="page">
            <h1>{ "Articles" }</h1>
            <p class="lead">{ counted(corpus.articles.len(), "article") }{ ", in order of date." }</p>
            <ol class="list">
                for (n, article) in corpus.articles.iter().enumerate() {
                    <li>
                        <h2><a href={Route::Article(ArticleIx::new(n)).path(corpus)}>{ heading(article) }</a></h2>
                        <p class="imprint">
                            if let Some(outlet) = &article.outlet { { outlet.as_str() }{ ", " } }
                            <time datetime={article.date.to_string()}>{ article.date.long() }</time>
                            { ", " }{ counted(of(ArticleIx::new(n)).count(), "statement") }
                        </p>
                        { tally(site, of(ArticleIx::new(n))) }
                    </li>
                }
            </ol>
        </div>
    }
}
