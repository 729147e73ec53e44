//! Which key does what.

use crate::words::Words;

/// What a key can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// To the search field.
    Search,
    /// The list of keys.
    Help,
    /// All filters are taken back.
    Clear,
    /// To the next card.
    Next,
    /// To the card before.
    Previous,
    /// To the card on the left.
    Left,
    /// To the card on the right.
    Right,
    /// The card is collected.
    Collect,
    /// The card's article, where the statement is marked.
    Open,
    /// To the next marked statement of an article.
    NextMark,
    /// To the marked statement before.
    PreviousMark,
}

impl Command {
    /// Whether a key that is held down goes on and on. What is turned on and off or leads away is done once.
    pub(crate) const fn repeats(self) -> bool {
        match self {
            Self::Next | Self::Previous | Self::Left | Self::Right | Self::NextMark | Self::PreviousMark => true,
            Self::Search | Self::Help | Self::Clear | Self::Collect | Self::Open => false,
        }
    }
}

/// Where a key does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// On every page.
    Everywhere,
    /// Where there are cards.
    Cards,
    /// In an article.
    Article,
}

impl Place {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Everywhere, Self::Cards, Self::Article];

    /// What it is called.
    pub(crate) fn label(self, words: &Words) -> &'static str {
        match self {
            Self::Everywhere => words.keys.everywhere,
            Self::Cards => words.keys.cards,
            Self::Article => words.keys.article,
        }
    }
}

/// A command, its keys and where it works.
pub(crate) struct Binding {
    /// What happens.
    pub(crate) command: Command,
    /// The key of one character, as the browser calls it.
    pub(crate) key: &'static str,
    /// The arrow that does the same while a card has the focus: as the browser calls it, and as a sign.
    pub(crate) arrow: Option<(&'static str, &'static str)>,
    /// Where.
    pub(crate) place: Place,
}

const fn binding(
    command: Command,
    key: &'static str,
    arrow: Option<(&'static str, &'static str)>,
    place: Place,
) -> Binding {
    Binding { command, key, arrow, place }
}

/// Every key. Those between cards are those of editors and of many pages with lists.
pub(crate) const BINDINGS: [Binding; 11] = [
    binding(Command::Search, "/", None, Place::Everywhere),
    binding(Command::Clear, "x", None, Place::Everywhere),
    binding(Command::Help, "?", None, Place::Everywhere),
    binding(Command::Next, "j", Some(("ArrowDown", "↓")), Place::Cards),
    binding(Command::Previous, "k", Some(("ArrowUp", "↑")), Place::Cards),
    binding(Command::Left, "h", Some(("ArrowLeft", "←")), Place::Cards),
    binding(Command::Right, "l", Some(("ArrowRight", "→")), Place::Cards),
    binding(Command::Collect, "c", None, Place::Cards),
    binding(Command::Open, "o", None, Place::Cards),
    binding(Command::NextMark, "n", None, Place::Article),
    binding(Command::PreviousMark, "p", None, Place::Article),
];

impl Binding {
    /// What it does, in words.
    pub(crate) fn label(&self, words: &Words) -> &'static str {
        let words = &words.keys;
        match self.command {
            Command::Search => words.search,
            Command::Help => words.help,
            Command::Clear => words.clear,
            Command::Next => words.next,
            Command::Previous => words.previous,
            Command::Left => words.left,
            Command::Right => words.right,
            Command::Collect => words.collect,
            Command::Open => words.open,
            Command::NextMark => words.next_mark,
            Command::PreviousMark => words.previous_mark,
        }
    }
}

/// What a key does: one of one character if `singles` work, an arrow if a card has the focus.
pub(crate) fn command(key: &str, singles: bool, on_card: bool) -> Option<Command> {
    let does = |binding: &&Binding| {
        (singles && binding.key == key) || (on_card && binding.arrow.is_some_and(|(arrow, _)| arrow == key))
    };
    BINDINGS.iter().find(does).map(|binding| binding.command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_does_one_thing() {
        for (n, binding) in BINDINGS.iter().enumerate() {
            assert_eq!(command(binding.key, true, false), Some(binding.command));
            assert_eq!(command(binding.key, false, true), None, "single keys can be turned off");
            assert!(BINDINGS[..n].iter().all(|other| other.key != binding.key && other.command != binding.command));
        }
    }

    #[test]
    fn what_is_turned_on_and_off_or_leads_away_does_not_repeat() {
        let repeating: Vec<&str> =
            BINDINGS.iter().filter(|binding| binding.command.repeats()).map(|binding| binding.key).collect();
        assert_eq!(repeating, ["j", "k", "h", "l", "n", "p"]);
    }

    #[test]
    fn arrows_scroll_unless_a_card_has_the_focus() {
        assert_eq!(command("ArrowDown", true, false), None);
        assert_eq!(command("ArrowDown", true, true), Some(Command::Next));
        assert_eq!(command("ArrowUp", false, true), Some(Command::Previous));
        assert_eq!([command("J", true, true), command("Enter", true, true), command("", true, true)], [None; 3]);
    }
}
