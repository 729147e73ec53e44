//! Text in XML: what feeds and sitemaps have in common.

/// A text as it stands in an element or, between double quotes, in an attribute. The signs that XML cannot have at all
/// (<https://www.w3.org/TR/xml/#charsets>: controls, and two of Unicode that are no characters) become U+FFFD.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // As it is, a reader makes a line feed of it.
            '\r' => escaped.push_str("&#13;"),
            '\t' | '\n' => escaped.push(sign),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push(char::REPLACEMENT_CHARACTER),
            _ => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_means_something_to_xml_is_escaped() {
        assert_eq!(escaped("a<b> & \"c\"]]>\r\n\t"), "a&lt;b&gt; &amp; &quot;c&quot;]]&gt;&#13;\n\t");
        assert_eq!(escaped("\0\u{b}\u{ffff}\u{85}é𝄞"), "\u{fffd}\u{fffd}\u{fffd}\u{85}é𝄞");
    }
}
