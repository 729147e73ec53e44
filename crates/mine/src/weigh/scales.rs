//! What is weighed of one statement: how far each side is ahead, and why.

use std::cmp::Reverse;

use corpus::{Component, Evidence, Inference, Rule, SideIx, Span, ThemeIx};

use super::{MARGIN, Weighed, evidence};

/// What speaks for each side of one statement, and what else bears on it.
pub(super) struct Scales {
    /// Hundredths of a point that each side has, by its place.
    pub(super) points: Vec<i16>,
    /// Strongest first.
    pub(super) themes: Vec<ThemeIx>,
    /// The first word that judges, warns or demands.
    pub(super) judging: Option<Span>,
    /// Whether a word condemns, praises or demands outright.
    pub(super) evaluates: bool,
    /// Whether it reasons: by cause, condition, comparison, or in the name of a group.
    pub(super) reasons: bool,
    /// The reporting words, where they speak for or against what follows.
    pub(super) stance: Option<Span>,
    /// The reporting word, where it says that the speaker argues: "argued", "warned".
    pub(super) arguing: Option<Span>,
    /// Where the speaker stands, by other evidence than this statement.
    pub(super) prior: Option<SideIx>,
    /// Whether that alone makes it an argument.
    pub(super) by_speaker: bool,
    pub(super) why: Vec<Evidence>,
}

impl Scales {
    pub(super) fn add(&mut self, side: SideIx, weight: i16, rule: Rule, words: Option<Span>) {
        if let Some(points) = self.points.get_mut(side.get()) {
            *points = points.saturating_add(weight);
            self.why.push(evidence(Inference::Side, rule, words, Some(side), weight));
        }
    }

    /// The leading side and by how much it leads.
    pub(super) fn lead(&self) -> (SideIx, i16) {
        let best = (0..self.points.len()).max_by_key(|n| (self.points[*n], Reverse(*n))).unwrap_or_default();
        let next = (0..self.points.len()).filter(|n| *n != best).map(|n| self.points[n]).max().unwrap_or_default();
        (SideIx::new(best), self.points.get(best).copied().unwrap_or_default().saturating_sub(next))
    }

    pub(super) fn settled(&self) -> Option<SideIx> {
        let (side, lead) = self.lead();
        (lead >= MARGIN).then_some(side)
    }

    pub(super) fn takes_a_stand(&self) -> bool {
        self.judging.or(self.stance).is_some()
    }

    pub(super) fn weighed(mut self, argument: bool, side: Option<SideIx>, components: Vec<Component>) -> Weighed {
        self.why.sort_by_key(|why| why.of);
        Weighed { argument, components, side, themes: self.themes, why: self.why }
    }
}
