//! The newest arguments as an Atom feed (RFC 4287).
//!
//! It says the same wherever the site is. Identifiers are names, not addresses: UUIDs from hashes (RFC 9562, 5.8), so that a site
//! that moves, or gets an address at last, is no news to who reads it. Where the site's address is not known links are relative to
//! the feed, which RFC 4287 (2) allows.

use corpus::{Corpus, Date, Statement};
use sha2::{Digest, Sha256};

use super::address::Address;
use super::telling::{named, told_in, words_of};
use super::xml::escaped;
use crate::Site;
use crate::pages::snippet;

/// Its name in the site's folder.
pub(super) const NAME: &str = "feed.xml";

/// Its media type.
pub(super) const TYPE: &str = "application/atom+xml";

/// How many arguments it has: what a reader comes back to is new, and all of them are exports.
const MOST: usize = 100;

/// Characters of an argument's first words in the title of its entry.
const TITLE_LENGTH: usize = 72;

/// The feed. `page_of` says which page below the base is an argument's.
pub(super) fn feed(site: Site, address: Option<&Address>, page_of: impl Fn(&Statement<'_>) -> String) -> String {
    let corpus = site.corpus();
    let link = |path: &str| escaped(&address.map_or_else(|| path.to_owned(), |address| address.of(path)));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n\
         <id>{}</id>\n<title>{title}</title>\n<subtitle>{}</subtitle>\n<updated>{}</updated>\n\
         <author><name>{title}</name></author>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        urn(&[&corpus.debate.title, &corpus.debate.question]),
        escaped(&corpus.debate.question),
        instant(corpus.articles.last().map(|article| article.date)), // they are in order of date
        link("./"),
        title = escaped(&corpus.debate.title),
    );
    if address.is_some() {
        xml += &format!("<link rel=\"self\" type=\"{TYPE}\" href=\"{}\"/>\n", link(NAME));
    }
    for statement in newest(corpus) {
        let article = corpus.article_of(statement);
        let (who, words) = (named(site, statement), words_of(corpus, statement));
        xml += &format!(
            "<entry>\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n<author><name>{}</name></author>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
            urn(&[&article.id, &statement.id.to_string()]),
            escaped(&format!("{who}: {}", snippet(statement, &words, TITLE_LENGTH))),
            instant(Some(article.date)),
            escaped(&who),
            link(&page_of(statement)),
        );
        let side = corpus.side(statement.position()).map(|side| (&side.id, &side.label));
        let themes = statement.themes.iter().map(|theme| &corpus.debate.themes[theme.get()]);
        for (term, label) in side.into_iter().chain(themes.map(|theme| (&theme.id, &theme.label))) {
            xml += &format!("<category term=\"{}\" label=\"{}\"/>\n", escaped(term), escaped(label));
        }
        xml += &format!(
            "<summary>{}</summary>\n<content type=\"text\">{}</content>\n</entry>\n",
            escaped(&told_in(site, statement)),
            escaped(&words)
        );
    }
    xml + "</feed>\n"
}

/// A day as an instant (RFC 3339): articles do not say at what hour. Where there is no article, the beginning of time.
fn instant(date: Option<Date>) -> String {
    let day = date.map_or_else(|| "1970-01-01".into(), |date| date.to_string());
    day + "T00:00:00Z"
}

/// A name from names: a UUID of the eighth version, made of a hash.
fn urn(names: &[&str]) -> String {
    let mut hash = Sha256::new();
    for name in names {
        hash.update(name.as_bytes());
        hash.update([0]);
    }
    let hex: String = hash
        .finalize()
        .iter()
        .take(16)
        .enumerate()
        .map(|(n, byte)| match n {
            6 => format!("{:02x}", byte & 0x0f | 0x80), // the version
            8 => format!("{:02x}", byte & 0x3f | 0x80), // the variant
            _ => format!("{byte:02x}"),
        })
        .collect();
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

/// The arguments of the feed: those of the newest article first, in each in the article's order.
fn newest<'c>(corpus: &'c Corpus<'static>) -> Vec<&'c Statement<'static>> {
    let mut arguments: Vec<_> = corpus.statements.iter().filter(|statement| statement.argument).collect();
    arguments.sort_by_key(|statement| std::cmp::Reverse(statement.article)); // articles are in order of date
    arguments.truncate(MOST);
    arguments
}

#[cfg(test)]
mod tests {
    use super::urn;

    #[test]
    fn names_are_apart_and_well_formed() {
        let name = urn(&["a", "b"]);
        assert_ne!(name, urn(&["ab", ""]));
        let parts: Vec<&str> = name.trim_start_matches("urn:uuid:").split('-').collect();
        assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        assert!(parts[2].starts_with('8') && "89ab".contains(&parts[3][..1]), "{name}");
    }
}
