//! Several speakers side by side: what each said on the same themes.

use corpus::{Corpus, SpeakerIx, StatementIx, ThemeIx};

use crate::sort_by_key;

/// What speakers said on one theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The theme; none for what turns on none.
    pub theme: Option<ThemeIx>,
    /// For each speaker what he said on it, in order of time.
    pub said: Vec<Vec<StatementIx>>,
    /// How the sides that they take here compare; nothing where fewer than two take any.
    pub stand: Option<Stand>,
}

/// How the sides of several speakers compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// All take the same one.
    Same,
    /// No two take the same one.
    Different,
    /// Some of what they say is on the same side and some is not.
    Mixed,
}

/// What these speakers said, theme by theme: themes on which two or more of them speak first, then the others, each in the
/// order of the debate, then what turns on no theme. What turns on several themes stands with each.
pub fn side_by_side(corpus: &Corpus<'_>, speakers: &[SpeakerIx]) -> Vec<Row> {
    let themes = (0..corpus.debate.themes.len()).map(|n| Some(ThemeIx::new(n)));
    let mut rows: Vec<Row> = themes.chain([None]).map(|theme| row(corpus, speakers, theme)).collect();
    rows.retain(|row| row.said.iter().any(|said| !said.is_empty()));
    sort_by_key(&mut rows, |row| (row.theme.is_none(), !row.is_shared()));
    rows
}

impl Row {
    /// Whether two or more speak on it.
    pub fn is_shared(&self) -> bool {
        self.said.iter().filter(|said| !said.is_empty()).count() > 1
    }
}

fn row(corpus: &Corpus<'_>, speakers: &[SpeakerIx], theme: Option<ThemeIx>) -> Row {
    let mut said = vec![Vec::new(); speakers.len()];
    for (n, statement) in corpus.statements.iter().enumerate() {
        let turns_on = theme.map_or(statement.themes.is_empty(), |theme| statement.themes.contains(&theme));
        let speaker = speakers.iter().position(|ix| statement.speaker == Some(*ix));
        if let (true, Some(speaker)) = (turns_on, speaker) {
            said[speaker].push(StatementIx::new(n));
        }
    }
    let stand = theme.and_then(|_| stand(corpus, &said));
    Row { theme, said, stand }
}

fn stand(corpus: &Corpus<'_>, said: &[Vec<StatementIx>]) -> Option<Stand> {
    // A debate has at most six sides: a set of them is a few bits.
    let bit = |ix: &StatementIx| corpus.statements[ix.get()].side.map_or(0, |side| 1_u32 << side.0.min(31));
    let sides = |said: &Vec<StatementIx>| said.iter().map(bit).fold(0, |set, bit| set | bit);
    let taken: Vec<u32> = said.iter().map(sides).filter(|set| *set != 0).collect();
    let all = taken.iter().fold(0, |all, set| all | set);
    match taken.len() {
        0 | 1 => None,
        _ if all.count_ones() == 1 => Some(Stand::Same),
        _ if taken.iter().map(|set| set.count_ones()).sum::<u32>() == all.count_ones() => Some(Stand::Different),
        _ => Some(Stand::Mixed),
    }
}

#[cfg(test)]
mod tests {
    use corpus::SideIx;

    use super::*;
    use crate::fixture;

    /// Themes: 0 is shared, 1 has nothing, 2 has Zoe alone.
    fn rows(speakers: &[u32]) -> Vec<(Option<u16>, Vec<Vec<u32>>)> {
        let speakers: Vec<SpeakerIx> = speakers.iter().copied().map(SpeakerIx).collect();
        let numbers = |said: &Vec<StatementIx>| said.iter().map(|ix| ix.0).collect();
        let shown = |row: &Row| (row.theme.map(|theme| theme.0), row.said.iter().map(numbers).collect());
        side_by_side(&fixture::corpus(), &speakers).iter().map(shown).collect()
    }

    #[test]
    fn what_they_share_comes_first() {
        assert_eq!(rows(&[3, 0]), [(Some(0), vec![vec![1], vec![0]]), (Some(2), vec![vec![1, 2, 4], vec![]])]);
        assert_eq!(rows(&[1, 3, 0])[2], (None, vec![vec![3], vec![], vec![]]));
        assert_eq!(rows(&[2]), []);
        assert_eq!(rows(&[]), []);
    }

    #[test]
    fn sides_compare() {
        let mut corpus = fixture::corpus();
        let mut check = |zoe: [Option<u8>; 3], ann: Option<u8>, expected| {
            for (n, side) in [(1, zoe[0]), (2, zoe[1]), (4, zoe[2]), (0, ann)] {
                corpus.statements[n].side = side.map(SideIx);
                corpus.statements[n].themes = vec![ThemeIx(0)];
            }
            assert_eq!(side_by_side(&corpus, &[SpeakerIx(3), SpeakerIx(0)])[0].stand, expected);
        };
        check([Some(0), None, Some(0)], Some(0), Some(Stand::Same));
        check([Some(1), None, Some(1)], Some(0), Some(Stand::Different));
        check([Some(1), Some(0), None], Some(0), Some(Stand::Mixed));
        check([Some(1), Some(0), None], None, None);
        check([None; 3], Some(1), None);
    }
}
