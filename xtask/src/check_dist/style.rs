//! The addresses of a style sheet, read by a tokenizer of CSS Syntax: `url()` in either form, and `@import`.

use cssparser::{Parser, ParserInput, Token};

use super::page::{Reference, Role};

/// Reads a style sheet; nothing that is in it makes this fail.
pub(crate) fn read(css: &str) -> Vec<Reference> {
    let mut input = ParserInput::new(css);
    let mut found = Vec::new();
    walk(&mut Parser::new(&mut input), &mut found, false);
    found
}

/// Whether the first string is an address: so it is in `url()` and after `@import`.
fn walk(parser: &mut Parser<'_, '_>, found: &mut Vec<Reference>, is_address: bool) {
    let mut is_address = is_address;
    let mut directive = "img-src";
    loop {
        let line = parser.current_source_location().line as usize + 1;
        let Ok(token) = parser.next().cloned() else { return };
        let mut refer = |address: &str| {
            // A place in the same document (a mask, a filter) is nothing to fetch.
            if !address.starts_with('#') {
                found.push(Reference { address: address.into(), line, role: Role::Fetched(directive) });
            }
        };
        match &token {
            Token::UnquotedUrl(address) => refer(address),
            Token::QuotedString(address) if is_address => refer(address),
            Token::AtKeyword(name) => {
                is_address = name.eq_ignore_ascii_case("import");
                directive = match &**name {
                    "import" => "style-src",
                    "font-face" => "font-src",
                    _ => "img-src",
                };
                continue;
            }
            Token::Function(_) | Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock => {
                let inner = matches!(&token, Token::Function(name) if name.eq_ignore_ascii_case("url"));
                let is_font = directive == "font-src";
                let _ = parser.parse_nested_block(|block| {
                    let before = found.len();
                    walk(block, found, inner);
                    if is_font {
                        for new in found.iter_mut().skip(before) {
                            new.role = Role::Fetched("font-src");
                        }
                    }
                    Ok::<_, cssparser::ParseError<'_, ()>>(())
                });
                if token == Token::CurlyBracketBlock {
                    directive = "img-src";
                }
            }
            _ => {}
        }
        if !matches!(token, Token::Function(_)) {
            is_address = false;
        }
    }
}
