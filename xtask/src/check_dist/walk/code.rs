//! What may run: scripts fetch files that are there, hashes are those of the files, and policies allow this and nothing else.

use url::Url;

use super::super::integrity;
use super::super::page::{Inline, Lines, Page, Reference, Role};
use super::super::policy::Policy;
use super::super::site::Target;
use super::Walk;

impl Walk<'_> {
    /// What a script says of files: names of them, and their hashes.
    pub(super) fn script(&mut self, from: &str, base: &Url, script: &str, first: usize) {
        let lines = Lines::of(script);
        let line = |at| lines.at(at) + first - 1;
        let names = integrity::names(script);
        for named in &names {
            self.asset(from, base, named.name, line(named.at), named.is_fetched);
        }
        for (at, hash) in integrity::hashes(script) {
            // The file is named right before its hash.
            let named = names.iter().take_while(|named| named.at < at).last();
            let target = named.map(|named| self.place.target(base, named.name));
            match target {
                Some(Target::File { name, .. }) if self.files.contains_key(&name) => {
                    self.hash(from, line(at), &name, hash)
                }
                _ => {
                    if !self.files.values().any(|bytes| integrity::fits(hash, bytes)) {
                        self.error(
                            from,
                            line(at),
                            format!("no file of the site has the hash `{hash}`"),
                            "build the site anew",
                        );
                    }
                }
            }
        }
    }

    /// A text that may be the name of a file: it is, where there is such a file, and should be, where it is named by a hash.
    pub(super) fn asset(&mut self, from: &str, base: &Url, text: &str, line: usize, is_fetched: bool) {
        let is_name = !text.is_empty() && !text.contains(char::is_whitespace) && text.contains('.');
        let Some(Target::File { name, .. }) = is_name.then(|| self.place.target(base, text)) else { return };
        if self.files.contains_key(&name) {
            self.lead(from, &name);
        } else if is_fetched || integrity::hash_in(text).is_some() && !text.starts_with('#') {
            let remedy = self.nearest(from, base, text, &name);
            self.error(
                from,
                line,
                format!("a missing file: `{text}` is `{name}`, which the site does not have"),
                &remedy,
            );
        }
    }

    pub(super) fn hash(&mut self, from: &str, line: usize, file: &str, hash: &str) {
        let Some(bytes) = self.files.get(file) else { return };
        let compared = self.compared.entry((file.into(), hash.into()));
        if *compared.or_insert_with(|| integrity::fits(hash, bytes)) {
            return;
        }
        let remedy = format!("its hash is `{}`", integrity::like(hash, bytes));
        self.error(
            from,
            line,
            format!("`{file}` is not what its integrity says, `{hash}`: browsers refuse it"),
            &remedy,
        );
    }

    pub(super) fn policy(&mut self, name: &str, base: &Url, page: &Page) {
        let [(text, line)] = page.policies.as_slice() else {
            let problem = format!("the page has {} policies", page.policies.len());
            self.error(
                name,
                page.policies.get(1).map_or(1, |(_, line)| *line),
                problem,
                "it must have one Content-Security-Policy in a <meta>",
            );
            return;
        };
        let line = *line;
        let (policy, faults) = Policy::read(text);
        for (problem, remedy) in faults {
            self.error(name, line, problem, &remedy);
        }
        if let Some(before) = page.before_policy {
            self.error(
                name,
                before,
                "something is fetched or run before the policy is there".into(),
                "put the policy first in the head",
            );
        }
        for (what, line) in &page.forbidden {
            self.error(name, *line, format!("{what}, which the policy forbids"), "use a class or a listener");
        }
        for Inline { text, line, directive } in &page.inline {
            if !policy.hashes(directive).any(|hash| integrity::fits(hash, text.as_bytes())) {
                let remedy = format!("its hash is '{}'", integrity::like("sha256-", text.as_bytes()));
                self.error(name, *line, format!("the policy's `{directive}` does not allow what stands here"), &remedy);
            }
        }
        for directive in ["script-src", "style-src"] {
            for hash in policy.hashes(directive) {
                let here = page.inline.iter().filter(|inline| inline.directive == directive);
                if !here.map(|inline| inline.text.as_bytes()).any(|text| integrity::fits(hash, text)) {
                    self.error(
                        name,
                        line,
                        format!("the policy's `{directive}` allows '{hash}', which is nothing in the page"),
                        "leave it out",
                    );
                }
            }
        }
        for Reference { address, line, role } in &page.references {
            let Role::Fetched(directive) = role else { continue };
            let source = match self.place.target(base, address) {
                Target::Embedded(scheme) => scheme,
                Target::File { .. } => "'self'",
                _ => continue, // said already
            };
            if !policy.allows(directive, source) {
                let shown: String = address.chars().take(60).collect();
                self.error(
                    name,
                    *line,
                    format!("the policy does not allow `{shown}`"),
                    &format!("`{directive}` must have {source}"),
                );
            }
        }
    }
}
