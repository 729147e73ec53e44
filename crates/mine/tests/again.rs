//! What is kept from one run for the next changes nothing but the time: not where it is old, half, of other articles or
//! damaged. Nor is it taken where anything that it was made from has changed, the miner included.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use mine::{Again, Mined, Remined, SourceFile, mine, mine_again};
use proptest::prelude::*;

#[path = "../build.rs"]
#[expect(dead_code, reason = "`main` is the build's")]
mod build;

/// The project's own articles, with their corrections.
static FILES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
});

/// What stands for those of one ending.
fn files(ending: &str) -> Vec<SourceFile<'static>> {
    let ours = FILES.iter().filter(|(name, _)| name.ends_with(ending) && name != "debate.toml");
    ours.map(|(name, bytes)| SourceFile { name, bytes }).collect()
}

fn debate() -> SourceFile<'static> {
    let (name, bytes) = FILES.iter().find(|(name, _)| name == "debate.toml").unwrap();
    SourceFile { name, bytes }
}

/// The articles and corrections, with what a run of before kept.
fn again<'a>(articles: &[SourceFile<'a>], sidecars: &[SourceFile<'_>], kept: &'a [u8]) -> Remined<'a> {
    mine_again(debate(), articles, sidecars, &Again { kept, progress: &|_| () })
}

/// What is mined of all files, and what is kept of it.
static ALL: LazyLock<(Mined<'static>, Vec<u8>)> = LazyLock::new(|| {
    let (articles, sidecars) = (files(".txt"), files(".toml"));
    let first = again(&articles, &sidecars, &[]);
    assert_eq!(first.anew, articles.len());
    (mine(debate(), &articles, &sidecars), first.kept)
});

#[test]
fn what_is_kept_changes_nothing() {
    let (articles, sidecars) = (files(".txt"), files(".toml"));
    let (mined, kept) = &*ALL;
    let plain = corpus::encode(mined.corpus.as_ref().unwrap()).unwrap();
    let half = again(&articles[..articles.len() / 2], &sidecars, &[]).kept;
    let joined = [half.as_slice(), kept].concat();
    for (kept, anew) in
        [(&[][..], articles.len()), (kept, 0), (&half, articles.len().div_ceil(2)), (&joined, 0), (b"nonsense", 27)]
    {
        let remined = again(&articles, &sidecars, kept);
        assert_eq!(remined.anew, anew);
        assert_eq!(&remined.mined.diagnostics, &mined.diagnostics);
        assert_eq!(corpus::encode(&remined.mined.corpus.unwrap()).unwrap(), plain);
        assert_eq!(remined.kept, ALL.1, "what is kept is the same however it came to be");
    }
}

#[test]
fn an_article_more_is_one_to_mine_and_one_less_is_not_kept() {
    let (articles, sidecars) = (files(".txt"), files(".toml"));
    let fewer = again(&articles[1..], &sidecars, &ALL.1);
    assert_eq!(fewer.anew, 0);
    assert!(fewer.kept.len() < ALL.1.len());
    assert_eq!(again(&articles, &sidecars, &fewer.kept).anew, 1);
}

#[test]
fn what_has_changed_is_mined_anew() {
    let (articles, sidecars) = (files(".txt"), files(".toml"));
    let anew = |debate, articles: &[SourceFile<'_>], sidecars: &[SourceFile<'_>]| {
        mine_again(debate, articles, sidecars, &Again { kept: &ALL.1, progress: &|_| () }).anew
    };
    let changed = |file: &SourceFile<'_>| [file.bytes, b"\n"].concat();

    let text = changed(&articles[3]);
    let mut other = articles.clone();
    other[3].bytes = &text;
    assert_eq!(anew(debate(), &other, &sidecars), 1, "an article's words");

    let mut other = articles.clone();
    other[0].name = "renamed.txt";
    assert_eq!(anew(debate(), &other, &sidecars), 1, "its name");

    let corrections = changed(&sidecars[2]);
    let mut other = sidecars.clone();
    other[2].bytes = &corrections;
    assert_eq!(anew(debate(), &articles, &other), 1, "its corrections");
    assert_eq!(anew(debate(), &articles, &sidecars[1..]), 1, "that it has some");

    let words = changed(&debate());
    assert_eq!(anew(SourceFile { bytes: &words, ..debate() }, &articles, &sidecars), articles.len(), "the debate");
}

#[test]
fn problems_are_told_again_however_often_an_article_is_mined() {
    let articles = [
        SourceFile { name: "a.txt", bytes: b" date 2021-02-30 There is no such day." },
        SourceFile { name: "b.txt", bytes: b" date 2021-03-04 \xe2\x80\x9cThe trams are loud, said Ann Ray." },
        SourceFile { name: "c.txt", bytes: b"\xff" },
        SourceFile { name: "B.txt", bytes: b" date 2021-03-04 It has the id of another." },
    ];
    let sidecars = [SourceFile { name: "b.toml", bytes: b"[[drop]]\nwords = \"Ferries\"\nreason = \"so\"" }];
    let first = again(&articles, &sidecars, &[]);
    assert!(first.mined.diagnostics.len() >= 5, "{:?}", first.mined.diagnostics);
    let second = again(&articles, &sidecars, &first.kept);
    assert_eq!((&second.mined, second.anew), (&first.mined, 0));
}

#[test]
fn nothing_is_kept_without_a_debate() {
    let no_debate = SourceFile { name: "debate.toml", bytes: b"title = 1" };
    let remined = mine_again(no_debate, &files(".txt"), &[], &Again { kept: &ALL.1, progress: &|_| () });
    assert_eq!(remined.kept, []);
    assert_eq!(remined.mined, mine(no_debate, &files(".txt"), &[]));
}

#[test]
fn progress_counts_to_the_end() {
    let articles = files(".txt");
    let (calls, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let progress = |done| {
        calls.fetch_add(1, Ordering::Relaxed);
        most.fetch_max(done, Ordering::Relaxed);
    };
    mine_again(debate(), &articles, &[], &Again { kept: &[], progress: &progress });
    assert_eq!((calls.into_inner(), most.into_inner()), (articles.len(), articles.len()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn what_is_damaged_is_mined_anew(at: prop::sample::Index, change in 1..=u8::MAX, cut: prop::sample::Index) {
        let (articles, sidecars) = (files(".txt"), files(".toml"));
        let mut changed = ALL.1.clone();
        changed[at.index(ALL.1.len())] ^= change;
        for damaged in [&changed[..], &ALL.1[..cut.index(ALL.1.len())]] {
            let remined = again(&articles, &sidecars, damaged);
            prop_assert!(remined.anew >= 1);
            prop_assert_eq!(&remined.mined, &ALL.0);
            prop_assert_eq!(&remined.kept, &ALL.1);
        }
    }
}

/// What the key of all that is kept has in it of the miner, as it would be now.
fn miner() -> String {
    build::hash(Path::new(env!("CARGO_MANIFEST_DIR")), &build::SOURCES, env!("MINER_COMPILER")).unwrap()
}

#[test]
fn the_miner_is_known_by_its_sources_as_they_are() {
    assert_eq!(env!("MINER"), miner());
}

#[test]
fn another_miner_is_told_from_this_one() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("miner");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src/deep")).unwrap();
    let hash = |compiler: &str| build::hash(&folder, &["src", "lock"], compiler).unwrap();
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    write("lock", "");
    write("src/deep/a.rs", "a");
    let mut seen = vec![hash("1.0"), hash("1.1")];
    write("src/deep/a.rs", "b");
    seen.push(hash("1.0"));
    write("src/b.rs", "");
    seen.push(hash("1.0"));
    write("lock", "b");
    seen.push(hash("1.0"));
    fs::rename(folder.join("src/b.rs"), folder.join("src/c.rs")).unwrap();
    seen.push(hash("1.0"));
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all);
    write("src/deep/a.rs", "b");
    assert_eq!(hash("1.0"), hash("1.0"));
}
