//! The corpus that the build embedded, made ready for questions once.

use std::sync::OnceLock;

use corpus::{Corpus, DecodeError};
use explore::Explorer;

/// Written by `build.rs` from the folder of seeds.
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin"));

/// What every page shows: a corpus and the means to question it. Copied freely; equal only to itself.
#[derive(Clone, Copy)]
pub struct Site(&'static Explorer<'static>);

impl Site {
    /// The site of the embedded corpus. Strings stay where they are, in the program's own bytes.
    ///
    /// # Errors
    /// Where the embedded bytes are not a corpus of this version, which a build does not let pass.
    pub fn embedded() -> Result<Self, DecodeError> {
        static DECODED: OnceLock<Result<Corpus<'static>, DecodeError>> = OnceLock::new();
        static EXPLORER: OnceLock<Explorer<'static>> = OnceLock::new();
        match DECODED.get_or_init(|| corpus::decode(BYTES)) {
            Ok(corpus) => Ok(Self(EXPLORER.get_or_init(|| Explorer::new(corpus)))),
            Err(error) => Err(error.clone()),
        }
    }

    /// A site of another corpus. It is kept as long as the program runs: a site is made once.
    pub fn of(corpus: Corpus<'static>) -> Self {
        Self(Box::leak(Box::new(Explorer::new(Box::leak(Box::new(corpus))))))
    }

    /// What it shows.
    pub fn corpus(self) -> &'static Corpus<'static> {
        self.0.corpus()
    }

    /// Answers questions about it.
    pub fn explorer(self) -> &'static Explorer<'static> {
        self.0
    }
}

impl PartialEq for Site {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}
