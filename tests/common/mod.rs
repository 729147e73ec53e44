//! What tests of rendered pages share.

/// The text of some HTML: without tags and comments, entities resolved.
pub(crate) fn text(html: &str) -> String {
    let tags = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    html_escape::decode_html_entities(&tags.collect::<String>()).into_owned()
}
