//! `debate.toml`: the sides, themes, known actors and their cues, and what is wrong with the file.

use std::collections::BTreeMap;

use corpus::{Colour, Debate, Side, SideIx, SpeakerKind, Text, Theme, ThemeIx};

use crate::cues::{self, Cues, Lists};
use crate::diagnostic::Problems;
use crate::names;
use crate::table::{Entries, Table};

/// What the file says, indexed for the later stages.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) debate: Debate<'static>,
    pub(crate) side_cues: Cues<SideIx>,
    /// What each side wants, as statements name it.
    pub(crate) aims: Cues<SideIx>,
    pub(crate) theme_cues: Cues<ThemeIx>,
    pub(crate) actors: Vec<Actor>,
}

/// Somebody whom the file knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Actor {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) kind: SpeakerKind,
    pub(crate) affiliation: Option<String>,
    pub(crate) role: Option<String>,
    /// The position that the actor is known for.
    pub(crate) side: Option<SideIx>,
}

/// Reads the file; nothing where it has errors, all of which are then among the problems.
pub(crate) fn read(bytes: &[u8], problems: &mut Problems<'_>) -> Option<Known> {
    let table = Table::parse(bytes, problems)?;
    let mut top = table.entries();
    let title = top.required("title", problems);
    let question = top.required("question", problems);
    let sides: Vec<SideEntry> = top.tables("side", problems).map(|table| side(table, problems)).collect();
    let themes: Vec<ThemeEntry> = top.tables("theme", problems).map(|table| theme(table, problems)).collect();
    let side_ids: Vec<&str> = sides.iter().map(|side| side.id.0.as_str()).collect();
    let actors: Vec<ActorEntry> =
        top.tables("actor", problems).map(|table| actor(table, &side_ids, problems)).collect();
    let lists: Vec<ListEntry> = top.tables("words", problems).map(|table| list(table, problems)).collect();
    top.finish(&["title", "question", "[[side]]", "[[theme]]", "[[actor]]", "[[words]]"], problems);

    if !(2..=6).contains(&sides.len()) {
        let line = sides.get(6).map_or(1, |side| side.id.1);
        let problem = format!("the debate has {} side{}", sides.len(), if sides.len() == 1 { "" } else { "s" });
        problems.error(line, problem, "give it two to six [[side]] tables");
    }
    ids_are_unique("side", sides.iter().map(|side| &side.id), problems);
    ids_are_unique("theme", themes.iter().map(|theme| &theme.id), problems);
    for side in sides.iter().filter(|side| side.id.0 == NO_SIDE) {
        let problem = format!("`{NO_SIDE}` cannot be the id of a side: it is what addresses call no side");
        problems.error(side.id.1, problem, "choose another id");
    }
    ids_are_unique("list", lists.iter().map(|list| &list.id), problems);
    let named = lists.iter().map(|list| (list.id.0.as_str(), list.any.iter().map(|(word, _)| word.as_str()).collect()));
    let named = Lists::new(named);
    let cues = sides
        .iter()
        .flat_map(|side| side.cues.iter().chain(&side.aims))
        .chain(themes.iter().flat_map(|theme| &theme.cues));
    cues_can_be_found(cues, &named, problems);
    cues_are_on_one_side(&sides, |side| &side.cues, problems);
    cues_are_on_one_side(&sides, |side| &side.aims, problems);
    names_are_one_actors(&actors, problems);
    if problems.has_errors() {
        return None;
    }

    let side_cues = sides.iter().enumerate().flat_map(|(n, side)| owned(SideIx::new(n), &side.cues));
    let aims = sides.iter().enumerate().flat_map(|(n, side)| owned(SideIx::new(n), &side.aims));
    let theme_cues = themes.iter().enumerate().flat_map(|(n, theme)| owned(ThemeIx::new(n), &theme.cues));
    Some(Known {
        side_cues: Cues::new(side_cues, &named),
        aims: Cues::new(aims, &named),
        theme_cues: Cues::new(theme_cues, &named),
        actors: actors.into_iter().map(|entry| entry.actor).collect(),
        debate: Debate {
            title: title.0.into(),
            question: question.0.into(),
            sides: coloured(sides),
            themes: themes.into_iter().map(|t| Theme { id: t.id.0.into(), label: t.label.into() }).collect(),
        },
    })
}

struct ActorEntry {
    actor: Actor,
    /// Name and aliases.
    names: Vec<Placed>,
}

/// A string and the line it stands on.
type Placed = (String, u32);

struct SideEntry {
    id: Placed,
    label: String,
    summary: String,
    cues: Vec<Placed>,
    aims: Vec<Placed>,
    colour: Option<Colour>,
}

struct ThemeEntry {
    id: Placed,
    label: String,
    cues: Vec<Placed>,
}

/// Words that a cue can name together.
struct ListEntry {
    id: Placed,
    any: Vec<Placed>,
}

fn side(mut table: Entries<'_>, problems: &mut Problems<'_>) -> SideEntry {
    let entry = SideEntry {
        id: id(&mut table, problems),
        label: table.required("label", problems).0,
        summary: table.required("summary", problems).0,
        cues: table.strings("cues", problems),
        aims: table.strings("aims", problems),
        colour: table.optional("colour", problems).and_then(|(name, line)| {
            let colour = Colour::ALL.into_iter().find(|colour| colour.name() == name);
            if colour.is_none() {
                let names: Vec<&str> = Colour::ALL.iter().map(|colour| colour.name()).collect();
                problems.error(
                    line,
                    format!("there is no colour `{name}`"),
                    format!("use one of {}", names.join(", ")),
                );
            }
            colour
        }),
    };
    table.finish(&["id", "label", "summary", "cues", "aims", "colour"], problems);
    entry
}

fn theme(mut table: Entries<'_>, problems: &mut Problems<'_>) -> ThemeEntry {
    let entry = ThemeEntry {
        id: id(&mut table, problems),
        label: table.required("label", problems).0,
        cues: table.strings("cues", problems),
    };
    table.finish(&["id", "label", "cues"], problems);
    entry
}

fn list(mut table: Entries<'_>, problems: &mut Problems<'_>) -> ListEntry {
    let entry = ListEntry { id: id(&mut table, problems), any: table.strings("any", problems) };
    if let Some((word, line)) = entry.any.iter().find(|(word, _)| cues::normal(word).is_empty()) {
        problems.error(*line, format!("\"{word}\" has no words"), "give it some, or remove it");
    }
    if !entry.id.0.is_empty() && entry.any.is_empty() {
        problems.error(entry.id.1, format!("the list `{}` is empty", entry.id.0), "add `any = [\"...\"]`");
    }
    table.finish(&["id", "any"], problems);
    entry
}

fn actor(mut table: Entries<'_>, sides: &[&str], problems: &mut Problems<'_>) -> ActorEntry {
    let (name, line) = table.required("name", problems);
    if table.has("name") && name.trim().is_empty() {
        problems.error(line, "an actor without a name", "give `name` as articles write it");
    }
    let kind = table.required("kind", problems);
    let aliases = table.strings("aliases", problems);
    let names: Vec<Placed> = std::iter::once((name.clone(), line)).chain(aliases.iter().cloned()).collect();
    let actor = Actor {
        name,
        aliases: aliases.into_iter().map(|(alias, _)| alias).collect(),
        kind: KINDS.iter().find(|(word, _)| *word == kind.0).map_or(SpeakerKind::Person, |(_, kind)| *kind),
        affiliation: table.optional("affiliation", problems).map(|(words, _)| words),
        role: table.optional("role", problems).map(|(words, _)| words),
        side: table.optional("side", problems).and_then(|(id, line)| {
            let side = sides.iter().position(|side| *side == id);
            if side.is_none() {
                let remedy = format!("use the id of a side: {}", sides.join(", "));
                problems.error(line, format!("there is no side `{id}`"), remedy);
            }
            side.map(SideIx::new)
        }),
    };
    if !kind.0.is_empty() && !KINDS.iter().any(|(word, _)| *word == kind.0) {
        let words: Vec<&str> = KINDS.iter().map(|(word, _)| *word).collect();
        problems.error(kind.1, format!("there is no kind `{}`", kind.0), format!("use one of {}", words.join(", ")));
    }
    table.finish(&["name", "aliases", "kind", "affiliation", "role", "side"], problems);
    ActorEntry { actor, names }
}

/// What addresses call the position of a statement that takes no side; a side of this id could not be linked to.
pub(crate) const NO_SIDE: &str = "neither";

pub(crate) const KINDS: [(&str, SpeakerKind); 4] = [
    ("person", SpeakerKind::Person),
    ("organisation", SpeakerKind::Organisation),
    ("group", SpeakerKind::Group),
    ("document", SpeakerKind::Document),
];

fn id(table: &mut Entries<'_>, problems: &mut Problems<'_>) -> Placed {
    let (id, line) = table.required("id", problems);
    let fits = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-');
    if table.has("id") && (id.is_empty() || !id.bytes().all(fits)) {
        problems.error(line, format!("`{id}` is not an id"), "use lower-case letters, digits and hyphens");
    }
    (id, line)
}

fn ids_are_unique<'e>(kind: &str, ids: impl Iterator<Item = &'e Placed>, problems: &mut Problems<'_>) {
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for (id, line) in ids.filter(|(id, _)| !id.is_empty()) {
        if let Some(first) = seen.get(id.as_str()) {
            let problem = format!("the {kind} `{id}` stands on line {first} already");
            problems.error(*line, problem, "give each an id of its own");
        } else {
            seen.insert(id, *line);
        }
    }
}

fn cues_are_on_one_side(sides: &[SideEntry], cues: fn(&SideEntry) -> &[Placed], problems: &mut Problems<'_>) {
    let mut seen: BTreeMap<String, (&str, u32)> = BTreeMap::new();
    for side in sides {
        for (cue, line) in cues(side) {
            let first = *seen.entry(cues::normal(cue)).or_insert((&side.id.0, *line));
            if first.0 != side.id.0 {
                let problem =
                    format!("the cue \"{cue}\" of `{}` is one of `{}` too, line {}", side.id.0, first.0, first.1);
                problems.error(*line, problem, "a cue argues for one side: keep it there, or make it longer");
            }
        }
    }
}

fn cues_can_be_found<'e>(cues: impl Iterator<Item = &'e Placed>, lists: &Lists, problems: &mut Problems<'_>) {
    for (cue, line) in cues {
        if let Some((problem, remedy)) = cues::problem(cue, lists) {
            problems.error(*line, problem, remedy);
        }
    }
}

fn names_are_one_actors(actors: &[ActorEntry], problems: &mut Problems<'_>) {
    let mut seen: BTreeMap<String, (usize, u32)> = BTreeMap::new();
    for (n, actor) in actors.iter().enumerate() {
        for (name, line) in actor.names.iter().filter(|(name, _)| !name.trim().is_empty()) {
            let first = *seen.entry(names::normal(name)).or_insert((n, *line));
            if first.0 != n {
                let problem = format!("\"{name}\" is a name of another actor too, line {}", first.1);
                problems.error(*line, problem, "a name means one actor: keep it there, or make it longer");
            }
        }
    }
}

fn owned<T: Copy>(owner: T, cues: &[Placed]) -> impl Iterator<Item = (T, &str)> {
    cues.iter().map(move |(cue, _)| (owner, cue.as_str()))
}

/// The sides, those without a colour with the next one that no side has.
fn coloured(sides: Vec<SideEntry>) -> Vec<Side<'static>> {
    let taken: Vec<Colour> = sides.iter().filter_map(|side| side.colour).collect();
    let mut free = Colour::ALL.into_iter().filter(|colour| !taken.contains(colour));
    let mut sided = Vec::new();
    for side in sides {
        // Six colours for at most six sides: there is always a free one unless two sides share one by choice.
        let colour = side.colour.or_else(|| free.next()).unwrap_or(Colour::ALL[0]);
        let [id, label, summary] = [side.id.0, side.label, side.summary].map(Text::from);
        sided.push(Side { id, label, summary, colour });
    }
    sided
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_without_a_colour_take_the_next_free_one() {
        let side = |colour| SideEntry {
            id: ("a".into(), 1),
            label: String::new(),
            summary: String::new(),
            cues: Vec::new(),
            aims: Vec::new(),
            colour,
        };
        let sides = coloured(vec![side(None), side(Some(Colour::Amber)), side(None)]);
        let colours: Vec<Colour> = sides.iter().map(|side| side.colour).collect();
        assert_eq!(colours, [Colour::Blue, Colour::Amber, Colour::Plum]);
    }
}
