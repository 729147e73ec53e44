//! `export`: the statements of a folder of articles as a file for somebody else's program.

use std::collections::BTreeMap;
use std::io::{BufWriter, ErrorKind, Write, stdout};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use corpus::Corpus;
use export::citation::text_fragment;
use export::{Format, Selection, pieces};

use crate::args::ExportOptions;
use crate::site::address::Address;
use crate::{project, seeds};

pub(crate) fn run(options: &ExportOptions) -> Result<()> {
    let format = Format::parse(&options.format).ok_or_else(|| {
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        anyhow!("there is no format `{}`; there are: {}", options.format, names.join(", "))
    })?;
    let bytes = seeds::corpus(&seeds::folder(options.seeds.as_deref())?)?;
    let corpus = corpus::decode(&bytes)?;
    let site = options.site.as_deref().map(Address::parse).transpose()?;
    let site = site.as_ref().map_or("", Address::as_str);
    let selection = match &options.article {
        None => Selection::whole(&corpus, site)?,
        Some(id) => {
            let n = corpus.articles.iter().position(|article| article.id.as_str() == id);
            let ix = n.with_context(|| format!("there is no article `{id}`"))?;
            Selection::of_article(&corpus, site, corpus::ArticleIx::new(ix))?
        }
    };
    match &options.out {
        None => written(&mut BufWriter::new(stdout().lock()), format, &selection),
        Some(path) => {
            to_file(path, format, &selection).with_context(|| format!("{} cannot be written", path.display()))
        }
    }
}

/// The folders of seeds whose exports other people's programs read in the tests, by name.
const TESTED: [(&str, &str); 3] =
    [("hostile", "tests/corpora/hostile"), ("lights", "tests/corpora/lights"), ("seeds", "seeds")];

/// Where the tested exports say that the site is.
const TESTED_SITE: &str = "https://example.org/debate/";

/// Writes what the tests read, each format and the addresses at publishers', and gives the folder.
pub(crate) fn for_tests() -> Result<PathBuf> {
    let root = project::root()?;
    let out = root.join("target/exports");
    std::fs::create_dir_all(&out)?;
    for (name, seeds) in TESTED {
        let bytes = seeds::corpus(&root.join(seeds))?;
        let corpus = corpus::decode(&bytes)?;
        let selection = Selection::whole(&corpus, TESTED_SITE)?;
        for format in Format::ALL {
            to_file(&out.join(format!("{name}.{}", format.extension())), format, &selection)?;
        }
        let addresses = serde_json::to_string(&addresses(corpus.clone()))?;
        std::fs::write(out.join(format!("{name}.addresses.json")), addresses)?;
    }
    Ok(out)
}

/// Where a browser is led to the words of each statement, by the statement's id, as if every article had been published.
fn addresses(mut corpus: Corpus<'_>) -> BTreeMap<String, String> {
    for article in &mut corpus.articles {
        article.url.get_or_insert_with(|| format!("https://publisher.invalid/{}", article.id).into());
    }
    let address = |statement: &corpus::Statement<'_>| {
        let article = corpus.article_of(statement);
        Some((format!("{}.{}", article.id, statement.id), text_fragment(article, &statement.spans)?))
    };
    corpus.statements.iter().filter_map(address).collect()
}

fn to_file(path: &Path, format: Format, selection: &Selection<'_>) -> Result<()> {
    written(&mut BufWriter::new(std::fs::File::create(path)?), format, selection)
}

fn written(file: &mut impl Write, format: Format, selection: &Selection<'_>) -> Result<()> {
    let mut write = || {
        for piece in pieces(format, selection) {
            file.write_all(piece.as_bytes())?;
        }
        file.flush()
    };
    match write() {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()), // a reader like `head` may have seen enough
    }
}
