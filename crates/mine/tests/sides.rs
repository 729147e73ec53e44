//! Which side short statements take with the project's own debate: none the other one, and most their own. They were
//! written from what is generally known of the debate, before its cues, which then grew with them: a measure of what must
//! not get lost, not of what an article will give.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use mine::{SourceFile, mine};

const DEBATE: &[u8] = include_bytes!("../../../seeds/debate.toml");

/// Statements of one file, a line each: the sides that they take. Lines that start with `#` head a topic.
fn sides(statements: &str) -> Vec<(String, Vec<String>)> {
    let lines = statements.lines().filter(|line| !line.starts_with('#'));
    let mined = lines.map(|line| {
        let text = format!(" date 2021-03-04 {line}");
        let article = SourceFile { name: "a.txt", bytes: text.as_bytes() };
        let corpus = mine(SourceFile { name: "debate.toml", bytes: DEBATE }, &[article], &[]).corpus.unwrap();
        let taken = corpus.statements.iter().filter_map(|statement| statement.side);
        (line.to_owned(), taken.map(|side| corpus.debate.sides[side.get()].id.to_string()).collect())
    });
    mined.collect()
}

/// Checks that no statement takes another side than `side`, and that at least this share, in per cent, takes it.
fn check(side: &str, statements: &str, share: usize) {
    let found = sides(statements);
    let wrong: Vec<_> = found.iter().filter(|(_, taken)| taken.iter().any(|taken| taken != side)).collect();
    assert!(wrong.is_empty(), "on another side than {side}: {wrong:#?}");
    let open: Vec<_> = found.iter().filter(|(_, taken)| taken.is_empty()).collect();
    let reached = (found.len() - open.len()) * 100 / found.len();
    assert!(reached >= share, "{reached} % are on side {side}; left open: {open:#?}");
}

#[test]
fn statements_for_access() {
    check("access", include_str!("sides/access.txt"), SHARE);
}

#[test]
fn statements_for_encryption() {
    check("encryption", include_str!("sides/encryption.txt"), SHARE);
}

/// How many of a hundred statements must take their side: just below what is reached.
const SHARE: usize = 65;

#[test]
fn facts_procedure_and_balance_take_no_side() {
    let sided: Vec<_> =
        sides(include_str!("sides/neither.txt")).into_iter().filter(|(_, taken)| !taken.is_empty()).collect();
    assert!(sided.is_empty(), "{sided:#?}");
}
