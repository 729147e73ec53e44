//! Plain text: the debate, then each statement as one cites it ([`citation`](crate::citation)), in the order of the selection.

use std::iter::once;

use crate::citation::{one_line, quotation, stance};
use crate::{Pieces, Selection};

pub(crate) fn pieces<'s>(selection: &'s Selection<'s>) -> Pieces<'s> {
    let corpus = selection.corpus();
    let start = format!("{}\n\n{}\n", one_line(&corpus.debate.title), one_line(&corpus.debate.question));
    let statements = selection.statements().iter().map(|ix| {
        let quotation = quotation(corpus, *ix, selection.site());
        format!("\n{quotation}\n{}\n", stance(corpus, selection.statement(*ix)))
    });
    Box::new(once(start).chain(statements))
}
