//! Which arguments answer which, as far as a query asks for them.

use std::cmp::Reverse;

use corpus::{Basis, Corpus, Relation, RelationKind, StatementIx, ThemeIx};

use crate::sort_by_key;
use crate::{Choice, Facet, Known, Query};

/// The relations by which an argument answers another: what the text states first, in the order of the corpus, then what
/// is similar, the most similar first. Of a query the themes count and how an answer must be known.
pub fn answers(corpus: &Corpus<'_>, query: &Query) -> Vec<Relation> {
    let chosen: Vec<ThemeIx> = query
        .chosen(Facet::Theme)
        .filter_map(|choice| if let Choice::Theme(ix) = choice { Some(ix) } else { None })
        .collect();
    let attacks = corpus.relations.iter().filter(|relation| relation.kind == RelationKind::Attacks);
    let known = attacks.filter(|relation| query.known.is_none_or(|known| known == Known::of(relation)));
    let fits = |relation: &&Relation| {
        chosen.is_empty() || themes_of(corpus, relation).iter().any(|theme| chosen.contains(theme))
    };
    let mut answers: Vec<Relation> = known.filter(fits).copied().collect();
    sort_by_key(&mut answers, |relation| match relation.basis {
        Basis::Stated(_) => (0, Reverse(0)),
        Basis::Similar(share) => (1, Reverse(share)),
    });
    answers
}

/// What both arguments of a relation turn on; where that is nothing, what either does.
pub fn themes_of(corpus: &Corpus<'_>, relation: &Relation) -> Vec<ThemeIx> {
    let themes = |ix: StatementIx| corpus.statements.get(ix.get()).map_or(&[][..], |statement| &statement.themes);
    let [to, from] = [relation.to, relation.from].map(themes);
    let mut shared: Vec<ThemeIx> = to.iter().copied().filter(|theme| from.contains(theme)).collect();
    if shared.is_empty() {
        shared = [to, from].concat();
    }
    shared
}

#[cfg(test)]
mod tests {
    use corpus::Span;

    use super::*;
    use crate::fixture;

    #[test]
    fn what_is_stated_comes_first_and_only_what_is_asked_for() {
        let mut corpus = fixture::sided(&[(&["a"], 0), (&["b"], 1), (&["c"], 1), (&["d"], 0)]);
        let relation = |from, to, kind, basis| Relation { from: StatementIx(from), to: StatementIx(to), kind, basis };
        let stated = Basis::Stated(Span::new(0, 1));
        corpus.relations = vec![
            relation(1, 0, RelationKind::Attacks, Basis::Similar(20)),
            relation(2, 0, RelationKind::Attacks, Basis::Similar(30)),
            relation(2, 1, RelationKind::Rephrases, Basis::Similar(50)),
            relation(3, 1, RelationKind::Attacks, stated),
            relation(3, 2, RelationKind::Supports, stated),
        ];
        corpus.statements[2].themes = vec![ThemeIx(2), ThemeIx(0)];
        corpus.statements[3].themes = vec![ThemeIx(1)];
        let found = |search: &str| {
            let answers = answers(&corpus, &Query::parse(&corpus, search));
            answers.iter().map(|answer| (answer.from.0, answer.to.0)).collect::<Vec<_>>()
        };
        assert_eq!(found(""), [(3, 1), (2, 0), (1, 0)]);
        assert_eq!(found("known=stated"), [(3, 1)]);
        assert_eq!(found("known=similar"), [(2, 0), (1, 0)]);
        assert_eq!(found("theme=safety"), [(3, 1), (2, 0), (1, 0)], "on either where they share none");
        assert_eq!(found("theme=unused"), [(3, 1)]);
        assert_eq!(found("theme=rights"), [], "which only one of them turns on, though they share another");
        assert_eq!(found("theme=rights&theme=unused&known=similar"), []);
    }
}
