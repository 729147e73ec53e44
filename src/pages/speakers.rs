//! All speakers: sorted, narrowed, and chosen to be compared. What is asked for stands in the address.

mod controls;
mod list;

use corpus::{Date, Speaker, SpeakerKind};
use explore::{Choice, Entry, Facet, ListOrder, Query, listed, roster, unknown_to_list};
use yew::prelude::*;

use self::controls::controls;
use self::list::listing;
use crate::Site;
use crate::components::{described, is_title, unknown};
use crate::hooks::{Gesture, Navigator};
use crate::routes::{Location, Route};

/// Props of [`Speakers`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SpeakersProps {
    /// The site that it is of.
    pub(crate) site: Site,
    /// Where a change of the query goes.
    pub(crate) navigator: Navigator,
    /// What to show.
    pub(crate) query: Query,
}

/// The list of speakers: whoever has a name, and apart from them the groups that have none.
#[component]
pub(crate) fn Speakers(props: &SpeakersProps) -> Html {
    let SpeakersProps { site, navigator, query } = props.clone();
    let typing: Gesture = use_mut_ref(|| None);
    let corpus = site.corpus();
    let words = &site.words().speakers;
    let roster = use_memo(site, |site| roster(site.corpus()));
    let listed = listed(site.explorer(), &roster, &query);
    let is_group = |entry: &&&Entry| corpus.speakers[entry.speaker.get()].kind == SpeakerKind::Group;
    let groups: Vec<Entry> = listed.iter().filter(is_group).copied().cloned().collect();
    let named: Vec<Entry> = listed.iter().filter(|entry| !is_group(entry)).copied().cloned().collect();
    let unordered = ListOrder::Said.asked(&query);
    let is_narrowed = Query { choices: without_speakers(&query), ..unordered } != Query::default();
    html! {
        <div class="page">
            <h1>{ words.heading }</h1>
            <p class="lead">{ words.lead }</p>
            { unknown(site, &unknown_to_list(&query)) }
            { controls(site, &navigator, &query, &typing) }
            <p class="shown" role="status">
                { site.counted(listed.len(), words.speakers) }
                if is_narrowed {
                    { " " }<a href={Location::asking(Route::Speakers, only_speakers(&query)).address(site)}>{ words.show_all }</a>
                }
            </p>
            if !named.is_empty() {
                <section aria-labelledby="named">
                    <h2 id="named">{ words.named }</h2>
                    { listing(site, &navigator, &query, named) }
                </section>
            }
            if !groups.is_empty() {
                <section aria-labelledby="groups">
                    <h2 id="groups">{ words.groups }</h2>
                    <p class="lead">{ words.groups_lead }</p>
                    { listing(site, &navigator, &query, groups) }
                </section>
            }
            { comparing(site, &query) }
        </div>
    }
}

/// What is chosen to be compared, and the way there; always in sight.
fn comparing(site: Site, query: &Query) -> Html {
    let words = &site.words().speakers;
    let chosen = query.chosen(Facet::Speaker).count();
    let there = Location::asking(Route::Compare, only_speakers(query));
    html! {
        <div class={classes!("comparing", (chosen > 0).then_some("some"))} role="status">
            if chosen > 0 {
                <ul>
                    for choice in query.chosen(Facet::Speaker) { <li>{ site.label(choice) }</li> }
                </ul>
                if chosen > 1 {
                    <a href={there.address(site)}>{ site.counted(chosen, words.compare_these) }</a>
                } else {
                    <p>{ words.one_more }</p>
                }
            }
        </div>
    }
}

fn without_speakers(query: &Query) -> explore::Choices {
    query.choices.iter().filter(|choice| choice.facet() != Facet::Speaker).collect()
}

/// Nothing but the speakers that a query names.
pub(super) fn only_speakers(query: &Query) -> Query {
    Query { choices: query.chosen(Facet::Speaker).collect(), ..Query::default() }
}

/// What kind of speaker.
pub(super) fn kind_name(site: Site, kind: SpeakerKind) -> &'static str {
    let words = &site.words().speakers;
    match kind {
        SpeakerKind::Person => words.person,
        SpeakerKind::Organisation => words.organisation,
        SpeakerKind::Group => words.group,
        SpeakerKind::Document => words.document,
        SpeakerKind::Author => words.author,
    }
}

/// Who a speaker is: role and affiliation, or else what kind of speaker.
pub(super) fn description(site: Site, speaker: &Speaker<'_>) -> Html {
    let role = speaker.roles.iter().map(|role| role.as_str()).find(|role| is_title(role));
    match described(role, speaker.affiliation.as_deref()) {
        Some(description) => html! { <span lang="en">{ description }</span> },
        None => html! { { kind_name(site, speaker.kind) } },
    }
}

/// The years in which somebody was heard: `2014 to 2019`.
pub(super) fn years(site: Site, (first, last): (Date, Date)) -> String {
    if first.year() == last.year() {
        return first.year().to_string();
    }
    crate::words::fill(site.words().speakers.years, &[&first.year(), &last.year()])
}

/// The speakers that a query chooses.
pub(super) fn chosen(query: &Query) -> Vec<corpus::SpeakerIx> {
    let speaker = |choice| if let Choice::Speaker(ix) = choice { Some(ix) } else { None };
    query.choices.iter().filter_map(speaker).collect()
}
