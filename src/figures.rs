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
pub(crate) const LOOKED_AT: Figures = Figures { found: 80, marked: 90, speaker: 85, side: 74, opposite: 0 };

/// Of the articles that were held back.
pub(crate) const HELD_BACK: Figures = Figures { found: 82, marked: 90, speaker: 81, side: 58, opposite: 5 };
