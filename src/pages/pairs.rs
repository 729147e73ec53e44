//! Arguments beside what answers them: all of them, or what answers one.

mod one;

use corpus::{Basis, Relation, StatementIx, ThemeIx};
use explore::{Choice, Facet, Kinship, Known, Query, WordIx, answers, themes_of};
use yew::prelude::*;

use self::one::of_one;
use crate::Site;
use crate::arrivals::State;
use crate::components::{count_tag, excerpt, more, stated, takeaway, theme_name};
use crate::hooks::use_unfolding;
use crate::routes::{Location, Route, card_id, card_statement};
use crate::site::CORPUS_LANGUAGE;
use crate::words::fill_html;

/// Pairs that are shown at first, and that are added at a time: some ten screens. The project's own are all there.
const STEP: usize = 40;

/// Shared words that are told, the rarest: as many as a reader takes in.
const WORDS: usize = 5;

/// Props of [`Pairs`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PairsProps {
    /// The site that they are of.
    pub(crate) site: Site,
    /// Which answers; a fragment that names an argument asks for what answers that one.
    pub(crate) location: Location,
}

/// Arguments beside what answers them.
#[component]
pub(crate) fn Pairs(props: &PairsProps) -> Html {
    let PairsProps { site, location } = props.clone();
    let corpus = site.corpus();
    let words = &site.words().pairs;
    let kinship = use_memo(site.index() == State::Here, |_| Kinship::new(site.explorer()));
    let all = use_memo((site, location.query.clone()), |(site, query)| answers(site.corpus(), query));
    let is_meant = |relation: &Relation| pair_id(site, relation) == location.fragment;
    let least = all.iter().position(is_meant).map_or(STEP, |at| STEP.max(at + 1));
    let ids: Vec<u32> = all.iter().map(|relation| relation.from.0).collect();
    let unfolding = use_unfolding(&ids, least, STEP, ".half:first-of-type .where a");
    let shown = unfolding.shown;
    let likeness = Likeness { site, kinship: &kinship };
    if let Some(ix) = asked(site, &location.fragment) {
        return of_one(&likeness, ix);
    }
    let stated = all.partition_point(|relation| Known::of(relation) == Known::Stated);
    let sections =
        [(Known::Stated, 0..stated.min(shown), stated), (Known::Similar, stated.min(shown)..shown, all.len() - stated)];
    let mut met = Vec::new();
    let mut pair = |at: usize| pair(&likeness, &all[at], &mut met);
    let both = all.iter().flat_map(|relation| [relation.to, relation.from]).collect();
    html! {
        <div class="page pairs" ref={unfolding.list.clone()}>
            <h1>{ words.heading }</h1>
            <p class="lead">{ words.lead }</p>
            <p class="unscripted">
                { fill_html(words.unscripted, &[html! { <a href={Route::Everything.path(site)}>{ site.words().sides.everything }</a> }]) }
            </p>
            if is_unknown(site, &location.fragment) {
                <p class="unknown">{ fill_html(words.no_such, &[html! { <code>{ shortened(&location.fragment) }</code> }]) }</p>
            }
            if corpus.relations.is_empty() {
                <p>{ words.no_pairs }</p>
            } else {
                { filters(site, &location.query) }
            }
            { takeaway(site, both, Vec::new(), words.heading) }
            if all.is_empty() && !corpus.relations.is_empty() { <p>{ words.none_chosen }</p> }
            for (known, range, total) in sections {
                if !range.is_empty() {
                    <section class="known" id={known.key()}>
                        <h2>{ known_label(site, known) }{ " " }{ count_tag(site, total) }</h2>
                        <p class="hint">{ if known == Known::Stated { words.stated_lead } else { words.similar_lead } }</p>
                        <ol>
                            for at in range {
                                <li class="pair" id={pair_id(site, &all[at])} key={at}>
                                    { pair(at) }
                                </li>
                            }
                        </ol>
                    </section>
                }
            }
            { more(site, &unfolding) }
        </div>
    }
}

/// The argument that a fragment names, as a card does.
fn asked(site: Site, fragment: &str) -> Option<StatementIx> {
    card_statement(site.corpus(), fragment)
}

/// Whether a fragment is in the form of a card's id: it then names an argument that this site does not have, as one that it
/// has is shown.
fn is_unknown(site: Site, fragment: &str) -> bool {
    let named = fragment.rsplit_once('.').is_some_and(|(_, id)| u32::from_str_radix(id, 16).is_ok());
    named && answers(site.corpus(), &Query::default()).iter().all(|relation| pair_id(site, relation) != fragment)
}

/// So much of a fragment as tells which one is meant.
fn shortened(fragment: &str) -> String {
    fragment.chars().take(80).collect()
}

/// The id of a pair's element.
fn pair_id(site: Site, relation: &Relation) -> String {
    let corpus = site.corpus();
    let [to, from] = [relation.to, relation.from].map(|ix| card_id(corpus, &corpus.statements[ix.get()]));
    format!("{to}-{from}")
}

/// An argument, how we know that something answers it, and that. A statement that no pair before it has gives its half the
/// id of its card, so that who has no script finds what answers it.
fn pair(shown: &Likeness<'_>, relation: &Relation, met: &mut Vec<StatementIx>) -> Html {
    let Likeness { site, kinship } = *shown;
    let corpus = site.corpus();
    let words = &site.words().pairs;
    let shared = shown.shared(relation);
    let mut half = |ix: StatementIx, name: &'static str| {
        let id = (!met.contains(&ix)).then(|| card_id(corpus, &corpus.statements[ix.get()]));
        met.push(ix);
        html! {
            <div class="half" {id}>
                <p class="part-name">{ name }</p>
                { excerpt(site, ix, &kinship.places(ix, &shared)) }
            </div>
        }
    };
    html! {
        <>
            { half(relation.to, words.argument) }
            <p class="how">{ shown.how(relation, relation.from) }</p>
            { half(relation.from, if Known::of(relation) == Known::Stated { words.answer } else { words.perhaps_answer }) }
        </>
    }
}

/// What two arguments have in common, to be shown.
#[derive(Clone, Copy)]
struct Likeness<'k> {
    site: Site,
    kinship: &'k Kinship<'static>,
}

impl Likeness<'_> {
    /// The words that two arguments share, where that is why they are a pair.
    fn shared(&self, relation: &Relation) -> Vec<WordIx> {
        match relation.basis {
            Basis::Stated(_) => Vec::new(),
            Basis::Similar(_) => self.kinship.shared(relation.to, relation.from),
        }
    }

    /// How we know that one answers the other, the words as `spelt` writes them.
    fn how(&self, relation: &Relation, spelt: StatementIx) -> Html {
        let words = &self.site.words().pairs;
        match relation.basis {
            Basis::Stated(_) => fill_html(words.article_says, &[stated(self.site, relation)]),
            Basis::Similar(share) => {
                let themes = self.themes(&themes_of(self.site.corpus(), relation));
                let share = html! { { share } };
                match self.spelt(spelt, &self.shared(relation)) {
                    Some(said) => fill_html(words.our_guess, &[themes, share, said]),
                    None => fill_html(words.our_guess_plain, &[themes, share]),
                }
            }
        }
    }

    /// Themes, each a link to its page.
    fn themes(&self, themes: &[ThemeIx]) -> Html {
        let corpus = self.site.corpus();
        html! {
            for (n, ix) in themes.iter().enumerate() {
                if n > 0 { { ", " } }
                <a lang="en" href={Route::Theme(*ix).path(self.site)}>{ corpus.debate.themes[ix.get()].label.as_str() }</a>
            }
        }
    }

    /// The rarest of some words as a statement writes them.
    fn spelt(&self, ix: StatementIx, shared: &[WordIx]) -> Option<Html> {
        let said = self.kinship.spelt(ix, shared.get(..WORDS).unwrap_or(shared)).join(", ");
        (!said.is_empty()).then(|| html! { <em lang={CORPUS_LANGUAGE}>{ said }</em> })
    }
}

/// Links that choose among the pairs, with how many each would show.
fn filters(site: Site, query: &Query) -> Html {
    let corpus = site.corpus();
    let words = &site.words().pairs;
    let chosen: Query = Query { choices: query.chosen(Facet::Theme).collect(), known: query.known, ..Query::default() };
    let of_basis = |known| Query { known, ..chosen.clone() };
    let of_theme = |theme: Option<Choice>| Query { choices: theme.into_iter().collect(), ..chosen.clone() };
    let themes = (0..corpus.debate.themes.len()).map(|n| Choice::Theme(ThemeIx::new(n)));
    let bases = [None].into_iter().chain(Known::ALL.map(Some));
    let by_basis = bases.map(|known| {
        let label = known.map_or(words.all, |known| known_label(site, known));
        link(site, of_basis(known), html! { { label } }, chosen.known == known)
    });
    let every = link(site, of_theme(None), html! { { words.all } }, chosen.choices.is_empty());
    let by_theme = themes.map(|theme| {
        let Choice::Theme(ix) = theme else { return html! {} };
        let label = theme_name(site, ix);
        link(site, of_theme(Some(theme)), label, chosen.has(theme))
    });
    html! {
        <nav class="picks" aria-label={words.filter}>
            <p id="by-basis">{ words.by_basis }</p>
            <ul aria-labelledby="by-basis">{ for by_basis }</ul>
            <p id="by-theme">{ words.by_theme }</p>
            <ul aria-labelledby="by-theme">{ every }{ for by_theme }</ul>
        </nav>
    }
}

/// A link to the answers that a query selects; nothing where there are none and it is not what is shown.
fn link(site: Site, query: Query, label: Html, current: bool) -> Html {
    let corpus = site.corpus();
    let count = answers(corpus, &query).len();
    let href = Location::asking(Route::Pairs, query).address(site);
    html! {
        if count > 0 || current {
            <li>
                <a {href} aria-current={current.then_some("true")}>
                    { label }{ " " }{ count_tag(site, count) }
                </a>
            </li>
        }
    }
}

fn known_label(site: Site, known: Known) -> &'static str {
    match known {
        Known::Stated => site.words().pairs.stated,
        Known::Similar => site.words().pairs.similar,
    }
}
