//! What the inferences about a statement rest on, in words, and what an editor settled.

use corpus::{Corpus, Edited, Evidence, Inference, Position, SideIx, Span, Statement, StatementIx};
use explore::{SETTLED, STEPS, certainty, sort_by_key, standing};
use yew::prelude::*;

use super::report::{Reporting, report};
use super::{bar, position_classes, positioned, side_name, side_tag, theme_name};
use crate::Site;
use crate::words::{fill, fill_html, form};

/// How much of "Why here" is on the page. What is folded away is two fifths of a page's elements: it is there where a
/// reader without a script must find it, and where he has asked for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Its heading.
    Heading,
    /// All but what needs a script: in prerendered pages.
    Prerendered,
    /// All of it.
    All,
}

/// "Why here": in a sentence or two who speaks and how sure the side is, then what an editor settled, then the evidence for
/// speaker, argument, side, parts and themes. Folded away until asked for.
pub(super) fn why(site: Site, ix: StatementIx, shown: Shown, ontoggle: Callback<Event>, reporting: &Reporting) -> Html {
    let corpus = site.corpus();
    let statement = &corpus.statements[ix.get()];
    html! {
        <details class="why" {ontoggle}>
            <summary>{ site.words().why.why_here }</summary>
            if shown != Shown::Heading {
                <p class="sum">{ speaks(site, statement) }{ " " }{ stands(site, statement) }</p>
                { points_of_sides(site, statement) }
                { reasons(site, statement) }
            }
            if shown == Shown::All {
                { report(site, ix, reporting) }
            }
        </details>
    }
}

/// The evidence inside a statement's words, each stretch once, in reading order: its number on the card is its place here.
pub(super) fn marks(statement: &Statement<'_>) -> Vec<Span> {
    let mut marks: Vec<Span> = statement.why.iter().filter_map(|evidence| evidence.words).collect();
    marks.retain(|words| statement.spans.iter().any(|span| span.contains(*words)));
    sort_by_key(&mut marks, |span| (span.start, span.end));
    marks.dedup();
    marks
}

/// Who speaks, and how we know.
fn speaks(site: Site, statement: &Statement<'_>) -> Html {
    let words = &site.words().why;
    let Some(speaker) = site.corpus().speaker_of(statement) else { return html! { { words.no_speaker } } };
    let name = html! { <strong class={super::speaker_class(speaker)}>{ speaker.name.as_str() }</strong> };
    if statement.edits.iter().any(|edit| edit.of.covers(Inference::Speaker)) {
        return fill_html(words.speaker_settled, &[name]);
    }
    match statement.why.iter().find(|evidence| evidence.of == Inference::Speaker) {
        Some(evidence) => fill_html(words.speaks, &[name, html! { { rule(site, evidence) } }]),
        None => fill_html(words.speaks_plainly, &[name]),
    }
}

/// Which side it takes, how surely, and which one comes next.
fn stands(site: Site, statement: &Statement<'_>) -> Html {
    let words = &site.words().why;
    let Some(side) = statement.side else {
        return html! { { if statement.argument { words.left_open } else { words.not_an_argument } } };
    };
    let label = |side| html! { <strong lang="en">{ site.position_label(Position::Side(side)) }</strong> };
    let certainty = certainty(statement);
    if certainty == SETTLED {
        let edited = statement.edits.iter().any(|edit| edit.of.covers(Inference::Side));
        return fill_html(if edited { words.side_settled } else { words.side_decided }, &[label(side)]);
    }
    let [_, clear, very_clear, _] = STEPS;
    let surely = match certainty {
        _ if certainty >= very_clear => words.very_clearly,
        _ if certainty >= clear => words.clearly,
        _ => words.narrowly,
    };
    let signs = |side| html! { { site.counted(signs(statement, side), words.signs) } };
    let next = standing(site.corpus(), statement).into_iter().find(|(other, points)| *other != side && *points > 0);
    let next = match next {
        Some((other, _)) => fill_html(words.runner_up, &[label(other), signs(other)]),
        None => html! { { words.no_runner_up } },
    };
    html! { <>{ fill_html(words.stands, &[label(side), html! { { surely } }, signs(side)]) }{ " " }{ next }</> }
}

/// How many pieces of evidence speak for a side.
fn signs(statement: &Statement<'_>, side: SideIx) -> usize {
    let side = statement.why.iter().filter(|why| why.of == Inference::Side && why.side == Some(side));
    side.filter(|why| why.weight > 0).count()
}

/// What each side got, as bars; nothing where nothing was counted.
fn points_of_sides(site: Site, statement: &Statement<'_>) -> Html {
    let corpus = site.corpus();
    let standing = standing(corpus, statement);
    let most = standing.first().map_or(0, |(_, points)| *points);
    html! {
        if most > 0 {
            <ul class="standing">
                for (side, points) in standing.into_iter().filter(|(_, points)| *points > 0) {
                    <li class={position_classes(corpus, Position::Side(side))}>
                        { side_tag(site, Position::Side(side)) }
                        { bar(usize::try_from(points).unwrap_or(0), usize::try_from(most).unwrap_or(0)) }
                        <span>{ counted_points(site, points) }</span>
                    </li>
                }
            </ul>
            <p class="hint">{ site.words().why.what_points_are }</p>
        }
    }
}

/// A line a piece of evidence, by what was inferred from it; before them what an editor settled.
fn reasons(site: Site, statement: &Statement<'_>) -> Html {
    let corpus = site.corpus();
    let words = &site.words().why;
    let marks = marks(statement);
    html! {
        if !(statement.why.is_empty() && statement.edits.is_empty()) {
            <dl>
                for edit in &statement.edits {
                    <div>
                        <dt>{ edited_label(site, edit.of) }</dt>
                        <dd>
                            { if edit.of == Edited::Statement { words.added } else { words.settled } }
                            { " " }<span lang="en" dir="auto">{ edit.reason.as_str() }</span>
                        </dd>
                    </div>
                }
                for (label, evidence) in grouped(site, statement) {
                    <div>
                        <dt>{ label }</dt>
                        for item in evidence {
                            <dd>{ reason(site, corpus, statement, item, &marks) }</dd>
                        }
                    </div>
                }
            </dl>
        }
    }
}

/// Evidence by what was inferred from it: speaker, argument, side, components, and themes in the order of the statement.
fn grouped<'s>(site: Site, statement: &'s Statement<'_>) -> Vec<(&'static str, Vec<&'s Evidence>)> {
    let words = &site.words().why;
    let of = |inference| statement.why.iter().filter(move |evidence| evidence.of == inference);
    let themes = statement.themes.iter().flat_map(|theme| of(Inference::Theme(*theme)));
    let mut groups: Vec<(&'static str, Vec<&Evidence>)> = vec![
        (words.speaker, of(Inference::Speaker).collect()),
        (words.argument, of(Inference::Argument).collect()),
        (words.side, of(Inference::Side).collect()),
        (words.parts, of(Inference::Component).collect()),
        (words.themes, themes.collect()),
    ];
    groups.retain(|(_, evidence)| !evidence.is_empty());
    groups
}

fn edited_label(site: Site, part: Edited) -> &'static str {
    let words = &site.words().why;
    match part {
        Edited::Statement => words.statement,
        Edited::Speaker => words.speaker,
        Edited::Argument => words.argument,
        Edited::Side => words.side,
        Edited::Themes => words.themes,
    }
}

/// The rule, the words that it went by with their number in the statement, and how much it counted for which side.
fn reason(site: Site, corpus: &Corpus<'_>, statement: &Statement<'_>, evidence: &Evidence, marks: &[Span]) -> Html {
    let number = evidence.words.and_then(|words| marks.iter().position(|mark| *mark == words));
    html! {
        <>
            if let Inference::Theme(ix) = evidence.of {
                { fill_html(site.words().why.theme, &[
                    theme_name(site, ix),
                    html! { { rule(site, evidence) } },
                ]) }
            } else {
                { rule(site, evidence) }
            }
            if let Some(words) = evidence.words {
                { ": " }
                if let Some(n) = number { <span class="number">{ site.locale().number(n + 1) }</span>{ " " } }
                <q lang="en" dir="auto">{ corpus.article_of(statement).words(words).to_string() }</q>
            }
            if let Some(side) = evidence.side {
                { " " }
                <span class={positioned("counts", site, Position::Side(side))}>
                    { side_name(site, Position::Side(side)) }
                    if evidence.weight != 0 { { ": " }{ counted_points(site, evidence.weight.into()) } }
                </span>
            }
        </>
    }
}

/// The rule in words: the only place that knows how a rule is told.
fn rule(site: Site, evidence: &Evidence) -> &'static str {
    (site.words().rule)(evidence.rule)
}

fn counted_points(site: Site, hundredths: i32) -> String {
    let n = if hundredths == 100 { 1 } else { 2 };
    fill(form(site.words().why.points, n), &[&decimal(site, hundredths)])
}

/// Hundredths as a plain number: `1`, `1.1`, `0.5`. By hand, as nothing else on the page needs the formatting of floats.
fn decimal(site: Site, hundredths: i32) -> String {
    let (size, sign) = (hundredths.unsigned_abs(), if hundredths < 0 { "−" } else { "" });
    let mut number = sign.to_owned() + &(size / 100).to_string();
    let rest = size % 100;
    if rest > 0 {
        number.push_str(site.words().why.decimal_mark);
        number.push_str(&(rest / 10).to_string());
        if rest % 10 > 0 {
            number.push_str(&(rest % 10).to_string());
        }
    }
    number
}
