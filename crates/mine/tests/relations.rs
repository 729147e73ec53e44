//! Which argument answers which, and where it is left open.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use corpus::{Basis, RelationKind};
use mine::{SourceFile, mine};

/// The relations of an article: speakers, kind, and the words or the score that they rest on.
fn relations(text: &str) -> Vec<String> {
    corrected(text, "")
}

/// The same with corrections.
fn corrected(text: &str, sidecar: &str) -> Vec<String> {
    let text = format!(" date 2021-03-04 {text}");
    let debate = SourceFile { name: "debate.toml", bytes: include_bytes!("debate.toml") };
    let mined = mine(
        debate,
        &[SourceFile { name: "a.txt", bytes: text.as_bytes() }],
        &[SourceFile { name: "a.toml", bytes: sidecar.as_bytes() }],
    );
    assert!(mined.diagnostics.iter().all(|problem| problem.file != "a.toml"), "{:?}", mined.diagnostics);
    let corpus = mined.corpus.unwrap();
    assert_eq!(corpus.check(), []);
    let name = |n: usize| corpus.speaker_of(&corpus.statements[n]).unwrap().name.to_string();
    let shown = |relation: &corpus::Relation| {
        let sign = match relation.kind {
            RelationKind::Supports => "+",
            RelationKind::Attacks => "-",
            RelationKind::Rephrases => "=",
        };
        let basis = match relation.basis {
            Basis::Stated(span) => corpus.articles[0].words(span).into(),
            Basis::Similar(score) => {
                assert!(score > 0);
                String::from("similar")
            }
        };
        format!("{} {sign} {}: {basis}", name(relation.from.get()), name(relation.to.get()))
    };
    corpus.relations.iter().map(shown).collect()
}

const QUILL: &str = "Mayor Ada Quill said night trams are needed as a safe way home.\n\n";

#[test]
fn what_a_sentence_states_is_a_relation() {
    for (text, expected) in [
        (
            "In response to Quill, Otto Fink said bells keep the old town awake.",
            "Otto Fink - Ada Quill: In response to Quill",
        ),
        (
            "Responding to Mayor Quill, Otto Fink said bells are too loud and ruin sleep.",
            "Otto Fink - Ada Quill: Responding to Mayor Quill",
        ),
        (
            "Otto Fink rejected Quill's latest claim, saying bells keep the old town awake.",
            "Otto Fink - Ada Quill: rejected Quill's",
        ),
        (
            "Otto Fink, who cannot sleep, expressed his street's concerns about Quill's remarks because bells are too loud.",
            "Otto Fink - Ada Quill: concerns about Quill's",
        ),
        (
            "Otto Fink said Quill's plan is simply unworkable because bells keep the old town awake.",
            "Otto Fink - Ada Quill: Quill's plan is simply unworkable",
        ),
        ("Echoing Quill, Otto Fink said nurses must have a safe way home.", "Otto Fink + Ada Quill: Echoing Quill"),
    ] {
        assert_eq!(relations(&format!("{QUILL}{text}")), [expected], "{text}");
    }
}

#[test]
fn arguments_are_related_as_an_editor_left_them() {
    let text = format!("{QUILL}In response to Quill, Otto Fink said bells keep the old town awake.");
    let entry = |what: &str| format!("{what}\nreason = \"so\"\nwords = \"night trams are needed\"\n");
    let stated = ["Otto Fink - Ada Quill: In response to Quill"];
    assert_eq!(corrected(&text, &entry("[[change]]\nthemes = []")), stated);
    for without in ["[[drop]]", "[[change]]\nargument = false", "[[change]]\nspeaker = \"Cleo Marsh\""] {
        assert_eq!(corrected(&text, &entry(without)), Vec::<String>::new(), "{without}");
    }
    let added = format!(
        "{}[[add]]\nwords = \"trams are needed as a safe way home\"\nspeaker = \"Ada Quill\"\nside = \"trams\"\nreason = \"so\"",
        entry("[[drop]]")
    );
    assert_eq!(corrected(&text, &added), stated);
}

#[test]
fn what_is_not_sure_is_no_relation() {
    for text in [
        // The same side does not answer itself, and another does not agree.
        "In response to Quill, Otto Fink said nurses must have a safe way home.",
        "Echoing Quill, Otto Fink said bells keep the old town awake.",
        // Not he, or not he alone.
        "In response to Quill Street, Otto Fink said bells keep the old town awake.",
        "In response to Quill and Bell, Otto Fink said bells keep the old town awake.",
        "Responding to Quill's brother, Otto Fink said bells keep the old town awake.",
        "Otto Fink said Quill's tram is too dangerous because bells keep the old town awake.",
        "Otto Fink said Quill's plan is not unworkable, but bells keep the old town awake.",
        "In response to a question, Otto Fink said bells keep the old town awake.",
    ] {
        assert_eq!(relations(&format!("{QUILL}{text}")), [""; 0], "{text}");
    }
}

#[test]
fn arguments_of_two_sides_in_the_same_words_are_similar() {
    let text =
        "Ada Quill said nurses need trams that run all night.\n\nOtto Fink said trams that nurses need are too loud.";
    assert_eq!(relations(text), ["Otto Fink - Ada Quill: similar"]);
    for other in
        ["Otto Fink said bells are too loud.", "Otto Fink said that whoever needs them knows that they are too loud."]
    {
        assert_eq!(relations(&format!("Ada Quill said nurses need trams that run all night.\n\n{other}")), [""; 0]);
    }
}

#[test]
fn an_argument_made_again_rephrases_the_earlier_one() {
    let first = "Ada Quill said nurses need trams that run all night.";
    for (second, expected) in [
        (
            "Cleo Marsh said that trams which run all night are what nurses need.",
            &["Cleo Marsh = Ada Quill: similar"][..],
        ),
        // Of one speaker too: how often it was said is not how many said it.
        ("Ada Quill said again that nurses need trams all night.", &["Ada Quill = Ada Quill: similar"]),
        ("Cleo Marsh said that trams are a safe way home.", &[]),
        ("Cleo Marsh said that nurses must have a safe way home.", &[]),
    ] {
        assert_eq!(relations(&format!("{first}\n\n{second}")), expected, "{second}");
    }
    let often = format!("{first}\n\n").repeat(9);
    assert_eq!(relations(&often).len(), 1 + 2 + 6 * 3, "each hangs together with at most three earlier ones");
}

#[test]
fn arguments_of_two_articles_must_be_more_alike() {
    let debate = SourceFile { name: "debate.toml", bytes: include_bytes!("debate.toml") };
    let relations = |second: &str| {
        let second = format!(" date 2021-03-05 {second}");
        let first = b" date 2021-03-04 Ada Quill said nurses and porters need trams that run all night.";
        let file = |name, bytes| SourceFile { name, bytes };
        mine(debate, &[file("a.txt", first), file("b.txt", second.as_bytes())], &[]).corpus.unwrap().relations.len()
    };
    let loosely = "Otto Fink said trams and bells are too loud for nurses who sleep by day in the old town.";
    let closely = "Otto Fink said trams that nurses and porters need are too loud.";
    assert_eq!((relations(loosely), relations(closely)), (0, 1));
    let together = format!("Ada Quill said nurses and porters need trams that run all night.\n\n{loosely}");
    assert_eq!(self::relations(&together).len(), 1);
}
