//! How often mining is right, as the About page tells its readers. `cargo xtask eval` measures it anew and fails where
//! these are not what it finds.

/// Shares in percent, rounded, of the annotated articles (`xtask/src/eval.rs`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Of the statements that annotators marked, those that are found.
    pub(crate) found: u8,
    /// Of the statements that are found, those that annotators marked.
    pub(crate) marked: u8,
    /// Of the statements that are found, those with the speaker that annotators name.
    pub(crate) speaker: u8,
    /// Of the arguments that are found, those with the speaker and on the side that annotators name.
    pub(crate) side: u8,
    /// Of the arguments that annotators put on a side and that are found, those put on the opposite side.
    pub(crate) opposite: u8,
}

/// Of the articles that were looked at while the rules were written.
pub(crate) const LOOKED_AT: Figures = Figures { found: 81, marked: 90, speaker: 88, side: 75, opposite: 0 };

/// Of the articles that were held back.
pub(crate) const HELD_BACK: Figures = Figures { found: 81, marked: 87, speaker: 77, side: 57, opposite: 5 };

/// How much of what is mined from the background reports an editor had to correct: numbers of statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Corrected {
    /// All of them.
    pub(crate) statements: usize,
    /// Those that were wrong in any respect.
    pub(crate) corrected: usize,
    /// Those with another speaker, or with one where none is known, or the reverse.
    pub(crate) speaker: usize,
    /// Those on another side, or on one instead of neither, or the reverse.
    pub(crate) side: usize,
    /// Of these, those on the opposite side.
    pub(crate) opposite: usize,
    /// Those that were cut too long or too short.
    pub(crate) cut: usize,
    /// Those that were not found.
    pub(crate) missed: usize,
}

/// Of the reports whose errors were looked at while rules were mended.
pub(crate) const REPORTS_LOOKED_AT: Corrected =
    Corrected { statements: 419, corrected: 274, speaker: 31, side: 74, opposite: 3, cut: 43, missed: 27 };

/// Of the reports that were held back.
pub(crate) const REPORTS_HELD_BACK: Corrected =
    Corrected { statements: 132, corrected: 108, speaker: 32, side: 28, opposite: 2, cut: 19, missed: 17 };
