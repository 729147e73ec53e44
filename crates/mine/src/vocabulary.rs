//! What the miner knows of English: the words with which news reports speech, and the words around them.
//!
//! General news English only: nothing here is about one debate or one article. The lists were written from grammars of
//! reported speech and style guides; a word belongs here if a reader would agree without seeing the article.

mod evaluating;
mod first_names;
mod grammar;
mod judging;
mod people;
mod thinking;
mod verbs;
mod voice;

pub(crate) use evaluating::{BAD, DEEDS, DISPUTED, DOES_BAD, ENDING, GOOD, LIMITING, MAKING, PROCEDURE, REASONING};
pub(crate) use first_names::{HER_NAMES, HIS_NAMES};
pub(crate) use grammar::{
    ABBREVIATIONS, AUXILIARIES, CLAUSE_STARTS, CLAUSE_SUBJECTS, DETERMINERS, LEADING, MAIN_VERBS, NO_REPORT_BEFORE,
    PARTICLES, PREPOSITIONS, STARTERS, TIME_WORDS,
};
pub(crate) use judging::{AGAINST_NOUNS, DEMANDING, FOR_NOUNS, REASONS, STANDS};
pub(crate) use people::{
    AFTER_NOUN, DOCUMENTS, ORGANISATION_NOUNS, ORGANISATION_WORDS, PERSON_NOUNS, PERSONAL_TITLES, SPEECH_NOUNS, TITLES,
};
pub(crate) use verbs::{Attitude, Class, Cue, Form, NOUN_FORMS, all_cues, cue, cues};
pub(crate) use voice::{OPINION, VOICE};
