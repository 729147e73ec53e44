//! What holds in every style sheet: it lays out either way of writing, and colours have one place.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use rejoinder::document::terse;

/// The only file that says what a colour is.
const COLOURS: &str = "tokens.css";

/// Colours that are not ours to choose: the text's own, none, and those of the reader's system.
const NAMES: [&str; 18] = [
    "black", "white", "gray", "grey", "silver", "red", "maroon", "orange", "yellow", "olive", "lime", "green", "aqua",
    "teal", "blue", "navy", "purple", "pink",
];

/// The declarations of a style sheet: property and value.
fn declarations(css: &str) -> Vec<(String, String)> {
    let plain = terse(css);
    // What stands before a brace is a selector.
    let pieces = plain.split([';', '}']).filter_map(|piece| piece.rsplit('{').next());
    let declaration = |piece: &str| {
        let (property, value) = piece.split_once(':')?;
        let property = property.trim();
        let is_property = property.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        is_property.then(|| (property.to_string(), value.trim().to_string()))
    };
    pieces.filter_map(declaration).collect()
}

/// Whether a declaration means another place where lines run from right to left.
fn is_physical(property: &str, value: &str) -> bool {
    let physical = |word: &str| matches!(word, "left" | "right");
    let unequal = || {
        let mut depth = 0;
        let apart = |c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth == 0 && c == ' '
        };
        let sides: Vec<&str> = value.split(apart).collect();
        sides.len() == 4 && sides[1] != sides[3]
    };
    property.split('-').any(physical)
        || value.split(|c: char| !c.is_ascii_alphabetic()).any(physical)
        || matches!(property, "margin" | "padding" | "inset" | "border-width") && unequal()
}

/// Whether a value says what a colour is.
fn is_colour(value: &str) -> bool {
    let function = ["rgb(", "rgba(", "hsl(", "hsla(", "lab(", "lch(", "oklab(", "oklch(", "color("].iter();
    let hex = value.split([' ', ',', '(', ')']).any(|word| word.starts_with('#'));
    hex || function.clone().any(|name| value.contains(name))
        || value.split([' ', ',', '(', ')']).any(|word| NAMES.contains(&word))
}

#[test]
fn styles_are_logical_and_take_colours_from_one_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let mut found = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.ends_with(".css") {
            continue;
        }
        let sheet = fs::read_to_string(&path).unwrap();
        for string in sheet.lines().flat_map(|line| line.split('"').skip(1).step_by(2)) {
            assert!(
                !string.contains("/*") && !string.contains("*/"),
                "{name}: what makes sheets terse cuts {string:?}"
            );
        }
        for (property, value) in declarations(&sheet) {
            found += 1;
            assert!(!is_physical(&property, &value), "{name}: {property}: {value} knows left from right");
            assert!(
                name == COLOURS || !is_colour(&value),
                "{name}: {property}: {value} is a colour; name it in {COLOURS}"
            );
        }
    }
    assert!(found > 100, "the style sheets have {found} declarations");
}

/// The style sheets that are each for a room: what one says of a class, no other says of the same class elsewhere.
const ROOMS: [&str; 8] = ["article", "card", "collection", "filters", "pairs", "speakers", "themes", "timeline"];

#[test]
fn rooms_do_not_share_names() {
    let mut named: Vec<(String, &str)> = Vec::new();
    for room in ROOMS {
        let path = format!("{}/styles/{room}.css", env!("CARGO_MANIFEST_DIR"));
        let sheet = fs::read_to_string(path).unwrap();
        let selectors = sheet.lines().filter(|line| !line.starts_with(' ') && line.starts_with('.'));
        for class in selectors.filter_map(|line| line.strip_suffix(" {").or_else(|| line.strip_suffix(','))) {
            if class[1..].chars().all(|c| c.is_ascii_lowercase() || c == '-') {
                named.push((class.to_owned(), room));
            }
        }
    }
    named.sort();
    named.dedup();
    assert!(named.len() > 50, "{named:?}");
    for pair in named.windows(2) {
        assert_ne!(pair[0].0, pair[1].0, "{} and {} both name it", pair[0].1, pair[1].1);
    }
}

#[test]
fn what_is_terse_says_the_same() {
    let sheet = "/* For all.\n   Of them. */\n\na {\n  color: red; /* why */\n  margin: 0 /* none */ auto;\n}\n/* end";
    assert_eq!(terse(sheet), "a {\ncolor: red;\nmargin: 0  auto;\n}\n");
}

#[test]
fn what_is_not_allowed_is_found() {
    let found = declarations(
        "a { margin-left: 1px; /* color: red; */ text-align: right }\n@media (x: y) { b:hover { color: #123; } }",
    );
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[..2].iter().all(|(property, value)| is_physical(property, value)));
    assert!(is_colour(&found[2].1) && is_colour("1px solid red") && is_colour("rgb(1 2 3)"));
    assert!(
        is_physical("margin", "0 1px 0 2px")
            && !is_physical("margin", "0 1px 0 1px")
            && !is_physical("padding", "1px 2px")
    );
    assert!(is_physical("padding", "0 var(--gap) 0 0") && !is_physical("padding", "0 clamp(1px, 2vw, 3px) 0"));
    assert!(
        !is_colour("var(--teal)") && !is_colour("currentcolor") && !is_physical("margin-inline-start", "var(--gap)")
    );
}
