//! How far mining is, for who waits: in place on a terminal, line by line where the output goes elsewhere. What is done at
//! once says nothing.

use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Nothing is said before: most folders are mined sooner.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often a terminal is told, and how often a log.
const OFTEN: Duration = Duration::from_millis(100);
const SELDOM: Duration = Duration::from_secs(5);

/// What stands on standard error, which is where it goes: what a task prints may be read by another program.
pub(crate) struct Progress {
    started: Instant,
    interval: Duration,
    /// When something was last said, since the start.
    said: Mutex<Option<Duration>>,
}

impl Progress {
    pub(crate) fn start() -> Self {
        let interval = if std::io::stderr().is_terminal() { OFTEN } else { SELDOM };
        Self { started: Instant::now(), interval, said: Mutex::new(None) }
    }

    /// So many articles are done.
    pub(crate) fn show(&self, done: usize, of: usize) {
        // Whoever does not get hold of it leaves it to who has.
        let Ok(mut said) = self.said.try_lock() else { return };
        let now = self.started.elapsed();
        let ends = done == of && said.is_some();
        if !ends && !is_due(now, *said, self.interval) {
            return;
        }
        *said = Some(now);
        let line = line(done, of);
        // A terminal's line is written over by the next one. Where nobody can be told, nobody waits.
        let _ = if self.interval == OFTEN {
            write!(std::io::stderr(), "\r{line}\x1b[K")
        } else {
            writeln!(std::io::stderr(), "{line}")
        };
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        let said = self.said.get_mut().is_ok_and(|said| said.is_some());
        if said && self.interval == OFTEN {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

/// Whether it is time to say something again.
fn is_due(now: Duration, said: Option<Duration>, interval: Duration) -> bool {
    now >= said.map_or(PATIENCE, |said| said + interval)
}

fn line(done: usize, of: usize) -> String {
    format!("mined {} of {} articles", grouped(done), grouped(of))
}

/// A number with a comma before each three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_can_be_read() {
        assert_eq!(line(1200, 10_000), "mined 1,200 of 10,000 articles");
        assert_eq!([0, 12, 999, 1000, 1_234_567].map(grouped), ["0", "12", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn what_takes_no_time_says_nothing_and_what_does_not_too_much() {
        let at = Duration::from_millis;
        assert!(!is_due(at(999), None, OFTEN));
        assert!(is_due(at(1000), None, SELDOM));
        assert!(!is_due(at(5999), Some(at(1000)), SELDOM));
        assert!(is_due(at(6000), Some(at(1000)), SELDOM));
    }
}
