//! A stretch of an article cut into pieces that are shown differently: components, hits of a search, marks.

use corpus::Span;

/// Cuts `whole` at every border of `layers`. Each piece comes with, for each layer, the index of the shortest of its
/// spans that covers the piece: what stands inside another goes before it. The pieces are in order and make up `whole`
/// exactly.
pub(crate) fn cut<const N: usize>(whole: Span, layers: [&[Span]; N]) -> Vec<(Span, [Option<usize>; N])> {
    let mut borders = vec![whole.start, whole.end];
    for border in layers.iter().flat_map(|layer| layer.iter()).flat_map(|span| [span.start, span.end]) {
        if let (true, Err(at)) = ((whole.start..whole.end).contains(&border), borders.binary_search(&border)) {
            borders.insert(at, border);
        }
    }
    let shortest = |layer: &[Span], piece: Span| {
        let covering = layer.iter().enumerate().filter(|(_, span)| span.contains(piece));
        covering.min_by_key(|(_, span)| span.len()).map(|(n, _)| n)
    };
    borders
        .windows(2)
        .map(|pair| {
            let piece = Span { start: pair[0], end: pair[1] };
            (piece, layers.map(|layer| shortest(layer, piece)))
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
        let nested = cut(span(0, 9), [&[span(0, 9), span(3, 6)]]);
        assert_eq!(nested, [(span(0, 3), [Some(0)]), (span(3, 6), [Some(1)]), (span(6, 9), [Some(0)])]);
        assert_eq!(cut(span(3, 4), [&[], &[]]), [(span(3, 4), [None, None])]);
    }
}
