//! A page's Content-Security-Policy (<https://www.w3.org/TR/CSP3/>): whether it is as strict as a site that sends nothing and
//! loads nothing of others can have it, and what it allows.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A policy by its directives.
#[derive(Debug, Default)]
pub(crate) struct Policy(BTreeMap<String, Vec<String>>);

/// What a strict policy says of a directive besides hashes: anything else lets in more than the site has.
const ALLOWED: [(&str, &[&str]); 14] = [
    ("default-src", &["'none'"]),
    ("script-src", &["'self'", "'none'", "'wasm-unsafe-eval'"]),
    ("style-src", &["'self'", "'none'"]),
    ("img-src", &["'self'", "'none'", "data:", "blob:"]),
    ("font-src", &["'self'", "'none'", "data:"]),
    ("media-src", &["'self'", "'none'"]),
    ("connect-src", &["'self'", "'none'"]),
    ("manifest-src", &["'self'", "'none'", "data:"]),
    ("worker-src", &["'self'", "'none'", "blob:"]),
    ("frame-src", &["'self'", "'none'"]),
    ("object-src", &["'none'"]),
    ("base-uri", &["'self'", "'none'"]),
    ("form-action", &["'self'", "'none'"]),
    ("upgrade-insecure-requests", &[]),
];

/// What `default-src` does not stand for: left out, it allows everything.
const WITHOUT_DEFAULT: [&str; 2] = ["base-uri", "form-action"];

/// Directives that a policy in a page cannot have: browsers pass over them.
const FOR_HEADERS: [&str; 3] = ["frame-ancestors", "report-uri", "sandbox"];

impl Policy {
    /// A policy, and what is too lax in it: problem and remedy.
    pub(crate) fn read(text: &str) -> (Self, Vec<(String, String)>) {
        let mut policy = Self::default();
        let mut faults = Vec::new();
        for directive in text.split(';') {
            let mut words = directive.split_ascii_whitespace();
            let Some(name) = words.next().map(str::to_ascii_lowercase) else { continue };
            let sources: Vec<String> = words.map(String::from).collect();
            if FOR_HEADERS.contains(&name.as_str()) {
                faults.push((
                    format!("the policy has `{name}`, which does nothing in a page"),
                    "send it as a header".into(),
                ));
                continue;
            }
            match ALLOWED.iter().find(|(known, _)| *known == name) {
                None => faults.push((
                    format!("the policy has `{name}`"),
                    "it is none of the directives that a strict policy needs".into(),
                )),
                Some((_, allowed)) => faults.extend(
                    sources
                        .iter()
                        .filter(|source| !(is_hash(source) && matches!(name.as_str(), "script-src" | "style-src")))
                        .filter(|source| !allowed.contains(&source.to_ascii_lowercase().as_str()))
                        .map(|source| {
                            (
                                format!("the policy's `{name}` allows `{source}`"),
                                format!("it may have {}", said(allowed)),
                            )
                        }),
                ),
            }
            match policy.0.entry(name) {
                Entry::Vacant(place) => _ = place.insert(sources),
                Entry::Occupied(first) => faults.push((
                    format!("the policy has `{}` twice", first.key()),
                    "browsers take the first; leave the other out".into(),
                )),
            }
        }
        if policy.0.get("default-src").is_none_or(|sources| sources != &["'none'"]) {
            faults.push(("the policy does not begin from nothing".into(), "say `default-src 'none'`".into()));
        }
        for name in WITHOUT_DEFAULT.into_iter().filter(|name| !policy.0.contains_key(*name)) {
            faults.push((format!("the policy says nothing of `{name}`"), format!("say `{name} 'none'`, or `'self'`")));
        }
        (policy, faults)
    }

    /// Whether something may be fetched: `'self'` or a scheme, by the directive that it is for.
    pub(crate) fn allows(&self, directive: &str, source: &str) -> bool {
        let stands_in = self.0.get(directive).or_else(|| self.0.get("default-src"));
        stands_in.is_some_and(|sources| sources.iter().any(|own| own.eq_ignore_ascii_case(source)))
    }

    /// The hashes of a directive, without quotation marks.
    pub(crate) fn hashes(&self, directive: &str) -> impl Iterator<Item = &str> {
        let sources = self.0.get(directive).into_iter().flatten();
        sources.filter(|source| is_hash(source)).map(|source| source.trim_matches('\''))
    }
}

fn is_hash(source: &str) -> bool {
    ["'sha256-", "'sha384-", "'sha512-"].iter().any(|start| source.starts_with(start)) && source.ends_with('\'')
}

fn said(allowed: &[&str]) -> String {
    if allowed.is_empty() { "nothing".into() } else { allowed.join(", ") }
}
