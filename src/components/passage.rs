//! A stretch of an article cut into pieces that are shown differently: components, hits of a search, marks.

use corpus::Span;

/// Cuts `whole` at every border of `layers`. Each piece comes with, for each layer, the index of the first of its
/// spans that covers the piece. The pieces are in order and make up `whole` exactly.
pub(crate) fn cut<const N: usize>(whole: Span, layers: [&[Span]; N]) -> Vec<(Span, [Option<usize>; N])> {
    let mut borders: Vec<u32> =
        layers.iter().flat_map(|layer| layer.iter()).flat_map(|span| [span.start, span.end]).collect();
    borders.retain(|border| (whole.start..whole.end).contains(border));
    borders.extend([whole.start, whole.end]);
    borders.sort_unstable();
    borders.dedup();
    borders
        .windows(2)
        .map(|pair| {
            let piece = Span { start: pair[0], end: pair[1] };
            (piece, layers.map(|layer| layer.iter().position(|span| span.contains(piece))))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_make_up_the_whole() {
        let span = |start, end| Span { start, end };
        let pieces = cut(span(10, 30), [&[span(10, 20), span(20, 30)], &[span(5, 12), span(18, 22)]]);
        assert_eq!(
            pieces,
            [
                (span(10, 12), [Some(0), Some(0)]),
                (span(12, 18), [Some(0), None]),
                (span(18, 20), [Some(0), Some(1)]),
                (span(20, 22), [Some(1), Some(1)]),
                (span(22, 30), [Some(1), None]),
            ]
        );
        assert_eq!(cut(span(3, 4), [&[], &[]]), [(span(3, 4), [None, None])]);
    }
}
