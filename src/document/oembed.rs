//! What a program shows that was given a link to this site, if it knows oEmbed 1.0 (<https://oembed.com/>): of home and of arguments' own
//! pages, the same frame that a reader can copy.
//!
//! The answers are files, which the heads of the pages name (discovery, section 4 there): no server reads the sizes that a consumer may ask
//! for. The frame is as wide as what it is put into, so that it keeps to any width.

use corpus::{Corpus, Statement};
use serde_json::json;

use super::address::Address;
use super::picture::{self, Picture};
use crate::embedding::{HEIGHT, markup};
use crate::routes::{Location, card_id};
use crate::{Route, Site};

/// By which links to such files are told.
pub(super) const TYPE: &str = "application/json+oembed";

/// The answer for home.
pub(super) const NAME: &str = "oembed.json";

/// Pixels that it says to need: a column of text.
const WIDTH: u32 = 640;

/// Seconds for which an answer may be kept: a day. The frame itself always shows the site as it is.
const AGE: u32 = 24 * 60 * 60;

/// The file of the answer for an argument's page.
pub(super) fn path(corpus: &Corpus<'_>, statement: &Statement<'_>) -> String {
    format!("oembed/{}.json", card_id(corpus, statement))
}

/// The answer for home, or for an argument's page, with the page's title and picture.
pub(super) fn answer(
    site: Site,
    address: &Address,
    statement: Option<&Statement<'_>>,
    title: &str,
    picture: Option<&Picture>,
) -> String {
    let corpus = site.corpus();
    let location =
        statement.map_or_else(|| Location::of(Route::Embed), |statement| Location::of_embedded(corpus, statement));
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": corpus.debate.title.as_str(),
        "provider_url": address.as_str(),
        "cache_age": AGE,
        "html": markup(site, &location, address.as_str()),
        "width": WIDTH,
        "height": HEIGHT,
    });
    if let (Some(picture), Some(answer)) = (picture, answer.as_object_mut()) {
        answer.insert("thumbnail_url".into(), address.of(&picture.file).into());
        answer.insert("thumbnail_width".into(), picture::WIDTH.into());
        answer.insert("thumbnail_height".into(), picture::HEIGHT.into());
    }
    format!("{answer:#}\n")
}
