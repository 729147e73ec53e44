//! How a reader writes dates and numbers, and in which language the interface speaks to him.

use corpus::{Date, PartialDate};

use super::english::ENGLISH;
use super::german::GERMAN;
use super::{Words, fill};

/// A language and the way in which a country writes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// English, the day before the month: how pages are prerendered.
    #[default]
    English,
    /// English, the month before the day.
    American,
    /// German.
    German,
}

impl Locale {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::English, Self::American, Self::German];

    /// One of each language, in the order in which a reader is offered them.
    pub const LANGUAGES: [Self; 2] = [Self::English, Self::German];

    /// The name of its language, in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::English | Self::American => "English",
            Self::German => "Deutsch",
        }
    }

    /// Its language alone (BCP 47).
    pub const fn language(self) -> &'static str {
        match self {
            Self::English | Self::American => "en",
            Self::German => "de",
        }
    }

    /// As documents say which language they are in (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::American => "en-US",
            Self::German => "de",
        }
    }

    /// The locale for a language tag of a browser's: `de-AT` is German, whatever is not known none.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let language = tag.split('-').next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "en" if tag.eq_ignore_ascii_case("en-us") => Some(Self::American),
            "en" => Some(Self::English),
            "de" => Some(Self::German),
            _ => None,
        }
    }

    /// The locale of a reader who has chosen a language or none, and whose browser prefers these: the first of his language,
    /// or else what he chose, or what the site is written in.
    pub fn preferred(chosen: Option<Self>, tags: impl IntoIterator<Item = String>) -> Self {
        let fits = |locale: &Self| chosen.is_none_or(|chosen| chosen.language() == locale.language());
        let spoken = tags.into_iter().filter_map(|tag| Self::of_tag(&tag)).find(fits);
        spoken.or(chosen).unwrap_or_default()
    }

    /// The texts of its language.
    pub(crate) fn words(self) -> &'static Words {
        match self {
            Self::English | Self::American => &ENGLISH,
            Self::German => &GERMAN,
        }
    }

    /// A number with its thousands set off: `12,345`.
    pub(crate) fn number(self, n: usize) -> String {
        let digits = n.to_string();
        let mark = if self == Self::German { '.' } else { ',' };
        let mut number = String::new();
        for (at, digit) in digits.char_indices() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                number.push(mark);
            }
            number.push(digit);
        }
        number
    }

    /// A day: `10 October 2017`.
    pub(crate) fn date(self, date: Date) -> String {
        let template = match self {
            Self::English => "{0} {1} {2}",
            Self::American => "{1} {0}, {2}",
            Self::German => "{0}. {1} {2}",
        };
        fill(template, &[&date.day(), &self.month_name(date), &date.year()])
    }

    /// A month: `October 2017`.
    pub(crate) fn month(self, date: Date) -> String {
        format!("{} {}", self.month_name(date), date.year())
    }

    /// As much of a date as is known.
    pub(crate) fn partial_date(self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(date) => self.date(date),
            PartialDate::Month(date) => self.month(date),
            PartialDate::Year(date) => date.year().to_string(),
        }
    }

    fn month_name(self, date: Date) -> &'static str {
        self.words().months[usize::from(date.month() - 1) % 12]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_are_written_as_the_country_does() {
        let date = Date::new(2017, 3, 1).unwrap_or_else(|| unreachable!("there is such a day"));
        for (locale, day, month, number) in [
            (Locale::English, "1 March 2017", "March 2017", "1,234,567"),
            (Locale::American, "March 1, 2017", "March 2017", "1,234,567"),
            (Locale::German, "1. März 2017", "März 2017", "1.234.567"),
        ] {
            assert_eq!((locale.date(date), locale.month(date)), (day.into(), month.into()));
            assert_eq!(locale.number(1_234_567), number);
            assert_eq!(locale.number(123), "123");
            assert_eq!(Locale::of_tag(locale.tag()), Some(locale));
        }
        assert_eq!(
            [Locale::of_tag("de-AT"), Locale::of_tag("en"), Locale::of_tag("EN-us")].map(Option::unwrap_or_default),
            [Locale::German, Locale::English, Locale::American]
        );
        assert_eq!([Locale::of_tag("fr"), Locale::of_tag("")], [None, None]);
    }

    #[test]
    fn a_choice_goes_before_what_the_browser_prefers_but_the_country_is_the_browsers() {
        for (chosen, tags, expected) in [
            (None, "en-GB", Locale::English),
            (None, "fr,de-CH,en-US", Locale::German),
            (None, "fr", Locale::English),
            (None, "", Locale::English),
            (Some(Locale::German), "en-US", Locale::German),
            (Some(Locale::English), "de,en-US", Locale::American),
            (Some(Locale::English), "de", Locale::English),
            (Some(Locale::American), "en-GB,en-US", Locale::English),
        ] {
            assert_eq!(Locale::preferred(chosen, tags.split(',').map(String::from)), expected, "{chosen:?} {tags}");
        }
    }
}
