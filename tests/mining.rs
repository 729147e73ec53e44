//! The miner in WebAssembly: the same bytes as natively. `xtask` mines each folder natively and hands over the hash.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use mine::{SourceFile, mine};
use sha2::{Digest, Sha256};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

macro_rules! files {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        [$(SourceFile { name: $name, bytes: include_bytes!(concat!("../", $folder, "/", $name)) }),+]
    };
}

/// Compares what is made of a debate and its articles with what the native program made of their whole folder.
fn compare(files: &[SourceFile<'_>], native: Option<&str>) {
    let (debate, articles) = files.split_first().unwrap();
    let mined = mine(*debate, articles, &[]);
    assert_eq!(mined.diagnostics.iter().filter(|found| found.severity == mine::Severity::Error).count(), 0);
    let bytes = corpus::encode(&mined.corpus.unwrap()).unwrap();
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(Some(hash.as_str()), native, "to be run by `cargo xtask test`; every file of the folder is in the list");
}

#[wasm_bindgen_test]
fn the_seed_gives_the_same_corpus_as_natively() {
    let files = files!["seeds": "debate.toml", "000_749908851def517d.txt"];
    compare(&files, option_env!("REJOINDER_NATIVE_SEEDS"));
}

#[wasm_bindgen_test]
fn another_debate_gives_the_same_corpus_as_natively() {
    let files = files![
        "tests/corpora/lights":
        "debate.toml",
        "2021-03-04-lamps.txt",
        "2021-03-05-agency.txt",
        "2021-03-08-british.txt",
        "2021-03-10-release.txt",
    ];
    compare(&files, option_env!("REJOINDER_NATIVE_LIGHTS"));
}
