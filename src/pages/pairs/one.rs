//! What answers one argument: what is stated, what is similar, and what merely comes near.

use std::rc::Rc;

use corpus::{Basis, Relation, RelationKind, StatementIx};
use explore::{Near, Search, WordIx};
use yew::prelude::*;

use super::Likeness;
use crate::Route;
use crate::components::{Card, answers, excerpt, takeaway};
use crate::words::fill_html;

/// How many arguments are shown that merely come near: as many as a reader will look at for a chance.
const NEAREST: usize = 3;

/// An argument beside what answers it.
pub(super) fn of_one(shown: &Likeness<'_>, ix: StatementIx) -> Html {
    let Likeness { site, kinship } = *shown;
    let corpus = site.corpus();
    let words = &site.words().pairs;
    let is_stated = |relation: &Relation| matches!(relation.basis, Basis::Stated(_));
    let relations = |wanted: &dyn Fn(&Relation) -> bool| -> Vec<Relation> {
        corpus.relations.iter().filter(|relation| wanted(relation)).copied().collect()
    };
    let stated = relations(&|relation| is_stated(relation) && answers(relation, ix));
    let similar = relations(&|relation| !is_stated(relation) && answers(relation, ix));
    let answered =
        relations(&|relation| relation.kind == RelationKind::Attacks && is_stated(relation) && relation.from == ix);
    let near = kinship.nearest(ix, NEAREST);
    let mut common: Vec<WordIx> = similar.iter().flat_map(|relation| shown.shared(relation)).collect();
    common.extend(near.iter().flat_map(|near| near.words.iter().copied()));
    // The card marks what is searched for: the words that it shares, each just as it is.
    let words_in_common: String = kinship.spelt(ix, &common).into_iter().map(|word| format!("\"{word}\" ")).collect();
    let search = Rc::new(Search::new(&words_in_common));
    let sided = corpus.statements[ix.get()].side.is_some();
    let others = |relations: &[Relation]| relations.iter().map(|relation| other(relation, ix)).collect::<Vec<_>>();
    let near_it = near.iter().map(|near| near.statement).collect();
    let shown_here = [vec![ix], others(&stated), others(&similar), near_it, others(&answered)].concat();
    let found = [(words.answered_where, &stated), (words.similar_to_it, &similar)];
    html! {
        <div class="page pairs">
            <p class="crumb"><a href={Route::Pairs.path(site)}>{ words.all_pairs }</a></p>
            <h1>{ words.of_one }</h1>
            { takeaway(site, shown_here, Vec::new(), words.of_one) }
            <div class="asked">
                <div class="asking"><Card {site} statement={ix} {search} /></div>
                <div class="answering">
                    for (heading, relations) in found { { section(shown, ix, heading, relations) } }
                    if !near.is_empty() {
                        <section>
                            <h2>{ words.near_it }</h2>
                            <p class="hint">{ words.near_lead }</p>
                            <ul>{ for near.iter().map(|near| self::near(shown, ix, near)) }</ul>
                        </section>
                    } else if !sided {
                        <p>{ words.no_side }</p>
                    } else if stated.is_empty() && similar.is_empty() {
                        <p>{ words.nothing_near }</p>
                    }
                    { section(shown, ix, words.answers_itself, &answered) }
                </div>
            </div>
        </div>
    }
}

/// The other ends of some relations of an argument, each with how we know.
fn section(shown: &Likeness<'_>, ix: StatementIx, heading: &'static str, relations: &[Relation]) -> Html {
    html! {
        if !relations.is_empty() {
            <section>
                <h2>{ heading }</h2>
                <ul>
                    for relation in relations {
                        { item(shown, other(relation, ix), shown.how(relation, ix), &shown.shared(relation)) }
                    }
                </ul>
            </section>
        }
    }
}

fn near(shown: &Likeness<'_>, ix: StatementIx, near: &Near) -> Html {
    let words = &shown.site.words().pairs;
    let theme = shown.themes(&[near.theme]);
    let how = match (near.together, shown.spelt(ix, &near.words)) {
        (true, Some(said)) => fill_html(words.near_both, &[theme, said]),
        (true, None) => fill_html(words.near_together, &[theme]),
        (false, said) => fill_html(words.near_words, &[theme, said.unwrap_or_default()]),
    };
    item(shown, near.statement, how, &near.words)
}

fn item(shown: &Likeness<'_>, other: StatementIx, how: Html, shared: &[WordIx]) -> Html {
    html! {
        <li>
            <p class="how">{ how }</p>
            { excerpt(shown.site, other, &shown.kinship.places(other, shared)) }
        </li>
    }
}

fn other(relation: &Relation, ix: StatementIx) -> StatementIx {
    if relation.from == ix { relation.to } else { relation.from }
}
