//! Where the app touches the browser: the address, links, the media. Components stay pure functions of their props.

mod address;
pub(crate) mod clipboard;
mod locale;
mod media;
mod navigation;
mod storage;
mod unfolding;

pub use address::location;
pub(crate) use locale::use_locale;
pub(crate) use media::use_media;
pub(crate) use navigation::{Navigator, is_running, use_navigation};
pub(crate) use unfolding::use_unfolding;
