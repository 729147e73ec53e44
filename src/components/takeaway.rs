//! Taking away what a page shows, as a file in the format that the reader's next program needs.

use std::mem;
use std::rc::Rc;

use corpus::{ArticleIx, StatementIx};
use export::Format;
use yew::prelude::*;

use super::{Select, waiting};
use crate::Site;
use crate::arrivals::State;
use crate::hooks::{Writing, download, give_up};
use crate::takeaway::Taken;
use crate::words::{Words, fill};

/// Props of [`Takeaway`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TakeawayProps {
    /// The site that it is of.
    pub(crate) site: Site,
    /// What there is to take.
    pub(crate) taken: Rc<Taken>,
}

/// How far the reader is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// He has not asked.
    Choosing,
    /// He has, and words are on their way.
    Waiting,
    /// The file is being written, or was, or cannot be.
    Writing(Writing),
}

/// What he asked for, and how far that is.
#[derive(Clone, PartialEq)]
struct Asked {
    taken: Rc<Taken>,
    format: usize,
    step: Step,
}

/// A box to choose a format from and a button; behind a summary, for most readers stay.
#[component]
pub(crate) fn Takeaway(props: &TakeawayProps) -> Html {
    let TakeawayProps { site, taken } = props.clone();
    let words = site.words();
    let what = site.counted(taken.statements.len(), words.common.statements);
    let chosen = use_state_eq(usize::default);
    let asked = use_state_eq(|| None::<Asked>);
    let format = *chosen;
    // What is taken changes under a reader who goes on filtering: then what was said of the last file is over.
    let is_it = |asked: &&Asked| asked.taken == taken && asked.format == format;
    let step = asked.as_ref().filter(is_it).map_or(Step::Choosing, |asked| asked.step);
    let words_are = if step == Step::Waiting { words_of(site, &taken) } else { State::Here };
    let go_on = {
        let (asked, taken) = (asked.clone(), Rc::clone(&taken));
        move |step| asked.set(Some(Asked { taken: Rc::clone(&taken), format, step }))
    };
    use_effect_with(step == Step::Waiting && words_are == State::Here, {
        let (go_on, taken) = (go_on.clone(), Rc::clone(&taken));
        move |is_ready| {
            if *is_ready {
                go_on(Step::Writing(Writing::Percent(0)));
                download(
                    site,
                    &taken,
                    Format::ALL[format],
                    Callback::from(move |writing| go_on(Step::Writing(writing))),
                );
            }
        }
    });
    if taken.statements.is_empty() && taken.articles.is_empty() {
        return html! {};
    }
    let busy = matches!(step, Step::Waiting | Step::Writing(Writing::Percent(_)));
    let onclick = Callback::from(move |_: MouseEvent| {
        if !busy {
            give_up();
            go_on(Step::Waiting);
        }
    });
    let onchoose = {
        let chosen = chosen.clone();
        move |n| chosen.set(n)
    };
    let options = Format::ALL.map(|format| (words.format)(format).0).to_vec();
    html! {
        <details class="takeaway">
            <summary>{ words.takeaway.heading }</summary>
            <div>
                <p>{ fill(words.takeaway.what, &[&what]) }</p>
                <Select id="format" label={words.takeaway.format} {options} chosen={format} {onchoose} />
                <button type="button" class="plain" aria-disabled={busy.to_string()} {onclick}>{ words.takeaway.download }</button>
                <p class="hint">{ words.of_format(Format::ALL[format]) }</p>
                if words_are != State::Here { { waiting(site, words_are) } }
                if let Step::Writing(Writing::Percent(percent)) = step {
                    <progress max="100" value={percent.to_string()} aria-label={words.takeaway.writing}></progress>
                }
                <p role="status">{ told(words, step) }</p>
            </div>
        </details>
    }
}

/// Takes away statements, each once, and articles under a name.
pub(crate) fn takeaway(site: Site, mut statements: Vec<StatementIx>, articles: Vec<ArticleIx>, name: &str) -> Html {
    let mut is_taken = vec![false; site.corpus().statements.len()];
    statements.retain(|ix| !mem::replace(&mut is_taken[ix.get()], true));
    html! { <Takeaway {site} taken={Rc::new(Taken { statements, articles, name: name.into() })} /> }
}

/// How far the words are of all that is taken: as far as those that are least far.
fn words_of(site: Site, taken: &Taken) -> State {
    let mut least = State::Here;
    let mut last = None;
    let statements = &site.corpus().statements;
    let of_statements = taken.statements.iter().filter_map(|ix| statements.article(ix.get()));
    for article in of_statements.chain(taken.articles.iter().copied()) {
        if last.replace(article) != Some(article) {
            match site.words_of(article) {
                State::Failed => least = State::Failed,
                State::Away | State::Coming if least == State::Here => least = State::Coming,
                _ => {}
            }
        }
    }
    least
}

fn told(words: &Words, step: Step) -> &'static str {
    match step {
        Step::Choosing => "",
        Step::Waiting => words.arrivals.on_their_way,
        Step::Writing(Writing::Percent(_)) => words.takeaway.writing,
        Step::Writing(Writing::Done) => words.takeaway.done,
        Step::Writing(Writing::Failed) => words.takeaway.failed,
    }
}
