//! Where the app touches the browser: the address, links, the media. Components stay pure functions of their props.

mod address;
mod media;
mod navigation;

pub use address::location;
pub(crate) use media::use_media;
pub(crate) use navigation::{Navigator, use_navigation};
