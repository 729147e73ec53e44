//! The miner in WebAssembly: the same bytes as natively. `xtask` mines each folder natively and hands over the hash.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use include_dir::{Dir, File, include_dir};
use mine::{SourceFile, mine};
use sha2::{Digest, Sha256};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

static SEEDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/seeds");
static LIGHTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/corpora/lights");

/// Compares what is made of a folder with what the native program made of it.
fn compare(folder: &'static Dir<'_>, native: Option<&str>) {
    let mut files: Vec<SourceFile<'_>> = folder.files().map(source).collect();
    files.sort_by_key(|file| file.name);
    let ending = |ending: &str| files.iter().copied().filter(|file| file.name.ends_with(ending)).collect::<Vec<_>>();
    let (debate, sidecars): (Vec<_>, Vec<_>) = ending(".toml").into_iter().partition(|file| file.name == "debate.toml");
    let mined = mine(debate[0], &ending(".txt"), &sidecars);
    assert_eq!(mined.diagnostics.iter().filter(|found| found.severity == mine::Severity::Error).count(), 0);
    let bytes = corpus::encode(&mined.corpus.unwrap()).unwrap();
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(Some(hash.as_str()), native, "to be run by `cargo xtask test`");
}

fn source(file: &'static File<'_>) -> SourceFile<'static> {
    SourceFile { name: file.path().to_str().unwrap(), bytes: file.contents() }
}

#[wasm_bindgen_test]
fn the_project_s_own_corpus_is_the_same_as_natively() {
    compare(&SEEDS, option_env!("REJOINDER_NATIVE_SEEDS"));
}

#[wasm_bindgen_test]
fn another_debate_gives_the_same_corpus_as_natively() {
    compare(&LIGHTS, option_env!("REJOINDER_NATIVE_LIGHTS"));
}
