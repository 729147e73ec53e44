//! Where the app touches the browser: the address, links, keys, the media, what it keeps and copies. Components stay pure
//! functions of their props.

mod address;
mod arrivals;
pub(crate) mod clipboard;
mod collection;
mod download;
mod focus;
mod height;
mod keys;
mod locale;
mod media;
mod navigation;
mod once;
mod pointer;
mod preparation;
mod storage;
mod taking_over;
mod unfolding;

pub use address::location;
pub(crate) use address::{absolute, site_address};
pub use arrivals::fetch_words;
pub(crate) use arrivals::{fetch_again, fetch_soon, use_arrivals};
pub(crate) use clipboard::{copy, print, select};
pub(crate) use collection::{Collecting, use_collecting};
pub(crate) use download::{Writing, download, give_up};
pub(crate) use focus::{focus_nth, focus_on, use_kept_focus};
pub(crate) use height::use_told_height;
pub(crate) use keys::{use_keys, use_single_keys};
pub(crate) use locale::use_locale;
pub(crate) use media::use_media;
pub(crate) use navigation::{Gesture, Navigator, is_running, use_navigation};
pub(crate) use once::use_once;
pub(crate) use pointer::{capture, share_of};
pub(crate) use preparation::use_preparation;
pub use taking_over::take_out;
pub(crate) use taking_over::{NARROW, has_columns, has_folded};
pub(crate) use unfolding::{Unfolding, WHOLE, use_rest, use_unfolding};
