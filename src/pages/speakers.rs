//! All speakers, those who say most first.

use corpus::SpeakerKind;
use yew::prelude::*;

use crate::components::{counted, described, speaker_class, tally};
use crate::{Route, Site};

/// The list of speakers, each with where his statements stand.
pub(crate) fn speakers(site: Site) -> Html {
    let corpus = site.corpus();
    let of = |ix| corpus.statements.iter().filter(move |statement| statement.speaker == Some(ix));
    html! {
        <div class="page">
            <h1>{ "Speakers" }</h1>
            <p class="lead">{ counted(corpus.speakers.len(), "speaker") }{ ", those who say most first." }</p>
            <ol class="list">
                for ix in site.explorer().speakers() {
                    <li>
                        <h2><a class={speaker_class(&corpus.speakers[ix.get()])} href={Route::Speaker(ix).path(corpus)}>{ corpus.speakers[ix.get()].name.as_str() }</a></h2>
                        <p class="imprint">
                            <span class="description">{ description(&corpus.speakers[ix.get()]) }{ "," }</span>
                            { " " }{ counted(of(ix).count(), "statement") }
                        </p>
                        { tally(site, of(ix)) }
                    </li>
                }
            </ol>
        </div>
    }
}

/// Who a speaker is: role and affiliation, or else what kind of speaker.
pub(super) fn description(speaker: &corpus::Speaker<'_>) -> String {
    let kind = match speaker.kind {
        SpeakerKind::Person => "Person",
        SpeakerKind::Organisation => "Organisation",
        SpeakerKind::Group => "Group",
        SpeakerKind::Document => "Document",
        SpeakerKind::Author => "Author of the article",
    };
    let role = speaker.roles.first().map(|role| role.as_str());
    described(role, speaker.affiliation.as_deref()).unwrap_or_else(|| kind.into())
}
