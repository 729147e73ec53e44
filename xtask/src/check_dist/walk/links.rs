//! Where addresses lead: to a file that is there, a place that its page has, or elsewhere, where that is allowed.

use url::Url;

use super::super::page::{Reference, Role};
use super::super::site::Target;
use super::{MISSING, ONE_FILE, Walk};

impl Walk<'_> {
    pub(super) fn references(&mut self, from: &str, base: &Url, references: &[Reference]) {
        for reference in references {
            self.reference(from, base, reference);
        }
    }

    pub(super) fn reference(&mut self, from: &str, base: &Url, Reference { address, line, role }: &Reference) {
        let line = *line;
        let target = self.place.target(base, address);
        let what = if matches!(role, Role::Fetched(_)) { "a missing file" } else { "a dead link" };
        match target {
            Target::Forbidden => {
                self.error(
                    from,
                    line,
                    format!("`{address}` is of one machine, or nothing that can be followed"),
                    "name a page of the site, or a public address",
                );
            }
            Target::NoFile | Target::Embedded(_) => {
                if *role == Role::Link && matches!(target, Target::Embedded(_)) {
                    self.error(from, line, "browsers follow no link to `data:` or `blob:`".into(), "make it a file");
                }
            }
            Target::Elsewhere => {
                if matches!(role, Role::Fetched(_)) {
                    self.error(
                        from,
                        line,
                        format!("`{address}` is fetched from elsewhere"),
                        "put it into the site: readers' browsers ask nobody else",
                    );
                } else if address.starts_with("//") {
                    self.error(
                        from,
                        line,
                        format!("`{address}` is of another host, by whatever protocol"),
                        "begin it with `https:`",
                    );
                }
            }
            Target::Above => {
                if is_absolute(address) && !address.starts_with('/') && !matches!(role, Role::Fetched(_)) {
                    return; // another site of the same host
                }
                self.error(
                    from,
                    line,
                    format!("`{address}` leads out of the site's folder"),
                    "write it relative to the page, or to its <base href>",
                );
            }
            Target::File { name, fragment } => {
                let is_told = *role == Role::Told && self.place.has(address);
                let is_of_missing = from == MISSING && (self.place.has_path(address) || self.place.has(address));
                if is_absolute(address) && !is_told && !is_of_missing {
                    let remedy = format!("write `{}`", relative(base, &self.place.address_of(&name)));
                    self.error(
                        from,
                        line,
                        format!("`{address}` is absolute: the site works at one place only"),
                        &remedy,
                    );
                }
                if self.files.contains_key(&name) {
                    self.lead(from, &name);
                    if let Some(fragment) = fragment {
                        self.fragment(from, line, address, &name, &fragment);
                    }
                } else {
                    let remedy = self.nearest(from, base, address, &name);
                    self.error(
                        from,
                        line,
                        format!("{what}: `{address}` is `{name}`, which the site does not have"),
                        &remedy,
                    );
                }
            }
        }
    }

    /// What somebody may have meant who named a file that is not there.
    pub(super) fn nearest(&self, from: &str, base: &Url, address: &str, name: &str) -> String {
        let with_ending = format!("{}.html", name.trim_end_matches("/index.html"));
        let from_page = self.place.target(&self.place.address_of(from), address);
        let meant = self.files.keys().find(|file| {
            file.eq_ignore_ascii_case(name)
                || **file == with_ending
                || matches!(&from_page, Target::File { name, .. } if name == *file)
        });
        match meant {
            Some(file) => format!("`{}` is there", relative(base, &self.place.address_of(file))),
            None => "make the file, or leave the address out".into(),
        }
    }

    pub(super) fn fragment(&mut self, from: &str, line: usize, address: &str, name: &str, fragment: &str) {
        // A text fragment (https://wicg.github.io/scroll-to-text-fragment/) is for the words of the page.
        let id = fragment.split(":~:").next().unwrap_or_default();
        let Some(page) = self.pages.get(name).filter(|_| !id.is_empty() && id != "top") else { return };
        if page.places.contains(id) || self.is_statement(id) {
            return;
        }
        if name == ONE_FILE
            && let Target::File { name, fragment } = self.place.target(&self.place.address_of(""), id)
            && name != ONE_FILE
            && self.files.contains_key(&name)
        {
            if let Some(fragment) = fragment {
                self.fragment(from, line, address, &name, &fragment);
            }
            return;
        }
        let remedy = "give an element this id, or leave the fragment out";
        self.error(from, line, format!("a dead link: `{address}`, for `{name}` has no id `{id}`"), remedy);
    }

    /// Whether a fragment names a statement: the app shows it, where it is not in the page as it was written. `ARTICLE.ID`.
    pub(super) fn is_statement(&self, fragment: &str) -> bool {
        fragment.rsplit_once('.').is_some_and(|(article, id)| {
            self.pages.get(format!("article/{article}.html").as_str()).is_some_and(|page| page.places.contains(id))
        })
    }
}

/// Whether an address is more than a path that starts from where it stands.
pub(super) fn is_absolute(address: &str) -> bool {
    address.starts_with(['/', '\\']) || Url::parse(address).is_ok()
}

/// The address of one place, seen from another.
pub(super) fn relative(from: &Url, to: &Url) -> String {
    match from.make_relative(to) {
        Some(path) if path.is_empty() => "./".into(),
        Some(path) => path,
        None => to.to_string(),
    }
}
