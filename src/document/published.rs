//! What a site has beside its pages for those who come from elsewhere: the pages and pictures of arguments, what oEmbed asks for, a feed, sitemaps,
//! `robots.txt`, the script for pages that show it in a frame, and the page that a host shows where there is none.

use std::io;

use super::{SLOTS, Template, argument, feed, oembed, picture, sitemap};
use crate::routes::Location;
use crate::{Route, Site, embedding};

/// What hosts show where there is no page.
const MISSING: &str = "404.html";

/// All that such pages, which need no script, may load.
const STILL: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'";

impl Template {
    /// Hands every file to `write`, with its name in the site's folder. What has to name the site's address is there if it is known.
    ///
    /// # Errors
    /// The first of `write`.
    pub fn publish(&self, site: Site, write: &mut dyn FnMut(&str, &[u8]) -> io::Result<()>) -> io::Result<()> {
        let corpus = site.corpus();
        let heads = self.heads(site);
        write(embedding::SCRIPT, include_bytes!("embed.js"))?;
        write("robots.txt", sitemap::robots(heads.address()).as_bytes())?;
        write(MISSING, self.missing(site).as_bytes())?;
        let Some(address) = heads.address() else {
            let feed = feed::feed(site, None, |statement| Location::of_mark(statement).address(site));
            return write(feed::NAME, feed.as_bytes());
        };
        let arguments = argument::all(site, heads.pictured());
        let feed = feed::feed(site, Some(address), |statement| match arguments.is_empty() {
            true => Location::of_mark(statement).address(site),
            false => argument::path(corpus, statement),
        });
        write(feed::NAME, feed.as_bytes())?;
        write(oembed::NAME, heads.oembed(address, None).as_bytes())?;
        let mut paths: Vec<String> = Route::found(corpus).map(|route| route.path(site)).collect();
        for ix in arguments {
            let statement = &corpus.statements[ix.get()];
            let path = argument::path(corpus, statement);
            let page = self.still(argument::BASE, &heads.argument(ix), &argument::body(site, ix));
            write(&path, page.as_bytes())?;
            write(&oembed::path(corpus, statement), heads.oembed(address, Some(ix)).as_bytes())?;
            paths.push(path);
        }
        for (name, xml) in sitemap::sitemaps(address, &paths) {
            write(&name, xml.as_bytes())?;
        }
        picture::draw(&heads.pictured().all(site), |name, png| write(name, &png))
    }

    /// A page without the app: it links the site's style sheet and loads nothing else.
    fn still(&self, way: &str, head: &str, body: &str) -> String {
        let [charset, base, title, _, app] = SLOTS;
        let policy = format!("{charset}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{STILL}\">");
        self.html
            .replacen(charset, &policy, 1)
            .replacen(base, &format!("<base href=\"{way}\">"), 1)
            .replacen(title, head, 1)
            .replacen(app, body, 1)
    }

    /// The page that a host shows at any address, however deep, that has no page. It cannot say by a relative address where the site is.
    /// Where that is known it is the app's own page, with the site's folder as its base (a path, as a site may have several hosts). Else it
    /// is a text that links nothing, not even a style sheet.
    fn missing(&self, site: Site) -> String {
        if let Some(address) = self.heads(site).address() {
            return self.render_at(site, Route::Missing, address.path());
        }
        let words = &site.words().missing;
        let text = [words.no_such_page, words.reason].map(|text| html_escape::encode_text(text).into_owned());
        let body = format!("<main><h1>{}</h1><p>{}</p></main>", text[0], text[1]);
        let page = self.still("./", &self.heads(site).page(Route::Missing), &body);
        page.lines()
            .filter(|line| !line.starts_with("<link") && !line.starts_with("<base"))
            .collect::<Vec<_>>()
            .join("\n")
            + "\n"
    }
}
