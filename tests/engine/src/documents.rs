//! Documents as a page hands them over: columns, so that a hundred thousand of them cross in a few calls.

use corpus::{
    Article, ArticleIx, Colour, Component, ComponentKind, Corpus, Date, Debate, Quotation, Side, SideIx, Span, Speaker,
    SpeakerIx, SpeakerKind, Statement, StatementId, Theme, ThemeIx,
};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::FACETS;

/// The name of no side.
const NEITHER: &str = "neither";

/// Texts with their values, in order of article; articles in order of time.
#[wasm_bindgen]
#[derive(Clone, Debug, Default)]
pub struct Documents {
    text: String,
    ends: Vec<u32>,
    columns: Vec<Column>,
}

/// What each document has of a facet.
#[derive(Clone, Debug)]
pub struct Column {
    /// Every value of the facet, in order.
    pub names: Vec<String>,
    /// Places in `names`, document after document.
    pub values: Vec<u32>,
    /// Where in `values` each document ends; empty where each has one.
    pub ends: Vec<u32>,
}

impl Column {
    pub(crate) fn of(&self, document: usize) -> &[u32] {
        if self.ends.is_empty() {
            return &self.values[document..=document];
        }
        let start = document.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.values[start..self.ends[document] as usize]
    }
}

#[wasm_bindgen]
impl Documents {
    /// From all texts one after the other, and where each ends, in bytes.
    #[wasm_bindgen(constructor)]
    pub fn new(text: Vec<u8>, ends: Vec<u32>) -> Self {
        Self { text: String::from_utf8_lossy(&text).into_owned(), ends, columns: Vec::new() }
    }

    /// Adds the next of [`FACETS`]: its values, and what each document has of them.
    pub fn facet(&mut self, names: Vec<String>, values: Vec<u32>, ends: Vec<u32>) {
        self.columns.push(Column { names, values, ends });
    }
}

impl Documents {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn text(&self, document: usize) -> &str {
        let start = document.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.text.get(start..self.ends[document] as usize).unwrap_or_default()
    }

    /// The column of the nth facet.
    pub(crate) fn column(&self, facet: usize) -> &Column {
        &self.columns[facet]
    }

    /// A corpus in which each document is a statement. An affiliation is that of the speaker's first document.
    pub fn corpus(&self) -> Corpus<'static> {
        let [side, speaker, affiliation, theme, year, article] = std::array::from_fn(|n: usize| self.column(n));
        let sides: Vec<&String> = side.names.iter().filter(|name| *name != NEITHER).collect();
        let side_of = |n: u32| sides.iter().position(|name| **name == side.names[n as usize]).map(SideIx::new);
        let mut affiliations = vec![None; speaker.names.len()];
        let mut articles: Vec<Article<'static>> = Vec::with_capacity(article.names.len());
        let mut texts: Vec<String> = Vec::with_capacity(article.names.len());
        let mut statements = Vec::with_capacity(self.len());
        let (mut current, mut id) = (None, 0);
        for n in 0..self.len() {
            let of = article.of(n)[0];
            if current != Some(of) {
                (current, id) = (Some(of), 0);
                let published = year.names[year.of(n)[0] as usize].parse().unwrap_or_default();
                // There is no year 0, and so documents without a year are of the first that a date can have.
                let date = Date::new(published, 1, 1).or_else(|| Date::new(1000, 1, 1));
                let date = date.unwrap_or_else(|| unreachable!("the year 1000 has a first day"));
                articles.push(Article::blank(article.names[of as usize].clone(), date));
                texts.push(String::new());
            }
            let (text, of) = (&mut texts[articles.len() - 1], ArticleIx::new(articles.len() - 1));
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let start = text.len();
            text.push_str(self.text(n));
            let span = Span::new(start, text.len());
            articles[of.get()].body.to_mut().paragraphs.push(span);
            let (who, side) = (speaker.of(n)[0], side_of(side.of(n)[0]));
            affiliations[who as usize].get_or_insert(affiliation.of(n)[0]);
            statements.push(Statement {
                id: StatementId(id),
                article: of,
                spans: vec![span],
                quotation: Quotation::Indirect,
                quoted: 0,
                source: None,
                cue: None,
                speaker: Some(SpeakerIx(who)),
                role: None,
                argument: side.is_some(),
                components: side.iter().map(|_| Component { span, kind: ComponentKind::Claim }).collect(),
                side,
                themes: theme.of(n).iter().map(|theme| ThemeIx::new(*theme as usize)).collect(),
                why: Vec::new(),
                edits: Vec::new(),
            });
            id += 1;
        }
        for (article, text) in articles.iter_mut().zip(texts) {
            article.body.to_mut().text = text.into();
        }
        Corpus {
            debate: Debate {
                title: "Synthetic".into(),
                question: "How fast?".into(),
                sides: sides.iter().zip(Colour::ALL).map(|(name, colour)| position(name, colour)).collect(),
                themes: theme
                    .names
                    .iter()
                    .map(|name| Theme { id: name.clone().into(), label: name.clone().into() })
                    .collect(),
            },
            articles,
            speakers: (0..)
                .zip(speaker.names.iter().zip(affiliations))
                .map(|(n, (name, affiliation)): (u32, _)| Speaker {
                    id: format!("speaker-{n}").into(),
                    name: name.clone().into(),
                    kind: SpeakerKind::Person,
                    roles: Vec::new(),
                    affiliation: affiliation.map(|n: u32| self.column(2).names[n as usize].clone().into()),
                })
                .collect(),
            statements: statements.into(),
            relations: Vec::new(),
        }
    }

    /// The number of facets that have been handed over.
    pub(crate) fn is_whole(&self) -> bool {
        self.columns.len() == FACETS.len()
    }
}

fn position(name: &str, colour: Colour) -> Side<'static> {
    let name = || name.to_owned().into();
    Side { id: name(), label: name(), summary: name(), colour }
}
