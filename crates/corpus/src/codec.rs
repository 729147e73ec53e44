//! The binary form that the build embeds in the page.
//!
//! A tag, a checksum of the rest, then the corpus in postcard's format (<https://postcard.jamesmunns.com/wire-format>):
//! variable-length integers, length-prefixed strings that the decoder lends out. Statements lie there as `packed` has them.

use std::fmt;

use xxhash_rust::xxh64::xxh64;

use crate::packed::{Packed, Streams, pack};
use crate::{Article, Corpus, Debate, Relation, Speaker, Statements};

/// Marks the bytes as ours; its last byte counts up when the meaning of the rest changes.
const TAG: &[u8; 4] = b"rjd\x06";

/// A corpus as it is read: what a filter needs comes first, the words last. It is written as the same of references.
type Written<'a> = (Debate<'a>, Vec<Speaker<'a>>, Vec<Relation>, Vec<Article<'a>>, Streams<'a>);

/// The binary form of a corpus. The same corpus gives the same bytes.
///
/// # Errors
/// Statements that are not in the order of the corpus's articles, which a checked corpus does not have (see
/// [`Corpus::check`]); the encoder's own errors are passed on rather than hidden.
pub fn encode(corpus: &Corpus<'_>) -> Result<Vec<u8>, EncodeError> {
    let Corpus { debate, articles, speakers, statements, relations } = corpus;
    let written = |streams: &Streams<'_>| postcard::to_allocvec(&(debate, speakers, relations, articles, streams));
    let body = pack(statements, articles.len(), written).ok_or(EncodeError::Order)?.map_err(EncodeError::Body)?;
    Ok([TAG.as_slice(), &xxh64(&body, 0).to_le_bytes(), &body].concat())
}

/// The corpus in `bytes`, its strings borrowed from them, its statements read from there when they are asked for.
///
/// # Errors
/// Bytes that [`encode`] of this version did not make, or that have changed since. The corpus is not checked again: the
/// build did that.
pub fn decode(bytes: &[u8]) -> Result<Corpus<'_>, DecodeError> {
    let rest = bytes.strip_prefix(TAG).ok_or(DecodeError::Tag)?;
    let (checksum, body) = rest.split_first_chunk().ok_or(DecodeError::Damaged)?;
    if xxh64(body, 0).to_le_bytes() != *checksum {
        return Err(DecodeError::Damaged);
    }
    match postcard::take_from_bytes::<Written<'_>>(body) {
        Ok(((debate, speakers, relations, articles, streams), [])) => {
            let packed = Packed::new(streams, articles.len()).ok_or(DecodeError::Damaged)?;
            Ok(Corpus { debate, articles, speakers, statements: Statements::packed(packed), relations })
        }
        _ => Err(DecodeError::Damaged),
    }
}

/// Why a corpus has no binary form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EncodeError {
    /// Its statements are not in order of article, or of articles that it does not have.
    Order,
    /// The encoder's own.
    Body(postcard::Error),
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Order => f.write_str("its statements are not in the order of its articles"),
            Self::Body(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for EncodeError {}

/// Why bytes are not a corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// They do not start with the tag of this version.
    Tag,
    /// They are not the bytes that were written: some are missing or changed.
    Damaged,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Tag => "not a corpus of this version of Rejoinder; build the site again",
            Self::Damaged => "a damaged corpus: some of its bytes are missing or changed; build the site again",
        })
    }
}

impl std::error::Error for DecodeError {}
