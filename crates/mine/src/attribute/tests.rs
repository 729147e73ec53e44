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
        ("Bakers want lamps, Ann said.", vec![(Indirect, vec!["Bakers want lamps"])]),
        ("Lamps, Ann told the Post, were loud.", vec![(Indirect, vec!["Lamps", "were loud"])]),
        (
            "The Mill, she said, had called for more lamps.",
            vec![(Indirect, vec!["The Mill", "had called for more lamps"])],
        ),
        ("Two mayors, Ann and Bo, wrote to Cy, the minister of lamps.", vec![]),
        (
            "It did not know, Ann wrote, that lamps were loud.",
            vec![(Indirect, vec!["It did not know", "lamps were loud"])],
        ),
        ("Ann judged that it was late.", vec![(Indirect, vec!["it was late"])]),
        ("Ann said that lamps, she thought, were loud.", vec![(Indirect, vec!["lamps, she thought, were loud"])]),
        ("Lamps lighted bakers, argued Ann, a baker.", vec![(Indirect, vec!["Lamps lighted bakers"])]),
        (
            "Lamps were loud, said Ann Ray, a baker, and could not be lit.",
            vec![(Indirect, vec!["Lamps were loud", "and could not be lit"])],
        ),
        ("Ann counted the lamps and said that it was late.", vec![(Indirect, vec!["it was late"])]),
        ("Ann had just written in a letter that it was late.", vec![(Indirect, vec!["it was late"])]),
        ("A letter was written in a hall that it was late.", vec![]),
        ("Ann called on 3 May for more lamps.", vec![(Indirect, vec!["more lamps"])]),
        ("Ann called the lamps dangerous.", vec![(Indirect, vec!["called the lamps dangerous"])]),
        ("Ann called it an attack on bakers.", vec![(Indirect, vec!["called it an attack on bakers"])]),
        ("Ann called it “an attack on bakers”.", vec![(Mixed, vec!["it “an attack on bakers”"])]),
        ("Ann called the bakers on Monday.", vec![]),
        ("Ann compared the trams to bells.", vec![(Indirect, vec!["compared the trams to bells"])]),
        ("Ann saw it as a mistake.", vec![(Indirect, vec!["saw it as a mistake"])]),
        ("Ann saw a tram.", vec![]),
        (
            "Ann said it was late, while Bo Low told bakers that it was dark.",
            vec![(Indirect, vec!["it was late"]), (Indirect, vec!["it was dark"])],
        ),
        (
            "Trams are loud, Ann Ray said, and buses are quiet, Bo Low said.",
            vec![(Indirect, vec!["Trams are loud"]), (Indirect, vec!["and buses are quiet"])],
        ),
        (
            "Trams are loud, Ann Ray said; buses are quiet, Bo Low said.",
            vec![(Indirect, vec!["Trams are loud"]), (Indirect, vec!["buses are quiet"])],
        ),
        (
            "Ann Ray said trams are loud; buses are quiet, Bo Low said.",
            vec![(Indirect, vec!["trams are loud"]), (Indirect, vec!["buses are quiet"])],
        ),
        (
            "“Trams are loud,” said Ann Ray; “buses are quiet,” said Bo Low.",
            vec![(Direct, vec!["Trams are loud,"]), (Direct, vec!["buses are quiet,"])],
        ),
        (
            "Ann Ray said trams are loud, Bo Low told the council.",
            vec![(Indirect, vec!["Ann Ray said trams are loud"])],
        ),
        (
            "Trams, Ann Ray said, are loud, Bo Low told the council.",
            vec![(Indirect, vec!["Trams, Ann Ray said, are loud"])],
        ),
        ("Trams, according to Ann Ray, were late.", vec![(Indirect, vec!["Trams", "were late"])]),
        ("Ann held that it was late.", vec![(Indirect, vec!["it was late"])]),
        ("Ann held a lamp that was late.", vec![]),
        ("Ann complained of loud trams.", vec![(Indirect, vec!["complained of loud trams"])]),
        ("Ann warned that it was late, according to the Post.", vec![(Indirect, vec!["it was late"])]),
        ("Trams, in her view, were late.", vec![(Indirect, vec!["Trams", "were late"])]),
        ("By Ann Ray’s account, trams were late.", vec![(Indirect, vec!["trams were late"])]),
        ("A lamp in her view was lit.", vec![]),
        ("His answer was to close the depot.", vec![(Indirect, vec!["to close the depot"])]),
        ("The board’s argument was that trams sleep.", vec![(Indirect, vec!["trams sleep"])]),
        ("The board’s answer was a loud bell.", vec![]),
        (
            "Ann said that trams were loud. They would wake the town.",
            vec![(Indirect, vec!["trams were loud"]), (Indirect, vec!["They would wake the town"])],
        ),
        ("Ann says that trams are loud. They would wake the town.", vec![(Indirect, vec!["trams are loud"])]),
        ("Ann said that trams were loud. They are new.", vec![(Indirect, vec!["trams were loud"])]),
        ("Ann recalled a tram that was late.", vec![]),
        ("Ann has two emails that are late.", vec![]),
        ("Ann was told that it was late.", vec![]),
        ("Her opening remarks were short.", vec![]),
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
}
