//! Everything that one speaker said, in order of time, with the places where his position changes.

use corpus::{Position, SpeakerIx, StatementIx};
use explore::{Choice, Query, Turn, turns};
use yew::prelude::*;

use super::speakers::{description, years};
use crate::components::{Cards, positioned, speaker_class, takeaway, tally};
use crate::routes::Location;
use crate::{Route, Site, words};

/// A speaker, where his statements stand, and the statements by year.
pub(crate) fn speaker(site: Site, ix: SpeakerIx) -> Html {
    let corpus = site.corpus();
    let words = &site.words().speakers;
    let speaker = &corpus.speakers[ix.get()];
    let said = site.explorer().having(Choice::Speaker(ix));
    let date = |n: &StatementIx| corpus.article_of(&corpus.statements[n.get()]).date;
    let turns = turns(corpus, &said);
    // What one article has side by side is no change over time.
    let changes = turns.iter().filter(|turn| !turn.in_one_article).count();
    let heard = said.first().zip(said.last()).map(|(first, last)| (date(first), date(last)));
    let compare = Query::default().toggled(Choice::Speaker(ix));
    html! {
        <div class="page">
            <p class="crumb"><a href={Route::Speakers.path(site)}>{ words.heading }</a></p>
            <h1 class={speaker_class(speaker)}>{ speaker.name.as_str() }</h1>
            <p class="lead">
                <span class="description">{ description(site, speaker) }{ "," }</span>{ " " }
                { site.counted(said.len(), site.words().common.statements) }
                if let Some(heard) = heard { { ", " }{ years(site, heard) } }
            </p>
            { tally(site, said.iter().map(|n| &corpus.statements[n.get()])) }
            if changes > 0 {
                <p class="turns-lead">{ site.counted(changes, words.changes) }{ " " }{ words.changes_lead }</p>
            }
            <p class="alone"><a href={Location::asking(Route::Compare, compare).address(site)}>{ words.compare_with }</a></p>
            { takeaway(site, said.clone(), Vec::new(), &speaker.name) }
            for year in said.chunk_by(|one, next| date(one).year() == date(next).year()) {
                <section>
                    <h2>{ date(&year[0]).year() }</h2>
                    for (turn, said) in stretches(year, &turns) {
                        if let Some(turn) = turn { { here_it_changes(site, turn) } }
                        <Cards {site} statements={said.to_vec()} />
                    }
                </section>
            }
        </div>
    }
}

/// What was said, cut before each turn.
fn stretches<'s>(said: &'s [StatementIx], turns: &[Turn]) -> Vec<(Option<Turn>, &'s [StatementIx])> {
    let turn = |ix: &StatementIx| turns.iter().find(|turn| turn.at == *ix).copied();
    let stretches = said.chunk_by(|_, next| turn(next).is_none());
    stretches.map(|stretch| (stretch.first().and_then(turn), stretch)).collect()
}

/// Says which side was taken before, and which is now; not what that means.
fn here_it_changes(site: Site, turn: Turn) -> Html {
    let tag = |side| {
        let position = Position::Side(side);
        let classes = positioned("side-tag", site, position);
        html! { <span class={classes} lang={site.position_language(position)}>{ site.position_label(position) }</span> }
    };
    let words = &site.words().speakers;
    let template = if turn.in_one_article { words.turn_in_article } else { words.turn };
    html! { <p class="turn">{ words::fill_html(template, &[tag(turn.from), tag(turn.to)]) }</p> }
}

#[cfg(test)]
mod tests {
    use corpus::SideIx;

    use super::*;

    #[test]
    fn what_was_said_is_cut_before_each_turn() {
        let said = [1, 4, 5, 9].map(StatementIx);
        let turn = |at| Turn { at: StatementIx(at), from: SideIx(0), to: SideIx(1), in_one_article: false };
        assert_eq!(stretches(&said, &[]), [(None, &said[..])]);
        assert_eq!(stretches(&said, &[turn(5)]), [(None, &said[..2]), (Some(turn(5)), &said[2..])]);
        assert_eq!(
            stretches(&said, &[turn(1), turn(9), turn(20)]),
            [(Some(turn(1)), &said[..3]), (Some(turn(9)), &said[3..])]
        );
        assert_eq!(stretches(&[], &[turn(1)]), []);
    }
}
