//! The corpus that the build embedded, made ready for questions once.

use std::borrow::Cow;
use std::sync::OnceLock;

use corpus::{Article, ArticleIx, ArticleKind, ComponentKind, Corpus, Date, DecodeError, Position, Quotation};
use explore::{Choice, Explorer, Query};

use crate::arrivals::{Arrivals, Piece, State};
use crate::hooks::fetch_soon;
use crate::words::{self, Locale, Words};

/// The language of what the corpus says (BCP 47): the miner reads no other. Elements that hold nothing else name it, for
/// the interface may speak another.
pub(crate) const CORPUS_LANGUAGE: &str = "en";

/// Written by `build.rs` from the folder of seeds.
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin"));

/// Of a large corpus the index of its words, natively, and its hash; else nothing.
static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.bin"));
const INDEX_HASH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.sha256"));

/// Whether anything comes later than the page. Where nothing does, what would fetch it is not in the page's code: the compiler sees
/// that nobody calls it.
pub(crate) const IN_PIECES: bool = !INDEX_HASH.is_empty();

/// What every page shows, a corpus and the means to question it, and the language in which it says so. Copied freely.
#[derive(Clone, Copy)]
pub struct Site {
    explorer: &'static Explorer<'static>,
    arrivals: &'static Arrivals,
    /// How often something had arrived when this was made: what it shows is of that time.
    arrived: u32,
    locale: Locale,
    is_one_file: bool,
}

impl Site {
    /// The site of the embedded corpus. Strings stay where they are, in the program's own bytes.
    ///
    /// # Errors
    /// Where the embedded bytes are not a corpus of this version, which a build does not let pass.
    pub fn embedded() -> Result<Self, DecodeError> {
        static SITE: OnceLock<Result<Site, DecodeError>> = OnceLock::new();
        *SITE.get_or_init(|| {
            let (corpus, chunks) = corpus::decode_apart(BYTES)?;
            let corpus: &'static Corpus<'static> = Box::leak(Box::new(corpus));
            // The prerenderer embeds what the page fetches.
            let away = IN_PIECES && INDEX.is_empty();
            let (explorer, state) = match away {
                true => (Explorer::without_words(corpus), State::Away),
                false => (Explorer::new(corpus), State::Here),
            };
            Ok(Self::new(explorer, Arrivals::new(chunks, INDEX_HASH.try_into().ok(), state)))
        })
    }

    /// A site of another corpus. It is kept as long as the program runs: a site is made once.
    pub fn of(corpus: Corpus<'static>) -> Self {
        let explorer = Explorer::new(Box::leak(Box::new(corpus)));
        Self::new(explorer, Arrivals::new(Vec::new(), None, State::Here))
    }

    /// The files that pages fetch, by name: of a large corpus the words of its articles and their index.
    ///
    /// # Errors
    /// Where the embedded bytes have not got them.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn files(self) -> Result<Vec<(String, &'static [u8])>, DecodeError> {
        let chunks = corpus::chunks(BYTES)?.into_iter().enumerate().map(|(n, bytes)| (Piece::Chunk(n), bytes));
        let pieces = chunks.chain([(Piece::Index, INDEX)]);
        Ok(pieces.filter_map(|(piece, bytes)| Some((self.arrivals.file(piece)?.0, bytes))).collect())
    }

    /// The corpus in bytes, as the page embeds it.
    pub(crate) fn bytes(self) -> &'static [u8] {
        BYTES
    }

    /// What it shows.
    pub fn corpus(self) -> &'static Corpus<'static> {
        self.explorer.corpus()
    }

    /// Answers questions about it.
    pub fn explorer(self) -> &'static Explorer<'static> {
        self.explorer
    }

    /// How far the words of an article are, which somebody is about to show: they are fetched if they are not here.
    pub(crate) fn words_of(self, article: ArticleIx) -> State {
        if !IN_PIECES {
            return State::Here;
        }
        self.arrivals.piece_of(article).map_or(State::Here, |piece| self.ask(piece))
    }

    /// How far it is from being searched: what that takes is fetched if it is not here.
    pub(crate) fn index(self) -> State {
        if IN_PIECES { self.ask(Piece::Index) } else { State::Here }
    }

    /// How far it is from answering a query: only words have to be waited for.
    pub(crate) fn answers(self, query: &Query) -> State {
        if query.text.trim().is_empty() { State::Here } else { self.index() }
    }

    /// What is on its way.
    pub(crate) fn arrivals(self) -> &'static Arrivals {
        self.arrivals
    }

    /// The same site with all that has arrived.
    pub(crate) fn now(self) -> Self {
        if IN_PIECES { Self { arrived: self.arrivals.times(), ..self } } else { self }
    }

    fn ask(self, piece: Piece) -> State {
        let (state, anew) = self.arrivals.ask(piece);
        if anew {
            fetch_soon(self);
        }
        state
    }

    /// The same site as one file: its pages have no addresses of their own.
    #[must_use]
    pub fn in_one_file(self) -> Self {
        Self { is_one_file: true, ..self }
    }

    /// Whether it is one file.
    pub(crate) fn is_one_file(self) -> bool {
        self.is_one_file
    }

    /// What a link says that leads to an address below the base.
    pub(crate) fn link(self, address: String) -> String {
        if self.is_one_file { ["#", &address].concat() } else { address }
    }

    /// The same site in another language.
    #[must_use]
    pub fn speaking(self, locale: Locale) -> Self {
        Self { locale, ..self }
    }

    /// How it writes dates and numbers.
    pub fn locale(self) -> Locale {
        self.locale
    }

    /// What it says of its own.
    pub(crate) fn words(self) -> &'static Words {
        self.locale.words()
    }

    /// How many of what: `site.counted(2, site.words().common.arguments)` is `2 arguments`.
    pub(crate) fn counted(self, n: usize, forms: &'static str) -> String {
        words::fill(words::form(forms, n), &[&self.locale.number(n)])
    }

    /// What a position is called.
    pub(crate) fn position_label(self, position: Position) -> &'static str {
        match position {
            Position::Side(_) => self.corpus().side(position).map_or("", |side| &side.label),
            Position::Neither => self.words().common.neither,
        }
    }

    /// The language of a position's label and summary, where it is the corpus's.
    pub(crate) fn position_language(self, position: Position) -> Option<&'static str> {
        self.language(Choice::Position(position))
    }

    /// What it means to take a position, in a sentence.
    pub(crate) fn position_summary(self, position: Position) -> &'static str {
        match position {
            Position::Side(_) => self.corpus().side(position).map_or("", |side| &side.summary),
            Position::Neither => self.words().common.neither_summary,
        }
    }

    /// What a value of a facet is called. Nothing for an index that the corpus does not have.
    pub(crate) fn label(self, choice: Choice) -> Cow<'static, str> {
        let (words, corpus) = (&self.words().common, self.corpus());
        Cow::Borrowed(match choice {
            Choice::Position(position) => self.position_label(position),
            Choice::Quotation(Quotation::Direct) => words.quoted,
            Choice::Quotation(Quotation::Mixed) => words.partly_quoted,
            Choice::Quotation(Quotation::Indirect) => words.reported,
            Choice::Component(ComponentKind::Claim) => words.claim,
            Choice::Component(ComponentKind::Premise) => words.premise,
            Choice::Kind(ArticleKind::News) => words.news_article,
            Choice::Kind(ArticleKind::Background) => words.background_report,
            Choice::Speaker(ix) => corpus.speakers.get(ix.get()).map_or("", |speaker| &speaker.name),
            Choice::Theme(ix) => corpus.debate.themes.get(ix.get()).map_or("", |theme| &theme.label),
            Choice::Affiliation(_) | Choice::Outlet(_) | Choice::Year(_) => return choice.value(corpus),
            Choice::Article(ix) => {
                return corpus.articles.get(ix.get()).map(Article::heading).unwrap_or_default().into();
            }
            Choice::Month(year, month) => {
                return Date::new(year, month, 1).map(|date| self.locale.month(date)).unwrap_or_default().into();
            }
        })
    }

    /// The language of what a value is called, where it is the corpus's. Names are in none.
    pub(crate) fn language(self, choice: Choice) -> Option<&'static str> {
        let says = matches!(choice, Choice::Position(Position::Side(_)) | Choice::Theme(_) | Choice::Article(_));
        says.then_some(CORPUS_LANGUAGE)
    }

    fn new(explorer: Explorer<'static>, arrivals: Arrivals) -> Self {
        let (explorer, arrivals) = (Box::leak(Box::new(explorer)), Box::leak(Box::new(arrivals)));
        Self { explorer, arrivals, arrived: 0, locale: Locale::default(), is_one_file: false }
    }
}

impl PartialEq for Site {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.explorer, other.explorer)
            && self.arrived == other.arrived
            && (self.locale, self.is_one_file) == (other.locale, other.is_one_file)
    }
}
