//! What this site is, what it holds, how it was made and how far to trust it.

use corpus::Quotation;
use explore::Choice;
use yew::prelude::*;

use crate::Site;
use crate::components::{counted, position_classes};
use crate::figures::{HELD_BACK, LOOKED_AT, REPORTS_HELD_BACK, REPORTS_LOOKED_AT};

/// The method, the figures and the limits.
pub(crate) fn about(site: Site) -> Html {
    let corpus = site.corpus();
    let arguments = corpus.statements.iter().filter(|statement| statement.argument).count();
    let standing = |position| corpus.statements.iter().filter(|statement| statement.position() == position).count();
    let quoted = |quotation| corpus.statements.iter().filter(|statement| statement.quotation == quotation).count();
    html! {
        <div class="page prose">
            <h1>{ "About this site" }</h1>
            <p class="lead">
                { "Who argues what about one question, on which side, in the words of the articles, and where they stand: " }
                <em>{ corpus.debate.question.as_str() }</em>
            </p>
            <h2>{ "The sides" }</h2>
            <dl class="sides">
                for position in corpus.positions() {
                    <div class={position_classes(corpus, position)}>
                        <dt class="side-tag">{ site.position_label(position) }</dt>
                        <dd>{ site.position_summary(position) }</dd>
                    </div>
                }
            </dl>
            <h2>{ "What it holds" }</h2>
            <table>
                <tbody>
                    <tr><th scope="row">{ "Articles" }</th><td>{ corpus.articles.len() }</td></tr>
                    <tr><th scope="row">{ "Speakers" }</th><td>{ corpus.speakers.len() }</td></tr>
                    <tr><th scope="row">{ "Statements" }</th><td>{ corpus.statements.len() }</td></tr>
                    for position in corpus.positions() {
                        <tr class="share"><th scope="row">{ site.position_label(position) }</th><td>{ standing(position) }</td></tr>
                    }
                    <tr class="share"><th scope="row">{ "of which not arguments" }</th><td>{ corpus.statements.len() - arguments }</td></tr>
                    for quotation in [Quotation::Direct, Quotation::Mixed, Quotation::Indirect] {
                        <tr><th scope="row">{ site.label(Choice::Quotation(quotation)) }</th><td>{ quoted(quotation) }</td></tr>
                    }
                </tbody>
            </table>
            <h2>{ "How a statement comes to be here" }</h2>
            <p>
                { "When the site was built, a program read " }{ counted(corpus.articles.len(), "article") }
                { " and looked for words that report what somebody said: quotation marks, verbs such as “said” or “warned”, \
                   phrases such as “according to”; a model that had learned from other news looked for more. It settled who is meant by a surname, a title or a pronoun. It then asked \
                   whether the words take a position, which of them claim and which are premises, the reasons given for a claim, which side they argue for \
                   and what they turn on. “Why here” on each card shows the words and rules that it went by." }
            </p>
            <p>
                { "A card says which argument it answers or supports where the article says so, or where two sides use \
                   much the same words on one theme; the latter is a guess, and marked as such." }
            </p>
            <p>
                { "A statement has no text of its own. It is a set of places in its article, and the page shows what stands \
                   there; the build fails where that is not so." }
            </p>
            <h2>{ "How far to trust it" }</h2>
            <ul>
                <li>{ "The side is judged from the words of the statement, or else from whom or what it speaks for or against. \
                       Where its speaker is known to stand counts as much as a phrase, and settles it where no word speaks against that. Else the statement stands on neither side." }</li>
                <li>{ "A program can miss a statement, cut it too short or too long, or take a name for another. Every card \
                       leads to its place in the article: read it there before you rely on it." }</li>
                if corpus.statements.iter().any(|statement| !statement.edits.is_empty()) {
                    <li>{ "“Edited” marks what the publisher corrected or added by hand; “Why here” gives the reason." }</li>
                }
                <li>{ "What a news report says in its own voice is not shown; what the author of an opinion piece argues is." }</li>
                <li>{ "The selection of articles is the publisher’s. Counts say how often something was said in them, not how \
                       many people hold it or who is right." }</li>
            </ul>
            <h2>{ "How often it is right" }</h2>
            <p>
                { "People marked by hand who says what in news articles about one debate, that over access to encrypted \
                   communications. Some articles were looked at while the program was written, others \
                   held back: an article that is new to it is nearer to these. In percent:" }
            </p>
            { figures(&[
                ("Of what people marked, found", LOOKED_AT.found.into(), HELD_BACK.found.into()),
                ("Of what is found, marked by people too", LOOKED_AT.marked.into(), HELD_BACK.marked.into()),
                ("… and with the right speaker", LOOKED_AT.speaker.into(), HELD_BACK.speaker.into()),
                ("Of arguments found, right in speaker and side", LOOKED_AT.side.into(), HELD_BACK.side.into()),
                ("Of arguments on a side, put on the opposite one", LOOKED_AT.opposite.into(), HELD_BACK.opposite.into()),
            ]) }
            <p>
                { "The background reports that it comes with were written, and marked by hand, by people who had not seen what it makes \
                   of them. Rules were then mended with most reports in sight. What still needs a correction, themes included:" }
            </p>
            { figures(&[
                ("Statements", REPORTS_LOOKED_AT.statements, REPORTS_HELD_BACK.statements),
                ("… corrected in any respect", REPORTS_LOOKED_AT.corrected, REPORTS_HELD_BACK.corrected),
                ("… with the wrong speaker", REPORTS_LOOKED_AT.speaker, REPORTS_HELD_BACK.speaker),
                ("… on the wrong side, or wrongly on a side or on none", REPORTS_LOOKED_AT.side, REPORTS_HELD_BACK.side),
                ("… of these on the opposite side", REPORTS_LOOKED_AT.opposite, REPORTS_HELD_BACK.opposite),
                ("… cut too long or too short", REPORTS_LOOKED_AT.cut, REPORTS_HELD_BACK.cut),
                ("… not found", REPORTS_LOOKED_AT.missed, REPORTS_HELD_BACK.missed),
            ]) }
            <p>
                { "It is at its best with words in quotation marks, and at its weakest where a report gives them in its \
                   own, where the speaker is named later or not at all, and with irony." }
            </p>
            <h2>{ "Your privacy" }</h2>
            <p>
                { "The page makes no request to anybody but the site that it came from, sets no cookie and stores nothing. \
                   What you filter and search for stays in your browser and in the address that you choose to share." }
            </p>
        </div>
    }
}

/// A table of figures: of what was looked at while rules were written or mended, and of what was held back.
fn figures(rows: &[(&'static str, usize, usize)]) -> Html {
    html! {
        <table>
            <thead><tr><td></td><th scope="col">{ "Looked at" }</th><th scope="col">{ "Held back" }</th></tr></thead>
            <tbody>
                for (what, looked_at, held_back) in rows {
                    <tr><th scope="row">{ *what }</th><td>{ *looked_at }</td><td>{ *held_back }</td></tr>
                }
            </tbody>
        </table>
    }
}
