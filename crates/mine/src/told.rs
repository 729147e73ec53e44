//! What one article tells: everything that the stages make of it without a look at another one. It can be kept, and the
//! corpus is made of nothing else.

use std::borrow::Cow;

use corpus::{
    Article, ArticleIx, Body, Content, Date, Evidence, Inference, Quotation, Rule, Span, SpeakerIx, SpeakerKind,
    Statement, Text, quoted_words,
};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::attribute::{self, Learned, Said, span};
use crate::correct::{Corrected, Corrections};
use crate::debate::Known;
use crate::diagnostic::{Diagnostic, LineEnds, Problems};
use crate::kept::{Kept, Key};
use crate::lex::{self, Lexed};
use crate::names::{self, Actors};
use crate::read::{self, Read};
use crate::relate::Ties;
use crate::resolve::{self, Voice};
use crate::{SourceFile, author, correct, id, learned, weigh};

/// Words that a paragraph needs to stand for a headline: fewer are a byline, a place or a caption.
const OPENING_WORDS: usize = 7;

/// Characters of it that are kept: more than the page shows of it, which is a line of a card.
const OPENING_LENGTH: usize = 64;

/// What an article tells, where it can be used, and its problems, followed by those of its corrections.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Outcome<'a> {
    #[serde(borrow)]
    pub(crate) told: Option<Told<'a>>,
    pub(crate) problems: Vec<Diagnostic>,
}

/// An outcome, and what to keep of it.
pub(crate) struct Made<'a> {
    pub(crate) outcome: Outcome<'a>,
    pub(crate) entry: Option<(Key, Cow<'a, [u8]>)>,
    pub(crate) anew: bool,
}

/// What an article tells.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Told<'a> {
    /// Without its body.
    #[serde(borrow)]
    pub(crate) article: Article<'a>,
    /// The body, without its text, which need not be kept.
    #[serde(borrow)]
    pub(crate) content: Content<'a>,
    /// In order of place. The article is none yet; the speaker is a place in `voices`.
    pub(crate) statements: Vec<Statement<'a>>,
    /// Who speaks, each once.
    pub(crate) voices: Vec<Heard<'a>>,
    /// In the order in which they were heard, which decides what a speaker of several names is called.
    pub(crate) heard: Vec<u32>,
    pub(crate) ties: Ties<'a>,
}

/// Who speaks, as far as other articles may tell more of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Heard<'a> {
    /// What all mentions of this speaker share, over articles.
    #[serde(borrow)]
    pub(crate) key: Text<'a>,
    pub(crate) name: Text<'a>,
    pub(crate) kind: SpeakerKind,
    pub(crate) role: Option<Text<'a>>,
    pub(crate) affiliation: Option<Text<'a>>,
    /// Place in the debate's list of actors.
    pub(crate) actor: Option<u32>,
}

/// An article to be read, with its place among the others.
pub(crate) struct Job<'a, 's> {
    pub(crate) file: SourceFile<'a>,
    pub(crate) id: String,
    /// The first file with the same id, if there is one.
    pub(crate) twin: Option<&'a str>,
    /// The file of its corrections, if there is one.
    pub(crate) sidecar: Option<SourceFile<'s>>,
}

impl<'a> Job<'a, '_> {
    /// The hash of all that the outcome depends on: the debate, by its own hash, and what is in this job.
    fn key(&self, debate: &[u8; 32]) -> Key {
        let Self { file, id: _, twin, sidecar } = self;
        // What there is of them can be told by the number of parts.
        let sidecar = sidecar.iter().flat_map(|sidecar| [sidecar.name.as_bytes(), sidecar.bytes]);
        let twin = twin.iter().map(|twin| twin.as_bytes());
        Key::of([debate.as_slice(), file.name.as_bytes(), file.bytes].into_iter().chain(sidecar).chain(twin))
    }

    /// The outcome as it was kept, or else made anew. What is kept was made by this very miner from the same input: its key
    /// says so.
    pub(crate) fn kept(&self, earlier: &Kept<'a>, hash: &[u8; 32], debate: Option<(&Known, &Actors<'_>)>) -> Made<'a> {
        let key = self.key(hash);
        let read = |body: &'a [u8]| match postcard::take_from_bytes(body) {
            Ok((outcome, [])) => Some((outcome, body)),
            _ => None,
        };
        if let Some((outcome, body)) = earlier.get(&key).and_then(read) {
            return Made { outcome, entry: Some((key, body.into())), anew: false };
        }
        let outcome = self.run(debate);
        let entry = postcard::to_allocvec(&outcome).ok().map(|body| (key, body.into()));
        Made { outcome, entry, anew: true }
    }

    /// Runs the stages. Without a debate there are only the problems.
    pub(crate) fn run(&self, debate: Option<(&Known, &Actors<'_>)>) -> Outcome<'a> {
        let Self { file, id, twin, sidecar } = self;
        let mut problems = Problems::of(file.name);
        if let Some(first) = twin {
            let problem = format!("the article's id `{id}` is that of {first} too");
            problems.error(1, problem, "rename one of the files: the id is the name without its ending");
        }
        let read = read::read(file.bytes, &mut problems);
        let lexed = lex::lex(read.text, &read.paragraphs);
        let mut said = attribute::attribute(&lexed);
        let further = learned::further(&lexed, &attribute::relations(&lexed, &said));
        attribute::complete(&lexed, further, &mut said);
        warn(&read, &lexed, &said, &mut problems);
        said.extend(author::statements(&lexed, &said));
        let usable = read.date.filter(|_| !problems.has_errors()).zip(debate);
        let mut problems = problems.into_vec();
        let told = usable.map(|(date, (known, actors))| {
            let mined = Mined { read, lexed, said };
            let mut corrections = Corrections::default();
            if let Some(sidecar) = sidecar {
                let mut of_sidecar = Problems::of(sidecar.name);
                corrections = mined.corrections(sidecar.bytes, known, &mut of_sidecar);
                problems.extend(of_sidecar.into_vec());
            }
            let mut cast = Cast::default();
            let mut statements = mined.statements(id, &corrections, known, actors, &mut cast);
            let ties = Ties::of(&statements, &mined.lexed, mined.read.text);
            let mut article = mined.article(file.name, id.clone(), date);
            statements.iter_mut().for_each(|statement| statement.quoted = quoted_words(&article, statement));
            let content = Content { text: Text::default(), ..std::mem::take(article.body.to_mut()) };
            let article = Article { body: Body::default(), ..article };
            Told { article, content, statements, voices: cast.voices, heard: cast.heard, ties }
        });
        Outcome { told, problems }
    }
}

/// An article as the first three stages leave it.
struct Mined<'a> {
    read: Read<'a>,
    lexed: Lexed,
    said: Vec<Said>,
}

impl<'a> Mined<'a> {
    /// The corrections in a sidecar.
    fn corrections(&self, sidecar: &[u8], known: &Known, problems: &mut Problems<'_>) -> Corrections {
        let statements: Vec<Vec<Span>> = self.said.iter().map(|said| spans(&self.lexed, said)).collect();
        let Read { text, paragraphs, .. } = &self.read;
        let tentative: Vec<bool> = self.said.iter().map(Said::is_tentative).collect();
        let article = Corrected { text, paragraphs, statements: &statements, tentative: &tentative };
        correct::read(sidecar, known, &article, problems)
    }

    /// The statements, and who speaks in them.
    fn statements(
        &self,
        id: &str,
        corrections: &Corrections,
        known: &Known,
        actors: &Actors<'_>,
        cast: &mut Cast<'a>,
    ) -> Vec<Statement<'a>> {
        let Self { read, lexed, said } = self;
        let text = read.text;
        let mut voices = resolve::resolve(text, lexed, said, actors);
        for (voice, _) in voices.iter_mut().zip(said).filter(|(_, said)| said.author) {
            *voice = Some(Voice::author(id, read.author));
        }
        corrections.voices(&mut voices, actors);
        let weighed = weigh::weigh(lexed, said, &voices, known, actors);
        let mut ids = id::StatementIds::default();
        let mut order: Vec<usize> = (0..said.len()).collect();
        order.sort_by_key(|n| said[*n].spans.first().map(|range| range.start));
        let mut statements = Vec::new();
        for n in order {
            let (said, weighed) = (&said[n], &weighed[n]);
            if said.is_tentative() && !weighed.argument && !corrections.changes(n) {
                continue;
            }
            let spans = spans(lexed, said);
            if spans.is_empty() {
                continue;
            }
            let words: Vec<&str> = spans.iter().filter_map(|span| span.of(text)).collect();
            let id = ids.next(&words); // before it may be dropped: the others keep theirs
            if corrections.drops(n) {
                continue;
            }
            let source = said.source.as_ref().and_then(|source| names::name_span(text, &lexed.tokens, &source.name));
            let cue = said.cue.as_ref().map(|cue| span(&lexed.tokens, cue)).filter(|cue| !cue.is_empty());
            let voice = voices[n].as_ref();
            let rule = match (voice, source) {
                (Some(voice), _) => voice.rule,
                (None, Some(_)) => Rule::WhoLeftOpen,
                (None, None) => Rule::NoSource,
            };
            let speaker = Evidence { of: Inference::Speaker, rule, words: source, side: None, weight: 0 };
            let learned = match said.learned {
                Learned::Nothing => None,
                Learned::Source => Some(Rule::LearnedSource),
                Learned::Everything => Some(Rule::LearnedStatement),
            };
            let learned = learned.map(|rule| Evidence { rule, words: cue, ..speaker });
            let why: Vec<Evidence> =
                std::iter::once(speaker).chain(learned).chain(weighed.why.iter().copied()).collect();
            let inside = |part: &Span| spans.iter().any(|span| span.contains(*part));
            let mut statement = Statement {
                id,
                article: ArticleIx(0),
                quotation: said.quotation,
                quoted: 0,
                source,
                cue,
                speaker: voice.map(|voice| cast.add(voice, text)),
                role: voice.and_then(|voice| voice.role),
                argument: weighed.argument,
                components: weighed.components.iter().filter(|part| inside(&part.span)).copied().collect(),
                side: weighed.side,
                themes: weighed.themes.clone(),
                why,
                edits: Vec::new(),
                spans,
            };
            corrections.apply(n, lexed, &mut statement);
            statements.push(statement);
        }
        for addition in corrections.additions() {
            let words: Vec<&str> = addition.spans.iter().filter_map(|span| span.of(text)).collect();
            let mut statement = Statement {
                id: ids.next(&words),
                article: ArticleIx(0),
                spans: Vec::new(),
                quotation: Quotation::Indirect,
                quoted: 0,
                source: None,
                cue: None,
                speaker: addition.voice(&voices, actors).map(|voice| cast.add(&voice, text)),
                role: None,
                argument: false,
                components: Vec::new(),
                side: None,
                themes: Vec::new(),
                why: Vec::new(),
                edits: Vec::new(),
            };
            addition.fill(lexed, &mut statement);
            statements.push(statement);
        }
        statements.sort_by_key(|statement| statement.spans.first().map(|span| span.start));
        statements
    }

    fn article(self, file: &'a str, id: String, date: Date) -> Article<'a> {
        let Read { text, kind, date: _, title, outlet, author, url, works, paragraphs } = self.read;
        Article {
            id: id.into(),
            file: file.rsplit(['/', '\\']).next().unwrap_or(file).into(),
            kind,
            date,
            title: title.map(Text::from),
            outlet: outlet.map(Text::from),
            author: author.map(Text::from),
            url: url.map(Text::from),
            works,
            opening: title.is_none().then(|| opening(text, &paragraphs).into()),
            body: Content { text: text.into(), paragraphs, sha256: id::sha256(text) }.into(),
        }
    }
}

/// The first words of an article's first paragraph that is one: as many as a headline has, and the one after them.
fn opening(text: &str, paragraphs: &[Span]) -> String {
    let mut words = paragraphs.iter().map(|span| span.of(text).unwrap_or_default().split_whitespace());
    let first = words.clone().next();
    let is_one = |words: &std::str::SplitWhitespace<'_>| words.clone().count() >= OPENING_WORDS;
    let mut opening = String::new();
    for word in words.find(is_one).or(first).into_iter().flatten() {
        if !opening.is_empty() {
            opening.push(' ');
        }
        opening.push_str(word);
        if opening.chars().count() > OPENING_LENGTH {
            break;
        }
    }
    opening
}

/// Who speaks in an article, while they are being met.
#[derive(Default)]
struct Cast<'a> {
    voices: Vec<Heard<'a>>,
    numbers: FxHashMap<Heard<'a>, u32>,
    heard: Vec<u32>,
}

impl Cast<'_> {
    /// The place in `voices`.
    fn add(&mut self, voice: &Voice, text: &str) -> SpeakerIx {
        let role = voice.role.and_then(|role| role.of(text));
        let heard = Heard {
            key: voice.key.clone().into(),
            name: voice.name.clone().into(),
            kind: voice.kind,
            role: role.map(|role| role.split_whitespace().collect::<Vec<&str>>().join(" ").into()),
            affiliation: voice.affiliation.clone().map(Text::from),
            actor: voice.actor.and_then(|actor| u32::try_from(actor).ok()),
        };
        let next = SpeakerIx::new(self.voices.len());
        let n = *self.numbers.entry(heard.clone()).or_insert(next.0);
        if n == next.0 {
            self.voices.push(heard);
        }
        self.heard.push(n);
        SpeakerIx(n)
    }
}

fn spans(lexed: &Lexed, said: &Said) -> Vec<Span> {
    apart(said.spans.iter().map(|range| span(&lexed.tokens, range)).collect())
}

/// Warns of what was odd in an article but could be used.
fn warn(read: &Read<'_>, lexed: &Lexed, said: &[Said], problems: &mut Problems<'_>) {
    let lines = LineEnds::of(read.text.as_bytes());
    let mut paragraphs = lexed.paragraphs.iter().peekable();
    while let Some(paragraph) = paragraphs.next() {
        let next = paragraphs.peek().and_then(|next| next.quotes.first().map(|quote| (quote, next.span)));
        // A quotation that goes on in the next paragraph is opened there again and not closed here.
        let goes_on = next.is_some_and(|(quote, span)| lexed.tokens[quote.tokens.start].start == span.range().start);
        if let Some(open) = paragraph.quotes.last().filter(|quote| !quote.closed && !goes_on) {
            let at = lexed.tokens[open.tokens.start].start;
            problems.warning(lines.line(at), "the quotation is not closed in its paragraph", "close it where it ends");
        }
    }
    for said in said.iter().filter(|said| said.source.is_none() && !said.carried) {
        let at = said.spans.first().map_or(0, |range| span(&lexed.tokens, range).range().start);
        problems.warning(lines.line(at), "nobody is named as the source of this quotation", "check who says it");
    }
}

/// In order, without empty and overlapping ones.
fn apart(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    let mut kept: Vec<Span> = Vec::new();
    for span in spans.into_iter().filter(|span| !span.is_empty()) {
        if kept.last().is_none_or(|last| last.end <= span.start) {
            kept.push(span);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_in_order_and_apart() {
        let spans = apart(vec![Span::new(5, 9), Span::new(0, 6), Span::new(9, 9)]);
        assert_eq!(spans, [Span::new(0, 6)]);
    }
}
