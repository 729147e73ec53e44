//! Where the app touches the browser: the address, links, the media. Components stay pure functions of their props.

mod address;
pub(crate) mod clipboard;
mod focus;
mod locale;
mod media;
mod navigation;
mod pointer;
mod storage;
mod unfolding;

pub use address::location;
pub(crate) use focus::focus_on;
pub(crate) use locale::use_locale;
pub(crate) use media::use_media;
pub(crate) use navigation::{Gesture, Navigator, is_running, use_navigation};
pub(crate) use pointer::{capture, share_of};
pub(crate) use unfolding::use_unfolding;
