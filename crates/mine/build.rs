//! A hash of everything that what the miner finds depends on besides its input: the sources of `mine` and `corpus`, the
//! versions and features of what they use, and the compiler, with whose standard library letters come. `kept` puts it
//! into the key of whatever it keeps, so that a changed miner finds nothing there.
//!
//! Cargo compiles the hash in: it runs this again whenever it would compile the miner again, and for nothing less.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use sha2::{Digest, Sha256};

/// What is hashed, from the folder of this package.
pub(crate) const SOURCES: [&str; 7] =
    ["build.rs", "src", "Cargo.toml", "../corpus/src", "../corpus/Cargo.toml", "../../Cargo.toml", "../../Cargo.lock"];

fn main() {
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
    }
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let hash = Command::new(rustc).arg("-vV").output().and_then(|output| {
        let compiler = String::from_utf8_lossy(&output.stdout).lines().collect::<Vec<_>>().join(", ");
        Ok((hash(Path::new("."), &SOURCES, &compiler)?, compiler))
    });
    match hash {
        Ok((hash, compiler)) => println!("cargo::rustc-env=MINER={hash}\ncargo::rustc-env=MINER_COMPILER={compiler}"),
        Err(error) => println!("cargo::error=the miner's sources cannot be hashed: {error}"),
    }
}

/// The SHA-256 of the names and bytes of files and of all files below folders, in order of name, and of the compiler.
pub(crate) fn hash(base: &Path, sources: &[&str], compiler: &str) -> io::Result<String> {
    let mut files = Vec::new();
    let mut left: Vec<PathBuf> = sources.iter().map(|source| base.join(source)).collect();
    while let Some(path) = left.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path)? {
                let entry = entry?;
                let name = entry.file_name();
                let name = name.to_string_lossy();
                // What editors leave beside a file while it is open.
                if !name.starts_with('.') && !name.ends_with('~') {
                    left.push(entry.path());
                }
            }
        } else {
            files.push(path);
        }
    }
    files.sort();
    let mut hash = Sha256::new();
    hash.update(compiler);
    for file in files {
        let name = file.strip_prefix(base).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let bytes = fs::read(&file)?;
        for part in [name.as_bytes(), &bytes] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
