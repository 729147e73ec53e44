//! Several speakers side by side on the same themes.

mod add;

use corpus::{SpeakerIx, StatementIx};
use explore::{Choice, Query, Row, Stand, side_by_side};
use yew::prelude::*;

use self::add::AddSpeaker;
use super::speakers::{chosen, description, only_speakers};
use crate::components::{excerpt, speaker_class, speaker_link, takeaway, tally, unknown};
use crate::hooks::Navigator;
use crate::routes::{Location, Route};
use crate::{Site, words};

/// Statements of a speaker on a theme that are shown at once; of more the rest is folded.
const LISTED: usize = 3;

/// The speakers that the query names: who they are, then what each said, theme by theme.
pub(crate) fn compare(site: Site, navigator: &Navigator, query: &Query) -> Html {
    let corpus = site.corpus();
    let words = &site.words().speakers;
    let speakers = chosen(query);
    let rows = side_by_side(corpus, &speakers);
    let shared = rows.iter().filter(|row| row.theme.is_some() && row.is_shared()).count();
    html! {
        <div class="page beside">
            <p class="crumb"><a href={Route::Speakers.path(site)}>{ words.heading }</a></p>
            <h1>{ words.compare }</h1>
            { unknown(site, &query.unknown) }
            <p class="lead" role="status">
                if speakers.is_empty() {
                    { words.choose_two }
                } else if speakers.len() == 1 {
                    { words.choose_another }
                } else {
                    { words::fill(words.on_themes, &[&site.counted(speakers.len(), words.speakers), &site.counted(shared, words.shared_themes)]) }
                }
            </p>
            <AddSpeaker {site} navigator={navigator.clone()} query={query.clone()} />
            if !speakers.is_empty() {
                <ul class={columns(speakers.len())}>
                    for ix in speakers.iter().copied() {
                        <li class="person">{ person(site, query, ix) }</li>
                    }
                </ul>
                { takeaway(site, rows.iter().flat_map(|row| row.said.concat()).collect(), Vec::new(), words.compare) }
                for row in &rows { { theme(site, &speakers, row) } }
            }
        </div>
    }
}

fn columns(n: usize) -> Classes {
    classes!("abreast", format!("abreast-{}", n.min(MOST_COLUMNS)))
}

/// Columns that stand beside each other on a wide screen: of more speakers, the others go below.
const MOST_COLUMNS: usize = 4;

/// Who somebody is, how much he said on which side, and how to take him out.
fn person(site: Site, query: &Query, ix: SpeakerIx) -> Html {
    let corpus = site.corpus();
    let words = &site.words().speakers;
    let speaker = &corpus.speakers[ix.get()];
    let said = site.explorer().having(Choice::Speaker(ix));
    let without = Location::asking(Route::Compare, only_speakers(query).toggled(Choice::Speaker(ix)));
    html! {
        <>
            <h2>{ speaker_link(site, ix) }</h2>
            <p class="imprint"><span class="description">{ description(site, speaker) }</span></p>
            { tally(site, said.iter().map(|n| &corpus.statements[n.get()])) }
            <p><a class="remove" href={without.address(site)}>{ words::fill(words.remove, &[&speaker.name]) }</a></p>
        </>
    }
}

/// What each said on a theme, and whether they take the same side on it.
fn theme(site: Site, speakers: &[SpeakerIx], row: &Row) -> Html {
    let corpus = site.corpus();
    let words = &site.words().speakers;
    let name = row.theme.map_or(words.no_theme, |ix| &corpus.debate.themes[ix.get()].label);
    let stand = row.stand.map(|stand| match stand {
        Stand::Same => words.same_side,
        Stand::Different => words.different_sides,
        Stand::Mixed => words.mixed_sides,
    });
    html! {
        <section class="row">
            <h2>{ name }</h2>
            if let Some(stand) = stand { <p class="stand">{ stand }</p> }
            <ul class={columns(speakers.len())}>
                for (ix, said) in speakers.iter().zip(&row.said) {
                    <li>
                        <h3 class={speaker_class(&corpus.speakers[ix.get()])}>{ corpus.speakers[ix.get()].name.as_str() }</h3>
                        { excerpts(site, said) }
                    </li>
                }
            </ul>
        </section>
    }
}

fn excerpts(site: Site, said: &[StatementIx]) -> Html {
    let words = &site.words().speakers;
    let (listed, folded) = match said.split_at_checked(LISTED) {
        Some((listed, folded)) if folded.len() > 1 => (listed, folded),
        _ => (said, &[][..]),
    };
    html! {
        if said.is_empty() {
            <p class="none">{ words.nothing }</p>
        } else {
            <ol class="excerpts">{ for listed.iter().map(|ix| html! { <li>{ excerpt(site, *ix, &[]) }</li> }) }</ol>
            if !folded.is_empty() {
                <details>
                    <summary>{ site.counted(folded.len(), words.more_statements) }</summary>
                    <ol class="excerpts">{ for folded.iter().map(|ix| html! { <li>{ excerpt(site, *ix, &[]) }</li> }) }</ol>
                </details>
            }
        }
    }
}
