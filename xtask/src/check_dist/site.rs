//! A built site as a map of names, and which of them an address means. Addresses are resolved as browsers do it (the URL
//! Standard, by the crate `url`).

use std::collections::BTreeMap;
use std::fmt;

use url::Url;

/// The files of a site: what is in them, by path inside the site, with `/`.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The host of a site that may stand on any: a name that never has one (RFC 2606).
const NOWHERE: &str = "https://site.invalid";

/// The page that a folder's address shows.
pub(crate) const HOME: &str = "index.html";

/// Where a site stands.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The address of its folder, with `/` at the end.
    root: Url,
}

/// What an address means, seen from a place in the site.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A file of the site, there or not, and the place in it.
    File { name: String, fragment: Option<String> },
    /// On the site's host, but above its folder.
    Above,
    /// Another host.
    Elsewhere,
    /// Itself what it means: `data:`, `blob:`.
    Embedded(&'static str),
    /// Something that is no file: `mailto:`, `tel:`.
    NoFile,
    /// Code or a file of somebody's machine, never to be published; or nothing that can be read.
    Forbidden,
}

impl Place {
    /// A path (`/sub/path`) of any host, or a whole address.
    pub(crate) fn at(at: &str) -> Option<Self> {
        let address = if at.starts_with('/') { format!("{NOWHERE}{at}") } else { at.to_owned() };
        let root = Url::parse(&format!("{}/", address.trim_end_matches('/'))).ok()?;
        matches!(root.scheme(), "http" | "https").then_some(Self { root })
    }

    /// The root of any host.
    pub(crate) fn anywhere() -> Option<Self> {
        Self::at("/")
    }

    /// The address of a file.
    pub(crate) fn address_of(&self, name: &str) -> Url {
        let mut address = self.root.clone();
        if let Ok(mut segments) = address.path_segments_mut() {
            segments.pop_if_empty().extend(name.split('/'));
        }
        address
    }

    /// What a relative or absolute address means, where relative ones start from `base`.
    pub(crate) fn target(&self, base: &Url, address: &str) -> Target {
        let Ok(url) = base.join(address.trim()) else { return Target::Forbidden };
        match url.scheme() {
            "http" | "https" => {}
            "data" => return Target::Embedded("data:"),
            "blob" => return Target::Embedded("blob:"),
            "mailto" | "tel" => return Target::NoFile,
            _ => return Target::Forbidden,
        }
        if is_of_a_machine(&url) {
            return Target::Forbidden;
        }
        if url.origin() != self.root.origin() {
            return Target::Elsewhere;
        }
        let Some(path) = url.path().strip_prefix(self.root.path()) else { return Target::Above };
        let mut name = decoded(path);
        if name.is_empty() || name.ends_with('/') {
            name.push_str(HOME);
        }
        Target::File { name, fragment: url.fragment().map(decoded) }
    }

    /// Whether an address is this site's, as whoever is elsewhere would write it.
    pub(crate) fn has(&self, address: &str) -> bool {
        address.starts_with(self.root.as_str())
    }

    /// Whether an address is a path of this site's that starts at the root of the host.
    pub(crate) fn has_path(&self, address: &str) -> bool {
        address.starts_with(self.root.path())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.root.as_str().strip_prefix(NOWHERE) {
            Some(path) => write!(f, "{path} of any host"),
            None => write!(f, "{}", self.root),
        }
    }
}

/// Whether only one machine knows the host.
fn is_of_a_machine(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(url::Host::Ipv4(address)) => address.is_loopback() || address.is_unspecified(),
        Some(url::Host::Ipv6(address)) => address.is_loopback() || address.is_unspecified(),
        None => true,
    }
}

/// Without percent encoding.
fn decoded(part: &str) -> String {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = |n: usize| after.get(n).and_then(|digit| char::from(*digit).to_digit(16));
        match (first, hex(0), hex(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.extend(u8::try_from(high * 16 + low));
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
