//! What every site promises of its home page: it can be read before any script runs, and it refuses a WebAssembly that was tampered
//! with.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::{File, KEEPER};

/// Which promises are kept.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Promises {
    /// There are words in the main part of the home page, before any script has put them there.
    has_words: bool,
    /// No script of the home page makes the browser stop on its way to them.
    waits_for_no_script: bool,
    /// The code that starts the app checks every WebAssembly module against a hash.
    wasm_checked: bool,
}

impl Promises {
    /// Those that a site keeps with this home page.
    pub(super) fn of(home: &str, files: &[File]) -> Self {
        Self {
            has_words: has_words(home),
            waits_for_no_script: !scripts(home).any(|(attributes, _)| is_blocking(attributes)),
            wasm_checked: is_wasm_checked(home, files),
        }
    }

    /// Those that are not kept; each a clause.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if !self.has_words {
            faults
                .push("its home page has no words inside `<main>`, so nothing can be read before the app runs".into());
        }
        if !self.waits_for_no_script {
            faults.push("its home page waits for a script (one that is neither a module nor deferred)".into());
        }
        if !self.wasm_checked {
            faults.push("nothing checks its WebAssembly against a hash before it runs".into());
        }
        faults
    }
}

impl fmt::Display for Promises {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let yes = |holds| if holds { "yes" } else { "NO" };
        writeln!(f, "first content readable before any script: {}", yes(self.has_words && self.waits_for_no_script))?;
        writeln!(f, "WebAssembly checked before it runs: {}", yes(self.wasm_checked))
    }
}

/// Elements whose words a reader does not see.
const UNSEEN: [&str; 4] = ["script", "style", "template", "noscript"];

/// Whether a page (tags in small letters) has words in its main part.
fn has_words(page: &str) -> bool {
    let Some((_, main)) = page.split_once("<main") else { return false };
    let main = main.split("</main").next().unwrap_or_default();
    // Each piece is the rest of a tag and the words after it.
    main.split('<').any(|piece| {
        let words = piece.split_once('>').map_or("", |(_, words)| words);
        !words.trim().is_empty() && !UNSEEN.iter().any(|element| piece.starts_with(element))
    })
}

/// Modules and deferred scripts wait for the page; data does not run.
fn is_blocking(attributes: &str) -> bool {
    let words = attributes.replace(['"', '\''], "");
    let mut words = words.split_whitespace();
    let waits = |word: &str| {
        matches!(word, "defer" | "async" | "type=module" | "type=speculationrules" | "type=importmap")
            || (word.starts_with("type=") && word.ends_with("json"))
    };
    !words.any(waits)
}

/// Whether a script asks for integrity, and the hash of every WebAssembly module is there for it.
///
/// This finds that it was forgotten; that it works is for the browser tests to show.
fn is_wasm_checked(home: &str, files: &[File]) -> bool {
    let mut code: Vec<String> = scripts(home).map(|(_, code)| code.to_owned()).collect();
    // What is kept has hashes, too, but is not what runs.
    let scripts = files.iter().filter(|file| file.name.ends_with(".js") && file.name != KEEPER);
    code.extend(scripts.map(File::text));
    let mut modules = files.iter().filter(|file| file.name.ends_with(".wasm"));
    code.iter().any(|script| script.contains("integrity"))
        && modules.all(|module| {
            let hashes = hashes(&module.bytes);
            hashes.iter().any(|hash| home.contains(hash) || code.iter().any(|script| script.contains(hash)))
        })
}

fn hashes(bytes: &[u8]) -> [String; 3] {
    [
        format!("sha256-{}", BASE64.encode(Sha256::digest(bytes))),
        format!("sha384-{}", BASE64.encode(Sha384::digest(bytes))),
        format!("sha512-{}", BASE64.encode(Sha512::digest(bytes))),
    ]
}

/// The scripts of a page that we built ourselves (tags in small letters): attributes and code.
fn scripts(page: &str) -> impl Iterator<Item = (&str, &str)> {
    page.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        Some((attributes, rest.split("</script").next().unwrap_or_default()))
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A home page with a script.
    pub(in super::super) fn page(script: &str) -> String {
        format!(
            "<html><head>{script}</head><body><main><article class=\"x\"><p>Words.</p></article></main></body></html>"
        )
    }

    /// A script that checks this WebAssembly.
    pub(in super::super) fn good_script(wasm: &[u8]) -> String {
        format!("<script type=\"module\">fetch(\"a.wasm\", {{ integrity: \"{}\" }})</script>", hashes(wasm)[1])
    }

    #[test]
    fn first_content_is_there_and_waits_for_no_script() {
        for (words, waits, page) in [
            (true, false, page("<script type=\"module\" src=\"a.js\"></script>")),
            (true, false, page("<script type=\"application/ld+json\">{}</script>")),
            (true, false, page("<script defer src='a.js'></script>")),
            (true, true, page("<script src=\"a.js\"></script>")),
            (true, true, page("<script>1</script>")),
            // Articles in which nobody argues are content too.
            (true, false, "<body><main id=\"x\"><p>No arguments.</p></main></body>".into()),
            (false, false, "<body><p>Words</p><main><p title=\"x\"> </p></main>Words</body>".into()),
            (false, false, "<body><main><noscript>Needs a script</noscript></main></body>".into()),
            (false, true, "<body><main><script>1</script></main></body>".into()),
            (false, false, "<body>Words</body>".into()),
            (false, false, String::new()),
        ] {
            let promises = Promises::of(&page, &[]);
            assert_eq!((promises.has_words, !promises.waits_for_no_script), (words, waits), "{page}");
            let faults = promises.faults();
            let has_fault = |part: &str| faults.iter().any(|fault| fault.contains(part));
            assert_eq!((!has_fault("no words"), has_fault("waits for a script")), (words, waits), "{page}");
        }
    }

    #[test]
    fn the_wasm_must_be_checked_by_a_script() {
        let wasm = File { name: "a.wasm".into(), bytes: b"\0asm".into() };
        let hash = &hashes(&wasm.bytes)[1];
        for (expected, page) in [
            (true, page(&good_script(&wasm.bytes))),
            // The hash stands in a link, and the script takes it from there.
            (true, page(&format!("<link integrity=\"{hash}\"><script>fetch(url, {{ integrity }})</script>"))),
            // Browsers ignore it on a preload.
            (false, page(&format!("<link rel=preload integrity=\"{hash}\"><script>fetch(url)</script>"))),
            (false, page(&good_script(b"another"))),
            (false, page("")),
        ] {
            assert_eq!(is_wasm_checked(&page, std::slice::from_ref(&wasm)), expected, "{page}");
        }
    }
}
