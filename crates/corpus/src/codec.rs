//! The binary form that the build embeds in the page.
//!
//! A tag, then the corpus in postcard's format (<https://postcard.jamesmunns.com/wire-format>): variable-length
//! integers, length-prefixed strings that the decoder lends out.

use std::fmt;

use crate::Corpus;

/// Marks the bytes as ours; its last byte counts up when the meaning of the rest changes.
const TAG: &[u8; 4] = b"rjd\x05";

/// The binary form of a corpus. The same corpus gives the same bytes.
///
/// # Errors
/// None that a corpus can provoke; the encoder's own are passed on rather than hidden.
pub fn encode(corpus: &Corpus<'_>) -> Result<Vec<u8>, postcard::Error> {
    let mut bytes = TAG.to_vec();
    bytes.extend(postcard::to_allocvec(corpus)?);
    Ok(bytes)
}

/// The corpus in `bytes`, its strings borrowed from them.
///
/// # Errors
/// Bytes that [`encode`] of this version did not make. The corpus is not checked again: the build did that.
pub fn decode(bytes: &[u8]) -> Result<Corpus<'_>, DecodeError> {
    let body = bytes.strip_prefix(TAG).ok_or(DecodeError::Tag)?;
    match postcard::take_from_bytes(body) {
        Ok((corpus, [])) => Ok(corpus),
        Ok((_, rest)) => Err(DecodeError::Trailing(rest.len())),
        Err(error) => Err(DecodeError::Body(error)),
    }
}

/// Why bytes are not a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// They do not start with the tag of this version.
    Tag,
    /// The corpus in them is damaged.
    Body(postcard::Error),
    /// That many bytes are left over.
    Trailing(usize),
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tag => f.write_str("not a corpus of this version of Rejoinder; build the site again"),
            Self::Body(error) => write!(f, "damaged corpus: {error}"),
            Self::Trailing(n) => write!(f, "damaged corpus: {n} bytes after its end"),
        }
    }
}

impl std::error::Error for DecodeError {}
