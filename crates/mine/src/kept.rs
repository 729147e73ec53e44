//! What was made of articles, kept from one run for the next: a list of entries, each under the hash of all that it was
//! made from, with a checksum. A damaged entry is none.
//!
//! Whoever runs the miner keeps the bytes; here they are only read and written. The entries of one run are those that it
//! used and no others, so they do not grow in number with time.

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

/// Tells one miner from another: a hash of the sources of `mine` and `corpus`, of what they are built from and of the
/// compiler (see `build.rs`).
pub(crate) const MINER: &str = env!("MINER");

/// The hash of all that an entry was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key([u8; 32]);

impl Key {
    /// Of the parts, each of which is told from the next, and of the miner.
    pub(crate) fn of<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> Self {
        let mut hash = Sha256::new();
        for part in std::iter::once(MINER.as_bytes()).chain(parts) {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        Self(hash.finalize().into())
    }
}

/// The entries of an earlier run.
#[derive(Default)]
pub(crate) struct Kept<'k>(FxHashMap<Key, Entry<'k>>);

struct Entry<'k> {
    checksum: Checksum,
    body: &'k [u8],
}

/// The first bytes of the SHA-256 of key and body: they guard against damage, which has no plan.
type Checksum = [u8; 8];

impl<'k> Kept<'k> {
    /// The entries in these bytes, as far as they can be told from each other.
    pub(crate) fn read(mut bytes: &'k [u8]) -> Self {
        let mut entries = FxHashMap::default();
        while let Some((key, entry, rest)) = entry(bytes) {
            entries.insert(key, entry);
            bytes = rest;
        }
        Self(entries)
    }

    /// The entry of a key, undamaged.
    pub(crate) fn get(&self, key: &Key) -> Option<&'k [u8]> {
        let Entry { checksum, body } = self.0.get(key)?;
        (*checksum == sum(key, body)).then_some(body)
    }
}

/// The bytes that [`Kept::read`] reads.
pub(crate) fn write<'b>(entries: impl IntoIterator<Item = (Key, &'b [u8])>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (key, body) in entries {
        let Ok(len) = u32::try_from(body.len()) else { continue }; // longer than any article may be
        bytes.extend(key.0);
        bytes.extend(len.to_le_bytes());
        bytes.extend(sum(&key, body));
        bytes.extend(body);
    }
    bytes
}

fn entry(bytes: &[u8]) -> Option<(Key, Entry<'_>, &[u8])> {
    let (key, bytes) = bytes.split_first_chunk()?;
    let (len, bytes) = bytes.split_first_chunk()?;
    let (checksum, bytes) = bytes.split_first_chunk()?;
    let (body, rest) = bytes.split_at_checked(usize::try_from(u32::from_le_bytes(*len)).ok()?)?;
    Some((Key(*key), Entry { checksum: *checksum, body }, rest))
}

fn sum(key: &Key, body: &[u8]) -> Checksum {
    let hash: [u8; 32] = Sha256::new().chain_update(key.0).chain_update(body).finalize().into();
    std::array::from_fn(|n| hash[n])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(name: &[u8]) -> Key {
        Key::of([name])
    }

    fn written() -> Vec<u8> {
        write([(key(b"a"), b"one".as_slice()), (key(b"b"), b""), (key(b"c"), b"three")])
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = written();
        let kept = Kept::read(&bytes);
        let found = [b"a", b"b", b"c", b"d"].map(|name| kept.get(&key(name)));
        assert_eq!(found, [Some(b"one".as_slice()), Some(b""), Some(b"three"), None]);
    }

    #[test]
    fn parts_are_told_from_each_other() {
        let keys = [Key::of([b"ab".as_slice(), b"c"]), Key::of([b"a".as_slice(), b"bc"]), Key::of([b"abc".as_slice()])];
        assert!(keys[0] != keys[1] && keys[1] != keys[2] && keys[0] != keys[2]);
    }

    proptest! {
        #[test]
        fn what_is_damaged_is_none(at in 0..written().len(), change in 1..=u8::MAX, cut in 0..written().len()) {
            let (whole, mut changed) = (written(), written());
            changed[at] ^= change;
            let entries = Kept::read(&whole);
            for (damaged, most) in [(&changed[..], 2), (&whole[..cut], 2)] {
                let kept = Kept::read(damaged);
                let found = [b"a", b"b", b"c"].map(|name| (entries.get(&key(name)), kept.get(&key(name))));
                prop_assert!(found.iter().all(|(right, read)| read.is_none() || read == right));
                prop_assert!(found.iter().filter(|(_, read)| read.is_some()).count() <= most);
            }
        }

        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(Kept::read(&bytes).get(&key(b"a")), None);
        }
    }
}
