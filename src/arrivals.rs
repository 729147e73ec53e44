//! What of a large corpus comes in files of its own, how far it is, and what to do when it is there. Fetching is the business
//! of `hooks`.

use std::fmt::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};

use corpus::{ArticleIx, Chunk, DecodeError};
use explore::Explorer;

/// Folder of the files, in the site's.
const FOLDER: &str = "words";

/// Bytes of a file's hash that name it: enough that no two are the same.
const NAMED_BY: usize = 8;

/// A file beside the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// The words of some articles: the nth chunk.
    Chunk(usize),
    /// The index of all words.
    Index,
}

/// How far a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Nobody has asked for it.
    Away,
    /// It is being fetched, or is about to be.
    Coming,
    /// It could not be fetched.
    Failed,
    /// It is there.
    Here,
}

/// The pieces of a corpus; of a small one there are none.
#[derive(Debug)]
pub(crate) struct Arrivals {
    /// Each with the first of its articles.
    chunks: Vec<(usize, Chunk)>,
    /// SHA-256 of the index, where it is a piece.
    index: Option<[u8; 32]>,
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// Of the chunks in order, then of the index.
    states: Vec<State>,
    /// What somebody shows or wants to.
    asked: Vec<Piece>,
    /// The chunks that are here, by number.
    chunks: Vec<(usize, &'static [u8])>,
    /// How often something has changed.
    times: u32,
}

impl Arrivals {
    /// The pieces of a corpus, all of them here or all away.
    pub(crate) fn new(chunks: Vec<Chunk>, index: Option<[u8; 32]>, state: State) -> Self {
        let mut next = 0;
        let placed = |chunk: Chunk| {
            let first = next;
            next += chunk.articles as usize;
            (first, chunk)
        };
        let chunks: Vec<_> = chunks.into_iter().map(placed).collect();
        let known = Mutex::new(Known { states: vec![state; chunks.len() + 1], ..Known::default() });
        Self { chunks, index, known }
    }

    /// Asks for a piece: how far it is, and whether it is to be fetched from now on.
    pub(crate) fn ask(&self, piece: Piece) -> (State, bool) {
        let Some(place) = self.place(piece) else { return (State::Here, false) };
        let mut known = self.known();
        let anew = known.states[place] == State::Away;
        if anew {
            known.states[place] = State::Coming;
        }
        if (anew || known.states[place] == State::Here) && !known.asked.contains(&piece) {
            known.asked.push(piece);
        }
        (known.states[place], anew)
    }

    /// The piece that has the words of an article; none where they came with the page.
    pub(crate) fn piece_of(&self, article: ArticleIx) -> Option<Piece> {
        let after = self.chunks.partition_point(|(first, _)| *first <= article.get());
        after.checked_sub(1).map(Piece::Chunk)
    }

    /// What was asked for since the last time and is to be fetched.
    pub(crate) fn asked(&self) -> Vec<Piece> {
        let mut asked = self.shown();
        let known = self.known();
        asked.retain(|piece| self.place(*piece).is_some_and(|place| known.states[place] == State::Coming));
        asked
    }

    /// All that was asked for since the last time, wherever it is: what a page shows.
    pub(crate) fn shown(&self) -> Vec<Piece> {
        std::mem::take(&mut self.known().asked)
    }

    /// Takes the bytes of a piece, or that there are none to be had.
    ///
    /// # Errors
    /// Other bytes than those that were written.
    pub(crate) fn take(
        &self,
        piece: Piece,
        explorer: &Explorer<'static>,
        bytes: Option<Vec<u8>>,
    ) -> Result<(), DecodeError> {
        let taken = bytes.ok_or(DecodeError::Damaged).and_then(|bytes| match piece {
            Piece::Index => explorer.take_words(&bytes),
            Piece::Chunk(n) => {
                let (first, chunk) = self.chunks.get(n).ok_or(DecodeError::Damaged)?;
                let articles = explorer.corpus().articles.get(*first..first + chunk.articles as usize);
                // What is shown once stays: it may be shown again.
                let bytes: &'static [u8] = bytes.leak();
                corpus::arrive(bytes, articles.ok_or(DecodeError::Damaged)?)?;
                self.known().chunks.push((n, bytes));
                Ok(())
            }
        });
        let mut known = self.known();
        if let Some(place) = self.place(piece) {
            known.states[place] = if taken.is_ok() { State::Here } else { State::Failed };
        }
        known.times += 1;
        taken
    }

    /// The chunks that are here, by number.
    pub(crate) fn chunks_here(&self) -> Vec<(usize, &'static [u8])> {
        self.known().chunks.clone()
    }

    /// Asks once more for all that could not be fetched.
    pub(crate) fn ask_again(&self) {
        let mut known = self.known();
        for n in 0..known.states.len() {
            if known.states[n] == State::Failed {
                known.states[n] = State::Coming;
                known.asked.push(if n < self.chunks.len() { Piece::Chunk(n) } else { Piece::Index });
            }
        }
        known.times += 1;
    }

    /// How often something has changed: what was rendered before is old.
    pub(crate) fn times(&self) -> u32 {
        self.known().times
    }

    /// Where a piece lies in the site, and its SHA-256.
    pub(crate) fn file(&self, piece: Piece) -> Option<(String, [u8; 32])> {
        let sha256 = match piece {
            Piece::Chunk(n) => self.chunks.get(n)?.1.sha256,
            Piece::Index => self.index?,
        };
        let mut name = format!("{FOLDER}/");
        for byte in &sha256[..NAMED_BY] {
            let _ = write!(name, "{byte:02x}"); // into a string nothing fails
        }
        Some((name + ".bin", sha256))
    }

    fn place(&self, piece: Piece) -> Option<usize> {
        match piece {
            Piece::Chunk(n) => (n < self.chunks.len()).then_some(n),
            Piece::Index => self.index.map(|_| self.chunks.len()),
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// As the page's element says which pieces it was rendered with: the numbers of chunks, and `index`.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn listed(pieces: &[Piece]) -> String {
    let name = |piece: &Piece| match piece {
        Piece::Chunk(n) => n.to_string(),
        Piece::Index => "index".into(),
    };
    pieces.iter().map(name).collect::<Vec<_>>().join(" ")
}

/// The pieces of such a list; what is none is left out.
pub(crate) fn read(list: &str) -> impl Iterator<Item = Piece> {
    let piece = |name: &str| if name == "index" { Some(Piece::Index) } else { name.parse().ok().map(Piece::Chunk) };
    list.split_ascii_whitespace().filter_map(piece)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn some(state: State) -> Arrivals {
        let chunk = |n| Chunk { articles: 2, sha256: [n; 32] };
        Arrivals::new(vec![chunk(1), chunk(2)], Some([9; 32]), state)
    }

    #[test]
    fn a_piece_is_fetched_once() {
        let arrivals = some(State::Away);
        assert_eq!([0, 1, 2, 3].map(|n| arrivals.piece_of(ArticleIx(n))), [0, 0, 1, 1].map(|n| Some(Piece::Chunk(n))));
        assert_eq!(arrivals.ask(Piece::Chunk(1)), (State::Coming, true));
        assert_eq!(arrivals.ask(Piece::Chunk(1)), (State::Coming, false));
        assert_eq!(arrivals.asked(), [Piece::Chunk(1)]);
        assert_eq!(arrivals.ask(Piece::Chunk(1)), (State::Coming, false));
        assert_eq!(arrivals.asked(), []);
        assert_eq!(arrivals.file(Piece::Chunk(1)).map(|(name, _)| name).as_deref(), Some("words/0202020202020202.bin"));
        assert_eq!(arrivals.file(Piece::Chunk(2)), None);
    }

    #[test]
    fn what_fails_is_asked_for_again() {
        let corpus: &'static corpus::Corpus<'static> = Box::leak(Box::new(synth::corpus(&synth::records(3, 1))));
        let (arrivals, explorer) = (some(State::Away), Explorer::without_words(corpus));
        assert_eq!(arrivals.ask(Piece::Index), (State::Coming, true));
        assert_eq!(arrivals.asked(), [Piece::Index]);
        assert!(arrivals.take(Piece::Index, &explorer, None).is_err());
        assert_eq!(arrivals.ask(Piece::Index), (State::Failed, false));
        assert_eq!((arrivals.asked(), arrivals.times()), (Vec::new(), 1));
        assert!(arrivals.take(Piece::Index, &explorer, Some(b"nothing".to_vec())).is_err());
        arrivals.ask_again();
        assert_eq!(arrivals.ask(Piece::Index), (State::Coming, false));
        assert_eq!((arrivals.asked(), arrivals.times()), (vec![Piece::Index], 3));
        let words = Explorer::new(corpus).words().unwrap_or_default();
        assert_eq!(arrivals.take(Piece::Index, &explorer, Some(words)), Ok(()));
        assert_eq!(arrivals.ask(Piece::Index), (State::Here, false));
        assert_eq!((arrivals.asked(), arrivals.shown()), (Vec::new(), Vec::new()), "what is here is not fetched");
        arrivals.ask(Piece::Index);
        assert_eq!(arrivals.shown(), [Piece::Index]);
    }

    #[test]
    fn of_a_whole_corpus_nothing_is_fetched() {
        let arrivals = Arrivals::new(Vec::new(), None, State::Here);
        assert_eq!(arrivals.piece_of(ArticleIx(0)), None);
        assert_eq!(arrivals.ask(Piece::Index), (State::Here, false));
        assert_eq!(arrivals.shown(), []);
    }

    #[test]
    fn a_list_of_pieces_is_read_back() {
        let pieces = [Piece::Chunk(3), Piece::Index, Piece::Chunk(0)];
        assert_eq!(read(&listed(&pieces)).collect::<Vec<_>>(), pieces);
        assert_eq!(read("x 1 -1").collect::<Vec<_>>(), [Piece::Chunk(1)]);
    }
}
