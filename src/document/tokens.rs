//! The site's colours, as `styles/tokens.css` has them, for what shows them without a style sheet.

const TOKENS: &str = include_str!("../../styles/tokens.css");

/// How the dark theme begins.
const DARK: &str = "prefers-color-scheme: dark";

/// A colour of the light theme, `#rrggbb`.
pub(super) fn light(name: &str) -> Option<&'static str> {
    first(TOKENS, name)
}

/// A colour of the dark theme.
pub(super) fn dark(name: &str) -> Option<&'static str> {
    first(TOKENS.split_once(DARK)?.1, name)
}

fn first(tokens: &'static str, name: &str) -> Option<&'static str> {
    let (_, value) = tokens.split_once(&format!("--{name}: "))?;
    value.get(..7).filter(|colour| colour.starts_with('#'))
}
