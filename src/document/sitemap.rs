//! What tells crawlers which pages there are: `sitemap.xml` (<https://www.sitemaps.org/protocol.html>) and `robots.txt` (RFC 9309).

use super::address::Address;
use super::xml::escaped;

/// The most addresses that a sitemap may have, by its protocol. (A file of so many of ours is far below the 50 MB that it allows, too.)
const MOST: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The name of the sitemap that all others are named in, or that is the only one.
const NAME: &str = "sitemap.xml";

/// The sitemaps of a site by name. An entry is an address alone: when a page last changed a build does not know.
pub(super) fn sitemaps(address: &Address, paths: &[String]) -> Vec<(String, String)> {
    let list = |root: &str, entry: &str, paths: &[String]| {
        let mut xml = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"{NAMESPACE}\">\n");
        for path in paths {
            xml += &format!("<{entry}><loc>{}</loc></{entry}>\n", escaped(&address.of(path)));
        }
        xml + &format!("</{root}>\n")
    };
    if paths.len() <= MOST {
        return vec![(NAME.into(), list("urlset", "url", paths))];
    }
    let parts =
        paths.chunks(MOST).zip(1..).map(|(paths, n)| (format!("sitemap-{n}.xml"), list("urlset", "url", paths)));
    let mut sitemaps: Vec<_> = parts.collect();
    let names: Vec<String> = sitemaps.iter().map(|(name, _)| name.clone()).collect();
    sitemaps.push((NAME.into(), list("sitemapindex", "sitemap", &names)));
    sitemaps
}

/// All may read everything. Crawlers look for it at the root of a host alone (RFC 9309, 2.3): that of a site in a folder is for whoever
/// puts it there.
pub(super) fn robots(address: Option<&Address>) -> String {
    let sitemap = address.map(|address| format!("\nSitemap: {}\n", address.of(NAME)));
    format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_parted() {
        let address = Address::parse("https://example.org/a&b").unwrap();
        let paths: Vec<String> = (0..=MOST).map(|n| format!("{n}.html")).collect();
        let names = |sitemaps: &[(String, String)]| sitemaps.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        let whole = sitemaps(&address, &paths[..MOST]);
        assert_eq!(names(&whole), ["sitemap.xml"]);
        assert_eq!(whole[0].1.matches("<url>").count(), MOST);
        assert!(whole[0].1.contains("<loc>https://example.org/a&amp;b/0.html</loc>"));
        let parted = sitemaps(&address, &paths);
        assert_eq!(names(&parted), ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        assert_eq!(parted[1].1.matches("<loc>").count(), 1);
        assert!(parted[2].1.contains("<sitemap><loc>https://example.org/a&amp;b/sitemap-2.xml</loc></sitemap>"));
    }
}
