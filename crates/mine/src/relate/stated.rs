//! What a sentence itself says of another speaker's argument: "rejected Quill's claim", "in response to Quill".

use std::collections::BTreeMap;
use std::ops::Range;

use corpus::{ArticleIx, Basis, Corpus, Relation, RelationKind, Span, SpeakerKind, Statement, StatementIx};
use serde::{Deserialize, Serialize};

use crate::attribute::span;
use crate::lex::{self, Lexed, Token};
use crate::vocabulary as words;

/// How far after the words that relate a name may start: room for "the claim of Mayor".
const REACH: usize = 5;

/// How many words before them a negation undoes them: "did not yet respond to".
const NEGATION: usize = 3;

/// The speakers of an article by the words that name them; none where two share a name.
type Names = BTreeMap<String, Option<usize>>;

/// A sentence that reports one argument alone and has words that relate it to another, whoever may be named.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sentence {
    /// The number of the argument among the statements of its article.
    from: u32,
    /// Its words and marks, and whether each stands in a quotation.
    tokens: Vec<(Span, bool)>,
}

impl Sentence {
    fn new(from: usize, tokens: &[Token]) -> Option<Self> {
        let tokens = tokens.iter().map(|token| (Span::new(token.start, token.end), token.quote.is_some()));
        Some(Self { from: u32::try_from(from).ok()?, tokens: tokens.collect() })
    }

    /// Its tokens, as they were; of the quotation only that there is one.
    fn tokens(&self, text: &str) -> Vec<Token> {
        let token = |(span, quoted): &(Span, bool)| {
            let mut token = lex::token(text, span.range())?;
            token.quote = quoted.then_some(0);
            Some(token)
        };
        self.tokens.iter().filter_map(token).collect()
    }
}

/// The sentences of an article that may state a relation.
pub(super) fn sentences(statements: &[Statement<'_>], lexed: &Lexed) -> Vec<Sentence> {
    // By the place of their reporting words, so that the work is in proportion to the length.
    let arguments = statements.iter().enumerate().filter(|(_, statement)| statement.argument);
    let cued: BTreeMap<usize, (usize, Span)> =
        arguments.filter_map(|(n, statement)| Some((statement.cue?.range().start, (n, statement.cue?)))).collect();
    let sentences = lexed.paragraphs.iter().flat_map(|paragraph| &paragraph.sentences);
    let stating = sentences.filter_map(|sentence| {
        let tokens = &lexed.tokens[sentence.clone()];
        let mut said = cued.range(tokens.first()?.start..tokens.last()?.end).map(|(_, said)| *said);
        let (Some((from, cue)), None) = (said.next(), said.next()) else { return None };
        let states = |at| {
            condemned(tokens, at).is_some() || feeling(tokens, at, cue).is_some() || relating(&tokens[at..]).is_some()
        };
        (0..tokens.len()).any(states).then(|| Sentence::new(from, tokens)).flatten()
    });
    stating.collect()
}

/// What the articles state, each in those of its sentences that may.
pub(super) fn stated<'s>(corpus: &Corpus<'_>, sentences: impl Iterator<Item = &'s [Sentence]>) -> Vec<Relation> {
    let mut found = Vec::new();
    for (n, (article, sentences)) in corpus.articles.iter().zip(sentences).enumerate() {
        if sentences.is_empty() {
            continue;
        }
        let Range { start: first, end } = corpus.statements.of(ArticleIx::new(n));
        let here: Vec<usize> = (first..end).filter(|n| corpus.statements[*n].argument).collect();
        let names = names(corpus, &here);
        for sentence in sentences {
            let from = first + sentence.from as usize;
            if from < end {
                found.extend(relation(corpus, &here, &names, &sentence.tokens(article.text()), from));
            }
        }
    }
    found
}

/// What a sentence that reports one argument alone says about another speaker's.
fn relation(corpus: &Corpus<'_>, here: &[usize], names: &Names, tokens: &[Token], from: usize) -> Option<Relation> {
    let statement = &corpus.statements[from];
    let cue = statement.cue?;
    for at in 0..tokens.len() {
        let here_at = Span::new(tokens[at].start, tokens[at].end);
        let inside = statement.spans.iter().any(|span| span.contains(here_at));
        if let Some((speaker, end)) = judged(names, tokens, at).filter(|_| inside) {
            return known(corpus, here, from, speaker, RelationKind::Attacks, span(tokens, &(at..end)));
        }
        let felt = feeling(tokens, at, cue);
        let Some((kind, length)) = felt.or_else(|| relating(&tokens[at..])) else { continue };
        // Inside what is said they are somebody's words about others, unless they are the reporting words themselves or
        // what these name.
        let reported = inside && felt.is_none() && !cue.overlaps(here_at);
        let before = &tokens[at.saturating_sub(NEGATION)..at];
        let negated =
            before.iter().any(|token| token.low.ends_with("n't") || matches!(token.low.as_str(), "not" | "never"));
        if reported || negated || tokens[at].quote.is_some() {
            continue;
        }
        let (speaker, end) = name_after(names, tokens, at + length)?;
        return known(corpus, here, from, speaker, kind, span(tokens, &(at..end)));
    }
    None
}

/// The relation of a statement to a speaker's argument, where their sides bear it out.
fn known(
    corpus: &Corpus<'_>,
    here: &[usize],
    from: usize,
    speaker: usize,
    kind: RelationKind,
    words: Span,
) -> Option<Relation> {
    let statement = &corpus.statements[from];
    if statement.speaker.is_none_or(|own| own.get() == speaker) {
        return None;
    }
    let to = fitting(corpus, here, from, speaker)?;
    let other = &corpus.statements[to];
    let agree = statement.side == other.side;
    let sure = match kind {
        RelationKind::Supports | RelationKind::Rephrases => agree && statement.side.is_some(),
        RelationKind::Attacks => !agree && statement.side.is_some() && other.side.is_some(),
    };
    let basis = Basis::Stated(words);
    sure.then(|| Relation { from: StatementIx::new(from), to: StatementIx::new(to), kind, basis })
}

/// "Quill's plan is unworkable" at `at`: whose words or plan is condemned, and where the row ends.
fn judged(names: &Names, tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let length = condemned(tokens, at)?;
    Some((names.get(tokens[at].bare()).copied().flatten()?, at + length))
}

/// The same, whoever is named, and how many words the row has.
fn condemned(tokens: &[Token], at: usize) -> Option<usize> {
    let [name, noun, verb, rest @ ..] = &tokens[at..] else { return None };
    if !(name.capital && name.is_genitive()) {
        return None;
    }
    let says = is_position(noun) && matches!(verb.low.as_str(), "is" | "was" | "are" | "were" | "remains");
    let degree = |token: &&Token| token.word && !matches!(token.low.as_str(), "not" | "never");
    let mut after = rest.iter().take_while(degree).take(DEGREE + 1);
    let bad = after.position(|token| CONDEMNING.contains(&token.low.as_str()));
    bad.filter(|_| says).map(|place| 4 + place)
}

/// How many words may stand before the word that condemns: "simply", "far too".
const DEGREE: usize = 2;

/// A noun that names what somebody said, wants or feels.
fn is_position(noun: &Token) -> bool {
    let low = noun.low.as_str();
    let one = low.strip_suffix('s').unwrap_or(low);
    let listed = |list: words::List| noun.is_among(list) || list.contains(one);
    listed(words::SPEECH_NOUNS) || listed(words::AGAINST_NOUNS) || POSITIONS.contains(&low) || POSITIONS.contains(&one)
}

/// What somebody stands for, besides what he said and felt.
const POSITIONS: &[&str] = &[
    "approach",
    "bid",
    "bill",
    "call",
    "case",
    "claim",
    "criticism",
    "demand",
    "idea",
    "logic",
    "plan",
    "position",
    "push",
    "reasoning",
    "request",
    "stance",
    "suggestion",
    "view",
    "warning",
];

/// Words that leave nothing of what they are said of.
const CONDEMNING: &[&str] = &[
    "absurd",
    "dangerous",
    "flawed",
    "foolish",
    "impossible",
    "irresponsible",
    "misguided",
    "misleading",
    "nonsense",
    "reckless",
    "unacceptable",
    "unworkable",
    "useless",
    "wrong",
];

/// "expressed concerns about", at the noun: the reporting words name no words but a feeling towards what follows.
fn feeling(tokens: &[Token], at: usize, cue: Span) -> Option<(RelationKind, usize)> {
    let noun = &tokens[at];
    let kind = if noun.is_among(words::AGAINST_NOUNS) {
        RelationKind::Attacks
    } else if noun.is_among(words::FOR_NOUNS) {
        RelationKind::Supports
    } else {
        return None;
    };
    let towards = tokens.get(at + 1)?;
    let towards = matches!(towards.low.as_str(), "about" | "at" | "for" | "of" | "over" | "to" | "towards" | "with");
    let felt = tokens[at.saturating_sub(OBJECT)..at].iter().any(|token| {
        let shown = matches!(token.low.as_str(), "expressed" | "expresses" | "raised" | "raises" | "voiced" | "voices");
        shown && cue.overlaps(Span::new(token.start, token.end))
    });
    (towards && felt).then_some((kind, 2))
}

/// How many words before its noun a feeling is expressed: room for "the trade group's serious".
const OBJECT: usize = 6;

/// Words that relate one argument to another, at the start of a row, and how many they are.
fn relating(tokens: &[Token]) -> Option<(RelationKind, usize)> {
    let fits =
        |words: &&[&str]| words.len() <= tokens.len() && words.iter().zip(tokens).all(|(word, token)| token.is(word));
    let length = |list: &[&[&str]]| list.iter().copied().find(|words| fits(words)).map(<[&str]>::len);
    let attacks = length(ATTACKING).map(|length| (RelationKind::Attacks, length));
    attacks.or_else(|| length(SUPPORTING).map(|length| (RelationKind::Supports, length)))
}

const SUPPORTING: &[&[&str]] = &[
    &["agreed", "with"],
    &["agrees", "with"],
    &["agreeing", "with"],
    &["echoed"],
    &["echoing"],
    &["endorsed"],
    &["sided", "with"],
];

const ATTACKING: &[&[&str]] = &[
    &["in", "response", "to"],
    &["in", "reply", "to"],
    &["responded", "to"],
    &["responding", "to"],
    &["replied", "to"],
    &["replying", "to"],
    &["disagreed", "with"],
    &["disagrees", "with"],
    &["rejected"],
    &["rejecting"],
    &["dismissed"],
    &["dismissing"],
    &["criticised"],
    &["criticized"],
    &["disputed"],
    &["rebutted"],
    &["pushed", "back", "against"],
    &["hit", "back", "at"],
    &["lashed", "out", "at"],
];

/// The speaker whom the first name after `at` means, in the same clause, and where the name ends.
fn name_after(names: &Names, tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    for start in at..tokens.len().min(at + REACH) {
        let token = &tokens[start];
        if !token.word || token.quote.is_some() {
            return None;
        }
        if let Some(speaker) = names.get(token.bare()).filter(|_| token.capital) {
            // "Quill Street" and "Quill and Bell" name somebody else, or not him alone.
            let next = tokens.get(start + 1);
            let more = next.is_some_and(|next| !token.is_genitive() && (next.capital || next.is("and")));
            // "Quill's claim" is hers to answer, "Quill's brother" is not; an adjective may stand between.
            let hers = tokens[start + 1..].iter().take(2).any(is_position);
            let more = more || token.is_genitive() && !hers;
            return speaker.filter(|_| !more).map(|speaker| (speaker, start + 1));
        }
    }
    None
}

/// The surnames of the people, and the names of one word of the others, who argue in an article.
fn names(corpus: &Corpus<'_>, here: &[usize]) -> Names {
    let mut names = Names::new();
    for ix in here.iter().filter_map(|n| corpus.statements[*n].speaker) {
        let speaker = &corpus.speakers[ix.get()];
        let name = match speaker.kind {
            SpeakerKind::Person => speaker.name.split_whitespace().next_back(),
            _ => Some(speaker.name.as_str()).filter(|name| !name.contains(' ')),
        };
        let Some(name) = name.map(str::to_lowercase) else { continue };
        let known = names.entry(name).or_insert(Some(ix.get()));
        *known = known.filter(|known| *known == ix.get());
    }
    names
}

/// The last argument of a speaker before another one, sharing a theme if one does; else the first after it.
fn fitting(corpus: &Corpus<'_>, here: &[usize], from: usize, speaker: usize) -> Option<usize> {
    let his = |n: &&usize| corpus.statements[**n].speaker.is_some_and(|ix| ix.get() == speaker);
    let shares = |n: &&usize| {
        let themes = &corpus.statements[from].themes;
        corpus.statements[**n].themes.iter().any(|theme| themes.contains(theme))
    };
    let place = here.partition_point(|n| *n < from);
    let before = here[..place].iter().rev().take(LOOK_BACK).filter(his);
    let after = here[place..].iter().take(LOOK_BACK).find(his);
    before.clone().find(shares).or_else(|| before.clone().next()).or(after).copied()
}

/// How many arguments before and after one are looked at: more than stand in any article between a claim and its
/// answer, few enough to keep the work in proportion to the length.
const LOOK_BACK: usize = 64;
