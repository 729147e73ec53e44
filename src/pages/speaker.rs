//! Everything that one speaker said, in order of time.

use corpus::{SpeakerIx, StatementIx};
use yew::prelude::*;

use super::speakers::description;
use crate::components::{Cards, counted, speaker_class, tally};
use crate::{Route, Site};

/// A speaker, where his statements stand, and the statements.
pub(crate) fn speaker(site: Site, ix: SpeakerIx) -> Html {
    let corpus = site.corpus();
    let speaker = &corpus.speakers[ix.get()];
    let said: Vec<usize> = (0..corpus.statements.len()).filter(|n| corpus.statements[*n].speaker == Some(ix)).collect();
    html! {
        <div class="page">
            <p class="crumb"><a href={Route::Speakers.path(corpus)}>{ "Speakers" }</a></p>
            <h1 class={speaker_class(speaker)}>{ speaker.name.as_str() }</h1>
            <p class="lead"><span class="description">{ description(speaker) }{ "," }</span>{ " " }{ counted(said.len(), "statement") }</p>
            { tally(site, said.iter().map(|n| &corpus.statements[*n])) }
            <h2 class="unseen">{ "Statements" }</h2>
            <Cards {site} statements={said.into_iter().map(StatementIx::new).collect::<Vec<_>>()} />
        </div>
    }
}
