//! One corpus from all articles: speakers merged, lists ordered, indices made. What each article tells was found without a
//! look at the others (`told`); here is only what needs them all.

use corpus::{Article, ArticleIx, Content, Corpus, Speaker, SpeakerIx, SpeakerKind, Text};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::debate::Known;
use crate::names::Actors;
use crate::told::{Heard, Told};
use crate::{id, relate};

/// Makes the corpus of what each article tells and of its text, on at most so many threads.
pub(crate) fn corpus<'a>(known: Known, mut told: Vec<(Told<'a>, &'a str)>, threads: usize) -> Corpus<'a> {
    told.sort_by(|(a, _), (b, _)| (a.article.date, &a.article.id).cmp(&(b.article.date, &b.article.id)));
    let actors = Actors::new(&known.actors);
    let mut articles = Vec::new();
    let mut statements = Vec::new();
    let mut ties = Vec::new();
    let mut speakers = Speakers::default();
    for (n, (told, text)) in told.into_iter().enumerate() {
        let mut met = vec![None; told.voices.len()];
        for heard in told.heard.iter().map(|n| *n as usize) {
            if let (Some(met), Some(voice)) = (met.get_mut(heard), told.voices.get(heard)) {
                *met = Some(speakers.add(voice, &actors));
            }
        }
        statements.extend(told.statements.into_iter().map(|mut statement| {
            statement.article = ArticleIx::new(n);
            statement.speaker = statement.speaker.and_then(|voice| met.get(voice.get()).copied().flatten());
            statement
        }));
        articles.push(Article { body: Content { text: text.into(), ..told.content }.into(), ..told.article });
        ties.push(told.ties);
    }
    let (speakers, places) = speakers.in_order(&actors);
    for statement in &mut statements {
        statement.speaker = statement.speaker.and_then(|ix| places.get(ix.get()).copied());
    }
    drop(actors);
    let statements = statements.into();
    let mut corpus = Corpus { debate: known.debate, articles, speakers, statements, relations: Vec::new() };
    corpus.relations = relate::relate(&corpus, &ties, threads);
    corpus
}

/// The id of an article: its file's name without folder and ending, in the letters of ids.
pub(crate) fn article_id(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let id = id::slug(stem);
    if id.is_empty() { "article".into() } else { id }
}

/// The speakers of all articles while they are being met.
#[derive(Default)]
struct Speakers {
    list: Vec<Met>,
    by_key: FxHashMap<String, usize>,
}

struct Met {
    name: String,
    kind: SpeakerKind,
    /// In the order in which they were met.
    roles: Vec<String>,
    /// The same, to be asked: some speakers have a role in every article.
    has: FxHashSet<String>,
    affiliation: Option<String>,
    actor: Option<usize>,
}

impl Speakers {
    fn add(&mut self, voice: &Heard<'_>, actors: &Actors<'_>) -> SpeakerIx {
        let actor = voice.actor.map(|actor| actor as usize);
        let n = match self.by_key.get(voice.key.as_str()) {
            Some(n) => *n,
            None => {
                self.by_key.insert(voice.key.to_string(), self.list.len());
                self.list.push(Met {
                    name: voice.name.to_string(),
                    kind: voice.kind,
                    roles: Vec::new(),
                    has: FxHashSet::default(),
                    affiliation: None,
                    actor,
                });
                self.list.len() - 1
            }
        };
        let met = &mut self.list[n];
        let fuller = voice.name.len() > met.name.len() && voice.name.ends_with(&met.name);
        let listed = actor.and_then(|n| actors.get(n)).is_some_and(|actor| voice.name == actor.name.as_str());
        if fuller || listed {
            met.name = voice.name.to_string();
        }
        if let Some(role) = &voice.role
            && !met.has.contains(role.as_str())
        {
            met.roles.push(role.to_string());
            met.has.insert(role.to_string());
        }
        if met.affiliation.is_none() {
            met.affiliation = voice.affiliation.as_ref().map(ToString::to_string);
        }
        SpeakerIx::new(n)
    }

    /// By name, and for each place as met its place by name.
    fn in_order(self, actors: &Actors<'_>) -> (Vec<Speaker<'static>>, Vec<SpeakerIx>) {
        let mut order: Vec<usize> = (0..self.list.len()).collect();
        order.sort_by(|a, b| (&self.list[*a].name, *a).cmp(&(&self.list[*b].name, *b)));
        let mut places = vec![SpeakerIx(0); order.len()];
        let mut taken = id::SpeakerIds::default();
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
                id: taken.next(&met.name).into(),
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
}
