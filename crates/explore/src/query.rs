//! What a reader asks for, and its form in an address. What it finds is the business of `engine`.

use corpus::{Basis, Corpus, Date, PartialDate, Relation};
use form_urlencoded::Serializer;

use crate::{Choice, Choices, Facet, Grouping, Order};

/// The name of the search text in addresses.
const TEXT_KEY: &str = "q";

/// What comes before the key of a facet whose value is excluded.
const WITHOUT: &str = "not-";

/// The names of the first and the last day, of the order, of the grouping and of how sure a side must be, in addresses.
const FROM_KEY: &str = "from";
const TO_KEY: &str = "to";
const ORDER_KEY: &str = "sort";
const GROUPING_KEY: &str = "group";
const SURE_KEY: &str = "sure";

/// The name in addresses of how a relation must be known.
const KNOWN_KEY: &str = "known";

/// How it is known that one argument answers another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The text says so.
    Stated,
    /// Their words are similar.
    Similar,
}

impl Known {
    /// All of them, the surest first.
    pub const ALL: [Self; 2] = [Self::Stated, Self::Similar];

    /// How a relation is known.
    pub fn of(relation: &Relation) -> Self {
        match relation.basis {
            Basis::Stated(_) => Self::Stated,
            Basis::Similar(_) => Self::Similar,
        }
    }

    /// The name in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Similar => "similar",
        }
    }
}

/// Characters of a search text that count. A reader types a few words; an address can hold a book.
pub const LONGEST_TEXT: usize = 1000;

/// Pairs of an address that the corpus does not have, and characters of each, that are kept: enough to say what is
/// wrong.
const MOST_UNKNOWN: usize = 8;
const LONGEST_UNKNOWN: usize = 100;

/// What a reader asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// OR inside a facet, AND across facets.
    pub choices: Choices,
    /// What is not shown, whatever else it has.
    pub without: Choices,
    /// The first day of an article, or the month or year in which it lies.
    pub from: Option<PartialDate>,
    /// The last day of an article, or the month or year in which it lies.
    pub to: Option<PartialDate>,
    /// How sure the side of an argument must be, in hundredths of a point.
    pub sure: u16,
    /// In which order what is found is shown.
    pub order: Order,
    /// What is shown together.
    pub group: Option<Grouping>,
    /// How it must be known that one argument answers another: for what shows answers.
    pub known: Option<Known>,
    /// The search as it was typed (see [`Search`](crate::Search)).
    pub text: String,
    /// Keys and values of the address that the corpus does not have, the first few of them, cut short where they are long:
    /// for the page to say so.
    pub unknown: Vec<(String, String)>,
}

impl Query {
    /// From the query part of an address, with or without `?`: `side=access&not-theme=law&from=2014&q=going+dark`. Keys and
    /// values that the corpus does not have are kept in [`Query::unknown`]; several texts are joined by a space, and of what
    /// can be said only once the last counts.
    pub fn parse(corpus: &Corpus<'_>, search: &str) -> Self {
        let mut query = Self::default();
        for (key, value) in form_urlencoded::parse(search.strip_prefix('?').unwrap_or(search).as_bytes()) {
            let known = query.take(corpus, &key, &value).is_some();
            if !known && query.unknown.len() < MOST_UNKNOWN {
                query
                    .unknown
                    .push((shortened(&key, LONGEST_UNKNOWN).into(), shortened(&value, LONGEST_UNKNOWN).into()));
            }
        }
        query
    }

    /// Takes in one pair of an address; nothing where there is no such key or value.
    fn take(&mut self, corpus: &Corpus<'_>, key: &str, value: &str) -> Option<()> {
        match key {
            TEXT_KEY => {
                let used = self.text.chars().count();
                let apart = used > 0 && !value.is_empty() && used < LONGEST_TEXT;
                if apart {
                    self.text.push(' ');
                }
                let room = LONGEST_TEXT - used - usize::from(apart);
                self.text.push_str(shortened(value, room));
                return value.chars().nth(room).is_none().then_some(());
            }
            FROM_KEY => self.from = Some(value.parse().ok()?),
            TO_KEY => self.to = Some(value.parse().ok()?),
            SURE_KEY => self.sure = value.parse().ok()?,
            ORDER_KEY => self.order = Order::ALL.into_iter().find(|order| order.key() == value)?,
            KNOWN_KEY => self.known = Some(Known::ALL.into_iter().find(|known| known.key() == value)?),
            GROUPING_KEY => self.group = Some(Grouping::ALL.into_iter().find(|group| group.key() == value)?),
            _ => {
                let (set, key) = match key.strip_prefix(WITHOUT) {
                    Some(key) => (&mut self.without, key),
                    None => (&mut self.choices, key),
                };
                let facet = Facet::ALL.into_iter().find(|facet| facet.key() == key)?;
                set.insert(Choice::from_value(corpus, facet, value)?);
            }
        }
        Some(())
    }

    /// The query part of the address: nothing when empty, else `?side=access&q=going+dark`. Always in the same order
    /// (choices by facet, exclusions, dates, certainty, order, grouping, how answers are known, text,
    /// unknown), so that the same query has one
    /// address; [`Query::parse`] undoes it.
    pub fn to_search(&self, corpus: &Corpus<'_>) -> String {
        if *self == Self::default() {
            return String::new();
        }
        let mut pairs = Serializer::for_suffix(String::from("?"), 1);
        pairs.extend_pairs(self.choices.iter().map(|choice| (choice.facet().key(), choice.value(corpus))));
        pairs.extend_pairs(
            self.without.iter().map(|choice| (format!("{WITHOUT}{}", choice.facet().key()), choice.value(corpus))),
        );
        for (key, date) in [(FROM_KEY, self.from), (TO_KEY, self.to)] {
            if let Some(date) = date {
                pairs.append_pair(key, &date.to_string());
            }
        }
        if self.sure > 0 {
            pairs.append_pair(SURE_KEY, &self.sure.to_string());
        }
        if self.order != Order::default() {
            pairs.append_pair(ORDER_KEY, self.order.key());
        }
        if let Some(group) = self.group {
            pairs.append_pair(GROUPING_KEY, group.key());
        }
        if let Some(known) = self.known {
            pairs.append_pair(KNOWN_KEY, known.key());
        }
        if !self.text.is_empty() {
            pairs.append_pair(TEXT_KEY, &self.text);
        }
        // What a text had too much is told, and not searched for by the next who reads the address.
        pairs.extend_pairs(self.unknown.iter().filter(|(key, _)| key != TEXT_KEY));
        pairs.finish()
    }

    /// Whether nothing narrows what is shown: all that takes a side is there, in whatever order.
    pub fn is_empty(&self) -> bool {
        *self == Self { order: self.order, group: self.group, known: self.known, ..Self::default() }
    }

    /// Whether a day lies in the time that is asked for.
    pub fn spans(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from.first() <= date) && self.to.is_none_or(|to| date <= to.last())
    }

    /// Whether this is chosen.
    pub fn has(&self, choice: Choice) -> bool {
        self.choices.contains(choice)
    }

    /// The query with this chosen if it was not, and not chosen if it was.
    #[must_use]
    pub fn toggled(&self, choice: Choice) -> Self {
        let mut query = self.clone();
        query.without.remove(choice);
        if !query.choices.remove(choice) {
            query.choices.insert(choice);
        }
        query
    }

    /// The query with this not shown if it was, and shown again if it was not. What is excluded cannot be chosen, too.
    #[must_use]
    pub fn excluding(&self, choice: Choice) -> Self {
        let mut query = self.clone();
        query.choices.remove(choice);
        if !query.without.remove(choice) {
            query.without.insert(choice);
        }
        query
    }

    /// The query with another search text.
    #[must_use]
    pub fn with_text(&self, text: &str) -> Self {
        let mut query = self.clone();
        query.text = shortened(text, LONGEST_TEXT).into();
        query.unknown.retain(|(key, _)| key != TEXT_KEY);
        query
    }

    /// What is chosen in this facet.
    pub fn chosen(&self, facet: Facet) -> impl Iterator<Item = Choice> {
        self.choices.iter().filter(move |choice| choice.facet() == facet)
    }
}

/// The first characters of a text.
fn shortened(text: &str, length: usize) -> &str {
    text.char_indices().nth(length).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use corpus::{ArticleKind, ComponentKind, Position, Quotation, SideIx, SpeakerIx, ThemeIx};

    use super::*;
    use crate::fixture;

    /// `search` is read as `choices`, `text` and `unknown`, and written as `canonical`.
    #[track_caller]
    fn check(search: &str, choices: &[Choice], text: &str, unknown: &[(&str, &str)], canonical: &str) {
        let corpus = fixture::corpus();
        let query = Query::parse(&corpus, search);
        let unknown = unknown.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect();
        assert_eq!(
            query,
            Query { choices: choices.iter().copied().collect(), text: text.into(), unknown, ..Query::default() }
        );
        assert_eq!(query.to_search(&corpus), canonical);
    }

    #[test]
    fn nothing_is_nothing() {
        for search in ["", "?", "&", "?&&", "q=", "?q=&q="] {
            check(search, &[], "", &[], "");
        }
    }

    #[test]
    fn every_facet_is_read_and_written() {
        check(
            "year=2019&kind=background&part=premise&type=mixed&theme=safety&speaker=ann-ode&side=neither&side=access",
            &[
                Choice::Position(Position::Side(SideIx(0))),
                Choice::Position(Position::Neither),
                Choice::Speaker(SpeakerIx(0)),
                Choice::Theme(ThemeIx(0)),
                Choice::Quotation(Quotation::Mixed),
                Choice::Component(ComponentKind::Premise),
                Choice::Kind(ArticleKind::Background),
                Choice::Year(2019),
            ],
            "",
            &[],
            "?side=access&side=neither&speaker=ann-ode&theme=safety&type=mixed&part=premise&kind=background&year=2019",
        );
    }

    #[test]
    fn time_order_and_exclusions_are_read_and_written() {
        let corpus = fixture::corpus();
        let search = "?q=key&known=stated&sort=newest&group=theme&sure=150&to=2019-03&from=2017-10-10&not-theme=safety&side=access";
        let query = Query::parse(&corpus, search);
        let expected = Query {
            choices: [Choice::Position(Position::Side(SideIx(0)))].into_iter().collect(),
            without: [Choice::Theme(ThemeIx(0))].into_iter().collect(),
            from: "2017-10-10".parse().ok(),
            to: "2019-03".parse().ok(),
            sure: 150,
            order: Order::Newest,
            group: Some(Grouping::Theme),
            known: Some(Known::Stated),
            text: "key".into(),
            unknown: Vec::new(),
        };
        assert_eq!(query, expected);
        assert_eq!(
            query.to_search(&corpus),
            "?side=access&not-theme=safety&from=2017-10-10&to=2019-03&sure=150&sort=newest&group=theme&known=stated&q=key"
        );
        for wrong in [
            "sort=best",
            "group=side",
            "known=well",
            "sure=-1",
            "sure=99999",
            "from=yesterday",
            "to=2019-13",
            "not-q=x",
        ] {
            let query = Query::parse(&corpus, wrong);
            assert_eq!((query.unknown.len(), Query { unknown: Vec::new(), ..query }), (1, Query::default()), "{wrong}");
        }
        assert!(Query::parse(&corpus, "sort=newest&group=theme").is_empty(), "everything is shown");
        assert!(!Query::parse(&corpus, "from=2017").is_empty());
    }

    #[test]
    fn what_is_chosen_is_not_excluded() {
        let safety = Choice::Theme(ThemeIx(0));
        let excluded = Query::default().toggled(safety).excluding(safety);
        assert!(!excluded.has(safety) && excluded.without.contains(safety));
        let chosen = excluded.toggled(safety);
        assert!(chosen.has(safety) && !chosen.without.contains(safety));
        assert_eq!(excluded.excluding(safety), Query::default());
    }

    #[test]
    fn of_an_endless_address_what_matters_is_kept() {
        let corpus = fixture::corpus();
        let long = "é".repeat(50_000);
        let query = Query::parse(&corpus, &format!("side=access&q={long}&q=more&theme={long}&side=privacy"));
        assert_eq!((query.text.chars().count(), query.choices.iter().count()), (LONGEST_TEXT, 2));
        assert!(query.unknown.iter().all(|(_, value)| value.chars().count() <= LONGEST_UNKNOWN));
        assert_eq!(query.unknown.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["q", "q", "theme"]);
        let shorter = query.with_text("abc");
        assert_eq!(Query::parse(&corpus, &shorter.to_search(&corpus)).text, "abc");
        let pairs = "a=b&".repeat(9000);
        assert_eq!(Query::parse(&corpus, &format!("{pairs}q=key")).unknown.len(), MOST_UNKNOWN);
    }

    #[test]
    fn the_text_is_kept_as_typed() {
        check(
            "?q=%22going+dark%20%22%20-caf%C3%A9+",
            &[],
            "\"going dark \" -café ",
            &[],
            "?q=%22going+dark+%22+-caf%C3%A9+",
        );
        check("q=going&q=&q=dark", &[], "going dark", &[], "?q=going+dark");
    }

    #[test]
    fn what_the_corpus_does_not_have_is_kept() {
        check(
            "side=maybe&utm=a%26b&side=access&theme&SIDE=access",
            &[Choice::Position(Position::Side(SideIx(0)))],
            "",
            &[("side", "maybe"), ("utm", "a&b"), ("theme", ""), ("SIDE", "access")],
            "?side=access&side=maybe&utm=a%26b&theme=&SIDE=access",
        );
    }

    #[test]
    fn broken_encoding_is_read_all_the_same() {
        check("q=100%&q=%zz", &[], "100% %zz", &[], "?q=100%25+%25zz");
        check("q=%ff", &[], "\u{fffd}", &[], "?q=%EF%BF%BD");
    }

    #[test]
    fn toggling_twice_is_nothing() {
        let (claim, premise) = (ComponentKind::Claim, ComponentKind::Premise);
        let query = Query::default().with_text("dark").toggled(Choice::Component(claim));
        let more = query.toggled(Choice::Component(premise));
        assert!(more.has(Choice::Component(claim)) && more.has(Choice::Component(premise)));
        assert_eq!(more.chosen(Facet::Component).count(), 2);
        assert_eq!(more.chosen(Facet::Theme).count(), 0);
        assert_eq!(more.toggled(Choice::Component(premise)), query);
    }
}
