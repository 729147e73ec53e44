//! Where a site will be: what a publisher says, for whatever must name a page to those who do not come from it.
//!
//! Pages link each other by relative addresses, so that a site works in any folder of any host. What search engines, feed readers and
//! social networks are told of it has to be absolute (`rel=canonical`, Open Graph's `og:url` and `og:image`,
//! <https://ogp.me/#data_types>, sitemaps, <https://www.sitemaps.org/protocol.html#locdef>), and only the publisher knows the beginning.

use std::fmt;

/// The environment variable that says it to the prerenderer.
pub const SITE: &str = "REJOINDER_SITE";

/// A site's address: `http` or `https`, with a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// The address that somebody has typed, with or without the slash at its end.
    ///
    /// # Errors
    /// Where nothing can lie below it: it is no address, or has a query or a fragment.
    pub fn parse(typed: &str) -> Result<Self, NotAnAddress> {
        let refused = || NotAnAddress(typed.into());
        let rest = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://")).ok_or_else(refused)?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let is_host = |sign: u8| sign.is_ascii_alphanumeric() || b".-:[]".contains(&sign);
        // The signs of a path (RFC 3986, 3.3). What other scripts have is to be percent-encoded, as it is sent.
        let is_path = |sign: u8| sign.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@%/".contains(&sign);
        let climbs = path.split('/').any(|folder| [".", ".."].contains(&folder));
        if host.is_empty() || !host.bytes().all(is_host) || !path.bytes().all(is_path) || climbs {
            return Err(refused());
        }
        Ok(Self(format!("{}/", typed.trim_end_matches('/'))))
    }

    /// All of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What follows the host, slash to slash.
    pub fn path(&self) -> &str {
        let host = self.0.find("//").map_or(0, |at| at + 2);
        self.0[host..].find('/').map_or("/", |at| &self.0[host + at..])
    }

    /// What a path below it has as its address.
    pub fn of(&self, path: &str) -> String {
        format!("{}{}", self.0, path.trim_start_matches("./"))
    }
}

/// Something else than the address of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAnAddress(String);

impl fmt::Display for NotAnAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is no address of a site: it begins with http:// or https://, has no query and no fragment, and signs beyond \
             ASCII are percent-encoded, as in https://example.org/debate/",
            self.0.escape_debug()
        )
    }
}

impl std::error::Error for NotAnAddress {}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_with_a_slash_and_has_a_path() {
        for (typed, path, page) in [
            ("https://example.org", "/", "https://example.org/article/a.html"),
            ("http://localhost:8080/", "/", "http://localhost:8080/article/a.html"),
            ("https://example.org/a/b%20c", "/a/b%20c/", "https://example.org/a/b%20c/article/a.html"),
        ] {
            let address = Address::parse(typed).unwrap();
            assert_eq!((address.path(), address.of("article/a.html")), (path, page.into()));
            assert_eq!(address.of("./"), address.as_str(), "home is where the site is");
        }
    }

    #[test]
    fn what_is_no_address_of_a_site_is_refused() {
        for typed in [
            "",
            "example.org",
            "ftp://example.org/",
            "https://",
            "https:///path",
            "https://example.org/?a=b",
            "https://example.org/#a",
            "https://example.org/ü/",
            "https://example.org/a b",
            "https://example.org/\"><script>",
            "https://user@example.org/",
            "https://example.org/a/../b",
        ] {
            assert!(Address::parse(typed).unwrap_err().to_string().contains("no address"), "{typed}");
        }
    }
}
