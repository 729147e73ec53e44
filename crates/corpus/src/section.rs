//! A value in bytes that know themselves: a tag, a checksum (xxHash, 64 bits), how many bytes follow, and the value in postcard's
//! format (<https://postcard.jamesmunns.com/wire-format>): variable-length integers, length-prefixed strings that the decoder
//! lends out.

use std::fmt;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh64::xxh64;

/// Says what the value is, and of which version.
pub type Tag = [u8; 4];

/// A value as a section.
///
/// # Errors
/// A value of more than four gigabytes; the encoder's own errors are passed on rather than hidden.
pub fn write(tag: Tag, value: &impl Serialize) -> Result<Vec<u8>, EncodeError> {
    let body = postcard::to_allocvec(value).map_err(EncodeError::Body)?;
    let length = u32::try_from(body.len()).map_err(|_| EncodeError::Size)?;
    Ok([tag.as_slice(), &xxh64(&body, 0).to_le_bytes(), &length.to_le_bytes(), &body].concat())
}

/// Takes a section from the front of some bytes.
///
/// # Errors
/// Bytes that [`write`] did not make with this tag, or that have changed since.
pub fn take<'a, T: Deserialize<'a>>(tag: Tag, bytes: &mut &'a [u8]) -> Result<T, DecodeError> {
    match postcard::take_from_bytes(body(tag, bytes)?) {
        Ok((value, [])) => Ok(value),
        _ => Err(DecodeError::Damaged),
    }
}

/// Takes a section from the front of some bytes, for what is in it.
pub(crate) fn body<'a>(tag: Tag, bytes: &mut &'a [u8]) -> Result<&'a [u8], DecodeError> {
    let rest = bytes.strip_prefix(&tag).ok_or(DecodeError::Tag)?;
    let parts = || {
        let (checksum, rest) = rest.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let (body, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        (xxh64(body, 0).to_le_bytes() == *checksum).then_some((body, rest))
    };
    let (body, rest) = parts().ok_or(DecodeError::Damaged)?;
    *bytes = rest;
    Ok(body)
}

/// Why something has no binary form.
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

/// Why bytes are not what they should be.
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
            Self::Tag => "not of this version of Rejoinder; build the site again",
            Self::Damaged => "damaged: some of its bytes are missing or changed; build the site again",
        })
    }
}

impl std::error::Error for DecodeError {}
