//! What pages are made of.

mod balance;
mod card;
mod cards;
mod cite;
mod collect;
mod copying;
mod embedding;
mod entries;
mod excerpt;
mod frame;
mod keys;
mod more;
mod passage;
mod phrases;
mod related;
mod report;
mod select;
mod takeaway;
mod tally;
mod unknown;
mod waiting;
mod why;

pub(crate) use balance::balance_table;
pub(crate) use card::Card;
pub(crate) use cards::Cards;
pub(crate) use cite::Cite;
pub(crate) use collect::{Collect, announcement, of, told};
pub(crate) use embedding::Embedding;
pub(crate) use entries::Entries;
pub(crate) use excerpt::excerpt;
pub(crate) use frame::{colophon, masthead};
pub(crate) use keys::use_key_list;
pub(crate) use more::more;
pub(crate) use passage::cut;
pub(crate) use phrases::{
    article_link, count_tag, dated, positioned, side_column, side_name, side_tag, speaker_link, theme_name,
};
pub(crate) use related::{answers, stated};
pub(crate) use select::Select;
pub(crate) use takeaway::{Takeaway, takeaway};
pub(crate) use tally::{bar, counts, tally};
pub(crate) use unknown::unknown;
pub(crate) use waiting::waiting;

use corpus::{Corpus, Position, Speaker, SpeakerKind, Statement};
use yew::prelude::*;

use crate::Site;

/// The classes that set a position off by colour and, for whoever cannot tell colours apart, by pattern.
pub(crate) fn position_classes(corpus: &Corpus<'_>, position: Position) -> Classes {
    match position {
        Position::Side(ix) => {
            let colour = corpus.debate.sides[ix.get()].colour.name();
            classes!(format!("colour-{colour}"), format!("pattern-{}", ix.get() + 1))
        }
        Position::Neither => classes!("colour-none", "pattern-none"),
    }
}

/// A group is named by a common noun, "privacy advocates", which takes a capital where it stands first.
pub(crate) fn speaker_class(speaker: &Speaker<'_>) -> Option<&'static str> {
    (speaker.kind == SpeakerKind::Group).then_some("group")
}

/// A role and an affiliation in a line. "Apple CEO" says Apple already, and "the director of the FBI" whose.
pub(crate) fn described(role: Option<&str>, affiliation: Option<&str>) -> Option<String> {
    let role = role
        .filter(|role| is_title(role))
        .map(|role| LEADING.iter().find_map(|word| role.strip_prefix(word)).unwrap_or(role));
    let says_it = |name: &str| role.is_some_and(|role| role.contains(name) || role.contains(&initials(name)));
    match (role, affiliation.filter(|name| !says_it(name))) {
        (Some(role), Some(affiliation)) => Some(format!("{role}, {affiliation}")),
        (Some(one), None) | (None, Some(one)) => Some(one.into()),
        (None, None) => None,
    }
}

/// Who a statement's speaker is: the role as its article gives it, or else the only one that others give, and the affiliation.
pub(crate) fn role(corpus: &Corpus<'_>, statement: &Statement<'_>) -> Option<String> {
    let here = statement.role.map(|span| corpus.article_of(statement).words(span)).filter(|words| !words.is_empty());
    let speaker = corpus.speaker_of(statement)?;
    // Of several roles, each belongs to its time.
    let only = || speaker.roles.first().filter(|_| speaker.roles.len() == 1).map(|role| role.as_str());
    described(here.or_else(only), speaker.affiliation.as_deref())
}

/// Whether a role can stand in a line of its own. Some that articles give are half a story: "who had stepped down …".
pub(crate) fn is_title(role: &str) -> bool {
    let first = role.split_whitespace().next().unwrap_or_default();
    !first.eq_ignore_ascii_case("who") && role.chars().nth(LONGEST_TITLE).is_none()
}

/// Characters of the longest role that is a title: "assistant director in charge of the FBI's Washington field office" has
/// 70.
const LONGEST_TITLE: usize = 80;

/// The capitals of a name, as it is shortened: "FBI". The name itself where there is but one.
fn initials(name: &str) -> String {
    let capitals: String = name.chars().filter(|character| character.is_uppercase()).collect();
    if capitals.chars().nth(1).is_some() { capitals } else { name.into() }
}

/// What a role may start with in an article, and needs not as a line of its own: "its chief executive".
const LEADING: [&str; 7] = ["the ", "a ", "an ", "its ", "his ", "her ", "their "];

/// Says that an editor had a hand in a statement; which, "Why here" says.
pub(crate) fn edited(site: Site, statement: &Statement<'_>) -> Html {
    html! { if !statement.edits.is_empty() { <span class="edited">{ site.words().card.edited }</span> } }
}

#[cfg(test)]
mod tests {
    use super::described;

    #[test]
    fn a_role_says_whose_once() {
        for (role, affiliation, expected) in [
            ("Apple CEO", Some("Apple"), "Apple CEO"),
            ("its chief executive", Some("Apple"), "chief executive, Apple"),
            ("the director of the FBI", Some("Federal Bureau of Investigation"), "director of the FBI"),
            ("a professor of law", Some("Moor University"), "professor of law, Moor University"),
            ("a professor of English", Some("Moor University"), "professor of English, Moor University"),
            ("theatre critic", None, "theatre critic"),
        ] {
            assert_eq!(described(Some(role), affiliation).as_deref(), Some(expected));
        }
        assert_eq!(described(None, Some("Apple")).as_deref(), Some("Apple"));
        assert_eq!(described(None, None), None);
    }

    #[test]
    fn half_a_story_is_no_role() {
        assert_eq!(described(Some("Who had stepped down in May"), Some("Apple")).as_deref(), Some("Apple"));
        assert_eq!(described(Some(&"chief ".repeat(14)), None), None);
        assert_eq!(described(Some("whole-time director"), None).as_deref(), Some("whole-time director"));
    }
}
