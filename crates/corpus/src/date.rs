//! A day, as articles give it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A day, if there is such a day between the years 1000 and 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1000..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// The year alone.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }
}

/// ISO 8601: `2017-10-10`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A day, a month or a year: as much of a date as is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartialDate {
    /// All of it.
    Day(Date),
    /// A month of a year: that month's first day stands for it.
    Month(Date),
    /// A year: its first day stands for it.
    Year(Date),
}

impl PartialDate {
    /// Its first day.
    pub fn first(self) -> Date {
        match self {
            Self::Day(date) | Self::Month(date) | Self::Year(date) => date,
        }
    }

    /// Its last day, or a later one that the calendar does not have: made for comparison.
    pub fn last(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month(date) => Date { day: 31, ..date },
            Self::Year(date) => Date { month: 12, day: 31, ..date },
        }
    }
}

/// ISO 8601, reduced where it is not known: `2017-10-10`, `2017-10` or `2017`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => date.fmt(f),
            Self::Month(date) => write!(f, "{:04}-{:02}", date.year, date.month),
            Self::Year(date) => write!(f, "{:04}", date.year),
        }
    }
}

impl FromStr for PartialDate {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, ParseDateError> {
        match text.len() {
            4 => format!("{text}-01-01").parse().map(Self::Year),
            7 => format!("{text}-01").parse().map(Self::Month),
            _ => text.parse().map(Self::Day),
        }
    }
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseDateError {
    /// Not of the form `2017-10-10`.
    Form,
    /// Of that form, but the calendar has no such day.
    NoSuchDay,
}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, ParseDateError> {
        let shape = text.bytes().map(|b| if b.is_ascii_digit() { b'0' } else { b });
        if !shape.eq(*b"0000-00-00") {
            return Err(ParseDateError::Form);
        }
        let number = |range| text.get(range).and_then(|digits: &str| digits.parse::<u16>().ok());
        let small = |range| number(range).and_then(|n| u8::try_from(n).ok());
        match (number(0..4), small(5..7), small(8..10)) {
            (Some(year), Some(month), Some(day)) => Self::new(year, month, day).ok_or(ParseDateError::NoSuchDay),
            _ => Err(ParseDateError::Form),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_follow_the_calendar() {
        for (text, expected) in [
            ("2017-10-10", Ok(())),
            ("2016-02-29", Ok(())),
            ("2017-02-29", Err(ParseDateError::NoSuchDay)),
            ("1900-02-29", Err(ParseDateError::NoSuchDay)),
            ("2017-13-01", Err(ParseDateError::NoSuchDay)),
            ("2017-00-01", Err(ParseDateError::NoSuchDay)),
            ("0000-01-01", Err(ParseDateError::NoSuchDay)),
            ("2017-1-01", Err(ParseDateError::Form)),
            ("2017/10/10", Err(ParseDateError::Form)),
            ("２０17-10-10", Err(ParseDateError::Form)),
            ("", Err(ParseDateError::Form)),
        ] {
            let parsed = text.parse::<Date>();
            assert_eq!(parsed.map(|_| ()), expected, "{text}");
            if let Ok(date) = parsed {
                assert_eq!(date.to_string(), text);
            }
        }
    }

    #[test]
    fn a_date_can_be_known_in_part() {
        for (text, expected) in [
            ("2017-10-10", Ok(())),
            ("2017-10", Ok(())),
            ("2017", Ok(())),
            ("2017-13", Err(ParseDateError::NoSuchDay)),
            ("17", Err(ParseDateError::Form)),
            ("2017-1", Err(ParseDateError::Form)),
            ("Oct 201", Err(ParseDateError::Form)),
        ] {
            let parsed = text.parse::<PartialDate>();
            assert_eq!(parsed.map(|_| ()), expected, "{text}");
            if let Ok(date) = parsed {
                assert_eq!(date.to_string(), text);
            }
        }
    }
}
