//! What the inferences about a statement rest on, in words, and what an editor settled.

use corpus::{Corpus, Edited, Evidence, Inference, Statement};
use yew::prelude::*;

/// "Why here": the editor's reasons and the evidence for speaker, side, theme and parts, folded away until asked for.
pub(super) fn why(corpus: &Corpus<'_>, statement: &Statement<'_>) -> Html {
    if statement.why.is_empty() && statement.edits.is_empty() {
        return html! {};
    }
    html! {
        <details class="why">
            <summary>{ "Why here" }</summary>
            <dl>
                for edit in &statement.edits {
                    <div>
                        <dt>{ edited_label(edit.of) }</dt>
                        <dd>{ if edit.of == Edited::Statement { ADDED } else { CHANGED } }{ edit.reason.as_str() }</dd>
                    </div>
                }
                for (inference, evidence) in grouped(statement) {
                    <div>
                        <dt>{ inference_label(corpus, inference) }</dt>
                        for item in evidence {
                            <dd>{ reason(corpus, statement, item) }</dd>
                        }
                    </div>
                }
            </dl>
        </details>
    }
}

/// What comes before an editor's reason.
const ADDED: &str = "added by the editor: ";
const CHANGED: &str = "changed by the editor: ";

/// Evidence by what was inferred from it: speaker, argument, side, components, themes.
fn grouped<'s, 'a>(statement: &'s Statement<'a>) -> Vec<(Inference, Vec<&'s Evidence<'a>>)> {
    let first = [Inference::Speaker, Inference::Argument, Inference::Side, Inference::Component];
    let order = first.into_iter().chain(statement.themes.iter().copied().map(Inference::Theme));
    let group = |of| (of, statement.why.iter().filter(|evidence| evidence.of == of).collect::<Vec<_>>());
    order.map(group).filter(|(_, evidence)| !evidence.is_empty()).collect()
}

fn edited_label(part: Edited) -> &'static str {
    match part {
        Edited::Statement => "Statement",
        Edited::Speaker => "Speaker",
        Edited::Argument => "Argument",
        Edited::Side => "Side",
        Edited::Themes => "Themes",
    }
}

fn inference_label(corpus: &Corpus<'_>, inference: Inference) -> String {
    match inference {
        Inference::Speaker => "Speaker".into(),
        Inference::Argument => "Argument".into(),
        Inference::Side => "Side".into(),
        Inference::Component => "Claim or premise".into(),
        Inference::Theme(ix) => format!("Theme: {}", corpus.debate.themes[ix.get()].label),
    }
}

/// The rule, the words that it went by, and how much it weighed for which side.
fn reason(corpus: &Corpus<'_>, statement: &Statement<'_>, evidence: &Evidence<'_>) -> Html {
    let words = evidence.words.map(|span| corpus.article_of(statement).words(span));
    let weighed = evidence.side.map(|ix| {
        let side = &corpus.debate.sides[ix.get()].label;
        if evidence.weight == 0 { format!(" ({side})") } else { format!(" ({side}, {})", points(evidence.weight)) }
    });
    html! {
        <>
            { evidence.rule.to_string() }
            if let Some(words) = words { { ": " }<q>{ words }</q> }
            if let Some(weighed) = weighed { <span class="weight">{ weighed }</span> }
        </>
    }
}

/// Hundredths as points with their sign: `+1.20`. By hand, as nothing else on the page needs the formatting of floats.
fn points(hundredths: i16) -> String {
    let sign = if hundredths < 0 { '−' } else { '+' };
    let size = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

#[cfg(test)]
mod tests {
    #[test]
    fn points_have_a_sign_and_two_places() {
        let cases = [(120, "+1.20"), (-5, "−0.05"), (0, "+0.00"), (i16::MIN, "−327.68")];
        for (hundredths, expected) in cases {
            assert_eq!(super::points(hundredths), expected);
        }
    }
}
