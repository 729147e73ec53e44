//! The words of an article: there from the start, or on their way.
//!
//! A large corpus is not downloaded whole. What a reader chooses by comes with the page, the words of articles when they are
//! shown: [`Body`] is where they are put then. Who fetches them is the page's business.

use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use crate::{Span, Text};

/// What an article says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content<'a> {
    /// The file as it is, header included.
    #[serde(borrow)]
    pub text: Text<'a>,
    /// One span a paragraph, in order, without the white space around it.
    #[serde(with = "crate::span::apart")]
    pub paragraphs: Vec<Span>,
    /// SHA-256 of `text`.
    pub sha256: [u8; 32],
}

/// The content of an article, or the place for it.
#[derive(Clone, Debug)]
pub struct Body<'a>(Form<'a>);

#[derive(Clone, Debug)]
enum Form<'a> {
    Here(Content<'a>),
    /// What arrives stays as long as the program runs.
    Coming(Arc<OnceLock<Content<'static>>>),
}

impl<'a> Body<'a> {
    /// The content; none while it is on its way.
    pub fn content(&self) -> Option<&Content<'a>> {
        match &self.0 {
            Form::Here(content) => Some(content),
            Form::Coming(coming) => coming.get(),
        }
    }

    /// The content, to be changed: empty where it is on its way.
    pub fn to_mut(&mut self) -> &mut Content<'a> {
        if let Form::Coming(coming) = &self.0 {
            self.0 = Form::Here(coming.get().cloned().unwrap_or_default());
        }
        match &mut self.0 {
            Form::Here(content) => content,
            Form::Coming(_) => unreachable!("it is here now"),
        }
    }

    /// Puts the content in its place; one that is there stays.
    pub fn arrive(&self, content: Content<'static>) {
        if let Form::Coming(coming) = &self.0 {
            let _ = coming.set(content); // an error says that it is there
        }
    }
}

/// A place for what is on its way.
impl Default for Body<'_> {
    fn default() -> Self {
        Self(Form::Coming(Arc::default()))
    }
}

impl<'a> From<Content<'a>> for Body<'a> {
    fn from(content: Content<'a>) -> Self {
        Self(Form::Here(content))
    }
}

impl PartialEq for Body<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.content() == other.content()
    }
}

impl Eq for Body<'_> {}
