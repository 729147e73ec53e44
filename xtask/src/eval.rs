//! `eval`: how well `mine` does against hand annotation, where the annotated articles are at hand: beside the project, in
//! `../shared/eval`. They are other people's texts and not part of it; without them there is nothing to measure.
//!
//! Scored by the scorer that came with them (`score.py`, which explains each figure). A figure below its floor fails.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{mine, project, seeds};

/// A set of annotated articles and what its figures must not fall below.
struct Measure {
    name: &'static str,
    /// Which annotations (by the start of their names) belong to it.
    prefix: &'static str,
    /// Figure of the scorer, least value.
    floors: &'static [(&'static str, f64)],
    /// Largest share of arguments on the opposite side.
    wrong_side: f64,
}

/// The seed must be mined as it was annotated. The other floors lie just below what was last measured: raise them with
/// the figures. The articles have been looked at while rules were written, so the figures flatter.
const MEASURES: [Measure; 2] = [
    Measure {
        name: "the seed",
        prefix: "00",
        floors: &[("verbatim", 1.0), ("statement F1", 1.0), ("speaker F1", 1.0), ("full F1", 1.0)],
        wrong_side: 0.0,
    },
    Measure {
        name: "all annotated articles",
        prefix: "",
        floors: &[
            ("verbatim", 1.0),
            ("statement F1", 0.83),
            ("speaker F1", 0.71),
            ("side F1", 0.56),
            ("full F1", 0.53),
        ],
        wrong_side: 0.01,
    },
];

/// What is shown, in this order.
const FIGURES: [&str; 10] = [
    "verbatim",
    "span F1",
    "direct F1",
    "statement F1",
    "speaker F1",
    "argument F1",
    "side F1",
    "full F1",
    "part F1",
    "wrong side",
];

pub(crate) fn run() -> Result<()> {
    let data = project::root()?.join("../shared/eval");
    if !data.is_dir() {
        println!("There are no annotated articles beside this project (../shared/eval): nothing is measured.");
        return Ok(());
    }
    let work = project::root()?.join("target").join("eval");
    let mut low = Vec::new();
    for measure in MEASURES {
        let figures = measure.score(&data, &work.join(measure.name.replace(' ', "-")))?;
        print!("{}", table(measure.name, &figures));
        low.extend(measure.low(&figures));
    }
    if !low.is_empty() {
        bail!("below the floors in xtask/src/eval.rs: {}", low.join("; "));
    }
    Ok(())
}

impl Measure {
    /// What the scorer says. Every article is mined on its own, as an annotator reads it.
    fn score(&self, data: &Path, work: &Path) -> Result<Value> {
        let gold = work.join("gold");
        let _ = std::fs::remove_dir_all(&gold); // what an earlier run has left
        std::fs::create_dir_all(&gold)?;
        let mut articles: Vec<PathBuf> = Vec::new();
        for entry in std::fs::read_dir(data.join("gold"))? {
            let annotation = entry?.path();
            let name = annotation.file_name().unwrap_or_default();
            if name.to_string_lossy().starts_with(self.prefix) {
                std::fs::copy(&annotation, gold.join(name))?;
                let content: Value = serde_json::from_slice(&std::fs::read(&annotation)?)?;
                let file = content["file"].as_str().context("an annotation without `file`")?;
                articles.push(data.join("articles").join(file));
            }
        }
        articles.sort();
        let mined = work.join("mined.jsonl");
        std::fs::write(&mined, mine::json_of_each(&seeds::folder(None)?, &articles)?)?;
        let mut scorer = Command::new("python3");
        scorer.arg(data.join("score.py")).arg(data.join("articles")).arg(gold).arg(mined).arg("--json");
        let said = project::output(&mut scorer).context("the scorer failed; it needs python3")?;
        Ok(serde_json::from_str(&said)?)
    }

    /// The figures that are worse than they may be.
    fn low(&self, figures: &Value) -> Vec<String> {
        let mut low = Vec::new();
        for (figure, floor) in self.floors {
            let reached = value(figures, figure);
            if reached.is_none_or(|reached| reached < *floor) {
                low.push(format!("{figure} of {} is {}, not {floor:.3}", self.name, shown(reached)));
            }
        }
        let wrong = value(figures, "wrong side");
        if wrong.is_none_or(|wrong| wrong > self.wrong_side) {
            low.push(format!("wrong side of {} is {}, not {:.3}", self.name, shown(wrong), self.wrong_side));
        }
        low
    }
}

/// A figure, whether the scorer gives it alone or with precision and recall.
fn value(figures: &Value, figure: &str) -> Option<f64> {
    let figure = &figures[figure];
    figure.as_f64().or_else(|| figure["f1"].as_f64())
}

fn shown(value: Option<f64>) -> String {
    value.map_or("missing".into(), |value| format!("{value:.3}"))
}

fn table(name: &str, figures: &Value) -> String {
    let mut table = format!("{name}: {} articles\n", figures["articles"]);
    for figure in FIGURES {
        let _ = write!(table, "  {figure:14}{}", shown(value(figures, figure))); // to a string: cannot fail
        if let (Some(p), Some(r)) = (figures[figure]["p"].as_f64(), figures[figure]["r"].as_f64()) {
            let _ = write!(table, "   P {p:.3}  R {r:.3}");
        }
        table.push('\n');
    }
    table + "\n"
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const MEASURE: Measure = Measure { name: "x", prefix: "", floors: &[("full F1", 0.5)], wrong_side: 0.1 };

    #[test]
    fn a_figure_below_its_floor_is_found() {
        let low = |full: f64, wrong: f64| {
            MEASURE.low(&json!({ "full F1": { "f1": full, "p": 1.0, "r": 1.0 }, "wrong side": wrong })).len()
        };
        assert_eq!([low(0.5, 0.1), low(0.49, 0.1), low(0.5, 0.11), low(0.0, 1.0)], [0, 1, 1, 2]);
    }

    #[test]
    fn a_figure_that_the_scorer_does_not_give_does_not_pass() {
        assert_eq!(MEASURE.low(&json!({})).len(), 2);
    }
}
