//! The time of a corpus, cut into periods: days, months, years or decades, by how much time there is.

use std::iter::successors;
use std::ops::Range;

use corpus::{Corpus, Date, PartialDate, Position, StatementIx};

/// Periods that are told apart. More bars than this are hard to tell apart on a wide screen and to hit on a narrow one.
const MOST_PERIODS: usize = 60;

/// Periods without an article from which on they are drawn as one: fewer leave a hole that is read as time passing.
const LONG_GAP: usize = 4;

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A day.
    Day,
    /// A month of a year.
    Month,
    /// A year.
    Year,
    /// Ten years, from one that ends in 0.
    Decade,
}

/// A period, or a long gap between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first day, month or year.
    pub from: PartialDate,
    /// Its last.
    pub to: PartialDate,
    /// Its articles, as places in the corpus. Without any it is a gap.
    pub articles: Range<usize>,
    /// Whether it stands for several periods without an article.
    pub is_long: bool,
}

/// The time from the first article to the last, cut into periods that follow each other without a hole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Periods {
    /// How long each is.
    pub step: Step,
    /// In order of time; nothing for a corpus without articles.
    pub list: Vec<Period>,
}

impl Periods {
    /// The periods of a corpus: the shortest of which there are not too many.
    pub fn of(corpus: &Corpus<'_>) -> Self {
        let (Some(first), Some(last)) = (corpus.articles.first(), corpus.articles.last()) else {
            return Self { step: Step::Day, list: Vec::new() };
        };
        let few = |step: &&Step| step.days(first.date, last.date).nth(MOST_PERIODS).is_none();
        let step = [Step::Day, Step::Month, Step::Year].iter().find(few).copied().unwrap_or(Step::Decade);
        let mut list = Vec::new();
        let mut article = 0;
        for day in step.days(first.date, last.date) {
            let (from, to) = step.period(day);
            let rest = &corpus.articles[article..]; // in order of date
            let end = article + rest.partition_point(|article| article.date <= to.last());
            list.push(Period { from, to, articles: article..end, is_long: false });
            article = end;
        }
        Self { step, list: without_long_gaps(list) }
    }

    /// For each period how many of these statements take each of the positions.
    pub fn count(&self, corpus: &Corpus<'_>, statements: &[StatementIx], positions: &[Position]) -> Vec<Vec<usize>> {
        let mut counts = vec![vec![0; positions.len()]; self.list.len()];
        for statement in statements.iter().map(|ix| &corpus.statements[ix.get()]) {
            let period = self.at(corpus.article_of(statement).date);
            let position = positions.iter().position(|position| *position == statement.position());
            if let (Some(period), Some(position)) = (period, position) {
                counts[period][position] += 1;
            }
        }
        counts
    }

    /// The periods that a stretch of time touches; none where it touches none.
    pub fn within(&self, from: Option<PartialDate>, to: Option<PartialDate>) -> Range<usize> {
        let start = from.map_or(0, |from| self.list.partition_point(|period| period.to.last() < from.first()));
        let end = to.map_or(self.list.len(), |to| self.list.partition_point(|period| period.from.first() <= to.last()));
        start..end.max(start)
    }

    /// The period in which a day lies.
    fn at(&self, date: Date) -> Option<usize> {
        let after = self.list.partition_point(|period| period.from.first() <= date);
        after.checked_sub(1).filter(|n| date <= self.list[*n].to.last())
    }
}

impl Period {
    /// Whether no article is of this time.
    pub fn is_gap(&self) -> bool {
        self.articles.is_empty()
    }
}

impl Step {
    /// The first day of each period from that of one day to that of another.
    fn days(self, first: Date, last: Date) -> impl Iterator<Item = Date> {
        successors(Some(self.period(first).0.first()), move |day| self.after(*day)).take_while(move |day| *day <= last)
    }

    /// The period in which a day lies: its first and last day, month or year.
    fn period(self, day: Date) -> (PartialDate, PartialDate) {
        let start = |year, month| Date::new(year, month, 1).unwrap_or(day);
        let year = |year| PartialDate::Year(start(year, 1));
        let decade = day.year() / 10 * 10;
        match self {
            Self::Day => (PartialDate::Day(day), PartialDate::Day(day)),
            Self::Month => {
                let month = PartialDate::Month(start(day.year(), day.month()));
                (month, month)
            }
            Self::Year => (year(day.year()), year(day.year())),
            Self::Decade => (year(decade), year(decade + 9)),
        }
    }

    /// The first day of the period after the one that begins on `day`.
    fn after(self, day: Date) -> Option<Date> {
        let (year, month) = (day.year(), day.month());
        let next_year = || Date::new(year + 1, 1, 1);
        let next_month = || Date::new(year, month + 1, 1).or_else(next_year);
        match self {
            Self::Day => Date::new(year, month, day.day() + 1).or_else(next_month),
            Self::Month => next_month(),
            Self::Year => next_year(),
            Self::Decade => Date::new(year + 10, 1, 1),
        }
    }
}

/// The same with one period in place of many without an article.
fn without_long_gaps(list: Vec<Period>) -> Vec<Period> {
    let mut shorter: Vec<Period> = Vec::new();
    for stretch in list.chunk_by(|one, next| one.is_gap() && next.is_gap()) {
        match stretch {
            [first, .., last] if stretch.len() >= LONG_GAP => {
                shorter.push(Period { to: last.to, is_long: true, ..first.clone() });
            }
            _ => shorter.extend_from_slice(stretch),
        }
    }
    shorter
}

#[cfg(test)]
mod tests {
    use corpus::SideIx;

    use super::*;
    use crate::fixture;

    /// A corpus with an article on each of these days.
    fn on(days: &[&str]) -> Corpus<'static> {
        let mut corpus = fixture::corpus();
        let article = corpus.articles[0].clone();
        let of = |date| corpus::Article { date, ..article.clone() };
        corpus.articles = days.iter().filter_map(|day| day.parse().ok()).map(of).collect();
        assert_eq!(corpus.articles.len(), days.len(), "there are such days");
        corpus
    }

    /// Each period in short: `2017`, `2017..2019`, with its number of articles.
    fn shown(periods: &Periods) -> Vec<(String, usize)> {
        let name = |period: &Period| match period.from == period.to {
            true => period.from.to_string(),
            false => format!("{}..{}", period.from, period.to),
        };
        periods.list.iter().map(|period| (name(period), period.articles.len())).collect()
    }

    #[track_caller]
    fn check(days: &[&str], step: Step, expected: &[(&str, usize)]) {
        let periods = Periods::of(&on(days));
        let expected: Vec<_> = expected.iter().map(|(name, articles)| (name.to_string(), *articles)).collect();
        assert_eq!((periods.step, shown(&periods)), (step, expected));
    }

    #[test]
    fn the_span_of_the_corpus_settles_how_long_a_period_is() {
        check(&[], Step::Day, &[]);
        check(&["2017-10-10"], Step::Day, &[("2017-10-10", 1)]);
        check(
            &["2016-02-28", "2016-02-28", "2016-03-01"],
            Step::Day,
            &[("2016-02-28", 2), ("2016-02-29", 0), ("2016-03-01", 1)],
        );
        check(&["2019-12-31", "2020-01-01"], Step::Day, &[("2019-12-31", 1), ("2020-01-01", 1)]);
        check(
            &["2019-11-30", "2020-02-01", "2020-02-29"],
            Step::Month,
            &[("2019-11", 1), ("2019-12", 0), ("2020-01", 0), ("2020-02", 2)],
        );
        check(
            &["1993-04-16", "1994-06-01", "2000-01-01"],
            Step::Year,
            &[("1993", 1), ("1994", 1), ("1995..1999", 0), ("2000", 1)],
        );
        check(
            &["1899-12-31", "1905-06-01", "1960-06-01"],
            Step::Decade,
            &[("1890..1899", 1), ("1900..1909", 1), ("1910..1959", 0), ("1960..1969", 1)],
        );
        check(&["1000-01-01", "9999-12-31"], Step::Decade, &[("1000..1009", 1), ("1010..9989", 0), ("9990..9999", 1)]);
    }

    #[test]
    fn as_many_days_as_fit_are_days() {
        check_step("2017-01-01", "2017-03-01", Step::Day);
        check_step("2017-01-01", "2017-03-02", Step::Month);
        check_step("2017-01-31", "2021-12-01", Step::Month);
        check_step("2017-01-31", "2022-01-01", Step::Year);
        check_step("1950-12-31", "2009-01-01", Step::Year);
        check_step("1950-12-31", "2010-01-01", Step::Decade);
    }

    #[track_caller]
    fn check_step(first: &str, last: &str, step: Step) {
        assert_eq!(Periods::of(&on(&[first, last])).step, step);
    }

    #[test]
    fn short_gaps_stay_and_long_ones_become_one() {
        let gaps = |last| {
            Periods::of(&on(&["1980", "2000", last].map(|year| format!("{year}-06-01")).each_ref().map(String::as_str)))
                .list
        };
        assert_eq!(
            gaps("2004").iter().filter(|period| period.is_gap()).map(|period| period.is_long).collect::<Vec<_>>(),
            [true, false, false, false]
        );
        assert_eq!(
            gaps("2005").iter().filter(|period| period.is_gap()).map(|period| period.is_long).collect::<Vec<_>>(),
            [true, true]
        );
    }

    #[test]
    fn every_statement_counts_in_the_period_of_its_article() {
        let corpus = fixture::corpus(); // of 2017 and 2019
        let periods = Periods::of(&corpus);
        assert_eq!(periods.step, Step::Month);
        let all: Vec<StatementIx> = (0..corpus.statements.len()).map(StatementIx::new).collect();
        let positions = [Position::Side(SideIx(0)), Position::Side(SideIx(1)), Position::Neither];
        let counts = periods.count(&corpus, &all, &positions);
        assert_eq!((counts.first(), counts.last()), (Some(&vec![2, 1, 1]), Some(&vec![0, 1, 1])));
        assert_eq!(counts.iter().flatten().sum::<usize>(), all.len());
        assert_eq!(periods.count(&corpus, &all, &positions[1..2]).iter().flatten().sum::<usize>(), 2);
    }

    #[test]
    fn a_stretch_of_time_touches_periods() {
        let periods = Periods::of(&on(&["1993-04-16", "1994-06-01", "2000-01-01"]));
        let within = |from: &str, to: &str| periods.within(from.parse().ok(), to.parse().ok());
        assert_eq!(within("", ""), 0..4);
        assert_eq!(within("1994-12-31", ""), 1..4);
        assert_eq!(within("", "1994"), 0..2);
        assert_eq!(within("1996", "1997"), 2..3, "inside a gap");
        assert_eq!(within("1994-03", "1999-01-01"), 1..3);
        assert_eq!(within("2001", ""), 4..4);
        assert_eq!(within("", "1992"), 0..0);
        assert!(within("2000", "1993").is_empty(), "turned around");
    }
}
