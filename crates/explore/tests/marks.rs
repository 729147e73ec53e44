//! What a search marks: the cases of `tests/ok`.
//!
//! A file has cases with a blank line between them. The first line of a case is what is typed, between bars; the rest
//! is a text with what must be marked in [brackets].

use std::error::Error;
use std::fs;
use std::path::Path;

use explore::Search;

#[test]
fn every_case_is_marked_as_it_says() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ok");
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        assert!(file.extension().is_some_and(|extension| extension == "txt"), "{} is no case", file.display());
        for case in fs::read_to_string(&file)?.trim_end().split("\n\n") {
            check(case).map_err(|why| format!("{}: {why}:\n{case}", file.display()))?;
        }
    }
    Ok(())
}

fn check(case: &str) -> Result<(), String> {
    let (typed, expected) = case.split_once('\n').ok_or("a case has at least two lines")?;
    let typed = typed.strip_prefix('|').and_then(|typed| typed.strip_suffix('|')).ok_or("no bars")?;
    let text = expected.replace(['[', ']'], "");
    let mut marked = text.clone();
    for hit in Search::new(typed).hits(&text).into_iter().rev() {
        marked.insert(hit.range().end, ']');
        marked.insert(hit.range().start, '[');
    }
    if marked == expected { Ok(()) } else { Err(format!("marked is\n{marked}\nin the case")) }
}
