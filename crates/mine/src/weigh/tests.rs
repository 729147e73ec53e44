//! Which side a statement takes, on a small debate.

use corpus::{Corpus, Inference, Rule, Statement, ThemeIx};

use crate::{SourceFile, mine};

const DEBATE: &str = r#"
    title = "T"
    question = "Q"
    side = [
        { id = "for", label = "For", summary = "", cues = ["run all night", "way home"], aims = ["night timetable", "louder trams"] },
        { id = "against", label = "Against", summary = "", cues = ["keep awake", "loud"] },
    ]
    theme = [{ id = "night", label = "Night", cues = ["tram"] }]
    actor = [{ name = "Bo Linden", kind = "person", side = "against" }]
"#;

/// The side that "Ann said …" or "Bo Linden said …" takes.
fn side(text: &str) -> Option<String> {
    side_in(DEBATE, text)
}

fn side_in(debate: &str, text: &str) -> Option<String> {
    with_last(debate, text, |corpus, statement| label(corpus, statement).to_owned())
}

/// The rules and words that an inference about a statement rests on.
fn evidence(text: &str, of: Inference) -> Vec<(Rule, String)> {
    let shown = with_last(DEBATE, text, |corpus, statement| {
        let article = corpus.article_of(statement);
        let why = statement.why.iter().filter(|why| why.of == of);
        why.map(|why| (why.rule, why.words.map_or("", |words| article.words(words)).to_owned())).collect()
    });
    shown.unwrap_or_default()
}

fn label<'c>(corpus: &'c Corpus<'_>, statement: &Statement<'_>) -> &'c str {
    corpus.side(statement.position()).map_or("Neither side", |side| &side.label)
}

fn with_last<T>(debate: &str, text: &str, then: impl Fn(&Corpus<'_>, &Statement<'_>) -> T) -> Option<T> {
    let text = format!(" date 2021-03-04 {text}");
    let article = SourceFile { name: "a.txt", bytes: text.as_bytes() };
    let corpus = mine(SourceFile { name: "debate.toml", bytes: debate.as_bytes() }, &[article], &[]).corpus?;
    corpus.statements.iter().next_back().map(|statement| then(&corpus, statement))
}

#[test]
fn own_words_then_the_target_then_the_speaker() {
    for (text, expected) in [
        ("Ann said trams must run all night.", "For"),
        ("Ann said trams were loud.", "Neither side"),
        ("Ann said trams must not run all night.", "Neither side"),
        ("Ann said trams that run all night keep awake the town.", "Neither side"),
        ("Ann pushed back against plans to run all night.", "Against"),
        ("Ann lashed out at Bo Linden.", "For"),
        ("Bo Linden said trams were a threat.", "Against"),
        ("Bo Linden said trams must run all night.", "Neither side"),
        ("Bo Linden said trams must run all night as a way home.", "For"),
        ("Ann said trams must run all night. Ann said trams must not stop.", "For"),
    ] {
        assert_eq!(side(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn only_what_follows_the_reporting_words_is_spoken_against() {
    for (text, expected) in [
        ("“Trams must run all night,” Ann insisted.", "For"),
        ("“Trams that run all night are good,” slammed Ann.", "For"),
        ("Ann lashed out at loud trams, saying a way home was needed.", "For"),
        ("Ann criticised the board for plans to run all night.", "Against"),
    ] {
        assert_eq!(side(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn what_a_side_wants_is_judged_in_the_statement_itself() {
    for (text, expected) in [
        ("Ann said the night timetable was a mistake.", "Against"),
        ("Ann said the night timetable would be no mistake.", "For"),
        ("Ann said the new night timetable is badly needed.", "For"),
        ("Ann said this dangerous night timetable came late.", "Against"),
        ("Ann said the night timetable would hurt the old.", "Against"),
        ("“We oppose the night timetable,” Ann said.", "Against"),
        ("“The board should drop the night timetable,” Ann said.", "Against"),
        ("“If they drop the night timetable, we walk,” Ann said.", "Neither side"),
        ("“We cannot support the night timetable,” Ann said.", "Against"),
        ("Ann said the night timetable is an answer to a threat.", "Neither side"),
        ("Ann said the night timetable will stop dangerous drivers.", "Neither side"),
        ("Ann said the night timetable is a mistake, but it is a way home.", "For"),
        ("Ann called the night timetable “a mistake.”", "Against"),
        ("Ann criticised the night timetable.", "Against"),
        ("Ann dismissed concerns about the night timetable.", "For"),
        ("Ann voiced deep concerns about the night timetable.", "Against"),
        ("Ann voiced Bo Linden’s concerns about the night timetable.", "Against"),
        ("Ann rejected claims that the night timetable is a mistake.", "For"),
        ("Ann said the claim that the night timetable is a mistake is wrong.", "Neither side"),
        ("Ann welcomed the end of the night timetable.", "Neither side"),
        ("Ann slammed the night timetable for keeping awake the town.", "Against"),
        ("“We support the night timetable,” Ann said.", "For"),
        ("Ann called for a night timetable.", "For"),
        ("Ann urged the board to drop the night timetable.", "Against"),
        ("Ann urged the board to hold back the night timetable.", "Against"),
        ("Ann said the colours of the night timetable were a mistake.", "Neither side"),
        ("Ann said that buses under the night timetable are dangerous.", "Neither side"),
        ("Ann said Bo Linden’s stance was a mistake.", "For"),
        ("Ann said Bo Linden’s dog was a threat.", "Neither side"),
    ] {
        assert_eq!(side(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn what_is_wanted_is_no_reason_for_the_other_side() {
    for (text, expected) in [
        ("Ann called for louder trams.", "For"),
        ("Ann pushed back against plans for louder trams.", "Against"),
        ("Ann said louder trams keep awake the town.", "Against"),
    ] {
        assert_eq!(side(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_refusal_to_comment_is_no_argument() {
    for text in ["“We do not comment on threats,” Bo Linden said.", "“We decline to comment on loud trams,” Ann said."]
    {
        assert_eq!(with_last(DEBATE, text, |_, statement| statement.argument), Some(false), "{text}");
    }
    assert_eq!(with_last(DEBATE, "“I comment on threats,” Bo Linden said.", |_, one| one.argument), Some(true));
}

#[test]
fn a_negation_reaches_to_the_end_of_its_clause() {
    for (text, expected) in [
        ("Ann said trams must not be made to run all night.", "Neither side"),
        ("Ann said what we cannot miss is a way home.", "For"),
        ("Ann said the claim that trams keep awake the town is false.", "Neither side"),
        ("“I do not sleep. A way home is good,” Ann said.", "For"),
    ] {
        assert_eq!(side(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn what_is_conceded_does_not_count() {
    for (text, expected) in [
        ("“Although trams run all night, they are loud and keep awake the town,” Ann said.", "Against"),
        ("“Trams run all night, but they keep awake the town,” Ann said.", "Against"),
        ("“Trams run all night. But they keep awake the town,” Ann said.", "Against"),
        ("“Trams run all night but they keep awake the town,” Ann said.", "Against"),
        ("Ann said trams run all night but that they keep awake the town.", "Against"),
        ("“Trams run all night but rarely,” Ann said.", "For"),
        ("“Trams keep awake the town and are nothing but a bell on wheels,” Ann said.", "Against"),
        ("“Trams keep awake the town and are anything but a gift,” Ann said.", "Against"),
        ("“Trams run all night for none but the bakers,” Ann said.", "For"),
        ("“Trams run all night for all but the bakers,” Ann said.", "For"),
        ("“Trams run all night with everything but a bell,” Ann said.", "For"),
        ("“Trams run all night for everyone but the bakers,” Ann said.", "For"),
        ("“Trams run all night for everybody but the bakers,” Ann said.", "For"),
        ("“Trams run all night and wake no one but the bakers,” Ann said.", "For"),
        ("“Trams run all night not only on Sundays but the other days,” Ann said.", "For"),
        ("“Trams run all night not just on Sundays but the other days,” Ann said.", "For"),
        ("“Trams run all night not merely on Sundays but the other days,” Ann said.", "For"),
        ("“Trams run all night for one but the bakers sleep,” Ann said.", "Neither side"),
        ("“Trams run all night, but also on Sundays,” Ann said.", "For"),
        ("“Trams run all night. They are red. But they are old,” Ann said.", "For"),
    ] {
        assert_eq!(side(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn an_office_stands_where_it_is_known_to_stand() {
    let actors = r#"{ name = "Tram Board", kind = "organisation", side = "for" }, { name = "Bo Linden","#;
    let debate = DEBATE.replace(r#"{ name = "Bo Linden","#, actors);
    for (text, expected) in [
        ("Ann Quill, a lawyer at the Tram Board, said trams were no threat.", "For"),
        ("Ann Quill, a former head of the Tram Board, said trams were no threat.", "Neither side"),
        ("Ann Quill, a lawyer, said trams were no threat.", "Neither side"),
    ] {
        assert_eq!(side_in(&debate, text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn whoever_takes_a_side_argues_unless_he_only_tells_news() {
    for (text, argues) in [
        ("Bo Linden said the town had two rivers.", true),
        ("Ann said the town had two rivers.", false),
        ("Ann argued that the town had two rivers.", true),
        ("Bo Linden said he had walked there.", false),
        ("Bo Linden said he had to walk there.", true),
        ("Bo Linden said she had walked there.", false),
        ("Bo Linden said it had rained there.", true),
        ("Bo Linden said he was planning a walk.", false),
        ("Bo Linden said he no longer walked there.", false),
        ("Bo Linden said a timetable was pending.", false),
        ("Bo Linden said that so far the town had not.", false),
        ("Bo Linden announced that the town had two rivers.", false),
        ("Bo Linden said the town would meet on Friday.", false),
        ("Bo Linden conceded that the town had two rivers.", false),
    ] {
        assert_eq!(with_last(DEBATE, text, |_, statement| statement.argument), Some(argues), "{text}");
        let expected = if argues && text.starts_with("Bo") { "Against" } else { "Neither side" };
        assert_eq!(side(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_description_says_where_somebody_stands() {
    for (text, expected) in [
        ("Ann Quill, a critic of the night timetable, said the town had two rivers.", "Against"),
        ("Supporters of the night timetable said the town had two rivers.", "For"),
        ("Ann Quill, a former critic of the night timetable, said the town had two rivers.", "Neither side"),
        ("Ann Quill, a critic of plays, said the town had two rivers.", "Neither side"),
    ] {
        assert_eq!(side(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn who_has_argued_on_both_sides_is_not_placed() {
    let actors = r#"{ name = "Cy Marsh", kind = "person" }, { name = "Bo Linden","#;
    let debate = DEBATE.replace(r#"{ name = "Bo Linden","#, actors);
    let text = "Cy Marsh said a way home was needed. Cy Marsh said the town had two rivers.";
    assert_eq!(side_in(&debate, text).as_deref(), Some("Neither side"));
    assert_eq!(side_in(&debate, &text.replace("Cy Marsh", "Di Marsh")).as_deref(), Some("For"));
}

#[test]
fn an_office_that_names_both_sides_settles_nothing() {
    let actors = r#"{ name = "Tram Board", kind = "organisation", side = "for" }, { name = "Bo Linden","#;
    let debate = DEBATE.replace(r#"{ name = "Bo Linden","#, actors);
    let text = "Ann Quill, a lawyer for the Tram Board and for Bo Linden, said trams were no threat.";
    assert_eq!(side_in(&debate, text).as_deref(), Some("Neither side"));
}

#[test]
fn what_is_wanted_of_a_thing_is_no_wish_for_it() {
    let debate = DEBATE.replace("louder trams", "tram");
    for (text, expected) in [
        ("Ann called for trams to be red.", "Neither side"),
        ("Ann called for the tram to be kept.", "For"),
        ("Ann called for trams on every Sunday.", "For"),
    ] {
        assert_eq!(side_in(&debate, text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn speaking_against_one_of_three_sides_settles_nothing() {
    let third = r#"{ id = "third", label = "Third", summary = "" },"#;
    let debate = DEBATE.replace("side = [\n", &format!("side = [\n{third}\n"));
    for text in ["Ann pushed back against plans to run all night.", "Ann lashed out at Bo Linden."] {
        assert_eq!(side_in(&debate, text).as_deref(), Some("Neither side"), "{text}");
    }
    assert_eq!(side_in(&debate, "Ann supported plans to run all night.").as_deref(), Some("For"));
}

#[test]
fn the_evidence_is_whole_words_and_says_what_decided() {
    for (text, of, expected) in [
        ("Ann said a “way home” was needed.", Inference::Side, (Rule::WordsForSide, "way home")),
        ("Ann said trams run “all night,” as all do.", Inference::Side, (Rule::WordsForSide, "run “all night,”")),
        ("Ann said trams must not run all night.", Inference::Side, (Rule::Negated, "run all night")),
        ("Ann said trams were a threat.", Inference::Side, (Rule::NothingSettles, "")),
        ("Ann said trams were loud.", Inference::Side, (Rule::WordsForSide, "loud")),
        ("Bo Linden said trams were a threat.", Inference::Side, (Rule::KnownPosition, "")),
        ("Bo Linden said trams were a threat.", Inference::Argument, (Rule::Judges, "threat")),
        ("Ann lashed out at Bo Linden.", Inference::Argument, (Rule::TakesAStand, "lashed out at")),
        ("Ann said trams run all night.", Inference::Theme(ThemeIx(0)), (Rule::ThemeWords, "trams")),
    ] {
        let found = evidence(text, of);
        assert_eq!(found.first().map(|(rule, words)| (*rule, words.as_str())), Some(expected), "{text}");
    }
    let found = evidence("Bo Linden said trams must run all night.", Inference::Side);
    assert_eq!(found.last().map(|(rule, _)| *rule), Some(Rule::LeansAnotherWay));
}

#[test]
fn a_position_settles_nothing_where_the_speaker_was_named_long_before() {
    let said = "Bo Linden said trams were a threat.";
    for (text, expected) in [
        (format!("{said} He said trams had to be stopped."), "Against"),
        (format!("{said}\n\nHe said trams had to be stopped."), "Against"),
        (
            format!("{said}\n\nThe rain went on.\n\nThe depot was dark.\n\nHe said trams had to be stopped."),
            "Neither side",
        ),
    ] {
        assert_eq!(side(&text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_denial_is_quoted_with_its_verb() {
    for (text, expected) in [
        ("Ann denied that trams were loud at night.", "denied that trams were loud at night"),
        ("Ann disputed that trams were loud at night.", "disputed that trams were loud at night"),
        ("Ann denied: “Trams are not loud at night.”", "Trams are not loud at night."),
    ] {
        let words = with_last(DEBATE, text, |corpus, statement| {
            corpus.article_of(statement).words(statement.spans[0]).to_owned()
        });
        assert_eq!(words.as_deref(), Some(expected), "{text}");
    }
}
