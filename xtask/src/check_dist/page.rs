//! What a page says to a crawler and to a browser: its addresses, its places, its policy and what the policy must know. Tags are
//! read by a tokenizer of the HTML Standard; nothing is judged here.

use std::collections::BTreeSet;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Span, StartTag, Token, Tokenizer};

use super::style;

/// An address in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) address: String,
    pub(crate) line: usize,
    pub(crate) role: Role,
}

/// What an address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A reader may follow it.
    Link,
    /// It says something of the page, to whoever finds it: that may be an address of elsewhere or an absolute one.
    Told,
    /// The browser fetches it; a policy allows it by the directive of this name.
    Fetched(&'static str),
}

/// A script or style in a page, which a policy allows by its hash.
#[derive(Debug)]
pub(crate) struct Inline {
    pub(crate) text: String,
    pub(crate) line: usize,
    /// The directive of a policy that it is for.
    pub(crate) directive: &'static str,
}

/// A text of a page, and the line where it stands.
pub(crate) type Stated = (String, usize);

#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) base: Option<Stated>,
    pub(crate) references: Vec<Reference>,
    /// Places in the page that an address may end with.
    pub(crate) places: BTreeSet<String>,
    pub(crate) policies: Vec<Stated>,
    /// Scripts and styles that are in the page, but for data.
    pub(crate) inline: Vec<Inline>,
    /// Attributes that a strict policy forbids: `onclick` and `style`.
    pub(crate) forbidden: Vec<Stated>,
    /// Addresses that the browser compares with a hash: address, hash, line.
    pub(crate) checked: Vec<(String, String, usize)>,
    /// Values of attributes that only the page's own script reads.
    pub(crate) data: Vec<Stated>,
    /// Where something is fetched or run before a policy is there.
    pub(crate) before_policy: Option<usize>,
    /// The address that the page says is its own.
    pub(crate) canonical: Option<String>,
}

/// Reads a page; nothing that is in it makes this fail.
pub(crate) fn read(html: &str) -> Page {
    let lines = Lines::of(html);
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    let mut open: Option<Inline> = None;
    for token in Tokenizer::new_with_emitter(html, emitter) {
        // Reading from memory never fails.
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let tag = Tag::of(&tag, &lines);
                page.take(&tag);
                open = tag.inline();
            }
            Token::String(text) => {
                if let Some(open) = &mut open {
                    open.text.push_str(&utf8(&text.value));
                }
            }
            Token::EndTag(_) => page.inline.extend(open.take()),
            _ => {}
        }
    }
    let mut of_styles = Vec::new();
    for inline in page.inline.iter().filter(|inline| inline.directive == "style-src") {
        of_styles.extend(style::read(&inline.text).into_iter().map(|mut reference| {
            reference.line += inline.line - 1;
            reference
        }));
    }
    page.references.extend(of_styles);
    page
}

impl Page {
    fn take(&mut self, tag: &Tag) {
        let before = self.references.len();
        for (name, value, line) in &tag.attributes {
            match name.as_str() {
                "id" => _ = self.places.insert(value.clone()),
                "name" if tag.name == "a" => _ = self.places.insert(value.clone()),
                "style" => self.forbidden.push(("a `style` attribute".into(), *line)),
                name if name.starts_with("on") => self.forbidden.push((format!("an `{name}` attribute"), *line)),
                name if name.starts_with("data-") => self.data.push((value.clone(), *line)),
                "srcset" | "imagesrcset" => {
                    for candidate in value.split(", ").filter_map(|candidate| candidate.split_whitespace().next()) {
                        self.refer(candidate, *line, Role::Fetched("img-src"));
                    }
                }
                name => {
                    if let Some(role) = tag.role(name) {
                        self.refer(value, *line, role);
                    }
                }
            }
        }
        if let Some((hash, line)) = tag.attribute("integrity")
            && let Some((address, _)) = tag.attribute("src").or_else(|| tag.attribute("href"))
        {
            self.checked.push((address.into(), hash.into(), line));
        }
        match tag.name.as_str() {
            "base" if self.base.is_none() => {
                self.base = tag.attribute("href").map(|(address, line)| (address.to_owned(), line));
            }
            "link" if tag.rels().any(|rel| rel == "canonical") => {
                self.canonical = tag.attribute("href").map(|(address, _)| address.to_owned());
            }
            "meta" => self.take_meta(tag),
            _ => {}
        }
        let fetches = self.references.iter().skip(before).any(|new| matches!(new.role, Role::Fetched(_)));
        if self.policies.is_empty() && (fetches || tag.inline().is_some()) {
            self.before_policy.get_or_insert(tag.line);
        }
    }

    fn take_meta(&mut self, tag: &Tag) {
        let Some((content, line)) = tag.attribute("content") else { return };
        let is = |attribute: &str, name: &str| {
            tag.attribute(attribute).is_some_and(|(value, _)| value.eq_ignore_ascii_case(name))
        };
        if is("http-equiv", "content-security-policy") {
            self.policies.push((content.into(), line));
        } else if is("http-equiv", "refresh") {
            if let Some((_, address)) = content.split_once('=') {
                self.refer(address.trim_matches(['\'', '"', ' ']), line, Role::Link);
            }
        } else if ["og:image", "og:url", "og:image:url", "twitter:image"]
            .iter()
            .any(|name| is("property", name) || is("name", name))
        {
            self.refer(content, line, Role::Told);
        }
    }

    fn refer(&mut self, address: &str, line: usize, role: Role) {
        self.references.push(Reference { address: address.trim().into(), line, role });
    }
}

/// A start tag with its attributes, in order of their names: name, value, line.
struct Tag {
    name: String,
    line: usize,
    end: usize,
    attributes: Vec<(String, String, usize)>,
}

impl Tag {
    fn of(tag: &StartTag<usize>, lines: &Lines) -> Self {
        let Span { start, end } = tag.span;
        let attributes = tag.attributes.iter();
        let attributes = attributes.map(|(name, value)| (utf8(name), utf8(&value.value), lines.at(value.span.start)));
        Self { name: utf8(&tag.name), line: lines.at(start), end: lines.at(end), attributes: attributes.collect() }
    }

    fn attribute(&self, name: &str) -> Option<(&str, usize)> {
        self.attributes.iter().find(|(own, ..)| own == name).map(|(_, value, line)| (value.as_str(), *line))
    }

    fn rels(&self) -> impl Iterator<Item = &str> {
        self.attribute("rel").map_or("", |(rel, _)| rel).split_ascii_whitespace()
    }

    /// What the address in an attribute is for; none where the attribute has no address.
    fn role(&self, attribute: &str) -> Option<Role> {
        Some(match (self.name.as_str(), attribute) {
            ("a" | "area", "href") | ("form", "action") | ("button" | "input", "formaction") => Role::Link,
            ("link", "href") => {
                self.rels().map(|rel| self.role_of_link(rel)).find(|role| *role != Role::Told).unwrap_or(Role::Told)
            }
            ("blockquote" | "q" | "del" | "ins", "cite") => Role::Told,
            ("script", "src") => Role::Fetched("script-src"),
            ("img" | "input", "src") | ("video", "poster") | ("image" | "use", "href" | "xlink:href") => {
                Role::Fetched("img-src")
            }
            ("video" | "audio" | "source" | "track", "src") => Role::Fetched("media-src"),
            ("iframe", "src") => Role::Fetched("frame-src"),
            ("embed", "src") | ("object", "data") => Role::Fetched("object-src"),
            _ => return None,
        })
    }

    fn role_of_link(&self, rel: &str) -> Role {
        Role::Fetched(match rel.to_ascii_lowercase().as_str() {
            "stylesheet" => "style-src",
            "icon" | "apple-touch-icon" | "mask-icon" => "img-src",
            "manifest" => "manifest-src",
            "modulepreload" => "script-src",
            "preconnect" | "dns-prefetch" | "prefetch" => "connect-src",
            "preload" => match self.attribute("as").map(|(kind, _)| kind) {
                Some("script") => "script-src",
                Some("style") => "style-src",
                Some("image") => "img-src",
                Some("font") => "font-src",
                _ => "connect-src",
            },
            _ => return Role::Told,
        })
    }

    /// The script or style that begins here, where it is in the page and no data.
    fn inline(&self) -> Option<Inline> {
        let kind = self.attribute("type").map(|(kind, _)| kind.trim().to_ascii_lowercase());
        let runs = matches!(
            kind.as_deref(),
            None | Some(
                "" | "module" | "importmap" | "speculationrules" | "text/javascript" | "application/javascript"
            )
        );
        let directive = match self.name.as_str() {
            "script" if runs && self.attribute("src").is_none() => "script-src",
            "style" => "style-src",
            _ => return None,
        };
        Some(Inline { text: String::new(), line: self.end, directive })
    }
}

/// Where the lines of a text end.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        Self(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect())
    }

    /// The line of a byte, from 1.
    pub(crate) fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|end| *end < byte) + 1
    }
}

fn utf8(text: &HtmlString) -> String {
    String::from_utf8_lossy(text).into_owned()
}
