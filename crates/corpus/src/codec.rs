//! The binary form that the build embeds in the page.
//!
//! In sections (see [`section`]). The first has all but the words of articles; statements lie there as `packed` has them. The
//! words follow in one section, or, of a large corpus, in many, each of which may be kept in a file of its own.

use serde::{Deserialize, Serialize};

use crate::packed::{Packed, Streams, pack};
use crate::section::{self, DecodeError, EncodeError, Tag};
use crate::{Article, Content, Corpus, Debate, Relation, Speaker, Statements};

/// Counts up when the meaning of the rest changes.
const TAG: Tag = *b"rjd\x07";

/// Statements from which on a corpus is large: then its site keeps it in pieces, and is compiled to be fast before small. Ten
/// thousand statements are some two megabytes of words when compressed, ten times the code of the page, and more than a reader
/// should wait for; of a tenth of that the words come sooner all at once. With them code answers two to three times as fast
/// (`cargo bench -p explore`, with its `opt-level` at 3 and at `z`).
pub const LARGE: usize = 10_000;

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
    let (debate, speakers, relations, mut articles, streams, chunks) = section::take::<Start<'_>>(TAG, &mut bytes)?;
    if chunks.is_empty() || !bytes.is_empty() {
        let mut empty = articles.as_mut_slice();
        for _ in 0..chunks.len().max(1) {
            let contents = section::take::<Vec<Content<'_>>>(TAG, &mut bytes).map_err(|_| DecodeError::Damaged)?;
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

/// The chunks in the bytes of a corpus that is in pieces, which follow each other there.
///
/// # Errors
/// Bytes that are not sections, or have changed.
pub fn chunks(mut bytes: &[u8]) -> Result<Vec<&[u8]>, DecodeError> {
    let mut sections = Vec::new();
    while !bytes.is_empty() {
        let from = bytes;
        section::body(TAG, &mut bytes)?;
        sections.push(&from[..from.len() - bytes.len()]);
    }
    Ok(sections.split_off(1.min(sections.len())))
}

/// Puts the words of a chunk in their places.
///
/// # Errors
/// Bytes that are not a chunk of these articles.
pub fn arrive(mut chunk: &'static [u8], articles: &[Article<'_>]) -> Result<(), DecodeError> {
    let contents = section::take::<Vec<Content<'static>>>(TAG, &mut chunk)?;
    if !chunk.is_empty() || contents.len() != articles.len() {
        return Err(DecodeError::Damaged);
    }
    articles.iter().zip(contents).for_each(|(article, content)| article.body.arrive(content));
    Ok(())
}

fn start(corpus: &Corpus<'_>, chunks: &[Chunk]) -> Result<Vec<u8>, EncodeError> {
    let Corpus { debate, articles, speakers, statements, relations } = corpus;
    let written =
        |streams: &Streams<'_>| section::write(TAG, &(debate, speakers, relations, articles, streams, chunks));
    pack(statements, articles.len(), written).ok_or(EncodeError::Order)?
}

fn words(articles: &[Article<'_>]) -> Result<Vec<u8>, EncodeError> {
    let contents: Option<Vec<_>> = articles.iter().map(|article| article.body.content()).collect();
    section::write(TAG, &contents.ok_or(EncodeError::Words)?)
}
