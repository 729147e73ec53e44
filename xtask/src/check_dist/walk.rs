//! The walk over a site: every file is read, every address in it looked up, every page held to its policy; and then, from the home
//! page, what nobody comes to. Everything that is wrong is found in one run.

mod code;
mod links;

use std::collections::{BTreeMap, BTreeSet};

use url::Url;

use super::page::{self, Page, Reference, Role};
use super::site::{Files, HOME, Place, Target};
use super::{data, integrity, style};
use links::{is_absolute, relative};

/// Something that is wrong with a site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) severity: Severity,
    pub(crate) problem: String,
    /// What would be right.
    pub(crate) remedy: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Severity {
    /// It must not be published like this.
    Error,
    /// Somebody should look at it.
    Warning,
}

/// The page that a host shows in place of one that is not there, at whatever address was asked for.
const MISSING: &str = "404.html";

/// The site in one file, whose addresses all stand in its fragment.
const ONE_FILE: &str = "one-file.html";

/// Files that hosts and crawlers ask for by their names: nothing needs to lead to them.
const ASKED_FOR: [&str; 12] = [
    HOME,
    MISSING,
    "sw.js",
    "robots.txt",
    "favicon.ico",
    "sitemap.xml",
    "_headers",
    "_redirects",
    "CNAME",
    ".nojekyll",
    // By pages of other sites, which show arguments in a frame.
    "embed.html",
    "embed.js",
];

/// The folder of files whose names only the app has.
const OF_THE_APP: &str = "words/";

/// How the names of answers of oEmbed begin.
const OEMBED: &str = "oembed";

/// Where the site says that it stands: the address that its home page calls its own. Any host where it says nothing.
pub(crate) fn place_said_by(files: &Files) -> Place {
    let home = files.get(HOME).map(|bytes| page::read(&String::from_utf8_lossy(bytes)));
    let said = home.and_then(|home| home.canonical).and_then(|address| Place::at(address.trim_end_matches(HOME)));
    said.or_else(Place::anywhere).unwrap_or_else(|| unreachable!("`/` is a path"))
}

/// Everything that is wrong with a site that stands at `place`, in order of file and line. No file should say one of the
/// `machine`'s paths.
pub(crate) fn check(files: &Files, place: &Place, machine: &[String]) -> Vec<Finding> {
    let mut walk = Walk {
        files,
        place,
        pages: BTreeMap::new(),
        leads: BTreeMap::new(),
        findings: Vec::new(),
        compared: BTreeMap::new(),
    };
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        walk.pages.insert(name, page::read(&String::from_utf8_lossy(bytes)));
    }
    if !files.contains_key(HOME) {
        walk.error(HOME, 1, "there is no home page".into(), "name the folder of a built site");
    }
    for (name, bytes) in files {
        walk.file(name, bytes, machine);
    }
    walk.unreached();
    walk.findings.sort();
    walk.findings.dedup();
    walk.findings
}

struct Walk<'s> {
    files: &'s Files,
    place: &'s Place,
    pages: BTreeMap<&'s str, Page>,
    /// To which files a file leads.
    leads: BTreeMap<String, BTreeSet<String>>,
    findings: Vec<Finding>,
    /// Whether a file has a hash: every page names the same ones.
    compared: BTreeMap<(String, String), bool>,
}

impl Walk<'_> {
    fn file(&mut self, name: &str, bytes: &[u8], machine: &[String]) {
        for path in machine {
            if let Some(at) = find(bytes, path.as_bytes()) {
                let line = 1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count();
                self.error(
                    name,
                    line,
                    format!("a path of this machine, `{path}`"),
                    "build for release; `trim-paths` or a remapped prefix keeps paths out",
                );
            }
        }
        if let Some(hash) = integrity::misnamed(name, bytes) {
            self.error(
                name,
                1,
                "its content is not what its name says: caches keep it for ever".into(),
                &format!("its hash is `{hash}`; build the site anew"),
            );
        }
        let text = || String::from_utf8_lossy(bytes);
        let own = self.place.address_of(name);
        match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("html") => self.page(name),
            Some("css") => {
                let references = style::read(&text());
                self.references(name, &own, &references);
            }
            Some("js" | "mjs") => {
                let script = text();
                self.script(name, &own, &script, 1);
            }
            Some("webmanifest") => self.machine_file(name, data::manifest(&text())),
            Some("json") if name.starts_with(OEMBED) => self.machine_file(name, data::oembed(&text())),
            Some("xml" | "atom") => self.machine_file(name, data::xml(&text())),
            _ if name == "robots.txt" => self.machine_file(name, Ok(data::robots(&text()))),
            _ => {}
        }
    }

    fn machine_file(&mut self, name: &str, read: Result<Vec<Reference>, (usize, String)>) {
        match read {
            Ok(references) => self.references(name, &self.place.address_of(name), &references),
            Err((line, problem)) => self.error(name, line, problem, "write it anew"),
        }
    }

    fn page(&mut self, name: &str) {
        let Some(page) = self.pages.remove(name) else { return };
        let own = self.place.address_of(name);
        let base = self.base(name, &page, &own);
        // In place before anything is looked up in it.
        self.pages.extend(
            self.files
                .get_key_value(name)
                .map(|(name, _)| (name.as_str(), Page { places: page.places.clone(), ..Page::default() })),
        );
        self.references(name, &base, &page.references);
        for reference in page.references.iter().filter(|reference| reference.address.starts_with('#')) {
            let here =
                matches!(self.place.target(&base, &reference.address), Target::File { name: to, .. } if to == name);
            if reference.role == Role::Link && !here {
                let (address, line) = (&reference.address, reference.line);
                self.error(
                    name,
                    line,
                    format!("`{address}` leads to another page: it starts from <base href>"),
                    &format!("write `{}{address}`", relative(&base, &own)),
                );
            }
        }
        for (address, hash, line) in &page.checked {
            if let Target::File { name: file, .. } = self.place.target(&base, address) {
                self.hash(name, *line, &file, hash);
            }
        }
        for (value, line) in &page.data {
            self.asset(name, &base, value, *line, false);
        }
        for inline in page.inline.iter().filter(|inline| inline.directive == "script-src") {
            self.script(name, &base, &inline.text, inline.line);
        }
        self.policy(name, &base, &page);
    }

    /// Where a page's relative addresses start from.
    fn base(&mut self, name: &str, page: &Page, own: &Url) -> Url {
        let Some((address, line)) = &page.base else { return own.clone() };
        // The page that stands for those that are missing is shown at any depth: only an absolute base is right there.
        let may_be_absolute = name == MISSING && (self.place.has(address) || self.place.has_path(address));
        if is_absolute(address) && !may_be_absolute {
            self.error(
                name,
                *line,
                format!("<base href=\"{address}\"> is absolute"),
                &format!("write `{}`", relative(own, &self.place.address_of(""))),
            );
        }
        own.join(address).unwrap_or_else(|_| own.clone())
    }

    /// What nobody comes to who starts from the home page, and from what is asked for by its name.
    fn unreached(&mut self) {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut next: Vec<&str> = ASKED_FOR.into_iter().filter(|name| self.files.contains_key(*name)).collect();
        while let Some(name) = next.pop() {
            if reached.insert(name) {
                next.extend(self.leads.get(name).into_iter().flatten().map(String::as_str));
            }
        }
        let is_hidden =
            |name: &str| reached.contains(name) || name.starts_with(OF_THE_APP) || name.starts_with(".well-known/");
        let left: Vec<&String> = self.files.keys().filter(|name| !is_hidden(name)).collect();
        self.findings.extend(left.into_iter().map(|name| Finding {
            file: name.clone(),
            line: 1,
            severity: Severity::Warning,
            problem: "nothing in the site leads here".into(),
            remedy: "link it, or leave it out".into(),
        }));
    }

    fn lead(&mut self, from: &str, to: &str) {
        self.leads.entry(from.into()).or_default().insert(to.into());
    }

    fn error(&mut self, file: &str, line: usize, problem: String, remedy: &str) {
        self.findings.push(Finding {
            file: file.into(),
            line,
            severity: Severity::Error,
            problem,
            remedy: remedy.into(),
        });
    }
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    let first = part.first()?;
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|byte| byte == first)?;
        if bytes.get(at..)?.starts_with(part) {
            return Some(at);
        }
        from = at + 1;
    }
}
