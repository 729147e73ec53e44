//! What this site is, what it holds, how it was made and how far to trust it.

use corpus::{ArticleIx, Position, Quotation, StatementIx};
use explore::{Choice, Facet};
use export::{Format, SCHEMA_FILE};
use yew::prelude::*;

use crate::components::{position_classes, side_name, takeaway};
use crate::figures::{HELD_BACK, LOOKED_AT, REPORTS_HELD_BACK, REPORTS_LOOKED_AT};
use crate::routes::Route;
use crate::site::{CORPUS_LANGUAGE, IN_PIECES};
use crate::words::{fill, fill_html};
use crate::{ONE_FILE, Site};

/// The method, the figures and the limits.
pub(crate) fn about(site: Site) -> Html {
    let words = &site.words().about;
    html! {
        <div class="page prose">
            <h1>{ words.heading }</h1>
            <p class="lead">
                { words.lead }{ " " }
                <em lang={CORPUS_LANGUAGE}>{ site.corpus().debate.question.as_str() }</em>
            </p>
            { sides(site) }
            { holdings(site) }
            { method(site) }
            { searching(site) }
            { formats(site) }
            { limits(site) }
            { accuracy(site) }
            { privacy(site) }
        </div>
    }
}

fn sides(site: Site) -> Html {
    html! {
        <>
            <h2>{ site.words().about.sides }</h2>
            <dl class="sides">
                for position in site.corpus().positions() {
                    <div class={position_classes(site.corpus(), position)} lang={site.position_language(position)}>
                        <dt class="side-tag">{ site.position_label(position) }</dt>
                        <dd>{ site.position_summary(position) }</dd>
                    </div>
                }
            </dl>
        </>
    }
}

fn holdings(site: Site) -> Html {
    let corpus = site.corpus();
    let words = site.words();
    let standing = |position| corpus.statements.iter().filter(|statement| statement.position() == position).count();
    let quoted = |quotation| corpus.statements.iter().filter(|statement| statement.quotation == quotation).count();
    let silent = corpus.statements.iter().filter(|statement| !statement.argument).count();
    let row = |what: Html, count: usize, share: bool| {
        html! {
            <tr class={share.then_some("share")}>
                <th scope="row">{ what }</th><td>{ site.locale().number(count) }</td>
            </tr>
        }
    };
    let position = |position: Position| {
        let label = side_name(site, position);
        row(label, standing(position), true)
    };
    html! {
        <>
            <h2>{ words.about.holds }</h2>
            <table>
                <tbody>
                    { row(words.frame.articles.into(), corpus.articles.len(), false) }
                    { row(words.frame.speakers.into(), corpus.speakers.len(), false) }
                    { row(words.common.all_statements.into(), corpus.statements.len(), false) }
                    { for corpus.positions().map(position) }
                    { row(words.about.not_arguments.into(), silent, true) }
                    for quotation in [Quotation::Direct, Quotation::Mixed, Quotation::Indirect] {
                        { row(site.label(Choice::Quotation(quotation)).into(), quoted(quotation), false) }
                    }
                </tbody>
            </table>
        </>
    }
}

fn method(site: Site) -> Html {
    let words = &site.words().about;
    let articles = site.counted(site.corpus().articles.len(), site.words().common.articles);
    html! {
        <>
            <h2>{ words.how }</h2>
            <p>{ fill(words.how_read, &[&articles]) }</p>
            <p>{ fill(words.how_weighed, &[&site.words().why.why_here]) }</p>
            for text in [words.how_sure, words.how_related, words.how_alike, words.how_verbatim] { <p>{ text }</p> }
        </>
    }
}

fn searching(site: Site) -> Html {
    let words = &site.words().about;
    let keys = html! {
        for (n, facet) in Facet::ALL.into_iter().enumerate() {
            if n > 0 { { ", " } }
            <code>{ facet.key() }{ ":" }</code>
        }
    };
    html! {
        <>
            <h2>{ words.searching }</h2>
            <p>{ words.searching_words }</p>
            <p>{ words.searching_exact }</p>
            <p>{ fill_html(words.searching_facets, &[keys]) }</p>
            <p>{ fill(words.searching_order, &[&site.words().sides.relevance]) }</p>
        </>
    }
}

fn formats(site: Site) -> Html {
    let words = site.words();
    let corpus = site.corpus();
    let all = (0..corpus.statements.len()).map(StatementIx::new).collect();
    let articles = (0..corpus.articles.len()).map(ArticleIx::new).collect();
    html! {
        <>
            <h2>{ words.takeaway.heading }</h2>
            <p>{ words.takeaway.everywhere }</p>
            <dl class="formats">
                for format in Format::ALL {
                    <dt>{ (words.format)(format).0 }</dt>
                    <dd>{ words.of_format(format) }</dd>
                }
            </dl>
            { takeaway(site, all, articles, &corpus.debate.title) }
            if !site.is_one_file() {
                <p>{ fill(words.embed.everywhere, &[&words.embed.heading]) }</p>
                <p class="alone"><a href={SCHEMA_FILE}>{ words.takeaway.schema }</a></p>
            }
            if !IN_PIECES && !site.is_one_file() {
                <p class="alone"><a href={ONE_FILE} download={format!("{}.html", corpus.debate.title)}>{ words.takeaway.one_file }</a></p>
            }
        </>
    }
}

fn limits(site: Site) -> Html {
    let words = &site.words().about;
    html! {
        <>
            <h2>{ words.trust }</h2>
            <ul>
                <li>{ words.trust_side }</li>
                <li>{ words.trust_places }</li>
                if site.corpus().statements.iter().any(|statement| !statement.edits.is_empty()) {
                    <li>{ fill(words.trust_edited, &[&site.words().why.why_here]) }</li>
                }
                <li>{ words.trust_voice }</li>
                <li>{ words.trust_selection }</li>
            </ul>
        </>
    }
}

fn accuracy(site: Site) -> Html {
    let words = &site.words().about;
    html! {
        <>
            <h2>{ words.right }</h2>
            <p>{ words.right_marked }</p>
            { figures(site, &[
                (words.found, LOOKED_AT.found.into(), HELD_BACK.found.into()),
                (words.marked, LOOKED_AT.marked.into(), HELD_BACK.marked.into()),
                (words.speaker, LOOKED_AT.speaker.into(), HELD_BACK.speaker.into()),
                (words.side, LOOKED_AT.side.into(), HELD_BACK.side.into()),
                (words.opposite, LOOKED_AT.opposite.into(), HELD_BACK.opposite.into()),
            ]) }
            <p>{ words.right_reports }</p>
            { figures(site, &[
                (site.words().common.all_statements, REPORTS_LOOKED_AT.statements, REPORTS_HELD_BACK.statements),
                (words.corrected, REPORTS_LOOKED_AT.corrected, REPORTS_HELD_BACK.corrected),
                (words.wrong_speaker, REPORTS_LOOKED_AT.speaker, REPORTS_HELD_BACK.speaker),
                (words.wrong_side, REPORTS_LOOKED_AT.side, REPORTS_HELD_BACK.side),
                (words.wrong_opposite, REPORTS_LOOKED_AT.opposite, REPORTS_HELD_BACK.opposite),
                (words.wrong_cut, REPORTS_LOOKED_AT.cut, REPORTS_HELD_BACK.cut),
                (words.missed, REPORTS_LOOKED_AT.missed, REPORTS_HELD_BACK.missed),
            ]) }
            <p>{ words.right_best }</p>
        </>
    }
}

/// A table of figures: of what was looked at while rules were written or mended, and of what was held back.
fn figures(site: Site, rows: &[(&'static str, usize, usize)]) -> Html {
    let words = &site.words().about;
    html! {
        <table>
            <thead><tr><td></td><th scope="col">{ words.looked_at }</th><th scope="col">{ words.held_back }</th></tr></thead>
            <tbody>
                for (what, looked_at, held_back) in rows {
                    <tr><th scope="row">{ *what }</th><td>{ *looked_at }</td><td>{ *held_back }</td></tr>
                }
            </tbody>
        </table>
    }
}

fn privacy(site: Site) -> Html {
    let words = &site.words().about;
    let collection = html! { <a href={Route::Collection.path(site)}>{ site.words().frame.collection }</a> };
    html! {
        <>
            <h2>{ words.privacy }</h2>
            <p>{ words.privacy_requests }</p>
            <p>{ words.privacy_kept }</p>
            <ul>
                <li>{ fill_html(words.kept_collection, &[collection]) }</li>
                <li>{ words.kept_language }</li>
                <li>{ words.kept_keys }</li>
            </ul>
            if !site.is_one_file() { <p>{ words.privacy_offline }</p> }
            <p>{ words.privacy_stays }</p>
        </>
    }
}
