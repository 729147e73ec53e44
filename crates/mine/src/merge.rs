//! One corpus from all articles: speakers merged, lists ordered, indices made.

use std::collections::{BTreeMap, BTreeSet};

use corpus::{
    Article, ArticleIx, Corpus, Date, Evidence, Inference, Quotation, Rule, Span, Speaker, SpeakerIx, SpeakerKind,
    Statement, Text,
};

use crate::attribute::{Learned, Said, span};
use crate::correct::{Corrected, Corrections};
use crate::debate::Known;
use crate::diagnostic::{Diagnostic, LineEnds, Problems};
use crate::lex::Lexed;
use crate::names::{self, Actors};
use crate::read::Read;
use crate::resolve::{self, Voice};
use crate::{SourceFile, correct, id, relate, weigh};

/// An article as the first three stages leave it.
pub(crate) struct Mined<'a> {
    pub(crate) id: String,
    pub(crate) file: &'a str,
    pub(crate) date: Date,
    pub(crate) read: Read<'a>,
    pub(crate) lexed: Lexed,
    pub(crate) said: Vec<Said>,
    pub(crate) corrections: Corrections,
}

impl Mined<'_> {
    /// Takes in the corrections of a sidecar; gives its problems.
    pub(crate) fn correct(&mut self, sidecar: SourceFile<'_>, known: &Known) -> Vec<Diagnostic> {
        let mut problems = Problems::of(sidecar.name);
        let statements: Vec<Vec<Span>> = self.said.iter().map(|said| spans(&self.lexed, said)).collect();
        let Read { text, paragraphs, .. } = &self.read;
        let tentative: Vec<bool> = self.said.iter().map(Said::is_tentative).collect();
        let article = Corrected { text, paragraphs, statements: &statements, tentative: &tentative };
        self.corrections = correct::read(sidecar.bytes, known, &article, &mut problems);
        problems.into_vec()
    }
}

fn spans(lexed: &Lexed, said: &Said) -> Vec<Span> {
    apart(said.spans.iter().map(|range| span(&lexed.tokens, range)).collect())
}

/// The id of an article: its file's name without folder and ending, in the letters of ids.
pub(crate) fn article_id(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let id = id::slug(stem);
    if id.is_empty() { "article".into() } else { id }
}

/// Warns of what was odd in an article but could be used.
pub(crate) fn warn(read: &Read<'_>, lexed: &Lexed, said: &[Said], problems: &mut Problems<'_>) {
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

/// Makes the corpus.
pub(crate) fn corpus<'a>(known: Known, mut mined: Vec<Mined<'a>>) -> Corpus<'a> {
    mined.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    let actors = Actors::new(&known.actors);
    let mut articles = Vec::new();
    let mut statements = Vec::new();
    let mut words = Vec::new();
    let mut speakers = Speakers::default();
    for (n, article) in mined.into_iter().enumerate() {
        statements.extend(of_article(&article, ArticleIx::new(n), &known, &actors, &mut speakers));
        let Mined { id, file, date, read, lexed, .. } = article;
        words.push(lexed);
        articles.push(Article {
            id: id.into(),
            file: file.rsplit(['/', '\\']).next().unwrap_or(file).into(),
            kind: read.kind,
            date,
            title: read.title.map(Text::from),
            outlet: read.outlet.map(Text::from),
            author: read.author.map(Text::from),
            url: read.url.map(Text::from),
            works: read.works,
            sha256: id::sha256(read.text),
            text: read.text.into(),
            paragraphs: read.paragraphs,
        });
    }
    let (speakers, places) = speakers.in_order(&actors);
    for statement in &mut statements {
        statement.speaker = statement.speaker.and_then(|ix| places.get(ix.get()).copied());
    }
    drop(actors);
    let mut corpus = Corpus { debate: known.debate, articles, speakers, statements, relations: Vec::new() };
    corpus.relations = relate::relate(&corpus, &words);
    corpus
}

fn of_article<'a>(
    article: &Mined<'a>,
    ix: ArticleIx,
    known: &Known,
    actors: &Actors<'_>,
    speakers: &mut Speakers,
) -> Vec<Statement<'a>> {
    let Mined { read, lexed, said, corrections, .. } = article;
    let text = read.text;
    let mut voices = resolve::resolve(text, lexed, said, actors);
    for (voice, _) in voices.iter_mut().zip(said).filter(|(_, said)| said.author) {
        *voice = Some(Voice::author(&article.id, read.author));
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
        let why: Vec<Evidence> = std::iter::once(speaker).chain(learned).chain(weighed.why.iter().copied()).collect();
        let inside = |part: &Span| spans.iter().any(|span| span.contains(*part));
        let mut statement = Statement {
            id,
            article: ix,
            quotation: said.quotation,
            source,
            cue,
            speaker: voice.map(|voice| speakers.add(voice, text, actors)),
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
            article: ix,
            spans: Vec::new(),
            quotation: Quotation::Indirect,
            source: None,
            cue: None,
            speaker: addition.voice(&voices, actors).map(|voice| speakers.add(&voice, text, actors)),
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

/// The speakers of all articles while they are being met.
#[derive(Default)]
struct Speakers {
    list: Vec<Met>,
    by_key: BTreeMap<String, usize>,
}

struct Met {
    name: String,
    kind: SpeakerKind,
    roles: Vec<String>,
    affiliation: Option<String>,
    actor: Option<usize>,
}

impl Speakers {
    fn add(&mut self, voice: &Voice, text: &str, actors: &Actors<'_>) -> SpeakerIx {
        let n = *self.by_key.entry(voice.key.clone()).or_insert_with(|| {
            self.list.push(Met {
                name: voice.name.clone(),
                kind: voice.kind,
                roles: Vec::new(),
                affiliation: None,
                actor: voice.actor,
            });
            self.list.len() - 1
        });
        let met = &mut self.list[n];
        let fuller = voice.name.len() > met.name.len() && voice.name.ends_with(&met.name);
        let listed = voice.actor.and_then(|n| actors.get(n)).is_some_and(|actor| actor.name == voice.name);
        if fuller || listed {
            met.name.clone_from(&voice.name);
        }
        if let Some(role) = voice.role.and_then(|role| role.of(text)) {
            let role = role.split_whitespace().collect::<Vec<&str>>().join(" ");
            if !met.roles.contains(&role) {
                met.roles.push(role);
            }
        }
        if met.affiliation.is_none() {
            met.affiliation.clone_from(&voice.affiliation);
        }
        SpeakerIx::new(n)
    }

    /// By name, and for each place as met its place by name.
    fn in_order(self, actors: &Actors<'_>) -> (Vec<Speaker<'static>>, Vec<SpeakerIx>) {
        let mut order: Vec<usize> = (0..self.list.len()).collect();
        order.sort_by(|a, b| (&self.list[*a].name, *a).cmp(&(&self.list[*b].name, *b)));
        let mut places = vec![SpeakerIx(0); order.len()];
        let mut taken = BTreeSet::new();
        let mut speakers = Vec::new();
        for (place, n) in order.into_iter().enumerate() {
            places[n] = SpeakerIx::new(place);
            let met = &self.list[n];
            let known = met.actor.and_then(|actor| actors.get(actor));
            let mut roles = met.roles.clone();
            if let Some(role) = known.and_then(|actor| actor.role.clone())
                && roles.is_empty()
            {
                roles.push(role);
            }
            speakers.push(Speaker {
                id: id::speaker(&met.name, &mut taken).into(),
                name: met.name.clone().into(),
                kind: met.kind,
                roles: roles.into_iter().map(Text::from).collect(),
                affiliation: met.affiliation.clone().map(Text::from),
            });
        }
        (speakers, places)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_called_after_its_file() {
        for (file, id) in [("seeds/01_A b.txt", "01_a-b"), ("….txt", "article"), ("plain", "plain")] {
            assert_eq!(article_id(file), id);
        }
    }

    #[test]
    fn spans_are_in_order_and_apart() {
        let spans = apart(vec![Span::new(5, 9), Span::new(0, 6), Span::new(9, 9)]);
        assert_eq!(spans, [Span::new(0, 6)]);
    }
}
