//! The binary form that the build embeds in the page.
//!
//! Sections, each a tag, a checksum and a value in postcard's format (<https://postcard.jamesmunns.com/wire-format>):
//! variable-length integers, length-prefixed strings that the decoder lends out. The first section has all but the words of
//! articles; statements lie there as `packed` has them. The words follow in one section, or, of a large corpus, in many, each
//! of which may be kept in a file of its own.

use std::fmt;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh64::xxh64;

use crate::packed::{Packed, Streams, pack};
use crate::{Article, Content, Corpus, Debate, Relation, Speaker, Statements};

/// Marks a section as ours; its last byte counts up when the meaning of the rest changes.
const TAG: &[u8; 4] = b"rjd\x07";

/// The bytes of articles that are fetched together, at the least: some 10 KB when compressed. A page of forty arguments from forty
/// articles asks for 400 KB at most, and a corpus of 25 MB is 800 files.
const CHUNK: usize = 32 * 1024;

/// What comes first, all but the words of articles, as it is read. It is written as the same of references.
type Start<'a> = (Debate<'a>, Vec<Speaker<'a>>, Vec<Relation>, Vec<Article<'a>>, Streams<'a>, Vec<Chunk>);

/// The words of some articles that follow each other, kept apart from the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    /// How many articles.
    pub articles: u32,
    /// SHA-256 of its bytes: what fetches them can tell that they are the right ones.
    pub sha256: [u8; 32],
}

/// A corpus in several pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// All but the words of articles.
    pub start: Vec<u8>,
    /// The words, some articles in each; the start knows how many.
    pub chunks: Vec<Vec<u8>>,
}

/// The binary form of a corpus. The same corpus gives the same bytes.
///
/// # Errors
/// Statements that are not in the order of the corpus's articles, which a checked corpus does not have (see
/// [`Corpus::check`]); the encoder's own errors are passed on rather than hidden.
pub fn encode(corpus: &Corpus<'_>) -> Result<Vec<u8>, EncodeError> {
    Ok([start(corpus, &[])?, words(&corpus.articles)?].concat())
}

/// The binary form of a corpus in pieces: the start followed by all chunks is a form that [`decode`] reads, too. `sha256` is
/// that hash, which this crate leaves to others.
///
/// # Errors
/// As of [`encode`].
pub fn encode_apart(corpus: &Corpus<'_>, sha256: impl Fn(&[u8]) -> [u8; 32]) -> Result<Apart, EncodeError> {
    let mut rest = corpus.articles.as_slice();
    let (mut chunks, mut known) = (Vec::new(), Vec::new());
    while !rest.is_empty() {
        let (mut bytes, mut len) = (0, 0);
        while len < rest.len() && bytes < CHUNK {
            bytes += rest[len].text().len();
            len += 1;
        }
        let chunk = words(&rest[..len])?;
        rest = &rest[len..];
        known.push(Chunk { articles: len as u32, sha256: sha256(&chunk) });
        chunks.push(chunk);
    }
    Ok(Apart { start: start(corpus, &known)?, chunks })
}

/// The corpus in `bytes`, its strings borrowed from them, its statements read from there when they are asked for.
///
/// # Errors
/// Bytes that [`encode`] of this version did not make, or that have changed since. The corpus is not checked again: the
/// build did that.
pub fn decode(bytes: &[u8]) -> Result<Corpus<'_>, DecodeError> {
    decode_apart(bytes).map(|(corpus, _)| corpus)
}

/// The same of a corpus that may be in pieces, with what is known of these. Of a start without its chunks the words of articles
/// are on their way.
///
/// # Errors
/// As of [`decode`].
pub fn decode_apart(mut bytes: &[u8]) -> Result<(Corpus<'_>, Vec<Chunk>), DecodeError> {
    let (debate, speakers, relations, mut articles, streams, chunks) = take::<Start<'_>>(&mut bytes)?;
    if chunks.is_empty() || !bytes.is_empty() {
        let mut empty = articles.as_mut_slice();
        for _ in 0..chunks.len().max(1) {
            let contents = take::<Vec<Content<'_>>>(&mut bytes).map_err(|_| DecodeError::Damaged)?;
            let (filled, rest) = empty.split_at_mut_checked(contents.len()).ok_or(DecodeError::Damaged)?;
            filled.iter_mut().zip(contents).for_each(|(article, content)| article.body = content.into());
            empty = rest;
        }
        if !empty.is_empty() || !bytes.is_empty() {
            return Err(DecodeError::Damaged);
        }
    }
    let statements = Packed::new(streams, articles.len()).ok_or(DecodeError::Damaged)?;
    Ok((Corpus { debate, articles, speakers, statements: Statements::packed(statements), relations }, chunks))
}

/// Puts the words of a chunk in their places.
///
/// # Errors
/// Bytes that are not a chunk of these articles.
pub fn arrive(mut chunk: &'static [u8], articles: &[Article<'_>]) -> Result<(), DecodeError> {
    let contents = take::<Vec<Content<'static>>>(&mut chunk)?;
    if !chunk.is_empty() || contents.len() != articles.len() {
        return Err(DecodeError::Damaged);
    }
    articles.iter().zip(contents).for_each(|(article, content)| article.body.arrive(content));
    Ok(())
}

fn start(corpus: &Corpus<'_>, chunks: &[Chunk]) -> Result<Vec<u8>, EncodeError> {
    let Corpus { debate, articles, speakers, statements, relations } = corpus;
    let written = |streams: &Streams<'_>| section(&(debate, speakers, relations, articles, streams, chunks));
    pack(statements, articles.len(), written).ok_or(EncodeError::Order)?
}

fn words(articles: &[Article<'_>]) -> Result<Vec<u8>, EncodeError> {
    let contents: Option<Vec<_>> = articles.iter().map(|article| article.body.content()).collect();
    section(&contents.ok_or(EncodeError::Words)?)
}

/// A section: the tag, a checksum of the rest, how many bytes follow, and a value.
fn section(value: &impl Serialize) -> Result<Vec<u8>, EncodeError> {
    let body = postcard::to_allocvec(value).map_err(EncodeError::Body)?;
    let length = u32::try_from(body.len()).map_err(|_| EncodeError::Size)?;
    Ok([TAG.as_slice(), &xxh64(&body, 0).to_le_bytes(), &length.to_le_bytes(), &body].concat())
}

/// Takes a section from the front of some bytes.
fn take<'a, T: Deserialize<'a>>(bytes: &mut &'a [u8]) -> Result<T, DecodeError> {
    let rest = bytes.strip_prefix(TAG).ok_or(DecodeError::Tag)?;
    let parts = || {
        let (checksum, rest) = rest.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let (body, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        (xxh64(body, 0).to_le_bytes() == *checksum).then_some((body, rest))
    };
    let (body, rest) = parts().ok_or(DecodeError::Damaged)?;
    *bytes = rest;
    match postcard::take_from_bytes(body) {
        Ok((value, [])) => Ok(value),
        _ => Err(DecodeError::Damaged),
    }
}

/// Why a corpus has no binary form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EncodeError {
    /// Its statements are not in order of article, or of articles that it does not have.
    Order,
    /// The words of an article are still on their way.
    Words,
    /// It has more than four gigabytes.
    Size,
    /// The encoder's own.
    Body(postcard::Error),
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Order => f.write_str("its statements are not in the order of its articles"),
            Self::Words => f.write_str("the words of an article are not there"),
            Self::Size => f.write_str("it has more than four gigabytes"),
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
