//! Statements in sentences.

use super::*;
use crate::lex;

fn said(text: &str) -> Vec<(Quotation, Vec<&str>)> {
    let lexed = lex::lex(text, &[Span::new(0, text.len())]);
    let words = |range| span(&lexed.tokens, range).of(text).unwrap_or_default();
    attribute(&lexed).iter().map(|said| (said.quotation, said.spans.iter().map(words).collect())).collect()
}

#[test]
fn a_statement_is_one_act_of_saying() {
    use Quotation::{Direct, Indirect, Mixed};
    for (text, expected) in [
        ("“One,” Ann said. “Two.”", vec![(Direct, vec!["One,", "Two."])]),
        ("“One two,” said Ann.", vec![(Direct, vec!["One two,"])]),
        ("Ann said on Monday that it was late.", vec![(Indirect, vec!["it was late"])]),
        ("It was very late, Ann said.", vec![(Indirect, vec!["It was very late"])]),
        ("Ann said it was “far too late.”", vec![(Mixed, vec!["it was “far too late.”"])]),
        ("Ann said it was “late.”", vec![(Indirect, vec!["it was “late.”"])]),
        ("Ann told the Post that it was late.", vec![(Indirect, vec!["it was late"])]),
        ("It was late, according to Ann.", vec![(Indirect, vec!["It was late"])]),
        ("Ann called for more trams.", vec![(Indirect, vec!["more trams"])]),
        ("Ann said it was late, but asked for more trams.", vec![(Indirect, vec!["it was late", "more trams"])]),
        ("Ann lashed out at Bo, saying it was late.", vec![(Indirect, vec!["lashed out at Bo", "it was late"])]),
        ("Ann hoped that it was late.", vec![(Indirect, vec!["it was late"])]),
        ("Ann thinks it is late.", vec![(Indirect, vec!["it is late"])]),
        ("Ann recalled a tram that was late.", vec![]),
        ("Ann has two emails that are late.", vec![]),
        ("Ann was told that it was late.", vec![]),
        ("Her opening remarks were short.", vec![]),
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
}
