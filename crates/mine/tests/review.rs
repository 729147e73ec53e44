//! The sidecar that is there to be filled in: what it asks about, and that it can be used once it is.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use corpus::{ArticleIx, Edited};
use mine::{Mined, SourceFile, mine, review};

const TEXT: &str = " date 2021-03-04 It rained. “The workers must have sleep.” It rained.\n\n\
    “Trams must \"run all\" \\ night,” said Ada Quill.\n\n\
    “It would be bad for the workers on the night shift, and bad for their nurses,” she said.\n\n\
    Ferry Transit said on Monday that the \u{7}workers must have the trams.\n\n\
    Ferry Transit said on Friday that trams which run at night are too loud.\n\n\
    “Trams at night are too loud and keep us awake,” said Bo Linden. “They are green.”";

const DEBATE: SourceFile<'static> = SourceFile { name: "debate.toml", bytes: include_bytes!("debate.toml") };

fn mined<'a>(text: &'a str, sidecar: &str) -> Mined<'a> {
    let article = SourceFile { name: "a.txt", bytes: text.as_bytes() };
    mine(DEBATE, &[article], &[SourceFile { name: "a.toml", bytes: sidecar.as_bytes() }])
}

fn review_of(text: &str, sidecar: &str) -> String {
    let mined = mined(text, sidecar);
    assert!(mined.diagnostics.iter().all(|problem| problem.file != "a.toml"), "{:?}", mined.diagnostics);
    review(&mined.corpus.unwrap(), ArticleIx(0))
}

/// As an editor fills it in.
fn filled(review: &str) -> String {
    review
        .replace("# speaker = \"\"", "speaker = \"Ada Quill\"")
        .replace("# side = ", "side = ")
        .replace("# reason = \"\"", "reason = \"her words\"")
}

#[test]
fn a_review_asks_about_what_is_unsure_and_says_why() {
    let review = review_of(TEXT, "");
    let entries: Vec<&str> = review.split("\n\n").skip(1).map(str::trim_end).collect();
    let expected = [
        "# Line 1: The workers must have sleep.\n\
         # - speaker: left open: the article does not say who speaks\n\
         # - side: left open: nothing in it points to a side\n\
         [[change]]\n\
         words = \"The workers must have sleep.\"\n\
         # speaker = \"\"\n\
         # side = \"neither\" # or \"trams\", \"quiet\"\n\
         # argument = false # in place of a side\n\
         # reason = \"\"",
        "# Line 5: It would be bad for the workers on the night shift, and bad for their nurses,\n\
         # - side: trams, for what is known of the speaker alone\n\
         # - side: the speaker’s other statements in this article argue for this side -> trams (+1.00)\n\
         [[change]]\n\
         words = \"It would be bad for the\"\n\
         # side = \"trams\" # or \"quiet\", \"neither\"\n\
         # reason = \"\"",
        "# Line 7: the \\u0007workers must have the trams\n\
         # - side: trams, for what is known of the speaker alone\n\
         # - side: the speaker is known to hold this position -> trams (+1.10)\n\
         [[change]]\n\
         words = \"the \\u0007workers must have the trams\"\n\
         # side = \"trams\" # or \"quiet\", \"neither\"\n\
         # reason = \"\"",
        "# Line 9: trams which run at night are too loud\n\
         # - side: words that argue for this side [too loud] -> quiet (+1.00)\n\
         # - side: the speaker is known to hold this position -> trams (+1.10)\n\
         # - side: left open: the words point another way than the speaker is known to stand -> trams\n\
         [[change]]\n\
         words = \"trams which run at night are\"\n\
         # side = \"neither\" # or \"trams\", \"quiet\"\n\
         # argument = false # in place of a side\n\
         # reason = \"\"",
    ];
    assert_eq!(entries, expected, "{review}");
}

#[test]
fn what_is_filled_in_is_used_and_not_asked_again() {
    let sidecar = filled(&review_of(TEXT, ""));
    let mined = mined(TEXT, &sidecar);
    assert_eq!(mined.diagnostics.iter().filter(|problem| problem.file == "a.toml").count(), 0, "{sidecar}");
    let corpus = mined.corpus.unwrap();
    assert_eq!(corpus.check(), []);
    let settled = |of| corpus.statements.iter().flat_map(|one| &one.edits).filter(|edit| edit.of == of).count();
    assert_eq!((settled(Edited::Side), settled(Edited::Speaker)), (4, 1));
    assert_eq!(review(&corpus, ArticleIx(0)), "# a.txt: the miner left nothing open.\n");
}

#[test]
fn a_review_asks_to_be_filled_in() {
    let mined = mined(TEXT, &review_of(TEXT, ""));
    let problems: Vec<_> = mined.diagnostics.iter().filter(|problem| problem.file == "a.toml").collect();
    let asked = |problem: &str| problems.iter().filter(|found| found.problem == problem).count();
    assert_eq!((asked("this entry changes nothing"), asked("the key `reason` is missing")), (4, 4));
    assert_eq!(problems.len(), 8, "{problems:?}");
}

#[test]
fn words_are_as_long_as_it_takes_to_mean_one_statement() {
    let text = " date 2021-03-04 “The workers of the night shift must have sleep.” It rained.\n\n\
                “The workers of the night shift must have \\ \"trams\".” It rained.\n\n\
                “They must \"have\" sleep.” It rained.\n\n“They must \"have\" sleep.”";
    let review = review_of(text, "");
    let words: Vec<&str> = review.lines().filter(|line| line.starts_with("words") || line.contains("alone")).collect();
    let none = "# No entry can mean it alone: another statement has all of its words.";
    let expected = [
        "words = \"The workers of the night shift must have sleep.\"",
        "words = \"The workers of the night shift must have \\\\\"",
        none,
        none,
    ];
    assert_eq!(words, expected, "{review}");
    review_of(text, &filled(&review));
}
