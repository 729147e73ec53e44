//! Who speaks, in small articles.

use corpus::Span;

use super::*;
use crate::{attribute, lex};

fn speakers(text: &str) -> Vec<String> {
    let lexed = lex::lex(text, &[Span::new(0, text.len())]);
    let said = attribute::attribute(&lexed);
    let voices = resolve(text, &lexed, &said, &Actors::new(&[]));
    voices.into_iter().map(|voice| voice.map(|voice| voice.name).unwrap_or_default()).collect()
}

#[test]
fn later_mentions_are_the_one_named_before() {
    for (text, expected) in [
        ("Mayor Ada Quill said it was late. Quill said it was loud.", vec!["Ada Quill", "Ada Quill"]),
        ("Ada Quill said it was late. She said it was loud.", vec!["Ada Quill", "Ada Quill"]),
        ("Ada Quill said it was late. Bo Linden left. He said it was loud.", vec!["Ada Quill", "Bo Linden"]),
        ("Mayor Ada Quill said it was late. The mayor said it was loud.", vec!["Ada Quill", "Ada Quill"]),
        ("The Old Mill Bakery said it was late. The OMB said it was loud.", vec!["Old Mill Bakery"; 2]),
        ("Ada Quill’s spokesman said it was late.", vec!["Ada Quill"]),
        ("The spokesman’s speech said that it was late.", vec![""]),
        ("Bo Ross and Ada Quill’s cat left. Ross’s speech said that it was late.", vec!["Bo Ross"]),
        ("The tram operator Northline said it was late. It said it was loud.", vec!["Northline"; 2]),
        ("The Old Mill Society said it was late. The society said it was loud.", vec!["Old Mill Society"; 2]),
    ] {
        assert_eq!(speakers(text), expected, "{text}");
    }
}

#[test]
fn a_list_is_everybody_in_it() {
    for (text, expected) in [
        (
            "Ada Quill said it was late. Bo Linden left. Both Quill and Linden said it was loud.",
            vec!["Ada Quill", "Ada Quill and Bo Linden"],
        ),
        (
            "Bo Linden said it was late. Ada Quill left. He and Quill said it was loud.",
            vec!["Bo Linden", "Bo Linden and Ada Quill"],
        ),
        ("Ada Quill, D-Ore., and Captain Bo Linden said it was late.", vec!["Ada Quill and Bo Linden"]),
        ("Ada Quill, Bo Linden and Cy Moor said it was late.", vec!["Ada Quill, Bo Linden and Cy Moor"]),
        ("Ferry Transit, Mill and Linden said it was late.", vec!["Ferry Transit, Mill and Linden"]),
        ("Ada Quill met Bo Linden. The two officials said it was late.", vec!["Ada Quill and Bo Linden"]),
        ("The Ministry of Trams and Lamps said it was late.", vec!["Ministry of Trams and Lamps"]),
    ] {
        assert_eq!(speakers(text), expected, "{text}");
    }
}

#[test]
fn somebody_without_a_name_is_meant_again_by_noun_and_pronoun() {
    let official = "a senior tram official";
    for (text, expected) in [
        (
            "Ada Quill said it was late. It was loud, said a senior tram official. The official said it was dark.",
            vec!["Ada Quill", official, official],
        ),
        ("It was loud, said a senior tram official. He said it was dark.", vec![official; 2]),
        ("Ada Quill said it was late. An inmate sang. The inmate said it was dark.", vec!["Ada Quill", "inmate"]),
        ("Ada Quill said it was late. The official said it was dark.", vec!["Ada Quill"; 2]),
        (
            "Bo Linden, a tram official, said it was late. Ada Quill said it was loud. The official said it was dark.",
            vec!["Bo Linden", "Ada Quill", "Bo Linden"],
        ),
        (
            "Sources at the mill said it was late. Ada Quill said it was loud. The sources said it was dark.",
            vec!["Sources", "Ada Quill", "Sources"],
        ),
    ] {
        assert_eq!(speakers(text), expected, "{text}");
    }
}

#[test]
fn a_surname_alone_is_a_persons_where_the_article_treats_it_so() {
    for (text, second) in [
        ("Senator Quill left. Quill said it was late. He said it was loud.", "Quill"),
        ("Mrs. Quill left. Quill said it was late. She said it was loud.", "Quill"),
        ("Quill said he was late. He said it was loud.", "Quill"),
        ("Then Quill, who left, said it was late. He said it was loud.", "Quill"),
        ("Northline said it was late. He said it was loud.", ""),
        ("Bo of Northline, who left, sang. Northline said it was late. He said it was loud.", ""),
        ("J.J. Linden said it was late. He said it was loud.", "J.J. Linden"),
        ("Ada Moor Quill left. Moor Quill said it was late.", "Ada Moor Quill"),
    ] {
        assert_eq!(speakers(text).last().map(String::as_str), Some(second), "{text}");
    }
    assert_eq!(speakers("A collective called the Night Riders said it was late."), ["Night Riders"]);
}

#[test]
fn a_quotation_without_a_source_is_the_last_persons_if_nobody_else_is_named() {
    let quotation = "“The bells of the trams keep us all awake.”";
    for (between, speaker) in [
        ("The lamps got a mention.", "Ada Quill"),
        ("Bo Linden left.", ""),
        ("The Board left.", "Ada Quill"),
        ("The letter reads:", ""),
        ("In particular, she’s sure of", "Ada Quill"),
    ] {
        let text = format!("Ada Quill said that it was late. {between} {quotation}");
        assert_eq!(speakers(&text), ["Ada Quill", speaker], "{text}");
    }
}

#[test]
fn it_is_the_organisation_that_a_sentence_before_is_about() {
    for (text, speaker) in [
        ("The Old Mill Society said it was late. However, Northline itself closed. It said it was loud.", "Northline"),
        ("The Old Mill Society said it was late. In Northline it rained. It said it was loud.", "Old Mill Society"),
        ("The Old Mill Society said it was late. Ada Quill closed. It said it was loud.", "Old Mill Society"),
    ] {
        assert_eq!(speakers(text), ["Old Mill Society", speaker], "{text}");
    }
}

#[test]
fn pronouns_agree_with_names_and_courtesy_titles() {
    for (text, expected) in [
        ("Ada Quill said it was late. He said it was loud.", ["Ada Quill", ""]),
        ("Peter Quill said it was late. Ada Moor sang. He said it was loud.", ["Peter Quill"; 2]),
        ("Bo Linden said it was late. Ms. Linden was tired. He said it was loud.", ["Bo Linden", ""]),
        ("Ada Quill said it was late. She only said it was loud.", ["Ada Quill"; 2]),
    ] {
        assert_eq!(speakers(text), expected, "{text}");
    }
}

#[test]
fn the_abbreviation_of_a_role_is_whoever_has_it() {
    let text = "Prime Minister Ada Quill said it was late. Bo Linden said it was loud. Our dear PM said it was dark.";
    assert_eq!(speakers(text), ["Ada Quill", "Bo Linden", "Ada Quill"]);
}

#[test]
fn an_organisation_is_meant_again_by_its_noun_and_its_acronym() {
    for (text, second) in [
        (
            "Northline closed with the Tram Department. Millsoft Inc said so. The department said it was loud.",
            "Tram Department",
        ),
        ("The Board and the Old Mill Trust closed. Millsoft Inc said so. The OMT said it was loud.", "Old Mill Trust"),
    ] {
        assert_eq!(speakers(text).last().map(String::as_str), Some(second), "{text}");
    }
}

#[test]
fn somebody_whom_the_debate_lists_has_the_name_that_it_gives() {
    let actor = |name: &str, alias: &str, kind| Actor {
        name: name.into(),
        aliases: vec![alias.into()],
        kind,
        affiliation: None,
        role: None,
        side: None,
    };
    let list = [
        actor("Adelaide Quill", "Quill", SpeakerKind::Person),
        actor("Old Mill Society", "OMS", SpeakerKind::Organisation),
        actor("residents", "neighbours", SpeakerKind::Group),
    ];
    for (text, expected) in [
        ("Mayor Quill said it was late.", ("Adelaide Quill", "adelaide quill")),
        ("The OMS said it was late.", ("OMS", "old mill society")),
        ("The OMS said it was late. The Old Mill Society is old.", ("Old Mill Society", "old mill society")),
        ("Residents said it was late.", ("residents", "residents")),
        ("Neighbours said it was late.", ("Neighbours", "neighbours")),
    ] {
        let lexed = lex::lex(text, &[Span::new(0, text.len())]);
        let voices = resolve(text, &lexed, &attribute::attribute(&lexed), &Actors::new(&list));
        let found = voices[0].as_ref().map(|voice| (voice.name.as_str(), voice.key.as_str()));
        assert_eq!(found, Some(expected), "{text}");
    }
}

#[test]
fn several_who_were_named_together_speak_together() {
    let both = "Ada Quill and Bo Linden";
    for (text, expected) in [
        ("Ada Quill of the Old Mill and Bo Linden of Ferry Transit sang. They said it was late.", both),
        ("Ada Quill, a baker, and Bo Linden, a mayor, sang. The two said it was late.", both),
        (
            "Four bakers, Ada Quill, Bo Linden, Cy Moor and Di Ross, sang. The four said it was late.",
            "Ada Quill, Bo Linden, Cy Moor and Di Ross",
        ),
        ("Fifteen night experts sang. The experts said it was late.", "Fifteen night experts"),
        ("Ada Quill said so. Fifteen night experts sang. It was late, they said.", "Fifteen night experts"),
        ("Ada Quill and Bo Linden published an essay. The authors said it was late.", both),
        ("Eleven night experts sang. Their paper said so. The authors said it was late.", "Eleven night experts"),
        ("The Old Mill Trust’s report came. It was late, the report said.", "Old Mill Trust"),
        (
            "Cy Moor and Di Ross said so.\n\nAda Quill sang. So did Bo Linden. It was late, the two officials said.",
            both,
        ),
        (
            "Northline and Millsoft lit lamps. Ada Quill met Bo Linden. The two companies said it was late.",
            "Northline and Millsoft",
        ),
        ("Northline and Millsoft lit lamps. Ada Quill sang. The firms said it was late.", "Northline and Millsoft"),
        ("Eleven night experts sang. The eleven said it was late.", "Eleven night experts"),
        ("Nine firms, among them Northline and Millsoft, signed a letter. They said it was late.", "Nine firms"),
        ("Ada Quill and Bo Linden published an essay. It was late, the essay said.", both),
    ] {
        let lexed = lex::lex(text, &crate::read::paragraphs(text, 0));
        let voices = resolve(text, &lexed, &attribute::attribute(&lexed), &Actors::new(&[]));
        let last = voices.last().cloned().flatten().map(|voice| voice.name);
        assert_eq!(last.as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_description_is_whom_a_sentence_before_is_about() {
    for (text, expected) in [
        ("The Herald said it was late. The Ferry Trust laughed. It was loud, the tram group said.", "Ferry Trust"),
        ("Bo Low said it was late. Northline, a tram operator, sang. The company said it was loud.", "Northline"),
        (
            "The Herald said it was late. The Ferry Bureau sang. The bureau laughed. It was loud, it said.",
            "Ferry Bureau",
        ),
        ("Ada Quill said it was late. It was loud, the Conservative leader said.", "Ada Quill"),
        (
            "Bo Low said it was late.\n\nLamps were praised by Peter Moor of the Old Mill. He said it was loud.",
            "Peter Moor",
        ),
        ("Ada Quill said it was late. It was loud, the Oregon Democrat said.", "Ada Quill"),
        ("Ada Quill said it was late. Peter Low sang. Days later he said it was loud.", "Peter Low"),
        ("Ada Quill, a director, said it was late. It was loud, in the director’s words.", "Ada Quill"),
        ("Bo Low said it was late. In the view of Ada Quill, a baker, it was loud.", "Ada Quill"),
        ("In the House Ada Quill and Bo Low sang. Both said it was late.", "Ada Quill and Bo Low"),
        (
            "Bo Low, a senator, said so.\n\nAda Quill, a Mill Democrat, sang. It was loud, the senator said.",
            "Ada Quill",
        ),
        ("The Herald said it was late. A coalition of bakers sang and laughed. It said it was loud.", "A coalition"),
        ("Bo Low said so.\n\nA spokesman for the OMS sang. The charity said it was loud.", "OMS"),
        ("Cy Moor said it was late. Bo Low was wrong, he said.", "Cy Moor"),
        ("Cy Moor said it was late. After Peter Low sang, he said it was loud.", "Peter Low"),
        ("Cy Moor said it was late. It was loud. Rhode Harbour was far. He said it was loud.", "Cy Moor"),
        ("Ada Quill sang. He had told Bo Low, a baker, that it was late, she said.", "Ada Quill"),
        ("In May, Ada May said it was late. Bo Moor sang in May. May said it was loud.", "Ada May"),
        ("Cy Vane Jr. said it was late. Bo Moor sang. Vane said it was loud.", "Cy Vane Jr"),
    ] {
        let lexed = lex::lex(text, &crate::read::paragraphs(text, 0));
        let said = attribute::attribute(&lexed);
        let voices = resolve(text, &lexed, &said, &Actors::new(&[]));
        let last = voices.last().cloned().flatten().map(|voice| voice.name);
        assert_eq!(last.as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn references_that_lead_to_references_come_to_an_end() {
    for chain in ["The letter issued the letter. ", "The board saw the board. ", "Its authors wrote the report. "] {
        let text = format!("It issued the letter. {}The letter said trams were late.", chain.repeat(2000));
        assert_eq!(speakers(&text).len(), 1, "{chain}");
    }
}
