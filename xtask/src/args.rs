//! What was typed, as data. Knows nothing of what the subcommands do.

use std::convert::Infallible;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};
use pico_args::Arguments;

pub(crate) const USAGE: &str = "\
cargo xtask TASK

  serve [--seeds DIR] [--port N] [--release]
      Serve the site on this machine and rebuild it whenever an article or a source changes.
  build [--seeds DIR] [--dist DIR] [--site URL] [--no-offline] [--single-file FILE]
      Build the site to upload (default: dist/) and report its size. URL is where it will be: with it, pages have canonical
      addresses and pictures for whoever shares a link, and there is a sitemap. Browsers keep the site for when there is
      no network, unless --no-offline leaves that out. FILE gets the whole site, to be opened from disk.
  check-dist DIR [--at PLACE]
      Walk a built site as a crawler would: dead links, missing files, absolute paths, policies, hashes. PLACE is where it will
      stand, a path (/sub/path) or an address, by default what its home page says or the root of any host. `build` does it.
  mine [--seeds DIR] [--json | --review | --attributions] FILE...
      Show what is found in articles, with the evidence; --json prints one object a line, a line an article. Corrections
      beside an article, NAME.toml beside NAME.txt, are made. --review prints such corrections to be filled in: what the
      miner was not sure of. --attributions takes any text: only who is said to have said what, nothing judged.
  mine --lines [--seeds DIR]
      The same as a filter: an object a line comes in, with `file` (NAME.txt), `text` and, if there are any, `corrections`; for
      each goes out one with `file`, `statements` and `problems`. Each article is mined on its own.
  export FORMAT [--seeds DIR] [--article ID] [--site URL] [--out FILE]
      Write the statements of all articles, or of one, as FORMAT: csv, json, json-lines, argdown, aif, bibtex, csl-json,
      markdown, text, json-ld or web-annotation. URL is where the site is: addresses of pages begin with it, or are relative
      to it.
  test
      Run all tests.
  eval
      Measure what is found against hand annotation, where annotated articles are at hand; fail below the floors.
  train
      Learn the weights of the model of attribution anew, where annotated texts are at hand. Wants --release:
      `cargo run --release -p xtask -- train`.
  paint [--records N]
      Print how soon the page answers to what a reader does, over 2,000 arguments, or over N synthetic statements, on this
      machine and as on one four times slower.
  lighthouse
      Print what Lighthouse says of the project's own site, on a phone and on a desktop.
  synth --records N [--seed S] [--out FILE] [--queries FILE]
      Write a synthetic corpus of any size, an object a line, and what to ask of it. The same seed gives the same bytes.
  bench [--records N]... [--engines NAMES] [--browser]
      Measure the engine over such a corpus, in a browser beside other engines (default: 1,000, 10,000 and 100,000
      records; some 6 minutes for the last), and natively unless --browser. NAMES: some of ours, small, exact, floor,
      minisearch, flexsearch, orama, itemsjs, with commas between them.
  palette
      Show how well the colours of the sides can be read and told apart, colour blindness simulated.
  setup
      Install what the other tasks need, without running them. They do it themselves otherwise.

  --seeds DIR   the folder of articles with its debate.toml (default: seeds/)
";

/// A subcommand with its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Help,
    Setup,
    Serve(ServeOptions),
    Build(BuildOptions),
    CheckDist(CheckOptions),
    Mine(MineOptions),
    Export(ExportOptions),
    Test,
    Eval,
    Train,
    Lighthouse,
    Paint(PaintOptions),
    Palette,
    Synth(SynthOptions),
    Bench(BenchOptions),
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ServeOptions {
    pub(crate) seeds: Option<PathBuf>,
    pub(crate) port: Option<u16>,
    pub(crate) release: bool,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct BuildOptions {
    pub(crate) seeds: Option<PathBuf>,
    pub(crate) dist: Option<PathBuf>,
    /// Where the site will be.
    pub(crate) site: Option<String>,
    /// Whether browsers are not to keep it for when there is no network.
    pub(crate) is_online_only: bool,
    /// Where the site in one file goes, besides the folder.
    pub(crate) single_file: Option<PathBuf>,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct CheckOptions {
    pub(crate) folder: PathBuf,
    /// Where the site will stand.
    pub(crate) at: Option<String>,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct PaintOptions {
    pub(crate) records: Option<usize>,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct MineOptions {
    pub(crate) seeds: Option<PathBuf>,
    pub(crate) files: Vec<PathBuf>,
    pub(crate) form: Form,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ExportOptions {
    pub(crate) format: String,
    pub(crate) seeds: Option<PathBuf>,
    /// The id of the one that is asked for; else all.
    pub(crate) article: Option<String>,
    /// Where the site is.
    pub(crate) site: Option<String>,
    /// Where the file goes; else it is printed.
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct SynthOptions {
    pub(crate) records: usize,
    pub(crate) seed: Option<u64>,
    /// Where the records go; else they are printed.
    pub(crate) out: Option<PathBuf>,
    pub(crate) queries: Option<PathBuf>,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct BenchOptions {
    pub(crate) records: Vec<usize>,
    /// Names with commas between them; all where there are none.
    pub(crate) engines: Option<String>,
    /// Whether nothing is measured natively.
    pub(crate) browser: bool,
}

/// What `mine` prints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Form {
    /// For people.
    #[default]
    Text,
    /// Statements, an object an article.
    Json,
    /// Corrections to be filled in, of what is unsure.
    Review,
    /// Attributions, an object a text.
    Attributions,
    /// A filter: an article a line comes in, what is found in it goes out.
    Lines,
}

/// The options that ask for a form.
const FORMS: [(&str, Form); 4] = [
    ("--json", Form::Json),
    ("--review", Form::Review),
    ("--attributions", Form::Attributions),
    ("--lines", Form::Lines),
];

/// The task that the arguments (without the program's name) ask for.
pub(crate) fn parse(args: Vec<OsString>) -> Result<Task> {
    read(Arguments::from_vec(args)).map_err(|error| anyhow!("{error:#}\n\n{USAGE}"))
}

fn read(mut args: Arguments) -> Result<Task> {
    if args.contains(["-h", "--help"]) {
        return Ok(Task::Help);
    }
    let name = args.subcommand()?;
    let task = match name.as_deref() {
        None | Some("help") => Task::Help,
        Some("setup") => Task::Setup,
        Some("test") => Task::Test,
        Some("eval") => Task::Eval,
        Some("train") => Task::Train,
        Some("lighthouse") => Task::Lighthouse,
        Some("paint") => Task::Paint(PaintOptions { records: args.opt_value_from_str("--records")? }),
        Some("palette") => Task::Palette,
        Some("synth") => Task::Synth(SynthOptions {
            records: args.value_from_str("--records")?,
            seed: args.opt_value_from_str("--seed")?,
            out: folder(&mut args, "--out")?,
            queries: folder(&mut args, "--queries")?,
        }),
        Some("bench") => Task::Bench(BenchOptions {
            records: args.values_from_str("--records")?,
            engines: args.opt_value_from_str("--engines")?,
            browser: args.contains("--browser"),
        }),
        Some("serve") => Task::Serve(ServeOptions {
            seeds: folder(&mut args, "--seeds")?,
            port: args.opt_value_from_str("--port")?,
            release: args.contains("--release"),
        }),
        Some("build") => Task::Build(BuildOptions {
            seeds: folder(&mut args, "--seeds")?,
            dist: folder(&mut args, "--dist")?,
            site: args.opt_value_from_str("--site")?,
            is_online_only: args.contains("--no-offline"),
            single_file: folder(&mut args, "--single-file")?,
        }),
        Some("check-dist") => Task::CheckDist(CheckOptions {
            at: args.opt_value_from_str("--at")?,
            folder: args.opt_free_from_str()?.context("which DIR?")?,
        }),
        Some("export") => Task::Export(ExportOptions {
            seeds: folder(&mut args, "--seeds")?,
            article: args.opt_value_from_str("--article")?,
            site: args.opt_value_from_str("--site")?,
            out: folder(&mut args, "--out")?,
            format: args.opt_free_from_str()?.context("which FORMAT?")?,
        }),
        Some("mine") => {
            let seeds = folder(&mut args, "--seeds")?;
            let mut forms = FORMS.into_iter().filter(|(option, _)| args.contains(*option));
            let form = match (forms.next(), forms.next()) {
                (None, _) => Form::Text,
                (Some((_, form)), None) => form,
                (Some((one, _)), Some((two, _))) => bail!("`{one}` and `{two}` are two forms: which one?"),
            };
            let rest = args.finish();
            let files = match form {
                Form::Lines if rest.is_empty() => Vec::new(),
                Form::Lines => bail!("`--lines` takes no FILE: articles come in on standard input"),
                _ => files(rest)?,
            };
            return Ok(Task::Mine(MineOptions { seeds, files, form }));
        }
        Some(other) => bail!("there is no task `{other}`"),
    };
    match args.finish().first() {
        None => Ok(task),
        Some(unknown) => bail!("`{}` is nothing that this task takes", unknown.to_string_lossy()),
    }
}

/// What is left when the options are taken: files.
fn files(rest: Vec<OsString>) -> Result<Vec<PathBuf>> {
    if let Some(option) = rest.iter().find(|arg| arg.to_string_lossy().starts_with("--")) {
        bail!("`{}` is nothing that this task takes", option.to_string_lossy());
    }
    if rest.is_empty() {
        bail!("which FILE?");
    }
    Ok(rest.into_iter().map(PathBuf::from).collect())
}

fn folder(args: &mut Arguments, option: &'static str) -> Result<Option<PathBuf>> {
    Ok(args.opt_value_from_os_str(option, |value| Ok::<_, Infallible>(PathBuf::from(value)))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(line: &str) -> Result<Task, String> {
        parse(line.split_whitespace().map(OsString::from).collect()).map_err(|error| error.to_string())
    }

    #[test]
    fn every_task_is_understood() {
        let path = |name: &str| Some(PathBuf::from(name));
        for (line, expected) in [
            ("", Task::Help),
            ("serve --help", Task::Help),
            ("test", Task::Test),
            ("setup", Task::Setup),
            ("lighthouse", Task::Lighthouse),
            ("paint", Task::Paint(PaintOptions::default())),
            ("paint --records 500", Task::Paint(PaintOptions { records: Some(500) })),
            ("palette", Task::Palette),
            ("serve", Task::Serve(ServeOptions::default())),
            (
                "serve --release --port 9000 --seeds other",
                Task::Serve(ServeOptions { seeds: path("other"), port: Some(9000), release: true }),
            ),
            (
                "synth --records 20 --seed 7 --out a.jsonl",
                Task::Synth(SynthOptions { records: 20, seed: Some(7), out: path("a.jsonl"), queries: None }),
            ),
            (
                "bench --records 10 --records 20 --browser",
                Task::Bench(BenchOptions { records: vec![10, 20], engines: None, browser: true }),
            ),
            ("build --dist out", Task::Build(BuildOptions { dist: path("out"), ..BuildOptions::default() })),
            (
                "build --single-file debate.html",
                Task::Build(BuildOptions { single_file: path("debate.html"), ..BuildOptions::default() }),
            ),
            ("build --no-offline", Task::Build(BuildOptions { is_online_only: true, ..BuildOptions::default() })),
            (
                "build --site https://example.org/",
                Task::Build(BuildOptions { site: Some("https://example.org/".into()), ..BuildOptions::default() }),
            ),
            (
                "check-dist out --at /sub",
                Task::CheckDist(CheckOptions { folder: "out".into(), at: Some("/sub".into()) }),
            ),
            (
                "export csv --article a --out a.csv",
                Task::Export(ExportOptions {
                    format: "csv".into(),
                    article: Some("a".into()),
                    out: path("a.csv"),
                    ..ExportOptions::default()
                }),
            ),
            (
                "mine a.txt --json b.txt",
                Task::Mine(MineOptions { seeds: None, files: vec!["a.txt".into(), "b.txt".into()], form: Form::Json }),
            ),
            (
                "mine --lines --seeds other",
                Task::Mine(MineOptions { seeds: path("other"), files: Vec::new(), form: Form::Lines }),
            ),
            (
                "mine --review a.txt",
                Task::Mine(MineOptions { seeds: None, files: vec!["a.txt".into()], form: Form::Review }),
            ),
        ] {
            assert_eq!(task(line), Ok(expected), "{line}");
        }
    }

    #[test]
    #[expect(clippy::expect_used, reason = "a test may panic")]
    fn what_is_not_understood_is_named_and_the_usage_shown() {
        for (line, named) in [
            ("sreve", "no task `sreve`"),
            ("test --fast", "`--fast`"),
            ("serve --port many", "many"),
            ("build --sedes x", "`--sedes`"),
            ("mine", "FILE"),
            ("export", "FORMAT"),
            ("check-dist", "DIR"),
            ("synth", "--records"),
            ("mine --lines a.txt", "no FILE"),
            ("mine --jsn a.txt", "`--jsn`"),
            ("mine --json --attributions a.txt", "`--json` and `--attributions` are two forms"),
        ] {
            let error = task(line).expect_err(line);
            assert!(error.contains(named), "{line}: {error}");
            assert!(error.ends_with(USAGE), "{line}: {error}");
        }
    }
}
