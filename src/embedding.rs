//! What somebody pastes into a page of his own to show arguments of this site there: a frame, and a script that makes it as high as what
//! is in it. Without the script the frame scrolls; without scripts at all it shows the beginning.

use std::fmt::Write as _;

use crate::pages::title;
use crate::{Location, Site};

/// The script for the page around the frame, by which name whoever has pasted it will look for it as long as the site is there.
pub(crate) const SCRIPT: &str = "embed.js";

/// Places that the frame is high until the script knows better: the question, two arguments, and the way to more.
pub(crate) const HEIGHT: u32 = 480;

/// What the frame is allowed: to run the app from its own origin, and to open its links in other windows. It leads the page around it
/// nowhere, asks nothing by dialogs, and sends no forms.
const ALLOWED: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/// The markup that shows a location of the page for frames, of the site whose address is `at`.
pub(crate) fn markup(site: Site, location: &Location, at: &str) -> String {
    let mut markup = String::from("<iframe src=\"");
    escape(&mut markup, &[at, &location.address(site)]);
    markup.push_str("\" title=\"");
    escape(&mut markup, &[&title(site, location)]);
    let _ = write!(
        markup,
        "\" width=\"100%\" height=\"{HEIGHT}\" style=\"border:0\" loading=\"lazy\" sandbox=\"{ALLOWED}\"></iframe>\n\
         <script async src=\""
    );
    escape(&mut markup, &[at, SCRIPT]);
    markup.push_str("\"></script>");
    markup
}

/// Adds texts to an attribute's value: nothing in them ends it or is markup.
fn escape(markup: &mut String, texts: &[&str]) {
    for sign in texts.iter().flat_map(|text| text.chars()) {
        match sign {
            '&' => markup.push_str("&amp;"),
            '"' => markup.push_str("&quot;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            sign => markup.push(sign),
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::Route;

    const AT: &str = "https://example.org/debate/";

    /// The values of the attributes `src` and `title`, as a browser reads them.
    fn values(markup: &str) -> Vec<String> {
        let value = |name: &str| {
            let (_, rest) = markup.split_once(&format!(" {name}=\"")).unwrap_or_default();
            html_escape::decode_html_entities(rest.split('"').next().unwrap_or_default()).into_owned()
        };
        vec![value("src"), value("title")]
    }

    #[test]
    fn the_markup_is_a_frame_and_a_script_whatever_was_searched_for() {
        let site = Site::embedded().unwrap_or_else(|error| unreachable!("{error}"));
        for text in [
            "police",
            "\"><script>alert(1)</script>",
            "' onload='alert(1)",
            "</iframe><img src=x onerror=alert(1)>",
            "a&b &quot;&amp;quot; --> ]]>",
            "\u{202e}\u{0}\n\r\t\\",
            "javascript:alert(1)",
        ] {
            let location = Location::of(Route::Embed);
            let location = Location { query: location.query.with_text(text), ..location };
            let markup = markup(site, &location, AT);
            // Outside of values there is nothing of what was searched for.
            let plain: String = markup.split('"').step_by(2).collect();
            assert_eq!(
                plain,
                "<iframe src= title= width= height= style= loading= sandbox=></iframe>\n<script async src=></script>"
            );
            assert!(!markup.split('"').skip(1).step_by(2).any(|value| value.contains(['<', '>'])), "{markup}");
            let [src, title] = <[String; 2]>::try_from(values(&markup)).unwrap_or_default();
            let search = src.strip_prefix(&format!("{AT}embed.html")).unwrap_or_default();
            let back = Location::parse(site.corpus(), "embed.html", search, "");
            assert_eq!(back.query.text, location.query.text, "{src}");
            assert_eq!(title, crate::pages::title(site, &location));
        }
    }

    #[test]
    fn one_argument_is_named_by_who_says_it() {
        let site = Site::embedded().unwrap_or_else(|error| unreachable!("{error}"));
        let corpus = site.corpus();
        let spoken = corpus.statements.iter().find_map(|statement| Some((statement, corpus.speaker_of(statement)?)));
        let Some((statement, speaker)) = spoken else { unreachable!("nobody speaks") };
        let location = Location::of_embedded(corpus, statement);
        let [src, title] = <[String; 2]>::try_from(values(&markup(site, &location, AT))).unwrap_or_default();
        assert_eq!(src, format!("{AT}embed.html#{}", Location::of_card(corpus, statement).fragment));
        assert_eq!(title, format!("{} · {}", speaker.name, corpus.debate.title));
    }
}
