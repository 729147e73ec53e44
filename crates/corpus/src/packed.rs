//! Statements where they lie, in the bytes of a corpus.
//!
//! Two streams of bytes in postcard's format, both in order of article. The *outlines* have what statements are chosen by, in
//! some six bytes each, and are gone through once. The *details* have all the rest, for each article first the spans of all
//! its statements, for the index of words, then what is left of each. Places are distances from others, which are small
//! numbers and much alike: so they compress well.

use std::ops::Range;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::{
    ArticleIx, Component, ComponentKind, Edit, Evidence, Inference, Outline, Quotation, Rule, SideIx, Span, Statement,
    StatementId, Statements, ThemeIx,
};

/// The streams, and how much of each an article has.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Streams<'a> {
    /// For each article how many statements there are, and how many bytes of outlines and of details.
    shares: Vec<[u32; 3]>,
    outlines: &'a [u8],
    details: &'a [u8],
}

/// The same, made ready to be asked.
#[derive(Clone, Debug)]
pub(crate) struct Packed<'a> {
    outlines: &'a [u8],
    details: &'a [u8],
    /// Where each article begins: its first statement, and places in outlines and details. Then where the last one ends.
    starts: Vec<[u32; 3]>,
    /// The statements of each article that has been asked for one. What an editor wrote is copied.
    read: Vec<OnceLock<Box<[Statement<'static>]>>>,
}

/// Packs statements, some of each of so many articles, and hands over the streams. None where they are not in the order of
/// their articles.
pub(crate) fn pack<T>(statements: &Statements<'_>, articles: usize, hand: impl FnOnce(&Streams<'_>) -> T) -> Option<T> {
    let (mut outlines, mut details) = (Vec::new(), Vec::new());
    let mut shares = Vec::with_capacity(articles);
    let mut packed = 0;
    for article in (0..articles).map(ArticleIx::new) {
        let from = packed;
        let left = || (from..statements.len()).map(|n| &statements[n]);
        let own = || left().take_while(|statement| statement.article == article);
        let before = [packed, outlines.len(), details.len()];
        let mut end = 0;
        for statement in own() {
            put_outline(&mut outlines, &statement.outline());
            put(&mut details, &(statement.spans.len() as u32));
            for span in &statement.spans {
                put(&mut details, &(span.start.wrapping_sub(end) as i32, span.end.wrapping_sub(span.start)));
                end = span.end;
            }
        }
        own().for_each(|statement| put(&mut details, &Rest::of(statement)));
        packed += own().count();
        let after = [packed, outlines.len(), details.len()];
        shares.push([0, 1, 2].map(|column: usize| (after[column] - before[column]) as u32));
    }
    let streams = Streams { shares, outlines: &outlines, details: &details };
    (packed == statements.len()).then(|| hand(&streams))
}

impl<'a> Packed<'a> {
    /// Statements of so many articles; none where the streams are not as long as they say.
    pub(crate) fn new(streams: Streams<'a>, articles: usize) -> Option<Self> {
        let Streams { shares, outlines, details } = streams;
        let mut at = [0_u32; 3];
        let mut starts = vec![at];
        for share in &shares {
            for (at, share) in at.iter_mut().zip(share) {
                *at = at.checked_add(*share)?;
            }
            starts.push(at);
        }
        let is_whole = shares.len() == articles && at[1..] == [outlines.len() as u32, details.len() as u32];
        let read = vec![OnceLock::new(); articles];
        is_whole.then_some(Self { outlines, details, starts, read })
    }

    pub(crate) fn len(&self) -> usize {
        self.starts.last().map_or(0, |[statements, ..]| *statements as usize)
    }

    pub(crate) fn of(&self, article: ArticleIx) -> Range<usize> {
        self.share(article, 0).unwrap_or(self.len()..self.len())
    }

    pub(crate) fn article(&self, n: usize) -> Option<ArticleIx> {
        // The last that begins here or before: those before it that begin here, too, have none.
        let article = self.starts.partition_point(|[first, ..]| *first as usize <= n).checked_sub(1)?;
        (article < self.read.len()).then(|| ArticleIx::new(article))
    }

    pub(crate) fn get(&self, n: usize) -> Option<&Statement<'static>> {
        let article = self.article(n)?;
        let statements = self.read[article.get()].get_or_init(|| self.read(article));
        statements.get(n - self.of(article).start)
    }

    pub(crate) fn outlines(&self, give: &mut dyn FnMut(&Outline<'_>)) {
        let mut themes = Vec::new();
        for article in (0..self.read.len()).map(ArticleIx::new) {
            let mut outlines = self.bytes(self.outlines, article, 1);
            for _ in self.of(article) {
                give(&take_outline(&mut outlines, article, &mut themes));
            }
        }
    }

    pub(crate) fn spans(&self, article: ArticleIx, give: &mut dyn FnMut(usize, Span)) {
        take_spans(&mut self.bytes(self.details, article, 2), self.of(article), give);
    }

    /// The statements of an article.
    fn read(&self, article: ArticleIx) -> Box<[Statement<'static>]> {
        let range = self.of(article);
        let mut outlines = self.bytes(self.outlines, article, 1);
        let mut details = self.bytes(self.details, article, 2);
        let mut spans = vec![Vec::new(); range.len()];
        take_spans(&mut details, range.clone(), &mut |n, span| spans[n - range.start].push(span));
        let mut themes = Vec::new();
        let statement = |spans| {
            let outline = take_outline(&mut outlines, article, &mut themes);
            take::<Rest<'_>>(&mut details).unwrap_or_default().statement(&outline, spans)
        };
        spans.into_iter().map(statement).collect()
    }

    /// What an article has of one of the streams.
    fn bytes(&self, stream: &'a [u8], article: ArticleIx, column: usize) -> &'a [u8] {
        self.share(article, column).and_then(|range| stream.get(range)).unwrap_or_default()
    }

    fn share(&self, article: ArticleIx, column: usize) -> Option<Range<usize>> {
        let start = |n: usize| self.starts.get(n).map(|start| start[column] as usize);
        Some(start(article.get())?..start(article.get() + 1)?)
    }
}

/// What outlines and spans do not have of a statement.
#[derive(Default, Serialize, Deserialize)]
struct Rest<'a> {
    /// Of the id, which is no small number.
    id: [u8; 4],
    quoted: u32,
    source: Option<Near>,
    cue: Option<Near>,
    role: Option<Near>,
    components: Vec<Part>,
    why: Vec<Reason>,
    #[serde(borrow)]
    edits: Vec<Edit<'a>>,
}

/// A span by how far it begins after the start of the first span of its statement, and its length.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Near(i32, u32);

/// A component by how far it begins after the start of the statement's first span, and ends before that span's end: mostly
/// it is all of it.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Part(ComponentKind, i32, i32);

/// Evidence, its words by where they are from the first span.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Reason(Inference, Rule, Option<Near>, Option<SideIx>, i16);

impl Near {
    fn of(span: Span, first: Span) -> Self {
        Self(span.start.wrapping_sub(first.start) as i32, span.end.wrapping_sub(span.start))
    }

    fn span(self, first: Span) -> Span {
        let start = first.start.wrapping_add_signed(self.0);
        Span { start, end: start.wrapping_add(self.1) }
    }
}

impl<'a> Rest<'a> {
    fn of(statement: &'a Statement<'_>) -> Self {
        let first = statement.spans.first().copied().unwrap_or_default();
        let near = |span: Option<Span>| span.map(|span| Near::of(span, first));
        let part = |Component { span, kind }: &Component| {
            let [after, before] = [span.start.wrapping_sub(first.start), first.end.wrapping_sub(span.end)];
            Part(*kind, after as i32, before as i32)
        };
        let reason =
            |&Evidence { of, rule, words, side, weight }: &Evidence| Reason(of, rule, near(words), side, weight);
        Self {
            id: statement.id.0.to_le_bytes(),
            quoted: statement.quoted,
            source: near(statement.source),
            cue: near(statement.cue),
            role: near(statement.role),
            components: statement.components.iter().map(part).collect(),
            why: statement.why.iter().map(reason).collect(),
            edits: statement.edits.clone(),
        }
    }

    fn statement(self, outline: &Outline<'_>, spans: Vec<Span>) -> Statement<'static> {
        let first = spans.first().copied().unwrap_or_default();
        let span = |near: Option<Near>| near.map(|near| near.span(first));
        let component = |Part(kind, after, before)| {
            let [start, end] = [first.start.wrapping_add_signed(after), first.end.wrapping_sub(before as u32)];
            Component { span: Span { start, end }, kind }
        };
        let evidence = |Reason(of, rule, words, side, weight)| Evidence { of, rule, words: span(words), side, weight };
        let edit = |Edit { of, reason }: Edit<'_>| -> Edit<'static> { Edit { of, reason: reason.to_string().into() } };
        Statement {
            id: StatementId(u32::from_le_bytes(self.id)),
            article: outline.article,
            spans,
            quotation: outline.quotation,
            quoted: self.quoted,
            source: span(self.source),
            cue: span(self.cue),
            speaker: outline.speaker,
            role: span(self.role),
            argument: outline.argument,
            components: self.components.into_iter().map(component).collect(),
            side: outline.side,
            themes: outline.themes.to_vec(),
            why: self.why.into_iter().map(evidence).collect(),
            edits: self.edits.into_iter().map(edit).collect(),
        }
    }
}

/// An outline in bytes: kinds, side, speaker and how many themes, each but the first one more than what it stands for where
/// there may be none; then the themes.
fn put_outline(bytes: &mut Vec<u8>, outline: &Outline<'_>) {
    let Outline { quotation, argument, components: [claims, premises], side, speaker, themes, .. } = outline;
    let kinds = (*quotation as u8) << 3
        | u8::from(*argument) << 2
        | u8::from(claims.is_some()) << 1
        | u8::from(premises.is_some());
    put(bytes, &(kinds, side, speaker, themes.len() as u32));
    themes.iter().for_each(|theme| put(bytes, theme));
}

fn take_outline<'t>(bytes: &mut &[u8], article: ArticleIx, themes: &'t mut Vec<ThemeIx>) -> Outline<'t> {
    let (kinds, side, speaker, n) = take::<(u8, _, _, u32)>(bytes).unwrap_or_default();
    themes.clear();
    themes.extend((0..n).map_while(|_| take::<ThemeIx>(bytes)));
    let has = |bit: u8, kind| (kinds & bit != 0).then_some(kind);
    Outline {
        article,
        quotation: match kinds >> 3 {
            0 => Quotation::Direct,
            1 => Quotation::Mixed,
            _ => Quotation::Indirect,
        },
        argument: kinds & 4 != 0,
        components: [has(2, ComponentKind::Claim), has(1, ComponentKind::Premise)],
        side,
        speaker,
        themes,
    }
}

/// The spans of some statements: how many, and of each how far it begins after the end of the one before, and its length.
fn take_spans(bytes: &mut &[u8], statements: Range<usize>, give: &mut dyn FnMut(usize, Span)) {
    let mut end = 0_u32;
    for n in statements {
        for _ in 0..take::<u32>(bytes).unwrap_or_default() {
            let Some((gap, length)) = take::<(i32, u32)>(bytes) else { return };
            let start = end.wrapping_add_signed(gap);
            end = start.wrapping_add(length);
            give(n, Span { start, end });
        }
    }
}

/// Takes a value from the front of some bytes.
fn take<'a, T: Deserialize<'a>>(bytes: &mut &'a [u8]) -> Option<T> {
    let (value, rest) = postcard::take_from_bytes(bytes).ok()?;
    *bytes = rest;
    Some(value)
}

fn put(bytes: &mut Vec<u8>, value: &impl Serialize) {
    // Into memory nothing fails.
    bytes.extend(postcard::to_allocvec(value).unwrap_or_default());
}
