//! The annotations of PolNeAR (Newell, Margolin and Ruths 2018): brat files, offsets in code points.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use corpus::Span;

/// A text with what was annotated in it.
pub(super) struct Annotated {
    pub(super) text: String,
    pub(super) attributions: Vec<Attribution>,
}

/// An annotated attribution, in bytes of its text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Attribution {
    pub(super) source: Vec<Span>,
    pub(super) cue: Vec<Span>,
    pub(super) content: Vec<Span>,
}

/// The texts of a part, in order of name. Where a text has several annotations, the first by name is used, as its scorer
/// does; texts without one are passed over.
pub(super) fn read(part: &Path) -> Result<Vec<Annotated>> {
    let folder = part.join("attributions");
    let entries = fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    paths.sort();
    let mut first: BTreeMap<String, PathBuf> = BTreeMap::new();
    for path in paths {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if let Some((name, _annotator)) = stem.rsplit_once('_') {
            first.entry(name.to_owned()).or_insert(path);
        }
    }
    let mut annotated = Vec::new();
    for (name, path) in first {
        let text = part.join("text").join(format!("{name}.txt"));
        if text.is_file() {
            let text = fs::read_to_string(&text).with_context(|| format!("{} cannot be read", text.display()))?;
            let attributions = attributions(&fs::read_to_string(path)?, &text);
            annotated.push(Annotated { text, attributions });
        }
    }
    Ok(annotated)
}

/// Lines `T1 TAB Role start end;start end TAB words` and `E1 TAB Role:T1 Role:T2`; other lines are notes.
fn attributions(annotation: &str, text: &str) -> Vec<Attribution> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |at: &str| at.parse().ok().and_then(|at: usize| bytes.get(at).copied());
    let span = |range: &str| {
        let (start, end) = range.split_once(' ')?;
        Some(Span::new(byte(start)?, byte(end)?))
    };
    let mut spans: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    let mut found = Vec::new();
    for line in annotation.lines() {
        let mut cells = line.split('\t');
        let (Some(id), Some(what)) = (cells.next(), cells.next()) else { continue };
        if id.starts_with('T') {
            let offsets = what.split_once(' ').map_or("", |(_, offsets)| offsets);
            spans.insert(id, offsets.split(';').filter_map(span).collect());
        } else if id.starts_with('E') {
            let mut attribution = Attribution::default();
            for (role, id) in what.split(' ').filter_map(|part| part.split_once(':')) {
                let spans = spans.get(id).into_iter().flatten().copied();
                match role.trim_end_matches(|c: char| c.is_ascii_digit()).to_lowercase().as_str() {
                    "source" => attribution.source.extend(spans),
                    "cue" => attribution.cue.extend(spans),
                    "content" => attribution.content.extend(spans),
                    _ => {}
                }
            }
            found.push(attribution);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_characters_and_roles_may_have_several_spans() {
        let text = "“É,” said Ann. “No.”";
        let annotation = "T1\tContent 1 2;16 18\tÉ No\nT2\tCue 5 9\tsaid\nT3\tSource 10 13\tAnn\n#1\tnote\n\n\
                          E1\tContent:T1 Cue:T2 Source:T3\n";
        let found = attributions(annotation, text);
        let words = |spans: &[Span]| spans.iter().filter_map(|span| span.of(text)).collect::<Vec<_>>();
        assert_eq!(found.len(), 1);
        assert_eq!(words(&found[0].content), ["É", "No"]);
        assert_eq!((words(&found[0].cue), words(&found[0].source)), (vec!["said"], vec!["Ann"]));
    }
}
