//! An index in bytes, for a page that has not got the texts to make one from: the words, and for each text its words in order.
//! Which texts have a word follows from that, and is sooner found than downloaded.

use corpus::Corpus;
use corpus::section::{self, DecodeError, EncodeError, Tag};

use super::packed::{Numbers, Strings};
use super::{Index, Texts};

/// Counts up when the meaning of the rest changes.
const TAG: Tag = *b"rjw\x01";

/// As it is read: the words, how long each is, and their order by how often they are met; the words of texts, and how many bytes
/// each text has of them.
type Written<'w> = (&'w str, Vec<u32>, Vec<u32>, &'w [u8], Vec<u32>);

impl Index {
    /// The bytes that [`Index::read`] reads.
    pub(crate) fn written(&self) -> Result<Vec<u8>, EncodeError> {
        let Self { terms, frequent, tokens, .. } = self;
        section::write(TAG, &(&terms.text, lengths(&terms.ends), frequent, &tokens.bytes, lengths(&tokens.ends)))
    }

    /// The words of the texts of a corpus, all but which texts have each.
    pub(crate) fn read(mut bytes: &[u8], corpus: &Corpus<'_>) -> Result<Self, DecodeError> {
        let (text, term_lengths, frequent, tokens, token_lengths): Written<'_> = section::take(TAG, &mut bytes)?;
        let (terms, texts) = (ends(&term_lengths), ends(&token_lengths));
        let is_whole = terms.iter().all(|end| text.is_char_boundary(*end as usize))
            && terms.last().is_none_or(|end| *end as usize == text.len())
            && texts.last().is_none_or(|end| *end as usize == tokens.len())
            && texts.len() == Texts::of(corpus).len()
            && bytes.is_empty();
        let terms = Strings { text: text.to_owned(), ends: terms };
        let tokens = Numbers { bytes: tokens.to_vec(), ends: texts };
        let mut index = Self { terms, tokens, ..Self::default() };
        if is_whole && index.number(frequent) { Ok(index) } else { Err(DecodeError::Damaged) }
    }
}

/// How long each is of what ends there.
fn lengths(ends: &[u32]) -> Vec<u32> {
    let mut before = 0;
    ends.iter().map(|end| end - std::mem::replace(&mut before, *end)).collect()
}

/// Where each ends of what is so long.
fn ends(lengths: &[u32]) -> Vec<u32> {
    let mut end = 0_u32;
    let next = |length: &u32| {
        end = end.saturating_add(*length);
        end
    };
    lengths.iter().map(next).collect()
}
