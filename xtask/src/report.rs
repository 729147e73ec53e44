//! What a built site weighs, and whether it keeps what every site promises ([`promises`]). Pure over a list of files.

mod promises;

use std::borrow::Cow;
use std::fmt;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use self::promises::Promises;

/// Most bytes that the WebAssembly and the JavaScript may have together, each file compressed with Brotli: what a reader
/// on a slow line waits for until filters work. The corpus, which is inside the WebAssembly, is taken off: articles weigh
/// what they weigh. A little above what was last measured: to be lowered with it, and raised only for a reason.
pub(crate) const CODE_BUDGET: usize = 287 * 1024;

/// Most bytes that a reader's browser fetches to keep the site for when there is no network, compressed as the report says: the app, what
/// writes files, a page of each kind. A little above what was last measured, as [`CODE_BUDGET`].
pub(crate) const KEPT_BUDGET: usize = 539 * 1024;

/// As hard as Brotli tries at best, which is what hosts do with files that they compress once.
const BEST: u32 = 11;

/// What pages and everything else are compressed with: there can be thousands of them, and nothing is held to their sum. Of the
/// project's own pages it leaves a sixth more than [`BEST`], in an eightieth of the time.
const QUICK: u32 = 5;

/// Base-2 logarithm of Brotli's window: the most that every browser takes, and Brotli's own default.
const BROTLI_WINDOW: u32 = 22;

/// A file of the built site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    /// Path inside the site, with `/`.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// What a built site weighs and promises.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Report {
    /// By kind, in the order of [`KINDS`], then what is fetched on demand, then everything else.
    weights: Vec<Weight>,
    /// Bytes of code (see [`CODE_BUDGET`]), compressed.
    code: usize,
    /// Bytes of what [`KEEPER`] keeps at once, compressed.
    kept: usize,
    promises: Promises,
}

/// All files of a kind.
#[derive(Debug, PartialEq, Eq)]
struct Weight {
    kind: &'static str,
    files: usize,
    raw: usize,
    brotli: usize,
    quality: u32,
}

/// Kinds of files by the end of their name.
const KINDS: [(&str, &str); 4] =
    [(".wasm", "WebAssembly"), (".js", "JavaScript"), (".css", "style sheets"), (".html", "pages")];

/// The kinds that [`CODE_BUDGET`] is about.
const CODE: [&str; 2] = ["WebAssembly", "JavaScript"];

/// What writes files for readers who take something away, by how its names begin: nobody else fetches it.
const ON_DEMAND: &str = "exporter-";

/// The script that pages of others fetch, and none of the site's own.
const FOR_OTHERS: &str = "embed.js";

/// The kind of [`ON_DEMAND`].
const WRITER: &str = "file writer";

/// What keeps the site for when there is no network; nobody waits for it, either.
const KEEPER: &str = "sw.js";

/// The kind of [`KEEPER`].
const WORKER: &str = "offline worker";

/// The kinds that readers wait for: few files, compressed as well as can be.
const WAITED_FOR: [&str; 4] = ["WebAssembly", "JavaScript", "style sheets", WRITER];

impl Report {
    /// The report on a site, in whose WebAssembly stands `corpus`.
    pub(crate) fn of(files: &[File], corpus: &[u8]) -> Self {
        let code = files.iter().filter(|file| CODE.contains(&file.kind()));
        // What takes longest first.
        let code: Vec<_> = code.map(|file| (file.without(corpus), BEST)).collect();
        let all = files.iter().map(|file| (Cow::Borrowed(file.bytes.as_slice()), quality(file.kind())));
        let sizes = brotli_sizes(&code.iter().cloned().chain(all).collect::<Vec<_>>());
        let (code, all) = sizes.split_at(code.len());
        let kinds = KINDS.map(|(_, kind)| kind).into_iter().chain([WRITER, WORKER, "other"]);
        let of_kind = |kind| files.iter().zip(all).filter(move |(file, _)| file.kind() == kind);
        let weights = kinds.map(|kind| Weight::of(kind, of_kind(kind))).collect();
        let named = |name| files.iter().find(|file| file.name == name);
        let keeper = named(KEEPER).map(File::text).unwrap_or_default();
        let is_kept = |file: &File| keeper.contains(&format!("[\"{}\",", file.name));
        let kept = files.iter().zip(all).filter(|(file, _)| is_kept(file)).map(|(_, size)| size).sum();
        let home = named("index.html").map(File::text).unwrap_or_default();
        Self { weights, code: code.iter().sum(), kept, promises: Promises::of(&home, files) }
    }

    /// What must not be published like this; each a clause. Only the project's own site is held to the budget.
    pub(crate) fn faults(&self, has_budget: bool) -> Vec<String> {
        let mut faults = Vec::new();
        if has_budget && self.code > CODE_BUDGET {
            faults.push(format!(
                "its code has {} bytes with Brotli, {} more than its budget (`CODE_BUDGET` in xtask/src/report.rs)",
                self.code,
                self.code - CODE_BUDGET
            ));
        }
        if has_budget && self.kept > KEPT_BUDGET {
            faults.push(format!(
                "what it keeps for readers without a network has {} bytes, {} more than its budget (`KEPT_BUDGET` in \
                 xtask/src/report.rs)",
                self.kept,
                self.kept - KEPT_BUDGET
            ));
        }
        faults.extend(self.promises.faults());
        faults
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:14}{:>6}{:>12}{:>12}{:>9}", "", "files", "bytes", "brotli", "quality")?;
        for Weight { kind, files, raw, brotli, quality } in &self.weights {
            writeln!(f, "{kind:14}{files:>6}{raw:>12}{brotli:>12}{quality:>9}")?;
        }
        writeln!(f, "code with Brotli {BEST}, without the corpus: {} bytes (budget: {CODE_BUDGET})", self.code)?;
        writeln!(f, "kept for when there is no network: {} bytes (budget: {KEPT_BUDGET})", self.kept)?;
        write!(f, "{}", self.promises)
    }
}

impl Weight {
    fn of<'f>(kind: &'static str, files: impl Iterator<Item = (&'f File, &'f usize)>) -> Self {
        files.fold(Self { kind, files: 0, raw: 0, brotli: 0, quality: quality(kind) }, |sum, (file, size)| Self {
            files: sum.files + 1,
            raw: sum.raw + file.bytes.len(),
            brotli: sum.brotli + size,
            ..sum
        })
    }
}

impl File {
    fn kind(&self) -> &'static str {
        if self.name.starts_with(ON_DEMAND) {
            return WRITER;
        }
        if self.name == KEEPER {
            return WORKER;
        }
        if self.name == FOR_OTHERS {
            return "other";
        }
        KINDS.iter().find(|(end, _)| self.name.ends_with(end)).map_or("other", |(_, kind)| kind)
    }

    /// Bytes without the corpus that stands in them. Where the linker has taken it apart, all of them.
    fn without(&self, corpus: &[u8]) -> Cow<'_, [u8]> {
        let windows = (!corpus.is_empty()).then(|| self.bytes.windows(corpus.len()));
        match windows.and_then(|mut windows| windows.position(|window| window == corpus)) {
            Some(at) => Cow::Owned([&self.bytes[..at], &self.bytes[at + corpus.len()..]].concat()),
            None => Cow::Borrowed(&self.bytes),
        }
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

/// How hard files of a kind are compressed.
fn quality(kind: &str) -> u32 {
    if WAITED_FOR.contains(&kind) { BEST } else { QUICK }
}

/// The compressed sizes of so many bytes, each with its quality, in their order. On as many threads as there are processors: each
/// takes the next when it is done with one.
fn brotli_sizes(parts: &[(Cow<'_, [u8]>, u32)]) -> Vec<usize> {
    let sizes: Vec<AtomicUsize> = parts.iter().map(|_| AtomicUsize::new(0)).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((size, (bytes, quality))) = {
            let n = next.fetch_add(1, Ordering::Relaxed);
            sizes.get(n).zip(parts.get(n))
        } {
            size.store(brotli_size(bytes, *quality), Ordering::Relaxed);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, NonZero::get) {
            scope.spawn(work);
        }
    });
    sizes.into_iter().map(AtomicUsize::into_inner).collect()
}

fn brotli_size(bytes: &[u8], quality: u32) -> usize {
    let mut reader = brotli::CompressorReader::new(bytes, 1 << 16, quality, BROTLI_WINDOW);
    // Reading from memory and writing to nowhere cannot fail.
    std::io::copy(&mut reader, &mut std::io::sink()).map_or(0, |size| usize::try_from(size).unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::promises::tests::{good_script, page};
    use super::*;

    fn file(name: &str, bytes: impl Into<Vec<u8>>) -> File {
        File { name: name.into(), bytes: bytes.into() }
    }

    #[test]
    fn a_good_site_has_no_fault() {
        let wasm = b"\0asm";
        let site = [
            file("a.wasm", wasm),
            file("a.js", "export default 1;"),
            file("index.html", page(&good_script(wasm))),
            file("exporter-1_bg.wasm", wasm),
            file("about/index.html", "<p>"),
            file("robots.txt", "x"),
        ];
        let report = Report::of(&site, b"");
        assert_eq!(report.faults(true), Vec::<String>::new());
        let counted: Vec<_> = report.weights.iter().map(|weight| (weight.kind, weight.files, weight.raw)).collect();
        assert_eq!(counted[..2], [("WebAssembly", 1, 4), ("JavaScript", 1, 17)]);
        assert_eq!(
            (counted[2], counted[3].1, counted[4], counted[5], counted[6]),
            (("style sheets", 0, 0), 2, (WRITER, 1, 4), (WORKER, 0, 0), ("other", 1, 1))
        );
    }

    /// Bytes that do not compress: a small generator of the linear congruential kind.
    fn noise(length: usize) -> Vec<u8> {
        let next = |state: &mut u32, _| {
            *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes().first().copied()
        };
        (0..length).scan(1, next).collect()
    }

    #[test]
    fn the_budget_of_what_is_kept_counts_what_the_worker_names() {
        let much = file("a.png", noise(KEPT_BUDGET + 1));
        let is_over = |worker: &str| {
            let faults = Report::of(&[much.clone(), file(KEEPER, worker)], b"").faults(true);
            faults.iter().any(|fault| fault.contains("KEPT_BUDGET"))
        };
        assert!(is_over(r#"new Map([["a.png","sha256-x"]])"#));
        assert!(!is_over(r#"new Set(["a.png"])"#), "what is kept when somebody reads it is not fetched for the rest");
    }

    #[test]
    fn the_budget_counts_compressed_code() {
        let noise = noise(CODE_BUDGET + 1);
        let is_over = |has_budget, name: &str, bytes: &[u8], corpus: &[u8]| {
            let faults = Report::of(&[file(name, bytes)], corpus).faults(has_budget);
            faults.iter().any(|fault| fault.contains("CODE_BUDGET"))
        };
        let over = |name, bytes| is_over(true, name, bytes, b"");
        assert!(!is_over(false, "a.wasm", &noise, b""), "only the project's own site is held to it");
        assert!(!is_over(true, "a.wasm", &noise, &noise[9..99]), "the corpus does not count");
        assert!(is_over(true, "a.wasm", &noise, b"another corpus"));
        assert!(over("a.wasm", &noise));
        assert!(over("a.js", &noise));
        assert!(!over("a.png", &noise));
        assert!(!over("exporter-1.js", &noise), "only who downloads waits for it");
        assert!(!over("a.wasm", &vec![b'x'; CODE_BUDGET * 2]));
    }

    #[test]
    fn a_report_says_how_hard_it_compressed_what() {
        // Enough that the qualities differ.
        let words: String = (0..20_000_u32).map(|n| format!("word{} ", n.wrapping_mul(n) % 977)).collect();
        let of = |name: &str| {
            let report = Report::of(&[file(name, words.as_str())], b"");
            let weight = report.weights.iter().find(|weight| weight.files > 0);
            (weight.map(|weight| (weight.brotli, weight.quality)), report.code)
        };
        let [best, quick] = [BEST, QUICK].map(|quality| (brotli_size(words.as_bytes(), quality), quality));
        assert!(best.0 < quick.0);
        assert_eq!(of("a.wasm"), (Some(best), best.0));
        assert_eq!(of("a.js"), (Some(best), best.0));
        assert_eq!(of("a.css"), (Some(best), 0));
        assert_eq!(of("a.html"), (Some(quick), 0));
        assert_eq!(of("a.svg"), (Some(quick), 0));
    }

    #[test]
    fn sizes_are_in_the_order_of_their_files() {
        let parts: Vec<_> = (0..200_u8).map(|n| (Cow::Owned((0..=n).collect()), QUICK)).collect();
        let plainly: Vec<usize> = parts.iter().map(|(bytes, quality)| brotli_size(bytes, *quality)).collect();
        assert_eq!(brotli_sizes(&parts), plainly);
    }
}
